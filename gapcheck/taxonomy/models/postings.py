"""The words by which a posting is read."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from gapcheck.taxonomy.models.levels import RatingWords
from gapcheck.taxonomy.models.vocabulary import Level, LevelName, Need, PostingPart, _Strict


class PostingHeading(_Strict):
    """What headings of one part of a posting say."""

    kind: PostingPart
    phrases: tuple[str, ...]


class Stance(_Strict):
    """Words that say how much a skill is wanted, and how far they reach. `opening` words count only where a sentence
    begins, `of_person` words not right behind a skill ("Java must be switched on"); `until` words end the reach of
    `after` (the clause behind the words) and `rest` (the sentence behind them). `before` reaches the names right before
    the words, `next` as far as `after` where a name follows at once. In a part of `not_in` the words say nothing, nor
    behind a word of `unless_before` or before one of `unless_next`.
    """

    need: Need
    scope: Literal["sentence", "clause", "after", "next", "rest", "before", "cell"]
    phrases: tuple[str, ...]
    opening: bool = False
    of_person: bool = False
    until: frozenset[str] = frozenset()
    unless_next: frozenset[str] = frozenset()
    unless_before: frozenset[str] = frozenset()
    not_in: frozenset[PostingPart] = frozenset()


class Seniority(_Strict):
    """Words of a title, and the level of its must-haves that say nothing else."""

    name: str
    level: LevelName
    words: tuple[str, ...]


class NeedWeights(_Strict):
    """What a requirement of a posting weighs."""

    must: float = Field(gt=0)
    nice: float = Field(gt=0)


class YearsAsked(_Strict):
    """Years from which on a posting asks for a level."""

    intermediate: float = Field(gt=0)
    advanced: float = Field(gt=0)


class PayWords(_Strict):
    """How postings write pay; `not_` are words beside which an amount is none. `every` stands between an amount and its
    period, `between` between the two ends of a range, `at_most` and `at_least` before the only end that is named;
    `on_top` opens what comes on top of pay.
    """

    currencies: dict[str, str]
    periods: dict[Literal["hour", "day", "month", "year"], tuple[str, ...]]
    not_: frozenset[str] = Field(alias="not")
    every: tuple[str, ...]
    between: tuple[str, ...]
    at_most: tuple[str, ...]
    at_least: tuple[str, ...]
    on_top: tuple[str, ...]
    scales: dict[str, int]


class ApplyRules(_Strict):
    """Shares of must-haves and of years from which on one applies, or applies with a letter."""

    apply: float = Field(gt=0, le=1)
    letter: float = Field(gt=0, le=1)
    years_short: float = Field(gt=0, le=1)
    years_far: float = Field(gt=0, le=1)


class ListWords(_Strict):
    """Words between the names of a list: `any` one is enough, `all` are asked for, `more` are asked for besides, `open`
    says neither; `preferred` in brackets tells of a taste, `breaks` end the list behind a comma, and like `towards`
    stand between what is asked and of what ("knowledge of Go"), `tails` stand behind a name and belong to it. The signs
    of a list (`,` `/` `&`) stand in the code.
    """

    any: frozenset[str]
    all: frozenset[str]
    more: frozenset[str]
    open: frozenset[str]
    preferred: frozenset[str]
    breaks: frozenset[str]
    towards: frozenset[str]
    tails: frozenset[str]

    @property
    def joins(self) -> frozenset[str]:
        """All that stands between two neighbours of a list, signs too."""
        return frozenset([",", "/", "&"]) | self.any | self.all


class AcceptedWords(_Strict):
    """Phrases by which a skill is as good as one named before it: they stand right `before` or `behind` the skill, or
    on both sides so that it is `inside`.
    """

    before: tuple[str, ...]
    inside: tuple[str, ...]
    behind: tuple[str, ...]


class PostingKind(_Strict):
    """How postings speak of a skill that is a kind of tools or methods: what it is `named` beside examples of it, and
    the categories that the examples are `from`.
    """

    named: tuple[str, ...]
    from_: frozenset[str] = Field(alias="from")


class WordsBesideLevels(_Strict):
    """Small words around what says a level. Signs (`,` `+`) stand in the code.

    `lengths` and, of them, `months` are stems of lengths of time; `inside_years` stand between a number and them,
    `before_years` between a skill and its years; `at_most`, `between_years`, `at_least` and `years_written` are how
    years are stated in phrases. `at` and `level_nouns` enclose a level, `is` stands before one that `closes` end;
    `in_lists` join the names of a list that share a level.
    """

    lengths: frozenset[str]
    months: frozenset[str]
    inside_years: frozenset[str]
    before_years: frozenset[str]
    articles: frozenset[str]
    at: frozenset[str]
    level_nouns: frozenset[str]
    is_: frozenset[str] = Field(alias="is")
    closes: frozenset[str]
    at_most: tuple[str, ...]
    between_years: tuple[str, ...]
    at_least: tuple[str, ...]
    years_written: tuple[str, ...]
    in_lists: frozenset[str]


class PostingWords(_Strict):
    """How a job posting is read."""

    as_of: date
    source: tuple[str, ...]
    weights: NeedWeights
    nice_level: LevelName
    years: YearsAsked
    seniority: tuple[Seniority, ...]
    plain_titles: tuple[str, ...]
    title_tails: tuple[str, ...]
    title_labels: tuple[str, ...]
    subject_labels: tuple[str, ...]
    subject_prefixes: tuple[str, ...]
    before_title: tuple[str, ...]
    seniority_labels: tuple[str, ...]
    headings: tuple[PostingHeading, ...]
    heading_alone: dict[str, PostingPart]
    heading_questions: frozenset[str]
    heading_denials: frozenset[str]
    stances: tuple[Stance, ...]
    levels: RatingWords
    beside_levels: WordsBesideLevels
    carriers: tuple[str, ...]
    asking: tuple[str, ...]
    asked_as: dict[str, tuple[str, ...]]
    soft_duties: frozenset[str]
    people: frozenset[str]
    roles: frozenset[str]
    other_jobs: frozenset[str]
    unended: frozenset[str]
    lists: ListWords
    examples: tuple[str, ...]
    choices: tuple[str, ...]
    all_of: frozenset[str]
    closings: tuple[str, ...]
    accepted: AcceptedWords
    one_of: frozenset[str]
    parts_of: frozenset[str]
    class_nouns: frozenset[str]
    kinds: dict[str, PostingKind]
    kind_uses: frozenset[str]
    method_nouns: frozenset[str]
    fields: frozenset[str]
    made_with_kinds: frozenset[str]
    named_before: frozenset[str]
    refers_back: frozenset[str]
    open_ends: frozenset[str]
    subjects: frozenset[str]
    turns: frozenset[str]
    small_words: frozenset[str]
    ordinary: frozenset[str]
    word_endings: tuple[str, ...]
    degree_as_written: tuple[str, ...]
    degree_any: tuple[str, ...]
    degree_goes_on: tuple[str, ...]
    degree_ongoing: frozenset[str]
    degree_equivalent: tuple[str, ...]
    languages: dict[str, str]
    pay: PayWords
    advice: ApplyRules
    place_labels: tuple[str, ...]
    page_parts: frozenset[str]
    page_tags: frozenset[str]
    page_descriptions: frozenset[str]
    page_places: frozenset[str]
    page_looks: frozenset[str]

    def level_of_years(self, years: float) -> Level:
        """The level that so many years ask for."""
        if years >= self.years.advanced:
            return Level.advanced
        return Level.intermediate if years >= self.years.intermediate else Level.basic
