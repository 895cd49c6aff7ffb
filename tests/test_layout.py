"""Which words of a page make one row: cells of a table, columns of text, and the bars of a drawn rating."""

from __future__ import annotations

import pytest
from pages import Fill, Mark, Text, column, pdf_of

from gapcheck.documents import read_pdf

HEADLINE = Text(60, 50, "Mira Sandoval", size=20)
TOOLS = ["Python", "SQL", "Git", "Docker", "Linux", "Excel", "Tableau"]
RATES = ["proficient", "good", "basic", "good", "basic", "fluent", "fair"]
SHOPS = [f"Baked the bread of shop number {number}" for number in range(8)]
FLOUR = [f"1{number},500 kilograms of wholemeal flour" for number in range(8)]
BLUE, GREY = (0.1, 0.2, 0.6), (0.85, 0.85, 0.85)


def texts_of(*marks: Mark) -> list[str]:
    """The lines of a page with these marks, without its headline."""
    pages, _, _ = read_pdf(pdf_of([HEADLINE, *marks]))
    return [line.text for line in pages[0].lines][1:]


def test_short_cells_row_for_row_are_a_table() -> None:
    rows = texts_of(*column(60, 100, TOOLS), *column(300, 100, RATES))
    assert rows == [f"{tool}\t{rate}" for tool, rate in zip(TOOLS, RATES, strict=True)]


def test_short_lines_out_of_step_are_columns() -> None:
    assert texts_of(*column(60, 100, TOOLS * 2), *column(300, 107, RATES * 2)) == [*TOOLS * 2, *RATES * 2]


def test_numbers_stand_on_the_rows_of_what_they_count() -> None:
    """However long the words beside them are: `Baked the bread of shop number 1   11,500 kilograms of flour`."""
    rows = texts_of(*column(60, 100, SHOPS), *column(300, 100, FLOUR))
    assert rows == [f"{shop}\t{flour}" for shop, flour in zip(SHOPS, FLOUR, strict=True)]


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
    assert texts_of(*marks) == shown
