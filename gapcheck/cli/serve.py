"""The command `gapcheck serve`: arguments → a server on this machine, until it is stopped."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from gapcheck.cli.messages import USAGE, say
from gapcheck.cli.options import Overlays, built
from gapcheck.extras import how_to_install


def serve(
    host: Annotated[str, typer.Option(help="Address to listen on; other machines reach none but this by default.")] = (
        "127.0.0.1"
    ),
    port: Annotated[int, typer.Option("--port", "-p", min=0, max=65535, help="Port; 0 takes a free one.")] = 8000,
    jobs: Annotated[int | None, typer.Option("--jobs", "-j", min=1, help="Worker processes; all cores by default.")] = (
        None
    ),
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds that a resume may take.")] = 40.0,
    max_memory: Annotated[int, typer.Option(min=512, help="Megabytes that a worker may hold.")] = 1536,
    max_size: Annotated[int, typer.Option(min=1, help="Megabytes that a file may have.")] = 10,
    max_files: Annotated[int, typer.Option(min=1, help="Resumes that may come at a time.")] = 20,
    profile: Annotated[
        str | None,
        typer.Option(metavar="ID|FILE", help="What to compare with first.", show_default="junior-ml-engineer"),
    ] = None,
    job: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A job posting to compare with.", show_default=False)
    ] = None,
    overlays: Overlays = [],  # noqa: B006 - Typer's way to say that there are none
    redact: Annotated[bool, typer.Option("--redact", help="Names and contact details in no report.")] = False,
    token: Annotated[
        str | None,
        typer.Option(
            help="Answer only to who knows it.", envvar="GAPCHECK_TOKEN", show_envvar=True, show_default=False
        ),
    ] = None,
    allow_host: Annotated[
        list[str], typer.Option(metavar="NAME", help="A name it answers to; repeatable.", show_default=False)
    ] = [],  # noqa: B006
    allow_origin: Annotated[
        list[str],
        typer.Option(metavar="URL", help="A site whose pages may ask it; repeatable.", show_default=False),
    ] = [],  # noqa: B006
    trust_proxy: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="A proxy whose word on the sender is taken.", show_default=False),
    ] = None,
) -> None:
    """Serve a page to drop resumes on, and the API /api/v1/analyze. Files stay in memory and go nowhere."""
    if not all(map(find_spec, ("fastapi", "uvicorn", "python_multipart", "jinja2"))):
        say(f"the page needs a few more packages: {how_to_install('web')}")
        raise typer.Exit(USAGE)
    from gapcheck.analyzer import DEFAULT_PROFILE
    from gapcheck.batch.limits import Limits
    from gapcheck.batch.pool import usable_cores
    from gapcheck.batch.settings import Recipe
    from gapcheck.web import Settings, run

    limits = Limits(jobs or usable_cores(), timeout, max_memory)
    recipe = Recipe(profile or DEFAULT_PROFILE, job, tuple(overlays), redact=redact)
    if profile is not None and job is not None:
        say("--job and --profile name two things to compare with: leave one of them out")
        raise typer.Exit(USAGE)
    if job is not None or overlays or profile is not None:
        built(recipe)  # what is wrong is told now, not to the first who sends a resume
    origins = tuple(one.rstrip("/") for one in allow_origin)
    settings = Settings(
        host, port, max_size << 20, max_files, limits, recipe.anywhere(), token or None, tuple(allow_host), origins,
        trust_proxy,
    )  # fmt: skip
    try:
        run(settings, say)
    except OSError as error:
        reason = (error.strerror or "unknown cause").lower().partition(" (while ")[0]  # which repeats the address
        say(f"{host}, port {port} can't be used ({reason}): give another with --port or --host")
        raise typer.Exit(USAGE) from None
