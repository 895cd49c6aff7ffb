"""Phrases of the data files in running text: where they stand, unless their clause denies or only hopes for them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from gapcheck.taxonomy import Cue, Reason
from gapcheck.text.patterns import is_pattern

_WORD = re.compile(r"[^\W_]+")
_CLAUSE_END = re.compile(r"[,;:!?()\t\n•–—]|\.(?=\s|$)")
_SENTENCE_END = re.compile(r"[!?\t\n•]|\.(?=\s|$)")
_DOUBTS = (Reason.negated, Reason.aspiration)


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase of the list `key`, at `start` to `end` (excluded) of the text."""

    key: str
    start: int
    end: int


class PhraseIndex:
    """Finds phrases by their first word, so that the lists may be long. Build it once, use it for many texts.

    `cues` are the words that deny or hope; a phrase right before one of `others` is the work of other people.

    >>> index = PhraseIndex({"deployment": ["deployed", "live demo"]}, (), ["by others"])
    >>> index.hits("Deployed it; the model was deployed by others")
    [Hit(key='deployment', start=0, end=8)]
    """

    def __init__(self, lists: Mapping[str, Iterable[str]], cues: Sequence[Cue], others: Iterable[str]) -> None:
        self._phrases = _by_first_word((key, phrase) for key, phrases in lists.items() for phrase in phrases)
        self._cues = cues
        self._cue_words = _by_first_word(
            (str(number), phrase)
            for number, cue in enumerate(cues)
            if cue.reason in _DOUBTS and cue.scope in ("after", "before") and not cue.sections
            for phrase in cue.phrases
            if not is_pattern(phrase)
        )
        self._others = tuple(f" {words.lower()} " for words in others)

    def hits(self, text: str) -> list[Hit]:
        """All phrases in the text that count, by place."""
        low = text.lower()
        found = [
            hit for hit in _found(self._phrases, low) if not f"{low[hit.end : hit.end + 40]} ".startswith(self._others)
        ]
        if not found:
            return []
        doubtful = [self._reach(cue, low) for cue in _found(self._cue_words, low)]
        return [hit for hit in found if not any(start <= hit.start < end for start, end in doubtful)]

    def _reach(self, hit: Hit, low: str) -> tuple[int, int]:
        """The part of the text that the cue speaks of; an empty one where its next word turns it."""
        cue = self._cues[int(hit.key)]
        if cue.scope == "before":
            ends = [mark.end() for mark in _CLAUSE_END.finditer(low, 0, hit.start)]
            return (ends[-1] if ends else 0), hit.start
        following = low[hit.end :].lstrip()
        word = _WORD.match(following)
        if (word.group() if word else following[:1]) in cue.unless_next:
            return hit.end, hit.end
        end = (_SENTENCE_END if cue.ends == "sentence" else _CLAUSE_END).search(low, hit.end)
        until = (mark.start() for mark in _WORD.finditer(low, hit.end) if mark.group() in cue.until)
        return hit.end, min(end.start() if end else len(low), next(until, len(low)))


def _by_first_word(phrases: Iterable[tuple[str, str]]) -> dict[str, list[tuple[str, str, int]]]:
    """The phrases in lower case under their first word, each with its list and the offset of that word."""
    found: defaultdict[str, list[tuple[str, str, int]]] = defaultdict(list)
    for key, phrase in phrases:
        low = phrase.lower()
        if first := _WORD.search(low):
            found[first.group()].append((key, low, first.start()))
    return dict(found)


def _found(phrases: Mapping[str, list[tuple[str, str, int]]], low: str) -> Iterator[Hit]:
    for word in _WORD.finditer(low):
        for key, phrase, offset in phrases.get(word.group(), ()):
            start = word.start() - offset
            end = start + len(phrase)
            if low.startswith(phrase, max(start, 0)) and not (phrase[-1].isalnum() and low[end : end + 1].isalnum()):
                yield Hit(key, start, end)
