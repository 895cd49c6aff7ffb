"""A `GapReport` → what a person reads in the terminal. Colour is never the only sign."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from rich.cells import set_cell_size
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from gapcheck.report.model import (
    CareerPart,
    CertificationPart,
    CriterionPart,
    GapReport,
    NotCountedPart,
    PayPart,
    ProjectIdeaPart,
    ProjectPart,
    RequirementPart,
    SkillPart,
)
from gapcheck.report.wording import REASONS, quoted, short
from gapcheck.taxonomy import Reason

_STATUS = {"met": ("✓ met", "green"), "below": ("~ below", "yellow"), "missing": ("✗ missing", "red")}
_FEW = 5
_MANY = 12
_FEW_PROJECTS, _FEW_CRITERIA, _FEW_CHALLENGES, _FEW_TOPICS = 4, 3, 2, 2
_BAR = 20
_WIDTHS = (34, 14, 14, 0)


def print_report(report: GapReport, console: Console) -> None:
    """Prints the whole report."""
    console.print(
        Group(
            *_summary(report),
            *_requirements(report),
            *_job(report),
            *_portfolio(report),
            *_quick_wins(report),
            *_plan(report),
            *_certifications(report),
            *_certificates(report),
            *_career(report),
            *_further_skills(report),
            *_not_counted(report),
            *_not_recognised(report),
            *_footer(report),
        )
    )


def heading(text: str) -> RenderableType:
    """A rule across the page that names a part of the report."""
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
    rows: list[RenderableType] = [heading("What is expected, and what the resume shows")]
    rows.append(Text(_columns("", "expected", "found", "verdict"), style="dim"))
    for category, group in groupby(report.requirements, key=lambda row: row.category):
        rows.append(Text(category.replace("-", " "), style="bold"))
        for row in group:
            label, style = _STATUS[row.status]
            found = row.found if row.found != "none" else "-"
            rows.append(Text.assemble(_columns(f"  {short(row.name, 31)}", row.expected, found, ""), (label, style)))
            rows += _proof(row, skills)
    return rows


def _job(report: GapReport) -> list[RenderableType]:
    """Line by line, what was read in the posting; nothing where the resume was compared with a profile."""
    if report.job is None:
        return []
    names = {row.id: row.name for row in report.requirements}
    rows: list[RenderableType] = [heading(f"How the posting was read: {report.job.title}")]
    for (page, line, quote), group in groupby(report.job.requirements, key=lambda one: (one.page, one.line, one.quote)):
        parts = list(group)
        place = f"line {line}" if page == 1 else f"page {page}, line {line}"
        rows.append(Text(f"  {place}: “{short(quote)}”"))
        for need, wanted in groupby(parts, key=lambda one: one.need):
            read = "; ".join(f"{names[one.id]}, {one.level}" for one in wanted)
            rows.append(
                Padding(Text(f"{'must have' if need == 'must' else 'nice to have'}: {read}", style="dim"), (0, 0, 0, 6))
            )
    if report.job.unknown:
        words = ", ".join(one.text for one in report.job.unknown)
        rows.append(Text(f"  asked for but not known to gapcheck, so not compared: {words}", style="yellow"))
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
    if skill.doubtful:
        why.append(f"; look at it yourself: such a level is right in {skill.confidence:.0%} of cases", style="yellow")
    return [Padding(why, (0, 0, 0, 6)), Padding(Text(quoted(first), style="dim"), (0, 0, 0, 6))]


def _portfolio(report: GapReport) -> list[RenderableType]:
    portfolio = report.portfolio
    entries = portfolio.entries
    count = f"{len(entries) or 'no'} project{'' if len(entries) == 1 else 's'} of the field"
    strong = f", {portfolio.strong or 'none'} strong" if entries else ""
    best = sorted(entries, key=lambda one: (one.strong, len(one.stages)), reverse=True)[:_FEW_PROJECTS]
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=32, no_wrap=True)
    grid.add_column()
    for one in entries:
        if one in best:
            grid.add_row(f"  {short(one.title, 30)}", _shown(one))
    if portfolio.other_projects:
        more = f", and {len(portfolio.other_projects) - 1} more alike" if len(portfolio.other_projects) > 1 else ""
        grid.add_row(f"  {short(portfolio.other_projects[0], 30)}", f"names no skill of the field{more}")
    rows: list[RenderableType] = [heading(f"Portfolio: {count}{strong}"), grid]
    return rows + _criteria(portfolio.criteria) + [row for idea in portfolio.ideas[:1] for row in _idea(idea, report)]


def _shown(one: ProjectPart) -> str:
    """What the lines of a project show."""
    signs = {"data": one.data, "result": one.result, "link": one.link}
    shown = [*(stage.name for stage in one.stages), *(name for name, proof in signs.items() if proof)]
    if one.practice_set:
        shown.append("a tutorial's data")
    return ("strong: " if one.strong else "") + (", ".join(shown) or "no stage of a pipeline, no data, no result")


def _criteria(criteria: Sequence[CriterionPart]) -> list[RenderableType]:
    """What is met in one line, the first few open criteria with what to do, the others by name."""
    met = [one.name for one in criteria if one.met]
    still_open = [one for one in criteria if not one.met]
    rows: list[RenderableType] = [_hanging("✓", Text(", ".join(met), style="green"))] if met else []
    for one in still_open[:_FEW_CRITERIA]:
        wanted = f"{one.least}-{one.most}" if one.most else f"{one.least}"
        count = f", {one.count} of {wanted}" if one.least > 1 else ""
        rows.append(_hanging("✗", Text.assemble((one.name + count, "red"), f": {one.suggestion}")))
    more = [one.name for one in still_open[_FEW_CRITERIA:]]
    return rows + ([_hanging("✗", Text(", ".join(more), style="red"))] if more else [])


def _hanging(sign: str, text: Text | str) -> RenderableType:
    """Text in a column of its own, after a sign."""
    grid = Table.grid(padding=(0, 1))
    grid.add_row(sign, text)
    return grid


def _idea(idea: ProjectIdeaPart, report: GapReport) -> list[RenderableType]:
    names = {row.id: row.name for row in report.requirements}
    closed = [names[move.requirement] for move in idea.moves if move.closes]
    raised = [names[move.requirement] for move in idea.moves if not move.closes]
    moves = [f"meets {', '.join(closed)}"] if closed else []
    moves += [f"raises {', '.join(raised)}"] if raised else []
    change = f"{report.summary.readiness:.0%} → {idea.readiness:.0%}"
    new = f"{len(idea.new_skills)} of its {len(idea.skills)} skills are new here"
    return [
        Text.assemble("Next project: ", (idea.title, "bold"), f" ({change})"),
        Padding(Text(idea.build), (0, 0, 0, 2)),
        Padding(Text(f"Described with its skills it {'; '.join(moves)}. {new}.", style="dim"), (0, 0, 0, 2)),
    ]


def _career(report: GapReport) -> list[RenderableType]:
    career = report.career
    names = {row.id: row.name for row in report.requirements}
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=10, no_wrap=True, style="bold")
    grid.add_column()
    if following := career.next_stage:
        asks = f"{following.name} ({following.timeline}): {following.focus}"
        closing = [names[one] for one in career.closing]
        more = f" and {len(closing) - _FEW_TOPICS} more" if len(closing) > _FEW_TOPICS else ""
        way = f", meeting {', '.join(closing[:_FEW_TOPICS])}{more} would do" if closing else ""
        whose = "" if career.measured_by == report.profile.id else f" of {career.measured_by}"
        grid.add_row("next", f"{asks}; from {following.readiness:.0%}{whose} on{way}")
    later = f" (from {career.titles_from} on)" if career.titles_from != career.stage.name else ""
    if career.titles:
        grid.add_row("search for", ", ".join(one.title for one in career.titles) + later)
    grid.add_row("fits best", ", ".join(f"{one.name} {one.readiness:.0%}" for one in career.profiles))
    if career.pay:
        grid.add_row("pay", _pay(career.pay))
    if topics := _thin_topics(career, report, names):
        grid.add_row("interviews", f"thin for {'; '.join(topics)}")
    for one in career.challenges[:_FEW_CHALLENGES]:
        grid.add_row("challenge", f"{one.challenge} ({one.why}): {one.solution}")
    return [heading(f"Where this leads: now at {career.stage.name} ({career.stage.timeline})"), grid]


def _pay(pay: PayPart) -> str:
    years = f", {pay.years[0]}-{pay.years[1]} years" if pay.years else ""
    where = f"{pay.region}" if pay.region else "no region named"
    return (
        f"a guide gives {pay.base[0]:,}-{pay.base[1]:,} {pay.currency} a year for “{pay.title}”{years} "
        f"({where}; {', '.join(pay.source)}, as of {pay.as_of}); chosen by {pay.why}"
    )


def _thin_topics(career: CareerPart, report: GapReport, names: dict[str, str]) -> list[str]:
    """For each stage of interviews the heaviest topics in which the resume is thin."""
    criteria = {one.id: one.name for one in report.portfolio.criteria}
    found = []
    for stage in career.interviews:
        topics = [*(names[one] for one in stage.requirements), *(criteria[one] for one in stage.criteria)]
        if topics:
            found.append(f"{stage.name}: {', '.join(topics[:_FEW_TOPICS])}")
    return found


def _quick_wins(report: GapReport) -> list[RenderableType]:
    if not report.quick_wins:
        return []
    rows: list[RenderableType] = [heading("What to mend on the resume today")]
    for win in report.quick_wins:
        rows.append(Padding(Text(f"• {win.text}"), (0, 0, 0, 0)))
        place = f"page {win.page}, line {win.line}: “{short(win.quote, 90)}”"
        rows.append(Padding(Text(place, style="dim"), (0, 0, 0, 2)))
    return rows


def _plan(report: GapReport) -> list[RenderableType]:
    plan = report.schedule
    if not report.plan:
        return [*_left_open(report)]
    steps = "1 step" if len(report.plan) == 1 else f"{len(report.plan)} steps"
    title = f"What to learn: {steps}, about {plan.hours} hours, until {plan.ends:%B %Y} at {plan.hours_a_week:g} a week"
    rows: list[RenderableType] = [heading(title)]
    names = {row.id: row.name for row in report.requirements}
    phases = {phase.id: phase for phase in plan.phases}
    number = 0
    for phase_id, steps_of in groupby(report.plan, key=lambda step: step.phase):
        phase = phases[phase_id]
        when = f"{phase.hours} h, {phase.begins:%b %Y} to {phase.ends:%b %Y}, then {phase.readiness:.0%} if it is shown"
        rows.append(Text.assemble((phase.name, "bold"), f": {when}"))
        for step in steps_of:
            number += 1
            levels = f"{step.from_level if step.from_level != 'none' else 'new'} → {step.to_level}"
            closed = [names[requirement] for requirement in step.closes if names[requirement] != step.name]
            aim = f"for {', '.join(closed)}" if closed else "" if step.closes else "prepares later steps"
            head = set_cell_size(f"{number:3}. {step.name}", 34) + set_cell_size(levels, 26)
            rows.append(Text(f"{head}{step.hours:4} h  {aim}"))
            if step.resources:
                first = step.resources[0]
                rows.append(Padding(Text(f"{first.name} ({first.provider}), {first.url}", style="dim"), (0, 0, 0, 5)))
            rows.append(Padding(Text(f"to show it: {step.practice}", style="dim"), (0, 0, 0, 5)))
    return rows + _left_open(report)


def _left_open(report: GapReport) -> list[RenderableType]:
    plan = report.schedule
    if not plan.left_open:
        return []
    names = ", ".join(one.name for one in plan.left_open)
    return [Text.assemble((f"Left for after {plan.by}, the next in line not fitting: ", "bold"), names)]


def _certifications(report: GapReport) -> list[RenderableType]:
    if not report.certifications:
        return []
    rows: list[RenderableType] = [heading("Certifications that would show skills in the gaps")]
    names = {row.id: row.name for row in report.requirements}
    for one in report.certifications:
        hours = f"{one.hours[0]}-{one.hours[1]} hours" if one.hours else "hours not known"
        fee = "free" if one.fee_usd == 0 else f"{one.fee_usd:g} USD" if one.fee_usd is not None else "fee not known"
        rows.append(Text.assemble((one.name, "bold"), f" ({one.issuer}, {one.level})"))
        rows.append(Text(f"  shows {', '.join(one.shows)} · {hours} · {fee} · {one.status} as of {one.as_of}"))
        rows.append(Text(f"  {_worth(one, names)}"))
        if one.url:
            rows.append(Text(f"  {one.url}", style="dim"))
    return rows


def _worth(one: CertificationPart, names: dict[str, str]) -> str:
    """What the certificate would do for the verdicts, beside a project."""
    closes = ", ".join(names[requirement] for requirement in one.closes)
    more = [names[requirement] for requirement in one.project_closes if requirement not in one.closes]
    said = f"alone it would close {closes}" if closes else "alone it would close no gap"
    return f"{said}; a project would also close {', '.join(more)}" if more else said


def _certificates(report: GapReport) -> list[RenderableType]:
    if not report.certificates:
        return []
    rows: list[RenderableType] = [heading("Certifications on the resume")]
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
    return [heading("Further skills that the resume shows"), text]


def _not_counted(report: GapReport) -> list[RenderableType]:
    shown = {skill.id for skill in report.skills}
    parts = [one for one in report.not_counted if one.id not in shown]
    if not parts:
        return []
    rows: list[RenderableType] = [heading("Named on the resume and not counted")]
    for reason, group in groupby(sorted(parts, key=lambda one: one.reason), key=lambda one: one.reason):
        rows += _left_out(REASONS[Reason(reason)], list(group))
    return rows


def _left_out(reason: str, parts: list[NotCountedPart]) -> list[RenderableType]:
    rows: list[RenderableType] = [Text(reason, style="bold")]
    rows += [Text(f"  {one.name}: page {one.page}, line {one.line}: “{short(one.quote)}”") for one in parts[:_FEW]]
    if len(parts) > _FEW:
        rows.append(Text(f"  and {len(parts) - _FEW} more (all are in --format json)"))
    return rows


def _not_recognised(report: GapReport) -> list[RenderableType]:
    if not report.not_recognised:
        return []
    rows: list[RenderableType] = [
        heading("Not recognised, and not counted: a typo, or a name that gapcheck does not know")
    ]
    guesses = [one for one in report.not_recognised if one.nearest]
    rows += [
        Text(f"  {one.text}: page {one.page}, line {one.line}; did you mean {one.nearest.name}?")
        for one in guesses
        if one.nearest
    ]
    others = [one.text for one in report.not_recognised if not one.nearest]
    if others:
        more = f" and {len(others) - _MANY} more" if len(others) > _MANY else ""
        rows.append(Text(f"  {', '.join(others[:_MANY])}{more}"))
    return rows


def _footer(report: GapReport) -> list[RenderableType]:
    text = (
        "This report speaks of what is on paper, not of ability, and must not decide about a person by itself. "
        f"Profile {report.profile.id} {report.profile.version}, read as of {report.summary.as_of:%Y-%m}."
    )
    return [Padding(Text(text, style="dim"), (1, 0, 0, 0))]
