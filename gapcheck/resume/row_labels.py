"""Lines that may be headings → those of them that do not just name the value beside them: `Position<tab>: Clerk`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from gapcheck.resume.heading_looks import MAIN, RECURRING, Candidate, kinds_of
from gapcheck.resume.model import Place
from gapcheck.taxonomy import SectionKind

_FEWEST_LABELS = 2  # with a colon and their text below it
_FEWEST_ROWS, _ROWS = 3, 0.75  # names in a look that stand beside a cell of their row, and their share
_SAME_ROW = 0.2  # of the height of a line
_NAMES_NOTHING = re.compile(r"\t\s*:\s*$")


def without_row_labels(places: Sequence[Place], known: dict[int, Candidate]) -> dict[int, Candidate]:
    """The candidates without names of values (`Position<tab>: Clerk`, `Tools<tab>Git` in a look of their own), where
    other headings are enough: they name three kinds, or this very kind; all of them where headings have such a colon
    too, with their text below it.
    """
    if sum(bool(_NAMES_NOTHING.search(places[index].line.text)) for index in known) >= _FEWEST_LABELS:
        return known
    labels = {index for index, one in known.items() if one.label or _names_value(places[index].line.text)}
    labels |= _in_rows(places, {index: one for index, one in known.items() if index not in labels})
    looks = {one.look for index, one in known.items() if index not in labels}
    others = {
        index: one
        for index, one in known.items()
        if index not in labels or (one.look in looks and not _names_value(places[index].line.text))
    }
    found = kinds_of(others)
    if len(found) >= RECURRING and found & MAIN:
        found |= frozenset(SectionKind) - MAIN
    return {index: one for index, one in known.items() if index in others or not found.issuperset(one.said.kinds)}


def _in_rows(places: Sequence[Place], known: dict[int, Candidate]) -> set[int]:
    """The candidates in a look most of whose lines stand beside a cell of another column, as names in a table do."""
    beside = {index for index in known if _is_beside(places, index)}
    every, level = Counter(one.look for one in known.values()), Counter(known[index].look for index in beside)
    looks = {look for look, count in level.items() if count >= _FEWEST_ROWS and count >= _ROWS * every[look]}
    return {index for index in known if known[index].look in looks}


def _is_beside(places: Sequence[Place], index: int) -> bool:
    page, line = places[index].page, places[index].line
    return any(
        place.page == page
        and place.line.column != line.column
        and place.line.x0 > line.x1
        and abs(place.line.bottom - line.bottom) < _SAME_ROW * (line.bottom - line.top)
        for place in places
    )


def _names_value(text: str) -> bool:
    """Whether the first cell of a line names the value in the next one."""
    return bool(re.match(r"(?:\W?\w{1,2}[.)]\t)?[^\t]*(?:\t\s*:|:\s*\t)\s*\S", text))
