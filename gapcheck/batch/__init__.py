"""Many paths → one report or one error each; a document that can't be read costs only itself.

`analyze_all` reads them one after the other, `analyze_all_in_workers` in several processes, both in order; `run` keeps
what is done in an output folder and goes on from there. None of them reads a file in this process.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from gapcheck.analyzer import Analyzer
from gapcheck.batch.guard import guarded
from gapcheck.batch.inputs import expanded, resumes_in
from gapcheck.batch.limits import Limits
from gapcheck.batch.suggest import Suggestion, suggestions
from gapcheck.documents import DocumentError
from gapcheck.report import ErrorReport, GapReport, error_report

if TYPE_CHECKING:
    from gapcheck.batch.pool import Factory

__all__ = ["Limits", "Suggestion", "analyze_all", "analyze_all_in_workers", "expanded", "guarded", "suggestions"]


def analyze_all(paths: Iterable[Path], analyzer: Analyzer, limits: Limits) -> Iterator[GapReport | ErrorReport]:
    """Reports and errors as they come, each from a guarded copy of this process; folders are searched for resumes."""
    for path in paths:
        try:
            resumes = resumes_in(path)
        except DocumentError as error:
            yield error_report(str(path), error)
            continue
        for resume in resumes:
            try:
                json = guarded(partial(_json_of, resume, analyzer), limits)
                yield GapReport.model_validate_json(json)
            except DocumentError as error:
                yield error_report(str(resume), error)


def _json_of(resume: Path, analyzer: Analyzer) -> str:
    return analyzer.analyze(resume).to_json()


def analyze_all_in_workers(
    paths: Iterable[Path], factory: Factory, limits: Limits
) -> Iterator[GapReport | ErrorReport]:
    """As `analyze_all`, in worker processes. Raises `WorkersError` where none stays alive."""
    from gapcheck.batch.pool import Work, outcomes_in_order

    work: list[Work | ErrorReport] = []
    for path in paths:
        try:
            work += [Work(str(resume)) for resume in resumes_in(path)]
        except DocumentError as error:
            work.append(error_report(str(path), error))
    coming = outcomes_in_order([one for one in work if isinstance(one, Work)], factory, limits)
    for one in work:
        yield one if isinstance(one, ErrorReport) else next(coming).to_report()
