"""Years below each other in a margin → begin and end of an entry, where its title stands beside the first."""

from __future__ import annotations

import pytest
from pages import Mark, Text, pdf_of
from sections_read import Understand, dates, entries

ROWS = [
    ("2012", "BSc Biology"),
    ("2016", "Lake University"),
    ("2018", "MSc Statistics"),
    ("2020", "Fjord University"),
]


@pytest.mark.parametrize("titled", [True, False])
def test_two_years_beside_title_and_school_are_begin_and_end(titled: bool, understand: Understand) -> None:
    marks: list[Mark] = [Text(60, 50, "Mira Sandoval", size=20), Text(130, 90, "Education", size=13, bold=True)]
    for at, (year, text) in enumerate(ROWS):
        y = 108 + 12 * at + 8 * (at > 1)
        marks += [Text(60, y, year, size=9), Text(130, y, text, bold=titled and not at % 2)]
    found = [entry.dates for entry in entries(understand(pdf_of(marks)), "education") if entry.dates]
    both = [dates((2012, 1), (2015, 12)), dates((2018, 1), (2019, 12))]
    assert (found == both) is titled


def test_end_below_what_stands_beside_the_begin_is_found(understand: Understand) -> None:
    marks: list[Mark] = [Text(60, 50, "Mira Sandoval", size=20), Text(60, 90, "Experience", size=13, bold=True)]
    for at, (begin, end) in enumerate((("Aug 2021", "May 2023"), ("Feb 2018", "Jul 2021"))):
        y = 110 + 60 * at
        marks += [Text(60, y, begin, size=9, bold=True), Text(150, y, "Kestrel Foods", size=9, bold=True)]
        marks += [Text(150, y + 13, "Baker of the town", size=9), Text(60, y + 17, end, size=13, bold=True)]
        marks += [Text(150, y + 30, "Rye bread for the ferry.", size=9)]
    jobs = [job.dates for job in entries(understand(pdf_of(marks)), "experience") if job.kind.is_work]
    assert jobs == [dates((2021, 8), (2023, 5)), dates((2018, 2), (2021, 7))]


def test_year_below_a_month_and_its_comma_ends_the_range(understand: Understand) -> None:
    source = (
        "Mira Sandoval\n\n# Experience\n\n"
        "Baker - Kestrel Foods, Delft (June, 2019 – September,\n2021)\n\n- Rye bread\n\n"
        "Cook - Halm Ltd (March, 2015 – May, 2019)\n\n- Soup\n\n# Education\n\nBSc Biology, Lake University, 2012"
    )
    jobs = [job.dates for job in entries(understand(source), "experience") if job.kind.is_work]
    assert jobs == [dates((2019, 6), (2021, 9)), dates((2015, 3), (2019, 5))]
