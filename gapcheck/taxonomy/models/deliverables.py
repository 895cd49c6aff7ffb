"""What the plan asks people to deliver, the lines that report it, and the hours it takes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Annotated

from pydantic import Field

from gapcheck.taxonomy.models.advice import _template
from gapcheck.taxonomy.models.not_now import NotNowRules
from gapcheck.taxonomy.models.vocabulary import Level, LevelName, _Strict


class Nouns(_Strict):
    """What a line calls the work of an entry, and its data."""

    work: str
    data: str


class StudiesEntry(_Strict):
    """The entry that holds what fits no project."""

    title: str
    about: str


class ToolHours(_Strict):
    """The most hours of study for one of these skills."""

    most: int = Field(gt=0)
    skills: frozenset[str]


class Shorter(_Strict):
    """The `share` of the hours of `skills` that is left for who shows another skill, one of `by`, at `least`; `why`."""

    skills: frozenset[str] = Field(min_length=1)
    by: frozenset[str] = Field(min_length=1)
    least: LevelName = Level.basic
    share: float = Field(gt=0, lt=1)
    why: str


class OptionalWork(_Strict):
    """What weighs no more than `weight` and takes more than so many hours is left out while there is better to do."""

    weight: float = Field(ge=0)
    hours: int = Field(gt=0)


class InCode(_Strict):
    """Categories and `skills` of what is done in code, categories of `methods` that mostly are, and tools that do these
    `instead`, without.
    """

    categories: frozenset[str]
    skills: frozenset[str]
    methods: frozenset[str]
    instead: frozenset[str]


class Everyday(_Strict):
    """What all work of so many months asks of people."""

    months: int = Field(ge=0)
    skills: frozenset[str]


class OnlyAtWork(_Strict):
    """A job takes a line on one of `skills` only where it shows one of `shows`."""

    skills: frozenset[str] = Field(min_length=1)
    shows: frozenset[str] = Field(min_length=1)


class Shared(_Strict):
    """Skills, by category or by themselves, that bring a work to others or to machines of others."""

    categories: frozenset[str]
    skills: frozenset[str]


class ClosedWork(_Strict):
    """Words by which the material of a job is closed to others: what is `said` of it, or `records` beside `people`; and
    the caution of a step there.
    """

    said: tuple[str, ...]
    people: tuple[str, ...]
    records: tuple[str, ...]
    caution: str


class Entrusted(_Strict):
    """Words by which data are those of other people: what is `said` of it, or `records` beside or `of` `people` where
    nothing is `public`; what makes such a work `shared`, and the caution then; that of any step `at_work`, and jobs
    whose material is `closed`.
    """

    said: tuple[str, ...]
    people: tuple[str, ...]
    records: tuple[str, ...]
    of: tuple[str, ...]
    public: tuple[str, ...]
    shared: Shared
    caution: str
    at_work: str
    closed: ClosedWork


class FirstWork(_Strict):
    """Where to begin: what to do in the first `hours` on a new project, by its id, or on a skill in a work that
    stands; `at_work` where that is a job, `entrusted` where its data are those of other people. For other skills it is
    their practice at the first level, where that is no `longest` characters and more. At a job it begins `with_leave`,
    and where the material of that is closed, `on_open_data`.
    """

    hours: int = Field(gt=0)
    projects: dict[str, Annotated[str, Field(max_length=75)]]
    skills: dict[str, Annotated[str, Field(max_length=75)]]
    at_work: dict[str, Annotated[str, Field(max_length=75)]]
    entrusted: dict[str, Annotated[str, Field(max_length=75)]]
    longest: int = Field(gt=0)
    other: Annotated[str, _template("skill")]
    with_leave: Annotated[str, _template("deed")]
    on_open_data: Annotated[str, _template("deed")]


class Room(_Strict):
    """What a work that stands gives room for: one of which it is `said` where nothing says that this is `solved`, with
    a model of one's own, or without one where it is on models `of_others` (with any, where that is null); what it says
    of itself as a lack is `confessed`: it is meant though it is denied. Or a project with the `doubt` of that id about
    its method; a model whose use `ended` by the words of a job; or a job, and with `projects` also a project, that
    shows so many of the skills `shows` (`least`), one of `also` where there are such, and none that it `lacks`, on
    that kind of `data` alone.
    `research` limits it to posts of research, or to all others. With what to begin by the skills that find room there
    (`first`), and the lines that report it, where other words than usual do; `firms` are skills with the hours that
    make a work of one's own hold: they are done though nothing asks for more of them on paper.
    """

    id: str
    said: tuple[str, ...] = ()
    solved: tuple[str, ...] = ()
    of_others: bool | None = False
    confessed: bool = False
    shows: frozenset[str] = frozenset()
    least: int = Field(default=0, ge=0)
    also: frozenset[str] = frozenset()
    data: str = ""
    lacks: frozenset[str] = frozenset()
    projects: bool = False
    research: bool | None = None
    doubt: str = ""
    ended: bool = False
    firms: dict[str, Annotated[int, Field(gt=0)]] = Field(default_factory=dict)
    first: dict[str, Annotated[str, Field(max_length=75)]]
    lines: dict[str, str]


class SideHours(_Strict):
    """The most hours of study for a skill of these categories, up to a level: what a role takes of it by the way."""

    most: int = Field(gt=0)
    up_to: LevelName
    categories: frozenset[str]


class LimitedSkills(_Strict):
    """How many skills that are met and limited by the resume's own words a plan deepens at `most`, and which `share` of
    the study of such a level is left.
    """

    most: int = Field(ge=0)
    share: float = Field(gt=0, le=1)


class HeavyWork(_Strict):
    """The least hours of what nobody does in an evening, by skill."""

    hours: int = Field(gt=0)
    skills: frozenset[str]


class FirstModel(_Strict):
    """How much less a project on a network counts for who has no model yet, where the role is about no more of it than
    what is `general`.
    """

    share: float = Field(gt=0, le=1)
    general: frozenset[str]


class LateStudy(_Strict):
    """Categories of which a study from so many hours on waits as one of `long_hours` does."""

    hours: int = Field(gt=0)
    categories: frozenset[str]


class Deliverables(_Strict):
    """What the plan asks people to deliver, the lines that report it, and the hours it takes.

    Skills of the categories `anywhere`, and those in `anywhere_too`, fit any project; those in `new_only` none that
    stands. Of the categories `of_employers` a job takes only what is of a category that it shows, and anything only
    beside `least_at_work` other technical skills. `beside` are categories and skills that nothing waits for,
    `tool_hours` limits the study of tools, `heavy` work takes hours at least, `shorter` says which skills make others
    quicker to learn. A study of `long_hours` beside the work waits for what weighs as much, and what is only
    `practised` for interviews waits for all else. `called` are categories of things that others built, `tools` those of
    which one stands for another. `ground` is begun with the first work, and what is `on_ground` waits for it, as what
    is `started` does for the `basics` that are learned; `order` decides between equals, and
    what is `behind` others comes after them in a part. A work that shows what is
    `read` and nothing `running` takes what is `started` last, one that does not run what is `watched`. `modelling` are
    skills of works that can go on with further models, `models` those of works that have one, `begun` what is learned
    with the first of them, as is what the `first_areas` ask for; `second_models` are of models that are compared with
    that of a new project, `on_models` what is done to one that runs before another is made to. `only_at_work` says what
    a job has to show before it takes a skill; of tools that do the `same_work` it takes the one that it has. `running`
    are skills of works that can be tried; one that ended more than `recent_months` ago does not go on. `data` tells by
    skills what the data of a work are, those `on_any` only where no others do and those
    `not_beside` a kind not there, `tables` are the kinds of data that a
    job can build a model on, and `only_on` tells which skills make sense on such alone. A further project gives a place
    to `least_subjects`. `nouns` are those of the entries, `entrusted` tells which work on data of other people, `rooms`
    what works give room for, and `most_firm` of these are done in any case; `first` says where to begin; `asked` are
    lines with places to fill in, for what was done already, and `again` what stands before them in further entries;
    `also` is what a line shows besides its skill and all that this implies. What is `everyday` is only written down by
    who has worked; what is of `networks` goes into no work that shows none of them, and what is done in `code` is
    written down in no entry that shows none; `not_now` is what waits, and `limited` how what is met and limited by the
    resume's own words is deepened.
    """

    source: tuple[str, ...]
    as_of: date
    project_hours: int = Field(ge=0)
    line_hours: int = Field(ge=0)
    heavy: HeavyWork
    long_hours: int = Field(gt=0)
    late: LateStudy
    practised: frozenset[str]
    quick_hours: int = Field(gt=0)
    optional: OptionalWork
    not_now: NotNowRules
    limited: LimitedSkills
    most_months: int = Field(ge=0)
    everyday: Everyday
    most_lines_own: int = Field(ge=0)
    recent_months: int = Field(ge=0)
    usual_projects: int = Field(ge=0)
    least_subjects: int = Field(ge=1)
    most_projects: int = Field(ge=0)
    code: InCode
    alike: float = Field(gt=0, le=1)
    own_field: float = Field(ge=1)
    own_data: float = Field(ge=1)
    other_data: float = Field(gt=0, le=1)
    other_trade: float = Field(gt=0, le=1)
    on_heart: float = Field(ge=1)
    own_model: float = Field(ge=1)
    own_way: float = Field(ge=1)
    same_again: float = Field(gt=0, le=1)
    own_subject: float = Field(ge=1)
    first_model: FirstModel
    fields: frozenset[str]
    called: frozenset[str]
    tools: frozenset[str]
    anywhere: frozenset[str]
    of_employers: frozenset[str]
    anywhere_too: frozenset[str]
    new_only: frozenset[str]
    least_at_work: int = Field(ge=0)
    networks: frozenset[str]
    beside: frozenset[str]
    tool_hours: ToolHours
    side_hours: SideHours
    shorter: tuple[Shorter, ...]
    ground: tuple[str, ...]
    order: tuple[str, ...]
    behind: dict[str, tuple[str, ...]]
    on_ground: frozenset[str]
    basics: frozenset[str]
    read: frozenset[str]
    started: frozenset[str]
    watched: frozenset[str]
    modelling: frozenset[str]
    models: frozenset[str]
    on_models: frozenset[str]
    only_at_work: tuple[OnlyAtWork, ...]
    on_data: frozenset[str]
    begun: frozenset[str]
    first_areas: int = Field(ge=0)
    second_models: frozenset[str]
    same_work: tuple[frozenset[str], ...]
    running: frozenset[str]
    tables: frozenset[str]
    also_on: frozenset[str]
    data: dict[str, frozenset[str]]
    on_any: frozenset[str]
    not_beside: dict[str, frozenset[str]]
    only_on: dict[str, frozenset[str]]
    own_first: frozenset[str]
    studies: StudiesEntry
    nouns: dict[str, Nouns]
    entrusted: Entrusted
    most_firm: int = Field(ge=0)
    rooms: tuple[Room, ...]
    first: FirstWork
    asked: dict[str, Annotated[str, _template("skill")]]
    again: tuple[str, ...]
    other: Annotated[str, _template("skill", "work", "data")]
    also: dict[str, tuple[str, ...]]
    lines: dict[str, Annotated[str, _template("work", "data")]]

    def kinds_of_data(self, skills: Iterable[str]) -> frozenset[str]:
        """What the data of a work are that shows these skills; what models of any data tell is said only where no other
        kind is.
        """
        shown = frozenset(skills)
        surely = self._kinds(shown - self.on_any)
        if not surely - self.also_on:
            return self._kinds(shown)
        beside = frozenset[str]().union(*(self.not_beside.get(kind, frozenset()) for kind in surely))
        return self._kinds(shown - self.on_any - beside)

    def _kinds(self, shown: frozenset[str]) -> frozenset[str]:
        return frozenset(kind for kind, signs in self.data.items() if not signs.isdisjoint(shown))

    def fits_data(self, skill: str, kinds: Collection[str]) -> bool:
        """Whether a skill makes sense on data of one of these kinds."""
        bound = self._bound.get(skill)
        return bound is None or not bound.isdisjoint(kinds)

    def is_for_job(self, skill: str, shown: Collection[str]) -> bool:
        """Whether a job that shows these skills takes a line on this one: it has what that needs, and no other tool for
        the same work.
        """
        others = set(shown) - {skill}
        has_all = all(not one.shows.isdisjoint(shown) for one in self.only_at_work if skill in one.skills)
        return has_all and all(tools.isdisjoint(others) for tools in self.same_work if skill in tools)

    def is_alike(self, skills: Collection[str], work: frozenset[str]) -> bool:
        """Whether a work shows most of the skills of a project already."""
        return len(work.intersection(skills)) >= self.alike * len(skills)

    def share_of_hours(self, skill: str, known: Mapping[str, Level]) -> float:
        """The share of the hours of a skill that is left for who knows these skills at these levels."""
        rules = self._shorter.get(skill, ())
        return min(
            (rule.share for rule in rules if any(known.get(one, 0) >= rule.least for one in rule.by - {skill})),
            default=1.0,
        )

    @cached_property
    def rooms_for(self) -> dict[str, list[Room]]:
        """The rooms that a skill can find, in their order."""
        found: defaultdict[str, list[Room]] = defaultdict(list)
        for room in self.rooms:
            for skill in room.first:
                found[skill].append(room)
        return dict(found)

    @cached_property
    def _shorter(self) -> dict[str, list[Shorter]]:
        """The rules for each skill."""
        found: defaultdict[str, list[Shorter]] = defaultdict(list)
        for rule in self.shorter:
            for skill in rule.skills:
                found[skill].append(rule)
        return dict(found)

    @cached_property
    def _bound(self) -> dict[str, frozenset[str]]:
        """The kinds of data that each skill of `only_on` makes sense on."""
        bound = frozenset[str]().union(*self.only_on.values())
        return {skill: frozenset(kind for kind, skills in self.only_on.items() if skill in skills) for skill in bound}
