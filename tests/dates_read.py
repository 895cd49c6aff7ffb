"""What the tests of dates share."""

from __future__ import annotations

import pytest

from gapcheck.resume import month_number
from gapcheck.resume.dates import grammar_of
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


def case(text: str, *expected: object) -> object:
    """A case named by its text."""
    return pytest.param(text, *expected, id=text)


RANGES = [
    # PROTOCOL: both end months count
    ("Oct 2023 - Dec 2023", 2023, 10, 3),
    ("Oct - Dec 2023", 2023, 10, 3),
    ("Sep 2025 – (expected) May 2029", 2025, 9, 15),
    ("Sep 2025 – (exp. 2029)", 2025, 9, 15),
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
    ("between October 2023 and\nDecember 2023", 2023, 10, 3),
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
