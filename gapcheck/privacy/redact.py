"""A `GapReport` and what is personal in its resume → the same report with markers in place of that."""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar, get_args

from gapcheck.privacy.find import PersonalDetails
from gapcheck.privacy.marking import replaced
from gapcheck.report.model import FromResume, GapReport, Part
from gapcheck.skills.evidence import quote

_Part = TypeVar("_Part", bound=Part)


def redacted(report: GapReport, personal: PersonalDetails) -> GapReport:
    """The report without names, e-mail and postal addresses, phone numbers, links and birth dates; skills, levels and
    verdicts are as they were.
    """
    lines = {
        quote(marked.line.text): quote(replaced(marked.line.text, marked.details))
        for marked in personal.lines
        if marked.details
    }

    def in_text(text: str) -> str:
        return lines.get(text) or replaced(text, personal.in_text(text))

    def in_part(part: _Part) -> _Part:
        changed = {}
        for name in type(part).model_fields:
            value = getattr(part, name)
            new = in_value(value, from_resume=name in _from_resume(type(part)))
            if new != value:
                changed[name] = new
        return part.model_copy(update=changed) if changed else part

    def in_value(value: Any, *, from_resume: bool) -> Any:
        if isinstance(value, Part):
            return in_part(value)
        if isinstance(value, tuple):
            return tuple(in_value(one, from_resume=from_resume) for one in value)
        return in_text(value) if from_resume and isinstance(value, str) else value

    document = report.document.model_copy(update={"path": personal.name.in_path(report.document.path)})
    return in_part(report.model_copy(update={"document": document}))


@cache
def _from_resume(part: type[Part]) -> frozenset[str]:
    """The fields of a part that quote the resume."""
    fields = part.model_fields.items()
    return frozenset(name for name, info in fields if FromResume in info.metadata or _is_marked(info.annotation))


def _is_marked(annotation: Any) -> bool:
    return FromResume in getattr(annotation, "__metadata__", ()) or any(map(_is_marked, get_args(annotation)))
