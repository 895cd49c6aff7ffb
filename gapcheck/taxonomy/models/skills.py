"""Skills with their aliases, hours and resources, as checked models."""

from __future__ import annotations

import itertools
from datetime import date
from functools import cached_property
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from gapcheck.taxonomy.models.vocabulary import Level, LevelName, SectionKind, _several, _start_level, _Strict


class Alias(_Strict):
    """A way to write a skill, and when it means the skill.

    In `text`, `word~` stands for the word in any inflection, `#` for a number, `...` for up to seven words of the same
    clause
    and `a|b` for either. `not_before` and `not_after` name words that, right after or right before it, rule it out.
    With `list`, `near` or `after` it needs company: a list of skills or a skills section, one of the `near` words in
    the same
    item, or one of the `after` words right before it. `with` asks for one of these skills in the same entry, `loose`
    says that other trades use the words too: their sentence has to bear them out. With `alone` no word stands right
    before it that tells of what it is (`route optimization`). `only_in` for a section. `#` in `not_after` or
    `not_before` is a number.
    """

    text: str = Field(min_length=1)
    case: bool = False
    list: bool = False
    near: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    with_: Annotated[tuple[str, ...], BeforeValidator(_several)] = Field((), alias="with")
    only_in: tuple[SectionKind, ...] = ()
    loose: bool = False
    alone: bool = False

    @property
    def is_conditional(self) -> bool:
        """Whether more than the text is given."""
        return len(self.model_fields_set) > 1

    @cached_property
    def conditions(self) -> tuple[object, ...]:
        """All but the text: aliases that share them can be looked up together."""
        return tuple(value for name, value in self if name != "text")

    @cached_property
    def needs_company(self) -> bool:
        """Whether the words around it must speak for it."""
        return bool(self.list or self.near or self.after)


def _alias(value: object) -> object:
    return {"text": value} if isinstance(value, str) else value


AliasText = Annotated[Alias, BeforeValidator(_alias)]


class StudyTime(_Strict):
    """Hours that a resource takes: as it says itself, worked out from its weeks or credits, or estimated."""

    min: int = Field(ge=0)
    max: int = Field(ge=0)
    basis: Literal["stated", "derived", "estimate"]


class Resource(_Strict):
    """Where to learn a skill: from the level on which it starts (`from`) to the level to which it leads (`to`).

    `cost` is `audit` where reading is free and the certificate is not. `as_of` is the day the address was last seen;
    `sure` is medium where it should be checked.
    """

    name: str
    provider: str
    url: str
    kind: Literal["course", "book", "docs", "practice", "article", "video"]
    from_level: Annotated[Level, BeforeValidator(_start_level)] = Field(Level.none, alias="from")
    to_level: LevelName = Field(Level.basic, alias="to")
    language: str = "en"
    cost: Literal["free", "audit", "paid"] = "free"
    hours: StudyTime | None = None
    as_of: date
    sure: Literal["high", "medium"] = "high"

    @property
    def is_free(self) -> bool:
        """Whether one can learn from it without paying."""
        return self.cost != "paid"


class Hours(_Strict):
    """Hours of study for one person alone: to basic, from there to intermediate, from there to advanced. `source` is
    what they rest on: courses that state them, or the reason of the judgement.
    """

    basic: int = Field(gt=0)
    intermediate: int = Field(gt=0)
    advanced: int | None = Field(None, gt=0)
    basis: Literal["measured", "estimate", "judgement"]
    source: str = ""
    as_of: date

    def between(self, found: Level, expected: Level) -> int:
        """Hours from one level to another; 0 where nothing is to be learned."""
        return max(0, self._from_nothing[expected] - self._from_nothing[found])

    @cached_property
    def _from_nothing(self) -> tuple[int, ...]:
        """Hours to each level from none."""
        return tuple(itertools.accumulate([0, self.basic, self.intermediate, self.advanced or 0]))


class Skill(_Strict):
    """One skill. `aliases` name it; `signs` describe it without naming it, so that it counts as implied."""

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    name: str
    about: str
    category: str = ""
    aliases: tuple[AliasText, ...] = ()
    signs: tuple[AliasText, ...] = ()
    implies: tuple[str, ...] = ()
    prerequisites: tuple[str, ...] = ()
    hours: Hours | None = None
    ids: dict[str, str] = Field(default_factory=dict)


class WrittenSkill(Skill):
    """A skill as its file has it: with its resources, which few runs need and which are kept apart (`Learning`)."""

    resources: tuple[Resource, ...] = ()


class SkillFile(_Strict):
    """One category of skills. In a file laid over ours, `remove` names skills to leave out."""

    category: str
    title: str = ""
    skills: tuple[WrittenSkill, ...] = ()
    remove: tuple[str, ...] = ()
