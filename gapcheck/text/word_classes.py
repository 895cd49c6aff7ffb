"""The words of a sentence → their word classes: noun, verb, article, preposition …, by the usual Penn tags.

A word has the class it has most often (word_classes.json), else that of its ending; what stands beside it corrects the
forms that are a noun as often as a verb: `claims`, `reports`, `scores`. Single words may get the wrong class; it is
enough to tell `Finance reads the board pack` from `Read the board pack`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

WORD_CLASSES_FILE = "word_classes.json"
SKILL, NAME, NUMBER = "SKILL", "NNP", "CD"
NOUN, NOUNS, PRONOUN = "NN", "NNS", "PRP"
AUXILIARY, RELATIVE, MODAL = "AUX", "WH", "MD"
FINITE = frozenset(["VBD", "VBZ", "VBP", MODAL, AUXILIARY])
DEEDS = frozenset(["VB", "VBD", "VBG", "VBN", "VBP", "VBZ"])
NOUN_LIKE = frozenset([NOUN, NOUNS, NAME, NUMBER, SKILL])
_BEFORE_A_NOUN = frozenset(["DT", "PRP$", "JJ", "IN"])
_SUBJECTS = frozenset([NOUN, NOUNS, NAME, SKILL, PRONOUN, RELATIVE])
_OPENS_AN_OBJECT = frozenset(["DT", "PRP$", "PRP", "IN", "TO", SKILL])


class _Words(NamedTuple):
    """The class of frequent words, that of other words by their ending, the word before who did something, those of
    the writer, those before a noun that tells where the noun before is, and what a writer of whom others tell would
    say: `i` for `she`.
    """

    known: Mapping[str, str]
    endings: Mapping[str, str]
    by: str
    writer: frozenset[str]
    where: frozenset[str]
    told_as: Mapping[str, str]


@cache
def _words() -> _Words:
    data = json.loads((files("skills_taxonomy") / WORD_CLASSES_FILE).read_text(encoding="utf-8"))
    known = {word: tag for tag, words in data["classes"].items() for word in words.split()}
    writer, where = (frozenset(data[name].split()) for name in ("writer", "where"))
    return _Words(known, data["endings"], data["by"], writer, where, data["writer told as"])


def is_by(word: str) -> bool:
    """Whether a word, in small letters, stands before who did something: `by my supervisor`."""
    return word == _words().by


def is_of_the_writer(word: str) -> bool:
    """Whether a word, in small letters, speaks of the writer: `my scripts`."""
    return word in _words().writer


def told_as(word: str) -> str | None:
    """What a writer says where others, who tell of the writer, say this pronoun, in small letters: `i` for `she`."""
    return _words().told_as.get(word)


def tells_where(word: str) -> bool:
    """Whether a word, in small letters, opens what tells where the noun before is: `analysts in Porto`."""
    return word in _words().where


def tells_a_deed(word: str) -> bool:
    """Whether a word, in small letters, is mostly what somebody did: `wrote`."""
    return _words().known.get(word) in ("VBD", "VBN")


def is_department(word: str) -> bool:
    """Whether a word is a pronoun all in capitals and so none: `IT keeps it`."""
    return len(word) > 1 and word.isupper() and _words().known.get(word.lower()) == PRONOUN


def word_classes(words: Sequence[str], is_skill: Sequence[bool]) -> list[str]:
    """The class of each word of one sentence; of a mark, the mark itself. Words that name a skill are `SKILL`.

    >>> word_classes(["Finance", "reads", "the", "board", "pack", "."], [False] * 6)
    ['NN', 'VBZ', 'DT', 'NN', 'NN', '.']
    """
    classes = [
        SKILL if skill else _usual_class(word, is_first=index == 0)
        for index, (word, skill) in enumerate(zip(words, is_skill, strict=True))
    ]
    for index in range(len(classes)):
        before = classes[index - 1] if index else ""
        classes[index] = _class_beside(classes[index], before, "".join(classes[index + 1 : index + 2]))
    return classes


@lru_cache(maxsize=5000)  # most words of a resume stand in others too
def _usual_class(word: str, *, is_first: bool) -> str:
    if not word[0].isalnum():
        return word
    if word[0].isdigit():
        return NUMBER
    low = word.lower()
    words = _words()
    known = words.known.get(low)
    if is_department(word):
        return NAME
    is_name = word[0].isupper() and not is_first
    if known is None:
        return NAME if is_name else next((tag for ending, tag in words.endings.items() if low.endswith(ending)), NOUN)
    return NAME if is_name and known in NOUN_LIKE else known


def _class_beside(tag: str, before: str, after: str) -> str:
    """The class of a word, which usually has the class `tag`, between words of these classes."""
    if before in _BEFORE_A_NOUN and tag in ("VB", "VBP", "VBD"):
        return NOUN
    if before in _BEFORE_A_NOUN and tag == "VBZ":
        return NOUNS
    if before in ("TO", MODAL) and tag == NOUN:
        return "VB"
    if before in _SUBJECTS and tag == "VB":
        return "VBP"
    if before in _SUBJECTS and after in _OPENS_AN_OBJECT:
        if tag == NOUNS and before != NOUNS:
            return "VBZ"
        if tag == NOUN and before in (NOUNS, "PRP", RELATIVE):
            return "VBP"
    if tag in ("VBD", "VBN"):
        return "VBN" if before == AUXILIARY else "VBD" if not before or before in _SUBJECTS else tag
    return tag
