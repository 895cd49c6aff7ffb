"""Rows of a section → which of them have white space above them that parts texts, and which go on the one above."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from gapcheck.resume.rows import Row

_WIDER = 0.35  # times the size more white space above than usual
_PARTING = 0.8  # times the size that the white space between texts and that inside of them differ
_LEAST_STEP = 1.5  # points between the gaps inside of a text and those around it
_SPACE = 0.25  # times the size: between two words


def wide_gaps(rows: Sequence[Row]) -> set[int]:
    """Rows with clearly more white space above them than the rows of this section usually have."""
    gaps = _gaps(rows)
    if len(gaps) < 2:
        return set()
    usual = median(gaps.values())
    return {index for index, gap in gaps.items() if gap > usual + _WIDER * _size(rows)}


def paragraph_gaps(rows: Sequence[Row]) -> set[int]:
    """Rows with white space above them that parts texts: much more than the least of this section, though most have as
    much.
    """
    gaps = _gaps(rows)
    least, most = min(gaps.values(), default=0.0), max(gaps.values(), default=0.0)
    return {index for index, gap in gaps.items() if most - least > _PARTING * _size(rows) and gap > (least + most) / 2}


def _gaps(rows: Sequence[Row]) -> dict[int, float]:
    """The white space above each row that has another one above it, in points."""
    lines = [row.place for row in rows]
    return {
        index: place.line.top - lines[index - 1].line.bottom
        for index, place in enumerate(lines)
        if index and place.page == lines[index - 1].page and place.line.column == lines[index - 1].line.column
    }


def _size(rows: Sequence[Row]) -> float:
    return median(row.place.line.size for row in rows)


def wraps_of(rows: Sequence[Row]) -> set[int]:
    """Rows of a plain list that go on the one above, whose first word did not fit there: as near to it as lines of one
    text are, where others stand further apart.
    """
    if any(row.marked or row.dated or "\t" in row.text for row in rows):
        return set()
    gaps = {
        index: row.place.line.top - rows[index - 1].place.line.bottom
        for index, row in enumerate(rows)
        if index and row.place.page == rows[index - 1].place.page
    }
    if not gaps or max(gaps.values()) - min(gaps.values()) < _LEAST_STEP:
        return set()
    right = max(row.place.line.x1 for row in rows)
    nearest = min(gaps.values()) + _LEAST_STEP / 2
    return {
        index for index, gap in gaps.items() if gap < nearest and not _has_room(rows[index - 1], rows[index], right)
    }


def _has_room(above: Row, row: Row, right: float) -> bool:
    """Whether the first word of a row would have fitted at the end of the one above."""
    word = row.place.line.body[0]
    return above.place.line.x1 + _SPACE * word.size + (word.x1 - word.x0) <= right
