"""What daily work and studies make sure, what is taught late or not at all, and what rests on a side line of a job."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from gapcheck import Analyzer, GapReport
from gapcheck.report.advice_wording import this_week
from gapcheck.report.strengths import strengths
from gapcheck.report.wording import pay_given
from gapcheck.taxonomy import Level, load_taxonomy

HEAD = "# Ada Quill\nada@example.com\n\n"
DEGREE = "\n## Education\n\n### {degree}, Castleby University (2012 - 2016)\n"
TAXONOMY = load_taxonomy()


def report_on(analyzer: Analyzer, text: str) -> GapReport:
    return analyzer.analyze_bytes((HEAD + text).encode(), "ada.md")


def job(*lines: str, title: str = "Engineer", dates: str = "Jan 2021 - Present") -> str:
    return f"## Experience\n\n### {title}, Heron Freight ({dates})\n" + "".join(f"- {line}\n" for line in lines)


def project(*lines: str) -> str:
    return projects({"Pier Counter": lines})


def projects(works: Mapping[str, Sequence[str]]) -> str:
    told = (f"\n### {title} (2026)\n" + "".join(f"- {line}\n" for line in lines) for title, lines in works.items())
    return "\n## Projects\n" + "".join(told)


def is_sure(report: GapReport, requirement: str) -> bool:
    return any(row.id == requirement and row.sure is not None for row in report.requirements)


# ------------------------------------------------------------------------------------------- what a side line is worth


def test_side_line_of_a_long_job_is_no_strength(analyzer: Analyzer) -> None:
    """The months are those of a job that is about something else."""
    teacher = job("Teach chemistry to 120 pupils a year", "Started a Python club for pupils", title="Teacher")
    two = projects({"Marks": ["Wrote a script in Python that sorts 900 marks"], "Lists": ["Cleaned 400 with pandas"]})
    report = report_on(analyzer, teacher + two)
    python = next(one for one in report.skills if one.id == "python")
    assert (python.level, python.strength) == ("advanced", "thin")
    assert not [said for said in strengths(report) if said.startswith("Python is advanced")]


@pytest.mark.parametrize(("title", "praise"), [("Teacher", "is shown: "), ("Software engineer", "is shown: ")])
def test_months_of_a_job_of_another_trade_are_no_praise(title: str, praise: str, analyzer: Analyzer) -> None:
    lines = [
        "Ranked 900 marks in Python", "Draws the marks of each year in Python", "Sorts the letters",
        "Keeps the lists of the house", "Plans the year", "Answers the phone",
    ]  # fmt: skip
    said = strengths(report_on(analyzer, job(*lines, title=title, dates="Jan 2020 - Mar 2025")))
    assert any(one.startswith(f"Python {praise}") for one in said)


def test_level_that_projects_give_as_well_is_as_deep_as_all_lines(analyzer: Analyzer) -> None:
    teacher = job(
        "Teach chemistry to 120 pupils a year", "Started a Python club for pupils", dates="Jan 2026 - Mar 2026"
    )
    works = projects({f"Tool {one}": [f"Wrote tool {one} in Python"] for one in "ABC"})
    in_two = projects({"Tool A": ["Wrote a tool in Python", "Moved it to Python 3"]})
    one_job = next(one for one in report_on(analyzer, teacher + works).skills if one.id == "python")
    without = next(one for one in report_on(analyzer, works).skills if one.id == "python")
    assert (one_job.level, one_job.strength) == ("advanced", "thin")  # only the job makes it advanced
    assert (without.level, without.strength) == ("intermediate", "deep")
    two = next(one for one in report_on(analyzer, teacher + in_two).skills if one.id == "python")
    assert two.level == "intermediate" and two.strength != "thin"  # two entries do, whatever the second is


def test_strong_work_without_a_result_is_not_said_to_have_one(analyzer: Analyzer) -> None:
    lines = "Collected 4,000 tram records", "Cleaned them with pandas", "Trained gradient boosting on them"
    report = report_on(analyzer, project(*lines, "Deployed it with FastAPI, code at github.com/quill/tram"))
    assert [one.strong for one in report.portfolio.entries] == [True]
    praise = next(said for said in strengths(report) if "Pier Counter" in said)
    assert "is strong" in praise and "result" not in praise


# ------------------------------------------------------------------------------------------- what daily work makes sure


@pytest.mark.parametrize(
    ("text", "requirement", "sure"),
    [
        (job("Own the margin and returns data marts in BigQuery, built with dbt"), "data-preprocessing", True),
        (
            job("Own the margin and returns data marts in BigQuery, built with dbt", dates="Jan 2026 - Nov 2026"),
            "data-preprocessing",
            False,
        ),
        (project("Led the annotation of 9,000 video frames with biologists"), "data-preprocessing", True),
        (project("Led the rescue of 9,000 video tapes with biologists"), "data-preprocessing", False),
        (job("Wrote our services in Go") + DEGREE.format(degree="BSc Applied Informatics"), "data-structures", True),
        (job("Wrote our services in Go") + DEGREE.format(degree="BSc Biology"), "data-structures", False),
        (job("Led the choir") + DEGREE.format(degree="BSc Applied Informatics"), "data-structures", False),
        (job("Packed our jobs, released by GitHub Actions"), "testing", False),
        (job("Run the booking service in FastAPI, released by GitHub Actions"), "testing", True),
        (job("Traces of our chatbot's calls in Langfuse"), "model-deployment", False),
        (job("Chatbot in FastAPI and Docker, traces in Langfuse"), "model-deployment", True),
    ],
)
def test_daily_work_makes_sure_what_it_cannot_do_without(
    text: str, requirement: str, sure: bool, analyzer: Analyzer
) -> None:
    assert is_sure(report_on(analyzer, text), requirement) is sure


def test_use_and_degree_together_leave_nothing_to_do(analyzer: Analyzer) -> None:
    report = report_on(analyzer, job("Wrote our services in Go") + DEGREE.format(degree="BSc Applied Informatics"))
    assert not [one for one in report.plan if one.skill == "data-structures"]
    (why,) = [row.sure.why for row in report.requirements if row.id == "data-structures" and row.sure]
    assert "degree in" in why


# ------------------------------------------------------------------------------------------------------ what comes late

MODELLER = project(
    "Predicted delays of 9,000 trams with scikit-learn gradient boosting",
    "Deployed it with FastAPI and Docker, code at github.com/quill/tram",
)


def test_study_of_weeks_beside_the_work_waits_for_what_weighs_as_much(analyzer: Analyzer) -> None:
    report = report_on(
        analyzer,
        job("Own the pricing service in Go and Redis", "Moved it to Kubernetes", title="Backend Engineer") + MODELLER,
    )
    order = [step.skill for step in report.plan if step.hours]
    (long,) = [step for step in report.plan if step.skill == "statistics"]
    assert long.hours >= TAXONOMY.deliverables.long_hours
    assert order.index("statistics") > order.index("pytorch")


def test_who_is_asked_for_statistics_first_has_a_work_to_show_before_weeks_of_study(analyzer: Analyzer) -> None:
    changer = job("Led a shop of 14 people", title="Store Manager", dates="Jan 2018 - Dec 2025") + MODELLER
    report = report_on(analyzer, changer)
    order = [step.skill for step in report.plan if step.hours]
    assert {"statistics", "sql"} <= set(report.career.situation.tested)
    assert order.index("sql") < order.index("testing") < order.index("statistics")
    assert not [said for said in this_week(report) if said.startswith("Statistics")]


def test_what_only_interviews_ask_for_is_no_work_of_the_first_week(analyzer: Analyzer) -> None:
    report = report_on(
        analyzer,
        job("Own the pricing service in Go and Redis", "Moved it to Kubernetes", title="Backend Engineer") + MODELLER,
    )
    (step,) = [one for one in report.plan if one.skill == "data-structures"]
    others = [one.phase for one in report.plan if one.hours and one.skill != "data-structures"]
    assert step.hours and step.phase == others[-1]
    assert not [said for said in this_week(report) if "Data structures" in said]


@pytest.mark.parametrize(
    ("line", "at_work"), [("Grouped customers by k-means", False), ("Trained a CNN on photos", True)]
)
def test_framework_of_networks_goes_into_a_job_only_where_it_has_some(
    line: str, at_work: bool, analyzer: Analyzer
) -> None:
    """A toy shows PyTorch once; who groups customers has no network to write with it."""
    lines = f"{line} with scikit-learn", "Forecast sales with pandas"
    toy = "\n## Projects\n\n### Toy (2026)\n\n- Trained a network of one layer in PyTorch\n"
    report = report_on(analyzer, job(*lines, title="Data Scientist") + toy)
    where = [one.where for step in report.plan if step.skill == "pytorch" for one in step.deliverables]
    assert where and ("job" in where) is at_work


@pytest.mark.parametrize(
    ("line", "at_work"), [("Load sales in Spark on AWS", False), ("Trained a sales classifier", True)]
)
def test_model_is_brought_into_use_at_a_job_only_where_it_has_one(line: str, at_work: bool, analyzer: Analyzer) -> None:
    lines = (
        line,
        "Keep 120 Airflow pipelines, packed in Docker",
        "Great Expectations checks of each table",
        "GitHub Actions",
    )
    report = report_on(analyzer, job(*lines, title="Data Engineer") + project("Trained an XGBoost model, 0.78 F1"))
    where = [one.where for step in report.plan if step.skill == "model-deployment" for one in step.deliverables]
    assert where and ("job" in where) is at_work


# ----------------------------------------------------------------------------------------------- what is said and where


def test_week_begins_with_what_readers_miss_in_the_best_work(analyzer: Analyzer) -> None:
    lines = "Cleaned public tram positions with pandas", "Trained gradient boosting on them with scikit-learn"
    unmeasured = this_week(report_on(analyzer, project(*lines)))
    assert [said for said in unmeasured if "Pier Counter” gives no number" in said]
    measured = this_week(report_on(analyzer, project(*lines, "AUC 0.81 on held-out weeks")))
    assert [said for said in measured if "code of “Pier Counter” online" in said]
    linked = this_week(report_on(analyzer, project(*lines, "AUC 0.81 on held-out weeks, github.com/quill/tram")))
    assert not [said for said in linked if "Pier Counter” online" in said or "no number" in said]


def test_change_from_one_number_to_another_is_a_result(analyzer: Analyzer) -> None:
    line = "Forecast rentals with scikit-learn; mean absolute error fell from 61 to 38 against a last-week baseline"
    (work,) = report_on(analyzer, project(line)).portfolio.entries
    assert work.result is not None


def test_pay_is_told_with_its_country_before_the_figure(analyzer: Analyzer) -> None:
    lines = "Trained and served churn models in PyTorch and scikit-learn", "Evaluated them by AUC on held-out months"
    title = "Machine Learning Engineer, Dayton, OH"
    report = report_on(analyzer, job(*lines, title=title, dates="Jan 2017 - Present"))
    assert report.career.pay is not None and report.career.pay.region == "United States"
    said = pay_given(report.career.pay)
    assert said.startswith("in the United States (no figure for other countries is known here) a guide gives")


def test_months_of_a_student_are_those_of_work_with_what_is_studied(analyzer: Analyzer) -> None:
    studies = "\n## Education\n\n### BSc Informatics, Castleby University (Sep 2024 - Jul 2028)\n"
    helps = "\n### Teaching assistant, Castleby University (Sep 2026 - Nov 2026)\n- Lab sessions in Python\n"
    bar = job("Made coffee for 200 guests a day", title="Barista", dates="Jan 2025 - Dec 2025")
    assert report_on(analyzer, bar + studies).career.situation.why == "studies that go on"
    assert report_on(analyzer, bar + helps + studies).career.situation.why.startswith("3 months of work that uses")


def test_who_has_measured_for_years_draws_sooner() -> None:
    facts = TAXONOMY.deliverables
    assert facts.share_of_hours("matplotlib", {"model-evaluation": Level.advanced}) == 0.4
    assert facts.share_of_hours("matplotlib", {"model-evaluation": Level.intermediate}) == 1


# ------------------------------------------------------------------------------------------- what sentences are read as


@pytest.mark.parametrize(
    "line",
    [
        "Set up MLflow tracking and a weekly retraining job for the demand model",
        "Introduced Neptune for all runs and a nightly retraining of the forecast",
        "The delay model is trained again on the first of each month",
    ],
)
def test_tracking_and_training_anew_watch_nothing(line: str, analyzer: Analyzer) -> None:
    found = {one.id for one in report_on(analyzer, job(line, "Serve the delay model in FastAPI")).skills}
    assert "model-monitoring" not in found


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Model evaluation was on data that no other step had seen", "model-evaluation"),
        ("It offers a REST API to other programs", "rest-apis"),
    ],
)
def test_work_that_is_the_subject_of_a_sentence_is_ones_own(line: str, skill: str, analyzer: Analyzer) -> None:
    report = report_on(analyzer, project("Wrote a forecast of 900 trams in Python", line))
    assert skill in {one.id for one in report.skills if one.how == "demonstrated"}
