"""Cells set by columns → rows as they are read: forms of labels and texts, tables with long or broken cells."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from pages import AS_OF, Mark, Text, document_of, pdf_of

from gapcheck.documents import Word
from gapcheck.documents.layout.columns_or_table import are_columns
from gapcheck.documents.layout.word_rows import Row, rows_of
from gapcheck.resume.reader import read_resume
from gapcheck.taxonomy import Taxonomy


def table(rows: Sequence[Sequence[str]], columns: Sequence[float], *, bold: Sequence[str] = ()) -> list[str]:
    """The lines of a page with these rows of cells, whose first one is `bold` where it is named."""
    marks: list[Mark] = [
        Text(x, 120 + 14 * number, cell, bold=cell in bold)
        for number, row in enumerate(rows)
        for x, cell in zip(columns, row, strict=False)
        if cell
    ]
    return [line.text for line in document_of(pdf_of(marks)).pages[0].lines]


FORM = [
    ("January 2016 – June 2018", "Master of Statistics, Lake University"),
    ("", "Thesis on the time series of the harbour"),
    ("October 2011 – May 2015", "Bachelor of Statistics, Lake University"),
    ("Skills", ""),
    ("Programming languages", "Python, R and the sea"),
    ("Tools for daily work", "Git, Docker and a plough"),
    ("Languages", ""),
    ("German and its dialects", "first language, spoken at home"),
    ("French and its dialects", "some"),
]


def test_form_of_labels_and_texts_is_read_row_by_row() -> None:
    lines = table(FORM, (60, 215), bold=("Skills", "Languages"))
    assert "Tools for daily work\tGit, Docker and a plough" in lines
    assert lines.index("Skills") < lines.index("Programming languages\tPython, R and the sea")


def test_sides_are_columns_where_a_label_stands_alone() -> None:
    assert "Tools for daily work" in table(FORM, (60, 215), bold=("Skills",))


def test_two_columns_of_short_entries_are_no_form() -> None:
    rows = [(text, text) for _, text in FORM]
    lines = table([*rows[:3], ("Skills", ""), *rows[4:6]], (60, 315), bold=("Skills",))
    assert "Bachelor of Statistics, Lake University" in lines


JOBS = [
    ("No", "Organisation", "Designation", "From", "To", "Duties"),
    ("1", "Kestrel Foods", "Data Analyst", "Apr", "Till date", "Sales reports of the day and of the"),
    ("", "", "", "2021", "", "week"),
    ("2", "Halm and Sons", "Clerk", "Aug", "Mar", "Kept the tables of the fleet"),
    ("", "Ltd", "", "2018", "2021", ""),
    ("3", "Halm and Sons", "Apprentice", "Aug", "Jul 2018", "Letters and minutes"),
    ("", "Ltd", "", "2017", "", ""),
]
STUDIES = [
    ("Course", "Institution", "Year of passing", "Percentage"),
    ("BSc Biology", "Lake University of the North", "2017", "71"),
    ("HSC", "Town School", "2014", "82"),
    ("SSLC", "Town School", "2012", "88"),
]


def cells(rows: Sequence[Sequence[str]], columns: Sequence[float], top: float) -> list[Mark]:
    return [
        Text(x, top + 14 * number, cell)
        for number, row in enumerate(rows)
        for x, cell in zip(columns, row, strict=True)
        if cell
    ]


def test_cells_that_go_on_below_stand_in_the_rows_of_their_table(taxonomy: Taxonomy) -> None:
    marks: list[Mark] = [Text(50, 50, "Mira Sandoval", size=20), Text(50, 90, "Experience", size=14, bold=True)]
    marks += [*cells(JOBS, (51, 79, 175, 272, 320, 369), 120), Text(50, 244, "Education", size=14, bold=True)]
    resume = read_resume(document_of(pdf_of([*marks, *cells(STUDIES, (51, 142, 358, 467), 274)])), taxonomy, AS_OF)
    jobs = [entry for _, entry in resume.entries() if entry.kind.is_work]
    assert [job.dates and job.dates.months for job in jobs] == [68, 32, 12]
    assert ["fleet" in " ".join(item.text for item in job.items) for job in jobs] == [False, True, False]


LONG = [
    ("Period", "Firm", "Role"),
    ("August 2024 – March 2026", "Kestrel", "Scientist. Ran thirty assays a week and kept the book of"),
    ("", "Foods", "the lab, wrote the statistics of eight papers, showed the"),
    ("", "", "visitors of the harbour around."),
    ("October 2022 – May 2024", "Self-", "Part-time consultant. Checked three methods of the mill."),
    ("", "employed", ""),
    ("May 2020 – June 2022", "Ostby", "Scientist. Prepared samples from seven fields of barley for"),
    ("", "", "the reports of the day, answered to the head of the fleet,"),
    ("", "", "trained the new ones of each summer in all of the methods."),
    ("March 2018 – February 2020", "Halm", "Assistant. Kept the tables of the ferry and of the mill and"),
    ("", "Ltd", "trained five new starters and two colleagues of the inn,"),
    ("", "", "starters and two more."),
]


def side(rows: Sequence[Sequence[str]], columns: Sequence[float]) -> list[Row]:
    """The rows at one side of a gutter, of which the first one is bold."""
    words = [
        Word(text, x + 5.5 * at, top, x + 5.5 * (at + len(text)), top + 10, 10, bold=top == 120)
        for top, row in zip(range(120, 900, 14), rows, strict=False)
        for x, cell in zip(columns, row, strict=True)
        for at, text in ((cell.index(text), text) for text in cell.split())
    ]
    return rows_of(words)


@pytest.mark.parametrize(("head", "columns"), [(LONG[0], False), (("Work", "", "Skills"), True)])
def test_long_text_below_names_of_columns_is_the_last_column_of_a_table(head: tuple[str, ...], columns: bool) -> None:
    rows = [head, *LONG[1:]]
    left, right = side([row[:2] for row in rows], (57, 198)), side([row[2:] for row in rows], (264,))
    assert are_columns(left, right, 500) is columns


DUTIES = [("", "", "", "", "the-council-and-the-people-who-live-beside")] * 4
HEADS = [
    ("No", "Firm", "Post", "Period", "Job"),
    ("1", "Rye", "Planner", "01.07.2018-till", "Weekly-plans-of-two-bridges-in-the-north"),
    ("", "Halm", "", "date", "county,-claims-for-more-time,-reports-to"),
    *DUTIES,
    ("2", "Larvo", "Builder", "10.02.2014-to", "Piles-and-slabs-of-a-bridge-and-reports"),
    ("", "Sons", "", "15.05.2018", "the-day-and-of-the-night,-each-of-which"),
    *DUTIES,
]


@pytest.mark.parametrize(("head", "columns"), [(HEADS[0], False), (("No", "Firm", "Post", "Period", ""), True)])
def test_several_names_of_columns_at_both_sides_are_those_of_a_table(head: tuple[str, ...], columns: bool) -> None:
    rows = [head, *HEADS[1:]]
    left, right = side([row[:3] for row in rows], (57, 85, 170)), side([row[3:] for row in rows], (300, 400))
    assert are_columns(left, right, 480) is columns


@pytest.mark.parametrize(
    ("tops", "dates"),
    [((120, 136, 152), ["Nov 2018", "Feb 2021"]), ((120, 140, 152), ["Nov 2018 – Feb 2021"])],
    ids=["rows", "a broken cell"],
)
def test_dates_of_rows_as_far_apart_as_all_are_no_begin_and_end(
    tops: tuple[int, ...], dates: list[str], taxonomy: Taxonomy
) -> None:
    rows = [("Course", "Institute", "Dated"), ("Rye Bread", "Fjord Hub", "Nov 2018"), ("Cakes", "Halm", "Feb 2021")]
    marks: list[Mark] = [Text(60, 50, "Mira Sandoval", size=20), Text(60, 90, "Courses", size=14, bold=True)]
    marks += [
        Text(x, top, cell, bold=top == tops[0])
        for top, row in zip(tops, rows, strict=True)
        for x, cell in zip((60, 250, 420), row, strict=True)
    ]
    resume = read_resume(document_of(pdf_of(marks)), taxonomy, AS_OF)
    assert [entry.printed for _, entry in resume.entries() if entry.printed] == dates
