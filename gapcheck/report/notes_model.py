"""A person's own word in a report, as published: notes that were applied, and skills that are said and not written."""

from __future__ import annotations

from typing import Literal

from gapcheck.report.part import Part, PathText


class NotesPart(Part):
    """The notes by which the reading was corrected, and how many corrections they hold."""

    file: PathText
    applied: int


class SelfDeclaredPart(Part):
    """A skill that the person says they have. It never counts; `on_paper` tells whether the resume shows it anyway,
    `quiz` the level by their own answers to `gapcheck quiz`.
    """

    id: str
    name: str
    on_paper: bool
    quiz: Literal["basic", "intermediate", "advanced"] | None = None
