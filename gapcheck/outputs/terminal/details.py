"""A `GapReport` → all of it for the terminal, part by part. Colour is never the only sign."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from rich.cells import set_cell_size
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from gapcheck.outputs.terminal.pieces import _LEVELS, COLOR, _cells, _indented, _name_width, heading
from gapcheck.outputs.terminal.reading import reading_parts
from gapcheck.report.model import (
    CriterionPart,
    GapReport,
    NotCountedPart,
    ProjectIdeaPart,
    RequirementPart,
    SkillPart,
)
from gapcheck.report.wording import (
    LONGEST_QUOTE,
    ON_PAPER,
    REASON,
    STATUS,
    certificate_status,
    certification_cost,
    certification_worth,
    criterion_count,
    doubt,
    found_level,
    further_skills,
    idea_effect,
    judged,
    listed_skills,
    method,
    next_stage,
    pay_given,
    phase_when,
    plan_title,
    portfolio_title,
    project_shows,
    quoted,
    requirement_names,
    short,
    skill_names,
    step_aim,
    step_levels,
    thin_topics,
    titles_to_search,
)

_FEW = 5
_MANY = 12
_FEW_PROJECTS, _FEW_CRITERIA, _FEW_CHALLENGES, _FEW_TOPICS = 4, 3, 2, 2


def detailed_parts(report: GapReport, width: int) -> list[RenderableType]:
    """All parts of the report after its summary, for a console of so many columns."""
    return [
        *_requirements(report, width),
        *_job(report),
        *_portfolio(report),
        *_quick_wins(report),
        *_plan(report, width),
        *_certifications(report),
        *_certificates(report),
        *_career(report),
        *_further_skills(report),
        *_not_counted(report),
        *_not_recognised(report),
        *reading_parts(report),
        *_footer(report),
    ]


def _requirements(report: GapReport, width: int) -> list[RenderableType]:
    skills = {skill.id: skill for skill in report.skills}
    names = skill_names(report)
    name, longest = _name_width(width), max(LONGEST_QUOTE, 2 * (width - _LEVELS))
    rows: list[RenderableType] = [heading("What is expected, and what the resume shows")]
    rows.append(Text(" " * name + _cells("expected", "found") + "verdict", style="dim"))
    for category, group in groupby(report.requirements, key=lambda row: row.category):
        rows.append(Text(category.replace("-", " "), style="bold"))
        for row in group:
            named = set_cell_size(f"  {short(row.name, name - 3)}", name)
            cells = named + _cells(row.expected, found_level(row))
            rows.append(Text.assemble(cells, (STATUS[row.status], COLOR[row.status])))
            rows += _proof(row, skills, names, longest)
    return rows


def _job(report: GapReport) -> list[RenderableType]:
    """Line by line, what was read in the posting; nothing where the resume was compared with a profile."""
    if report.job is None:
        return []
    names = requirement_names(report)
    rows: list[RenderableType] = [heading(f"How the posting was read: {report.job.title}")]
    for (page, line, quote), group in groupby(report.job.requirements, key=lambda one: (one.page, one.line, one.quote)):
        parts = list(group)
        place = f"line {line}" if page == 1 else f"page {page}, line {line}"
        rows.append(_indented(f"{place}: “{short(quote)}”", 2, ""))
        for need, wanted in groupby(parts, key=lambda one: one.need):
            read = "; ".join(f"{names[one.id]}, {one.level}" for one in wanted)
            rows.append(_indented(f"{'must have' if need == 'must' else 'nice to have'}: {read}", 6))
    if report.job.unknown:
        words = ", ".join(one.text for one in report.job.unknown)
        rows.append(_indented(f"asked for but not known to gapcheck, so not compared: {words}", 2, "yellow"))
    return rows


def _proof(
    row: RequirementPart, skills: dict[str, SkillPart], names: Mapping[str, str], longest: int
) -> list[RenderableType]:
    """Why the verdict is what it is: the rule's line, and the strongest line of the resume."""
    skill = skills.get(row.skill or "")
    if skill is None:
        return []
    named = f"{skill.name}: " if len(row.any_of) > 1 else ""
    first = skill.evidence[0]
    why = Text(f"{named}{judged(skill, names)}", style="dim")
    if skill.doubtful:
        why.append(f"; {doubt(skill)}", style="yellow")
    return [_indented(why, 6), _indented(quoted(first, longest), 6)]


def _portfolio(report: GapReport) -> list[RenderableType]:
    portfolio = report.portfolio
    entries = portfolio.entries
    best = sorted(entries, key=lambda one: (one.strong, len(one.stages)), reverse=True)[:_FEW_PROJECTS]
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=32, no_wrap=True)
    grid.add_column()
    for one in entries:
        if one in best:
            grid.add_row(f"  {short(one.title, 30)}", project_shows(one))
    if portfolio.other_projects:
        more = f", and {len(portfolio.other_projects) - 1} more alike" if len(portfolio.other_projects) > 1 else ""
        grid.add_row(f"  {short(portfolio.other_projects[0], 30)}", f"names no skill of the field{more}")
    rows: list[RenderableType] = [heading(portfolio_title(report)), grid]
    return rows + _criteria(portfolio.criteria) + [row for idea in portfolio.ideas[:1] for row in _idea(idea, report)]


def _criteria(criteria: Sequence[CriterionPart]) -> list[RenderableType]:
    """What is met in one line, the first few open criteria with what to do, the others by name."""
    met = [one.name for one in criteria if one.met]
    still_open = [one for one in criteria if not one.met]
    rows: list[RenderableType] = [_hanging("✓", Text(", ".join(met), style="green"))] if met else []
    for one in still_open[:_FEW_CRITERIA]:
        rows.append(_hanging("✗", Text.assemble((criterion_count(one), "red"), f": {one.suggestion}")))
    more = [one.name for one in still_open[_FEW_CRITERIA:]]
    return rows + ([_hanging("✗", Text(", ".join(more), style="red"))] if more else [])


def _hanging(sign: str, text: Text | str) -> RenderableType:
    """Text in a column of its own, after a sign."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_row(sign, text)
    return grid


def _idea(idea: ProjectIdeaPart, report: GapReport) -> list[RenderableType]:
    change = f"{report.summary.readiness:.0%} → {idea.readiness:.0%}"
    return [
        Text.assemble("Next project: ", (idea.title, "bold"), f" ({change})"),
        _indented(idea.build, 2, ""),
        _indented(idea_effect(idea, requirement_names(report)), 2),
    ]


def _career(report: GapReport) -> list[RenderableType]:
    career = report.career
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=10, no_wrap=True, style="bold")
    grid.add_column()
    if following := next_stage(report, _FEW_TOPICS):
        grid.add_row("next", following)
    if career.titles:
        grid.add_row("search for", titles_to_search(report))
    grid.add_row("fits best", ", ".join(f"{one.name} {one.readiness:.0%}" for one in career.profiles))
    if career.pay:
        grid.add_row("pay", pay_given(career.pay))
    if topics := thin_topics(report, _FEW_TOPICS):
        grid.add_row("interviews", f"thin for {'; '.join(topics)}")
    for one in career.challenges[:_FEW_CHALLENGES]:
        grid.add_row("challenge", f"{one.challenge} ({one.why}): {one.solution}")
    return [heading(f"Where this leads: now at {career.stage.name} ({career.stage.timeline})"), grid]


def _quick_wins(report: GapReport) -> list[RenderableType]:
    if not report.quick_wins:
        return []
    rows: list[RenderableType] = [heading("What to mend on the resume today")]
    for win in report.quick_wins:
        rows.append(_hanging("•", win.text))
        rows.append(_indented(f"page {win.page}, line {win.line}: “{short(win.quote, 90)}”", 2))
    return rows


def _plan(report: GapReport, width: int) -> list[RenderableType]:
    if not report.plan:
        return [*_left_open(report)]
    rows: list[RenderableType] = [heading(plan_title(report))]
    names = requirement_names(report)
    phases = {phase.id: phase for phase in report.schedule.phases}
    number = 0
    for phase_id, steps_of in groupby(report.plan, key=lambda step: step.phase):
        phase = phases[phase_id]
        rows.append(Text.assemble((phase.name, "bold"), f": {phase_when(phase)}"))
        for step in steps_of:
            number += 1
            grid = Table.grid()
            grid.add_column(width=_name_width(width), no_wrap=True, overflow="ellipsis")
            grid.add_column(width=_LEVELS, no_wrap=True)
            grid.add_column(width=8, no_wrap=True)
            grid.add_column()
            grid.add_row(f"{number:3}. {step.name}", step_levels(step), f"{step.hours:4} h", step_aim(step, names))
            rows.append(grid)
            if step.resources:
                first = step.resources[0]
                rows.append(_indented(f"{first.name} ({first.provider}), {first.url}", 5))
            rows.append(_indented(f"to show it: {step.practice}", 5))
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
    names, known = requirement_names(report), skill_names(report)
    for one in report.certifications:
        rows.append(Text.assemble((one.name, "bold"), f" ({one.issuer}, {one.level})"))
        rows.append(_indented(f"shows {listed_skills(one.shows, known)} · {certification_cost(one)}", 2, ""))
        rows.append(_indented(certification_worth(one, names), 2, ""))
        if one.url:
            rows.append(_indented(one.url, 2))
    return rows


def _certificates(report: GapReport) -> list[RenderableType]:
    if not report.certificates:
        return []
    rows: list[RenderableType] = [heading("Certifications on the resume")]
    known = skill_names(report)
    for one in report.certificates:
        rows.append(Text.assemble((one.name, "bold"), f": {certificate_status(one)}"))
        rows.append(_indented(f"page {one.page}, line {one.line}; shows {listed_skills(one.shows, known)}", 2))
    return rows


def _further_skills(report: GapReport) -> list[RenderableType]:
    further = further_skills(report)
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
        rows += _left_out(REASON[reason], list(group))
    return rows


def _left_out(reason: str, parts: list[NotCountedPart]) -> list[RenderableType]:
    rows: list[RenderableType] = [Text(reason, style="bold")]
    rows += [
        _indented(f"{one.name}: page {one.page}, line {one.line}: “{short(one.quote)}”", 2, "") for one in parts[:_FEW]
    ]
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
        rows.append(_indented(f"{', '.join(others[:_MANY])}{more}", 2, ""))
    return rows


def _footer(report: GapReport) -> list[RenderableType]:
    text = f"{ON_PAPER} {method(report)}"
    return [Padding(Text(text, style="dim"), (1, 0, 0, 0))]
