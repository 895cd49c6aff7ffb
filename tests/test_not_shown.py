"""Skills that are denied, hoped for, being learned or somebody else's do not count."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from skill_resumes import Read, found, job, left_out, skills_list, summary

from gapcheck.skills.reader import Findings

# ------------------------------------------------------------------------------------------------------------ context

NEGATED = [
    ("No experience with Spark yet.", {"spark"}),
    ("I have no experience with Kafka, Spark or Hadoop.", {"kafka", "spark", "hadoop"}),
    ("Not familiar with Docker.", {"docker"}),
    ("Never used Tableau.", {"tableau"}),
    ("Have not worked with PyTorch.", {"pytorch"}),
    ("I haven't used AWS.", {"aws"}),
    ("I don't know TensorFlow.", {"tensorflow"}),
    ("No prior exposure to Kubernetes.", {"kubernetes"}),
    ("Neither Docker nor Kubernetes.", {"docker", "kubernetes"}),
    ("I lack experience in SQL.", {"sql"}),
    ("Zero experience with Spark.", {"spark"}),
    ("Python, but no Java.", {"java"}),
]

HOPED_FOR = [
    ("Eager to learn Docker.", {"docker"}),
    ("I want to learn PyTorch and TensorFlow.", {"pytorch", "tensorflow"}),
    ("Interested in Kubernetes.", {"kubernetes"}),
    ("Would love to work with Spark.", {"spark"}),
    ("Looking for a role where I can use Scala.", {"scala"}),
    ("Plan to take a course in Tableau.", {"tableau"}),
    ("Keen to work with MLflow, Docker and AWS.", {"mlflow", "docker", "aws"}),
    ("Kubernetes is next on my list.", {"kubernetes"}),
    ("Hope to use Snowflake in my next position.", {"snowflake"}),
    ("Hoping to use Rust in my next role.", {"rust"}),
    ("My goal is to master Tableau.", {"tableau"}),
    ("Excited about Kubernetes.", {"kubernetes"}),
]

BEING_LEARNED = [
    ("Currently learning Docker.", {"docker"}),
    ("Currently studying Kubernetes.", {"kubernetes"}),
    ("Now learning Spark.", {"spark"}),
    ("At the moment I am learning PyTorch.", {"pytorch"}),
    ("Currently learning Rust.", {"rust"}),
    ("Started learning PyTorch last month.", {"pytorch"}),
    ("Docker (learning)", {"docker"}),
    ("Learning: Docker, Spark", {"docker", "spark"}),
    ("Learning at the moment: Docker", {"docker"}),
    ("Now reading about Docker.", {"docker"}),
]

OF_OTHERS = [
    ("My colleagues wrote the Spark jobs.", {"spark"}),
    ("A teammate did the Tableau dashboards.", {"tableau"}),
    ("The PyTorch code was written by my supervisor.", {"pytorch"}),
    ("The Docker setup was handled by the vendor.", {"docker"}),
    ("The Snowflake part was built by another team.", {"snowflake"}),
    ("The Kafka part was built by another team.", {"kafka"}),
    ("Worked beside engineers who used TensorFlow.", {"tensorflow"}),
    ("Recruited Java developers.", {"java"}),
    ("The React front end came from the web group.", {"react"}),
    ("Pulled from tables that the data engineering team loads with Airflow and Spark.", {"airflow", "spark"}),
    ("The colleagues of the risk team run the score (scikit-learn) as a service.", {"scikit-learn"}),
    ("Our AWS account is run by head office.", {"aws"}),
    ("The vendor trains the PyTorch model, my part is the labels.", {"pytorch"}),
    ("Pair with a colleague who looks after the Django site.", {"django"}),
    ("Kept the servers of a department, who train models in PyTorch, running.", {"pytorch"}),
    ("Accepted the XGBoost model that the research group developed.", {"xgboost"}),
]


def assert_left_out(findings: Findings, names: set[str], reason: str) -> None:
    assert not names & found(findings)
    assert {(name, reason) for name in names} <= left_out(findings)


SAID_AND_NOT_SHOWN = [
    (line, names, reason)
    for reason, lines in {
        "negated": NEGATED,
        "aspiration": [*HOPED_FOR, *BEING_LEARNED],
        "other-person": OF_OTHERS,
    }.items()
    for line, names in lines
]


@pytest.mark.parametrize("where", [job, summary], ids=["in a job", "in the summary"])
@pytest.mark.parametrize(("line", "names", "reason"), SAID_AND_NOT_SHOWN)
def test_skill_denied_hoped_for_being_learned_or_of_somebody_else_is_not_counted(
    line: str, names: set[str], reason: str, where: Callable[[str], str], read: Read
) -> None:
    assert_left_out(read(where(line)), names, reason)


def test_skill_implied_by_a_denied_one_is_not_counted(read: Read) -> None:
    assert found(read(summary("No experience with PyTorch."))) == set()


def test_tool_among_the_interests_is_a_wish(read: Read) -> None:
    findings = read(skills_list("SQL") + "\n# Interests\nKubernetes, sailing")
    assert_left_out(findings, {"kubernetes"}, "aspiration")


def test_whole_names_of_authors_are_no_tools(read: Read) -> None:
    work = "Mira Sandoval, Tom Rust, Anna Spark and Eva Dart. Trees of shops in Python. 2024"
    assert found(read(f"Mira Sandoval\n# Publications\n- {work}")) == {"python"}


def test_leadership_of_a_mentor_is_not_the_writers(read: Read) -> None:
    assert "leadership" not in found(read(job("Mentored by Julia Brandt in sales")))


REACH = [
    ("Python, but no PyTorch.", {"python"}),
    ("Ran Docker, not Kubernetes", {"docker"}),
    ("Eager to learn Kubernetes. Ran Docker on Linux.", {"docker", "linux"}),
    ("Ran Docker on Linux. Eager to learn Kubernetes.", {"docker", "linux"}),
    ("Not only Python but also SQL", {"python", "sql"}),
    ("My colleagues wrote the Kubernetes part; I wrote SQL.", {"sql"}),
    ("No Kubernetes yet, but wrote SQL for two shops", {"sql"}),
    ("Wrote Python reports (the PyTorch part was written by a colleague)", {"python"}),
    ("Kept the feeds (never with Kubernetes) on Kafka and SQL", {"kafka", "sql"}),
    ("Ran forecasts (no PyTorch was used) with Python and SQL", {"python", "sql"}),
]


@pytest.mark.parametrize(("line", "names"), REACH, ids=[line for line, _ in REACH])
def test_denial_or_wish_reaches_no_further_than_its_words(line: str, names: set[str], read: Read) -> None:
    findings = read(job(line))
    assert names <= found(findings)
    assert not {"kubernetes", "pytorch"} & found(findings)


def test_skill_denied_in_one_place_and_used_in_another_counts(read: Read) -> None:
    findings = read(job("Ran Spark jobs every night") + "\n# Summary\nNo experience with Spark on Windows.")
    assert "spark" in found(findings)
    assert ("spark", "negated") in left_out(findings)
