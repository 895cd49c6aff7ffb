"""`gapcheck profiles`: lists, shows and starts profiles."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from gapcheck.cli.messages import put, say
from gapcheck.cli.options import DataFormat, Format, Overlays, loaded, print_json

profiles_app = typer.Typer(
    name="profiles",
    add_completion=False,
    invoke_without_command=True,
    help="Look at the profiles, or start one of your own.",
)


class TableFormat(StrEnum):
    """How the list of profiles is printed."""

    text = "text"
    json = "json"
    markdown = "markdown"


@profiles_app.callback()
def list_profiles(
    context: typer.Context,
    format: Annotated[TableFormat, typer.Option("--format", "-f")] = TableFormat.text,
    overlays: Overlays = [],  # noqa: B006
) -> None:
    """List the profiles."""
    if context.invoked_subcommand is not None:
        return
    from gapcheck.taxonomy.describe import profiles_table

    taxonomy = loaded(overlays)
    profiles = sorted(taxonomy.profiles.values(), key=lambda profile: profile.id)
    if format is TableFormat.markdown:
        put(profiles_table(taxonomy), nl=False)
    elif format is TableFormat.json:
        print_json([{"id": one.id, "name": one.name, "about": one.about, "extends": one.extends} for one in profiles])
    else:
        for one in profiles:
            put(f"{one.id:30}{one.name}: {one.about}")


@profiles_app.command("show")
def show_profile(
    profile: Annotated[str, typer.Argument(help="Id of a profile.", show_default=False)],
    format: Format = DataFormat.text,
    overlays: Overlays = [],  # noqa: B006
) -> None:
    """Show what a profile expects, with the source of every level."""
    from gapcheck.taxonomy.describe import profile_lines

    taxonomy = loaded(overlays)
    if profile not in taxonomy.profiles:
        known = ", ".join(sorted(taxonomy.profiles))
        raise typer.BadParameter(f"there is no profile {profile}: choose one of {known}")
    one = taxonomy.profiles[profile]
    if format is DataFormat.json:
        put(one.model_dump_json(indent=2))
    else:
        put("\n".join(profile_lines(one, taxonomy)))


@profiles_app.command()
def new(
    name: Annotated[str, typer.Argument(help="Id of your profile: small letters and hyphens.", show_default=False)],
    extends: Annotated[str, typer.Option(help="The profile to build on.")] = "junior-ml-engineer",
    overlays: Overlays = [],  # noqa: B006
) -> None:
    """Write a commented file NAME.yaml to start a profile of your own from."""
    import re

    from gapcheck.taxonomy.describe import profile_draft

    taxonomy = loaded(overlays)
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name):
        raise typer.BadParameter(f"{name!r} is no id: use small letters, digits and hyphens, for example our-bootcamp")
    if extends not in taxonomy.profiles:
        known = ", ".join(sorted(taxonomy.profiles))
        raise typer.BadParameter(f"there is no profile {extends}: choose one of {known}", param_hint="--extends")
    file = Path(f"{name}.yaml")
    try:
        with file.open("x", encoding="utf-8") as stream:
            stream.write(profile_draft(name, taxonomy.profiles[extends]))
    except FileExistsError:
        raise typer.BadParameter(f"{file} exists already: choose another name or remove it") from None
    except OSError as error:
        reason = (error.strerror or "unknown cause").lower()
        message = f"{file} can't be written in {Path.cwd()} ({reason}): change to a folder that you may write"
        raise typer.BadParameter(message) from None
    say(f"wrote {file}: edit it, then run gapcheck taxonomy check {file} and gapcheck resume.pdf --profile {file}")
