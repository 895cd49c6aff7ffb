"""A resume and lines → the levels of its skills as these are written into it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from gapcheck.plan.paper import Paper
from gapcheck.plan.spot import Spot, WrittenLine
from gapcheck.taxonomy import Level


class Draft:
    """A resume that lines are written into one after another."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._spots: defaultdict[str, set[Spot]] = defaultdict(set)
        self._raised: dict[str, Level] = {}

    @property
    def levels(self) -> dict[str, Level]:
        """The levels of all skills with the lines so far."""
        return {**self._paper.levels, **self._raised}

    def write(self, lines: Iterable[WrittenLine]) -> Mapping[str, Level]:
        """Adds lines; the levels now of the skills that they show."""
        shown: set[str] = set()
        for line in lines:
            for skill in self._paper.shows(line):
                self._spots[skill].add(line.spot)
                shown.add(skill)
        now = {skill: self._paper.level_with(skill, self._spots[skill]) for skill in shown}
        self._raised.update(now)
        return now


def levels_with(paper: Paper, lines: Iterable[WrittenLine]) -> dict[str, Level]:
    """The levels of all skills once these lines are written."""
    draft = Draft(paper)
    draft.write(lines)
    return draft.levels
