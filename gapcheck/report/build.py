"""The results of the steps → the parts of the published report. Nothing is decided here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from gapcheck.documents import Document, DocumentError
from gapcheck.gap import Gap, HeldCertification, Status, readiness, stage_at
from gapcheck.plan import Advice, Step
from gapcheck.report.model import (
    CertificatePart,
    CertificationPart,
    DocumentPart,
    ErrorDocumentPart,
    ErrorPart,
    ErrorReport,
    EvidencePart,
    GapReport,
    NotCountedPart,
    PortfolioPart,
    ProfilePart,
    RequirementPart,
    ResourcePart,
    SkillPart,
    StepPart,
    SummaryPart,
)
from gapcheck.resume import EntryKind, Resume
from gapcheck.skills import Findings, SkillEvidence
from gapcheck.taxonomy import Profile, Taxonomy


def build_report(
    *,
    document: Document,
    resume: Resume,
    findings: Findings,
    profile: Profile,
    gaps: Sequence[Gap],
    held: Sequence[HeldCertification],
    plan: Sequence[Step],
    certifications: Sequence[Advice],
    taxonomy: Taxonomy,
    as_of: date,
    warnings: Sequence[str],
) -> GapReport:
    """The report on one document."""
    share = readiness(gaps)
    stage = stage_at(share, taxonomy.roadmap)
    count = {status: sum(gap.status is status for gap in gaps) for status in Status}
    projects = sum(entry.kind in (EntryKind.project, EntryKind.thesis) for _, entry in resume.entries())
    return GapReport(
        document=DocumentPart(
            path=document.path,
            sha256=document.sha256,
            pages=len(document.pages),
            reader=document.reader,
            warnings=(*document.warnings, *warnings),
        ),
        profile=ProfilePart(id=profile.id, version=profile.version, name=profile.name),
        summary=SummaryPart(
            readiness=round(share, 3),
            stage=stage.name,
            stage_focus=stage.focus,
            met=count[Status.met],
            below=count[Status.below],
            missing=count[Status.missing],
            as_of=as_of,
        ),
        skills=tuple(_skill(one, taxonomy) for one in findings.skills),
        not_counted=tuple(
            NotCountedPart(
                id=one.skill,
                name=taxonomy.skills[one.skill].name,
                quote=one.quote,
                page=one.page,
                line=one.line,
                reason=one.reason.value,
            )
            for one in findings.not_counted
        ),
        requirements=tuple(_requirement(gap) for gap in gaps),
        portfolio=PortfolioPart(projects=projects, work_months=resume.work_months),
        certificates=tuple(_held(one) for one in held),
        plan=tuple(_step(step, taxonomy) for step in plan),
        certifications=tuple(_certification(advice) for advice in certifications),
    )


def error_report(path: str, error: DocumentError) -> ErrorReport:
    """The report on a document that could not be analysed."""
    return ErrorReport(document=ErrorDocumentPart(path=path), error=ErrorPart(code=error.code, message=error.message))


def _skill(one: SkillEvidence, taxonomy: Taxonomy) -> SkillPart:
    skill = taxonomy.skills[one.skill]
    return SkillPart(
        id=skill.id,
        name=skill.name,
        category=skill.category,
        level=one.level.name,
        how=one.how.value,
        entries=one.entries,
        months=one.months,
        why=one.why,
        evidence=tuple(
            EvidencePart(
                page=line.page,
                line=line.line,
                quote=line.quote,
                section=line.section,
                box=tuple(round(edge, 1) for edge in line.box),
                kind=line.kind.value,
                skill=line.skill,
            )
            for line in one.evidence
        ),
    )


def _requirement(gap: Gap) -> RequirementPart:
    rule = gap.requirement
    return RequirementPart(
        id=rule.id,
        name=rule.name,
        category=rule.category,
        any_of=rule.any_of,
        expected=rule.expected.name,
        found=gap.found.name,
        status=gap.status.value,
        skill=gap.carried_by,
        weight=rule.weight,
    )


def _step(step: Step, taxonomy: Taxonomy) -> StepPart:
    return StepPart(
        skill=step.skill,
        name=taxonomy.skills[step.skill].name,
        from_level=step.start.name,
        to_level=step.target.name,
        hours=step.hours,
        phase=step.phase.id,
        closes=step.closes,
        resources=tuple(
            ResourcePart(name=one.name, provider=one.provider, url=one.url, kind=one.kind) for one in step.resources
        ),
    )


def _held(held: HeldCertification) -> CertificatePart:
    one = held.certification
    return CertificatePart(
        id=one.id,
        name=one.name,
        status=one.status,
        since=one.status_date if one.status == "retired" else None,
        replaced_by=one.replaced_by,
        shows=one.skills,
        page=held.place.page,
        line=held.place.line.number,
        as_of=one.as_of,
    )


def _certification(advice: Advice) -> CertificationPart:
    one = advice.certification
    return CertificationPart(
        id=one.id,
        name=one.name,
        issuer=one.issuer,
        level=one.level,
        status=one.status,
        shows=advice.shows,
        hours=(one.hours.min, one.hours.max) if one.hours else None,
        fee_usd=one.fee_usd,
        url=one.url,
        as_of=one.as_of,
    )
