"""Open requirements → which single project would move most of them, and to which level by the level rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from gapcheck.gap.compare import Gap, Status, readiness
from gapcheck.skills import SkillEvidence, Support, level_of
from gapcheck.taxonomy import Level, ProjectIdea, Taxonomy

_MOST = 3


@dataclass(frozen=True, slots=True)
class Move:
    """A requirement that a project would move to the level `reached`, and the skill that would carry it."""

    requirement: str
    skill: str
    found: Level
    reached: Level
    closes: bool


@dataclass(frozen=True, slots=True)
class IdeaValue:
    """What one project would do for a resume: the requirements it moves, those it meets and most weight first, the
    readiness after it (0 to 1), and its skills that the resume does not show yet.
    """

    idea: ProjectIdea
    new_skills: tuple[str, ...]
    moves: tuple[Move, ...]
    readiness: float

    @property
    def closes(self) -> tuple[str, ...]:
        """Ids of the requirements that it would meet."""
        return tuple(move.requirement for move in self.moves if move.closes)


class IdeaReader:
    """Values the project ideas of one taxonomy; build it once, use it for many resumes."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._rule = taxonomy.levels
        self._ideas = [
            (idea, frozenset(idea.skills).union(*(taxonomy.broader[skill] for skill in idea.skills)))
            for idea in taxonomy.portfolio.ideas
        ]

    def ranked(self, gaps: Sequence[Gap], skills: Sequence[SkillEvidence]) -> tuple[IdeaValue, ...]:
        """At most three ideas that would move something, the one that raises readiness most first.

        A project counts as one further entry and as no job. It shows its skills and all that they imply.
        """
        shown = {one.skill: one for one in skills}
        waiting = sorted(
            (gap for gap in gaps if gap.status is not Status.met),
            key=lambda gap: (-gap.requirement.weight, gap.requirement.id),
        )
        reached = {skill: self._with_one_entry(shown.get(skill)) for gap in waiting for skill in gap.requirement.any_of}
        ways = [(gap, _ways(gap, reached)) for gap in waiting]
        gains = [
            (sum(_gain(gap, skill, reached) for gap, skill in _used(ways, held)), idea, held)
            for idea, held in self._ideas
        ]
        best = sorted((one for one in gains if one[0]), key=lambda one: (-round(one[0], 9), one[1].id))[:_MOST]
        before, total = readiness(gaps), sum(gap.requirement.weight for gap in gaps)
        return tuple(
            IdeaValue(
                idea=idea,
                new_skills=tuple(skill for skill in idea.skills if skill not in shown),
                moves=_moves(_used(ways, held), reached),
                readiness=min(1.0, before + gain / total),
            )
            for gain, idea, held in best
        )

    def _with_one_entry(self, one: SkillEvidence | None) -> Level:
        """The level once one more entry, which is no job, shows the skill; never below what is found."""
        support = one.support if one else Support()
        level, _ = level_of(replace(support, entries=support.entries + 1), self._rule)
        return max(level, one.level) if one else level


def _ways(gap: Gap, reached: Mapping[str, Level]) -> list[str]:
    """The skills that one more entry would bring above what is found for a requirement, the highest first."""
    able = [skill for skill in gap.requirement.any_of if reached[skill] > gap.found]
    return sorted(able, key=reached.__getitem__, reverse=True)


def _used(ways: Sequence[tuple[Gap, list[str]]], held: frozenset[str]) -> list[tuple[Gap, str]]:
    """The requirements that a project with the skills `held` moves, each with the skill that would carry it."""
    return [(gap, skill) for gap, skills in ways if (skill := next((one for one in skills if one in held), None))]


def _gain(gap: Gap, skill: str, reached: Mapping[str, Level]) -> float:
    """The weight that is gained where the skill comes to the level reached."""
    rule = gap.requirement
    return rule.weight * (min(reached[skill], rule.expected) - gap.found) / rule.expected


def _moves(used: Sequence[tuple[Gap, str]], reached: Mapping[str, Level]) -> tuple[Move, ...]:
    moves = [
        Move(gap.requirement.id, skill, gap.found, reached[skill], reached[skill] >= gap.requirement.expected)
        for gap, skill in used
    ]
    return tuple(sorted(moves, key=lambda move: not move.closes))
