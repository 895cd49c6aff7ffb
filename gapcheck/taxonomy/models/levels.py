"""The words and numbers by which levels are judged."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from gapcheck.taxonomy.models.vocabulary import Level, LevelName, _Strict


class Thresholds(_Strict):
    """Numbers of one level of the rule."""

    months: int = Field(gt=0)
    entries: int = Field(gt=0)
    entries_with_job: int = 0
    rated_entries: int = 0
    supported_entries: int = 0


class RatingWords(_Strict):
    """Words that rate, by the level they claim."""

    advanced: tuple[str, ...]
    intermediate: tuple[str, ...]
    basic: tuple[str, ...]

    def by_word(self) -> dict[str, Level]:
        """Each word with its level."""
        return {word: Level[level] for level in ("basic", "intermediate", "advanced") for word in getattr(self, level)}


class LimitWords(_Strict):
    """Words by which a resume itself limits what it shows: in brackets behind a name (`of_name`, `of_place`, `until`
    with a year, or what was `denied` there), as all of a part there or the last of a row (`parts`), `before` a name,
    `opening` its row as a label, around it or `within` (`little` and `works`), `learned_from` `lessons` (`articles` may
    stand between), by parts that say no more than that it is `only_read` (`beside_read` stands there too) or `begun` in
    a year, by one of `only` at either end of a part, by `through` and one of `interfaces` behind the name, by what was
    `used` and is `of_others`, or of the work that a line tells of (`of_work`); and `since` with a year behind `in_use`,
    `done_in` before a month at the end, or `through_to` between two in brackets, which date it.
    """

    of_name: tuple[str, ...]
    parts: tuple[str, ...]
    denied: tuple[str, ...]
    of_place: tuple[str, ...]
    before: tuple[str, ...]
    opening: tuple[str, ...]
    little: tuple[str, ...]
    works: tuple[str, ...]
    within: tuple[str, ...]
    only: tuple[str, ...]
    through: tuple[str, ...]
    interfaces: tuple[str, ...]
    used: tuple[str, ...]
    of_others: tuple[str, ...]
    articles: tuple[str, ...]
    learned_from: tuple[str, ...]
    lessons: tuple[str, ...]
    only_read: tuple[str, ...]
    beside_read: tuple[str, ...]
    begun: tuple[str, ...]
    until: tuple[str, ...]
    of_work: tuple[str, ...]
    in_use: tuple[str, ...]
    since: tuple[str, ...]
    done_in: tuple[str, ...]
    through_to: tuple[str, ...]


class StrengthRule(_Strict):
    """How deep a level is shown: so many lines that tell of it, in so many entries, are `deep`; a line that names
    `tools_in_a_line` skills tells of none of them. A level that rests on one loose line is advanced only where that
    line shows it with `sure_alone` or more. For the stage of a career, titles and pay a level that is shown thin counts
    as no more than `thin_at_most`. What the resume limits by its own words (`limits`) is thin.
    """

    deep_lines: int = Field(gt=0)
    deep_entries: int = Field(gt=0)
    tools_in_a_line: int = Field(gt=1)
    sure_alone: float = Field(ge=0, le=1)
    thin_at_most: LevelName
    limits: LimitWords


class LevelRule(_Strict):
    """The level rule's numbers and rating words."""

    as_of: date
    advanced: Thresholds
    intermediate: Thresholds
    years_claimed_advanced: int = Field(gt=0)
    share_advanced: float = Field(gt=0, le=1)
    share_intermediate: float = Field(gt=0, le=1)
    strength: StrengthRule
    number_words: dict[str, int]
    years_words: frozenset[str]
    since_words: tuple[str, ...]
    from_words: tuple[str, ...]
    then_words: tuple[str, ...]
    contest_words: tuple[str, ...]
    years_openers: frozenset[str]
    years_made: frozenset[str]
    years_relatives: frozenset[str]
    years_apart: frozenset[str]
    scale_full: str
    scale_empty: str
    ratings: RatingWords
    phrases: RatingWords

    def rating_of_share(self, share: float) -> Level:
        """The level that a share of a scale claims: 4 of 5 dots are 0.8."""
        if share >= self.share_advanced:
            return Level.advanced
        return Level.intermediate if share >= self.share_intermediate else Level.basic
