"""Words of a page in the file's order → those that run across it, and the lines of those that run up or down."""

from __future__ import annotations

from collections.abc import Sequence

from gapcheck.documents.model import Word


def by_direction(words: Sequence[Word]) -> tuple[Sequence[Word], list[list[Word]]]:
    """The words that run across the page, and the lines of those that run up or down, as the file has them."""
    if not any(map(_is_sideways, words)):
        return words, []
    upright: list[Word] = []
    runs: list[list[Word]] = []
    last: Word | None = None  # of a run, if the word before belongs to one
    for word in words:
        goes_on = last is not None and _goes_on_sideways(last, word)
        if goes_on:
            runs[-1].append(word)
        elif _is_sideways(word):
            runs.append([word])
        else:
            upright.append(word)
        last = word if goes_on or _is_sideways(word) else None
    return upright, runs


def _is_sideways(word: Word) -> bool:
    width, height = word.x1 - word.x0, word.bottom - word.top
    if len(word.text) > 3 and height > 2.5 * width:  # the size of turned text is not always known
        return True
    return len(word.text) > 1 and height > 1.3 * word.size and height > 1.2 * width


def _goes_on_sideways(last: Word, word: Word) -> bool:
    """Whether a word stands above or below the one before it in a line that runs up or down."""
    gap = max(last.top - word.bottom, word.top - last.bottom)
    return abs(last.x0 - word.x0) < 0.2 * word.size and 0 <= gap < word.size
