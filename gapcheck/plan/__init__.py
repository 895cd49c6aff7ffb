"""Gaps → what to do next: learning steps in an order that can be followed, and certifications that would show it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from gapcheck.gap import Gap, Status
from gapcheck.taxonomy import Certification, Level, Phase, RequirementRule, Resource, Taxonomy

__all__ = ["Advice", "Step", "certifications_for", "plan_for"]

_MOST_CERTIFICATIONS = 3
_FIT = {"recommend": 2, "optional": 1}


@dataclass(frozen=True, slots=True)
class Step:
    """Learn one skill from one level to another. `closes` lists the requirements it meets; none where it only prepares
    others.
    """

    skill: str
    start: Level
    target: Level
    hours: int
    phase: Phase
    closes: tuple[str, ...]
    resources: tuple[Resource, ...]


@dataclass(frozen=True, slots=True)
class Advice:
    """A certification that can be taken and the skills in the gaps that it shows."""

    certification: Certification
    shows: tuple[str, ...]


def plan_for(gaps: Sequence[Gap], levels: Mapping[str, Level], taxonomy: Taxonomy) -> tuple[Step, ...]:
    """Steps that close every gap, none before its prerequisites; within that by phase, then by weight gained per hour.

    A requirement that any of several skills meets is closed by one that is shown already, else by the quickest.
    """
    targets: dict[str, Level] = {}
    closes: dict[str, list[RequirementRule]] = {}
    for gap in gaps:
        if gap.status is not Status.met:
            skill = cheapest_way(gap, levels, taxonomy)
            targets[skill] = max(targets.get(skill, Level.none), gap.requirement.expected)
            closes.setdefault(skill, []).append(gap.requirement)
    for skill in list(targets):
        _add_prerequisites(skill, targets, levels, taxonomy)
    steps = {
        skill: Step(
            skill,
            levels.get(skill, Level.none),
            target,
            _hours(skill, levels.get(skill, Level.none), target, taxonomy),
            taxonomy.phase_of(skill),
            tuple(requirement.id for requirement in closes.get(skill, [])),
            taxonomy.skills[skill].resources,
        )
        for skill, target in targets.items()
    }
    weights = {skill: sum(requirement.weight for requirement in rules) for skill, rules in closes.items()}
    return tuple(_in_order(steps, weights, taxonomy))


def cheapest_way(gap: Gap, levels: Mapping[str, Level], taxonomy: Taxonomy) -> str:
    """The skill of the requirement to raise: one that is shown already before a new one, then the one that takes fewest
    hours from here to the expected level, prerequisites included.
    """

    def hours(skill: str) -> int:
        targets = {skill: gap.requirement.expected}
        _add_prerequisites(skill, targets, levels, taxonomy)
        return sum(_hours(each, levels.get(each, Level.none), level, taxonomy) for each, level in targets.items())

    return min(gap.requirement.any_of, key=lambda skill: (levels.get(skill, Level.none) is Level.none, hours(skill)))


def _hours(skill: str, start: Level, target: Level, taxonomy: Taxonomy) -> int:
    hours = taxonomy.skills[skill].hours
    return hours.between(start, target) if hours else 0


def _add_prerequisites(skill: str, targets: dict[str, Level], levels: Mapping[str, Level], taxonomy: Taxonomy) -> None:
    """Adds what has to come before and is not shown at all, at basic level."""
    for before in taxonomy.skills[skill].prerequisites:
        if levels.get(before, Level.none) is Level.none and before not in targets:
            targets[before] = Level.basic
            _add_prerequisites(before, targets, levels, taxonomy)


def _in_order(steps: dict[str, Step], weights: Mapping[str, float], taxonomy: Taxonomy) -> list[Step]:
    phases = [phase.id for phase in taxonomy.roadmap.phases]

    def rank(step: Step) -> tuple[int, float, str]:
        return phases.index(step.phase.id), -weights.get(step.skill, 0.0) / max(step.hours, 1), step.skill

    waiting = dict(steps)
    ordered: list[Step] = []
    while waiting:
        ready = [
            step
            for step in waiting.values()
            if not any(before in waiting for before in taxonomy.skills[step.skill].prerequisites)
        ]
        chosen = min(ready or waiting.values(), key=rank)
        ordered.append(waiting.pop(chosen.skill))
    return ordered


def certifications_for(gaps: Sequence[Gap], held: Collection[str], taxonomy: Taxonomy) -> tuple[Advice, ...]:
    """At most three certifications that are active, fit a junior and show skills in the gaps; most weight shown first.

    `held` are the ids of certifications that the resume has already: they are not recommended again.
    """
    open_weight = {
        skill: gap.requirement.weight
        for gap in gaps
        if gap.status is not Status.met
        for skill in gap.requirement.any_of
    }

    def value(advice: Advice) -> tuple[float, str]:
        fit = _FIT[advice.certification.fit]
        return -fit * sum(open_weight[skill] for skill in advice.shows), advice.certification.id

    fitting = [
        Advice(certification, shows)
        for certification in taxonomy.certifications
        if certification.status == "active"
        and certification.fit in _FIT
        and certification.confidence != "low"
        and certification.id not in held
        and (shows := tuple(skill for skill in certification.skills if skill in open_weight))
    ]
    return tuple(sorted(fitting, key=value)[:_MOST_CERTIFICATIONS])
