"""Lines, of which some are nothing but a bullet → the same lines, each bullet before the text that it stands beside.

A bullet that is set much smaller than its text, or lower, is read as a line of its own; a column of bullets beside a
column of texts, as a column.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from gapcheck.documents import Line
from gapcheck.documents.layout.reading_order import is_bullet
from gapcheck.resume.items import opens_item
from gapcheck.resume.model import Place

_FURTHEST = 3.5  # times the size of a text: from a bullet to it


def marks_at_their_text(places: Sequence[Place]) -> list[Place]:
    """The lines, with each bullet that stands apart at its text."""
    marks = _of_lists(places)
    if not marks:
        return list(places)
    on_page: defaultdict[int, list[int]] = defaultdict(list)
    for index, place in enumerate(places):
        on_page[place.page].append(index)
    found: list[Place | None] = list(places)
    for index in marks:
        owner = _text_beside(places, on_page[places[index].page], places[index].line)
        if owner is not None and not opens_item(found[owner] or places[owner]):
            found[owner] = Place(places[owner].page, _marked(places[index].line, places[owner].line))
            found[index] = None
    return [place for place in found if place is not None]


def _of_lists(places: Sequence[Place]) -> list[int]:
    """The lines that are nothing but a bullet, of which others like it stand above or below: an icon stands alone."""
    alike: defaultdict[tuple[int, str, int], list[int]] = defaultdict(list)
    for index, place in enumerate(places):
        word = place.line.words[0]
        if len(place.line.words) == 1 and is_bullet(word.text):
            alike[place.page, word.text, round(word.x0)].append(index)
    return sorted(index for several in alike.values() if len(several) > 1 for index in several)


def _text_beside(places: Sequence[Place], indices: Sequence[int], mark: Line) -> int | None:
    """The nearest line right of a bullet, at its height."""
    middle = (mark.top + mark.bottom) / 2
    beside = [
        index
        for index in indices
        if places[index].line.top <= middle <= places[index].line.bottom
        and 0 <= places[index].line.words[0].x0 - mark.x1 <= _FURTHEST * places[index].line.size
        and any(map(str.isalnum, places[index].line.text))
    ]
    return min(beside, key=lambda index: places[index].line.words[0].x0, default=None)


def _marked(mark: Line, line: Line) -> Line:
    word = mark.words[0]._replace(top=line.top, bottom=line.bottom, size=line.words[0].size)
    margin = line.margin + 1 if line.margin else 0
    return replace(line, words=(word, *line.words), text=f"{word.text} {line.text}", margin=margin)
