"""A result and a file of notes → the file's text with the result in it; all else stays as it was written."""

from __future__ import annotations

import re
from datetime import date

from gapcheck.quiz.result import QuizResult

_FIELD = "quiz:"


def kept(result: QuizResult, notes: str, on: date) -> str:
    """The text of the notes with this result, in place of an earlier one on the same skill."""
    line = (
        f"- {{skill: {result.skill}, level: {result.level.name}, right: {result.all_right}, "
        f"of: {result.all_asked}, on: {on}}}"
    )
    earlier = re.compile(rf"\s*- \{{skill: {re.escape(result.skill)},")
    rows = [row for row in notes.splitlines() if not earlier.match(row)]
    field = next((number for number, row in enumerate(rows) if row.split("#")[0].rstrip() == _FIELD), None)
    if field is None:
        rows.append(_FIELD)
        field = len(rows) - 1
    return "\n".join([*rows[: field + 1], line, *rows[field + 1 :]]) + "\n"
