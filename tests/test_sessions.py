"""Levels of a group → sessions to teach: in an order that can be learned, and each for all who gain by it."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gapcheck.cohort.group import LEVELS, Group, skills_on_the_way
from gapcheck.cohort.sessions import Session, Teaching
from gapcheck.gap.compare import compare_levels, readiness
from gapcheck.report.model import ProfilePart
from gapcheck.taxonomy import Level, RequirementRule, Taxonomy


def people(seed: int, profile: str, taxonomy: Taxonomy, count: int = 12) -> Group:
    """A group with random levels, most of them none."""
    chance = random.Random(seed)
    rules = taxonomy.profiles[profile].requirements
    skills = skills_on_the_way((skill for rule in rules for skill in rule.any_of), taxonomy)
    levels = {skill: bytearray(chance.choices(range(4), (6, 2, 2, 1), k=count)) for skill in sorted(skills)}
    group = Group(ProfilePart(id=profile, version="1", name=profile), rules, levels)
    group.paths = [f"{row}.pdf" for row in range(count)]
    return group


def share(group: Group, teaching: Teaching, row: int) -> float:
    levels = {skill: LEVELS[column[row]] for skill, column in teaching.levels.items()}
    return readiness(compare_levels(group.rules, levels))


@settings(max_examples=12)
@given(st.integers(0, 10**6), st.sampled_from(["junior-ml-engineer", "data-analyst-ml", "ml-infrastructure-engineer"]))
def test_session_comes_after_its_prerequisites_and_gains_what_the_comparison_says(
    taxonomy: Taxonomy, seed: int, profile: str
) -> None:
    group = people(seed, profile, taxonomy)
    teaching = Teaching(group, taxonomy, fewest=2)
    rows = range(len(group))
    before = {skill: bytes(column) for skill, column in teaching.levels.items()}
    shares = [share(group, teaching, row) for row in rows]
    for session in teaching.sessions(200):
        raised = [row for row in rows if teaching.levels[session.skill][row] != before[session.skill][row]]
        now = [share(group, teaching, row) for row in rows]
        for row in raised:
            assert before[session.skill][row] == session.start and teaching.levels[session.skill][row] == session.target
            assert all(before[skill][row] for skill in taxonomy.skills[session.skill].prerequisites)
        gained = [late - early for early, late in zip(shares, now, strict=True)]
        assert min(gained) >= 0
        assert sum(gain > 1e-9 for gain in gained) == session.resumes
        assert len(raised) == session.resumes + session.opens >= 2
        assert sum(gained) == pytest.approx(session.gain)
        assert [column for skill, column in before.items() if skill != session.skill] == [
            column for skill, column in teaching.levels.items() if skill != session.skill
        ]
        before, shares = {skill: bytes(column) for skill, column in teaching.levels.items()}, now


@settings(max_examples=8)
@given(st.integers(0, 10**6), st.integers(1, 120), st.integers(1, 120))
def test_more_hours_begin_alike_and_never_gain_less(taxonomy: Taxonomy, seed: int, some: int, further: int) -> None:
    group = people(seed, "junior-ml-engineer", taxonomy)

    def held(hours: int) -> list[Session]:
        found = list(Teaching(group, taxonomy, fewest=2).sessions(hours))
        assert sum(one.hours for one in found) <= hours
        return found

    few, many = held(some), held(some + further)
    assert many[: len(few)] == few
    assert sum(one.gain for one in many) >= sum(one.gain for one in few)


def test_what_a_topic_builds_on_is_taught_first_though_it_gains_nothing_itself(taxonomy: Taxonomy) -> None:
    group = people(1, "data-analyst-ml", taxonomy)
    shown = {"python": Level.basic, "statistics": Level.basic, "probability": Level.basic}
    for skill, column in group.levels.items():
        column[:] = bytes([shown.get(skill, Level.none)]) * len(group)
    held = list(Teaching(group, taxonomy, fewest=5).sessions(500))
    algebra = next(one for one in held if one.skill == "linear-algebra")
    assert (algebra.resumes, algebra.opens, algebra.gain) == (0, len(group), 0)
    assert "supervised-learning" in [one.skill for one in held[held.index(algebra) :]]


def group_of(rules: Sequence[RequirementRule], taxonomy: Taxonomy, *people: dict[str, Level]) -> Group:
    """People with these levels, and nothing else, compared by these rules."""
    skills = skills_on_the_way((skill for rule in rules for skill in rule.any_of), taxonomy)
    levels = {skill: bytearray(one.get(skill, Level.none) for one in people) for skill in sorted(skills)}
    return Group(ProfilePart(id="few", version="1", name="Few"), tuple(rules), levels)


def rules_for(skill: str, taxonomy: Taxonomy) -> list[RequirementRule]:
    return [rule for rule in taxonomy.profiles["junior-ml-engineer"].requirements if rule.any_of == (skill,)]


def test_those_who_are_ready_wait_for_those_who_are_not_where_one_session_serves_both(taxonomy: Taxonomy) -> None:
    ready = dict.fromkeys(skills_on_the_way(["supervised-learning"], taxonomy), Level.basic)
    del ready["supervised-learning"]
    unready = {skill: level for skill, level in ready.items() if skill != "linear-algebra"}
    group = group_of(rules_for("supervised-learning", taxonomy), taxonomy, *[ready] * 6, *[unready] * 6)
    held = list(Teaching(group, taxonomy, fewest=5).sessions())
    assert [(one.skill, one.resumes, one.opens) for one in held[:2]] == [
        ("linear-algebra", 0, 6),
        ("supervised-learning", 12, 0),
    ]


def test_session_before_a_topic_is_for_all_who_lack_it_whatever_else_they_lack(taxonomy: Taxonomy) -> None:
    ready = dict.fromkeys(skills_on_the_way(["supervised-learning"], taxonomy), Level.basic)
    one, two = ({"supervised-learning", "linear-algebra"}, {"supervised-learning", "linear-algebra", "statistics"})
    lacking = [{skill: ready[skill] for skill in ready.keys() - less} for less in (one, two) for _ in range(6)]
    group = group_of(rules_for("supervised-learning", taxonomy), taxonomy, *lacking)
    held = list(Teaching(group, taxonomy, fewest=5).sessions())
    assert {(one.skill, one.resumes, one.opens) for one in held[:3]} == {
        ("linear-algebra", 0, 12),
        ("statistics", 0, 6),
        ("supervised-learning", 12, 0),
    }


def test_all_that_a_far_topic_builds_on_is_taught_one_after_the_other(taxonomy: Taxonomy) -> None:
    rules = rules_for("neural-networks", taxonomy)
    held = list(Teaching(group_of(rules, taxonomy, *[{}] * 6), taxonomy, fewest=5).sessions())
    before = skills_on_the_way(["neural-networks"], taxonomy) - {"neural-networks"}
    assert len(before) > 2 and {one.skill for one in held[: len(before)]} == before
    assert all((one.resumes, one.opens) == (0, 6) for one in held[: len(before)])
    assert (held[len(before)].skill, held[len(before)].resumes) == ("neural-networks", 6)
