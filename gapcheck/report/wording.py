"""How lines of a resume are quoted to people, wherever a report is shown."""

from __future__ import annotations

from gapcheck.report.model import EvidencePart

_LONGEST = 140


def quoted(line: EvidencePart) -> str:
    """The place of a line and its words."""
    return f"page {line.page}, line {line.line}: “{short(line.quote)}”"


def short(text: str, length: int = _LONGEST) -> str:
    """The text, cut to `length` characters with an ellipsis."""
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
