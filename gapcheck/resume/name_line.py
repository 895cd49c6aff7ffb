"""The lines of a document → the one that holds the person's name."""

from __future__ import annotations

from collections.abc import Sequence

from gapcheck.resume.lexicon import HeadingLexicon
from gapcheck.resume.model import Place
from gapcheck.taxonomy import EntryWords

_SAME_SIZE = 0.5  # points
_NAME_LINES, _NAME_WORDS = 2, 5
_NAME_ABOVE = 0.5  # of the height of a page: no name stands below


def name_line(places: Sequence[Place], words: HeadingLexicon, entry_words: EntryWords) -> int | None:
    """The line that holds the person's name: the largest of the first page, if it says nothing else; else the first."""
    first_page = [index for index, place in enumerate(places) if place.page == places[0].page]
    largest = max((places[index].line.size for index in first_page), default=0.0)
    candidates = [index for index in first_page if places[index].line.size >= largest - _SAME_SIZE]
    lowest = max((places[index].line.bottom for index in first_page), default=0.0)
    high = [index for index in candidates if places[index].line.top <= _NAME_ABOVE * lowest]
    for index in high if high and len(candidates) <= _NAME_LINES else first_page[:1]:
        text = places[index].line.text
        named = [word.strip(".,").lower() for word in text.split()]
        in_capitals = all(word[0].isupper() or word in entry_words.particles for word in text.split())
        if (
            0 < len(named) <= _NAME_WORDS
            and in_capitals
            and not any(map(str.isdigit, text))
            and entry_words.role_words.isdisjoint(named)
            and not _is_known(text, words)
        ):
            return index
    return None


def _is_known(text: str, words: HeadingLexicon) -> bool:
    said = words.says(text, slips=False)
    return said is not None and said.whole
