"""A notebook that is only read is kept in a repository first, and served or watched where something runs."""

from __future__ import annotations

import pytest
from pages import AS_OF
from test_own_work import read

from gapcheck import Analyzer, GapReport

OPERATIONS = "mlops-engineer"  # of the others few ask for a cloud before the first post

PONDS = """### Which ponds freeze? (2026)
- Analysed nine winters of pond levels with pandas and explained them by a random forest in scikit-learn
- {shown}
"""
NOTEBOOK, SERVED = "Wrote it up in a Jupyter notebook", "Served as a Streamlit page, from a Jupyter notebook"
SCORED = "Scored the forecast on a held-out winter"


def role_for(skill: str, analyzer: Analyzer) -> Analyzer:
    return analyzer.wishing(OPERATIONS, as_of=AS_OF) if skill == "aws" else analyzer


def phase_of(report: GapReport, skill: str) -> str:
    return next(step.phase for step in report.plan if step.skill == skill)


@pytest.mark.parametrize("skill", ["docker", "ci-cd", "aws"])
@pytest.mark.parametrize("shown", [NOTEBOOK, SERVED])
def test_code_is_kept_in_a_repository_before_it_is_packed_or_released(
    shown: str, skill: str, analyzer: Analyzer
) -> None:
    report = read(role_for(skill, analyzer), projects=PONDS.format(shown=shown))
    order = [step.skill for step in report.plan]
    assert order.index("git") < order.index(skill)


@pytest.mark.parametrize("skill", ["docker", "model-deployment", "model-monitoring", "aws", "rest-apis"])
def test_notebook_that_nobody_starts_is_not_served(skill: str, analyzer: Analyzer) -> None:
    report = read(role_for(skill, analyzer), projects=PONDS.format(shown=NOTEBOOK))
    assert phase_of(report, skill) not in ("own", "studies") and phase_of(report, "git") == "own"


@pytest.mark.parametrize("skill", ["docker", "model-monitoring", "aws", "rest-apis"])
def test_work_that_runs_is_packed_and_watched(skill: str, analyzer: Analyzer) -> None:
    assert phase_of(read(role_for(skill, analyzer), projects=PONDS.format(shown=SERVED)), skill) == "own"


def test_weeks_on_a_cloud_are_the_last_of_what_brings_a_running_work_further(analyzer: Analyzer) -> None:
    report = read(role_for("aws", analyzer), projects=PONDS.format(shown=SERVED))
    assert [step.skill for step in report.plan if step.phase == "own"][-2:] == ["aws", "kubernetes"]


def test_weeks_on_a_cloud_for_a_work_that_does_not_run_yet_wait(analyzer: Analyzer) -> None:
    report = read(role_for("aws", analyzer), projects=PONDS.format(shown=SCORED))
    (cloud,) = [step for step in report.plan if step.skill == "aws"]
    own = [step.skill for step in report.plan if step.phase == "own"]
    assert cloud.deliverables[0].title == "Which ponds freeze?" and ("aws" not in own or own[-1] == "aws")


def test_what_does_not_run_yet_is_not_watched(analyzer: Analyzer) -> None:
    report = read(analyzer, projects=PONDS.format(shown=SCORED))
    assert phase_of(report, "model-deployment") == "own" and phase_of(report, "model-monitoring") != "own"


def test_analysis_leaves_room_for_a_project_that_runs(analyzer: Analyzer) -> None:
    """What lets others start a work goes into a new one only for who can not let their own run."""
    read_only, runs = (read(analyzer, projects=PONDS.format(shown=one)) for one in (NOTEBOOK, SERVED))
    assert {phase_of(read_only, one) for one in ("docker", "rest-apis")}.isdisjoint(["own", "studies"])
    assert "prediction-service" not in {step.phase for step in runs.plan}


def test_who_comes_from_another_trade_begins_with_sql_and_git(analyzer: Analyzer) -> None:
    cook = "### Cook, Pier Inn (Jan 2018 - Present)\n- Cooked for 60 guests and kept the larder\n"
    plan = read(analyzer, jobs=cook, projects=PONDS.format(shown=NOTEBOOK)).plan
    assert [step.skill for step in plan[:2]] == ["sql", "git"]
