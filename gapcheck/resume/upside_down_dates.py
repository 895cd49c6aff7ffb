"""Lines whose dates run upwards → the same, each range from its begin to its end: on a time line beside the entries the
end of each stands above its begin, in one label or in two.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from gapcheck.documents import Line
from gapcheck.resume.cells import with_words, without_cell
from gapcheck.resume.dates import date_spans, is_whole_range
from gapcheck.resume.items import opens_item
from gapcheck.resume.model import Place

_LONGEST = 6  # words of a label
_LINES = 3  # at most from the end of an entry down to its begin
_SAME_EDGE = 3.0  # points
_FEWEST = 2  # entries: one may be chance
_PAIRED = 0.75  # of the dates in a margin that are begins and ends
_MONTH = re.compile(r"[^\W\d_]|\d[./]\d")  # of a date that is more than a year
_DIGIT = re.compile(r"\d")


def turned_dates(places: Sequence[Place], as_of: int) -> list[Place]:
    """The lines; where ends stand above their begins in the margin, each range as it is read."""
    return _in_two_labels(_in_one_label(places, as_of), as_of)


def _in_one_label(places: Sequence[Place], as_of: int) -> list[Place]:
    """The lines; where labels in the margin hold an end and, on their next row, its begin, each a range that begins
    with that.
    """
    found = list(places)
    for index, place in enumerate(places):
        line = place.line
        if size := _size_of_end(line, as_of):
            begun = without_cell(line, (0, size))
            end = [line.words[0]._replace(text="–"), *line.words[:size]]
            found[index] = Place(place.page, with_words(begun, (0, begun.margin), end))
    turned = sum(one is not other for one, other in zip(found, places, strict=True))
    return found if turned >= _FEWEST else list(places)


def _size_of_end(line: Line, as_of: int) -> int:
    """How many words of a label in the margin are the month that ends what the month behind it begins; else 0."""
    texts = [word.text for word in line.words[: line.margin]]
    for size in range(1, len(texts) if len(texts) <= _LONGEST else 0):
        end, begin = " ".join(texts[:size]), " ".join(texts[size:])
        months = all(_MONTH.search(one) and date_spans(one) == [(0, len(one), False)] for one in (end, begin))
        if months and is_whole_range(f"{begin} – {end}", as_of) and not is_whole_range(f"{end} – {begin}", as_of):
            return size
    return 0


def _in_two_labels(places: Sequence[Place], as_of: int) -> list[Place]:
    """The lines; where ends stand above their begins beside several entries, each range whole at its end."""
    if sum(0 < place.line.margin < len(place.line.words) for place in places) < _FEWEST:
        return list(places)
    labels = [(index, label) for index, place in enumerate(places) if (label := _label(place.line))]
    pairs = [
        (one, other)
        for (one, end), (other, begin) in pairwise(labels)
        if _is_end_above(places, one, other)
        and is_whole_range(f"{begin} – {end}", as_of)
        and not is_whole_range(f"{end} – {begin}", as_of)
    ]
    if len(pairs) < _FEWEST or len({index for pair in pairs for index in pair}) < _PAIRED * len(labels):
        return list(places)
    found: list[Place | None] = list(places)
    for one, other in pairs:
        line, below = places[one].line, places[other].line
        size = len(_label(below).split())
        begin = tuple(word._replace(top=line.top, bottom=line.bottom) for word in below.words[:size])
        words = (*begin, begin[-1]._replace(text="–"), *line.words)
        text = f"{_label(below)} – {line.text}"
        found[one] = Place(places[one].page, replace(line, words=words, text=text, margin=line.margin + size + 1))
        rest = below.part(size, len(below.words)) if size < len(below.words) else None
        found[other] = Place(places[other].page, rest) if rest else None
    return [place for place in found if place is not None]


def _label(line: Line) -> str:
    """The single date, or what may mean the present, that labels a line from the margin or stands alone on it."""
    words = line.words[: line.margin or len(line.words)]
    if len(words) > _LONGEST:
        return ""
    text = " ".join(word.text for word in words)
    dated = _DIGIT.search(text) and date_spans(text) == [(0, len(text), False)]
    return text if dated or (len(words) == 1 and line.margin == 1) else ""


def _is_end_above(places: Sequence[Place], one: int, other: int) -> bool:
    """Whether the label of an entry stands above one that labels nothing but its text."""
    above, below = places[one], places[other]
    if above.page != below.page or other - one > _LINES or not 0 < above.line.margin < len(above.line.words):
        return False
    edges = abs(above.line.words[above.line.margin - 1].x1 - below.line.words[len(_label(below.line).split()) - 1].x1)
    aligned = edges < _SAME_EDGE or abs(above.line.words[0].x0 - below.line.words[0].x0) < _SAME_EDGE
    alone = below.line.margin in (0, len(below.line.words))
    return aligned and (alone or opens_item(below) or below.line.x0 > above.line.x0 + _SAME_EDGE)
