"""The rows at the two sides of a gutter → whether the sides are two columns, or the columns of one table.

Two columns are texts of their own, which are read one after the other. Where the narrow side only labels the rows of
the other (dates, headings, ratings), both are one table, which is read row by row.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from statistics import median

from gapcheck.documents.layout.cards import are_cards
from gapcheck.documents.layout.word_rows import SAME_EDGE, WIDE_GAP, Row, chunks_of

_LABEL_WIDTH_SHARE = 0.30  # of the region: a side this narrow may be labels; a wider one is text
_LABEL_SHARE = 0.75  # of the width of what they are about that labels in a form are wide, at most
_CONFLICT_SHARE = 0.20  # of a side's rows may stand between the other side's rows and it still labels them
_DENSE_SHARE = 0.60  # a side with this share of the other's rows is no sparse margin
_CELL_WORDS, _VALUE_WORDS = 4, 6  # of the longest cell with a name, and with what it stands for
_NUMBERS_SHARE = 0.5  # of the cells of a column hold a number: years, marks
_PARTED_SHARE = 0.75  # of the rows of a side are cells: it is several columns
_BESIDE_SHARE = 0.75  # of such cells stand beside a row of the other side
_DATE_WORDS = 6  # of a range: `Mar 2021 - Dec 2024`
_DATED_SHARE = 0.75  # of the rows of a column of dates say a year
_DATES = 2  # so many dates, each level with a row of the other side, label that side
_CLOSE = 0.25  # times the height of a row: white space between two rows of one heading
_LARGER = 1.1  # times the size of most text: a heading
_FEWEST_ROWS = 3  # of a table whose cells go on in further lines
_SIDEBAR_ROWS = 7  # fewer rows in step with the other side are a table
_PROSE_WIDTH_SHARE = 0.45  # of the region: row width from which the other side is running text
_ADDRESS = re.compile(r"\w@\w[\w-]*\.\w|\b(?:https?://|www\.|linkedin\.com|github\.com)", re.IGNORECASE)
_HAS_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d|\d{1,2}[./]\d{2,4}")


def are_columns(left: Sequence[Row], right: Sequence[Row], region: float) -> bool:
    """Whether two sides of a gutter, `region` points wide, are texts of their own, rather than rows of one table."""
    sides = left, right
    widths = [_usual_width(side) for side in sides]
    narrow = 0 if widths[0] <= widths[1] else 1
    labels, others = sides[narrow], sides[1 - narrow]
    if all_dated(labels):
        return False
    if are_cards([row.words for row in left], [row.words for row in right]):
        return True
    if _open_with_headings(left, right) and not _are_wrapped(left, right):
        return True
    if _is_table(*sides) or (widths[0] < _LABEL_SHARE * widths[1] and _is_form(left, right)):
        return False
    if widths[narrow] >= _LABEL_WIDTH_SHARE * region:
        return True
    if narrow == 0 and _is_about_a_person(labels, others):
        return True
    labels = [row for row in labels if _beside(row, others)]
    begun = [row for above, row in zip([None, *labels], labels, strict=False) if not _goes_on(above, row)]
    if sum(_stands_between(row, others) for row in begun) > _CONFLICT_SHARE * len(begun):
        return True
    dense = len(labels) >= max(_DENSE_SHARE * len(others), _SIDEBAR_ROWS)
    if not dense or widths[1 - narrow] < _PROSE_WIDTH_SHARE * region:
        return False
    texts = [" ".join(word.text for word in row.words) for row in labels]
    labelled = sum(bool(_HAS_YEAR.search(text)) or text.endswith(":") for text in texts)
    flush_right, flush_left = (
        Counter(round(edge / SAME_EDGE) for edge in edges).most_common(1)[0][1]
        for edges in ([row.x1 for row in labels], [row.x0 for row in labels])
    )
    # Dates at the right edge, and labels that end at the text they stand before, are no column of their own.
    is_set_to_text = flush_right >= len(labels) / 2 and (narrow == 1 or flush_left < len(labels) / 2)
    return labelled < len(labels) / 2 and not is_set_to_text


def _goes_on(above: Row | None, row: Row) -> bool:
    """Whether a row is the next one of a bold heading in the margin that takes several, close to each other."""
    if above is None or not all(word.bold for word in (*above.words, *row.words)):
        return False
    return abs(row.x0 - above.x0) < SAME_EDGE and row.top - above.bottom < _CLOSE * (row.bottom - row.top)


def _open_with_headings(left: Sequence[Row], right: Sequence[Row]) -> bool:
    """Whether the shorter side opens, level with a row of the other, in the same look that is larger than most text,
    and stands beside no cells of a table.
    """
    side, others = (left, right) if len(left) <= len(right) else (right, left)
    heading = side[0].words[0]
    usual = max(median(row.words[0].size for row in rows) for rows in (left, right))
    along = [row for row in others if _beside(row, side)]
    return (
        len(side) >= _FEWEST_ROWS
        and not _has_cells(along)
        and any(
            row.words[0].bold == heading.bold and min(row.words[0].size, heading.size) > _LARGER * usual
            for row in _beside(side[0], others)
        )
    )


def all_dated(rows: Sequence[Row]) -> bool:
    """Whether a side holds nothing but dates and cells of a single word: "Present", or the heads of a table."""
    dated = [bool(_HAS_YEAR.search(" ".join(word.text for word in row.words))) for row in rows]
    sizes = [len(row.words) if says else _widest_cell([row]) for row, says in zip(rows, dated, strict=True)]
    short = all(size <= (_DATE_WORDS if says else 1) for says, size in zip(dated, sizes, strict=True))
    return short and sum(dated) >= _DATED_SHARE * len(rows)


def _is_table(left: Sequence[Row], right: Sequence[Row]) -> bool:
    """Whether the sides are columns of short cells, row for row: `Python ●●●●○`, `SQL | proficient`.

    Rows of the longer side may go on above and below the table, and stand alone where the other side holds numbers.
    """
    cells, others = (left, right) if len(left) <= len(right) else (right, left)
    partners = [row for row in _along(cells, others) if _beside(row, cells) or not _is_set_off(row, others)]
    return (
        len(cells) == len(partners)
        and (_are_short(cells, partners) or _has_cells(cells) or _has_cells(partners))
        and all(_beside(row, partners) and not _stands_between(row, partners) for row in cells)
    ) or (
        _are_wrapped(left, right)
        or _has_heads(left, right)
        or any(_are_numbers(*sides) or _is_of_cells(*sides) for sides in ((left, right), (right, left)))
        or any(_is_filled_in(*sides) for sides in ((left, right), (right, left)))
    )


def _is_filled_in(side: Sequence[Row], others: Sequence[Row]) -> bool:
    """Whether a side is made of boxes of a form, level with boxes at the other side."""
    beside = [row for row in others if _is_level(row, side)]
    return all(_is_level(row, others) for row in side) and _are_filled_in(side) and _are_filled_in(beside)


def _are_filled_in(rows: Sequence[Row]) -> bool:
    """Whether a side is made of boxes of a form: a label, set smaller than its value, which stands right below it."""
    pairs = list(zip(rows[::2], rows[1::2], strict=False))
    return len(rows) % 2 == 0 and all(
        _LARGER * label.words[0].size < value.words[0].size
        and abs(label.x0 - value.x0) < SAME_EDGE
        and value.top - label.bottom < value.bottom - value.top
        for label, value in pairs
    )


def _is_form(left: Sequence[Row], right: Sequence[Row]) -> bool:
    """Whether the left side holds nothing but labels, each level with what it is about, and headings beside which
    nothing stands: beside a column of text some line would.
    """
    labelling = [index for index, row in enumerate(left) if _is_level(row, right)]
    if len(labelling) < _FEWEST_ROWS:
        return False
    headings = [row for row in left[labelling[0] : labelling[-1]] if not _is_level(row, right)]
    return bool(headings) and all(_is_set_off(row, right) and not _beside(row, right) for row in headings)


def _are_short(cells: Sequence[Row], others: Sequence[Row]) -> bool:
    """Whether nothing at either side is longer than a cell of a table, where names stand beside what they stand for."""
    short, long = sorted(map(_widest_cell, (cells, others)))
    return short <= _CELL_WORDS and long <= _VALUE_WORDS


def _is_set_off(row: Row, others: Sequence[Row]) -> bool:
    """Whether a row is bold or set larger than most: a heading between tables below each other."""
    word, usual = row.words[0], median(other.words[0].size for other in others)
    return word.bold or word.size > usual


def _has_cells(rows: Sequence[Row]) -> bool:
    """Whether the rows of a side are made of cells themselves: the side is several columns of a table."""
    return len(_parted(rows)) >= _PARTED_SHARE * len(rows)


def _parted(rows: Sequence[Row]) -> list[Row]:
    return [row for row in rows if len(chunks_of(row, WIDE_GAP * row.words[0].height)) > 1]


def _are_wrapped(left: Sequence[Row], right: Sequence[Row]) -> bool:
    """Whether both sides are several columns of one table, some of whose cells go on in a line of their own: where rows
    have cells, they have them at both sides.
    """
    parted = [_parted(side) for side in (left, right)]
    if any(
        len(rows) < _FEWEST_ROWS or 2 * len(rows) < len(side) for rows, side in zip(parted, (left, right), strict=True)
    ):
        return False
    return all(_is_level(row, others) for rows, others in (parted, parted[::-1]) for row in rows)


def _has_heads(left: Sequence[Row], right: Sequence[Row]) -> bool:
    """Whether what is bold at the right side names a column, each time level with such names in several cells at the
    left: the rows below are those of a table, however long the texts in its last column are. Rows that say when are
    level with the other side, or there are several names at the right too.
    """
    names = [row for row in _parted(left) if _is_names(row)]
    first = next((at for at, row in enumerate(right) if row.words[0].bold), 0)
    above = right[:first]  # cells of what stands above the table
    bold = [row for row in right if row.words[0].bold]
    dated = [row for row in left if _HAS_YEAR.search(" ".join(word.text for word in row.words))]
    return (
        bool(names)
        and bold[:1] == [*right[first : first + 1]]
        and all(_is_level(row, left) for row in above)
        and all(_is_names(row) and _is_level(row, names) for row in bold)
        and (
            len(_parted(bold)) == len(bold)
            or (len(dated) >= _DATES and sum(_is_level(row, right) for row in dated) >= _BESIDE_SHARE * len(dated))
        )
    )


def _is_names(row: Row) -> bool:
    """Whether a row is bold throughout and has no number."""
    return all(word.bold and not any(map(str.isdigit, word.text)) for word in row.words)


def _is_of_cells(side: Sequence[Row], others: Sequence[Row]) -> bool:
    """Whether nearly all rows of a side, as far as the other one reaches, are cells: it is columns of a table."""
    rows = _along(others, side)
    return len(rows) >= _FEWEST_ROWS and _has_cells(rows)


def _are_numbers(cells: Sequence[Row], others: Sequence[Row]) -> bool:
    """Whether a side is a column of years, marks or amounts, each beside the row that it is about."""
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
    """The rows of the other side that are no higher than the first of the cells and no lower than the last."""
    top, bottom = cells[0].top, cells[-1].bottom
    return [row for row in others if row.bottom > top and row.top < bottom]


def _widest_cell(rows: Sequence[Row]) -> int:
    """The number of words in the longest stretch of text of any row."""
    return max(
        sum(x0 <= word.x0 < x1 for word in row.words)
        for row in rows
        for x0, x1 in chunks_of(row, WIDE_GAP * median([word.size or word.height for word in row.words]))
    )


def _usual_width(rows: Sequence[Row]) -> float:
    """Upper quartile of the row widths in points: how wide full rows are, whatever the number of short ones."""
    return sorted(row.x1 - row.x0 for row in rows)[3 * len(rows) // 4]


def _beside(row: Row, others: Sequence[Row]) -> list[Row]:
    """Rows of the other side that overlap this one in height."""
    return [other for other in others if other.top < row.bottom - 1 and row.top < other.bottom - 1]


def _is_about_a_person(rows: Sequence[Row], others: Sequence[Row]) -> bool:
    """Whether a side holds contact details: an address in a row that is level with no row of the other side.

    A side with several dates that are level with rows of the other side is about the entries there.
    """
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
