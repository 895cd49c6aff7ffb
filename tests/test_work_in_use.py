"""Work in use: who uses it and how often it runs tell of it, at a job of years and in a project of one's own."""

from __future__ import annotations

import pytest
from portfolios import report_on

from gapcheck import Analyzer
from gapcheck.report.wording import portfolio_title, project_shows

JOB = "# Experience\n## Machine Learning Engineer, Tram Company | Jan 2020 - Present\n"


@pytest.mark.parametrize(
    ("line", "met"),
    [
        ("Shipped a chatbot with the OpenAI API, 38,000 users a month", True),
        ("Packaged the model for nightly scoring with Docker", True),
        ("Trained a classifier in scikit-learn; the claims team reviews its top 5% weekly", True),
        ("Built a recommender in PyTorch that four shops rely on", True),
        ("Built a recommender in PyTorch: 9,000 active a month", True),
        ("Built a recommender in PyTorch; 220 buyers log in on Mondays", True),
        ("Built a recommender in PyTorch from clicks of 38,000 users", False),
        ("Built a recommender in PyTorch", False),
        ("Took the minutes of the weekly meeting", False),
    ],
)
def test_work_is_in_use_by_who_uses_it_or_how_often_it_runs(line: str, met: bool, analyzer: Analyzer) -> None:
    report = report_on(analyzer, f"{JOB}- Trained a churn model in PyTorch\n- {line}\n")
    criterion = next(one for one in report.portfolio.criteria if one.id == "in-use")
    assert criterion.met is met
    assert "link" not in (criterion.suggestion or ""), "the code is the employer's"


@pytest.mark.parametrize(("said", "named"), [("540 stars, 60,000 downloads", True), ("written on a wet Sunday", False)])
def test_package_that_many_use_is_a_project_of_ones_own(said: str, named: bool, analyzer: Analyzer) -> None:
    own = f"# Projects\n## Quotefinder | 2024\n- Python package that finds a quoted sentence in its source, {said}\n"
    report = report_on(analyzer, f"{JOB}- Trained a churn model in PyTorch\n\n{own}")
    assert ("1 project of your own beside it" in portfolio_title(report)) is named
    assert [one.title for one in report.portfolio.entries] == ["Quotefinder"] * named


def test_line_of_a_project_outside_the_field_never_begins_with_nothing(analyzer: Analyzer) -> None:
    report = report_on(analyzer, "# Projects\n## Marker | 2024\n- Script that marks a quiz; six teachers use it\n")
    assert [project_shows(one) for one in report.portfolio.entries] == ["in use; no model in it"]


def test_courses_and_awards_are_no_projects(analyzer: Analyzer) -> None:
    courses = "# Projects\n## Courses\n- Machine Learning Specialization, DeepLearning.AI\n- Python for Everybody\n"
    award = "# Awards\nYoung Sailor Award, runner-up, 2023\n"
    portfolio = report_on(analyzer, f"{courses}\n{award}").portfolio
    assert not portfolio.entries and not portfolio.other_projects
