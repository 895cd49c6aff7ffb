"""A `GapReport` → what a person reads in the terminal. Colour is never the only sign."""

from __future__ import annotations

from itertools import groupby

from rich.console import Console, Group, RenderableType
from rich.markup import escape
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from gapcheck.report.model import EvidencePart, GapReport, NotCountedPart, RequirementPart, SkillPart

_STATUS = {"met": ("✓ met", "green"), "below": ("~ below", "yellow"), "missing": ("✗ missing", "red")}
_REASON = {
    "negated": "the resume says it is not there",
    "aspiration": "hoped for, not done",
    "other-meaning": "means something else here",
    "other-person": "somebody else's work",
    "hidden": "can't be seen on the page",
}
_FEW = 5
_BAR = 20


def print_report(report: GapReport, console: Console) -> None:
    """Prints the whole report."""
    console.print(
        Group(
            *_summary(report),
            *_requirements(report),
            *_plan(report),
            *_certifications(report),
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
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("requirement", ratio=4)
    table.add_column("expected", no_wrap=True)
    table.add_column("found", no_wrap=True)
    table.add_column("verdict", no_wrap=True)
    table.add_column("evidence", ratio=7)
    for category, rows in groupby(report.requirements, key=lambda row: row.category):
        table.add_row(Text(category.replace("-", " "), style="bold"))
        for row in rows:
            label, style = _STATUS[row.status]
            found = row.found if row.found != "none" else "-"
            table.add_row(f"  {escape(row.name)}", row.expected, found, Text(label, style=style), _proof(row, skills))
    return [_heading("What is expected, and what the resume shows"), table]


def _proof(row: RequirementPart, skills: dict[str, SkillPart]) -> Text:
    skill = skills.get(row.skill or "")
    if skill is None:
        return Text("not on the resume", style="dim")
    first = skill.evidence[0]
    named = f"{skill.name}: " if len(row.any_of) > 1 else ""
    return Text.assemble(named, skill.how, ", ", skill.why, "\n", (_quoted(first, skill.id), "dim"))


def _quoted(line: EvidencePart, skill: str) -> str:
    through = f", through {line.skill}" if line.skill != skill else ""
    return f"p{line.page} l{line.line}{through}: “{_short(line.quote)}”"


def _short(text: str, length: int = 70) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def _plan(report: GapReport) -> list[RenderableType]:
    if not report.plan:
        return []
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for column, justify in (
        ("step", "right"),
        ("learn", "left"),
        ("from → to", "left"),
        ("hours", "right"),
        ("start with", "left"),
    ):
        table.add_column(column, justify=justify, overflow="fold")  # type: ignore[arg-type]  # literals of rich
    number = 0
    for phase, steps in groupby(report.plan, key=lambda step: step.phase):
        table.add_row("", Text(phase.replace("-", " "), style="bold"))
        for step in steps:
            number += 1
            first = step.resources[0] if step.resources else None
            source = Text.assemble(first.name, "\n", (first.url, "dim")) if first else Text("")
            table.add_row(
                str(number), escape(step.name), f"{step.from_level} → {step.to_level}", str(step.hours), source
            )
    total = sum(step.hours for step in report.plan)
    return [_heading(f"What to do next: {len(report.plan)} steps, about {total} hours"), table]


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
    if not report.not_counted:
        return []
    rows: list[RenderableType] = [_heading("Named on the resume and not counted")]
    for reason, group in groupby(sorted(report.not_counted, key=lambda one: one.reason), key=lambda one: one.reason):
        rows += _left_out(_REASON[reason], list(group))
    return rows


def _left_out(reason: str, parts: list[NotCountedPart]) -> list[RenderableType]:
    rows: list[RenderableType] = [Text(reason, style="bold")]
    rows += [Text(f"  {one.id}: p{one.page} l{one.line} “{_short(one.quote)}”") for one in parts[:_FEW]]
    if len(parts) > _FEW:
        rows.append(Text(f"  and {len(parts) - _FEW} more (all are in --format json)"))
    return rows


def _footer(report: GapReport) -> list[RenderableType]:
    text = (
        "This report speaks of what is on paper, not of ability, and must not decide about a person by itself. "
        f"Profile {report.profile.id} {report.profile.version}, read as of {report.summary.as_of:%Y-%m}."
    )
    return [Padding(Text(text, style="dim"), (1, 0, 0, 0))]
