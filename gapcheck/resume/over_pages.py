"""Lines in reading order and the headings among them → the order in which columns go on over a page break.

A page is read column by column. What stands at the top of the next page without a heading goes on with the column at
the same edge, not with the one that was read last.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Sequence
from itertools import takewhile

from gapcheck.documents.model import Box, enclosing_box
from gapcheck.resume.model import Place

_SAME_EDGE = 6.0  # points
_WIDER = 12.0  # points that the rest of a column may be wider than what stands above the break


def order_over_pages(places: Sequence[Place], headings: Container[int]) -> list[int]:
    """The numbers of the lines in that order."""
    pages: defaultdict[int, list[int]] = defaultdict(list)
    for index, place in enumerate(places):
        pages[place.page].append(index)
    order = list(range(len(places)))
    for page, indices in pages.items():
        rest = _unopened(places, indices, headings)
        if rest and (last := _last_above(places, pages.get(page - 1, []), rest)) is not None:
            order = [index for index in order if index not in rest]
            at = order.index(last) + 1
            order[at:at] = rest
    return order


def _unopened(places: Sequence[Place], indices: Sequence[int], headings: Container[int]) -> list[int]:
    """The lines at the top of a page, in its first column, that stand under no heading of that page."""
    column = places[indices[0]].line.column
    return list(takewhile(lambda index: index not in headings and places[index].line.column == column, indices))


def _last_above(places: Sequence[Place], above: Sequence[int], rest: Sequence[int]) -> int | None:
    """The last line of the column of the page above that the `rest` goes on; None where that is the one read last, or
    none is there.
    """
    columns: defaultdict[int, list[int]] = defaultdict(list)
    for index in above:
        columns[places[index].line.column].append(index)
    if len(columns) < 2:
        return None
    boxes = {column: _box(places, indices) for column, indices in columns.items()}
    left, _, right, _ = _box(places, rest)
    read_last = boxes[places[above[-1]].line.column]
    fitting = [
        column
        for column, box in boxes.items()
        if abs(box[0] - left) < _SAME_EDGE and right <= box[2] + _WIDER and _stand_side_by_side(box, read_last)
    ]
    return columns[max(fitting, key=lambda column: boxes[column][3])][-1] if fitting else None


def _box(places: Sequence[Place], indices: Sequence[int]) -> Box:
    return enclosing_box(word for index in indices for word in places[index].line.words)


def _stand_side_by_side(one: Box, other: Box) -> bool:
    apart = one[2] <= other[0] or other[2] <= one[0]
    return apart and one[1] < other[3] and other[1] < one[3]
