"""Cells of a line → their words moved to another line, as if there had been room for them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from gapcheck.documents import Line, Word

Cell = tuple[int, int]
"""The first of the words of a line that are a cell of it, and one after the last."""


def with_words(line: Line, cell: Cell, words: Sequence[Word]) -> Line:
    """The line with more words at the end of a cell, as if there had been room for them."""
    _, end = cell
    first = line.words[end - 1]
    level = tuple(word._replace(top=first.top, bottom=first.bottom) for word in words)
    cut = [match.end() for match in re.finditer(r"\S+", line.text)][end - 1]
    text = f"{line.text[:cut]} {' '.join(word.text for word in words)}{line.text[cut:]}"
    margin = line.margin + len(words) if line.margin >= end else line.margin
    return replace(line, words=line.words[:end] + level + line.words[end:], text=text, margin=margin)


def without_cell(line: Line, cell: Cell) -> Line:
    """The line without a cell; without any word where that was all."""
    begin, end = cell
    starts = [match.start() for match in re.finditer(r"\S+", line.text)]
    text = line.text[: starts[begin]] + (line.text[starts[end] :] if end < len(starts) else "")
    margin = line.margin - (end - begin) if line.margin >= end else line.margin
    return replace(line, words=line.words[:begin] + line.words[end:], text=text.rstrip(), margin=margin)
