"""Rows of two sides, and the x at which the right side begins → whether the sides hold cards, and which rows are
headings between the cards.

Cards are entries that stand beside each other, as in a time line drawn across the page. They are known by their times:
at each side a time stands alone on its line, and the two lines are level. Tables and columns of text seldom have that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gapcheck.documents.layout.word_rows import halves_of
from gapcheck.documents.model import Word, enclosing_box

_NAME = r"(?:[^\W\d_]{3,9}\.?,? ?)?"
_NUMBER = r"['’]?\d[\d./]*(?:-\d\d(?!\d))?"  # also `2021-03`
_TIME = re.compile(rf"\(?{_NAME}{_NUMBER} ?(?:[-–—]|to|until) ?(?:{_NAME}{_NUMBER}|[^\W\d_]{{3,8}})\)?")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|['’]\d\d")
_HEAD = 4  # rows of a card at most, down to its date
_CLEAR = 0.8  # times the height: white space above a heading


def are_cards(left: Sequence[Sequence[Word]], right: Sequence[Sequence[Word]]) -> bool:
    """Whether a row of the left side and a row of the right side are level, and each opens with a time alone."""
    times = [row for row in left if _is_time(row)]
    return any(_is_time(row) and any(_is_level(row, other) for other in times) for row in right)


def headings_between(rows: Sequence[Sequence[Word]], x: float) -> list[int]:
    """The numbers of the rows that are headings between cards; empty where the sides hold no cards.

    Such a heading stands at the left side alone, with white space above it. Both sides have a dated card below it, or
    it is the first such row below the last card.
    """
    halves = halves_of(rows, x)
    if not are_cards(*([side for side in sides if side] for sides in zip(*halves, strict=True))):
        return []
    found: list[int] = []
    bottom = 0.0
    last = max(index for index, (_, right) in enumerate(halves) if right)
    for index, (row, (left, right)) in enumerate(zip(rows, halves, strict=True)):
        _, top, _, here = enclosing_box(row)
        below = halves[index + 1 : index + 1 + _HEAD]
        paired = bool(below) and all(below[0])
        opens = paired and all(any(_YEAR.search(_text(one[side])) for one in below) for side in (0, 1))
        clear = bool(left) and not right and top - bottom > _CLEAR * left[0].height
        if index and clear and (opens or index > last):
            found.append(index)
        if index > last and found[-1:] == [index]:
            break
        bottom = max(bottom, here)
    return found


def _is_time(row: Sequence[Word]) -> bool:
    """Whether the words of a row up to its first wide gap are a time and nothing else."""
    end = next((at for at in range(1, len(row)) if row[at].x0 - row[at - 1].x1 > 2 * row[at].height), len(row))
    return _TIME.fullmatch(_text(row[:end])) is not None


def _is_level(one: Sequence[Word], other: Sequence[Word]) -> bool:
    """Whether two rows end at the same height, up to a quarter of the height of a word."""
    return abs(one[0].bottom - other[0].bottom) < one[0].height / 4


def _text(row: Sequence[Word]) -> str:
    return " ".join(word.text for word in row)
