"""Lines → the same lines, headings that run into their text set apart: `Experience. Head of archives, Town Library`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gapcheck.resume.lexicon import HeadingLexicon
from gapcheck.resume.model import Place
from gapcheck.taxonomy import SectionKind

_FEWEST = 3  # kinds of sections: a sentence of one word may stand anywhere
_MOST_WORDS = 3


def run_in_headings_apart(places: Sequence[Place], known: HeadingLexicon) -> list[Place]:
    """The lines; where at least three kinds of sections open by a known heading with a full stop, and none by such a
    heading alone on its line, each of these headings labels its line.
    """
    opened = {at: found for at, place in enumerate(places) if (found := _heading_before(place, known))}
    several = len({kind for _, kind in opened.values()}) >= _FEWEST
    if not several or any(known.exact(place.line.text.strip(" .:")) for place in places):
        return list(places)
    return [_apart(place, opened[at][0]) if at in opened else place for at, place in enumerate(places)]


def _heading_before(place: Place, known: HeadingLexicon) -> tuple[int, SectionKind] | None:
    """How many words of a line are a known heading that ends in a full stop, and its kind; None where none are."""
    words = [word.text for word in place.line.words]
    for count in range(1, min(_MOST_WORDS, len(words) - 1) + 1):
        kind = known.exact(" ".join(words[:count]).removesuffix(".")) if words[count - 1].endswith(".") else None
        if kind is not None:
            return count, kind
    return None


def _apart(place: Place, count: int) -> Place:
    line = place.line
    parts = line.text.split(" ", count)
    return Place(place.page, replace(line, text=f"{' '.join(parts[:count])}\t{parts[count]}", margin=count))
