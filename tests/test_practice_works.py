"""Nobody goes on with a tutorial's data, a course, or the rest of a sentence; a job of years is its own portfolio."""

from __future__ import annotations

import pytest
from portfolios import RULES, report_on

from gapcheck import Analyzer, GapReport
from gapcheck.report.advice_wording import this_week
from gapcheck.report.strengths import strengths

TIDES = "## Tide tables | 2025\n- Fitted a regression in scikit-learn to 30,000 readings, MAE 0.11\n"
TITANIC = "## Titanic (Kaggle) | 2026\n- Trained a random forest in scikit-learn with pandas, accuracy 0.78\n"
COURSE = "## fast.ai course | 2026\n- Fine-tuned a ResNet in PyTorch on photos of gulls, served with FastAPI\n"


def worked_on(report: GapReport) -> set[str]:
    """The entries of the resume that steps with hours go on with."""
    return {one.title for step in report.plan if step.hours for one in step.deliverables}


@pytest.mark.parametrize(("practice", "name"), [(TITANIC, "Titanic (Kaggle)"), (COURSE, "fast.ai course")])
def test_no_step_goes_on_with_practice(practice: str, name: str, analyzer: Analyzer) -> None:
    both, alone = (report_on(analyzer, f"# Projects\n{text}") for text in (practice + TIDES, practice))
    assert "Tide tables" in worked_on(both) and name not in worked_on(both) | worked_on(alone)
    assert f"in “{name}”" not in " ".join((*this_week(both), *this_week(alone), *strengths(alone)))
    assert all(name not in (one.suggestion or "") for one in alone.portfolio.criteria)


@pytest.mark.parametrize(
    ("title", "course"),
    [
        ("fast.ai course: lessons 1 to 4", True),
        ("Deep Learning Specialization (2025)", True),
        ("Bike-share demand in Porto (course project)", False),
        ("Course planner", False),
        ("Higher Diploma in Data Analytics (part time)", True),
        ("Bootcamp in the hills: a map", True),
        ("Diploma finder", False),
        ("", False),
    ],
)
def test_course_is_told_by_the_end_of_its_name(title: str, course: bool) -> None:
    assert RULES.is_course(title) == course


@pytest.mark.parametrize(("first", "names"), [("crews, timed by an", False), ("tidecheck: timed by an", True)])
def test_rest_of_a_sentence_is_no_work(first: str, names: bool, analyzer: Analyzer) -> None:
    club = "Member of the rowing club (2023 - 2024), third place of 41\n"
    report = report_on(
        analyzer, f"# Activities\n{club}{first} SQL and pandas competition, May 2026.\n\n# Interests\nKites"
    )
    assert any(one.startswith(first) for one in worked_on(report)) == names


JOB = "# Experience\n## Machine Learning Engineer, Tram Company | Jan 2020 - Present\n"
SERVED = "- Trained a churn model in scikit-learn, AUC 0.81 on held-out months\n- Serve it by FastAPI to 4,000 users\n"


def test_years_of_work_are_judged_by_that_work(analyzer: Analyzer) -> None:
    thin, full = (report_on(analyzer, JOB + lines) for lines in ("- Trained churn models in PyTorch\n", SERVED))
    newcomer = report_on(analyzer, f"# Projects\n{TIDES}")
    by_id = [{one.id: one for one in report.portfolio.criteria} for report in (thin, full, newcomer)]
    assert all("quality" not in found for found in by_id[:2]) and "in-use" not in by_id[2]
    assert not by_id[0]["in-use"].met and "Machine Learning Engineer" in (by_id[0]["in-use"].suggestion or "")
    assert by_id[1]["in-use"].met


def test_difficulties_of_newcomers_are_told_to_newcomers(analyzer: Analyzer) -> None:
    told = [
        {one.id for one in report_on(analyzer, text).career.challenges}
        for text in (JOB + "- Trained churn models in PyTorch\n", f"# Projects\n{TIDES}")
    ]
    assert not told[0] & {"competition", "rapid-change"} and "competition" in told[1]
