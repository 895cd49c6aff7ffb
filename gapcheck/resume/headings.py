"""Lines of a document → which of them are section headings, and of what kind: by their words and their look."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from gapcheck.documents import Line, Word
from gapcheck.resume.model import Place
from gapcheck.taxonomy import EntryWords, HeadingKind, SectionKind

_LONGEST_HEADING = 6  # words
_RECURRING = 3  # headings that look alike, at least, where no word of them is known
_LETTERHEAD = 1  # lines at the top that hold the name and what the person is, never a heading
_LARGER = 1.08  # times the body size: text that is set larger on purpose
_SAME_SIZE = 0.5  # points
_NAME_LINES, _NAME_WORDS = 2, 5
_EDGE = re.compile(r"^[^\w&]+|[^\w&]+$")

Look = tuple[float, bool, bool]
"""Font size to half a point, bold, all capitals."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading at line `index`. Where it labels its line from the margin, `rest` of the line belongs to the
    section.
    """

    index: int
    kind: SectionKind
    text: str
    rest: bool
    known: bool = True


class Lexicon:
    """What headings say, ready to be looked up."""

    def __init__(self, kinds: Sequence[HeadingKind]) -> None:
        self._exact = {_letters(phrase): kind.kind for kind in kinds for phrase in kind.phrases}
        self._words = [(frozenset(kind.words), kind.kind) for kind in kinds]

    def exact(self, text: str) -> SectionKind | None:
        """The kind of a heading that says exactly a known phrase, however it is spaced, cased or decorated."""
        return self._exact.get(_letters(text))

    def by_words(self, text: str) -> SectionKind:
        """The kind whose words stand in an unknown heading; `other` where there are none."""
        words = set(re.findall(r"[^\W\d_]+", text.lower()))
        return next((kind for known, kind in self._words if known & words), SectionKind.other)


@lru_cache(maxsize=4)
def lexicon(kinds: tuple[HeadingKind, ...]) -> Lexicon:
    """The lexicon of these kinds, built once."""
    return Lexicon(kinds)


def find_headings(places: Sequence[Place], words: Lexicon) -> list[Heading]:
    """The headings among the lines, in order.

    First the lines that say a known phrase and stand out from the body; then, in the look of those, lines that say
    something unknown. Where nothing stands out (plain text), known phrases alone on their line are headings.
    """
    body = _body_size(places)
    known: dict[int, tuple[SectionKind, str, bool, Look]] = {}
    for index, place in enumerate(places):
        for text, part, rest in _candidates(place.line):
            if kind := words.exact(text):
                known[index] = (kind, text, rest, _look(part))
                break
    standing_out = {index: found for index, found in known.items() if _stands_out(found[3], body)}
    chosen = _main_looks(standing_out, body) if standing_out else set()
    if not chosen:
        if found := _by_look(places, body, words):
            return found
        alone = {index: found for index, found in known.items() if not found[2] and found[1][:1].isupper()}
        return [Heading(index, kind, text, rest) for index, (kind, text, rest, _) in sorted(alone.items())]
    headings = {
        index: Heading(index, kind, text, rest)
        for index, (kind, text, rest, look) in known.items()
        if look in chosen or (look[0] >= body * _LARGER and look[0] >= min(look[0] for look in chosen))
    }
    headings |= _unknown(places, chosen, headings, words, body)
    return [headings[index] for index in sorted(headings)]


def name_line(places: Sequence[Place], words: Lexicon, entry_words: EntryWords) -> int | None:
    """The line that holds the person's name: the largest of the first page, if it says nothing else; else the first."""
    first_page = [index for index, place in enumerate(places) if place.page == places[0].page]
    largest = max((places[index].line.size for index in first_page), default=0.0)
    candidates = [index for index in first_page if places[index].line.size >= largest - _SAME_SIZE]
    for index in candidates if len(candidates) <= _NAME_LINES else first_page[:1]:
        text = places[index].line.text
        named = [word.strip(".,").lower() for word in text.split()]
        in_capitals = all(word[0].isupper() or word in entry_words.particles for word in text.split())
        if (
            0 < len(named) <= _NAME_WORDS
            and in_capitals
            and not any(map(str.isdigit, text))
            and entry_words.role_words.isdisjoint(named)
            and words.exact(text) is None
        ):
            return index
    return None


def _by_look(places: Sequence[Place], body: float, words: Lexicon) -> list[Heading]:
    """Headings of a resume in which no list knows a single one: short lines set larger than the body, all alike.

    The look must recur; of several the largest is taken, for titles of entries are set smaller than headings.
    """
    found: defaultdict[Look, list[Heading]] = defaultdict(list)
    for index, place in enumerate(places):
        line = place.line
        text = _EDGE.sub("", line.text)
        look = _look(line.words)
        short = (
            0 < len(text.split()) <= _LONGEST_HEADING
            and "\t" not in line.text
            and not 0 < line.margin < len(line.words)
        )
        if index > _LETTERHEAD and short and text[0].isupper() and look[0] >= body * _LARGER and "@" not in text:
            kind = words.exact(text)
            found[look].append(Heading(index, kind or words.by_words(text), text, rest=False, known=kind is not None))
    recurring = {look: headings for look, headings in found.items() if len(headings) >= _RECURRING}
    return recurring[max(recurring, key=lambda look: look[0])] if recurring else []


def _unknown(
    places: Sequence[Place], looks: set[Look], known: dict[int, Heading], words: Lexicon, body: float
) -> dict[int, Heading]:
    """Lines in the look of headings with words that no list knows; none for a look that entry titles share."""
    found: defaultdict[Look, dict[int, Heading]] = defaultdict(dict)
    usual = Counter(_look(places[index].line.words) for index in known)
    small = any(heading.text[:1].islower() for heading in known.values())  # the writer begins headings so
    for index, place in enumerate(places):
        line = place.line
        if index in known or 0 < line.margin < len(line.words):
            continue
        text = _EDGE.sub("", line.text)
        if not text or "\t" in text or (text[0].islower() and not small):
            continue
        look = _look(line.words)
        if look not in looks:
            continue
        kind = words.by_words(text)
        odd = "@" in text or (kind is SectionKind.other and re.search(r"\d{3}", text))
        if len(text.split()) <= _LONGEST_HEADING and not odd:
            found[look][index] = Heading(index, kind, text, rest=False, known=False)
    first = min(known, default=0)
    largest = max(look[0] for look in looks)
    return {
        index: heading
        for look, headings in found.items()
        if len(headings) <= usual[look] or look[0] >= max(body * _LARGER, largest) or look[2]
        for index, heading in headings.items()
        if index > min(first, _LETTERHEAD)
    }


def _candidates(line: Line) -> list[tuple[str, tuple[Word, ...], bool]]:
    """Texts of a line that may be a heading: all of it, or its margin label; with their words, and whether text
    follows.
    """
    found: list[tuple[str, tuple[Word, ...], bool]] = []
    if len(line.words) <= _LONGEST_HEADING + 1 and "\t" not in line.text and not line.text.endswith((".", ",")):
        found.append((_EDGE.sub("", line.text), line.words, False))
    if line.margin and line.margin < len(line.words):
        label = line.words[: line.margin]
        found.append((_EDGE.sub("", " ".join(word.text for word in label)), label, True))
    return found


def _look(words: Sequence[Word]) -> Look:
    longest = max(words, key=lambda word: len(word.text))
    text = "".join(word.text for word in words)
    return round(longest.size * 2) / 2, longest.bold, text.isupper()


def _stands_out(look: Look, body: float) -> bool:
    size, bold, upper = look
    return bold or upper or size >= body * _LARGER


def _main_looks(known: dict[int, tuple[SectionKind, str, bool, Look]], body: float) -> set[Look]:
    """Looks that at least two kinds of headings share, or the one look of the only heading."""
    kinds: defaultdict[Look, set[SectionKind]] = defaultdict(set)
    for kind, _, _, look in known.values():
        kinds[look].add(kind)
    shared = {look for look, found in kinds.items() if len(found) > 1}
    return shared or {max(kinds, key=lambda look: (len(kinds[look]), look[0]))}


def _body_size(places: Sequence[Place]) -> float:
    sizes: Counter[float] = Counter()
    for place in places:
        sizes[round(place.line.size * 2) / 2] += len(place.line.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def _letters(text: str) -> str:
    return "".join(character for character in text.lower().replace("&", "and") if character.isalpha())
