"""Words of a line → the same words, letters that were set apart as one word: `E D U C A T I O N`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from gapcheck.documents.model import Word


def without_letter_spacing(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """`E D U C A T I O N` as one word; a run of at least four single letters, split where its gaps are clearly
    wider.
    """
    if [len(word.text) for word in words].count(1) < 4:
        return words
    found: list[Word] = []
    run: list[Word] = []

    def close() -> None:
        if len(run) < 4:
            found.extend(run)
            return
        typical = median(after.x0 - before.x1 for before, after in pairwise(run))
        letters = [run[0]]
        for before, after in pairwise(run):
            if after.x0 - before.x1 > 1.8 * max(typical, 1.0):
                found.append(_joined(letters))
                letters = []
            letters.append(after)
        found.append(_joined(letters))

    for word in words:
        near = not run or word.x0 - run[-1].x1 < 1.5 * max(word.size, 1.0)
        if len(word.text) == 1 and word.text.isalpha() and near:
            run.append(word)
        else:
            close()
            run = [word] if len(word.text) == 1 and word.text.isalpha() else []
            if not run:
                found.append(word)
    close()
    return tuple(found)


def _joined(letters: Sequence[Word]) -> Word:
    first, last = letters[0], letters[-1]
    text = "".join(word.text for word in letters)
    return Word(text, first.x0, first.top, last.x1, first.bottom, first.size, first.bold, first.hidden)
