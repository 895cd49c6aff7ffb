"""What the reader doubts of its own reading, as published."""

from __future__ import annotations

from typing import Literal

from gapcheck.report.part import Part, ResumeText


class HealthFindingPart(Part):
    """Something in the reading that looks wrong: what, where (null for the whole document), and what to do."""

    code: str
    page: int | None
    line: int | None
    text: ResumeText
    remedy: str


class HealthPart(Part):
    """Whether the reading can be trusted: `fine`; `check` what the findings name; `unread`, then nothing is judged."""

    verdict: Literal["fine", "check", "unread"]
    findings: tuple[HealthFindingPart, ...] = ()
