"""A resume and lines that may be added to it → what it would show of each skill by the level rule, before anything is
written.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from gapcheck.gap.sure import Certainty
from gapcheck.resume import EntryKind, Resume, months_covered
from gapcheck.skills import SkillEvidence, Support, level_of
from gapcheck.taxonomy import PHRASED, Level, Taxonomy

Where = Literal["project", "job", "skills", "certificate"]
_PROJECTS = (EntryKind.project, EntryKind.thesis, EntryKind.competition)


@dataclass(frozen=True, slots=True)
class Spot:
    """An entry that a line can be written into: of the resume by its number there, or a new project. `nouns` is the key
    of the words that lines use for it.
    """

    where: Where
    title: str
    nouns: str
    entry: int | None = None


@dataclass(frozen=True, slots=True)
class WrittenLine:
    """A line that reports a deed for one skill, and the entry it belongs to."""

    spot: Spot
    skill: str
    text: str


class Paper:
    """What a resume shows, and would show with further lines; `unwritten` is what the person can by their own word and
    the resume does not show, `assessed` the levels of skills by their own answers to a quiz, `sure` what is there by
    the use of something else.
    """

    def __init__(
        self,
        resume: Resume,
        skills: Sequence[SkillEvidence],
        taxonomy: Taxonomy,
        self_declared: Collection[str] = (),
        assessed: Mapping[str, Level] | None = None,
        sure: Mapping[str, Certainty] | None = None,
    ) -> None:
        self._taxonomy = taxonomy
        self._entries = [entry for _, entry in resume.entries()]
        self.found: Mapping[str, SkillEvidence] = {one.skill: one for one in skills}
        self.levels: Mapping[str, Level] = {one.skill: one.level for one in skills}
        self.assessed: Mapping[str, Level] = assessed or {}
        self.sure: Mapping[str, Certainty] = sure or {}
        known = {skill for skill, level in self.assessed.items() if level is not Level.none}
        self.unwritten = (known | set(self_declared)) - self.levels.keys()
        owner = {
            (place.page, place.line.number): number
            for number, entry in enumerate(self._entries)
            for item in entry.items
            for place in item.places
        }
        self._shown_in: defaultdict[str, set[int]] = defaultdict(set)
        self._skills_of: defaultdict[int, set[str]] = defaultdict(set)
        for one in skills:
            for line in one.evidence:
                number = owner.get((line.page, line.line))
                if number is not None and self._entries[number].kind.demonstrates:
                    self._shown_in[one.skill].add(number)
                    self._skills_of[number].add(one.skill)

    @cached_property
    def known(self) -> Mapping[str, Level]:
        """The levels of skills on paper, and what is there by the person's word or the use of something else."""
        certain = {skill: one.level for skill, one in self.sure.items()}
        return {**certain, **dict.fromkeys(self.unwritten, Level.basic), **self.levels}

    def shows(self, line: WrittenLine) -> frozenset[str]:
        """All skills that a line shows."""
        named = (line.skill, *self._taxonomy.deliverables.also.get(line.skill, ()))
        return self._taxonomy.with_broader(named)

    def support_with(self, skill: str, spots: Collection[Spot]) -> Support:
        """What speaks for a skill once lines in these entries show it too."""
        support = self.found[skill].support if skill in self.found else Support()
        if not spots:
            return support
        here = self._shown_in.get(skill, set())
        new = {spot for spot in spots if spot.entry is None or spot.entry not in here}
        jobs = {spot.entry for spot in new if spot.where == "job" and spot.entry is not None}
        months = support.months
        if jobs:
            dates = [self._entries[number].dates for number in {*here, *jobs} if self._entries[number].kind.is_work]
            months = max(months, months_covered([one for one in dates if one is not None]))
        return Support(
            support.entries + len(new),
            support.jobs + len(jobs),
            months,
            support.certified,
            support.rating,
            support.loose,
        )

    def level_with(self, skill: str, spots: Collection[Spot]) -> Level:
        """The level of a skill once lines in these entries show it too."""
        if not spots and skill not in self.levels:
            return Level.none
        level, _ = level_of(self.support_with(skill, spots), self._taxonomy.levels)
        return max(level, self.levels.get(skill, Level.none))

    def levels_with(self, lines: Iterable[WrittenLine]) -> dict[str, Level]:
        """The levels of all skills once these lines are written."""
        draft = Draft(self)
        draft.write(lines)
        return draft.levels

    def is_shown_in(self, skill: str, spot: Spot) -> bool:
        """Whether the entry shows the skill already."""
        return spot.entry is not None and spot.entry in self._shown_in.get(skill, ())

    def months_to(self, skill: str, months: int) -> int | None:
        """The months until an ongoing job that shows the skill makes so many; None where no such job goes on."""
        if skill in self.found and any(self._goes_on(number) for number in self._shown_in.get(skill, ())):
            return months - self.found[skill].months
        return None

    def ongoing_job(self, skill: str) -> Spot | None:
        """The ongoing job that shows a skill."""
        return next(
            (self.spot(number) for number in sorted(self._shown_in.get(skill, ())) if self._goes_on(number)), None
        )

    def skills_of(self, spot: Spot) -> Collection[str]:
        """The skills that an entry of the resume shows."""
        return self._skills_of.get(spot.entry, set()) if spot.entry is not None else ()

    def used_in(self, skill: str) -> Spot | None:
        """The job or project in which the person used a skill that the resume only names, or that is surely there."""
        certain = self.sure.get(skill)
        if certain is not None and self._can_take_lines(certain.entry):
            return self.spot(certain.entry)
        return self.near(skill, [certain.by] if certain is not None and certain.by else ())

    def kinds_of_data(self, spot: Spot) -> frozenset[str]:
        """What the data of an entry of the resume are, by the skills that it shows."""
        return self._taxonomy.deliverables.kinds_of_data(self.skills_of(spot))

    @property
    def own(self) -> Spot | None:
        """The work of one's own that shows most technical skills, the first of equals."""
        return next(iter(self.owns), None)

    @cached_property
    def owns(self) -> tuple[Spot, ...]:
        """The works that can go on: the one of one's own in the field that shows most, and a second of the field; where
        there is none, the job on models that goes on, else any work of one's own.
        """
        spots = tuple(self.spot(number) for number in self._own_numbers)
        at_work = self.job if not any(map(self.is_modelling, spots)) else None
        return (at_work,) if at_work is not None and self.is_modelling(at_work) else spots

    @cached_property
    def _own_numbers(self) -> Sequence[int]:
        able = [
            number for number, entry in enumerate(self._entries) if entry.kind in _PROJECTS and self._technical(number)
        ]
        ranked = sorted(able, key=lambda number: (not self._is_of_field(number), -len(self._technical(number))))
        return [number for at, number in enumerate(ranked[:2]) if not at or self._is_of_field(number)]

    def is_modelling(self, spot: Spot) -> bool:
        """Whether an entry of the resume is on models or their data, so that more of them can be shown there."""
        return spot.entry is not None and not self._all_of(spot.entry).isdisjoint(self._taxonomy.deliverables.modelling)

    def _is_of_field(self, number: int) -> bool:
        return not self._all_of(number).isdisjoint(self._taxonomy.of_field)

    def _all_of(self, number: int) -> frozenset[str]:
        return self._taxonomy.with_broader(self._skills_of[number])

    @cached_property
    def job(self) -> Spot | None:
        """The job of the field that goes on, the one that shows most technical skills."""
        jobs = [number for number in range(len(self._entries)) if self._goes_on(number) and self._technical(number)]
        best = max(jobs, key=lambda number: len(self._technical(number)), default=None)
        return None if best is None else self.spot(best)

    @cached_property
    def long_work(self) -> Spot | None:
        """The last job of who has worked long enough to have shown what every work asks of people."""
        jobs = [(number, entry) for number, entry in enumerate(self._entries) if entry.kind.is_work and entry.dates]
        months = months_covered([entry.dates for _, entry in jobs if entry.dates is not None])
        if not jobs or months < self._taxonomy.deliverables.everyday_months:
            return None
        ends = {number: entry.dates.last or 0 for number, entry in jobs if entry.dates is not None}
        return self.spot(max(ends, key=lambda number: (ends[number], -number)))

    def near(self, skill: str, dependents: Collection[str] = ()) -> Spot | None:
        """The job or project in which a skill was most likely used: one that shows a skill which builds on it, else the
        one with most skills of its kind.
        """
        skills, neighbours = self._taxonomy.skills, self._taxonomy.neighbours[skill]

        def nearness(number: int) -> tuple[int, int, int]:
            shown = self._skills_of[number]
            alike = sum(skills[one].category == skills[skill].category or one in neighbours for one in shown)
            return len(shown.intersection(dependents)), alike, len(self._technical(number))

        able = [number for number in range(len(self._entries)) if self._can_take_lines(number)]
        best = max(able, key=nearness, default=None)
        return self.spot(best) if best is not None and any(nearness(best)[:2]) else None

    def _can_take_lines(self, number: int) -> bool:
        kind = self._entries[number].kind
        return kind.is_work or kind in _PROJECTS

    def spot(self, number: int) -> Spot:
        """The entry of this number as a place for lines."""
        entry = self._entries[number]
        if entry.kind.is_work:
            return Spot("job", entry.title, "job", number)
        return Spot("project", entry.title, "own-too" if number in self._own_numbers[1:] else "own", number)

    def _goes_on(self, number: int) -> bool:
        entry = self._entries[number]
        return entry.kind.is_work and entry.dates is not None and entry.dates.ongoing

    def _technical(self, number: int) -> list[str]:
        return [one for one in self._skills_of[number] if self._taxonomy.skills[one].category != PHRASED]


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
