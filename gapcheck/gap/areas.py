"""Gaps → how much each matters now, and the areas in which they lie, the one that matters most first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from gapcheck.gap.compare import Gap
from gapcheck.gap.sure import Certainty
from gapcheck.skills import SkillEvidence
from gapcheck.taxonomy import How, Level, Profile, Taxonomy


@dataclass(frozen=True, slots=True)
class AreaGaps:
    """An area with the open requirements in it, the most urgent first, and how much they matter together."""

    id: str
    name: str
    gaps: tuple[Gap, ...]
    urgency: float


def weighed(
    gaps: Iterable[Gap],
    skills: Iterable[SkillEvidence],
    sure: Mapping[str, Certainty],
    profile: Profile,
    taxonomy: Taxonomy,
) -> tuple[Gap, ...]:
    """The gaps with how much it matters to close each: what postings ask for, times what is lacking. What work shows
    below the level expected matters less; what is surely there lacks no more than the rest of its level.
    """
    found_by = {one.skill: one for one in skills}
    used = {one.skill for one in found_by.values() if one.entries}

    def is_taught(gap: Gap) -> bool:
        """Whether a course of a school has taught it, or does so now: nobody takes a second one first."""
        one = found_by.get(gap.carried_by or "")
        return one is not None and one.how is How.studied and gap.found + 1 >= gap.requirement.expected

    def with_urgency(gap: Gap) -> Gap:
        rule = gap.requirement
        if not gap.status.is_open:
            return gap
        certain = max((sure[skill] for skill in rule.any_of if skill in sure), key=lambda one: one.level, default=None)
        certain = certain if certain and certain.level > gap.found else None
        found = certain.level if certain else gap.found
        share = taxonomy.gaps.shown_below if gap.carried_by in used else 1.0
        lacking = max(0.0, 1 - found / rule.expected)
        asks_nothing = taxonomy.gaps.settled.has(rule.any_of[0], rule.category)
        is_plain = certain is not None and certain.settles and (not lacking or certain.level > Level.basic)
        settled = is_plain or ((not lacking or is_taught(gap)) and asks_nothing)
        urgency = taxonomy.urgency_of(profile, rule) * lacking * share
        return replace(gap, sure=certain, settled=settled, urgency=urgency)

    found = tuple(map(with_urgency, gaps))
    pressing = _pressing(found, taxonomy)
    return tuple(replace(gap, urgency=gap.urgency * pressing[area_of(gap, taxonomy)]) for gap in found)


def _pressing(gaps: Sequence[Gap], taxonomy: Taxonomy) -> defaultdict[str, float]:
    """How much each area presses: one that stands on others less, while these lack and the role asks more of them; one
    of which the role asks little no more than it weighs.
    """
    asked, lacking = defaultdict[str, float](float), defaultdict[str, float](float)
    for gap in gaps:
        asked[area_of(gap, taxonomy)] += gap.requirement.weight
        lacking[area_of(gap, taxonomy)] += gap.urgency
    found: defaultdict[str, float] = defaultdict(lambda: 1.0)
    everything = sum(asked.values())
    for area in taxonomy.gaps.areas:
        presses = area.presses if asked[area.id] >= taxonomy.gaps.presses_from * everything else 1
        waits = any(lacking[one] for one in area.after) and sum(asked[one] for one in area.after) > asked[area.id]
        found[area.id] = presses * (taxonomy.gaps.waiting if waits else 1)
    return found


def areas_of(gaps: Sequence[Gap], taxonomy: Taxonomy) -> tuple[AreaGaps, ...]:
    """The areas in which something is lacking, those that matter most first; in each what weighs most, then what is
    most urgent, what is surely there, if at a lower level, last.
    """
    names = {area.id: area.name for area in taxonomy.gaps.areas}
    inside: defaultdict[str, list[Gap]] = defaultdict(list)
    for gap in gaps:
        if gap.status.is_open and gap.urgency > 0:
            inside[area_of(gap, taxonomy)].append(gap)
    found = [
        AreaGaps(
            area,
            names.get(area, taxonomy.categories.get(area, area)),
            tuple(sorted(members, key=lambda gap: (gap is not _heaviest(members), gap.sure is not None, -gap.urgency))),
            sum(gap.urgency for gap in members),
        )
        for area, members in inside.items()
    ]
    return tuple(sorted(found, key=lambda one: (one.id in taxonomy.gaps.last, -round(one.urgency, 6), one.id)))


def _heaviest(gaps: Sequence[Gap]) -> Gap:
    """The gap of which nothing is there that the role gives most weight; the more urgent of equals."""
    return max(gaps, key=lambda gap: (gap.carried_by is None and gap.sure is None, gap.lost, gap.urgency))


def area_of(gap: Gap, taxonomy: Taxonomy) -> str:
    """The id of the area of a requirement; its category where no area has it."""
    rule = gap.requirement
    area = taxonomy.gaps.area_of(gap.carried_by or rule.any_of[0], rule.category, rule.any_of)
    return area.id if area else rule.category
