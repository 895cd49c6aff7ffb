"""What the reports advise, on real resumes and made-up taxonomies: every step and number can be traced to the data."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pages import document_of, resume_pdf

from gapcheck import Analyzer
from gapcheck.gap.compare import compare_levels
from gapcheck.plan import Paper, plan_for
from gapcheck.plan.draft import levels_with
from gapcheck.report import GapReport
from gapcheck.resume import Resume
from gapcheck.resume.reader import read_resume
from gapcheck.skills import SkillEvidence, Support
from gapcheck.taxonomy import How, Level, RequirementRule, Taxonomy, load_taxonomy
from gapcheck.taxonomy.models.skills import Hours, Skill

ROOT = Path(__file__).parent.parent
RESUMES = [*sorted((ROOT / "samples").glob("*.pdf")), *sorted((ROOT / "samples" / "corpus" / "resumes").glob("*.pdf"))]

LEVELS = {level.name: level for level in Level}


@pytest.fixture(scope="module", params=RESUMES, ids=lambda path: path.stem)
def report(request: pytest.FixtureRequest, analyzer: Analyzer) -> GapReport:
    return analyzer.analyze(request.param)


def test_requirements_are_closed_once_or_left_open(report: GapReport) -> None:
    settled = {row.id for row in report.requirements if row.sure and row.sure.settled}
    open_rows = {row.id for row in report.requirements if row.status != "met"} - settled
    closed = [row for step in report.plan for row in step.closes]
    assert sorted([*closed, *(one.id for one in report.schedule.left_open)]) == sorted(open_rows)


def test_hours_are_those_of_the_data_and_add_up(report: GapReport, taxonomy: Taxonomy) -> None:
    for step in report.plan:
        assert step.practice == taxonomy.practice_at(step.skill, LEVELS[step.to_level]).do
        assert {one.url for one in step.resources} <= {one.url for one in taxonomy.resources_of(step.skill)}
        assert step.hours == 0 or step.kind in ("deepen", "show", "learn")
    plan = report.schedule
    assert plan.hours == sum(step.hours for step in report.plan) == sum(phase.hours for phase in plan.phases)


def test_lines_belong_to_entries_of_the_resume_or_to_new_projects(report: GapReport, taxonomy: Taxonomy) -> None:
    new = {*(idea.title for idea in taxonomy.portfolio.ideas), taxonomy.deliverables.studies.title}
    for step in report.plan:
        assert (step.kind == "time") == (not step.deliverables)
        for one in step.deliverables:
            assert one.lines and (one.where == "job" or one.title in new or step.kind != "time")


def test_next_project_is_at_most_half_new(report: GapReport) -> None:
    for idea in report.portfolio.ideas:
        assert len(idea.new_skills) * 2 <= len(idea.skills)


def test_nobody_with_years_of_work_is_sent_to_be_an_intern(report: GapReport) -> None:
    if report.portfolio.work_months >= 24:
        assert not any("Intern" in one.title for one in report.career.titles)


def test_certifications_can_be_taken_and_their_facts_are_those_of_the_data(
    report: GapReport, taxonomy: Taxonomy
) -> None:
    known = {one.id: one for one in taxonomy.certifications}
    held = {one.id for one in report.certificates}
    assert len(report.certifications) <= 2
    for one in report.certifications:
        fact = known[one.id]
        assert fact.status == "active" and one.id not in held
        assert (one.fee_usd, one.url, one.as_of) == (fact.fee_usd, fact.url, fact.as_of)
        assert one.closes and one.prerequisites == (fact.needs.note or None)
        assert set(one.closes) <= {row.id for row in report.requirements if row.status != "met"}
    for held_one in report.certificates:
        assert held_one.replaced_by == known[held_one.id].replaced_by


def test_quick_wins_speak_of_skills_and_lines_that_are_there(report: GapReport) -> None:
    skills = {skill.id for skill in report.skills}
    for win in report.quick_wins:
        assert win.skill is None or (win.skill in skills) != (win.kind == "likely-used")
        assert win.quote and 1 <= win.page <= report.document.pages


# --------------------------------------------------------------------------------------------------- made-up taxonomies

BEGINS = date(2026, 11, 22)
NAMES = [f"s{number}" for number in range(9)]


@st.composite
def graphs(draw: st.DrawFn) -> tuple[Taxonomy, list[RequirementRule], dict[str, Level]]:
    """A taxonomy of nine skills, each of which may need some of those before it; requirements; what is shown."""
    skills = {}
    for index, name in enumerate(NAMES):
        hours = Hours(
            basic=draw(st.integers(1, 50)),
            intermediate=draw(st.integers(1, 90)),
            advanced=draw(st.integers(1, 200)),
            basis="judgement",
            as_of=date(2026, 11, 22),
        )
        before = draw(st.lists(st.sampled_from(NAMES[:index]), unique=True, max_size=3)) if index else []
        category = draw(st.sampled_from(["programming", "core-ml", "mlops", "soft-skills"]))
        skills[name] = Skill(
            id=name, name=name, about="made up", category=category, prerequisites=tuple(before), hours=hours
        )
    rules = [
        RequirementRule(
            id=f"r{number}",
            name=f"r{number}",
            category="programming",
            any_of=tuple(draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True))),
            expected=draw(st.sampled_from([Level.basic, Level.intermediate, Level.advanced])),
            weight=draw(st.sampled_from([0.5, 1.0, 2.0, 3.0])),
            source="judgement",
            reason="made up",
        )
        for number in range(draw(st.integers(1, 7)))
    ]
    shown = draw(st.dictionaries(st.sampled_from(NAMES), st.sampled_from([Level.basic, Level.intermediate])))
    whole = load_taxonomy()
    assert whole.carried  # worked out while the skills of the ideas are there
    taxonomy = whole.model_copy(update={"skills": skills})
    for computed in ("broader", "neighbours", "before", "meets"):  # the copy takes computed properties along
        taxonomy.__dict__.pop(computed, None)
    return taxonomy, rules, shown


@cache
def nothing_told() -> Resume:
    return read_resume(document_of(resume_pdf("Ada Quill")), load_taxonomy(), BEGINS)


@settings(max_examples=60)
@given(graphs())
def test_plan_on_any_graph_keeps_its_word(case: tuple[Taxonomy, list[RequirementRule], dict[str, Level]]) -> None:
    taxonomy, rules, shown = case
    supports = {Level.basic: Support(entries=1), Level.intermediate: Support(entries=2)}
    skills = [
        SkillEvidence(skill, level, How.demonstrated, supports[level].entries, 0, "a test", (), support=supports[level])
        for skill, level in shown.items()
    ]
    paper = Paper(nothing_told(), skills, taxonomy)
    plan = plan_for(compare_levels(rules, shown), paper, taxonomy, begins=BEGINS, hours_a_week=17)
    for one in plan.steps:
        assert levels_with(paper, one.step.lines)[one.step.skill] >= one.step.target > one.step.start
    closed = {requirement for one in plan.steps for requirement in one.step.closes}
    after = levels_with(paper, (line for one in plan.steps for line in one.step.lines))
    for gap in compare_levels(rules, after):
        assert gap.requirement.id not in closed or gap.found >= gap.requirement.expected
    assert len({phase.milestone for phase in plan.phases}) == len(plan.phases)
