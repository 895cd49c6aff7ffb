"""Words of a page → rows: those whose baselines nearly agree, from left to right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

from gapcheck.documents.model import Word

WIDE_GAP = 1.15
"""Times the font size: white space in a row that parts cells of a table rather than words."""
SAME_EDGE = 2.5
"""Points: edges that lie no further apart than this are aligned."""

_SAME_BASELINE = 0.35  # times the height of a word

_left = attrgetter("x0")


@dataclass(frozen=True)
class Row:
    """Words on one baseline, left to right. The first `margin` words label the row from the left margin."""

    words: tuple[Word, ...]
    baseline: float
    margin: int = 0

    @property
    def x0(self) -> float:
        """Left edge in points."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Right edge in points."""
        return self.words[-1].x1

    @cached_property
    def top(self) -> float:
        """Upper edge in points from the top of the page."""
        return min([word.top for word in self.words])

    @cached_property
    def bottom(self) -> float:
        """Lower edge in points from the top of the page."""
        return max([word.bottom for word in self.words])


def rows_of(words: Sequence[Word]) -> list[Row]:
    """The words in rows, from the top of the page down: words whose baselines nearly agree stand on one row."""
    heights = [word.bottom - word.top for word in words]
    baselines = [word.bottom - 0.2 * height for word, height in zip(words, heights, strict=True)]
    found: list[list[int]] = []
    anchor, usual = 0.0, 0.0
    for index in sorted(range(len(words)), key=baselines.__getitem__):
        here, height = baselines[index], heights[index]
        if found and here - anchor <= _SAME_BASELINE * min(usual, height):
            found[-1].append(index)
        else:
            found.append([index])
            anchor, usual = here, height
    return [
        Row(
            tuple(sorted([words[index] for index in row], key=_left)),
            (baselines[row[(len(row) - 1) // 2]] + baselines[row[len(row) // 2]]) / 2,  # the median: they are in order
        )
        for row in found
    ]


def chunks_of(row: Row, gap: float) -> list[tuple[float, float]]:
    """The row's stretches of text, as (x0, x1), parted by white space of at least `gap` points."""
    found: list[tuple[float, float]] = []
    for word in row.words:
        if found and word.x0 - found[-1][1] < gap:
            found[-1] = (found[-1][0], max(found[-1][1], word.x1))
        else:
            found.append((word.x0, word.x1))
    return found


def halves_of(rows: Iterable[Sequence[Word]], x: float) -> list[tuple[list[Word], list[Word]]]:
    """For each row its words that begin left of `x`, and those that begin at `x` or right of it."""
    return [([word for word in row if word.x0 < x], [word for word in row if word.x0 >= x]) for row in rows]


def width_of(words: Sequence[Word]) -> float:
    """Points from the left edge of the words to their right edge."""
    return max([word.x1 for word in words]) - min([word.x0 for word in words])
