"""Shapes on a page that open the items of a list → bullets: browsers draw them where their text has none."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from gapcheck.documents.model import Word
from gapcheck.documents.pdf.shapes import height_of, is_filled, is_round, middle_of
from gapcheck.documents.pdf.visibility import Paint

_BULLET = "•"
_SIZES = (0.15, 0.5)  # of the text beside it: larger ones stand on the line of a time line
_LEAST, _MOST = 1.0, 12.0  # points
_FURTHEST = 2.5  # times the size of the text, from a bullet to it
_CLEAR = 1.5  # times the size of the text without another word before a bullet
_SAME_PLACE = 1.0  # points
_FEWEST = 2  # in one column


def drawn_bullets(paints: Sequence[Paint], words: Sequence[Word]) -> list[Word]:
    """The bullets drawn on a page, as words on the rows of the items that they open: small filled shapes of one place,
    each right before a word and with nothing before it. Where all of their items are bold they are marks of titles.
    """
    dots = [paint for paint in paints if _MOST >= height_of(paint) >= _LEAST and is_filled(paint) and is_round(paint)]
    if len(dots) < _FEWEST:
        return []
    found = sorted(_beside(dots, words), key=lambda one: one[0].box[0])
    columns: list[list[tuple[Paint, Word]]] = []
    for one in found:
        if columns and one[0].box[0] - columns[-1][-1][0].box[0] <= _SAME_PLACE:
            columns[-1].append(one)
        else:
            columns.append([one])
    return [
        Word(_BULLET, paint.box[0], word.top, paint.box[2], word.bottom, word.size)
        for column in columns
        if len(column) >= _FEWEST and not all(word.bold for _, word in column)
        for paint, word in column
    ]


def _beside(paints: Sequence[Paint], words: Sequence[Word]) -> Iterator[tuple[Paint, Word]]:
    """Each shape that is alone before a word, with that word."""
    seen = sorted((word for word in words if not word.hidden), key=lambda word: word.top)
    tops = [word.top for word in seen]
    highest = max((word.height for word in seen), default=0.0)
    middles = sorted((middle_of(paint), paint.box[0]) for paint in paints)
    for paint in paints:
        left, _, right, _ = paint.box
        middle = middle_of(paint)
        near = seen[bisect_left(tops, middle - highest) : bisect_left(tops, middle)]
        row = [word for word in near if middle < word.bottom]
        word = min((one for one in row if one.x0 >= right), key=lambda one: one.x0, default=None)
        if word is None or not _SIZES[0] <= height_of(paint) / word.size <= _SIZES[1]:
            continue
        before = max((one.x1 for one in row if one.x0 < right), default=-math.inf)
        level = middles[bisect_left(middles, (middle - _SAME_PLACE,)) : bisect_left(middles, (middle + _SAME_PLACE,))]
        alone = not any(left - _FURTHEST * word.size < x0 < word.x0 and x0 != left for _, x0 in level)
        if alone and word.x0 - right <= _FURTHEST * word.size and left - before >= _CLEAR * word.size:
            yield paint, word
