"""Rows of two columns, and the x at which the right column begins → the first row of the foot below both columns.

The rows of the foot belong to neither column: each has a title at the left and its time or place at the right edge of
the page, and what stands at the right edge does not begin where the right column begins.
"""

from __future__ import annotations

from collections.abc import Sequence

from gapcheck.documents.layout.word_rows import halves_of
from gapcheck.documents.model import Word, enclosing_box

_FEWEST = 2  # rows with both sides
_GAP, _INDENT = 0.8, 4.0  # times the height of a word: white space above, and right of where the right column begins
_SHARE = 0.34  # of the rows, at most
_FLUSH = 5.0  # points


def foot_of(rows: Sequence[Sequence[Word]], x: float) -> int:
    """The number of the row at which the foot begins, below the widest white space; the count of all rows where there
    is no foot.
    """
    halves = halves_of(rows, x)
    rights = [right for _, right in halves if right]
    begins = min((right[0].x0 for right in rights), default=0.0)
    ends = max((right[-1].x1 for right in rights), default=0.0)
    boxes = [enclosing_box(row) for row in rows]
    paired = 0
    gaps: dict[int, float] = {}
    for index in range(len(rows) - 1, 0, -1):
        left, right = halves[index]
        size = (*left, *right)[0].height
        flush = not right or (ends - right[-1].x1 <= _FLUSH and right[0].x0 > begins + _INDENT * size)
        if not (left and flush):
            break
        if len(rows) - index > _SHARE * len(rows):
            return len(rows)  # rows of this kind are no foot here: most of the columns is made of them
        paired += bool(right)
        if paired >= _FEWEST:
            gaps[index] = (boxes[index][1] - max(bottom for *_, bottom in boxes[:index])) / size
    widest = max(gaps, key=lambda index: gaps[index], default=0)
    return widest if gaps.get(widest, 0.0) > _GAP else len(rows)
