"""Spans of time: how long they are, and the many ways in which people write them.

A `Span` is what is true; a `When` is what is printed, together with what a careful reader can know from the print alone
(a span printed in years only is labelled in years only).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

NOW = 2026 * 12 + 10
"""The month of reading, 2026-11, as months since year 0 (January = 0)."""

SHORT = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
LONG = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
DOTTED = ["Jan.", "Feb.", "Mar.", "Apr.", "May", "Jun.", "Jul.", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."]
SEASONS = {"Spring": 2, "Summer": 5, "Fall": 8}
"""First month (January = 0) of each season; a season is three months."""
LAST_DAY = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


def month(year: int, number: int) -> int:
    """Months since year 0 for a year and a month number from 1 to 12."""
    return year * 12 + number - 1


def iso(ordinal: int) -> str:
    """`2019-03` for a month ordinal."""
    return f"{ordinal // 12:04d}-{ordinal % 12 + 1:02d}"


@dataclass(frozen=True)
class Span:
    """A true span of months; both ends belong to it. `open` means that it still lasts."""

    first: int
    last: int
    open: bool = False

    @property
    def months(self) -> int:
        """Length with both end months counted."""
        return self.last - self.first + 1


@dataclass(frozen=True)
class When:
    """A printed span, its parts for layouts that set them apart, and what it says."""

    text: str = ""
    start: str = ""
    end: str = ""
    label_from: str | None = None
    label_to: str | None = None
    months: frozenset[int] = frozenset()
    stated: int | None = None
    coarse: bool = False
    """Printed with years only: the months are a convention, not a fact."""

    @property
    def length(self) -> int:
        """Months by the protocol."""
        return self.stated if self.stated is not None else len(self.months)


NOTHING = When()


@dataclass(frozen=True)
class Habit:
    """How one writer writes dates."""

    name: str
    point: str
    """Name of the way a single date is written."""
    dash: str = " – "
    present: str = "Present"
    since: bool = False
    """Write an open span as "since March 2022" rather than with a word for the present."""
    share_year: bool = False
    """Write the year once when both ends lie in one year: "March – June 2021"."""
    length: str = ""
    """"" or "brackets" or "dot": add the length, as LinkedIn does."""
    extra: dict[str, str] = field(default_factory=dict)

    @property
    def years_only(self) -> bool:
        """Does this habit hide the months?"""
        return self.point in ("year", "year-short")


HABITS: list[Habit] = [
    Habit("mmm-yyyy", "short"),
    Habit("mmm-yyyy-hyphen", "short", " - "),
    Habit("mmm-yyyy-tight", "short", "–", "Present"),
    Habit("mmm-yyyy-em", "short", " — ", "Current"),
    Habit("month-yyyy", "long"),
    Habit("month-yyyy-to", "long", " to ", "present"),
    Habit("month-share", "long", " – ", "Present", share_year=True),
    Habit("short-share", "short", " – ", "Present", share_year=True),
    Habit("dotted", "dotted", " – ", "present"),
    Habit("dotted-to", "dotted", " to ", "date"),
    Habit("upper", "upper", " – ", "PRESENT"),
    Habit("month-comma", "long-comma", " – ", "Present"),
    Habit("apostrophe", "apostrophe", " – ", "Present"),
    Habit("apostrophe-tight", "apostrophe-tight", " - ", "Now"),
    Habit("slash", "slash", " – ", "Present"),
    Habit("slash-tight", "slash", "-", "present"),
    Habit("slash-since", "slash", " – ", "today", since=True),
    Habit("slash-short", "slash-short", " – ", "present"),
    Habit("dot", "dot", " – ", "today"),
    Habit("dot-since", "dot", " - ", "now", since=True),
    Habit("iso", "iso", " – ", "present"),
    Habit("iso-to", "iso", " to ", "present"),
    Habit("year-slash", "year-slash", " - ", "Present"),
    Habit("years", "year", " – ", "Present"),
    Habit("years-tight", "year", "-", "present"),
    Habit("years-short", "year-short", "–", "present"),
    Habit("day-slash", "day-slash", " – ", "Current"),
    Habit("day-words", "day-words", " – ", "Present"),
    Habit("till-date", "short", " to ", "Till Date"),
    Habit("ongoing", "long", " – ", "ongoing"),
    Habit("length-brackets", "long", " - ", "Present", length="brackets"),
    Habit("length-dot", "short", " - ", "Present", length="dot"),
    Habit("tilde", "dot-year-first", " ~ ", "Present"),
    Habit("arrow", "short", " → ", "now"),
]
HABIT = {h.name: h for h in HABITS}


def point(ordinal: int, way: str, last: bool = False) -> str:
    """One date, written in the named way. `last` picks the last day of the month where days are written."""
    year, m = divmod(ordinal, 12)
    day = LAST_DAY[m] if last else 1
    return {
        "short": f"{SHORT[m]} {year}",
        "long": f"{LONG[m]} {year}",
        "long-comma": f"{LONG[m]}, {year}",
        "dotted": f"{DOTTED[m]} {year}",
        "upper": f"{SHORT[m].upper()} {year}",
        "apostrophe": f"{SHORT[m]} ’{year % 100:02d}",
        "apostrophe-tight": f"{SHORT[m]}'{year % 100:02d}",
        "slash": f"{m + 1:02d}/{year}",
        "slash-short": f"{m + 1:02d}/{year % 100:02d}",
        "dot": f"{m + 1:02d}.{year}",
        "dot-year-first": f"{year}.{m + 1:02d}",
        "iso": f"{year}-{m + 1:02d}",
        "year-slash": f"{year}/{m + 1:02d}",
        "year": f"{year}",
        "year-short": f"{year}",
        "day-slash": f"{day:02d}/{m + 1:02d}/{year}",
        "day-words": f"{day} {LONG[m]} {year}",
    }[way]


def spoken_length(months: int, long: bool) -> str:
    """`2 years 4 months` or `2 yrs 4 mos`, as LinkedIn counts it."""
    years, rest = divmod(months, 12)
    one = ("year", "years", "month", "months") if long else ("yr", "yrs", "mo", "mos")
    parts = [f"{years} {one[0] if years == 1 else one[1]}"] if years else []
    parts += [f"{rest} {one[2] if rest == 1 else one[3]}"] if rest else []
    return " ".join(parts)


def written(span: Span, habit: Habit) -> When:
    """Print a span by a habit."""
    first_year, last_year = span.first // 12, span.last // 12
    if habit.years_only:
        start = str(first_year)
        if span.open:
            months = frozenset(range(first_year * 12, NOW + 1))
            return When(
                f"{start}{habit.dash}{habit.present}", start, habit.present, start, "present", months, coarse=True
            )
        if first_year == last_year:
            return When(
                start, start, "", start, start, frozenset(range(first_year * 12, first_year * 12 + 12)), coarse=True
            )
        months = frozenset(range(first_year * 12, last_year * 12))
        end = (
            f"{last_year % 100:02d}"
            if habit.point == "year-short" and first_year // 100 == last_year // 100
            else str(last_year)
        )
        return When(f"{start}{habit.dash}{end}", start, end, start, str(last_year), months, coarse=True)
    start = point(span.first, habit.point)
    months = frozenset(range(span.first, span.last + 1))
    if span.open:
        end, text = habit.present, f"{start}{habit.dash}{habit.present}"
        if habit.since:
            start, end = f"since {start}", ""
            text = start
    elif span.first == span.last and not habit.point.startswith("day"):
        end, text = "", start
    else:
        end = point(span.last, habit.point, last=True)
        text = f"{start}{habit.dash}{end}"
        if habit.share_year and first_year == last_year and habit.point in ("short", "long"):
            names = SHORT if habit.point == "short" else LONG
            start = names[span.first % 12]
            text = f"{start}{habit.dash}{end}"
    if habit.length:
        long = habit.length == "brackets"
        length = spoken_length(span.months, long)
        text += f" ({length})" if long else f" · {length}"
    return When(text, start, end, iso(span.first), "present" if span.open else iso(span.last), months)


def season(name: str, year: int) -> When:
    """`Summer 2023`: three months."""
    first = year * 12 + SEASONS[name]
    text = f"{name} {year}"
    return When(text, text, "", iso(first), iso(first + 2), frozenset(range(first, first + 3)))


def stated(months: int, year: int | None, rng: Random) -> When:
    """A length that is stated, with or without its year: `6 months` or `2021 (6 months)`."""
    words = rng.choice([f"{months} months", f"{months}-month contract" if months > 3 else f"{months} months"])
    text = f"{year} ({words})" if year else words
    label = str(year) if year else None
    block = frozenset(range(year * 12, year * 12 + months)) if year else frozenset()
    return When(text, text, "", label, label, block, stated=months, coarse=True)


def graduation(span: Span, habit: Habit, rng: Random) -> When:
    """Only the end of a course of study, as many write it; a coming end is `Expected May 2027`."""
    coming = span.last > NOW
    if habit.years_only or rng.random() < 0.3:
        text, label = str(span.last // 12), str(span.last // 12)
    else:
        text, label = point(span.last, habit.point if not habit.point.startswith("day") else "long"), iso(span.last)
    if coming:
        text = rng.choice(["Expected {}", "{} (expected)", "Exp. {}"]).format(text)
    elif rng.random() < 0.15:
        text = f"Graduated {text}"
    return When(text, text, "", None, label)


def total_months(whens: list[When]) -> tuple[int, list[int]]:
    """Months of work by the protocol, overlapping months once, and the other counts that can be defended."""
    exact: set[int] = set()
    free = 0
    for when in whens:
        if when.stated is not None and not when.label_from:
            free += when.stated
        else:
            exact |= when.months
    total = len(exact) + free
    others: set[int] = set()
    if any(w.coarse for w in whens):
        fine: set[int] = set()
        for when in whens:
            fine |= set() if when.coarse else when.months
        others.add(len(fine) + sum(w.length for w in whens if w.coarse))
        years = [w for w in whens if w.coarse and w.label_to == "present" and w.label_from and w.stated is None]
        for when in years:
            cut = (NOW // 12) * 12
            others.add(len({m for m in exact if m < cut or any(m in w.months for w in whens if w is not when)}) + free)
    return total, sorted(others - {total})
