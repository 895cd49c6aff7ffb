"""A `Cohort` → one long table, for a spreadsheet: a row a figure."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from typing import TextIO

from gapcheck.cohort.model import Cohort, GroupPart
from gapcheck.report.part import Part
from gapcheck.safe_text import harmless_cells

COLUMNS = ("profile", "part", "id", "name", "figure", "value")

_Row = tuple[str, str, str, str, object]


def write_table(cohort: Cohort, file: TextIO) -> None:
    """Writes the rows as CSV."""
    csv.writer(file).writerows(map(harmless_cells, rows_of(cohort)))


def rows_of(cohort: Cohort) -> Iterator[Sequence[object]]:
    """The rows, their head first: `part` is the table that a figure belongs to, `id` and `name` say of what it is."""
    yield COLUMNS
    for error in cohort.errors:
        yield "", "error", error.code, "", "documents", error.documents
    if cohort.skipped:
        yield "", "skipped", "", "", "files", cohort.skipped
    for one in cohort.unread:
        yield "", "not read", one.path, "", one.code, one.message
    for group in cohort.groups:
        for row in _rows(group):
            yield group.profile.id, *row


def _rows(group: GroupPart) -> Iterator[_Row]:
    yield "resumes", "", "", "resumes", group.resumes
    yield from _figures("readiness", "", "", group.readiness)
    for bar in group.readiness.histogram:
        yield "histogram", f"{bar.at_least:.1f}-{bar.below:.1f}", "", "resumes", bar.resumes
    for stage in group.stages:
        yield "stage", "", stage.name, "resumes", stage.resumes
    for requirement in group.requirements:
        yield from _figures("requirement", requirement.id, requirement.name, requirement)
    for skill in group.skills:
        yield from _figures("skill", skill.id, skill.name, skill)
    for place, session in enumerate(group.sessions, start=1):
        label = f"{place}. {session.name}, {session.from_level} to {session.to_level}"
        yield from _figures("session", session.skill, label, session)
    if group.change:
        yield from _figures("change", "", "", group.change)
        for moved in group.change.requirements:
            yield from _figures("requirement change", moved.id, moved.name, moved)
    for one in group.named:
        yield "resume", one.path, "", "readiness", one.readiness
        yield "resume", one.path, "", "stage", one.stage
        yield "resume", one.path, "", "gaps", "; ".join(one.gaps)


def _figures(part: str, key: str, name: str, one: Part) -> Iterator[_Row]:
    """The numbers of a part."""
    for figure, value in one:
        if isinstance(value, int | float) and not isinstance(value, bool):
            yield part, key, name, figure, value
