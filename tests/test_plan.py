"""Verdicts, readiness and the plan: claims that must hold for any resume, over random levels."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gapcheck.gap.compare import Status, compare, readiness, stage_at
from gapcheck.plan import Plan, PlanError, certifications_for, plan_for, steps_for
from gapcheck.skills import SkillEvidence, Support
from gapcheck.taxonomy import How, Level, Profile, Taxonomy, load_taxonomy

TAXONOMY = load_taxonomy()
ASKED = sorted(
    {skill for profile in TAXONOMY.profiles.values() for rule in profile.requirements for skill in rule.any_of}
)
levels_of_skills = st.dictionaries(
    st.sampled_from(ASKED), st.sampled_from([Level.basic, Level.intermediate, Level.advanced])
)
profiles = st.sampled_from(sorted(TAXONOMY.profiles.values(), key=lambda profile: profile.id))


def shown(levels: dict[str, Level]) -> list[SkillEvidence]:
    return [SkillEvidence(skill, level, How.demonstrated, 1, 0, "a test", ()) for skill, level in levels.items()]


@given(levels_of_skills, profiles)
def test_no_step_comes_before_its_prerequisites(levels: dict[str, Level], profile: Profile) -> None:
    plan = steps_for(compare(profile, shown(levels)), levels, TAXONOMY)
    known = set(levels)
    for step in plan:
        assert set(TAXONOMY.skills[step.skill].prerequisites) <= known
        known.add(step.skill)


@given(levels_of_skills, profiles)
def test_every_gap_is_closed_and_no_met_requirement_gets_a_step(levels: dict[str, Level], profile: Profile) -> None:
    gaps = compare(profile, shown(levels))
    plan = steps_for(gaps, levels, TAXONOMY)
    closed = [requirement for step in plan for requirement in step.closes]
    assert sorted(closed) == sorted(gap.requirement.id for gap in gaps if gap.status is not Status.met)
    after = {**levels, **{step.skill: step.target for step in plan}}
    assert all(gap.status is Status.met for gap in compare(profile, shown(after)))


@given(levels_of_skills, profiles)
def test_every_step_goes_up_and_costs_hours(levels: dict[str, Level], profile: Profile) -> None:
    for step in steps_for(compare(profile, shown(levels)), levels, TAXONOMY):
        assert step.start is levels.get(step.skill, Level.none)
        assert step.target > step.start and step.hours > 0


@given(levels_of_skills, st.sampled_from(ASKED), profiles)
def test_more_skill_never_lowers_readiness(levels: dict[str, Level], skill: str, profile: Profile) -> None:
    before = readiness(compare(profile, shown(levels)))
    raised = {**levels, skill: Level.advanced}
    after = readiness(compare(profile, shown(raised)))
    assert 0 <= before <= after <= 1


@given(levels_of_skills, profiles)
def test_no_retired_certification_is_recommended(levels: dict[str, Level], profile: Profile) -> None:
    gaps = compare(profile, shown(levels))
    advice = certifications_for(gaps, {}, (), TAXONOMY)
    open_skills = {skill for gap in gaps if gap.status is not Status.met for skill in gap.requirement.any_of}
    assert len(advice) <= 3
    for one in advice:
        assert one.certification.status == "active" and one.shows and set(one.shows) <= open_skills


def test_certification_on_the_resume_is_not_recommended_again(taxonomy: Taxonomy) -> None:
    gaps = compare(taxonomy.profiles["junior-ml-engineer"], [])
    first = certifications_for(gaps, {}, (), taxonomy)[0].certification.id
    assert first not in [one.certification.id for one in certifications_for(gaps, {}, {first}, taxonomy)]


def test_any_of_requirement_is_carried_by_its_best_skill(taxonomy: Taxonomy) -> None:
    levels = {"pytorch": Level.basic, "tensorflow": Level.intermediate}
    gaps = compare(taxonomy.profiles["junior-ml-engineer"], shown(levels))
    framework = next(gap for gap in gaps if gap.requirement.id == "deep-learning-framework")
    assert (framework.carried_by, framework.status) == ("tensorflow", Status.met)


def test_framework_already_used_is_the_one_to_lift(taxonomy: Taxonomy) -> None:
    levels = {"tensorflow": Level.basic, "neural-networks": Level.basic, "numpy": Level.basic, "python": Level.advanced}
    plan = steps_for(compare(taxonomy.profiles["junior-ml-engineer"], shown(levels)), levels, taxonomy)
    assert next(step.skill for step in plan if "deep-learning-framework" in step.closes) == "tensorflow"


@pytest.mark.parametrize(("share", "stage"), [(0.0, "foundations"), (0.6, "portfolio-building"), (1.0, "mid-level")])
def test_stage_is_the_furthest_one_reached(share: float, stage: str, taxonomy: Taxonomy) -> None:
    assert stage_at(share, taxonomy.roadmap).id == stage


# ----------------------------------------------------------------------------------------------------------- with dates

BEGINS = date(2026, 11, 22)
weekly = st.floats(min_value=0.5, max_value=60)


@given(levels_of_skills, profiles, weekly)
def test_hours_of_steps_and_phases_add_up_to_the_dates(
    levels: dict[str, Level], profile: Profile, hours_a_week: float
) -> None:
    plan = plan_for(compare(profile, shown(levels)), levels, TAXONOMY, begins=BEGINS, hours_a_week=hours_a_week)
    assert plan.hours == sum(phase.hours for phase in plan.phases)
    assert len(plan.steps) == sum(phase.steps for phase in plan.phases)
    weeks = (plan.ends - plan.begins).days / 7
    assert plan.hours / hours_a_week == pytest.approx(weeks, abs=1 / 7 + 1e-6)  # no hour of a week is left unused
    assert not plan.steps or plan.begins <= min(one.begins for one in plan.steps)


@given(levels_of_skills, profiles, weekly)
def test_no_step_begins_before_what_it_builds_on_has_ended(
    levels: dict[str, Level], profile: Profile, hours_a_week: float
) -> None:
    plan = plan_for(compare(profile, shown(levels)), levels, TAXONOMY, begins=BEGINS, hours_a_week=hours_a_week)
    ends = {one.step.skill: one.ends for one in plan.steps}
    for one in plan.steps:
        assert one.begins <= one.ends <= plan.ends
        for before in TAXONOMY.skills[one.step.skill].prerequisites:
            assert ends.get(before, BEGINS) <= one.begins + timedelta(days=1)


@given(levels_of_skills, profiles)
def test_readiness_rises_from_phase_to_phase_up_to_all(levels: dict[str, Level], profile: Profile) -> None:
    gaps = compare(profile, shown(levels))
    plan = plan_for(gaps, levels, TAXONOMY, begins=BEGINS)
    shares = [readiness(gaps), *(phase.readiness for phase in plan.phases)]
    assert shares == sorted(shares) and shares[-1] == pytest.approx(1.0)
    assert len({phase.phase.id for phase in plan.phases}) == len(plan.phases)


@given(levels_of_skills, profiles, weekly, st.integers(min_value=1, max_value=900))
def test_plan_by_a_day_never_takes_more_hours_than_there_are(
    levels: dict[str, Level], profile: Profile, hours_a_week: float, days: int
) -> None:
    by = BEGINS + timedelta(days=days)
    gaps = compare(profile, shown(levels))
    plan = plan_for(gaps, levels, TAXONOMY, begins=BEGINS, hours_a_week=hours_a_week, by=by)
    assert plan.ends <= by and plan.hours <= days / 7 * hours_a_week
    closed = {requirement for one in plan.steps for requirement in one.step.closes}
    left = {requirement.id for requirement in plan.left_open}
    assert closed | left == {gap.requirement.id for gap in gaps if gap.status is not Status.met}
    assert not closed & left


@given(levels_of_skills, profiles, st.lists(st.integers(min_value=0, max_value=1500), min_size=2, max_size=2))
def test_more_hours_never_close_less(levels: dict[str, Level], profile: Profile, budgets: list[int]) -> None:
    gaps = compare(profile, shown(levels))
    less, more = (
        {requirement for step in steps_for(gaps, levels, TAXONOMY, budget) for requirement in step.closes}
        for budget in sorted(budgets)
    )
    assert less <= more


@given(levels_of_skills, profiles)
def test_same_input_gives_the_same_plan(levels: dict[str, Level], profile: Profile) -> None:
    shuffled = list(levels.items())
    Random(1).shuffle(shuffled)
    first, second = (
        plan_for(compare(profile, shown(one)), one, TAXONOMY, begins=BEGINS) for one in (levels, dict(shuffled))
    )
    assert first == second


def test_two_subjects_are_learned_side_by_side_where_the_week_has_room(taxonomy: Taxonomy) -> None:
    gaps = compare(taxonomy.profiles["junior-ml-engineer"], [])
    slow, fast = (plan_for(gaps, {}, taxonomy, begins=BEGINS, hours_a_week=hours) for hours in (8, 16))

    def side_by_side(plan: Plan) -> int:
        steps = plan.steps
        return sum(1 for one, other in pairwise(steps) if other.begins < one.ends - timedelta(1))

    assert side_by_side(slow) == 0 < side_by_side(fast)


@pytest.mark.parametrize("hours", [0, -3, 1000, float("nan")])
def test_hours_that_no_week_has_are_refused(hours: float, taxonomy: Taxonomy) -> None:
    with pytest.raises(PlanError, match=r"give 0\.1 to 168"):
        plan_for([], {}, taxonomy, begins=BEGINS, hours_a_week=hours)


def test_day_that_has_passed_is_refused(taxonomy: Taxonomy) -> None:
    with pytest.raises(PlanError, match="2026-11-21"):
        plan_for([], {}, taxonomy, begins=BEGINS, by=date(2026, 11, 21))


def test_certificate_is_weighed_against_a_project(taxonomy: Taxonomy) -> None:
    """One project beside a used framework lifts it to intermediate; so does a certificate. Alone neither does."""
    gaps = compare(taxonomy.profiles["junior-ml-engineer"], shown({"tensorflow": Level.basic}))
    supports = {"tensorflow": Support(entries=1)}
    advice = {one.certification.id: one for one in certifications_for(gaps, supports, (), taxonomy)}
    assert any("deep-learning-framework" in one.closes for one in advice.values() if "tensorflow" in one.shows)
    without = {one.certification.id: one for one in certifications_for(gaps, {}, (), taxonomy)}
    assert not any("deep-learning-framework" in one.closes for one in without.values())
