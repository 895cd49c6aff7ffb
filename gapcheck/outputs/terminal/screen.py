"""A `GapReport` → what a person reads in the terminal: where it stands and what comes next, on one screen. Colour is
never the only sign.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from gapcheck.outputs.terminal.console import PlainConsole
from gapcheck.outputs.terminal.pieces import COLOR, grid_of, hanging, heading
from gapcheck.report.advice_wording import (
    LEFT,
    LONGEST_TO_DO,
    NOT_NOW,
    apply_for,
    better_role,
    beyond_role,
    left_name,
    left_open,
    own_work_first,
    this_week,
    waiting,
    with_sure,
)
from gapcheck.report.certificate_wording import begun_certification
from gapcheck.report.certificates_model import CertificationPart
from gapcheck.report.idea_wording import change_in_plan, next_project
from gapcheck.report.model import GapReport
from gapcheck.report.plan_wording import kinds_of_plan
from gapcheck.report.skills_model import AreaPart, RequirementPart
from gapcheck.report.strengths import is_thin, limited_by, only_named, short_name, strengths, thin_ground
from gapcheck.report.wording import (
    ON_PAPER,
    THIN_GROUND,
    THIN_SIGN,
    counts,
    health_lines,
    job_answer,
    job_verdict,
    level_bar,
    method,
    notes_lines,
    percent,
    requirement_names,
    short,
    stage_said,
)
from gapcheck.taxonomy import Level

_SIGN = {"met": "✓", "below": "~", "missing": "✗"}
_BAR = 10
_FILE_WIDTH = 100  # columns of a report in a file
_MOST_AREAS, _MOST_IN_AREA, _MOST_MET = 5, 3, 3
_NAME, _MOST_SURE, _MOST_THIN, _LINE = 28, 3, 5, 76
_IMPLIED = "implied"
_TWO_LINES = 140  # characters of what is broken once at most


def print_report(report: GapReport, console: Console, *, details: bool = False, read: bool = False) -> None:
    """Prints the report: on one screen, or with all `details`; or only how the resume was `read`."""
    if not report.is_read:
        parts = _unread(report)
    elif read:
        from gapcheck.outputs.terminal.reading import reading_parts

        parts = reading_parts(report)
    elif details:
        from gapcheck.outputs.terminal.details import detailed_parts

        parts = detailed_parts(report, console.width)
    else:
        parts = [
            *_strengths(report),
            *_requirements(report, console.width),
            *_week(report),
            *_next(report),
            *_footer(report),
        ]
    console.print(Group(*summary(report), *parts))


def text_report(report: GapReport, *, details: bool = False, read: bool = False) -> str:
    """The report as plain text of a hundred columns."""
    stream = io.StringIO()
    print_report(report, PlainConsole(file=stream, no_color=True, width=_FILE_WIDTH), details=details, read=read)
    return stream.getvalue()


def summary(report: GapReport) -> list[RenderableType]:
    """The file, a role that fits better, the share of the requirements, counts, stage and warnings. The share is one of
    what is on paper against one profile; beside a role that fits better it is drawn as no bar.
    """
    summary = report.summary
    found: list[RenderableType] = [Text(report.document.path, style="bold")]
    if summary.readiness is None:
        return [*found, *_doubts(report)]
    better = better_role(report)
    full, sure = (int(share * _BAR) for share in (summary.readiness, max(summary.readiness, summary.with_sure or 0)))
    parts = ("█" * full, "bold"), ("▒" * (sure - full), ""), ("░" * (_BAR - sure), "dim")
    bar = () if better else (*parts, " ")
    line = Text.assemble(*bar, f"{percent(summary.readiness)} of {report.profile.name} on paper{with_sure(report)}")
    counted = Text("  ").join(Text(said, style=COLOR.get(status, "")) for status, said in counts(report))
    counted.append(f"  stage: {stage_said(report)}")
    if report.job is not None and report.job.apply is not None:
        answers = "; ".join(job_answer(one) for one in report.job.answers)
        found.append(hanging("→", f"{job_verdict(report.job.apply)}{f'; {answers}' if answers else ''}"))
    warnings = [Text(f"! {warning}", style="yellow") for warning in report.document.warnings]
    notes = [hanging("✎", line) for line in notes_lines(report)]
    fits = [hanging("→", better)] if better else []
    return [*found, *fits, line, counted, *warnings, *notes, *_doubts(report)]


def _doubts(report: GapReport) -> list[RenderableType]:
    """What the reader doubts of its own reading: to check before anything else is believed."""
    sign = "?" if report.is_read else "!"
    return [hanging(sign, line) for line in health_lines(report)]


def _unread(report: GapReport) -> list[RenderableType]:
    """The names that were found in a resume that could not be read, each with its line."""
    grid = grid_of(_NAME)
    for skill in report.skills:
        first = skill.evidence[0]
        grid.add_row(Text(skill.name), Text(f"{first.page}:{first.line} “{short(first.quote, _FILE_WIDTH)}”"))
    names: list[RenderableType] = [heading("Names that were found, not judged"), grid] if report.skills else []
    return [*names, Padding(Text(f"{ON_PAPER} {method(report)}", style="dim"), (1, 0, 0, 0))]


def _requirements(report: GapReport, width: int) -> list[RenderableType]:
    """A line for each area with gaps, the most urgent first; what is surely there; what is met."""
    by_id = {row.id: row for row in report.requirements}
    met = [row for row in report.requirements if row.status == "met"]
    lacking = {one for area in report.areas for one in area.requirements}
    sure = [row for row in report.requirements if row.sure is not None and row.id not in lacking]
    rows: list[RenderableType] = []
    if report.areas:
        rows.append(heading("Gaps by area, the first matters most   ●○○ shown, and still expected"))
        rows.append(_areas(report.areas[:_MOST_AREAS], by_id, width))
    if rest := [one for area in report.areas[_MOST_AREAS:] for one in area.requirements]:
        areas = ", ".join(area.name for area in report.areas[_MOST_AREAS:])
        rows.append(hanging(" ", short(f"and {len(rest)} more: {areas}", _LINE)))
    if sure:
        said = ", ".join(f"{row.name} (by {row.sure.why})" for row in sure[:_MOST_SURE] if row.sure)
        more = f" and {len(sure) - _MOST_SURE} more" if len(sure) > _MOST_SURE else ""
        rows.append(hanging("≈", short(f"surely there, not shown: {said}{more}", _TWO_LINES)))
    thin = thin_ground(report)
    if thin:
        named = [f"{row.name}\N{NO-BREAK SPACE}{level_bar(row)}{limited_by(row, report)}" for row in thin]
        firsts = [f"{THIN_GROUND}: {', '.join(named[:few])}" for few in _counts(thin, _MOST_THIN)]
        rows.append(hanging(THIN_SIGN, _fitting(firsts, len(thin), _TWO_LINES)))
    if met := [row for row in met if row not in thin]:
        rows.append(hanging("✓", _met(met, report)))
    if report.job is not None and report.job.unknown:
        words = ", ".join(one.text for one in report.job.unknown)
        rows.append(hanging("!", f"the posting asks for what gapcheck does not know, not compared: {words}"))
    return rows


def _met(rows: Sequence[RequirementPart], report: GapReport) -> str:
    """What is met, the heaviest first, what is only named last, and as many of it by name as stand in a line."""
    by_weight = sorted(rows, key=lambda row: (bool(only_named(row, report)), -row.weight, -Level[row.found]))
    return _fitting([f"met: {_named(by_weight[:few], report)}" for few in _counts(rows, _MOST_MET)], len(rows), _LINE)


def _areas(areas: Sequence[AreaPart], by_id: Mapping[str, RequirementPart], width: int) -> RenderableType:
    """Each area with what is lacking in it, as much of that by name as stands in a line."""
    name = min(_NAME, width * 2 // 5, max(len(area.name) for area in areas))
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(width=1)
    grid.add_column(width=name)
    grid.add_column()
    for area in areas:
        members = [by_id[one] for one in area.requirements]
        status = "below" if all(row.status == "below" or row.sure for row in members) else "missing"
        firsts = [", ".join(map(_lacking, members[:few])) for few in _counts(members, _MOST_IN_AREA)]
        room = width - len("✗ ") - name - len(" ")
        grid.add_row(Text(_SIGN[status], style=COLOR[status]), area.name, Text(_fitting(firsts, len(members), room)))
    return grid


def _counts(rows: Sequence[RequirementPart], most: int) -> range:
    return range(1, min(most, len(rows)) + 1)


def _fitting(firsts: Sequence[str], all_of_them: int, room: int) -> str:
    """The longest of some texts, the first of which names one of the rows and each next one a row more, that stands in
    `room` columns with the count of those not named; the first where none does.
    """
    left = [all_of_them - few for few, _ in enumerate(firsts, start=1)]
    said = [f"{text} and {more} more" if more else text for text, more in zip(firsts, left, strict=True)]
    return next((text for text in reversed(said) if len(text) <= room), said[0])


def _lacking(row: RequirementPart) -> str:
    """The name of an open requirement, with its bar where something is shown, or the sign of what is surely there."""
    mark = "≈" if row.sure else level_bar(row) if row.status == "below" else ""
    return f"{row.name}\N{NO-BREAK SPACE}{mark}" if mark else row.name


def _named(rows: Sequence[RequirementPart], report: GapReport) -> str:
    """Names with their bars; a question mark where the level is doubtful, and a word where it rests on one line, on
    what only implies it, or on no work at all.
    """
    doubtful = _doubtful(report)
    implied = {skill.id for skill in report.skills if skill.how == _IMPLIED and skill.level != Level.basic.name}
    words = ("thin" if is_thin(row) else _IMPLIED if row.skill in implied else only_named(row, report) for row in rows)
    marks = ("?" * (row.skill in doubtful) + f" {word}" * bool(word) for row, word in zip(rows, words, strict=True))
    return ", ".join(
        f"{row.name}\N{NO-BREAK SPACE}{level_bar(row)}{mark}" for row, mark in zip(rows, marks, strict=True)
    )


def _doubtful(report: GapReport) -> set[str | None]:
    return {skill.id for skill in report.skills if skill.doubtful}


def _strengths(report: GapReport) -> list[RenderableType]:
    """What the resume shows best."""
    return [hanging("+", said) for said in strengths(report)]


def _week(report: GapReport) -> list[RenderableType]:
    to_do = this_week(report)
    if not to_do:
        return []
    rows = [hanging(f"{number}.", short(said, LONGEST_TO_DO)) for number, said in enumerate(to_do, start=1)]
    return [heading("This week"), *rows]


def _next(report: GapReport) -> list[RenderableType]:
    """The plan by its kinds, its first new project, a certification that closes something, titles to apply for."""
    grid = grid_of(len("certify"))
    onwards = (("beyond", Text(said)) for said in (beyond_role(report),) if said)
    apply = ("apply", Text(apply_for(report)))
    for label, said in (*_plan(report), *onwards, *_build(report), *_certify(report), apply):
        grid.add_row(Text(label, style="bold"), said)
    return [heading("And then"), grid]


def _plan(report: GapReport) -> Iterator[tuple[str, Text]]:
    if report.plan:
        yield "plan", Text(kinds_of_plan(report))
    # What waits is the more useful of the two; the reasons stand in the details.
    if waits := [left_name(one) for one in waiting(report)]:
        yield NOT_NOW.lower(), Text(short(", ".join(waits), _LINE - len("certify  ")))
    elif left := left_open(report):
        yield "left", Text(short(left[-1].removeprefix(LEFT), _LINE - len("certify  ")))


def _build(report: GapReport) -> Iterator[tuple[str, Text]]:
    first = own_work_first(report)
    for idea in next_project(report):
        own = f", on open data of {idea.field}" if idea.field else ""
        own = f", on the data of “{short_name(idea.own_data)}”" if idea.own_data else own
        if change := change_in_plan(idea, report):
            yield "build", Text(f"{first}, then {idea.title}{own}" if first else f"{idea.title}{own} ({change})")
            return
    if first:
        yield "build", Text(short(f"nothing new: {first}", _LINE - len("certify  ")))


def _certify(report: GapReport) -> Iterator[tuple[str, Text]]:
    names = requirement_names(report)
    if report.certifications_begun:
        one = report.certifications_begun[0]
        yield "certify", Text(begun_certification(one, report))
    elif report.certifications:
        yield "certify", Text(_closing(report.certifications[0], names))
    elif report.plan:
        yield "certify", Text("none needed: the work above shows more than a certificate")


def _closing(one: CertificationPart, names: dict[str, str]) -> str:
    more = f" and {len(one.closes) - 1} more" if len(one.closes) > 1 else ""
    if one.follows:
        return f"{one.name}, which follows your retired {one.follows}"
    return f"{one.name} closes {names[one.closes[0]]}{more}"


def _footer(report: GapReport) -> list[RenderableType]:
    hint = "--details: all of it · gapcheck explain FILE SKILL: why a level"
    if _doubtful(report) & {row.skill for row in report.requirements}:
        hint += " · ?: doubtful"
    return [Padding(Text(hint), (1, 0, 0, 0)), Text(f"{ON_PAPER} {method(report)}", style="dim")]
