"""The marks of scales beside the names of a list (`●●●○○` behind `Python`): one with the name, and no column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gapcheck.documents.layout.word_rows import SAME_EDGE, Row, chunks_of, rows_of
from gapcheck.documents.model import Word

_FEWEST = 3  # marks: fewer are a bullet
_Chunk = tuple[float, float]


def chunks_with_scales(rows: Sequence[Row], gap: float) -> list[list[_Chunk]]:
    """For each row its stretches of text, as (x0, x1), parted by white space of at least `gap` points; a scale is one
    with the name before it, but where it stands below names, at their edge.
    """
    found = [chunks_of(row, gap) for row in rows]
    scales = {index: list(_scales(row, found[index])) for index, row in enumerate(rows) if _may_hold(row.words)}
    if not any(scales.values()):
        return found  # most pages
    edges = [x0 for index, chunks in enumerate(found) for x0, x1 in chunks if (x0, x1) not in scales.get(index, ())]
    for index, marks in scales.items():
        for x0, x1 in marks:
            if all(abs(x0 - edge) > SAME_EDGE for edge in edges):
                at = found[index].index((x0, x1))
                found[index][at - 1 : at + 1] = [(found[index][at - 1][0], x1)]
    return found


def without_scales(words: Sequence[Word], gap: float) -> list[Word]:
    """The words but for those that are marks of scales; `gap` is the white space in points that sets a scale apart."""
    if not _may_hold(words):
        return list(words)  # most columns
    rows = [(row, list(_scales(row, chunks_of(row, gap)))) for row in rows_of(words)]
    return [word for row, scales in rows for word in row.words if not any(x0 <= word.x0 < x1 for x0, x1 in scales)]


def _may_hold(words: Sequence[Word]) -> bool:
    """Whether enough of the words begin with a mark."""
    return sum(len(word.text) for word in words if not word.text[0].isalnum()) >= _FEWEST


def _scales(row: Row, chunks: Sequence[_Chunk]) -> Iterator[_Chunk]:
    for x0, x1 in chunks[1:]:
        text = "".join(word.text for word in row.words if x0 <= word.x0 < x1)
        if len(text) >= _FEWEST and not any(map(str.isalnum, text)):
            yield x0, x1
