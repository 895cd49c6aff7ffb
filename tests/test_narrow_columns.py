"""Tables whose columns are too narrow for a date: the rest of it stands alone on the next line."""

from __future__ import annotations

import pytest
from pages import AS_OF, Mark, Text, document_of, pdf_of

from gapcheck.resume.reader import read_resume
from gapcheck.taxonomy import Taxonomy


@pytest.mark.parametrize(("below", "months"), [("2024", [29, 16]), ("Leeds", [29, 1])], ids=["a year", "no year"])
def test_year_alone_below_a_month_belongs_to_it(below: str, months: list[int], taxonomy: Taxonomy) -> None:
    rows = [
        ("Organisation", "Designation", "From", "To"),
        ("Kestrel Foods", "Data Analyst", "Jul. 2024", "Present"),
        ("Halm Ltd", "Clerk", "Mar. 2023", "June"),
        ("", "", "", below),
    ]
    marks: list[Mark] = [Text(50, 50, "Mira Sandoval", size=20), Text(50, 90, "Experience", size=14, bold=True)]
    for number, row in enumerate(rows):
        marks += [Text(x, 120 + 14 * number, cell) for x, cell in zip((80, 170, 240, 310), row, strict=True) if cell]
    resume = read_resume(document_of(pdf_of(marks)), taxonomy, AS_OF)
    found = [entry.dates.months for _, entry in resume.entries() if entry.kind.is_work and entry.dates]
    assert found == months
