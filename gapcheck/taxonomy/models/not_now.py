"""What a plan leaves for later, with the reason that it gives."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from gapcheck.taxonomy.models.advice import _template
from gapcheck.taxonomy.models.vocabulary import _Strict


class Side(_Strict):
    """Areas or categories that make up less than `share` of what a role asks wait, and `why`; not where it asks for
    one of the skills `unless`.
    """

    areas: frozenset[str] = frozenset()
    categories: frozenset[str] = frozenset()
    share: float = Field(gt=0, le=1)
    unless: frozenset[str] = frozenset()
    why: str


class OfOwnField(_Strict):
    """What weighs no more than `weight`, and takes so many hours or more, waits in a field that is one's own, one of
    `categories`.
    """

    weight: float = Field(ge=0)
    hours: int = Field(gt=0)
    categories: frozenset[str]
    why: str


class OtherTool(_Strict):
    """What weighs no more than `weight` waits where work uses another tool for the same."""

    weight: float = Field(ge=0)
    why: str


class Costly(_Strict):
    """A study of so many hours or more that brings less than `worth` points of weight for each."""

    hours: int = Field(gt=0)
    worth: float = Field(gt=0)
    why: str


class FirstYear(_Strict):
    """Skills that wait for a second year of who has no model yet and more to learn than so many `hours`."""

    hours: int = Field(gt=0)
    skills: frozenset[str] = Field(min_length=1)
    why: str


class Lectures(_Strict):
    """Words by which lectures go on (`said`), and by the skill that they teach, their names."""

    why: str
    said: tuple[str, ...]
    teaches: dict[str, tuple[str, ...]]


class ThesisFirst(_Strict):
    """Words by which a thesis is handed in, and what to say `first` of all then, with the month."""

    first: Annotated[str, _template("month")]
    said: tuple[str, ...]


class NotNowRules(_Strict):
    """What a plan leaves for later, with the reason that it gives."""

    sides: tuple[Side, ...]
    of_own_field: OfOwnField
    other_tool: OtherTool
    costly: Costly
    first_year: FirstYear
    optional_why: str
    thesis: ThesisFirst
    lectures: Lectures
