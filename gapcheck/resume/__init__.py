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

_PUNCTUATION = ".,;:()[]“”\"'"
_FRAGMENT = 4  # letters: shorter words in a text are as often pieces of longer ones
_CONTACT = re.compile(r"^\S+@\S+\.\w+$|^(?:https?://|www\.)\S+$|^\+?[\d ()/-]{8,}$")


def _whole_words(places: list[Place], taxonomy: Taxonomy) -> frozenset[str]:
    """Words that stand whole in the document or name a skill: before a hyphen at a line's end they are no fragments."""
    inside = {word.text.strip(_PUNCTUATION) for place in places for word in place.line.words[:-1]}
    return frozenset(word.lower() for word in inside if len(word) >= _FRAGMENT) | taxonomy.single_words


def read_resume(document: Document, taxonomy: Taxonomy, as_of: date) -> Resume:
    """The document as sections of entries; `as_of` is the day that "present" means."""
    month = month_number(as_of.year, as_of.month)
    places = [
        Place(page.number, line)
        for page in document.pages
        for line in page.lines
        if not line.running and not _CONTACT.match(line.text) and any(map(str.isalnum, line.text))
    ]
    words = taxonomy.entry_words.with_prefixes(_whole_words(places, taxonomy))
    headings = {heading.index: heading for heading in find_headings(places, lexicon(taxonomy.headings))}
    sections: list[Section] = []
    kind, text, gathered = SectionKind.header, "", list[Place]()

    def close() -> None:
        if gathered or text:
            sections.append(Section(kind, text, entries_of(kind, gathered, words, month)))

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
