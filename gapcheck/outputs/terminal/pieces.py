"""Headings, grids and level marks that several terminal views share."""

from __future__ import annotations

from rich.console import RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

_USUAL_WIDTH = 80  # columns of a console
_NAME, _WIDEST_NAME = 34, 48  # columns for names

COLOR = {"met": "green", "below": "yellow", "missing": "red"}
"""The colour of each verdict."""


def heading(text: str) -> RenderableType:
    """A rule across the page that names a part of the report."""
    return Padding(Rule(text, align="left", style="dim"), (1, 0, 0, 0))


def grid_of(labels: int) -> Table:
    """A table of two columns without lines: labels, so many columns of the console wide, and what they are about."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True, width=labels)
    grid.add_column()
    return grid


def hanging(sign: str, text: Text | str) -> RenderableType:
    """A sign, and behind it text whose further lines begin below its first one and not below the sign."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_row(sign, Text(text) if isinstance(text, str) else text)  # brackets in it are no markup
    return grid


def name_width(width: int) -> int:
    """The columns that names get on a console of so many columns: a quarter of those beyond 80 are theirs."""
    return min(_WIDEST_NAME, _NAME + max(0, width - _USUAL_WIDTH) // 4)


def indented(text: str | Text, columns: int, style: str = "dim") -> RenderableType:
    """Text that begins so many columns from the left; `style` is that of a plain string."""
    return Padding(Text(text, style=style) if isinstance(text, str) else text, (0, 0, 0, columns))
