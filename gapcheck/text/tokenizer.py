"""Text → spaCy tokens that keep the names of this field whole: C++, C#, .NET, scikit-learn's parts, R&D's parts."""

from __future__ import annotations

import re

from spacy import symbols
from spacy.lang.en import English
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from gapcheck.text.stemmer import stem
from gapcheck.text.tokens import Tokens

_WORD = r"""(?<![A-Za-z0-9])\.NET\b      # a name that starts with a dot
    | \b[A-Za-z]\+\+(?:\d\d)?(?!\w)   # C++, C++17
    | \b[CFJ]\#(?!\w)                 # C#, F#
    | \d+(?:[.,]\d+)*                 # numbers
      (?:[A-Za-z]+)?                  # with a unit: 50K, 8pt
    | ['’]s\b                         # of a name: Python's
    | [^\W_]+(?:['’](?:t|m|re|ve|d|ll)\b)?
    | \n | \t
    | [^\s]"""
_TOKEN = re.compile(_WORD, re.VERBOSE | re.IGNORECASE)
_TOKEN_AND_BLANK = re.compile(rf"({_WORD})([ ]?)", re.VERBOSE | re.IGNORECASE)
_PLAIN_START = re.compile(r"[A-Za-z]+(?=[ -]|$)")


class WordTokenizer:
    """A regular expression as spaCy's tokenizer. White space other than one blank must be a tab or a line feed.

    >>> [token.text for token in new_language()("C++/C#, .NET (R&D)")]
    ['C++', '/', 'C#', ',', '.NET', '(', 'R', '&', 'D', ')']
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """The text as tokens; `doc.text` is the text again."""
        tokens = tokens_of(text)
        doc = Doc(self.vocab, words=tokens.text, spaces=tokens.spaced)
        tokens.keep(doc)
        return doc


def tokens_of(text: str) -> Tokens:
    """The text as tokens, for what asks nothing of spaCy: its `Doc` takes longer than all else of a line."""
    found = _TOKEN_AND_BLANK.findall(text)
    return Tokens.made_of([word for word, _ in found], [blank == " " for _, blank in found])


def words_of(text: str) -> list[str]:
    """The words that the tokenizer makes of `text`."""
    plain = text.isascii() and text.replace(" ", "").isalpha()  # most names: no need for the pattern
    return text.split() if plain else _TOKEN.findall(text)


def first_word_of(text: str) -> str:
    """The first of the words that the tokenizer makes of `text`, which has one."""
    plain = _PLAIN_START.match(text)
    return (plain or next(_TOKEN.finditer(text))).group()


def new_language() -> Language:
    """A blank English pipeline with our tokens; a token's `norm_` is its stem."""
    nlp = English(create_tokenizer=lambda nlp: WordTokenizer(nlp.vocab))
    getters: dict[int, object] = nlp.vocab.lex_attr_getters  # type: ignore[attr-defined]
    getters[symbols.NORM] = stem
    for attribute in set(getters) - {symbols.NORM, symbols.LOWER, symbols.IS_ALPHA, symbols.IS_SPACE, symbols.LIKE_NUM}:
        del getters[attribute]  # computed for every new word otherwise, and used by none of our components
    return nlp
