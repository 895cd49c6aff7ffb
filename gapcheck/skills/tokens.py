"""A spaCy `Doc` → its tokens as plain lists: each attribute is asked of spaCy once, not at every look."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

_KEPT_AS = "gapcheck_tokens"


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
            tokens = doc.user_data[_KEPT_AS] = cls(
                doc.text,
                [token.text for token in doc],
                [token.lower_ for token in doc],
                [token.norm_ for token in doc],
                [token.is_alpha for token in doc],
                [token.like_num for token in doc],
                [bool(token.whitespace_) for token in doc],
                [token.idx for token in doc],
            )
        return tokens

    def __len__(self) -> int:
        """How many tokens there are."""
        return len(self.text)

    def written(self, start: int, end: int) -> str:
        """The text of the tokens `start` to `end` (excluded), at least one, without the blank behind it."""
        return self.whole[self.offset[start] : self.offset[end - 1] + len(self.text[end - 1])]
