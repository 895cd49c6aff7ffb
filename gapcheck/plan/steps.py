"""Gaps → learning steps: what to raise, from which level to which, at what price, in an order that can be followed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gapcheck.gap import Gap, Status
from gapcheck.skills.evidence import PHRASED
from gapcheck.taxonomy import Level, Phase, Resource, Taxonomy


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
class _Goal:
    """A requirement that is open, the skill that shall carry it, and the level that takes."""

    requirement: str
    weight: float
    skill: str
    level: Level


def steps_for(
    gaps: Sequence[Gap], levels: Mapping[str, Level], taxonomy: Taxonomy, budget: float | None = None
) -> tuple[Step, ...]:
    """Steps that close the gaps, none before its prerequisites; within that by phase, then by weight gained per hour.

    A requirement that any of several skills meets is closed by one that is shown already, else by the quickest. With a
    `budget` of hours, requirements are taken in the order of weight gained per hour up to the first that does not fit:
    so more hours never close less.
    """
    goals = [
        _Goal(gap.requirement.id, gap.requirement.weight, cheapest_way(gap, levels, taxonomy), gap.requirement.expected)
        for gap in gaps
        if gap.status is not Status.met
    ]
    targets: dict[str, Level] = {}
    chosen = goals if budget is None else list(_within(budget, goals, levels, taxonomy))
    closed: dict[str, list[_Goal]] = {}
    for goal in chosen:
        targets |= _further(goal, targets, levels, taxonomy)
        closed.setdefault(goal.skill, []).append(goal)
    return tuple(_in_order(targets, closed, levels, taxonomy))


def cheapest_way(gap: Gap, levels: Mapping[str, Level], taxonomy: Taxonomy) -> str:
    """The skill of the requirement to raise: one that is shown already before a new one, then the one that takes fewest
    hours from here to the expected level, prerequisites included.
    """
    rule = gap.requirement
    if len(rule.any_of) == 1:
        return rule.any_of[0]

    def hours(skill: str) -> int:
        goal = _Goal(rule.id, rule.weight, skill, rule.expected)
        return _price(_further(goal, {}, levels, taxonomy), {}, levels, taxonomy)

    return min(rule.any_of, key=lambda skill: (levels.get(skill, Level.none) is Level.none, hours(skill)))


def _within(budget: float, goals: Sequence[_Goal], levels: Mapping[str, Level], taxonomy: Taxonomy) -> Iterator[_Goal]:
    """The goals that the hours allow, next the one that moves most weight per further hour, up to one too dear."""
    waiting, targets, spent = list(goals), dict[str, Level](), 0
    while waiting:
        ways = [(goal, _further(goal, targets, levels, taxonomy)) for goal in waiting]
        priced = [(goal, more, _price(more, targets, levels, taxonomy)) for goal, more in ways]
        goal, more, price = max(priced, key=lambda way: way[0].weight / max(way[2], 1))
        spent += price
        if spent > budget:
            return
        targets |= more
        waiting.remove(goal)
        yield goal


def _further(
    goal: _Goal, targets: Mapping[str, Level], levels: Mapping[str, Level], taxonomy: Taxonomy
) -> dict[str, Level]:
    """What a goal adds to the targets: its skill, and at basic level what has to come before and is not shown."""
    added = {goal.skill: max(goal.level, targets.get(goal.skill, Level.none))}

    def add_prerequisites(skill: str) -> None:
        for before in taxonomy.skills[skill].prerequisites:
            if levels.get(before, Level.none) is Level.none and before not in targets and before not in added:
                added[before] = Level.basic
                add_prerequisites(before)

    add_prerequisites(goal.skill)
    return added


def _price(
    added: Mapping[str, Level], targets: Mapping[str, Level], levels: Mapping[str, Level], taxonomy: Taxonomy
) -> int:
    """Hours that the added targets take beyond those that are there."""
    return sum(
        _hours(skill, max(levels.get(skill, Level.none), targets.get(skill, Level.none)), level, taxonomy)
        for skill, level in added.items()
    )


def _hours(skill: str, start: Level, target: Level, taxonomy: Taxonomy) -> int:
    hours = taxonomy.skills[skill].hours
    return hours.between(start, target) if hours else 0


def _in_order(
    targets: Mapping[str, Level],
    closed: Mapping[str, Sequence[_Goal]],
    levels: Mapping[str, Level],
    taxonomy: Taxonomy,
) -> Iterator[Step]:
    order = list(taxonomy.roadmap.phases)
    phases: dict[str, int] = {}

    def phase_of(skill: str) -> int:
        """A step belongs to its phase, or to a later one of what it builds on."""
        if skill not in phases:
            before = [phase_of(one) for one in taxonomy.skills[skill].prerequisites if one in targets]
            phases[skill] = max([order.index(taxonomy.phase_of(skill)), *before])
        return phases[skill]

    def rank(skill: str) -> tuple[int, bool, float, str]:
        """By phase; what is only to be put into words comes last, else most weight for an hour comes first."""
        gained = sum(goal.weight for goal in closed.get(skill, ()))
        hours = _hours(skill, levels.get(skill, Level.none), targets[skill], taxonomy)
        return phase_of(skill), taxonomy.skills[skill].category == PHRASED, -gained / max(hours, 1), skill

    waiting = set(targets)
    while waiting:
        ready = [skill for skill in waiting if waiting.isdisjoint(taxonomy.skills[skill].prerequisites)]
        skill = min(ready or waiting, key=rank)
        waiting.remove(skill)
        start = levels.get(skill, Level.none)
        yield Step(
            skill,
            start,
            targets[skill],
            _hours(skill, start, targets[skill], taxonomy),
            order[phase_of(skill)],
            tuple(goal.requirement for goal in closed.get(skill, ())),
            taxonomy.skills[skill].resources,
        )
