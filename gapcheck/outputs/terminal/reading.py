"""A `GapReport` → how the resume was read, to be checked first: a time line with the gaps between jobs,
and sections.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rich.console import RenderableType
from rich.text import Text

from gapcheck.outputs.terminal.pieces import grid_of, hanging, heading
from gapcheck.report.model import GapReport
from gapcheck.report.resume_model import EntryPart
from gapcheck.report.wording import counted, short

_WHEN = len("2020-01 – present")
_TITLE = 48
_WORK = ("job", "internship")
_TOLD = (*_WORK, "leave")


def reading_parts(report: GapReport) -> list[RenderableType]:
    """The time line, what has no dates, certificates and sections."""
    entries = [entry for section in report.resume.sections for entry in section.entries]
    dated = sorted((one for one in entries if one.from_), key=lambda one: (one.from_ or "", one.to or ""), reverse=True)
    undated = [one for one in entries if not one.from_]
    months = counted(report.resume.work_months, "month")
    parts: list[RenderableType] = [heading(f"How it was read: {months} of work   1:14 page and line")]
    if dated:
        parts.append(_time_line(dated, report.summary.as_of.strftime("%Y-%m")))
    if undated:
        parts += [heading("Without a date"), _table(undated)]
    if report.resume.certificates_seen:
        parts += [heading("Certificates"), *(hanging("·", name) for name in report.resume.certificates_seen)]
    return [*parts, heading("Sections"), *_sections(report)]


def _time_line(dated: Sequence[EntryPart], today: str) -> RenderableType:
    """The entries, the latest first, with a row between two jobs that says how many months without work lie between."""
    grid = grid_of(_WHEN)
    grid.add_column()
    gaps = dict(_gaps([one for one in dated if one.kind in _TOLD], today))
    for entry in dated:
        if months := gaps.get(id(entry), 0):
            grid.add_row("", Text(f"no work for {counted(months, 'month')}", style="dim"))
        grid.add_row(f"{entry.from_} – {entry.to}", _entry(entry))
    return grid


def _gaps(work: Sequence[EntryPart], today: str) -> Iterator[tuple[int, int]]:
    """For each job that began after a time without work: its `id()`, and the months without work before it."""
    for later, earlier in pairwise(work):
        reached = max(_month(one.to or one.from_ or today, today) for one in work[work.index(earlier) :])
        months = _month(later.from_ or today, today) - reached - 1
        if months > 0:
            yield id(earlier), months


def _month(text: str, today: str) -> int:
    year, month = (today if text == "present" else text).split("-")
    return int(year) * 12 + int(month)


def _entry(entry: EntryPart) -> Text:
    length = f", {counted(entry.months, 'month')}" if entry.kind in _WORK and entry.months is not None else ""
    named = entry.organisation is not None and entry.organisation not in entry.title
    title = short(f"{entry.title}, {entry.organisation}" if named else entry.title, _TITLE)
    return Text.assemble(f"{entry.kind}: {title}", (f"{length} {entry.page}:{entry.line}", "dim"))


def _table(entries: Sequence[EntryPart]) -> RenderableType:
    grid = grid_of(_WHEN)
    for entry in entries:
        grid.add_row(entry.kind, Text.assemble(short(entry.title, _TITLE), (f" {entry.page}:{entry.line}", "dim")))
    return grid


def _sections(report: GapReport) -> Iterator[RenderableType]:
    for section in report.resume.sections:
        named = f" “{section.heading}”" if section.heading else ""
        guessed = " (guessed)" if section.known_by == "guessed" and section.heading else ""
        yield Text.assemble(f"{section.kind}{named}{guessed}", (f" {section.page}:{section.line}", "dim"))
