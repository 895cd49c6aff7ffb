"""A name in a sentence of another language than English → the features that tell whose it is.

All languages share one model. Their files say which words are people, a doer's `by`, a denial and so on (`words`), and
what the model knows of these classes and of their order holds in each of them; beside them stand the stems of words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from functools import cache
from itertools import pairwise

from Stemmer import Stemmer, algorithms

from gapcheck.skills.pipeline.ownership_features import sentence_of
from gapcheck.taxonomy.models.languages import LanguageFile
from gapcheck.text.tokens import Tokens

_CLAUSE_MARKS = frozenset([",", ":", "–", "—"])
_LIST_MARKS = frozenset([",", "/", "&", "+"])
_A_SKILL, _A_CAPITAL, _THE_NAME, _EDGE, _NUMBER = "@skill", "@capital", "@name", "^", "#"
_OF_THE_WRITER = frozenset(["@me", "@my_verb"])
_SHORTEST_STEM = 2  # letters before an ending that `*ending` stands for
_SHORTEST_VERB = 3  # letters: `hice` is told as a word, `lideré` by its ending
_WRITER = "writer"
_OTHERS = "@others"
_NEAR = 3  # words to either side whose place counts
_OPENING = 2  # words

Said = Callable[[int], tuple[str, ...]]


def language_of(said: Set[str], small: Mapping[str, Set[str]], english: Set[str]) -> str | None:
    """Which of some languages a line with these words is told in, by their `small` words; None where it tells no
    language, or English.
    """
    code = max(small, key=lambda one: len(said & small[one]), default=None)
    if code is None or len(said & small[code]) <= len(said & (english - small[code])):
        return None
    return code


class WordsOf:
    """The classes and the stems of the words of one language, by the `words` of its file."""

    def __init__(self, file: LanguageFile) -> None:
        self.small = file.language.small_words
        self._words: dict[str, tuple[str, ...]] = {}
        self._endings: list[tuple[str, str]] = []
        self._writer = frozenset(file.words.get(_WRITER, ()))
        for name, words in file.words.items():
            for word in words if name != _WRITER else ():
                if word.startswith("*"):
                    self._endings.append((word[1:], f"@{name}"))
                else:
                    self._words[word] = (*self._words.get(word, ()), f"@{name}")
        snowball = file.language.name.lower()
        self._stem: Callable[[str], str] = Stemmer(snowball).stemWord if snowball in algorithms() else str
        self.said_of = cache(self._said_of)

    def is_by_writer(self, tokens: Tokens, start: int, end: int, passage: range) -> bool:
        """Whether the clause of the name at tokens `start` to `end` (excluded) tells what the writer did."""
        breaks = [at for at in passage if tokens.text[at] in _CLAUSE_MARKS or tokens.text[at] in ".;"]
        first = max((at + 1 for at in breaks if at < start), default=passage.start)
        last = min((at for at in breaks if at >= end), default=passage.stop)
        endings = tuple(one[1:] for one in self._writer if one[0] == "*")
        return any(
            tokens.lower[at] in self._writer
            or (bool(endings) and tokens.lower[at].endswith(endings) and len(tokens.lower[at]) > _SHORTEST_VERB)
            for at in range(first, last)
        )

    def told_in(self, tokens: Tokens, sentence: range) -> set[str]:
        """The classes of the words of a sentence. A small word that may stand for others, as `los` and `su`, tells of
        nobody by itself.
        """
        return {
            name
            for at in sentence
            for name in self.said_of(tokens.lower[at])
            if name != _OTHERS or tokens.lower[at] not in self.small
        }

    def _said_of(self, word: str) -> tuple[str, ...]:
        """The classes of a word in small letters, those of the word itself or else those of its ending; then its
        stem.
        """
        classes = self._words.get(word) or tuple(
            name
            for ending, name in self._endings
            if word.endswith(ending) and len(word) >= len(ending) + _SHORTEST_STEM
        )
        return (*dict.fromkeys(classes), self._stem(word))


def features_in(
    words: WordsOf, tokens: Tokens, start: int, end: int, passage: range, skills: Set[int], joins: Set[str]
) -> Iterator[str]:
    """The features of the name at tokens `start` to `end` (excluded) of a passage in which the tokens `skills` name
    skills. `joins` are the words between the names of a list.
    """
    sentence = sentence_of(tokens, start, end, passage)
    first, last = sentence.start, sentence.stop
    between = _LIST_MARKS | joins
    left = range(_past_list(tokens, start - 1, first - 1, -1, skills, between), first - 1, -1)
    right = range(_past_list(tokens, end, last, 1, skills, between), last)

    def said(index: int) -> tuple[str, ...]:
        """What a token is read as: its classes and its stem, or what else it is."""
        text = tokens.text[index]
        if index in skills:
            return (_A_SKILL,)
        if tokens.number[index] or text[0].isdigit():
            return (_NUMBER,)
        if not text[0].isalnum():
            return (text,)
        found = words.said_of(tokens.lower[index])
        return (_A_CAPITAL, *found) if len(found) == 1 and text[0].isupper() and index != first else found

    yield from _of_side("left", tokens, left, said)
    yield from _of_side("right", tokens, right, said)
    yield from _opening("sentence", [at for at in sentence if tokens.text[at][0].isalnum()], said)
    clause = next((at + 1 for at in left if tokens.text[at] in _CLAUSE_MARKS), first)
    yield from _opening("clause", [at for at in range(clause, end) if tokens.text[at][0].isalnum()], said)
    for name, mark, beside in (
        ("before", sentence.start - 1, sentence.start - 2),
        ("after", sentence.stop, sentence.stop + 1),
    ):
        if mark in passage and beside in passage:
            other = sentence_of(tokens, beside, beside + 1, passage)
            yield from {f"{name}={one}" for at in other for one in said(at) if one[0] == "@"}


def _of_side(name: str, tokens: Tokens, side: Sequence[int], said: Said) -> Iterator[str]:
    """The features of one side of a name: its words by clause, the next ones by their place, and their order."""
    zone = name
    for index in side:
        if tokens.text[index] in _CLAUSE_MARKS:
            zone = f"far {name}"
            continue
        yield from (f"{zone}={one}" for one in said(index) if one[0].isalnum() or one[0] in "@#")
    near = [said(index) for index in side if tokens.text[index] not in "()"][:_NEAR] or [(_EDGE,)]
    yield from (f"{name} {place}={one}" for place, several in enumerate(near) for one in several)
    ordered = sorted(side)
    marks = [said(index)[0] for index in ordered]
    shape = [one for one in marks if one[0] in "@#" or one in _CLAUSE_MARKS]
    whole = [_EDGE, *shape, _THE_NAME] if name == "left" else [_THE_NAME, *shape, _EDGE]
    yield from (f"{name} pair={one} {two}" for one, two in pairwise(whole))
    triples = zip(whole, whole[1:], whole[2:], strict=False)
    yield from (f"{name} triple={one} {two} {three}" for one, two, three in triples)
    stems = [_EDGE, *(said(index)[-1] for index in ordered), _EDGE]
    yield from (f"{name} words={one} {two}" for one, two in pairwise(stems))
    yield f"{name} mine={not _OF_THE_WRITER.isdisjoint(shape)}"


def _opening(what: str, words: Sequence[int], said: Said) -> Iterator[str]:
    """With which words a sentence or a clause opens."""
    for place, index in enumerate(words[:_OPENING]):
        yield from (f"{what} {place}={one}" for one in said(index))


def _past_list(tokens: Tokens, index: int, limit: int, step: int, skills: Set[int], between: Set[str]) -> int:
    """The first token beside a name, in steps of 1 or -1, that is neither another name of its list nor joins them."""
    while index != limit:
        joins = tokens.lower[index] in between and index + step != limit and index + step in skills
        if index not in skills and not joins:
            break
        index += step
    return index
