"""The words that all data files share: levels, kinds of evidence, kinds of sections."""

from __future__ import annotations

from enum import IntEnum, StrEnum
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

PHRASED = "soft-skills"
"""The category of skills that people word in any way they like."""


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
    disowned = "disowned"

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


def _start_level(value: object) -> object:
    return Level.none if value == Level.none.name else _level(value)


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


def _several(value: object) -> object:
    return [value] if isinstance(value, str) else value


class Span(_Strict):
    """A range of money a year or of years, both ends included."""

    min: int = Field(ge=0)
    max: int = Field(ge=0)


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
