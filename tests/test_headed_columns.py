"""Two columns that each have headings: what has a name and a time in one of them is no label of the other."""

from __future__ import annotations

import pytest
from pages import Mark, Text, column, pdf_of
from sections_read import Understand, dates, entries, kinds

DEGREES = [
    "MSc Rye Growing",
    "Ostby Lake University",
    "2014 – 2016",
    "BSc Biology",
    "Delft Fjord University",
    "2011 – 2014",
]
WORK = ["Jan 2020 – Present", "Baker, Kestrel Foods", "Mar 2016 – Dec 2019", "Cook, Halm Ltd"]
TOOLS = ["Ovens and mills", "Menus", "Stock", "Bread", "Orders"]


def stacked(x: float, y: float, lines: list[str], size: int) -> list[Mark]:
    """Entries of so many lines each, the first one bold, at some distance from each other."""
    return [Text(x, y + 13 * at + 9 * (at // size), line, bold=at % size == 0) for at, line in enumerate(lines)]


@pytest.mark.parametrize("left", [True, False], ids=["degrees beside jobs", "jobs beside tools"])
def test_entries_of_a_column_with_headings_are_no_cells_of_the_one_beside(left: bool, understand: Understand) -> None:
    marks: list[Mark] = [Text(40, 50, "Mira Sandoval", size=22)]
    marks += [Text(40, 90, "Education" if left else "Experience", size=13, bold=True)]
    jobs = ["Baker", "Kestrel Foods, Delft", "Jan 2020 – Present", "Cook", "Halm Ltd, Ostby", "Mar 2016 – Dec 2019"]
    marks += stacked(40, 110, DEGREES if left else jobs, 3)
    marks += [Text(40, 230, "Languages" if left else "Education", size=13, bold=True)]
    marks += [Text(40, 250, "Dutch, Norwegian" if left else "BSc Biology, Delft University, 2011 – 2014")]
    marks += [Text(330, 90, "Work" if left else "Skills", size=13, bold=True)]
    marks += stacked(330, 110, WORK, 2) if left else list(column(330, 110, TOOLS, leading=14))
    marks += [Text(330, 215, "Interests", size=13, bold=True), Text(330, 235, "Sailing")]
    resume = understand(pdf_of(marks))
    assert [job.dates for job in entries(resume, "experience")] == [
        dates((2020, 1), (2026, 11)),
        dates((2016, 3), (2019, 12)),
    ]
    assert len(entries(resume, "education")) == (2 if left else 1)
    assert kinds(resume).count("experience") == 1


@pytest.mark.parametrize("heading", [True, False], ids=["named", "as the titles are set"])
def test_cards_in_two_columns_stand_under_the_heading_above_their_height(heading: bool, understand: Understand) -> None:
    marks: list[Mark] = [Text(40, 40, "Mira Sandoval", size=22), Text(46, 90, "Jobs", bold=True)]
    jobs = ["Baker", "Kestrel Foods", "Jan 2020 – Present", "Rye bread for the whole of the town"]
    marks += stacked(40, 115, jobs, 4)
    others = ["Cook", "Halm Ltd", "Mar 2016 – Dec 2019", "Soups and stews of the fjord in winter"]
    marks += stacked(320, 115, others, 4)
    marks += [Text(46, 190, "Studies", bold=True)]
    marks += stacked(40, 212, ["Product Leadership" if heading else "MSc Rye Growing", "Ostby Institute · 2021"], 2)
    marks += stacked(320, 212, ["BSc Biology", "Delft University · 2010 – 2013"], 2)
    marks += [Text(46, 262, "Languages", bold=True), Text(40, 284, "Dutch, Norwegian")]
    resume = understand(pdf_of(marks))
    assert [job.title for job in entries(resume, "experience")] == ["Baker", "Cook"]
    degrees = ["Product Leadership" if heading else "MSc Rye Growing", "BSc Biology"]
    assert [one.title for one in entries(resume, "education")] == degrees
