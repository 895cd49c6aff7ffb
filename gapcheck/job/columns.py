"""Rows of a table whose columns are headed "Essential" and "Desirable" → a block for each cell, with its part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from gapcheck.job.blocks import TextBlock
from gapcheck.job.headings import PostingHeadings
from gapcheck.taxonomy import PostingPart

_HEAD_WORDS = 4  # of the head of a column
_SHORTEST_TEXT = 4  # words of a cell that asks by itself; shorter ones may be ticks and levels of the name beside them

Columns = tuple[PostingPart | None, ...]


def columns_of(head: TextBlock, below: Sequence[TextBlock], headings: PostingHeadings) -> Columns:
    """The part of each column below a head that tells what is asked for from what is welcome; none where a row is no
    such head, or the cells below it do not ask by themselves.
    """
    cells = _cells(head)
    if len(cells) == 1 or any(len(cell.split()) > _HEAD_WORDS for cell in cells):
        return ()
    parts = tuple(headings.part_of(cell, sure=True) for cell in cells)
    if not {PostingPart.must, PostingPart.nice} <= set(parts):
        return ()
    rows = list(takewhile(lambda row: len(row) == len(cells), map(_cells, below)))
    telling = [
        row for row in rows if any(part and len(cell.split()) >= _SHORTEST_TEXT for part, cell in _pairs(parts, row))
    ]
    return parts if telling and len(telling) >= len(rows) / 2 else ()


def in_columns(row: TextBlock, columns: Columns) -> Iterator[tuple[TextBlock, PostingPart]]:
    """The cells of a row below heads that name a part, each with that part; none where the row has other columns."""
    cells = _cells(row)
    if len(cells) != len(columns):
        return
    start = 0
    for part, cell in _pairs(columns, cells):
        if part and cell.strip():
            starts = tuple(max(0, one - start) for one in row.item.starts)
            yield replace(row, item=replace(row.item, text=cell, starts=starts), bullet=True, heading=False), part
        start += len(cell) + 1


def _cells(block: TextBlock) -> list[str]:
    return block.text.split("\t")


def _pairs(columns: Columns, cells: Sequence[str]) -> Iterator[tuple[PostingPart | None, str]]:
    return zip(columns, cells, strict=True)
