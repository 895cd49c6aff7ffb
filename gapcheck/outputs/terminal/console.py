"""A console on which text is only text: no markup is read in it, nothing in it drives the terminal, no line of a file
ends in blanks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
        segments = super().render(renderable, options)
        return segments if self.is_terminal else _without_blank_ends(segments)


def _without_blank_ends(segments: Iterable[Segment]) -> Iterator[Segment]:
    """The segments without blanks before the end of a line; a table cell fills its lines up again."""
    held: list[Segment] = []  # blanks that are shown only if the line goes on after them
    for text, style, control in segments:
        if control:
            yield Segment(text, style, control)
            continue
        for line in text.splitlines(keepends=True):
            shown = line.rstrip()
            if shown:
                yield from held
                yield Segment(shown, style)
            if shown or line.endswith("\n"):
                held.clear()
            if line.endswith("\n"):
                yield Segment.line()
            elif blanks := line[len(shown) :]:
                held.append(Segment(blanks, style))
    yield from held
