"""The levels of many resumes → a few sessions that would lift most of them; what a topic builds on comes first.

A session takes those who show a skill at one level to the next one. What a resume would gain is the difference in
readiness by the comparison that the reports use, if the level is then shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from gapcheck.cohort.group import LEVELS, Columns, Group, situations, skills_on_the_way
from gapcheck.gap.compare import compare_levels, readiness
from gapcheck.plan import cheapest_way, hours_between, lacking
from gapcheck.taxonomy import PHRASED, Level, RequirementRule, Taxonomy

_NOTHING = 1e-9  # sums of weights are not exact


@dataclass(frozen=True, slots=True)
class Session:
    """A topic to teach: one skill, from one level to the next.

    `resumes` is the number of those that gain by it, `gain` the readiness that they gain in sum, `closes` how many of
    their verdicts turn to met. `opens` are resumes that gain nothing yet but need it for a later session. `waiting` are
    those that would gain but lack prerequisites; `waiting_for` says how many lack which.
    """

    skill: str
    start: Level
    target: Level
    hours: int
    resumes: int
    opens: int
    gain: float
    closes: int
    waiting: int
    waiting_for: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class _Step:
    """One skill from a level to the next."""

    skill: str
    start: Level
    target: Level


@dataclass(frozen=True, slots=True)
class _Way:
    """A step with the skills to be taught before it, the hours of all, and what they gain for each hour."""

    step: _Step
    first: tuple[str, ...]
    hours: int
    worth: float


class Teaching:
    """The `levels` of a group as they rise from session to session; each session lifts, or prepares, at least `fewest`.

    Skills that are only to be put into words are left out; with `phrased` there are no others.
    """

    def __init__(self, group: Group, taxonomy: Taxonomy, *, fewest: int, phrased: bool = False) -> None:
        self.levels: Columns = {skill: bytearray(column) for skill, column in group.levels.items()}
        self._rules = [rule for rule in group.rules if taxonomy.skills.keys() >= set(rule.any_of)]
        self._weight = group.weight
        self._taxonomy, self._fewest = taxonomy, fewest
        self._moved: dict[frozenset[str], list[RequirementRule]] = {}
        self._steps = {step: self._seen_by(step) for step in self._all_steps(phrased)}
        self._ways: dict[_Step, _Way | None] = {}

    def sessions(self, hours: float = inf) -> Iterator[Session]:
        """Sessions in the order in which to hold them, next what gains most readiness per hour over all resumes, up to
        the first that does not fit into the `hours`: so more hours never gain less.

        Where many lack what a topic builds on, that is taught first, if both together gain more per hour than others.
        """
        while (way := self._best()) and way.hours <= hours:
            hours -= way.hours
            yield from self._hold(way)

    def _best(self) -> _Way | None:
        """The way with the most gain for each hour; of equal ones that which the profile names first; None where no way
        gains anything.
        """
        for step in self._steps:
            if step not in self._ways:
                self._ways[step] = self._best_way(step)
        ways = (self._ways[step] for step in self._steps)
        return max(filter(None, ways), key=lambda way: way.worth, default=None)

    def _hold(self, way: _Way) -> Iterator[Session]:
        """Holds the sessions of a way, one after the other, and raises the levels of those who take part."""
        for step in (*(_Step(skill, Level.none, Level.basic) for skill in way.first), way.step):
            if session := self._held(step, way):
                yield session
        raised = {*way.first, way.step.skill}
        self._ways = {step: one for step, one in self._ways.items() if raised.isdisjoint(self._steps[step])}

    def _all_steps(self, phrased: bool) -> Iterator[_Step]:
        """The steps up to the level that any requirement expects."""
        for skill in dict.fromkeys(skill for rule in self._rules for skill in rule.any_of):
            if (self._taxonomy.skills[skill].category == PHRASED) is not phrased:
                continue
            highest = max(rule.expected for rule in self._rules if skill in rule.any_of)
            for start, target in pairwise(LEVELS[: highest + 1]):
                yield _Step(skill, start, target)

    def _seen_by(self, step: _Step) -> tuple[str, ...]:
        """The skills whose levels decide who is ready for a step and how much it gains: its own, those it builds on,
        and those that carry the same requirements.
        """
        way = skills_on_the_way([step.skill], self._taxonomy)
        others = (skill for rule in self._moved_by(way) for skill in rule.any_of)
        return tuple(sorted(way | skills_on_the_way(others, self._taxonomy)))

    def _moved_by(self, skills: Iterable[str]) -> list[RequirementRule]:
        key = frozenset(skills)
        if key not in self._moved:
            self._moved[key] = [rule for rule in self._rules if not key.isdisjoint(rule.any_of)]
        return self._moved[key]

    def _best_way(self, step: _Step) -> _Way | None:
        """The step by itself, or together with what some resumes lack before it: whichever gains more for each hour."""
        gains: dict[tuple[str, ...], float] = {}
        resumes: Counter[tuple[str, ...]] = Counter()
        for levels, count in situations(self.levels, self._steps[step]):
            if self._would_gain(step, levels):
                first = self._chain(step.skill, levels)
                raised = {**dict.fromkeys(first, Level.basic), step.skill: step.target}
                gains[first] = gains.get(first, 0.0) + count * self._gain(levels, raised)
                resumes[first] += count
        ways = []
        for first in gains:
            served = [one for one in gains if set(one) <= set(first)]
            groups = [sum(resumes[one] for one in served if skill in one) for skill in first]
            if min([*groups, sum(resumes[one] for one in served)]) >= self._fewest:
                ways.append(self._way(step, first, sum(gains[one] for one in served)))
        return max(ways, key=lambda way: (way.worth, -len(way.first), way.first), default=None)

    def _way(self, step: _Step, first: tuple[str, ...], gain: float) -> _Way:
        steps = (*(_Step(skill, Level.none, Level.basic) for skill in first), step)
        hours = sum(self._hours(one) for one in steps)
        return _Way(step, first, hours, round(gain / max(hours, 1), 9))

    def _hours(self, step: _Step) -> int:
        return hours_between(step.skill, step.start, step.target, self._taxonomy)

    def _would_gain(self, step: _Step, levels: Mapping[str, Level]) -> bool:
        """Whether the step would close or narrow a gap of a resume, once what it builds on is shown. Where several
        skills would close the gap, it must be the one that the resume's own plan would choose.
        """
        if levels[step.skill] is not step.start:
            return False
        ready = {**levels, **dict.fromkeys(self._chain(step.skill, levels), Level.basic)}
        if self._gain(ready, {step.skill: step.target}) < _NOTHING:
            return False
        gaps = compare_levels(self._moved_by([step.skill]), ready)
        return any(cheapest_way(gap, ready, self._taxonomy) == step.skill for gap in gaps if gap.status.is_open)

    def _gain(self, levels: Mapping[str, Level], raised: Mapping[str, Level]) -> float:
        """The readiness that a resume with these levels gains once some are raised."""
        rules = self._moved_by(raised)
        share = readiness(compare_levels(rules, {**levels, **raised})) - readiness(compare_levels(rules, levels))
        return share * sum(rule.weight for rule in rules) / self._weight

    def _chain(self, skill: str, levels: Mapping[str, Level]) -> tuple[str, ...]:
        """What has to be learned before a skill and is not shown, in an order in which it can be learned."""
        found: dict[str, None] = {}
        for before in lacking(skill, levels, self._taxonomy):
            found |= dict.fromkeys((*self._chain(before, levels), before))
        return tuple(found)

    def _held(self, step: _Step, way: _Way) -> Session | None:
        """Raises the levels of those who take part in a session of this way: all who are ready and would gain by it,
        and those who need it for the step that the way leads to. None where they are too few after all.
        """
        seen = self._steps[way.step]
        columns = [self.levels[skill] for skill in seen]
        takes_part: set[tuple[int, ...]] = set()
        gain, closes = 0.0, 0
        resumes, opens, waiting = 0, 0, 0
        waiting_for: Counter[str] = Counter()
        for row, count in Counter(zip(*columns, strict=True)).items():
            levels = dict(zip(seen, map(LEVELS.__getitem__, row), strict=True))
            gains = self._would_gain(step, levels)
            lacks = lacking(step.skill, levels, self._taxonomy)
            if gains and lacks:
                waiting += count
                waiting_for.update(dict.fromkeys(lacks, count))
            elif gains or (not lacks and self._is_needed(step.skill, levels, way)):
                takes_part.add(row)
                each = self._gain(levels, {step.skill: step.target})
                resumes += count * (each > _NOTHING)
                opens += count * (each < _NOTHING)
                gain += count * each
                closes += count * self._closed(levels, step)
        if resumes + opens < self._fewest:
            return None
        for index, row in enumerate(zip(*(bytes(column) for column in columns), strict=True)):
            if row in takes_part:
                self.levels[step.skill][index] = step.target
        most = tuple(waiting_for.most_common())
        return Session(
            step.skill, step.start, step.target, self._hours(step), resumes, opens, gain, closes, waiting, most
        )

    def _closed(self, levels: Mapping[str, Level], step: _Step) -> int:
        """How many verdicts turn to met."""
        rules = self._moved_by([step.skill])
        before = compare_levels(rules, levels)
        after = compare_levels(rules, {**levels, step.skill: step.target})
        return sum(old.status.is_open and not new.status.is_open for old, new in zip(before, after, strict=True))

    def _is_needed(self, skill: str, levels: Mapping[str, Level], way: _Way) -> bool:
        """Whether a resume has to have the skill before it can take the step that the way leads to."""
        if not self._would_gain(way.step, levels):
            return False
        chain = self._chain(way.step.skill, levels)
        return skill in chain and set(chain) <= set(way.first)
