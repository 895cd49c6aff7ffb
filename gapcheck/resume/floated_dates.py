"""Lines in reading order → the same lines, a time that a title has let down to its first bullet set apart from that.

Beside a long title there is no room, so a browser sets its time at the right edge of the next line, as near to the
words there as they come: `• Built a network that reads   October 2022 – September 2026`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from gapcheck.resume.dates import date_spans, is_whole_range
from gapcheck.resume.items import opens_item
from gapcheck.resume.model import Place

_SAME_EDGE = 1.5  # points
_LONGEST = 7  # words of a range
_WORD = re.compile(r"\S+")


def floated_dates_apart(places: Sequence[Place], as_of: int) -> list[Place]:
    """The lines; a range that ends the first bullet below an undated title becomes a cell of its own, where it ends at
    the right edge at which another time of the document ends that is a cell.
    """
    rights = [(place.page, place.line.x1) for place in places if _ends_in_a_time(place.line.text, as_of)]
    found = list(places)
    for index, (above, place) in enumerate(pairwise(places), start=1):
        line = place.line
        if "\t" in line.text or not opens_item(place) or opens_item(above) or date_spans(above.line.text):
            continue
        at_edge = any(page == place.page and abs(right - line.x1) <= _SAME_EDGE for page, right in rights)
        if at_edge and (begin := _begin_of_time(line.text, as_of)):
            text = f"{line.text[:begin].rstrip()}\t{line.text[begin:]}"
            found[index] = Place(place.page, replace(line, text=text))
    return found


def _ends_in_a_time(text: str, as_of: int) -> bool:
    """Whether the last cell of a line is a range."""
    before, tab, last = text.rpartition("\t")
    return bool(before and tab) and is_whole_range(last, as_of)


def _begin_of_time(text: str, as_of: int) -> int:
    """Where the range begins that ends a text behind other words; 0 where none does."""
    starts = [word.start() for word in _WORD.finditer(text)][2:][-_LONGEST:]
    return next((start for start in starts if is_whole_range(text[start:], as_of)), 0)
