"""Places of resumes → one report or one error each, in order, from a guarded copy of this process or from workers."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING

from gapcheck.analyzer import Analyzer
from gapcheck.batch.limits import Limits
from gapcheck.batch.outcome import same_as
from gapcheck.batch.sandbox import guarded
from gapcheck.batch.sources import FoundFile, content_of, resumes_at, travels
from gapcheck.documents import DocumentError
from gapcheck.documents.naming import SKIPPED
from gapcheck.report import ErrorReport, GapReport, error_report

if TYPE_CHECKING:
    from gapcheck.batch.pool import Factory

SAME = "same"
_MOST_NAMED = 3  # of several files that are the same as others


@dataclass(frozen=True, slots=True)
class Passed:
    """A file that is not read, or not again: the code of the reason, and the reason with what to do about it."""

    path: str
    code: str
    message: str


Result = GapReport | ErrorReport | Passed


def analyze_all(
    places: Iterable[str], analyzer: Analyzer, limits: Limits, *, keep_duplicates: bool = False
) -> Iterator[Result]:
    """Reports and errors as they come, each from a guarded copy of this process; folders and archives are searched for
    resumes.
    """
    seen: dict[str, str] = {}
    found = _found(places)
    first = list(islice(found, 2))
    if len(first) > 1:
        analyzer.warm_up()
    for one in chain(first, found):
        if one.why is not None:
            yield _refused(one, one.why)
            continue
        try:
            content = content_of(one.place, limits.file) if travels(one.place) else None
            known = {} if keep_duplicates else seen
            answer = json.loads(guarded(lambda: _answer(one, content, analyzer, known, limits), limits))  # noqa: B023 - called here
        except DocumentError as error:
            yield _refused(one, error)
            continue
        if "same" in answer:
            yield Passed(one.place, SAME, same_as(answer["same"]))
        else:
            report = GapReport.model_validate_json(answer["report"])
            seen.setdefault(report.document.sha256, one.place)
            yield report


def same_files(files: Sequence[Passed]) -> str:
    """The line on files that have the bytes of others."""
    named = ", ".join(file.path for file in files[:_MOST_NAMED])
    if len(files) == 1:
        return f"{named}: {SAME}: {files[0].message}"
    more = f" and {len(files) - _MOST_NAMED} more" if len(files) > _MOST_NAMED else ""
    return f"{named}{more}: {SAME}: each the same file as another: counted once (--keep-duplicates counts each)"


def _answer(found: FoundFile, content: bytes | None, analyzer: Analyzer, seen: dict[str, str], limits: Limits) -> str:
    content = content_of(found.place, limits.file) if content is None else content
    if (first := seen.get(hashlib.sha256(content).hexdigest())) is not None:
        return json.dumps({"same": first})
    if found.unsure:
        named, redacted = analyzer.analyze_for_store(content, found.place, unsure=True)
        report = redacted if analyzer.redact else named
    else:
        report = analyzer.analyze_bytes(content, found.place)
    return json.dumps({"report": report.to_json()})


def analyze_all_in_workers(
    places: Iterable[str], factory: Factory, limits: Limits, *, redact: bool = False, keep_duplicates: bool = False
) -> Iterator[Result]:
    """As `analyze_all`, in worker processes. Raises `WorkersError` where none stays alive."""
    from gapcheck.batch.pool import Work, outcomes_in_order

    found = list(_found(places))
    work = [Work(one.place, unsure=one.unsure) for one in found if one.why is None]
    coming = outcomes_in_order(work, factory, limits)
    seen: dict[str, str] = {}
    for one in found:
        if one.why is not None:
            yield _refused(one, one.why)
            continue
        outcome = next(coming)
        first = seen.setdefault(outcome.sha256, one.place) if outcome.code is None else one.place
        if first != one.place and not keep_duplicates:
            yield Passed(one.place, SAME, same_as(first))
        elif outcome.code is not None:
            yield _refused(one, DocumentError(outcome.code, outcome.message or ""))
        else:
            yield GapReport.model_validate_json(outcome.json if redact else outcome.named)


def _found(places: Iterable[str]) -> Iterator[FoundFile]:
    for place in places:
        try:
            yield from resumes_at(place)
        except DocumentError as error:
            yield FoundFile(place, why=error)


def _refused(found: FoundFile, why: DocumentError) -> ErrorReport | Passed:
    if found.searched and why.code in SKIPPED:
        return Passed(found.place, why.code, why.message)
    return error_report(found.place, why)
