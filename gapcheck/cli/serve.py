"""The command `gapcheck serve`: arguments → a server on this machine, until it is stopped."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Annotated

import typer

from gapcheck.cli.messages import say

USAGE = 2


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
) -> None:
    """Serve a page to drop resumes on, and the API /api/v1/analyze. Files stay in memory and go nowhere."""
    if not all(map(find_spec, ("fastapi", "uvicorn", "python_multipart", "jinja2"))):
        say("the page needs a few more packages: type pip install 'gapcheck[web]'")
        raise typer.Exit(USAGE)
    from gapcheck.batch.limits import Limits
    from gapcheck.batch.pool import usable_cores
    from gapcheck.web import Settings, run

    limits = Limits(jobs or usable_cores(), timeout, max_memory)
    settings = Settings(host, port, max_size << 20, max_files, limits)
    try:
        run(settings, say)
    except OSError as error:
        reason = (error.strerror or "unknown cause").lower().partition(" (while ")[0]  # which repeats the address
        say(f"{host}, port {port} can't be used ({reason}): give another with --port or --host")
        raise typer.Exit(USAGE) from None
