"""What the words of a heading or a label say: the part of a posting that stands below it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gapcheck.taxonomy import Need, PostingPart, PostingWords
from gapcheck.text.patterns import is_pattern

_PARTS = {Need.must: PostingPart.must, Need.nice: PostingPart.nice, Need.duty: PostingPart.duties}
_FIRST = {PostingPart.nice: 2, PostingPart.unneeded: 1}  # parts whose words in a heading decide before those of others
_BRACKET = re.compile(r"\(([^()]*)\)")


class PostingHeadings:
    """What headings say, ready to be looked up."""

    def __init__(self, words: PostingWords) -> None:
        self._small_words = words.small_words
        stances = (one for one in words.stances if one.scope != "cell" and not one.opening)
        said = ((one.need, phrase) for one in stances for phrase in one.phrases)
        self._said = {
            _letters(phrase): _PARTS[need] for need, phrase in said if need in _PARTS and not is_pattern(phrase)
        }
        self._alone = words.heading_alone
        self._denials = words.heading_denials
        denial = "|".join(map(re.escape, sorted(words.heading_denials)))
        self._comma = re.compile(rf",\s+(?=(?:{denial})\b)")  # "good, not necessary"
        self._questions = [[word] for word in words.heading_questions]
        self._kinds = {_letters(phrase): heading.kind for heading in words.headings for phrase in heading.phrases}

    def part_of(self, text: str, *, sure: bool) -> PostingPart | None:
        """The part that a heading opens; None where its words tell none.

        The longest known phrase decides. A phrase that says "nice" goes before one that says "not needed" ("not needed,
        but nice"), and that one before all others ("what we don't ask for"). Where the block is not `sure` to be a
        heading, known words must be most of it.
        """
        words = _letters(self._comma.sub(" but ", text)).split()
        spans = self._spans(words)
        in_brackets = [self._kinds.get(_letters(inside)) for inside in _BRACKET.findall(text)]
        for kind in in_brackets if spans or sure else ():
            if kind in (PostingPart.must, PostingPart.nice):
                return kind  # "Primary skills (must have)"
        if sure and self._denies(words, spans):
            return PostingPart.unneeded
        if not spans and sure:
            heading = " ".join(words)
            return self._said_by(heading) or self.alone(heading) or self._in_brackets(text)
        if not spans:
            return None
        _, length, start, phrase = max(spans)
        alike = {word for *_, other in spans if self._kinds[other] is self._kinds[phrase] for word in other.split()}
        rest = [word for word in words if word not in self._small_words and word not in alike]
        known = max(length, len(alike.intersection(words)))
        if not sure and (len(rest) > 1 or len(rest) >= known or -start > 2):
            return None
        return self._kinds[phrase]

    def _denies(self, words: Sequence[str], spans: Sequence[tuple[int, int, int, str]]) -> bool:
        """Whether a heading denies what it names: "What you will not need". Words that welcome deny nothing ("not a
        must"), nor does a denial that is part of a known phrase ("not negotiable").
        """
        known = {word for *_, phrase in spans for word in phrase.split()}
        denied = any(word in self._denials or word.endswith("n't") for word in words if word not in known)
        return denied and all(self._kinds[phrase] is not PostingPart.nice for *_, phrase in spans)

    def _in_brackets(self, text: str) -> PostingPart | None:
        """Whether only the brackets of a heading ask or welcome: "Other information (asset qualifications)"."""
        inside = (self.part_of(words, sure=True) for words in _BRACKET.findall(text))
        return next((part for part in inside if part in (PostingPart.must, PostingPart.nice)), None)

    def _spans(self, words: Sequence[str]) -> list[tuple[int, int, int, str]]:
        """The known phrases in a heading, to sort by: what goes first, length, how early it begins."""
        found = [
            (start, end, phrase)
            for start in range(len(words))
            for end in range(start + 1, len(words) + 1)
            if (phrase := " ".join(words[start:end])) in self._kinds
        ]
        return [
            (_FIRST.get(self._kinds[phrase], 0), end - start, -start, phrase)
            for start, end, phrase in found
            if not any(one <= start and end <= other and other - one > end - start for one, other, _ in found)
        ]

    def alone(self, text: str) -> PostingPart | None:
        """The part that a heading opens which is one word and small words at most: "You", "And you"."""
        words = _letters(text).split()
        return self._alone.get(words[-1]) if words and self._small_words.issuperset(words[:-1]) else None

    def welcomes_last(self, text: str) -> PostingPart | None:
        """`nice` where the last word of a label says it: "added advantage"."""
        last = " ".join(_letters(text).split()[-1:])
        return PostingPart.nice if self._kinds.get(last) is PostingPart.nice else None

    def asks_what(self, text: str) -> bool:
        """Whether words begin as a heading in running text does: "What you should bring along"."""
        return _letters(text).split()[:1] in self._questions

    def names_the_person(self, text: str) -> bool:
        """Whether a heading that welcomes also has words of one that asks: "desired candidate profile"."""
        return PostingPart.must in {self._kinds[phrase] for *_, phrase in self._spans(_letters(text).split())}

    def _said_by(self, text: str) -> PostingPart | None:
        """The part that a heading names by words that say it in a sentence too: "you should bring"."""
        found = [phrase for phrase in self._said if phrase and f" {phrase} " in f" {text} "]
        return self._said[max(found, key=len)] if found else None


def _letters(text: str) -> str:
    """Words in small letters, parted at hyphens too; what stands in brackets is left out."""
    return " ".join(re.findall(r"[a-z]+(?:'[a-z]+)*", re.sub(r"\([^)]*\)", " ", text.lower())))
