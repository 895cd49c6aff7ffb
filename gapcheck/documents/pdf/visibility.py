"""The objects of a page → whether a person sees a word on it, by its size, its place, its colour and what it stands on.

Where the objects do not tell, a picture of the page is looked at: see `looking.py`.
"""

from __future__ import annotations

from collections import defaultdict
from enum import Enum
from math import floor
from typing import NamedTuple

from gapcheck.documents.contrast import NARROWEST_LETTER, SMALLEST_VISIBLE_SIZE, WHITE, Color
from gapcheck.documents.model import Box

_RULE = 1.2  # points: thinner shapes underline text and cover none
_HATCH = 40  # so many thin shapes on a page may cover text together
_STRIPE, _MOST_STRIPES = 24.0, 16  # points at least; on a page: a word lies in two of them, but for large ones
_EDGE = 0.2  # of the height of a word's box: the white above and below its letters


class Sight(Enum):
    """Whether a person sees a word; of a `doubtful` one only the picture of the page tells."""

    seen = 1
    unseen = 2
    doubtful = 3


class Cause(Enum):
    """Why a word is doubtful. `place`: what is around it or how it is drawn may hide it. `glyphs`: the file draws its
    glyphs itself, and they may be empty. `undrawn`: it leaves no ink, as the text layer over a scan does.
    """

    place = 1
    glyphs = 2
    undrawn = 3


class Style(NamedTuple):
    """How a piece of text is set: its size in points, its weight and its colour.

    `upright`: it runs across the page, and `up` is 1 where its letters stand up in the coordinates of the page, -1
    where they stand on their heads. `order` is its place among the objects of the page, from 1. `odd`: it is not simply
    filled in one colour, so that the objects do not tell whether it is seen. `replaced`: the file gives other words for
    it than are printed. `font` is the key of its font, `face` its name, `stretch` the width of its
    letters as a multiple of what the font has.
    """

    size: float
    bold: bool
    color: Color
    upright: bool = True
    up: int = 1
    order: int = 0
    odd: bool = False
    replaced: bool = False
    cause: Cause = Cause.place
    font: bytes = b""
    face: str = ""
    stretch: float = 1.0


class Paint(NamedTuple):
    """An area of the page that is painted; `color` is None where it has more than one colour, as a picture has.

    `order` is its place among the objects of the page: a later one is painted over an earlier one. `plain`: it is a box
    filled in one colour that hides what is below it.
    """

    box: Box
    color: Color | None
    order: int = 0
    plain: bool = True
    picture: bool = False


class Surface:
    """What text of one page stands on, and what is painted over it."""

    def __init__(self, paints: list[Paint], width: float, height: float) -> None:
        self._width, self._height = width, height
        lines = sum(paint.color is not None and paint.color.alpha == 0 for paint in paints)
        if lines > _HATCH:
            paints = [
                paint._replace(color=None) if paint.color and not paint.color.alpha else paint for paint in paints
            ]
        solid = [paint for paint in paints if paint.color is None or paint.color.alpha > 0]
        broad = [paint for paint in solid if min(_sides(paint.box)) >= _RULE]
        self._paints = solid if len(solid) - len(broad) > _HATCH else broad
        self._paints.sort(key=lambda paint: -paint.order)  # what was painted last first
        self._stripe = max(_STRIPE, height / _MOST_STRIPES)
        self._stripes: defaultdict[int, list[Paint]] = defaultdict(list)  # what touches each stripe or the one below it
        for paint in self._paints:
            first, last = (floor(min(max(0.0, edge), height) / self._stripe) for edge in paint.box[1::2])
            for stripe in range(first - 1, last + 1):
                self._stripes[stripe].append(paint)
        self.colors = frozenset(paint.color for paint in self._paints if paint.color is not None)

    def sight(self, style: Style, box: Box, letter: float) -> Sight:
        """Whether a word in this style and box is seen. `letter` is the mean width of its letters in points."""
        x0, top, x1, bottom = box
        x, y, height = (x0 + x1) / 2, (top + bottom) / 2, bottom - top
        if not (0 <= x <= self._width and 0 <= y <= self._height):
            return Sight.unseen
        if 0 < style.size < SMALLEST_VISIBLE_SIZE or height < SMALLEST_VISIBLE_SIZE:
            return Sight.unseen
        if letter < NARROWEST_LETTER * style.size:
            return Sight.unseen
        if style.odd:
            return Sight.doubtful
        upper, lower = top + _EDGE * height, bottom - _EDGE * height
        stripe = floor(upper / self._stripe)
        near = self._stripes.get(stripe, ()) if lower <= (stripe + 2) * self._stripe else self._paints
        for paint in near:
            left, over, right, under = paint.box
            if left >= x1 or right <= x0 or over >= lower or under <= upper:
                continue
            if paint.order > style.order or paint.color is None or paint.color.alpha < 1:
                return Sight.doubtful
            if style.color.looks_like(paint.color):
                return Sight.doubtful
            if paint.plain and left <= x0 + 1 and right >= x1 - 1 and over <= upper and under >= lower:
                return Sight.seen
            # The shape may not lie below all of the word. Its colour does not hide the word; that of the next may.
        return Sight.doubtful if style.color.looks_like(WHITE) else Sight.seen


def _sides(box: Box) -> tuple[float, float]:
    return box[2] - box[0], box[3] - box[1]


def area(box: Box) -> float:
    """Square points."""
    return max(0.0, box[2] - box[0]) * max(0.0, box[3] - box[1])
