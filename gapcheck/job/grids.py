"""Blocks of a posting → the same, with a grid of skills and their levels as rows of a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from gapcheck.job.blocks import TextBlock
from gapcheck.taxonomy import PostingWords

_SHORTEST = 2  # pairs of a grid
_NAME_WORDS, _VALUE_WORDS = 4, 3


def with_grids_as_rows(blocks: Sequence[TextBlock], words: PostingWords) -> list[TextBlock]:
    """The blocks, where small headings with one short text below each ("SQL", "advanced") are rows of a table, if a
    word on the level or on how much is wanted stands below most of them.
    """
    said = {phrase for one in words.stances if one.scope == "cell" for phrase in one.phrases}
    found: list[TextBlock] = []
    index = 0
    while index < len(blocks):
        pairs = list(_pairs(blocks[index:]))
        telling = sum(value.text.lower() in said for _, value in pairs)
        if len(pairs) >= _SHORTEST and telling > len(pairs) / 2:
            found += [_row(name, value) for name, value in pairs]
            index += 2 * len(pairs)
        else:
            found.append(blocks[index])
            index += 1
    return found


def _pairs(blocks: Sequence[TextBlock]) -> Iterator[tuple[TextBlock, TextBlock]]:
    """The headings of one size at the start of the blocks that have one short text below them, with that text."""
    for name, value in zip(blocks[::2], blocks[1::2], strict=False):
        alike = name.item.places[0].line.size == blocks[0].item.places[0].line.size
        if not name.heading or not alike or len(name.text.split()) > _NAME_WORDS:
            return
        if value.heading or "\t" in value.text or len(value.text.split()) > _VALUE_WORDS:
            return
        yield name, value


def _row(name: TextBlock, value: TextBlock) -> TextBlock:
    start = len(name.text) + 1
    item = replace(
        name.item,
        text=f"{name.text}\t{value.text}",
        places=(*name.item.places, *value.item.places),
        starts=(*name.item.starts, *(start + one for one in value.item.starts)),
    )
    return TextBlock(item)
