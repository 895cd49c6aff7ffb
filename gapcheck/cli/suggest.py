"""`gapcheck taxonomy suggest`: resumes, or the reports of a run → names that the taxonomy lacks, and a file to edit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gapcheck.cli.messages import SOME_FAILED, put, say
from gapcheck.cli.options import DataFormat, Format, Overlays, loaded, places, print_json

if TYPE_CHECKING:
    from gapcheck.batch.suggest import Suggestion
    from gapcheck.report import GapReport
    from gapcheck.taxonomy import Taxonomy

_FILE = "suggested.yaml"


def suggest(
    paths: Annotated[
        list[str],
        typer.Argument(
            help="Resumes, folders of them, or output folders of runs, which are not read again.", show_default=False
        ),
    ],
    least: Annotated[
        int, typer.Option(min=1, help="Only words that stand in so many resumes, where so many are read.")
    ] = 2,
    all_words: Annotated[bool, typer.Option("--all", help="Words that stand in one resume alone, too.")] = False,
    write: Annotated[
        Path | None,
        typer.Option(
            "--write", metavar="FOLDER/", help="Write a file of skills to edit into this folder.", show_default=False
        ),
    ] = None,
    format: Format = DataFormat.text,
    overlays: Overlays = [],  # noqa: B006 - Typer's way to say that there are none
) -> None:
    """Rank the words on resumes that stand where skills stand and are not known: what the taxonomy lacks."""
    from gapcheck.batch.suggest import suggestions
    from gapcheck.report.wording import counted

    taxonomy = loaded(overlays)
    reading = _Reading(places(paths, None), taxonomy)
    ranked = suggestions(reading, taxonomy)
    found = [one for one in ranked if all_words or one.resumes >= min(least, reading.count)]
    resumes = counted(reading.count, "resume")
    if write is not None:
        _write(found, resumes, write, taxonomy)
    elif format is DataFormat.json:
        print_json([{**asdict(one), "nearest": one.nearest and one.nearest.model_dump()} for one in found])
    else:
        put(f"resumes  word ({resumes} read)")
        for one in found:
            put("\n".join(_lines(one)))
        if rare := len(ranked) - len(found):
            put(f"{counted(rare, 'word')} in fewer than {least} resumes left out: --all shows them")
    if reading.failed:
        raise typer.Exit(SOME_FAILED)


class _Reading:
    """The reports on what is at the paths, one by one, on a document once, also where its folder and its run are both
    given; what can't be read is told. `count` is how many came.
    """

    def __init__(self, paths: list[str], taxonomy: Taxonomy) -> None:
        self.paths, self.taxonomy = paths, taxonomy
        self.count, self.failed = 0, False

    def __iter__(self) -> Iterator[GapReport]:
        from gapcheck.batch.suggest import stored_reports

        seen: set[str] = set()
        for path in self.paths:
            for report in stored_reports(Path(path)) or self._read(path):
                if report.document.sha256 not in seen:
                    seen.add(report.document.sha256)
                    self.count += 1
                    yield report

    def _read(self, path: str) -> Iterator[GapReport]:
        from gapcheck.analyzer import Analyzer
        from gapcheck.batch import Limits
        from gapcheck.batch.one_by_one import SAME, Passed, analyze_all, same_files
        from gapcheck.report import GapReport

        same = list[Passed]()
        for result in analyze_all([path], Analyzer(taxonomy=self.taxonomy, redact=True), Limits(1)):
            if isinstance(result, GapReport):
                yield result
            elif isinstance(result, Passed) and result.code == SAME:
                same.append(result)
            elif isinstance(result, Passed):
                say(f"{result.path}: {result.code}: {result.message}")
            else:
                self.failed = True
                say(f"{result.document.path}: {result.error.code}: {result.error.message}")
        if same:
            say(same_files(same))


def _write(found: list[Suggestion], resumes: str, folder: Path, taxonomy: Taxonomy) -> None:
    from gapcheck.batch.suggest import skills_draft

    file = folder / "skills" / _FILE
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8") as stream:
            stream.write(skills_draft(found, resumes, folder, taxonomy))
    except FileExistsError:
        message = f"{file} exists already: rename what you have edited, or name another folder"
        raise typer.BadParameter(message, param_hint="--write") from None
    except OSError as error:
        reason = (error.strerror or "unknown cause").lower()
        raise typer.BadParameter(
            f"{file} can't be written ({reason}): name another folder", param_hint="--write"
        ) from None
    say(f"wrote {file} ({len(found)} words): edit it, then run gapcheck taxonomy check --taxonomy {folder}")


def _lines(one: Suggestion) -> Iterator[str]:
    others = f" (also {', '.join(one.spellings[1:])})" if len(one.spellings) > 1 else ""
    guess = f"did you mean {one.nearest.name} ({one.nearest.id})?" if one.nearest else ""
    yield f"{one.resumes:7}  {one.text + others:32}{guess}".rstrip()
    for example in one.examples:
        yield f"         {example.path} {example.page}:{example.line} “{example.quote}”"
