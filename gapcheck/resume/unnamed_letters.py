"""A `Document` → the same with the capitals put in that its fonts draw but do not name, where known words tell them.

Some fonts draw capitals that are no letters to the file ("?ay 2015 – ?resent", "?ython"): each such sign stands for
one letter, everywhere, and the signs stand in the order of the alphabet. Words that are known vote for the letters.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from string import ascii_uppercase

from gapcheck.documents import Document, Line, Page
from gapcheck.taxonomy import Taxonomy

_OF_DATES = 3  # votes
_SIGN = "\ue000-\uf8ff"
_OPENING = re.compile(rf"(?<![\w{_SIGN}])([{_SIGN}])([^\W\d_]{{2,}})(?![\w{_SIGN}])")
_INSIDE = re.compile(rf"[{_SIGN}][^\W\d_]|[^\W\d_][{_SIGN}]")


def with_named_letters(document: Document, taxonomy: Taxonomy) -> Document:
    """The document; itself where no sign opens a known word."""
    letters = _letters(_texts(document), _known_words(taxonomy)) if has_unnamed_letters(document) else {}
    if not letters:
        return document
    table = str.maketrans(letters)
    return replace(document, pages=tuple(_page(page, table) for page in document.pages))


def has_unnamed_letters(document: Document) -> bool:
    """Whether signs that are no letters stand inside of words."""
    return any(_INSIDE.search(text) for text in _texts(document))


def _texts(document: Document) -> Iterator[str]:
    return (line.text for page in document.pages for line in page.lines)


def _known_words(taxonomy: Taxonomy) -> Counter[str]:
    """Words that resumes are full of, with their votes: names of skills, words of headings, posts and degrees; those of
    dates count more, for nothing else stands where they do.
    """
    headings = (phrase.split() for kind in taxonomy.headings.kinds for phrase in kind.phrases)
    plain = chain(taxonomy.single_words, *headings, *taxonomy.entry_words.block_words.values())
    words = Counter(dict.fromkeys(plain, 1))
    for language in taxonomy.languages.values():
        for word in chain(language.dates.present, *language.dates.months):
            words[word.lower()] = _OF_DATES
    return words


def _letters(texts: Iterable[str], known: Counter[str]) -> dict[str, str]:
    """The letter that each sign stands for, of those that known words tell: in the order of the alphabet, with most
    votes. A sign before whole words is a bullet.
    """
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for text in texts:
        for sign, rest in _OPENING.findall(text):
            votes[sign][""] += known[rest.lower()]
            for letter in ascii_uppercase:
                votes[sign][letter] += known[letter.lower() + rest.lower()]
    best: dict[str, tuple[int, dict[str, str]]] = {"": (0, {})}  # by the last letter that was given away
    for sign in sorted(votes):
        if votes[sign][""] >= max(votes[sign][letter] for letter in ascii_uppercase):
            continue
        for letter in reversed(ascii_uppercase):
            count, found = max((best[last] for last in best if last < letter), key=lambda one: one[0])
            if votes[sign][letter] and count + votes[sign][letter] > best.get(letter, (0, {}))[0]:
                best[letter] = count + votes[sign][letter], {**found, sign: letter}
    return max(best.values(), key=lambda one: one[0])[1]


def _page(page: Page, table: dict[int, str]) -> Page:
    return replace(page, lines=tuple(_line(line, table) for line in page.lines))


def _line(line: Line, table: dict[int, str]) -> Line:
    words = tuple(word._replace(text=word.text.translate(table)) for word in line.words)
    return replace(line, text=line.text.translate(table), words=words)
