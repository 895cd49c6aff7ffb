"""Lines → the same, where a table has a row for each event: joined and left, or entered and graduated, are one range.

So are the forms of Japan: below `Year, Month, Work history` stand `2014, 4, Joined Kestrel Foods` and `2018, 9, Left
Kestrel Foods`. The row of the end keeps its text and gives its time to the row above.
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


def events_as_ranges(places: Sequence[Place], words: EntryWords, as_of: int) -> list[Place]:
    """The lines; below each head whose first columns are year and month, the rows with whole dates."""
    found = list(places)
    below = False
    opened: int | None = None
    for index, place in enumerate(places):
        text = place.line.text
        if words.names_time_columns(text):
            below, opened = text.count("\t") >= _CELLS - 1, None
            continue
        if not below:
            continue
        if not (date := _year_and_month(text)):
            last = text.split()[-1].strip(".,;")
            if opened is not None and "\t" not in text and _ranged(found[opened].line, last, as_of):
                found[opened] = _dated(found[opened], f"{_first_cell(found[opened].line)} – {last}")
            below = False
            continue
        event = text.split("\t", 2)[2]
        if opened is not None and words.names_an_end(event) and _ranged(found[opened].line, date, as_of):
            found[opened] = _dated(found[opened], f"{_first_cell(found[opened].line)} – {date}")
            found[index] = Place(place.page, replace(place.line.part(2, len(place.line.words)), margin=0))
            opened = None
        else:
            found[index], opened = _dated(_without_first(place), date), index
    return found


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
