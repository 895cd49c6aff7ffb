"""Close cases of whose a skill is, by what else the resume says: elsewhere of the name, and in the sentence beside."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from senses import NAME, job, levels, report
from skill_resumes import findings_on

from gapcheck import Analyzer

OTHERS = "Git, Excel, Docker, Airflow"

CLOSE = [
    ("Worked next to a Scala house with forty people", "scala", "Scala"),
    ("Ordered JAX stock beside two other breeders", "jax", "JAX"),
]


@pytest.mark.parametrize(("line", "skill", "name"), CLOSE)
def test_name_that_a_list_of_tools_lacks_is_doubted_in_a_close_case(
    line: str, skill: str, name: str, analyzer: Analyzer
) -> None:
    assert skill not in levels(report(analyzer, job(line) + f"\nSKILLS\n{OTHERS}\n"))


@pytest.mark.parametrize(
    ("line", "skill", "skills"),
    [
        ("Worked next to a Scala house with forty people", "scala", "Scala, Git"),
        ("Worked next to a Python house with forty people", "python", "pandas, Git"),  # which are Python's
    ],
)
def test_name_that_is_the_writers_elsewhere_is_so_in_a_close_case(
    line: str, skill: str, skills: str, analyzer: Analyzer
) -> None:
    """By the line alone it is somebody else's; behind the list its job shows it."""
    assert skill not in levels(report(analyzer, job(line)))
    assert levels(report(analyzer, job(line) + f"\nSKILLS\n{skills}\n"))[skill] == "advanced"


def test_what_is_plainly_of_others_is_so_whatever_the_list_says(analyzer: Analyzer) -> None:
    body = job("Models come from the research group, who know TensorFlow well") + "\nSKILLS\nTensorFlow, Git, Excel\n"
    assert levels(report(analyzer, body))["tensorflow"] == "basic"  # the list alone, without the months of the job


@pytest.mark.parametrize(
    ("line", "skill", "counts"),
    [
        ("Weighed Kafka for a week; then we dropped it", "kafka", False),
        ("Moved the feeds to Kafka; then we dropped the old queue", "kafka", True),
        ("The readers wanted random forests; we declined", "random-forests", False),
        ("Fitted random forests; the editor declined", "random-forests", True),
        ("Looked at Kafka for the orders and decided against it", "kafka", False),
        ("Rented Databricks on trial; the contract was not signed", "databricks", False),
        ("Moved the jobs to Databricks; the contract was signed", "databricks", True),
        ("Costed the move of the rolls to Azure in 2019", "azure", False),
        ("Planned and made the move of the rolls to Azure in 2019", "azure", True),
        # told in a sentence of its own behind it
        ("Wrote the case for Snowflake. They said no", "snowflake", False),
        ("Moved the sales tables to Snowflake. They said no to a second region", "snowflake", True),
        ("Drew plans for Snowflake for the sales tables. Money ran out", "snowflake", False),
        ("Counted trout in R. Rented Databricks for it. Nothing came of it", "r", True),
        ("Counted trout in R. Rented Databricks for it. Nothing came of it", "databricks", False),
        ("Counted trout in R. Rented Databricks; we declined", "r", True),
        ("Stock runs on MySQL. The office in town looks after it", "mysql", False),
        ("Stock runs on MySQL. I look after it", "mysql", True),
        ("Panel code: C#. Developers only", "csharp", False),
        ("Panel code: C#. Tested on devices", "csharp", True),
    ],
)
def test_what_came_of_a_thing_is_told_behind_it(line: str, skill: str, counts: bool, analyzer: Analyzer) -> None:
    assert (skill in levels(report(analyzer, job(line)))) is counts


@pytest.mark.parametrize(
    ("line", "counts"),
    [
        ("Helped with a docker roster, as there were too few dockers", False),
        ("Packed the roster into docker for six sites", True),
    ],
)
def test_tools_name_of_which_there_are_several_is_an_ordinary_word(line: str, counts: bool, analyzer: Analyzer) -> None:
    assert ("docker" in levels(report(analyzer, job(line)))) is counts


@pytest.mark.parametrize(
    ("line", "counts"),
    [
        ("AWS inspector of seams (American Welding Society), 2019", False),
        ("AWS Certified Solutions Architect (Amazon Web Services), 2021", True),
    ],
)
def test_initials_in_brackets_at_the_end_of_a_line_tell_what_an_abbreviation_means(
    line: str, counts: bool, analyzer: Analyzer
) -> None:
    found = findings_on(f"{NAME}CERTIFICATES\n{line}\n".encode(), "resume.txt", analyzer.taxonomy)
    assert ("aws" in {one.skill for one in found.skills}) is counts


@pytest.mark.parametrize(
    ("line", "counts"), [("Lead engineer for six sites", True), ("Sat by the lead engineer", False)]
)
def test_lead_engineer_is_the_writer_unless_it_is_the_one(line: str, counts: bool, analyzer: Analyzer) -> None:
    assert ("leadership" in levels(report(analyzer, job(line)))) is counts


@pytest.mark.parametrize(("times", "judged"), [(2, True), (40, False)])
def test_sentence_that_nobody_writes_is_not_judged_name_by_name(
    times: int, judged: bool, analyzer: Analyzer, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def features(*arguments: object) -> Iterator[str]:
        asked.append(1)
        yield "none"

    monkeypatch.setattr("gapcheck.skills.pipeline.ownership.ownership_features", features)
    line = "drew the tides of the bay with Julia and kept them in Redis " * times
    findings_on((NAME + job(line)).encode(), "resume.txt", analyzer.taxonomy)
    assert bool(asked) is judged
