"""The tokens of a spaCy `Doc` as plain lists: a look at a list costs a tenth of one at spaCy's `Token`."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from spacy.lang.en.lex_attrs import like_num
from spacy.tokens import Doc

from gapcheck.text.stemmer import stem

_KEPT_AS = "gapcheck_tokens"


class _Forms(NamedTuple):
    """What is asked of a word, as spaCy has it in `lower_`, `norm_`, `is_alpha` and `like_num`."""

    lower: str
    norm: str
    alpha: bool
    number: bool


@lru_cache(maxsize=50_000)
def _forms(word: str) -> _Forms:
    return _Forms(word.lower(), stem(word), word.isalpha(), bool(like_num(word)))  # type: ignore[no-untyped-call]


@dataclass(slots=True)
class Tokens:
    """The tokens of a text, a list for each attribute: as written, in lower case, as stem, whether all of it is
    letters, whether it is a number, whether a blank follows, and the offset in the text (one more: where it ends).
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
        """The tokens of `doc`, which has to be made by our tokenizer."""
        tokens: Tokens = doc.user_data[_KEPT_AS]
        return tokens

    def keep(self, doc: Doc) -> None:
        """Keeps the tokens with their `doc`, for `of`."""
        doc.user_data[_KEPT_AS] = self

    @classmethod
    def made_of(cls, text: list[str], spaced: list[bool]) -> Tokens:
        """The tokens with these texts; `spaced` tells for each whether a blank follows it."""
        forms = [_forms(word) for word in text]
        written = [word + " " if blank else word for word, blank in zip(text, spaced, strict=True)]
        return cls(
            "".join(written),
            text,
            [form.lower for form in forms],
            [form.norm for form in forms],
            [form.alpha for form in forms],
            [form.number for form in forms],
            spaced,
            [0, *itertools.accumulate(map(len, written))],
        )

    def __len__(self) -> int:
        """How many tokens there are."""
        return len(self.text)

    def written(self, start: int, end: int) -> str:
        """The text of the tokens `start` to `end` (excluded), at least one, without the blank behind it."""
        return self.whole[self.offset[start] : self.offset[end - 1] + len(self.text[end - 1])]
