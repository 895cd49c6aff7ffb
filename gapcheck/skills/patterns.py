"""Patterns of the data files over tokens: `present~ ... to`, `team of #`, `led|headed a ..  team`.

spaCy's `Matcher` tries every pattern at every token; with the alternatives written out that took 300 ms a resume. Here
a pattern is
looked at only where one of its first words stands, which takes a hundredth of that.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from gapcheck.skills.tokenizer import stem, words_of
from gapcheck.skills.tokens import Tokens

_MARKS = re.compile(r"~|\.\.|\||(?:^|\s)#(?:\s|$)")
_STOPS = frozenset([".", ";", ":", "!", "?", "\n", "(", ")"])
_LONG_GAP, _SHORT_GAP = 7, 2


def is_pattern(text: str) -> bool:
    """Whether a phrase is a pattern, with inflections, numbers, gaps or alternatives."""
    return bool(_MARKS.search(text))


@dataclass(frozen=True, slots=True)
class _Word:
    """A place for one token: one of these words, one with one of these stems, or a number."""

    words: frozenset[str]
    stems: frozenset[str]
    number: bool = False
    optional: bool = False

    def fits(self, tokens: Tokens, index: int) -> bool:
        return (
            tokens.lower[index] in self.words
            or tokens.norm[index] in self.stems
            or (self.number and tokens.number[index])
        )


@dataclass(frozen=True, slots=True)
class _Gap:
    """Up to `most` tokens of the same clause; in a short gap, letters only."""

    most: int
    letters: bool


_Part = _Word | _Gap


class PatternMatcher:
    """Finds patterns; `add` them with a key, then call it on a `Doc` for (key, start, end).

    >>> matcher = PatternMatcher()
    >>> matcher.add(1, "present~ ... to")
    >>> from gapcheck.skills.tokenizer import new_language
    >>> list(matcher(new_language()("Presented the weekly figures to the board.")))
    [(1, 0, 5)]
    """

    def __init__(self) -> None:
        self._by_word: defaultdict[str, list[tuple[int, tuple[_Part, ...]]]] = defaultdict(list)
        self._by_stem: defaultdict[str, list[tuple[int, tuple[_Part, ...]]]] = defaultdict(list)
        self._by_number: list[tuple[int, tuple[_Part, ...]]] = []

    def add(self, key: int, pattern: str) -> None:
        """Adds a pattern. It must begin with a word or a number."""
        for parts in _compiled(pattern):
            first = parts[0]
            if not isinstance(first, _Word):
                raise ValueError(f"the pattern {pattern!r} must begin with a word or a number")
            for word in first.words:
                self._by_word[word].append((key, parts))
            for one in first.stems:
                self._by_stem[one].append((key, parts))
            if first.number:
                self._by_number.append((key, parts))

    def __call__(self, doc: Doc) -> Iterator[tuple[int, int, int]]:
        """Each pattern's key with the tokens it spans, the shortest reading of its gaps."""
        tokens = Tokens.of(doc)
        for start, (word, one) in enumerate(zip(tokens.lower, tokens.norm, strict=True)):
            for found in (self._by_word.get(word), self._by_stem.get(one)):
                for key, parts in found or ():
                    end = _end(parts, 1, tokens, start + 1)
                    if end is not None:
                        yield key, start, end
            if tokens.number[start]:
                for key, parts in self._by_number:
                    end = _end(parts, 1, tokens, start + 1)
                    if end is not None:
                        yield key, start, end


def _end(parts: tuple[_Part, ...], part: int, tokens: Tokens, index: int) -> int | None:
    """Where the parts from `part` on end if they begin at token `index`; None where they do not fit."""
    if part == len(parts):
        return index
    here = parts[part]
    length = len(tokens.lower)
    if isinstance(here, _Gap):
        for skipped in range(here.most + 1):
            end = _end(parts, part + 1, tokens, index + skipped)
            if end is not None:
                return end
            at = index + skipped
            if at >= length or tokens.lower[at] in _STOPS or (here.letters and not tokens.lower[at].isalpha()):
                return None
        return None
    if index < length and here.fits(tokens, index):
        return _end(parts, part + 1, tokens, index + 1)
    return _end(parts, part + 1, tokens, index) if here.optional else None


def _compiled(pattern: str) -> Iterator[tuple[_Part, ...]]:
    """The pattern's parts; alternatives of several tokens (`co-author`) make patterns of their own."""
    choices: list[list[tuple[_Part, ...]]] = []
    for place in pattern.split():
        if place == "...":
            choices.append([(_Gap(_LONG_GAP, letters=False),)])
        elif place == "..":
            choices.append([(_Gap(_SHORT_GAP, letters=True),)])
        elif place == "#":
            choices.append([(_Word(frozenset(), frozenset(), number=True),)])
        else:
            choices.append(_words(place.split("|")))
    for combination in itertools.product(*choices):
        yield tuple(itertools.chain.from_iterable(combination))


def _words(alternatives: list[str]) -> list[tuple[_Part, ...]]:
    single = [one for one in alternatives if len(words_of(one.rstrip("~"))) == 1]
    found: list[tuple[_Part, ...]] = []
    if single:
        plain = frozenset(one.lower() for one in single if not one.endswith("~"))
        stems = frozenset(stem(one[:-1]) for one in single if one.endswith("~"))
        found.append((_Word(plain, stems),))
    for one in alternatives:
        if one in single:
            continue
        parts = words_of(one.rstrip("~"))
        row: list[_Part] = [_Word(frozenset([part.lower()]), frozenset(), optional=part == "-") for part in parts[:-1]]
        last = parts[-1]
        inflected = one.endswith("~")
        row.append(
            _Word(frozenset() if inflected else frozenset([last.lower()]), frozenset([stem(last)] if inflected else []))
        )
        found.append(tuple(row))
    return found
