"""Verdicts, readiness and the plan: claims that must hold for any resume, over random levels."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gapcheck.gap import Status, compare, readiness, stage_at
from gapcheck.plan import certifications_for, plan_for
from gapcheck.skills import SkillEvidence
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
    plan = plan_for(compare(profile, shown(levels)), levels, TAXONOMY)
    known = set(levels)
    for step in plan:
        assert set(TAXONOMY.skills[step.skill].prerequisites) <= known
        known.add(step.skill)


@given(levels_of_skills, profiles)
def test_every_gap_is_closed_and_no_met_requirement_gets_a_step(levels: dict[str, Level], profile: Profile) -> None:
    gaps = compare(profile, shown(levels))
    plan = plan_for(gaps, levels, TAXONOMY)
    closed = [requirement for step in plan for requirement in step.closes]
    assert sorted(closed) == sorted(gap.requirement.id for gap in gaps if gap.status is not Status.met)
    after = {**levels, **{step.skill: step.target for step in plan}}
    assert all(gap.status is Status.met for gap in compare(profile, shown(after)))


@given(levels_of_skills, profiles)
def test_every_step_goes_up_and_costs_hours(levels: dict[str, Level], profile: Profile) -> None:
    for step in plan_for(compare(profile, shown(levels)), levels, TAXONOMY):
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
    advice = certifications_for(gaps, (), TAXONOMY)
    open_skills = {skill for gap in gaps if gap.status is not Status.met for skill in gap.requirement.any_of}
    assert len(advice) <= 3
    for one in advice:
        assert one.certification.status == "active" and one.shows and set(one.shows) <= open_skills


def test_certification_on_the_resume_is_not_recommended_again(taxonomy: Taxonomy) -> None:
    gaps = compare(taxonomy.profiles["junior-ml-engineer"], [])
    first = certifications_for(gaps, (), taxonomy)[0].certification.id
    assert first not in [one.certification.id for one in certifications_for(gaps, {first}, taxonomy)]


def test_any_of_requirement_is_carried_by_its_best_skill(taxonomy: Taxonomy) -> None:
    levels = {"pytorch": Level.basic, "tensorflow": Level.intermediate}
    gaps = compare(taxonomy.profiles["junior-ml-engineer"], shown(levels))
    framework = next(gap for gap in gaps if gap.requirement.id == "deep-learning-framework")
    assert (framework.carried_by, framework.status) == ("tensorflow", Status.met)


def test_framework_already_used_is_the_one_to_lift(taxonomy: Taxonomy) -> None:
    levels = {"tensorflow": Level.basic, "neural-networks": Level.basic, "numpy": Level.basic, "python": Level.advanced}
    plan = plan_for(compare(taxonomy.profiles["junior-ml-engineer"], shown(levels)), levels, taxonomy)
    assert next(step.skill for step in plan if "deep-learning-framework" in step.closes) == "tensorflow"


@pytest.mark.parametrize(("share", "stage"), [(0.0, "foundations"), (0.6, "portfolio-building"), (1.0, "mid-level")])
def test_stage_is_the_furthest_one_reached(share: float, stage: str, taxonomy: Taxonomy) -> None:
    assert stage_at(share, taxonomy.roadmap).id == stage
