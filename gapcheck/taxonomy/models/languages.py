"""The words of one language: what a file in `languages/` holds."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, model_validator

from gapcheck.taxonomy.models.context import Cue, StuffingCue, WrittenOut
from gapcheck.taxonomy.models.entry_rules import EntryRule
from gapcheck.taxonomy.models.levels import RatingWords
from gapcheck.taxonomy.models.reading import HeadingKind, HeadLabel
from gapcheck.taxonomy.models.skills import AliasText
from gapcheck.taxonomy.models.vocabulary import Reason, _Strict

Words = tuple[str, ...]


def _part_of_year(months: int) -> int:
    if months not in (3, 4, 6):
        raise ValueError("a part of a year is 3, 4 or 6 months long")
    return months


PartOfYear = Annotated[int, AfterValidator(_part_of_year)]
"""A number, and no literal: as a key of JSON a literal is refused, and the stored taxonomy is JSON."""


class LanguageName(_Strict):
    """A language: its code by ISO 639-1, its name in English, the small words that tell its texts, how people write its
    letters who have no such keys (`ü` as `ue`), and whether it writes several words as one, of which the last says what
    it is (`Kundengespräch`).
    """

    code: str = Field(pattern=r"^[a-z]{2}$")
    name: str
    small_words: frozenset[str] = Field(min_length=10)
    spellings: dict[str, str] = Field({})
    compounds: bool = False


class DateWords(_Strict):
    """The words of dates in one language; `docs/taxonomy.md` tells what each is for.

    `months`, `numbers`: names of the 12 months, words for one to twelve. `seasons`: by their first month, 1 to 12.
    `parts`: words for parts of a year by their length in months ("Q1"). `fiscal`: words before the number of a year of
    accounts ("FY18", "FY 2017-18"), by its first month, in the year before. `thousands` begin a year in words, by the
    year before the first one that it makes with a word of `after_thousands`: "two thousand (and) nineteen".
    """

    months: tuple[Words, ...] = Field(min_length=12, max_length=12)
    seasons: dict[Annotated[int, Field(ge=1, le=12)], Words] = Field({})
    fiscal: dict[Annotated[int, Field(ge=1, le=12)], Words] = Field({})
    parts: dict[PartOfYear, Words] = Field({})
    present: Words
    since: Words = ()
    onwards: Words = ()
    range_words: Words
    range_openers: Words = ()
    of: Words = ()
    about: Words = ()
    and_: Words = Field((), alias="and")
    inside: Words = ()
    ordinals: Words = ()
    expected: Words = ()
    birth: Words = ()
    phone: Words = ()
    units: dict[Literal["hour", "day", "week", "month", "year"], Words]
    numbers: tuple[Words, ...] = Field((), max_length=12)
    thousands: dict[Annotated[int, Field(ge=1000, le=2000)], Words] = Field({})
    after_thousands: Words = ()
    length_labels: Words = ()
    length_nouns: Words = ()
    length_posts: Words = ()

    def __hash__(self) -> int:
        return hash(self.months)

    @model_validator(mode="after")
    def _one_meaning(self) -> DateWords:
        """A name stands for one month only."""
        names = [name.lower() for month in self.months for name in month]
        if twice := next((name for name in names if names.count(name) > 1), None):
            raise ValueError(f"{twice} stands twice among the months: remove one")
        return self


class HeadingWords(_Strict):
    """What headings say in one language; see headings.yaml."""

    kinds: tuple[HeadingKind, ...]
    modifiers: frozenset[str] = frozenset()
    inner: Words = ()


class EntryWordsOf(_Strict):
    """What tells entries apart in one language; see entries.yaml."""

    kinds: tuple[EntryRule, ...] = ()
    head_labels: dict[HeadLabel, Words] = Field({})
    tool_labels: Words = ()
    hyphen_prefixes: Words = ()
    roles: Words = ()
    names: frozenset[str] = frozenset()
    open_words: frozenset[str] = frozenset()
    address: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    before_languages: frozenset[str] = frozenset()
    block_words: dict[str, frozenset[str]] = Field({})
    degree_levels: dict[str, Words] = Field({})
    schools: Words = ()
    certificates: Words = ()
    runs_out: Words = ()


class RatingWordsOf(_Strict):
    """Words that rate in one language; see levels.yaml."""

    ratings: RatingWords
    phrases: RatingWords
    years_words: frozenset[str] = frozenset()


class LanguageFile(_Strict):
    """The file of one language. `names` are what skills are called in it, `described` how they are described;
    `homographs` replace the usual names of skills that are ordinary words there. `{name}` in a phrase of a cue stands
    for any of the `words` of that name. `dictionary` gives English words and, with blanks between, what they are in the
    language.
    """

    language: LanguageName
    dates: DateWords
    headings: HeadingWords | None = None
    entries: EntryWordsOf | None = None
    ratings: RatingWordsOf | None = None
    joins: frozenset[str] = frozenset()
    words: dict[str, Words] = Field({})
    cues: tuple[Cue, ...] = ()
    quiet_headings: dict[Reason, Words] = Field({})
    stuffing: tuple[StuffingCue, ...] = ()
    names: dict[str, tuple[AliasText, ...]] = Field({})
    described: dict[str, tuple[AliasText, ...]] = Field({})
    homographs: dict[str, tuple[AliasText, ...]] = Field({})
    dictionary: dict[str, str] = Field({})

    @model_validator(mode="before")
    @classmethod
    def _with_words(cls, data: Any) -> Any:
        """The cues with the words that a `{name}` in their phrases stands for; an unknown name is an error."""
        if not isinstance(data, dict) or not isinstance(data.get("cues"), list):
            return data
        written = WrittenOut(data.get("words") or {})
        return data | {"cues": [written.cue(cue) for cue in data["cues"]]}

    @cached_property
    def telling_words(self) -> frozenset[str]:
        """The words that tell a text in this language: small words, words of headings, words for "present"."""
        headings = [phrase for kind in self.headings.kinds for phrase in kind.phrases] if self.headings else []
        words = re.findall(r"[^\W\d_]+", " ".join((*headings, *self.dates.present)).lower())
        return self.language.small_words | set(words)


class UnreadLanguages(_Strict):
    """Languages that are not read: their English names by code."""

    names: dict[str, str]
