"""What a drawn shape looks like: its height and middle, whether it is filled, and whether it is a dot."""

from __future__ import annotations

from gapcheck.documents.pdf.visibility import Paint

_ROUND = 0.25  # of its height by which a dot may be wider or narrower


def height_of(paint: Paint) -> float:
    """Points."""
    return paint.box[3] - paint.box[1]


def middle_of(paint: Paint) -> float:
    """Halfway down a shape, in points from the upper edge of the page."""
    return (paint.box[1] + paint.box[3]) / 2


def center_of(paint: Paint) -> float:
    """Halfway across a shape, in points from the left edge of the page."""
    return (paint.box[0] + paint.box[2]) / 2


def is_filled(paint: Paint) -> bool:
    """Whether a shape has a colour of its own inside."""
    return paint.color is not None and paint.color.alpha > 0


def is_round(paint: Paint) -> bool:
    """Whether a shape is about as wide as it is high."""
    return abs(paint.box[2] - paint.box[0] - height_of(paint)) <= _ROUND * height_of(paint)
