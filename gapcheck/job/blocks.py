"""Lines of a posting → its blocks: headings, bullets and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from gapcheck.documents import Line, Page, Word
from gapcheck.resume import Item, Place
from gapcheck.taxonomy import Taxonomy

_BULLET = re.compile(r"^\s*(?:[^\w\s\"'“‘(\[@#&$€£<+]+|(?:[A-Z]{1,2}-?)?\d{1,2}[.)]|[a-h][.)]|o)\s+(?=\S)")


_SENTENCE_END = re.compile(r"[.!?:;][\"”')]*$")


_FURNITURE = re.compile(r"^\W*(?:\S.*\s)?page \d+(?: of \d+)?\W*$|^\W*\d{1,3}\W*$", re.IGNORECASE)


_LABEL = re.compile(r"^[A-Z][\w&/'+ -]{1,30}:(?:\s|$)")


_UNDERLINE = re.compile(r"^[=\-_*~]{3,}$")


_EMPHASIS = re.compile(r"(\*\*|__|`)(?=\S)(.+?)(?<=\S)\1|(?<![\w*])\*(?=[^\s*])([^*]+?)(?<=\S)\*(?![\w*])")


_MARKDOWN_LINK = re.compile(r"!?\[([^\]]*)\]\([^)\s]*\)")


_WIDE_GAP = re.compile(r"\t| {3,}")


_HEADING_WORDS = 9


_FULL_LINE = 0.8  # of the widest line: a line this long was broken by the margin, not by the writer


_NARROWEST, _WIDEST = 40, 130  # characters of a page whose lines are broken by a margin


_CHARACTER, _ROW, _SIZE = 5.0, 14.0, 10.0  # points of plain text laid out as on a page


_LARGER = 1.08  # times the body size


_LARGEST_GAP = 0.6  # of the body size, between lines of one paragraph


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a bullet, a paragraph or a row of a table. `heading` tells whether it looks like a heading, `bullet`
    whether a mark or a tag makes it part of a list; `item.text` has tabs between cells and no bullet.
    """

    item: Item
    heading: bool = False
    bullet: bool = False

    @property
    def text(self) -> str:
        """The text, in one line."""
        return self.item.text


def _plain(text: str) -> str:
    """The text with straight apostrophes, usual spaces and no invisible characters."""
    text = text.replace("’", "'").replace("‘", "'").replace("ʼ", "'").replace("\xa0", " ").replace("\u2011", "-")
    return "".join(one for one in text if one.isprintable() or one.isspace())


def text_block(number: int, text: str, heading: bool = False, bullet: bool = False) -> Block:
    """A block that stands on one line of its own."""
    text, marked = _without_bullet("\t".join(" ".join(cell.split()) for cell in _plain(text).split("\t")))
    line = _line(number, text)
    return Block(Item(text, (Place(1, line),), (0,), bullet or marked), heading, bullet or marked)


def _line(row: int, text: str, *, indent: int = 0, bold: bool = False) -> Line:
    """A line of plain text, laid out as on a page."""
    x0, top = _CHARACTER * indent, _ROW * row
    box = (x0, top, x0 + _CHARACTER * max(len(text), 1), top + _SIZE)
    return Line((Word(text, *box, _SIZE, bold),), text, number=row)


def _without_bullet(text: str) -> tuple[str, bool]:
    found = _BULLET.match(text)
    return (text[found.end() :], True) if found else (text, False)


def blocks_of_text(text: str, taxonomy: Taxonomy) -> tuple[Block, ...]:
    """The blocks of a plain text or one in Markdown; lines that a margin broke are joined again."""
    places = []
    rows = _plain(text.expandtabs(4)).splitlines()
    for row, raw in enumerate(rows, start=1):
        stripped = raw.strip()
        marks = re.match(r"#{1,6}\s+(?=\S)", stripped)
        underlined = row < len(rows) and bool(_UNDERLINE.match(rows[row].strip())) and bool(stripped)
        bold = bool(marks or underlined or re.fullmatch(r"(\*\*|__)[^*_]+\1:?", stripped))
        if not stripped or _UNDERLINE.match(stripped) or _FURNITURE.match(stripped):
            continue
        table = stripped.startswith("|") and stripped.endswith("|")
        cells = stripped.strip("|").split("|") if table else _WIDE_GAP.split(stripped[marks.end() if marks else 0 :])
        joined = "\t".join(_without_markdown(cell.strip()) for cell in cells)
        if any(map(str.isalnum, joined)):
            places.append(Place(1, _line(row, joined, indent=len(raw) - len(raw.lstrip()), bold=bold)))
    return tuple(_blocks(places, taxonomy))


def _without_markdown(text: str) -> str:
    return _EMPHASIS.sub(lambda found: found[2] or found[3], _MARKDOWN_LINK.sub(r"\1", text))


def _places(pages: Iterable[Page]) -> Iterator[Place]:
    for page in pages:
        for line in page.lines:
            if not line.running and not _FURNITURE.match(line.text) and any(map(str.isalnum, line.text)):
                yield Place(page.number, line)


def _blocks(places: Sequence[Place], taxonomy: Taxonomy) -> Iterator[Block]:
    """The lines, those of one paragraph or bullet joined."""
    if not places:
        return
    lines = [place.line for place in places]
    layout = _Layout(
        widest=max(line.x1 - line.x0 for line in lines),
        character=median((line.x1 - line.x0) / len(line.text) for line in lines),
        body=median(line.size for line in lines),
        gap=min(_usual_gap(places), _LARGEST_GAP * median(line.size for line in lines)),
    )
    group: list[Place] = []
    for place in places:
        if group and not layout.goes_on(group, place):
            yield _block(group, layout, taxonomy)
            group = []
        group.append(place)
    yield _block(group, layout, taxonomy)


def _usual_gap(places: Sequence[Place]) -> float:
    """Points between the lines of one paragraph."""
    gaps = [
        below.line.top - above.line.bottom
        for above, below in pairwise(places)
        if above.page == below.page and below.line.top > above.line.top
    ]
    return sorted(gaps)[len(gaps) // 4] if gaps else 0.0


@dataclass(frozen=True, slots=True)
class _Layout:
    """How lines are set: the widest, a character's width, the body size and the gap between lines, in points."""

    widest: float
    character: float
    body: float
    gap: float

    def goes_on(self, group: Sequence[Place], place: Place) -> bool:
        """Whether a line goes on the one above it."""
        first, before, line = group[0].line, group[-1].line, place.line
        if (
            _BULLET.match(line.text)
            or _LABEL.match(line.text)
            or abs(line.size - before.size) > 1.2
            or line.bold != before.bold
        ):
            return False
        same_page = group[-1].page == place.page
        if same_page and line.top - before.bottom > self.gap + 0.6 * before.size:
            return False
        ended = bool(_SENTENCE_END.search(before.text))
        if before.text.endswith((",", "/", "&")) or (line.text[:1].islower() and not ended):
            return True
        if _BULLET.match(first.text) and line.x0 > first.x0 + self.character and same_page:
            return True
        return before.x1 - first.x0 >= _FULL_LINE * self.widest and self._has_margin and "\t" not in before.text

    @property
    def _has_margin(self) -> bool:
        return _NARROWEST <= self.widest / self.character <= _WIDEST

    def is_heading(self, group: Sequence[Place], text: str) -> bool:
        """Whether a block looks like a heading: short, and set apart by its type, capitals or a colon."""
        line = group[0].line
        words = text.split()
        if len(group) > 2 or len(words) > _HEADING_WORDS or text.endswith((".", ",", ";")):
            return False
        upper = text.isupper() and sum(map(str.isalpha, text)) > 3
        return upper or line.bold or line.size >= self.body * _LARGER or text.endswith(":")


def _block(group: Sequence[Place], layout: _Layout, taxonomy: Taxonomy) -> Block:
    text, starts = "", []
    first, bullet = _without_bullet(group[0].line.text)
    for part in (first, *(place.line.text for place in group[1:])):
        if text:
            text = _joint(text, part, taxonomy.entry_words.prefixes)
        starts.append(len(text))
        text += part
    item = Item(text, tuple(group), tuple(starts), bullet)
    return Block(item, not bullet and layout.is_heading(group, text), bullet)


def _joint(text: str, part: str, prefixes: frozenset[str]) -> str:
    """`text` as it stands before `part`: with a space, or with a hyphen at its end kept or taken away."""
    if not re.search(r"\w-$", text):
        return text + " "
    fragment = re.split(r"[\s(/\"“]", text[:-1])[-1]
    return text[:-1] if part[:1].islower() and "-" not in fragment and fragment.lower() not in prefixes else text
