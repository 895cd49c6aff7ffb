"""The result for one document, as a worker sends it to the store: JSON, and the numbers of its row in the table."""

from __future__ import annotations

from dataclasses import dataclass

from gapcheck.documents import DocumentError
from gapcheck.privacy import without_words
from gapcheck.report import ErrorReport, GapReport, error_report


@dataclass(frozen=True, slots=True)
class Outcome:
    """A report or an error on the document `path`: `json` without personal details, the path as it may be shown, and
    `named` with them. `code` is None for a report.
    """

    path: str
    sha256: str
    json: str
    named: str
    code: str | None = None
    message: str | None = None
    readiness: float | None = None
    stage: str | None = None
    met: int | None = None
    below: int | None = None
    missing: int | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """A file without a report: its path as it may be shown, its status in the table, and the reason."""

    path: str
    status: str
    reason: str


def outcome_of(path: str, report: GapReport, redacted: GapReport) -> Outcome:
    """The outcome of an analysis that gave a report, with names and without."""
    summary = report.summary
    return Outcome(
        path=path,
        sha256=report.document.sha256,
        json=redacted.to_json(),
        named=report.to_json(),
        readiness=summary.readiness,
        stage=summary.stage,
        met=summary.met,
        below=summary.below,
        missing=summary.missing,
    )


def failure_of(path: str, sha256: str, error: DocumentError) -> Outcome:
    """The outcome of an analysis that ended with an error."""
    text = error_report(path, error).to_json()
    return Outcome(path, sha256, text, text, error.code, error.message)


def same_as(first: str) -> str:
    """What is said of a file that has the bytes of the file `first`, which came before it."""
    return f"the same file as {first}: counted once (--keep-duplicates counts each)"


def shown_path(path: str, read_as: str | None, shown: str | None) -> str:
    """A path as results show it. Its bytes were read from the path `read_as`, which results show as `shown`: the words
    that redaction took out of that path are taken out of this one too. Without an outcome (None) the path stays as it
    is.
    """
    if read_as is None or shown is None or read_as == shown:
        return path
    return shown if path == read_as else without_words(path, but=shown, of=read_as)


def renamed(json: str, read_as: str, path: str, *, is_report: bool) -> str:
    """The JSON of a report or an error with another path: the same bytes under another name."""
    found = (GapReport if is_report else ErrorReport).model_validate_json(json)
    path = shown_path(path, read_as, found.document.path)
    return found.model_copy(update={"document": found.document.model_copy(update={"path": path})}).to_json()
