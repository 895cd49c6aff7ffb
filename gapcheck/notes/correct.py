"""A `Resume` and notes on it → the resume as the notes say it is."""

from __future__ import annotations

import re
from dataclasses import replace

from rapidfuzz import fuzz
from rapidfuzz.utils import default_process

from gapcheck.notes.model import PRESENT, EntryNote
from gapcheck.notes.read import Notes
from gapcheck.resume import DateRange, Entry, EntryKind, Resume, Section, month_number

_ALIKE = 85  # of 100, by which a title is meant by the words of a note
_PLACE = re.compile(r"(\d+):(\d+)")


def corrected(resume: Resume, notes: Notes) -> Resume:
    """The resume with the corrections of its entries. Raises `NotesError` where a note fits no entry, or several."""
    entries = [entry for _, entry in resume.entries()]
    changed: dict[int, Entry | None] = {}
    for index, note in enumerate(notes.content.entries):
        at = _meant(note, index, entries, notes)
        if at in changed:
            raise notes.wrong("an earlier note is about the same entry: put them into one", "entries", index)
        changed[at] = _corrected(entries[at], note, index, notes, resume.as_of)
    after = iter([changed.get(at, entry) for at, entry in enumerate(entries)])
    sections = [_with_entries(section, [next(after) for _ in section.entries]) for section in resume.sections]
    return replace(resume, sections=tuple(one for one in sections if one.place or one.entries))


def _with_entries(section: Section, entries: list[Entry | None]) -> Section:
    return replace(section, entries=tuple(entry for entry in entries if entry is not None))


def _meant(note: EntryNote, index: int, entries: list[Entry], notes: Notes) -> int:
    """The number of the entry that a note is about."""
    if place := _PLACE.fullmatch(note.entry.strip()):
        found = [at for at, entry in enumerate(entries) if _holds(entry, int(place[1]), int(place[2]))]
    else:
        found = _titled(note.entry, entries)
    if len(found) == 1:
        return found[0]
    if found:
        places = ", ".join(f"{entries[at].place.page}:{entries[at].place.line.number}" for at in found)
        raise notes.wrong(f"{len(found)} entries may be meant: name it by page and line ({places})", "entries", index)
    raise notes.wrong(
        f"the resume has no entry “{note.entry}”: gapcheck RESUME --read lists them with page and line",
        "entries",
        index,
    )


def _holds(entry: Entry, page: int, line: int) -> bool:
    return any((place.page, place.line.number) == (page, line) for item in entry.items for place in item.places)


def _titled(title: str, entries: list[Entry]) -> list[int]:
    """The entries with this very title, else those with one much like it."""
    wanted = default_process(title)
    titles = {at: default_process(one.title) for at, one in enumerate(entries) if one.kind is not EntryKind.text}
    same = [at for at, other in titles.items() if other == wanted]
    return same or [at for at, other in titles.items() if fuzz.token_set_ratio(wanted, other) >= _ALIKE]


def _corrected(entry: Entry, note: EntryNote, index: int, notes: Notes, as_of: int) -> Entry | None:
    if note.leave_out:
        return None
    kind = note.kind or entry.kind
    if note.from_ is None and note.to is None:
        return replace(entry, kind=kind)
    dates = entry.dates or DateRange(None, None, 0)
    first = _number(note.from_, as_of) if note.from_ else dates.first
    last = _number(note.to, as_of) if note.to else dates.last
    if first is None or last is None:
        missing = "from" if first is None else "to"
        raise notes.wrong(f"the resume gives no date that goes with it: add {missing}", "entries", index)
    if last < first:
        raise notes.wrong("with this date the entry ends before it begins: correct from and to", "entries", index)
    ongoing = note.to == PRESENT or (note.to is None and dates.ongoing)
    return replace(entry, kind=kind, dates=_dates(first, last, as_of, ongoing=ongoing))


def _number(month: str, as_of: int) -> int:
    if month == PRESENT:
        return as_of
    year, number = month.split("-")
    return month_number(int(year), int(number))


def _dates(first: int, last: int, as_of: int, *, ongoing: bool) -> DateRange:
    if first > as_of:
        return DateRange(first, last, 0, planned=True)
    until = min(last, as_of)
    return DateRange(first, until, until - first + 1, open=last >= as_of, ongoing=ongoing)
