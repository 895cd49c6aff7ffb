"""Tables below names of columns → their rows as entries: of jobs, degrees and certificates."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from pages import Mark, Text, pdf_of
from sections_read import Understand, dates, entries, kinds, texts

from gapcheck.taxonomy import Taxonomy

WORK = [
    ("When", "Where", "What I did"),
    ("11.2022 - now", "Kestrel Parcels", "Forklift driver, loads and unloads the"),
    ("", "", "long lorries of the night"),
    ("04.2019 - 10.2022", "Halm Cold Store", "Picker in the deep freeze, later with a"),
    ("", "", "truck"),
    ("09.2017 - 03.2019", "Ostby Salads", "Quality of the line, 1,200\ta day"),
    ("-", "Farm at the fjord", "Leeks and daffodils"),
]
VOYAGES = [
    ("Vessel", "Tonnes", "Company", "Rank", "Sign on", "Sign off"),
    ("MV Ostby Bay", "36,400", "Kestrel Lines", "Third Engineer", "10.01.2020", "28.09.2020"),
    ("MV Halm", "17,200", "Kestrel Lines", "Oiler", "03.02.2018", "19.10.2018"),
    ("MV Delft", "12,900", "Fjord Tankers", "Engine Cadet", "01.07.2016", "30.06.2017"),
    ("MV Rye", "9,400", "Fjord Tankers", "Wiper", "", ""),
]
DEGREES = [
    ("School", "Subject", "Years"),
    ("Lake University", "Marine biology", "2010 - 2014"),
    ("Fjord High School", "Secondary", "2006 - 2010"),
]
PAPERS = [
    ("Document", "Number", "Issued", "Valid to"),
    ("Engine watch", "A-12", "11.05.2015", "10.05.2020"),
    ("Basic safety", "B-71", "07.11.2016", "06.11.2021"),
]


def page(*parts: tuple[str, Sequence[Sequence[str]], Sequence[float]]) -> bytes:
    """A page with a heading and a table for each part, whose first row is bold."""
    marks: list[Mark] = [Text(60, 50, "Mira Sandoval", size=20), Text(60, 68, "Delft, +47 900 11 222")]
    y = 90.0
    for heading, rows, columns in parts:
        marks.append(Text(60, y, heading, size=13, bold=True))
        y += 18
        for number, row in enumerate(rows):
            marks += [Text(x, y, cell, size=9, bold=number == 0) for x, cell in zip(columns, row, strict=True) if cell]
            y += 11 if number + 1 < len(rows) and not rows[number + 1][0] else 16
        y += 16
    return pdf_of(marks)


THREE, SIX, FOUR = (60, 170, 280), (60, 150, 215, 300, 390, 460), (60, 220, 320, 420)


def test_rows_below_names_of_columns_are_a_job_each(understand: Understand) -> None:
    jobs = entries(understand(page(("Work", WORK, THREE), ("Education", DEGREES, THREE))), "experience")
    named = [job for job in jobs if job.kind.is_work]
    assert [job.dates and job.dates.first for job in named] == [
        dates(month, month).first for month in ((2022, 11), (2019, 4), (2017, 9))
    ] + [None]
    assert [job.title.split()[0] for job in named] == ["Kestrel", "Halm", "Ostby", "Farm"]
    assert "night" in " ".join(texts(named[0])), "what wraps in a cell goes on with its row"


def test_two_days_at_the_end_of_rows_are_begin_and_end(understand: Understand) -> None:
    jobs = entries(understand(page(("Sea service", VOYAGES, SIX), ("Education", DEGREES, THREE))), "experience")
    named = [job for job in jobs if job.kind.is_work]
    assert [job.dates for job in named] == [
        dates((2020, 1), (2020, 9)),
        dates((2018, 2), (2018, 10)),
        dates((2016, 7), (2017, 6)),
        None,
    ]
    assert "36,400" in named[0].title, "a number at the end of a cell does not count the row"


def test_day_on_which_a_paper_runs_out_ends_nothing(understand: Understand) -> None:
    papers = entries(understand(page(("Education", DEGREES, THREE), ("Certificates", PAPERS, FOUR))), "certifications")
    assert [paper.dates for paper in papers if paper.kind == "certificate"] == [
        dates((2015, 5), (2015, 5)),
        dates((2016, 11), (2016, 11)),
    ]


def test_rows_of_a_table_of_degrees_are_a_degree_each(understand: Understand) -> None:
    degrees = entries(understand(page(("Work", WORK, THREE), ("Education", DEGREES, THREE))), "education")
    assert [one.title.split()[0] for one in degrees if one.kind == "education"] == ["Lake", "Fjord"]


def test_bold_line_above_each_job_names_no_columns(understand: Understand) -> None:
    rows: list[tuple[str, str]] = []
    for firm, begin in (("Kestrel Foods", 2018), ("Halm Ltd", 2015)):
        rows += [(firm, "Delft"), ("Baker", f"Jan {begin} - Dec {begin + 1}"), ("Rye bread", "")]
    marks: list[Mark] = [Text(60, 50, "Mira Sandoval", size=20), Text(60, 90, "Work", size=13, bold=True)]
    for number, (left, right) in enumerate(rows):
        marks.append(Text(60, 110 + 14 * number, left, size=9, bold=right == "Delft"))
        marks += [Text(400, 110 + 14 * number, right, size=9, bold=right == "Delft")] if right else []
    jobs = entries(understand(pdf_of(marks)), "experience")
    assert [job.dates for job in jobs] == [dates((2018, 1), (2019, 12)), dates((2015, 1), (2016, 12))]


IN_LOOK = [
    ("Licences and tickets", "certifications"),
    ("Short courses and training", "certifications"),
    ("Courses I finished", "certifications"),
]


@pytest.mark.parametrize(("heading", "kind"), IN_LOOK, ids=[heading for heading, _ in IN_LOOK])
def test_heading_with_a_word_of_titles_is_one_by_its_look(heading: str, kind: str, understand: Understand) -> None:
    lines = ["Work", "Baker, Kestrel Ovens, Jan 2020 - Mar 2021", "Education", "BSc Biology, Lake University, 2016"]
    lines += [heading, "First aid, 2019", "Languages", "Danish"]
    marks: list[Mark] = [Text(60, 50, "Mira Sandoval", size=20)]
    marks += [Text(60, 80 + 18 * at, line, bold=not at % 2, size=11) for at, line in enumerate(lines)]
    assert kind in kinds(understand(pdf_of(marks)))


def test_remark_in_brackets_does_not_change_the_look_of_a_heading(understand: Understand) -> None:
    lines = ["Delft", "ON THE WARDS (latest first)", "Nurse, Kestrel Clinic, Jan 2020 - Mar 2021", "EDUCATION"]
    lines += ["BSc Biology, Lake University, 2016", "LANGUAGES", "Danish"]
    marks: list[Mark] = [Text(60, 50, "Mira Sandoval", size=20)]
    marks += [Text(60, 80 + 18 * at, line, bold=at % 2 > 0, size=11) for at, line in enumerate(lines)]
    assert "experience" in kinds(understand(pdf_of(marks)))


def test_licence_alone_is_no_degree(taxonomy: Taxonomy) -> None:
    assert taxonomy.entry_words.degree_level(["Driving licence, cat. B"]) is None
    assert taxonomy.entry_words.degree_level(["Licence in Physics"]) == "bachelor"


STUDIES = [
    ("Year", "Month", "Education"),
    ("2007", "4", "Entered Fjord High School"),
    ("2010", "3", "Graduated from Fjord High School"),
    ("2010", "4", "Entered Lake University"),
    ("2014", "3", "Graduated from Lake University, Bachelor of Engineering"),
]
POSTS = [
    ("Year", "Month", "Work history"),
    ("2014", "4", "Joined Kestrel Tools (production engineer)"),
    ("2018", "9", "Left Kestrel Tools for personal reasons"),
    ("2018", "10", "Joined Halm Robotics (application engineer)"),
    (" ", " ", "Employed there to the present"),
]


def test_events_of_a_form_are_an_entry_for_begin_and_end(understand: Understand) -> None:
    columns = (60, 110, 160)
    resume = understand(
        page(("Details", [("Name", "Mira", "-")], columns), ("", STUDIES, columns), ("", POSTS, columns))
    )
    assert [one.dates for one in entries(resume, "education")] == [
        dates((2007, 4), (2010, 3)),
        dates((2010, 4), (2014, 3)),
    ]
    jobs = entries(resume, "experience")
    assert [job.dates for job in jobs] == [dates((2014, 4), (2018, 9)), dates((2018, 10), (2026, 11))]
    assert "Left Kestrel Tools for personal reasons" in " ".join(texts(jobs[0]))


def test_time_level_with_the_middle_of_a_cell_belongs_to_its_first_line(understand: Understand) -> None:
    rows = [
        (("Year", "Month", "Work history"), ()),
        (("2014", "4", "Joined Kestrel Tools as engineer"), ("Drew pumps",)),
        (("2018", "9", "Left Kestrel Tools"), ()),
        (("2018", "10", "Joined Halm Robotics as engineer"), ("Drew arms",)),
        ((), ("Employed there at present",)),
    ]
    marks: list[Mark] = [Text(60, 50, "Mira Sandoval", size=20)]
    for at, (cells, below) in enumerate(rows):
        top, high = 120 + 24 * at, bool(cells and below)
        marks += [Text(x, top + 6 * (high and x < 160), cell) for x, cell in zip((60, 110, 160), cells, strict=False)]
        marks += [Text(160, top + 12 * high, text) for text in below]
    jobs = entries(understand(pdf_of(marks)), "experience")
    assert [job.dates for job in jobs] == [dates((2014, 4), (2018, 9)), dates((2018, 10), (2026, 11))]


@pytest.mark.parametrize(
    ("line", "named"), [("Company\tRank\tSign on\tSign off", True), ("Rank\tSign on\tTonnes", False)]
)
def test_days_of_signing_on_and_off_are_columns_of_time(line: str, named: bool, taxonomy: Taxonomy) -> None:
    assert taxonomy.entry_words.names_period_columns(line) is named
