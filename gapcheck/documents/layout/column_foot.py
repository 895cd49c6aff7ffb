"""Rows of two columns, and where the right one begins → where rows begin at their foot that run through below both.

Such rows are titles at the left with their time or place flush right, which does not begin where the right column does.
"""

from __future__ import annotations

from collections.abc import Sequence

from gapcheck.documents.model import Word, enclosing_box

_FEWEST = 2  # rows with both sides
_GAP, _INDENT = 0.8, 4.0  # times the height of a word: white space above, and right of where the right column begins
_SHARE = 0.34  # of the rows, at most
_FLUSH = 5.0  # points


def foot_of(rows: Sequence[Sequence[Word]], x: float) -> int:
    """The first row of the foot, below the widest white space; the number of rows where the columns have none."""
    halves = [([word for word in row if word.x0 < x], [word for word in row if word.x0 >= x]) for row in rows]
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
            return len(rows)  # all of it is so
        paired += bool(right)
        if paired >= _FEWEST:
            gaps[index] = (boxes[index][1] - max(bottom for *_, bottom in boxes[:index])) / size
    widest = max(gaps, key=lambda index: gaps[index], default=0)
    return widest if gaps.get(widest, 0.0) > _GAP else len(rows)
