"""Which dates an entry has, and how many months they cover."""

from __future__ import annotations

import pytest
from dates_read import (
    FURTHER_RANGES,
    GRAMMAR,
    NO_DATES,
    NOVEMBER_2026,
    RANGES,
    case,
    date_ranges,
    dates_of,
    found,
    has_date,
)

from gapcheck.resume import DateRange, month_number, months_covered


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


@pytest.mark.parametrize("text", ["Mar 2020 - Jan 2020", "2019 - 2091", "13/2020 - 14/2020", "1912 - 1915"])
def test_date_that_can_not_be_meant_is_none_and_can_be_asked_for(text: str) -> None:
    assert found(f"Clerk, {text}") == []
    assert ", ".join(GRAMMAR.unread(f"Clerk, {text}", NOVEMBER_2026)) in (text, text.replace(" - ", ", "))


@pytest.mark.parametrize("text", [*NO_DATES, *(text for text, *_ in [*RANGES, *FURTHER_RANGES])])
def test_text_that_was_understood_is_not_asked_about(text: str) -> None:
    assert GRAMMAR.unread(text, NOVEMBER_2026) == []


SPELLS = [
    case("Jan 2021 - Apr 2021, Sep 2021 - Dec 2021", 8, 2),
    case("Jan - Apr 2021, Sep - Dec 2021", 8, 2),
    case("Jun-Aug 2022 & Jun-Aug 2023", 6, 2),
    case("Summer 2021, 2022 and 2023", 9, 3),
    case("Summer 2021 and Winter 2021", 6, 2),
    case("Jan 2021 - Apr 2021\nSep 2021 - Dec 2021", 8, 2),
    case("Jan 2021 - Apr 2021; Mar 2021 - May 2021", 5, 2),
    case("Jan 2021 - Apr 2021 at the mill, Sep 2021 - Dec 2021 at sea", 8, 2),
    case("Jan 2021 - Apr 2021 (promoted from Porter, Sep 2020 - Dec 2020)", 8, 2),
    case("Jan 2021 - Apr 2021; Porter, Sep 2020 - Dec 2020", 8, 2),
    case("Jan 2021 - Present (Porter, Sep 2020 - Dec 2020)", 75, 2),
    case("Jan 2021 - Present, Sep 2020 - Dec 2020", 71, 0),
    case("Nov 2020 - Apr 2021 (season 2020/21, 07:00 - 16:00)", 6, 0),
    case("Jan 2021 - Dec 2021, with leave Mar 2021 - Apr 2021", 12, 0),
]


@pytest.mark.parametrize(("text", "months", "spells"), SPELLS)
def test_spells_of_one_entry_count_together(text: str, months: int, spells: int) -> None:
    dates = dates_of(f"Clerk\t{text}".split("\n"), NOVEMBER_2026)
    assert dates is not None
    assert (dates.months, len(dates.spells)) == (months, spells)
    assert months_covered([dates]) == months


BROKEN = [
    case("Clerk · (February 2024 - November", "2025)", 22),
    case("Clerk · (March 2016 -", "December 2020)", 58),
    case("Clerk\tMarch 2016", "- December 2020", 58),
    case("Clerk\t01/2022 –", "Orrin Labs, Utrecht\t06/2024", 30),
    case("Jan 2022 –\tClerk", "Jun 2024\tOrrin Labs", 30),
    case("Clerk\tJan 2024 –", "Present", 35),
    case("Clerk\tFebruary", "2026", 1),
    case("Web Intern\tJan. 2018 to", "Bruges Mills\tJune 2018", 6),
    case("Clerk\tJan 2024 until", "Orrin Labs\tpresent", 35),
    case("Clerk at Orrin Labs, since", "Jan 2024", 35),
]


@pytest.mark.parametrize(("first", "second", "months"), BROKEN)
def test_range_over_two_lines_is_one(first: str, second: str, months: int) -> None:
    dates = dates_of([first, second], NOVEMBER_2026)
    assert dates is not None
    assert dates.months == months
    assert GRAMMAR.completes(first, second) or not has_date(second)


def test_range_below_another_has_dates_of_its_own() -> None:
    assert not GRAMMAR.completes("Clerk, Lark Library\tJan 2020 - Mar 2020", "Baker\tApr 2020 - May 2020")
    assert not GRAMMAR.completes("Clerk, Lark Library\tJan 2020 –", "Baker, Finch\tApr 2020 - May 2020")


@pytest.mark.parametrize("text", ["Jan 2027 - Jun 2027", "March 2027 - Present", "Starting March 2027", "2028"])
def test_what_begins_after_the_day_of_reading_is_planned_and_no_time_yet(text: str) -> None:
    dates = dates_of([text], NOVEMBER_2026)
    assert dates is not None
    assert dates.planned
    assert dates.months == 0
    assert months_covered([dates]) == 0


def test_overlapping_ranges_count_once() -> None:
    first, second = date_ranges("Jan 2020 - Jun 2020; Apr 2020 - Sep 2020", NOVEMBER_2026)
    assert months_covered([first, second]) == 9


def test_range_inside_another_adds_nothing() -> None:
    outer, inner = date_ranges("Jan 2020 - Dec 2020; Apr 2020 - Jun 2020", NOVEMBER_2026)
    assert months_covered([outer, inner]) == 12


def test_stated_length_adds_to_dated_months() -> None:
    assert months_covered([DateRange(month_number(2020, 1), month_number(2020, 3), 3), DateRange(None, None, 6)]) == 9


def test_line_may_break_between_the_day_and_the_month_of_an_end() -> None:
    dates = dates_of(["Clerk, Halm Ltd (1 October 2021 – 30", "June 2023)"], NOVEMBER_2026)
    assert dates == DateRange(month_number(2021, 10), month_number(2023, 6), 21)
