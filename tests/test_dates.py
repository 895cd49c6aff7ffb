"""Dates and ranges as resumes write them → months, both ends counted."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import AS_OF, typed

from gapcheck.resume import DateRange, month_number, months_covered, read_resume
from gapcheck.resume.dates import grammar_of
from gapcheck.resume.language import languages_of
from gapcheck.taxonomy import load_taxonomy

NOVEMBER_2026 = month_number(2026, 11)

LANGUAGES = load_taxonomy().languages
GRAMMAR = grammar_of((LANGUAGES["en"].dates,), tuple(LANGUAGES[code].dates for code in ("de", "fr", "es", "pt")))
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
    ("2021-04 / 2022-01", 2021, 4, 10),
    ("2021-04/2022-01", 2021, 4, 10),
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

FURTHER_RANGES = [
    # month and year joined by any mark, or by none
    ("Jan-2021 to Jul-2024", 2021, 1, 43),
    ("Aug/2016 - Dec/2020", 2016, 8, 53),
    ("Mar-12 to Jun-16", 2012, 3, 52),
    ("Mar/12 - Jun/16", 2012, 3, 52),
    ("JAN 13 – FEB 14", 2013, 1, 14),
    ("July 21 - Oct 21", 2021, 7, 4),
    ("Mar ’ 19 – Jun ’ 20", 2019, 3, 16),
    ("May’ 19 – Jul’ 20", 2019, 5, 15),
    ("Mar '98 - May '98", 1998, 3, 3),
    ("2014-Jul-06 to 2015-Aug-01", 2014, 7, 14),
    ("2019 Mar - 2020 Apr", 2019, 3, 14),
    ("06/15 - 08/17", 2015, 6, 27),
    ("03 - 08/2020", 2020, 3, 6),
    # days
    ("06-JULY-2014 to 30-JULY-2016", 2014, 7, 25),
    ("16th june'14 - 1st June 2016", 2014, 6, 25),
    ("13-08-2012 to 09-06-2016", 2012, 8, 47),
    ("August 7-15, 2020", 2020, 8, 1),
    ("Aug 17 - 25, 2020", 2020, 8, 1),
    ("7 - 15 August 2020", 2020, 8, 1),
    ("June 12 - August 30, 2023", 2023, 6, 3),
    ("12 June - 20 August 2023", 2023, 6, 3),
    ("05/01/2021 - 08/15/2021", 2021, 5, 4),
    ("06/01/2023 - 08/01/2023", 2023, 6, 3),
    ("01/06/2023 - 01/08/2023", 2023, 6, 3),
    ("06.01.2023 - 08.01.2023", 2023, 1, 1),
    # present, in words of its own, mistyped, of another language
    ("Jun 2024 till date", 2024, 6, 30),
    ("Jun 2024 till now", 2024, 6, 30),
    ("Jun 2024 – to date", 2024, 6, 30),
    ("06/24 - Now", 2024, 6, 30),
    ("Jun 2024 - Preset", 2024, 6, 30),
    ("Jun 2024 - Curent", 2024, 6, 30),
    ("Jun 2024 — heute", 2024, 6, 30),
    ("Jun 2024 - (ongoing)", 2024, 6, 30),
    ("Jun 2024\tPresent", 2024, 6, 30),
    ("From Jun 2024 Onwards", 2024, 6, 30),
    ("From: Jan 2020 To: Mar 2021", 2020, 1, 15),
    ("between May 2020 and Aug 2020", 2020, 5, 4),
    # seasons, quarters, spans
    ("Summer ’20 - Fall ’20", 2020, 6, 6),
    ("Winter 2022/23", 2022, 12, 3),
    ("Spring/Summer 2021", 2021, 3, 6),
    ("Q3 2023", 2023, 7, 3),
    ("2019 – 21", 2019, 1, 24),
    ("2010-12", 2010, 1, 24),
    # as they were typed
    ("Janurary 2024 - Feburary 2025", 2024, 1, 14),
    ("M AY 2 0 2 1 - J U N E 2 0 2 2", 2021, 5, 14),
    ("JUN 2 0 2 4 - PRESE N T", 2024, 6, 30),
    ("S EPTEM B ER 2 0 2 4 - CUR REN T", 2024, 9, 27),
    # only as far as the day of reading
    ("2024 - 2028", 2024, 1, 24),
    ("2026", 2026, 1, 11),
]

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
    # a year inside a sentence, a birth, a day of a month, a number
    "Showed them at the IAGG 2017 World Conference.",
    "I started working there in 2022 and like quiet nights.",
    "Started in 2019",
    "Born 12 March 1990",
    "Date of birth: 12.03.1990",
    "on May 12",
    "2,020 - 3,000 loaves",
    "+31 20 2024 1220",
    "$2019",
    "2000+ users",
    "the reports of 2020",
    "moved the readings of 2010 to 2022",
    "Tel: 2019 2023",
    "tel. +31 2014-2018",
    "Phone 2014 2018",
    "Studio2015 Mills",
    "Windows2000-2003 servers",
    "9/2/2015",
    "9/2/2015 8:09 AM Mira Sandoval",
]


def found(text: str) -> list[tuple[int, int, int]]:
    """Year and month of the beginning, and the months, of all dates in a text."""
    return [
        (dates.first // 12, dates.first % 12 + 1, dates.months)
        for dates in date_ranges(text, NOVEMBER_2026)
        if dates.first is not None
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


OTHER_LANGUAGES = [
    ("de", "März 2021 – Juni 2024", 2021, 3, 40),
    ("de", "seit 03/2020", 2020, 3, 81),
    ("de", "seit 01.03.2020", 2020, 3, 81),
    ("de", "09/2020 – heute", 2020, 9, 75),
    ("de", "vom 1. März 2020 bis 31. Juli 2021", 2020, 3, 17),
    ("de", "Okt. 19 – Dez. 21", 2019, 10, 27),
    ("de", "2. Quartal 2020", 2020, 4, 3),
    ("fr", "de janvier 2020 à mars 2021", 2020, 1, 15),
    ("fr", "du 1er janvier 2020 au 31 mars 2022", 2020, 1, 27),
    ("fr", "d'octobre 2019 à juin 2020", 2019, 10, 9),
    ("fr", "janv. 2020 – aujourd’hui", 2020, 1, 83),
    ("fr", "janvier 2020 à ce jour", 2020, 1, 83),
    ("fr", "fevrier 2020 - août 2020", 2020, 2, 7),
    ("es", "septiembre 2020 – actualidad", 2020, 9, 75),
    ("es", "de enero de 2020 a marzo de 2021", 2020, 1, 15),
    ("es", "Marzo 2020 a la fecha", 2020, 3, 81),
    ("es", "3 de marzo de 2020 al 15 de abril de 2021", 2020, 3, 14),
    ("pt", "de janeiro de 2020 até o momento", 2020, 1, 83),
    ("pt", "set 2020 – atual", 2020, 9, 75),
    ("pt", "out/2019 – dez/2020", 2019, 10, 15),
    ("pt", "2º semestre de 2021", 2021, 7, 6),
]


@pytest.mark.parametrize(("code", "text", "year", "month", "months"), OTHER_LANGUAGES)
def test_other_language_has_its_own_words(code: str, text: str, year: int, month: int, months: int) -> None:
    grammar = grammar_of((LANGUAGES["en"].dates, LANGUAGES[code].dates))
    [dates] = grammar.date_ranges(text, NOVEMBER_2026)
    assert dates == DateRange(month_number(year, month), month_number(year, month) + months - 1, months)
    assert grammar.without_dates(f"Lark, {text}") == "Lark"


TEXTS = {
    (
        "en",
    ): "Analyst in the team of the mills, with reports for Universidad de la Laguna, by a plan that was in use at the\n"
    "port of Los Angeles and on the way to the depot",
    ("en", "de"): "Analystin bei der Bäckerei und im Lager, mit Berichten für die Leitung",
    ("en", "fr"): "Analyste chez un boulanger, avec des rapports pour le directeur et les équipes",
    ("en", "de", "fr"): "Analystin bei der Mühle und im Lager für die Leitung. "
    "Analyste chez une boulangerie avec des équipes pour le pain",
}


@pytest.mark.parametrize("codes", TEXTS)
def test_languages_of_a_document_are_told_by_its_small_words(codes: tuple[str, ...]) -> None:
    assert languages_of(typed(TEXTS[codes]), load_taxonomy()) == codes


def test_dates_of_a_document_are_read_in_its_languages() -> None:
    text = "Analystin bei der Mühle\nExperience\nAnalystin, Bäckerei und Mühle, März 2021 – Dezember 2021"
    resume = read_resume(typed(text), load_taxonomy(), AS_OF)
    assert resume.work_months == 10


def test_words_of_a_language_that_is_not_the_text_s_are_none() -> None:
    assert found("Data set 2019 – 2020") == [(2019, 1, 12)]


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
