"""Open requirements → which single project would move most of them for what is new in it, and to which level by the
level rule.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from gapcheck.gap.compare import Gap, Status, readiness
from gapcheck.skills import SkillEvidence, Support, level_of
from gapcheck.taxonomy import Level, ProjectIdea, Taxonomy

_MOST = 3
_SET_UP = 3  # new skills that the set-up of any project weighs as much as


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
    readiness after it (0 to 1), the skills that it takes for this person, and those of them that are new.
    """

    idea: ProjectIdea
    skills: tuple[str, ...]
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
        self._taxonomy = taxonomy
        self._rule, self._facts = taxonomy.levels, taxonomy.deliverables
        self._ideas = taxonomy.portfolio.ideas

    def ranked(
        self, gaps: Sequence[Gap], skills: Sequence[SkillEvidence], works: Iterable[Collection[str]] = ()
    ) -> tuple[IdeaValue, ...]:
        """At most three ideas that would move something, the one first that moves most for what is new in it.

        An idea is cut to this person: at most as many new skills as there are known ones, those that move most. A
        project counts as one further entry and as no job. It shows its skills and all that they imply. None that one of
        the `works`, given by the skills that each shows, is already.
        """
        shown = {one.skill: one for one in skills}
        waiting = sorted(
            (gap for gap in gaps if gap.status is not Status.met),
            key=lambda gap: (-gap.requirement.weight, gap.requirement.id),
        )
        reached = {skill: self._with_one_entry(shown.get(skill)) for gap in waiting for skill in gap.requirement.any_of}
        ways = [(gap, _ways(gap, reached)) for gap in waiting]
        total = sum(gap.requirement.weight for gap in gaps)
        done = [frozenset(work) for work in works]
        values = [
            self._value(idea, taken, ways, reached, shown, readiness(gaps), total)
            for idea in self._ideas
            if (taken := self._cut(idea, ways, reached, shown)) and not self._is_done(taken, done)
        ]
        return tuple(sorted((one for one in values if one.moves), key=lambda one: self._rank(one, gaps))[:_MOST])

    def _cut(
        self,
        idea: ProjectIdea,
        ways: Sequence[tuple[Gap, list[str]]],
        reached: Mapping[str, Level],
        shown: Mapping[str, SkillEvidence],
    ) -> tuple[str, ...]:
        """The skills of the idea that are known, and as many new ones at most: those that move most."""
        known = [skill for skill in idea.skills if skill in shown]

        def gain(skill: str) -> float:
            held = frozenset((skill, *self._taxonomy.broader[skill]))
            return -sum(_gain(gap, by, reached) for gap, by in _used(ways, held))

        new = sorted((skill for skill in idea.skills if skill not in shown), key=gain)[: len(known)]
        return tuple(skill for skill in idea.skills if skill in known or skill in new)

    def _is_done(self, skills: Sequence[str], works: Iterable[frozenset[str]]) -> bool:
        """Whether a work shows most of the skills already."""
        return any(len(work.intersection(skills)) >= self._facts.alike * len(skills) for work in works)

    def _value(
        self,
        idea: ProjectIdea,
        skills: tuple[str, ...],
        ways: Sequence[tuple[Gap, list[str]]],
        reached: Mapping[str, Level],
        shown: Mapping[str, SkillEvidence],
        before: float,
        total: float,
    ) -> IdeaValue:
        held = frozenset(skills).union(*(self._taxonomy.broader[skill] for skill in skills))
        used = _used(ways, held)
        gain = sum(_gain(gap, skill, reached) for gap, skill in used)
        return IdeaValue(
            idea=idea,
            skills=skills,
            new_skills=tuple(skill for skill in skills if skill not in shown),
            moves=_moves(used, reached),
            readiness=min(1.0, before + gain / total),
        )

    def _rank(self, one: IdeaValue, gaps: Sequence[Gap]) -> tuple[float, str]:
        """By what it gains for each new skill, more where it lies in the person's own field."""
        known = set(one.skills) - set(one.new_skills)
        in_field = any(self._taxonomy.skills[skill].category in self._facts.fields for skill in known)
        worth = (one.readiness - readiness(gaps)) / (_SET_UP + len(one.new_skills))
        return -round(worth * (self._facts.own_field if in_field else 1), 9), one.idea.id

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
