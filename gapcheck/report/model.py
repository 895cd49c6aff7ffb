"""The published contract: what one analysis says, as JSON that other programs can rely on."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

LevelText = Literal["basic", "intermediate", "advanced"]
FoundText = Literal["none", "basic", "intermediate", "advanced"]
HowText = Literal["demonstrated", "certified", "studied", "listed", "implied"]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class DocumentPart(_Part):
    """The file that was read."""

    path: str
    sha256: str
    pages: int
    reader: str
    warnings: tuple[str, ...] = ()


class ProfilePart(_Part):
    """The profile it was compared with."""

    id: str
    version: str
    name: str


class SummaryPart(_Part):
    """The result in five numbers and words. `readiness` is the weighted share of the requirements, 0 to 1."""

    readiness: float = Field(ge=0, le=1)
    stage: str
    stage_focus: str
    met: int
    below: int
    missing: int
    as_of: date


class EvidencePart(_Part):
    """One line that proves a skill. `box` is in PDF points, origin top left; `skill` is the narrower skill where that
    carries it.
    """

    page: int
    line: int
    quote: str
    section: str
    box: tuple[float, float, float, float]
    kind: HowText
    skill: str


class SkillPart(_Part):
    """A skill that the resume supports. `months` are those of the dated jobs that show it; `why` is the line of the
    level rule.
    """

    id: str
    name: str
    category: str
    level: LevelText
    how: HowText
    entries: int
    months: int
    why: str
    evidence: tuple[EvidencePart, ...]


class NotCountedPart(_Part):
    """A place that names a skill and does not count."""

    id: str
    name: str
    quote: str
    page: int
    line: int
    reason: Literal["negated", "aspiration", "other-meaning", "other-person", "hidden"]


class RequirementPart(_Part):
    """The verdict on one requirement. `skill` is the one of `any_of` that carries it."""

    id: str
    name: str
    category: str
    any_of: tuple[str, ...]
    expected: LevelText
    found: FoundText
    status: Literal["met", "below", "missing"]
    skill: str | None
    weight: float


class PortfolioPart(_Part):
    """What the resume shows of own work."""

    projects: int
    work_months: int


class ResourcePart(_Part):
    """Where to learn."""

    name: str
    provider: str
    url: str
    kind: str


class StepPart(_Part):
    """One step of the plan; `hours` of study for one person alone."""

    skill: str
    name: str
    from_level: FoundText = Field(alias="from")
    to_level: LevelText = Field(alias="to")
    hours: int
    phase: str
    closes: tuple[str, ...]
    resources: tuple[ResourcePart, ...]


class CertificationPart(_Part):
    """A certification that can be taken as of `as_of` and shows skills in the gaps."""

    id: str
    name: str
    issuer: str
    level: str
    status: str
    shows: tuple[str, ...]
    hours: tuple[int, int] | None
    fee_usd: float | None
    url: str | None
    as_of: date


class CertificatePart(_Part):
    """A certification that the resume has, as known on `as_of`. A retired one is named with its successor."""

    id: str
    name: str
    status: str
    since: date | None
    replaced_by: str | None
    shows: tuple[str, ...]
    page: int
    line: int
    as_of: date


class GapReport(_Part):
    """One analysis of one resume."""

    schema_: Literal["gapcheck/report/1"] = Field(default="gapcheck/report/1", alias="schema")
    document: DocumentPart
    profile: ProfilePart
    summary: SummaryPart
    skills: tuple[SkillPart, ...]
    not_counted: tuple[NotCountedPart, ...]
    requirements: tuple[RequirementPart, ...]
    portfolio: PortfolioPart
    certificates: tuple[CertificatePart, ...]
    plan: tuple[StepPart, ...]
    certifications: tuple[CertificationPart, ...]

    def to_json(self, *, indent: int | None = None) -> str:
        """The report as JSON, in the published field order."""
        return self.model_dump_json(by_alias=True, indent=indent)


class ErrorDocumentPart(_Part):
    """The file that could not be analysed."""

    path: str


class ErrorPart(_Part):
    """Why: a stable code and one line for people."""

    code: str
    message: str


class ErrorReport(_Part):
    """A document that could not be analysed."""

    schema_: Literal["gapcheck/error/1"] = Field(default="gapcheck/error/1", alias="schema")
    document: ErrorDocumentPart
    error: ErrorPart

    def to_json(self, *, indent: int | None = None) -> str:
        """The error as JSON, in the published field order."""
        return self.model_dump_json(by_alias=True, indent=indent)


def json_schema() -> dict[str, Any]:
    """JSON Schema of one report."""
    return GapReport.model_json_schema(by_alias=True, mode="serialization")
