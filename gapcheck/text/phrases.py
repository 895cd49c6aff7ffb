"""Phrases of the data files → where they stand in a spaCy `Doc`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from gapcheck.text.patterns import PatternMatcher, is_pattern

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
    """Phrases, fixed or with gaps and inflections, each with a meaning."""

    def __init__(self, nlp: Language, meanings: Iterable[tuple[_Meaning, Sequence[str]]]) -> None:
        self._fixed: Any = PhraseMatcher(nlp.vocab, attr="LOWER")
        self._patterns = PatternMatcher()
        self._meanings: dict[int, _Meaning] = {}
        for number, (meaning, phrases) in enumerate(meanings):
            key = f"{id(self)}/{number}"
            self._meanings[nlp.vocab.strings.add(key)] = meaning
            fixed = [nlp.make_doc(phrase) for phrase in phrases if not is_pattern(phrase)]
            if fixed:
                self._fixed.add(key, fixed)
            for phrase in phrases:
                if is_pattern(phrase):
                    self._patterns.add(nlp.vocab.strings[key], phrase)

    def everywhere(self, doc: Doc) -> list[PhraseMatch[_Meaning]]:
        """Where the phrases stand, also inside one another, in no order."""
        return [
            PhraseMatch(start, end, self._meanings[key])
            for key, start, end in (*self._fixed(doc), *self._patterns(doc))
        ]

    def __call__(self, doc: Doc) -> list[PhraseMatch[_Meaning]]:
        """Where the phrases stand, in order; of those inside one another only the longest."""
        matches: dict[tuple[int, int], list[int]] = {}
        for key, start, end in (*self._fixed(doc), *self._patterns(doc)):
            matches.setdefault((start, end), []).append(key)
        longest: list[PhraseMatch[_Meaning]] = []
        reached = 0
        for start, end in sorted(matches, key=lambda span: (span[0], -span[1])):
            if end > reached:
                reached = end
                longest += [PhraseMatch(start, end, self._meanings[key]) for key in dict.fromkeys(matches[start, end])]
        return longest
