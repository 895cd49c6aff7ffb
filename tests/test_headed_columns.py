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


@pytest.mark.parametrize("course", ["Executive course, Product Leadership", "MSc Rye Growing"])
def test_entries_beside_a_heading_stand_under_it_and_those_above_are_jobs(course: str, understand: Understand) -> None:
    marks: list[Mark] = [
        Text(51, 60, "Mira Sandoval", size=28),
        Text(51, 98, "Baker who used to be a cook on the ferries of the fjord. Delft. mira@example.com", size=10),
        Text(57, 123, "Jobs", size=10, bold=True),
    ]
    for x, first, second in (
        (
            51,
            ("Head Baker", "Kestrel Foods", "Delft · Aug 2023 – now"),
            ("Baker", "Halm Ltd", "Delft · Jan 2020 – Jul 2023"),
        ),
        (
            311,
            ("Cook", "Halm Ltd", "Ostby · Apr 2017 – Dec 2019"),
            ("Porter", "Rye Inn", "Ostby · Jun 2013 – Mar 2017"),
        ),
    ):
        for y, head in ((144, first), (224, second)):
            marks += [Text(x, y + 15 * at, line, size=10, bold=at == 0) for at, line in enumerate(head)]
            marks += [Text(x, y + 44, "Rye bread and rolls for the whole of the town,", size=10)]
            marks += [Text(x, y + 58, "and soups of the fjord in winter.", size=10)]
    marks += [Text(57, 306, "Studies", size=10, bold=True)]
    for x, title, school in (
        (51, course, "Ostby Institute · 2021"),
        (311, "BSc Biology", "Lake University · 2010 – 2013"),
    ):
        marks += [Text(x, 327, title, size=10, bold=True), Text(x, 342, school, size=10)]
    marks += [Text(57, 372, "Languages", size=10, bold=True)]
    marks += [
        Text(
            51, 394, "Dutch from my mother, Norwegian from my father, English from the ships that lay in town", size=10
        )
    ]
    resume = understand(pdf_of(marks))
    assert [job.title for job in entries(resume, "experience")] == ["Head Baker", "Baker", "Cook", "Porter"]
    assert [one.title for one in entries(resume, "education")] == [course, "BSc Biology"]
