"""Reports just made → the same reports under addresses that nobody can guess: in memory, for an hour at most."""

from __future__ import annotations

import secrets
import time
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

from gapcheck.documents.pdf.page_images import PagePicture
from gapcheck.report import ErrorReport, GapReport

LONGEST = 3600.0
"""Seconds for which a report is kept."""

_MOST_BYTES = 128 << 20
_REPORT_BYTES = 200_000  # about, as objects


@dataclass(frozen=True, slots=True)
class Read:
    """A resume that was read: its report and pictures, or the error."""

    report: GapReport | ErrorReport
    pictures: Sequence[PagePicture] = ()

    @property
    def size(self) -> int:
        """Bytes in memory, about."""
        return _REPORT_BYTES + sum(len(picture.data) for picture in self.pictures)


@dataclass(frozen=True, slots=True)
class _Group:
    """Resumes that were sent together."""

    reads: tuple[Read, ...]
    until: float

    @property
    def size(self) -> int:
        return sum(read.size for read in self.reads)


class RecentReports:
    """The last uploads, each for an hour at most; the oldest go first where there are many."""

    def __init__(self) -> None:
        self._groups: OrderedDict[str, _Group] = OrderedDict()

    def add(self, reads: Sequence[Read]) -> str:
        """Keeps what was read together; gives the key to it."""
        key = secrets.token_urlsafe(16)
        self._groups[key] = _Group(tuple(reads), time.monotonic() + LONGEST)
        self.forget()
        return key

    def get(self, key: str) -> tuple[Read, ...]:
        """What was kept under the key; nothing where that is forgotten."""
        self.forget()
        group = self._groups.get(key)
        return group.reads if group else ()

    def forget(self) -> None:
        """Drops reports that are too old or too many. Called by a timer when a report gets too old: there may be no
        later request.
        """
        now = time.monotonic()
        total = sum(group.size for group in self._groups.values())
        while self._groups:
            key, oldest = next(iter(self._groups.items()))
            if oldest.until > now and (total <= _MOST_BYTES or len(self._groups) == 1):
                return
            total -= oldest.size
            del self._groups[key]
