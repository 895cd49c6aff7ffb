"""A line on a work → the amounts of things that it gives: `24,000 skin images`, `410 vessels`, `1.3 million trips`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from gapcheck.taxonomy import PortfolioRules
from gapcheck.text.word_classes import NAME, NOUN, NOUNS, word_classes

_BESIDE_A_NOUN = frozenset([NOUN, NAME, "JJ", "VBN", "VBD", "VBG", "CC"])  # `salmon`, `Baltic`, `open`, `and`
_WORDS_BETWEEN = 3
_REACH = 60  # characters in which a number and its noun stand
_WORDS = re.compile(rf"\s+((?:[^\W\d_][\w’'/-]*\s+){{0,{_WORDS_BETWEEN}}}[^\W\d_][\w’'/-]*)")
_SHARE = re.compile(
    rf"(?<![\w.,])(\d+)\s?% of(?: the)? ((?:[^\W\d_][\w’'/-]*\s+){{0,{_WORDS_BETWEEN}}}[^\W\d_][\w’'/-]*)"
)
_YEARS = range(1950, 2100)
_ROUND = 100  # a number that this divides is more often an amount than a year: `2000 images`


class Amount(NamedTuple):
    """So many things; `start` and `end` (excluded) are the characters of the number and the words up to its noun."""

    number: float
    start: int
    end: int


class AmountFinder:
    """Finds amounts by the rules of one taxonomy; build it once, use it for many lines."""

    def __init__(self, rules: PortfolioRules) -> None:
        self._scales = rules.scales
        self._data = rules.data.amounts
        scales = "|".join(sorted(rules.scales, key=len, reverse=True))
        number = rf"(?<![\w.,])(?<![^\W\d_]-)(\d[\d.,]*)(?:\s?({scales}))?(?!\w)\+?"  # none of `AI-900`
        self._number = re.compile(number, re.IGNORECASE)
        self._before = re.compile(rf"{number}\s+(?:[\w’'/-]+\s+){{0,{_WORDS_BETWEEN}}}$", re.IGNORECASE)

    def before(self, text: str, end: int) -> tuple[float, int]:
        """The number that counts the noun at `end`, and where it begins; 0 and `end` where there is none."""
        found = self._before.search(text, max(0, end - _REACH), end)
        return (self._value(found), found.start()) if found else (0, end)

    def of_data(self, text: str) -> Iterator[Amount]:
        """The amounts in a text that tell how much data there was: a large number before a noun in the plural that
        counts neither time nor money, code, machines or people at work.
        """
        for found in self._number.finditer(text):
            number = self._value(found)
            is_year = not found[2] and found[1].isdigit() and number in _YEARS and number % _ROUND
            words = _WORDS.match(text, found.end())
            if number < self._data.least or is_year or not words:
                continue
            noun_end = self._noun_end(words[1])
            if noun_end:
                yield Amount(number, found.start(), words.start(1) + noun_end)

    def shares(self, text: str) -> Iterator[Amount]:
        """The shares of data that a text gives: `38% of tickets`."""
        for found in _SHARE.finditer(text):
            noun_end = self._noun_end(found[2])
            if noun_end:
                yield Amount(float(found[1]), found.start(), found.start(2) + noun_end)

    def _value(self, found: re.Match[str]) -> float:
        plain = found[1].replace(",", "").rstrip(".")
        number = float(plain) if plain.replace(".", "", 1).isdigit() else 0
        return number * self._scales.get((found[2] or "").lower(), 1)

    def _noun_end(self, words: str) -> int:
        """Where the noun ends that a number before these words counts; 0 where it counts no data."""
        for word in re.finditer(r"\S+", words):
            _, kind = word_classes(["1", word[0]], [False] * 2)  # each alone: behind a number there is no verb yet
            if word[0] in self._data.units:
                return word.end()
            if kind == NOUNS:
                return 0 if word[0].lower() in self._data.not_data else word.end()
            if kind not in _BESIDE_A_NOUN:
                return 0
        return 0
