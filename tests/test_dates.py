"""Dates and ranges as resumes write them → months, both ends counted."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gapcheck.resume import DateRange, month_number, months_covered
from gapcheck.resume.dates import grammar_of
from gapcheck.taxonomy import load_taxonomy

NOVEMBER_2026 = month_number(2026, 11)

GRAMMAR = grammar_of((load_taxonomy().languages["en"].dates,))
date_ranges, dates_of, has_date, without_dates = (
    GRAMMAR.date_ranges,
    GRAMMAR.dates_of,
    GRAMMAR.has_date,
    GRAMMAR.without_dates,
)

NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
FULL_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def case(text: str, *expected: object) -> object:
    """A case named by its text."""
    return pytest.param(text, *expected, id=text)


RANGES = [
    # PROTOCOL: both end months count
    ("Oct 2023 - Dec 2023", 2023, 10, 3),
    ("Oct - Dec 2023", 2023, 10, 3),
    ("Nov - Feb 2024", 2023, 11, 4),
    ("Nov 2023 - Feb 2024", 2023, 11, 4),
    ("Aug 2023 - Aug 2023", 2023, 8, 1),
    # PROTOCOL: a range of years only is 12 x the difference; one year alone is 12
    ("2020 - 2022", 2020, 1, 24),
    ("2020-2022", 2020, 1, 24),
    ("1999 – 2001", 1999, 1, 24),
    ("2023 - 2027 (expected)", 2023, 1, 36),
    ("2020", 2020, 1, 12),
    # PROTOCOL: "Summer 2023" is 3
    ("Summer 2023", 2023, 6, 3),
    ("summer of 2023", 2023, 6, 3),
    ("Spring 2022", 2022, 3, 3),
    ("Fall 2023", 2023, 9, 3),
    ("Autumn 2023", 2023, 9, 3),
    ("Winter 2023", 2023, 12, 3),
    ("Summer 2022 - Summer 2023", 2022, 6, 15),
    # PROTOCOL: "present" is the month of reading
    ("Jun 2024 - Present", 2024, 6, 30),
    ("Jun 2024 – present", 2024, 6, 30),
    ("Jun 2024 - Current", 2024, 6, 30),
    ("Jun 2024 - now", 2024, 6, 30),
    ("Jun 2024 - today", 2024, 6, 30),
    ("Jun 2024 - ongoing", 2024, 6, 30),
    ("Jun 2024 to date", 2024, 6, 30),
    ("Jun 2024 –", 2024, 6, 30),
    ("since Jun 2024", 2024, 6, 30),
    ("06/2024 - Present", 2024, 6, 30),
    ("Jun 2024 - Dec 2027", 2024, 6, 30),
    # names of months
    ("October 2023 – December 2023", 2023, 10, 3),
    ("OCT 2023 - DEC 2023", 2023, 10, 3),
    ("Sept 2022 - Jan 2023", 2022, 9, 5),
    ("Sep. 2022 — Jan. 2023", 2022, 9, 5),
    ("May–Aug 2022", 2022, 5, 4),
    ("May 2021", 2021, 5, 1),
    ("Jun. 2023", 2023, 6, 1),
    ("Jan, 2020 - Mar, 2020", 2020, 1, 3),
    ("Jun '23 - Aug '23", 2023, 6, 3),
    ("Jun ’23 – Aug ’23", 2023, 6, 3),
    # separators
    ("Jan 2020-Mar 2020", 2020, 1, 3),
    ("Jan 2020—Mar 2020", 2020, 1, 3),
    ("Jan 2020 -- Mar 2020", 2020, 1, 3),
    ("Jan 2020 → Mar 2020", 2020, 1, 3),
    ("Jan 2020 ~ Mar 2020", 2020, 1, 3),
    ("Jan 2020 to Mar 2020", 2020, 1, 3),
    ("Jan 2020 until Mar 2020", 2020, 1, 3),
    ("Jan 2020 through Mar 2020", 2020, 1, 3),
    ("from 2021 to 2023", 2021, 1, 24),
    # numbers
    ("06/2023 - 08/2023", 2023, 6, 3),
    ("6/2023 – 8/2023", 2023, 6, 3),
    ("06.2023 - 08.2023", 2023, 6, 3),
    ("2023-06 - 2023-08", 2023, 6, 3),
    ("2023/06 – 2023/08", 2023, 6, 3),
    ("2023.06 - 2023.08", 2023, 6, 3),
    # days
    ("12 Jun 2023 - 30 Aug 2023", 2023, 6, 3),
    ("June 12, 2023 - August 30, 2023", 2023, 6, 3),
    ("01.06.2023 - 31.08.2023", 2023, 6, 3),
    ("01/06/2023 - 31/08/2023", 2023, 6, 3),
]

MISREAD_RANGES = [
    case("2023-06-01 - 2023-08-31", 2023, 6, 3),
    case("06/01/2023 - 08/31/2023", 2023, 6, 3),
    case("05/23 - 08/23", 2023, 5, 4),
    case("Jan2020-Mar2020", 2020, 1, 3),
    case("2018-20", 2018, 1, 24),
    case("2018/20", 2018, 1, 24),
    case("Q1 2023 - Q3 2023", 2023, 1, 9),
]

LENGTHS = [
    ("Temp, Finch Bakery (6 months)", 6),
    ("Trainee, 3 months", 3),
    ("Trainee, 18 months", 18),
    ("Clerk, 1 month", 1),
    ("Clerk, 2 years", 24),
    ("Temp (6 months), 2021", 6),
    ("Temp, 2023 (3 months)", 3),
    ("Clerk, Mar 2020 - May 2020 (3 months)", 3),
    ("Clerk, Jan 2023 - Present (3 years 11 months)", 47),
]

MISREAD_LENGTHS = [
    case("Clerk, 1 year 3 months", 15),
    case("Clerk, 1.5 years", 18),
    case("Temp, 8 weeks", 2),
    case("Temp, 6 mos", 6),
    case("Clerk, 2 yrs", 24),
    case("Temp, six months", 6),
    case("A 3-month internship", 3),
]

NO_DATES = [
    "",
    "Data Analyst, Kestrel Foods",
    "+31 555 0142",
    "in the 2020s",
    "version v2.2020",
    "20200 loaves",
    "May we help",
    "March of the bakers",
    "saved 12 % in 3 shops",
]


def found(text: str) -> list[tuple[int, int, int]]:
    """Year and month of the beginning, and the months, of all dates in a text."""
    return [
        (dates.first // 12, dates.first % 12 + 1, dates.months)
        for dates in date_ranges(text, NOVEMBER_2026)
        if dates.first is not None
    ]


@pytest.mark.parametrize(("text", "year", "month", "months"), [*RANGES, *MISREAD_RANGES])
def test_form_of_date_is_understood(text: str, year: int, month: int, months: int) -> None:
    assert found(text) == [(year, month, months)]


@pytest.mark.parametrize("text", [text for text, *_ in RANGES])
def test_date_is_removed_from_a_title(text: str) -> None:
    assert without_dates(f"Clerk, {text}") == "Clerk"


@pytest.mark.parametrize(("text", "months"), [*LENGTHS, *MISREAD_LENGTHS])
def test_stated_length_counts_where_no_range_stands(text: str, months: int) -> None:
    dates = dates_of([text], NOVEMBER_2026)
    assert dates is not None
    assert dates.months == months


@pytest.mark.parametrize("text", NO_DATES)
def test_text_without_a_date_has_none(text: str) -> None:
    assert not has_date(text)
    assert date_ranges(text, NOVEMBER_2026) == []


def test_two_ranges_on_one_line_are_both_found() -> None:
    assert found("Jan 2020 - Mar 2020, Jun 2021 - Jul 2021") == [(2020, 1, 3), (2021, 6, 2)]


def test_entry_takes_its_first_true_range() -> None:
    dates = dates_of(["Clerk, Lark Library", "Leiden, Jan 2020 - Mar 2020", "since 2018 in town"], NOVEMBER_2026)
    assert dates == DateRange(month_number(2020, 1), month_number(2020, 3), 3)


def test_entry_without_dates_has_none() -> None:
    assert dates_of(["Clerk, Lark Library", "Sorted the returned books"], NOVEMBER_2026) is None


def test_range_of_twelve_months_wins_over_years_named_in_the_text() -> None:
    dates = dates_of(["Analyst, Jan 2020 - Dec 2020", "Forecast demand from 10 years of sales data"], NOVEMBER_2026)
    assert dates is not None
    assert dates.months == 12


def test_age_of_data_is_not_the_length_of_a_job() -> None:
    assert dates_of(["Analyst, Kestrel Foods", "Forecast demand from 10 years of sales data"], NOVEMBER_2026) is None


def test_range_that_runs_backwards_is_no_range() -> None:
    assert found("Mar 2020 - Jan 2020") == []


def test_overlapping_ranges_count_once() -> None:
    first, second = date_ranges("Jan 2020 - Jun 2020; Apr 2020 - Sep 2020", NOVEMBER_2026)
    assert months_covered([first, second]) == 9


def test_range_inside_another_adds_nothing() -> None:
    outer, inner = date_ranges("Jan 2020 - Dec 2020; Apr 2020 - Jun 2020", NOVEMBER_2026)
    assert months_covered([outer, inner]) == 12


def test_stated_length_adds_to_dated_months() -> None:
    assert months_covered([DateRange(month_number(2020, 1), month_number(2020, 3), 3), DateRange(None, None, 6)]) == 9


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
}
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


@given(st.integers(1970, 2026), st.integers(1, 40), st.sampled_from(SEPARATORS))
def test_range_of_years_is_twelve_times_the_difference(year: int, years: int, separator: str) -> None:
    assert [dates.months for dates in date_ranges(f"{year}{separator}{year + years}", NOVEMBER_2026)] == [12 * years]


@given(months_since_2000, st.sampled_from(list(POINTS)), st.sampled_from(["Clerk, Lark Library\t", "(", "Leiden | "]))
def test_date_is_found_beside_other_words(month: int, style: str, before: str) -> None:
    assert date_ranges(before + written(style, month), NOVEMBER_2026) == [DateRange(month, month, 1)]


date_like = st.lists(
    st.sampled_from([*NAMES, *FULL_NAMES, "2020", "2022", "'21", "12", "3", "-", "–", "to", "Present", "since", "/",
                     ".", ",", "Summer", "Winter", "(", ")", "expected", "months", "years", "\n", "\t"]),
    max_size=14,
)  # fmt: skip


@given(st.one_of(st.text(max_size=200), date_like.map(" ".join), date_like.map("".join)), st.booleans())
def test_no_text_raises_or_gives_less_than_a_month(text: str, early: bool) -> None:
    as_of = month_number(1960, 1) if early else NOVEMBER_2026
    assert all(dates.months >= 1 for dates in date_ranges(text, as_of))
    assert isinstance(without_dates(text), str)
    assert isinstance(has_date(text), bool)
    dates_of(text.splitlines(), as_of)


@given(st.lists(st.tuples(months_since_2000, st.integers(1, 60)), max_size=6))
def test_months_covered_lie_between_the_longest_range_and_the_sum(jobs: list[tuple[int, int]]) -> None:
    ranges = [DateRange(first, first + months - 1, months) for first, months in jobs]
    lengths = [months for _, months in jobs]
    assert max(lengths, default=0) <= months_covered(ranges) <= sum(lengths)
