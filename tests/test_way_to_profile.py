"""Ways beside the plan: a profile that fits better, a course that is begun, an exam that follows a retired one; and
titles that wait for what they take for granted.
"""

from __future__ import annotations

from datetime import date

import pytest

from gapcheck import Analyzer, GapReport
from gapcheck.career.situation import Background, is_senior, situation_of
from gapcheck.outputs.html.report import html_report
from gapcheck.outputs.markdown import markdown_report
from gapcheck.outputs.terminal.screen import text_report
from gapcheck.report.advice_wording import better_role, beyond_role, nearest_roles
from gapcheck.report.certificate_wording import begun_certification

ENGINEER = """# Tove Rask
tove@example.org

## Experience

### Platform engineer, Ferry Line (Jan 2019 - Present)
- Run services on Kubernetes with Docker and Terraform on AWS
- CI/CD in GitLab, alerts in Grafana, tests in pytest
- Ported the booking service to Python and PostgreSQL
"""
BUILDER = """# Tove Rask
tove@example.org

## Experience

### Lead engineer of language models, Ferry Line (Jan 2022 - Present)
- Built retrieval-augmented generation over 9,000 rules of harbours with LangChain and pgvector in Python
- Evaluation of language models on 400 questions marked by pilots, run in CI/CD with unit tests
- AI agents with function calling that draft a notice to sailors; guardrails against prompt injection
- Prompt engineering and caching: the cost of an answer fell from 9 to 3 cents
- Deployed it with Docker on AWS behind FastAPI, with observability in Langfuse and Grafana
- Wrote the web pages in TypeScript, and the tables in PostgreSQL with SQL; all of it in Git
- Presented its faults to the board each month, as the lead of a team of three
### Engineer, Harbour Office (Jan 2019 - Dec 2021)
- Machine learning in Python on Linux: forecasts of arrivals, deployed with Docker on AWS
- REST APIs in FastAPI with unit tests, CI/CD in GitHub Actions
- Deployed the large language model of the office with LangChain, and its LLM evaluation
"""
ANALYST = """# Tove Rask
tove@example.org

## Experience

### Analyst, Ferry Line (Jan 2019 - Present)
- Monthly tables in SQL and Tableau for the board
- Counted passengers in SQL

## Certificates
- {certificate}
"""


def read(analyzer: Analyzer, text: str) -> GapReport:
    return analyzer.analyze_bytes(text.encode(), "tove.md")


def test_way_to_the_profile_that_fits_better_is_its_own_plan(analyzer: Analyzer) -> None:
    report = read(analyzer, ENGINEER)
    better, way = report.career.better, report.career.better_plan
    assert better is not None and way is not None
    own = read(analyzer.wishing(better.id, as_of=date(2026, 11, 1)), ENGINEER)
    first = [step.name for step in own.plan if step.hours][:2]
    assert (way.hours, way.ends, way.readiness, list(way.begins_with)) == (
        own.schedule.hours, own.schedule.ends, own.schedule.readiness, first,
    )  # fmt: skip
    assert f"{way.hours} h to" in (better_role(report) or "") and f"--profile {better.id}" in (
        better_role(report) or ""
    )
    assert first[0] in nearest_roles(report)


def test_no_other_way_is_told_where_no_profile_fits_better(analyzer: Analyzer) -> None:
    report = read(analyzer, "# Tove Rask\ntove@example.org\n\n## Skills\n- Python, machine learning\n")
    assert report.career.better is None and report.career.better_plan is None and better_role(report) is None


COURSE = "Machine Learning Specialization, Coursera"


def test_course_that_is_begun_keeps_what_finishing_it_promises(analyzer: Analyzer) -> None:
    begun = read(analyzer, ANALYST.format(certificate=f"{COURSE} (in progress)"))
    (course,) = begun.certifications_begun
    done = read(analyzer, ANALYST.format(certificate=f"{COURSE} (2026)"))
    met = {row.id for row in done.requirements if row.status == "met"}
    assert course.closes and set(course.closes) <= met
    assert done.summary.readiness == pytest.approx(course.readiness, abs=0.0006)
    assert "finish" in begun_certification(course, begun)
    assert not done.certifications_begun


def test_exam_that_follows_a_retired_one_says_so(analyzer: Analyzer) -> None:
    retired = "AWS Certified Machine Learning - Specialty (2023)"
    more = """- Trained the churn model in SageMaker and scikit-learn on feature tables in SQL
- Tuned the churn model by gradient boosting, AUC 0.8 on held-out months
"""
    report = read(analyzer, f"{ENGINEER}{more}\n## Certificates\n- {retired}\n")
    assert report.certificates[0].replaced_by_name == "AWS Certified Machine Learning Engineer - Associate"
    assert [one.follows for one in report.certifications][:1] == ["AWS Certified Machine Learning - Specialty"]


# ------------------------------------------------------------------------------------------------------------- titles


@pytest.mark.parametrize(("studies", "technical", "situation"), [
    (True, 12, "student"), (True, 36, "student"), (True, 60, "engineer"), (False, 60, "engineer"),
])  # fmt: skip
def test_who_studies_beside_years_of_technical_work_is_no_student_first(
    studies: bool, technical: int, situation: str, analyzer: Analyzer
) -> None:
    person = Background(technical, technical, technical, 0, 0, 0, studies=studies, research=False)
    assert situation_of(person, analyzer.taxonomy).id == situation


@pytest.mark.parametrize(("analytic", "senior"), [(20, False), (29, False), (30, True)])
def test_analyst_of_years_is_sent_to_no_junior_post(analytic: int, senior: bool, analyzer: Analyzer) -> None:
    person = Background(analytic, 0, analytic, 0, 0, 0, studies=False, research=False)
    assert is_senior(situation_of(person, analyzer.taxonomy), person) is senior


MODELS = """# Tove Rask
tove@example.org

## Experience

### AI engineer, Ferry Line (Jan 2021 - Present)
- Built an assistant on GPT-4 and LangChain that answers from timetables; wrong answers fell from 9% to 2%
- A/B tests of prompts raised the thumbs-up rate from 60% to 70%
{more}
"""


@pytest.mark.parametrize(
    ("more", "named"),
    [("", False), ("- Predicted no-shows by gradient boosting in SQL and pandas, AUC 0.8 on held-out months", True)],
)
def test_data_scientist_has_a_model_on_a_table(more: str, named: bool, analyzer: Analyzer) -> None:
    titles = [one.title.lower() for one in read(analyzer, MODELS.format(more=more)).career.titles]
    assert any("data scientist" in one for one in titles) is named


RADAR = """# Tove Rask
tove@example.org

## Experience

### Computer vision researcher, Coast Institute ({first} - Present)
- Trained a vision transformer in PyTorch on radar pictures; IoU from 0.6 to 0.7 on held-out winters
- Detected ships with YOLO and measured the average precision
- Wrote the training code in Python with NumPy, OpenCV and Git, and shipped it in Docker
- Cleaned and augmented forty thousand pictures, and wrote two papers
"""


@pytest.mark.parametrize(("first", "named"), [("Jan 2022", True), ("Jan 2026", False)])
def test_years_in_the_field_stand_for_something_of_what_is_not_on_paper(
    first: str, named: bool, analyzer: Analyzer
) -> None:
    report = read(analyzer, RADAR.format(first=first))
    best, limit = report.career.profiles[0], analyzer.taxonomy.market.titles.worked.enough
    assert best.id == "computer-vision-engineer" and best.readiness >= limit
    assert (best.id in {one.profile for one in report.career.titles}) is named


def test_no_title_waits_for_words_alone(analyzer: Analyzer) -> None:
    for text in (ENGINEER, MODELS.format(more=""), RADAR.format(first="Jan 2022")):
        report = read(analyzer, text)
        later = report.career.title_later
        assert later is None or sum(step.hours for step in report.plan[: later.step]) > 0


# ------------------------------------------------------------------------------------------------ layout, fields, words

JOB = "### Software Engineer{same}\n{below}Sep 2022 – Jan 2024\n- Shipped a meeting summary on GPT-4 to 20,000 users\n"


@pytest.mark.parametrize("below", ["", "Briefly Notes, London\n", "London\n"])
def test_line_with_the_employer_alone_changes_no_months_of_a_kind(below: str, analyzer: Analyzer) -> None:
    head = "# Tove Rask\ntove@example.org\n\n## Experience\n\n"
    one = "- Moved prompts of the language model into a registry with A/B tests\n- Answered mail\n"
    plain = read(analyzer, head + JOB.format(same=", Briefly Notes", below="") + one)
    other = read(analyzer, head + JOB.format(same="", below=below) + one)
    assert other.career.situation.why == plain.career.situation.why


@pytest.mark.parametrize(
    ("job", "deed", "field"),
    [
        ("Backend engineer", "Own the card authorisation service and the settlement of merchants", "payments"),
        ("Data engineer", "Load call detail records and roaming tables", "telecom"),
        ("Laboratory technician", "Calibration curves and ICP-MS of water samples", "laboratory work"),
        ("Researcher", "Labelled satellite radar pictures of sea ice and taught forty students", "earth observation"),
        ("Physics teacher", "Wrote the exam timetable of the school", "education"),
    ],
)
def test_field_of_work_is_told_by_its_own_words(job: str, deed: str, field: str, analyzer: Analyzer) -> None:
    text = f"# Tove Rask\ntove@example.org\n\n## Experience\n\n### {job}, Zeta (Jan 2020 - Present)\n- {deed}\n"
    fields = {one.field for one in read(analyzer, f"{text}- Tables in SQL and pandas\n").portfolio.ideas}
    assert fields <= {field, None} and field in fields


def test_who_has_nothing_left_to_learn_is_told_what_to_go_on_to(analyzer: Analyzer) -> None:
    report = read(analyzer.wishing("ai-engineer", as_of=date(2026, 11, 1)), BUILDER)
    beyond, way = report.career.beyond, report.career.beyond_plan
    assert report.schedule.hours == 0 and beyond is not None and way is not None
    own = read(analyzer.wishing(beyond.id, as_of=date(2026, 11, 1)), BUILDER)
    lacking = {row.name for row in own.requirements if row.status != "met" and row.sure is None}
    assert way.hours == own.schedule.hours and way.lacks and set(way.lacks) <= lacking
    said = beyond_role(report) or ""
    assert f"--profile {beyond.id}" in said and way.lacks[0] in said
    views = (text_report(report), text_report(report, details=True), markdown_report(report), html_report(report))
    assert all(f"--profile {beyond.id}" in " ".join(view.replace("\\", "").split()) for view in views)


def test_who_still_learns_for_the_profile_is_told_of_no_other_to_go_on_to(analyzer: Analyzer) -> None:
    report = read(analyzer, ANALYST)
    assert report.schedule.hours and report.career.beyond is None and beyond_role(report) is None
