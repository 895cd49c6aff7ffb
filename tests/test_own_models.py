"""Who serves the forecasts of others has not worked in the field: months there are those of models of one's own."""

from __future__ import annotations

import pytest
from test_own_work import read

from gapcheck import Analyzer

JOB = """### Data Engineer, Quay Water (Jan 2022 - Present)
- {deed}
- {other}
- Built the feature tables for the pump forecast of the data science team, with point-in-time joins
"""


@pytest.mark.parametrize(
    ("deed", "other", "situation"),
    [
        ("Kept 40 Airflow DAGs and the dbt models of the water works", "Packaged their notebook in Docker", "engineer"),
        ("Trained gradient boosting on pump readings", "Compared it with a random forest", "working-ml"),
        ("Fitted an ARIMA model to the pump readings", "Compared it with Prophet by rolling origins", "working-ml"),
    ],
)
def test_work_in_the_field_is_on_models_of_ones_own(deed: str, other: str, situation: str, analyzer: Analyzer) -> None:
    career = read(analyzer, jobs=JOB.format(deed=deed, other=other), skills="Python, SQL").career
    assert career.situation.id == situation
    assert situation == "working-ml" or "machine learning engineer" not in {one.title.lower() for one in career.titles}
