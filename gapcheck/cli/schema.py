"""`gapcheck schema`: prints the JSON Schema of a report, a cohort, notes or a data file."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class SchemaKind(StrEnum):
    """What a JSON Schema is of: a report, a cohort, notes, or a kind of data file."""

    report = "report"
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


def schema(
    kind: Annotated[
        SchemaKind, typer.Option(help="A report, a cohort, notes, or a kind of data file.")
    ] = SchemaKind.report,
) -> None:
    """Print the JSON Schema of a report, a cohort, notes, or of a kind of data file for your editor."""
    import json

    from gapcheck.cohort import cohort_schema
    from gapcheck.notes import notes_schema
    from gapcheck.report import json_schema
    from gapcheck.taxonomy.models.taxonomy import file_schema

    published = {SchemaKind.report: json_schema, SchemaKind.cohort: cohort_schema, SchemaKind.notes: notes_schema}
    found = published[kind]() if kind in published else file_schema(kind.value)
    typer.echo(json.dumps(found, indent=2))
