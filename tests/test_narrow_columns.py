"""Tables whose columns are too narrow for a date: the rest of it stands alone on the next line."""

from __future__ import annotations

import pytest
from pages import AS_OF, Mark, Text, document_of, pdf_of, typed

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


NAMES = ("Databases", "Languages", "Tools", "Platforms")


@pytest.mark.parametrize("bold", [True, False])
def test_heading_between_two_tables_is_no_cell_of_them(bold: bool) -> None:
    marks: list[Mark] = [Text(60, 184, "Fields of work", bold=bold)]
    for number, name in enumerate(NAMES):
        for top in (120, 200):
            marks += [Text(60, top + 16 * number, name), Text(200, top + 16 * number, "Oracle, MySQL and the sea")]
    lines = [line.text for line in document_of(pdf_of(marks)).pages[0].lines]
    assert ("Tools\tOracle, MySQL and the sea" in lines) is bold


@pytest.mark.parametrize(
    ("name", "value", "rows"),
    [
        ("Tools", "Oracle, MySQL and the sea", True),
        ("Tools", "Oracle, MySQL and the sea by night", False),
        ("Tools for our ships", "Oracle, MySQL and the sea", True),
        ("Tools for ships at sea", "Oracle, MySQL and the sea", False),
    ],
)
def test_longer_text_beside_short_names_is_a_column(name: str, value: str, rows: bool) -> None:
    marks: list[Mark] = [Text(60, 120 + 16 * number, one) for number, one in enumerate((*NAMES * 2, name))]
    marks += [Text(200, 120 + 16 * number, value) for number in range(len(NAMES * 2) + 1)]
    lines = [line.text for line in document_of(pdf_of(marks)).pages[0].lines]
    assert (f"Tools\t{value}" in lines) is rows


DEGREES = [
    ("Course", "Institution", "Board", "Year of"),
    ("", "", "", "passing"),
    ("BE", "Delft College of", "State", "2025"),
    ("", "Engineering", "", ""),
    ("PUC", "Ostby College", "Board of", "2021"),
    ("", "", "Delft", ""),
    ("SSLC", "Halm High School", "State", "2019"),
]


@pytest.mark.parametrize("off", [0, 5])
def test_cells_that_go_on_in_a_line_of_their_own_leave_a_table_whole(off: int) -> None:
    marks: list[Mark] = [
        Text(x, 120 + 14 * number + (off if x > 300 else 0), cell)
        for number, row in enumerate(DEGREES)
        for x, cell in zip((60, 130, 330, 430), row, strict=True)
        if cell
    ]
    lines = [line.text for line in document_of(pdf_of(marks)).pages[0].lines]
    assert ("PUC\tOstby College\tBoard of\t2021" in lines) is (off == 0)


def test_head_of_a_table_whose_first_word_is_a_known_heading_is_none(taxonomy: Taxonomy) -> None:
    marks: list[Mark] = [Text(50, 50, "Mira Sandoval", size=20)]
    rows = [
        ("Work Experience",),
        ("Organization", "Designation", "Duration"),
        ("Kestrel Foods", "Analyst", "Jan 2020 - Mar 2022"),
        ("Halm Ltd", "Clerk", "Feb 2018 - Dec 2019"),
        ("Education",),
        ("Qualification", "Institute", "Year"),
        ("BSc", "Delft University", "2017"),
        ("Technical Skills",),
        ("Python, SQL, Excel",),
    ]
    for number, row in enumerate(rows):
        bold = number in (0, 1, 4, 5, 7)
        marks += [Text(x, 120 + 16 * number, cell, bold=bold) for x, cell in zip((50, 200, 330), row, strict=False)]
    resume = read_resume(document_of(pdf_of(marks)), taxonomy, AS_OF)
    assert resume.work_months == 27 + 23


@pytest.mark.parametrize(
    ("edge", "months"), [(160.0, [13, 6]), (165.0, [1, 12, 6])], ids=["in the column", "behind it"]
)
def test_date_without_space_behind_it_goes_on_below(edge: float, months: list[int], taxonomy: Taxonomy) -> None:
    marks: list[Mark] = [Text(50, 50, "Mira Sandoval", size=20), Text(50, 90, "Experience", size=14, bold=True)]
    marks += [Text(50, 120, "January 2021 – January"), Text(edge, 120, "Clerk, Halm Ltd"), Text(50, 134, "2022")]
    marks += [Text(168, 134, "Sorted the letters of the town"), Text(168, 148, "Kept the stamps")]
    marks += [
        Text(50, 172, "Jan – Jun 2018"),
        Text(160, 172, "Porter, Orrin Foods"),
        Text(50, 200, "Education", bold=True),
    ]
    marks += [Text(50, 220, "2012 – 2015"), Text(160, 220, "BSc Biology, Lake University")]
    resume = read_resume(document_of(pdf_of(marks)), taxonomy, AS_OF)
    assert [entry.dates.months for _, entry in resume.entries() if entry.kind.is_work and entry.dates] == months


def test_date_goes_on_at_the_top_of_the_next_page(taxonomy: Taxonomy) -> None:
    first: list[Mark] = [Text(50, 50, "Mira Sandoval", size=20), Text(50, 90, "Experience", size=14, bold=True)]
    first += [Text(50, 690, "May 2007 to August 2010"), Text(50, 704, "Kestrel Foods, Clerk")]
    first += [Text(70, 718, "Sorted the letters of the town"), Text(50, 740, "December 1999"), Text(50, 752, "to")]
    second: list[Mark] = [Text(50, 60, "February 2003"), Text(50, 74, "Halm Ltd")]
    resume = read_resume(document_of(pdf_of(first, second)), taxonomy, AS_OF)
    jobs = [(entry.title, entry.dates.months) for _, entry in resume.entries() if entry.kind.is_work and entry.dates]
    assert jobs == [("Kestrel Foods, Clerk", 40), ("Halm Ltd", 39)]


@pytest.mark.parametrize(("size", "apart"), [(14, True), (10, False)], ids=["a heading", "no heading"])
def test_short_side_that_opens_with_a_heading_beside_one_is_a_column(size: float, apart: bool) -> None:
    marks: list[Mark] = [Text(60, 80, "Experience", size=14), Text(400, 80, "Abilities", size=size)]
    marks += [
        Text(60, 100 + 14 * number, "Sorted the returned books of the quay library by hand") for number in range(12)
    ]
    marks += [Text(400, 100 + 14 * number, text) for number, text in enumerate(("Python, pandas", "Git", "Excel"))]
    lines = [line.text for line in document_of(pdf_of(marks)).pages[0].lines]
    assert ("Git" in lines) is apart


@pytest.mark.parametrize(
    ("labels", "jobs"),
    [(("Day of joining", "Day of rest"), [27]), (("Joining", "Rest"), [1, 1])],
    ids=["a word in common", "none"],
)
def test_dates_behind_labels_alike_are_one_range(labels: tuple[str, str], jobs: list[int], taxonomy: Taxonomy) -> None:
    text = f"Mira Sandoval\n# Experience\nKestrel Foods\nClerk\n{labels[0]}: 12/03/2018\n{labels[1]}: 30/05/2020\n"
    resume = read_resume(typed(text), taxonomy, AS_OF)
    assert [entry.dates.months for _, entry in resume.entries() if entry.kind.is_work and entry.dates] == jobs


def test_year_below_a_month_goes_on_with_it_though_a_text_stands_between(taxonomy: Taxonomy) -> None:
    marks: list[Mark] = [Text(50, 50, "Mira Sandoval", size=20), Text(50, 90, "Experience", size=14, bold=True)]
    for top, years in ((120, "Jul 2020 - Sep"), (190, "Mar 2018 - May")):
        marks += [Text(50, top, "Clerk, Halm Ltd", bold=True), Text(50, top + 13, years), Text(50, top + 26, "2021")]
        marks += [Text(160, top + 16, "Sorted the letters of the town"), Text(160, top + 31, "Kept the stamps")]
    resume = read_resume(document_of(pdf_of(marks)), taxonomy, AS_OF)
    assert [entry.dates.months for _, entry in resume.entries() if entry.kind.is_work and entry.dates] == [15, 39]


def test_columns_of_a_table_that_open_with_large_labels_stay_in_its_rows() -> None:
    rows = [
        ("Programming", "Libraries", "Tools"),
        ("Python", "pandas", "Git"),
        ("SQL", "NumPy", "Excel"),
        ("C", "scikit-learn", "Word"),
    ]
    marks: list[Mark] = [
        Text(x, 80 + 16 * number, cell, size=10 if number else 14)
        for number, row in enumerate(rows)
        for x, cell in zip((60, 140, 230), row, strict=True)
    ]
    marks += [Text(60, 150, "Experience", size=14)]
    lines = [line.text for line in document_of(pdf_of(marks)).pages[0].lines]
    assert "Python\tpandas\tGit" in lines
