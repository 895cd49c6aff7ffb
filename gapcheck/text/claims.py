"""Phrases of the data files in a text → where they stand, unless their clause denies them, hopes for them, or says
that they are the work of somebody else.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from gapcheck.taxonomy import Cue
from gapcheck.text.phrases import Phrases
from gapcheck.text.scope import ScopedSpan, ScopeFinder
from gapcheck.text.tokenizer import tokens_of, words_of
from gapcheck.text.tokens import Tokens

_LINES = 64  # of which the words are kept: several lists are looked for in a line, one after another


@lru_cache(_LINES)
def _words_in(text: str) -> frozenset[str]:
    return frozenset(words_of(text))


@lru_cache(_LINES)
def _tokens_of(text: str) -> Tokens:
    return tokens_of(text)


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase of the list `key`, at characters `start` to `end` (excluded) of the text."""

    key: str
    start: int
    end: int


class Claims:
    """Finds what a text claims; build it once, use it for many texts.

    `cues` are the words that take a claim back; a phrase right before one of `others` is the work of other people.

    >>> claims = Claims({"deployment": ["deployed", "live demo"]}, (), ["by others"])
    >>> claims.hits("Deployed it; the model was deployed by others")
    [Hit(key='deployment', start=0, end=8)]
    """

    def __init__(self, lists: Mapping[str, Iterable[str]], cues: Sequence[Cue], others: Iterable[str]) -> None:
        self._phrases: Phrases[str] = Phrases(lists.items())
        self._scopes = ScopeFinder([cue for cue in cues if not cue.sections])
        first = (phrase.lower().split()[0] for phrases in lists.values() for phrase in phrases)
        self._first = frozenset(words_of(one)[0] for several in first for one in several.split("|"))
        self._others = tuple(f" {words.lower()} " for words in others)

    def hits(self, text: str) -> list[Hit]:
        """All phrases in the text that count, by place."""
        low = f"{text.lower()} "
        if self._first.isdisjoint(_words_in(low)):
            return []  # most lines
        tokens = _tokens_of(text)
        found = sorted(self._phrases.everywhere(tokens), key=lambda one: (one.start, one.end))
        if not found:
            return []
        places = [(one.start, one.end) for one in found]
        hits: list[Hit] = []
        for one, holds in zip(found, self._hold(tokens, places), strict=True):
            start, end = tokens.offset[one.start], tokens.offset[one.end - 1] + len(tokens.text[one.end - 1])
            if holds and not low.startswith(self._others, end):
                hits.append(Hit(one.meaning, start, end))
        return hits

    def hold(self, text: str, places: Sequence[tuple[int, int]]) -> list[bool]:
        """For each place of a text, given by its characters (end excluded): whether no clause takes it back."""
        if not places:
            return []
        tokens = _tokens_of(text)
        return self._hold(
            tokens, [(bisect_right(tokens.offset, start) - 1, bisect_left(tokens.offset, end)) for start, end in places]
        )

    def _hold(self, tokens: Tokens, spans: Sequence[tuple[int, int]]) -> list[bool]:
        scopes = self._scopes(tokens, [ScopedSpan(0, len(tokens))], spans)
        return [not any(scope.covers(start, end, fixed=True) for scope in scopes) for start, end in spans]
