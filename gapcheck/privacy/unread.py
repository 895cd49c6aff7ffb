"""The picture of a page and the lines that were read on it → boxes around what stands among contact details and was not
read as text: letters in pictures, in patterns and as shapes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from gapcheck.documents import Box, Line

if TYPE_CHECKING:
    import numpy
    from PIL import Image

    Pixels = numpy.ndarray[Any, Any]

_STEP = 40  # of 255: shades between neighbours of which one is ink; a shading climbs less steeply
_CELL = 6.0  # points: what stands so near to other ink is one thing
_LONGEST_STROKE = 30.0  # points: what runs on straight for longer is a rule or the edge of a box
_LEAST_INK = 3  # pixels of a cell: less is noise of a scan
_AROUND = 1.5  # points around a line that its letters may reach
_MARGIN = 2.0  # points around what is covered


def unread_boxes(picture: Image.Image, scale: float, lines: Iterable[Line], contact: Collection[int]) -> Iterator[Box]:
    """Boxes, in points, around the ink that belongs to no word and stands among contact details: its nearest line is
    one of those, or all other lines are below it. `contact` are the numbers of the lines with contact details, `scale`
    is the pixels of a point.
    """
    import numpy

    height, width = picture.height, picture.width
    grey = numpy.asarray(picture.convert("L")).astype("int16")
    ink = numpy.zeros((height, width), bool)
    ink[:, 1:] |= abs(numpy.diff(grey, axis=1)) > _STEP
    ink[1:] |= abs(numpy.diff(grey, axis=0)) > _STEP
    longest = round(_LONGEST_STROKE * scale)
    ink &= ~(_runs(ink, longest) | _runs(ink.T, longest).T)
    lines = list(lines)
    for line in lines:
        for word in line.words:
            x0, top, x1, bottom = (round(edge * scale) for edge in _wider(word[1:5], _AROUND))
            ink[max(0, top) : max(0, bottom), max(0, x0) : max(0, x1)] = False
    cell = round(_CELL * scale)
    down, across = -(-height // cell), -(-width // cell)
    padded = numpy.pad(ink, ((0, down * cell - height), (0, across * cell - width)))
    rows, columns = (padded.reshape(down, cell, across, cell).sum(axis=(1, 3)) >= _LEAST_INK).nonzero()
    inked = {(int(row), int(column)) for row, column in zip(rows, columns, strict=True)}
    near = _Nearness(lines, contact)
    for group in _groups({one for one in inked if near.is_contact((one[1] + 0.5) * _CELL, (one[0] + 0.5) * _CELL)}):
        over, under = min(row for row, _ in group), max(row for row, _ in group) + 1
        left, right = min(column for _, column in group), max(column for _, column in group) + 1
        yield _wider((left * _CELL, over * _CELL, right * _CELL, under * _CELL), _MARGIN)


class _Nearness:
    """Which places of a page belong to contact details."""

    def __init__(self, lines: Collection[Line], contact: Collection[int]) -> None:
        self._boxes = [(line.box, line.number in contact) for line in lines]
        self._first = min((box[1] for box, is_contact in self._boxes if not is_contact), default=float("inf"))

    def is_contact(self, x: float, y: float) -> bool:
        """Whether the nearest line to a place is one of contact details, or all others are below it."""
        if y < self._first or not self._boxes:
            return True
        return min(self._boxes, key=lambda one: _distance(one[0], x, y))[1]


def _distance(box: Box, x: float, y: float) -> float:
    x0, top, x1, bottom = box
    return max(x0 - x, 0.0, x - x1) ** 2 + max(top - y, 0.0, y - bottom) ** 2


def _groups(cells: set[tuple[int, int]]) -> Iterator[set[tuple[int, int]]]:
    """The cells that touch one another, corners included."""
    rest = set(cells)
    while rest:
        group, todo = set(), [rest.pop()]
        while todo:
            row, column = one = todo.pop()
            group.add(one)
            beside = {(row + down, column + across) for down in (-1, 0, 1) for across in (-1, 0, 1)} & rest
            rest -= beside
            todo += beside
        yield group


def _runs(ink: Pixels, longest: int) -> Pixels:
    """The pixels in rows of ink that run on for at least so many pixels."""
    import numpy

    if ink.shape[1] < longest:
        return numpy.zeros_like(ink)
    sums = numpy.pad(ink.astype("int32").cumsum(axis=1), ((0, 0), (1, 0)))
    full = sums[:, longest:] - sums[:, :-longest] == longest  # a run of that length begins here
    marks = numpy.zeros((ink.shape[0], ink.shape[1] + 1), "int32")
    marks[:, : full.shape[1]] += full
    marks[:, longest:] -= full
    found: Pixels = marks.cumsum(axis=1)[:, :-1] > 0
    return found


def _wider(box: Box, by: float) -> Box:
    x0, top, x1, bottom = box
    return x0 - by, top - by, x1 + by, bottom + by
