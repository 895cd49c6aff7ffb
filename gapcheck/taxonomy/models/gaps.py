"""How gaps are laid out for people: areas, and what is surely there though it is not named."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from gapcheck.taxonomy.models.vocabulary import Level, LevelName, _Strict


class Area(_Strict):
    """What one works on as one thing: the requirements on these skills, or else of these categories."""

    id: str
    name: str
    categories: frozenset[str]
    skills: frozenset[str]


class SureRule(_Strict):
    """Who used one of `by` at the level `least` or above, or writes one of `signs` of own work, or holds a degree of
    one of the levels `degrees` in one of `fields` (any, where none is named), has used `skills`; where it names use and
    degree, it takes both. With `beside` the use counts only in an entry that shows one of these too. What is only
    implied by another skill counts as use where `family` says that it is of the kind of that skill.
    """

    skills: tuple[str, ...] = Field(min_length=1)
    by: frozenset[str] = frozenset()
    least: LevelName = Level.basic
    beside: frozenset[str] = frozenset()
    family: bool = False
    signs: tuple[str, ...] = ()
    degrees: frozenset[str] = frozenset()
    fields: tuple[str, ...] = ()


class Afar(_Strict):
    """What of `skills` is known by lines on `by` alone is not used itself."""

    skills: frozenset[str]
    by: frozenset[str]


class GapLayout(_Strict):
    """Areas in which gaps are shown, those that come `last`, what a level below the one expected weighs in their order
    (`shown_below`), what is known from `afar`, and rules for what is surely there; behind one of the words `lesser`
    stands no field of a degree.
    """

    source: tuple[str, ...]
    as_of: date
    areas: tuple[Area, ...] = Field(min_length=1)
    last: frozenset[str]
    shown_below: float = Field(gt=0, le=1)
    lesser: frozenset[str]
    afar: Afar
    sure: tuple[SureRule, ...]

    def area_of(self, skill: str, category: str) -> Area | None:
        """The area of a requirement that this skill can meet; None where none is named."""
        named = (area for area in self.areas if skill in area.skills)
        return next(named, None) or next((area for area in self.areas if category in area.categories), None)
