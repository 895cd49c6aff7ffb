"""`GapReport`s one by one → a table with a row for each resume and a column for each requirement."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from gapcheck.outputs.xlsx import workbook
from gapcheck.report.wording import TOO_LITTLE_READ, whole_percent
from gapcheck.safe_text import harmless_cells

if TYPE_CHECKING:
    from gapcheck.batch.outcome import Unread
    from gapcheck.report.model import GapReport

_HEAD = ("resume", "readiness", "stage", "met", "below", "missing", "status", "reason")
_BOM = "\ufeff"  # without it Excel takes UTF-8 for something else


class StudentTable:
    """A table that is filled one by one. A cell of a requirement is the level found; it is empty where the resume was
    not compared with that requirement. Readiness is cut to whole percent, as in all outputs for people. A file without
    a report has a row that says why.
    """

    def __init__(self) -> None:
        self._requirements: dict[str, str] = {}
        self._resumes: list[tuple[tuple[object, ...], dict[str, str]]] = []

    def add(self, report: GapReport) -> None:
        """Adds a resume."""
        summary = report.summary
        share = None if summary.readiness is None else whole_percent(summary.readiness) / 100
        counts = (summary.met, summary.below, summary.missing)
        told = ("unread", TOO_LITTLE_READ) if share is None else ("ok", "")
        first = (report.document.path, share, summary.stage, *counts, *told)
        for one in report.requirements:
            self._requirements.setdefault(one.id, f"{one.name} ({one.expected})")
        self._resumes.append((first, {one.id: one.found for one in report.requirements}))

    def add_unread(self, file: Unread) -> None:
        """Adds a file without a report."""
        self._resumes.append(((file.path, *[""] * (len(_HEAD) - 3), file.status, file.reason), {}))

    def rows(self) -> list[list[object]]:
        """The rows, their head first."""
        rows: list[list[object]] = [[*_HEAD, *self._requirements.values()]]
        return rows + [[*first, *(found.get(one, "") for one in self._requirements)] for first, found in self._resumes]

    def to_csv(self) -> str:
        """The table as CSV that Excel opens with the right characters; no cell of it is run as a formula."""
        stream = io.StringIO()
        csv.writer(stream).writerows(map(harmless_cells, self.rows()))
        return _BOM + stream.getvalue()

    def to_xlsx(self) -> bytes:
        """The table as a workbook. Raises `WriteError` without XlsxWriter."""
        return workbook({"students": self.rows()})
