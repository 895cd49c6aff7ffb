"""Many places → one report or one error each; a document that can't be read costs only itself.

`analyze_all` reads them one after the other in this process, `analyze_all_in_workers` in several, both in order; `run`
keeps what is done in an output folder and goes on from there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from gapcheck.analyzer import Analyzer
from gapcheck.batch.inputs import expanded
from gapcheck.batch.places import content_of, resumes_at
from gapcheck.batch.suggest import Suggestion, suggestions
from gapcheck.documents import DocumentError
from gapcheck.report import ErrorReport, GapReport, error_report

if TYPE_CHECKING:
    from gapcheck.batch.pool import Factory, Limits

__all__ = ["Suggestion", "analyze_all", "analyze_all_in_workers", "expanded", "suggestions"]


def analyze_all(places: Iterable[str], analyzer: Analyzer) -> Iterator[GapReport | ErrorReport]:
    """Reports and errors as they come; folders and archives are searched for resumes."""
    for place in places:
        try:
            resumes = resumes_at(place)
        except DocumentError as error:
            yield error_report(place, error)
            continue
        for resume in resumes:
            try:
                yield analyzer.analyze_bytes(content_of(resume.place), resume.place)
            except DocumentError as error:
                yield error_report(resume.place, error)


def analyze_all_in_workers(
    places: Iterable[str], factory: Factory, limits: Limits
) -> Iterator[GapReport | ErrorReport]:
    """As `analyze_all`, in worker processes. Raises `WorkersError` where none stays alive."""
    from gapcheck.batch.pool import Work, outcomes_in_order

    work: list[Work | ErrorReport] = []
    for place in places:
        try:
            work += [Work(resume.place) for resume in resumes_at(place)]
        except DocumentError as error:
            work.append(error_report(place, error))
    coming = outcomes_in_order([one for one in work if isinstance(one, Work)], factory, limits)
    for one in work:
        yield one if isinstance(one, ErrorReport) else next(coming).to_report()
