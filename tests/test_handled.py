"""What the writer did to a thing of others is the writer's, and the thing is not."""

from __future__ import annotations

import pytest
from skill_resumes import Read, job, left_out

SERVED = "Served the data science team's ETA model (XGBoost) behind a gRPC endpoint with dashboards in Grafana"


@pytest.mark.parametrize(
    ("line", "own", "theirs"),
    [
        (SERVED, {"model-deployment", "grpc", "grafana"}, {"xgboost"}),
        ("Wrapped our scientists' PyTorch models in FastAPI services", {"fastapi"}, {"pytorch"}),
        ("Put the model of two colleagues (scikit-learn and XGBoost) behind FastAPI", {"fastapi"}, {"xgboost"}),
        ("Deployed models trained by the research group to Kubernetes with Helm", {"kubernetes", "helm"}, set()),
        (
            "Productionised the churn model built by the data science team with Docker",
            {"docker"},
            {"customer-modelling"},
        ),
        ("Packaged the modelling team's R code as Docker images", {"docker"}, {"r"}),
        ("Scheduled the two analysts' LightGBM scores in Airflow on AWS", {"airflow", "aws"}, {"lightgbm"}),
    ],
)
def test_handling_is_the_writers_and_the_thing_is_not(line: str, own: set[str], theirs: set[str], read: Read) -> None:
    findings = read(job(line))
    assert own <= {one.skill for one in findings.skills}
    assert {(one, "other-person") for one in theirs} <= left_out(findings)
    assert theirs.isdisjoint(one.skill for one in findings.skills)
    assert "supervised-learning" not in {one.skill for one in findings.skills}


@pytest.mark.parametrize(
    ("line", "own"),
    [
        ("Deployed our team's XGBoost model with FastAPI", {"xgboost", "fastapi"}),
        ("Deployed my own XGBoost model for the research team with FastAPI", {"xgboost", "fastapi"}),
        ("Trained the risk team's XGBoost model and deployed it on AWS", {"xgboost", "aws"}),
        ("Built a PyTorch model for the research team", {"pytorch"}),
    ],
)
def test_own_model_is_the_writers_whoever_gets_it(line: str, own: set[str], read: Read) -> None:
    assert own <= {one.skill for one in read(job(line)).skills}


def test_what_others_handled_is_not_the_writers(read: Read) -> None:
    findings = read(job("The Docker images were built by the platform team", "Deployed the risk team's XGBoost model"))
    assert {"docker", "xgboost"}.isdisjoint(one.skill for one in findings.skills)
