"""A console on which text is only text: no markup is read in it, and nothing in it drives the terminal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment
from rich.text import Text

from gapcheck.safe_text import harmless


class PlainConsole(Console):
    """Rich's console for text that others wrote; takes the same options."""

    def __init__(self, **options: Any) -> None:
        super().__init__(markup=False, emoji=False, highlight=False, **options)

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        """The renderable's segments."""
        if isinstance(renderable, str):
            renderable = harmless(renderable)
        elif isinstance(renderable, Text) and not renderable.plain.isprintable():
            renderable = renderable.copy()
            renderable.plain = harmless(renderable.plain)
        return super().render(renderable, options)
