"""`Analyzer`: a resume in, a gap report out; the steps of the design, one line each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from gapcheck.arguments import check_type, check_types, day_of, one_of
from gapcheck.career.reader import CareerReader
from gapcheck.career.situation import background_of, situation_of
from gapcheck.documents import (
    Document,
    DocumentError,
    Ocr,
    PdfReader,
    ReadLimits,
    ReadOptions,
    read_content,
    read_document,
)
from gapcheck.documents.naming import NO_RESUME
from gapcheck.gap import Gap, SureReader, areas_of, known_from_afar
from gapcheck.notes import Notes, corrected, read_notes
from gapcheck.plan import (
    DEFAULT_HOURS,
    Paper,
    PlanAhead,
    StudyReader,
    begun_for,
    certifications_for,
    check_wishes,
    quick_wins,
)
from gapcheck.plan.work_that_waits import RoomReader
from gapcheck.portfolio.doubted import without_doubted, without_void
from gapcheck.portfolio.entrusted import EntrustedReader
from gapcheck.portfolio.ideas import IdeaReader
from gapcheck.portfolio.review import PortfolioReader
from gapcheck.report import GapReport, build_report
from gapcheck.report.model import MadeByPart, OptionsPart
from gapcheck.report.warnings import warnings_of
from gapcheck.resume.health import Health, ReadingTrust, health_of
from gapcheck.resume.likeness import looks_like_resume
from gapcheck.resume.reader import read_resume
from gapcheck.skills import Explanation
from gapcheck.skills.reader import Findings, skill_reader
from gapcheck.taxonomy import Taxonomy, load_taxonomy
from gapcheck.version import __version__
from gapcheck.way_to_profile import Person, Way, beyond_the_plan, way_to

if TYPE_CHECKING:
    from gapcheck.career.applying import Application
    from gapcheck.job import Job
    from gapcheck.privacy import PersonalDetails
    from gapcheck.resume import Resume
    from gapcheck.taxonomy import Profile

DEFAULT_PROFILE = "junior-ml-engineer"

_ANY_RESUME = """Noor Haverkamp
noor@example.org
Experience
Data analyst, Brightwater, Jan 2022 - Mar 2024
- Built a churn model in Python and presented it to the sales team
Education
BSc Mathematics, Eastfield University, 2018 - 2021
Skills
SQL, Docker, machine learning
"""

_NO_RESUME = (
    "it does not look like a resume, and its name does not say so: name the file itself to read it all the same"
)


class UnknownProfileError(ValueError):
    """There is no profile with this id."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """What was read from one document, step by step: nothing is read twice. `resume` is `as_read` or as notes correct
    it.
    """

    document: Document
    as_read: Resume
    resume: Resume
    health: Health
    findings: Findings


class Analyzer:
    """Compares resumes with one profile. The first one costs more than an analysis; those after it share what is
    slow to build.

    `as_of` is the day that "present" means, today by default. `job` is the file of a job posting to compare with
    instead of a profile. `ocr` says which pages are read by OCR, `password` opens locked PDF files, `passwords` those
    of a path or file name, `limits` says how much a file may hold. `hours_a_week` and `by` are what the learning plan
    may take. `redact` takes personal details out of reports; what is found stays the same. `notes` is a file that
    corrects how one resume is read. Raises `UnknownProfileError`, `JobError` where the posting can't be read,
    `NotesError` where the notes can't, and `PlanError` where there is no time for a plan.
    """

    def __init__(
        self,
        profile: str = DEFAULT_PROFILE,
        *,
        as_of: date | str | None = None,
        job: str | Path | None = None,
        hours_a_week: float = DEFAULT_HOURS,
        by: date | str | None = None,
        pdf_reader: PdfReader | str = PdfReader.auto,
        ocr: Ocr | str = Ocr.auto,
        password: str | None = None,
        passwords: Mapping[str, str] | None = None,
        limits: ReadLimits | None = None,
        redact: bool = False,
        notes: str | Path | None = None,
        taxonomy: Taxonomy | None = None,
    ) -> None:
        check_types({
            "taxonomy": (taxonomy, "what load_taxonomy gives", Taxonomy),
            "limits": (limits, "ReadLimits", ReadLimits),
            "password": (password, "text", str),
            "passwords": (passwords, "passwords by path or file name", Mapping),
            "redact": (redact, "True or False", bool),
        })  # fmt: skip
        self.taxonomy = taxonomy or load_taxonomy()
        reader = one_of(pdf_reader, "pdf_reader", PdfReader)
        self.reading = ReadOptions(reader, one_of(ocr, "ocr", Ocr), password, limits or ReadLimits())
        self.passwords = dict(passwords or {})
        self.redact = redact
        self.notes: Notes | None = read_notes(Path(notes), self.taxonomy) if notes is not None else None
        self._wish(profile, as_of, hours_a_week, by)
        self._skills = skill_reader(self.taxonomy)
        self._sure = SureReader(self.taxonomy)
        self._portfolio = PortfolioReader(self.taxonomy)
        self._ideas = IdeaReader(self.taxonomy)
        self._entrusted = EntrustedReader(self.taxonomy)
        self._rooms, self._studies = RoomReader(self.taxonomy), StudyReader(self.taxonomy)
        self._career = CareerReader(self.taxonomy)
        self.job: Job | None = None
        if job is not None:
            self._compare_with(Path(job))

    def _wish(self, profile: str, as_of: date | str | None, hours_a_week: float, by: date | str | None) -> None:
        check_type(profile, "profile", "the id of a profile", str)
        check_type(hours_a_week, "hours_a_week", "a number", int, float)
        if profile not in self.taxonomy.profiles:
            known = ", ".join(sorted(self.taxonomy.profiles))
            raise UnknownProfileError(f"there is no profile {profile}: choose one of {known}")
        self.profile = self.taxonomy.profiles[profile]
        self._plan_wish(as_of, hours_a_week, by)

    def _plan_wish(self, as_of: date | str | None, hours_a_week: float, by: date | str | None) -> None:
        self.as_of: date = date.today() if as_of is None else day_of(as_of, "as_of")
        self.by = None if by is None else day_of(by, "by")
        check_wishes(begins=self.as_of, hours_a_week=hours_a_week, by=self.by)
        self.hours_a_week = hours_a_week

    def wishing(
        self,
        profile: str | None = DEFAULT_PROFILE,
        *,
        as_of: date | str | None = None,
        hours_a_week: float = DEFAULT_HOURS,
        by: date | str | None = None,
        job: tuple[str, bytes] | None = None,
        password: str | None = None,
        redact: bool | None = None,
    ) -> Analyzer:
        """An analyzer with other wishes that shares what is slow to build. Without a `profile` it keeps its own, or its
        posting; `job` is the name and content of another posting. Raises as `Analyzer`.
        """
        other = copy(self)
        keeps = profile is None or (self.job is not None and profile == self.profile.id)
        if keeps:
            other._plan_wish(as_of, hours_a_week, by)
        else:
            other._wish(profile or DEFAULT_PROFILE, as_of, hours_a_week, by)
            other.job = None
        other.redact = self.redact if redact is None else redact
        if password is not None:
            other.reading = replace(self.reading, password=password)
        if job is not None:
            other._compare_with(Path(job[0]), job[1])
        return other

    def _compare_with(self, posting: Path, content: bytes | None = None) -> None:
        from gapcheck.job import read_job  # only then: it is a step more to import

        self.job = read_job(posting, self.taxonomy, self._skills, content)
        self.profile = self.job.profile(self.taxonomy, self.as_of)

    def warm_up(self) -> None:
        """Loads now what the first resume would load: copies of this process, one for each resume, then share it."""
        self.analyze_bytes(_ANY_RESUME.encode(), "resume.txt")

    def analyze(self, path: str | Path) -> GapReport:
        """The gap report on the resume in this file. Raises `DocumentError` where it can't be read."""
        check_type(path, "analyze", "a path; bytes go to analyze_bytes(content, name)", str, Path)
        return self.analyze_document(read_document(Path(path), self.reading))

    def analyze_bytes(self, content: bytes, name: str) -> GapReport:
        """The gap report on a resume that is no file here; `name` is its path in the report. Raises `DocumentError`."""
        check_type(content, "analyze_bytes", "bytes; a path goes to analyze(path)", bytes)
        return self.analyze_document(self._document(content, name))

    def analyze_for_store(self, content: bytes, name: str, /, *, unsure: bool = False) -> tuple[GapReport, GapReport]:
        """The report twice: as it is, and without personal details. With `unsure` a document that does not look like a
        resume is refused with the code `no-resume`. Raises `DocumentError`.
        """
        document = self._document(content, name, unsure=unsure)
        resume = read_resume(document, self.taxonomy, self.as_of)
        if unsure and not looks_like_resume(resume):
            raise DocumentError(NO_RESUME, _NO_RESUME)
        analysis = self._analysis(document, resume)
        report = self._report(analysis)
        return report, self._redacted(report, analysis)

    def _document(self, content: bytes, name: str, *, unsure: bool = False) -> Document:
        """The document, opened with the password that is known for its name."""
        password = self.passwords.get(name) or self.passwords.get(PurePath(name).name)
        reading = replace(self.reading, password=password) if password else self.reading
        try:
            return read_content(content, name, reading)
        except DocumentError as error:
            if unsure and error.code in ("not-a-resume-file", "broken", "no-text"):
                raise DocumentError(NO_RESUME, _NO_RESUME) from None
            raise

    def explain(self, path: str | Path, skill: str) -> Explanation:
        """How the level of one skill on this resume comes about. Raises `DocumentError`, and `KeyError` where there is
        no such skill.
        """
        self.taxonomy.skills[skill]
        document = read_document(Path(path), self.reading)
        resume = read_resume(document, self.taxonomy, self.as_of)
        if self.notes is not None:
            resume = corrected(resume, self.notes)
        disowned = self.notes.not_mine if self.notes else ()
        found = self._skills.explain(resume, skill, disowned)
        if found.result is None or skill != self.taxonomy.portfolio.doubts_about:
            return found
        portfolio = self._portfolio.review(resume, self._skills.read(resume, disowned).skills)
        return replace(found, result=without_void([found.result], portfolio, self.taxonomy)[0])

    def _applying(self, resume: Resume, gaps: Sequence[Gap]) -> Application | None:
        """Whether to apply for the posting that is compared with; None where it is a profile."""
        if self.job is None:
            return None
        from gapcheck.career.applying import application  # only then: it is a step more to import

        return application(self.job, resume, gaps, self.taxonomy)

    def analyze_document(self, document: Document) -> GapReport:
        """The gap report on a document that was read already. Raises `NotesError` where notes do not fit it."""
        analysis = self._analysis(document, read_resume(document, self.taxonomy, self.as_of))
        report = self._report(analysis)
        return self._redacted(report, analysis) if self.redact else report

    def _analysis(self, document: Document, as_read: Resume) -> Analysis:
        notes = self.notes
        resume = corrected(as_read, notes) if notes else as_read
        health = health_of(resume, self.taxonomy)
        misread = health.verdict is not ReadingTrust.fine
        findings = self._skills.read(resume, notes.not_mine if notes else (), misread=misread)
        if notes:
            notes.check_disowned(findings.disowned)
        return Analysis(document, as_read, resume, health, findings)

    def _report(self, analysis: Analysis) -> GapReport:
        resume, findings = analysis.resume, analysis.findings
        entrusted = self._entrusted.entries(resume)
        portfolio = self._portfolio.review(resume, findings.skills, entrusted)
        findings = replace(findings, skills=without_doubted(findings.skills, portfolio, self.taxonomy))
        held = [one for one in findings.certificates if not one.planned]
        surely = self._sure.surely(resume, findings.skills, findings.denied)
        added, assessed = (self.notes.add, self.notes.assessed) if self.notes else ((), {})
        background = background_of(resume, findings.skills, self.taxonomy)
        situation = situation_of(background, self.taxonomy)
        portfolio = portfolio.seen_by(by_work=situation.by_work)
        afar, trade = known_from_afar(findings.skills, self.profile, self.taxonomy), background.trade
        shown = tuple(one for one in findings.skills if one.skill not in afar)
        paper = Paper(
            resume,
            shown,
            self.taxonomy,
            added,
            assessed,
            surely,
            trade,
            entrusted,
            practice=portfolio.not_gone_on_with(studies=background.studies),
            shared=portfolio.shared,
            questions=portfolio.own_questions,
            taught=portfolio.taught,
            afar=afar,
            rooms=self._rooms.told(resume, portfolio.doubts),
            under_way=self._studies.under_way(resume),
            thesis_until=self._studies.thesis_until(resume),
            beside_studies=situation.until_degree,
        )
        works = tuple(work.skills for work in portfolio.works)
        own_works = tuple(work.skills for work in portfolio.works if not work.is_practice)
        field, asked = self._ideas.field_of(resume), portfolio.open_questions
        person = Person(shown, surely, paper, works, own_works, situation, field, asked, resume.has_published)
        gaps, ideas, plan = self._way_to(self.profile, person)
        ahead, own_field = PlanAhead(plan, gaps, paper), field.name if field else None
        career = self._career.career(self.profile, gaps, shown, portfolio, resume, background, ahead, own_field)
        beyond = None if career.better else beyond_the_plan(self.profile.id, career.fits, plan)
        other = career.better or beyond
        to_other = self._way_to(self.taxonomy.profiles[other.profile], person) if other else None
        has = [one.certification for one in held]
        steps = [dated.step for dated in plan.steps]
        planned = {requirement for step in steps for requirement in (*step.closes, *step.raises)}
        certifications = certifications_for(gaps, shown, has, self.taxonomy, steps, plan.waiting)
        begun = [one.certification for one in findings.certificates if one.planned and one.certification not in has]
        return build_report(
            document=analysis.document,
            resume=resume,
            health=analysis.health,
            findings=findings,
            afar=afar,
            profile=self.profile,
            job=self.job,
            applying=self._applying(resume, gaps),
            gaps=gaps,
            areas=areas_of(gaps, self.taxonomy),
            portfolio=portfolio,
            ideas=ideas,
            career=career,
            held=held,
            quick_wins=quick_wins(resume, shown, gaps, self.taxonomy, planned),
            plan=plan,
            beyond=beyond,
            other_gaps=to_other.gaps if to_other else (),
            other_plan=to_other.plan if to_other else None,
            certifications=certifications,
            begun=begun_for(gaps, shown, begun, self.taxonomy),
            taxonomy=self.taxonomy,
            as_of=self.as_of,
            warnings=warnings_of(findings, resume, self.taxonomy),
            notes=self.notes,
            made_by=self._made_by(redact=False),
        )

    def _way_to(self, profile: Profile, person: Person) -> Way:
        return way_to(
            profile, person, self._ideas, self.taxonomy, begins=self.as_of, hours_a_week=self.hours_a_week, by=self.by
        )

    def _made_by(self, *, redact: bool) -> MadeByPart:
        options = OptionsPart(
            as_of=self.as_of,
            hours_per_week=self.hours_a_week,
            by=self.by,
            pdf_reader=self.reading.pdf_reader.value,
            ocr=self.reading.ocr.value,
            redact=redact,
        )
        return MadeByPart(version=__version__, taxonomy=self.taxonomy.fingerprint, options=options)

    def _redacted(self, report: GapReport, analysis: Analysis) -> GapReport:
        from gapcheck.privacy import PersonalDetails, redacted

        details = PersonalDetails(analysis.document, analysis.as_read, analysis.findings, self.taxonomy)
        without = redacted(report, details)
        return without.model_copy(update={"gapcheck": self._made_by(redact=True)})

    def personal_details(self, document: Document) -> PersonalDetails:
        """What is personal in a document, and where on its pages it stands."""
        from gapcheck.privacy import PersonalDetails

        resume = read_resume(document, self.taxonomy, self.as_of)
        return PersonalDetails(document, resume, self._skills.read(resume), self.taxonomy)


def analyze(path: str | Path, profile: str = DEFAULT_PROFILE, *, as_of: date | str | None = None) -> GapReport:
    """The gap report on one resume. For many, build one `Analyzer`."""
    return Analyzer(profile, as_of=as_of).analyze(path)
