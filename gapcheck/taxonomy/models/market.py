"""The market facts of the data files: titles, pay, interviews, challenges, each with source and date."""

from __future__ import annotations

import re
from datetime import date

from pydantic import BaseModel, ConfigDict, Field, model_validator

from gapcheck.taxonomy.models.vocabulary import Level, LevelName, Span, _Strict


class MarketFact(BaseModel):
    """Facts on one topic of the job market, with their source; what they hold differs by topic."""

    # Built at once: as an extra field of another model pydantic before 2.13 can't write one that is built when used.
    model_config = ConfigDict(extra="allow", frozen=True)

    source: tuple[str, ...] = Field(min_length=1)
    as_of: date


class JobTitle(_Strict):
    """A title under which work is advertised, the profile it stands for, and the career stage it belongs to. `job` is
    false for what nobody advertises, as student.
    """

    title: str
    profile: str | None = None
    stage: str | None = None
    job: bool = True


class Core(_Strict):
    """What posts of a title take for granted: one of these skills at a level."""

    any_of: frozenset[str] = Field(min_length=1)
    least: LevelName = Level.basic


class Worked(_Strict):
    """Months of work in the field, or of analytic work of a researcher, and the readiness for the nearest profile that
    is enough with them.
    """

    field_months: int = Field(gt=0)
    enough: float = Field(gt=0, le=1)


class Newcomers(_Strict):
    """What posts of a profile ask beside its core of somebody with less than `field_months` of work in the field."""

    field_months: int = Field(gt=0)
    asked: dict[str, tuple[Core, ...]]


class TitleFacts(_Strict):
    """Titles to search for: of a profile from the readiness of the stage `from_stage` on. A profile fits clearly better
    than another by a readiness higher by `clearly`. `hearts` are the skills of which work has to show some, in
    `heart_lines` lines, before a profile is named; of each group of its `cores` one has to be shown, at the level of
    the group, before anybody is sent to posts with its title; `newcomers` are asked for more; `most` is how many titles
    are named. Who has `worked` in the field is sent to posts of the nearest profile with less on paper, and
    who has done research on what a role is about for `own_field_months` to that of this role. Profiles
    `of_research` are named to those alone who have done some or worked in the field.
    The stages are those of the profile `timeline`, which is taken where the profile compared with has no title here.
    """

    source: tuple[str, ...]
    as_of: date
    from_stage: str
    clearly: float = Field(gt=0, le=1)
    hearts: dict[str, frozenset[str]]
    of_research: frozenset[str] = frozenset()
    heart_lines: int = Field(ge=1)
    cores: dict[str, tuple[Core, ...]]
    newcomers: Newcomers
    own_field_months: int = Field(ge=0)
    worked: Worked
    later_hours: int = Field(ge=0)
    most: int = Field(ge=1)
    timeline: str
    entry_level: tuple[JobTitle, ...]
    by_stage: tuple[JobTitle, ...]


class OpeningTitle(_Strict):
    """A title that opens doors; with a `profile` only for whom work shows the heart of that role, one `of_software`
    only for who has written software for a living, one that `shows` skills only where work shows one of these, and one
    with `months` only after so many of analytic work.
    """

    title: str
    profile: str | None = None
    of_software: bool = False
    shows: frozenset[str] = frozenset()
    months: int = Field(default=0, ge=0)


class Bridge(_Strict):
    """Titles that lead into the field from a trade, which is told by one of the words `of` in the title of a job, and
    the skills that these test first (`begins`), where they are not those of the situation; those `coded` are for who
    has written code at work.
    """

    of: tuple[str, ...] = Field(min_length=1)
    titles: tuple[str, ...] = Field(min_length=1)
    coded: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()


class Situation(_Strict):
    """Where somebody comes from, and how to open doors from there. It fits from so many months of work in the field, of
    such outside schools and research, of technical, of analytic and of any work on, `away` months after the last job,
    up to `most_technical_months`, and with studies that end in at most `studies_left` months; `openings` are titles to
    look at while the readiness is not enough for those of a profile; who is `senior`, or has `senior_months` of
    analytic work, is sent to no post for juniors; `by_work` tells that years of work say more than the timeline of
    beginners. `begins` are skills that its openings test: of the steps in one work they come first, in this order. With
    `until_degree` no post is named for later, as there is none before the degree; with `whole_plan` that of the profile
    is named for after all of the plan, in the words of `later`; `page` says what to put on top of the resume; who is
    `bridged` is shown the titles that lead over from their trade.
    """

    id: str
    name: str
    opening: str
    page: str = Field(max_length=45)
    openings: tuple[OpeningTitle, ...] = Field(min_length=1)
    field_months: int = 0
    industry_months: int = 0
    technical_months: int = 0
    analytic_months: int = 0
    work_months: int = 0
    away: int = 0
    studies: bool | None = None
    studies_left: int | None = None
    research: bool | None = None
    most_technical_months: int | None = None
    senior: bool = False
    senior_months: int | None = None
    by_work: bool = False
    begins: tuple[str, ...] = ()
    until_degree: bool = False
    whole_plan: bool = False
    later: str = ""
    bridged: bool = False


class SituationFacts(_Strict):
    """The situations, the first that fits is taken. A job is technical or analytic where at least a `share` of its
    lines show a skill of such a category or one of those named beside, and of the field where `field_share` do and it
    shows one of `field_needs` by a line on none of `field_not`; one of a trade of the `bridges` is neither but where it
    shows one of `analytic_needs`; one of the field and technical also by its title; one of `analytic_titles` is not
    technical by its lines. Who had one of `software_titles`, or shows one of `software` in a technical job, has written
    software. Where no job is so for sure, it takes `least_lines` lines. `ranks` are words of titles above others;
    `any_field` stands in a title for the person's own field, where that is not told. What names no degree is a course
    and no study beside a job that has gone on for `beside_months`, nor is a degree that is `beside` it by its words.
    """

    source: tuple[str, ...]
    as_of: date
    field: frozenset[str]
    field_needs: frozenset[str]
    field_too: frozenset[str]
    field_not: frozenset[str]
    share: float = Field(gt=0, le=1)
    field_share: float = Field(gt=0, le=1)
    least_lines: int = Field(ge=1)
    field_titles: tuple[str, ...]
    technical_titles: tuple[str, ...]
    analytic_titles: tuple[str, ...]
    software_titles: tuple[str, ...]
    software: frozenset[str]
    bridges: tuple[Bridge, ...]
    technical: frozenset[str]
    technical_too: frozenset[str]
    analytic: frozenset[str]
    analytic_too: frozenset[str]
    analytic_needs: frozenset[str]
    beside_months: int = Field(gt=0)
    ranks: tuple[str, ...]
    beside: tuple[str, ...]
    any_field: str
    research_words: tuple[str, ...]
    academic_words: tuple[str, ...]
    list: tuple[Situation, ...]


class Specialisation(_Strict):
    """A kind of machine-learning engineer."""

    title: str
    profile: str
    work: str
    suits: str


class SpecialisationFacts(_Strict):
    """The kinds of machine-learning engineer."""

    source: tuple[str, ...]
    as_of: date
    kinds: tuple[Specialisation, ...]


class SalaryBand(_Strict):
    """Pay a year, `base` without and `total` with all else. It is taken at some career stages, after whole years of
    work in the field.
    """

    id: str
    name: str
    years: Span | None = None
    stages: tuple[str, ...] = ()
    work_years: Span | None = None
    base: Span
    total: Span


class ToldBy(_Strict):
    """Places by which amounts in a currency are those of the reader: `names`, and codes of `states` behind a comma;
    those that are `shared` with a country only before a ZIP code.
    """

    names: tuple[str, ...]
    states: tuple[str, ...]
    shared: tuple[str, ...]
    currency: str


class SalaryFacts(_Strict):
    """Pay by experience. It is given for `profiles` only, and none after `other_work_months` of technical or analytic
    work beside the field; the first band that suits is taken. `told_by` says to whom amounts are told.
    """

    source: tuple[str, ...]
    as_of: date
    currency: str
    region: str
    profiles: tuple[str, ...]
    other_work_months: int = Field(ge=0)
    told_by: ToldBy
    bands: tuple[SalaryBand, ...]
    notes: tuple[str, ...] = ()


class CareerPay(_Strict):
    """Pay a year of one title, and the career stages from which it can be had; `advanced` is the share that went on."""

    title: str
    profile: str | None = None
    years: Span
    stages: tuple[str, ...] = ()
    pay: Span
    advanced: float | None = None


class CareerPath(_Strict):
    """Pay along a career, and the titles in order of seniority."""

    source: tuple[str, ...]
    as_of: date
    region: str
    currency: str
    pay: tuple[CareerPay, ...]
    order: tuple[str, ...]


class InterviewStage(_Strict):
    """One stage of interviews: the skills, the categories of skills and the portfolio criteria it asks about."""

    id: str
    name: str
    focus: str
    skills: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    criteria: tuple[str, ...] = ()


class InterviewFacts(_Strict):
    """The stages of interviews, in order."""

    source: tuple[str, ...]
    as_of: date
    stages: tuple[InterviewStage, ...]
    advice: str


class Condition(_Strict):
    """When a challenge applies to a resume; all that is given must hold.

    `criteria` of the portfolio are all open; no job or internship shows the skill `no_work_in`; `no_degree` in one of
    the fields of study; of the requirements in `categories` a smaller share than `below` is met; `profiles` are those
    compared with.
    """

    criteria: tuple[str, ...] = ()
    no_work_in: str | None = None
    no_degree: bool = False
    categories: tuple[str, ...] = ()
    below: float | None = Field(None, gt=0, le=1)
    profiles: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _is_complete(self) -> Condition:
        if bool(self.categories) != (self.below is not None):
            raise ValueError("categories and below belong together: give both or none")
        return self


class Challenge(_Strict):
    """A difficulty and what helps; without `when`, no resume can tell whether it applies. One of `newcomers` is none of
    who comes with years of work.
    """

    id: str
    challenge: str
    solution: str
    when: Condition | None = None
    newcomers: bool = False
    source: tuple[str, ...] = ()


class ChallengeFacts(_Strict):
    """The difficulties of newcomers."""

    source: tuple[str, ...]
    as_of: date
    list: tuple[Challenge, ...]


class GoodToKnow(_Strict):
    """Advice for whom it fits: people in one of the `situations` (none for all), whose profile's title suits today or
    not (`ready`), who have no degree in a field that the guides name, or a post still. `{topic.field}` in `text` is
    filled in; `first` says it in short where the titles to apply for stand.
    """

    id: str
    about: str
    text: str
    situations: tuple[str, ...] = ()
    ready: bool | None = None
    no_degree: bool = False
    still_working: bool = False
    first: str | None = None

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts that the text names, each as `topic.field`."""
        return tuple(re.findall(r"\{([\w.]+)\}", self.text))

    @property
    def topics(self) -> tuple[str, ...]:
        """The topics of these facts."""
        return tuple(dict.fromkeys(fact.partition(".")[0] for fact in self.facts))


class GoodToKnowFacts(_Strict):
    """What is good to know, the first `most` that fit."""

    source: tuple[str, ...]
    as_of: date
    most: int = Field(ge=0)
    list: tuple[GoodToKnow, ...]


class EducationFacts(_Strict):
    """What people in the field studied. `fields` are the guides' own, `field_words` further ways to write them,
    `degree_words` tell a degree.
    """

    source: tuple[str, ...]
    as_of: date
    bachelors_share: float = Field(ge=0, le=1)
    fields: tuple[str, ...]
    field_words: tuple[str, ...]
    degree_words: tuple[str, ...]
    advanced_degree: str
    school_subjects: tuple[str, ...]
    courses: tuple[str, ...]
    other_ways: tuple[str, ...]


class Market(BaseModel):
    """The job market as guides describe it: the topics that a report draws on; all others are plain facts."""

    model_config = ConfigDict(extra="allow", frozen=True, defer_build=True)
    __pydantic_extra__: dict[str, MarketFact]

    titles: TitleFacts
    situations: SituationFacts
    specialisations: SpecialisationFacts
    salary_bands: SalaryFacts
    career_path: CareerPath
    interview: InterviewFacts
    challenges: ChallengeFacts
    good_to_know: GoodToKnowFacts
    education: EducationFacts
