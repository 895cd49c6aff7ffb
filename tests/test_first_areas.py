"""What matters most to a person is begun with the first work, and not in the last month of the plan."""

from __future__ import annotations

import pytest
from test_own_work import read

from gapcheck import Analyzer
from gapcheck.taxonomy import load_taxonomy

ENGINEER = """### Data Engineer, Quay Water (Jan 2020 - Present)
- Built Spark and Airflow pipelines in Python and SQL on Azure, with Docker, Terraform and tests in pytest
- Released them by CI/CD in GitLab, and kept the code in Git with code review
- Joined meter readings in PySpark for 300,000 households
"""
TABLES = """### Which ponds freeze? (2026)
- Predicted pond levels with pandas and a random forest in scikit-learn; error of 8% on held-out winters
- Compared gradient boosting and linear regression by cross-validation, features made from weather
"""


def phases(report: object) -> list[str]:
    return [phase.id for phase in report.schedule.phases if phase.id not in ("write", "own", "job", "time")]  # type: ignore[attr-defined]


def test_framework_is_begun_in_the_first_build_where_deep_learning_matters_most(analyzer: Analyzer) -> None:
    report = read(analyzer, jobs=ENGINEER, skills="Python, SQL")
    assert "deep-learning" in [area.id for area in report.areas[:2]]
    framework = next(step for step in report.plan if step.skill == "pytorch")
    assert framework.phase == phases(report)[0] != "studies"


@pytest.mark.parametrize(
    ("project", "takes"),
    [
        ("prediction-service", True),
        ("forecast-with-watch", True),
        ("question-to-dashboard", False),  # nothing runs there
        ("data-pipeline", False),  # nor is there a model
    ],
)
def test_small_network_is_compared_with_a_model_that_runs(project: str, takes: bool) -> None:
    assert load_taxonomy().fits_project("neural-networks", project) == takes
