"""Where rules of reading begin and end: what a line above, a margin or a day decides."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pages import AS_OF, Text, document_of, pdf_of, typed

from gapcheck.resume import month_number
from gapcheck.resume.cells import without_cell
from gapcheck.resume.dates import dates_of
from gapcheck.resume.reader import read_resume
from gapcheck.taxonomy import Taxonomy

SENTENCE = "Baked rye bread for the shops of the town and wrote down what became of it"


@pytest.mark.parametrize(("mark", "count"), [("• ", 2), ("", 1)], ids=["list", "text"])
def test_project_without_a_date_opens_below_a_list_with_marks_alone(mark: str, count: int, taxonomy: Taxonomy) -> None:
    first = ["Projects", "Bread by camera, 2024", f"{mark}{SENTENCE}", f"{mark}{SENTENCE}."]
    lines = ["Mira Sandoval", *first, "Queue at the bakery", f"{mark}{SENTENCE}", "Skills", "Rye bread"]
    marks = [Text(50, 50 + 14 * row, line) for row, line in enumerate(lines)]
    resume = read_resume(document_of(pdf_of(marks)), taxonomy, AS_OF)
    assert len([entry for _, entry in resume.entries() if entry.kind.value == "project"]) == count


@pytest.mark.parametrize(("cell", "margin"), [((0, 1), 1), ((2, 3), 2)], ids=["of the margin", "of the text"])
def test_margin_shrinks_by_the_cell_that_is_taken_out_of_it(cell: tuple[int, int], margin: int) -> None:
    (line,) = document_of(pdf_of([Text(50, 50, "2020"), Text(100, 50, "2021"), Text(200, 50, "Clerk")])).pages[0].lines
    left = without_cell(replace(line, margin=2), cell)
    assert (left.margin, len(left.words)) == (margin, 2)


@pytest.mark.parametrize("heading", ["Education and Experience", "Experience and Education"])
def test_joint_heading_opens_one_section_of_each_kind_with_the_entries_in_that_of_work(
    heading: str, taxonomy: Taxonomy
) -> None:
    text = f"Mira Sandoval\n# {heading}\n## Baker, Kestrel Foods | Jan 2020 - May 2021\n- Baked\n# Skills\nRye"
    sections = read_resume(typed(text), taxonomy, AS_OF).sections[1:3]
    assert [(one.kind.value, len(one.entries)) for one in sections] == [("experience", 1), ("education", 0)]


@pytest.mark.parametrize(("month", "is_planned"), [("Nov 2036", True), ("Dec 2036", False)])
def test_day_further_ahead_than_ten_years_is_a_slip(month: str, is_planned: bool) -> None:
    dates = dates_of([month], month_number(2026, 11))
    assert bool(dates and dates.planned) == is_planned
