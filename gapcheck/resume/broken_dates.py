"""Lines in reading order → the same lines, each range of dates whole: also where cells or lines part its ends.

A narrow cell breaks a date over two or three lines; a table has a column each for the begin and the end; on a time line
that runs upwards the end stands above the begin.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from itertools import accumulate, islice, pairwise

from gapcheck.documents import Line, Word
from gapcheck.resume.cells import Cell, with_words, without_cell
from gapcheck.resume.dates import date_spans, dates_of, is_whole_range
from gapcheck.resume.floated_dates import floated_dates_apart
from gapcheck.resume.model import Place
from gapcheck.resume.upside_down_dates import turned_dates
from gapcheck.taxonomy import EntryWords

_LONGEST = 7  # words of a piece of a date: `de junio de 2011 a mayo de`
_PIECES = 3
_SAME_EDGE = 3.0  # points
_NEAR = 0.8  # times the size: white space between two lines of one cell
_BESIDE = 0.5  # and from a date down to a line of the text to its right

_TABLE_CELLS = 3
_SAME_PITCH = 1.5  # points that rows of a table stand further apart than others
_FEWEST = 2  # stacks of two dates: one may be chance
_FEW_ROWS = 3  # without two dates end a table
_MONTH = re.compile(r"[^\W\d_]|\d[./]\d")  # of a date that is more than a year
_DIGIT = re.compile(r"\d")
_CELL = re.compile(r"[^\t]+")


def dates_in_one_piece(places: Sequence[Place], words: EntryWords, as_of: int) -> list[Place]:
    """The lines; the rest of a broken date goes to where the date begins, and is taken from its own line."""
    found: list[Place] = []
    apart = floated_dates_apart(places, as_of)
    left = _labelled_apart(_with_dashes(turned_dates(_in_columns(apart, words, as_of), as_of), as_of), as_of)
    edges = _edges(left)
    numbers = [any(map(str.isdigit, place.line.text)) for place in left]
    for index, place in enumerate(left):
        if not place.line.words:
            continue
        dated = any(numbers[index : index + _PIECES]) and not words.names_period_columns(place.line.text)
        for cell in _cells(place.line, edges) if dated else ():
            pieces = _rest(left, index, cell, edges, as_of)
            if not pieces:
                continue
            more = [word for row, piece in pieces for word in left[row].line.words[slice(*piece)]]
            for row, piece in pieces:
                left[row] = Place(left[row].page, without_cell(left[row].line, piece))
            place = Place(place.page, with_words(place.line, cell, more))
            break
        found.append(place)
    return found


def _labelled_apart(places: Sequence[Place], as_of: int) -> list[Place]:
    """The lines; where two below each other hold a date each, behind labels that share a word (`Date of joining: ...`,
    `Date of relieving: ...`), the second one ends a range that the first one begins.
    """
    found = list(places)
    for index in range(len(found) - 1):
        (label, date), (other, end) = (_labelled(found[row].line.text) for row in (index, index + 1))
        alike = label != other and not set(label.split()).isdisjoint(other.split())
        if alike and not is_whole_range(date, as_of) and is_whole_range(f"{date} – {end}", as_of):
            line, below = found[index].line, found[index + 1].line
            ended = below.words[len(below.words) - len(end.split()) :]
            whole = (0, len(line.words))
            found[index] = Place(found[index].page, with_words(line, whole, [ended[0]._replace(text="–"), *ended]))
            found[index + 1] = Place(found[index + 1].page, without_cell(below, (0, len(below.words))))
    return found


def _labelled(text: str) -> tuple[str, str]:
    """The label of a line, in small letters, and what stands behind it; both empty where it has none."""
    label, _, value = text.partition(":")
    return (label.lower().strip(), value.strip()) if len(label.split()) <= _LONGEST and value.strip() else ("", "")


def _with_dashes(places: Sequence[Place], as_of: int) -> list[Place]:
    """The lines; where the ends of several ranges stand alone below their beginnings, a dash behind each beginning."""
    found = list(places)
    begun = [
        (index, (cell[0], end))
        for index, place in enumerate(places)
        if place.line.words and _DIGIT.search(place.line.text)
        for cell in _cells(place.line)
        if (end := _end_of_first(places, index, cell, as_of))
    ]
    below = [place.line.text.partition("\t")[0] for place in places[1:]]
    certain = [one for one in begun if not any(map(_DIGIT.search, below[one[0] : one[0] + 1]))]
    for index, cell in begun if len(begun) >= _FEWEST else certain:  # the present ends nothing else
        line = places[index].line
        found[index] = Place(places[index].page, with_words(line, cell, [line.words[cell[1] - 1]._replace(text="–")]))
    return found


def _in_columns(places: Sequence[Place], words: EntryWords, as_of: int) -> list[Place]:
    """The lines; below the head of a table with columns for begin and end, or where rows end with two days, a dash
    between the two.
    """
    found = _with_dashes_between(places, words, as_of)
    without = _FEW_ROWS
    for index, place in enumerate(places):
        if words.names_period_columns(place.line.text):
            without = 0
        elif without < _FEW_ROWS and place.line.words:
            _take_years_below(found, index)
            place = found[index]
            first, last = _ends_side_by_side(place.line, as_of)
            without = 0 if last else without + 1
            if last:
                dash = [place.line.words[last - 1]._replace(text="–")]
                found[index] = Place(place.page, with_words(place.line, (first, last), dash))
    return found


def _with_dashes_between(places: Sequence[Place], words: EntryWords, as_of: int) -> list[Place]:
    """The lines; where rows near each other or below a head end with two dates, some of them of a month, and the second
    never the earlier one, a dash between them: they are begin and end, unless the head says that something runs out.
    """
    found = list(places)
    pairs = {index: pair for index, place in enumerate(places) if (pair := _last_two(place.line, as_of))}
    begun: dict[int, int] = {}  # where the rows that a pair is one of begin
    for index in pairs:
        above = next((row for row in range(index - 1, index - _PIECES, -1) if row in begun), index)
        begun[index] = begun.get(above, index)
    sizes = Counter(begun.values())
    exact = {first for index, first in begun.items() if _MONTH.search(_text(places[index].line, pairs[index]))}
    for index, first in begun.items():
        head = " ".join(place.line.text for place in places[max(0, first - _PIECES) : first]).lower()
        several = sizes[first] >= _FEWEST or _is_below_head(places, first)
        if first in exact and several and not any(word in head for word in words.runs_out):
            line = places[index].line
            dash = [line.words[pairs[index][1] - 1]._replace(text="–")]
            found[index] = Place(places[index].page, with_words(line, pairs[index], dash))
    return found


def _is_below_head(places: Sequence[Place], index: int) -> bool:
    """Whether the row right above has as many cells, in bold, and no number: they name the columns."""
    above, line = places[index - 1].line, places[index].line
    alike = index > 0 and above.text.count("\t") == line.text.count("\t")
    return alike and above.bold and not line.bold and not _DIGIT.search(above.text)


def _last_two(line: Line, as_of: int) -> Cell | None:
    """The words of a date behind which a row of cells has a later one, and no date more, or the present at its end."""
    text = line.text
    while "\t" in text and not _last_date(text)[1] and date_spans(text.rpartition("\t")[0]):
        text = text.rpartition("\t")[0]  # a column behind that of the end
    begin, end = _last_date(text) if "\t" in text else (0, 0)
    if not end and _DIGIT.search(line.text):
        text = line.text
        begin = len(text) - len(text.rpartition("\t")[2])  # what may mean the present
    before = text[:begin].rstrip()
    first, last = _last_date(before) if begin and len(before) < begin else (0, 0)
    if not last or not is_whole_range(f"{before[first:]} – {text[begin:]}", as_of):
        return None
    words = len(before[:first].split())
    return words, words + len(before[first:].split())


def _last_date(text: str) -> Cell:
    """Where the single date with which a text ends begins and ends; (0, 0) where it ends with none."""
    begin, end, is_range = (date_spans(text) or [(0, 0, True)])[-1]
    return (begin, end) if end == len(text) and not is_range else (0, 0)


def _take_years_below(places: list[Place], index: int) -> None:
    """Move the years right below a month of a row into it, as a narrow column breaks `November 2017`."""
    for cell in reversed(_cells(places[index].line)):
        month = _text(places[index].line, cell)
        for row, piece in [] if _DIGIT.search(month) else islice(_below(places, index, cell), 1):
            below = places[row].line
            whole = f"{month} {_text(below, piece)}"
            if date_spans(whole) == [(0, len(whole), False)]:
                places[index] = Place(
                    places[index].page, with_words(places[index].line, cell, below.words[slice(*piece)])
                )
                places[row] = Place(places[row].page, without_cell(below, piece))


def _ends_side_by_side(line: Line, as_of: int) -> Cell:
    """The words of a begin that another date or the present follows; (0, 0) where none does."""
    texts = [word.text for word in line.words]
    for first in range(len(texts)):
        for last in range(first + 1, min(first + _LONGEST, len(texts))):
            for end in range(min(last + _LONGEST, len(texts)), last, -1):
                whole = f"{' '.join(texts[first:last])} – {' '.join(texts[last:end])}"
                if date_spans(whole) == [(0, len(whole), True)] and dates_of([whole], as_of) is not None:
                    return first, last
    return 0, 0


def _end_of_first(places: Sequence[Place], index: int, cell: Cell, as_of: int) -> int:
    """One after the last word of the month, or of the year in a margin, with which a cell begins, where all that
    follows in the cell, or else the cell below it, is a later one or the present, with no third one near; 0 where it is
    not so.
    """
    text = _text(places[index].line, cell)
    spans = date_spans(text)
    labels = cell == (0, places[index].line.margin)
    if not spans or spans[0][0] or spans[0][2] or not (_MONTH.search(text) or labels):
        return 0
    first, rest = text[: spans[0][1]], text[spans[0][1] :].strip()
    rows = list(_below(places, index, cell))
    titled = labels and _is_titled(places[index], rows, places)
    if labels and not rest and not _MONTH.search(text) and not titled:
        return 0  # years in a margin, each of something else
    below = [_text(places[row].line, piece) for row, piece in rows]
    later = [one for one in (rest, *below) if one][:2]
    if (
        not later
        or (below and not rest and _are_rows(places, index, rows[0][0]))
        or (not rest and not titled and len(later) > 1 and date_spans(later[1]))
    ):
        return 0
    whole = f"{first} – {later[0]}"
    alone = date_spans(later[0]) == [(0, len(later[0]), False)] or not any(map(str.isdigit, later[0]))
    ranged = alone and date_spans(whole) == [(0, len(whole), True)] and dates_of([whole], as_of) is not None
    return cell[0] + len(first.split()) if ranged else 0


def _are_rows(places: Sequence[Place], index: int, below: int) -> bool:
    """Whether two lines are rows of a table of one date each: cells below cells, and as far from each other as the
    first of them is from the row above it.
    """
    above, line, other = (places[row].line for row in (index - 1, index, below))
    tops = [one.words[0].top if one.words else 0.0 for one in (above, line, other)]
    pitches = [after - before for before, after in pairwise(tops)]
    cells = [[one.words[begin].x0 for begin, _ in _cells(one)] for one in (above, line, other)]
    return (
        index > 0
        and len(cells[1]) >= _TABLE_CELLS
        and len(cells[0]) == len(cells[1]) == len(cells[2])
        and all(abs(one - two) < _SAME_EDGE for one, two in zip(cells[1], cells[2], strict=True))
        and abs(pitches[0] - pitches[1]) < _SAME_PITCH
    )


def _is_titled(place: Place, below: Sequence[tuple[int, Cell]], places: Sequence[Place]) -> bool:
    """Whether what stands beside a label in the margin is bold, and what stands beside the one below it is not: the
    title of an entry, and where it was.
    """
    texts = [line.words[line.margin :] for line in (place.line, *(places[row].line for row, _ in below[:1]))]
    return len(texts) > 1 and all(texts) and texts[0][0].bold and not texts[1][0].bold


def _edges(places: Sequence[Place]) -> frozenset[int]:
    """Where cells begin at the left in several lines, in steps of `_SAME_EDGE`."""
    begun = Counter(
        round(place.line.words[begin].x0 / _SAME_EDGE)
        for place in places
        for begin in accumulate((len(cell.split()) for cell in _CELL.findall(place.line.text)[:-1]), initial=0)
        if begin < len(place.line.words)
    )
    return frozenset(edge for edge, count in begun.items() if count >= _FEWEST)


def _cells(line: Line, edges: Container[int] = ()) -> list[Cell]:
    """The cells of a line that may hold a piece of a date; the first words are one also where the next word stands at
    one of the `edges`: a narrow column may leave no space behind a date.
    """
    found: list[Cell] = []
    if "\t" not in line.text:
        close = (
            at for at, word in enumerate(line.words[: _LONGEST + 1]) if at and round(word.x0 / _SAME_EDGE) in edges
        )
        found += [(0, at) for at in close]
    begin = 0
    for match in _CELL.finditer(line.text):
        end = begin + len(match[0].split())
        if end - begin <= _LONGEST:
            found.append((begin, end))
        begin = end
    return found


def _rest(places: Sequence[Place], index: int, cell: Cell, edges: Container[int], as_of: int) -> list[tuple[int, Cell]]:
    """The cells below, with the numbers of their lines, that make one range of dates of what a cell begins."""
    text = _text(places[index].line, cell)
    pieces: list[tuple[int, Cell]] = []
    best: list[tuple[int, Cell]] = []
    for row, piece in _below(places, index, cell, edges):
        text += " " + _text(places[row].line, piece)
        pieces.append((row, piece))
        if (
            any(map(str.isdigit, text))
            and date_spans(text) == [(0, len(text), True)]
            and dates_of([text], as_of) is not None
        ):
            best = list(pieces)
    return best


def _below(places: Sequence[Place], index: int, cell: Cell, edges: Container[int] = ()) -> Iterator[tuple[int, Cell]]:
    """The cells that stand right below one, edge to edge or last in their lines: each on the next line, but for lines
    beside it to the right, or at the top of the next page.
    """
    above = places[index].line
    for row in range(index + 1, min(index + 2 * _PIECES, len(places))):
        line = places[row].line
        if not line.words:
            return
        date = above.words[slice(*cell)]
        if (
            line.words[0].x0 > date[-1].x1
            and above.top < line.bottom
            and line.top - date[-1].bottom < _BESIDE * line.size
        ):
            continue
        turned = places[row].page == places[row - 1].page + 1
        near = turned or (line.top > above.top and line.top - above.bottom < _NEAR * line.size)
        aligned = [
            piece
            for piece in _cells(line, edges)
            if _is_aligned(above.words[slice(*cell)], line.words[slice(*piece)])
            or (cell[0] and piece[0] and cell[1] == len(above.words) and piece[1] == len(line.words))
        ]
        if not near or not aligned:
            return
        yield row, aligned[0]
        above, cell = line, aligned[0]


def _is_aligned(above: Sequence[Word], below: Sequence[Word]) -> bool:
    return abs(above[0].x0 - below[0].x0) < _SAME_EDGE or abs(above[-1].x1 - below[-1].x1) < _SAME_EDGE


def _text(line: Line, cell: Cell) -> str:
    return " ".join(word.text for word in line.words[slice(*cell)])
