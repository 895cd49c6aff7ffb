"""A sentence that asks → names in it that no skill has: tools, standards and languages that gapcheck does not know."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from spacy.tokens import Doc, Token

from gapcheck.skills.pipeline.mention import Passage
from gapcheck.taxonomy import PostingPart, PostingWords

_OPENINGS = frozenset([":", "(", "•", "-", "–", "—", "\t"])
_LIST_MARKS = frozenset([",", ";", "/", "&", "+", "and", "or", "(", ")", "\t", "."])


class UnknownNames:
    """Finds names in one posting; what it says of the company and the place is known not to be asked for."""

    def __init__(self, doc: Doc, words: PostingWords, title: str) -> None:
        self._doc, self._endings = doc, tuple(words.word_endings)
        level_words = (*words.levels.by_word(), *words.carriers)
        self._ordinary = {*words.ordinary, *words.people, *(part for word in level_words for part in word.split())}
        self._ordinary |= {sign.lower() for sign in words.pay.currencies}
        self._ordinary |= set(title.lower().split()) | set(_told(doc, doc._.passages))
        self._ordinary |= {token.text for token in doc if token.text.islower()}

    def spans(self, start: int, end: int, covered: Collection[int]) -> Iterator[tuple[int, int]]:
        """The names between two tokens, as tokens from and to (excluded); `covered` are words that are known."""
        index = start
        while index < end:
            last = index
            while last < end and last not in covered and self._is_part(self._doc[last], first=last == index):
                last += 1
            inside = index > start and not self._opens(index)
            if last > index and (inside or self._stands_out(index, last, start, end)):
                yield index, last
            index = max(last, index + 1)

    def _is_part(self, token: Token, *, first: bool) -> bool:
        if token.text.isdigit():
            return not first and self._doc[token.i - 1].text[0].isupper() and bool(self._doc[token.i - 1].whitespace_)
        joined = first or bool(self._doc[token.i - 1].whitespace_)
        named = token.text[0].isalpha() and any(map(str.isupper, token.text)) and token.lower_ not in self._ordinary
        return named and joined and len(token.text) > 1

    def _opens(self, index: int) -> bool:
        """Whether any word would have a capital here."""
        return self._doc[index - 1].text in _OPENINGS

    def _stands_out(self, index: int, last: int, start: int, end: int) -> bool:
        """Whether a name at the start of a sentence is written like no other word, or stands in a list of names."""
        first = self._doc[index].text
        if any(map(str.isupper, first[1:])) or any(map(str.isdigit, first)):
            return True
        beside = last
        while beside < end and self._doc[beside].lower_ in _LIST_MARKS:
            beside += 1
        alone = beside >= end or (beside > last and self._doc[beside].text[0].isupper())
        return alone and not first.lower().endswith(self._endings)


def _told(doc: Doc, passages: Iterable[Passage]) -> Iterator[str]:
    """Words in what the posting tells without asking."""
    for passage in passages:
        if passage.section.heading not in (PostingPart.must, PostingPart.nice):
            yield from (token.lower_ for token in doc[passage.start : passage.end])
