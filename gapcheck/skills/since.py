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


def since_when(text: str, end: int, words: tuple[str, ...], opening_too: tuple[str, ...] = ()) -> int | None:
    """The first month, counted from year 0, that a text gives for the name that ends at the character `end`: what opens
    the text holds for all of it (`Since 2025: …`), what stands right behind the name for that (`Python (since 2024)`).
    None where it gives none: `rainfall since 1998` tells the age of the rain. The words `opening_too` only open a text:
    `From 2025 all of it`.
    """
    opening, _ = _patterns((*words, *opening_too))
    _, behind = _patterns(words)
    found = behind.match(text, end) or opening.match(text)
    return int(found["year"]) * _MONTHS if found else None


def is_of_a_contest(text: str, words: tuple[str, ...]) -> bool:
    """Whether a line tells of a contest of some days: `Hackathon May 2024: a bot`, `Company hackathon, two days: …`."""
    return _contest(words).match(text) is not None


def is_of_a_later_post(title: str, start: int, words: tuple[str, ...]) -> bool:
    """Whether what stands at the character `start` of a title is of a post that came behind another one there."""
    return _behind(words).search(title, 0, start) is not None


@lru_cache(maxsize=8)
def _behind(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"[,;]\s+(?:{_any(words)})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=8)
def _contest(words: tuple[str, ...]) -> re.Pattern[str]:
    """A contest that opens a line as its label, with up to two words before it."""
    return re.compile(rf"\W*(?:\w+\s+){{0,2}}(?:{_any(words)})\b[^:;.]{{0,{_NEAR}}}:", re.IGNORECASE)


@lru_cache(maxsize=8)
def _patterns(words: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What opens a text, and what stands behind a name."""
    since = rf"(?:{_any(words)})\s+{_YEAR}"
    return re.compile(rf"\W*{since}", re.IGNORECASE), re.compile(rf",?\s*\(?{since}", re.IGNORECASE)


class OwnTime(NamedTuple):
    """The time that a line itself gives for what it tells: its words, and the first month meant, from year 0; `last` is
    None where it goes on.
    """

    said: str
    first: int
    last: int | None = None


def own_time(text: str, words: LimitWords) -> OwnTime | None:
    """The time that a sentence gives for the work that it tells of: a year as its label, a span in brackets, the month
    of it at its end, or since when that is in use. None where it gives none.
    """
    if whole := time_of_a_work(text, words):
        return whole
    if label := _LABEL.match(text):
        return OwnTime(label["year"], int(label["year"]) * _MONTHS)
    running = _running(words).search(text)
    return OwnTime(" ".join(running["said"].split()), int(running["year"]) * _MONTHS) if running else None


def time_of_a_work(text: str, words: LimitWords) -> OwnTime | None:
    """The time of the work that a sentence opens: a span in brackets, by its years, `A rota in Python (Aug 2025 - Nov
    2025)`, or the month in which it was done, at its end. None where there is neither.
    """
    in_brackets, at_the_end = _of_a_work(words)
    if span := in_brackets.search(text):
        return OwnTime(span["said"], int(span["year"]) * _MONTHS, int(span["until"]) * _MONTHS + _MONTHS - 1)
    done = at_the_end.search(text)
    return OwnTime(done["said"], int(done["year"]) * _MONTHS) if done else None


@lru_cache(maxsize=8)
def _of_a_work(words: LimitWords) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A span in brackets, and a month that ends a sentence: `in Oct 2025.`."""
    until = _YEAR.replace("year", "until")
    span = rf"\((?P<said>{_YEAR}\s*(?:[-\u2010-\u2015]|{_any(words.through_to)})\s*{until})\)"
    month = rf"\b(?P<said>(?:{_any(words.done_in)})\s+[^\W\d]+\.?\s+(?P<year>(?:19|20)\d\d))(?=\W*$)"
    return re.compile(span, re.IGNORECASE), re.compile(month, re.IGNORECASE)


@lru_cache(maxsize=8)
def _running(words: LimitWords) -> re.Pattern[str]:
    """Since when something is in use: `in production since February 2026`."""
    return re.compile(rf"\b(?:{_any(words.in_use)})\s+(?P<said>(?:{_any(words.since)})\s+{_YEAR})", re.IGNORECASE)


def limit_of_name(text: str, start: int, end: int, words: LimitWords) -> str | None:
    """The words by which a resume itself limits the skill whose name begins at the character `start` and ends at `end`:
    in the brackets behind it (`C++ (until 2021)`, `Helm (reads and edits)`), around it (`a little SQL`, `pandas in a
    few small scripts`, `Git through the web interface`), before the row that it stands in (`Tried once: Go`), or as a
    part of the row that it opens (`Python: reads it`, `Git: began in 2026`, `Docker: used images of others`, or
    by its last word `Python: pandas, in notebooks`). None where it limits nothing there.
    """
    known = _limits(words)
    if opening := known.opening.match(text[text.rfind("\n", 0, start) + 1 : start]):
        return opening["said"]
    before = text[max(0, start - _NEAR) : start]
    if (bracket := _BRACKET.match(text, end)) and (said := known.inside(bracket["inside"])):
        return said
    around = known.little.search(before) if known.works.match(text, end) else None
    said = _said(around or known.before.search(before) or known.behind.match(text, end))
    if said is None and _OPENS.search(before) and (row := _ROW.match(text, end)):
        return known.of_row(row["rest"])
    return said


def limit_of_work(text: str, words: LimitWords) -> str | None:
    """The words by which a line limits its whole work: `not continued`. None where it limits nothing."""
    return _said(_limits(words).of_work.search(text))


def given_up(text: str, words: LimitWords) -> bool:
    """Whether a line says of its work that it did not go on."""
    return limit_of_work(text, words) is not None


def _said(found: re.Match[str] | None) -> str | None:
    return " ".join(found[0].split()) if found else None


def is_of_time(limit: str) -> bool:
    """Whether the words of a limit tell only until when it was so: `until 2021`."""
    return any(letter.isdigit() for letter in limit)


_NEAR = 40  # characters before a name
_BRACKET = re.compile(r"\s?\((?P<inside>[^()]*)\)")
_OPENS = re.compile(r"(?:^|[\n;])\W*$")  # what stands before the first name of a row
_ROW = re.compile(r"\s?:\s(?P<rest>[^\n]*?)(?=\s[A-Z][\w+#/. ]{0,24}:\s|\n|$)")  # up to the next row
_PARTS = re.compile(r"\s*(?:[,;|]|\.(?=\s|$))\s*")


class _Limits(NamedTuple):
    """Patterns of what limits: in brackets, of a whole work, all of a part, before, behind and around a name, and
    before a row; what is all of a part, and what was not done.
    """

    of_name: re.Pattern[str]
    of_work: re.Pattern[str]
    whole: re.Pattern[str]
    small: re.Pattern[str]
    before: re.Pattern[str]
    behind: re.Pattern[str]
    little: re.Pattern[str]
    works: re.Pattern[str]
    opening: re.Pattern[str]
    of_others: re.Pattern[str]
    parts: re.Pattern[str]
    denied: re.Pattern[str]

    def inside(self, text: str) -> str | None:
        """The words that limit, of those in brackets."""
        said = _said(self.of_name.search(text)) or self._whole_part(text) or _said(self.of_others.search(text))
        parts = (self.parts.fullmatch(part.strip(" .")) for part in _PARTS.split(text))
        return said or _said(next((part for part in parts if part), None)) or _said(self.denied.search(text))

    def of_row(self, text: str) -> str | None:
        """The words that limit what a row is about, of all that it says; those of its last part are said of all."""
        *others, last = (part.strip(" .") for part in _PARTS.split(text.strip(" .")))
        said = self._whole_part(text) or _said(self.small.search(text)) or _said(self.of_others.search(text))
        said = said or _said(self.denied.match(text.strip()))
        return said or (_said(self.parts.fullmatch(last)) if others else None)

    def _whole_part(self, text: str) -> str | None:
        parts = (self.whole.fullmatch(part.strip(" .")) for part in _PARTS.split(text))
        return _said(next((part for part in parts if part), None))


@lru_cache(maxsize=8)
def _limits(words: LimitWords) -> _Limits:
    until = rf"(?:{_any(words.until)})\s+{_YEAR}"
    little, works = rf"(?:(?:{_any(words.little)})\s+)+", rf"(?:{_any(words.works)})\b"
    small, only_read = rf"{little}{works}", rf"(?:{_any(words.only_read)})"
    first, further = rf"(?:(?:{_any(words.beside_read)})\s+)*", rf"(?:\s+(?:{_any(words.beside_read)}|{only_read}))*"
    article = rf"(?:(?:{_any(words.articles)})\s+)?"
    learned = rf"(?:{_any(words.learned_from)})\s+{article}(?:{_any(words.lessons)})\b"
    begun = rf"(?:{_any(words.begun)})\s+(?:in\s+)?{_YEAR}"
    through = rf"(?:{_any(words.through)})\s+(?:\w+\s+){{0,4}}?(?:{_any(words.interfaces)})\b"
    whole = rf"(?:(?:in|as|at)\s+)?(?:{_any((*words.of_name, *words.parts))})(?:\s+or\s+[^,;]+)?"
    only = rf"(?:{_any(words.only)})\s+[^.]+|[^.]+\s(?:{_any(words.only)})"
    alone = rf"(?:{_any(words.only)})(?=\s*(?:[,;.|]|$))"
    patterns = (
        rf"\b(?:{_any((*words.of_name, *words.of_place))})\b|\b{until}",
        rf"\b(?:{_any(words.of_work)})\b",
        rf"{first}{only_read}{further}|{only}|{begun}",
        rf"\b{small}",
        rf"\b(?:{_any(words.before)})\s+$",
        rf"\s+(?:(?:{_any(words.within)})\s+{article}{small}|{learned}|{through}|{alone})",
        rf"\b{little}$",
        rf"\s+{works}",
        rf"\W*(?P<said>{_any(words.opening)})\s*:",
        rf"\b(?:{_any(words.used)})\s+\w[^.,;]*?\s(?:{_any(words.of_others)})\b",
        whole,
        rf"\b(?:{_any(words.denied)})\b[^,;.)]*",
    )
    return _Limits(*(re.compile(one, re.IGNORECASE) for one in patterns))


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
