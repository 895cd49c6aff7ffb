"""A `GapReport` → CSV with a row for each requirement."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from gapcheck.report.table import TableRow, rows
from gapcheck.safe_text import harmless_cells

if TYPE_CHECKING:
    from gapcheck.report.model import GapReport


def csv_head() -> str:
    """The line with the names of the columns."""
    return _csv([TableRow._fields])


def csv_rows(report: GapReport) -> str:
    """The rows as CSV. Text that a spreadsheet would take for a formula has an apostrophe before it."""
    return _csv(map(harmless_cells, rows(report)))


def _csv(lines: Iterable[Sequence[object]]) -> str:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows(lines)
    return stream.getvalue()
