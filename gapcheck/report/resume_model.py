"""The resume as it was read, as published: its sections in order, their entries, and when those were."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from gapcheck.report.part import Part, ResumeText

KnownByText = Literal["listed", "joint", "guessed", "stated"]
"""How a section's kind is known: its heading is on the list, names several kinds, was judged by the model, or the
format says it.
"""


class EntryPart(Part):
    """One job, degree, project or other entry. `printed` are its dates as they stand; `from` and `to` are months
    (`2020-01`), `to` may be `present`. `months` counts both; it is null where no date was found.
    """

    kind: str
    title: ResumeText
    organisation: ResumeText | None
    printed: ResumeText | None
    from_: str | None = Field(alias="from")
    to: str | None
    months: int | None
    page: int
    line: int


class SectionPart(Part):
    """A section under one heading; `heading` is null for what stands above the first one."""

    kind: str
    heading: ResumeText | None
    page: int
    line: int
    known_by: KnownByText
    entries: tuple[EntryPart, ...]


class DegreePart(Part):
    """A degree or school; `level` is null where its words tell none."""

    level: str | None
    title: ResumeText
    from_: str | None = Field(alias="from")
    to: str | None
    page: int
    line: int


class ResumePart(Part):
    """The resume as it was read. `work_months` counts months in which jobs overlap once; `certificates_seen` are all
    certificates as printed, also those that nobody knows.
    """

    work_months: int
    degrees: tuple[DegreePart, ...]
    certificates_seen: tuple[ResumeText, ...]
    sections: tuple[SectionPart, ...]
