"""Many paths → one report or one error each, in order; a document that can't be read costs only itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from gapcheck.analyzer import Analyzer
from gapcheck.batch.suggest import Suggestion, suggestions
from gapcheck.documents import DocumentError, find_resumes
from gapcheck.report import ErrorReport, GapReport, error_report

__all__ = ["Suggestion", "analyze_all", "suggestions"]


def analyze_all(paths: Iterable[Path], analyzer: Analyzer) -> Iterator[GapReport | ErrorReport]:
    """Reports and errors as they come; folders are searched for resumes."""
    for path in paths:
        try:
            resumes = list(find_resumes(path))
        except DocumentError as error:
            yield error_report(str(path), error)
            continue
        for resume in resumes:
            try:
                yield analyzer.analyze(resume)
            except DocumentError as error:
                yield error_report(str(resume), error)
