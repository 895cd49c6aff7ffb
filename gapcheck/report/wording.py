"""How lines of a resume are quoted to people, and what reasons are called, wherever a report is shown."""

from __future__ import annotations

from gapcheck.report.model import EvidencePart
from gapcheck.taxonomy import Reason

_LONGEST = 140

REASONS = {
    Reason.negated: "the resume says it is not there",
    Reason.aspiration: "hoped for, or still being learned",
    Reason.other_meaning: "means something else here",
    Reason.other_person: "somebody else's work",
    Reason.hidden: "can't be seen on the page",
    Reason.repeated: "a name again and again, and nothing about it",
    Reason.advert: "stands in a job advertisement",
    Reason.instruction: "stands in an instruction to a language model",
}
"""Why a mention does not count."""

TRICKS = {
    Reason.hidden: "the document holds text that can't be seen on the page",
    Reason.repeated: "the document repeats names of skills again and again",
    Reason.advert: "the document holds the text of a job advertisement",
    Reason.instruction: "the document holds instructions to a language model",
}
"""What the report warns of."""


def quoted(line: EvidencePart) -> str:
    """The place of a line and its words."""
    return f"page {line.page}, line {line.line}: “{short(line.quote)}”"


def short(text: str, length: int = _LONGEST) -> str:
    """The text, cut to `length` characters with an ellipsis."""
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
