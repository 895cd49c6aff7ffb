"""Nobody is invited to write what is not there, or told to lack what an entry says in other words."""

from __future__ import annotations

import pytest
from portfolios import TAXONOMY, report_on

from gapcheck import Analyzer, GapReport
from gapcheck.report.advice_wording import this_week

JOB = "# Experience\n## {title} | Jan 2021 - Present\n{lines}\n"


def job(*lines: str, title: str = "Engineer, Heron Freight") -> str:
    return JOB.format(title=title, lines="\n".join(f"- {line}" for line in lines))


def row_of(report: GapReport, requirement: str) -> tuple[str, str | None]:
    """The status of a requirement, and the level at which it is surely there."""
    (row,) = (one for one in report.requirements if one.id == requirement)
    return row.status, row.sure.level if row.sure else None


def lacking(report: GapReport) -> set[str]:
    return {one for area in report.areas for one in area.requirements}


@pytest.mark.parametrize(
    ("skill", "shown", "could"),
    [
        ("numpy", {"excel", "time-series"}, False),
        ("sql", {"spss", "anova"}, False),
        ("numpy", {"pandas"}, True),
        ("git", {"supervised-learning"}, True),  # a method that is mostly done in code
        ("git", {"supervised-learning", "excel"}, False),  # and here is done without
        ("git", {"leadership"}, False),
        ("communication", {"excel"}, True),
        ("tableau", {"excel"}, True),
    ],
)
def test_code_is_written_down_only_where_some_code_is(skill: str, shown: set[str], could: bool) -> None:
    assert TAXONOMY.could_be_used_in(skill, shown) is could


def test_tools_of_code_are_offered_under_no_job_of_another_trade(analyzer: Analyzer) -> None:
    cook = job("Built an Excel forecast of guests per evening", title="Restaurant Manager, Ferry Inn")
    thesis = "# Education\n## BSc Psychology, Port | 2015 - 2018\nDissertation: sleep (regression in SPSS)\n"
    report = report_on(analyzer, f"{cook}\n{thesis}\n# Skills\nPython, NumPy, SQL\n")
    written = [step for step in report.plan if step.kind == "write" and step.skill in ("numpy", "sql", "python")]
    assert not written
    wins = [win.text for win in report.quick_wins if win.skill in ("numpy", "sql")]
    assert wins and not [text for text in wins if "Dissertation" in text or "Restaurant" in text]


BOT = "Bot that answers questions on tariffs with the OpenAI API and {found}.{end}"
SERVED = "Kept the booking services on Kubernetes, REST APIs in FastAPI"


@pytest.mark.parametrize(
    ("found", "end", "there"),
    [
        ("a vector database (pgvector)", "", {"rag", "model-deployment"}),
        ("a vector database (pgvector)", " Not shipped: its answers were never counted", set()),
        ("the whole book of rules in its prompt", "", {"model-deployment"}),
    ],
)
def test_what_came_to_nothing_is_not_surely_there(found: str, end: str, there: set[str], analyzer: Analyzer) -> None:
    text = job(BOT.format(found=found, end=end), SERVED) + "\n# Skills\nElasticsearch (log search)\n"
    report = report_on(analyzer.wishing("ai-engineer"), text)
    sure = {one for one in ("rag", "model-deployment") if row_of(report, one)[1]}
    assert sure == there
    assert there == {step.skill for step in report.plan if step.kind == "write"} & {"rag", "model-deployment"}


@pytest.mark.parametrize(("said", "level"), [("Git", "intermediate"), ("Git (beginner)", None), ("Git - basic", None)])
def test_what_is_only_listed_is_surely_there_at_the_level_of_what_cannot_be_done_without_it(
    said: str, level: str | None, analyzer: Analyzer
) -> None:
    text = job("Booking service in Spring Boot", "Its REST APIs") + f"\n# Skills\n{said}\n"
    report = report_on(analyzer.wishing("ai-engineer"), text)
    assert row_of(report, "git") == ("below", level)
    assert ("git" in lacking(report)) is (level is None)
    assert any(step.skill == "git" and step.kind == "write" for step in report.plan) is (level is not None)


@pytest.mark.parametrize(("pages", "sure"), [("its pages in Next.js", True), ("its pages in Figma", False)])
def test_bot_with_pages_of_its_own_is_surely_deployed(pages: str, sure: bool, analyzer: Analyzer) -> None:
    text = job(BOT.format(found="a vector database (pgvector)", end=""), f"Drew {pages} for 900 guests")
    assert bool(row_of(report_on(analyzer.wishing("ai-engineer"), text), "model-deployment")[1]) is sure


def test_interviews_are_not_thin_for_what_is_surely_there(analyzer: Analyzer) -> None:
    thin = [
        {
            one
            for stage in report_on(analyzer.wishing("ai-engineer"), text).career.interviews
            for one in stage.requirements
        }
        for text in (job("Moved 14 services to Kubernetes"), job("Moved 14 services to the yard"))
    ]
    assert "docker" not in thin[0] and "docker" in thin[1]


def test_week_tells_of_what_is_sure_and_asks_about_what_is_not(analyzer: Analyzer) -> None:
    sure = job("Moved 14 services to Kubernetes") + "\n# Skills\nDocker\n"
    said = this_week(report_on(analyzer.wishing("ai-engineer"), sure))
    assert any(text.startswith("Tell in “Engineer, Heron Freight” of ") for text in said)
    unsure = job("Keep 40 Airflow DAGs and several PySpark jobs") + "\n# Skills\nLinux, SQL\n"
    said = this_week(report_on(analyzer.wishing("mlops-engineer"), unsure))
    assert any(text.startswith("If you used Linux") for text in said)


def test_what_the_resume_denies_is_not_surely_there(analyzer: Analyzer) -> None:
    lines = ("Kept the releases running by Jenkins", "Booking service in Spring and REST APIs")
    found = [report_on(analyzer, job(*lines, *more)) for more in ((), ("Research code, no unit tests",))]
    assert [row_of(one, "testing")[1] is not None for one in found] == [True, False]


@pytest.mark.parametrize(
    ("line", "requirement"),
    [
        ("Student demonstrator in the Python lab", "communication"),
        ("Helped 25 beginners in the Python lab each week", "communication"),
        ("Interviewed 20 candidates for the Python team", "communication"),
        ("Gave a talk on Python at the harbour days", "communication"),
        ("Recorded and calibrated the buoy sequences in Python", "data-preprocessing"),
        ("Published the annotated data set of buoys", "data-preprocessing"),
    ],
)
def test_what_an_entry_says_in_other_words_is_surely_there(line: str, requirement: str, analyzer: Analyzer) -> None:
    report = report_on(analyzer, job(line))
    status, level = row_of(report, requirement)
    assert status == "met" or level is not None


def test_degree_in_economics_has_taught_chance(analyzer: Analyzer) -> None:
    degree = "# Education\n## BSc {}, Port | 2016 - 2020\nSeminars\n"
    found = [report_on(analyzer, job("Wrote reports in SQL") + degree.format(one)) for one in ("Economics", "History")]
    assert [row_of(one, "probability")[1] for one in found] == ["basic", None]


@pytest.mark.parametrize(("skill", "line"), [("docker", "Dockerfiles for the team"), ("linux", "Linux Mint at home")])
def test_further_names_of_tools_are_read(skill: str, line: str, analyzer: Analyzer) -> None:
    assert skill in {one.id for one in report_on(analyzer, f"# Skills\nGit, {line}\n").skills}


def test_who_followed_a_tutorial_is_not_asked_what_for(analyzer: Analyzer) -> None:
    work = "# Projects\n## Digits | 2026\n- Followed a video tutorial: Keras network on MNIST\n"
    report = report_on(analyzer, f"{work}\n# Skills\nKeras, pandas\n")
    asked = {win.skill for win in report.quick_wins if win.kind == "not-demonstrated"}
    assert "keras" not in asked and "pandas" in asked


@pytest.mark.parametrize(
    "line",
    [
        "Tracking API in Python: 2,400 requests per second, 99.97% availability",
        "Own the weekly churn report in Python for the management",
        "Built the feature tables in Spark that the analysts use for their models",
        "Weekly dashboards for 40 users, in Looker",
    ],
)
def test_what_runs_at_work_is_in_use_by_what_the_line_says(line: str, analyzer: Analyzer) -> None:
    report = report_on(analyzer, job("Trained a churn model in PyTorch", line, title="Data Scientist, Heron"))
    assert next(one for one in report.portfolio.criteria if one.id == "in-use").met
