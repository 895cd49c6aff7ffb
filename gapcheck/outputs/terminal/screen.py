"""A `GapReport` → what a person reads in the terminal: where it stands and what comes next, on one screen. Colour is
never the only sign.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from gapcheck.outputs.terminal.console import PlainConsole
from gapcheck.outputs.terminal.pieces import COLOR, _grid, _hanging, heading
from gapcheck.report.model import CertificationPart, GapReport, RequirementPart
from gapcheck.report.wording import (
    ON_PAPER,
    health_lines,
    level_bar,
    method,
    notes_lines,
    on_day,
    places_not_counted,
    reason_of_gap,
    requirement_names,
    short,
)

_SIGN = {"met": "✓", "below": "~", "missing": "✗"}
_BAR = 20
_FILE_WIDTH = 100  # columns of a report in a file
_MOST_GAPS, _FEW_WINS, _FEW_STEPS, _FEW_CERTIFICATIONS = 10, 2, 3, 2
_NAME = 28
_SHORTEST_QUOTE = 14


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
        parts = [*_requirements(report, console.width), *_next(report), *_footer(report)]
    console.print(Group(*summary(report), *parts))


def text_report(report: GapReport, *, details: bool = False, read: bool = False) -> str:
    """The report as plain text of a hundred columns."""
    stream = io.StringIO()
    print_report(report, PlainConsole(file=stream, no_color=True, width=_FILE_WIDTH), details=details, read=read)
    return "".join(f"{line.rstrip()}\n" for line in stream.getvalue().splitlines())


def summary(report: GapReport) -> list[RenderableType]:
    """The file, the share of the requirements, counts, stage and warnings."""
    summary = report.summary
    found: list[RenderableType] = [Text(report.document.path, style="bold")]
    if summary.readiness is None:
        return [*found, *_doubts(report)]
    full = round(summary.readiness * _BAR)
    line = Text.assemble(
        ("█" * full, "bold"), ("░" * (_BAR - full), "dim"), f" {summary.readiness:.0%} of {report.profile.name}"
    )
    counts = Text.assemble(
        (f"✓ {summary.met} met", "green"), "  ", (f"~ {summary.below} below", "yellow"), "  ",
        (f"✗ {summary.missing} missing", "red"), f"  stage: {summary.stage} ({summary.stage_focus})",
    )  # fmt: skip
    warnings = [Text(f"! {warning}", style="yellow") for warning in report.document.warnings]
    notes = [_hanging("+", line) for line in notes_lines(report)]
    return [*found, line, counts, *warnings, *notes, *_doubts(report)]


def _doubts(report: GapReport) -> list[RenderableType]:
    """What the reader doubts of its own reading: to check before anything else is believed."""
    sign = "?" if report.is_read else "!"
    return [_hanging(sign, line) for line in health_lines(report)]


def _unread(report: GapReport) -> list[RenderableType]:
    """The names that were found in a resume that could not be read, each with its line."""
    grid = _grid(_NAME)
    for skill in report.skills:
        first = skill.evidence[0]
        grid.add_row(Text(skill.name), Text(f"{first.page}:{first.line} “{short(first.quote, _FILE_WIDTH)}”"))
    names: list[RenderableType] = [heading("Names that were found, not judged"), grid] if report.skills else []
    return [*names, Padding(Text(f"{ON_PAPER} {method(report)}", style="dim"), (1, 0, 0, 0))]


def _requirements(report: GapReport, width: int) -> list[RenderableType]:
    """A line for each gap, the heaviest first; what is met by category. Both with bars of found and expected level."""
    open_ones = sorted((row for row in report.requirements if row.status != "met"), key=lambda row: -row.weight)
    met = [row for row in report.requirements if row.status == "met"]
    rows: list[RenderableType] = []
    if open_ones:
        rows.append(heading("Gaps, heaviest first   ● shown   ○ still expected   1:14 page and line"))
        rows.append(_gaps(open_ones[:_MOST_GAPS], report, width))
    if rest := open_ones[_MOST_GAPS:]:
        rows.append(_hanging(" ", f"and {len(rest)} more: {_named(rest, report)}"))
    if met:
        rows.append(heading("Met"))
        grid = _grid(max(len(row.category) for row in met))
        for category, group in groupby(met, key=lambda row: row.category):
            grid.add_row(Text(category.replace("-", " "), style="bold"), Text(_named(list(group), report)))
        rows.append(grid)
    if report.job is not None and report.job.unknown:
        words = ", ".join(one.text for one in report.job.unknown)
        rows.append(_hanging("!", f"the posting asks for what gapcheck does not know, not compared: {words}"))
    return rows


def _gaps(open_ones: Sequence[RequirementPart], report: GapReport, width: int) -> RenderableType:
    skills = {skill.id: skill for skill in report.skills}
    not_counted = places_not_counted(report)
    name = min(_NAME, width * 2 // 5, max(len(row.name) for row in open_ones))
    room = width - name - len("~ ") - len(" ●●● ")
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(width=1)
    grid.add_column(width=name, no_wrap=True, overflow="ellipsis")
    grid.add_column(width=3)
    grid.add_column(width=max(1, room))  # fixed, for a longer reason would take the room of signs and bars
    for row in open_ones:
        reason, place = reason_of_gap(row, skills, not_counted)
        said = Text(reason + ("?" if row.skill in _doubtful(report) else ""))
        if place is not None:
            said.append(f" {place.page}:{place.line}", style="dim")
            left = room - len(said.plain) - len(" “”")
            if left >= _SHORTEST_QUOTE:
                said.append(f" “{short(place.quote.lstrip('•-–* '), left)}”", style="dim")
        color = COLOR[row.status]
        grid.add_row(Text(_SIGN[row.status], style=color), row.name, Text(level_bar(row), style=color), said)
    return grid


def _named(rows: Sequence[RequirementPart], report: GapReport) -> str:
    """Names with their bars; a question mark where the level is doubtful."""
    doubtful = _doubtful(report)
    named = (f"{row.name}\N{NO-BREAK SPACE}{level_bar(row)}" + "?" * (row.skill in doubtful) for row in rows)
    return ", ".join(named)


def _doubtful(report: GapReport) -> set[str | None]:
    return {skill.id for skill in report.skills if skill.doubtful}


def _next(report: GapReport) -> list[RenderableType]:
    """The first few things to mend, to learn, to build and to be certified in."""
    grid = _grid(len("certify"))
    said_last = ""
    for label, said in (*_mend(report), *_learn(report), *_build(report), *_certify(report)):
        grid.add_row(Text(label if label != said_last else "", style="bold"), said)
        said_last = label
    return [heading("What next"), grid] if grid.row_count else []


def _mend(report: GapReport) -> Iterator[tuple[str, Text]]:
    for win in report.quick_wins[:_FEW_WINS]:
        yield "mend", Text.assemble(win.text, (f" {win.page}:{win.line}", "dim"))


def _learn(report: GapReport) -> Iterator[tuple[str, Text]]:
    for number, step in enumerate(report.plan[:_FEW_STEPS], start=1):
        yield "learn", Text(f"{number}. {step.name} to {step.to_level}: {step.hours} h, by {on_day(step.ends)}")
    plan = report.schedule
    if report.plan:
        steps = f"all {len(report.plan)} steps" if len(report.plan) > _FEW_STEPS else "in all"
        until = f"until {plan.ends:%B %Y} at {plan.hours_a_week:g} h a week"
        yield "learn", Text(f"{steps}: about {plan.hours} h, {until}", style="dim")


def _build(report: GapReport) -> Iterator[tuple[str, Text]]:
    for idea in report.portfolio.ideas[:1]:
        yield "build", Text(f"{idea.title} ({report.summary.readiness:.0%} → {idea.readiness:.0%})")


def _certify(report: GapReport) -> Iterator[tuple[str, Text]]:
    worth = [one for one in report.certifications if one.closes][:_FEW_CERTIFICATIONS]
    if worth:
        names = requirement_names(report)
        yield "certify", Text("; ".join(_closing(one, names) for one in worth))


def _closing(one: CertificationPart, names: dict[str, str]) -> str:
    more = f" and {len(one.closes) - 1} more" if len(one.closes) > 1 else ""
    return f"{one.name} closes {names[one.closes[0]]}{more}"


def _footer(report: GapReport) -> list[RenderableType]:
    hint = "--details: all of it · gapcheck explain FILE SKILL: why a level"
    if _doubtful(report) & {row.skill for row in report.requirements}:
        hint += " · ?: doubtful"
    return [Padding(Text(hint), (1, 0, 0, 0)), Text(f"{ON_PAPER} {method(report)}", style="dim")]
