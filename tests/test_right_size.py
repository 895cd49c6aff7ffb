"""Advice of the right size: who has done something is not told to begin, and what comes first is what a work lacks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from pages import AS_OF, document_of, resume_pdf
from skill_resumes import Read

from gapcheck import Analyzer, GapReport
from gapcheck.gap import areas_of, compare, weighed
from gapcheck.report.advice_wording import this_week
from gapcheck.report.plan_model import StepPart
from gapcheck.taxonomy import load_taxonomy

TAXONOMY = load_taxonomy()
HEAD = "Ada Quill\nada@example.com\n\n"
CHURN = "Built a model of lapsed berths (logistic regression, LightGBM) in Python on 90,000 bookings; AUC of 0.81"


def report_on(analyzer: Analyzer, *parts: str) -> GapReport:
    return analyzer.analyze_document(document_of(resume_pdf(HEAD + "".join(parts))))


def job(*lines: str, title: str = "Data Analyst", dates: str = "Jan 2021 - Present") -> str:
    return f"# Experience\n## {title}, Heron Freight | {dates}\n" + "".join(f"- {line}\n" for line in lines)


def degree(text: str) -> str:
    return f"# Education\n## {text}, Castleby University | 2012 - 2016\n"


def step_on(report: GapReport, skill: str) -> StepPart | None:
    return next((step for step in report.plan if step.skill == skill), None)


# ---------------------------------------------------------------------------------------------- what has room


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("I manually run the scores every week", True),
        ("The scores come from a notebook that I run by hand each month", True),
        ("Each Monday I start the scoring script manually", True),
        ("The scores go to the harbour office each month", False),
        ("Automated the scores, which analysts ran by hand each month", False),
        ("Replaced the scores that were run by hand each month", False),
        ("Labelled 900 berths by hand", False),
    ],
)
def test_model_that_is_run_by_hand_is_made_to_run_first(line: str, first: bool, analyzer: Analyzer) -> None:
    report = report_on(analyzer, job(CHURN, line))
    step = step_on(report, "model-deployment")
    assert step is not None
    at_work = [one for one in step.deliverables if one.where == "job"]
    assert bool(at_work and "run by hand" in at_work[0].lines[0]) == first
    assert ("let a scheduler start" in this_week(report)[0]) == first


@pytest.mark.parametrize(
    ("line", "beside"),
    [
        ("Prepare the feature tables for the two data scientists", True),
        ("Served the data science team's delay model behind a gRPC endpoint", True),
        ("Prepare the feature tables for the berth planners", False),
        ("Trained a random forest of delays with the two data scientists", False),
    ],
)
def test_who_works_beside_modellers_begins_with_a_model_of_theirs(line: str, beside: bool, analyzer: Analyzer) -> None:
    report = report_on(analyzer, job("Run 120 Airflow pipelines in PySpark on Azure", line, title="Data Engineer"))
    step = step_on(report, "model-monitoring")
    assert step is not None and any("data scientists" in one.lines[0] for one in step.deliverables) == beside
    assert any("with the modellers" in said for said in this_week(report)) == beside


@pytest.mark.parametrize("room", [room.id for room in TAXONOMY.deliverables.rooms])
def test_lines_of_rooms_are_read_as_their_skills(room: str, read: Read) -> None:
    (one,) = [each for each in TAXONOMY.deliverables.rooms if each.id == room]
    assert one.lines.keys() <= one.first.keys() and one.firms.keys() <= one.lines.keys()
    assert one.said or one.shows or one.research or one.doubt or one.ended
    for skill, line in one.lines.items():
        assert skill in {each.skill for each in read(HEAD + job(CHURN, line)).skills}


def test_table_that_is_sent_by_hand_is_no_model(analyzer: Analyzer) -> None:
    report = report_on(analyzer, job("Send the sales table in Excel by hand each week", "Wrote SQL queries for berths"))
    step = step_on(report, "model-deployment")
    assert step is not None and all(one.where != "job" for one in step.deliverables)


# ---------------------------------------------------------------------------------------------- what is there already

ASSISTANT = "Support assistant on GPT-4 with LangChain and retrieval for 30 harbours"


@pytest.mark.parametrize(("more", "sure"), [("FastAPI backend in Docker", True), ("Wrote its handbook", False)])
def test_product_on_language_models_with_a_service_is_deployed(more: str, sure: bool, analyzer: Analyzer) -> None:
    report = report_on(analyzer, job(ASSISTANT, more, title="AI Engineer"))
    row = next(row for row in report.requirements if row.id == "model-deployment")
    assert (row.status == "missing") and (row.sure is not None) == sure
    step = step_on(report, "model-deployment")
    assert step is not None and (step.kind == "write") == sure


def test_who_builds_on_language_models_trains_a_model_in_place_of_a_call(analyzer: Analyzer) -> None:
    report = report_on(analyzer, job(ASSISTANT, "FastAPI backend in Docker", title="AI Engineer"))
    step = step_on(report, "scikit-learn")
    assert step is not None and step.room and step.deliverables[0].lines[0].startswith("Replaced one kind of call")
    assert "let a small classifier answer" in this_week(report)[1]


def test_who_trains_networks_for_years_is_not_told_to_begin_with_git(analyzer: Analyzer) -> None:
    report = report_on(analyzer, job("Trained depth networks in PyTorch", title="Researcher"), "# Skills\n- Git\n")
    step = step_on(report, "git")
    assert step is None or step.kind == "write"


def test_nobody_has_chosen_a_framework_by_a_certificate(analyzer: Analyzer) -> None:
    course = "# Certificates\n- Machine Learning Specialization, DeepLearning.AI / Coursera, 2025\n"
    report = report_on(analyzer, MODEL, course)
    assert "tensorflow" in {one.id for one in report.skills}
    assert step_on(report, "tensorflow") is None and step_on(report, "pytorch") is not None
    named = report_on(analyzer, MODEL, course, "# Skills\n- TensorFlow\n")
    assert step_on(named, "tensorflow") is not None


# ---------------------------------------------------------------------------------------------- school subjects

MODEL = "# Projects\n## Berth Counter | 2026\n- Predicted berths by a random forest (scikit-learn)\n"


@pytest.mark.parametrize(
    ("studies", "settled"),
    [
        (degree("BSc Mathematical Science"), True),
        (degree("MSc Applied Computer Science"), True),
        (degree("BA Business Administration"), False),
    ],
)
def test_who_has_studied_it_is_asked_nothing_about_school_mathematics(
    studies: str, settled: bool, analyzer: Analyzer
) -> None:
    report = report_on(analyzer, MODEL, studies)
    asked = {step.skill for step in report.plan} | {one.id for one in report.schedule.left_open}
    assert ("linear-algebra" in asked) == (not settled)
    named = {one for area in report.areas for one in area.requirements}
    assert ("linear-algebra" in named) == (not settled)


def test_statistics_of_who_has_studied_mathematics_are_to_be_written_and_not_learned(analyzer: Analyzer) -> None:
    step = step_on(report_on(analyzer, MODEL, degree("BSc Mathematics")), "statistics")
    assert step is not None and step.kind != "learn" and step.hours <= 2 * TAXONOMY.deliverables.line_hours


@pytest.mark.parametrize(("dates", "settled"), [("Jan 2021 - Present", True), ("May 2026 - Present", False)])
def test_years_of_any_work_are_work_in_a_team(dates: str, settled: bool, analyzer: Analyzer) -> None:
    report = report_on(analyzer, job("Kept the tide tables in order", title="Clerk", dates=dates), MODEL)
    row = next(row for row in report.requirements if row.id == "teamwork")
    assert (row.sure is not None and row.sure.settled) == settled
    assert (step_on(report, "teamwork") is None) == settled


def test_mathematics_that_a_role_does_not_name_is_no_step(analyzer: Analyzer) -> None:
    report = report_on(analyzer, MODEL)
    asked = {skill for row in report.requirements for skill in row.any_of}
    mathematics = {step.skill for step in report.plan if TAXONOMY.skills[step.skill].category == "mathematics"}
    assert mathematics and mathematics <= asked


# ---------------------------------------------------------------------------------------------- order


def test_no_network_on_a_table_that_shows_none(analyzer: Analyzer) -> None:
    report = report_on(analyzer, MODEL)
    for skill in ("neural-networks", "pytorch"):
        step = step_on(report, skill)
        assert step is not None and all("Berth Counter" not in one.title for one in step.deliverables)


@pytest.mark.parametrize("more", ["", job("Wrote services in Java and Spring", title="Backend Engineer")])
def test_study_of_weeks_comes_behind_what_is_shorter(more: str, analyzer: Analyzer) -> None:
    report = report_on(analyzer, more, MODEL)
    late, facts = 0, TAXONOMY.deliverables

    def least(step: StepPart) -> int:
        """The hours from which a study waits: a cloud does so sooner."""
        is_late = TAXONOMY.skills[step.skill].category in facts.late.categories
        return facts.late.hours if is_late else facts.long_hours

    for phase in report.schedule.phases:
        inside = [step for step in report.plan if step.phase == phase.id and step.kind == "learn"]
        for step, following in pairwise([*inside, None]):
            takes_weeks = step is not None and step.hours - step.set_up_hours >= least(step)
            if step is None or not takes_weeks or step.skill in report.career.situation.tested:
                continue
            late += following is None
            if following is not None and following.skill not in TAXONOMY.deliverables.practised:
                waits = step.skill in TAXONOMY.skills[following.skill].prerequisites
                assert waits or following.hours >= least(following)
    assert late


@pytest.mark.parametrize(("profile", "waits"), [("junior-ml-engineer", True), ("ai-engineer", False)])
def test_language_models_wait_for_what_they_stand_on_where_the_role_asks_more_of_that(
    profile: str, waits: bool
) -> None:
    chosen = TAXONOMY.profiles[profile]
    gaps = weighed(compare(chosen, []), [], {}, chosen, TAXONOMY)
    order = [area.id for area in areas_of(gaps, TAXONOMY)]
    assert (order.index("language-models") > order.index("machine-learning")) == waits
    rule = next(gap for gap in gaps if gap.requirement.id == "language-models")
    share = rule.urgency / TAXONOMY.urgency_of(chosen, rule.requirement)
    assert share == pytest.approx(TAXONOMY.gaps.waiting if waits else 1)


def test_part_that_matters_more_comes_first_behind_the_first_project() -> None:
    report = report_on(Analyzer("nlp-engineer", as_of=AS_OF), MODEL)
    phases = [phase.id for phase in report.schedule.phases]
    place = {step.skill: phases.index(step.phase) for step in report.plan}
    assert place["pytorch"] <= place["large-language-models"]
