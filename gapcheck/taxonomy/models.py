"""The shapes of the data files: what a skill, a profile, a rule or a certification consists of, checked strictly."""

from __future__ import annotations

import itertools
import re
from datetime import date
from enum import IntEnum, StrEnum
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator


class Level(IntEnum):
    """How well a skill is shown; levels compare by rank."""

    none = 0
    basic = 1
    intermediate = 2
    advanced = 3


class How(StrEnum):
    """The strongest kind of evidence for a skill, strongest first."""

    demonstrated = "demonstrated"
    certified = "certified"
    studied = "studied"
    listed = "listed"
    implied = "implied"


class Reason(StrEnum):
    """Why a mention does not count."""

    negated = "negated"
    aspiration = "aspiration"
    other_meaning = "other-meaning"
    other_person = "other-person"
    hidden = "hidden"
    repeated = "repeated"
    advert = "advert"
    instruction = "instruction"

    @property
    def is_trick(self) -> bool:
        """Whether text that a resume has no use for was meant to be counted by a program."""
        return self in (Reason.hidden, Reason.repeated, Reason.advert, Reason.instruction)


class SectionKind(StrEnum):
    """What a section of a resume is about. `header` is what stands above the first heading."""

    header = "header"
    summary = "summary"
    experience = "experience"
    projects = "projects"
    education = "education"
    certifications = "certifications"
    publications = "publications"
    skills = "skills"
    awards = "awards"
    activities = "activities"
    interests = "interests"
    languages = "languages"
    references = "references"
    other = "other"


def _level(value: object) -> object:
    if isinstance(value, str):
        if value not in Level.__members__ or value == Level.none.name:
            raise ValueError(f"{value!r} is no level: write basic, intermediate or advanced")
        return Level[value]
    return value


LevelName = Annotated[Level, BeforeValidator(_level)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


def _several(value: object) -> object:
    return [value] if isinstance(value, str) else value


class Alias(_Strict):
    """A way to write a skill, and when it means the skill.

    In `text`, `word~` stands for the word in any inflection, `#` for a number, `...` for up to seven words of the same
    clause
    and `a|b` for either. `not_before` and `not_after` name words that, right after or right before it, rule it out.
    With `list`, `near` or `after` it needs company: a list of skills or a skills section, one of the `near` words in
    the same
    item, or one of the `after` words right before it. `with` asks for one of these skills in the same entry, `only_in`
    for a section.
    """

    text: str = Field(min_length=1)
    case: bool = False
    list: bool = False
    near: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    with_: Annotated[tuple[str, ...], BeforeValidator(_several)] = Field((), alias="with")
    only_in: tuple[SectionKind, ...] = ()

    @property
    def is_conditional(self) -> bool:
        """Whether more than the text is given."""
        return len(self.model_fields_set) > 1

    @cached_property
    def conditions(self) -> tuple[object, ...]:
        """All but the text: aliases that share them can be looked up together."""
        return tuple(value for name, value in self if name != "text")

    @cached_property
    def needs_company(self) -> bool:
        """Whether the words around it must speak for it."""
        return bool(self.list or self.near or self.after)


def _alias(value: object) -> object:
    return {"text": value} if isinstance(value, str) else value


AliasText = Annotated[Alias, BeforeValidator(_alias)]


class Resource(_Strict):
    """Where to learn a skill. `as_of` is the day the address was last known to be right."""

    name: str
    provider: str
    url: str
    kind: Literal["course", "book", "docs", "practice"]
    as_of: date


class Hours(_Strict):
    """Hours of study for one person alone: to basic, from there to intermediate, from there to advanced."""

    basic: int = Field(gt=0)
    intermediate: int = Field(gt=0)
    advanced: int | None = Field(None, gt=0)
    basis: Literal["measured", "estimate", "judgement"]
    as_of: date

    def between(self, found: Level, expected: Level) -> int:
        """Hours from one level to another; 0 where nothing is to be learned."""
        return max(0, self._from_nothing[expected] - self._from_nothing[found])

    @cached_property
    def _from_nothing(self) -> tuple[int, ...]:
        """Hours to each level from none."""
        return tuple(itertools.accumulate([0, self.basic, self.intermediate, self.advanced or 0]))


class Skill(_Strict):
    """One skill. `aliases` name it; `signs` describe it without naming it, so that it counts as implied."""

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    name: str
    about: str
    category: str = ""
    aliases: tuple[AliasText, ...] = ()
    signs: tuple[AliasText, ...] = ()
    implies: tuple[str, ...] = ()
    prerequisites: tuple[str, ...] = ()
    hours: Hours | None = None
    resources: tuple[Resource, ...] = ()
    ids: dict[str, str] = Field(default_factory=dict)


class SkillFile(_Strict):
    """One category of skills. In a file laid over ours, `remove` names skills to leave out."""

    category: str
    title: str = ""
    skills: tuple[Skill, ...] = ()
    remove: tuple[str, ...] = ()


class RequirementRule(_Strict):
    """One line of a profile: an expected level of one skill, or of any of several."""

    id: str
    name: str
    category: str
    any_of: tuple[str, ...] = Field(min_length=1)
    expected: LevelName
    weight: float = Field(gt=0)
    source: str
    reason: str = ""


class Profile(_Strict):
    """What a role expects. With `extends` it inherits another profile's requirements, but for those in `remove`."""

    id: str
    name: str
    version: str
    about: str
    extends: str | None = None
    remove: tuple[str, ...] = ()
    source: tuple[str, ...]
    as_of: date
    requirements: tuple[RequirementRule, ...] = Field(min_length=1)


class Range(_Strict):
    """Preparation hours as a range."""

    min: int = Field(ge=0)
    max: int = Field(ge=0)


class Certification(_Strict):
    """A certification as of one day. `evidences` is the level at which it shows its skills by itself, `names` are the
    skills that its name says, `experience_months` the work that it asks for.
    """

    id: str
    name: str
    issuer: str
    exam_code: str | None = None
    level: Literal["course", "foundational", "associate", "specialty", "professional"]
    status: Literal["active", "retiring", "retired"]
    status_date: date | None = None
    replaced_by: str | None = None
    skills: tuple[str, ...]
    names: tuple[str, ...] = ()
    evidences: LevelName = Level.basic
    prerequisites: str | None = None
    experience_months: int = Field(0, ge=0)
    hours: Range | None = None
    fee_usd: float | None = Field(None, ge=0)
    url: str | None = None
    fit: Literal["recommend", "optional", "later", "do-not-recommend"]
    confidence: Literal["high", "medium", "low"]
    source: tuple[str, ...]
    as_of: date


class Certifications(_Strict):
    """The file of certifications."""

    certifications: tuple[Certification, ...]


class MarketFact(BaseModel):
    """Facts on one topic of the job market, with their source; what they hold differs by topic."""

    model_config = ConfigDict(extra="allow", frozen=True)

    source: tuple[str, ...] = Field(min_length=1)
    as_of: date


class Span(_Strict):
    """A range of money a year or of years, both ends included."""

    min: int = Field(ge=0)
    max: int = Field(ge=0)


class JobTitle(_Strict):
    """A title under which work is advertised, the profile it stands for, and the career stage it belongs to. `job` is
    false for what nobody advertises, as student.
    """

    title: str
    profile: str | None = None
    stage: str | None = None
    job: bool = True


class TitleFacts(_Strict):
    """Titles to search for: of a profile from the readiness of the stage `from_stage` on, else those `by_stage`.
    The stages are those of the profile `timeline`, which is taken where the profile compared with has no title here.
    """

    source: tuple[str, ...]
    as_of: date
    from_stage: str
    timeline: str
    entry_level: tuple[JobTitle, ...]
    by_stage: tuple[JobTitle, ...]


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


class SalaryFacts(_Strict):
    """Pay by experience. It is given for `profiles` only; `work` is the skill whose months of jobs count as years; the
    first band that suits is taken.
    """

    source: tuple[str, ...]
    as_of: date
    currency: str
    profiles: tuple[str, ...]
    work: str
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
    """A difficulty of newcomers and what helps; without `when`, no resume can tell whether it applies."""

    id: str
    challenge: str
    solution: str
    when: Condition | None = None
    source: tuple[str, ...] = ()


class ChallengeFacts(_Strict):
    """The difficulties of newcomers."""

    source: tuple[str, ...]
    as_of: date
    list: tuple[Challenge, ...]


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

    model_config = ConfigDict(extra="allow", frozen=True)
    __pydantic_extra__: dict[str, MarketFact]

    titles: TitleFacts
    specialisations: SpecialisationFacts
    salary_bands: SalaryFacts
    career_path: CareerPath
    interview: InterviewFacts
    challenges: ChallengeFacts
    education: EducationFacts


class Phase(_Strict):
    """One phase of the learning plan and the skill categories and skills it holds."""

    id: str
    name: str
    months: str
    focus: str
    outcome: str
    categories: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()


class Stage(_Strict):
    """A stage of the career timeline, reached at a share of the requirements (`readiness`, 0 to 1)."""

    id: str
    name: str
    timeline: str
    focus: str
    roles: str
    readiness: float = Field(ge=0, le=1)


class Roadmap(_Strict):
    """The learning phases and the career stages."""

    source: tuple[str, ...]
    as_of: date
    phases: tuple[Phase, ...]
    stages: tuple[Stage, ...]

    def phase_number(self, skill: Skill) -> int:
        """The number of a skill's learning phase, from 0: by its id, else by its category, else the last."""
        by_category = self._by_category.get(skill.category, len(self.phases) - 1)
        return self._by_skill.get(skill.id, by_category)

    @cached_property
    def _by_skill(self) -> dict[str, int]:
        return {skill: number for number, phase in self._from_last for skill in phase.skills}

    @cached_property
    def _by_category(self) -> dict[str, int]:
        return {category: number for number, phase in self._from_last for category in phase.categories}

    @property
    def _from_last(self) -> list[tuple[int, Phase]]:
        """The phases with their numbers; where two name the same, the first one is to stay."""
        return [*enumerate(self.phases)][::-1]


def _template(*names: str) -> BeforeValidator:
    """A check that a text has no other words in braces than these."""

    def checked(value: object) -> object:
        if isinstance(value, str):
            try:
                value.format(**dict.fromkeys(names, ""))
            except (KeyError, IndexError, ValueError) as error:
                known = ", ".join(f"{{{name}}}" for name in names)
                raise ValueError(f"braces that mean nothing here: use only {known}") from error
        return value

    return BeforeValidator(checked)


class AdviceTexts(_Strict):
    """What is said about lines that could show more, and how a skill is practised, by category."""

    source: tuple[str, ...]
    as_of: date
    most_of_each: dict[str, int]
    alike_in_price: float = Field(ge=1)
    results: tuple[str, ...]
    quick_wins: dict[str, str]
    show_where: str
    show_new: str
    lifts: str
    implied_by: str
    practice: dict[str, str]
    practice_of: dict[str, str] = Field(default_factory=dict)


class Nouns(_Strict):
    """What a line calls the work of an entry, and its data."""

    work: str
    data: str


class StudiesEntry(_Strict):
    """The entry that holds what fits no project."""

    title: str
    about: str


class Deliverables(_Strict):
    """What the plan asks people to deliver, the lines that report it, and the hours it takes.

    Skills of the categories `anywhere`, and those in `anywhere_too`, fit any project. `called` are categories of things that
    others built, `tools` those of which one stands for another. `nouns` are those of the entries; `also` is what a line shows besides its skill and all that this implies.
    """

    source: tuple[str, ...]
    as_of: date
    project_hours: int = Field(ge=0)
    line_hours: int = Field(ge=0)
    quick_hours: int = Field(gt=0)
    most_months: int = Field(ge=0)
    most_lines_own: int = Field(ge=0)
    usual_projects: int = Field(ge=0)
    most_projects: int = Field(ge=0)
    alike: float = Field(gt=0, le=1)
    own_field: float = Field(ge=1)
    fields: frozenset[str]
    called: frozenset[str]
    tools: frozenset[str]
    anywhere: frozenset[str]
    anywhere_too: frozenset[str]
    own_first: frozenset[str]
    studies: StudiesEntry
    nouns: dict[str, Nouns]
    other: Annotated[str, _template("skill", "work", "data")]
    also: dict[str, tuple[str, ...]]
    lines: dict[str, Annotated[str, _template("work", "data")]]


class PipelineStage(_Strict):
    """One stage of a machine-learning project, and the skills and phrases that show it; where `needs` names skills, in
    works that show one of these only.
    """

    id: str
    name: str
    needs: tuple[str, ...] = ()
    skills: tuple[str, ...]
    phrases: tuple[str, ...] = ()


class Amounts(_Strict):
    """What is counted: a number of at least `least` before one of the nouns; `spans` are lengths of time ("years of")
    that count unless one of the words `not_before` follows.
    """

    least: float = Field(ge=0)
    nouns: tuple[str, ...]
    spans: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()


class DataSigns(_Strict):
    """What shows that a project used real data. `practice_sets` are the data sets of tutorials, which do not."""

    name: str
    amounts: Amounts
    phrases: tuple[str, ...]
    practice_sets: tuple[str, ...]


class ResultSigns(_Strict):
    """What shows a result: a figure in the same clause as a measure, or an amount. A figure is a percentage, a decimal
    number, or a number before one of the units.
    """

    name: str
    measures: tuple[str, ...]
    units: tuple[str, ...]
    amounts: Amounts


class LinkSigns(_Strict):
    """Words of a link to code or to a demo."""

    name: str
    phrases: tuple[str, ...]


class StrongProject(_Strict):
    """What makes a project strong: stages of the pipeline that it shows, and how many of data, result and link."""

    stages: int = Field(ge=1)
    signs: int = Field(ge=0, le=3)


class Criterion(_Strict):
    """One thing that reviewers of a portfolio look for: how many projects at least show it.

    `asks` is what a project has to be or to show: `strong`, `pipeline` (all stages), `data`, `result`, `link`, or one
    stage by its id. With `at_work` a job or internship that shows it counts as well. `advice` speaks of the project
    that comes closest, `otherwise` is said where there is none.
    """

    id: str
    name: str
    asks: str
    least: int = Field(ge=1)
    most: int | None = Field(None, ge=1)
    at_work: bool = False
    advice: Annotated[str, _template("project", "missing")]
    otherwise: str
    source: str


class ProjectIdea(_Strict):
    """A project to build: what, with which kind of data, and the skills that its description would show."""

    id: str
    title: str
    build: str
    data: str
    skills: tuple[str, ...] = Field(min_length=4, max_length=12)


class PortfolioRules(_Strict):
    """How a portfolio is reviewed, and projects to add to it."""

    source: tuple[str, ...]
    as_of: date
    kinds: tuple[str, ...]
    open_source: tuple[str, ...]
    subjects: tuple[str, ...]
    others: tuple[str, ...]
    stages: tuple[PipelineStage, ...] = Field(min_length=1)
    data: DataSigns
    results: ResultSigns
    links: LinkSigns
    strong: StrongProject
    criteria: tuple[Criterion, ...]
    ideas: tuple[ProjectIdea, ...]

    @model_validator(mode="after")
    def _asks_are_known(self) -> PortfolioRules:
        known = ["strong", "pipeline", "data", "result", "link", *(stage.id for stage in self.stages)]
        for criterion in self.criteria:
            if criterion.asks not in known:
                raise ValueError(f"{criterion.id} asks for {criterion.asks}: write one of {', '.join(known)}")
        return self


class HeadingKind(_Strict):
    """What headings of one kind of section say."""

    kind: SectionKind
    phrases: tuple[str, ...]
    words: tuple[str, ...] = ()


class Headings(_Strict):
    """The file of headings."""

    kinds: tuple[HeadingKind, ...]


class EntryRule(_Strict):
    """Words in the first lines of an entry that tell its kind, and the sections in which they do."""

    kind: str
    sections: tuple[SectionKind, ...]
    words: tuple[str, ...]


class EntryWords(_Strict):
    """What tells entries apart, and what joins lines."""

    kinds: tuple[EntryRule, ...]
    tool_labels: tuple[str, ...]
    hyphen_prefixes: tuple[str, ...]
    roles: tuple[str, ...]
    names: frozenset[str]
    open_words: frozenset[str]
    address: frozenset[str]
    particles: frozenset[str]
    before_languages: frozenset[str]
    block_words: dict[str, frozenset[str]]

    def kind_of(self, header: str, section: SectionKind) -> str | None:
        """The kind that an entry's header names; None where it names none."""
        found = (kind for kind, sections, pattern in self._patterns if section in sections and pattern.search(header))
        return next(found, None)

    def is_tool_line(self, text: str) -> bool:
        """Whether a line lists the tools of the entry above it ("Tech: Python, Flask")."""
        label, colon, _ = text.partition(":")
        return bool(colon) and label.strip(" \t•-–").lower() in self._labels

    def with_prefixes(self, words: frozenset[str]) -> EntryWords:
        """The same with further words that keep a hyphen at the end of a line."""
        more = self.model_copy(update={"hyphen_prefixes": (*self.hyphen_prefixes, *words)})
        more.__dict__.pop("prefixes", None)  # the copy takes computed properties along
        return more

    @cached_property
    def prefixes(self) -> frozenset[str]:
        """The hyphen prefixes, for look-up."""
        return frozenset(self.hyphen_prefixes)

    @cached_property
    def role_words(self) -> frozenset[str]:
        """The words of job titles, for look-up."""
        return frozenset(self.roles)

    @cached_property
    def _labels(self) -> frozenset[str]:
        return frozenset(self.tool_labels)

    @cached_property
    def _patterns(self) -> list[tuple[str, tuple[SectionKind, ...], re.Pattern[str]]]:
        return [
            (rule.kind, rule.sections, re.compile(rf"\b(?:{'|'.join(map(re.escape, rule.words))})s?\b", re.IGNORECASE))
            for rule in self.kinds
        ]


class Cue(_Strict):
    """Words that say a skill is not the writer's own, and how far they reach.

    `after` and `before` reach to the end or the start of the clause or sentence, `attached` to the skill right before
    the
    words, `label` over the list that the words label.
    """

    reason: Reason
    scope: Literal["after", "before", "attached", "label"]
    ends: Literal["clause", "sentence"] = "clause"
    phrases: tuple[str, ...]
    until: tuple[str, ...] = ()
    unless_next: tuple[str, ...] = ()
    sections: tuple[SectionKind, ...] = ()


class StuffingCue(_Strict):
    """Words that say a text is not about the writer. Where `at_least` passages hold some of them, nothing counts of
    those passages, or of their sections from there on.
    """

    reason: Literal[Reason.advert, Reason.instruction]
    reach: Literal["passage", "section"]
    at_least: int = Field(default=1, gt=0)
    phrases: tuple[str, ...]


class Stuffing(_Strict):
    """How text is known that was put in to be counted. `repeats` is how often a name stands alone in one list, or on
    lines of its own in one entry, before it is no list any more.
    """

    repeats: int = Field(gt=1)
    cues: tuple[StuffingCue, ...]


class Context(_Strict):
    """All cues."""

    cues: tuple[Cue, ...]
    stuffing: Stuffing
    quiet_sections: dict[SectionKind, Reason] = Field(default_factory=dict)


class Thresholds(_Strict):
    """Numbers of one level of the rule."""

    months: int = Field(gt=0)
    entries: int = Field(gt=0)
    entries_with_job: int = 0
    rated_entries: int = 0
    supported_entries: int = 0


class RatingWords(_Strict):
    """Words that rate, by the level they claim."""

    advanced: tuple[str, ...]
    intermediate: tuple[str, ...]
    basic: tuple[str, ...]

    def by_word(self) -> dict[str, Level]:
        """Each word with its level."""
        return {word: Level[level] for level in ("basic", "intermediate", "advanced") for word in getattr(self, level)}


class LevelRule(_Strict):
    """The level rule's numbers and rating words."""

    as_of: date
    advanced: Thresholds
    intermediate: Thresholds
    years_claimed_advanced: int = Field(gt=0)
    share_advanced: float = Field(gt=0, le=1)
    share_intermediate: float = Field(gt=0, le=1)
    number_words: dict[str, int]
    years_words: frozenset[str]
    scale_full: str
    scale_empty: str
    ratings: RatingWords
    phrases: RatingWords

    def rating_of_share(self, share: float) -> Level:
        """The level that a share of a scale claims: 4 of 5 dots are 0.8."""
        if share >= self.share_advanced:
            return Level.advanced
        return Level.intermediate if share >= self.share_intermediate else Level.basic


class PostingPart(StrEnum):
    """What a part of a job posting is about; `open` is what stands below no heading, or one that tells nothing."""

    must = "must"
    nice = "nice"
    duties = "duties"
    about = "about"
    benefits = "benefits"
    around = "around"
    unneeded = "unneeded"
    open = "open"


class Need(StrEnum):
    """How much a posting wants a skill. A skill named in a duty counts as nice to have."""

    must = "must"
    nice = "nice"
    duty = "duty"
    none = "none"


class PostingHeading(_Strict):
    """What headings of one part of a posting say."""

    kind: PostingPart
    phrases: tuple[str, ...]


class Stance(_Strict):
    """Words that say how much a skill is wanted, and how far they reach. `opening` words count only where a sentence
    begins; `until` words end the reach of `after`.
    """

    need: Need
    scope: Literal["sentence", "clause", "after", "cell"]
    phrases: tuple[str, ...]
    opening: bool = False
    until: frozenset[str] = frozenset()
    unless_next: frozenset[str] = frozenset()


class Seniority(_Strict):
    """Words of a title, and the level of its must-haves that say nothing else."""

    name: str
    level: LevelName
    words: tuple[str, ...]


class NeedWeights(_Strict):
    """What a requirement of a posting weighs."""

    must: float = Field(gt=0)
    nice: float = Field(gt=0)


class YearsAsked(_Strict):
    """Years from which on a posting asks for a level."""

    intermediate: float = Field(gt=0)
    advanced: float = Field(gt=0)


class PostingWords(_Strict):
    """How a job posting is read."""

    as_of: date
    source: tuple[str, ...]
    weights: NeedWeights
    nice_level: LevelName
    years: YearsAsked
    seniority: tuple[Seniority, ...]
    headings: tuple[PostingHeading, ...]
    stances: tuple[Stance, ...]
    levels: RatingWords
    carriers: tuple[str, ...]
    asking: tuple[str, ...]
    asked_as: dict[str, tuple[str, ...]]
    soft_duties: frozenset[str]
    people: frozenset[str]
    roles: frozenset[str]
    examples: tuple[str, ...]
    one_of: frozenset[str]
    class_nouns: frozenset[str]
    open_ends: frozenset[str]
    subjects: frozenset[str]
    turns: frozenset[str]
    small_words: frozenset[str]
    ordinary: frozenset[str]
    word_endings: tuple[str, ...]
    page_parts: frozenset[str]

    def level_of_years(self, years: float) -> Level:
        """The level that so many years ask for."""
        if years >= self.years.advanced:
            return Level.advanced
        return Level.intermediate if years >= self.years.intermediate else Level.basic


class Languages(_Strict):
    """Small words that tell a text's language."""

    english: frozenset[str]
    others: dict[str, frozenset[str]]


class PersonalLabel(_Strict):
    """Words in front of a personal detail, and the marker that takes its place. `single` ones stand only before a
    single word.
    """

    marker: str
    words: tuple[str, ...]
    single: bool = False


class PrivacyWords(_Strict):
    """What tells personal details apart where a report is redacted."""

    labels: tuple[PersonalLabel, ...]
    link_endings: tuple[str, ...]
    phone_countries: tuple[str, ...]
    streets: tuple[str, ...]
    street_endings: tuple[str, ...]
    not_names: frozenset[str]
    degrees: frozenset[str]
    mailboxes: frozenset[str]


class Taxonomy(_Strict):
    """Everything gapcheck knows, loaded once."""

    skills: dict[str, Skill]
    categories: dict[str, str]
    profiles: dict[str, Profile]
    certifications: tuple[Certification, ...]
    roadmap: Roadmap
    headings: tuple[HeadingKind, ...]
    entry_words: EntryWords
    context: Context
    languages: Languages
    levels: LevelRule
    postings: PostingWords
    advice: AdviceTexts
    deliverables: Deliverables
    portfolio: PortfolioRules
    market: Market
    privacy: PrivacyWords

    @cached_property
    def broader(self) -> dict[str, frozenset[str]]:
        """For each skill all that it implies, through any number of steps."""
        return {skill: frozenset(self._reach(skill)) for skill in self.skills}

    @cached_property
    def single_words(self) -> frozenset[str]:
        """Names of skills that are one plain word, in lower case."""
        return frozenset(
            alias.text.lower()
            for skill in self.skills.values()
            for alias in skill.aliases
            if alias.text.isalpha() and not alias.text.isupper() and len(alias.text) > 2 and not alias.needs_company
        )

    def _reach(self, skill: str) -> set[str]:
        reached: set[str] = set()
        ahead = list(self.skills[skill].implies)
        while ahead:
            here = ahead.pop()
            if here not in reached:
                reached.add(here)
                ahead += self.skills[here].implies
        return reached - {skill}

    def practice_for(self, skill: str) -> str:
        """A piece of work that would demonstrate the skill: its own, else that of its category."""
        one = self.skills[skill]
        texts = self.advice.practice
        if skill in self.advice.practice_of:
            return self.advice.practice_of[skill]
        return texts.get(one.category, texts["other"]).format(skill=one.name)

    def word_for(self, skill: str) -> str:
        """A word that names the skill wherever it stands: its name, or the first alias that needs no company."""
        one = self.skills[skill]
        plain = [alias.text for alias in one.aliases if not alias.is_conditional and not set(alias.text) & set("~#|.")]
        return one.name if one.name.lower() in map(str.lower, plain) else next(iter(plain), one.name)

    def line_for(self, skill: str, entry: str) -> str:
        """The line that reports the deed for a skill in an entry: of a project by its id, or `studies`, `own`, `job`."""
        nouns = self.deliverables.nouns[entry]
        line = self.deliverables.lines.get(skill, self.deliverables.other)
        said = line.format(skill=self.word_for(skill), work=nouns.work, data=nouns.data)
        return said[0].upper() + said[1:]


FILE_KINDS: dict[str, type[BaseModel]] = {
    "skills": SkillFile,
    "profile": Profile,
    "certifications": Certifications,
    "roadmap": Roadmap,
    "headings": Headings,
    "entries": EntryWords,
    "context": Context,
    "languages": Languages,
    "levels": LevelRule,
    "postings": PostingWords,
    "advice": AdviceTexts,
    "deliverables": Deliverables,
    "portfolio": PortfolioRules,
    "market": Market,
    "privacy": PrivacyWords,
}
"""The kinds of data files, with the model that each must fit."""


def file_schema(kind: str) -> dict[str, Any]:
    """JSON Schema of one kind of file, for editors."""
    return FILE_KINDS[kind].model_json_schema(by_alias=True)
