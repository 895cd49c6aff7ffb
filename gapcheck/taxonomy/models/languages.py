"""The words of one language: what a file in `languages/` holds."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from gapcheck.taxonomy.models.vocabulary import _Strict

Words = tuple[str, ...]


class LanguageName(_Strict):
    """A language: its code by ISO 639-1, its name in English, and the small words that tell its texts."""

    code: str = Field(pattern=r"^[a-z]{2}$")
    name: str
    small_words: frozenset[str] = Field(min_length=10)


class DateWords(_Strict):
    """The words of dates in one language; `docs/taxonomy.md` tells what each is for.

    `months`, `numbers`: names of the 12 months, words for one to twelve. `seasons`: by their first month, 1 to 12.
    `parts`: words for parts of a year by their length in months ("Q1").
    """

    months: tuple[Words, ...] = Field(min_length=12, max_length=12)
    seasons: dict[Annotated[int, Field(ge=1, le=12)], Words] = Field({})
    parts: dict[Literal[3, 4, 6], Words] = Field({})
    present: Words
    since: Words = ()
    onwards: Words = ()
    range_words: Words
    range_openers: Words = ()
    of: Words = ()
    and_: Words = Field((), alias="and")
    inside: Words = ()
    ordinals: Words = ()
    expected: Words = ()
    birth: Words = ()
    units: dict[Literal["hour", "day", "week", "month", "year"], Words]
    numbers: tuple[Words, ...] = Field((), max_length=12)
    length_labels: Words = ()
    length_nouns: Words = ()

    def __hash__(self) -> int:
        return hash(self.months)

    @model_validator(mode="after")
    def _one_meaning(self) -> DateWords:
        """A name stands for one month only."""
        names = [name.lower() for month in self.months for name in month]
        if twice := next((name for name in names if names.count(name) > 1), None):
            raise ValueError(f"{twice} stands twice among the months: remove one")
        return self


class LanguageFile(_Strict):
    """The file of one language."""

    language: LanguageName
    dates: DateWords


class UnreadLanguages(_Strict):
    """Languages that are not read: their English names by code."""

    names: dict[str, str]
