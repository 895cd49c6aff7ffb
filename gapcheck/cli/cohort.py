"""The command `gapcheck cohort`: output folders of runs → figures on all resumes together → exit code."""

from __future__ import annotations

import os
import re
import sys
from enum import StrEnum
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from gapcheck.batch.folders import STORE
from gapcheck.cli.messages import SOME_FAILED, USAGE, say
from gapcheck.cli.options import OutputFile, Overlays, loaded, on_this_machine, suffix_format
from gapcheck.files import WriteError, write_file
from gapcheck.safe_text import harmless_json

if TYPE_CHECKING:
    from gapcheck.cohort import Cohort, Reports
    from gapcheck.taxonomy import Taxonomy


class CohortFormat(StrEnum):
    """How a cohort is written."""

    text = "text"
    json = "json"
    csv = "csv"
    html = "html"
    xlsx = "xlsx"
    md = "md"
    pdf = "pdf"


_SUFFIXES = {
    ".txt": "text", ".json": "json", ".csv": "csv", ".html": "html", ".htm": "html", ".xlsx": "xlsx", ".md": "md",
    ".pdf": "pdf",
}  # fmt: skip
_BINARY = (CohortFormat.xlsx, CohortFormat.pdf)
_WIDTH = 100


def cohort(
    sources: Annotated[
        list[Path],
        typer.Argument(
            metavar="OUT",
            parser=on_this_machine,
            help="Output folders of gapcheck resumes/ -o out/, or files of reports.",
            show_default=False,
        ),
    ],
    since: Annotated[
        str | None,
        typer.Option(
            metavar="last|YYYY-MM-DD|OLD",
            help="Show what changed since the run before, a day, or another folder.",
            show_default=False,
        ),
    ] = None,
    by: Annotated[
        str | None,
        typer.Option(
            "--by", metavar="folder|FILE.csv:COLUMN", help="A group for each folder, or class.", show_default=False
        ),
    ] = None,
    hours: Annotated[float, typer.Option(min=1, help="Hours of teaching to suggest group sessions for.")] = 40.0,
    names: Annotated[bool, typer.Option("--names", help="List every resume with its gaps.")] = False,
    format: Annotated[
        CohortFormat | None,
        typer.Option("--format", "-f", help="How to write it.", show_default="by the suffix of --output, else text"),
    ] = None,
    output: OutputFile = None,
    overlays: Overlays = [],  # noqa: B006 - Typer's way to say that there are none
    no_color: Annotated[bool, typer.Option("--no-color", help="No colour; so does the variable NO_COLOR.")] = False,
) -> None:
    """Sum up many reports: how ready they are, what is missing most, and what to teach to a group."""
    from gapcheck.cohort import CohortError, cohort_of

    if output is not None and format is None:
        format = CohortFormat(suffix_format(output, _SUFFIXES) or "text")
    taxonomy = loaded(overlays)
    try:
        reports, earlier = _read(sources, taxonomy, since, by)
        found = cohort_of(reports, taxonomy, since=earlier, hours=hours, names=names)
    except CohortError as error:
        say(str(error))
        raise typer.Exit(USAGE if error.is_usage else SOME_FAILED) from None
    for warning in (*reports.warnings, *(earlier.warnings if earlier else ()), *found.warnings):
        say(f"warning: {warning}")
    format = format or CohortFormat.text
    if output is None:
        if format in _BINARY:
            raise typer.BadParameter(f"{format.value} can't be shown here: name a file with -o", param_hint="--format")
        _write(found, format, sys.stdout, color=not no_color and "NO_COLOR" not in os.environ, width=None)
        return
    text = StringIO()
    try:
        if format in _BINARY:
            write_file(output, _bytes(found, format))
        else:
            _write(found, format, text, color=False, width=_WIDTH)
            write_file(output, text.getvalue())
    except WriteError as error:
        raise typer.BadParameter(str(error), param_hint="--output") from None
    say(f"wrote {output}")


def _read(sources: list[Path], taxonomy: Taxonomy, since: str | None, by: str | None) -> tuple[Reports, Reports | None]:
    """The reports of now and of before. What needs the true paths of documents takes them from the runs' stores."""
    from gapcheck.cohort import label_of, read_reports, read_snapshots

    in_store = since is not None and (since == "last" or re.fullmatch(r"\d{4}-\d\d(-\d\d)?", since) is not None)
    if since is not None and not in_store and not Path(since).exists():
        message = f"{since} is no day and no folder: write last, a month or day as 2026-11 or 2026-11-23, or the folder"
        raise typer.BadParameter(f"{message} of an earlier run", param_hint="--since")
    label = label_of(by) if by else lambda path: None
    reports = read_reports(sources, taxonomy, label)
    if in_store or (by and all((source / STORE).is_file() for source in sources)):
        reports.groups = read_snapshots(sources, taxonomy, None, label).groups
    if since is None:
        return reports, None
    return reports, read_snapshots(sources, taxonomy, since, label) if in_store else read_reports(
        [Path(since)], taxonomy, label
    )


def _bytes(found: Cohort, format: CohortFormat) -> bytes:
    """The cohort as a workbook or PDF. Raises `WriteError` where what makes it is not installed."""
    if format is CohortFormat.xlsx:
        from gapcheck.outputs.cohort_csv import rows_of
        from gapcheck.outputs.xlsx import workbook

        return workbook({"figures": list(rows_of(found))})
    from gapcheck.outputs.html.cohort import cohort_page
    from gapcheck.outputs.pdf import PrintError, printed_pdf

    try:
        return printed_pdf(cohort_page(found))
    except PrintError as error:
        raise WriteError(str(error)) from None


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
        case CohortFormat.md:
            from gapcheck.outputs.cohort_markdown import cohort_markdown

            file.write(cohort_markdown(found))
        case _:
            from gapcheck.outputs.terminal.cohort import print_cohort
            from gapcheck.outputs.terminal.console import PlainConsole

            print_cohort(found, PlainConsole(file=file, no_color=not color, width=width))
