"""A `Document` → a `Resume`: sections by their headings, entries with titles and dates, items of text."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from gapcheck.documents import Document
from gapcheck.documents.pdf.drawn_ratings import is_scale
from gapcheck.resume.dates import month_number
from gapcheck.resume.entries import entries_of
from gapcheck.resume.heading_model import heading_features, load_heading_model
from gapcheck.resume.headings import Heading, find_headings, lexicon, name_line
from gapcheck.resume.model import (
    Place,
    Resume,
    Section,
)
from gapcheck.taxonomy import SectionKind, Taxonomy

_PUNCTUATION = ".,;:()[]“”\"'"


_FRAGMENT = 4  # letters: shorter words in a text are as often pieces of longer ones


_CONTACT = re.compile(r"^\S+@\S+\.\w+$|^(?:https?://|www\.)\S+$|^\+?[\d ()/-]{8,}$")


def lines_to_read(document: Document) -> list[Place]:
    """The document's lines without headers, footers, contact details and lines of mere marks."""
    return [
        Place(page.number, line)
        for page in document.pages
        for line in page.lines
        if not line.running
        and not _CONTACT.match(line.text)
        and (is_scale(line.text) or any(map(str.isalnum, line.text)))
    ]


def _headings(places: list[Place], taxonomy: Taxonomy) -> list[Heading]:
    """All headings; those whose words tell nothing are judged by the lines below them too."""
    found = find_headings(places, lexicon(taxonomy.headings))
    if all(heading.known for heading in found):
        return found
    model = load_heading_model()
    ends = [heading.index for heading in found[1:]] + [len(places)]
    judged = []
    for heading, end in zip(found, ends, strict=True):
        block = places[heading.index + 1 : end]
        if not heading.known and heading.kind is SectionKind.other and block:
            kind = model.kind_of(heading.text, heading_features(heading.text, block, taxonomy))
            judged.append(replace(heading, kind=kind))
        else:
            judged.append(heading)
    return judged


def _whole_words(places: list[Place], taxonomy: Taxonomy) -> frozenset[str]:
    """Words that stand whole in the document or name a skill: before a hyphen at a line's end they are no fragments."""
    inside = {word.text.strip(_PUNCTUATION) for place in places for word in place.line.words[:-1]}
    return frozenset(word.lower() for word in inside if len(word) >= _FRAGMENT) | taxonomy.single_words


def read_resume(document: Document, taxonomy: Taxonomy, as_of: date) -> Resume:
    """The document as sections of entries; `as_of` is the day that "present" means."""
    month = month_number(as_of.year, as_of.month)
    places = lines_to_read(document)
    words = taxonomy.entry_words.with_prefixes(_whole_words(places, taxonomy))
    headings = {heading.index: heading for heading in _headings(places, taxonomy)}
    name = name_line(places, lexicon(taxonomy.headings), taxonomy.entry_words)
    sections: list[Section] = []
    kind, text, gathered = SectionKind.header, "", list[Place]()

    def close() -> None:
        if gathered or text:
            sections.append(Section(kind, text, entries_of(kind, gathered, words, month)))

    for index, place in enumerate(places):
        heading = headings.get(index)
        if index == name and kind is not SectionKind.header:  # a column beside it was read before the letterhead
            close()
            kind, text, gathered = SectionKind.header, "", []
        if heading is None or index == name:
            gathered.append(place)
            continue
        close()
        kind, text, gathered = heading.kind, heading.text, []
        if heading.rest:
            gathered.append(Place(place.page, place.line.without_margin()))
    close()
    person = () if name is None else tuple(re.findall(r"[^\W\d_]+", places[name].line.text.lower()))
    return Resume(document, tuple(sections), month, person)
