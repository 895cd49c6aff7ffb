"""Patterns of the data files over tokens: `present~ ... to`, `team of #`, `led|headed a ..  team`, `der|die *team`.

spaCy's `Matcher` tries every pattern at every token; with the alternatives written out that took 300 ms a resume. Here
a pattern is looked at only where one of its first words stands, which takes a hundredth of that.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from gapcheck.text.stemmer import stem
from gapcheck.text.tokenizer import words_of
from gapcheck.text.tokens import Tokens

_SHORTEST_STEM = 2  # letters before an ending that `*ending` stands for
_STOPS = frozenset([".", ";", ":", "!", "?", "\n", "(", ")"])
_LONG_GAP, _SHORT_GAP = 7, 2
_NUMBER = "#"


def is_pattern(text: str) -> bool:
    """Whether a phrase is a pattern, with inflections, endings, numbers, gaps or alternatives."""
    if "~" in text or ".." in text or "|" in text:
        return True
    return (_NUMBER in text or "*" in text) and any(one == _NUMBER or _is_ending(one) for one in text.split())


def _is_ending(text: str) -> bool:
    return len(text) > 1 and text[0] == "*"


@dataclass(frozen=True, slots=True)
class _Word:
    """A place for one token, which is one of these words, or has one of these stems or endings, or is a number."""

    words: frozenset[str]
    stems: frozenset[str]
    endings: tuple[str, ...] = ()
    number: bool = False
    optional: bool = False

    def fits(self, tokens: Tokens, index: int) -> bool:
        return (
            tokens.lower[index] in self.words
            or tokens.norm[index] in self.stems
            or (self.number and tokens.number[index])
            or (bool(self.endings) and self._ends(tokens.lower[index]))
        )

    def _ends(self, word: str) -> bool:
        return any(word.endswith(end) and len(word) >= len(end) + _SHORTEST_STEM for end in self.endings)


@dataclass(frozen=True, slots=True)
class _Gap:
    """Up to `most` tokens of the same clause; in a short gap, letters only."""

    most: int
    letters: bool


_Part = _Word | _Gap


class _Pattern(NamedTuple):
    """A reading of a pattern: its key, its parts, and the word that has to stand right behind the first, if any."""

    key: int
    parts: tuple[_Part, ...]
    second: _Word | None


class PatternMatcher:
    """Finds patterns; `add` them with a key, then call it on the tokens of a text for (key, start, end).

    >>> matcher = PatternMatcher()
    >>> matcher.add(1, "present~ ... to")
    >>> from gapcheck.text.tokenizer import tokens_of
    >>> list(matcher(tokens_of("Presented the weekly figures to the board.")))
    [(1, 0, 5)]
    """

    def __init__(self) -> None:
        self._by_word: defaultdict[str, list[_Pattern]] = defaultdict(list)
        self._by_stem: defaultdict[str, list[_Pattern]] = defaultdict(list)
        self._by_number: list[_Pattern] = []
        self._by_ending: list[_Pattern] = []

    def add(self, key: int, pattern: str) -> None:
        """Adds a pattern. It must begin with a word or a number."""
        for parts in _written_out(pattern):
            first = parts[0]
            if not isinstance(first, _Word):
                raise ValueError(f"the pattern {pattern!r} must begin with a word or a number")
            second = parts[1] if len(parts) > 1 else None
            made = _Pattern(key, parts, second if isinstance(second, _Word) and not second.optional else None)
            for word in first.words:
                self._by_word[word].append(made)
            for one in first.stems:
                self._by_stem[one].append(made)
            if first.number:
                self._by_number.append(made)
            if first.endings:
                self._by_ending.append(made)

    def __call__(self, tokens: Tokens) -> Iterator[tuple[int, int, int]]:
        """Each pattern's key with the tokens it spans, the shortest reading of its gaps."""
        by_word, by_stem, by_number = self._by_word, self._by_stem, self._by_number
        endings = tuple({end for one in self._by_ending for end in _first(one).endings})
        forms = enumerate(zip(tokens.lower, tokens.norm, tokens.number, strict=True))
        for start, word, one, number in [
            (index, word, one, number)
            for index, (word, one, number) in forms
            if word in by_word or one in by_stem or number or word.endswith(endings)
        ]:
            by_ending = [one for one in self._by_ending if _first(one).fits(tokens, start)]
            here = (*by_word.get(word, ()), *by_stem.get(one, ()), *(by_number if number else ()), *by_ending)
            for key, parts, second in here:
                if second is not None and (start + 1 == len(tokens.lower) or not second.fits(tokens, start + 1)):
                    continue  # most end here
                end = _end(parts, 1, tokens, start + 1)
                if end is not None:
                    yield key, start, end


def _first(pattern: _Pattern) -> _Word:
    first = pattern.parts[0]
    assert isinstance(first, _Word)
    return first


def _end(parts: tuple[_Part, ...], part: int, tokens: Tokens, index: int) -> int | None:
    """Where the parts from `part` on end if they begin at token `index`; None where they do not fit."""
    while part < len(parts):
        here = parts[part]
        part += 1
        if isinstance(here, _Gap):
            return _end_after_gap(here, parts, part, tokens, index)
        if index < len(tokens.lower) and here.fits(tokens, index):
            index += 1
        elif not here.optional:
            return None
    return index


def _end_after_gap(gap: _Gap, parts: tuple[_Part, ...], part: int, tokens: Tokens, start: int) -> int | None:
    """Where the parts from `part` on end if the gap before them begins at token `start`, the shortest gap first."""
    for index in range(start, start + gap.most + 1):
        end = _end(parts, part, tokens, index)
        if end is not None:
            return end
        if index >= len(tokens.lower) or tokens.lower[index] in _STOPS:
            return None
        if gap.letters and not tokens.lower[index].isalpha():
            return None
    return None


@cache
def _written_out(pattern: str) -> tuple[tuple[_Part, ...], ...]:
    """The parts of all readings of a pattern; the same cues are asked for in several places."""
    return tuple(_compiled(pattern))


def _compiled(pattern: str) -> Iterator[tuple[_Part, ...]]:
    """The pattern's parts; alternatives of several tokens (`co-author`) make patterns of their own."""
    choices: list[list[tuple[_Part, ...]]] = []
    for place in pattern.split():
        if place == "...":
            choices.append([(_Gap(_LONG_GAP, letters=False),)])
        elif place == "..":
            choices.append([(_Gap(_SHORT_GAP, letters=True),)])
        else:
            choices.append(_words(place.split("|")))
    for combination in itertools.product(*choices):
        yield tuple(itertools.chain.from_iterable(combination))


def _words(alternatives: list[str]) -> list[tuple[_Part, ...]]:
    endings = tuple(one[1:].lower() for one in alternatives if _is_ending(one))
    number = _NUMBER in alternatives
    alternatives = [one for one in alternatives if not _is_ending(one) and one != _NUMBER]
    single = [one for one in alternatives if len(words_of(one.rstrip("~"))) == 1]
    found: list[tuple[_Part, ...]] = []
    if single or endings or number:
        plain = frozenset(one.lower() for one in single if not one.endswith("~"))
        stems = frozenset(stem(one[:-1]) for one in single if one.endswith("~"))
        found.append((_Word(plain, stems, endings, number),))
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
