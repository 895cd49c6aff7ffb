"""Rows of a table whose left column holds labels, set in the middle beside cells of several lines → each label at the
first line of its cell, where it is read before what it labels.
"""

from __future__ import annotations

from collections.abc import Sequence

from gapcheck.documents.layout.word_rows import Row
from gapcheck.documents.model import Word, enclosing_box

_CLOSE = 0.5  # times the height: white space between two lines of one cell
_CENTRED = 0.25  # times the height that the middle of a label may be off that of its cell
_FEWEST = 2  # labels that are set so


def at_their_cells(rows: Sequence[Row], x: float) -> list[Row]:
    """The rows; labels are what stands left of `x`. Nothing is moved where a label stands at the first of several lines
    of a cell, as in most tables, or where one cell has two.
    """
    found = list(rows)
    sides = [_sides(row, x) for row in rows]
    cells = _cells([(at, body) for at, (_, body) in enumerate(sides) if body])
    labels = [(at, label) for at, (label, _) in enumerate(sides) if label]
    moved: dict[int, int] = {}
    for cell in cells:
        _, top, _, bottom = enclosing_box(word for _, body in cell for word in body)
        own = [(at, label) for at, label in labels if top < _middle(label) < bottom]
        if len(cell) < _FEWEST or not own:
            continue
        (at, label), *more = own
        if more or at == cell[0][0] or abs(_middle(label) - (top + bottom) / 2) > _CENTRED * label[0].height:
            return found
        moved[at] = cell[0][0]
    if len(moved) < _FEWEST:
        return found
    for at, first in moved.items():
        label, body = sides[at]
        head = sides[first][1]
        level = tuple(word._replace(top=head[0].top, bottom=head[0].bottom) for word in label)
        found[first] = Row(level + head, rows[first].baseline)
        found[at] = Row(body, rows[at].baseline)
    return [row for row in found if row.words]


def _sides(row: Row, x: float) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    left = sum(word.x0 < x for word in row.words)
    return row.words[:left], row.words[left:]


def _cells(bodies: Sequence[tuple[int, tuple[Word, ...]]]) -> list[list[tuple[int, tuple[Word, ...]]]]:
    """Lines at the right side that stand close below each other."""
    found: list[list[tuple[int, tuple[Word, ...]]]] = []
    for at, body in bodies:
        above = found[-1][-1][1] if found else ()
        if above and min(word.top for word in body) - max(word.bottom for word in above) < _CLOSE * body[0].height:
            found[-1].append((at, body))
        else:
            found.append([(at, body)])
    return found


def _middle(words: Sequence[Word]) -> float:
    _, top, _, bottom = enclosing_box(words)
    return (top + bottom) / 2
