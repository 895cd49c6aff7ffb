"""Levels → which skill to raise for a requirement, what it builds on that is lacking, and the hours of study."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from gapcheck.gap.compare import Gap
from gapcheck.taxonomy import Level, Taxonomy


@dataclass(frozen=True, slots=True)
class _Goal:
    """A requirement that is open, the skill that shall carry it, and the level that takes."""

    requirement: str
    weight: float
    skill: str
    level: Level


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


def within_reach(gap: Gap, afar: frozenset[str], on_own_data: frozenset[str] = frozenset()) -> Gap:
    """The gap, with the skills that a step shall raise: where nothing is shown, those known from `afar`, as a cloud is
    by its warehouse, for there is ground to begin on; those `on_own_data`, where there are such.
    """
    rule = gap.requirement
    near = tuple(skill for skill in rule.any_of if skill in afar and gap.carried_by is None) or rule.any_of
    if gap.carried_by is None and not on_own_data.isdisjoint(near):
        near = tuple(skill for skill in near if skill in on_own_data)
    return gap if near in ((), rule.any_of) else replace(gap, requirement=rule.model_copy(update={"any_of": near}))


def optional(gaps: Iterable[Gap], known: Mapping[str, Level], taxonomy: Taxonomy) -> frozenset[str]:
    """Ids of the requirements that weigh least, of which nothing is known, and that would take weeks: nobody learns
    them before better ones. None where nothing else is left to do.
    """
    limit, still_open = taxonomy.deliverables.optional, [gap for gap in gaps if gap.is_to_do]

    def takes_weeks(gap: Gap) -> bool:
        rule = gap.requirement
        new = not any(known.get(skill) for skill in rule.any_of)
        hours = min(hours_between(one, Level.none, rule.expected, taxonomy, known) for one in rule.any_of)
        return new and hours > limit.hours

    least = {gap.requirement.id for gap in still_open if gap.requirement.weight <= limit.weight and takes_weeks(gap)}
    return frozenset(least) if len(least) < len(still_open) else frozenset()


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
        hours_between(
            skill, max(levels.get(skill, Level.none), targets.get(skill, Level.none)), level, taxonomy, levels
        )
        for skill, level in added.items()
    )


def hours_between(
    skill: str, start: Level, target: Level, taxonomy: Taxonomy, known: Mapping[str, Level] | None = None
) -> int:
    """Hours of study from one level of a skill to another, for who knows other skills at these levels; 0 where the
    taxonomy gives none.
    """
    hours, facts = taxonomy.skills[skill].hours, taxonomy.deliverables
    full = hours.between(start, target) if hours else 0
    found = math.ceil(full * facts.share_of_hours(skill, known) - 1e-9) if known else full
    if target <= facts.side_hours.up_to and taxonomy.skills[skill].category in facts.side_hours.categories:
        found = min(found, facts.side_hours.most)
    return min(found, facts.tool_hours.most) if skill in facts.tool_hours.skills else found


def months_after(day: date, months: int) -> date:
    """The first day of the month so many months after that of a day."""
    month = day.year * 12 + day.month - 1 + months
    return date(month // 12, month % 12 + 1, 1)
