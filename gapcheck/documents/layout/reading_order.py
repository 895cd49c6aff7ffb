"""Words of a page → lines in the order a person reads them, from the white space on the page alone.

The order of words in the file is never used. Three questions are answered, each on geometry:

- Which words stand on one row? Words whose baselines nearly agree.
- Is there a gutter? A vertical strip that no word crosses over several rows, with text on both sides. If the sides are
  texts of their own, they are columns and read one after the other; if the narrow side only labels the rows of the
  other (dates, headings, ratings), the page is read row by row.
- Does a label in the left margin wrap? Then all of it goes before the row it labels.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from gapcheck.documents.layout.cards import headings_between
from gapcheck.documents.layout.centred_labels import at_their_cells
from gapcheck.documents.layout.column_foot import foot_of
from gapcheck.documents.layout.columns_or_table import all_dated, are_columns
from gapcheck.documents.layout.letter_spacing import without_letter_spacing
from gapcheck.documents.layout.scales_beside_names import chunks_with_scales, without_scales
from gapcheck.documents.layout.sideways import by_direction
from gapcheck.documents.layout.word_rows import SAME_EDGE, WIDE_GAP, Row, rows_of, width_of
from gapcheck.documents.model import Line, Word

_GUTTER_WIDTH = 0.7  # times the font size
_FEWEST_ROWS = 3
_DEEPEST_SPLIT = 5
_BULLET = re.compile(r"^[^\w\s\"'“‘(\[{<#$€£+@&*.,:;!?/\\~=]$|^[*·•‣⁃∙◦▪▫■□●○►▸▹➢➤›»–—+-]$")
_OPEN_END = re.compile(r"(?:[-–—,/→]|\bto|\buntil|\bbis|\band|&)$", re.IGNORECASE)


def is_bullet(text: str) -> bool:
    """Whether a word is nothing but a mark that opens a list item: a bullet, dash, arrow or icon."""
    return bool(_BULLET.match(text))


def lines_in_reading_order(words: Sequence[Word]) -> list[Line]:
    """All words of a page as lines, numbered from 1 in reading order. Lines that run up or down the page come last."""
    upright, sideways = by_direction(words)
    found: list[Line] = []
    for column, rows in enumerate(_columns(rows_of(upright), 0)):
        for row in rows:
            found.append(_line(row, len(found) + 1, column))
    for run in sideways:
        found.append(Line(tuple(run), " ".join(word.text for word in run), len(found) + 1, column=-len(found)))
    return found


@dataclass(frozen=True, slots=True)
class _Gutter:
    """A vertical strip of white space, `width` points wide at least, that ends at `x` and that no word crosses in rows
    `first` to `last` (included).

    `weight` is the number of those rows that have text at the side with fewer of them.
    """

    x: float
    first: int
    last: int
    weight: int
    width: float


def _columns(rows: list[Row], depth: int) -> Iterator[list[Row]]:
    """The rows in blocks, in reading order: each block is read to its end before the next begins. `depth` counts how
    often the page has been split already.
    """
    if not rows:
        return
    margin: _Gutter | None = None
    if depth < _DEEPEST_SPLIT and len(rows) >= _FEWEST_ROWS:
        gutters = _gutters(rows)
        for gutter in gutters:
            left, right = _halves(rows, gutter)
            parting = _is_parting(rows, gutter) and not _follows_dates(rows, gutter, gutters)
            foot = foot_of([row.words for row in rows[gutter.first : gutter.last + 1]], gutter.x) if parting else 0
            above = replace(gutter, last=gutter.first + foot - 1) if parting else gutter
            if parting and (above == gutter or _is_parting(rows, above)):
                yield from _columns(rows[: above.first], depth + 1)
                for part in _parts(rows, above):
                    yield from _columns(part, depth + 1)
                yield from _columns(rows[above.last + 1 :], depth + 1)
                return
            if margin is None and width_of(left) < width_of(right) and not all(is_bullet(word.text) for word in left):
                margin = gutter
    yield _with_margin(rows, margin) if margin else rows


def _parts(rows: Sequence[Row], gutter: _Gutter) -> Iterator[list[Row]]:
    """What is read one after the other at a gutter: the left column, then the right one. Where headings part rows of
    cards: both columns down to the first heading, the heading, both columns down to the next one, and so on.
    """
    inside = rows[gutter.first : gutter.last + 1]
    bounds = [0, *headings_between([row.words for row in inside], gutter.x), len(inside)]
    for number, (begin, end) in enumerate(pairwise(bounds)):
        if number:
            yield [inside[begin]]
        first = gutter.first + begin + bool(number)
        for half in _halves(rows, replace(gutter, first=first, last=gutter.first + end - 1)):
            yield rows_of(half)


def _halves(rows: Sequence[Row], gutter: _Gutter) -> tuple[list[Word], list[Word]]:
    """The words left and right of a gutter."""
    words = [word for row in rows[gutter.first : gutter.last + 1] for word in row.words]
    return [word for word in words if word.x0 < gutter.x], [word for word in words if word.x0 >= gutter.x]


def _is_parting(rows: Sequence[Row], gutter: _Gutter) -> bool:
    """Whether a gutter parts two columns; the scales beside the names of a list make no table of it."""
    left, right = (without_scales(half, gutter.width) for half in _halves(rows, gutter))
    return are_columns(rows_of(left), rows_of(right), width_of([*left, *right]))


def _follows_dates(rows: Sequence[Row], gutter: _Gutter, others: Sequence[_Gutter]) -> bool:
    """Whether nothing but a column of dates stands between a gutter and another one that parts two columns, in the rows
    with text on the gutter's other side: then the dates belong to that text, if fewer stand in rows of the other one.
    """
    inside = rows[gutter.first : gutter.last + 1]
    for other in others:
        if other.x == gutter.x:
            continue
        low, high = sorted((other.x, gutter.x))
        between = [(row, [word for word in row.words if low <= word.x0 < high]) for row in inside]
        left = [words for row, words in between if words and row.x0 < low]
        right = [words for row, words in between if words and row.x1 >= high]
        own, far = (right, left) if other.x < gutter.x else (left, right)
        dated = rows_of([word for words in own for word in words])
        is_of_dates = len(own) > len(far) and all_dated(dated)
        if is_of_dates and _is_parting(rows, other):
            return True
    return False


def _gutters(rows: Sequence[Row]) -> list[_Gutter]:
    """The strips that may be gutters, the one with most text on both sides first."""
    size = median(word.size or word.height for row in rows for word in row.words)
    width = _GUTTER_WIDTH * size
    chunks = chunks_with_scales(rows, width)
    left_edge = min(row.x0 for row in rows)
    starts = Counter(round(start / SAME_EDGE) for row in chunks for start, _ in row)
    edges: dict[int, float] = {}
    for row in chunks:
        for start, _ in row:
            bucket = round(start / SAME_EDGE)
            if start > left_edge + 2 * width and sum(starts[bucket + step] for step in (-1, 0, 1)) >= _FEWEST_ROWS:
                edges[bucket] = min(start, edges.get(bucket, start))
    found: list[_Gutter] = []
    for x in edges.values():
        found += _clear_runs(chunks, x - width, x)
    return sorted(found, key=lambda gutter: (-gutter.weight, gutter.x))


def _clear_runs(
    chunks: Sequence[Sequence[tuple[float, float]]], clear_from: float, clear_to: float
) -> Iterator[_Gutter]:
    """The gutters in the strip from `clear_from` to `clear_to` (points): runs of rows that no text crosses there, with
    text on both sides. `chunks` are the stretches of text of each row, as (x0, x1).
    """
    run: list[tuple[int, bool, bool]] = []
    for index in range(len(chunks) + 1):
        ended = index == len(chunks)
        if not ended:
            row = chunks[index]
            for x0, x1 in row:
                if x0 < clear_to - 0.5 and x1 > clear_from + 0.5:
                    break
            else:
                run.append((index, row[0][1] <= clear_from + 0.5, row[-1][0] >= clear_to - 0.5))
                continue
        lefts = [row for row, is_left, _ in run if is_left]
        rights = [row for row, _, is_right in run if is_right]
        if len(lefts) >= _FEWEST_ROWS and len(rights) >= _FEWEST_ROWS:
            # Where full-width rows follow or precede, rows of one side alone belong to them as much as to the column.
            first = 0 if run[0][0] == 0 else max(lefts[0], rights[0])
            while first > rights[0] and chunks[first - 1][0][0] - clear_to < SAME_EDGE and first - 1 in rights:
                first -= 1  # the heading of the right column, above where the left one begins
            last = run[-1][0] if ended else min(lefts[-1], rights[-1])
            if not ended:
                last = max(lefts[-1], rights[-1]) if lefts[-1] <= rights[-1] else rights[-1]
            inside = range(first, last + 1)
            weight = min(sum(row in inside for row in lefts), sum(row in inside for row in rights))
            if weight >= _FEWEST_ROWS:
                yield _Gutter(clear_to - 0.5, first, last, weight, clear_to - clear_from)
        run = []


def _with_margin(rows: Sequence[Row], gutter: _Gutter) -> list[Row]:
    """The rows, each with its label in the left margin first. A label that takes several rows is moved as a whole to
    the row at which it begins.
    """
    inside = at_their_cells(rows[gutter.first : gutter.last + 1], gutter.x)
    last = gutter.first + len(inside) - 1
    rows = [*rows[: gutter.first], *inside, *rows[gutter.last + 1 :]]
    found: list[Row] = []
    owner: int | None = None
    previous: Row | None = None
    for index, row in enumerate(rows):
        label = tuple(word for word in row.words if word.x0 < gutter.x)
        body = tuple(word for word in row.words if word.x0 >= gutter.x)
        if not gutter.first <= index <= last or not label:
            found.append(row)
            continue
        close = previous is not None and row.top - previous.bottom < 0.5 * (row.bottom - row.top)
        if owner is not None and close and _continues(found[owner], body, label):
            head = found[owner]
            whole = _in_their_cells(head.words[: head.margin], label)
            found[owner] = Row(whole + head.words[head.margin :], head.baseline, len(whole))
            if body:
                found.append(Row(body, row.baseline))
        else:
            owner = len(found)
            found.append(Row(label + body, row.baseline, len(label)))
        previous = Row(label, row.baseline)
    return found


def _in_their_cells(label: tuple[Word, ...], more: tuple[Word, ...]) -> tuple[Word, ...]:
    """A label and the next row of it; where it has several cells, each goes on by what stands below it."""
    cells, pieces = (_cells(words) for words in (label, more))
    for piece in pieces:
        above = [cell for cell in cells if cell[0].x0 <= piece[0].x0 + SAME_EDGE]
        (above or cells)[-1 if above else 0].extend(piece)
    return tuple(word for cell in cells for word in cell)


def _cells(words: Sequence[Word]) -> list[list[Word]]:
    found = [[words[0]]]
    for before, word in pairwise(words):
        if word.x0 - before.x1 > WIDE_GAP * max(min(before.size, word.size), 1.0):
            found.append([word])
        else:
            found[-1].append(word)
    return found


def _continues(head: Row, body: tuple[Word, ...], label: tuple[Word, ...]) -> bool:
    """Whether a label is the rest of the label above it: because that one ends in an open word ("2019 -"), or because
    the text beside this one begins nothing new.
    """
    if label[0].bold != head.words[0].bold:
        return False
    if _OPEN_END.search(head.words[head.margin - 1].text):
        return True
    started = head.words[head.margin :]
    if not started:
        return not body
    return not body or _opens_an_item(body) or body[0].x0 > started[0].x0 + SAME_EDGE


def _opens_an_item(body: tuple[Word, ...]) -> bool:
    """Whether text begins with a bullet, and not with a rating: `★★★☆☆`."""
    return is_bullet(body[0].text) and not (len(body) > 1 and is_bullet(body[1].text))


def _line(row: Row, number: int, column: int) -> Line:
    label = without_letter_spacing(row.words[: row.margin])
    words, margin = label + without_letter_spacing(row.words[row.margin :]), len(label)
    parts = [words[0].text]
    for index in range(1, len(words)):
        before, word = words[index - 1], words[index]
        marked = index == margin + 1 and is_bullet(before.text)
        wide = index == margin or (
            not marked and word.x0 - before.x1 > WIDE_GAP * max(min(before.size, word.size), 1.0)
        )
        parts.append(("\t" if wide else " ") + word.text)
    return Line(words, "".join(parts), number, column, margin=margin)
