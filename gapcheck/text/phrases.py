"""Phrases of the data files → where they stand among the tokens of a text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from gapcheck.text.patterns import PatternMatcher, is_pattern
from gapcheck.text.tokenizer import words_of
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
        self._fixed: dict[str, list[tuple[list[str], int]]] = {}
        self._patterns = PatternMatcher()
        for number, (meaning, phrases) in enumerate(meanings):
            self._meanings.append(meaning)
            for phrase in dict.fromkeys(phrases):
                if is_pattern(phrase):
                    self._patterns.add(number, phrase)
                else:
                    words = [word.lower() for word in words_of(phrase)]
                    self._fixed.setdefault(words[0], []).append((words, number))
        for rows in self._fixed.values():
            rows.sort(key=lambda row: len(row[0]))

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
        text, fixed = tokens.lower, self._fixed
        for start, rows in [(start, fixed[word]) for start, word in enumerate(text) if word in fixed]:
            for words, number in rows:
                if len(words) == 1 or text[start : start + len(words)] == words:
                    yield number, start, start + len(words)
        yield from self._patterns(tokens)
