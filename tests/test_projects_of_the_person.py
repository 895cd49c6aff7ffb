"""The plan of a career changer and of a researcher: what comes first, and what its projects are on."""

from __future__ import annotations

import pytest
from portfolios import report_on

from gapcheck import Analyzer
from gapcheck.report.advice_wording import this_week

CHANGER = (
    "# Experience\n## Physics Teacher, Castleby School | Aug 2019 - Present\n- Taught 120 pupils a year\n"
    "# Projects\n## Bike Counter | 2026\n- Predicted daily counts by a random forest (scikit-learn) with pandas\n"
    "# Courses\n- Introduction to SQL, DataCamp (2025)\n"
)


def test_who_is_sent_to_posts_for_analysts_begins_with_what_these_test(analyzer: Analyzer) -> None:
    report = report_on(analyzer, CHANGER)
    own = [step.skill for step in report.plan if step.phase == "own"]
    assert own.index("sql") < own.index("docker")
    assert this_week(report)[0].startswith("SQL in “Bike Counter”")


PICTURES = (
    "# Experience\n## PhD Candidate, Castleby University | Sep 2021 - Present\n"
    "- Trained a vision transformer in PyTorch for object detection\n- Measured the mean IoU over five seeds\n"
)


@pytest.mark.parametrize(("text", "picture"), [(PICTURES, True), (CHANGER, False)])
def test_projects_of_a_plan_are_on_what_the_person_works_on(text: str, picture: bool, analyzer: Analyzer) -> None:
    ideas = [one.id for one in report_on(analyzer, text).portfolio.ideas]
    assert (ideas[0] == "picture-search") == picture
