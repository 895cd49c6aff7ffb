"""What one document came to, as it travels from a worker to the store: JSON, and the numbers of its row in a table."""

from __future__ import annotations

from dataclasses import dataclass

from gapcheck.documents import DocumentError
from gapcheck.report import ErrorReport, GapReport, error_report


@dataclass(frozen=True, slots=True)
class Outcome:
    """A report or an error on the document `path`. `json` is either as published; `code` is None for a report."""

    path: str
    sha256: str
    json: str
    code: str | None = None
    message: str | None = None
    readiness: float | None = None
    stage: str | None = None
    met: int | None = None
    below: int | None = None
    missing: int | None = None

    def to_report(self) -> GapReport | ErrorReport:
        """The report or error itself."""
        return (GapReport if self.code is None else ErrorReport).model_validate_json(self.json)


def outcome_of(report: GapReport) -> Outcome:
    """The outcome of an analysis that gave a report."""
    summary = report.summary
    return Outcome(
        path=report.document.path,
        sha256=report.document.sha256,
        json=report.to_json(),
        readiness=summary.readiness,
        stage=summary.stage,
        met=summary.met,
        below=summary.below,
        missing=summary.missing,
    )


def failure_of(path: str, sha256: str, error: DocumentError) -> Outcome:
    """The outcome of an analysis that ended with an error."""
    return Outcome(path, sha256, error_report(path, error).to_json(), error.code, error.message)


def renamed(json: str, path: str, *, is_report: bool) -> str:
    """The JSON of a report or an error with another path: the same bytes under another name."""
    found = (GapReport if is_report else ErrorReport).model_validate_json(json)
    return found.model_copy(update={"document": found.document.model_copy(update={"path": path})}).to_json()
