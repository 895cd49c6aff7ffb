"""Headings, grids and level marks that several terminal views share."""

from __future__ import annotations

from rich.cells import set_cell_size
from rich.console import RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

COLOR = {"met": "green", "below": "yellow", "missing": "red"}


def heading(text: str) -> RenderableType:
    """A rule across the page that names a part of the report."""
    return Padding(Rule(text, align="left", style="dim"), (1, 0, 0, 0))


def _grid(labels: int) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True, width=labels)
    grid.add_column()
    return grid


def _hanging(sign: str, text: str) -> RenderableType:
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_row(sign, text)
    return grid


_NAME, _LEVEL, _LEVELS = 34, 14, 26  # columns of a console of 80; names get a quarter of what is more


_USUAL_WIDTH, _WIDEST_NAME = 80, 48


def _name_width(width: int) -> int:
    return min(_WIDEST_NAME, _NAME + max(0, width - _USUAL_WIDTH) // 4)


def _cells(*levels: str) -> str:
    return "".join(set_cell_size(level, _LEVEL) for level in levels)


def _indented(text: str | Text, columns: int, style: str = "dim") -> RenderableType:
    return Padding(Text(text, style=style) if isinstance(text, str) else text, (0, 0, 0, columns))
