"""`GapReport`s one by one → a table with a row for each resume and a column for each requirement."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from gapcheck.outputs.xlsx import workbook
from gapcheck.safe_text import harmless_cells

if TYPE_CHECKING:
    from gapcheck.report.model import GapReport

_HEAD = ("resume", "readiness", "stage", "met", "below", "missing")
_BOM = "\ufeff"  # without it Excel takes UTF-8 for something else


class StudentTable:
    """The table; a cell is the level found, and empty where the resume was not compared by that requirement."""

    def __init__(self) -> None:
        self._requirements: dict[str, str] = {}
        self._resumes: list[tuple[tuple[object, ...], dict[str, str]]] = []

    def add(self, report: GapReport) -> None:
        """Adds a resume."""
        summary = report.summary
        first = (report.document.path, summary.readiness, summary.stage, summary.met, summary.below, summary.missing)
        for one in report.requirements:
            self._requirements.setdefault(one.id, f"{one.name} ({one.expected})")
        self._resumes.append((first, {one.id: one.found for one in report.requirements}))

    def rows(self) -> list[list[object]]:
        """The rows, their head first."""
        rows: list[list[object]] = [[*_HEAD, *self._requirements.values()]]
        return rows + [[*first, *(found.get(one, "") for one in self._requirements)] for first, found in self._resumes]

    def to_csv(self) -> str:
        """The table as CSV that Excel opens right; no text in it is a formula."""
        stream = io.StringIO()
        csv.writer(stream).writerows(map(harmless_cells, self.rows()))
        return _BOM + stream.getvalue()

    def to_xlsx(self) -> bytes:
        """The table as a workbook. Raises `WriteError` without XlsxWriter."""
        return workbook({"students": self.rows()})
