"""What the resume shows, as published: skills with their proof, what does not count, a verdict on each requirement."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from gapcheck.report.part import Part, ResumeText

LevelText = Literal["basic", "intermediate", "advanced"]
FoundText = Literal["none", "basic", "intermediate", "advanced"]
HowText = Literal["demonstrated", "certified", "studied", "listed", "implied"]


class EvidencePart(Part):
    """One line that proves a skill. `box` is in PDF points, origin top left; `skill` is the narrower skill where that
    carries it.
    """

    page: int
    line: int
    quote: ResumeText
    section: ResumeText
    box: tuple[float, float, float, float]
    kind: HowText
    skill: str
    confidence: float = Field(ge=0, le=1)


class SkillPart(Part):
    """A skill that the resume supports. `months` are those of the dated jobs that show it; `why` is the line of the
    level rule; `strength` says how deep the level is shown and `last_shown` until which month; `limit` are the words by
    which the resume itself limits it; `confidence` is how likely the level is right, and `doubtful` asks for a human
    eye; what is known from `afar` meets no requirement.
    """

    id: str
    name: str
    category: str
    level: LevelText
    how: HowText
    entries: int
    months: int
    why: str
    strength: Literal["thin", "fair", "deep"] = "fair"
    strength_why: str = ""
    last_shown: str | None = None
    limit: ResumeText | None = None
    confidence: float = Field(ge=0, le=1)
    doubtful: bool
    afar: bool = False
    evidence: tuple[EvidencePart, ...]


class NotCountedPart(Part):
    """A place that names a skill and does not count."""

    id: str
    name: str
    quote: ResumeText
    page: int
    line: int
    reason: Literal[
        "negated",
        "aspiration",
        "other-meaning",
        "other-person",
        "hidden",
        "repeated",
        "advert",
        "instruction",
        "disowned",
    ]


class NearestPart(Part):
    """The skill whose name is spelled most like an unknown word; `likeness` is 0 to 1."""

    id: str
    name: str
    likeness: float


class NotRecognisedPart(Part):
    """Words that stand where skills stand and match none. They count for nothing; `nearest` is a guess for people."""

    text: ResumeText
    page: int
    line: int
    quote: ResumeText = ""
    nearest: NearestPart | None


class SurePart(Part):
    """Why something is surely there though nothing names it: the skill that was used, or the words of an entry; what is
    `settled` nobody need write, show or learn.
    """

    skill: str | None
    level: LevelText
    why: ResumeText
    settled: bool = False


class RequirementPart(Part):
    """The verdict on one requirement. `skill` is the one of `any_of` that carries it, and `strength` how deep that one
    is shown: what is met and `thin` is worth another line. `sure` is set where nothing shows it and it is surely there.
    """

    id: str
    name: str
    category: str
    any_of: tuple[str, ...]
    expected: LevelText
    found: FoundText
    status: Literal["met", "below", "missing"]
    skill: str | None
    strength: Literal["thin", "fair", "deep"] | None = None
    weight: float
    sure: SurePart | None = None


class AreaPart(Part):
    """What one works on as one thing: the open requirements in it, the most urgent first, what the plan keeps waiting
    last, and without what is surely there. `urgency` is what postings ask for them, times what is lacking.
    """

    id: str
    name: str
    requirements: tuple[str, ...]
    urgency: float
