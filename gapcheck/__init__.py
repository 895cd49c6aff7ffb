"""gapcheck reads a resume and says, with proof, what is missing for a junior machine-learning engineer and what to do
next.

>>> from gapcheck import analyze
>>> report = analyze("samples/strong.pdf")  # doctest: +SKIP
>>> report.summary.readiness  # doctest: +SKIP
0.78
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gapcheck.analyzer import Analyzer, UnknownProfileError, analyze
    from gapcheck.batch.many import analyze_many
    from gapcheck.documents import DocumentError
    from gapcheck.report import ErrorReport, GapReport

from gapcheck.version import __version__

__all__ = [
    "Analyzer",
    "DocumentError",
    "ErrorReport",
    "GapReport",
    "UnknownProfileError",
    "__version__",
    "analyze",
    "analyze_many",
]

_HOME = {
    "Analyzer": "gapcheck.analyzer",
    "UnknownProfileError": "gapcheck.analyzer",
    "analyze": "gapcheck.analyzer",
    "analyze_many": "gapcheck.batch.many",
    "DocumentError": "gapcheck.documents",
    "ErrorReport": "gapcheck.report",
    "GapReport": "gapcheck.report",
}


def __getattr__(name: str) -> Any:
    """The public names, imported on first use: `gapcheck --version` must not wait for spaCy."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import importlib

    return getattr(importlib.import_module(_HOME[name]), name)
