"""Words in the head of an entry → what the entry is: one rule of `entries.yaml`, and where its words count."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from gapcheck.taxonomy.models.vocabulary import SectionKind, _Strict

_BETWEEN = r"(?: [\w&'’-]+){0,2} "
_HEAD = r"[^,|(\t\n–—:]*?"
_HEAD_ENDS = r"(?=\s*(?:$|[,|(\t\n–—:\d]|[-@] |(?:at|by|of|in|for|on|with)\b))"


class EntryRule(_Strict):
    """Words in the first lines of an entry that tell its kind, and the sections in which they do.

    `reads` says where they count. `any`: anywhere. `body`: names of a body that has members, not in the name of a firm
    (`Chess Club Ltd`), not behind one of the `trading` words (`Building Society`) and not where a trade is named.
    `event`: not in the name of a firm, nor in a head with a post that is called after it (`Contest Coordinator, Maths
    Olympiad Office`). `head`: only where the title is such a thing, and no post is named. `title`: where the first part
    of the title ends so (`Data Engineer Internship, Norvik`, not `Internship project`).
    """

    kind: str
    sections: tuple[SectionKind, ...]
    words: tuple[str, ...]
    reads: Literal["any", "body", "event", "head", "title"] = "any"

    def pattern(
        self, firms: frozenset[str], posts: frozenset[str], trades: tuple[str, ...], trading: tuple[str, ...]
    ) -> re.Pattern[str]:
        """What the head of an entry of this kind matches."""
        names = rf"(?<!\w)(?:{_alternatives(self.words)})s?(?!\w)"
        if self.reads == "body":
            body = "".join(rf"(?<!\b{re.escape(word)} )" for word in trading) + names
            return _compiled(rf"{_without(trades)}(?s:.*?){body}(?!{_BETWEEN}(?:{_alternatives(firms)})(?![\w-]))")
        if self.reads == "event":
            posted = rf"{names}{_BETWEEN}(?:{_alternatives(posts)})(?![\w-])"
            firm = rf"{_BETWEEN}(?:{_alternatives(firms)})(?![\w-])"
            return _compiled(rf"(?s:^(?!.*{posted}).*?){names}(?!{firm})")
        if self.reads == "head":
            return _compiled(rf"{_without(posts)}{_HEAD}{names}{_HEAD_ENDS}")
        if self.reads == "title":
            return _compiled(rf"^{_HEAD}{names}{_HEAD_ENDS}")
        return any_word(self.words)


@lru_cache(maxsize=200)
def any_word(words: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern of any of these words, also in the plural, however they are cased."""
    return _compiled(rf"(?<!\w)(?:{_alternatives(words)})s?(?!\w)")


def _without(words: Iterable[str]) -> str:
    """The beginning of a text in which none of these words stands."""
    return rf"(?s:^(?!.*(?<!\w)(?:{_alternatives(words)})s?(?!\w)))"


def _alternatives(words: Iterable[str]) -> str:
    """The words, the long ones first, those with one first letter together: at most places none begins, and each choice
    takes its time.
    """
    rests: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(words, key=lambda word: (-len(word), word)):
        rests[word[0].lower()].append(word[1:])
    return "|".join(f"{re.escape(first)}(?:{'|'.join(map(re.escape, rest))})" for first, rest in rests.items())


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
