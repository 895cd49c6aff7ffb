"""Words of a page in the file's order → those that run across it, and the lines of those that run up or down.

Names of sections may be turned too, each beside the rows that it names, at the left of all: they are read as headings,
at the top of these.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from gapcheck.documents.layout.word_rows import rows_of
from gapcheck.documents.model import Word, enclosing_box

_FEWEST_LETTERS = 3  # of a turned word that is handed out letter by letter
_FEWEST_NAMES, _NAME_WORDS = 2, 3
_SAME_EDGE = 2.0  # points
_FAR = 1.7  # times the usual distance of rows: that of two sections
_TOUCHING = 0.1  # times the size that two letters may overlap


def by_direction(words: Sequence[Word]) -> tuple[Sequence[Word], list[list[Word]]]:
    """The words that run across the page, and the lines of those that run up or down, as the file has them. Turned
    names of sections are among the first.
    """
    words = list(_whole(words))
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
    names = _names_of_sections(runs, upright)
    return [*(_turned(run, upright) for run in names), *upright], [run for run in runs if run not in names]


def _whole(words: Sequence[Word]) -> Iterator[Word]:
    """The words; those that run up or down and were handed out letter by letter are put together."""
    run: list[Word] = []
    for word in words:
        if run and not (_is_turned_letter(word) and _goes_on_sideways(run[-1], word)):
            yield from _joined(run)
            run = []
        if _is_turned_letter(word):
            run.append(word)
        else:
            yield word
    yield from _joined(run)


def _joined(run: Sequence[Word]) -> Sequence[Word]:
    if len(run) < _FEWEST_LETTERS:
        return run
    x0, top, x1, bottom = enclosing_box(run)
    return [run[0]._replace(text="".join(word.text for word in run), x0=x0, top=top, x1=x1, bottom=bottom)]


def _is_turned_letter(word: Word) -> bool:
    """Whether a letter is wider than high, as no upright one is in its box."""
    return len(word.text) <= 2 and word.text[0].isalpha() and word.x1 - word.x0 > word.bottom - word.top


def _names_of_sections(runs: Sequence[list[Word]], upright: Sequence[Word]) -> list[list[Word]]:
    """The lines that stand one below the other at the left of all that runs across beside them, a few words each."""
    short = [
        run
        for run in runs
        if len(run) <= _NAME_WORDS
        and all(word.x0 >= run[0].x1 for word in upright if _is_beside(word, run))
        and any(_is_beside(word, run) for word in upright)
    ]
    names = [run for run in short if sum(abs(run[0].x0 - one[0].x0) < _SAME_EDGE for one in short) >= _FEWEST_NAMES]
    return names


def _is_beside(word: Word, run: Sequence[Word]) -> bool:
    _, top, _, bottom = enclosing_box(run)
    return top < (word.top + word.bottom) / 2 < bottom


def _turned(run: Sequence[Word], upright: Sequence[Word]) -> Word:
    """The name as one word that runs across, right above the rows that it names: those beside it, and the ones above
    that are no further apart than rows mostly are, where it stands in the middle.
    """
    rows = [row for row in rows_of(upright) if row.x0 >= run[0].x1]
    pitch = median(below.baseline - above.baseline for above, below in pairwise(rows))
    at = next(at for at, row in enumerate(rows) if any(_is_beside(word, run) for word in row.words))
    while at and rows[at].baseline - rows[at - 1].baseline < _FAR * pitch:
        at -= 1
    first, below = run[0], min(word.top for word in rows[at].words)
    return first._replace(text=" ".join(word.text for word in run), top=below - first.size, bottom=below)


def _is_sideways(word: Word) -> bool:
    width, height = word.x1 - word.x0, word.bottom - word.top
    if len(word.text) > 3 and height > 2.5 * width:  # the size of turned text is not always known
        return True
    return len(word.text) > 1 and height > 1.3 * word.size and height > 1.2 * width


def _goes_on_sideways(last: Word, word: Word) -> bool:
    """Whether a word stands above or below the one before it in a line that runs up or down."""
    gap = max(last.top - word.bottom, word.top - last.bottom)
    return abs(last.x0 - word.x0) < 0.2 * word.size and -_TOUCHING * word.size < gap < word.size
