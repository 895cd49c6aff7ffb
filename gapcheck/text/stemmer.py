"""Words → their stems, in one spelling of English."""

from __future__ import annotations

import re
from functools import lru_cache

from Stemmer import Stemmer

_stemmer = Stemmer("english")
_AMERICAN = (
    (re.compile(r"(?<=\w{3})iz(?=(?:e|es|ed|er|ers|ing|ations?)\b)", re.IGNORECASE), "is"),
    (re.compile(r"(?<=\w)yz(?=(?:e|es|ed|er|ers|ing)\b)", re.IGNORECASE), "ys"),
    (re.compile(r"(?<=(?:mod|lab|can)e)l(?=(?:ed|er|ing)\b)", re.IGNORECASE), "ll"),
)
"""Where American spelling differs from British in the words of this field."""


def british(text: str) -> str:
    """The text in British spelling.

    >>> british("optimization and labeled data modeling")
    'optimisation and labelled data modelling'
    """
    low = text.lower()
    if "z" in low or "el" in low:  # few words: the patterns take longer than all else of a word
        for american, replacement in _AMERICAN:
            text = american.sub(replacement, text)
    return text


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The word without its inflection: `presented`, `presents` and `presenting` share one stem, in any spelling."""
    stemmed: str = _stemmer.stemWord(british(word.lower()))
    return stemmed
