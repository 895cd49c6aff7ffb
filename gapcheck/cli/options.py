"""Options that several commands share, and what their values mean."""

from __future__ import annotations

import gc
import json
from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from gapcheck.arguments import parsed_day
from gapcheck.cli.messages import SOME_FAILED, USAGE, put, say
from gapcheck.files import WriteError, write_file

if TYPE_CHECKING:
    from gapcheck.analyzer import Analyzer
    from gapcheck.batch.settings import Recipe
    from gapcheck.taxonomy import Taxonomy


_FAR = 366  # days

Password = Annotated[
    str | None,
    typer.Option(help="Of a locked PDF.", envvar="GAPCHECK_PASSWORD", show_envvar=True, show_default=False),
]


class PdfReaderName(StrEnum):
    """Which reader takes the text from a PDF."""

    auto = "auto"
    fast = "fast"
    careful = "careful"


class OcrName(StrEnum):
    """Which pages are read by OCR."""

    auto = "auto"
    always = "always"
    never = "never"


def month(text: str) -> date:
    """The day that `YYYY-MM` or `YYYY-MM-DD` means, the first of a month without a day. Raises `BadParameter`."""
    try:
        return parsed_day(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is not a month: write it as YYYY-MM, for example 2026-11") from None


def warn_of_far_day(as_of: date | None) -> None:
    """Says so where `--as-of` is a day that is still far: "present" would count months that nobody has worked."""
    if as_of is not None and as_of > date.today() + timedelta(days=_FAR):
        say(
            f"warning: --as-of {as_of:%Y-%m} is more than a year ahead: what goes on counts as if it went on until then"
        )


def share(text: str) -> float:
    """The number from 0 to 1 that the text means. Raises `BadParameter`."""
    try:
        found = float(text)
    except ValueError:
        found = -1.0
    if 0 <= found <= 1:
        return found
    example = f"{found / 100:g}" if 1 < found <= 100 else "0.6"
    raise typer.BadParameter(f"{text!r} is no share: write a number from 0 to 1, as {example}")


class DataFormat(StrEnum):
    """How data is printed."""

    text = "text"
    json = "json"


Overlays = Annotated[
    list[Path],
    typer.Option(
        "--taxonomy",
        metavar="FOLDER",
        help="A folder of data files to lay over ours; repeatable.",
        show_default=False,
    ),
]


Corrections = Annotated[
    Path | None,
    typer.Option(
        "--notes",
        metavar="FILE",
        help="Your corrections of how one resume is read: see gapcheck notes.",
        show_default=False,
    ),
]


Format = Annotated[DataFormat, typer.Option("--format", "-f", help="Text for people, JSON for programs.")]


def loaded(overlays: list[Path]) -> Taxonomy:
    """The taxonomy with the overlays; ends the command with one line where a file is wrong."""
    from gapcheck.taxonomy import TaxonomyError, load_taxonomy

    try:
        return load_taxonomy(tuple(overlays))
    except TaxonomyError as error:
        say(str(error))
        raise typer.Exit(USAGE) from None


def named_skill(text: str, taxonomy: Taxonomy) -> str:
    """The id of the skill with this id, name or alias; ends the command where there is none."""
    from gapcheck.taxonomy.describe import skill_called

    try:
        return skill_called(text, taxonomy).id
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="SKILL") from None


def is_written(text: str, output: Path | None) -> bool:
    """Whether the text was written to the file `output`; without one it is printed. Ends the command where the file
    can't be written.
    """
    if output is None:
        put(text, nl=False)
        return False
    try:
        write_file(output, text)
    except WriteError as error:
        raise typer.BadParameter(str(error), param_hint="--output") from None
    return True


def print_json(data: Any) -> None:
    """Prints plain data as JSON."""
    put(json.dumps(data, indent=2, ensure_ascii=False))


def on_this_machine(text: str) -> Path:
    """The path; ends the command where it is an address of a remote store, or the sign for standard output."""
    if text == "-":
        raise typer.BadParameter("- is no file: leave --output out, and it is printed", param_hint="--output")
    if "://" in text:
        raise typer.BadParameter(f"{text} is not on this machine: name a place here, and copy from there or to there")
    return Path(text)


OutputFile = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        parser=on_this_machine,
        metavar="FILE",
        help="Write to this file instead of the terminal.",
        show_default=False,
    ),
]


def is_folder(output: str | None, *, many: bool) -> bool:
    """Whether `--output` names a folder: it exists as one, ends with a slash, or has no suffix where there are many
    resumes to read. Ends the command where the output is no place on this machine.
    """
    if output is None:
        return False
    path = on_this_machine(output)
    return output.endswith(("/", "\\")) or path.is_dir() or (many and not path.suffix and not path.exists())


def suffix_format(output: Path, formats: Mapping[str, str]) -> str | None:
    """The format that the suffix of `--output` stands for, None where it has none; `formats` has them by suffix. Ends
    the command where it stands for none.
    """
    suffix = output.suffix.lower()
    if not suffix or (output.exists() and not output.is_file()):
        return None
    if suffix not in formats:
        raise typer.BadParameter(
            f"{output}: nothing is written as {suffix}: use one of {', '.join(formats)}, or --format",
            param_hint="--output",
        )
    return formats[suffix]


def passwords_in(file: Path | None) -> tuple[tuple[str, str], ...]:
    """The passwords in a CSV file, each with the path or file name that it is for. Ends the command where it is
    none.
    """
    if file is None:
        return ()
    from gapcheck.batch.inputs import ListError, rows_in

    try:
        names, rows = rows_in(file)
    except ListError as error:
        raise typer.BadParameter(str(error), param_hint="--passwords") from None
    if not {"file", "password"} <= set(names):
        message = f"{file} is no list of passwords: write CSV with the columns file and password"
        raise typer.BadParameter(message, param_hint="--passwords")
    return tuple((row["file"], row["password"]) for row in rows if row["file"] and row["password"])


def places(paths: list[str], files_from: str | None) -> list[str]:
    """What to read: the paths with patterns expanded, and those of a list; ends the command where there is none."""
    from gapcheck.batch.inputs import expanded, listed
    from gapcheck.batch.sources import STDIN, content_of
    from gapcheck.documents import DocumentError

    if "" in paths:
        raise typer.BadParameter("a path is empty: name a resume or a folder", param_hint="PATHS")
    if files_from is None:
        if not paths:
            raise typer.BadParameter("name a resume, a folder, or a list with --files-from", param_hint="PATHS")
        return expanded(paths)
    if files_from == STDIN and STDIN in paths:
        raise typer.BadParameter("standard input can't be both a list and a resume", param_hint="--files-from")
    try:
        found = listed(content_of(files_from))
    except DocumentError as error:
        raise typer.BadParameter(f"{files_from}: {error.message}", param_hint="--files-from") from None
    if not found:
        raise typer.BadParameter(f"{files_from} names no file: put one path on each line", param_hint="--files-from")
    return expanded(paths) + found


def built(recipe: Recipe) -> Analyzer:
    """The analyzer; ends the command with one line where an option is wrong."""
    from gapcheck.analyzer import UnknownProfileError
    from gapcheck.documents import DocumentError
    from gapcheck.notes import NotesError
    from gapcheck.plan import PlanError
    from gapcheck.taxonomy import TaxonomyError

    try:
        analyzer = recipe()
    except PlanError as error:
        raise typer.BadParameter(str(error), param_hint="--hours-per-week or --by") from None
    except UnknownProfileError as error:
        raise typer.BadParameter(str(error), param_hint="--profile") from None
    except TaxonomyError as error:
        say(str(error))
        raise typer.Exit(USAGE) from None
    except NotesError as error:
        say(error.message)
        raise typer.Exit(USAGE) from None
    except DocumentError as error:
        say(f"{recipe.job}: {error.code}: {error.message}")
        raise typer.Exit(SOME_FAILED) from None
    if not gc.isenabled():  # the command has started: see `__main__`
        gc.freeze()
        gc.enable()
    return analyzer
