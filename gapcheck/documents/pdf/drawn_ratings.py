"""Shapes on a page that draw a rating → words that say it: a bar of 80 % becomes ▮▮▮▮▮▮▮▮▯▯, four dots of five ●●●●○.

So a drawn rating is read as one that is written: it stands on the row of its skill, or on the row below.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from statistics import median

from gapcheck.documents.contrast import Color
from gapcheck.documents.model import Word
from gapcheck.documents.pdf.shapes import center_of, height_of, is_filled, is_round, middle_of
from gapcheck.documents.pdf.visibility import Paint

FULL_BAR, EMPTY_BAR, FULL_DOT, EMPTY_DOT = "▮▯●○"
SCALE_MARKS = frozenset(FULL_BAR + EMPTY_BAR + FULL_DOT + EMPTY_DOT)
_BAR_MARKS = 10
_SAME_PLACE = 1.5  # points
_BAR_HEIGHTS, _BAR_WIDTHS = (1.2, 16.0), (15.0, 260.0)  # points
_LONG = 2.5  # times its height: a bar, not a box
_DOT_SIZES, _DOTS = (2.5, 14.0), (3, 10)  # points, and dots in a scale
_SAME_PITCH = 0.2  # share by which the steps between the dots of a scale may differ


def is_scale(text: str) -> bool:
    """Whether a text is nothing but the marks of a drawn rating."""
    return len(text) > 2 and set(text) <= SCALE_MARKS


def drawn_scales(paints: Sequence[Paint], words: Sequence[Word]) -> list[Word]:
    """The ratings drawn on a page, as words on the rows of the text beside them."""
    if not words or len(paints) < 2:
        return []
    size = median(word.size for word in words)
    return [*_bars(paints, size), *_dots(paints, size)]


def _bars(paints: Sequence[Paint], size: float) -> Iterator[Word]:
    """A filled part painted over its track, both beginning at the same place, or the part and the rest side by side."""
    bars = [paint for paint in paints if paint.color is not None and _is_bar(paint)]
    middles = [middle_of(paint) for paint in bars]
    for filled, middle in zip(bars, middles, strict=True):
        level = [bar for bar, other in zip(bars, middles, strict=True) if abs(other - middle) <= _SAME_PLACE]
        for other in level:
            if other is filled or not _make_one_row(filled, other) or _alike(filled.color, other.color):
                continue
            if abs(other.box[0] - filled.box[0]) <= _SAME_PLACE and other.order < filled.order:
                left, right = other.box[0], other.box[2]
            elif abs(other.box[0] - filled.box[2]) <= _SAME_PLACE and _alike_rests(filled, other, bars):
                left, right = filled.box[0], other.box[2]
            else:
                continue
            share = (filled.box[2] - filled.box[0]) / (right - left)
            if share <= 1.02:
                full = min(_BAR_MARKS, round(share * _BAR_MARKS))
                text = FULL_BAR * full + EMPTY_BAR * (_BAR_MARKS - full)
                yield _word(text, left, right, middle, size)
                break


def _alike_rests(filled: Paint, rest: Paint, bars: Sequence[Paint]) -> bool:
    """Whether a filled part and the rest beside it are one bar: other bars of the page begin and end at the same places
    in the same colours. Otherwise they are two cells of a table.
    """
    whole = rest.box[2] - filled.box[0]
    ends = sum(abs(bar.box[2] - rest.box[2]) <= _SAME_PLACE and _alike(bar.color, rest.color) for bar in bars)
    starts = sum(abs(bar.box[0] - filled.box[0]) <= _SAME_PLACE and _alike(bar.color, filled.color) for bar in bars)
    return whole <= _BAR_WIDTHS[1] and ends > 1 and starts > 1


def _dots(paints: Sequence[Paint], size: float) -> Iterator[Word]:
    """Three to ten shapes of one size at even steps, the first of them filled and the rest filled otherwise or not at
    all.
    """
    for row in _rows(paint for paint in paints if paint.color is not None and _is_dot(paint)):
        run: list[Paint] = []
        for dot in [*_without_rings(row), None]:
            if dot is not None and (not run or _goes_on(run, dot)):
                run.append(dot)
                continue
            if _DOTS[0] <= len(run) <= _DOTS[1]:
                full = sum(_alike(one.color, run[0].color) for one in run)
                if all(_alike(one.color, run[0].color) for one in run[:full]) and is_filled(run[0]):
                    text = FULL_DOT * full + EMPTY_DOT * (len(run) - full)
                    yield _word(text, run[0].box[0], run[-1].box[2], middle_of(run[0]), size)
            run = [dot] if dot is not None else []


def _rows(dots: Iterable[Paint]) -> list[list[Paint]]:
    """The dots that stand at one height together, each row from left to right."""
    rows: list[list[Paint]] = []
    for dot in sorted(dots, key=middle_of):
        if rows and middle_of(dot) - middle_of(rows[-1][0]) <= _SAME_PLACE:
            rows[-1].append(dot)
        else:
            rows.append([dot])
    return [sorted(row, key=center_of) for row in rows]


def _without_rings(row: Sequence[Paint]) -> list[Paint]:
    """One shape a dot: the filling of a dot and the ring around it have one centre."""
    found: list[Paint] = []
    for dot in row:
        if not found or center_of(dot) - center_of(found[-1]) > _SAME_PLACE:
            found.append(dot)
        elif is_filled(dot):
            found[-1] = dot
    return found


def _goes_on(run: Sequence[Paint], dot: Paint) -> bool:
    last = run[-1]
    width = last.box[2] - last.box[0]
    step = center_of(dot) - center_of(last)
    if abs((dot.box[2] - dot.box[0]) - width) > _SAME_PLACE:
        return False
    usual = center_of(run[1]) - center_of(run[0]) if len(run) > 1 else step
    return width * 0.9 <= step <= 3.5 * width and abs(step - usual) <= max(1.0, _SAME_PITCH * usual)


def _word(text: str, x0: float, x1: float, middle: float, size: float) -> Word:
    # letters stand 0.3 of their size above the middle of a bar beside them, and hang 0.22 below
    foot = middle + 0.52 * size
    return Word(text, x0, foot - size, x1, foot, size)


def _is_bar(paint: Paint) -> bool:
    width, height = paint.box[2] - paint.box[0], paint.box[3] - paint.box[1]
    return (
        _BAR_HEIGHTS[0] <= height <= _BAR_HEIGHTS[1] and width <= _BAR_WIDTHS[1] and width >= max(2.0, height / _LONG)
    )


def _is_dot(paint: Paint) -> bool:
    return _DOT_SIZES[0] <= height_of(paint) <= _DOT_SIZES[1] and is_round(paint)


def _make_one_row(one: Paint, other: Paint) -> bool:
    """Whether two shapes at one height are as high as each other, and one of them long."""
    heights = one.box[3] - one.box[1], other.box[3] - other.box[1]
    long = max(one.box[2] - one.box[0], other.box[2] - other.box[0])
    return abs(heights[0] - heights[1]) <= _SAME_PLACE and long >= max(_BAR_WIDTHS[0], _LONG * max(heights))


def _alike(one: Color | None, other: Color | None) -> bool:
    if one is None or other is None:
        return False
    return one.looks_like(other) and (one.alpha > 0) == (other.alpha > 0)
