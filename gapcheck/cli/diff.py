"""The command `gapcheck diff`: two files of JSON → reports → what changed; ends with one line where a file is none."""

from __future__ import annotations

import os
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from gapcheck.cli.messages import USAGE, say
from gapcheck.cli.options import DataFormat, Format, OutputFile, is_written, suffix_format
from gapcheck.safe_text import harmless_json

if TYPE_CHECKING:
    from pydantic import ValidationError

    from gapcheck.report import GapReport

_SUFFIXES = {".txt": "text", ".json": "json"}
_WIDTH = 100  # columns of a text in a file
SCHEMA = "gapcheck/report/1"
_REMEDY = "write it with gapcheck resume.pdf --format json -o report.json"


class NoReportError(ValueError):
    """The file does not hold one report; the message says what it holds and what to do."""


def diff(
    old: Annotated[Path, typer.Argument(help="The JSON report of an earlier resume.", show_default=False)],
    new: Annotated[Path, typer.Argument(help="The JSON report of a later one.", show_default=False)],
    format: Format = DataFormat.text,
    output: OutputFile = None,
    allow_other_profile: Annotated[
        bool, typer.Option("--allow-other-profile", help="Compare reports of two profiles by what both have.")
    ] = False,
    no_color: Annotated[bool, typer.Option("--no-color", help="No colour; so does the variable NO_COLOR.")] = False,
) -> None:
    """Show the progress between two reports on one person."""
    from gapcheck.progress.compare import progress_between

    before, after = _reports(old, new)
    if before.profile.id != after.profile.id and not allow_other_profile:
        _end(
            f"{old} compares with the profile {before.profile.id}, {new} with {after.profile.id}: write both with one "
            "--profile, or add --allow-other-profile to compare what both have"
        )
    progress = progress_between(before, after)
    for warning in progress.warnings:
        say(f"warning: {warning}")
    if output is not None and suffix_format(output, _SUFFIXES) == "json":
        format = DataFormat.json
    if format is DataFormat.json:
        _written(harmless_json(progress.to_json(indent=2)) + "\n", output)
        return
    from gapcheck.outputs.terminal.console import PlainConsole
    from gapcheck.outputs.terminal.progress import print_progress

    if output is None:
        print_progress(progress, PlainConsole(no_color=no_color or "NO_COLOR" in os.environ))
        return
    text = StringIO()
    print_progress(progress, PlainConsole(file=text, width=_WIDTH))
    _written(text.getvalue(), output)


def _written(text: str, output: Path | None) -> None:
    if is_written(text, output):
        say(f"wrote {output}")


def _end(message: str) -> None:
    say(message)
    raise typer.Exit(USAGE)


def _reports(*paths: Path) -> list[GapReport]:
    """The reports in these files. Ends the command with a line for each file that holds none."""
    reports: list[GapReport] = []
    for path in paths:
        try:
            reports.append(read_report(path))
        except NoReportError as error:
            say(f"{path}: {error}")
    if len(reports) < len(paths):
        raise typer.Exit(USAGE)
    return reports


def read_report(path: Path) -> GapReport:
    """The report in a file that `--format json` wrote. Raises `NoReportError`."""
    from pydantic import ValidationError

    from gapcheck.report import GapReport

    try:
        content = path.read_bytes()
    except OSError as error:
        raise NoReportError(f"can't be read ({error.strerror}): check the name, or {_REMEDY}") from None
    _check_is_report(_parsed(content))
    try:
        return GapReport.model_validate_json(content)
    except ValidationError as error:
        raise NoReportError(_damage(error)) from None


def _parsed(content: bytes) -> Any:
    """The JSON in these bytes. Raises `NoReportError` where it is no JSON, or several reports."""
    from pydantic_core import from_json

    try:
        return from_json(content)
    except ValueError:
        lines = [line for line in content.splitlines() if line.strip()]
    if len(lines) > 1 and all(_is_object(line) for line in lines[:2]):
        raise NoReportError(f"holds {len(lines)} reports, one a line: put the one to compare into a file of its own")
    raise NoReportError(f"is not JSON: {_REMEDY}")


def _is_object(line: bytes) -> bool:
    from pydantic_core import from_json

    try:
        return isinstance(from_json(line), dict)
    except ValueError:
        return False


def _check_is_report(found: Any) -> None:
    """Raises `NoReportError` where the JSON does not say that it is a report of the version that is read here."""
    if isinstance(found, list):
        raise NoReportError("holds a list: put the report to compare into a file of its own")
    schema = found.get("schema") if isinstance(found, dict) else None
    if schema == SCHEMA:
        return
    if schema == "gapcheck/error/1":
        raise NoReportError(f"says why a resume could not be read (gapcheck/error/1): mend that, then {_REMEDY}")
    if isinstance(schema, str) and schema.startswith("gapcheck/report/"):
        raise NoReportError(f"is a report of another version ({schema}; this one reads {SCHEMA}): {_REMEDY}")
    name = f"({schema})" if isinstance(schema, str) else "(it names no schema of gapcheck)"
    raise NoReportError(f"is JSON but no report {name}: {_REMEDY}")


def _damage(error: ValidationError) -> str:
    first = error.errors(include_url=False)[0]
    place = ".".join(str(part) for part in first["loc"])
    return f"is a report of another gapcheck, or was edited ({place}: {first['msg']}): {_REMEDY}"
