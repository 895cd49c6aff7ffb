"""Verdicts, readiness and the plan: claims that must hold for any resume, over random support."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date, timedelta
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pages import AS_OF, document_of, resume_pdf
from plans import ASKED, TAXONOMY, Supports, profiles, shown, shown_supports

from gapcheck import Analyzer
from gapcheck.gap import Gap, Status, compare, compare_levels, readiness, stage_at
from gapcheck.plan import (
    Paper,
    Plan,
    PlanAhead,
    PlanError,
    StepKind,
    WhyLeft,
    hours_between,
    plan_for,
    steps_for,
)
from gapcheck.plan.draft import levels_with
from gapcheck.resume.reader import read_resume
from gapcheck.skills import SkillEvidence, Support
from gapcheck.taxonomy import How, Level, Profile, Taxonomy

BEGINS = date(2026, 11, 22)
NOBODY = read_resume(document_of(resume_pdf("Ada Quill\n\n# Interests\nKites")), TAXONOMY, BEGINS)


def paper_of(found: Supports, taxonomy: Taxonomy = TAXONOMY) -> Paper:
    return Paper(NOBODY, shown(found), taxonomy)


Gaps = tuple[Gap, ...]


def plan_of(found: Supports, profile: Profile, **wishes: object) -> tuple[Plan, Gaps, Paper]:
    gaps, paper = compare(profile, shown(found)), paper_of(found)
    return plan_for(gaps, paper, TAXONOMY, begins=BEGINS, **wishes), gaps, paper  # type: ignore[arg-type]


# ------------------------------------------------------------------------------------------------------------ promises


def lines_of_a_step_give_the_level_that_it_promises(
    plan: Plan, gaps: Gaps, paper: Paper, _found: Supports, _profile: Profile
) -> None:
    for one in plan.steps:
        step, after = one.step, levels_with(paper, one.step.lines)
        if step.kind is StepKind.deepen:  # what is met, and limited by the person's own words, stays where it is
            assert after[step.skill] >= step.target == step.start
        elif step.kind is not StepKind.time:
            assert after[step.skill] >= step.target > step.start == paper.levels.get(step.skill, Level.none)
        for gap in gaps:
            if gap.requirement.id in step.closes and step.kind is not StepKind.time:
                assert max(after.get(skill, Level.none) for skill in gap.requirement.any_of) >= gap.requirement.expected


def every_gap_is_closed_once_or_left_open_with_the_reason(
    plan: Plan, gaps: Gaps, _paper: Paper, _found: Supports, _profile: Profile
) -> None:
    closed = [requirement for one in plan.steps for requirement in one.step.closes]
    left = [one.requirement.id for one in plan.left_open]
    assert sorted(closed + left) == sorted(gap.requirement.id for gap in gaps if gap.status is not Status.met)
    assert not any(one.why is WhyLeft.time for one in plan.left_open)


def readiness_rises_from_part_to_part_and_ends_where_the_lines_lead(
    plan: Plan, gaps: Gaps, _paper: Paper, _found: Supports, _profile: Profile
) -> None:
    shares = [readiness(gaps), *(phase.readiness for phase in plan.phases), plan.readiness]
    assert shares == sorted(shares) and shares[-1] == pytest.approx(shares[-2])
    assert plan.readiness <= plan.in_time <= 1 + 1e-9
    assert len({phase.milestone for phase in plan.phases}) == len(plan.phases)


def requirements_on_the_way_to_a_readiness_lead_there(
    plan: Plan, gaps: Gaps, paper: Paper, _found: Supports, profile: Profile
) -> None:
    ahead, lost = PlanAhead(plan, gaps, paper), {gap.requirement.id: gap for gap in gaps}
    for goal in (0.3, 0.55, 0.75, 0.92):
        if closing := ahead.closing(goal):
            lines = [line for one in plan.steps if set(one.step.closes) & set(closing) for line in one.step.lines]
            after = levels_with(paper, lines)
            assert readiness(compare(profile, levels_as_evidence(after))) >= goal - 1e-9
            assert set(closing) <= set(lost)


def levels_as_evidence(levels: Mapping[str, Level]) -> list[SkillEvidence]:
    return [SkillEvidence(skill, level, How.listed, 0, 0, "a test", ()) for skill, level in levels.items() if level]


def hours_are_for_learning_and_showing_alone(
    plan: Plan, _gaps: Gaps, _paper: Paper, found: Supports, _profile: Profile
) -> None:
    for one in plan.steps:
        step = one.step
        assert step.hours > 0 or step.kind in (StepKind.write, StepKind.time) or found[step.skill].months >= 6
        if step.kind in (StepKind.write, StepKind.time):
            assert step.hours == 0
        assert (step.kind is StepKind.time) == (not step.lines) == (step.until is not None)


def only_what_is_not_shown_or_rated_basic_is_to_be_learned(
    plan: Plan, _gaps: Gaps, _paper: Paper, found: Supports, _profile: Profile
) -> None:
    for one in plan.steps:
        if one.step.kind is StepKind.learn and one.step.skill in found:
            assert found[one.step.skill].rating is Level.basic


def new_skill_waits_for_what_it_builds_on(
    plan: Plan, _gaps: Gaps, _paper: Paper, found: Supports, _profile: Profile
) -> None:
    """Nothing has to wait for what a skill that is used builds on: who uses it has it; nor for what is learned beside
    the work.
    """
    beside = TAXONOMY.deliverables.beside
    used = {skill for skill, support in found.items() if support.entries}
    known = set(found) | before_all(used)
    for one in plan.steps:
        if one.step.start is Level.none:
            before = set(TAXONOMY.skills[one.step.skill].prerequisites)
            assert {skill for skill in before if beside.isdisjoint((skill, TAXONOMY.skills[skill].category))} <= known
        known.add(one.step.skill)


def before_all(skills: set[str]) -> set[str]:
    direct = {before for skill in skills for before in TAXONOMY.skills[skill].prerequisites}
    return direct if direct <= skills else direct | before_all(skills | direct)


def same_input_gives_the_same_plan(plan: Plan, _gaps: Gaps, _paper: Paper, found: Supports, profile: Profile) -> None:
    shuffled = list(found.items())
    Random(1).shuffle(shuffled)
    assert plan_of(dict(shuffled), profile)[0] == plan


PROMISES = (
    lines_of_a_step_give_the_level_that_it_promises,
    every_gap_is_closed_once_or_left_open_with_the_reason,
    readiness_rises_from_part_to_part_and_ends_where_the_lines_lead,
    requirements_on_the_way_to_a_readiness_lead_there,
    hours_are_for_learning_and_showing_alone,
    only_what_is_not_shown_or_rated_basic_is_to_be_learned,
    new_skill_waits_for_what_it_builds_on,
    same_input_gives_the_same_plan,
)


@settings(max_examples=60)
@given(shown_supports, profiles)
def test_plan_keeps_what_it_promises(found: Supports, profile: Profile) -> None:
    """All promises of the same plans: to make a plan takes longer than to look at it."""
    made = plan_of(found, profile)
    for keeps in PROMISES:
        keeps(*made, found, profile)


JUNIOR = TAXONOMY.profiles["junior-ml-engineer"]
SPECIALIST = TAXONOMY.profiles["algorithm-specialist"]


@pytest.mark.parametrize(
    ("weight", "found", "planned"),
    [
        (0.5, {}, False),  # least, and takes weeks
        (3.0, {}, True),  # weighs more
        (0.5, {"reinforcement-learning": Support(entries=1)}, True),  # there already: an entry more does it
    ],
)
def test_what_weighs_least_and_takes_weeks_is_optional(weight: float, found: Supports, planned: bool) -> None:
    rule = next(one for one in SPECIALIST.requirements if one.id == "reinforcement-learning")
    rule = rule.model_copy(update={"expected": Level.intermediate, "weight": weight})
    gaps = compare_levels([rule, *JUNIOR.requirements[:3]], paper_of(found).levels)
    plan = plan_for(gaps, paper_of(found), TAXONOMY, begins=BEGINS)
    assert (rule.id in {one.requirement.id for one in plan.left_open if one.why is WhyLeft.optional}) != planned
    assert ("reinforcement-learning" in {one.step.skill for one in plan.steps}) == planned


def test_what_is_optional_is_planned_where_nothing_else_is_left() -> None:
    rule = next(one for one in SPECIALIST.requirements if one.id == "reinforcement-learning")
    plan = plan_for(compare_levels([rule], {}), paper_of({}), TAXONOMY, begins=BEGINS)
    assert "reinforcement-learning" in {one.step.skill for one in plan.steps} and not plan.left_open


SHORTER = TAXONOMY.deliverables.shorter


@pytest.mark.parametrize(
    ("skill", "known", "share"),
    [
        ("pytorch", {}, 1.0),
        ("pytorch", {"keras": Level.basic}, 0.5),
        ("pytorch", {"keras": Level.intermediate}, 0.3),
        ("pytorch", {"pytorch": Level.intermediate}, 1.0),  # its own level is where the hours begin
        ("gcp", {"aws": Level.basic}, 0.5),
        ("pandas", {"sql": Level.basic}, 1.0),
    ],
)
def test_hours_come_down_with_what_is_known(skill: str, known: dict[str, Level], share: float) -> None:
    full = TAXONOMY.skills[skill].hours
    assert full is not None
    found = hours_between(skill, Level.none, Level.basic, TAXONOMY, known)
    assert found == min(math.ceil(full.basic * share), full.basic)


def test_rules_of_shorter_hours_name_skills_that_are_there_and_never_themselves_alone() -> None:
    for rule in SHORTER:
        assert rule.skills | rule.by <= TAXONOMY.skills.keys() and all(rule.by - {skill} for skill in rule.skills)


@given(shown_supports, profiles, st.sampled_from(sorted({one for rule in SHORTER for one in rule.by})))
def test_who_knows_more_never_needs_more_hours_for_a_skill(found: Supports, profile: Profile, more: str) -> None:
    levels = paper_of(found).levels
    wider = {**levels, more: max(Level.intermediate, levels.get(more, Level.none))}
    for rule in profile.requirements:
        for skill in rule.any_of:
            less, full = (hours_between(skill, Level.none, rule.expected, TAXONOMY, one) for one in (wider, levels))
            assert less <= full <= hours_between(skill, Level.none, rule.expected, TAXONOMY)


def test_networks_are_not_learned_twice_in_one_plan() -> None:
    """What the plan brings before counts: the framework comes after the networks that it is for."""
    plan, _, _ = plan_of({}, JUNIOR)
    steps = {one.step.skill: one.step for one in plan.steps}
    framework = next(steps[one] for one in ("pytorch", "tensorflow", "keras") if one in steps)
    assert "neural-networks" in steps
    assert framework.hours < hours_between(framework.skill, Level.none, framework.target, TAXONOMY)


# --------------------------------------------------------------------------------------------------------------- kinds


JOB = """
    Ada Quill
    ada@example.com
    # Experience
    ## Data Analyst, Kestrel Foods | Jan 2025 - {until}
    - Wrote SQL queries for the sales reports
    # Skills
    Linux
"""


def test_months_that_a_job_goes_on_give_cost_no_hours(analyzer: Analyzer) -> None:
    report = analyzer.analyze_document(document_of(resume_pdf(JOB.format(until="Present"))))
    (step,) = [step for step in report.plan if step.skill == "sql"]
    assert (step.kind, step.hours, step.deliverables) == ("time", 0, ())
    assert (step.ends, step.job) == (date(2026, 12, 1), "Data Analyst, Kestrel Foods")


def test_job_that_ended_gives_no_months_by_waiting(analyzer: Analyzer) -> None:
    report = analyzer.analyze_document(document_of(resume_pdf(JOB.format(until="Nov 2026"))))
    assert all(step.kind != "time" for step in report.plan)


def test_skill_in_the_list_is_written_where_it_was_used_and_not_learned_again() -> None:
    report = Analyzer("ml-engineer", as_of=AS_OF).analyze_document(document_of(resume_pdf(JOB.format(until="Present"))))
    (step,) = [step for step in report.plan if step.skill == "linux"]
    assert (step.kind, step.hours) == ("write", 0)
    (one,) = step.deliverables
    assert (one.where, one.title) == ("job", "Data Analyst, Kestrel Foods") and "Linux" in one.lines[0]


def test_nobody_without_a_job_is_promised_what_only_a_job_gives(taxonomy: Taxonomy) -> None:
    plan, _, _ = plan_of({}, taxonomy.profiles["junior-ml-engineer"])
    assert {one.requirement.id: one.reached for one in plan.left_open}["python"] is Level.intermediate
    assert max(one.step.target for one in plan.steps) is Level.intermediate and plan.readiness < 1


# ------------------------------------------------------------------------------------------------------------- verdicts


@given(shown_supports, st.sampled_from(ASKED), profiles)
def test_more_skill_never_lowers_readiness(found: Supports, skill: str, profile: Profile) -> None:
    before = readiness(compare(profile, shown(found)))
    after = readiness(compare(profile, shown({**found, skill: Support(entries=3, jobs=1)})))
    assert 0 <= before <= after <= 1


def test_any_of_requirement_is_carried_by_its_best_skill(taxonomy: Taxonomy) -> None:
    found = {"pytorch": Support(entries=1), "tensorflow": Support(entries=2)}
    gaps = compare(taxonomy.profiles["junior-ml-engineer"], shown(found))
    framework = next(gap for gap in gaps if gap.requirement.id == "deep-learning-framework")
    assert (framework.carried_by, framework.status) == ("tensorflow", Status.met)


def test_framework_already_used_is_the_one_to_lift(taxonomy: Taxonomy) -> None:
    found = {skill: Support(entries=1) for skill in ("tensorflow", "neural-networks", "numpy", "python")}
    plan, _, _ = plan_of(found, taxonomy.profiles["junior-ml-engineer"])
    closing = (one.step.skill for one in plan.steps if "deep-learning-framework" in one.step.closes)
    assert next(closing) == "tensorflow"


@pytest.mark.parametrize(("share", "stage"), [(0.0, "foundations"), (0.6, "portfolio-building"), (1.0, "mid-level")])
def test_stage_is_the_furthest_one_reached(share: float, stage: str, taxonomy: Taxonomy) -> None:
    assert stage_at(share, taxonomy.roadmap).id == stage


# ----------------------------------------------------------------------------------------------------------- with dates

weekly = st.floats(min_value=0.5, max_value=60)


@settings(max_examples=60)
@given(shown_supports, profiles, weekly)
def test_hours_of_steps_and_phases_add_up_to_the_dates(found: Supports, profile: Profile, hours_a_week: float) -> None:
    plan, _, _ = plan_of(found, profile, hours_a_week=hours_a_week)
    assert plan.hours == sum(phase.hours for phase in plan.phases)
    assert len(plan.steps) == sum(phase.steps for phase in plan.phases)
    weeks = (plan.ends - plan.begins).days / 7
    assert plan.hours / hours_a_week == pytest.approx(weeks, abs=1 / 7 + 1e-6)  # no hour of a week is left unused
    assert not plan.steps or plan.begins <= min(one.begins for one in plan.steps)


two_days = st.lists(st.integers(min_value=1, max_value=1500), min_size=2, max_size=2).map(sorted)


@settings(max_examples=60)
@given(shown_supports, profiles, weekly, two_days)
def test_plan_by_a_day_never_takes_more_hours_than_there_are_and_more_days_never_close_less(
    found: Supports, profile: Profile, hours_a_week: float, two_days: list[int]
) -> None:
    before: set[str] = set()
    for days in two_days:
        by = BEGINS + timedelta(days=days)
        plan, gaps, _ = plan_of(found, profile, hours_a_week=hours_a_week, by=by)
        assert plan.ends <= by and plan.hours <= days / 7 * hours_a_week
        closed = {requirement for one in plan.steps for requirement in one.step.closes}
        left = {one.requirement.id for one in plan.left_open}
        assert closed | left == {gap.requirement.id for gap in gaps if gap.status is not Status.met}
        assert not closed & left
        assert before <= closed
        before = closed


def test_two_subjects_are_learned_side_by_side_where_the_week_has_room(taxonomy: Taxonomy) -> None:
    profile = taxonomy.profiles["junior-ml-engineer"]
    slow, fast = (plan_of({}, profile, hours_a_week=hours)[0] for hours in (8, 16))

    def side_by_side(plan: Plan) -> int:
        return sum(1 for one, other in pairwise(plan.steps) if other.begins < one.ends - timedelta(1))

    assert side_by_side(slow) == 0 < side_by_side(fast)


@pytest.mark.parametrize("hours", [0, -3, 1000, float("nan")])
def test_hours_that_no_week_has_are_refused(hours: float) -> None:
    with pytest.raises(PlanError, match=r"give 0\.1 to 168"):
        plan_for([], paper_of({}), TAXONOMY, begins=BEGINS, hours_a_week=hours)


def test_day_that_has_passed_is_refused() -> None:
    with pytest.raises(PlanError, match="2026-11-21"):
        plan_for([], paper_of({}), TAXONOMY, begins=BEGINS, by=date(2026, 11, 21))


def test_steps_do_without_a_gap() -> None:
    assert steps_for([], paper_of({}), TAXONOMY, BEGINS) == ()
