"""Rows of two sides, and where the right one begins → whether entries stand beside each other, as cards and time lines
have them, and the rows at which headings part one row of such cards from the next.

A time alone on its line that is level with another one tells them: neither a table nor two texts have such rows often.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gapcheck.documents.model import Word, enclosing_box

_NAME = r"(?:[^\W\d_]{3,9}\.?,? ?)?"
_NUMBER = r"['’]?\d[\d./]*"
_TIME = re.compile(rf"\(?{_NAME}{_NUMBER} ?(?:[-–—]|to|until) ?(?:{_NAME}{_NUMBER}|[^\W\d_]{{3,8}})\)?")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|['’]\d\d")
_HEAD = 4  # rows of a card at most, down to its date
_CLEAR = 0.8  # times the height: white space above a heading


def are_cards(left: Sequence[Sequence[Word]], right: Sequence[Sequence[Word]]) -> bool:
    """Whether a time stands alone on the first line of a row at either side, level with the other."""
    times = [row for row in left if _is_time(row)]
    return any(_is_time(row) and any(_is_level(row, other) for other in times) for row in right)


def headings_between(rows: Sequence[Sequence[Word]], x: float) -> list[int]:
    """The rows that only the left side has, clear of all that is above, with dated cards below on both sides, or below
    the last card; none where the sides are no cards.
    """
    halves = [([word for word in row if word.x0 < x], [word for word in row if word.x0 >= x]) for row in rows]
    if not are_cards(*([side for side in sides if side] for sides in zip(*halves, strict=True))):
        return []
    found: list[int] = []
    bottom = 0.0
    last = max(index for index, (_, right) in enumerate(halves) if right)
    for index, (row, (left, right)) in enumerate(zip(rows, halves, strict=True)):
        _, top, _, here = enclosing_box(row)
        below = halves[index + 1 : index + 1 + _HEAD]
        paired = bool(below) and all(below[0])
        opens = paired and all(any(_YEAR.search(_text(one[side])) for one in below) for side in (0, 1))
        clear = bool(left) and not right and top - bottom > _CLEAR * left[0].height
        if index and clear and (opens or index > last):
            found.append(index)
        if index > last and found[-1:] == [index]:
            break
        bottom = max(bottom, here)
    return found


def _is_time(row: Sequence[Word]) -> bool:
    """Whether a row of a side, up to its first wide gap, says a time and nothing else."""
    end = next((at for at in range(1, len(row)) if row[at].x0 - row[at - 1].x1 > 2 * row[at].height), len(row))
    return _TIME.fullmatch(_text(row[:end])) is not None


def _is_level(one: Sequence[Word], other: Sequence[Word]) -> bool:
    return abs(one[0].bottom - other[0].bottom) < one[0].height / 4


def _text(row: Sequence[Word]) -> str:
    return " ".join(word.text for word in row)
