"""A spaCy `Doc` → its tokens as plain lists: each attribute is asked of spaCy once, not at every look."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from spacy.lang.en.lex_attrs import like_num
from spacy.tokens import Doc

from gapcheck.skills.tokenizer import stem

_KEPT_AS = "gapcheck_tokens"


class _Forms(NamedTuple):
    """What is asked of a word, as spaCy has it in `lower_`, `norm_`, `is_alpha` and `like_num`."""

    lower: str
    norm: str
    alpha: bool
    number: bool


@lru_cache(maxsize=50_000)
def _forms(word: str) -> _Forms:
    return _Forms(word.lower(), stem(word), word.isalpha(), bool(like_num(word)))


@dataclass(slots=True)
class Tokens:
    """The tokens of a `Doc`, a list for each attribute: as written, in lower case, as stem, whether all of it is
    letters, whether it is a number, whether a blank follows, and the offset in the text.
    """

    whole: str
    text: list[str]
    lower: list[str]
    norm: list[str]
    alpha: list[bool]
    number: list[bool]
    spaced: list[bool]
    offset: list[int]

    @classmethod
    def of(cls, doc: Doc) -> Tokens:
        """The tokens of `doc`."""
        tokens: Tokens | None = doc.user_data.get(_KEPT_AS)
        if tokens is None:
            text = [token.text for token in doc]
            spaced = [bool(token.whitespace_) for token in doc]
            forms = [_forms(word) for word in text]
            lengths = (len(word) + blank for word, blank in zip(text, spaced, strict=True))
            tokens = doc.user_data[_KEPT_AS] = cls(
                doc.text,
                text,
                [form.lower for form in forms],
                [form.norm for form in forms],
                [form.alpha for form in forms],
                [form.number for form in forms],
                spaced,
                list(itertools.accumulate(lengths, initial=0))[: len(text)],
            )
        return tokens

    def __len__(self) -> int:
        """How many tokens there are."""
        return len(self.text)

    def written(self, start: int, end: int) -> str:
        """The text of the tokens `start` to `end` (excluded), at least one, without the blank behind it."""
        return self.whole[self.offset[start] : self.offset[end - 1] + len(self.text[end - 1])]
