"""A course that was finished counts, wherever its list stands and whatever is still under way below it."""

from __future__ import annotations

import pytest
from portfolios import report_on

from gapcheck import Analyzer

DONE = "Machine Learning Specialization, DeepLearning.AI on Coursera, completed February 2026"


@pytest.mark.parametrize(
    ("title", "lines", "held"),
    [
        ("Courses", (DONE, "Practical SQL (in progress)"), True),
        ("Courses", (DONE.replace(", completed February 2026", ""), "(in progress)"), False),
        ("Courses", (DONE.replace("completed", "to be completed"), "Practical SQL (in progress)"), False),
        ("Tide tables", (f"Used what I learned in the {DONE}",), False),
    ],
)
def test_finished_course_is_held_in_a_list_of_courses_among_projects(
    title: str, lines: tuple[str, ...], held: bool, analyzer: Analyzer
) -> None:
    report = report_on(analyzer, f"# Projects\n## {title}\n" + "\n".join(lines))
    found = [one.id for one in report.certificates]
    assert found == ["dlai-ml-specialization"] * held


@pytest.mark.parametrize(
    ("line", "held"),
    [
        ("Machine Learning Specialization (Coursera)", True),
        ("Machine Learning Specialization (Coursera), chapters 1 to 4, 2026", False),
        ("Machine Learning Specialization (Coursera), modules 1-2, 2026", False),
        ("Machine Learning Specialization (Coursera), first 3 weeks", False),
        ("Machine Learning Specialization (Coursera), wrote chapters of its script", True),
    ],
)
def test_some_chapters_of_a_course_are_no_certificate(line: str, held: bool, analyzer: Analyzer) -> None:
    report = report_on(analyzer, f"# Courses\n{line}")
    assert ("dlai-ml-specialization" in {one.id for one in report.certificates}) == held


def test_tool_with_ml_in_its_name_is_no_course_of_the_provider_beside_it(analyzer: Analyzer) -> None:
    row = "Learned: Machine Learning Specialization (Coursera, 2024), exercises in scikit-learn, BigQuery ML"
    report = report_on(analyzer, f"# Skills\n{row}")
    assert [one.id for one in report.certificates] == ["dlai-ml-specialization"]


@pytest.mark.parametrize(("above", "below"), [("completed February 2026", "chapters 1 to 4"), ("in progress", "2025")])
def test_what_the_line_above_tells_of_its_course_is_not_said_of_the_next(
    above: str, below: str, analyzer: Analyzer
) -> None:
    text = f"# Learning\nTides for all, {above}\nMachine Learning Specialization (Coursera), {below}\n"
    report = report_on(analyzer, text)
    assert [one.id for one in report.certificates] == ["dlai-ml-specialization"] * (below == "2025")


@pytest.mark.parametrize(
    ("row", "held"),
    [
        ("none until now - working towards AWS Certified Cloud Practitioner, hope to take the CKA exam later", []),
        ("AWS Certified Cloud Practitioner - passed in May, hope to take the CKA exam later", ["aws-clf-c02"]),
    ],
)
def test_hope_that_goes_on_to_the_next_certificate_covers_the_one_behind_its_cue(
    row: str, held: list[str], analyzer: Analyzer
) -> None:
    report = report_on(analyzer, f"# Skills\nCertifications: {row}")
    assert [one.id for one in report.certificates] == held
