"""A line that says since when it is so, and a job → the part of the job's time from then on."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from gapcheck.resume import DateRange

_MONTHS = 12


def since_when(text: str, end: int, words: tuple[str, ...]) -> int | None:
    """The first month, counted from year 0, that a text gives for the name that ends at the character `end`: what opens
    the text holds for all of it (`Since 2025: …`), what stands right behind the name for that (`Python (since 2024)`).
    None where it gives none: `rainfall since 1998` tells the age of the rain.
    """
    opening, behind = _patterns(words)
    found = behind.match(text, end) or opening.match(text)
    return int(found["year"]) * _MONTHS if found else None


@lru_cache(maxsize=8)
def _patterns(words: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What opens a text, and what stands behind a name."""
    since = rf"(?:{'|'.join(map(re.escape, words))})\s+(?:[^\W\d]+\.?\s+)?(?P<year>(?:19|20)\d\d)\b"
    return re.compile(rf"\W*{since}", re.IGNORECASE), re.compile(rf",?\s*\(?{since}", re.IGNORECASE)


def from_then_on(dates: DateRange, since: int) -> DateRange:
    """The part of a time that is not before a month; all of it where that is after its end, or where it has no place
    in time.
    """
    if dates.spells:
        spells = tuple(from_then_on(one, since) for one in dates.spells if one.last is None or one.last >= since)
        return replace(dates, spells=spells) if spells else dates
    if dates.first is None or dates.last is None or not dates.first < since <= dates.last:
        return dates
    return replace(dates, first=since, months=max(1, dates.months - (since - dates.first)))
