"""Uploads → reports, in worker processes with a time and a memory limit."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gapcheck.analyzer import Analyzer
from gapcheck.batch.limits import Limits, too_much
from gapcheck.batch.pool import new_pool, result_of
from gapcheck.batch.settings import Recipe
from gapcheck.documents import DocumentError, read_content
from gapcheck.documents.pdf.page_images import PagePicture, page_pictures
from gapcheck.plan import DEFAULT_HOURS
from gapcheck.report import ErrorReport, GapReport, error_report
from gapcheck.web.recent_reports import Read
from gapcheck.web.uploads import Upload

_Answer = tuple[bool, str, tuple[PagePicture, ...]]
"""Whether there is a report, the JSON of it or of the error, and pictures of the pages."""


@dataclass(frozen=True, slots=True)
class RequestOptions:
    """What a resume is compared with, the time there is to learn, and how it is read. Without a profile or a posting it
    is what the server compares with.
    """

    profile: str | None = None
    hours_a_week: float = DEFAULT_HOURS
    by: date | None = None
    as_of: date | None = None
    job: tuple[str, bytes] | None = None
    password: str | None = None
    redact: bool | None = None


class Readings:
    """Worker processes that read uploads."""

    def __init__(self, limits: Limits, recipe: Recipe) -> None:
        self._limits = limits
        self._pool = new_pool(limits, _set_up, limits, recipe)

    async def read(self, uploads: Sequence[Upload], wishes: RequestOptions, *, pictures: bool) -> list[Read]:
        """A report or an error on each."""
        return list(await asyncio.gather(*(self._read(upload, wishes, pictures=pictures) for upload in uploads)))

    async def _read(self, upload: Upload, wishes: RequestOptions, *, pictures: bool) -> Read:
        arguments = (upload.content, upload.name, wishes, pictures)
        future = self._pool.schedule(_analyze, args=arguments, timeout=self._limits.timeout)
        await asyncio.wait([asyncio.wrap_future(future)])
        try:
            is_report, answer, pages = result_of(future, self._limits)
        except DocumentError as error:
            return Read(error_report(upload.name, error))
        return Read((GapReport if is_report else ErrorReport).model_validate_json(answer), pages)

    def close(self) -> None:
        """Ends the workers."""
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()


class _Worker:
    """What a worker process keeps between uploads."""

    analyzer: Analyzer | None = None
    limits = Limits(1)


def _set_up(limits: Limits, recipe: Recipe) -> None:
    _Worker.limits = limits
    _Worker.analyzer = recipe()


def _analyze(content: bytes, name: str, wishes: RequestOptions, pictures: bool) -> _Answer:
    """In the worker: the answer on one upload."""
    assert _Worker.analyzer is not None
    try:
        analyzer = _analyzer(_Worker.analyzer, wishes)
        report = analyzer.analyze_bytes(content, name)
        return True, report.to_json(), _pictures(content, name, analyzer) if pictures else ()
    except DocumentError as error:
        return False, error_report(name, error).to_json(), ()
    except MemoryError:  # told from here: an exception that is kept would keep what filled the memory
        return False, error_report(name, too_much(_Worker.limits)).to_json(), ()


def _analyzer(shared: Analyzer, wishes: RequestOptions) -> Analyzer:
    try:
        return shared.wishing(
            wishes.profile,
            as_of=wishes.as_of,
            hours_a_week=wishes.hours_a_week,
            by=wishes.by,
            job=wishes.job,
            password=wishes.password,
            redact=wishes.redact,
        )
    except DocumentError as error:  # of the posting
        raise DocumentError(error.code, f"the job posting: {error.message}") from None


def _pictures(content: bytes, name: str, analyzer: Analyzer) -> tuple[PagePicture, ...]:
    if not analyzer.redact:
        return page_pictures(content, analyzer.reading.password)
    from gapcheck.privacy import redacted_pictures

    personal = analyzer.personal_details(read_content(content, name, analyzer.reading))
    return tuple(redacted_pictures(content, personal, analyzer.reading.password))
