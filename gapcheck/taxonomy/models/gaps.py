"""How gaps are laid out for people: areas, and what is surely there though it is not named."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from pydantic import Field

from gapcheck.taxonomy.models.vocabulary import Level, LevelName, _Strict


class Area(_Strict):
    """What one works on as one thing: the requirements on these skills, or else of these categories. `presses` is how
    much more a gap in it matters than its weight and its demand say, and `after` are the areas that it stands on; to
    one that is `whole` belongs only what none but its skills can meet.
    """

    id: str
    name: str
    categories: frozenset[str]
    skills: frozenset[str]
    presses: float = Field(default=1.0, gt=0)
    after: frozenset[str] = frozenset()
    whole: bool = False


class Settled(_Strict):
    """What nobody is asked to write, to show or to learn who surely has it: these skills, and these categories."""

    skills: frozenset[str]
    categories: frozenset[str]

    def has(self, skill: str, category: str) -> bool:
        """Whether a requirement of this category, on this skill, is one of them."""
        return skill in self.skills or category in self.categories


class SureRule(_Strict):
    """Who used one of `by` at the level `least` or above, or writes one of `signs` of own work, or holds a degree of
    one of the levels `degrees` in one of `fields` (any, where none is named), or has worked for so many `months` at
    anything, has used `skills`; where it names use and degree, it takes both; these and signs tell of the level `to`.
    With `beside` the use counts only in an entry that shows one of these too, with `named` only where the resume lists
    or shows one of these without a limit, and it tells of the level `to`. What is only implied by another skill counts
    as use where `family` says that it is of the kind of that skill. Of depth (`least` above basic) no line tells that
    calls its work unfinished. Where it `settles`, nobody is asked to write, show or learn them.
    """

    skills: tuple[str, ...] = Field(min_length=1)
    by: frozenset[str] = frozenset()
    least: LevelName = Level.basic
    beside: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    family: bool = False
    signs: tuple[str, ...] = ()
    months: int | None = Field(default=None, gt=0)
    degrees: frozenset[str] = frozenset()
    fields: tuple[str, ...] = ()
    to: LevelName = Level.basic
    settles: bool = False


class Afar(_Strict):
    """What of `skills` is known by lines on `by` alone is not used itself."""

    skills: frozenset[str]
    by: frozenset[str]


class GapLayout(_Strict):
    """Areas in which gaps are shown, those that come `last`, what a level below the one expected weighs in their order
    (`shown_below`), and an area that stands on others where these lack and the role asks more of them (`waiting`), the
    share of all that a role asks from which an area presses (`presses_from`); what
    is known from `afar`; and rules for what is surely there; behind one of the words `lesser` stands no field of a
    degree; a line with one of `unfinished` tells of a work that came to no end, or was made in a day; a doctorate
    counts as one that is there from `doctorate_months` after its begin.
    """

    source: tuple[str, ...]
    as_of: date
    areas: tuple[Area, ...] = Field(min_length=1)
    last: frozenset[str]
    shown_below: float = Field(gt=0, le=1)
    waiting: float = Field(gt=0, le=1)
    presses_from: float = Field(ge=0, le=1)
    lesser: frozenset[str]
    afar: Afar
    settled: Settled
    unfinished: tuple[str, ...]
    doctorate_months: int = Field(gt=0)
    sure: tuple[SureRule, ...]

    def area_of(self, skill: str, category: str, any_of: Collection[str] = ()) -> Area | None:
        """The area of a requirement that this skill can meet, and `any_of` could; None where none is named."""
        named = (area for area in self.areas if skill in area.skills and not (area.whole and set(any_of) - area.skills))
        return next(named, None) or next((area for area in self.areas if category in area.categories), None)
