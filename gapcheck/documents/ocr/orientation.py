"""The picture of a scanned page → the same page upright and straight."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from gapcheck.documents.ocr.words import ink_of

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Picture = NDArray[Any]


_STEEPEST, _STEP = 5.0, 0.1  # degrees by which a scan may be turned, and how finely that is measured


def uprights(picture: Picture, scale: float) -> Iterator[Picture]:
    """The picture with its lines level, turned in each of the four ways in which a page may lie, the likeliest first.

    Where lines of text are level, rows of ink and rows of white are parted more sharply than columns are; and few pages
    stand on their head. `scale` is the pixels of a point.
    """
    import cv2
    import numpy

    small = cv2.resize(picture, None, fx=1 / scale, fy=1 / scale, interpolation=cv2.INTER_AREA)
    ink = ink_of(cv2.cvtColor(small, cv2.COLOR_BGR2GRAY))
    (level, skew), (sideways, skew_sideways) = _skew(ink), _skew(numpy.rot90(ink))
    ways = [(level, 0, skew), (sideways, 1, skew_sideways)]
    for _, quarters, degrees in sorted(ways, reverse=True):
        upright = _turned(numpy.ascontiguousarray(numpy.rot90(picture, quarters)), degrees)
        yield upright
        yield numpy.ascontiguousarray(upright[::-1, ::-1])


def _turned(picture: Picture, degrees: float) -> Picture:
    """The picture turned about its middle by so many degrees."""
    import cv2

    if abs(degrees) < _STEP / 2:
        return picture
    down, across = picture.shape[:2]
    turn = cv2.getRotationMatrix2D((across / 2, down / 2), degrees, 1)
    turned: Picture = cv2.warpAffine(
        picture, turn, (across, down), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    return turned


def _skew(ink: NDArray[numpy.bool_]) -> tuple[float, float]:
    """The angle in degrees at which rows of ink and rows of white are parted most sharply, and how sharply: the latter
    first.
    """
    import numpy

    rows, columns = numpy.nonzero(ink)
    if not len(rows):
        return 0.0, 0.0

    def sharpness(degrees: float) -> float:
        across = (rows - columns * numpy.tan(numpy.radians(degrees)) + ink.shape[1]).astype(int)
        return float((numpy.diff(numpy.bincount(across).astype(float)) ** 2).sum())

    return max((sharpness(degrees), float(degrees)) for degrees in numpy.arange(-_STEEPEST, _STEEPEST + _STEP, _STEP))
