"""A resume and lines → the levels of its skills as these are written into it, and the requirements that steps meet by
them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from gapcheck.gap import Gap
from gapcheck.plan.model import Step, StepKind
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


def claimed(gaps: Sequence[Gap], paper: Paper, steps: Iterable[Step]) -> list[Step]:
    """The steps, each with the open requirements that its lines alone meet or bring nearer, and none did before."""
    asking: defaultdict[str, list[int]] = defaultdict(list)  # the gaps by the skills that they ask for
    for number, gap in enumerate(gaps):
        for skill in gap.requirement.any_of:
            asking[skill].append(number)
    closed: set[int] = set()
    found: list[Step] = []
    for step in steps:
        levels = dict(Draft(paper).write(step.lines))
        if step.kind is StepKind.time:
            levels[step.skill] = step.target
        closes, raises = list[str](), list[str]()
        for number in sorted({number for skill in levels for number in asking.get(skill, ())} - closed):
            gap = gaps[number]
            rule = gap.requirement
            reached = max([levels.get(skill, Level.none) for skill in rule.any_of])
            if reached >= rule.expected:
                closes.append(rule.id)
                closed.add(number)
            elif reached > gap.found and step.skill in rule.any_of:
                raises.append(rule.id)
        found.append(replace(step, closes=tuple(closes), raises=tuple(raises)))
    return found
