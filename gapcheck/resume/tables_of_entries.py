"""Rows of a section that is a table below a head of names of columns → the rows at which its entries begin."""

from __future__ import annotations

from collections.abc import Sequence

from gapcheck.resume.dates import date_spans
from gapcheck.resume.rows import Row

_HEAD_ROWS = 2  # of a section, in which its columns may be named
_NAME_WORDS = 4  # at most, of a column
_FEWEST, _DATED_SHARE = 2, 0.6  # rows that say when, and their share of those with all cells
_PERIOD = 2  # cells that may be empty in a row: begin and end
_SAME_EDGE, _CLOSER = 4.0, 1.0  # points


def table_rows(rows: Sequence[Row]) -> list[int]:
    """The rows that begin an entry: they say when, or have a text in every column but those of begin and end; none
    where the section is no table. What wraps in a cell goes on with the row above.
    """
    for index, head in enumerate(rows[:_HEAD_ROWS]):
        if _names_columns(head) and not any(_is_set_alike(row, head) for row in rows[index + 1 :]):
            return _below(rows, index)
    return []


def _names_columns(row: Row) -> bool:
    """Whether a row is made of a few words a cell, without any number, and set in bold or capitals."""
    cells = _cells(row)
    short = all(0 < len(cell.split()) <= _NAME_WORDS for cell in cells)
    return len(cells) > 1 and short and (row.place.line.bold or row.text.isupper()) and not _has_digit(row.text)


def _is_set_alike(row: Row, head: Row) -> bool:
    """Whether a row stands out as the head does: then both are titles."""
    return row.place.line.bold if head.place.line.bold else row.text.isupper()


def _below(rows: Sequence[Row], head: int) -> list[int]:
    edge, count = rows[head].place.line.words[0].x0, len(_cells(rows[head]))
    dated, whole = list[int](), list[int]()
    for index, row in enumerate(rows[head + 1 :], start=head + 1):
        at_edge = abs(row.place.line.words[0].x0 - edge) < _SAME_EDGE
        cells = len(_cells(row))
        if row.dated and not row.marked and (cells == count or (at_edge and (cells > 1 or _opens_with_range(row)))):
            dated.append(index)
        elif cells == count or (at_edge and 1 < cells >= count - _PERIOD):
            whole.append(index)
    if len(dated) < _FEWEST or dated[0] > head + 1 + _FEWEST:
        return []
    step = min(_gap(rows, index) for index in dated)
    whole = [index for index in whole if _gap(rows, index) > step - _CLOSER]
    return sorted(dated + whole) if len(dated) >= _DATED_SHARE * len(dated + whole) else dated


def _opens_with_range(row: Row) -> bool:
    """Whether a row tells in one cell from when to when something was: what the table has no columns for."""
    return row.is_range and not row.bare and any(begin == 0 for begin, *_ in date_spans(row.text))


def _gap(rows: Sequence[Row], index: int) -> float:
    """The white space above a row, in points: lines of one cell stand closer than rows."""
    above, line = rows[index - 1].place.line, rows[index].place.line
    return line.top - above.bottom if rows[index].place.page == rows[index - 1].place.page else line.size


def _cells(row: Row) -> list[str]:
    return row.text.split("\t")


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))
