"""The words of a document → the languages that it is written in, and a warning where it is one that is not read."""

from __future__ import annotations

import re
from collections import Counter

from gapcheck.documents import Document
from gapcheck.taxonomy import Taxonomy

_FEWEST_WORDS = 40
_FEWEST_HITS = 8
_USUAL = "en"
_FEWEST_OF_ANOTHER, _SHARE_OF_ANOTHER = 3, 0.25  # small words, and their share of English ones: names have some as well


def languages_of(document: Document, taxonomy: Taxonomy) -> tuple[str, ...]:
    """The codes of the languages in which dates may stand in the document: English and those of its small words."""
    words = _words(document)
    english = taxonomy.languages[_USUAL].language.small_words
    fewest = max(_FEWEST_OF_ANOTHER, _SHARE_OF_ANOTHER * _hits(words, english))
    others = {code: one.language.small_words - english for code, one in taxonomy.languages.items() if code != _USUAL}
    return (_USUAL, *(code for code, small in others.items() if _hits(words, small) >= fewest))


def doubts_about_language(document: Document, taxonomy: Taxonomy) -> list[str]:
    """A warning where more small words of another language than of English stand in the text; else nothing."""
    words = _words(document)
    if words.total() < _FEWEST_WORDS:
        return []
    english = taxonomy.languages[_USUAL].language.small_words
    others = {one.language.name: one.language.small_words for code, one in taxonomy.languages.items() if code != _USUAL}
    counts = {
        name: _hits(words, small - english) for name, small in {**others, **taxonomy.unread_languages.others}.items()
    }
    likely = max(counts, key=lambda name: counts[name])
    if counts[likely] >= _FEWEST_HITS and counts[likely] > _hits(words, english):
        return [f"the text looks {likely}: only English is read, so skills described in words are missed"]
    return []


def _hits(words: Counter[str], small: frozenset[str]) -> int:
    return sum(words[word] for word in small)


def _words(document: Document) -> Counter[str]:
    text = " ".join(line.text for page in document.pages for line in page.lines)
    return Counter(re.findall(r"[^\W\d_]+", text.lower()))
