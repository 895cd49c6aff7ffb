"""The published contract: what one analysis says, as JSON that other programs can rely on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from gapcheck.own_output import ON_PAPER
from gapcheck.report.career_model import CareerPart
from gapcheck.report.certificates_model import (
    BegunCertificationPart,
    CertificatePart,
    CertificationPart,
    LaterCertificationPart,
)
from gapcheck.report.health_model import HealthPart
from gapcheck.report.job_model import JobPart
from gapcheck.report.notes_model import NotesPart, SelfDeclaredPart
from gapcheck.report.part import Part, PathText
from gapcheck.report.plan_model import QuickWinPart, SchedulePart, StepPart
from gapcheck.report.portfolio_model import PortfolioPart
from gapcheck.report.resume_model import ResumePart
from gapcheck.report.skills_model import AreaPart, NotCountedPart, NotRecognisedPart, RequirementPart, SkillPart

if TYPE_CHECKING:
    import pandas


class DocumentPart(Part):
    """The file that was read."""

    path: PathText
    sha256: str
    pages: int
    reader: str
    warnings: tuple[str, ...] = ()


class ProfilePart(Part):
    """The profile it was compared with."""

    id: str
    version: str
    name: str


class SummaryPart(Part):
    """The result in numbers and words. `readiness` is the weighted share of the requirements, 0 to 1, and `with_sure`
    what it would be if what is surely there were on paper too. They and the stage are null where the resume could not
    be read: `health` says why.
    """

    readiness: float | None = Field(ge=0, le=1)
    with_sure: float | None = Field(default=None, ge=0, le=1)
    stage: str | None
    stage_focus: str | None
    met: int
    below: int
    missing: int
    as_of: date


class OptionsPart(Part):
    """What was asked for besides the profile."""

    as_of: date
    hours_per_week: float
    by: date | None
    pdf_reader: Literal["auto", "fast", "careful"]
    ocr: Literal["auto", "always", "never"]
    redact: bool


class MadeByPart(Part):
    """What made the report: with the same version, taxonomy, options and bytes it comes out the same."""

    version: str
    taxonomy: str
    options: OptionsPart


class GapReport(Part):
    """One analysis of one resume."""

    contract: Literal["gapcheck/report/1"] = Field(default="gapcheck/report/1", alias="schema")
    document: DocumentPart
    profile: ProfilePart
    summary: SummaryPart
    resume: ResumePart = ResumePart(work_months=0, degrees=(), certificates_seen=(), sections=())
    health: HealthPart = HealthPart(verdict="fine", findings=())
    skills: tuple[SkillPart, ...]
    self_declared: tuple[SelfDeclaredPart, ...] = ()
    not_counted: tuple[NotCountedPart, ...]
    not_recognised: tuple[NotRecognisedPart, ...]
    requirements: tuple[RequirementPart, ...]
    areas: tuple[AreaPart, ...] = ()
    portfolio: PortfolioPart
    certificates: tuple[CertificatePart, ...]
    quick_wins: tuple[QuickWinPart, ...]
    plan: tuple[StepPart, ...]
    schedule: SchedulePart
    certifications: tuple[CertificationPart, ...]
    certifications_begun: tuple[BegunCertificationPart, ...] = ()
    certifications_later: tuple[LaterCertificationPart, ...] = ()
    career: CareerPart
    job: JobPart | None = None
    notes: NotesPart | None = None
    gapcheck: MadeByPart | None = None
    notice: str = ON_PAPER

    @property
    def is_read(self) -> bool:
        """Whether the resume could be read: else nothing is judged."""
        return self.health.verdict != "unread"

    def to_json(self, *, indent: int | None = None) -> str:
        """The report as JSON, in the published field order."""
        return self.model_dump_json(indent=indent)

    def to_frame(self) -> pandas.DataFrame:
        """A row for each requirement, with the columns of the CSV. Raises `ImportError` without pandas."""
        from gapcheck.report.table import frame

        return frame(self)

    def _repr_html_(self) -> str:
        from gapcheck.report.notebook import html_fragment

        return html_fragment(self)


class ErrorDocumentPart(Part):
    """The file that could not be analysed."""

    path: PathText


class ErrorPart(Part):
    """Why: a stable code and one line for people."""

    code: str
    message: str


class ErrorReport(Part):
    """A document that could not be analysed."""

    contract: Literal["gapcheck/error/1"] = Field(default="gapcheck/error/1", alias="schema")
    document: ErrorDocumentPart
    error: ErrorPart

    def to_json(self, *, indent: int | None = None) -> str:
        """The error as JSON, in the published field order."""
        return self.model_dump_json(indent=indent)
