"""`Analyzer`: a resume in, a gap report out; the steps of the design, one line each."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from gapcheck.documents import Document, PdfReader, read_document
from gapcheck.gap import compare, held_certifications
from gapcheck.plan import certifications_for, plan_for
from gapcheck.report import GapReport, build_report
from gapcheck.resume import read_resume
from gapcheck.resume.language import doubts_about_language
from gapcheck.skills import SkillReader
from gapcheck.taxonomy import Taxonomy, load_taxonomy

DEFAULT_PROFILE = "junior-ml-engineer"


class UnknownProfileError(ValueError):
    """There is no profile with this id."""


class Analyzer:
    """Compares resumes with one profile. Building it costs more than an analysis: build it once for many resumes.

    `as_of` is the day that "present" means, today by default. Raises `UnknownProfileError`.
    """

    def __init__(
        self,
        profile: str = DEFAULT_PROFILE,
        *,
        as_of: date | None = None,
        pdf_reader: PdfReader = PdfReader.auto,
        taxonomy: Taxonomy | None = None,
    ) -> None:
        self.taxonomy = taxonomy or load_taxonomy()
        if profile not in self.taxonomy.profiles:
            known = ", ".join(sorted(self.taxonomy.profiles))
            raise UnknownProfileError(f"there is no profile {profile}: choose one of {known}")
        self.profile = self.taxonomy.profiles[profile]
        self.as_of = as_of or date.today()
        self.pdf_reader = pdf_reader
        self._skills = SkillReader(self.taxonomy)

    def analyze(self, path: str | Path) -> GapReport:
        """The gap report on the resume in this file. Raises `DocumentError` where it can't be read."""
        return self.analyze_document(read_document(Path(path), self.pdf_reader))

    def analyze_document(self, document: Document) -> GapReport:
        """The gap report on a document that was read already."""
        resume = read_resume(document, self.taxonomy, self.as_of)
        findings = self._skills.read(resume)
        gaps = compare(self.profile, findings.skills)
        levels = {one.skill: one.level for one in findings.skills}
        held = held_certifications(resume, self.taxonomy)
        return build_report(
            document=document,
            resume=resume,
            findings=findings,
            profile=self.profile,
            gaps=gaps,
            held=held,
            plan=plan_for(gaps, levels, self.taxonomy),
            certifications=certifications_for(gaps, {one.certification.id for one in held}, self.taxonomy),
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
