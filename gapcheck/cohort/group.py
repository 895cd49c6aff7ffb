"""The reports on one profile, kept as columns of small numbers: 20,000 of them take some megabytes."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from statistics import fmean

from gapcheck.report.model import ProfilePart
from gapcheck.taxonomy import Level, RequirementRule, Taxonomy

LEVELS = tuple(Level)
"""The levels by rank, as the columns hold them."""

Columns = dict[str, bytearray]
"""For each skill its level in every resume, in their order."""


@dataclass(slots=True)
class SkillCount:
    """A skill as the reports name it, and in how many of them it has which level."""

    name: str
    category: str
    levels: Counter[Level] = field(default_factory=Counter)


@dataclass(slots=True)
class Group:
    """What a cohort keeps of the reports on one profile; a resume has the same place in all lists and columns. `levels`
    holds the skills that requirements ask for and those that these build on; `skills` counts all skills.
    """

    profile: ProfilePart
    rules: tuple[RequirementRule, ...]
    levels: Columns
    paths: list[str] = field(default_factory=list)
    readiness: array[float] = field(default_factory=lambda: array("d"))
    stages: list[str] = field(default_factory=list)
    skills: dict[str, SkillCount] = field(default_factory=dict)
    as_of: set[date] = field(default_factory=set)
    label: str | None = None

    def __len__(self) -> int:
        return len(self.paths)

    @property
    def weight(self) -> float:
        """The weight of all requirements."""
        return sum(rule.weight for rule in self.rules)

    @property
    def mean(self) -> float:
        """Mean readiness."""
        return fmean(self.readiness)

    def levels_of(self, row: int) -> dict[str, Level]:
        """The levels on one resume."""
        return {skill: LEVELS[column[row]] for skill, column in self.levels.items()}


def skills_on_the_way(skills: Iterable[str], taxonomy: Taxonomy) -> frozenset[str]:
    """The skills, and all skills that have to be learned before them."""
    found: set[str] = set()
    ahead = list(skills)
    while ahead:
        skill = ahead.pop()
        if skill not in found:
            found.add(skill)
            ahead += taxonomy.skills[skill].prerequisites if skill in taxonomy.skills else ()
    return frozenset(found)


def situations(columns: Mapping[str, bytearray], skills: Sequence[str]) -> Iterator[tuple[dict[str, Level], int]]:
    """The different combinations of levels of these skills, each with the number of resumes that have it."""
    for row, count in Counter(zip(*(columns[skill] for skill in skills), strict=True)).items():
        yield dict(zip(skills, map(LEVELS.__getitem__, row), strict=True)), count
