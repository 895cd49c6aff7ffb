"""Whether a person who looks at the page can see a word: its colour against what it stands on, its size, its place."""

from __future__ import annotations

from typing import NamedTuple

from gapcheck.documents.model import Box

SMALLEST_VISIBLE_SIZE = 2.0
"""Points. Smaller text can't be read on paper."""
_SAME_COLOR = 0.12  # largest difference in any channel (0-1) that still reads as the same colour
_SEE_THROUGH = 0.1  # opacity below which a fill or a letter is as good as absent
_OPAQUE = 0.95
_PICTURE_OF_PAGE = 0.5  # share of the page a picture must cover to be a scan with a text layer
_INVISIBLE_MODES = (3, 7)  # PDF 32000-1, table 106: neither fill nor stroke


class Color(NamedTuple):
    """Red, green, blue and opacity, each 0 to 1."""

    red: float
    green: float
    blue: float
    alpha: float = 1.0

    def looks_like(self, other: Color) -> bool:
        """Whether the eye takes both for one colour."""
        return (
            abs(self.red - other.red) <= _SAME_COLOR
            and abs(self.green - other.green) <= _SAME_COLOR
            and abs(self.blue - other.blue) <= _SAME_COLOR
        )


BLACK = Color(0.0, 0.0, 0.0)
WHITE = Color(1.0, 1.0, 1.0)


class Style(NamedTuple):
    """How a piece of text is set: size in points, weight, fill colour, PDF text render mode, whether it runs
    across, and whether its letters stand up (1) or on their heads (-1) in the coordinates of the page. `order` is the
    place of the text among the objects of the page, from 1; 0 where it is not known. What is `doubtful` may not be
    drawn at all; what is `replaced` is not what is printed; what is `odd` is one of these, or has pictures above it.
    """

    size: float
    bold: bool
    color: Color
    mode: int
    upright: bool = True
    up: int = 1
    order: int = 0
    doubtful: bool = False
    replaced: bool = False
    odd: bool = False


class Paint(NamedTuple):
    """A filled area of the page; `color` is None for a picture, whose colours are not known.

    `order` is its place among the objects of the page: what comes later is painted over what came before. What is
    not `solid`, as a frame is not, hides nothing that it surrounds.
    """

    box: Box
    color: Color | None
    order: int = 0
    solid: bool = True


class Surface:
    """What text of one page stands on."""

    def __init__(self, paints: list[Paint], width: float, height: float) -> None:
        self._paints = [paint for paint in paints if paint.color is None or paint.color.alpha > _SEE_THROUGH]
        self._width, self._height = width, height
        self._scan = any(
            paint.color is None and area(paint.box) >= _PICTURE_OF_PAGE * width * height for paint in paints
        )
        self._pictures = [paint for paint in paints if paint.color is None]
        self._last_picture = max((picture.order for picture in self._pictures), default=0)
        covers = [paint for paint in paints if paint.solid and paint.color is not None and paint.color.alpha > _OPAQUE]
        self._covers = sorted(covers, key=lambda paint: -paint.order)  # what was painted last first
        self._like_a_fill: dict[Color, bool] = {}
        self._fills = {paint.color for paint in self._paints} | {WHITE}

    def hides(self, style: Style, box: Box) -> bool:
        """Whether text of this style in this box can't be seen on the page."""
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        if not (0 <= x <= self._width and 0 <= y <= self._height):
            return True
        if 0 < style.size < SMALLEST_VISIBLE_SIZE or box[3] - box[1] < SMALLEST_VISIBLE_SIZE:
            return True
        if style.mode in _INVISIBLE_MODES:
            return not self._scan  # the text layer over a scan is invisible on purpose
        if style.color.alpha < _SEE_THROUGH or self._is_covered(style.order, box):
            return True
        if not self._has_ground_like(style.color):
            return False
        ground = self._ground(x, y, style.order)
        return ground is not None and style.color.looks_like(ground)

    def _has_ground_like(self, color: Color) -> bool:
        """Whether anything on the page is painted in about this colour."""
        known = self._like_a_fill.get(color)
        if known is None:
            known = any(fill is not None and color.looks_like(fill) for fill in self._fills)
            self._like_a_fill[color] = known
        return known

    def _is_covered(self, order: int, box: Box) -> bool:
        """Whether an opaque fill was painted over the box after the text."""
        if order <= 0:
            return False
        left, upper, right, lower = box[0] + 1, box[1] + 1, box[2] - 1, box[3] - 1  # a point may stick out
        for cover in self._covers:
            if cover.order <= order:
                return False
            x0, top, x1, bottom = cover.box
            if x0 <= left and top <= upper and x1 >= right and bottom >= lower:
                return True
        return False

    def is_under_pictures(self, order: int) -> bool:
        """Whether any picture that is no scan was painted after the text."""
        return 0 < order < self._last_picture and not self._scan

    def may_cover(self, order: int, box: Box) -> bool:
        """Whether a picture that is no scan was painted over the middle of the box after the text."""
        if not self.is_under_pictures(order):
            return False
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        return any(
            one.order > order and one.box[0] <= x <= one.box[2] and one.box[1] <= y <= one.box[3]
            for one in self._pictures
        )

    def _ground(self, x: float, y: float, order: int) -> Color | None:
        for paint in reversed(self._paints):
            x0, top, x1, bottom = paint.box
            if x0 <= x <= x1 and top <= y <= bottom and (not order or paint.order <= order):
                return paint.color
        return WHITE


def area(box: Box) -> float:
    """Square points."""
    return max(0.0, box[2] - box[0]) * max(0.0, box[3] - box[1])
