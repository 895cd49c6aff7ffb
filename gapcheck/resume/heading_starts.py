"""Lines, and the kinds that headings name → further headings, which only begin with known words: `Technical skills used
in the last years`.

So may a line of a job begin ("Experience of presses"). What stands below has to be of the kind, and no heading may name
the kind by itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gapcheck.resume.dates import date_spans, has_date
from gapcheck.resume.heading_looks import Candidate, kinds_of, look_of
from gapcheck.resume.items import opens_item
from gapcheck.resume.lexicon import HeadingLexicon, Said
from gapcheck.resume.model import Place
from gapcheck.taxonomy import EntryWords, SectionKind

_LONGEST = 10  # words
_LONGEST_START = 4  # words of it that are known
_HEAD_LINES = 3  # below a heading, down to the time of the first job
_HEAD_WORDS = 12  # at most, where it does not begin with its time
_MARK = 1  # word before that time: a bullet, a number
_LIST_ITEM = 4  # words of a list that has one thing a line
_ONE_OF_SEVERAL = re.compile("s$", re.IGNORECASE)
_OPENED = (SectionKind.experience, SectionKind.education, SectionKind.skills)


def begun_headings(
    places: Sequence[Place], known: dict[int, Candidate], words: HeadingLexicon, entry_words: EntryWords
) -> dict[int, Candidate]:
    """The lines that begin as a heading of a kind that no known one names, and have such below them."""
    named = kinds_of(known)
    found: dict[int, Candidate] = {}
    for index, place in enumerate(places[:-1]):
        text = place.line.text
        odd = index in known or "\t" in text or text.endswith((".", ",")) or opens_item(place) or has_date(text)
        if odd or not text[:1].isupper() or len(place.line.words) > _LONGEST:
            continue
        kind = _start(text, words, entry_words)
        if (
            kind in _OPENED
            and kind not in named
            and _holds(kind, places[index + 1 : index + 1 + _HEAD_LINES], entry_words)
        ):
            found[index] = Candidate(text, Said((kind,)), 0, look_of(place.line.words), clear=False)
    return found


def _start(text: str, words: HeadingLexicon, entry_words: EntryWords) -> SectionKind | None:
    """The kind of the known words that open a line, also more than one of what they name ("Works I did"), and that a
    small word follows.
    """
    parts = text.split()
    for end in range(min(_LONGEST_START, len(parts) - 1), 0, -1):
        small = parts[end].lower()
        opening = " ".join(parts[:end])
        told = (words.says(text, slips=False) for text in (opening, _ONE_OF_SEVERAL.sub("", opening)))
        said = next((one for one in told if one is not None and one.whole), None)
        if said is not None and (small in entry_words.open_words or words.goes_on(small)):
            return said.kinds[0]
    return None


def _holds(kind: SectionKind, below: Sequence[Place], words: EntryWords) -> bool:
    """Whether lines begin a section of a kind: a time, a degree or a school, a list."""
    texts = [place.line.text for place in below]
    if kind is SectionKind.experience:
        spans = ((text, begin, is_range) for text in texts for begin, _, is_range in date_spans(text))
        return any(
            is_range and (len(text.split()) <= _HEAD_WORDS or len(text[:begin].split()) <= _MARK)
            for text, begin, is_range in spans
        )
    if kind is SectionKind.education:
        return any(words.degree_level([text]) or words.names_a_school(text) for text in texts[:2])
    listed = "," in texts[0] or len(texts[0].split()) <= _LIST_ITEM
    return listed and not has_date(texts[0]) and not texts[0].endswith(".")
