"""The published contract: what one analysis says, as JSON that other programs can rely on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from gapcheck.own_output import ON_PAPER
from gapcheck.report.health_model import HealthPart
from gapcheck.report.notes_model import NotesPart, SelfDeclaredPart
from gapcheck.report.part import Part, PathText, ResumeText
from gapcheck.report.resume_model import ResumePart

if TYPE_CHECKING:
    import pandas

LevelText = Literal["basic", "intermediate", "advanced"]
FoundText = Literal["none", "basic", "intermediate", "advanced"]
HowText = Literal["demonstrated", "certified", "studied", "listed", "implied"]


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
    """The result in five numbers and words. `readiness` is the weighted share of the requirements, 0 to 1. It and the
    stage are null where the resume could not be read: `health` says why.
    """

    readiness: float | None = Field(ge=0, le=1)
    stage: str | None
    stage_focus: str | None
    met: int
    below: int
    missing: int
    as_of: date


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
    level rule; `strength` says how deep the level is shown and `last_shown` until which month; `confidence` is how
    likely the level is right, and `doubtful` asks for a human eye.
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
    confidence: float = Field(ge=0, le=1)
    doubtful: bool
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


class RequirementPart(Part):
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
    """A project of the field as it stands on paper: stages, real data, result, link (none where no line says so).
    `practice_set` is a line with a data set of tutorials; `missing` names what the lines leave out.
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
    `new_skills` are those of its skills that the resume does not show.
    """

    id: str
    title: str
    build: str
    data: str
    skills: tuple[str, ...]
    new_skills: tuple[str, ...]
    readiness: float = Field(ge=0, le=1)
    moves: tuple[MovePart, ...]


class PortfolioPart(Part):
    """What the resume shows of own work. `entries` are the projects of the field, `other_projects` titles of those that
    show none of its skills; `ideas` are at most three projects to add, the one that moves most first.
    """

    projects: int
    work_months: int
    strong: int
    entries: tuple[ProjectPart, ...]
    other_projects: tuple[ResumeText, ...]
    criteria: tuple[CriterionPart, ...]
    ideas: tuple[ProjectIdeaPart, ...]


class StagePart(Part):
    """A stage of the career timeline and the readiness from which it is reached, 0 to 1."""

    id: str
    name: str
    timeline: str
    focus: str
    roles: str
    readiness: float = Field(ge=0, le=1)


class TitlePart(Part):
    """A title to search for; `profile` is the one that it stands for."""

    title: str
    profile: str | None


class PayPart(Part):
    """Pay a year as a guide gives it, on `as_of`; `why` says what of the resume it goes by."""

    title: str
    base: tuple[int, int]
    total: tuple[int, int] | None
    years: tuple[int, int] | None
    currency: str
    region: str | None
    why: str
    source: tuple[str, ...]
    as_of: date


class InterviewPart(Part):
    """A stage of interviews, and the open requirements and open portfolio criteria that it asks about."""

    id: str
    name: str
    focus: str
    requirements: tuple[str, ...]
    criteria: tuple[str, ...]


class FitPart(Part):
    """A profile, the readiness for it (0 to 1) now and `after` the plan, and how many of its requirements are open."""

    id: str
    name: str
    readiness: float = Field(ge=0, le=1)
    after: float = Field(default=0.0, ge=0, le=1)
    open: int = 0


class SituationPart(Part):
    """Where the person comes from, what of the resume tells it, and what opens doors from there."""

    id: str
    name: str
    why: str
    opening: str


class LaterTitlePart(Part):
    """A title for which enough is shown after step number `step` of the plan."""

    title: str
    step: int


class ChallengePart(Part):
    """A difficulty that a guide names and that applies here; `why` says what of the resume tells."""

    id: str
    challenge: str
    why: str
    solution: str
    source: tuple[str, ...]


class CareerPart(Part):
    """Where the resume leads. The stage is that of the readiness for the profile `measured_by`, or of the months of
    work in the field; `closing` are open requirements that, met, lead to the next one. `titles` are those to apply for
    now, `title_later` the one to apply for after a step of the plan; `profiles` are the three with most readiness,
    `better` is one that fits clearly better than the one chosen.
    """

    stage: StagePart
    situation: SituationPart = SituationPart(id="", name="", why="", opening="")
    measured_by: str
    next_stage: StagePart | None
    closing: tuple[str, ...]
    titles: tuple[TitlePart, ...]
    titles_from: str
    title_later: LaterTitlePart | None = None
    pay: PayPart | None
    interviews: tuple[InterviewPart, ...]
    profiles: tuple[FitPart, ...]
    better: FitPart | None = None
    challenges: tuple[ChallengePart, ...]


class ResourcePart(Part):
    """Where to learn."""

    name: str
    provider: str
    url: str
    kind: str


class QuickWinPart(Part):
    """Something to mend on the resume today: the line, and what to do about it. Nothing is to be claimed that is not
    so.
    """

    kind: Literal["not-demonstrated", "likely-used", "not-named", "no-dates", "no-number", "buried"]
    text: ResumeText
    page: int
    line: int
    quote: ResumeText
    skill: str | None
    requirement: str | None


class DeliverablePart(Part):
    """An entry of the resume, or a new one, and the lines to write there once the work is done. Deliverables with one
    title are one entry.
    """

    where: Literal["project", "job", "skills", "certificate"]
    title: ResumeText
    lines: tuple[str, ...]


class StepPart(Part):
    """One step of the plan, from the day `begins` to the day `ends`.

    `write` what is there and not on paper, `show` what one can by a piece of work, `learn` what is not there, or let
    `time` on a job do it. `hours` are those of one person alone, none to write and to wait. `deliverables` are what
    then shows the level. `closes` are the requirements that it alone meets, `raises` those it brings nearer. `practice`
    is a piece of work that would demonstrate the skill; `job` is the one on which time goes on.
    """

    kind: Literal["write", "show", "learn", "time"] = "learn"
    skill: str
    name: str
    from_level: FoundText = Field(alias="from")
    to_level: LevelText = Field(alias="to")
    hours: int
    phase: str
    closes: tuple[str, ...]
    raises: tuple[str, ...] = ()
    begins: date
    ends: date
    deliverables: tuple[DeliverablePart, ...] = ()
    job: ResumeText | None = None
    practice: str
    resources: tuple[ResourcePart, ...]


class PhasePart(Part):
    """One part of the plan, and the readiness (0 to 1) once its lines are on the resume; what time brings is not in
    it.
    """

    id: str
    name: ResumeText
    steps: int
    hours: int
    begins: date
    ends: date
    readiness: float = Field(ge=0, le=1)


class LeftOpenPart(Part):
    """A requirement that the plan does not close, the level it comes to, and why: no time before the day that was
    wished, or only a job gives the rest.
    """

    id: str
    name: str
    weight: float
    reaches: FoundText
    why: Literal["time", "job"]


class SchedulePart(Part):
    """The whole plan in numbers. `by` is the day that was wished; `left_open` is not closed. `readiness` (0 to 1) is
    what the resume reaches by its lines, `in_time` with what time brings.
    """

    hours: int
    hours_a_week: float
    begins: date
    ends: date
    by: date | None
    readiness: float = Field(default=0.0, ge=0, le=1)
    in_time: float = Field(default=0.0, ge=0, le=1)
    phases: tuple[PhasePart, ...]
    left_open: tuple[LeftOpenPart, ...]


class CertificationPart(Part):
    """A certification that can be taken as of `as_of` and shows skills in the gaps.

    `closes` are the requirements that the certificate meets by the level rule, `counts_towards` those that it brings
    nearer, `project_closes` those that a project with the same skills would meet.
    """

    id: str
    name: str
    issuer: str
    level: str
    status: str
    prerequisites: str | None = None
    shows: tuple[str, ...]
    closes: tuple[str, ...]
    counts_towards: tuple[str, ...] = ()
    project_closes: tuple[str, ...]
    hours: tuple[int, int] | None
    fee_usd: float | None
    url: str | None
    as_of: date


class LaterCertificationPart(Part):
    """A certification for which so many `months` of work with its subject are lacking."""

    id: str
    name: str
    issuer: str
    prerequisites: str | None
    months: int
    as_of: date


class CertificatePart(Part):
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
    portfolio: PortfolioPart
    certificates: tuple[CertificatePart, ...]
    quick_wins: tuple[QuickWinPart, ...]
    plan: tuple[StepPart, ...]
    schedule: SchedulePart
    certifications: tuple[CertificationPart, ...]
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
