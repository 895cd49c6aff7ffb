"""`gapcheck mcp`: folders that may be read → a server of tools for assistants, on standard input and output."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from gapcheck.cli.messages import USAGE, say
from gapcheck.cli.options import Overlays, built
from gapcheck.extras import how_to_install


def mcp(
    folders: Annotated[
        list[Path], typer.Argument(metavar="FOLDER...", help="Folders whose files may be read.", show_default=False)
    ],
    redact: Annotated[
        bool, typer.Option("--redact/--no-redact", help="Names and contact details in no report.")
    ] = True,
    overlays: Overlays = [],  # noqa: B006 - Typer's way to say that there are none
) -> None:
    """Serve tools to an assistant (Model Context Protocol), on standard input: resumes, analyze, explain, profiles,
    job.
    """
    if find_spec("mcp") is None:
        say(f"this needs one more package: {how_to_install('mcp')}")
        raise typer.Exit(USAGE)
    for folder in folders:
        if not folder.is_dir():
            raise typer.BadParameter(
                f"{folder} is no folder: name those whose resumes may be read", param_hint="FOLDER"
            )
    from gapcheck.batch.settings import Recipe
    from gapcheck.mcp_tools import mcp_server

    mcp_server(folders, built(Recipe(overlays=tuple(overlays), redact=redact))).run()
