"""Words of a line → the same words, letters that were set apart as one word: `E D U C A T I O N`, `WO R K`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from gapcheck.documents.model import Word

# All numbers are multiples of the font size or of a gap.
_ONE_LINE = 1.5  # letters further apart belong to different texts
_NO_SPACE = 0.2  # the narrowest space between words is wider
_PITCH = 0.72  # of capitals that are set apart
_WORD_GAP = 1.8  # times the usual gap between letters: a gap between words
_FEWEST = 4  # pieces, most of them single letters
_SINGLE_SHARE = 0.5
_SHORTEST = 2  # letters of the shortest piece, at most


def without_letter_spacing(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """`E D U C A T I O N` as one word: runs of letters, and of capitals in pieces as kerning leaves them together
    (`WO R K`), split where the gaps are clearly wider.
    """
    if not any(len(word.text) <= _SHORTEST and _is_piece(word) for word in words):
        return words
    found: list[Word] = []
    run: list[Word] = []
    for word in words:
        if run and not (_is_piece(word) and word.x0 - run[-1].x1 < _ONE_LINE * max(word.size, 1.0)):
            found += _whole_words(run)
            run = []
        if _is_piece(word):
            run.append(word)
        else:
            found.append(word)
    return (*found, *_whole_words(run))


def _is_piece(word: Word) -> bool:
    return word.text.isalpha() and (len(word.text) == 1 or word.text.isupper())


def _whole_words(run: Sequence[Word]) -> list[Word]:
    """The words that the pieces of a run make."""
    if len(run) < 2:
        return list(run)
    single = sum(len(word.text) == 1 for word in run)
    if len(run) >= _FEWEST and single >= _SINGLE_SHARE * len(run):
        widest = _WORD_GAP * max(median(after.x0 - before.x1 for before, after in pairwise(run)), 1.0)
    else:
        letters = sum(len(word.text) for word in run)
        if sum(word.x1 - word.x0 for word in run) < _PITCH * run[0].size * letters:  # set tight: a narrow space is one
            return list(run)
        widest = _NO_SPACE * run[0].size
    pieces = [[run[0]]]
    for before, after in pairwise(run):
        if after.x0 - before.x1 <= widest:
            pieces[-1].append(after)
        else:
            pieces.append([after])
    return [_joined(letters) for letters in pieces]


def _joined(letters: Sequence[Word]) -> Word:
    if len(letters) == 1:
        return letters[0]
    first, last = letters[0], letters[-1]
    text = "".join(word.text for word in letters)
    return Word(text, first.x0, first.top, last.x1, first.bottom, first.size, first.bold, first.hidden)
