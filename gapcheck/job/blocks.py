"""Pages of a posting → its blocks: headings, bullets, paragraphs and rows of tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from gapcheck.documents import Line, Page
from gapcheck.resume import Item, Place
from gapcheck.taxonomy import Taxonomy

_BULLET = re.compile(
    r"^\s*(?:[^\w\s\"'“‘(\[@#&$€£<+]+|(?:[A-Z]{1,2}-?)?\d{1,2}[.)]|[a-h][.)]|o)\s+(?:\[[ xX]\]\s+)?(?=\S)"
)
_SENTENCE_END = re.compile(r"[.!?:;][\"”')]*$")
_FURNITURE = re.compile(r"^\W*(?:\S.*\s)?page \d+(?: of \d+)?\W*$|^\W*\d{1,3}\W*$", re.IGNORECASE)
_LABEL = re.compile(r"^[A-Z][\w&/'+ -]{1,30}:(?:\s|$)")
HEADING_WORDS = 9  # of a heading, outside of brackets
_FULL_LINE = 0.8  # of the widest line: a line this long was broken by the margin, not by the writer
_NARROWEST, _WIDEST = 40, 130  # characters of a page whose lines are broken by a margin
_BRACKET = re.compile(r"\([^()]*\)")
_ELLIPSIS = re.compile(r"(?:\.{3}|…)$")
_LARGER = 1.08  # times the body size
_LARGEST_GAP = 0.6  # of the body size, between lines of one paragraph
_NEW_PARAGRAPH = 0.5  # of the size of a line, beyond the usual gap
_PLAIN = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "\xa0": " ", "\u2011": "-"})


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A heading, a bullet, a paragraph or a row of a table. `heading` tells whether it looks like a heading, `bullet`
    whether it is part of a list, `apart` whether more space than that of a line stands above it; `item.text` has tabs
    between cells and no bullet.
    """

    item: Item
    heading: bool = False
    bullet: bool = False
    apart: bool = False

    @property
    def text(self) -> str:
        """The text, in one line."""
        return self.item.text


def blocks_of(pages: Iterable[Page], taxonomy: Taxonomy, *, flowing: bool) -> Iterator[TextBlock]:
    """The blocks of the pages. Lines of a paragraph are joined; in `flowing` text every line is a paragraph already."""
    places = [
        Place(page.number, line)
        for page in pages
        for line in page.lines
        if not line.running and not _FURNITURE.match(line.text) and any(map(str.isalnum, line.text))
    ]
    if not places:
        return
    lines = [place.line for place in places]
    layout = _Layout(
        widest=max(line.x1 - line.x0 for line in lines),
        has_margin=_NARROWEST <= max(len(line.text) for line in lines) <= _WIDEST,
        character=median((line.x1 - line.x0) / len(line.text) for line in lines),
        body=_body_size(lines),
        unended=taxonomy.postings.unended,
        gap=min(_usual_gap(places), _LARGEST_GAP * median(line.size for line in lines)),
    )
    group: list[Place] = []
    apart = True
    for place in places:
        if group and (flowing or not layout.goes_on(group, place)):
            yield _block(group, layout, taxonomy, apart=apart)
            apart = layout.parts(group[-1], place)
            group = []
        group.append(place)
    yield _block(group, layout, taxonomy, apart=apart)


def _body_size(lines: Sequence[Line]) -> float:
    """The font size of most of the text: a list of one-word lines must not make its headings the rule."""
    return median(line.size for line in lines for _ in line.text.split())


def _usual_gap(places: Sequence[Place]) -> float:
    """Points between the lines of one paragraph."""
    gaps = [
        below.line.top - above.line.bottom
        for above, below in pairwise(places)
        if above.page == below.page and below.line.top > above.line.top
    ]
    return sorted(gaps)[len(gaps) // 4] if gaps else 0.0


def _last_word(text: str) -> str:
    return text.lower().rsplit(maxsplit=1)[-1]


def _is_bold(line: Line) -> bool:
    """Whether all words of a line are bold. One bold word that opens a sentence does not make it a heading."""
    return all(word.bold for word in line.words if any(map(str.isalnum, word.text)))


@dataclass(frozen=True, slots=True)
class _Layout:
    """How lines are set: the widest, a character's width, the body size and the gap between lines, in points,
    whether the right margin breaks lines, and the words that end no paragraph.
    """

    widest: float
    has_margin: bool
    character: float
    body: float
    unended: frozenset[str]
    gap: float

    def goes_on(self, group: Sequence[Place], place: Place) -> bool:
        """Whether a line belongs to the same paragraph as the lines of the group above it."""
        first, before, line = group[0].line, group[-1].line, place.line
        if (
            _BULLET.match(line.text)
            or _LABEL.match(line.text)
            or abs(line.size - before.size) > 1.2
            or _is_bold(line) != _is_bold(before)
        ):
            return False
        same_page = group[-1].page == place.page
        if same_page and self.parts(group[-1], place):
            return False
        ended = bool(_SENTENCE_END.search(before.text))
        if _last_word(before.text) in self.unended:
            return True
        if before.text.endswith((",", "/", "&")) or (line.text[:1].islower() and not ended):
            return True
        if _BULLET.match(first.text) and line.x0 > first.x0 + self.character and same_page:
            return True
        return before.x1 - first.x0 >= _FULL_LINE * self.widest and self.has_margin and "\t" not in before.text

    def parts(self, above: Place, below: Place) -> bool:
        """Whether more space than that between lines of a paragraph stands between two lines, or the end of a page."""
        space = below.line.top - above.line.bottom
        return above.page != below.page or space > self.gap + _NEW_PARAGRAPH * above.line.size

    def is_heading(self, group: Sequence[Place], text: str) -> bool:
        """Whether a block looks like a heading: short, and set apart by its type, capitals or a colon."""
        line = group[0].line
        length = heading_length(text)
        text = _ELLIPSIS.sub("", text)
        if len(group) > 2 or length > HEADING_WORDS or text.endswith((".", ",", ";")):
            return False
        upper = text.isupper() and sum(map(str.isalpha, text)) > 3
        return upper or _is_bold(line) or self.is_large(line) or text.endswith(":")

    def is_large(self, line: Line) -> bool:
        """Whether a line is set larger than the text."""
        return line.size >= self.body * _LARGER


def heading_length(text: str) -> int:
    """How many words a line has outside of its brackets, as one that may be a heading."""
    return len(_BRACKET.sub("", text).split())


def _block(group: Sequence[Place], layout: _Layout, taxonomy: Taxonomy, *, apart: bool) -> TextBlock:
    text, starts = "", []
    first, bullet = _without_bullet(_plain(group[0].line.text))
    for part in (first, *(_plain(place.line.text) for place in group[1:])):
        if text:
            text = _joint(text, part, taxonomy.entry_words.prefixes)
        starts.append(len(text))
        text += part
    item = Item(text, tuple(group), tuple(starts), bullet)
    heading = layout.is_large(group[0].line) if bullet else layout.is_heading(group, text)
    return TextBlock(item, heading, bullet and not heading, apart)


def _plain(text: str) -> str:
    """The text with straight apostrophes and usual spaces."""
    return text.translate(_PLAIN)


def _without_bullet(text: str) -> tuple[str, bool]:
    found = _BULLET.match(text)
    return (text[found.end() :], True) if found else (text, False)


def _joint(text: str, part: str, prefixes: frozenset[str]) -> str:
    """The text, ready for `part` to be put behind it: with a space at its end, or with the hyphen there kept or
    removed.
    """
    if not re.search(r"\w-$", text):
        return text + " "
    fragment = re.split(r"[\s(/\"“]", text[:-1])[-1]
    return text[:-1] if part[:1].islower() and "-" not in fragment and fragment.lower() not in prefixes else text
