"""The forms of dates, ranges and lengths."""

from __future__ import annotations

import pytest
from dates_read import (
    FURTHER_RANGES,
    NO_DATES,
    NOVEMBER_2026,
    RANGES,
    case,
    dates_of,
    found,
    has_date,
    without_dates,
)

MISREAD_RANGES = [
    case("2023-06-01 - 2023-08-31", 2023, 6, 3),
    case("06/01/2023 - 08/31/2023", 2023, 6, 3),
    case("05/23 - 08/23", 2023, 5, 4),
    case("Jan2020-Mar2020", 2020, 1, 3),
    case("2018-20", 2018, 1, 24),
    case("2018/20", 2018, 1, 24),
    case("Q1 2023 - Q3 2023", 2023, 1, 9),
    case("Marrow Mills2018 – 2020", 2018, 1, 24),
    case("Tester, RedMar, 2018 - 2019", 2018, 1, 12),
    case("Tester, OatLabsMar, 2018 - Jun, 2019", 2018, 3, 16),
    case("FY18 – FY20", 2017, 4, 36),
    case("FY 2018-19", 2018, 4, 12),
    case("fiscal year 2019", 2018, 4, 12),
    case("Marrow Mills2018-Present", 2018, 1, 96),
    case("Marrow Mills03/2018 - 04/2020", 2018, 3, 26),
    case("Marrow Mills Ltd.03/2018 - 04/2020", 2018, 3, 26),
    case("class of 2018 - 2020", 2018, 1, 24),
    case("China Mobile 2018 - 2020", 2018, 1, 24),
    case("2018-05 .. 2020-04", 2018, 5, 24),
    case("2025-05 ... today", 2025, 5, 19),
    case("2018…2020", 2018, 1, 24),
    case("IX.2018 – II.2019", 2018, 9, 6),
    case("12.IX.2018 - 3.II.2019", 2018, 9, 6),
    case("since IX.2025", 2025, 9, 15),
    case("Clerk, Halm IX 2018 – II 2019", 2018, 9, 6),
    case("Clerk (14 hours a week), 2018 - 2020", 2018, 1, 24),
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
    case("Course, 100 hours", 1),
    case("Course (Duration: 45 days)", 1),
    case("Internship | February\n2026 | 100 Hours", 1),
    case("Trainee, June 2021 (6 weeks)", 1),
    case("Trainee, June 2021 - 6 months", 6),
    case("Trainee, 2020 - 2021 (6 months)", 6),
    case("Trainee, 20 hours per week, May - June 2021", 2),
]


@pytest.mark.parametrize(("text", "year", "month", "months"), [*RANGES, *FURTHER_RANGES, *MISREAD_RANGES])
def test_form_of_date_is_understood(text: str, year: int, month: int, months: int) -> None:
    assert found(text) == [(year, month, months)]


@pytest.mark.parametrize("text", [text for text, *_ in [*RANGES, *FURTHER_RANGES]])
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
    assert dates_of([text], NOVEMBER_2026) is None


def test_two_ranges_on_one_line_are_both_found() -> None:
    assert found("Jan 2020 - Mar 2020, Jun 2021 - Jul 2021") == [(2020, 1, 3), (2021, 6, 2)]
