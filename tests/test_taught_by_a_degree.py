"""What is written down is what a line lets one suppose of that very work; the subjects of a degree belong to it."""

from __future__ import annotations

import pytest
from test_own_work import read

from gapcheck import Analyzer

JOB = """### Data Engineer, Quay Water (Jan 2020 - Present)
- {deed}
- Wrote the Python package that checks the pump readings, with reviews on GitHub
"""
DEGREE = "## Education\n\n### BSc {field}, Castleby University (Sep 2015 - Jul 2019)\n"


@pytest.mark.parametrize(
    ("deed", "written"),
    [("Trained a random forest of pump faults in scikit-learn", True), ("Joined pump readings in PySpark", False)],
)
def test_job_that_does_the_work_of_a_tool_with_another_is_not_asked_for_it(
    deed: str, written: bool, analyzer: Analyzer
) -> None:
    surely = {one.skill for one in read(analyzer, jobs=JOB.format(deed=deed)).plan if one.kind == "write"}
    assert ("pandas" in surely) == written


def test_subject_of_a_degree_is_written_into_no_job_and_learned_by_nobody_who_has_it(analyzer: Analyzer) -> None:
    deed = "Joined pump readings in PySpark"
    by_degree, without = (
        read(analyzer, jobs=JOB.format(deed=deed), more=DEGREE.format(field=field))
        for field in ("Computer Science", "History")
    )
    assert "data-structures" not in {step.skill for step in by_degree.plan}
    assert "data-structures" in {step.skill for step in without.plan}
