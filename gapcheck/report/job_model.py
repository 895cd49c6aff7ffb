"""The job posting that a resume was compared with, as published: what it asks and how the resume answers."""

from __future__ import annotations

from typing import Literal

from gapcheck.report.part import Part, PathText
from gapcheck.report.skills_model import LevelText


class JobRequirementPart(Part):
    """How one requirement was read: `quote` begins on line `line` of the posting, `why` says what gave the level."""

    id: str
    need: Literal["must", "nice"]
    level: LevelText
    why: str
    quote: str
    page: int
    line: int


class JobUnknownPart(Part):
    """A word that the posting asks for and that gapcheck does not know: it was not compared."""

    text: str
    page: int
    line: int


class JobPayPart(Part):
    """Pay that a posting names; null where that end is open."""

    least: float | None
    most: float | None
    currency: str
    period: str


class JobAnswerPart(Part):
    """What a posting asks besides skills. `asked` and `found` are a degree (bachelor, master, phd), years or a
    language; `found` and `met` are null where the resume says nothing.
    """

    topic: Literal["degree", "years", "language"]
    asked: str
    need: Literal["must", "nice"]
    found: str | None
    met: bool | None
    quote: str
    page: int
    line: int


class ApplyPart(Part):
    """Whether to apply. `met` of `asked` must-haves without soft skills are met; `share` counts those below by their
    level.
    """

    verdict: Literal["apply", "apply with a letter", "not yet"]
    met: int
    asked: int
    share: float


class JobPart(Part):
    """How the job posting was read that the resume was compared with; `seniority`, `location` and `pay` are None where
    it names none, `apply` where the resume could not be read.
    """

    path: PathText
    title: str
    seniority: str | None
    location: str | None
    pay: JobPayPart | None
    apply: ApplyPart | None
    answers: tuple[JobAnswerPart, ...]
    requirements: tuple[JobRequirementPart, ...]
    unknown: tuple[JobUnknownPart, ...]
