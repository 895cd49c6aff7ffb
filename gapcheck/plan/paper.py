"""A resume and lines that may be added to it → what it would show of each skill by the level rule, before anything is
written.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType

from gapcheck.gap.sure import Certainty, Surely
from gapcheck.plan.spot import Spot, WrittenLine
from gapcheck.plan.work_that_waits import Work, room_in
from gapcheck.resume import EntryKind, Resume, months_covered
from gapcheck.skills import SkillEvidence, Support, level_of
from gapcheck.skills.since import is_of_time
from gapcheck.taxonomy import PHRASED, How, Level, SectionKind, Taxonomy
from gapcheck.taxonomy.models.deliverables import Room

_PROJECTS = (EntryKind.project, EntryKind.thesis, EntryKind.competition)


class Paper:
    """What a resume shows, and would show with further lines; `unwritten` is what the person can by their own word and
    the resume does not show, `assessed` the levels of skills by their own answers to a quiz, `surely` what is there by
    the use of something else, `trade` the numbers of the jobs that are technical work, all where it is not told, and
    `entrusted` those of the projects on data of other people and of the jobs whose material is closed, `practice` those
    of courses and on data of tutorials, `shared` those of groups, `questions` those on data of one's own, `taught`
    those that a class has built alike; `afar` are skills that meet no requirement by how they are known, `rooms` the
    ids of the rooms that works tell of, `under_way` what lectures teach now, `thesis_until` the month in which a thesis
    is handed in, from year 0, `beside_studies` whether a degree fills the days.
    """

    def __init__(
        self,
        resume: Resume,
        skills: Sequence[SkillEvidence],
        taxonomy: Taxonomy,
        self_declared: Collection[str] = (),
        assessed: Mapping[str, Level] | None = None,
        surely: Surely | None = None,
        trade: Collection[int] | None = None,
        entrusted: Collection[int] = (),
        practice: Collection[int] = (),
        shared: Collection[int] = (),
        questions: Collection[int] = (),
        taught: Collection[int] = (),
        afar: Collection[str] = (),
        rooms: Mapping[int, Collection[str]] = MappingProxyType({}),
        under_way: Collection[str] = (),
        thesis_until: int | None = None,
        beside_studies: bool = False,
    ) -> None:
        self.beside_studies = beside_studies
        self.afar, self.under_way, self.thesis_until = frozenset(afar), frozenset(under_way), thesis_until
        self._taxonomy, self._trade, self._entrusted, self._practice = taxonomy, trade, entrusted, practice
        self.has_trade = trade is None or bool(trade)
        self._told, self._shared, self.questions, self._taught = rooms, shared, questions, taught
        self._sections = [section for section, _ in resume.entries()]
        self._entries = [entry for _, entry in resume.entries()]
        self._as_of = resume.as_of
        self.found: Mapping[str, SkillEvidence] = {one.skill: one for one in skills}
        self.levels: Mapping[str, Level] = {one.skill: one.level for one in skills}
        self.assessed: Mapping[str, Level] = assessed or {}
        self.sure: Mapping[str, Certainty] = surely.there if surely else {}
        self._surely_used = surely.used if surely else {}
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
        self._rooms: dict[tuple[str, int], Room | None] = {}
        self._found: dict[tuple[str, frozenset[Spot]], Level] = {}
        for one in skills:
            for line in one.evidence:
                number = owner.get((line.page, line.line))
                if number is not None and self._entries[number].kind.demonstrates:
                    self._shown_in[one.skill].add(number)
                    self._skills_of[number].add(one.skill)
        self._with_broader = {number: taxonomy.with_broader(shown) for number, shown in self._skills_of.items()}

    @cached_property
    def known(self) -> Mapping[str, Level]:
        """The levels of skills on paper, and what is there by the person's word or the use of something else."""
        certain = {skill: one.level for skill, one in self.sure.items()}
        return {**certain, **dict.fromkeys(self.unwritten, Level.basic), **self.levels}

    def shows(self, line: WrittenLine) -> frozenset[str]:
        """All skills that a line shows so that they can meet a requirement."""
        return self._taxonomy.shown_by_line(line.skill)

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
        return support._replace(entries=support.entries + len(new), jobs=support.jobs + len(jobs), months=months)

    def level_with(self, skill: str, spots: Collection[Spot]) -> Level:
        """The level of a skill once lines in these entries show it too."""
        if not spots and skill not in self.levels:
            return Level.none
        key = skill, frozenset(spots)
        if key not in self._found:
            level, _ = level_of(self.support_with(skill, spots), self._taxonomy.levels)
            self._found[key] = max(level, self.levels.get(skill, Level.none))
        return self._found[key]

    def limit_of(self, skill: str) -> str | None:
        """The words by which the resume itself limits a skill that it does not rate."""
        one = self.found.get(skill)
        return one.limit if one is not None and one.support.rating is None else None

    def is_beginner(self, skill: str) -> bool:
        """Whether somebody is a beginner by their own word: by a rating, a course without any work, or a limit that is
        not one of time or place.
        """
        one = self.found[skill]
        only_little = self.limit_of(skill) is not None and self.is_limited(skill, Level.basic)
        return one.support.rating is Level.basic or (not one.entries and (only_little or one.how is How.studied))

    def is_limited(self, skill: str, expected: Level) -> bool:
        """Whether the resume's own words make less of a skill than is `expected`; a limit of time or place does not."""
        if (limit := self.limit_of(skill)) is not None:
            return not is_of_time(limit) and limit.lower() not in self._taxonomy.levels.strength.limits.of_place
        return skill in self.found and self.found[skill].support.rating is Level.basic < expected

    def is_only_named(self, skill: str) -> bool:
        """Whether the resume names a skill, and no work shows it."""
        return skill in self.found and not self.found[skill].entries

    def is_shown_in(self, skill: str, spot: Spot) -> bool:
        """Whether the entry shows the skill already."""
        return spot.entry is not None and spot.entry in self._shown_in.get(skill, ())

    def is_only_practised(self, skill: str) -> bool:
        """Whether works of practice, or whose method is in question, alone show a skill."""
        shown = self._shown_in.get(skill, set())
        return bool(shown) and shown.issubset(self._practice)

    def surely_used_in(self, skill: str) -> tuple[Spot, ...]:
        """The works in which a skill was surely used, by what else they show or say, and that do not show it yet."""
        entries = sorted(self._surely_used.get(skill, ()))
        spots = [self.spot(number) for number in entries if self._can_take_lines(number)]
        return tuple(spot for spot in spots if not self.is_shown_in(skill, spot))

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

    def is_entrusted(self, spot: Spot) -> bool:
        """Whether an entry of the resume is a project on data of other people, or a job whose material is closed."""
        return spot.entry in self._entrusted

    def _gives_room(self, spot: Spot) -> bool:
        rooms = self._taxonomy.deliverables.rooms
        return any(self.room_for(skill, spot) for room in rooms for skill in room.first)

    def room_for(self, skill: str, spot: Spot) -> Room | None:
        """What an entry of the resume gives a skill room for, by its words or by what a job shows."""
        if spot.entry is None or skill not in self._taxonomy.deliverables.rooms_for:
            return None
        key = skill, spot.entry
        if key not in self._rooms:
            surely = {one for one, entries in self._surely_used.items() if spot.entry in entries}
            told, shown = self._told.get(spot.entry, ()), self._skills_of[spot.entry] | surely
            work = Work(told, shown, self._all_of(spot.entry), spot.where == "job")
            self._rooms[key] = room_in(work, skill, self._taxonomy.deliverables)
        return self._rooms[key]

    @cached_property
    def doubted(self) -> tuple[Spot, ...]:
        """The works whose method is in question, that which is to be measured anew first in front."""
        rooms = [room for room in self._taxonomy.deliverables.rooms if room.doubt]
        return tuple(dict.fromkeys(self.spot(at) for room in rooms for at in self._told if room.id in self._told[at]))

    def kinds_of_data(self, spot: Spot) -> frozenset[str]:
        """What the data of an entry of the resume are, by the skills that it shows."""
        return self._taxonomy.deliverables.kinds_of_data(self.skills_of(spot))

    @cached_property
    def own_networks(self) -> frozenset[str]:
        """Networks that are made for the kind of data which most works have."""
        facts = self._taxonomy.deliverables
        works = [shown for number, shown in self._skills_of.items() if number not in self._practice]
        kinds = Counter(kind for shown in works for kind in facts.kinds_of_data(shown))
        usual = [kind for kind in facts.data if kinds[kind] == max(kinds.values(), default=0) > 0]
        return facts.networks.intersection(*(facts.data[kind] for kind in usual[:1])) if usual else frozenset()

    @cached_property
    def owns(self) -> tuple[Spot, ...]:
        """The works that can go on: the best of one's own in the field, and beside it the job on models or data that
        goes on, else a second of one's own. The job is first where it shows more of models than any other work does.
        """
        spots, job = [self.spot(number) for number in self._own_numbers], self.job
        if job is None or not (self.takes_models(job) or self._gives_room(job)):
            return tuple(spots)
        first = next((spot for spot in spots if self.is_modelling(spot)), None)
        if not self.is_modelling(job):
            return (*spots[:1], job)
        if first is None:
            return (job,)
        return (job, first) if self._technical_of(job) > self._technical_of(first) else (first, job)

    @cached_property
    def grown(self) -> tuple[frozenset[str], ...]:
        """What each project that goes on shows, with what a plan puts on top of any model: another of the like is no
        further project, but for one on data of one's own, which the next one takes up.
        """
        facts = self._taxonomy.deliverables
        added = frozenset((*facts.order, *facts.ground))
        able = [
            spot
            for spot in self.owns
            if spot.where == "project" and self.is_modelling(spot) and not self.is_of_class(spot)
        ]
        few = {spot for spot in able if self.is_only_read(spot) or self.is_own_question(spot)}
        return tuple((added - facts.started if spot in few else added).union(self.skills_of(spot)) for spot in able)

    @cached_property
    def _own_numbers(self) -> Sequence[int]:
        """The best works of one's own, at most two: of the field before others, those of nobody else before those of
        groups, those that run before those that do not, then those that show most. None of practice, and none of years
        ago, where work has shown more since.
        """
        able = [
            number
            for number, entry in enumerate(self._entries)
            if self._is_project(number) and self._technical(number)
            if number not in self._practice and not self._is_of_old(number)
        ]

        def rank(number: int) -> tuple[bool, bool, bool, int]:
            runs = not self._taxonomy.deliverables.running.isdisjoint(self._all_of(number))
            return not self._is_of_field(number), number in self._shared, not runs, -len(self._technical(number))

        ranked = sorted(able, key=rank)
        return [number for at, number in enumerate(ranked[:2]) if not at or self._is_of_field(number)]

    def _is_project(self, number: int) -> bool:
        """Whether an entry is a work of one's own beside all jobs; a club's is one among the projects."""
        kind, section = self._entries[number].kind, self._sections[number].kind
        return kind in _PROJECTS or (kind is EntryKind.activity and section is SectionKind.projects)

    def _is_of_old(self, number: int) -> bool:
        """Whether a work was done years ago, by its dates or else those of the studies that it stands below, and is a
        thesis or has a job on models or data beside it today; beside such a job nobody goes on with a thesis at all.
        """
        above = [
            self._entries[one].dates
            for one in range(number)
            if self._entries[one].kind is EntryKind.education and self._sections[one] is self._sections[number]
        ]
        dates = self._entries[number].dates or (above[-1] if above else None)
        has_models = self.job is not None and self.takes_models(self.job)
        is_thesis = self._entries[number].kind is EntryKind.thesis
        if is_thesis and has_models:
            return True
        if dates is None or dates.last is None or not (is_thesis or has_models):
            return False
        return self._as_of - dates.last > self._taxonomy.deliverables.recent_months

    def is_modelling(self, spot: Spot) -> bool:
        """Whether an entry of the resume is on models or their data, so that more of them can be shown there."""
        return spot.entry is not None and not self._all_of(spot.entry).isdisjoint(self._taxonomy.deliverables.modelling)

    def is_only_read(self, spot: Spot) -> bool:
        """Whether an entry of the resume is a project that people read and nobody starts; none on data of one's own."""
        facts, shown = self._taxonomy.deliverables, self.skills_of(spot)
        is_read = not facts.read.isdisjoint(shown) and facts.running.isdisjoint(shown)
        return spot.where != "job" and is_read and not self.is_own_question(spot)

    def is_own_question(self, spot: Spot) -> bool:
        """Whether an entry of the resume is a project with a model on data that its writer has collected."""
        return spot.entry in self.questions

    def is_of_class(self, spot: Spot) -> bool:
        """Whether an entry of the resume is a project that all of a class have built alike."""
        return spot.entry in self._taught

    def takes_models(self, spot: Spot) -> bool:
        """Whether an entry of the resume can go on with a model: it has one, or is a job on tables of data."""
        return self.is_modelling(spot) or (spot.where == "job" and self.is_on_data(spot))

    def is_technical_beyond(self, skill: str, spot: Spot) -> bool:
        """Whether an entry of the resume shows enough technical skills besides this one and what it is a kind of."""
        shown = self._technical(spot.entry) if spot.entry is not None else []
        others = set(shown) - self._taxonomy.with_broader([skill])
        return len(others) >= self._taxonomy.deliverables.least_at_work

    def is_on_data(self, spot: Spot) -> bool:
        """Whether an entry of the resume works with tables, so that a model can be built on them."""
        return not self.kinds_of_data(spot).isdisjoint(self._taxonomy.deliverables.tables)

    def _technical_of(self, spot: Spot) -> int:
        return 0 if spot.entry is None else len(self._technical(spot.entry))

    def _is_of_field(self, number: int) -> bool:
        return not self._all_of(number).isdisjoint(self._taxonomy.of_field)

    def _all_of(self, number: int) -> frozenset[str]:
        """What an entry shows, with all that this implies."""
        return self._with_broader.get(number, frozenset())

    @cached_property
    def job(self) -> Spot | None:
        """The job of technical work that goes on, the one that shows most technical skills. Nobody models the daily
        work of a post on which no more than a word of the field falls.
        """
        jobs = [
            number
            for number in range(len(self._entries))
            if self._goes_on(number) and self._technical(number) and (self._trade is None or number in self._trade)
        ]
        best = max(jobs, key=lambda number: len(self._technical(number)), default=None)
        return None if best is None else self.spot(best)

    @cached_property
    def long_work(self) -> Spot | None:
        """The last job of who has worked long enough to have shown what every work asks of people."""
        jobs = [(number, entry) for number, entry in enumerate(self._entries) if entry.kind.is_work and entry.dates]
        months = months_covered([entry.dates for _, entry in jobs if entry.dates is not None])
        if not jobs or months < self._taxonomy.deliverables.everyday.months:
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

        facts = self._taxonomy.deliverables

        def makes_sense(number: int) -> bool:
            shown, kinds = self._skills_of[number], facts.kinds_of_data(self._skills_of[number])
            fits = (not kinds and self._entries[number].kind.is_work) or facts.fits_data(skill, kinds)
            return fits and self._taxonomy.could_be_used_in(skill, shown)

        numbers = filter(self._can_take_lines, range(len(self._entries)))
        able = [number for number in numbers if makes_sense(number)]
        best = max(able, key=nearness, default=None)
        return self.spot(best) if best is not None and any(nearness(best)[:2]) else None

    def _can_take_lines(self, number: int) -> bool:
        is_work = self._entries[number].kind.is_work
        return is_work or (self._is_project(number) and number not in self._practice)

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
