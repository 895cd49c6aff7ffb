"""Lines of a form, each box of which has a label above its value → the values alone, as the rows of a table are read.

In forms of authorities every post has such boxes: `Job title, From, To` in small letters, and below `Clerk, 06/2014,
12/2018`. Said once for each post, the labels are neither titles of it nor headings.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from gapcheck.resume.model import Place
from gapcheck.resume.rows import look_of
from gapcheck.taxonomy import EntryWords

_LARGER = 1.1  # times the size of its label: a value
_SAME_EDGE = 2.5  # points


def without_box_labels(places: Sequence[Place], words: EntryWords) -> list[Place]:
    """The lines without labels of boxes, in the look of those that name when a post began and ended."""
    labels = [at for at, (place, below) in enumerate(pairwise(places)) if _labels(place, below)]
    looks = {look_of(places[at]) for at in labels if words.names_period_columns(places[at].line.text)}
    dropped = {at for at in labels if look_of(places[at]) in looks}
    return [place for at, place in enumerate(places) if at not in dropped]


def _labels(place: Place, below: Place) -> bool:
    """Whether a line stands right above one that is set larger and begins at one of its cells."""
    label, value = place.line, below.line
    near = place.page == below.page and 0 <= value.top - label.bottom + label.size < value.size + label.size
    begins = abs(value.words[0].x0 - label.words[0].x0) < _SAME_EDGE
    return near and begins and label.size * _LARGER < value.size
