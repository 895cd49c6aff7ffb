"""Entries side by side, dates beside a sidebar, tables and forms → each job with its own time and heading."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from pages import AS_OF, Mark, Text, column, document_of, pdf_of, texts_of

from gapcheck.resume import Resume
from gapcheck.resume.reader import read_resume
from gapcheck.taxonomy import Taxonomy

LEFT, RIGHT = 50.0, 300.0
SENTENCE = "Baked rye bread for the town"
HEAD = Text(LEFT, 50, "Mira Sandoval", size=20)

Understand = Callable[[Sequence[Mark]], Resume]


@pytest.fixture
def understand(taxonomy: Taxonomy) -> Understand:
    """Marks of a page → what is understood of it."""
    return lambda marks: read_resume(document_of(pdf_of(marks)), taxonomy, AS_OF)


def heading(y: float, text: str, x: float = LEFT) -> Text:
    return Text(x, y, text, size=14, bold=True)


def card(x: float, y: float, title: str, dates: str, lines: int = 3, where: str = "Kestrel Foods") -> list[Mark]:
    return [Text(x, y, title, bold=True), *column(x, y + 13, [where, dates, *[SENTENCE] * lines], 13)]


def told(resume: Resume) -> list[tuple[str, str, int]]:
    return [
        (entry.kind.value, entry.title.split(",")[0], entry.dates.months if entry.dates else 0)
        for section, entry in resume.entries()
        if section.kind.value in ("experience", "education")
    ]


# --------------------------------------------------------------------------------------------------------------- cards


def test_cards_side_by_side_stand_each_under_its_heading(understand: Understand) -> None:
    marks: list[Mark] = [HEAD, heading(90, "Experience")]
    marks += card(LEFT, 112, "Baker", "Jan 2024 - Jun 2024", lines=4) + card(
        RIGHT, 112, "Miller", "Jan 2022 - Dec 2023"
    )
    marks += [heading(215, "Education")]
    for x, degree, dates in ((LEFT, "BSc Biology", "2016 - 2019"), (RIGHT, "MSc Grain", "2019 - 2021")):
        marks += card(x, 237, degree, dates, lines=1, where="Delft University")
    marks += [heading(310, "Skills"), Text(LEFT, 330, "Python, SQL, Excel")]
    assert told(understand(marks)) == [
        ("job", "Baker", 6),
        ("job", "Miller", 24),
        ("education", "BSc Biology", 36),
        ("education", "MSc Grain", 24),
    ]


def test_cards_of_short_lines_in_step_are_no_table(understand: Understand) -> None:
    marks: list[Mark] = [HEAD, heading(90, "Experience")]
    jobs = {"Baker": "Jan 2024 - Present", "Miller": "Jul 2022 - Dec 2023", "Grocer": "May 2020 - Jun 2022"}
    for number, (title, dates) in enumerate(jobs.items()):
        marks += card(LEFT + 170 * number, 112, title, dates, lines=2)
    assert told(understand(marks)) == [("job", "Baker", 35), ("job", "Miller", 18), ("job", "Grocer", 26)]


def test_table_with_a_column_for_begin_and_end_stays_a_table() -> None:
    rows = [("Baker", "Jan 2024", "Mar 2025"), ("Miller", "Jul 2022", "Dec 2023"), ("Grocer", "May 2020", "Jun 2022")]
    marks = [
        Text(x, 100 + 15 * row, cell)
        for row, cells in enumerate(rows)
        for x, cell in zip((60, 200, 320), cells, strict=True)
    ]
    assert texts_of(pdf_of([HEAD, *marks]))[1:] == ["\t".join(cells) for cells in rows]


# ------------------------------------------------------------------------------------------------ a sidebar, and dates


def test_dates_between_a_sidebar_and_their_text_stay_with_the_text(understand: Understand) -> None:
    side = [heading(110, "SKILLS"), *column(LEFT, 130, ["Python", "SQL", "Excel", "Git"], 12)]
    side += [heading(200, "LANGUAGES"), *column(LEFT, 220, ["German", "English", "Spanish", "Dutch"], 12)]
    marks: list[Mark] = [HEAD, *side, heading(90, "Experience", 200)]
    jobs = {"Baker": "03/2021 - present", "Miller": "10/2018 - 02/2021", "Grocer": "04/2018 - 09/2018"}
    for number, (title, dates) in enumerate(jobs.items()):
        y = 112.0 + 75 * number
        marks += [Text(200, y, dates, size=9), Text(300, y, title, bold=True)]
        marks += column(300, y + 13, ["Kestrel Foods", *[f"{SENTENCE} and wrote it down"] * 3], 13)
    marks += [heading(340, "Education", 200), Text(200, 360, "2015 - 2018", size=9), Text(300, 360, "BSc Biology")]
    assert told(understand(marks)) == [
        ("job", "Baker", 69),
        ("job", "Miller", 29),
        ("job", "Grocer", 6),
        ("education", "BSc Biology", 36),
    ]


def test_dates_between_a_text_and_a_sidebar_stay_with_the_text(understand: Understand) -> None:
    marks: list[Mark] = [HEAD, heading(90, "Experience"), heading(90, "Skills", 420)]
    marks += column(420, 117, ["Python", "SQL", "Excel", "Git", "Linux", "Docker", "Rye", "Oats", "Tea"] * 2, 12)
    jobs = {"Baker": "03/2021 - present", "Miller": "10/2018 - 02/2021", "Grocer": "04/2018 - 09/2018"}
    for number, (title, dates) in enumerate(jobs.items()):
        y = 112.0 + 75 * number
        marks += [Text(LEFT, y, title, bold=True), Text(310, y, dates, size=9)]
        marks += column(LEFT, y + 13, ["Kestrel Foods", *[f"{SENTENCE} and wrote it down"] * 3], 13)
    assert told(understand(marks)) == [("job", "Baker", 69), ("job", "Miller", 29), ("job", "Grocer", 6)]


# ----------------------------------------------------------------------------------------------------- tables and forms


def test_form_with_names_above_its_values_has_the_time_of_a_job(understand: Understand) -> None:
    marks: list[Mark] = [HEAD, heading(90, "Experience")]
    for number, (first, last) in enumerate((("06/2019", "Current"), ("09/2016", "05/2019"))):
        y = 110.0 + 70 * number
        rows = [("Employer", "Position held"), ("Kestrel Foods", "Baker"), ("From", "To"), (first, last)]
        marks += [
            Text(x, y + 13 * row, cell, size=8 if row in (0, 2) else 10)
            for row, cells in enumerate(rows)
            for x, cell in zip((LEFT, RIGHT), cells, strict=True)
        ]
    marks += [heading(260, "Education"), Text(LEFT, 280, "BSc Biology, Delft University, 2013 - 2016")]
    assert understand(marks).work_months == 123


def test_names_in_the_rows_of_a_table_are_no_headings(understand: Understand) -> None:
    marks: list[Mark] = [HEAD, heading(80, "Experience"), Text(LEFT, 100, "Baker, Kestrel Foods, Jan 2020 - Dec 2021")]
    marks += [heading(130, "Education"), Text(LEFT, 150, "BSc Biology, Delft University, 2016 - 2019")]
    marks += [heading(180, "Technical skills")]
    long = "and others that one meets in a long life of work at mills"
    for row, name in enumerate(("Languages", "Frameworks", "Tools", "Software")):
        y = 200.0 + 40 * row
        marks += [Text(LEFT, y, name, bold=True), *column(250, y, [f"Python, SQL {long}", f"Java, R {long}"], 13)]
    found = understand([*marks, heading(380, "Awards"), Text(LEFT, 400, "Baker of the year, 2021")])
    assert [section.kind.value for section in found.sections[1:]] == ["experience", "education", "skills", "awards"]
