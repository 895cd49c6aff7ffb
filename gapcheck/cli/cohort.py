"""The command `gapcheck cohort`: output folders of runs → figures on all resumes together → exit code."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from gapcheck.cli.messages import SOME_FAILED, USAGE, say
from gapcheck.cli.options import Overlays, loaded
from gapcheck.files import WriteError, write_file
from gapcheck.safe_text import harmless_json

if TYPE_CHECKING:
    from gapcheck.cohort import Cohort


class CohortFormat(StrEnum):
    """How a cohort is written."""

    text = "text"
    json = "json"
    csv = "csv"
    html = "html"


_SUFFIXES = {
    ".json": CohortFormat.json,
    ".csv": CohortFormat.csv,
    ".html": CohortFormat.html,
    ".htm": CohortFormat.html,
}
_WIDTH = 100


def cohort(
    sources: Annotated[
        list[Path],
        typer.Argument(
            metavar="OUT...",
            help="Output folders of gapcheck resumes/ -o out/, or files of reports.",
            show_default=False,
        ),
    ],
    since: Annotated[
        Path | None, typer.Option(metavar="OLD", help="An earlier run: show what changed.", show_default=False)
    ] = None,
    hours: Annotated[float, typer.Option(min=1, help="Hours of teaching to suggest group sessions for.")] = 40.0,
    names: Annotated[bool, typer.Option("--names", help="List every resume with its gaps.")] = False,
    format: Annotated[
        CohortFormat | None,
        typer.Option("--format", "-f", help="How to write it.", show_default="by the suffix of --output, else text"),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write to this file instead of the terminal.")
    ] = None,
    overlays: Overlays = [],  # noqa: B006 - Typer's way to say that there are none
    no_color: Annotated[bool, typer.Option("--no-color", help="No colour; so does the variable NO_COLOR.")] = False,
) -> None:
    """Sum up many reports: how ready they are, what is missing most, and what to teach to a group."""
    from gapcheck.cohort import CohortError, cohort_of, read_reports

    taxonomy = loaded(overlays)
    try:
        reports = read_reports(sources, taxonomy)
        earlier = read_reports([since], taxonomy) if since else None
        found = cohort_of(reports, taxonomy, since=earlier, hours=hours, names=names)
    except CohortError as error:
        say(str(error))
        raise typer.Exit(USAGE if error.is_usage else SOME_FAILED) from None
    for warning in (*reports.warnings, *(earlier.warnings if earlier else ()), *found.warnings):
        say(f"warning: {warning}")
    if format is None:
        format = _SUFFIXES.get(output.suffix.lower(), CohortFormat.text) if output else CohortFormat.text
    if output is None:
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf-8", errors="replace")
        _write(found, format, sys.stdout, color=not no_color and "NO_COLOR" not in os.environ, width=None)
        return
    text = StringIO()
    _write(found, format, text, color=False, width=_WIDTH)
    try:
        write_file(output, text.getvalue())
    except WriteError as error:
        raise typer.BadParameter(str(error), param_hint="--output") from None
    say(f"wrote {output}")


def _write(found: Cohort, format: CohortFormat, file: TextIO, *, color: bool, width: int | None) -> None:
    match format:
        case CohortFormat.json:
            file.write(harmless_json(found.to_json(indent=2)) + "\n")
        case CohortFormat.csv:
            from gapcheck.outputs.cohort_csv import write_table

            write_table(found, file)
        case CohortFormat.html:
            from gapcheck.outputs.html.cohort import cohort_page

            file.write(cohort_page(found))
        case CohortFormat.text:
            from gapcheck.outputs.terminal.cohort import print_cohort
            from gapcheck.outputs.terminal.console import PlainConsole

            print_cohort(found, PlainConsole(file=file, no_color=not color, width=width))
