"""The words of a document → the languages that it is written in, or the name of the one that is not read."""

from __future__ import annotations

import re
from collections import Counter

from gapcheck.documents import Document
from gapcheck.taxonomy import Taxonomy

_USUAL = "en"
_FEWEST_OF_ANOTHER, _SHARE_OF_ANOTHER = 3, 0.25  # telling words, and their share of the likeliest's
_FEWEST_LETTERS = 80  # of a text whose language can be told
_PLAIN_SHARE = 0.2  # plain English words among all: a text with so many is English, and nothing else is asked
_NAMES_SHARE = 0.4  # of the letters, that may be those of names in another script
_FIRST_SIGN, _LETTERS_A_SIGN = "\u2e80", 3  # from here on one character is a syllable or a word
_OTHER_SCRIPT = re.compile(r"(?![\u1e00-\u1eff])[^\W\d_\u0000-\u024f]")  # a letter that is not Latin
_MARGIN = 0.15  # log-probability a character by which another language must be likelier; English resumes reach 0.02


def languages_of(document: Document, taxonomy: Taxonomy) -> tuple[str, ...]:
    """The codes of the languages that the document is written in, English always among them: the one with most words
    that tell it, and those that have enough of their own beside it. Fewer than three words tell nothing.
    """
    words, telling = _words(document), taxonomy.telling_words
    hits = {code: _hits(words, found) for code, found in telling.items()}
    likely = max(hits, key=lambda code: (hits[code], code == _USUAL))
    if hits[likely] < _FEWEST_OF_ANOTHER:
        return (_USUAL,)
    fewest = max(_FEWEST_OF_ANOTHER, _SHARE_OF_ANOTHER * hits[likely])
    left = Counter({word: words[word] for word in words.keys() - telling[likely] - telling[_USUAL]})
    others = [code for code, found in telling.items() if _hits(left, found) >= fewest]
    return tuple(dict.fromkeys((_USUAL, likely, *others)))


def unread_language(document: Document, taxonomy: Taxonomy) -> str | None:
    """The English name of the language that the document is written in where that is none of the taxonomy's; None where
    it is one of them, or the text is too short to tell.

    English shows itself by its small words and by those of its headings and months. For the rest a model of letters
    decides, which takes half a second to load.
    """
    text = _without_foreign_names(_text(document))
    if sum(map(str.isalpha, text)) < _FEWEST_LETTERS:
        return None
    words = _words(document)
    if _hits(words, taxonomy.plain_words) >= _PLAIN_SHARE * words.total():
        return None
    import py3langid

    found = dict(py3langid.rank(text))
    likely = max(found, key=found.__getitem__)
    read = max(found[code] for code in taxonomy.languages if code in found)
    if likely in taxonomy.languages or found[likely] - read < _MARGIN * len(text):
        return None
    return taxonomy.unread_languages.names.get(likely, "another language")


def _without_foreign_names(text: str) -> str:
    """The text; without its words in other scripts where they are few beside Latin ones: names, an address."""
    if text.isascii():
        return text
    others = sum(_LETTERS_A_SIGN if one >= _FIRST_SIGN else 1 for one in _OTHER_SCRIPT.findall(text))
    if not 0 < others < _NAMES_SHARE * sum(map(str.isalpha, text)):
        return text
    return " ".join(word for word in text.split() if not _OTHER_SCRIPT.search(word))


def _hits(words: Counter[str], small: frozenset[str]) -> int:
    return sum(words[word] for word in words.keys() & small)


def _words(document: Document) -> Counter[str]:
    return Counter(re.findall(r"[^\W\d_]+", _text(document).lower()))


def _text(document: Document) -> str:
    return " ".join(line.text for page in document.pages for line in page.lines)
