"""The command `gapcheck`: arguments → calls → exit code."""

from __future__ import annotations

import gc
import os
import sys
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from gapcheck.cli_batch import BELOW_THRESHOLD, SOME_FAILED, USAGE, Wishes, analyze_into, in_order, is_folder, warm_up
from gapcheck.cli_data import loaded, profiles_app, taxonomy_app
from gapcheck.cli_diff import diff
from gapcheck.version import __version__

if TYPE_CHECKING:
    from gapcheck.report import ErrorReport, GapReport


class OutputFormat(StrEnum):
    """How a report is written."""

    text = "text"
    json = "json"


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
        list[Path], typer.Argument(help="Resumes (PDF), folders of them, or patterns in quotes.", show_default=False)
    ],
    format: Annotated[
        OutputFormat, typer.Option("--format", "-f", help="Text for people, JSON for programs.")
    ] = OutputFormat.text,
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
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds that a document may take in a worker.")] = 20.0,
    max_memory: Annotated[int, typer.Option(min=512, help="Megabytes that a worker may hold.")] = 1024,
    retry_errors: Annotated[bool, typer.Option("--retry-errors", help="Try again what failed before.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Analyse all again, whatever -o FOLDER/ holds.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No messages on standard error but errors.")] = False,
    no_color: Annotated[bool, typer.Option("--no-color", help="No colour; so does the variable NO_COLOR.")] = False,
) -> None:
    """Analyse resumes and report the gaps."""
    into_folder = is_folder(output)
    if into_folder or (jobs or 1) > 1:
        warm_up()
    from gapcheck.analyzer import DEFAULT_PROFILE
    from gapcheck.batch import expanded
    from gapcheck.batch.recipe import Recipe
    from gapcheck.documents import Ocr, PdfReader
    from gapcheck.report import GapReport

    if job is not None and profile is not None:
        typer.echo("gapcheck: --job and --profile name two things to compare with: leave one of them out", err=True)
        raise typer.Exit(USAGE)
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
    )
    paths = expanded(paths)
    if output is not None and into_folder:
        wishes = Wishes(jobs, timeout, max_memory, retry_errors, force, fail_under, quiet)
        raise typer.Exit(analyze_into(Path(output), paths, recipe, wishes))
    target = Path(output) if output is not None else None
    if target is not None and not target.parent.is_dir():
        raise typer.BadParameter(f"the folder {target.parent} does not exist: create it first", param_hint="--output")
    results = in_order(paths, recipe, jobs=jobs or 1, timeout=timeout, max_memory=max_memory)
    one = len(paths) == 1 and not paths[0].is_dir()
    readiness: list[float] = []
    failed = False
    write = _Writer(format, target, one=one, color=not no_color and "NO_COLOR" not in os.environ)
    with write:
        for result in results:
            if isinstance(result, GapReport):
                readiness.append(result.summary.readiness)
                if not quiet:
                    for warning in result.document.warnings:
                        typer.echo(f"gapcheck: {result.document.path}: warning: {warning}", err=True)
            else:
                failed = True
                typer.echo(f"gapcheck: {result.document.path}: {result.error.code}: {result.error.message}", err=True)
            write(result)
    if target is not None and not quiet:
        typer.echo(f"gapcheck: wrote {target}", err=True)
    if failed:
        raise typer.Exit(SOME_FAILED)
    if fail_under is not None and any(share < fail_under for share in readiness):
        raise typer.Exit(BELOW_THRESHOLD)


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

    taxonomy = loaded(overlays)
    try:
        read = read_job(posting, taxonomy, SkillReader(taxonomy))
    except JobError as error:
        typer.echo(f"gapcheck: {posting}: {error.code}: {error.message}", err=True)
        raise typer.Exit(SOME_FAILED) from None
    text = profile_text(read, read.profile(taxonomy, date.today()))
    if output is None:
        typer.echo(text, nl=False)
        return
    try:
        output.write_text(text, encoding="utf-8")
    except OSError as error:
        raise typer.BadParameter(f"{output} can't be written: {error.strerror}", param_hint="--output") from None
    typer.echo(f"gapcheck: wrote {output}: edit it, then run gapcheck resume.pdf --profile {output}", err=True)


@app.command()
def explain(
    path: Annotated[Path, typer.Argument(help="A resume.", show_default=False)],
    skill: Annotated[str, typer.Argument(help="Id of a skill; gapcheck taxonomy search finds it.", show_default=False)],
    as_of: Annotated[date | None, typer.Option(parser=_month, metavar="YYYY-MM", help='What "present" means.')] = None,
    overlays: Annotated[
        list[Path],
        typer.Option("--taxonomy", help="A folder of data files to lay over ours; repeatable.", show_default=False),
    ] = [],  # noqa: B006
) -> None:
    """Show how a skill's level comes about on a resume: every mention, what counts, and the rule that decides."""
    from gapcheck.analyzer import Analyzer
    from gapcheck.documents import DocumentError
    from gapcheck.report.explain import explanation_lines

    taxonomy = loaded(overlays)
    if skill not in taxonomy.skills:
        raise typer.BadParameter(f"there is no skill {skill}: look for it with gapcheck taxonomy search {skill}")
    try:
        found = Analyzer(as_of=as_of, taxonomy=taxonomy).explain(path, skill)
    except DocumentError as error:
        typer.echo(f"gapcheck: {path}: {error.code}: {error.message}", err=True)
        raise typer.Exit(SOME_FAILED) from None
    for line in explanation_lines(found, taxonomy):
        typer.echo(line)


@app.command()
def evaluate(
    corpus: Annotated[
        Path, typer.Argument(help="A folder with resumes/ID.pdf and labels/ID.json.", show_default=False)
    ],
    format: Annotated[OutputFormat, typer.Option("--format", "-f")] = OutputFormat.text,
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
        typer.echo(f"gapcheck: {error}", err=True)
        raise typer.Exit(SOME_FAILED) from None
    if outcomes is not None:
        from gapcheck.training.confidences import rows_of, write_rows

        write_rows(rows_of(evaluation.outcomes), outcomes)
    found = evaluation.to_data()
    typer.echo(json.dumps(found, indent=1) if format is OutputFormat.json else table(found))
    if earlier is not None and format is OutputFormat.text:
        typer.echo(changes(earlier, found))


class SchemaKind(StrEnum):
    """What a JSON Schema is of: a report, or a kind of data file."""

    report = "report"
    skills = "skills"
    profile = "profile"
    certifications = "certifications"
    roadmap = "roadmap"
    headings = "headings"
    entries = "entries"
    context = "context"
    languages = "languages"
    levels = "levels"
    postings = "postings"
    advice = "advice"
    portfolio = "portfolio"
    market = "market"


@app.command()
def schema(
    kind: Annotated[SchemaKind, typer.Option(help="A report, or a kind of data file.")] = SchemaKind.report,
) -> None:
    """Print the JSON Schema of a report, or of a kind of data file for your editor."""
    import json

    from gapcheck.report import json_schema
    from gapcheck.taxonomy.models import file_schema

    found = json_schema() if kind is SchemaKind.report else file_schema(kind.value)
    typer.echo(json.dumps(found, indent=2))


class _Writer:
    """Writes results one by one, to the terminal or a file."""

    def __init__(self, format: OutputFormat, output: Path | None, *, one: bool, color: bool) -> None:
        self._format, self._output, self._one, self._color = format, output, one, color
        self._stream: Any = sys.stdout
        self._console: Any = None

    def __enter__(self) -> None:
        if self._output is not None:
            self._stream = self._output.open("w", encoding="utf-8")
        elif hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf-8", errors="replace")

    def __exit__(self, *_: object) -> None:
        if self._output is not None:
            self._stream.close()

    def __call__(self, result: GapReport | ErrorReport) -> None:
        from gapcheck.report import GapReport

        if self._format is OutputFormat.json:
            self._stream.write(result.to_json(indent=2 if self._one else None) + "\n")
            self._stream.flush()
        elif isinstance(result, GapReport):
            from rich.console import Console

            from gapcheck.report.terminal import print_report

            if self._console is None:
                plain = not self._color or self._output is not None
                self._console = Console(
                    file=self._stream, no_color=plain, highlight=False, width=100 if self._output else None
                )
            print_report(result, self._console)


def main() -> None:
    """The console script."""
    gc.disable()  # loading makes many objects and no rubbish: looking for it costs a tenth of the start
    app()


if __name__ == "__main__":
    main()
