"""Text → the date ranges in it, in all forms that resumes use.

Parsers for single dates guess what is missing ("2018" becomes a day of this month); here a year stays a year, because
the level rule counts a range of years differently from a range of months. So the few forms are written out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from gapcheck.resume.model import DateRange

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_SEASON_LENGTH = 3

_MONTH_NAME = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_YEAR = r"(?:19|20)\d{2}(?!\d)"
_POINT = (
    rf"(?:(?P<day@>\d{{1,2}}\.?\s+)?(?P<name@>{_MONTH_NAME})(?:\s+\d{{1,2}},)?[\s,]*(?:of\s+)?(?P<nyear@>{_YEAR}|['’]\d{{2}}\b)"
    rf"|(?P<season@>spring|summer|autumn|fall|winter)[\s,]+(?:of\s+)?(?P<syear@>{_YEAR})"
    rf"|(?P<iyear@>{_YEAR})\s?[-./]\s?(?P<imonth@>0?[1-9]|1[0-2])(?![\d])(?!\s?[-–—]\s?\d{{2}}\b(?!\d))"
    rf"|(?:\d{{1,2}}[./])?(?P<nmonth@>0?[1-9]|1[0-2])\s?[./-]\s?(?P<nnyear@>{_YEAR})"
    rf"|(?P<bmonth@>{_MONTH_NAME})(?=\s*(?:-|–|—|to\b|until\b))"
    rf"|(?P<year@>{_YEAR})(?:\s*\((?:expected|exp\.?)\))?)"
)


def _point(n: int) -> str:
    """The pattern of one date with its groups numbered."""
    return _POINT.replace("@", str(n))


_PRESENT = r"(?P<present>present|now|today|current(?:ly)?|on-?going|to\s+date|date|till\s+now|till\s+date|this\s+day)\b"
_SEPARATOR = r"\s*(?:-{1,2}|–|—|→|➔|~|\bto\b|\buntil\b|\btill\b|\bthrough\b)\s*"
_RANGE = re.compile(
    rf"(?<![\w.])(?:(?P<since>since|from)\s+)?{_point(1)}"
    rf"(?:{_SEPARATOR}(?:(?:exp(?:ected)?\.?|est\.?|graduat\w+)\s*:?\s*)?(?:{_PRESENT}|{_point(2)})"
    rf"|(?P<open>\s*(?:-|–|—)\s*$))?(?!\w)",
    re.IGNORECASE | re.MULTILINE,
)
_LENGTH = re.compile(r"\(?\b(?P<count>\d{1,2})\s+(?P<unit>months?|years?)\)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Moment:
    """A date as precise as it was written: first and last month counted from year 0."""

    first: int
    last: int
    year_only: bool = False


def month_number(year: int, month: int) -> int:
    """Months from year 0; January is 1."""
    return year * 12 + month - 1


def date_ranges(text: str, as_of: int) -> list[DateRange]:
    """All dates and ranges in `text`, in order; `as_of` is what "present" means, as a month counted from year 0."""
    return [found for match in _RANGE.finditer(text) if (found := _range(match, as_of)) is not None]


def has_date(text: str) -> bool:
    """Whether a date or range stands in `text`."""
    return any(match["bmonth1"] is None or match["bmonth2"] is None for match in _RANGE.finditer(text))


def without_dates(text: str) -> str:
    """`text` with its dates and ranges removed."""
    return re.sub(r"\(\s*\)", "", _RANGE.sub("", text)).strip(" \t,;|·-–—")


def dates_of(texts: list[str], as_of: int) -> DateRange | None:
    """When an entry with these header lines was: the first true range, else a stated length, else the first single
    date.
    """
    found = [dates for text in texts for dates in date_ranges(text, as_of)]
    for dates in found:
        if dates.months > 1 and dates.months != 12:
            return dates
    for text in texts:
        if stated := _LENGTH.search(text):
            count = int(stated["count"])
            return DateRange(None, None, count * 12 if stated["unit"].lower().startswith("year") else count)
    return found[0] if found else None


def _range(match: re.Match[str], as_of: int) -> DateRange | None:
    start = _moment(match, 1)
    end = _moment(match, 2)
    if start is None:
        if match["bmonth1"] is None or end is None:  # "Jun - Aug 2024": the year follows
            return None
        start = _from_month_name(match["bmonth1"], end.last // 12)
        if start.first > end.last:
            start = _from_month_name(match["bmonth1"], end.last // 12 - 1)
    is_open = bool(match["present"] or match["open"] or (match["since"] and end is None))
    if is_open:
        return _spanning(start, _Moment(as_of, as_of), year_only=start.year_only, as_of=as_of)
    if end is not None:
        return _spanning(start, end, year_only=start.year_only and end.year_only, as_of=as_of)
    return DateRange(start.first, start.last, start.last - start.first + 1)


def _spanning(start: _Moment, end: _Moment, *, year_only: bool, as_of: int) -> DateRange | None:
    if year_only:  # years only: 12 x the difference, one year at least
        last = end.last if end.first != end.last else end.first
        years = max(1, last // 12 - start.first // 12)
        return DateRange(start.first, start.first + 12 * years - 1, 12 * years)
    last = min(end.last, as_of) if start.first <= as_of else end.last
    if last < start.first:
        return None
    return DateRange(start.first, last, last - start.first + 1)


def _from_month_name(name: str, year: int) -> _Moment:
    month = month_number(year, _MONTHS.index(name[:3].lower()) + 1)
    return _Moment(month, month)


def _moment(match: re.Match[str], n: int) -> _Moment | None:
    if name := match[f"name{n}"]:
        year = match[f"nyear{n}"]
        return _from_month_name(name, 2000 + int(year[1:]) if len(year) == 3 else int(year))
    if season := match[f"season{n}"]:
        first = month_number(int(match[f"syear{n}"]), _SEASONS[season.lower()])
        return _Moment(first, first + _SEASON_LENGTH - 1)
    for year, month in ((f"iyear{n}", f"imonth{n}"), (f"nnyear{n}", f"nmonth{n}")):
        if match[year]:
            found = month_number(int(match[year]), int(match[month]))
            return _Moment(found, found)
    if year_text := match[f"year{n}"]:
        return _Moment(month_number(int(year_text), 1), month_number(int(year_text), 12), year_only=True)
    return None
