"""What the reports advise, on real resumes and made-up taxonomies: every step and number can be traced to the data."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gapcheck import Analyzer
from gapcheck.gap.compare import compare_levels
from gapcheck.plan import plan_for, steps_for
from gapcheck.report import GapReport
from gapcheck.taxonomy import Level, RequirementRule, Taxonomy, load_taxonomy
from gapcheck.taxonomy.models.skills import Hours, Skill

ROOT = Path(__file__).parent.parent
RESUMES = [*sorted((ROOT / "samples").glob("*.pdf")), *sorted((ROOT / "samples" / "corpus" / "resumes").glob("*.pdf"))]
LEVELS = {"none": Level.none, **{level.name: level for level in Level}}


@pytest.fixture(scope="module", params=RESUMES, ids=lambda path: path.stem)
def report(request: pytest.FixtureRequest, analyzer: Analyzer) -> GapReport:
    return analyzer.analyze(request.param)


def test_steps_follow_their_prerequisites_and_close_what_is_open(report: GapReport, taxonomy: Taxonomy) -> None:
    known = {skill.id for skill in report.skills}
    for step in report.plan:
        assert set(taxonomy.skills[step.skill].prerequisites) <= known
        known.add(step.skill)
    open_rows = {row.id for row in report.requirements if row.status != "met"}
    assert sorted(row for step in report.plan for row in step.closes) == sorted(open_rows)


def test_hours_are_those_of_the_taxonomy_and_add_up(report: GapReport, taxonomy: Taxonomy) -> None:
    for step in report.plan:
        hours = taxonomy.skills[step.skill].hours
        assert hours is not None
        assert step.hours == hours.between(LEVELS[step.from_level], LEVELS[step.to_level])
        assert step.practice == taxonomy.practice_for(step.skill, LEVELS[step.to_level]).do
        assert {one.url for one in step.resources} <= {one.url for one in taxonomy.resources_of(step.skill)}
    plan = report.schedule
    assert plan.hours == sum(step.hours for step in report.plan) == sum(phase.hours for phase in plan.phases)


def test_certifications_can_be_taken_and_their_facts_are_those_of_the_data(
    report: GapReport, taxonomy: Taxonomy
) -> None:
    known = {one.id: one for one in taxonomy.certifications}
    held = {one.id for one in report.certificates}
    assert len(report.certifications) <= 3
    for one in report.certifications:
        fact = known[one.id]
        assert fact.status == "active" and one.id not in held
        assert (one.fee_usd, one.url, one.as_of) == (fact.fee_usd, fact.url, fact.as_of)
        assert set(one.closes) <= {row.id for row in report.requirements if row.status != "met"}
    for held_one in report.certificates:
        assert held_one.replaced_by == known[held_one.id].replaced_by


def test_quick_wins_speak_of_skills_and_lines_that_are_there(report: GapReport) -> None:
    skills = {skill.id for skill in report.skills}
    for win in report.quick_wins:
        assert win.skill is None or (win.skill in skills) != (win.kind == "likely-used")
        assert win.quote and 1 <= win.page <= report.document.pages


# --------------------------------------------------------------------------------------------------- made-up taxonomies

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
    return load_taxonomy().model_copy(update={"skills": skills}), rules, shown


@given(graphs())
def test_plan_on_any_graph_follows_it_and_closes_everything(
    case: tuple[Taxonomy, list[RequirementRule], dict[str, Level]],
) -> None:
    taxonomy, rules, shown = case
    plan = plan_for(compare_levels(rules, shown), shown, taxonomy, begins=date(2026, 11, 22), hours_a_week=17)
    known = set(shown)
    for one in plan.steps:
        assert set(taxonomy.skills[one.step.skill].prerequisites) <= known
        known.add(one.step.skill)
    after = {**shown, **{one.step.skill: one.step.target for one in plan.steps}}
    assert all(gap.found >= gap.requirement.expected for gap in compare_levels(rules, after))
    assert len({phase.phase.id for phase in plan.phases}) == len(plan.phases)


@given(graphs(), st.integers(0, 900), st.integers(0, 900))
def test_more_hours_never_close_less_on_any_graph(
    case: tuple[Taxonomy, list[RequirementRule], dict[str, Level]], one: int, other: int
) -> None:
    taxonomy, rules, shown = case
    gaps = compare_levels(rules, shown)
    less, more = (steps_for(gaps, shown, taxonomy, budget) for budget in sorted((one, other)))
    assert sum(step.hours for step in less) <= min(one, other)
    assert {row for step in less for row in step.closes} <= {row for step in more for row in step.closes}
