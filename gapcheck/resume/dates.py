"""Text → the date ranges in it, in all forms and in the languages that a document is written in.

Which languages those are is the same for all steps that read a document: `dates_in` sets them for a `with` block, as
`decimal.localcontext` sets a precision. Elsewhere dates are read in English.

Parsers for single dates guess what is missing ("2018" becomes a day of this month); here a year stays a year, because
the level rule counts a range of years differently from a range of months. So the forms are written out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise, zip_longest

from gapcheck.resume.date_forms import BETWEEN_SPELLS, CURRENT, DATE_LIKE, LENGTH, UNTIL, DateSpan, Moment, dated_in
from gapcheck.resume.date_symbols import DateLexicon, Symbols
from gapcheck.resume.model import DateRange, months_covered
from gapcheck.taxonomy import DateWords, load_taxonomy

_AHEAD = 10  # years: a date further ahead is a slip of the pen
_HOURS_A_MONTH, _DAYS_A_MONTH, _WEEKS_A_MONTH = 52 * 40 / 12, 365 / 12, 52 / 12
_MONTHS_A_UNIT = (1 / _HOURS_A_MONTH, 1 / _DAYS_A_MONTH, 1 / _WEEKS_A_MONTH, 1.0, 12.0)
_DIGIT = re.compile(r"\d")  # without one nothing says a length or looks like a date
_LEADERS = re.compile(r"\.{4,}\s*$")
_EMPTY_BRACKETS = re.compile(r"\(\s*\)|\[\s*\]")


class DateGrammar:
    """Finds the dates in a text; build it once for a set of languages. Of `others` it knows only what present means."""

    def __init__(self, languages: Sequence[DateWords], others: Sequence[DateWords] = ()) -> None:
        self._lexicon = DateLexicon(languages, others)
        self._read = lru_cache(maxsize=1000)(self._found)  # several steps ask for the dates of a line

    def date_ranges(self, text: str, as_of: int) -> list[DateRange]:
        """All dates and ranges in `text`, in order; `as_of` is what "present" means, as a month counted from year 0."""
        return [dates for found in self._dated(text) if (dates := _dates(found, as_of)) is not None]

    def has_date(self, text: str) -> bool:
        """Whether a date or range stands in `text`; one inside a sentence is none."""
        return any(found.apart for found in self._dated(text))

    def names_a_month(self, word: str) -> bool:
        """Whether a word names a month or a season."""
        return self._lexicon.names_a_month(word)

    def states_length(self, text: str) -> bool:
        """Whether a length stands by itself in `text`: `(2 years 6 months)`."""
        return bool(_DIGIT.search(text)) and _stated_months(self._read(text)[1]) > 0

    def is_only_dates(self, text: str) -> bool:
        """Whether nothing but dates and their length stands in `text`."""
        if not self.has_date(text):
            return False
        dated, symbols = self._read(text)
        left = list(LENGTH.sub(lambda match: " " * len(match[0]), symbols.text))
        for one in dated:
            left[one.first : one.last] = " " * (one.last - one.first)
        return not any(map(str.isalpha, left))

    def without_dates(self, text: str) -> str:
        """`text` with its dates and ranges removed."""
        for found in reversed(self._dated(text)):
            if found.apart:
                text = text[: found.begin] + text[found.end :]
        return _LEADERS.sub("", _EMPTY_BRACKETS.sub("", text).strip(" \t,;|·&-–—")).rstrip()

    def printed_dates(self, texts: Sequence[str]) -> str:
        """The dates of the first of these header lines that has any, as they stand, also where the next line ends them;
        several parted by commas, empty where there are none.
        """
        text = "\n".join(texts)
        found, symbols = self._read(text)
        printed: list[str] = []
        first_line = -1
        for one, after in zip_longest(found, found[1:]):
            line = text.count("\n", 0, one.begin)
            if not one.apart or line > first_line >= 0:
                continue
            first_line = line
            ended = after is not None and _ending(one, after, symbols) is not None
            whole = text[one.begin : one.end] + (f" {text[after.begin : after.end]}" if ended else "")
            printed.append(" ".join(whole.split()))
        return ", ".join(printed)

    def date_spans(self, text: str) -> list[tuple[int, int, bool]]:
        """Where the dates in `text` begin and end, and whether each is a stretch of time."""
        return [(one.begin, one.end, one.is_stretch) for one in self._dated(text) if one.apart]

    def completes(self, before: str, line: str) -> bool:
        """Whether a line has no date of its own: it only ends a range that the line before it began."""
        if not (self.has_date(line) and self._lexicon.may_go_on(before, line)):
            return False
        found, symbols = self._read(f"{before}\n{line}")
        return any(
            one.begin < len(before) < one.end or (one.dangling and _ending(one, following, symbols) is not None)
            for one, following in zip_longest(found, found[1:])
        )

    def unread(self, text: str, as_of: int) -> list[str]:
        """What looks like a date in `text` and is not understood: a month 13, an end before its beginning, 2091."""
        if not _DIGIT.search(text):
            return []
        dated, symbols = self._read(text)
        found = [(one.begin, one.end) for one in dated if one.apart and _dates(one, as_of) is None]
        left = list(symbols.text)
        for one in dated:
            left[one.first : one.last] = "*" * (one.last - one.first)
        for match in DATE_LIKE.finditer("".join(left)):
            found.append((symbols.starts[match.start()], symbols.ends[match.end() - 1]))
        return [text[begin:end].strip() for begin, end in sorted(found)]

    def dates_of(self, texts: Sequence[str], as_of: int) -> DateRange | None:
        """When an entry with these header lines was: the first range with its further spells, or one beside it that it
        lies in ("Head since 2021, Lake School (2015 - present)"), else a stated length, else the first single date.
        """
        text = "\n".join(texts)
        found, symbols = self._read(text)
        pairs = zip_longest(found, found[1:])
        dated = [_ending(one, following, symbols) or one for one, following in pairs if one.apart]
        known = [(one, dates) for one in dated if (dates := _dates(one, as_of)) is not None]
        ranges = [(one, dates) for one, dates in known if one.is_range]
        ranges = ranges[_whole(ranges, text) :]
        stated = _stated_months(symbols)
        if stated and not ranges and (until := _ends_length(found, symbols)) is not None and until.last <= as_of:
            return DateRange(until.last - stated + 1, until.last, stated)
        if not known:
            return DateRange(None, None, stated) if stated else None
        if len(known) == 1 and not ranges and CURRENT.search(symbols.text):
            return _dates(replace(known[0][0], open=True), as_of)
        spells = _spells(ranges or known, symbols)
        return (
            _as_stated(ranges[0][0] if ranges else known[0][0], spells[0], stated)
            if len(spells) == 1
            else _joined(spells)
        )

    def _dated(self, text: str) -> Sequence[DateSpan]:
        return self._read(text)[0] if self._lexicon.may_date(text) else ()

    def _found(self, text: str) -> tuple[Sequence[DateSpan], Symbols]:
        symbols = self._lexicon.symbols(text)
        return dated_in(symbols, text), symbols


@lru_cache(maxsize=16)
def grammar_of(languages: tuple[DateWords, ...], others: tuple[DateWords, ...] = ()) -> DateGrammar:
    """The grammar of these languages, built once."""
    return DateGrammar(languages, others)


_IN_USE: ContextVar[DateGrammar | None] = ContextVar("grammar of dates in use", default=None)


@contextmanager
def dates_in(grammar: DateGrammar) -> Iterator[None]:
    """Within the block the functions below read dates by this grammar."""
    token = _IN_USE.set(grammar)
    try:
        yield
    finally:
        _IN_USE.reset(token)


def _grammar() -> DateGrammar:
    return _IN_USE.get() or grammar_of((load_taxonomy().languages["en"].dates,))


def has_date(text: str) -> bool:
    """Whether a date or range stands in `text`; one inside a sentence is none."""
    return _grammar().has_date(text)


def names_a_month(word: str) -> bool:
    """Whether a word names a month or a season."""
    return _grammar().names_a_month(word)


def states_length(text: str) -> bool:
    """Whether a length stands by itself in `text`: `(2 years 6 months)`."""
    return _grammar().states_length(text)


def is_only_dates(text: str) -> bool:
    """Whether nothing but dates and their length stands in `text`."""
    return _grammar().is_only_dates(text)


def without_dates(text: str) -> str:
    """`text` with its dates and ranges removed."""
    return _grammar().without_dates(text)


def printed_dates(texts: Sequence[str]) -> str:
    """The dates of the first of these header lines that has any, as they stand; empty where there are none."""
    return _grammar().printed_dates(texts)


def date_spans(text: str) -> list[tuple[int, int, bool]]:
    """Where the dates in `text` begin and end, and whether each is a stretch of time."""
    return _grammar().date_spans(text)


def completes(before: str, line: str) -> bool:
    """Whether a line has no date of its own: it only ends a range that the line before it began."""
    return _grammar().completes(before, line)


def dates_of(texts: Sequence[str], as_of: int) -> DateRange | None:
    """When an entry with these header lines was; `as_of` is what "present" means, as a month counted from year 0."""
    return _grammar().dates_of(texts, as_of)


def unread_dates(text: str, as_of: int) -> list[str]:
    """What looks like a date in `text` and is not understood: a month 13, an end before its beginning, 2091."""
    return _grammar().unread(text, as_of)


def _whole(ranges: Sequence[tuple[DateSpan, DateRange]], text: str) -> int:
    """Which range is the time of an entry: the first one, or one that it lies in on its line, or on the next where a
    comma ends that.
    """
    for number, (one, dates) in enumerate(ranges[1:], start=1):
        first, part = ranges[0]
        if "\n" in text[first.begin : one.begin].replace(",\n", ", "):
            break
        if None not in (dates.first, dates.last, part.first, part.last) and not dates.planned:
            goes_on = first.open and not one.open and part.first <= dates.last  # type: ignore[operator]
            longer = part.last <= dates.last and dates.months > part.months  # type: ignore[operator]
            if dates.first <= part.first and (goes_on or longer):  # type: ignore[operator]
                return number
    return 0


def _dates(dated: DateSpan, as_of: int) -> DateRange | None:
    """What a date or range comes to on a day; None where it can't be meant so."""
    start, until = dated.start, dated.until
    if start is None or start.first > as_of + 12 * _AHEAD:
        return None
    if until is not None and (until.last < start.first or until.first > as_of + 12 * _AHEAD):
        return None
    if start.first > as_of:
        return DateRange(start.first, (until or start).last, 0, planned=True, ends=_middle(until or start))
    if dated.open:
        until = Moment(as_of, as_of, year_only=True)
    if dated.also:
        return _joined([_spell(one, None, as_of) for one in (start, *dated.also) if one.first <= as_of])
    return replace(_spell(start, until, as_of), ongoing=dated.open)


def _spell(start: Moment, until: Moment | None, as_of: int) -> DateRange:
    """From the beginning to the end or to the day of reading, whichever is first."""
    goes_on = until is not None and until.last >= as_of
    last = min((until or start).last, as_of)
    if until is not None and start.year_only and until.year_only:  # years only: 12 x the difference, one at least
        last = start.first + 12 * max(1, last // 12 - start.first // 12) - 1
    last = min(last, as_of)
    ends = _middle(until) if until is not None and _middle(until) > as_of else None
    return DateRange(start.first, last, last - start.first + 1, open=goes_on, ends=ends)


def _middle(moment: Moment) -> int:
    """The month that a moment names, or lies in where it is longer."""
    return (moment.first + moment.last) // 2


def _spells(dated: Sequence[tuple[DateSpan, DateRange]], symbols: Symbols) -> list[DateRange]:
    """The first dates and all that follow with no more than a comma, an "and" or an earlier post between them."""
    spells = [dated[0][1]]
    for (before, _), (after, dates) in pairwise(dated):
        between = BETWEEN_SPELLS.fullmatch(symbols.text, before.last, after.first)
        if between is None or (before.open and not between["post"]):
            break
        if "\n" in between[0] and symbols.text[after.last : after.last + 1] not in ("", "\n"):
            break
        year_only = after.start is not None and after.start.year_only
        if not ((between["post"] or year_only) and _overlaps(dates, spells)):
            spells.append(dates)
    return spells


def _overlaps(dates: DateRange, spells: Sequence[DateRange]) -> bool:
    """Whether dates say again when a spell was: "Nov 2020 - Apr 2021 (season 2020/21)"."""
    return months_covered([dates, *spells]) < months_covered([dates]) + months_covered(spells)


def _joined(spells: Sequence[DateRange]) -> DateRange:
    """Several spells as one: from the first month to the last, as long as all of them together."""
    if len(spells) == 1:
        return spells[0]
    firsts = [one.first for one in spells if one.first is not None]
    lasts = [one.last for one in spells if one.last is not None]
    return DateRange(
        min(firsts), max(lasts), months_covered(spells), tuple(spells), open=any(one.open for one in spells)
    )


def _as_stated(dated: DateSpan, dates: DateRange, stated: int) -> DateRange:
    """A date with the length that is stated beside it, where that says more: years and single months are vague."""
    years_only = not dated.open and all(one.year_only for one in (dated.start, dated.until) if one is not None)
    if not stated or dates.planned or (dated.is_range and not years_only):
        return dates
    if years_only:
        return DateRange(None, None, stated) if stated < dates.months or not dated.is_range else dates
    first = dates.first or 0
    return DateRange(first, first + stated - 1, stated)


def _ending(one: DateSpan, following: DateSpan | None, symbols: Symbols) -> DateSpan | None:
    """A range whose end dangles at the end of a line, with the end that stands alone on the next; else None."""
    if not one.dangling or following is None or following.is_range or following.start is None:
        return None
    between, after = symbols.text[one.last : following.first], symbols.text[following.last : following.last + 1]
    if between.count("\n") != 1 or (not between.endswith("\n") and after not in ("", "\n")):
        return None
    return DateSpan(one.begin, following.end, one.first, following.last, one.start, following.start)


def _ends_length(found: Sequence[DateSpan], symbols: Symbols) -> Moment | None:
    """The date that a text names as the end of what it states the length of; None where there is none."""
    return next((one.start for one in found if UNTIL.search(symbols.text, 0, one.first) and not one.is_range), None)


def _stated_months(symbols: Symbols) -> int:
    """A length that stands by itself, `6 months` or `(1 year 3 months)`; 0 where there is none."""
    if (match := LENGTH.search(symbols.text)) is None:
        return 0
    months, units = 0.0, [symbols.values[match.start(unit)] for unit in ("unit", "unit2") if match[unit]]
    if units != sorted(units, reverse=True):  # "14 hours a week" is no length
        return 0
    for count, unit in zip(("count", "count2"), units, strict=False):
        months += _amount(match, count, symbols) * _MONTHS_A_UNIT[unit]
    return max(1, round(months))


def _amount(match: re.Match[str], name: str, symbols: Symbols) -> float:
    if match[name] is None:
        return symbols.values[match.start(f"{name}__")]
    tenths = f".{symbols.values[match.start(f'{name}_')]}" if match[f"{name}_"] else ""
    return float(f"{symbols.values[match.start(name)]}{tenths}")


def is_whole_range(text: str, as_of: int) -> bool:
    """Whether a text is nothing but one range of dates, whose begin is not after its end."""
    return date_spans(text) == [(0, len(text), True)] and dates_of([text], as_of) is not None
