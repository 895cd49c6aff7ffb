"""A `Cohort` → what the head of a course reads in the terminal. Colour is never the only sign."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import set_cell_size
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from gapcheck.cohort.model import (
    BinPart,
    ChangePart,
    Cohort,
    DistributionPart,
    GroupPart,
    RequirementCountPart,
    ResumePart,
    SessionPart,
    UnreadPart,
)
from gapcheck.cohort.wording import (
    NOTE_COSTS,
    UNREAD,
    asked_skills,
    change_said,
    change_title,
    closing,
    decision,
    further_skills,
    group_title,
    levels,
    lifts,
    moved_said,
    opens,
    percent,
    quartiles,
    sessions_title,
    to_write,
    unread_said,
    waiting,
)
from gapcheck.outputs.terminal.pieces import heading
from gapcheck.report.wording import short

_MANY = 12
_BAR = 30
_NAME = 30


def print_cohort(cohort: Cohort, console: Console) -> None:
    """Prints all groups, one after the other."""
    rows: list[RenderableType] = [Text(line) for line in unread_said(cohort)]
    for group in cohort.groups:
        rows += _group(group)
    console.print(Group(*rows, *_unread(cohort.unread), *_footer(cohort)))


def _group(group: GroupPart) -> list[RenderableType]:
    return [
        *_summary(group),
        *_sessions(group),
        *_requirements(group),
        *_skills(group),
        *_change(group.change),
        *_named(group.named),
    ]


def _summary(group: GroupPart) -> list[RenderableType]:
    spread = group.readiness
    return [
        Text(group_title(group), style="bold"),
        *(Text(line) for line in decision(group)),
        heading("Readiness"),
        *_histogram(spread),
        Text(quartiles(group)),
    ]


def _histogram(spread: DistributionPart) -> list[RenderableType]:
    most = max(bar.resumes for bar in spread.histogram)
    return [_bar(bar, most) for bar in spread.histogram]


def _bar(bar: BinPart, most: int) -> RenderableType:
    width = -(-bar.resumes * _BAR // most)
    return Text.assemble(f"{bar.at_least:4.0%} to {bar.below:4.0%}  ", ("█" * width, "bold"), f" {bar.resumes}")


def _sessions(group: GroupPart) -> list[RenderableType]:
    rows: list[RenderableType] = [heading(sessions_title(group))]
    for place, one in enumerate(group.sessions, start=1):
        rows += _session(place, one)
    return rows + [Text(line) for line in [to_write(group)] if line]


def _session(place: int, one: SessionPart) -> list[RenderableType]:
    head = set_cell_size(f"{place:2}. {short(one.name, _NAME - 1)}", _NAME + 4)
    line = f"{head}{set_cell_size(levels(one), 26)}{one.hours:4} h"
    below = [lifts(one), opens(one), waiting(one), f"to show it: {one.practice}"]
    return [Text(line), *(Padding(Text(text, style="dim"), (0, 0, 0, 4)) for text in below if text)]


def _requirements(group: GroupPart) -> list[RenderableType]:
    still_open = [one for one in group.requirements if one.met < group.resumes]
    head = _columns("", "expected", "missing", "below", "met", "1 more", "cost")
    rows: list[RenderableType] = [heading("What is missing most"), Text(head, style="dim")]
    rows += [_requirement(one, group.resumes) for one in still_open[:_MANY]]
    if len(still_open) > _MANY:
        rows.append(Text(f"and {len(still_open) - _MANY} more (all are in --format json)"))
    return [*rows, Text(NOTE_COSTS, style="dim")]


def _requirement(one: RequirementCountPart, resumes: int) -> RenderableType:
    return Text(
        _columns(
            short(one.name, _NAME - 1),
            one.expected,
            _share(one.missing, resumes),
            f"{one.below}",
            f"{one.met}",
            f"{one.one_more}",
            f"{100 * one.lost:.1f}",
        )
    )


def _share(count: int, resumes: int) -> str:
    return f"{count} {count / resumes:4.0%}"


def _columns(name: str, expected: str, *numbers: str) -> str:
    """A row that fits 80 characters."""
    widths = (10, 7, 6, 8, 6)
    cells = "".join(number.rjust(width) for number, width in zip(numbers, widths, strict=True))
    return set_cell_size(name, _NAME) + set_cell_size(expected, 13) + cells


def _skills(group: GroupPart) -> list[RenderableType]:
    rows: list[RenderableType] = [heading("What most of them show")]
    rows.append(Text(f"{'':{_NAME}}{'advanced':>10}{'intermediate':>14}{'basic':>8}{'in all':>8}", style="dim"))
    for one in asked_skills(group)[:_MANY]:
        numbers = (one.advanced, one.intermediate, one.basic, one.advanced + one.intermediate + one.basic)
        cells = "".join(f"{number:{width}}" for number, width in zip(numbers, (10, 14, 8, 8), strict=True))
        rows.append(Text(set_cell_size(short(one.name, _NAME - 1), _NAME) + cells))
    return rows + [Text(line) for line in [further_skills(group)] if line]


def _change(change: ChangePart | None) -> list[RenderableType]:
    if change is None:
        return []
    rows: list[RenderableType] = [heading(change_title(change)), *(Text(line) for line in change_said(change))]
    if change.requirements:
        rows.append(Text(f"{'':{_NAME}}{'now met':>9}{'closer':>8}{'further':>9}{'no longer met':>15}", style="dim"))
    for one in change.requirements[:_MANY]:
        numbers = (one.closed, one.closer, one.further, one.opened)
        cells = "".join(f"{number:{width}}" for number, width in zip(numbers, (9, 8, 9, 15), strict=True))
        rows.append(Text(set_cell_size(short(one.name, _NAME - 1), _NAME) + cells))
    if len(change.requirements) > _MANY:
        rows.append(Text(f"and {len(change.requirements) - _MANY} more (all are in --format json)"))
    return [*rows, *(Text(f"{one.path}: {moved_said(one)}") for one in change.moved)]


def _named(named: Sequence[ResumePart]) -> list[RenderableType]:
    if not named:
        return []
    rows: list[RenderableType] = [heading("Resumes, the lowest readiness first")]
    for one in named:
        rows.append(Text(f"{percent(one.readiness):>4}  {one.path}  ({one.stage})"))
        if one.gaps:
            rows.append(Padding(Text(f"costs it most: {', '.join(one.gaps)}", style="dim"), (0, 0, 0, 6)))
    return rows


def _unread(unread: Sequence[UnreadPart]) -> list[RenderableType]:
    return [heading(UNREAD), *(Text(f"{one.path}: {one.message}") for one in unread)] if unread else []


def _footer(cohort: Cohort) -> list[RenderableType]:
    return [Padding(Text(line, style="dim"), (1, 0, 0, 0)) for line in closing(cohort)]
