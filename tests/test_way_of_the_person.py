"""Advice that fits where somebody stands: what posts in reach test, what waits for a first model, what a work of one's
own takes, to apply this week; and what a resume tells in other words.
"""

from __future__ import annotations

import pytest
from pages import AS_OF
from test_limited_and_confessed import job, project, read, steps

from gapcheck import Analyzer, GapReport
from gapcheck.documents import read_content
from gapcheck.outputs.terminal.screen import text_report
from gapcheck.report.advice_wording import this_week
from gapcheck.report.strengths import strengths, thin_ground
from gapcheck.resume.reader import read_resume
from gapcheck.skills.since import is_of_a_later_post, since_when
from gapcheck.taxonomy import load_taxonomy

TAXONOMY = load_taxonomy()
WARD = job("Audit the notes of the ward and train new staff", title="Staff nurse", dates="Mar 2015 - Present")
EVENING = "### Diploma in Data Analytics (part time), Quay College (Sep 2026 - Jun 2028)\n"


def criteria(report: GapReport) -> dict[str, int]:
    return {one.id: one.count for one in report.portfolio.criteria}


# ------------------------------------------------------------------------------------------- what is tested, and when


def test_what_is_only_named_and_will_be_tested_has_the_hours_of_a_study(analyzer: Analyzer) -> None:
    desk = job(
        "Led seven receptionists and wrote their rota", title="Front desk supervisor", dates="Mar 2015 - Present"
    )
    named = steps(read(analyzer, jobs=desk, skills="Python, SQL, pandas"))["sql"]
    assert named.kind == "show" and named.hours - named.set_up_hours >= 20
    shown = job("SQL lists of rooms in PostgreSQL", title="Front desk supervisor", dates="Jun 2026 - Present")
    used = steps(read(analyzer, jobs=f"{shown}{desk}", skills="Python, pandas")).get("sql")
    assert used is None or used.hours - used.set_up_hours < named.hours - named.set_up_hours


def test_what_is_tested_first_is_learned_before_the_projects_where_none_takes_it(analyzer: Analyzer) -> None:
    work = project("Python function that expands 600 abbreviations in texts, github.com/orla/abbr", title="Abbr (2026)")
    report = read(analyzer, "llm-engineer", jobs=WARD, projects=work)
    parts = [phase.id for phase in report.schedule.phases if phase.hours]
    if "tested" in parts:
        assert parts.index("tested") == 0 and [one.skill for one in report.plan if one.phase == "tested"] == ["sql"]
    assert report.career.situation.tested[0] == "sql"


@pytest.mark.parametrize("skills", ["Python (basic), Git", "Python (basic), Git, pandas (basic)"])
def test_pushes_are_tested_by_something_that_is_there(skills: str, analyzer: Analyzer) -> None:
    work = project("Python function that expands 600 abbreviations in texts", title="Abbr (2026)")
    order = [step.skill for step in read(analyzer, jobs=WARD, projects=work, skills=skills).plan]
    assert order.index("testing") < order.index("ci-cd")


def test_networks_wait_for_a_first_model_of_who_has_more_than_a_year_to_learn(analyzer: Analyzer) -> None:
    report = read(analyzer, "nlp-engineer", jobs=WARD, skills="Python (basic)")
    waits = {one.id: one.reason for one in report.schedule.left_open}
    assert "second year" in waits["transformers"] and "transformers" not in steps(report)
    assert "supervised-learning" in steps(report)
    model = project("Sorted 900 notes by a classifier in scikit-learn, F1 0.8", title="Notes (2026)")
    engineer = job("REST APIs in Java for the booking of trams", "SQL views of stops", dates="Jan 2025 - Present")
    for more in ({"projects": model, "jobs": WARD}, {"jobs": engineer}):
        assert "transformers" in steps(read(analyzer, "nlp-engineer", skills="Python (basic)", **more))


def test_screen_says_beyond_which_level_something_waits(analyzer: Analyzer) -> None:
    report = read(analyzer, "nlp-engineer", jobs=WARD, skills="Python (basic)")
    partly = [one.name for one in report.schedule.left_open if one.reason and one.reaches != "none"]
    screen = " ".join(text_report(report).split())
    assert partly and any(f"{name} beyond" in screen or f"{name[:6]}" in screen for name in partly)


def test_words_about_oneself_come_behind_all_work(analyzer: Analyzer) -> None:
    report = read(
        analyzer,
        "llm-engineer",
        jobs=job("Answers on bylaws: RAG with the OpenAI API, pgvector, FastAPI and Docker, used by 60 clerks"),
        projects=project("Python package that checks quotations, talk at a meetup", title="Quotes (2026)"),
    )
    written = [at for at, step in enumerate(report.plan) if step.kind == "write" and step.from_level == "none"]
    worked = [at for at, step in enumerate(report.plan) if step.hours]
    assert written and min(written) > min(worked)
    hours = {phase.id: phase.hours for phase in report.schedule.phases}
    assert all(hours[step.phase] for step in report.plan if step.phase not in ("write", "time"))


# ------------------------------------------------------------------------------------------------ who, and what for


@pytest.mark.parametrize(
    ("studies", "situation"),
    [(EVENING, "career-changer"), (EVENING[:32] + ", Quay College (Sep 2026 - Jun 2028)\n", "student")],
)
def test_studies_beside_a_post_by_their_words_make_nobody_a_student(
    studies: str, situation: str, analyzer: Analyzer
) -> None:
    report = read(analyzer, "nlp-engineer", jobs=WARD, studies=studies, skills="Python (basic)")
    assert report.career.situation.id == situation
    assert any("Clinical" in one.title for one in report.career.titles) == (situation == "career-changer")


def test_one_question_of_ones_own_is_enough_beside_a_degree(analyzer: Analyzer) -> None:
    own = project("Labelled 700 photos of moths and trained a YOLO object detection network on them")
    degree = "### BSc Computer Science, Quay University (Oct 2025 - Feb 2029)\n"
    for studies, alone in ((degree, True), ("", False)):
        report = read(analyzer, projects=own, studies=studies, skills="Python, NumPy")
        assert (not any(step.sets_up for step in report.plan)) == alone


def test_work_at_a_club_is_a_work_where_it_stands_among_the_projects(analyzer: Analyzer) -> None:
    lines = "Labelled 700 photos of gates and trained a YOLO object detection network on them"
    report = read(analyzer, projects=project(lines, title="Gate finder, student club Merlin (2026)"))
    assert [one.title for one in report.portfolio.entries] == ["Gate finder, student club Merlin"]
    assert any("Gate finder" in phase.name for phase in report.schedule.phases)


@pytest.mark.parametrize(("title", "stands"), [("Rents (capstone, team of 3, 2026)", False), ("Rents (2026)", True)])
def test_what_a_class_had_its_teams_build_is_no_strength_and_does_not_go_on(
    title: str, stands: bool, analyzer: Analyzer
) -> None:
    line = "Scraped and cleaned 5,200 listings, trained XGBoost, RMSE 9 on a test set, Streamlit app, github.com/orla/r"
    report = read(analyzer, projects=project(line, title=title))
    assert report.portfolio.entries[0].strong == stands
    (quality,) = (one for one in report.portfolio.criteria if one.id == "quality")
    assert "Rents" not in (quality.suggestion or "") or stands  # nobody is told to make it strong by a line
    assert any("“Rents” is a strong" in said for said in strengths(report)) <= stands
    assert any("Rents" in phase.name for phase in report.schedule.phases) == stands
    degree = "### BSc Computer Science, Quay University (Oct 2025 - Feb 2029)\n"
    inside = read(analyzer, projects=project(line, title=title), studies=degree)  # the class is not over
    assert any("Rents" in phase.name for phase in inside.schedule.phases)


def test_to_apply_is_a_deed_of_the_week_with_what_to_put_on_top(analyzer: Analyzer) -> None:
    for jobs in (
        WARD,
        job("Trained models in scikit-learn", "Scored fares by gradient boosting", title="Data Scientist"),
    ):
        report = read(analyzer, jobs=jobs, skills="Python")
        *work, last = this_week(report)
        page = report.career.situation.page
        assert last.startswith(f"Apply as {report.career.titles[0].title}") and last.endswith(f": {page}.")
        assert 0 < len(work) <= 3 and page


def test_nobody_is_asked_to_name_what_is_wider_than_years_of_work(analyzer: Analyzer) -> None:
    """“Supervised learning” is not missed on the page of who has trained networks for years."""
    wide = job("Trained deep learning networks in PyTorch", "Machine learning on photos", dates="Jan 2020 - Present")
    line = "Sorted photos of moths by an image classification network"
    for jobs, asked in ((job(line), True), (f"{wide}- {line}\n", False)):
        wins = {(win.kind, win.skill) for win in read(analyzer, "ml-engineer", jobs=jobs).quick_wins}
        assert (("not-named", "supervised-learning") in wins) == asked


# ---------------------------------------------------------------------------------------------- told in other words


@pytest.mark.parametrize(
    ("said", "results"),
    [
        ("Airflow loads of meters: on time from 82 % to 97.5 % after new joins", 1),
        ("Airflow loads of meters: from 2 h 40 to 25 min by other joins", 1),
        ("Airflow loads of meters from depot 3 to depot 5", 0),
    ],
)
def test_before_and_after_is_a_result(said: str, results: int, analyzer: Analyzer) -> None:
    assert criteria(read(analyzer, "mlops-engineer", jobs=job(said, title="Data Engineer")))["results"] == results


@pytest.mark.parametrize(
    ("said", "used"),
    [
        ("Reports in SQL, used daily by 60 managers", True),
        ("A late-tram estimate in SQL and pandas; the planners look at it each Friday", True),
        ("Answers on contracts in SQL and RAG. 40 firms, some 7,000 questions a month", True),
        ("Reports in SQL that Monday's planners never saw", False),
    ],
)
def test_who_looks_at_it_uses_it(said: str, used: bool, analyzer: Analyzer) -> None:
    report = read(analyzer, "data-scientist-1", jobs=job(said, "Models in scikit-learn", title="Data Analyst"))
    assert bool(criteria(report).get("in-use")) == used


def test_code_with_stars_is_code_in_a_list_of_papers_and_beside_the_field_too(analyzer: Analyzer) -> None:
    package = project("Checks quotations in contracts, Python, typed and tested, 310 stars", title="Quotes (2026)")
    assert criteria(read(analyzer, projects=package))["documentation"] == 1
    text = (
        "# Orla Venn\norla@example.org\n\n## Publications\n\n- Venn et al., 2024: moths from few views\n"
        "- Venn, 2025: noise in moth photos\n  Code of the 2024 paper: 240 stars, 31 open issues.\n"
    )
    report = analyzer.wishing("computer-vision-engineer").analyze_bytes(text.encode(), "orla.md")
    assert [one.title for one in report.portfolio.entries] == ["Code of the 2024 paper"]
    assert criteria(report)["documentation"] == 1


@pytest.mark.parametrize(
    ("profile", "requirement", "said", "there"),
    [
        (
            "computer-vision-engineer",
            "model-evaluation",
            "Segmented moths with a PyTorch CNN; AP50 0.66 against 0.49",
            True,
        ),
        ("computer-vision-engineer", "model-evaluation", "Segmented moths with a PyTorch CNN", False),
        (
            "llm-engineer",
            "llm-evaluation",
            "Answers by the OpenAI API; a gold set of 120 requests by three millers",
            True,
        ),
        ("llm-engineer", "llm-evaluation", "Answers by the OpenAI API on a set of tools", False),
        ("data-scientist-1", "business-awareness", "SQL reports; present to the operations director", True),
        ("data-scientist-1", "business-awareness", "SQL reports for the director's assistant", False),
    ],
)
def test_deed_in_other_words_is_surely_there(
    profile: str, requirement: str, said: str, there: bool, analyzer: Analyzer
) -> None:
    report = read(analyzer, profile, jobs=job(said, title="Analyst"))
    (row,) = (one for one in report.requirements if one.id == requirement)
    assert (row.sure is not None or row.status == "met") == there


def test_store_in_memory_beside_years_of_services_is_a_cache(analyzer: Analyzer) -> None:
    services = job("REST APIs of the fares in Spring Boot", "Their microservices on Kafka")
    for listed, there in (("Kotlin, Redis", True), ("Kotlin, PostgreSQL", False)):
        report = read(analyzer, "ai-engineer", jobs=services, skills=listed)
        (row,) = (one for one in report.requirements if one.id == "cost-and-speed")
        assert (row.sure is not None) == there


@pytest.mark.parametrize(("said", "there"), [("70 agents use it", False), ("its agents call three tools", True)])
def test_agents_who_use_a_thing_are_people(said: str, there: bool, analyzer: Analyzer) -> None:
    report = read(analyzer, "ai-engineer", jobs=job(f"Summaries of calls by an LLM and prompts: {said}"))
    assert any(one.id == "ai-agents" for one in report.skills) == there


# -------------------------------------------------------------------------------------------------------------- times


def test_title_torn_behind_a_comma_is_one_job_of_all_its_time() -> None:
    text = (
        "Orla Venn\n\nEXPERIENCE\nAudit nurse (half time since May 2026), Lee Hospital,\nCork, Oct 2024 - present\n"
        "- Class reports\nStaff nurse, Mercy Hospital, Sept 2017 - Aug 2019\n- Trained new staff\n"
    )
    resume = read_resume(read_content(text.encode(), "orla.txt"), TAXONOMY, AS_OF)
    jobs = [entry for _, entry in resume.entries() if entry.kind.is_work]
    assert [one.title.split()[0] for one in jobs] == ["Audit", "Staff"]
    assert jobs[0].dates is not None and jobs[0].dates.first == 2024 * 12 + 9


@pytest.mark.parametrize(
    ("text", "name", "year"),
    [
        ("From March 2023 all chatbots in LangChain", "LangChain", 2023),
        ("Chatbots in LangChain from 2023 files", "LangChain", None),  # the files are of 2023
        ("Since 2023: LangChain", "LangChain", 2023),
    ],
)
def test_line_that_opens_with_from_when_dates_what_it_tells(text: str, name: str, year: int | None) -> None:
    words = TAXONOMY.levels
    end = text.index(name) + len(name)
    found = since_when(text, end, words.since_words, words.from_words)
    assert found == (year * 12 if year else None)


def test_post_that_a_title_names_later_is_dated_by_its_lines(analyzer: Analyzer) -> None:
    words = TAXONOMY.levels.then_words
    assert is_of_a_later_post("Web developer, then LLM developer", 20, words)
    assert not is_of_a_later_post("LLM developer, then lead", 0, words)
    lines = "From March 2023 all chatbots: LangChain, Azure OpenAI", "Before that web shops in React"
    months = {}
    for title in ("Web developer, then LLM developer", "LLM developer"):
        report = read(analyzer, "llm-engineer", jobs=job(*lines, title=title, dates="May 2021 - May 2024"))
        months[title] = next(one.months for one in report.skills if one.id == "large-language-models")
    first, whole = months.values()
    assert first < 20 < whole


@pytest.mark.parametrize(
    ("exam", "thin"),
    [
        ("Microsoft Azure AI Fundamentals (AI-900), March 2026", True),
        ("Microsoft Azure Administrator (AZ-104), 2026", False),
    ],
)
def test_what_only_a_retired_exam_shows_is_on_thin_ground(exam: str, thin: bool, analyzer: Analyzer) -> None:
    text = f"# Orla Venn\norla@example.org\n\n## Experience\n\n{WARD}\n\n## Certificates\n\n- {exam}\n"
    report = analyzer.wishing("junior-ml-engineer").analyze_bytes(text.encode(), "orla.md")
    (cloud,) = (row for row in report.requirements if row.skill == "azure")
    assert cloud.status == "met" and (cloud in thin_ground(report)) == thin
