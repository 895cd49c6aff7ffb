"""The command `gapcheck`: arguments → calls → exit code."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from enum import StrEnum
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from gapcheck.cli_batch import (
    BELOW_THRESHOLD,
    SOME_FAILED,
    USAGE,
    Wishes,
    analyze_into,
    built,
    in_order,
    is_folder,
    places,
    unlocked,
    warm_up,
)
from gapcheck.cli_cohort import cohort
from gapcheck.cli_data import DataFormat, Format, loaded, profiles_app, taxonomy_app
from gapcheck.cli_diff import diff
from gapcheck.cli_print import put, say, told_when_slow
from gapcheck.cli_serve import serve
from gapcheck.cli_write import WriteError, Writer, write_file
from gapcheck.files import is_one_of
from gapcheck.formats import FORMATS, View, format_of
from gapcheck.harmless import harmless
from gapcheck.version import __version__

if TYPE_CHECKING:
    from gapcheck.documents.pictures import PagePicture
    from gapcheck.report import ErrorReport, GapReport

_UsageError: Any = typer.BadParameter.__base__  # Typer has a Click of its own in some versions


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


class _AnalyzeByDefault(TyperGroup):
    """`gapcheck resume.pdf` means `gapcheck analyze resume.pdf`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        own = {name for option in self.params for name in option.opts} | {"--help", "-h"}
        if args and args[0] not in self.commands and args[0] not in own:
            args = ["analyze", *args]
        return super().parse_args(ctx, args)

    def make_context(self, *args: Any, **extra: Any) -> Any:
        with _harmless_errors():
            return super().make_context(*args, **extra)

    def invoke(self, ctx: Any) -> Any:
        with _harmless_errors():
            return super().invoke(ctx)


@contextmanager
def _harmless_errors() -> Iterator[None]:
    try:
        yield
    except _UsageError as error:
        error.message = harmless(error.message)
        raise


app = typer.Typer(
    cls=_AnalyzeByDefault,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Reads resumes and says, with proof, what a future machine-learning engineer misses and what to do next.",
    epilog="gapcheck resume.pdf is short for gapcheck analyze resume.pdf.",
)


app.add_typer(taxonomy_app, name="taxonomy")
app.add_typer(profiles_app, name="profiles")
app.command()(diff)
app.command()(cohort)
app.command()(serve)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"gapcheck {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    pass


def _month(text: str) -> date:
    try:
        return date.fromisoformat(f"{text}-01" if len(text) == 7 else text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is not a month: write it as YYYY-MM, for example 2026-11") from None


@app.command()
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
        typer.Option(metavar="FILE", help="A job posting (text, HTML or PDF) to compare with.", show_default=False),
    ] = None,
    overlays: Annotated[
        list[Path],
        typer.Option("--taxonomy", help="A folder of data files to lay over ours; repeatable.", show_default=False),
    ] = [],  # noqa: B006 - Typer's way to say that there are none
    as_of: Annotated[
        date | None,
        typer.Option(parser=_month, metavar="YYYY-MM", help='The month that "present" means; today by default.'),
    ] = None,
    pdf_reader: Annotated[
        PdfReaderName, typer.Option(help="Force a reader instead of choosing per page.")
    ] = PdfReaderName.auto,
    ocr: Annotated[
        OcrName, typer.Option(help="Which pages are read by OCR: auto takes those without text.")
    ] = OcrName.auto,
    password: Password = None,
    limit: Annotated[
        list[str],
        typer.Option(metavar="NAME=NUMBER", help="What a file may hold, as pages=300; repeatable.", show_default=False),
    ] = [],  # noqa: B006
    hours_per_week: Annotated[float, typer.Option(help="Hours a week that you can learn.")] = 10.0,
    by: Annotated[
        date | None,
        typer.Option(
            parser=_month, metavar="YYYY-MM[-DD]", help="The day by which the plan has to end.", show_default=False
        ),
    ] = None,
    fail_under: Annotated[
        float | None, typer.Option(min=0, max=1, help="Exit with 3 if a resume's readiness is below this share.")
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
    into_folder = is_folder(output)
    if dask is None and (into_folder or (jobs or 1) > 1):
        warm_up()
    from gapcheck.analyzer import DEFAULT_PROFILE
    from gapcheck.batch import Limits
    from gapcheck.batch.inputs import is_single
    from gapcheck.batch.recipe import Recipe
    from gapcheck.documents import Ocr, PdfReader, parsed_limits
    from gapcheck.report import GapReport

    def pictures(report: GapReport) -> Sequence[PagePicture]:
        from gapcheck.batch.pictures import pictures_of

        return () if no_page_images else pictures_of(paths[0], report.document.sha256, analyzer, worker_limits)

    if job is not None and profile is not None:
        say("--job and --profile name two things to compare with: leave one of them out")
        raise typer.Exit(USAGE)
    try:
        limits = parsed_limits(limit)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--limit") from None
    if ocr is OcrName.always:
        from gapcheck.documents.ocr import remedy

        if missing := remedy(Ocr.always):
            raise typer.BadParameter(missing, param_hint="--ocr")
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
        limits=limits,
    )
    paths = places(paths, files_from)
    if output is not None and into_folder:
        wishes = Wishes(
            jobs, timeout, max_memory, retry_errors, force, fail_under, quiet, dask, parquet,
            format=_known(format or "json"), view=View(details=details), page_images=not no_page_images,
        )  # fmt: skip
        raise typer.Exit(analyze_into(Path(output), paths, recipe, wishes))
    if dask is not None or parquet:
        raise typer.BadParameter("this needs a folder to write to: add -o FOLDER/", param_hint="--dask or --parquet")
    target = Path(output) if output is not None else None
    if target is not None:
        _spare(target, *paths, *([job] if job is not None else []))
    if target is not None and not target.parent.is_dir():
        raise typer.BadParameter(f"the folder {target.parent} does not exist: create it first", param_hint="--output")
    one = len(paths) == 1 and is_single(paths[0])
    format = _known(format or format_of(output or ""))
    _check_target(format, target, one=one)
    view = View(details=details, in_row=not one or (output or "").endswith(".jsonl"))
    color = not no_color and "NO_COLOR" not in os.environ
    analyzer = built(recipe)  # a wrong option is told before a file is opened
    worker_limits = Limits(jobs or 1, timeout, max_memory)
    write = Writer(format, target, view, pictures, color=color)
    results = _told(in_order(paths, recipe, analyzer, worker_limits), paths[0] if one else None, quiet=quiet)
    if worker_limits.jobs == 1:
        results = unlocked(results, analyzer, worker_limits)  # asks when no other line moves on the terminal
    readiness: list[float] = []
    failed = False
    try:
        with write:
            for result in results:
                if isinstance(result, GapReport):
                    readiness.append(result.summary.readiness)
                    if not quiet:
                        for warning in result.document.warnings:
                            say(f"{result.document.path}: warning: {warning}")
                else:
                    failed = True
                    say(f"{result.document.path}: {result.error.code}: {result.error.message}")
                write(result)
    except WriteError as error:
        say(str(error))
        raise typer.Exit(SOME_FAILED) from None
    if target is not None and write.wrote and not quiet:
        say(f"wrote {target}")
    if failed:
        raise typer.Exit(SOME_FAILED)
    if fail_under is not None and any(share < fail_under for share in readiness):
        raise typer.Exit(BELOW_THRESHOLD)


def _known(format: str) -> str:
    if format not in FORMATS:
        raise typer.BadParameter(f"{format!r} is none of {', '.join(FORMATS)}", param_hint="--format")
    return format


def _spare(target: Path, *sources: str | Path) -> None:
    """Ends the command where its output would take the place of what it reads."""
    if is_one_of(target, sources):
        raise typer.BadParameter(f"{target} is what is to be read: name another file", param_hint="--output")


def _check_target(format: str, target: Path | None, *, one: bool) -> None:
    """Ends the command where a format can't hold what is asked for, or can't go where it is asked to go."""
    if not one and not FORMATS[format].in_rows:
        message = f"{format} holds one resume: give one, or write a file for each with -o FOLDER/"
        raise typer.BadParameter(message, param_hint="--format")
    if target is None and format == "pdf" and _is_terminal():
        raise typer.BadParameter("a PDF can't be shown here: name a file with -o report.pdf", param_hint="--format")


def _is_terminal() -> bool:
    return sys.stdout.isatty()


def _told(
    results: Iterator[GapReport | ErrorReport], path: str | None, *, quiet: bool
) -> Iterator[GapReport | ErrorReport]:
    """The results; what takes long is named, by its path where there is one, else by its number."""
    for number in count(1):
        with told_when_slow(f"reading {path or f'resume {number}'}", quiet=quiet):
            result = next(results, None)
        if result is None:
            return
        yield result


@app.command("job")
def job_profile(
    posting: Annotated[Path, typer.Argument(help="A job posting: text, HTML or PDF.", show_default=False)],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write to this file instead of the terminal.")
    ] = None,
    overlays: Annotated[
        list[Path],
        typer.Option("--taxonomy", help="A folder of data files to lay over ours; repeatable.", show_default=False),
    ] = [],  # noqa: B006
) -> None:
    """Print what a job posting asks for as a profile, to edit and to use with --profile."""
    from gapcheck.job import JobError, profile_text, read_job
    from gapcheck.skills import SkillReader

    if output is not None:
        _spare(output, posting)
    taxonomy = loaded(overlays)
    try:
        read = read_job(posting, taxonomy, SkillReader(taxonomy))
    except JobError as error:
        say(f"{posting}: {error.code}: {error.message}")
        raise typer.Exit(SOME_FAILED) from None
    text = profile_text(read, read.profile(taxonomy, date.today()))
    if output is None:
        put(text, nl=False)
        return
    try:
        write_file(output, text)
    except WriteError as error:
        raise typer.BadParameter(str(error), param_hint="--output") from None
    say(f"wrote {output}: edit it, then run gapcheck resume.pdf --profile {output}")


@app.command()
def explain(
    path: Annotated[Path, typer.Argument(help="A resume.", show_default=False)],
    skill: Annotated[str, typer.Argument(help="Id of a skill; gapcheck taxonomy search finds it.", show_default=False)],
    as_of: Annotated[date | None, typer.Option(parser=_month, metavar="YYYY-MM", help='What "present" means.')] = None,
    password: Password = None,
    overlays: Annotated[
        list[Path],
        typer.Option("--taxonomy", help="A folder of data files to lay over ours; repeatable.", show_default=False),
    ] = [],  # noqa: B006
) -> None:
    """Show how a skill's level comes about on a resume: every mention, what counts, and the rule that decides."""
    from gapcheck.analyzer import Analyzer
    from gapcheck.batch import Limits, guarded
    from gapcheck.documents import DocumentError
    from gapcheck.report.console import PlainConsole
    from gapcheck.report.explain import print_explanation

    taxonomy = loaded(overlays)
    if skill not in taxonomy.skills:
        raise typer.BadParameter(f"there is no skill {skill}: look for it with gapcheck taxonomy search {skill}")
    try:
        analyzer, console = Analyzer(as_of=as_of, password=password, taxonomy=taxonomy), PlainConsole()

        def explained() -> str:
            found = analyzer.explain(path, skill)
            with console.capture() as captured:
                print_explanation(found, taxonomy, console)
            return captured.get()

        text = guarded(explained, Limits(1))
    except DocumentError as error:
        say(f"{path}: {error.code}: {error.message}")
        raise typer.Exit(SOME_FAILED) from None
    console.file.write(text)


@app.command()
def evaluate(
    corpus: Annotated[
        Path, typer.Argument(help="A folder with resumes/ID.pdf and labels/ID.json.", show_default=False)
    ],
    format: Format = DataFormat.text,
    compare: Annotated[
        Path | None, typer.Option(help="A JSON output of an earlier run: print what changed.", show_default=False)
    ] = None,
    as_of: Annotated[date | None, typer.Option(parser=_month, metavar="YYYY-MM", help='What "present" means.')] = None,
    pdf_reader: Annotated[PdfReaderName, typer.Option(help="Force a reader.")] = PdfReaderName.auto,
    outcomes: Annotated[
        Path | None,
        typer.Option(help="Add what was said, and whether it was right, to this CSV file.", show_default=False),
    ] = None,
) -> None:
    """Measure how right the reading is, on resumes that you have labelled."""
    import json

    from gapcheck.analyzer import Analyzer
    from gapcheck.documents import PdfReader
    from gapcheck.evaluation import CorpusError
    from gapcheck.evaluation import evaluate as run
    from gapcheck.evaluation.show import changes, table

    try:
        earlier = json.loads(compare.read_text(encoding="utf-8")) if compare else None
        if earlier is not None and earlier.get("schema") != "gapcheck/evaluation/1":
            raise ValueError
    except (OSError, ValueError):
        raise typer.BadParameter(f"{compare} is no JSON output of gapcheck evaluate", param_hint="--compare") from None
    try:
        evaluation = run(corpus, Analyzer(as_of=as_of, pdf_reader=PdfReader(pdf_reader.value)))
    except CorpusError as error:
        say(str(error))
        raise typer.Exit(SOME_FAILED) from None
    if outcomes is not None:
        from gapcheck.training.confidences import rows_of, write_rows

        write_rows(rows_of(evaluation.outcomes), outcomes)
    found = evaluation.to_data()
    put(json.dumps(found, indent=1) if format is DataFormat.json else table(found))
    if earlier is not None and format is DataFormat.text:
        put(changes(earlier, found))


class SchemaKind(StrEnum):
    """What a JSON Schema is of: a report, a cohort, or a kind of data file."""

    report = "report"
    cohort = "cohort"
    skills = "skills"
    profile = "profile"
    certifications = "certifications"
    roadmap = "roadmap"
    headings = "headings"
    entries = "entries"
    context = "context"
    language = "language"
    unread_languages = "unread_languages"
    levels = "levels"
    postings = "postings"
    advice = "advice"
    portfolio = "portfolio"
    market = "market"
    privacy = "privacy"


@app.command()
def schema(
    kind: Annotated[SchemaKind, typer.Option(help="A report, a cohort, or a kind of data file.")] = SchemaKind.report,
) -> None:
    """Print the JSON Schema of a report, a cohort, or of a kind of data file for your editor."""
    import json

    from gapcheck.cohort import cohort_schema
    from gapcheck.report import json_schema
    from gapcheck.taxonomy.models import file_schema

    published = {SchemaKind.report: json_schema, SchemaKind.cohort: cohort_schema}
    found = published[kind]() if kind in published else file_schema(kind.value)
    typer.echo(json.dumps(found, indent=2))


def main() -> None:
    """The console script."""
    if sys.stdout is None:  # whoever started the command closed it
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - until the process ends
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # its threads have no work, and take 40 MB of addresses a core
    gc.disable()  # loading makes many objects and no rubbish: looking for it costs a tenth of the start
    try:
        app()
    except OSError as error:
        say(f"the output can't be written ({(error.strerror or 'unknown cause').lower()})")
        sys.exit(SOME_FAILED)


if __name__ == "__main__":
    main()
