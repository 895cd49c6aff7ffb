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
