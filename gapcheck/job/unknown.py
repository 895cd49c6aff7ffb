"""A sentence that asks for something → the tools, standards and languages in it that gapcheck does not know."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from spacy.tokens import Doc, Token

from gapcheck.skills.pipeline.mention import Passage
from gapcheck.taxonomy import PostingPart, PostingWords

_OPENINGS = frozenset([":", "(", "•", "-", "–", "—", "\t"])
_SHORTEST = 3  # letters of a name in small letters
_LIST_SIGNS = frozenset(";+()\t.")  # besides those between two names


class UnknownNames:
    """Finds unknown names in one posting. Words that the posting uses to describe the company or the place are not
    names that it asks for.
    """

    def __init__(self, doc: Doc, words: PostingWords, title: str) -> None:
        self._doc, self._endings, self._joins = doc, tuple(words.word_endings), words.lists.joins
        level_words = (*words.levels.by_word(), *words.carriers)
        self._ordinary = {*words.ordinary, *words.people, *(part for word in level_words for part in word.split())}
        self._ordinary |= {sign.lower() for sign in words.pay.currencies}
        self._ordinary |= set(title.lower().split()) | set(_told(doc, doc._.passages))
        self._small = frozenset(self._ordinary | words.open_ends)
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

    def listed(self, start: int, end: int, covered: Collection[int]) -> Iterator[tuple[int, int]]:
        """The words in small letters that stand in a list with names on both sides, or behind two at its end: `dbt,
        hetznerix and airflow`. Words with an ordinary ending are left out.
        """
        for index in range(start + 2, end):
            token = self._doc[index]
            if index in covered or not token.text.islower() or len(token.text) < _SHORTEST:
                continue
            if token.text in self._small or token.text.endswith((*self._endings, "s")) or not token.text[0].isalpha():
                continue
            before, two = self._names_before(index, start, covered)
            if before and (two if self._closes(index + 1, end) else self._name_behind(index + 1, end, covered)):
                yield index, index + 1

    def _names_before(self, index: int, start: int, covered: Collection[int]) -> tuple[bool, bool]:
        """Whether a name, and whether two, stand in the list before a token."""
        found = 0
        while found < 2 and index - 1 > start and self._doc[index - 1].lower_ in self._joins:
            while index - 1 > start and self._doc[index - 1].lower_ in self._joins:
                index -= 1
            if index - 1 not in covered:
                break
            while index - 1 >= start and index - 1 in covered:
                index -= 1
            found += 1
        return found > 0, found > 1

    def _closes(self, index: int, end: int) -> bool:
        return index >= end or self._doc[index].text in (".", ";", ")")

    def _name_behind(self, index: int, end: int, covered: Collection[int]) -> bool:
        """Whether a list goes on with a name from a token on."""
        first = index
        while index < end and self._doc[index].lower_ in self._joins:
            index += 1
        return first < index < end and index in covered

    def _is_part(self, token: Token, *, first: bool) -> bool:
        if token.text.isdigit():
            return not first and self._doc[token.i - 1].text[0].isupper() and bool(self._doc[token.i - 1].whitespace_)
        joined = first or bool(self._doc[token.i - 1].whitespace_)
        named = token.text[0].isalpha() and any(map(str.isupper, token.text)) and token.lower_ not in self._ordinary
        return named and joined and len(token.text) > 1

    def _opens(self, index: int) -> bool:
        """Whether a new phrase begins at a token, so that any word there has a capital."""
        return self._doc[index - 1].text in _OPENINGS

    def _stands_out(self, index: int, last: int, start: int, end: int) -> bool:
        """Whether a name at the start of a sentence is written like no other word, or stands in a list of names."""
        first = self._doc[index].text
        if any(map(str.isupper, first[1:])) or any(map(str.isdigit, first)):
            return True
        beside = last
        while beside < end and self._doc[beside].lower_ in self._joins | _LIST_SIGNS:
            beside += 1
        alone = beside >= end or (beside > last and self._doc[beside].text[0].isupper())
        return alone and not first.lower().endswith(self._endings)


def _told(doc: Doc, passages: Iterable[Passage]) -> Iterator[str]:
    """The words in the parts of a posting that ask for nothing."""
    for passage in passages:
        if passage.section.heading not in (PostingPart.must, PostingPart.nice):
            yield from (token.lower_ for token in doc[passage.start : passage.end])
