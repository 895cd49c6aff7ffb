"""The shapes of the data files: what a skill, a profile, a rule or a certification consists of, checked strictly."""

from __future__ import annotations

import re
from datetime import date
from enum import IntEnum, StrEnum
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field


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
        steps = {Level.basic: self.basic, Level.intermediate: self.intermediate, Level.advanced: self.advanced or 0}
        return sum(hours for level, hours in steps.items() if found < level <= expected)


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
    """A certification as of one day. `evidences` is the level at which it shows its skills by itself."""

    id: str
    name: str
    issuer: str
    exam_code: str | None = None
    level: Literal["course", "foundational", "associate", "specialty", "professional"]
    status: Literal["active", "retiring", "retired"]
    status_date: date | None = None
    replaced_by: str | None = None
    skills: tuple[str, ...]
    evidences: LevelName = Level.basic
    prerequisites: str | None = None
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
        return self.model_copy(update={"hyphen_prefixes": (*self.hyphen_prefixes, *words)})

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


class Context(_Strict):
    """All cues."""

    cues: tuple[Cue, ...]
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


class Languages(_Strict):
    """Small words that tell a text's language."""

    english: frozenset[str]
    others: dict[str, frozenset[str]]


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

    def phase_of(self, skill: str) -> Phase:
        """The learning phase that a skill belongs to: by its id, else by its category, else the last."""
        phases = self.roadmap.phases
        named = [phase for phase in phases if skill in phase.skills]
        return (named or [p for p in phases if self.skills[skill].category in p.categories] or [phases[-1]])[0]


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
}
"""The kinds of data files, with the model that each must fit."""


def file_schema(kind: str) -> dict[str, Any]:
    """JSON Schema of one kind of file, for editors."""
    return FILE_KINDS[kind].model_json_schema(by_alias=True)
