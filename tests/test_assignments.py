"""Heads and lines that are set in below a job → what was done there, and no job of its own."""

from __future__ import annotations

import pytest
from pages import AS_OF, Mark, Text, document_of, pdf_of

from gapcheck.resume.reader import read_resume
from gapcheck.taxonomy import Taxonomy

JOB = "Lark Partners, Consultant (Jan 2020 - Dec 2023)"


def jobs(lines: list[tuple[float, str]], taxonomy: Taxonomy) -> list[int | None]:
    """The months of the jobs in lines of one look, each with its left edge."""
    marks: list[Mark] = [Text(50, 50, "Mira Sandoval", size=20), Text(50, 90, "Experience", size=14, bold=True)]
    marks += [Text(x, 120 + 14 * number, text) for number, (x, text) in enumerate(lines)]
    resume = read_resume(document_of(pdf_of(marks)), taxonomy, AS_OF)
    return [entry.dates.months if entry.dates else None for _, entry in resume.entries() if entry.kind.is_work]


@pytest.mark.parametrize(
    ("line", "months"),
    [
        ((70, "Grid of the north (Feb 2021 - Jan 2022)"), [48]),
        ((70, "Head Analyst (Feb 2021 - Jan 2022)"), [48, 12]),  # names a post
        ((70, "Grid of the north (Feb 2021 - Jan 2025)"), [48, 48]),  # goes on behind the job
        ((50, "Grid of the north (Feb 2021 - Jan 2022)"), [48, 12]),  # stands at the edge of the jobs
    ],
    ids=["an assignment", "a post", "longer", "not set in"],
)
def test_assignment_within_a_job_is_no_job(
    line: tuple[float, str], months: list[int | None], taxonomy: Taxonomy
) -> None:
    assert jobs([(50, JOB), line], taxonomy) == months


@pytest.mark.parametrize(("edge", "months"), [(70, [16, 48]), (50, [16, 48, None])])
def test_line_set_in_below_the_last_job_is_none(edge: float, months: list[int | None], taxonomy: Taxonomy) -> None:
    first = "Halm and Sons, Trainee (Sep 2018 - Dec 2019)"
    assert jobs([(50, first), (50, JOB), (edge, "Rotations in risk")], taxonomy) == months


@pytest.mark.parametrize(
    ("line", "months"),
    [
        ("Analyst, Kestrel Foods Inc. Boston (Mar 2016 - Feb 2018)", [48, 24]),
        ("Moved the stores by hand. Boston in Mar 2016 - Feb 2018", [48]),
    ],
)
def test_shortened_word_ends_no_sentence_before_the_dates(
    line: str, months: list[int | None], taxonomy: Taxonomy
) -> None:
    assert jobs([(50, JOB), (50, line)], taxonomy) == months


@pytest.mark.parametrize(
    ("line", "months"), [("Pell Ltd, 2016 (2 months)", [48, 2]), ("Pell Ltd, 2016 (by sea)", [48])]
)
def test_year_with_a_length_opens_a_job(line: str, months: list[int | None], taxonomy: Taxonomy) -> None:
    text = "Kept the stamps of the town, by day and by night, for years"
    assert jobs([(50, JOB), (70, text), (50, line), (50, "By the harbour"), (70, text)], taxonomy) == months
