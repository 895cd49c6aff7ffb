"""What the command prints besides reports: text that can't drive the terminal, and what takes so long."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import typer

from gapcheck.safe_text import harmless

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from gapcheck.batch.outcome import Outcome

_PATIENCE = 1.0  # seconds without an answer after which a person is told what takes so long


def put(text: str, *, nl: bool = True) -> None:
    """Prints text on standard output."""
    typer.echo(harmless(text), nl=nl)


def say(message: str) -> None:
    """Prints a line on standard error that begins with the name of the command."""
    typer.echo(harmless(f"gapcheck: {message}"), err=True)


@contextmanager
def told_when_slow(message: str, *, quiet: bool) -> Iterator[None]:
    """Shows the message with a moving sign on standard error while something takes longer than a second, where that is
    a terminal.
    """
    if quiet or not sys.stderr.isatty():
        yield
        return
    done = threading.Event()
    watch = threading.Thread(target=_show, args=(message, done), daemon=True)
    watch.start()
    try:
        yield
    finally:
        done.set()
        watch.join()


def _show(message: str, done: threading.Event) -> None:
    if done.wait(_PATIENCE):
        return
    from rich.text import Text

    from gapcheck.outputs.terminal.console import PlainConsole

    with PlainConsole(stderr=True).status(Text(harmless(message), no_wrap=True, overflow="ellipsis")):
        done.wait()


SOME_FAILED, USAGE, BELOW_THRESHOLD, INTERRUPTED = 1, 2, 3, 130
"""Exit codes: a document or a file of data is wrong; the command is; a resume is below --fail-under; Ctrl-C came."""


@contextmanager
def progress(total: int, *, quiet: bool) -> Iterator[Callable[[Outcome], None]]:
    """A bar on standard error where that is a terminal; errors are told either way."""
    from rich.console import Console

    console = Console(stderr=True, highlight=False, soft_wrap=True)
    if quiet or not total or not console.is_terminal:
        yield tell_error
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from gapcheck.report.wording import counted

    columns: list[Any] = [
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[failures]}"),
    ]
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=total, rate="", failures="")
        failures = 0

        def step(outcome: Outcome) -> None:
            nonlocal failures
            failures += is_error(outcome)
            speed = bar.tasks[0].finished_speed or bar.tasks[0].speed
            bar.update(
                task,
                advance=1,
                rate=f"{speed:.1f} a second" if speed else "",
                failures=counted(failures, "failure") if failures else "",
            )
            if is_error(outcome):
                bar.console.print(
                    harmless(f"gapcheck: {outcome.path}: {outcome.code}: {outcome.message}"), markup=False
                )

        yield step


def is_error(outcome: Outcome) -> bool:
    """Whether a document that should have been read could not be; what a folder holds besides resumes is no error."""
    from gapcheck.documents.naming import SKIPPED

    return outcome.code is not None and outcome.code not in SKIPPED


def tell_error(outcome: Outcome) -> None:
    """Prints the error of a document, where it has one."""
    if is_error(outcome):
        say(f"{outcome.path}: {outcome.code}: {outcome.message}")
