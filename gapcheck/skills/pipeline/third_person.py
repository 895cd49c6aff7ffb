"""A resume that tells of its writer as `she` or `he` is read as if the writer spoke: `she writes her own SQL`."""

from __future__ import annotations

from gapcheck.text.stemmer import stem
from gapcheck.text.tokens import Tokens
from gapcheck.text.word_classes import is_of_the_writer, told_as, word_classes

_SPEAKS = "i"
_FEWEST = 2  # of `she` (or `he`), and of sentences that open with what somebody does: `Owns the rider app.`
_DOES = "VBZ"
_OPENS = frozenset(["\n", ".", "!", "?"])


def let_the_writer_speak(tokens: Tokens) -> None:
    """Puts what the writer would say in the small letters and the stems of `tokens`: `i` for `she`, `my` for `her`.
    It does so where all of them are women or all are men, nobody says `I`, and sentences open with what somebody does.
    """
    said = {at: spoken for at, word in enumerate(tokens.lower) if (spoken := told_as(word)) is not None}
    doers = [tokens.lower[at] for at, spoken in said.items() if spoken == _SPEAKS]
    if len(doers) < _FEWEST or len(set(doers)) > 1 or any(map(is_of_the_writer, tokens.lower)):
        return
    if sum(_opens_with_a_deed(tokens, at) for at in range(1, len(tokens) - 1)) < _FEWEST:
        return
    for at, spoken in said.items():
        tokens.lower[at], tokens.norm[at] = spoken, stem(spoken)


def _opens_with_a_deed(tokens: Tokens, index: int) -> bool:
    """Whether a sentence or line opens with this token and tells a deed of somebody who is not named."""
    if not tokens.alpha[index] or not tokens.text[index].istitle():
        return False
    before = index - 1 if tokens.text[index - 1][0].isalnum() or tokens.text[index - 1] in _OPENS else index - 2
    if before >= 0 and tokens.text[before] not in _OPENS:
        return False
    return word_classes(tokens.lower[index : index + 2], [False, False])[0] == _DOES
