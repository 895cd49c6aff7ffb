"""What a run wrote for each resume → the page that leads to it: a table to sort and to search."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from gapcheck.outputs.html.page import render_page
from gapcheck.report.model import SummaryPart
from gapcheck.report.skills_model import RequirementPart

if TYPE_CHECKING:
    from gapcheck.batch.outcome import Unread

_GAPS = 3


@dataclass(frozen=True, slots=True)
class Handout:
    """A report's file, with what the table shows of it; `file` is its path from the page."""

    path: str
    file: str
    summary: SummaryPart
    requirements: Sequence[RequirementPart]

    @property
    def link(self) -> str:
        """The address of the file, as a page names it."""
        return quote(self.file)

    @property
    def gaps(self) -> str:
        """The heaviest open requirements."""
        still_open = sorted((one for one in self.requirements if one.status != "met"), key=lambda one: -one.weight)
        return ", ".join(one.name for one in still_open[:_GAPS])


def handouts_page(handouts: Sequence[Handout], unread: Sequence[Unread] = ()) -> str:
    """The page, with the files without a report at its foot; it loads nothing, and works without scripts as a plain
    table.
    """
    return render_page(
        "handouts.html.j2",
        styles=("base.css", "handouts.css"),
        scripts=("handouts.js",),
        handouts=handouts,
        unread=unread,
    )
