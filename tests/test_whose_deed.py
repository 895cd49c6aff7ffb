"""What somebody else did, what the writer did to the work of others, and deeds told without the name of the skill."""

from __future__ import annotations

import pytest

from gapcheck import Analyzer


def skills_of(analyzer: Analyzer, title: str, *lines: str) -> set[str]:
    told = "".join(f"- {line}\n" for line in lines)
    text = f"Mira Sandoval\nmira@example.org\n\nEXPERIENCE\n{title}, Orrin Labs    Jan 2020 - Jun 2024\n{told}"
    return {one.id for one in analyzer.analyze_bytes(text.encode(), "a.txt").skills}


@pytest.mark.parametrize(
    ("line", "is_shown"),
    [
        ("Streamlit app in which clerks see the risk of a claim; a team mate deployed it", False),
        ("Streamlit app in which clerks see the risk of a claim; a team mate deployed the pages", True),
        ("Streamlit app in which clerks see the risk of a claim. A team mate deployed it", True),
        ("Streamlit app in which clerks see the risk of a claim", True),
        ("Fitted a model of herring schools (scikit-learn); an outside vendor took it into production", False),
        ("Fitted a model of herring schools (scikit-learn), then deployed it", True),
    ],
)
def test_what_others_deployed_is_not_the_writers(line: str, is_shown: bool, analyzer: Analyzer) -> None:
    assert ("model-deployment" in skills_of(analyzer, "Data Scientist", line)) is is_shown


def test_what_others_deployed_takes_nothing_else_with_it(analyzer: Analyzer) -> None:
    line = "Cleaned the tables of claims and trained a classifier on them; a team mate deployed it"
    assert {"data-preprocessing", "machine-learning"} <= skills_of(analyzer, "Data Scientist", line)


def test_skill_that_is_named_stays_where_others_did_more_of_it(analyzer: Analyzer) -> None:
    line = "{} by Streamlit app in which clerks see a claim; a team mate deployed it"
    shown = [
        "model-deployment" in skills_of(analyzer, "Data Scientist", line.format(what))
        for what in ("Model deployment", "Forecasts")
    ]
    assert shown == [True, False]


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Made the toll tables in dbt models with tests and documentation", "testing"),
        ("Made the toll tables in dbt models with tests and documentation", "technical-documentation"),
        ("Alarms and pages on the load of the service in Grafana", "observability"),
        ("Alarms on the load of the service in Prometheus", "observability"),
        ("Pre-trained on frames of the gate by DINOv2", "transformers"),
    ],
)
def test_deed_of_the_writer_shows_the_skill(line: str, skill: str, analyzer: Analyzer) -> None:
    assert skill in skills_of(analyzer, "Data Scientist", line)


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Marked tests and documentation of the woodwork class", "testing"),
        ("Marked tests and documentation of the woodwork class", "technical-documentation"),
    ],
)
def test_deed_of_another_kind_does_not(line: str, skill: str, analyzer: Analyzer) -> None:
    assert skill not in skills_of(analyzer, "Teacher", line)


@pytest.mark.parametrize(
    ("line", "skill", "is_shown"),
    [
        ("Show skippers with no schooling in statistics, using Power BI pages, what the tide does", "power-bi", True),
        (
            "Show skippers with no schooling in statistics, using Power BI pages, what the tide does",
            "statistics",
            False,
        ),
        ("Rigged nets with no Java, Kotlin or Scala on board", "kotlin", False),
        ("Told the product managers each Monday why nets tear", "product-management", False),
        ("Product manager of the net finder since spring, with a roadmap of four releases", "product-management", True),
        ("Presented the findings every month to skippers", "presentation-skills", True),
        ("Drew up a weekly sales forecast for four quays in Python", "forecasting", True),
        ("Drew up a weekly sales forecast for four quays by hand", "forecasting", False),
        ("Set up the CI pipeline of the net finder", "ci-cd", True),
    ],
)
def test_scope_of_denials_and_people_one_works_with(line: str, skill: str, is_shown: bool, analyzer: Analyzer) -> None:
    assert (skill in skills_of(analyzer, "Data Analyst", line)) is is_shown
