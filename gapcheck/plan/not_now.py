"""Gaps and what a person has → what the plan leaves for later though it could bring it, each with the reason: what a
lecture teaches by itself, what is a side of the role, what weighs little for its hours.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from gapcheck.gap import Gap, area_of
from gapcheck.plan.learning import hours_between, optional, within_reach
from gapcheck.plan.model import WhyLeft
from gapcheck.plan.paper import Paper
from gapcheck.taxonomy import Level, Taxonomy


@dataclass(frozen=True, slots=True)
class NotNow:
    """What waits, by the id of its requirement: `whole`, or only what is above a level (`beyond`); `why` it does, in
    kind and in words.
    """

    whole: frozenset[str] = frozenset()
    beyond: Mapping[str, Level] = field(default_factory=dict)
    why: Mapping[str, tuple[WhyLeft, str]] = field(default_factory=dict)


def not_now(gaps: Sequence[Gap], paper: Paper, taxonomy: Taxonomy) -> NotNow:
    """What waits of the open requirements; nothing where nothing else is left to do."""
    facts = taxonomy.deliverables.not_now
    still_open = [gap for gap in gaps if gap.is_to_do]
    found: dict[str, tuple[WhyLeft, str]] = {}

    def leave(waiting: Iterator[Gap], kind: WhyLeft, why: str) -> None:
        named = {gap.requirement.id: (kind, why) for gap in waiting if gap.requirement.id not in found}
        if len(found) + len(named) < len(still_open):
            found.update(named)

    taught = paper.under_way
    leave((gap for gap in still_open if _is_taught(gap, taught)), WhyLeft.lecture, facts.lectures.why)
    least = optional(gaps, paper.known, taxonomy)
    leave((gap for gap in still_open if gap.requirement.id in least), WhyLeft.optional, facts.optional_why)
    for why, members in _sides(gaps, taxonomy):
        leave((gap for gap in members if gap.is_to_do and not _finds_room(gap, paper)), WhyLeft.later, why)
    year = facts.first_year
    if _takes_more_than_a_year(still_open, paper, taxonomy):
        second = (gap for gap in still_open if _is_new(gap) and year.skills.issuperset(gap.requirement.any_of))
        leave(second, WhyLeft.later, year.why)
    own = facts.of_own_field
    leave((gap for gap in still_open if _is_of_own_field(gap, paper, taxonomy)), WhyLeft.later, own.why)
    other = facts.other_tool
    leave((gap for gap in still_open if _has_other_tool(gap, paper, taxonomy)), WhyLeft.later, other.why)
    beyond = dict[str, Level]()
    for gap in still_open:
        if gap.requirement.id not in found and (level := _worth_its_hours(gap, paper, taxonomy)) is not None:
            leave(iter([gap]), WhyLeft.later, facts.costly.why)
            beyond.update({gap.requirement.id: level} if level else {})
    return NotNow(frozenset(found.keys() - beyond.keys()), beyond, found)


def planned_now(gaps: Sequence[Gap], waits: NotNow, paper: Paper, taxonomy: Taxonomy) -> list[Gap]:
    """The open gaps that do not wait, each without the skills that do, or build on such, where others meet it too."""
    named = {skill for gap in gaps if gap.requirement.id in waits.whole for skill in gap.requirement.any_of}
    waiting = named - paper.levels.keys()

    def with_the_rest(gap: Gap) -> Gap:
        rule = gap.requirement
        near = tuple(one for one in rule.any_of if one not in waiting and taxonomy.before[one].isdisjoint(waiting))
        if gap.carried_by is not None or near in ((), rule.any_of):
            return gap
        return replace(gap, requirement=rule.model_copy(update={"any_of": near}))

    return [with_the_rest(gap) for gap in gaps if gap.is_to_do and gap.requirement.id not in waits.whole]


def _is_new(gap: Gap) -> bool:
    """Whether nothing shows it, and nothing makes it sure."""
    return gap.carried_by is None and gap.sure is None


def _finds_room(gap: Gap, paper: Paper) -> bool:
    """Whether a work of one's own that is there gives it room: it takes a day there, and no project of its own."""
    return any(paper.room_for(skill, own) for own in paper.owns for skill in gap.requirement.any_of)


def _is_taught(gap: Gap, taught: frozenset[str]) -> bool:
    return _is_new(gap) and not taught.isdisjoint(gap.requirement.any_of)


def _sides(gaps: Sequence[Gap], taxonomy: Taxonomy) -> Iterator[tuple[str, list[Gap]]]:
    """The sides of the role of which nothing is there, while more that weighs more is new as well, each with the reason
    and its requirements.
    """
    everything = sum(gap.requirement.weight for gap in gaps)
    asked = {skill for gap in gaps for skill in gap.requirement.any_of}
    by_area, by_category = defaultdict[str, list[Gap]](list), defaultdict[str, list[Gap]](list)
    for gap in gaps:
        by_area[area_of(gap, taxonomy)].append(gap)
        by_category[gap.requirement.category].append(gap)
    for side in taxonomy.deliverables.not_now.sides:
        members = [gap for area in sorted(side.areas) for gap in by_area[area]]
        members += [gap for category in sorted(side.categories) for gap in by_category[category]]
        weight = sum(gap.requirement.weight for gap in members)
        better = sum(gap.requirement.weight for gap in gaps if gap.is_to_do and _is_new(gap) and gap not in members)
        is_side = weight < min(side.share * everything, better) and side.unless.isdisjoint(asked)
        if is_side and all(map(_is_new, members)):
            yield side.why, members


def _takes_more_than_a_year(still_open: Sequence[Gap], paper: Paper, taxonomy: Taxonomy) -> bool:
    """Whether somebody who has worked on no data or systems, and shows no model yet, has more to learn than the hours
    of a year beside a post.
    """
    has_model = any(paper.found[one].entries for one in taxonomy.deliverables.modelling & paper.found.keys())
    if has_model or paper.has_trade:
        return False
    new = [gap.requirement for gap in still_open if _is_new(gap)]
    hours = (
        min(hours_between(one, Level.none, rule.expected, taxonomy, paper.known) for one in rule.any_of) for rule in new
    )
    return sum(hours) > taxonomy.deliverables.not_now.first_year.hours


def _is_of_own_field(gap: Gap, paper: Paper, taxonomy: Taxonomy) -> bool:
    """Whether it weighs little, and is of a category in which work shows the person to be advanced."""
    facts, rule = taxonomy.deliverables.not_now.of_own_field, gap.requirement
    strong = (one.skill for one in paper.found.values() if one.entries and one.level is Level.advanced)
    categories = {taxonomy.skills[skill].category for skill in strong} & facts.categories
    hours = min(hours_between(one, Level.none, rule.expected, taxonomy, paper.known) for one in rule.any_of)
    return _is_new(gap) and rule.weight <= facts.weight and hours >= facts.hours and rule.category in categories


def _has_other_tool(gap: Gap, paper: Paper, taxonomy: Taxonomy) -> bool:
    """Whether work uses another tool for what an employer decides on, and the role gives this one no great weight."""
    facts, rule = taxonomy.deliverables, gap.requirement
    if not _is_new(gap) or rule.weight > facts.not_now.other_tool.weight or rule.category not in facts.of_employers:
        return False
    used = {skill for skill, one in paper.found.items() if one.support.jobs}
    return all(any(one in tools and used & tools for tools in facts.same_work) for one in rule.any_of)


def _worth_its_hours(gap: Gap, paper: Paper, taxonomy: Taxonomy) -> Level | None:
    """The level up to which a long study of what is new is worth its hours, none where not even basic is; None where
    it is no such study.
    """
    facts, rule = taxonomy.deliverables.not_now.costly, gap.requirement
    if not _is_new(gap) or any(skill in paper.unwritten for skill in rule.any_of):
        return None

    near = within_reach(gap, paper.afar, paper.own_networks).requirement.any_of

    def hours(level: Level) -> int:
        return min(hours_between(one, Level.none, level, taxonomy, paper.known) for one in near)

    def is_costly(level: Level) -> bool:
        return rule.weight * level / rule.expected < facts.worth * hours(level)

    most = min(rule.expected, Level.intermediate)  # what study alone can bring
    if hours(most) < facts.hours or not is_costly(most):
        return None
    return Level.none if most is Level.basic or is_costly(Level.basic) else Level.basic
