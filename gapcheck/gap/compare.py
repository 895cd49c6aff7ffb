"""Skills of a resume and a profile → a verdict for each requirement, readiness, and the career stage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from enum import StrEnum

from gapcheck.gap.sure import Certainty
from gapcheck.skills import SkillEvidence
from gapcheck.taxonomy import Level, Profile, RequirementRule, Roadmap, Stage


class Status(StrEnum):
    """Verdict on one requirement: reached, shown below the expected level, or not shown."""

    met = "met"
    below = "below"
    missing = "missing"

    @property
    def is_open(self) -> bool:
        """Whether something is left to do."""
        return self is not Status.met


@dataclass(frozen=True, slots=True)
class Gap:
    """A requirement with the best level found among its skills, and the skill that carries it (none if missing).
    `sure` says why it is surely there though nothing shows it, and `settled` that nobody need show it then; `urgency`
    how much it matters to close it.
    """

    requirement: RequirementRule
    found: Level
    carried_by: str | None
    status: Status
    sure: Certainty | None = None
    settled: bool = False
    urgency: float = 0.0

    @property
    def is_to_do(self) -> bool:
        """Whether something is left to write, to show or to learn."""
        return self.status.is_open and not self.settled

    @property
    def lost(self) -> float:
        """The weight that is lacking."""
        return _lost(self.requirement, self.found)


def compare(profile: Profile, skills: Iterable[SkillEvidence]) -> tuple[Gap, ...]:
    """A verdict for every requirement of the profile, in its order. Of skills at one level the one that work shows
    carries it.
    """
    found = list(skills)
    levels = {one.skill: one.level for one in found}
    return compare_levels(profile.requirements, levels, {one.skill for one in found if one.entries})


def compare_levels(
    requirements: Iterable[RequirementRule], levels: Mapping[str, Level], in_use: Set[str] = frozenset()
) -> tuple[Gap, ...]:
    """A verdict for every requirement on these levels of skills, some of them `in_use`."""
    return tuple(_gap(requirement, levels, in_use) for requirement in requirements)


def _gap(requirement: RequirementRule, levels: Mapping[str, Level], in_use: Set[str]) -> Gap:
    carried_by = max(requirement.any_of, key=lambda skill: (levels.get(skill, Level.none), skill in in_use))
    found = levels.get(carried_by, Level.none)
    urgency = _lost(requirement, found)
    if found is Level.none:
        return Gap(requirement, found, None, Status.missing, urgency=urgency)
    status = Status.met if found >= requirement.expected else Status.below
    return Gap(requirement, found, carried_by, status, urgency=urgency)


def _lost(requirement: RequirementRule, found: Level) -> float:
    """The weight that is lacking where its best skill has this level."""
    return requirement.weight * (1 - min(1.0, found / requirement.expected))


def readiness(gaps: Iterable[Gap]) -> float:
    """Share of the requirements' weight that is reached, 0 to 1; a level below counts in proportion to the level
    expected.
    """
    return share_reached((gap.requirement, gap.found) for gap in gaps)


def readiness_with_sure(gaps: Iterable[Gap]) -> float:
    """The readiness if what is surely there were on paper too."""
    return share_reached((gap.requirement, max(gap.found, gap.sure.level if gap.sure else Level.none)) for gap in gaps)


def share_reached(found: Iterable[tuple[RequirementRule, int]]) -> float:
    """The readiness, given requirements with the best level found for each."""
    reached = total = 0.0
    for rule, level in found:
        total += rule.weight
        if rule.expected:
            reached += rule.weight * min(1.0, level / rule.expected)
    return reached / total if total else 0.0


def stage_at(share: float, roadmap: Roadmap) -> Stage:
    """The furthest career stage whose share of requirements is reached."""
    return max((stage for stage in roadmap.stages if stage.readiness <= share), key=lambda stage: stage.readiness)
