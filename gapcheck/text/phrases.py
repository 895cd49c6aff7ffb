"""Phrases of the data files → where they stand among the tokens of a text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from gapcheck.text.patterns import PatternMatcher, is_pattern
from gapcheck.text.tokenizer import first_word_of, words_of
from gapcheck.text.tokens import Tokens

_Meaning = TypeVar("_Meaning")


@dataclass(frozen=True, slots=True)
class PhraseMatch(Generic[_Meaning]):
    """Words that mean something, from token `start` to `end` (excluded)."""

    start: int
    end: int
    meaning: _Meaning


class _Span(Protocol):
    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


_Spanned = TypeVar("_Spanned", bound=_Span)


def within(spans: Sequence[_Spanned], start: int, end: int) -> list[_Spanned]:
    """Those that stand between two tokens, of spans in order of their start."""
    first, last = (bisect_left(spans, edge, key=lambda one: one.start) for edge in (start, end))
    return [one for one in spans[first:last] if one.end <= end]


_ByLength = dict[int, dict[tuple[str, ...], list[int]]]
"""The keys of phrases by their words, apart for each number of words."""


class FixedPhrases:
    """Finds phrases that are written out; `cased` asks for their capitals. `add` them with a key, then call it on the
    tokens of a text for (key, start, end), in order.

    Of thousands of phrases a text has the first words of some hundred: only those are taken apart.
    """

    def __init__(self, *, cased: bool = False) -> None:
        self._cased = cased
        self._added: dict[str, list[tuple[int, str]]] = {}
        self._taken_apart: dict[str, _ByLength] = {}

    def add(self, key: int, phrase: str) -> None:
        """Adds a phrase, before the first text."""
        text = phrase if self._cased else phrase.lower()
        self._added.setdefault(first_word_of(text), []).append((key, text))

    def __call__(self, tokens: Tokens) -> Iterator[tuple[int, int, int]]:
        """Each phrase's key with the tokens it spans, also inside one another."""
        words, known = tokens.text if self._cased else tokens.lower, self._added
        for start, word in [(start, word) for start, word in enumerate(words) if word in known]:
            for length, phrases in self._beginning_with(word).items():
                for key in phrases.get(tuple(words[start : start + length]), ()):
                    yield key, start, start + length

    def _beginning_with(self, word: str) -> _ByLength:
        """The phrases that begin with a word, the short ones first."""
        if word not in self._taken_apart:
            found: _ByLength = {}
            for key, text in self._added[word]:
                words = tuple(words_of(text))
                keys = found.setdefault(len(words), {}).setdefault(words, [])
                if key not in keys:
                    keys.append(key)
            self._taken_apart[word] = dict(sorted(found.items()))
        return self._taken_apart[word]


class Phrases(Generic[_Meaning]):
    """Phrases, fixed or with gaps and inflections, each with a meaning. They are looked at only where their first word
    stands.

    >>> from gapcheck.text.tokenizer import tokens_of
    >>> work: Phrases[str] = Phrases([("alone", ["on my own"]), ("led", ["led|lead~ a .. team"])])
    >>> [one.meaning for one in work(tokens_of("Leading a small team; later on my own"))]
    ['led', 'alone']
    """

    def __init__(self, meanings: Iterable[tuple[_Meaning, Iterable[str]]]) -> None:
        self._meanings: list[_Meaning] = []
        self._fixed, self._patterns = FixedPhrases(), PatternMatcher()
        for number, (meaning, phrases) in enumerate(meanings):
            self._meanings.append(meaning)
            for phrase in phrases:
                matcher = self._patterns if is_pattern(phrase) else self._fixed
                matcher.add(number, phrase)

    def everywhere(self, tokens: Tokens) -> list[PhraseMatch[_Meaning]]:
        """Where the phrases stand, also inside one another: the fixed ones in order, then the others in order."""
        return [PhraseMatch(start, end, self._meanings[number]) for number, start, end in self._found(tokens)]

    def __call__(self, tokens: Tokens) -> list[PhraseMatch[_Meaning]]:
        """Where the phrases stand, in order; of those inside one another only the longest."""
        matches: dict[tuple[int, int], list[int]] = {}
        for number, start, end in self._found(tokens):
            matches.setdefault((start, end), []).append(number)
        longest: list[PhraseMatch[_Meaning]] = []
        reached = 0
        for start, end in sorted(matches, key=lambda span: (span[0], -span[1])):
            if end > reached:
                reached = end
                longest += [PhraseMatch(start, end, self._meanings[one]) for one in dict.fromkeys(matches[start, end])]
        return longest

    def _found(self, tokens: Tokens) -> Iterator[tuple[int, int, int]]:
        """The number of the meaning of each phrase, and where it stands."""
        yield from self._fixed(tokens)
        yield from self._patterns(tokens)
