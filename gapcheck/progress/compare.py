"""An old and a new `GapReport` on one person → `Progress`: what came, what went, what of the old plan is done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gapcheck.progress.model import (
    LevelChangePart,
    Progress,
    RequirementChangePart,
    SidePart,
    StepProgressPart,
    VerdictPart,
)
from gapcheck.report.certificates_model import CertificatePart
from gapcheck.report.model import GapReport
from gapcheck.report.plan_model import StepPart
from gapcheck.report.skills_model import EvidencePart, RequirementPart, SkillPart
from gapcheck.report.wording import days_moved
from gapcheck.taxonomy import Level


def progress_between(old: GapReport, new: GapReport) -> Progress:
    """What changed from `old` to `new`. Of two profiles, only the requirements that both have are compared."""
    levels = list(_level_changes(old, new))
    both = [one for one in levels if "none" not in (one.from_level, one.to_level)]
    verdicts = list(_requirement_changes(old, new))
    not_compared = _not_compared(old, new)
    steps = _steps(old.plan, new)
    return Progress(
        old=_side(old),
        new=_side(new),
        gained=tuple(one for one in both if _is_gain(one)),
        lost=tuple(one for one in both if not _is_gain(one)),
        came=tuple(one for one in levels if one.from_level == "none"),
        went=tuple(one for one in levels if one.to_level == "none"),
        closed=tuple(one for one in verdicts if one.new.status == "met"),
        opened=tuple(one for one in verdicts if one.old.status == "met"),
        moved=tuple(one for one in verdicts if "met" not in (one.old.status, one.new.status)),
        not_compared=not_compared,
        steps_done=tuple(step for step in steps if _is_done(step, new.plan)),
        steps_open=tuple(step for step in steps if not _is_done(step, new.plan)),
        certificates_came=_only_in(new.certificates, old.certificates),
        certificates_went=_only_in(old.certificates, new.certificates),
        warnings=tuple(_warnings(old, new, not_compared)),
    )


def _side(report: GapReport) -> SidePart:
    summary = report.summary
    return SidePart(
        profile=report.profile,
        as_of=summary.as_of,
        readiness=summary.readiness,
        stage=summary.stage,
        met=summary.met,
        below=summary.below,
        missing=summary.missing,
    )


def _level_changes(old: GapReport, new: GapReport) -> Iterator[LevelChangePart]:
    """The skills at another level, those that the new report shows first, each side in its own order."""
    before, after = ({skill.id: skill for skill in report.skills} for report in (old, new))
    old_lines, new_lines = _lines(old.skills), _lines(new.skills)
    for id in {**after, **before}:
        earlier, later = before.get(id), after.get(id)
        if later and (earlier is None or Level[later.level] > Level[earlier.level]):
            yield _level_change(earlier, later, _first_not_in(old_lines, later))
        elif earlier and (later is None or Level[later.level] < Level[earlier.level]):
            yield _level_change(earlier, later, _first_not_in(new_lines, earlier))


def _level_change(old: SkillPart | None, new: SkillPart | None, evidence: EvidencePart | None) -> LevelChangePart:
    skill = new or old
    assert skill is not None
    return LevelChangePart(
        id=skill.id,
        name=skill.name,
        category=skill.category,
        from_level=old.level if old else "none",
        to_level=new.level if new else "none",
        why=new.why if new else None,
        evidence=evidence,
    )


def _is_gain(change: LevelChangePart) -> bool:
    return Level[change.to_level] > Level[change.from_level]


def _lines(skills: Iterable[SkillPart]) -> frozenset[str]:
    """The lines that prove any skill: one that stood there for another skill is not new."""
    return frozenset(_words(line.quote) for skill in skills for line in skill.evidence)


def _first_not_in(lines: frozenset[str], skill: SkillPart) -> EvidencePart | None:
    """The skill's strongest evidence, which comes first in a report, among the lines that the other report lacks."""
    return next((line for line in skill.evidence if _words(line.quote) not in lines), None)


def _words(quote: str) -> str:
    return " ".join(quote.casefold().split())


def _requirement_changes(old: GapReport, new: GapReport) -> Iterator[RequirementChangePart]:
    """The requirements in both reports with another verdict, and those met in neither with another level."""
    before = {row.id: row for row in old.requirements}
    for row in new.requirements:
        earlier = before.get(row.id)
        if earlier is None:
            continue
        if row.status != earlier.status or (row.status != "met" and row.found != earlier.found):
            yield RequirementChangePart(
                id=row.id, name=row.name, category=row.category, old=_verdict(earlier), new=_verdict(row)
            )


def _verdict(row: RequirementPart) -> VerdictPart:
    return VerdictPart(status=row.status, found=row.found, expected=row.expected, skill=row.skill)


def _not_compared(old: GapReport, new: GapReport) -> tuple[str, ...]:
    before, after = ({row.id for row in report.requirements} for report in (old, new))
    return tuple(sorted(before ^ after))


def _steps(plan: Iterable[StepPart], new: GapReport) -> list[StepProgressPart]:
    levels = {skill.id: skill.level for skill in new.skills}
    met = {row.id for row in new.requirements if row.status == "met"}
    return [
        StepProgressPart(
            kind=step.kind,
            skill=step.skill,
            name=step.name,
            from_level=step.from_level,
            to_level=step.to_level,
            now=(now := levels.get(step.skill, "none")),
            hours=step.hours,
            by_other=Level[now] < Level[step.to_level] and bool(step.closes) and met.issuperset(step.closes),
        )
        for step in plan
    ]


def _is_done(step: StepProgressPart, plan: Iterable[StepPart]) -> bool:
    """Whether the level is there, or another skill has met what the step was for; what was to be made to hold does when
    the new plan asks for it no more.
    """
    if step.kind == "deepen":
        return all((one.kind, one.skill) != (step.kind, step.skill) for one in plan)
    return step.by_other or Level[step.now] >= Level[step.to_level]


def _only_in(these: Iterable[CertificatePart], those: Iterable[CertificatePart]) -> tuple[CertificatePart, ...]:
    others = {one.id for one in those}
    return tuple(one for one in these if one.id not in others)


def _warnings(old: GapReport, new: GapReport, not_compared: tuple[str, ...]) -> Iterator[str]:
    """What differs besides the resume, and may have made a difference by itself."""
    was, now = old.profile, new.profile
    if was.id != now.id:
        yield f"the profiles differ ({was.id} and {now.id}): each readiness is a share of its own requirements"
    elif was.version != now.version:
        versions = f"version {was.version} to {now.version}"
        yield f"the profile {now.id} changed from {versions}: verdicts may differ by that alone"
    if not_compared:
        count = f"{len(not_compared)} requirements stand" if len(not_compared) > 1 else "1 requirement stands"
        yield f"{count} in only one of the reports and can't be compared"
    before, after = old.summary.as_of, new.summary.as_of
    if before > after:
        yield f"the old report is as of {before}, the new one as of {after}: should they stand the other way round?"
    elif said := days_moved(before, after):
        yield said
