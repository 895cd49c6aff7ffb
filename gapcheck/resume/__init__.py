"""A `Document` → a `Resume`: sections by their headings, entries with titles and dates, items of text."""

from __future__ import annotations

import re
from datetime import date

from gapcheck.documents import Document
from gapcheck.resume.dates import month_number
from gapcheck.resume.entries import entries_of
from gapcheck.resume.headings import find_headings, lexicon
from gapcheck.resume.model import (
    DateRange,
    Entry,
    EntryKind,
    Item,
    Place,
    Resume,
    Section,
    months_covered,
)
from gapcheck.taxonomy import SectionKind, Taxonomy

__all__ = [
    "DateRange",
    "Entry",
    "EntryKind",
    "Item",
    "Place",
    "Resume",
    "Section",
    "month_number",
    "months_covered",
    "read_resume",
]

_CONTACT = re.compile(r"^\S+@\S+\.\w+$|^(?:https?://|www\.)\S+$|^\+?[\d ()/-]{8,}$")


def read_resume(document: Document, taxonomy: Taxonomy, as_of: date) -> Resume:
    """The document as sections of entries; `as_of` is the day that "present" means."""
    month = month_number(as_of.year, as_of.month)
    places = [
        Place(page.number, line)
        for page in document.pages
        for line in page.lines
        if not line.running and not _CONTACT.match(line.text) and any(map(str.isalnum, line.text))
    ]
    headings = {heading.index: heading for heading in find_headings(places, lexicon(taxonomy.headings))}
    sections: list[Section] = []
    kind, text, gathered = SectionKind.header, "", list[Place]()

    def close() -> None:
        if gathered or text:
            sections.append(Section(kind, text, entries_of(kind, gathered, taxonomy.entry_words, month)))

    for index, place in enumerate(places):
        heading = headings.get(index)
        if heading is None:
            gathered.append(place)
            continue
        close()
        kind, text, gathered = heading.kind, heading.text, []
        if heading.rest:
            gathered.append(Place(place.page, place.line.without_margin()))
    close()
    return Resume(document, tuple(sections), month)
