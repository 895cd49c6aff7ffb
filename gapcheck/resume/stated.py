"""Lines of a file that states its structure → sections and entries as it states them, with nothing guessed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from gapcheck.resume.dates import dates_of, printed_dates, without_dates
from gapcheck.resume.items import items_of
from gapcheck.resume.model import Entry, EntryKind, KnownBy, Place, Section
from gapcheck.taxonomy import EntryWords, SectionKind

_REFINED = {EntryKind.job: EntryKind.internship}  # kinds that a format has no word for, told by the title


def stated_sections(places: Sequence[Place], words: EntryWords, as_of: int) -> tuple[Section, ...]:
    """The sections that the lines state; none where they state nothing."""
    starts = [index for index, place in enumerate(places) if place.line.stated and place.line.stated.section]
    if not starts:
        return ()
    bounds = [*([0] if starts[0] else []), *starts, len(places)]
    return tuple(_section(places[begin:end], words, as_of) for begin, end in pairwise(bounds))


def _section(places: Sequence[Place], words: EntryWords, as_of: int) -> Section:
    stated = places[0].line.stated
    kind = SectionKind(stated.section) if stated and stated.section else SectionKind.header
    titled = kind is not SectionKind.header
    return Section(
        kind,
        places[0].line.text if titled else "",
        tuple(_entries(kind, places[titled:], words, as_of)),
        KnownBy.stated,
        places[0],
    )


def _entries(kind: SectionKind, places: Sequence[Place], words: EntryWords, as_of: int) -> list[Entry]:
    starts = [index for index, place in enumerate(places) if place.line.stated and place.line.stated.entry]
    if not starts:
        items = items_of(places, words.prefixes, lists=kind is SectionKind.skills)
        return [Entry(EntryKind.text, "", items)] if places else []
    return [_entry(kind, places[begin:end], words, as_of) for begin, end in pairwise([*starts, len(places)])]


def _entry(section: SectionKind, places: Sequence[Place], words: EntryWords, as_of: int) -> Entry:
    stated = places[0].line.stated
    kind, when = (EntryKind(stated.entry), stated.dates) if stated else (EntryKind.text, "")
    text = places[0].line.text
    title = without_dates(text) or text
    finer = _REFINED.get(kind)
    if finer is not None and words.kind_of(title, section) == finer:
        kind = finer
    organisation = places[1].line.text if len(places) > 1 and not places[1].line.text.startswith("•") else ""
    items = items_of(places, words.prefixes)
    return Entry(kind, title, items, dates_of([when], as_of) if when else None, printed_dates([when]), organisation)
