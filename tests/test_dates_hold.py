"""What holds for all dates, whatever their form."""

from __future__ import annotations

from collections.abc import Callable

from dates_read import (
    GRAMMAR,
    NOVEMBER_2026,
    date_ranges,
    dates_of,
    has_date,
    without_dates,
)
from hypothesis import given
from hypothesis import strategies as st

from gapcheck.resume import DateRange, month_number, months_covered

NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
FULL_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


# --------------------------------------------------------------------------------------------------------- properties

POINTS: dict[str, Callable[[int, int], str]] = {
    "Oct 2023": lambda year, month: f"{NAMES[month - 1]} {year}",
    "Oct. 2023": lambda year, month: f"{NAMES[month - 1]}. {year}",
    "OCT 2023": lambda year, month: f"{NAMES[month - 1].upper()} {year}",
    "Oct, 2023": lambda year, month: f"{NAMES[month - 1]}, {year}",
    "Oct '23": lambda year, month: f"{NAMES[month - 1]} '{year % 100:02}",
    "October 2023": lambda year, month: f"{FULL_NAMES[month - 1]} {year}",
    "october of 2023": lambda year, month: f"{FULL_NAMES[month - 1].lower()} of {year}",
    "5 October 2023": lambda year, month: f"5 {FULL_NAMES[month - 1]} {year}",
    "October 5, 2023": lambda year, month: f"{FULL_NAMES[month - 1]} 5, {year}",
    "10/2023": lambda year, month: f"{month:02}/{year}",
    "9/2023": lambda year, month: f"{month}/{year}",
    "10.2023": lambda year, month: f"{month:02}.{year}",
    "05.10.2023": lambda year, month: f"05.{month:02}.{year}",
    "2023-10": lambda year, month: f"{year}-{month:02}",
    "2023/10": lambda year, month: f"{year}/{month:02}",
    "Oct-2023": lambda year, month: f"{NAMES[month - 1]}-{year}",
    "Oct/2023": lambda year, month: f"{NAMES[month - 1]}/{year}",
    "OCT 23": lambda year, month: f"{NAMES[month - 1].upper()} {year % 100:02}",
    "Oct-23": lambda year, month: f"{NAMES[month - 1]}-{year % 100:02}",
    "Oct ’ 23": lambda year, month: f"{NAMES[month - 1]} ’ {year % 100:02}",
    "05-OCT-2023": lambda year, month: f"05-{NAMES[month - 1].upper()}-{year}",
    "5th october'23": lambda year, month: f"5th {FULL_NAMES[month - 1].lower()}'{year % 100:02}",
    "05-10-2023": lambda year, month: f"15-{month:02}-{year}",
    "2023-Oct": lambda year, month: f"{year}-{NAMES[month - 1]}",
    "10/23": lambda year, month: f"{month:02}/{year % 100:02}",
}
NO_DATE_ALONE = ("OCT 23", "10/23", "2023-10")  # a day of a month as well, or a span of years
SEPARATORS = (" - ", " – ", " — ", "–", " to ", " until ", " -- ", " → ")

months_since_2000 = st.integers(month_number(2000, 1), NOVEMBER_2026)


def written(style: str, number: int) -> str:
    return POINTS[style](number // 12, number % 12 + 1)


@given(st.tuples(months_since_2000, months_since_2000), st.sampled_from(list(POINTS)), st.sampled_from(SEPARATORS))
def test_written_range_gives_back_its_months(ends: tuple[int, int], style: str, separator: str) -> None:
    first, last = sorted(ends)
    text = written(style, first) + separator + written(style, last)
    assert date_ranges(text, NOVEMBER_2026) == [DateRange(first, last, last - first + 1)]


@given(months_since_2000, st.sampled_from(list(POINTS)))
def test_range_to_present_ends_in_the_month_of_reading(first: int, style: str) -> None:
    text = f"{written(style, first)} - Present"
    assert date_ranges(text, NOVEMBER_2026) == [DateRange(first, NOVEMBER_2026, NOVEMBER_2026 - first + 1)]


@given(st.integers(1970, 2016), st.integers(1, 10), st.sampled_from(SEPARATORS))
def test_range_of_years_is_twelve_times_the_difference(year: int, years: int, separator: str) -> None:
    assert [dates.months for dates in date_ranges(f"{year}{separator}{year + years}", NOVEMBER_2026)] == [12 * years]


@given(
    months_since_2000,
    st.sampled_from([style for style in POINTS if style not in NO_DATE_ALONE]),
    st.sampled_from(["Clerk, Lark Library\t", "(", "Leiden | "]),
)
def test_date_is_found_beside_other_words(month: int, style: str, before: str) -> None:
    assert date_ranges(before + written(style, month), NOVEMBER_2026) == [DateRange(month, month, 1)]


date_like = st.lists(
    st.sampled_from([*NAMES, *FULL_NAMES, "2020", "2022", "'21", "12", "3", "-", "–", "to", "Present", "since", "/",
                     "Q", "th",
                     ".", ",", "Summer", "Winter", "(", ")", "expected", "months", "years", "\n", "\t"]),
    max_size=14,
)  # fmt: skip


@given(st.one_of(st.text(max_size=200), date_like.map(" ".join), date_like.map("".join)), st.booleans())
def test_no_text_raises_or_gives_less_than_a_month(text: str, early: bool) -> None:
    as_of = month_number(1960, 1) if early else NOVEMBER_2026
    assert all(dates.months >= 1 or dates.planned for dates in date_ranges(text, as_of))
    assert isinstance(without_dates(text), str)
    assert isinstance(has_date(text), bool)
    dates_of(text.splitlines(), as_of)
    GRAMMAR.unread(text, as_of)
    GRAMMAR.completes("Clerk, Jan 2020 -", text)


@given(st.lists(st.tuples(months_since_2000, st.integers(1, 60)), max_size=6))
def test_months_covered_lie_between_the_longest_range_and_the_sum(jobs: list[tuple[int, int]]) -> None:
    ranges = [DateRange(first, first + months - 1, months) for first, months in jobs]
    lengths = [months for _, months in jobs]
    assert max(lengths, default=0) <= months_covered(ranges) <= sum(lengths)
