"""What the command prints besides reports: text that can't drive the terminal, and what takes so long."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from gapcheck.harmless import harmless

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

    from gapcheck.report.console import PlainConsole

    with PlainConsole(stderr=True).status(Text(harmless(message), no_wrap=True, overflow="ellipsis")):
        done.wait()
