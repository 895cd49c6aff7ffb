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
