"""A `GapReport` → GitHub-flavoured Markdown for issues and notes. Lines of the resume stand in code spans, all other
text is escaped: nothing that others wrote makes a link, a picture, HTML, a table or a mention.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from gapcheck.outputs.html.page import is_web_link
from gapcheck.report.advice_wording import (
    apply_for,
    better_role,
    beyond_role,
    left_open,
    lines_to_write,
    readiness_explained,
    readiness_table,
    step_by_time,
    this_week,
)
from gapcheck.report.certificate_wording import begun_certification, certification_cost, certification_worth
from gapcheck.report.certificates_model import CertificationPart
from gapcheck.report.idea_wording import idea_change, idea_data, idea_effect
from gapcheck.report.model import GapReport
from gapcheck.report.plan_model import QuickWinPart, StepPart
from gapcheck.report.strengths import strengths
from gapcheck.report.wording import (
    ON_PAPER,
    REASON,
    STATUS,
    counts,
    doubt,
    found_level,
    health_lines,
    job_answer,
    job_verdict,
    judged,
    method,
    notes_lines,
    percent,
    phase_when,
    plan_title,
    requirement_names,
    short,
    skill_names,
    stage_said,
    step_aim,
    step_hours,
    step_levels,
)

_MARKS = re.compile(r"[\\`*_\[\]<>|~&$]")
_BLOCK = re.compile(r"^(\d*)([#+\-=.):])")  # what begins a heading, a list, a rule
_LINKING = re.compile(r"@|#(?=\d)|[a-z](?=://)|www(?=\.)", re.IGNORECASE)
_JOINER = "\N{WORD JOINER}"  # unseen, and no address or mention goes on across it
_LINE_END = re.compile(r"\s*[\n\r\t]\s*")


def markdown_report(report: GapReport) -> str:
    """The whole report."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: GapReport) -> Iterator[str]:
    summary = report.summary
    if summary.readiness is None or summary.stage is None or summary.stage_focus is None:
        yield from _unread(report)
        return
    yield f"# Gap report: {percent(summary.readiness)} of {escaped(report.profile.name)}"
    yield ""
    yield f"{code(report.document.path)}: {', '.join(said for _, said in counts(report))}."
    focus = "" if report.career.situation.by_work else f" ({escaped(summary.stage_focus)})"
    yield f"Stage: {escaped(stage_said(report))}{focus}."
    if report.job is not None and report.job.apply is not None:
        yield f"\n**{escaped(job_verdict(report.job.apply))}**\n"
        for one in report.job.answers:
            yield f"- {escaped(job_answer(one))}"
    for warning in report.document.warnings:
        yield f"\n> **Warning:** {escaped(warning)}"
    for noted in notes_lines(report):
        yield f"\n> **Notes:** {escaped(noted)}"
    for doubt_of_reading in health_lines(report):
        yield f"\n> **Check:** {escaped(doubt_of_reading)}"
    yield from _first(report)
    yield from _requirements(report)
    yield from _evidence(report)
    yield from _quick_wins(report)
    yield from _idea(report)
    yield from _plan(report)
    yield from _certifications(report)
    yield from _not_counted(report)
    yield f"\n---\n\n{ON_PAPER} {escaped(method(report))}"


def _first(report: GapReport) -> Iterator[str]:
    """Strengths, what to do this week, and how the share comes about."""
    if said := strengths(report):
        yield "\n## What it shows best\n"
        yield from (f"- {escaped(one)}" for one in said)
    if better := better_role(report):
        yield f"\n{escaped(better)}"
    if onwards := beyond_role(report):
        yield f"\nBeyond: {escaped(onwards)}."
    yield "\n## This week\n"
    yield from (f"{number}. {escaped(one)}" for number, one in enumerate(this_week(report), start=1))
    points = ", ".join(f"{name} {shown:.1f} of {there:g}" for name, shown, there in readiness_table(report))
    yield f"\n{escaped(f'{readiness_explained(report)} Points: {points}.')}"
    yield f"\nApply {escaped(apply_for(report))}. {escaped(report.career.situation.opening)}"
    yield from (f"\n{escaped(one.text)}" for one in report.career.good_to_know)


def _unread(report: GapReport) -> Iterator[str]:
    """A resume that could not be read: why, and the names that were found."""
    yield f"# Not read: {code(report.document.path)}"
    for line in health_lines(report):
        yield f"\n> **Warning:** {escaped(line)}"
    for skill in report.skills:
        first = skill.evidence[0]
        yield f"\n- {escaped(skill.name)}: page {first.page}, line {first.line} {code(short(first.quote))}"
    yield f"\n---\n\n{ON_PAPER} {escaped(method(report))}"


def _requirements(report: GapReport) -> Iterator[str]:
    yield "\n## What is expected, and what the resume shows\n"
    yield "| requirement | area | expected | found | verdict |"
    yield "| --- | --- | --- | --- | --- |"
    for row in report.requirements:
        cells = (escaped(row.name), escaped(row.category.replace("-", " ")), row.expected, found_level(row))
        yield f"| {' | '.join(cells)} | {STATUS[row.status]} |"


def _evidence(report: GapReport) -> Iterator[str]:
    skills = {skill.id: skill for skill in report.skills}
    shown = [(row, skills[row.skill]) for row in report.requirements if row.skill is not None]
    if not shown:
        return
    yield "\n## Evidence\n"
    names = skill_names(report)
    for row, skill in shown:
        first = skill.evidence[0]
        named = f"{skill.name}: " if len(row.any_of) > 1 else ""
        doubtful = f"; {doubt(skill)}" if skill.doubtful else ""
        yield f"- **{escaped(row.name)}**: {escaped(f'{named}{judged(skill, names)}{doubtful}')}  "
        yield f"  {_place(first.page, first.line, first.quote)}"


def _quick_wins(report: GapReport) -> Iterator[str]:
    if report.quick_wins:
        yield "\n## What to mend on the resume today\n"
    for win in report.quick_wins:
        yield from _quick_win(win)


def _quick_win(win: QuickWinPart) -> Iterator[str]:
    yield f"- [ ] {escaped(win.text)}  "
    yield f"  {_place(win.page, win.line, win.quote)}"


def _idea(report: GapReport) -> Iterator[str]:
    for idea in report.portfolio.ideas[:1]:
        yield f"\n## Next project: {escaped(idea.title)} ({idea_change(idea, report)})\n"
        said = (idea.build, idea_data(idea), idea_effect(idea, requirement_names(report)))
        yield " ".join(map(escaped, said))


def _plan(report: GapReport) -> Iterator[str]:
    plan = report.schedule
    if report.plan:
        yield f"\n## {plan_title(report)}"
    names = requirement_names(report)
    phases = {phase.id: phase for phase in plan.phases}
    for phase_id, steps in groupby(report.plan, key=lambda step: step.phase):
        phase = phases[phase_id]
        yield f"\n**{escaped(phase.name)}**: {phase_when(phase)}\n"
        yield from (f"{escaped(said)}\n" for said in phase.cautions)
        for step in steps:
            yield from _step(step, names)
    for said in left_open(report):
        yield f"\n{escaped(said)}"


def _step(step: StepPart, names: dict[str, str]) -> Iterator[str]:
    if step.kind == "time":
        yield f"- [ ] **{escaped(step.name)}**: {escaped(step_by_time(step))}"
        return
    aim = step_aim(step, names)
    when = f"{step_hours(step)}, {step.begins} to {step.ends}"
    yield f"- [ ] {step.kind} **{escaped(step.name)}**, {step_levels(step)}: {when}{f', {escaped(aim)}' if aim else ''}"
    for title, line in lines_to_write(step):
        yield f"  - to write then, in {code(title)}: {escaped(line)}"
    for one in step.resources:
        yield f"  - {linked(one.name, one.url)} ({escaped(one.provider)})"


def _certifications(report: GapReport) -> Iterator[str]:
    if report.certifications or report.certifications_begun:
        yield "\n## Certifications that would close a gap\n"
    for begun in report.certifications_begun:
        yield f"- {escaped(begun_certification(begun, report))}"
    for one in report.certifications:
        yield from _certification(one, report)


def _certification(one: CertificationPart, report: GapReport) -> Iterator[str]:
    yield f"- {linked(one.name, one.url)} ({escaped(one.issuer)}, {escaped(one.level)}): {certification_cost(one)};"
    yield f"  {escaped(certification_worth(one, report))}"


def _not_counted(report: GapReport) -> Iterator[str]:
    shown = {skill.id for skill in report.skills}
    parts = [one for one in report.not_counted if one.id not in shown]
    if parts:
        yield "\n## Named on the resume and not counted\n"
    for one in parts:
        yield f"- {escaped(one.name)}, {REASON[one.reason]}: {_place(one.page, one.line, one.quote)}"


def _place(page: int, line: int, quote: str) -> str:
    return f"page {page}, line {line}: {code(short(quote))}"


def code(text: str) -> str:
    """The text as a code span, in which nothing else is read; a space where there is none."""
    text = _LINE_END.sub(" ", text) or " "
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    space = " " if text.startswith(("`", " ")) or text.endswith(("`", " ")) else ""
    return f"{fence}{space}{text}{space}{fence}"


def escaped(text: str) -> str:
    """The text as it is to be read, wherever it stands in a line."""
    text = _MARKS.sub(r"\\\g<0>", _LINE_END.sub(" ", text).strip())
    return _LINKING.sub(rf"\g<0>{_JOINER}", _BLOCK.sub(r"\1\\\2", text))


def linked(name: str, url: str | None) -> str:
    """The name as a link, where the address is one of the web."""
    if url is None or not is_web_link(url) or re.search(r"[\s<>\\]", url):
        return escaped(name)
    return f"[{escaped(name)}](<{url}>)"
