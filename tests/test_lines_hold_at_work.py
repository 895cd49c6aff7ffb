"""What a plan writes into a job is true there: models where it has one, and no second tool for the same work."""

from __future__ import annotations

import pytest

from gapcheck import Analyzer, GapReport
from gapcheck.report.plan_model import StepPart
from gapcheck.taxonomy import load_taxonomy

FACTS = load_taxonomy().deliverables
HEAD = "# Ada Quill\nada@example.com\n\n## Experience\n\n### Data Engineer, Ferry Line (Jan 2021 - Present)\n"
SPARK = "- Batch pipelines in PySpark on Databricks, run by Airflow\n- Tests in pytest, Git and Docker\n"
MODEL = "- Trained a supervised learning model of delays on 40,000 rows with XGBoost in Python, and Git\n"
THESIS = "\n## Projects\n\n### Clusters of harbours (2020)\n- Grouped harbours by k-means in scikit-learn\n"


def read(analyzer: Analyzer, lines: str) -> GapReport:
    return analyzer.analyze_bytes((HEAD + lines + THESIS).encode(), "ada.md")


def at_work(report: GapReport) -> set[str]:
    """The skills of which the plan says that they were done at the job, not asks whether."""
    return {
        step.skill
        for step in report.plan
        if step.kind in ("show", "learn")
        for one in step.deliverables
        if one.where == "job"
    }


@pytest.mark.parametrize(
    ("lines", "skill", "takes"),
    [
        (SPARK, "model-evaluation", False),  # no model is made there
        (SPARK, "supervised-learning", False),
        (SPARK, "scikit-learn", False),
        (SPARK, "fastapi", False),  # nothing is served there
        (MODEL + SPARK, "model-evaluation", True),
    ],
)
def test_job_takes_lines_on_models_where_it_has_one(lines: str, skill: str, takes: bool, analyzer: Analyzer) -> None:
    assert (skill in at_work(read(analyzer, lines))) == takes


def test_what_no_job_takes_is_shown_by_what_is_built(analyzer: Analyzer) -> None:
    steps: dict[str, StepPart] = {step.skill: step for step in read(analyzer, SPARK).plan}
    assert {one.where for one in steps["supervised-learning"].deliverables} == {"project"}


@pytest.mark.parametrize(
    ("skill", "shown", "takes"),
    [
        ("pandas", {"pyspark", "sql"}, False),
        ("pandas", {"sql"}, True),
        ("pytorch", {"tensorflow", "supervised-learning"}, False),
        ("pytorch", {"pytorch", "neural-networks"}, True),
        ("aws", {"azure"}, False),
        ("model-monitoring", {"model-deployment"}, True),
        ("model-monitoring", {"sql"}, False),
        ("rest-apis", {"software-engineering"}, True),
        ("rest-apis", {"etl"}, False),
        ("statistics", {"sql"}, False),
        ("statistics", {"ab-testing"}, True),
        ("data-preprocessing", {"docker"}, False),
        ("data-preprocessing", {"etl"}, True),
    ],
)
def test_job_has_what_a_line_needs_and_no_other_tool_for_it(skill: str, shown: set[str], takes: bool) -> None:
    assert FACTS.is_for_job(skill, shown) == takes


def test_first_model_begins_with_learning_to_train_and_to_measure_one(analyzer: Analyzer) -> None:
    plan = read(analyzer, SPARK).plan
    built = [step.phase for step in plan if step.hours and step.phase not in ("own", "write")]
    for skill in FACTS.begun:
        (step,) = [one for one in plan if one.skill == skill]
        assert step.phase == built[0]
