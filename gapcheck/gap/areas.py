"""Gaps → the areas in which they lie, the one that matters most first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from gapcheck.gap.compare import Gap
from gapcheck.skills import SkillEvidence
from gapcheck.taxonomy import Profile, Taxonomy


@dataclass(frozen=True, slots=True)
class AreaGaps:
    """An area with the open requirements in it, the most urgent first, and what they matter together."""

    id: str
    name: str
    gaps: tuple[Gap, ...]
    urgency: float


def urgencies(
    gaps: Iterable[Gap], skills: Iterable[SkillEvidence], profile: Profile, taxonomy: Taxonomy, sure: Collection[str]
) -> Mapping[str, float]:
    """For each open requirement how much it matters to close it: what postings ask, times what is lacking. What work
    shows below the level expected matters less, and what is surely there not at all.
    """
    used = {one.skill for one in skills if one.entries}
    found: dict[str, float] = {}
    for gap in gaps:
        if not gap.status.is_open:
            continue
        rule = gap.requirement
        lacking = taxonomy.urgency_of(profile, rule) * (1 - gap.found / rule.expected)
        shown = taxonomy.gaps.shown_below if gap.carried_by in used else 1.0
        found[rule.id] = 0.0 if gap.carried_by is None and is_sure(gap, sure) else lacking * shown
    return found


def is_sure(gap: Gap, sure: Collection[str]) -> bool:
    """Whether a requirement that nothing shows is surely met at some level."""
    return gap.carried_by is None and not set(sure).isdisjoint(gap.requirement.any_of)


def areas_of(gaps: Sequence[Gap], urgency: Mapping[str, float], taxonomy: Taxonomy) -> tuple[AreaGaps, ...]:
    """The areas in which something is open, those of the most urgent gaps first."""
    layout = taxonomy.gaps
    names = {area.id: area.name for area in layout.areas}
    inside: defaultdict[str, list[Gap]] = defaultdict(list)
    for gap in gaps:
        if urgency.get(gap.requirement.id, 0.0) > 0:
            inside[_area(gap, taxonomy)].append(gap)
    found = [
        AreaGaps(
            area,
            names.get(area, taxonomy.categories.get(area, area)),
            tuple(sorted(members, key=lambda gap: -urgency[gap.requirement.id])),
            sum(urgency[gap.requirement.id] for gap in members),
        )
        for area, members in inside.items()
    ]
    return tuple(sorted(found, key=lambda one: (one.id in layout.last, -round(one.urgency, 6), one.id)))


def _area(gap: Gap, taxonomy: Taxonomy) -> str:
    skill = gap.carried_by or gap.requirement.any_of[0]
    area = taxonomy.gaps.area_of(skill, taxonomy.skills[skill].category)
    return area.id if area else gap.requirement.category
