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

from gapcheck.documents.layout.cards import are_cards, headings_between
from gapcheck.documents.layout.column_foot import foot_of
from gapcheck.documents.layout.letter_spacing import without_letter_spacing
from gapcheck.documents.layout.sideways import by_direction
from gapcheck.documents.layout.word_rows import Row, chunks_of, rows_of
from gapcheck.documents.model import Line, Word

# All numbers are multiples of the font size unless the name says otherwise: layouts scale.
_GUTTER_WIDTH = 0.7
_WIDE_GAP = 1.15
_SAME_EDGE_POINTS = 2.5
_FEWEST_ROWS = 3
_DEEPEST_SPLIT = 5
_LABEL_WIDTH_SHARE = 0.30  # of the region: a side this narrow may be labels; a wider one is text
_CONFLICT_SHARE = 0.20  # of a side's rows may stand between the other side's rows and it still labels them
_DENSE_SHARE = 0.60  # a side with this share of the other's rows is no sparse margin
_CELL_WORDS = 4
_NUMBERS_SHARE = 0.5  # of the cells of a column hold a number: years, marks
_PARTED_SHARE = 0.75  # of the rows of a side are cells: it is several columns
_BESIDE_SHARE = 0.75  # of such cells stand beside a row of the other side
_DATE_WORDS = 6  # of a range: `Mar 2021 - Dec 2024`
_DATED_SHARE = 0.75  # of the rows of a column of dates say a year
_DATES = 2  # that are level with the other side label it
_SIDEBAR_ROWS = 7  # fewer rows in step with the other side are a table
_PROSE_WIDTH_SHARE = 0.45  # of the region: row width from which the other side is running text
_BULLET = re.compile(r"^[^\w\s\"'“‘(\[{<#$€£+@&*.,:;!?/\\~=]$|^[*·•‣⁃∙◦▪▫■□●○►▸▹➢➤›»–—+-]$")
_ADDRESS = re.compile(r"\w@\w[\w-]*\.\w|\b(?:https?://|www\.|linkedin\.com|github\.com)", re.IGNORECASE)
_OPEN_END = re.compile(r"(?:[-–—,/→]|\bto|\buntil|\bbis|\band|&)$", re.IGNORECASE)
_HAS_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d|\d{1,2}[./]\d{2,4}")


def is_bullet(text: str) -> bool:
    """Whether a word is a mark that opens a list item: a bullet, dash, arrow or icon, never a letter or digit."""
    return bool(_BULLET.match(text))


def lines_in_reading_order(words: Sequence[Word]) -> list[Line]:
    """All words of a page as lines, numbered from 1 in reading order; what runs up or down the page comes last."""
    upright, sideways = by_direction(words)
    found: list[Line] = []
    for column, rows in enumerate(_columns(rows_of(upright), 0)):
        for row in rows:
            found.append(_line(row, len(found) + 1, column))
    for run in sideways:
        found.append(Line(tuple(run), " ".join(word.text for word in run), len(found) + 1, column=-len(found)))
    return found


# ------------------------------------------------------------------------------------------------------------- columns


@dataclass(frozen=True, slots=True)
class _Gutter:
    """White space ending at `x`, clear of words over rows `first` to `last`."""

    x: float
    first: int
    last: int
    weight: int


def _columns(rows: list[Row], depth: int) -> Iterator[list[Row]]:
    """Blocks of rows, each read to its end before the next begins."""
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
            if margin is None and _width(left) < _width(right) and not all(is_bullet(word.text) for word in left):
                margin = gutter
    yield _with_margin(rows, margin) if margin else rows


def _parts(rows: Sequence[Row], gutter: _Gutter) -> Iterator[list[Row]]:
    """The two columns of a gutter; of cards beside each other those between two headings, and each heading."""
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
    """Whether a gutter parts two columns."""
    left, right = _halves(rows, gutter)
    return _are_columns(rows_of(left), rows_of(right), _width([*left, *right]))


def _follows_dates(rows: Sequence[Row], gutter: _Gutter, others: Sequence[_Gutter]) -> bool:
    """Whether all that stands between a gutter and another one that parts, and has text right of it, are dates."""
    inside = rows[gutter.first : gutter.last + 1]
    labels = [row for row in inside if row.x1 >= gutter.x]
    for other in others:
        if other.x < gutter.x and _is_parting(rows, other):
            dated = rows_of([word for row in labels for word in row.words if other.x <= word.x0 < gutter.x])
            if len(dated) >= _FEWEST_ROWS and _all_dated(dated):
                return True
    return False


def _gutters(rows: Sequence[Row]) -> list[_Gutter]:
    """Candidate gutters, the one with most text on both sides first."""
    size = median(word.size or word.height for row in rows for word in row.words)
    width = _GUTTER_WIDTH * size
    chunks = [chunks_of(row, width) for row in rows]
    left_edge = min(row.x0 for row in rows)
    starts = Counter(round(start / _SAME_EDGE_POINTS) for row in chunks for start, _ in row)
    edges: dict[int, float] = {}
    for row in chunks:
        for start, _ in row:
            bucket = round(start / _SAME_EDGE_POINTS)
            if start > left_edge + 2 * width and sum(starts[bucket + step] for step in (-1, 0, 1)) >= _FEWEST_ROWS:
                edges[bucket] = min(start, edges.get(bucket, start))
    found: list[_Gutter] = []
    for x in edges.values():
        found += _clear_runs(chunks, x - width, x)
    return sorted(found, key=lambda gutter: (-gutter.weight, gutter.x))


def _clear_runs(
    chunks: Sequence[Sequence[tuple[float, float]]], clear_from: float, clear_to: float
) -> Iterator[_Gutter]:
    """Runs of rows that leave the strip clear and have text on both sides of it; `chunks` are those of each row."""
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
            while first > rights[0] and chunks[first - 1][0][0] - clear_to < _SAME_EDGE_POINTS and first - 1 in rights:
                first -= 1  # the heading of the right column, above where the left one begins
            last = run[-1][0] if ended else min(lefts[-1], rights[-1])
            if not ended:
                last = max(lefts[-1], rights[-1]) if lefts[-1] <= rights[-1] else rights[-1]
            inside = range(first, last + 1)
            weight = min(sum(row in inside for row in lefts), sum(row in inside for row in rights))
            if weight >= _FEWEST_ROWS:
                yield _Gutter(clear_to - 0.5, first, last, weight)
        run = []


def _width(words: Sequence[Word]) -> float:
    return max([word.x1 for word in words]) - min([word.x0 for word in words])


def _are_columns(left: Sequence[Row], right: Sequence[Row], region: float) -> bool:
    """Whether two sides of a gutter, `region` points wide, are texts of their own, rather than rows of one table."""
    sides = left, right
    widths = [_usual_width(side) for side in sides]
    narrow = 0 if widths[0] <= widths[1] else 1
    labels, others = sides[narrow], sides[1 - narrow]
    if _all_dated(labels):
        return False
    if are_cards([row.words for row in left], [row.words for row in right]):
        return True
    if _is_table(*sides):
        return False
    if widths[narrow] >= _LABEL_WIDTH_SHARE * region:
        return True
    if narrow == 0 and _is_about_a_person(labels, others):
        return True
    labels = [row for row in labels if _beside(row, others)]
    if sum(_stands_between(row, others) for row in labels) > _CONFLICT_SHARE * len(labels):
        return True
    dense = len(labels) >= max(_DENSE_SHARE * len(others), _SIDEBAR_ROWS)
    if not dense or widths[1 - narrow] < _PROSE_WIDTH_SHARE * region:
        return False
    texts = [" ".join(word.text for word in row.words) for row in labels]
    labelled = sum(bool(_HAS_YEAR.search(text)) or text.endswith(":") for text in texts)
    flush_right, flush_left = (
        Counter(round(edge / _SAME_EDGE_POINTS) for edge in edges).most_common(1)[0][1]
        for edges in ([row.x1 for row in labels], [row.x0 for row in labels])
    )
    # Dates at the right edge, and labels that end at the text they stand before, are no column of their own.
    is_set_to_text = flush_right >= len(labels) / 2 and (narrow == 1 or flush_left < len(labels) / 2)
    return labelled < len(labels) / 2 and not is_set_to_text


def _all_dated(rows: Sequence[Row]) -> bool:
    """Whether a side holds nothing but dates and single words such as "Present": when the entries beside them were."""
    dated = [bool(_HAS_YEAR.search(" ".join(word.text for word in row.words))) for row in rows]
    sizes = zip(dated, [len(row.words) for row in rows], strict=True)
    return sum(dated) >= _DATED_SHARE * len(rows) and all(size <= (_DATE_WORDS if says else 1) for says, size in sizes)


def _is_table(left: Sequence[Row], right: Sequence[Row]) -> bool:
    """Whether the sides are columns of short cells, row for row: `Python ●●●●○`, `SQL | proficient`.

    Rows of the longer side may go on above and below the table, and stand alone where the other side holds numbers.
    """
    cells, others = (left, right) if len(left) <= len(right) else (right, left)
    partners = _along(cells, others)
    return (
        len(cells) == len(partners)
        and (_widest_cell((*cells, *partners)) <= _CELL_WORDS or _has_cells(cells) or _has_cells(partners))
        and all(_beside(row, partners) and not _stands_between(row, partners) for row in cells)
    ) or any(_are_numbers(*sides) for sides in ((left, right), (right, left)))


def _has_cells(rows: Sequence[Row]) -> bool:
    """Whether the rows of a side are made of cells themselves: the side is several columns of a table."""
    parted = sum(len(chunks_of(row, _WIDE_GAP * row.words[0].height)) > 1 for row in rows)
    return parted >= _PARTED_SHARE * len(rows)


def _are_numbers(cells: Sequence[Row], others: Sequence[Row]) -> bool:
    """Whether a side holds years, marks or amounts that stand beside what they say it of."""
    numbers = sum(any(map(str.isdigit, "".join(word.text for word in row.words))) for row in cells)
    partners = _along(cells, others)
    beside = [row for row in cells if _beside(row, partners)]
    return (
        numbers >= _NUMBERS_SHARE * len(cells)
        and len(beside) >= _BESIDE_SHARE * len(cells)
        and _widest_cell(cells) <= _CELL_WORDS + 1
        and not any(_stands_between(row, partners) for row in beside)
    )


def _along(cells: Sequence[Row], others: Sequence[Row]) -> list[Row]:
    """The rows of the other side from the first of the cells down to the last."""
    top, bottom = cells[0].top, cells[-1].bottom
    return [row for row in others if row.bottom > top and row.top < bottom]


def _widest_cell(rows: Sequence[Row]) -> int:
    """The number of words in the longest stretch of text of any row."""
    return max(
        sum(x0 <= word.x0 < x1 for word in row.words)
        for row in rows
        for x0, x1 in chunks_of(row, _WIDE_GAP * median([word.size or word.height for word in row.words]))
    )


def _usual_width(rows: Sequence[Row]) -> float:
    """Upper quartile of the row widths in points: how wide full rows are, whatever the number of short ones."""
    return sorted(row.x1 - row.x0 for row in rows)[3 * len(rows) // 4]


def _beside(row: Row, others: Sequence[Row]) -> list[Row]:
    """Rows of the other side that overlap this one in height."""
    return [other for other in others if other.top < row.bottom - 1 and row.top < other.bottom - 1]


def _is_about_a_person(rows: Sequence[Row], others: Sequence[Row]) -> bool:
    """Whether an address stands in a row of its own, which labels nothing, and no dates label the other side."""
    level = [_is_level(row, others) for row in rows]
    texts = [" ".join(word.text for word in row.words) for row in rows]
    dated = sum(one and bool(_HAS_YEAR.search(text)) for one, text in zip(level, texts, strict=True))
    return dated < _DATES and any(not one and _ADDRESS.search(text) for one, text in zip(level, texts, strict=True))


def _is_level(row: Row, others: Sequence[Row]) -> bool:
    """Whether a row shares its baseline with one of the others."""
    beside = _beside(row, others)
    return bool(beside) and not _stands_between(row, beside)


def _stands_between(row: Row, others: Sequence[Row]) -> bool:
    """Whether a row that has others beside it shares its baseline with none of them."""
    tolerance = 0.25 * (row.bottom - row.top)
    return all(abs(other.baseline - row.baseline) > tolerance for other in _beside(row, others))


def _with_margin(rows: Sequence[Row], gutter: _Gutter) -> list[Row]:
    """Rows with their margin labels first; a label that wraps is gathered before the row it begins at."""
    found: list[Row] = []
    owner: int | None = None
    previous: Row | None = None
    for index, row in enumerate(rows):
        label = tuple(word for word in row.words if word.x0 < gutter.x)
        body = tuple(word for word in row.words if word.x0 >= gutter.x)
        if not gutter.first <= index <= gutter.last or not label:
            found.append(row)
            continue
        close = previous is not None and row.top - previous.bottom < 0.5 * (row.bottom - row.top)
        if owner is not None and close and _continues(found[owner], body, label):
            head = found[owner]
            mark = head.margin
            found[owner] = Row(head.words[:mark] + label + head.words[mark:], head.baseline, mark + len(label))
            if body:
                found.append(Row(body, row.baseline))
        else:
            owner = len(found)
            found.append(Row(label + body, row.baseline, len(label)))
        previous = Row(label, row.baseline)
    return found


def _continues(head: Row, body: tuple[Word, ...], label: tuple[Word, ...]) -> bool:
    """Whether a label goes on the one above it: by its words, or because its row opens nothing new."""
    if label[0].bold != head.words[0].bold:
        return False
    if _OPEN_END.search(head.words[head.margin - 1].text):
        return True
    started = head.words[head.margin :]
    if not started:
        return not body
    return not body or _opens_an_item(body) or body[0].x0 > started[0].x0 + _SAME_EDGE_POINTS


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
            not marked and word.x0 - before.x1 > _WIDE_GAP * max(min(before.size, word.size), 1.0)
        )
        parts.append(("\t" if wide else " ") + word.text)
    return Line(words, "".join(parts), number, column, margin=margin)
