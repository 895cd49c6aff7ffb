"""Lines in reading order → the same lines, where a column holds only labels of the text beside it: each at its text.

Labels are dates, headings (also those set sideways) and names of values ("Company :"). A date or a name goes to the
line it stands beside, a heading before the first line that it stands beside.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from gapcheck.documents import Line, Word
from gapcheck.resume.dates import date_spans, is_only_dates, without_dates
from gapcheck.resume.items import opens_item
from gapcheck.resume.lexicon import HeadingLexicon, plain_heading
from gapcheck.resume.model import Place

_FEWEST = 2  # labels of a column
_SHARE = 0.5  # of the lines of a column are labels of the text beside it
_LONGEST = 6  # words of a label
_HEADING_WORDS = 5  # on two lines
_NEAR = 0.8  # times the size: between two lines of one heading
_CLOSE = 0.6  # times the size: between two lines of one cell
_AT_EDGE = 4.0  # points
_SAME_LEVEL = 0.35  # times the height of a line
_SIDEWAYS = 2.5  # times higher than wide


@dataclass(frozen=True, slots=True)
class _Label:
    """A label, the lines it was read from, and the line beside it: in the same row, or the first one below its top."""

    line: Line
    indices: tuple[int, ...]
    owner: int
    heading: bool


def labels_at_their_text(places: Sequence[Place], words: HeadingLexicon) -> list[Place]:
    """The lines, each label where it belongs."""
    places = _on_one_line(_whole_headings(places, words), words)
    columns: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for index, place in enumerate(places):
        columns[place.page, max(place.line.column, -1)].append(index)
    pages: defaultdict[int, int] = defaultdict(int)
    for page, _ in columns:
        pages[page] += 1
    headings: defaultdict[int, list[_Label]] = defaultdict(list)
    cells: defaultdict[int, list[_Label]] = defaultdict(list)
    moved = set[int]()
    for (page, _), indices in columns.items():
        if pages[page] < 2 or (len(indices) < _FEWEST and not _is_sideways(places[indices[0]].line)):
            continue
        others = [index for index, place in enumerate(places) if place.page == page and index not in indices]
        for label in _labels(places, indices, others, words):
            (headings if label.heading else cells)[label.owner].append(label)
            moved.update(label.indices)
    found: list[Place] = []
    for index, place in enumerate(places):
        if index in moved:
            continue
        found += [Place(place.page, _before(label.line, place.line)) for label in headings[index]]
        line = place.line
        for label in cells[index]:
            line = _beside(label.line, line)
        found.append(Place(place.page, line))
    return found


def _labels(
    places: Sequence[Place], indices: Sequence[int], others: Sequence[int], words: HeadingLexicon
) -> list[_Label]:
    """The labels in a column; none where it is a text of its own."""
    found: list[_Label] = []
    sideways = _is_sideways(places[indices[0]].line)
    short = sum(len(places[index].line.words) <= _LONGEST for index in indices)
    if short < _SHARE * len(indices) and not sideways:
        return found
    found += _dated_cells(places, indices, others)
    beside = _on_their_side(places, indices, others)
    cells = {index for label in found for index in label.indices}
    named = len(cells)
    for run in _runs(places, [index for index in indices if index not in cells]):
        line = _joined([places[index].line for index in run])
        owner = _first_below(places, others, line) if _says(line, words) else None
        if owner is not None:
            found.append(_Label(line, tuple(run), owner, heading=True))
            named += len(run)
            continue
        for index in run:
            line = places[index].line
            if len(line.words) > _LONGEST:
                continue
            owner = _in_row(places, beside, line)
            named_value = owner is not None and places[owner].line.text.startswith(":")
            if not (named_value or line.text.endswith(":") or _says_when(line)):
                continue
            named += 1
            if owner is not None and owner not in {label.owner for label in found if not label.heading}:
                found.append(_Label(line, (index,), owner, heading=False))
    if found and _both_headed(places, indices, others, words):
        return []
    found += _further_headings(places, indices, others, found)
    placed = sum(len(label.indices) for label in found)
    if not sideways and (named < _SHARE * len(indices) or placed < 1.5 * _SHARE * named or placed < _FEWEST):
        return []
    return found


def _dated_cells(places: Sequence[Place], indices: Sequence[int], others: Sequence[int]) -> list[_Label]:
    """Cells of a column that each hold a name and, alone on the last line, its time, as those of employers beside their
    posts do. The text of a cell, which stands in the middle beside it, begins with the first unmarked line at its edge
    below the cell above.
    """
    runs = _close(places, indices)
    dated = [run for run in runs if _is_dated_cell([places[one] for one in run])]
    if len(dated) < _FEWEST:
        return []
    right = max(places[one].line.x1 for run in dated for one in run)
    beside = [one for one in others if places[one].line.x0 >= right]
    edge = min((places[one].line.x0 for one in beside), default=0.0) + _AT_EDGE
    openers = [one for one in beside if places[one].line.x0 <= edge and not opens_item(places[one])]
    found: list[_Label] = []
    above = 0.0  # the middle of the cell above
    for run in runs:
        lines = [places[one].line for one in run]
        middle = (lines[0].top + lines[-1].bottom) / 2
        here = [one for one in openers if above < places[one].line.top <= middle]
        if run in dated and here:
            owner = min(here, key=lambda one: places[one].line.top)
            found.append(_Label(_joined(lines), tuple(run), owner, heading=False))
        above = middle
    return found


def _both_headed(places: Sequence[Place], indices: Sequence[int], others: Sequence[int], words: HeadingLexicon) -> bool:
    """Whether headings stand in a column and also, at its height, in one beside it: then what has a time in it is no
    label of the text there, but an entry of its own, and its headings are those of its own text.
    """
    lines = [places[one].line for one in indices]
    top = min((line.top - line.size for line in lines if _says(line, words)), default=None)
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    beside = [line for line in (places[one].line for one in others) if line.x0 >= right or line.x1 <= left]
    return top is not None and any(
        top <= line.top <= max(one.bottom for one in lines) and _says(line, words) for line in beside
    )


def _is_dated_cell(cell: Sequence[Place]) -> bool:
    """Whether lines are a name and, below it, its time."""
    when = [is_only_dates(place.line.text) for place in cell]
    short = all(len(place.line.words) <= _LONGEST and not opens_item(place) for place in cell)
    return short and len(cell) > 1 and when[-1] and sum(when) == 1


def _further_headings(
    places: Sequence[Place], indices: Sequence[int], others: Sequence[int], found: Sequence[_Label]
) -> list[_Label]:
    """Further lines in the look of the headings of a column: headings that no list knows."""
    looks = {(round(label.line.size), label.line.bold) for label in found if label.heading}
    used = {index for label in found for index in label.indices}
    more: list[_Label] = []
    for index in indices:
        line = places[index].line
        short = len(line.words) <= _LONGEST and line.text[:1].isupper() and not date_spans(line.text)
        if index not in used and short and (round(line.size), line.bold) in looks:
            owner = _first_below(places, others, line)
            more += [_Label(line, (index,), owner, heading=True)] if owner is not None else []
    return more


def _whole_headings(places: Sequence[Place], words: HeadingLexicon) -> list[Place]:
    """The lines; a heading in the margin that goes on beside the second line of its text stands whole at the first."""
    found = list(places)
    for index, (above, place) in enumerate(pairwise(places)):
        one, other = found[index].line, place.line
        labels = one.words[: one.margin], other.words[: other.margin]
        if above.page != place.page or not all(labels) or other.margin >= len(other.words):
            continue
        text = " ".join(word.text for label in labels for word in label)
        near = labels[1][0].top - labels[0][0].bottom < _NEAR * labels[0][0].size
        alike = labels[0][0].bold == labels[1][0].bold
        if near and alike and _is_whole(labels[0], text, words):
            label = labels[0] + tuple(word._replace(top=one.top, bottom=one.bottom) for word in labels[1])
            body = one.part(one.margin, len(one.words)) if one.margin < len(one.words) else None
            whole = replace(one, words=label, text=text, margin=0)
            found[index] = Place(above.page, _beside(whole, body) if body else whole)
            found[index + 1] = Place(place.page, other.part(other.margin, len(other.words)))
    return found


def _on_one_line(places: Sequence[Place], words: HeadingLexicon) -> list[Place]:
    """The lines; a heading that breaks in a narrow column stands on one: `ORGANIZATIONAL`, `EXPERIENCE`."""
    found: list[Place] = []
    for place in places:
        above = found[-1] if found else None
        if above is not None and _breaks(above, place, words):
            found[-1] = Place(above.page, _joined([above.line, place.line]))
        else:
            found.append(place)
    return found


def _breaks(above: Place, place: Place, words: HeadingLexicon) -> bool:
    """Whether two lines in one look, bold or in capitals, are a heading of which the first line says nothing alone."""
    one, other = above.line, place.line
    if above.page != place.page or one.column != other.column or len(one.words) + len(other.words) > _HEADING_WORDS:
        return False
    alike = one.bold == other.bold and abs(one.size - other.size) < 1 and one.text.isupper() == other.text.isupper()
    near = 0 <= other.top - one.top < (1 + _NEAR) * one.size and abs(one.x0 - other.x0) < _AT_EDGE
    stands_out = one.bold or one.text.isupper()
    return (
        alike
        and near
        and stands_out
        and "\t" not in one.text + other.text
        and _is_whole(one.words, f"{one.text} {other.text}", words)
    )


def _is_whole(first: Sequence[Word], text: str, words: HeadingLexicon) -> bool:
    """Whether two lines are one heading: a known one, or one of which the first line says nothing by itself."""
    if any(map(str.isdigit, text)):
        return False
    alone, said = words.says(" ".join(word.text for word in first), slips=False), words.says(text, slips=False)
    return words.exact(text) is not None or (said is not None and said.whole and alone is None)


def _says_when(line: Line) -> bool:
    """Whether a line says when something was, and at most one word more: "Graduated 2017"."""
    return bool(date_spans(line.text)) and len(without_dates(line.text).split()) <= 1


def _says(line: Line, words: HeadingLexicon) -> bool:
    """Whether a line is a heading."""
    said = words.says(plain_heading(line.text), slips=False) if len(line.words) <= _LONGEST else None
    return said is not None and said.whole and not is_only_dates(line.text)


def _runs(places: Sequence[Place], indices: Iterable[int]) -> list[list[int]]:
    """Lines of a column that stand close together and may be one heading; what is set sideways in the order in which
    it is read, from below.
    """
    ordered = sorted(indices, key=lambda index: places[index].line.top)
    found = [ordered[:1]] if ordered else []
    for before, index in pairwise(ordered):
        above, line = places[before].line, places[index].line
        size = min(line.size, line.words[0].x1 - line.words[0].x0) if _is_sideways(line) else line.size
        dated = is_only_dates(above.text) or is_only_dates(line.text)
        if not dated and line.top - above.bottom < _NEAR * size and above.bold == line.bold:
            found[-1].append(index)
        else:
            found.append([index])
    return [run[::-1] if _is_sideways(places[run[0]].line) else run for run in found]


def _close(places: Sequence[Place], indices: Iterable[int]) -> list[list[int]]:
    """Lines of a column that stand close together."""
    ordered = sorted(indices, key=lambda index: places[index].line.top)
    found = [ordered[:1]]
    for before, index in pairwise(ordered):
        if places[index].line.top - places[before].line.bottom < _CLOSE * places[index].line.size:
            found[-1].append(index)
        else:
            found.append([index])
    return found


def _joined(lines: Sequence[Line]) -> Line:
    words = tuple(word for line in lines for word in line.words)
    return replace(lines[0], words=words, text=" ".join(line.text for line in lines), margin=0)


def _is_sideways(line: Line) -> bool:
    longest = max(line.words, key=lambda word: len(word.text))
    return len(longest.text) > 2 and longest.bottom - longest.top > _SIDEWAYS * (longest.x1 - longest.x0)


def _on_their_side(places: Sequence[Place], indices: Sequence[int], others: Sequence[int]) -> list[int]:
    """The lines of the other columns on that side of a column, left or right, on which more of its lines have one in
    their row.
    """
    left = min(places[index].line.x0 for index in indices)
    sides: list[list[int]] = [[], []]
    for index in others:
        sides[places[index].line.x0 >= left].append(index)
    rows = [sum(_in_row(places, side, places[index].line) is not None for index in indices) for side in sides]
    return list(others) if rows[0] == rows[1] else sides[rows[1] > rows[0]]


def _first_below(places: Sequence[Place], others: Sequence[int], line: Line) -> int | None:
    """The first line of the other columns that does not begin above a heading."""
    below = [index for index in others if places[index].line.top > line.top - _NEAR * places[index].line.size]
    return min(below, key=lambda index: places[index].line.top, default=None)


def _in_row(places: Sequence[Place], others: Sequence[int], line: Line) -> int | None:
    """The nearest line in the same row of the page that says no date itself."""
    height = line.bottom - line.top
    row = [index for index in others if abs(places[index].line.bottom - line.bottom) < _SAME_LEVEL * height]
    return min(row, key=lambda index: abs(places[index].line.x0 - line.x0), default=None)


def _before(heading: Line, line: Line) -> Line:
    """The heading as it would stand above a line, clear of what is above it."""
    size = line.size
    words = tuple(word._replace(top=line.top - size, bottom=line.top) for word in heading.words)
    return replace(heading, words=words, column=line.column)


def _beside(label: Line, line: Line) -> Line:
    """The line with a label before or behind it, on the side where that stands."""
    if label.x0 > line.x0:
        return replace(line, words=line.words + label.words, text=f"{line.text}\t{label.text}")
    margin = len(label.words) + line.margin
    return replace(line, words=label.words + line.words, text=f"{label.text}\t{line.text}", margin=margin)
