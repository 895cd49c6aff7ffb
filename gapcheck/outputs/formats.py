"""The outputs of a report: for each its name, the suffixes of its files, and the function that makes it. A new output
is a file in `gapcheck/outputs/` and an entry here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gapcheck.safe_text import harmless, harmless_json

if TYPE_CHECKING:
    from gapcheck.documents.pdf.page_images import PagePicture
    from gapcheck.report import ErrorReport, GapReport


@dataclass(frozen=True, slots=True)
class View:
    """What a reader wants to see.

    `details`: the whole report, where an output has a short form too. `read`: only how the resume was read, for output
    as text. `in_row`: the report is one of several in one file. `pages`: pictures of the resume, for outputs that show
    it.
    """

    details: bool = False
    read: bool = False
    in_row: bool = False
    pages: Sequence[PagePicture] = ()


@dataclass(frozen=True, slots=True)
class OutputFormat:
    """An output. `render` makes it of a report and a view: text, or bytes where the output is no text.

    `suffixes` are those of its files, the usual one first. `in_rows` tells whether one file can hold several reports;
    `head` then gives the lines above the first, if there are any. `has_pages` tells whether it shows pictures of the
    resume.
    """

    suffixes: tuple[str, ...]
    media_type: str
    render: Callable[[GapReport, View], str | bytes]
    in_rows: bool = False
    head: Callable[[], str] | None = None
    has_pages: bool = False

    @property
    def suffix(self) -> str:
        """The usual suffix of its files, with the dot."""
        return self.suffixes[0]


def _text(report: GapReport, view: View) -> str:
    from gapcheck.outputs.terminal.screen import text_report

    return text_report(report, details=view.details, read=view.read) + ("\n" if view.in_row else "")


def json_text(report: GapReport | ErrorReport, view: View) -> str:
    """A report or an error as JSON; on one line where the file holds several."""
    return harmless_json(report.to_json(indent=None if view.in_row else 2)) + "\n"


def _markdown(report: GapReport, view: View) -> str:
    from gapcheck.outputs.markdown import markdown_report

    return harmless(markdown_report(report)) + ("\n" if view.in_row else "")


def _csv(report: GapReport, view: View) -> str:
    from gapcheck.outputs.csv import csv_head, csv_rows

    return ("" if view.in_row else csv_head()) + csv_rows(report)


def _csv_head() -> str:
    from gapcheck.outputs.csv import csv_head

    return csv_head()


def _html(report: GapReport, view: View) -> str:
    from gapcheck.outputs.html.report import html_report

    return html_report(report, view.pages)


def _pdf(report: GapReport, view: View) -> bytes:
    from gapcheck.outputs.html.report import html_report
    from gapcheck.outputs.pdf import printed_pdf

    return printed_pdf(html_report(report, view.pages))


def _ics(report: GapReport, view: View) -> bytes:
    from gapcheck.outputs.ics import calendar_of_plan

    return calendar_of_plan(report)


FORMATS = {
    "text": OutputFormat((".txt",), "text/plain", _text, in_rows=True),
    "json": OutputFormat((".json", ".jsonl"), "application/json", json_text, in_rows=True),
    "markdown": OutputFormat((".md",), "text/markdown", _markdown, in_rows=True),
    "csv": OutputFormat((".csv",), "text/csv", _csv, in_rows=True, head=_csv_head),
    "html": OutputFormat((".html", ".htm"), "text/html", _html, has_pages=True),
    "pdf": OutputFormat((".pdf",), "application/pdf", _pdf, has_pages=True),
    "ics": OutputFormat((".ics",), "text/calendar", _ics),
}
"""All outputs by name."""


SUFFIXES = {suffix: name for name, one in FORMATS.items() for suffix in one.suffixes}
"""The names of all outputs by the suffixes of their files."""
