"""Titles and pay for who holds a post, comes from a trade, or studies; steps that are only written take no number."""

from __future__ import annotations

import pytest

from gapcheck import Analyzer, GapReport
from gapcheck.report.plan_model import StepPart
from gapcheck.report.step_numbers import number_of, numbered

HEAD = "# Una Brandt\nuna@example.org\n\n"


def read(analyzer: Analyzer, *jobs: str, more: str = "") -> GapReport:
    return analyzer.analyze_bytes(f"{HEAD}## Experience\n\n{''.join(jobs)}{more}".encode(), "una.md")


def job(title: str, *lines: str, dates: str = "Jan 2020 - Present") -> str:
    bullets = "\n".join(f"- {line}" for line in lines)
    return f"### {title} ({dates})\n{bullets}\n\n"


SQL = ("Tables of bookings in SQL and dbt on Snowflake", "Reports on visitors in SQL", "A/B tests of the ticket page")


def titles(report: GapReport) -> list[str]:
    return [one.title for one in report.career.titles]


def test_analyst_is_no_engineer_by_lines_on_warehouses(analyzer: Analyzer) -> None:
    report = read(analyzer, job("Data Analyst, Quay", *SQL))
    assert report.career.situation.id == "analyst"
    assert read(analyzer, job("Data Engineer, Quay", *SQL)).career.situation.id == "engineer"


@pytest.mark.parametrize(
    ("title", "line", "named"),
    [
        ("Data Engineer, Quay", "Loaded Kafka into Snowflake with Airflow", False),
        ("Backend Engineer, Quay", "Booking service in Kotlin with Spring Boot", True),
    ],
)
def test_software_posts_are_for_who_wrote_software(title: str, line: str, named: bool, analyzer: Analyzer) -> None:
    found = titles(read(analyzer, job(title, line, *SQL[:2])))
    assert any("Software engineer" in one for one in found) == named


def test_profile_of_the_post_that_is_held_fits_nobody_better(analyzer: Analyzer) -> None:
    lines = (*SQL, "Dashboards in Tableau and Excel", "Statistics of visitors in pandas")
    held, left = (
        job("Data Analyst, Quay", *lines, dates=dates) for dates in ("Jan 2020 - Present", "Jan 2020 - Oct 2026")
    )
    names = [one.career.better.id if one.career.better else "" for one in (read(analyzer, held), read(analyzer, left))]
    assert names == ["", "data-analyst-ml"]


def test_trade_leads_over_by_its_own_titles(analyzer: Analyzer) -> None:
    found = titles(read(analyzer, job("Translator, Quay", "Contracts and leaflets", "Scripts in Python")))
    assert "Language engineer" in found and "Support analyst" not in found


def test_nobody_with_years_of_data_work_is_told_the_pay_of_a_beginner(analyzer: Analyzer) -> None:
    assert read(analyzer, job("Data Engineer, Quay", *SQL)).career.pay is None


def test_student_is_named_no_post_before_the_degree(analyzer: Analyzer) -> None:
    degree = "## Education\n\n### BSc Computer Science, Quay University (Oct 2025 - Jun 2029)\n- Databases\n"
    report = read(analyzer, job("Shop assistant", "Cash desk", dates="Jul 2025 - Sep 2025"), more=degree)
    assert report.career.situation.id == "student" and report.career.title_later is None


def test_course_that_a_school_gives_now_is_not_taken_twice(analyzer: Analyzer) -> None:
    degree = "## Education\n\n### BSc Computer Science, Quay University (Oct 2025 - Jun 2029)\n- This semester: {}\n"
    for course, asked in (("Statistics", False), ("Law", True)):
        report = read(analyzer, job("Shop assistant", "Cash desk"), more=degree.format(course))
        assert any(step.skill == "statistics" for step in report.plan) == asked


def test_what_is_only_written_takes_no_number(analyzer: Analyzer) -> None:
    report = read(analyzer, job("Data Engineer, Quay", *SQL), more="## Skills\nGit, Linux, Docker\n")
    step = report.plan[0]

    def of(phase: str) -> StepPart:
        return step.model_copy(update={"phase": phase})

    plan = [of("write"), of("write"), of("own"), of("time")]
    assert [number for number, _ in numbered(plan)] == [0, 0, 1, 2] and number_of(3, plan) == 1


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("Lighting Technician, Quay Theatre", "Field engineer"),
        ("Laboratory Technician, Quay", "Laboratory data analyst"),
    ],
)
def test_technician_is_of_the_trade_that_the_title_tells(title: str, named: str, analyzer: Analyzer) -> None:
    found = titles(read(analyzer, job(title, "Kept the rooms ready", "Small scripts in Python")))
    assert named in found and "Maintenance data analyst" not in found


@pytest.mark.parametrize(
    ("title", "line", "situation"),
    [
        ("Court Interpreter, Quay", "Evaluation of machine translation by BLEU", "career-changer"),
        ("Court Interpreter, Quay", "Counts of faults in SQL and Excel", "analyst"),
        ("Surveyor, Quay", "Evaluation of machine translation by BLEU", "analyst"),
        ("Data Analyst, Quay", "Evaluation of machine translation by BLEU", "analyst"),
    ],
)
def test_trade_without_tools_of_analysts_makes_no_analyst(
    title: str, line: str, situation: str, analyzer: Analyzer
) -> None:
    report = read(analyzer, job(title, f"{line}, in Python", "Evaluated models by cross-validation in Python"))
    assert report.career.situation.id == situation


@pytest.mark.parametrize(
    ("studies", "since", "situation"),
    [
        ("Evening School of Quay (Jan 2026 - Present)", "Jan 2020", "career-changer"),
        ("BSc Computer Science, Quay University (Sep 2025 - Present)", "Jan 2020", "student"),
        ("Evening School of Quay (Jan 2026 - Present)", "Jun 2026", "student"),
    ],
)
def test_course_beside_a_post_of_years_makes_no_student(
    studies: str, since: str, situation: str, analyzer: Analyzer
) -> None:
    post = job("Translator, Quay", "Contracts and leaflets", "Judgments and wills", dates=f"{since} - Present")
    report = read(analyzer, post, more=f"## Education\n\n### {studies}\n")
    assert report.career.situation.id == situation


RESEARCH = (
    "Trained vision transformers in PyTorch for the segmentation of scanned seals, IoU 0.41 to 0.63",
    "Compared them by cross-validation over five seeds with a baseline of PCA in NumPy",
    "Supervised learning on 900 scans with augmentation in OpenCV, in Python and Git",
    "Object detection and image classification of wax marks in Python with scikit-learn and pandas",
    "Preprocessing and registration of scans on Linux and in Docker",
)


@pytest.mark.parametrize(("since", "is_now"), [("Jan 2021", True), ("Jan 2025", False)])
def test_years_of_research_on_models_open_the_title_of_their_field(
    since: str, is_now: bool, analyzer: Analyzer
) -> None:
    post = job("Doctoral Researcher, Quay University", *RESEARCH, dates=f"{since} - Present")
    report = read(analyzer.wishing("computer-vision-engineer"), post)
    assert report.career.situation.id == "researcher"
    assert ("Computer vision engineer" in titles(report)) is is_now


@pytest.mark.parametrize(
    ("title", "first", "later"), [("Translator, Quay", "git", "sql"), ("Journalist, Quay", "sql", "git")]
)
def test_way_over_from_a_trade_begins_with_what_its_titles_test(
    title: str, first: str, later: str, analyzer: Analyzer
) -> None:
    project = "## Projects\n\n### Word ledger (2025)\n- Lists of words in Python and pandas, for five readers\n"
    plan = read(analyzer, job(title, "Contracts and leaflets"), more=project).plan
    steps = [step.skill for step in plan if step.skill in (first, later)]
    assert steps == [first, later]
