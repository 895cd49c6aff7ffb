"""The entries that a plan writes into, and its lines."""

from __future__ import annotations

from typing import Literal, NamedTuple

Where = Literal["project", "job", "certificate"]


class Spot(NamedTuple):
    """An entry that a line can be written into: of the resume by its number there, or a new project. `nouns` is the
    key of the words that lines use for it.
    """

    where: Where
    title: str
    nouns: str
    entry: int | None = None

    @property
    def is_new_project(self) -> bool:
        """Whether it is a project to be built; the studies are none."""
        return self.where == "project" and self.entry is None and self.nouns != "studies"


class WrittenLine(NamedTuple):
    """A line that reports a deed for one skill, and the entry it belongs to."""

    spot: Spot
    skill: str
    text: str
