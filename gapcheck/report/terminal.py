"""A `GapReport` → what a person reads in the terminal. Colour is never the only sign."""

from __future__ import annotations

from itertools import groupby

from rich.cells import set_cell_size
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from gapcheck.report.model import EvidencePart, GapReport, NotCountedPart, RequirementPart, SkillPart

_STATUS = {"met": ("✓ met", "green"), "below": ("~ below", "yellow"), "missing": ("✗ missing", "red")}
_REASON = {
    "negated": "the resume says it is not there",
    "aspiration": "hoped for, or still being learned",
    "other-meaning": "means something else here",
    "other-person": "somebody else's work",
    "hidden": "can't be seen on the page",
}
_FEW = 5
_BAR = 20
_WIDTHS = (34, 14, 14, 0)


def print_report(report: GapReport, console: Console) -> None:
    """Prints the whole report."""
    console.print(
        Group(
            *_summary(report),
            *_requirements(report),
            *_plan(report),
            *_certifications(report),
            *_certificates(report),
            *_further_skills(report),
            *_not_counted(report),
            *_footer(report),
        )
    )


def _heading(text: str) -> RenderableType:
    return Padding(Rule(text, align="left", style="dim"), (1, 0, 0, 0))


def _summary(report: GapReport) -> list[RenderableType]:
    summary = report.summary
    full = round(summary.readiness * _BAR)
    line = Text.assemble(
        ("█" * full, "bold"), ("░" * (_BAR - full), "dim"), f" {summary.readiness:.0%} of {report.profile.name}"
    )
    counts = Text.assemble(
        (f"✓ {summary.met} met", "green"), "   ", (f"~ {summary.below} below", "yellow"), "   ",
        (f"✗ {summary.missing} missing", "red"), f"   stage: {summary.stage} ({summary.stage_focus})",
    )  # fmt: skip
    found: list[RenderableType] = [Text(report.document.path, style="bold"), line, counts]
    return found + [Text(f"! {warning}", style="yellow") for warning in report.document.warnings]


def _requirements(report: GapReport) -> list[RenderableType]:
    skills = {skill.id: skill for skill in report.skills}
    rows: list[RenderableType] = [_heading("What is expected, and what the resume shows")]
    rows.append(Text(_columns("", "expected", "found", "verdict"), style="dim"))
    for category, group in groupby(report.requirements, key=lambda row: row.category):
        rows.append(Text(category.replace("-", " "), style="bold"))
        for row in group:
            label, style = _STATUS[row.status]
            found = row.found if row.found != "none" else "-"
            rows.append(Text.assemble(_columns(f"  {row.name}", row.expected, found, ""), (label, style)))
            rows += _proof(row, skills)
    return rows


def _columns(*cells: str) -> str:
    """The cells in columns that fit 80 characters."""
    return "".join(set_cell_size(cell, width) for cell, width in zip(cells, _WIDTHS, strict=True))


def _proof(row: RequirementPart, skills: dict[str, SkillPart]) -> list[RenderableType]:
    """Why the verdict is what it is: the rule's line, and the strongest line of the resume."""
    skill = skills.get(row.skill or "")
    if skill is None:
        return []
    named = f"{skill.name}: " if len(row.any_of) > 1 else ""
    first = skill.evidence[0]
    through = f" through {first.skill}" if first.skill != skill.id else ""
    why = Text(f"{named}{skill.how}{through}; {skill.why}", style="dim")
    return [Padding(why, (0, 0, 0, 6)), Padding(Text(_quoted(first), style="dim"), (0, 0, 0, 6))]


def _quoted(line: EvidencePart) -> str:
    return f"page {line.page}, line {line.line}: “{_short(line.quote)}”"


def _short(text: str, length: int = 140) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def _plan(report: GapReport) -> list[RenderableType]:
    if not report.plan:
        return []
    total = sum(step.hours for step in report.plan)
    rows: list[RenderableType] = [_heading(f"What to do next: {len(report.plan)} steps, about {total} hours of study")]
    names = {row.id: row.name for row in report.requirements}
    number = 0
    for phase, steps in groupby(report.plan, key=lambda step: step.phase):
        rows.append(Text(phase.replace("-", " "), style="bold"))
        for step in steps:
            number += 1
            levels = f"{step.from_level if step.from_level != 'none' else 'new'} → {step.to_level}"
            closed = [names[requirement] for requirement in step.closes if names[requirement] != step.name]
            aim = f"for {', '.join(closed)}" if closed else "" if step.closes else "prepares later steps"
            head = set_cell_size(f"{number:3}. {step.name}", 34) + set_cell_size(levels, 26)
            rows.append(Text(f"{head}{step.hours:4} h  {aim}"))
            if step.resources:
                first = step.resources[0]
                rows.append(Padding(Text(f"{first.name} ({first.provider}), {first.url}", style="dim"), (0, 0, 0, 5)))
    return rows


def _certifications(report: GapReport) -> list[RenderableType]:
    if not report.certifications:
        return []
    rows: list[RenderableType] = [_heading("Certifications that would show skills in the gaps")]
    for one in report.certifications:
        hours = f"{one.hours[0]}-{one.hours[1]} hours" if one.hours else "hours not known"
        fee = "free" if one.fee_usd == 0 else f"{one.fee_usd:g} USD" if one.fee_usd is not None else "fee not known"
        rows.append(Text.assemble((one.name, "bold"), f" ({one.issuer}, {one.level})"))
        rows.append(Text(f"  shows {', '.join(one.shows)} · {hours} · {fee} · {one.status} as of {one.as_of}"))
        if one.url:
            rows.append(Text(f"  {one.url}", style="dim"))
    return rows


def _certificates(report: GapReport) -> list[RenderableType]:
    if not report.certificates:
        return []
    rows: list[RenderableType] = [_heading("Certifications on the resume")]
    for one in report.certificates:
        status = one.status if one.since is None else f"retired on {one.since}"
        successor = f", followed by {one.replaced_by}" if one.replaced_by else ""
        rows.append(Text.assemble((one.name, "bold"), f": {status}{successor} (as of {one.as_of})"))
        rows.append(Text(f"  page {one.page}, line {one.line}; shows {', '.join(one.shows)}", style="dim"))
    return rows


def _further_skills(report: GapReport) -> list[RenderableType]:
    asked = {skill for row in report.requirements for skill in row.any_of}
    further = [skill for skill in report.skills if skill.id not in asked]
    if not further:
        return []
    text = Text()
    for level, skills in groupby(further, key=lambda skill: skill.level):
        text.append(f"{level}: ", style="bold")
        text.append(", ".join(skill.name for skill in skills) + "\n")
    text.rstrip()
    return [_heading("Further skills that the resume shows"), text]


def _not_counted(report: GapReport) -> list[RenderableType]:
    shown = {skill.id for skill in report.skills}
    parts = [one for one in report.not_counted if one.id not in shown]
    if not parts:
        return []
    rows: list[RenderableType] = [_heading("Named on the resume and not counted")]
    for reason, group in groupby(sorted(parts, key=lambda one: one.reason), key=lambda one: one.reason):
        rows += _left_out(_REASON[reason], list(group))
    return rows


def _left_out(reason: str, parts: list[NotCountedPart]) -> list[RenderableType]:
    rows: list[RenderableType] = [Text(reason, style="bold")]
    rows += [Text(f"  {one.name}: page {one.page}, line {one.line}: “{_short(one.quote)}”") for one in parts[:_FEW]]
    if len(parts) > _FEW:
        rows.append(Text(f"  and {len(parts) - _FEW} more (all are in --format json)"))
    return rows


def _footer(report: GapReport) -> list[RenderableType]:
    text = (
        "This report speaks of what is on paper, not of ability, and must not decide about a person by itself. "
        f"Profile {report.profile.id} {report.profile.version}, read as of {report.summary.as_of:%Y-%m}."
    )
    return [Padding(Text(text, style="dim"), (1, 0, 0, 0))]
