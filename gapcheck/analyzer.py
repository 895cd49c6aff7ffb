"""`Analyzer`: a resume in, a gap report out; the steps of the design, one line each."""

from __future__ import annotations

from copy import copy
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from gapcheck.career.reader import CareerReader
from gapcheck.documents import Document, Ocr, PdfReader, ReadLimits, ReadOptions, read_content, read_document
from gapcheck.gap import held_certifications
from gapcheck.gap.compare import compare
from gapcheck.notes import Notes, corrected, read_notes
from gapcheck.plan import DEFAULT_HOURS, certifications_for, check_wishes, plan_for, quick_wins
from gapcheck.portfolio.ideas import IdeaReader
from gapcheck.portfolio.review import PortfolioReader
from gapcheck.report import GapReport, build_report
from gapcheck.report.wording import TRICKS
from gapcheck.resume.health import health_of
from gapcheck.resume.reader import read_resume
from gapcheck.skills import Explanation
from gapcheck.skills.reader import Findings, SkillReader
from gapcheck.taxonomy import Reason, Taxonomy, load_taxonomy

if TYPE_CHECKING:
    from gapcheck.job import Job
    from gapcheck.privacy import PersonalDetails

DEFAULT_PROFILE = "junior-ml-engineer"


class UnknownProfileError(ValueError):
    """There is no profile with this id."""


class Analyzer:
    """Compares resumes with one profile. Building it costs more than an analysis: build it once for many resumes.

    `as_of` is the day that "present" means, today by default. `job` is the file of a job posting to compare with
    instead of a profile. `ocr` says which pages are read by OCR, `password` opens locked PDF files, `limits` says how
    much a file may hold. `hours_a_week` and `by` are what the learning plan may take. `redact` takes personal details
    out of reports; what is found stays the same. `notes` is a file that corrects how one resume is read. Raises
    `UnknownProfileError`, `JobError` where the posting can't be read, `NotesError` where the notes can't, and
    `PlanError` where there is no time for a plan.
    """

    def __init__(
        self,
        profile: str = DEFAULT_PROFILE,
        *,
        as_of: date | None = None,
        job: str | Path | None = None,
        hours_a_week: float = DEFAULT_HOURS,
        by: date | None = None,
        pdf_reader: PdfReader = PdfReader.auto,
        ocr: Ocr = Ocr.auto,
        password: str | None = None,
        limits: ReadLimits | None = None,
        redact: bool = False,
        notes: str | Path | None = None,
        taxonomy: Taxonomy | None = None,
    ) -> None:
        self.taxonomy = taxonomy or load_taxonomy()
        self.reading = ReadOptions(pdf_reader, ocr, password, limits or ReadLimits())
        self.redact = redact
        self.notes: Notes | None = read_notes(Path(notes), self.taxonomy) if notes is not None else None
        self._wish(profile, as_of, hours_a_week, by)
        self._skills = SkillReader(self.taxonomy)
        self._portfolio = PortfolioReader(self.taxonomy)
        self._ideas = IdeaReader(self.taxonomy)
        self._career = CareerReader(self.taxonomy)
        self.job: Job | None = None
        if job is not None:
            from gapcheck.job import read_job  # only then: it is a step more to import

            self.job = read_job(Path(job), self.taxonomy, self._skills)
            self.profile = self.job.profile(self.taxonomy, self.as_of)

    def _wish(self, profile: str, as_of: date | None, hours_a_week: float, by: date | None) -> None:
        if profile not in self.taxonomy.profiles:
            known = ", ".join(sorted(self.taxonomy.profiles))
            raise UnknownProfileError(f"there is no profile {profile}: choose one of {known}")
        self.profile = self.taxonomy.profiles[profile]
        self.as_of: date = as_of or date.today()
        check_wishes(begins=self.as_of, hours_a_week=hours_a_week, by=by)
        self.hours_a_week, self.by = hours_a_week, by

    def wishing(
        self,
        profile: str = DEFAULT_PROFILE,
        *,
        as_of: date | None = None,
        hours_a_week: float = DEFAULT_HOURS,
        by: date | None = None,
    ) -> Analyzer:
        """An analyzer for another profile or other hours that shares what is slow to build. Raises as `Analyzer`."""
        other = copy(self)
        other.job = None
        other._wish(profile, as_of, hours_a_week, by)
        return other

    def analyze(self, path: str | Path) -> GapReport:
        """The gap report on the resume in this file. Raises `DocumentError` where it can't be read."""
        return self.analyze_document(read_document(Path(path), self.reading))

    def analyze_bytes(self, content: bytes, name: str) -> GapReport:
        """The gap report on a resume that is no file here; `name` is its path in the report. Raises `DocumentError`."""
        return self.analyze_document(read_content(content, name, self.reading))

    def explain(self, path: str | Path, skill: str) -> Explanation:
        """How the level of one skill on this resume comes about. Raises `DocumentError`, and `KeyError` where there is
        no such skill.
        """
        self.taxonomy.skills[skill]
        document = read_document(Path(path), self.reading)
        return self._skills.explain(read_resume(document, self.taxonomy, self.as_of), skill)

    def analyze_document(self, document: Document) -> GapReport:
        """The gap report on a document that was read already. Raises `NotesError` where notes do not fit it."""
        as_read = read_resume(document, self.taxonomy, self.as_of)
        notes = self.notes
        resume = corrected(as_read, notes) if notes else as_read
        findings = self._skills.read(resume, notes.not_mine if notes else ())
        if notes:
            notes.check_disowned(findings.disowned)
        self_declared = notes.add if notes else ()
        gaps = compare(self.profile, findings.skills)
        levels = {one.skill: one.level for one in findings.skills}
        portfolio = self._portfolio.review(resume, findings.skills)
        held = held_certifications(resume, self.taxonomy)
        report = build_report(
            document=document,
            resume=resume,
            health=health_of(resume, self.taxonomy),
            findings=findings,
            profile=self.profile,
            job=self.job,
            gaps=gaps,
            portfolio=portfolio,
            ideas=self._ideas.ranked(gaps, findings.skills),
            career=self._career.career(self.profile, gaps, findings.skills, portfolio, resume),
            held=held,
            quick_wins=quick_wins(resume, findings.skills, gaps, self.taxonomy, self_declared),
            plan=plan_for(
                gaps,
                levels,
                self.taxonomy,
                begins=self.as_of,
                hours_a_week=self.hours_a_week,
                by=self.by,
                self_declared=self_declared,
            ),
            certifications=certifications_for(
                gaps,
                {one.skill: one.support for one in findings.skills},
                {one.certification.id for one in held},
                self.taxonomy,
            ),
            taxonomy=self.taxonomy,
            as_of=self.as_of,
            warnings=_warnings(document, findings, self.taxonomy),
            notes=notes,
        )
        if not self.redact:
            return report
        from gapcheck.privacy import PersonalDetails, redacted

        return redacted(report, PersonalDetails(document, as_read, findings, self.taxonomy))

    def personal_details(self, document: Document) -> PersonalDetails:
        """What is personal in a document, and where on its pages it stands."""
        from gapcheck.privacy import PersonalDetails

        resume = read_resume(document, self.taxonomy, self.as_of)
        return PersonalDetails(document, resume, self._skills.read(resume), self.taxonomy)


def _warnings(document: Document, findings: Findings, taxonomy: Taxonomy) -> list[str]:
    warnings = []
    tricks = {one.reason for one in findings.not_counted if one.reason.is_trick}
    warnings += [f"{TRICKS[reason]}: it was not counted" for reason in Reason if reason in tricks]
    if not findings.skills:
        warnings.append("no skill was found: is this a resume, and does it name tools, methods or projects?")
    return warnings


def analyze(path: str | Path, profile: str = DEFAULT_PROFILE, *, as_of: date | None = None) -> GapReport:
    """The gap report on one resume. For many, build one `Analyzer`."""
    return Analyzer(profile, as_of=as_of).analyze(path)
