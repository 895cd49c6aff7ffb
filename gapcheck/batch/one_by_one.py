"""Places of resumes → one report or one error each, in order, from a guarded copy of this process or from workers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from gapcheck.analyzer import Analyzer
from gapcheck.batch.limits import Limits
from gapcheck.batch.sandbox import guarded
from gapcheck.batch.sources import content_of, resumes_at, travels
from gapcheck.documents import DocumentError
from gapcheck.report import ErrorReport, GapReport, error_report

if TYPE_CHECKING:
    from gapcheck.batch.pool import Factory


def analyze_all(places: Iterable[str], analyzer: Analyzer, limits: Limits) -> Iterator[GapReport | ErrorReport]:
    """Reports and errors as they come, each from a guarded copy of this process; folders and archives are searched for
    resumes.
    """
    for place in places:
        try:
            resumes = resumes_at(place)
        except DocumentError as error:
            yield error_report(place, error)
            continue
        for resume in resumes:
            try:
                content = content_of(resume.place) if travels(resume.place) else None
                json = guarded(partial(_json_of, resume.place, content, analyzer), limits)
                yield GapReport.model_validate_json(json)
            except DocumentError as error:
                yield error_report(resume.place, error)


def _json_of(place: str, content: bytes | None, analyzer: Analyzer) -> str:
    return analyzer.analyze_bytes(content_of(place) if content is None else content, place).to_json()


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
