"""The results of the steps → the parts of the published report. Nothing is decided here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from gapcheck.career.reader import Career
from gapcheck.career.titles import Fit
from gapcheck.documents import Box, Document, DocumentError
from gapcheck.gap import AreaGaps, Certainty, Gap, Status, readiness, readiness_with_sure
from gapcheck.plan import Advice, Begun, DatedStep, Plan, QuickWin, QuickWinKind, Step, WrittenLine
from gapcheck.portfolio.ideas import IdeaValue
from gapcheck.portfolio.model import Portfolio
from gapcheck.report.build_certificates import begun_part, certification_part, held_part, later_part
from gapcheck.report.build_health import health_part, without_judgement
from gapcheck.report.build_job import job_part
from gapcheck.report.build_outlook import career_part, portfolio_part
from gapcheck.report.build_resume import resume_part
from gapcheck.report.model import (
    DocumentPart,
    ErrorDocumentPart,
    ErrorPart,
    ErrorReport,
    GapReport,
    MadeByPart,
    ProfilePart,
    SummaryPart,
)
from gapcheck.report.notes_model import NotesPart, SelfDeclaredPart
from gapcheck.report.plan_model import (
    DeliverablePart,
    LeftOpenPart,
    PhasePart,
    QuickWinPart,
    ResourcePart,
    SchedulePart,
    StepPart,
)
from gapcheck.report.skills_model import (
    AreaPart,
    EvidencePart,
    NearestPart,
    NotCountedPart,
    NotRecognisedPart,
    RequirementPart,
    SkillPart,
    SurePart,
)
from gapcheck.resume import EntryKind, Resume
from gapcheck.resume.health import Health
from gapcheck.resume.model import month_text
from gapcheck.skills import NamedCertification, SkillEvidence, Unrecognised
from gapcheck.skills.confidence import load_confidence_model
from gapcheck.skills.quotes import quote
from gapcheck.skills.reader import Findings
from gapcheck.skills.strength import Depth
from gapcheck.taxonomy import Profile, Taxonomy

if TYPE_CHECKING:
    from gapcheck.career.applying import Application
    from gapcheck.job import Job
    from gapcheck.notes import Notes


def build_report(
    *,
    document: Document,
    resume: Resume,
    health: Health,
    findings: Findings,
    afar: frozenset[str],
    profile: Profile,
    job: Job | None,
    applying: Application | None,
    gaps: Sequence[Gap],
    areas: Sequence[AreaGaps],
    portfolio: Portfolio,
    ideas: Sequence[IdeaValue],
    career: Career,
    held: Sequence[NamedCertification],
    quick_wins: Sequence[QuickWin],
    plan: Plan,
    beyond: Fit | None,
    other_gaps: Sequence[Gap],
    other_plan: Plan | None,
    certifications: Sequence[Advice],
    begun: Sequence[Begun],
    taxonomy: Taxonomy,
    as_of: date,
    warnings: Sequence[str],
    notes: Notes | None = None,
    made_by: MadeByPart,
) -> GapReport:
    """The report on one document. `beyond` is the profile to go on to; `other_gaps` and `other_plan` are those for it,
    or for the one that fits better.
    """
    share = readiness(gaps)
    depths = {one.skill: one.strength.depth for one in findings.skills}
    count = {status: sum(gap.status is status for gap in gaps) for status in Status}
    projects = sum(entry.kind in (EntryKind.project, EntryKind.thesis) for _, entry in resume.entries())
    report = GapReport(
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
            with_sure=round(readiness_with_sure(gaps), 3),
            stage=career.stage.name,
            stage_focus=career.stage.focus,
            met=count[Status.met],
            below=count[Status.below],
            missing=count[Status.missing],
            as_of=as_of,
        ),
        resume=resume_part(resume, taxonomy),
        health=health_part(health, taxonomy),
        skills=tuple(_skill(one, taxonomy, afar) for one in findings.skills),
        self_declared=tuple(_self_declared(notes, findings, taxonomy)) if notes else (),
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
        not_recognised=tuple(_unknown(one, taxonomy) for one in findings.unrecognised),
        requirements=tuple(_requirement(gap, depths, taxonomy) for gap in gaps),
        areas=_areas(areas, plan),
        portfolio=portfolio_part(portfolio, ideas, plan, taxonomy, projects=projects, work_months=resume.work_months),
        certificates=tuple(held_part(one, taxonomy) for one in held),
        quick_wins=tuple(_quick_win(win, taxonomy) for win in quick_wins),
        plan=tuple(_step(dated, taxonomy) for dated in plan.steps),
        schedule=_schedule(plan),
        certifications=tuple(certification_part(advice) for advice in certifications if not advice.is_for_later),
        certifications_begun=tuple(begun_part(one, taxonomy) for one in begun),
        certifications_later=tuple(later_part(advice) for advice in certifications if advice.is_for_later),
        career=career_part(career, beyond, other_gaps, other_plan, taxonomy),
        job=job_part(job, applying) if job and applying else None,
        notes=NotesPart(file=notes.file, applied=notes.count) if notes else None,
        gapcheck=made_by,
    )
    return report if report.is_read else without_judgement(report)


def _areas(areas: Sequence[AreaGaps], plan: Plan) -> tuple[AreaPart, ...]:
    """The areas and what is lacking in them; what the plan keeps waiting stands behind what it works on."""
    waiting = plan.waiting

    def waits(gap: Gap) -> bool:
        return gap.requirement.id in waiting

    return tuple(
        AreaPart(
            id=one.id,
            name=one.name,
            requirements=tuple(gap.requirement.id for gap in sorted(one.gaps, key=waits)),
            urgency=round(one.urgency, 3),
        )
        for one in sorted(areas, key=lambda one: all(map(waits, one.gaps)))
    )


def error_report(path: str, error: DocumentError) -> ErrorReport:
    """The report on a document that could not be analysed."""
    return ErrorReport(document=ErrorDocumentPart(path=path), error=ErrorPart(code=error.code, message=error.message))


def _skill(one: SkillEvidence, taxonomy: Taxonomy, afar: frozenset[str]) -> SkillPart:
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
        strength=one.strength.depth.value,
        strength_why=one.strength.why,
        last_shown=month_text(one.strength.last) if one.strength.last is not None else None,
        limit=one.limit,
        confidence=one.confidence,
        doubtful=one.confidence < load_confidence_model().doubtful,
        afar=one.skill in afar,
        evidence=tuple(
            EvidencePart(
                page=line.page,
                line=line.line,
                quote=line.quote,
                section=line.section,
                box=_rounded(line.box),
                kind=line.kind.value,
                skill=line.skill,
                confidence=line.confidence,
            )
            for line in one.evidence
        ),
    )


def _self_declared(notes: Notes, findings: Findings, taxonomy: Taxonomy) -> Iterator[SelfDeclaredPart]:
    shown = {one.skill for one in findings.skills}
    quiz = {skill: level.name for skill, level in notes.assessed.items() if level}
    for skill in dict.fromkeys((*notes.add, *quiz)):
        name = taxonomy.skills[skill].name
        yield SelfDeclaredPart(id=skill, name=name, on_paper=skill in shown, quiz=quiz.get(skill))


@lru_cache(maxsize=1000)
def _rounded(box: Box) -> Box:
    """A box to a tenth of a point; most lines speak for several skills."""
    x0, top, x1, bottom = box
    return round(x0, 1), round(top, 1), round(x1, 1), round(bottom, 1)


def _unknown(one: Unrecognised, taxonomy: Taxonomy) -> NotRecognisedPart:
    nearest = (
        NearestPart(id=one.nearest, name=taxonomy.skills[one.nearest].name, likeness=one.likeness)
        if one.nearest
        else None
    )
    return NotRecognisedPart(text=one.text, page=one.page, line=one.line, quote=one.quote, nearest=nearest)


def _requirement(gap: Gap, depths: Mapping[str, Depth], taxonomy: Taxonomy) -> RequirementPart:
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
        strength=depths[gap.carried_by].value if gap.carried_by else None,
        weight=rule.weight,
        sure=_sure(gap.sure, taxonomy, settled=gap.settled) if gap.sure else None,
    )


def _sure(one: Certainty, taxonomy: Taxonomy, *, settled: bool) -> SurePart:
    why = taxonomy.skills[one.by].name if one.by else f"“{one.words}”"
    return SurePart(skill=one.by, level=one.level.name, why=why, settled=settled)


def _quick_win(win: QuickWin, taxonomy: Taxonomy) -> QuickWinPart:
    texts = taxonomy.advice
    other = taxonomy.skills[win.other].name if win.other else ""
    if win.kind is QuickWinKind.not_named and other:
        other = texts.implied_by.format(other=other)
    skill = taxonomy.skills[win.skill].name if win.skill else ""
    said = texts.quick_wins[win.taught.value if win.taught else win.kind.value]
    text = said.format(skill=skill, other=other, where=win.where or win.quote)
    if win.kind is QuickWinKind.not_demonstrated:
        to_where, to_new = (texts.use_where, texts.use_new) if win.taught else (texts.show_where, texts.show_new)
        text += to_where.format(where=win.where) if win.where else to_new
    if win.kind is QuickWinKind.not_named and win.skill:
        text += texts.such_as.format(line=taxonomy.asked_for(win.skill))
    if win.would_be:
        text += texts.lifts.format(would_be=win.would_be.name)
    return QuickWinPart(
        kind=win.kind.value,
        text=text,
        page=win.page,
        line=win.line,
        quote=quote(win.quote),
        skill=win.skill,
        requirement=win.requirement,
    )


def _step(dated: DatedStep, taxonomy: Taxonomy) -> StepPart:
    step = dated.step
    return StepPart(
        kind=step.kind.value,
        skill=step.skill,
        name=taxonomy.skills[step.skill].name,
        from_level=step.start.name,
        to_level=step.target.name,
        hours=step.hours,
        phase=step.milestone.id,
        closes=step.closes,
        raises=step.raises,
        begins=dated.begins,
        ends=dated.ends,
        deliverables=tuple(_deliverables(step.lines)),
        job=step.job,
        practice=taxonomy.practice_for(step.skill, step.target),
        first=_first(step, taxonomy) if step.hours else "",
        first_hours=min(step.hours, taxonomy.deliverables.first.hours),
        sets_up=bool(step.sets_up),
        set_up_hours=step.set_up_hours,
        room=step.room is not None,
        firm=bool(step.firm),
        resources=tuple(
            ResourcePart(name=one.name, provider=one.provider, url=one.url, kind=one.kind) for one in step.resources
        ),
    )


def _first(step: Step, taxonomy: Taxonomy) -> str:
    at_work = bool(step.lines) and step.lines[0].spot.where == "job"
    return taxonomy.first_work(step.skill, step.sets_up, at_work=at_work, entrusted=step.entrusted, room=step.room)


def _deliverables(lines: Sequence[WrittenLine]) -> Iterator[DeliverablePart]:
    for spot, group in groupby(lines, key=lambda line: line.spot):
        yield DeliverablePart(where=spot.where, title=spot.title, lines=tuple(line.text for line in group))


def _schedule(plan: Plan) -> SchedulePart:
    return SchedulePart(
        hours=plan.hours,
        hours_a_week=plan.hours_a_week,
        begins=plan.begins,
        ends=plan.ends,
        by=plan.by,
        readiness=round(plan.readiness, 3),
        in_time=round(plan.in_time, 3),
        first_of_all=plan.first_of_all,
        phases=tuple(
            PhasePart(
                id=one.milestone.id,
                name=one.milestone.name,
                steps=one.steps,
                hours=one.hours,
                begins=one.begins,
                ends=one.ends,
                readiness=round(one.readiness, 3),
                cautions=one.cautions,
            )
            for one in plan.phases
        ),
        left_open=tuple(
            LeftOpenPart(
                id=one.requirement.id,
                name=one.requirement.name,
                weight=one.requirement.weight,
                reaches=one.reached.name,
                why=one.why.value,
                reason=one.reason,
            )
            for one in plan.left_open
        ),
    )
