"""Results one by one → the terminal or a file; a file appears whole or not at all."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from gapcheck.cli.messages import say
from gapcheck.files import DraftFile, WriteError
from gapcheck.outputs.formats import FORMATS, View, json_text

if TYPE_CHECKING:
    from rich.console import Console

    from gapcheck.documents.pdf.page_images import PagePicture
    from gapcheck.report import ErrorReport, GapReport


Pictures = Callable[["GapReport"], Sequence["PagePicture"]]
"""Gives the pictures of a report's resume."""


class Writer:
    """Writes results in one format, one after the other, to `target` or to standard output where that is None. Errors
    are written as JSON alone. The target is replaced at the end, if there is anything to write and nothing was raised.

    Raises `WriteError`.
    """

    def __init__(self, format: str, target: Path | None, view: View, pictures: Pictures, *, color: bool) -> None:
        self.wrote = False
        self._format, self._target, self._view = format, target, view
        self._pictures, self._color = pictures, color
        self._draft: DraftFile | None = None
        self._console: Console | None = None

    def __enter__(self) -> Writer:
        if self._target is not None:
            self._draft = DraftFile(self._target)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._draft is None:
            if kind is None:
                sys.stdout.flush()
        elif kind is None and self.wrote:
            self._draft.keep()
        else:
            self._draft.discard()

    def __call__(self, result: GapReport | ErrorReport) -> None:
        """Writes one result."""
        from gapcheck.report import GapReport

        if not isinstance(result, GapReport):
            if self._format == "json":
                self._write(json_text(result, self._view))
        elif self._format == "text" and self._draft is None:
            self._print(result)
        else:
            one = FORMATS[self._format]
            if self._view.in_row and one.head and not self.wrote:
                self._write(one.head())
            self._write(rendered(result, self._format, self._view, self._pictures))

    def _write(self, content: str | bytes) -> None:
        self.wrote = True
        if self._draft is not None:
            self._draft.write(content)
        elif isinstance(content, bytes):
            sys.stdout.buffer.write(content)
        else:
            sys.stdout.write(content)
            sys.stdout.flush()

    def _print(self, report: GapReport) -> None:
        from gapcheck.outputs.terminal.console import PlainConsole
        from gapcheck.outputs.terminal.screen import print_report

        if self._console is None:
            self._console = PlainConsole(no_color=not self._color)
        elif self._view.in_row:
            self._console.print()
        print_report(report, self._console, details=self._view.details, read=self._view.read)


def rendered(report: GapReport, format: str, view: View, pictures: Pictures) -> str | bytes:
    """The report in a format, with pictures of the resume where the format has them. Raises `WriteError`."""
    one = FORMATS[format]
    if one.has_pages:
        view = replace(view, pages=pictures(report))
    if format == "ics" and not report.plan:
        say(f"{report.document.path}: there is nothing to learn, so the calendar is empty")
    if format != "pdf":
        return one.render(report, view)
    from gapcheck.outputs.pdf import PrintError

    try:
        return one.render(report, view)
    except PrintError as error:
        raise WriteError(str(error)) from None
