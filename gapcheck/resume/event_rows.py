"""Lines → the same, where a table has a row for each event: joined and left, or entered and graduated, are one range.

So are the forms of Japan: below `Year, Month, Work history` stand `2014, 4, Joined Kestrel Foods` and `2018, 9, Left
Kestrel Foods`. The row of the end keeps its text and gives its time to the row above. An event may go on in lines below
it, of which one may say that it lasts, and a name centred among the events is a heading of those below.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gapcheck.documents import Line
from gapcheck.resume.dates import date_spans, dates_of
from gapcheck.resume.model import Place
from gapcheck.taxonomy import EntryWords

_CELLS = 3  # of a row: year, month, event
_MONTHS = 12
_SAME_EDGE, _SET_IN = 4.0, 20.0  # points
_NAME_WORDS = 4
_MOST_SAID = 3  # words for the present
_MARK = "•"


def events_as_ranges(places: Sequence[Place], words: EntryWords, as_of: int) -> list[Place]:
    """The lines; below each head whose first columns are year and month, the rows with whole dates."""
    places = found = _beside_their_times(places)
    head: Place | None = None
    opened: int | None = None
    edge = 0.0  # where events begin
    for index, place in enumerate(places):
        text = place.line.text
        if words.behind_time_columns(text):
            head, opened = place if text.count("\t") >= _CELLS - 1 else None, None
            edge = place.line.words[-1].x0 if head is None else place.line.words[1].x1
            continue
        if head is None:
            continue
        if not (date := _year_and_month(text)):
            if opened is not None and "\t" not in text and (last := _lasts(found[opened].line, text, as_of)):
                found[opened] = _dated(found[opened], f"{_first_cell(found[opened].line)} – {last}")
                found[index], opened = _listed(place), None
            elif _is_centred(place, edge):
                found[index], opened = _as_head(place, head), None
            elif abs(place.line.x0 - edge) > _SAME_EDGE or "\t" in text:
                head = None
            else:
                found[index] = _listed(place)
            continue
        event = text.split("\t", 2)[2]
        edge = place.line.words[len(text.split()) - len(event.split())].x0
        if opened is not None and words.names_an_end(event) and _ranged(found[opened].line, date, as_of):
            found[opened] = _dated(found[opened], f"{_first_cell(found[opened].line)} – {date}")
            found[index] = Place(place.page, replace(place.line.part(2, len(place.line.words)), margin=0))
            opened = None
        else:
            found[index], opened = _dated(_without_first(place), date), index
    return found


def _beside_their_times(places: Sequence[Place]) -> list[Place]:
    """The lines; a year and a month that stand level between two lines of the event to their right, before the first
    of these.
    """
    found = list(places)
    for index in range(1, len(found)):
        above, line = found[index - 1].line, found[index].line
        time = line.text.count("\t") == 1 and _year_and_month(f"{line.text}\tevent")
        if time and above.words and above.x0 > line.words[-1].x1 and above.bottom > line.top > above.top:
            whole = replace(above, text=f"{line.text}\t{above.text}", words=(*line.words, *above.words))
            found[index - 1] = Place(found[index].page, whole)
            found[index] = Place(found[index].page, replace(line, text="", words=()))
    return [place for place in found if place.line.words]


def _lasts(row: Line, text: str, as_of: int) -> str:
    """The first word of a line, or the last ones, that say that the event in the row above goes on; empty where none
    do: `to the present day`.
    """
    said = text.rstrip(".,; ").split()
    ends = (" ".join(said[-count:]) for count in range(1, min(_MOST_SAID, len(said)) + 1))
    told = (one for one in (*ends, said[0]) if not any(map(str.isdigit, one)))
    ranged = ((one, dates_of([f"{_first_cell(row)} – {one}"], as_of)) for one in told)
    return next((one for one, dates in ranged if dates is not None and dates.ongoing), "")


def _listed(place: Place) -> Place:
    """A line with which an event goes on, as an item of a list below it."""
    line = place.line
    mark = line.words[0]._replace(text=_MARK, x0=line.words[0].x0 - 2 * _SAME_EDGE, x1=line.words[0].x0 - _SAME_EDGE)
    return Place(place.page, replace(line, words=(mark, *line.words), text=f"{_MARK} {line.text}"))


def _is_centred(place: Place, edge: float) -> bool:
    """Whether a line is a few words that stand right of where events begin."""
    words = place.line.words
    return place.line.x0 > edge + _SET_IN and len(words) <= _NAME_WORDS and "\t" not in place.line.text


def _as_head(place: Place, head: Place) -> Place:
    """A name among events, set as the head of the table is."""
    first = head.line.words[0]
    words = tuple(word._replace(size=first.size, bold=first.bold) for word in place.line.words)
    return Place(place.page, replace(place.line, words=words))


def _year_and_month(text: str) -> str:
    """The date that the first two cells of a row are; empty where they are none."""
    year, month, *rest = [cell.strip() for cell in text.split("\t")] + [""]
    whole = year.isdigit() and month.isdigit() and 1 <= int(month) <= _MONTHS and any(rest)
    date = f"{int(month):02}/{year}" if whole else ""
    return date if date_spans(date) == [(0, len(date), False)] else ""


def _ranged(row: Line, end: str, as_of: int) -> bool:
    """Whether the date of a row and an end are a range."""
    whole = f"{_first_cell(row)} – {end}"
    return date_spans(whole) == [(0, len(whole), True)] and dates_of([whole], as_of) is not None


def _first_cell(line: Line) -> str:
    return line.text.partition("\t")[0]


def _without_first(place: Place) -> Place:
    """The row without its first cell: the second one takes its place."""
    first, _, rest = place.line.text.partition("\t")
    count = len(first.split())
    return Place(place.page, replace(place.line, words=place.line.words[count:], text=rest, margin=0))


def _dated(place: Place, date: str) -> Place:
    """The row with a date as its first cell."""
    line = place.line
    count = len(_first_cell(line).split())
    first = line.words[0]
    words = tuple(first._replace(text=part) for part in date.split())
    text = "\t".join([date, *line.text.split("\t")[1:]])
    return Place(place.page, replace(line, words=words + line.words[count:], text=text, margin=len(words)))
