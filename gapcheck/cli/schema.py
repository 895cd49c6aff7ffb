"""`gapcheck schema`: prints the JSON Schema of a report, a cohort or a data file."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from pydantic import BaseModel


class SchemaKind(StrEnum):
    """What a JSON Schema is of: a report, an error, a comparison, a cohort, notes, or a kind of data file."""

    report = "report"
    error = "error"
    diff = "diff"
    cohort = "cohort"
    notes = "notes"
    skills = "skills"
    profile = "profile"
    certifications = "certifications"
    roadmap = "roadmap"
    headings = "headings"
    entries = "entries"
    context = "context"
    language = "language"
    unread_languages = "unread_languages"
    health = "health"
    levels = "levels"
    postings = "postings"
    advice = "advice"
    portfolio = "portfolio"
    market = "market"
    privacy = "privacy"
    quiz = "quiz"


def schema(
    kind: Annotated[SchemaKind, typer.Option(help="What is printed, or a kind of data file.")] = SchemaKind.report,
) -> None:
    """Print the JSON Schema of a report, a cohort, or of a kind of data file for your editor."""
    import json

    from gapcheck.cohort import Cohort
    from gapcheck.notes import notes_schema
    from gapcheck.progress.model import Progress
    from gapcheck.report import ErrorReport, GapReport, published_schema
    from gapcheck.taxonomy.models.taxonomy import file_schema

    published: dict[SchemaKind, type[BaseModel]] = {
        SchemaKind.report: GapReport,
        SchemaKind.error: ErrorReport,
        SchemaKind.diff: Progress,
        SchemaKind.cohort: Cohort,
    }
    if kind is SchemaKind.notes:
        found = notes_schema()
    else:
        found = published_schema(published[kind]) if kind in published else file_schema(kind.value)
    typer.echo(json.dumps(found, indent=2))
