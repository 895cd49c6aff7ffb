"""Gaps → learning steps: what to raise, from which level to which, at what price, in an order that can be followed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gapcheck.gap.compare import Gap, Status
from gapcheck.skills.evidence import PHRASED
from gapcheck.taxonomy import Level, Phase, Resource, Taxonomy

_MOST_RESOURCES = 3  # of a step; more is no help


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
    """Steps that close the gaps, none before its prerequisites; within that by phase, weight, and weight for an hour.

    A requirement that any of several skills meets is closed by one that is shown already, else by a quick one. With a
    `budget` of hours, requirements are taken in the order of weight gained per hour up to the first that does not fit:
    so more hours never close less.
    """
    goals = _goals([gap for gap in gaps if gap.status is not Status.met], levels, taxonomy)
    targets: dict[str, Level] = {}
    chosen = goals if budget is None else list(_within(budget, goals, levels, taxonomy))
    closed: dict[str, list[_Goal]] = {}
    for goal in chosen:
        targets |= _further(goal, targets, levels, taxonomy)
        closed.setdefault(goal.skill, []).append(goal)
    return tuple(_in_order(targets, closed, levels, taxonomy))


def _goals(gaps: Sequence[Gap], levels: Mapping[str, Level], taxonomy: Taxonomy) -> list[_Goal]:
    """What shall carry each open requirement; where several skills can, the choice counts on what is learned anyway."""
    targets: dict[str, Level] = {}
    found: dict[str, _Goal] = {}
    for gap in sorted(gaps, key=lambda gap: len(gap.requirement.any_of) > 1):
        rule = gap.requirement
        goal = _Goal(rule.id, rule.weight, cheapest_way(gap, levels, taxonomy, targets), rule.expected)
        targets |= _further(goal, targets, levels, taxonomy)
        found[rule.id] = goal
    return [found[gap.requirement.id] for gap in gaps]


def cheapest_way(
    gap: Gap, levels: Mapping[str, Level], taxonomy: Taxonomy, planned: Mapping[str, Level] | None = None
) -> str:
    """The skill of the requirement to raise: one that is shown already before a new one, then one that is cheap from
    here, beside what is `planned` anyway. The requirement's own order decides among prices that are alike.
    """
    rule, targets = gap.requirement, planned or {}
    if len(rule.any_of) == 1:
        return rule.any_of[0]

    def hours(skill: str) -> int:
        goal = _Goal(rule.id, rule.weight, skill, rule.expected)
        return _price(_further(goal, targets, levels, taxonomy), targets, levels, taxonomy)

    known = [skill for skill in rule.any_of if levels.get(skill, Level.none) is not Level.none]
    prices = {skill: hours(skill) for skill in known or rule.any_of}
    limit = min(prices.values()) * taxonomy.advice.alike_in_price
    return next(skill for skill, price in prices.items() if price <= limit)


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
        for before in lacking(skill, levels, taxonomy):
            if before not in targets and before not in added:
                added[before] = Level.basic
                add_prerequisites(before)

    add_prerequisites(goal.skill)
    return added


def lacking(skill: str, levels: Mapping[str, Level], taxonomy: Taxonomy) -> tuple[str, ...]:
    """The prerequisites of a skill that are not shown at any level."""
    prerequisites = taxonomy.skills[skill].prerequisites
    return tuple(before for before in prerequisites if levels.get(before, Level.none) is Level.none)


def _price(
    added: Mapping[str, Level], targets: Mapping[str, Level], levels: Mapping[str, Level], taxonomy: Taxonomy
) -> int:
    """Hours that the added targets take beyond those that are there."""
    return sum(
        hours_between(skill, max(levels.get(skill, Level.none), targets.get(skill, Level.none)), level, taxonomy)
        for skill, level in added.items()
    )


def hours_between(skill: str, start: Level, target: Level, taxonomy: Taxonomy) -> int:
    """Hours of study from one level of a skill to another; 0 where the taxonomy gives none."""
    hours = taxonomy.skills[skill].hours
    return hours.between(start, target) if hours else 0


def _in_order(
    targets: Mapping[str, Level],
    closed: Mapping[str, Sequence[_Goal]],
    levels: Mapping[str, Level],
    taxonomy: Taxonomy,
) -> Iterator[Step]:
    phases: dict[str, int] = {}

    def phase_of(skill: str) -> int:
        """A step belongs to its phase, or to a later one of what it builds on."""
        if skill not in phases:
            before = [phase_of(one) for one in taxonomy.skills[skill].prerequisites if one in targets]
            phases[skill] = max([taxonomy.roadmap.phase_number(taxonomy.skills[skill]), *before])
        return phases[skill]

    urgency: dict[str, float] = {}

    def urgency_of(skill: str) -> float:
        """The weight of the heaviest requirement that a step closes, or that a step closes which builds on it."""
        if skill not in urgency:
            own = [goal.weight for goal in closed.get(skill, ())]
            later = [urgency_of(other) for other in targets if skill in taxonomy.skills[other].prerequisites]
            urgency[skill] = max([*own, *later], default=0.0)
        return urgency[skill]

    def rank(skill: str) -> tuple[int, bool, float, float, str]:
        """By phase; what is only to be put into words comes last, else what matters most and then what is quick."""
        gained = sum(goal.weight for goal in closed.get(skill, ()))
        hours = hours_between(skill, levels.get(skill, Level.none), targets[skill], taxonomy)
        is_phrase = taxonomy.skills[skill].category == PHRASED
        return phase_of(skill), is_phrase, -urgency_of(skill), -gained / max(hours, 1), skill

    waiting = sorted(targets, key=rank)
    while waiting:
        ready = (skill for skill in waiting if not any(one in waiting for one in taxonomy.skills[skill].prerequisites))
        skill = next(ready, waiting[0])
        waiting.remove(skill)
        start = levels.get(skill, Level.none)
        yield Step(
            skill,
            start,
            targets[skill],
            hours_between(skill, start, targets[skill], taxonomy),
            taxonomy.roadmap.phases[phase_of(skill)],
            tuple(goal.requirement for goal in closed.get(skill, ())),
            taxonomy.resources_between(skill, start, targets[skill])[:_MOST_RESOURCES],
        )
