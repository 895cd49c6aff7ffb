"""A `GapReport` and what is personal in its resume → the same report with markers in place of that."""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar, get_args

from gapcheck.privacy.find import PersonalDetails
from gapcheck.privacy.marking import replaced
from gapcheck.report.model import GapReport
from gapcheck.report.part import FromResume, Part
from gapcheck.skills.quotes import quote

_Part = TypeVar("_Part", bound=Part)


def redacted(report: GapReport, personal: PersonalDetails) -> GapReport:
    """The report without names, e-mail and postal addresses, phone numbers, links and birth dates; skills, levels and
    verdicts are as they were.
    """
    lines = {
        quote(marked.line.text): quote(replaced(marked.line.text, marked.details))
        for marked in sorted(personal.lines, key=lambda one: bool(one.details))
    }

    def in_text(text: str) -> str:
        if text not in lines:
            lines[text] = replaced(text, personal.in_text(text))
        return lines[text]

    def in_part(part: _Part) -> _Part:
        changed = {}
        for name in _from_resume(type(part)):
            value = getattr(part, name)
            new = in_value(value)
            if new is not value:
                changed[name] = new
        return part.model_copy(update=changed) if changed else part

    def in_value(value: Any) -> Any:
        if isinstance(value, Part):
            return in_part(value)
        if isinstance(value, tuple):
            return tuple(map(in_value, value))
        return in_text(value) if isinstance(value, str) else value

    document = report.document.model_copy(update={"path": personal.name.in_path(report.document.path)})
    notes = report.notes and report.notes.model_copy(update={"file": personal.name.in_path(report.notes.file)})
    return in_part(report.model_copy(update={"document": document, "notes": notes}))


@cache
def _from_resume(part: type[Part]) -> tuple[str, ...]:
    """The fields of a part that quote the resume, or hold parts that do."""
    fields = part.model_fields.items()
    return tuple(name for name, info in fields if FromResume in info.metadata or _quotes(info.annotation))


def _quotes(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return bool(_from_resume(annotation))
    return FromResume in getattr(annotation, "__metadata__", ()) or any(map(_quotes, get_args(annotation)))
