"""The review of own work, as published: projects, what reviewers look for, and projects to add."""

from __future__ import annotations

from pydantic import Field

from gapcheck.report.part import Part, ResumeText
from gapcheck.report.skills_model import FoundText, LevelText


class ProofPart(Part):
    """A line of the resume."""

    page: int
    line: int
    quote: ResumeText


class ShownStagePart(Part):
    """A stage of the way from data to deployment, and the line that shows it."""

    id: str
    name: str
    proof: ProofPart


class ProjectPart(Part):
    """A project as it stands on paper: stages, real data, result, link (none where no line says so). `practice_set` is
    a line with a data set of tutorials; `missing` names what the lines leave out, where it is `of_field`.
    """

    kind: str
    title: ResumeText
    page: int
    line: int
    strong: bool
    stages: tuple[ShownStagePart, ...]
    data: ProofPart | None
    practice_set: ProofPart | None
    result: ProofPart | None
    link: ProofPart | None
    skills: tuple[str, ...]
    missing: tuple[str, ...]
    of_field: bool = True


class CriterionPart(Part):
    """What reviewers of portfolios look for: how many works show it, of at least how many (above `most` nothing is
    gained), their lines, and what to do where they are too few.
    """

    id: str
    name: str
    met: bool
    count: int
    least: int
    most: int | None
    evidence: tuple[ProofPart, ...]
    suggestion: ResumeText | None


class MovePart(Part):
    """A requirement that a project would move, by the level rule, and the skill that would carry it."""

    requirement: str
    skill: str
    from_level: FoundText = Field(alias="from")
    to_level: LevelText = Field(alias="to")
    closes: bool


class ProjectIdeaPart(Part):
    """A project that would move requirements, and the readiness (0 to 1) with it: it counts as one more entry.
    `new_skills` are those of its skills that the resume does not show; `field` is the person's own, where `field_data`
    would do, `own_data` the title of a project of theirs whose data would; `plan_without` is the readiness that the
    plan comes to without it, None where it is no part of the plan.
    """

    id: str
    title: str
    build: str
    data: str
    field: str | None = None
    field_data: str | None = None
    own_data: ResumeText | None = None
    skills: tuple[str, ...]
    new_skills: tuple[str, ...]
    readiness: float = Field(ge=0, le=1)
    plan_without: float | None = Field(default=None, ge=0, le=1)
    moves: tuple[MovePart, ...]


class DoubtPart(Part):
    """What an interviewer will ask about a work: its title, the line that makes one ask, the question, and the skill
    that it throws a doubt on.
    """

    title: ResumeText
    page: int
    line: int
    quote: ResumeText
    ask: str
    skill: str


class PortfolioPart(Part):
    """What the resume shows of own work. `entries` are the projects of the field, then those of others that a link
    leads to, `other_projects` titles of others without one, `at_work` the number of jobs of the field; `ideas` are at
    most three projects to add, the one that moves most first; `doubts` are what is worth checking before an interviewer
    asks.
    """

    projects: int
    work_months: int
    strong: int
    at_work: int = 0
    entries: tuple[ProjectPart, ...]
    other_projects: tuple[ResumeText, ...]
    criteria: tuple[CriterionPart, ...]
    doubts: tuple[DoubtPart, ...] = ()
    ideas: tuple[ProjectIdeaPart, ...]
