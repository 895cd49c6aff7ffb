"""Open requirements → which single project would move most of them for what is new in it, and to which level by the
level rule.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from gapcheck.gap.compare import Gap, Status, readiness
from gapcheck.resume import Entry, Resume
from gapcheck.skills import SkillEvidence, Support, level_of
from gapcheck.taxonomy import Level, Profile, ProjectIdea, SectionKind, Taxonomy, WorkField
from gapcheck.text.claims import Claims

_BRACKETS = re.compile(r"\(([^()]+)\)")
_KINDS = ("tables", "texts", "images")
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
    readiness after it (0 to 1), the skills that it takes for this person, and those of them that are new; `field` is
    the person's own where that has such data, `own_data` the title of a project whose data would do.
    """

    idea: ProjectIdea
    skills: tuple[str, ...]
    new_skills: tuple[str, ...]
    moves: tuple[Move, ...]
    readiness: float
    field: WorkField | None = None
    own_data: str | None = None

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
        words = {field.id: field.words for field in taxonomy.portfolio.fields}
        self._words = Claims(words, taxonomy.context.cues, ())

    def field_of(self, resume: Resume) -> WorkField | None:
        """The field of work that the longest job that goes on, or else all of them, and the summary tell of most, by
        their words; None where few do.
        The name of an employer says nothing: nobody is advised by a famous one. What is said of it in brackets does.
        """
        jobs = [entry for _, entry in resume.entries() if entry.kind.is_work]
        summary = [entry for section, entry in resume.entries() if section.kind is SectionKind.summary]
        about = [item.text for entry in summary for item in entry.items]
        main = self._main(jobs)
        return (self._most_told(main, about) if main else None) or self._most_told(jobs, about)

    def _main(self, jobs: Sequence[Entry]) -> list[Entry]:
        """The longest job of those that go on; none where each is too short to be one's field."""
        least = self._taxonomy.portfolio.field_months
        present = [(one.dates.months, one) for one in jobs if one.dates is not None and one.dates.ongoing]
        longest = max(present, key=lambda pair: pair[0], default=None)
        return [longest[1]] if longest is not None and longest[0] >= least else []

    def _most_told(self, jobs: Sequence[Entry], about: Iterable[str]) -> WorkField | None:
        """The field of which most words stand in these jobs and in what people say about themselves."""
        lines = [line for entry in jobs for line in _what_was_done(entry)]
        found = Counter(hit.key for line in (*lines, *about) for hit in self._words.hits(line))
        trades = {hit.key for entry in jobs for said in _in_brackets(entry) for hit in self._words.hits(said)}
        rules = self._taxonomy.portfolio
        found.update(dict.fromkeys(trades, rules.field_words))
        enough = [one for one in rules.fields if found[one.id] >= rules.field_words]
        return max(enough, key=lambda one: found[one.id], default=None)

    def ranked(
        self,
        gaps: Sequence[Gap],
        skills: Sequence[SkillEvidence],
        works: Iterable[Collection[str]] = (),
        field: WorkField | None = None,
        sure: Collection[str] = (),
        *,
        suits: Mapping[str, float] = MappingProxyType({}),
        grown: Collection[frozenset[str]] = (),
        own_data: Mapping[str, str] = MappingProxyType({}),
    ) -> tuple[IdeaValue, ...]:
        """The ideas that would move something, the one first that moves most for what is new in it and goes on from
        what the person has: `suits` tells how well each does, 0 for those that are left out.

        An idea is cut to this person: at most as many new skills as there are known ones, those that move most. A
        project counts as one further entry and as no job. It shows its skills and all that they imply. None that one of
        the `works` is already, given by the skills that each shows, or one of the person's projects will be once it is
        `grown`, or whose core the person has used or has as `sure`, or which they are beyond. `field` is their own,
        `own_data` the title of a project on data of their own, by the kinds of these.
        """
        shown = {one.skill: one for one in skills}
        waiting = sorted(
            (gap for gap in gaps if gap.status is not Status.met),
            key=lambda gap: (-gap.requirement.weight, gap.requirement.id),
        )
        reached = {skill: self._with_one_entry(shown.get(skill)) for gap in waiting for skill in gap.requirement.any_of}
        ways = _Ways(waiting, reached)
        before, total = readiness(gaps), sum(gap.requirement.weight for gap in gaps)
        done = [frozenset(work) for work in works]
        used = {*sure, *(skill for skill, one in shown.items() if one.entries)}
        values = [
            self._value(idea, taken, ways, shown, before, total)
            for idea in self._ideas
            if suits.get(idea.id, 1) > 0
            and idea.is_for(used)
            and not idea.is_behind({skill: one.level for skill, one in shown.items()})
            and (taken := self._cut(idea, ways, shown))
            and not any(self._facts.is_alike(taken, work) for work in (*done, *grown))
        ]
        urgency = {gap.requirement.id: gap.urgency / max(1, gap.requirement.expected - gap.found) for gap in waiting}

        def rank(one: IdeaValue) -> tuple[float, str]:
            return -round(self._worth(one, urgency) * suits.get(one.idea.id, 1), 9), one.idea.id

        best = sorted((one for one in values if one.moves), key=rank)
        able = (replace(one, own_data=own_data.get(one.idea.on or "")) if one.idea.any_field else one for one in best)
        return tuple(replace(one, field=field) if _is_of(one.idea, field) else one for one in able)

    def suits(
        self,
        works: Iterable[Collection[str]],
        situation: str,
        profile: str = "",
        field: WorkField | None = None,
        *,
        can_go_on: bool = True,
        has_question: bool = False,
    ) -> Mapping[str, float]:
        """How well each idea suits a person, by its id: more where it is on the kind of data that most of their `works`
        have, given by the skills that each shows, and less on another kind; less where its data are never those of
        their `field`, or of one field alone where they have a question of their own (`has_question`), and where its
        model is a network for who has no model yet, unless the role is about networks; more where it is on the heart of
        the `profile` and no work is, where it makes more of a model that is in no work that `can_go_on`, and where it
        goes on from their `situation` or builds on what they use; less where it is more of what they leave.
        """
        shown, carried = list(works), self._taxonomy.carried
        heart = self._taxonomy.market.titles.hearts.get(profile, frozenset())
        is_new = all(heart.isdisjoint(work) for work in shown)
        any_model = any(not self._facts.models.isdisjoint(self._taxonomy.with_broader(work)) for work in shown)
        has_model = not can_go_on and any(not self._facts.models.isdisjoint(work) for work in shown)
        kinds = Counter(kind for work in shown for kind in self._facts.kinds_of_data(work))
        has_subject = field is not None or has_question
        usual = {kind for kind in _KINDS if kinds[kind] == max(kinds[one] for one in _KINDS) > 0}
        return {
            idea.id: self._by_data(idea, usual)
            * (self._facts.other_trade if has_subject and not idea.any_field else 1)
            * (self._facts.on_heart if is_new and not heart.isdisjoint(carried[idea.id]) else 1)
            * (self._facts.first_model.share if not any_model and self._is_network(idea, heart) else 1)
            * (self._facts.own_model if idea.goes_on and has_model else 1)
            * (self._facts.own_way if situation in idea.fits else 1)
            * (self._facts.same_again if situation in idea.leaves else 1)
            * (self._facts.own_subject if any(not idea.builds_on.isdisjoint(work) for work in shown) else 1)
            for idea in self._ideas
        }

    def unfit(
        self,
        works: Collection[Collection[str]],
        profile: Profile | None = None,
        *,
        by_work: bool = False,
        has_published: bool = False,
    ) -> frozenset[str]:
        """The ids of the ideas that are nothing for a person on the way to the `profile`: on another kind of data than
        the heart of that and their `works` are, where the heart is of a kind or they have worked for years (`by_work`);
        a network, for who has so worked without any model, where the role asks for none; on a subject that only some
        roles ask for and this one does not; what their works have built alike; and what shows nothing more of who
        `has_published`. Better no project than one of another trade.
        """
        facts, with_broader = self._facts, self._taxonomy.with_broader
        heart = self._taxonomy.market.titles.hearts.get(profile.id, frozenset()) if profile else frozenset[str]()
        asked = {skill for rule in profile.requirements for skill in rule.any_of} if profile else set[str]()
        of_role = facts.kinds_of_data(heart) - facts.also_on
        own = frozenset[str]().union(*(facts.kinds_of_data(work) for work in works)) - facts.also_on
        shown = frozenset[str]().union(*works)
        kinds = own | of_role if of_role or by_work else frozenset[str]()
        builds_none = by_work and all(facts.models.isdisjoint(with_broader(work)) for work in works)
        no_networks = builds_none and facts.networks.isdisjoint(asked)
        return frozenset(
            idea.id
            for idea in self._ideas
            if (kinds and idea.on is not None and idea.on not in kinds)
            or (no_networks and not facts.networks.isdisjoint(idea.skills))
            or (idea.asked and idea.asked.isdisjoint(asked))
            or not idea.built_by.isdisjoint(shown)
            or (has_published and not idea.once_published)
        )

    def _is_network(self, idea: ProjectIdea, heart: Collection[str]) -> bool:
        """Whether the model of an idea is a network that is none of what the role is about."""
        carried = self._taxonomy.carried[idea.id]
        special = carried.intersection(heart) - self._facts.first_model.general
        return not self._facts.networks.isdisjoint(idea.skills) and not special

    def _by_data(self, idea: ProjectIdea, usual: Collection[str]) -> float:
        """How well an idea suits somebody by what its data are, beside the `usual` kinds of their works."""
        if idea.on is None or not usual:
            return 1
        return self._facts.own_data if idea.on in usual else self._facts.other_data

    def _cut(self, idea: ProjectIdea, ways: _Ways, shown: Mapping[str, SkillEvidence]) -> tuple[str, ...]:
        """The skills of the idea that are known, and as many new ones at most: those that move most."""
        known = [skill for skill in idea.skills if skill in shown]

        def rank(skill: str) -> float:
            return -ways.gain_of(skill, self._taxonomy.meets[skill])

        new = sorted((skill for skill in idea.skills if skill not in shown), key=rank)[: len(known)]
        return tuple(skill for skill in idea.skills if skill in known or skill in new)

    def _value(
        self,
        idea: ProjectIdea,
        skills: tuple[str, ...],
        ways: _Ways,
        shown: Mapping[str, SkillEvidence],
        before: float,
        total: float,
    ) -> IdeaValue:
        held = self._taxonomy.meeting(skills)
        used = ways.used(held)
        return IdeaValue(
            idea=idea,
            skills=skills,
            new_skills=tuple(skill for skill in skills if skill not in shown),
            moves=ways.moves(used),
            readiness=min(1.0, before + ways.gain(used) / total),
        )

    def _worth(self, one: IdeaValue, urgency: Mapping[str, float]) -> float:
        """What matters of what it moves, for each new skill; more where it is on subjects that the person knows."""
        known = set(one.skills) - set(one.new_skills)
        on_subject = any(self._taxonomy.skills[skill].category in self._facts.fields for skill in known)
        gain = sum(urgency[move.requirement] * (move.reached - move.found) for move in one.moves)
        worth = one.idea.suits * gain / (_SET_UP + len(one.new_skills))
        return worth * (self._facts.own_field if on_subject else 1)

    def _with_one_entry(self, one: SkillEvidence | None) -> Level:
        """The level once one more entry, which is no job, shows the skill; never below what is found."""
        support = one.support if one else Support()
        level, _ = level_of(support._replace(entries=support.entries + 1), self._rule)
        return max(level, one.level) if one else level


class _Ways:
    """For each open requirement the skills that one more entry would bring above what is found, the highest first; in
    the order of the requirements given. `reached` are the levels with that entry.
    """

    def __init__(self, gaps: Iterable[Gap], reached: Mapping[str, Level]) -> None:
        self._reached = reached
        self._ways: list[tuple[Gap, list[str]]] = []
        self._of_skill: defaultdict[str, list[int]] = defaultdict(list)
        self._gains: dict[str, float] = {}
        for number, gap in enumerate(gaps):
            able = [skill for skill in gap.requirement.any_of if reached[skill] > gap.found]
            self._ways.append((gap, sorted(able, key=reached.__getitem__, reverse=True)))
            for skill in able:
                self._of_skill[skill].append(number)

    def used(self, held: frozenset[str]) -> list[tuple[Gap, str]]:
        """The requirements that a project with the skills `held` moves, each with the skill that would carry it."""
        moved = sorted({number for skill in held & self._of_skill.keys() for number in self._of_skill[skill]})
        return [(gap, next(one for one in skills if one in held)) for gap, skills in map(self._ways.__getitem__, moved)]

    def gain(self, used: Iterable[tuple[Gap, str]]) -> float:
        """The weight that is gained where these skills come to the level reached."""
        return sum(
            gap.requirement.weight
            * (min(self._reached[skill], gap.requirement.expected) - gap.found)
            / gap.requirement.expected
            for gap, skill in used
        )

    def gain_of(self, skill: str, held: frozenset[str]) -> float:
        """The weight that is gained by one skill with all that it shows; many ideas ask for the same."""
        if skill not in self._gains:
            self._gains[skill] = self.gain(self.used(held))
        return self._gains[skill]

    def moves(self, used: Iterable[tuple[Gap, str]]) -> tuple[Move, ...]:
        """The requirements moved, those first that are met then."""
        levels = ((gap, skill, self._reached[skill]) for gap, skill in used)
        moves = [
            Move(gap.requirement.id, skill, gap.found, reached, reached >= gap.requirement.expected)
            for gap, skill, reached in levels
        ]
        return tuple(sorted(moves, key=lambda move: not move.closes))


def _is_of(idea: ProjectIdea, field: WorkField | None) -> bool:
    """Whether a project can be built on data of a field."""
    return field is not None and idea.any_field and idea.on in field.data


def _in_brackets(entry: Entry) -> list[str]:
    """What stands in brackets behind a post or its employer: the trade, as in "Heron Ltd (parcels)"."""
    return _BRACKETS.findall(f"{entry.title} {entry.organisation}")


def _what_was_done(entry: Entry) -> Iterator[str]:
    """The post, where the employer is known and can be left out, and the lines of a job that name neither."""
    names = [name for name in (entry.title, entry.organisation) if name]
    if entry.organisation:
        yield entry.title.replace(entry.organisation, "")
    yield from (item.text for item in entry.items if not any(name in item.text for name in names))
