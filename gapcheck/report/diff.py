"""An old and a new `GapReport` on one person → `Progress`: what came, what went, what of the old plan is done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal

from pydantic import Field

from gapcheck.report.model import (
    CertificatePart,
    EvidencePart,
    FoundText,
    GapReport,
    LevelText,
    ProfilePart,
    RequirementPart,
    SkillPart,
    StepPart,
)
from gapcheck.report.part import Part
from gapcheck.taxonomy import Level


class SidePart(Part):
    """One of the two reports in short. `readiness` is the weighted share of its profile's requirements, 0 to 1."""

    profile: ProfilePart
    as_of: date
    readiness: float = Field(ge=0, le=1)
    stage: str
    met: int
    below: int
    missing: int


class LevelChangePart(Part):
    """A skill at another level; `none` is the level of a skill that a report does not show. `why` is the new report's
    line of the level rule. `evidence` is the strongest line that only the report with the higher level has; where it
    is None, no line is new, and months or the rule made the difference.
    """

    id: str
    name: str
    category: str
    from_level: FoundText = Field(alias="from")
    to_level: FoundText = Field(alias="to")
    why: str | None
    evidence: EvidencePart | None


class VerdictPart(Part):
    """What one report says on a requirement. `skill` is the one that carries it."""

    status: Literal["met", "below", "missing"]
    found: FoundText
    expected: LevelText
    skill: str | None


class RequirementChangePart(Part):
    """A requirement with another verdict, or with another level on the way to it."""

    id: str
    name: str
    category: str
    old: VerdictPart
    new: VerdictPart


class StepProgressPart(Part):
    """One step of the old plan; `now` is the skill's level in the new report, `hours` are those of the plan."""

    skill: str
    name: str
    from_level: FoundText = Field(alias="from")
    to_level: LevelText = Field(alias="to")
    now: FoundText
    hours: int


class Progress(Part):
    """What changed from the old report to the new one.

    Skills: `gained` and `lost` are in both reports at another level, `came` and `went` are in one of them.
    Requirements: `closed` are met now, `opened` are no longer, `moved` are not met in either and at another level;
    `not_compared` are ids that only one report has. `warnings` say what else may have made a difference.
    """

    schema_: Literal["gapcheck/diff/1"] = Field(default="gapcheck/diff/1", alias="schema")
    old: SidePart
    new: SidePart
    gained: tuple[LevelChangePart, ...]
    lost: tuple[LevelChangePart, ...]
    came: tuple[LevelChangePart, ...]
    went: tuple[LevelChangePart, ...]
    closed: tuple[RequirementChangePart, ...]
    opened: tuple[RequirementChangePart, ...]
    moved: tuple[RequirementChangePart, ...]
    not_compared: tuple[str, ...]
    steps_done: tuple[StepProgressPart, ...]
    steps_open: tuple[StepProgressPart, ...]
    certificates_came: tuple[CertificatePart, ...]
    certificates_went: tuple[CertificatePart, ...]
    warnings: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether the new report says what the old one said."""
        skills = self.gained or self.lost or self.came or self.went
        requirements = self.closed or self.opened or self.moved or self.not_compared
        others = self.steps_done or self.certificates_came or self.certificates_went
        return not (skills or requirements or others) and self.old.readiness == self.new.readiness

    def to_json(self, *, indent: int | None = None) -> str:
        """The progress as JSON, in the published field order."""
        return self.model_dump_json(by_alias=True, indent=indent)


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
        steps_done=tuple(step for step in steps if _is_done(step)),
        steps_open=tuple(step for step in steps if not _is_done(step)),
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
    return [
        StepProgressPart(
            skill=step.skill,
            name=step.name,
            from_level=step.from_level,
            to_level=step.to_level,
            now=levels.get(step.skill, "none"),
            hours=step.hours,
        )
        for step in plan
    ]


def _is_done(step: StepProgressPart) -> bool:
    return Level[step.now] >= Level[step.to_level]


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
    elif before < after:
        yield f"read as of {before} and of {after}: a job held until now has more months by that alone"
