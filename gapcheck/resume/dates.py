"""Text → the date ranges in it, in all forms that resumes use.

Parsers for single dates guess what is missing ("2018" becomes a day of this month); here a year stays a year, because
the level rule counts a range of years differently from a range of months. So the few forms are written out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from gapcheck.resume.model import DateRange

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_SEASON_LENGTH = 3
_NO_END = 12 * 9999  # a month after all others

_MONTH_NAME = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?"
)
_YEAR = r"(?:19|20)\d{2}(?!\d)"
# One date, in the order in which the forms are tried. `@` is the number of the date in a range.
_POINT = (
    rf"(?:(?:\d{{1,2}}\.?\s+)?(?P<name@>{_MONTH_NAME})(?:\s+\d{{1,2}},)?[\s,]*(?:of\s+)?(?P<nyear@>{_YEAR}|['’]\d{{2}}\b)"
    rf"|(?P<season@>spring|summer|autumn|fall|winter)[\s,]+(?:of\s+)?(?P<syear@>{_YEAR})"
    rf"|[qQ](?P<quarter@>[1-4])[\s/-]+(?P<qyear@>{_YEAR})"
    rf"|(?P<iyear@>{_YEAR})\s?[-./]\s?(?P<imonth@>1[0-2]|0?[1-9])(?!\d)(?:-\d{{2}}(?!\d))?(?!\s?[-–—]\s?\d{{2}}\b(?!\d))"
    rf"|(?:(?P<first@>\d{{1,2}})[./])?(?P<second@>\d{{1,2}})\s?[./-]\s?(?P<nnyear@>{_YEAR})"
    rf"|(?P<bmonth@>{_MONTH_NAME})(?=\s*(?:-|–|—|to\b|until\b))"
    rf"|(?P<year@>{_YEAR})(?:\s*\((?:expected|exp\.?)\))?"
    r"|(?P<smonth@>0?[1-9]|1[0-2])/(?P<smyear@>\d{2})(?![\d/])"
    r"|(?P<short@>\d{2})(?!\d|[./]))"
)


def _point(n: int) -> str:
    """The pattern of one date with its groups numbered."""
    return _POINT.replace("@", str(n))


_PRESENT = r"(?P<present>present|now|today|current(?:ly)?|on-?going|to\s+date|date|till\s+now|till\s+date|this\s+day)\b"
_SEPARATOR = r"\s*(?:-{1,2}|–|—|→|➔|~|\bto\b|\buntil\b|\btill\b|\bthrough\b)\s*"
_RANGE = re.compile(
    rf"(?<![\w.])(?:(?P<since>since|from)\s+)?{_point(1)}"
    rf"(?:(?:{_SEPARATOR}|(?<=\d{{4}})/)(?:(?:exp(?:ected)?\.?|est\.?|graduat\w+)\s*:?\s*)?(?:{_PRESENT}|{_point(2)})"
    rf"|(?P<open>\s*(?:-|–|—)\s*$))?(?!\w)",
    re.IGNORECASE | re.MULTILINE,
)
_DIGIT = re.compile(r"\d")  # without one there is no date
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_COUNT = rf"(?:\d{{1,2}}(?:\.\d)?|{'|'.join(_NUMBERS)})"
_LENGTH = re.compile(
    rf"^\W*(?:a\s+)?(?P<count>{_COUNT})[\s-](?P<unit>weeks?|months?|mos?\b\.?|years?|yrs?\b\.?)"
    rf"(?:\s+(?:and\s+)?(?P<count2>{_COUNT})\s(?P<unit2>months?|mos?\b\.?))?(?=\W*$|\s+(?:internship|placement|contract|project)\b)",
    re.IGNORECASE,
)
_WEEKS_A_MONTH = 52 / 12
_EMPTY_BRACKETS = re.compile(r"\(\s*\)")


@dataclass(frozen=True, slots=True)
class _Moment:
    """A date as precise as it was written: first and last month counted from year 0."""

    first: int
    last: int
    year_only: bool = False


def month_number(year: int, month: int) -> int:
    """Months from year 0; January is 1."""
    return year * 12 + month - 1


@lru_cache(maxsize=1000)
def _matches(text: str) -> tuple[re.Match[str], ...]:
    """Where dates may stand in `text`. Several steps ask for those of a line, and most lines have none."""
    return tuple(_RANGE.finditer(text)) if _DIGIT.search(text) else ()


def date_ranges(text: str, as_of: int) -> list[DateRange]:
    """All dates and ranges in `text`, in order; `as_of` is what "present" means, as a month counted from year 0."""
    return [found for match in _matches(text) if (found := _range(match, as_of)) is not None]


def has_date(text: str) -> bool:
    """Whether a date or range stands in `text`."""
    return any(_range(match, _NO_END) is not None for match in _matches(text))


def goes_on(text: str) -> bool:
    """Whether a range in `text` has no end yet: "since", "to present"."""
    return any(match["present"] or match["open"] or match["since"] for match in _matches(text))


def without_dates(text: str) -> str:
    """`text` with its dates and ranges removed."""
    for match in reversed(_matches(text)):
        if _range(match, _NO_END) is not None:
            text = text[: match.start()] + text[match.end() :]
    return _EMPTY_BRACKETS.sub("", text).strip(" \t,;|·-–—")


def dates_of(texts: list[str], as_of: int) -> DateRange | None:
    """When an entry with these header lines was: the first range, else a stated length, else the first single date."""
    matches = [match for text in texts for match in _matches(text)]
    found = [(dates, _is_range(match)) for match in matches if (dates := _range(match, as_of)) is not None]
    for dates, is_range in found:
        if is_range:
            return dates
    for text in texts:
        if months := _stated_months(text):
            return DateRange(None, None, months)
    return found[0][0] if found else None


def _stated_months(text: str) -> int:
    """A length that stands by itself, `6 months` or `(1 year 3 months)`; 0 where there is none."""
    for part in re.split(r"[\t|·•,;()]", text):
        if stated := _LENGTH.search(part):
            months = _months(stated["count"], stated["unit"]) + _months(stated["count2"], stated["unit2"])
            return max(1, round(months))
    return 0


def _months(count: str | None, unit: str | None) -> float:
    if count is None or unit is None:
        return 0.0
    number = _NUMBERS.index(count.lower()) + 1 if count.lower() in _NUMBERS else float(count)
    if unit.lower().startswith("y"):
        return number * 12
    return number / _WEEKS_A_MONTH if unit.lower().startswith("w") else number


def _is_range(match: re.Match[str]) -> bool:
    return bool(match["present"] or match["open"] or match["since"]) or _moment(match, 2) is not None


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
        return _stretch(int(match[f"syear{n}"]), _SEASONS[season.lower()], _SEASON_LENGTH)
    if quarter := match[f"quarter{n}"]:
        return _stretch(int(match[f"qyear{n}"]), 3 * int(quarter) - 2, 3)
    if match[f"iyear{n}"]:
        return _stretch(int(match[f"iyear{n}"]), int(match[f"imonth{n}"]), 1)
    if match[f"nnyear{n}"]:
        month_first = any(int(match[f"second{other}"] or 0) > 12 for other in (1, 2))
        month = _month_of(match[f"first{n}"], match[f"second{n}"], month_first=month_first)
        return _stretch(int(match[f"nnyear{n}"]), month, 1) if month else None
    if match[f"smonth{n}"]:  # 05/23 is a month of a year only where another such date follows
        both = match["smonth1"] and match["smonth2"]
        return _stretch(2000 + int(match[f"smyear{n}"]), int(match[f"smonth{n}"]), 1) if both else None
    if match[f"short{n}"]:  # 2018-20: the end of a range whose century was said before
        if n == 1 or not match["year1"] or int(match["short2"]) <= int(match["year1"][2:]):
            return None
        return _stretch(int(match["year1"][:2] + match["short2"]), 1, 12, year_only=True)
    if year_text := match[f"year{n}"]:
        return _stretch(int(year_text), 1, 12, year_only=True)
    return None


def _stretch(year: int, month: int, length: int, *, year_only: bool = False) -> _Moment:
    first = month_number(year, month)
    return _Moment(first, first + length - 1, year_only)


def _month_of(first: str | None, second: str, *, month_first: bool) -> int:
    """The month among the numbers before a year, day first unless one of the dates can't be so; 0 where neither is
    one.
    """
    number = int(first) if first and month_first else int(second)
    return number if 1 <= number <= 12 else 0
