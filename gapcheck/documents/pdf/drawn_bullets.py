"""Shapes on a page that open the items of a list → bullets: browsers draw them where their text has none."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from gapcheck.documents.model import Word
from gapcheck.documents.pdf.visibility import Paint

_BULLET = "•"
_SIZES = (0.15, 0.5)  # of the text beside it: larger ones stand on the line of a time line
_ROUND = 0.25  # of its height by which it may be wider or narrower
_FURTHEST = 2.5  # times the size of the text, from a bullet to it
_CLEAR = 1.5  # times the size of the text without another word before a bullet
_SAME_PLACE = 1.0  # points
_FEWEST = 2  # in one column


def drawn_bullets(paints: Sequence[Paint], words: Sequence[Word]) -> list[Word]:
    """The bullets drawn on a page, as words on the rows of the items that they open: small filled shapes of one place,
    each right before a word and with nothing before it. Where all of their items are bold they are marks of titles.
    """
    small = [paint for paint in paints if _is_small(paint)]
    if len(small) < _FEWEST:
        return []
    columns: defaultdict[int, list[tuple[Paint, Word]]] = defaultdict(list)
    for paint, word in _beside(small, words):
        columns[round(paint.box[0] / _SAME_PLACE)].append((paint, word))
    return [
        _bullet(paint, word)
        for column in columns.values()
        if len(column) >= _FEWEST and not all(word.bold for _, word in column)
        for paint, word in column
    ]


def _is_small(paint: Paint) -> bool:
    """Whether a shape is filled, as wide as it is high, and may be as small as a bullet of the largest text."""
    width, height = paint.box[2] - paint.box[0], paint.box[3] - paint.box[1]
    filled = paint.color is not None and paint.color.alpha > 0
    return filled and 1.0 <= height <= 12.0 and abs(width - height) <= _ROUND * height


def _beside(paints: Sequence[Paint], words: Sequence[Word]) -> Iterator[tuple[Paint, Word]]:
    """Each shape that is alone before a word, with that word."""
    seen = sorted((word for word in words if not word.hidden), key=lambda word: word.top)
    tops = [word.top for word in seen]
    highest = max((word.height for word in seen), default=0.0)
    middles = sorted((_middle(paint), paint.box[0]) for paint in paints)
    for paint in paints:
        left, top, right, bottom = paint.box
        middle = _middle(paint)
        near = seen[bisect_left(tops, middle - highest) : bisect_left(tops, middle)]
        row = [word for word in near if middle < word.bottom]
        word = min((one for one in row if one.x0 >= right), key=lambda one: one.x0, default=None)
        if word is None or not _SIZES[0] <= (bottom - top) / word.size <= _SIZES[1]:
            continue
        before = max((one.x1 for one in row if one.x0 < right), default=-math.inf)
        level = middles[bisect_left(middles, (middle - _SAME_PLACE,)) : bisect_left(middles, (middle + _SAME_PLACE,))]
        alone = not any(left - _FURTHEST * word.size < x0 < word.x0 and x0 != left for _, x0 in level)
        if alone and word.x0 - right <= _FURTHEST * word.size and left - before >= _CLEAR * word.size:
            yield paint, word


def _middle(paint: Paint) -> float:
    return (paint.box[1] + paint.box[3]) / 2


def _bullet(paint: Paint, word: Word) -> Word:
    """A bullet in the place of the shape, as high as the word that it stands before."""
    return Word(_BULLET, paint.box[0], word.top, paint.box[2], word.bottom, word.size)
