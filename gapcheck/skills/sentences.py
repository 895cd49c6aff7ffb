"""The text of a passage → its sentences, and what each says of its whole work.

What a sentence says of itself is looked up once, however many skills it names: text without full stops may be one
sentence of thousands of them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from itertools import pairwise

from gapcheck.skills.since import OwnTime, limit_of_name, limit_of_work, own_time, time_of_a_work
from gapcheck.taxonomy import LimitWords

_END = re.compile(r"[.!?](?=\s+[^\W\d_a-z]|\s*$)")  # of a sentence


class Sentence:
    """A sentence, and the character of its passage at which it begins."""

    def __init__(self, text: str, begins: int, words: LimitWords, whole: OwnTime | None) -> None:
        self._text, self.begins, self._words, self._whole = text, begins, words, whole

    @cached_property
    def time(self) -> OwnTime | None:
        """The time that it gives for the work that it tells of, or that the first sentence gives for all of it."""
        return own_time(self._text, self._words) or self._whole

    def limit_of(self, start: int, end: int) -> str | None:
        """The words that limit the skill whose name stands at the characters `start` to `end` (excluded) of the
        passage: those around it, or those that the sentence says of its whole work. None where nothing does.
        """
        return limit_of_name(self._text, start - self.begins, end - self.begins, self._words) or self._limit

    @cached_property
    def _limit(self) -> str | None:
        return limit_of_work(self._text, self._words)


class Sentences:
    """The sentences of a text."""

    def __init__(self, text: str, words: LimitWords) -> None:
        edges = [0, *(mark.end() for mark in _END.finditer(text)), len(text)]
        self._ends = edges[1:]
        whole = time_of_a_work(text[: edges[1]], words)
        self._all = [Sentence(text[begins:end], begins, words, whole) for begins, end in pairwise(edges)]

    def at(self, place: int) -> Sentence:
        """That in which the character `place` of the text stands."""
        return self._all[min(bisect_right(self._ends, place), len(self._all) - 1)]
