"""Which words of a page make one row: cells of a table, columns of text, and the bars of a drawn rating."""

from __future__ import annotations

import pytest
from pages import Fill, Mark, Text, column, lines_of, pdf_of, resume_pdf, texts_of
from test_documents import HEADLINE, LEFT, RIGHT, WIDE, both_readers

from gapcheck.documents import PdfReader, enclosing_box, read_pdf

TOOLS = ["Python", "SQL", "Git", "Docker", "Linux", "Excel", "Tableau"]
RATES = ["proficient", "good", "basic", "good", "basic", "fluent", "fair"]
SHOPS = [f"Baked the bread of shop number {number}" for number in range(8)]
FLOUR = [f"1{number},500 kilograms of wholemeal flour" for number in range(8)]
BLUE, GREY = (0.1, 0.2, 0.6), (0.85, 0.85, 0.85)


def rows_of(*marks: Mark) -> list[str]:
    """The lines of a page with these marks, without its headline."""
    pages, _, _ = read_pdf(pdf_of([HEADLINE, *marks]))
    return [line.text for line in pages[0].lines][1:]


def test_short_cells_row_for_row_are_a_table() -> None:
    rows = rows_of(*column(60, 100, TOOLS), *column(300, 100, RATES))
    assert rows == [f"{tool}\t{rate}" for tool, rate in zip(TOOLS, RATES, strict=True)]


def test_short_lines_out_of_step_are_columns() -> None:
    assert rows_of(*column(60, 100, TOOLS * 2), *column(300, 107, RATES * 2)) == [*TOOLS * 2, *RATES * 2]


def test_numbers_stand_on_the_rows_of_what_they_count() -> None:
    """However long the words beside them are: `Baked the bread of shop number 1   11,500 kilograms of flour`."""
    rows = rows_of(*column(60, 100, SHOPS), *column(300, 100, FLOUR))
    assert rows == [f"{shop}\t{flour}" for shop, flour in zip(SHOPS, FLOUR, strict=True)]


def test_rating_is_no_bullet_that_goes_on_with_the_label_above() -> None:
    page = pdf_of([*column(60, 100, TOOLS, 13), *column(300, 100, ["• • • • • • • •"] * len(TOOLS), 13)])
    assert texts_of(page) == [f"{tool}\t• • • • • • • •" for tool in TOOLS]


BESIDE = [
    Text(200, y, "Shift Planner, Halm Rail in the east and in the west of the whole county of Halm")
    for y in range(100, 300, 40)
]


def test_side_with_an_address_in_a_row_of_its_own_is_a_column() -> None:
    """However level its other rows are with the text beside it."""
    person = [Text(60, 100, "CONTACT"), Text(60, 120, "mira@example.org"), Text(60, 140, "Halm")]
    assert rows_of(*person, *BESIDE)[:3] == [one.text for one in person]


def test_address_above_dates_that_label_text_is_no_column() -> None:
    labels = [Text(60, 100, "2021 - 2023"), Text(60, 120, "mira@example.org"), Text(60, 140, "2019 - 2021")]
    assert f"2019 - 2021\t{BESIDE[0].text}" in rows_of(*labels, *BESIDE)


@pytest.mark.parametrize(
    ("parts", "shown"),
    [
        ({"Python": (60, 40), "SQL": (40, 60)}, ["Python\t▮▮▮▮▮▮▯▯▯▯", "SQL\t▮▮▮▮▯▯▯▯▯▯"]),
        ({"Python": (60, 40)}, ["Python"]),
        ({"Python": (60, 90), "SQL": (40, 60), "Git": (80, 45)}, ["Python", "SQL", "Git"]),
    ],
    ids=["two bars of one length", "one pair of boxes", "pairs of different lengths"],
)
def test_part_and_rest_are_a_rating_where_others_fill_the_same_length(
    parts: dict[str, tuple[float, float]], shown: list[str]
) -> None:
    """Else the two boxes are cells of a table, or ornaments."""
    marks: list[Mark] = []
    for number, (tool, (part, rest)) in enumerate(parts.items()):
        y = 100 + 24 * number
        marks += [Text(60, y, tool), Fill(150, y - 7, part, 7, BLUE), Fill(150 + part, y - 7, rest, 7, GREY)]
    assert rows_of(*marks) == shown


@both_readers
def test_two_columns_are_read_one_after_the_other(reader: PdfReader) -> None:
    content = pdf_of([HEADLINE, *column(60, 100, LEFT), *column(320, 100, RIGHT)])
    assert texts_of(content, reader) == ["Mira Sandoval", *LEFT, *RIGHT]


@both_readers
def test_two_columns_out_of_step_are_read_one_after_the_other(reader: PdfReader) -> None:
    content = pdf_of([HEADLINE, *column(60, 100, LEFT), *column(320, 107, RIGHT)])
    assert texts_of(content, reader) == ["Mira Sandoval", *LEFT, *RIGHT]


def test_two_columns_are_read_alike_in_any_order_of_drawing() -> None:
    marks = [mark for pair in zip(column(60, 100, LEFT), column(320, 100, RIGHT), strict=True) for mark in pair]
    assert texts_of(pdf_of([*marks, HEADLINE])) == ["Mira Sandoval", *LEFT, *RIGHT]


def test_columns_have_numbers_of_their_own() -> None:
    lines = lines_of(pdf_of([*column(60, 100, LEFT), *column(320, 100, RIGHT)]))
    assert {line.column for line in lines[:5]}.isdisjoint(line.column for line in lines[5:])


@both_readers
def test_sidebar_is_read_apart_from_the_text_beside_it(reader: PdfReader) -> None:
    side = ["Contact", "Delft", "555 0142", "Skills", "Python", "SQL", "Tableau", "Languages", "Dutch", "English"]
    main = ["Experience", *WIDE * 5]
    assert texts_of(pdf_of([*column(40, 100, side, leading=17), *column(200, 100, main)]), reader) == [*side, *main]


@both_readers
def test_right_aligned_dates_stay_on_the_line_of_the_title(reader: PdfReader) -> None:
    jobs = {
        "Data Analyst, Kestrel Foods": "Jan 2020 - Mar 2021",
        "Trainee, Heron Optics": "Jun - Aug 2019",
        "Clerk": "2018",
    }
    marks: list[Mark] = []
    for index, (title, dates) in enumerate(jobs.items()):
        y = 100 + 100 * index
        marks += [Text(60, y, title, bold=True), Text(535, y, dates, right=True), *column(60, y + 15, LEFT)]
    lines = texts_of(pdf_of(marks), reader)
    assert [line for line in lines if "\t" in line] == [f"{title}\t{dates}" for title, dates in jobs.items()]
    assert len(lines) == 18


def dates_in_the_margin() -> bytes:
    rows = {"2020 - 2022": "Data Analyst, Kestrel Foods", "2018 - 2019": "Clerk, Lark Library", "2016 - 2017": "Baker"}
    marks: list[Mark] = []
    for index, (dates, title) in enumerate(rows.items()):
        y = 100 + 60 * index
        marks += [Text(60, y, dates), Text(150, y, title, bold=True), *column(150, y + 15, WIDE)]
    return pdf_of(marks)


@both_readers
def test_dates_in_the_left_margin_label_their_row(reader: PdfReader) -> None:
    lines = lines_of(dates_in_the_margin(), reader)
    assert [line.text for line in lines if line.margin] == [
        "2020 - 2022\tData Analyst, Kestrel Foods",
        "2018 - 2019\tClerk, Lark Library",
        "2016 - 2017\tBaker",
    ]


def test_label_in_the_margin_does_not_indent_its_line() -> None:
    assert {round(line.x0) for line in lines_of(dates_in_the_margin())} == {150}


@both_readers
def test_table_of_labels_and_lists_stays_row_by_row(reader: PdfReader) -> None:
    rows = {
        "Languages": "Python, Java, SQL",
        "Databases": "PostgreSQL, MongoDB",
        "Cloud": "AWS, Docker",
        "Spoken": "Dutch",
    }
    marks: list[Mark] = []
    for index, (label, items) in enumerate(rows.items()):
        marks += [Text(60, 100 + 15 * index, label, bold=True), Text(160, 100 + 15 * index, items)]
    assert texts_of(pdf_of(marks), reader) == [f"{label}\t{items}" for label, items in rows.items()]


def test_lines_are_numbered_from_one_in_reading_order() -> None:
    lines = lines_of(pdf_of([HEADLINE, *column(60, 100, LEFT), *column(320, 100, RIGHT)]))
    assert [line.number for line in lines] == list(range(1, 12))


def test_line_box_encloses_its_words() -> None:
    for line in lines_of(resume_pdf("# Experience\n## Clerk, Lark Library | 2019 - 2020\n- Sorted books")):
        assert line.box == enclosing_box(line.words)
        assert (line.x1, line.top, line.bottom) == line.box[2:3] + line.box[1:2] + line.box[3:4]


@both_readers
def test_words_of_different_size_share_a_line_by_their_baseline(reader: PdfReader) -> None:
    content = pdf_of([Text(60, 100, "Clerk", size=13, bold=True), Text(120, 100, "in Leiden", size=8)])
    assert [text.replace("\t", " ") for text in texts_of(content, reader)] == ["Clerk in Leiden"]


@both_readers
@pytest.mark.parametrize("leading", [11, 12, 20])
def test_lines_set_close_together_stay_apart(leading: float, reader: PdfReader) -> None:
    assert texts_of(pdf_of(column(60, 100, LEFT, leading=leading)), reader) == LEFT


@both_readers
def test_scales_below_the_names_of_a_sidebar_stay_in_it(reader: PdfReader) -> None:
    names, main = ["Coaching", "Planning", "Genesys", "Excel", "Rotas", "Hiring"], WIDE * 6
    side = [line for name in names for line in (name, "* * * * *")]
    found = texts_of(pdf_of([*column(60, 100, main, leading=20), *column(400, 103, side, leading=14)]), reader)
    assert found[: len(main)] == main and found[len(main) :] == side


@both_readers
@pytest.mark.parametrize("leading", [14, 19])
def test_scales_beside_the_names_in_a_sidebar_are_no_column(leading: float, reader: PdfReader) -> None:
    names, main = ["Python", "SQL", "Git", "Tableau", "Excel", "Docker", "Linux", "Java"], WIDE * 5
    side = [*column(40, 117, names, leading=17), *column(100, 117, ["* * * *"] * len(names), leading=17)]
    found = texts_of(pdf_of([Text(40, 100, "Skills"), *side, *column(230, 100, main, leading=leading)]), reader)
    assert found == ["Skills", *(f"{name}\t* * * *" for name in names), *main]
