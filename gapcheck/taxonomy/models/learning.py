"""How skills are learned and practised, by level: resources, work to do, and the resume line that results, as checked
models.
"""

from __future__ import annotations

from datetime import date

from gapcheck.taxonomy.models.skills import Resource
from gapcheck.taxonomy.models.vocabulary import Level, _Strict


class Practice(_Strict):
    """A piece of work that would show a skill (`do`), and the resume line that results (`line`)."""

    do: str
    line: str


class PracticeByLevel(_Strict):
    """How a skill is practised to reach each level."""

    basic: Practice | None = None
    intermediate: Practice | None = None
    advanced: Practice | None = None

    def to(self, level: Level) -> Practice | None:
        """The work that leads to this level; else that of the nearest lower level, then of the nearest higher."""
        levels = [*range(level, Level.none, -1), *range(level + 1, Level.advanced + 1)]
        found = (getattr(self, Level(one).name) for one in levels)
        return next((one for one in found if one is not None), None)


class PracticeTexts(_Strict):
    """How skills are practised: each skill's own texts, and those of its category where it has none."""

    source: tuple[str, ...]
    as_of: date
    categories: dict[str, Practice]
    skills: dict[str, PracticeByLevel]


class Learning(_Strict):
    """What only advice on learning needs: the resources of each skill, and how skills are practised."""

    resources: dict[str, tuple[Resource, ...]]
    practice: PracticeTexts
