"""A `GapReport` → all of it for the terminal, part by part. Colour is never the only sign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.cells import set_cell_size
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from gapcheck.outputs.terminal.pieces import COLOR, hanging, heading, indented, name_width
from gapcheck.report.advice_wording import (
    apply_for,
    beyond_role,
    left_open,
    lines_to_write,
    nearest_roles,
    readiness_explained,
    readiness_table,
    step_by_time,
    worth_checking,
)
from gapcheck.report.certificate_wording import (
    begun_certification,
    certificate_status,
    certification_cost,
    certification_worth,
)
from gapcheck.report.idea_wording import idea_change, idea_data, idea_effect, next_project
from gapcheck.report.model import GapReport
from gapcheck.report.plan_model import StepPart
from gapcheck.report.plan_wording import kinds_of_plan
from gapcheck.report.portfolio_model import CriterionPart, ProjectIdeaPart
from gapcheck.report.skills_model import NotCountedPart, RequirementPart, SkillPart
from gapcheck.report.step_numbers import numbered
from gapcheck.report.strengths import is_thin, only_named, thin_ground
from gapcheck.report.wording import (
    ON_PAPER,
    REASON,
    THIN_GROUND,
    THIN_SIGN,
    counted,
    criterion_count,
    further_skills,
    job_answer,
    job_terms,
    level_bar,
    listed_skills,
    method,
    next_stage,
    pay_given,
    phase_name,
    phase_when,
    portfolio_title,
    project_shows,
    requirement_names,
    short,
    skill_names,
    stage_heading,
    step_hours,
    step_levels,
    thin_topics,
)
from gapcheck.taxonomy import Level

_FEW = 5
_FULL, _MOST_STEPS = 2, 6
_FEW_REMARKS = 2  # challenges and facts together
_HEAVY = 2  # weight from which a requirement that is met gets a line of its own
_MOST_ROWS = 12  # of requirements with a line of their own; the rest by name
_MANY_SKILLS = 12
_LONGEST_LEFT_OUT = 40
_SIGN = {"met": "✓", "below": "~", "missing": "✗"}
_MANY = 12
_FEW_PROJECTS, _FEW_CRITERIA, _FEW_CHALLENGES, _FEW_TOPICS = 3, 2, 1, 2


def detailed_parts(report: GapReport, width: int) -> list[RenderableType]:
    """All parts of the report after its summary, for a console of so many columns."""
    return [
        *_explained(report),
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
        *_footer(report),
    ]


def _explained(report: GapReport) -> list[RenderableType]:
    """How the share comes about, with the points of each area."""
    points = (f"{name} {shown:.1f} of {there:g}" for name, shown, there in readiness_table(report))
    return [
        heading("How the share comes about"),
        Text(readiness_explained(report)),
        Text(f"Points: {', '.join(points)}."),
    ]


def _requirements(report: GapReport, width: int) -> list[RenderableType]:
    """A line for each requirement that weighs much: levels, the line of the rule, the place that proves it."""
    skills = {skill.id: skill for skill in report.skills}
    name = name_width(width)
    rows: list[RenderableType] = [heading("What is expected (●○), what the resume shows (●), and why")]
    shown = [row for row in report.requirements if row.skill and (row.status != "met" or row.weight >= _HEAVY)]
    shown = [row for row in shown if row.sure is None]
    shown.sort(key=lambda row: (row.status == "met", -row.weight))
    own_line, thin = {row.id for row in shown[:_MOST_ROWS]}, thin_ground(report)
    for row in report.requirements:
        if row.id not in own_line:
            continue
        skill = skills[row.skill or ""]
        said = Text.assemble((level_bar(row), COLOR[row.status]), " ", *_proof(row, skill))
        said.truncate(width - name, overflow="ellipsis")
        is_firm = row.status != "met" or (row not in thin and not only_named(row, report))
        sign = _SIGN[row.status] if is_firm else THIN_SIGN
        rows.append(Text.assemble(set_cell_size(f"{sign} {short(row.name, name - 3)}", name), said))
    sure = [row for row in report.requirements if row.sure is not None]
    asked = {skill for row in report.requirements for skill in row.any_of}
    for one in (skill for skill in report.skills if skill.afar and skill.id in asked):
        by = listed_skills((line.skill for line in one.evidence), skill_names(report))
        rows.append(hanging("·", f"{one.name} stands behind {by} alone: that is queried, and nothing is run there."))
    if others := [row for row in thin if row.id not in own_line]:
        named = ", ".join(f"{row.name}\N{NO-BREAK SPACE}{level_bar(row)}" for row in others[:_FEW])
        more = f" and {len(others) - _FEW} more" if len(others) > _FEW else ""
        rows.append(hanging(THIN_SIGN, f"{THIN_GROUND}: {named}{more}"))
    for status, label in (("below", "also below"), ("met", "also met"), ("missing", "missing")):
        rest = [
            row
            for row in report.requirements
            if row.status == status and row.id not in own_line and row.sure is None and row not in thin
        ]
        if rest:
            marks = {row.id: only_named(row, report) if status == "met" else "" for row in rest}
            bars = {row.id: f"{row.name}\N{NO-BREAK SPACE}{level_bar(row)}" for row in rest}
            named = ", ".join(f"{bars[one]} {marks[one]}".rstrip(" ") for one in bars)
            rows.append(hanging(_SIGN[status], Text.assemble((label, COLOR[status]), f": {named}")))
    if sure:
        named = ", ".join(f"{row.name} (by {row.sure.why})" for row in sure if row.sure)
        rows.append(hanging("≈", Text(f"surely there, not shown: {named}")))
    return rows


def _job(report: GapReport) -> list[RenderableType]:
    """Line by line, what was read in the posting; nothing where the resume was compared with a profile."""
    if report.job is None:
        return []
    names = requirement_names(report)
    rows: list[RenderableType] = [heading(f"How the posting was read: {report.job.title}")]
    if terms := job_terms(report.job):
        rows.append(indented(terms, 2))
    rows += [indented(f"line {one.line}: “{short(one.quote)}”: {job_answer(one)}", 2) for one in report.job.answers]
    for (page, line, quote), group in groupby(report.job.requirements, key=lambda one: (one.page, one.line, one.quote)):
        parts = list(group)
        place = f"line {line}" if page == 1 else f"page {page}, line {line}"
        rows.append(indented(f"{place}: “{short(quote)}”", 2, ""))
        for need, wanted in groupby(parts, key=lambda one: one.need):
            read = "; ".join(f"{names[one.id]}, {one.level}" for one in wanted)
            rows.append(indented(f"{'must have' if need == 'must' else 'nice to have'}: {read}", 6))
    if report.job.unknown:
        words = ", ".join(one.text for one in report.job.unknown)
        rows.append(indented(f"asked for but not known to gapcheck, so not compared: {words}", 2, "yellow"))
    return rows


def _proof(row: RequirementPart, skill: SkillPart) -> Iterator[str | tuple[str, str]]:
    """Why the verdict is what it is: the rule's line, and the place of the strongest line of the resume."""
    first = skill.evidence[0]
    named = f"{skill.name}: " if len(row.any_of) > 1 else ""
    why = f"thin: {skill.strength_why}" if row.status == "met" and is_thin(row) else f"{skill.how}; {skill.why}"
    yield f"{named}{why}{'?' * skill.doubtful}"
    yield f" {first.page}:{first.line}", "dim"


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
        grid.add_row(f"  {short(portfolio.other_projects[0], 30)}", f"a work of another field{more}")
    rows: list[RenderableType] = [heading(portfolio_title(report)), grid]
    return rows + _criteria(portfolio.criteria) + [row for idea in next_project(report) for row in _idea(idea, report)]


def _criteria(criteria: Sequence[CriterionPart]) -> list[RenderableType]:
    """What is met in one line, the first few open criteria with what to do, the others by name."""
    met = [one.name for one in criteria if one.met]
    still_open = [one for one in criteria if not one.met]
    rows: list[RenderableType] = [hanging("✓", Text(", ".join(met), style="green"))] if met else []
    for one in still_open[:_FEW_CRITERIA]:
        rows.append(hanging("✗", Text.assemble((criterion_count(one), "red"), f": {one.suggestion}")))
    more = [criterion_count(one) for one in still_open[_FEW_CRITERIA:]]
    return rows + ([hanging("✗", Text("; ".join(more), style="red"))] if more else [])


def _idea(idea: ProjectIdeaPart, report: GapReport) -> list[RenderableType]:
    return [
        Text.assemble("Next project: ", (idea.title, "bold"), f" ({idea_change(idea, report)})"),
        indented(f"{idea.build} {idea_data(idea)}", 2, ""),
        indented(idea_effect(idea, requirement_names(report)), 2),
    ]


def _career(report: GapReport) -> list[RenderableType]:
    career = report.career
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=10, no_wrap=True, style="bold")
    grid.add_column()
    grid.add_row("from", f"{career.situation.name} ({career.situation.why}). {career.situation.opening}")
    if following := next_stage(report, _FEW_TOPICS):
        grid.add_row("next", following)
    grid.add_row("apply", apply_for(report))
    if onwards := beyond_role(report):
        grid.add_row("beyond", onwards)
    if nearest := nearest_roles(report):
        grid.add_row("fits best", nearest)
    if career.pay:
        grid.add_row("pay", pay_given(career.pay))
    if topics := thin_topics(report, _FEW_TOPICS):
        grid.add_row("interviews", f"thin for {'; '.join(topics)}")
    remarks = [("challenge", f"{one.challenge} ({one.why}): {one.solution}") for one in career.challenges]
    remarks = remarks[:_FEW_CHALLENGES] + [(one.about, one.text) for one in career.good_to_know]
    for about, text in remarks[:_FEW_REMARKS]:
        grid.add_row(about, text)
    return [heading(stage_heading(report)), grid]


def _quick_wins(report: GapReport) -> list[RenderableType]:
    """What to mend, but for what a step of the plan has with its line."""
    written = {step.skill for step in report.plan if step.kind == "write"}
    rows = [hanging("?", said) for said in worth_checking(report)]
    rows += [hanging("•", f"{win.text} {win.page}:{win.line}") for win in report.quick_wins if win.skill not in written]
    return [heading("What to mend on the resume today"), *rows[:_FEW_CRITERIA]] if rows else []


def _plan(report: GapReport, width: int) -> list[RenderableType]:
    """The steps by the parts of the plan, with the line that reports each in the part's entry."""
    rows: list[RenderableType] = []
    if report.plan:
        rows += [heading(f"What to do: {counted(len(report.plan), 'step')}"), Text(kinds_of_plan(report))]
    phases = {phase.id: phase for phase in report.schedule.phases}
    for phase_id, steps_of in groupby(numbered(report.plan), key=lambda one: one[1].phase):
        phase = phases[phase_id]
        rows.append(_cut(f"{phase_name(phase, width // 2)}: {phase_when(phase)}", width, "bold"))
        rows += [hanging("!", said) for said in phase.cautions]
        steps = list(steps_of)
        written = [step for number, step in steps if not number]
        if written:  # they take no number: what is to be done comes first
            rows += [row for step in written[:_FULL] for row in _step(0, step, width)]
            rows += [indented(f"and {', '.join(step.name for step in written[_FULL:])}", 5, "")] * (
                len(written) > _FULL
            )
            continue
        for number, step in steps:
            rows += _step(number, step, width) if number <= _MOST_STEPS else []
        far = [f"{number}. {step.name} ({step_hours(step)})" for number, step in steps if number > _MOST_STEPS]
        rows += [indented(", ".join(far), 2, "")] if far else []
    return rows + [Text(said, style="yellow") for said in left_open(report)]


def _step(number: int, step: StepPart, width: int) -> list[RenderableType]:
    """One step in a line or two: what, the hours, and the resume line to write then, or where to learn it."""
    if step.kind == "time":
        return [_cut(f"{number:3}. {step.name}: {step_by_time(step)}", width)]
    hours = f", {step_hours(step)}" if step.hours else ""
    sign = f"{number:3}." if number else "   •"
    head = f"{sign} {step.kind} {step.name}, {step_levels(step)}{hours}"
    where = f" · {step.resources[0].name}, {step.resources[0].url}" if step.resources and step.kind == "learn" else ""
    title, line = next(iter(lines_to_write(step)), ("", ""))
    more = len(step.deliverables) - 1
    entry = f" (“{short(title, 24)}”{f' and {more} more' if more else ''})"
    if number > _FULL:  # what is far ahead is said in short; -o report.md has every line
        return [_cut(f"{head}{entry}", width)]
    return [_cut(head + where, width), indented(f"{line}{entry}", 5)]


def _cut(text: str, width: int, style: str = "") -> Text:
    """The text on one line of the console."""
    return Text(short(text, max(1, width)), style=style, no_wrap=True)


def _certifications(report: GapReport) -> list[RenderableType]:
    rows: list[RenderableType] = [hanging("→", begun_certification(one, report)) for one in report.certifications_begun]
    for one in report.certifications:
        rows.append(Text.assemble((one.name, "bold"), f" ({one.issuer}, {one.level}): {certification_cost(one)}"))
        rows.append(indented(certification_worth(one, report), 2, ""))
    for later in report.certifications_later[:1]:
        rows.append(indented(f"for later, after {later.months} months of such work: {later.name} ({later.issuer})", 2))
    closes = report.certifications or any(one.closes for one in report.certifications_begun)
    title = "Certifications that would close a gap" if closes else "Certifications begun, and for later"
    return [heading(title), *rows] if rows else []


def _certificates(report: GapReport) -> list[RenderableType]:
    if not report.certificates:
        return []
    rows: list[RenderableType] = [heading("Certifications on the resume")]
    known = skill_names(report)
    for one in report.certificates:
        shows = f" {one.page}:{one.line}; shows {listed_skills(one.shows, known)}"
        rows.append(Text.assemble((one.name, "bold"), f": {certificate_status(one, report)}", (shows, "dim")))
    return rows


def _is_thinly(skill: SkillPart) -> bool:
    """Whether a level above the first rests on one line, or on what limits it."""
    return skill.strength == "thin" and Level[skill.level] > Level.basic


def _further_skills(report: GapReport) -> list[RenderableType]:
    further = further_skills(report)
    if not further:
        return []
    text = Text()
    shown = sorted(further[:_MANY_SKILLS], key=lambda skill: (-Level[skill.level], _is_thinly(skill)))
    for (level, is_thinly), skills in groupby(shown, key=lambda skill: (skill.level, _is_thinly(skill))):
        text.append(f"{level}{', on thin ground' * is_thinly}: ", style="bold")
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
        rows.append(_left_out(REASON[reason], list(group)))
    return rows


def _left_out(reason: str, parts: list[NotCountedPart]) -> RenderableType:
    named = ", ".join(
        f"{one.name} {one.page}:{one.line} “{short(one.quote, _LONGEST_LEFT_OUT)}”" for one in parts[:_FEW]
    )
    left = len(parts) - _FEW_PROJECTS
    more = f" and {left} more (all are in --format json)" if left > 0 else ""
    return Text.assemble((reason, "bold"), f": {named}{more}")


def _not_recognised(report: GapReport) -> list[RenderableType]:
    if not report.not_recognised:
        return []
    rows: list[RenderableType] = [
        heading("Not recognised, and not counted: a typo, or a name that gapcheck does not know")
    ]
    guesses = [one for one in report.not_recognised if one.nearest]
    rows += [
        Text(f"  {one.text} {one.page}:{one.line}: did you mean {one.nearest.name}?")
        for one in guesses[:_FEW]
        if one.nearest
    ]
    others = [one.text for one in [*guesses[_FEW:], *(one for one in report.not_recognised if not one.nearest)]]
    if others:
        more = f" and {len(others) - _MANY} more" if len(others) > _MANY else ""
        rows.append(indented(f"{', '.join(others[:_MANY])}{more}", 2, ""))
    return rows


def _footer(report: GapReport) -> list[RenderableType]:
    text = f"{ON_PAPER} {method(report)}"
    return [Padding(Text(text, style="dim"), (1, 0, 0, 0))]
