"""The marks of scales beside the names of a list (`●●●○○` behind `Python`): one with the name, and no column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gapcheck.documents.layout.word_rows import Row, chunks_of, rows_of
from gapcheck.documents.model import Word

_FEWEST = 3  # marks: fewer are a bullet
_Chunk = tuple[float, float]


def chunks_with_scales(row: Row, gap: float) -> list[_Chunk]:
    """The row's stretches of text, as (x0, x1), parted by white space of at least `gap` points, but for scales."""
    chunks = chunks_of(row, gap)
    scales = list(_scales(row, chunks))
    found: list[_Chunk] = []
    for chunk in chunks:
        if chunk in scales:
            found[-1] = found[-1][0], chunk[1]
        else:
            found.append(chunk)
    return found


def without_scales(words: Sequence[Word], gap: float) -> list[Word]:
    """The words but for those that are marks of scales; `gap` is the white space in points that sets a scale apart."""
    if sum(len(word.text) for word in words if not word.text[0].isalnum()) < _FEWEST:
        return list(words)  # most columns
    rows = [(row, list(_scales(row, chunks_of(row, gap)))) for row in rows_of(words)]
    return [word for row, scales in rows for word in row.words if not any(x0 <= word.x0 < x1 for x0, x1 in scales)]


def _scales(row: Row, chunks: Sequence[_Chunk]) -> Iterator[_Chunk]:
    for x0, x1 in chunks[1:]:
        text = "".join(word.text for word in row.words if x0 <= word.x0 < x1)
        if len(text) >= _FEWEST and not any(map(str.isalnum, text)):
            yield x0, x1
