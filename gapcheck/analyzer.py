"""`Analyzer`: a resume in, a gap report out; the steps of the design, one line each."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from gapcheck.documents import Document, Ocr, PdfReader, read_content, read_document
from gapcheck.gap import compare, held_certifications
from gapcheck.gap.career import CareerReader
from gapcheck.gap.ideas import IdeaReader
from gapcheck.gap.portfolio import PortfolioReader
from gapcheck.plan import DEFAULT_HOURS, certifications_for, check_wishes, plan_for, quick_wins
from gapcheck.report import GapReport, build_report
from gapcheck.resume import read_resume
from gapcheck.resume.language import doubts_about_language
from gapcheck.skills import Explanation, SkillReader
from gapcheck.taxonomy import Taxonomy, load_taxonomy

if TYPE_CHECKING:
    from gapcheck.job import Job

DEFAULT_PROFILE = "junior-ml-engineer"


class UnknownProfileError(ValueError):
    """There is no profile with this id."""


class Analyzer:
    """Compares resumes with one profile. Building it costs more than an analysis: build it once for many resumes.

    `as_of` is the day that "present" means, today by default. `job` is the file of a job posting to compare with
    instead of a profile. `hours_a_week` and `by` are what the learning plan may take. `ocr` says which pages
    are read by OCR. Raises `UnknownProfileError`,
    `JobError` where the posting can't be read, and `PlanError` where there is no time for a plan.
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
        taxonomy: Taxonomy | None = None,
    ) -> None:
        self.taxonomy = taxonomy or load_taxonomy()
        if profile not in self.taxonomy.profiles:
            known = ", ".join(sorted(self.taxonomy.profiles))
            raise UnknownProfileError(f"there is no profile {profile}: choose one of {known}")
        self.profile = self.taxonomy.profiles[profile]
        self.as_of = as_of or date.today()
        self.pdf_reader, self.ocr = pdf_reader, ocr
        check_wishes(begins=self.as_of, hours_a_week=hours_a_week, by=by)
        self.hours_a_week, self.by = hours_a_week, by
        self._skills = SkillReader(self.taxonomy)
        self._portfolio = PortfolioReader(self.taxonomy)
        self._ideas = IdeaReader(self.taxonomy)
        self._career = CareerReader(self.taxonomy)
        self.job: Job | None = None
        if job is not None:
            from gapcheck.job import read_job  # only then: it is a step more to import

            self.job = read_job(Path(job), self.taxonomy, self._skills)
            self.profile = self.job.profile(self.taxonomy, self.as_of)

    def analyze(self, path: str | Path) -> GapReport:
        """The gap report on the resume in this file. Raises `DocumentError` where it can't be read."""
        return self.analyze_document(read_document(Path(path), self.pdf_reader, self.ocr))

    def analyze_bytes(self, content: bytes, name: str) -> GapReport:
        """The gap report on a resume that is no file here; `name` is its path in the report. Raises `DocumentError`."""
        return self.analyze_document(read_content(content, name, self.pdf_reader, self.ocr))

    def explain(self, path: str | Path, skill: str) -> Explanation:
        """How the level of one skill on this resume comes about. Raises `DocumentError`, and `KeyError` where there is
        no such skill.
        """
        self.taxonomy.skills[skill]
        document = read_document(Path(path), self.pdf_reader, self.ocr)
        return self._skills.explain(read_resume(document, self.taxonomy, self.as_of), skill)

    def analyze_document(self, document: Document) -> GapReport:
        """The gap report on a document that was read already."""
        resume = read_resume(document, self.taxonomy, self.as_of)
        findings = self._skills.read(resume)
        gaps = compare(self.profile, findings.skills)
        levels = {one.skill: one.level for one in findings.skills}
        portfolio = self._portfolio.review(resume, findings.skills)
        held = held_certifications(resume, self.taxonomy)
        return build_report(
            document=document,
            resume=resume,
            findings=findings,
            profile=self.profile,
            job=self.job,
            gaps=gaps,
            portfolio=portfolio,
            ideas=self._ideas.ranked(gaps, findings.skills),
            career=self._career.career(self.profile, gaps, findings.skills, portfolio, resume),
            held=held,
            quick_wins=quick_wins(resume, findings.skills, gaps, self.taxonomy),
            plan=plan_for(gaps, levels, self.taxonomy, begins=self.as_of, hours_a_week=self.hours_a_week, by=self.by),
            certifications=certifications_for(
                gaps,
                {one.skill: one.support for one in findings.skills},
                {one.certification.id for one in held},
                self.taxonomy,
            ),
            taxonomy=self.taxonomy,
            as_of=self.as_of,
            warnings=_warnings(document, found=len(findings.skills), taxonomy=self.taxonomy),
        )


def _warnings(document: Document, *, found: int, taxonomy: Taxonomy) -> list[str]:
    warnings = doubts_about_language(document, taxonomy)
    if any(page.hidden for page in document.pages):
        warnings.append("the document holds text that can't be seen on the page: it was not counted")
    if not found:
        warnings.append("no skill was found: is this a resume, and does it name tools, methods or projects?")
    return warnings


def analyze(path: str | Path, profile: str = DEFAULT_PROFILE, *, as_of: date | None = None) -> GapReport:
    """The gap report on one resume. For many, build one `Analyzer`."""
    return Analyzer(profile, as_of=as_of).analyze(path)
