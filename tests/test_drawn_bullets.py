"""Bullets that a page draws and that its text does not have, as browsers print lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from pages import BLACK, WHITE, Fill, Mark, Ring, Text, pdf_of

from gapcheck import Analyzer
from gapcheck.documents import read_document

ITEMS = ("Kept the till of the branch", "Counted the stock every night", "Trained the new clerk")


def dot(x: float, baseline: float, size: float = 3.0) -> Fill:
    """A filled shape as wide as high, level with the small letters of a line of 10 points."""
    return Fill(x, baseline - 3.5 - size / 2, size, size, BLACK)


def lines_of(marks: Sequence[Mark], folder: Path) -> list[str]:
    file = folder / "resume.pdf"
    file.write_bytes(pdf_of([Text(50, 40, "Mira Sandoval"), *marks]))
    return [line.text for line in read_document(file).pages[0].lines[1:]]


def listed(texts: Sequence[str], *, dots: Sequence[float] = (56,), size: float = 3.0, bold: bool = False) -> list[Mark]:
    """Lines at one place with shapes before them."""
    marks: list[Mark] = []
    for number, text in enumerate(texts):
        baseline = 80 + 14 * number
        marks += [dot(x, baseline, size) for x in dots]
        marks.append(Text(66, baseline, text, bold=bold))
    return marks


def test_small_shapes_before_lines_are_their_bullets(tmp_path: Path) -> None:
    assert lines_of(listed(ITEMS), tmp_path) == [f"• {text}" for text in ITEMS]


@pytest.mark.parametrize(
    "marks",
    [
        listed(ITEMS[:1]),  # one alone may be anything
        listed(ITEMS, size=7),  # the circles of a time line
        listed(ITEMS, dots=(40, 48, 56)),  # several are a rating, or a pattern
        listed(ITEMS, dots=(20,)),  # too far from the text
        listed(ITEMS, bold=True),  # before titles
        [dot(56, 80), dot(44, 94), *listed(ITEMS, dots=())],  # each in a place of its own
        [*listed(ITEMS, dots=()), *(Fill(52, 75 + 14 * number, 6, 3, BLACK) for number in range(3))],  # short bars
        [*listed(ITEMS, dots=()), *(Ring(56, 75 + 14 * number, 3, 3) for number in range(3))],  # boxes to tick, empty
        [*(replace(mark, color=WHITE) if isinstance(mark, Text) else mark for mark in listed(ITEMS))],  # unseen
        [*listed(ITEMS), *(Text(30, 80 + 14 * number, "2021") for number in range(3))],  # between two words
    ],
    ids=["one", "large", "several", "far", "titles", "apart", "bars", "rings", "unseen", "between"],
)
def test_other_shapes_are_none(marks: list[Mark], tmp_path: Path) -> None:
    assert not any("•" in line for line in lines_of(marks, tmp_path))


def test_bullets_stand_at_one_place_though_not_to_the_hair(tmp_path: Path) -> None:
    marks = [*listed(ITEMS, dots=()), dot(55.6, 80), dot(56.3, 94), dot(56, 108)]
    assert lines_of(marks, tmp_path) == [f"• {text}" for text in ITEMS]


def test_an_item_of_a_drawn_list_is_read_for_itself(analyzer: Analyzer) -> None:
    """Whose a skill is, the next item does not say."""
    texts = (
        "Wrote the stock report in SQL, for the servers are looked after by our supplier with",
        "Docker for the tills",
    )
    head: list[Mark] = [
        Text(50, 60, "EXPERIENCE", bold=True, size=12),
        Text(50, 74, "Clerk, Orrin Mills, Jan 2020 - Jun 2022", bold=True),
    ]
    marks = [Text(50, 40, "Mira Sandoval"), *head]
    for number, text in enumerate(texts):
        marks += [dot(56, 92 + 14 * number), Text(66, 92 + 14 * number, text)]
    report = analyzer.analyze_bytes(pdf_of(marks), "resume.pdf")
    [job] = [entry for section in report.resume.sections for entry in section.entries if entry.kind == "job"]
    assert job.months == 30
    assert "docker" in {one.id for one in report.skills}
