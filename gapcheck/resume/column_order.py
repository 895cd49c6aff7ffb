"""Lines in reading order and the headings among them → the order in which columns belong together.

A page is read column by column. What stands at the top of the next page without a heading goes on with the column at
the same edge, not with the one that was read last. A right column of entries without any heading stands under those of
the column beside it, each entry under the heading above its height.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Sequence
from itertools import pairwise, takewhile

from gapcheck.documents.model import Box, enclosing_box
from gapcheck.resume.dates import date_spans
from gapcheck.resume.model import Place

_SAME_EDGE = 6.0  # points
_FEWEST = 2  # sections in the column beside one that has no heading
_WIDER = 12.0  # points that the rest of a column may be wider than what stands above the break


def order_of_columns(places: Sequence[Place], headings: Container[int]) -> list[int]:
    """The numbers of the lines in that order."""
    return _under_headings_beside(places, _over_pages(places, headings), headings)


def _over_pages(places: Sequence[Place], headings: Container[int]) -> list[int]:
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


def _under_headings_beside(places: Sequence[Place], order: list[int], headings: Container[int]) -> list[int]:
    columns: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for index in order:
        columns[places[index].page, places[index].line.column].append(index)
    keys = list(columns)
    for left, right in pairwise(keys):
        here, beside = columns[right], columns[left]
        opened = [index for index in beside if index in headings]
        parts = len(opened) + (beside[0] not in headings)  # the first goes on with what stands above both columns
        if left[0] != right[0] or not opened or parts < _FEWEST or any(index in headings for index in here):
            continue
        boxes = _box(places, beside), _box(places, here)
        dated = any(is_range for index in here for *_, is_range in date_spans(places[index].line.text))
        if not (dated and boxes[0][2] <= boxes[1][0] and _stand_side_by_side(*boxes)):
            continue
        order = [index for index in order if index not in here]
        last = beside[-1]
        for index in here:
            below = next((one for one in opened if places[one].line.top > places[index].line.top), None)
            order.insert(order.index(last) + 1 if below is None else order.index(below), index)
            last = index if below is None else last
    return order


def _unopened(places: Sequence[Place], indices: Sequence[int], headings: Container[int]) -> list[int]:
    """The lines at the top of a page, in its first column, that stand under no heading of that page."""
    column = places[indices[0]].line.column
    return list(takewhile(lambda index: index not in headings and places[index].line.column == column, indices))


def _last_above(places: Sequence[Place], above: Sequence[int], rest: Sequence[int]) -> int | None:
    """The last line of the column of the page above that the `rest` goes on; None where that is the one read last, or
    none is there. What goes on with the widest column may fill a page that has no other.
    """
    columns: defaultdict[int, list[int]] = defaultdict(list)
    for index in above:
        columns[places[index].line.column].append(index)
    if len(columns) < 2:
        return None
    boxes = {column: _box(places, indices) for column, indices in columns.items()}
    left, _, right, _ = _box(places, rest)
    read_last = boxes[places[above[-1]].line.column]
    widest = max(boxes.values(), key=lambda box: box[2] - box[0])
    fitting = [
        column
        for column, box in boxes.items()
        if abs(box[0] - left) < _SAME_EDGE
        and (right <= box[2] + _WIDER or box == widest)
        and _stand_side_by_side(box, read_last)
    ]
    return columns[max(fitting, key=lambda column: boxes[column][3])][-1] if fitting else None


def _box(places: Sequence[Place], indices: Sequence[int]) -> Box:
    return enclosing_box(word for index in indices for word in places[index].line.words)


def _stand_side_by_side(one: Box, other: Box) -> bool:
    apart = one[2] <= other[0] or other[2] <= one[0]
    return apart and one[1] < other[3] and other[1] < one[3]
