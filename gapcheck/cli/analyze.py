"""`gapcheck analyze`: resumes and wishes → reports, on the terminal or in files."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gapcheck.cli.messages import BELOW_THRESHOLD, SOME_FAILED, USAGE, say, told_when_slow
from gapcheck.cli.options import (
    Corrections,
    OcrName,
    Overlays,
    Password,
    PdfReaderName,
    built,
    is_folder,
    month,
    passwords_in,
    places,
    share,
    suffix_format,
    warn_of_far_day,
)
from gapcheck.cli.run import RunOptions, analyze_into, in_order, unlocked, warm_up
from gapcheck.cli.write import Writer
from gapcheck.files import WriteError, is_one_of
from gapcheck.outputs.formats import FORMATS, SUFFIXES, View

if TYPE_CHECKING:
    from gapcheck.batch.one_by_one import Passed, Result
    from gapcheck.documents import ReadLimits
    from gapcheck.documents.pdf.page_images import PagePicture
    from gapcheck.report import GapReport


def analyze(
    paths: Annotated[
        list[str],
        typer.Argument(
            help="Resumes, folders or zip archives of them, patterns in quotes, URLs, - for standard input.",
            show_default=False,
        ),
    ] = [],  # noqa: B006 - as below
    files_from: Annotated[
        str | None,
        typer.Option("--files-from", metavar="FILE", help="Read the paths in this list too; - is standard input."),
    ] = None,
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help=f"{', '.join(FORMATS)}: how to write the report.",
            show_default="what the output's name ends in, else text",
        ),
    ] = None,
    details: Annotated[bool, typer.Option("--details", help="As text: all of it, not one screen.")] = False,
    read: Annotated[
        bool, typer.Option("--read", help="As text: how the resume was read, as a time line, to check first.")
    ] = False,
    no_page_images: Annotated[
        bool, typer.Option("--no-page-images", help="HTML and PDF without pictures of the resume, for sharing.")
    ] = False,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE|FOLDER/",
            help="Write to this file instead of the terminal, or to a folder that keeps what is done.",
        ),
    ] = None,
    profile: Annotated[
        str | None,
        typer.Option(
            metavar="ID|FILE",
            help="What to compare with: a profile of ours, or a file of your own.",
            show_default="junior-ml-engineer",
        ),
    ] = None,
    job: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="A job posting (PDF, DOCX, HTML, Markdown or text) to compare with.",
            show_default=False,
        ),
    ] = None,
    notes: Corrections = None,
    overlays: Overlays = [],  # noqa: B006 - Typer's way to say that there are none
    as_of: Annotated[
        date | None,
        typer.Option(parser=month, metavar="YYYY-MM", help='The month that "present" means; today by default.'),
    ] = None,
    pdf_reader: Annotated[
        PdfReaderName, typer.Option(help="Force a reader instead of choosing per page.")
    ] = PdfReaderName.auto,
    ocr: Annotated[
        OcrName, typer.Option(help="Which pages are read by OCR: auto takes those without text.")
    ] = OcrName.auto,
    password: Password = None,
    passwords: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="CSV with the columns file and password.", show_default=False),
    ] = None,
    limit: Annotated[
        list[str],
        typer.Option(metavar="NAME=NUMBER", help="What a file may hold, as pages=300; repeatable.", show_default=False),
    ] = [],  # noqa: B006
    hours_per_week: Annotated[float, typer.Option(help="Hours a week that you can learn.")] = 10.0,
    by: Annotated[
        date | None,
        typer.Option(
            parser=month, metavar="YYYY-MM[-DD]", help="The day by which the plan has to end.", show_default=False
        ),
    ] = None,
    fail_under: Annotated[
        float | None,
        typer.Option(
            parser=share, metavar="SHARE", help="Exit with 3 if a resume's readiness is below this share, 0 to 1."
        ),
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", "-j", min=1, help="Worker processes.", show_default="all cores with -o FOLDER/, else 1"),
    ] = None,
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds that a document may take.")] = 40.0,
    max_memory: Annotated[int, typer.Option(min=512, help="Megabytes that its reading may take.")] = 1536,
    dask: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS|local", help="Use the workers of this Dask cluster, with -o FOLDER/.", show_default=False
        ),
    ] = None,
    parquet: Annotated[
        bool, typer.Option("--parquet", help="Write a table of all requirements too, with -o FOLDER/.")
    ] = False,
    keep_duplicates: Annotated[
        bool, typer.Option("--keep-duplicates", help="Report each of several files that are the same.")
    ] = False,
    retry_errors: Annotated[bool, typer.Option("--retry-errors", help="Try again what failed before.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Analyse all again, whatever -o FOLDER/ holds.")] = False,
    redact: Annotated[
        bool | None,
        typer.Option(
            "--redact/--no-redact",
            help="Take names, contact details, links and birth dates out of reports.",
            show_default="on with -o FOLDER/, else off",
        ),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No messages on standard error but errors.")] = False,
    no_color: Annotated[bool, typer.Option("--no-color", help="No colour; so does the variable NO_COLOR.")] = False,
) -> None:
    """Analyse resumes and report the gaps."""
    if output == "":
        raise typer.BadParameter("the name is empty: name a file or a FOLDER/", param_hint="--output")
    from gapcheck.batch.inputs import is_single

    if not quiet:
        warn_of_far_day(as_of)
    paths = places(paths, files_from)
    one = len(paths) == 1 and is_single(paths[0])
    into_folder = is_folder(output, many=not one)
    if output is not None and into_folder:
        _keep_apart(Path(output), paths, quiet=quiet)
    if notes is not None and (into_folder or not one):
        raise typer.BadParameter("notes are on one resume: give that one, and no FOLDER/", param_hint="--notes")
    if dask is None and (into_folder or (jobs or 1) > 1):
        warm_up()
    from gapcheck.analyzer import DEFAULT_PROFILE
    from gapcheck.batch import Limits
    from gapcheck.batch.one_by_one import same_files
    from gapcheck.batch.settings import Recipe
    from gapcheck.documents import Ocr, PdfReader

    def pictures(report: GapReport) -> Sequence[PagePicture]:
        from gapcheck.batch.page_images import pictures_of

        return () if no_page_images else pictures_of(paths[0], report.document.sha256, analyzer, worker_limits)

    if job is not None and profile is not None:
        say("--job and --profile name two things to compare with: leave one of them out")
        raise typer.Exit(USAGE)
    limits = _limits(limit)
    _check_ocr(ocr)
    recipe = Recipe(
        profile or DEFAULT_PROFILE,
        job,
        tuple(overlays),
        as_of,
        hours_per_week,
        by,
        PdfReader(pdf_reader.value),
        Ocr(ocr.value),
        redact=into_folder if redact is None else redact,
        password=password,
        passwords=passwords_in(passwords),
        limits=limits,
        notes=notes,
    )
    _read_standard_input(paths, limits)
    if output is not None and into_folder:
        run_options = RunOptions(
            jobs, timeout, max_memory, retry_errors, force, fail_under, quiet, dask, parquet,
            format=_known(format or "json"), view=View(details=details, read=read), page_images=not no_page_images,
            keep_duplicates=keep_duplicates,
        )  # fmt: skip
        raise typer.Exit(analyze_into(Path(output), paths, recipe, run_options))
    if dask is not None or parquet:
        raise typer.BadParameter("this needs a folder to write to: add -o FOLDER/", param_hint="--dask or --parquet")
    target = Path(output) if output is not None else None
    if target is not None:
        spare(target, *paths, *(file for file in (job, notes) if file is not None))
        if not target.parent.is_dir():
            message = f"the folder {target.parent} does not exist: create it first"
            raise typer.BadParameter(message, param_hint="--output")
    format = _known(format or (suffix_format(target, SUFFIXES) if target else None) or "text")
    _check_target(format, target, one=one)
    view = View(details=details, read=read, in_row=not one or (output or "").endswith(".jsonl"))
    color = not no_color and "NO_COLOR" not in os.environ
    analyzer = built(recipe)  # a wrong option is told before a file is opened
    worker_limits = Limits(jobs or 1, timeout, max_memory, limits.megabytes)
    write = Writer(format, target, view, pictures, color=color)
    results = _told(
        in_order(paths, recipe, analyzer, worker_limits, keep_duplicates), paths[0] if one else None, quiet=quiet
    )
    if worker_limits.jobs == 1:
        results = unlocked(results, analyzer, worker_limits)  # asks when no other line moves on the terminal
    same: list[Passed] = []
    try:
        with write:
            code = _written(results, write, fail_under, same, quiet=quiet)
    except WriteError as error:
        say(str(error))
        raise typer.Exit(SOME_FAILED) from None
    if same and not quiet:
        say(same_files(same))
    if target is not None and write.wrote and not quiet:
        say(f"wrote {target}")
    if code:
        raise typer.Exit(code)


def _written(
    results: Iterable[Result], write: Writer, fail_under: float | None, same: list[Passed], *, quiet: bool
) -> int:
    """Writes reports and errors as they come, tells what is to be told, and gives the exit code. Files that are the
    same as others are put into `same`. Raises `WriteError`.
    """
    from gapcheck.batch.one_by_one import SAME, Passed
    from gapcheck.report import GapReport

    readiness: list[float] = []
    failed = wrong_notes = False
    for result in results:
        if isinstance(result, Passed) and result.code == SAME:
            same.append(result)
            continue
        if isinstance(result, Passed):
            if not quiet:
                say(f"{result.path}: {result.code}: {result.message}")
            continue
        if isinstance(result, GapReport):
            readiness.append(result.summary.readiness or 0.0)  # an unread resume reaches no share
            if not quiet:
                for warning in result.document.warnings:
                    say(f"{result.document.path}: warning: {warning}")
        else:
            failed = True
            wrong_notes = result.error.code == "notes"
            say(f"{result.document.path}: {result.error.code}: {result.error.message}")
        write(result)
    if failed:
        return USAGE if wrong_notes else SOME_FAILED
    return BELOW_THRESHOLD if fail_under is not None and any(share < fail_under for share in readiness) else 0


def _limits(wishes: list[str]) -> ReadLimits:
    """The limits that `--limit` sets; ends the command where one is written wrongly."""
    from gapcheck.documents import parsed_limits

    try:
        return parsed_limits(wishes)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--limit") from None


def _check_ocr(ocr: OcrName) -> None:
    """Ends the command where all pages are to be read by OCR and that is not installed."""
    if ocr is not OcrName.always:
        return
    from gapcheck.documents import Ocr
    from gapcheck.documents.ocr.reader import remedy

    if missing := remedy(Ocr.always):
        raise typer.BadParameter(missing, param_hint="--ocr")


def _read_standard_input(paths: Sequence[str], limits: ReadLimits) -> None:
    """Reads a resume on standard input before the analyzer is loaded: what is too large is not kept in memory. An error
    is told when the resume has its turn.
    """
    from gapcheck.batch.sources import STDIN, content_of
    from gapcheck.documents import DocumentError

    if STDIN in paths and not sys.stdin.isatty():
        with suppress(DocumentError):
            content_of(STDIN, limits.megabytes)


def _known(format: str) -> str:
    if format not in FORMATS:
        raise typer.BadParameter(f"{format!r} is none of {', '.join(FORMATS)}", param_hint="--format")
    return format


def spare(target: Path, *sources: str | Path) -> None:
    """Ends the command where its output would replace a file that it reads."""
    if is_one_of(target, sources):
        raise typer.BadParameter(f"{target} is what is to be read: name another file", param_hint="--output")


def _keep_apart(folder: Path, paths: Sequence[str], *, quiet: bool) -> None:
    """Ends the command where results would go into the folder that is to be read, warns where they go beside a file:
    a folder that holds results is not read as one of resumes.
    """
    other = f"name another folder, or one in it, as {folder / 'out'}/"
    if is_one_of(folder, paths):
        raise typer.BadParameter(f"{folder} holds the resumes: {other}", param_hint="--output")
    if not quiet and is_one_of(folder, (Path(path).parent for path in paths if Path(path).is_file())):
        say(f"warning: {folder} holds resumes, and will not be read as a folder of them any more: {other}")


def _check_target(format: str, target: Path | None, *, one: bool) -> None:
    """Ends the command where a format can't hold what is asked for, or can't go where it is asked to go."""
    if not one and not FORMATS[format].in_rows:
        message = f"{format} holds one resume: give one, or write a file for each with -o FOLDER/"
        raise typer.BadParameter(message, param_hint="--format")
    if target is None and format == "pdf" and _is_terminal():
        raise typer.BadParameter("a PDF can't be shown here: name a file with -o report.pdf", param_hint="--format")


def _is_terminal() -> bool:
    return sys.stdout.isatty()


def _told(results: Iterator[Result], path: str | None, *, quiet: bool) -> Iterator[Result]:
    """The results. While one takes long, a message names it: by the path where there is one resume,
    else by its number.
    """
    for number in count(1):
        with told_when_slow(f"reading {path or f'resume {number}'}", quiet=quiet):
            result = next(results, None)
        if result is None:
            return
        yield result
