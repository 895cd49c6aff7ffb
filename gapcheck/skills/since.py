"""A line that says since when it is so, or over which time, and a job → the part of the job's time that is meant."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from gapcheck.resume import DateRange
from gapcheck.taxonomy import LimitWords

_MONTHS = 12
_YEAR = r"(?:[^\W\d]+\.?\s+)?(?P<year>(?:19|20)\d\d)\b"  # with its month, which is not read: `March 2025`
_LABEL = re.compile(r"\W*(?P<year>(?:19|20)\d\d)\s*:")  # `2025: …` opens a line on that year


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
    since = rf"(?:{_any(words)})\s+{_YEAR}"
    return re.compile(rf"\W*{since}", re.IGNORECASE), re.compile(rf",?\s*\(?{since}", re.IGNORECASE)


class OwnTime(NamedTuple):
    """The time that a line itself gives for what it tells: its words, and the first month meant, from year 0."""

    said: str
    first: int


def own_time(text: str, words: LimitWords) -> OwnTime | None:
    """The time that a sentence gives for the work that it tells of: a year as its label, or since when that is in use.
    None where it gives none.
    """
    if label := _LABEL.match(text):
        return OwnTime(label["year"], int(label["year"]) * _MONTHS)
    running = _running(words).search(text)
    return OwnTime(" ".join(running["said"].split()), int(running["year"]) * _MONTHS) if running else None


@lru_cache(maxsize=8)
def _running(words: LimitWords) -> re.Pattern[str]:
    """Since when something is in use: `in production since February 2026`."""
    return re.compile(rf"\b(?:{_any(words.in_use)})\s+(?P<said>(?:{_any(words.since)})\s+{_YEAR})", re.IGNORECASE)


def limit_of_name(text: str, end: int, words: LimitWords) -> str | None:
    """The words by which a resume itself limits the skill whose name ends at the character `end`, in the brackets
    behind it: `Kubernetes (as a user: kubectl)`, `C++ (until 2021)`. None where it limits nothing there.
    """
    bracket = _BRACKET.match(text, end)
    return _said(_limits(words)[0].search(bracket["inside"])) if bracket else None


def limit_of_work(text: str, words: LimitWords) -> str | None:
    """The words by which a line limits its whole work: `not continued`. None where it limits nothing."""
    return _said(_limits(words)[1].search(text))


def given_up(text: str, words: LimitWords) -> bool:
    """Whether a line says of its work that it did not go on."""
    return limit_of_work(text, words) is not None


def _said(found: re.Match[str] | None) -> str | None:
    return " ".join(found[0].split()) if found else None


_BRACKET = re.compile(r"\s?\((?P<inside>[^()]*)\)")


@lru_cache(maxsize=8)
def _limits(words: LimitWords) -> tuple[re.Pattern[str], re.Pattern[str]]:
    until = rf"(?:{_any(words.until)})\s+{_YEAR}"
    of_name = re.compile(rf"\b(?:{_any(words.of_name)})\b|\b{until}", re.IGNORECASE)
    return of_name, re.compile(rf"\b(?:{_any(words.of_work)})\b", re.IGNORECASE)


def _any(words: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, words))


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
