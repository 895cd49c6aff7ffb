"""Paragraphs of a format without pages of its own → one typeset page of lines, as long as the text needs.

A paragraph becomes one `Line`, however many rows it takes, because these formats say what belongs together. The page is
A4 wide; the boxes of the words are their places on it. The readers of such formats only say what their paragraphs are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from gapcheck.documents.characters import COMBINING, readable
from gapcheck.documents.contrast import Color
from gapcheck.documents.layout.reading_order import is_bullet
from gapcheck.documents.layout.scales import is_mark, told_apart
from gapcheck.documents.limits import ReadLimits
from gapcheck.documents.model import Line, Page, Stated, Word

BODY = 10.0
"""Font size of running text in points, where a format names none."""
HEADING_SIZES = (20.0, 14.0, 12.0, 11.0, 10.5, 10.0)
"""Font sizes of headings of rank 1 to 6."""
INDENT = 18.0
"""Points by which a list stands in from the text around it."""
BULLET = "•"

_WIDTH, _HEIGHT, _MARGIN = 595.0, 842.0, 50.0  # points: A4
_CHARACTER = 0.5  # of the font size: the usual width of a letter
_LEADING = 1.3  # of the font size
_TAB = 36.0  # points between tab stops
_CELL_GAP = re.compile(r"[^\S\n]*\t\s*|[ \u00a0]{3,}")
_HEAD_AND_BODY = 2  # rows
_ROWS_IN_STEP = 3  # paragraphs of neighbouring cells that are lines of one table row
_LABEL_WORDS = 4
_WORD = re.compile(rf"\S+(?:\s[{COMBINING}]\S*)*")
_TICKS = frozenset(["✓", "✔", "☑", "✅", "☒", "✗", "✘", "X", "x", "●", "⬤", "•", "■", "√", "*", "+"])
_DATE = re.compile(r"\s*[^\W\d_]{3,}\.? (?:(?:de|of) )?(?:19|20)\d\d(?!\d)")
_UNIT = re.compile(
    r"(?P<first>[^\W\d_]+)(?: (?:of|de) .*)?|.+(?:\(| (?:in|en|em) )(?P<last>[^\W\d_]+)\)?"
)  # "Years of use", "Use (years)"
_COUNT = re.compile(r"\d{1,2}(?:[.,]\d)?\+?")


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one look; `size` in points, `link` the address behind it, `color` None where it is not known, `capitals`
    where it is drawn in (small) capitals. A tab in it parts cells.
    """

    text: str
    bold: bool = False
    size: float = BODY
    hidden: bool = False
    link: str = ""
    color: Color | None = None
    capitals: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of a flowing document.

    `indent` and `gap` (white space above) are in points. `label` stands in the left margin. `number` is the line of the
    file, 0 where that says nothing. `column` and `stated` are those of `Line`.
    """

    runs: tuple[Run, ...]
    indent: float = 0.0
    gap: float = 0.0
    bullet: bool = False
    label: tuple[Run, ...] = ()
    number: int = 0
    column: int = 0
    running: bool = False
    stated: Stated | None = None

    @property
    def text(self) -> str:
        """All of its text."""
        return "".join(run.text for run in self.runs)


def plain(text: str, *, bold: bool = False, rank: int = 0) -> tuple[Run, ...]:
    """A text in one look; `rank` from 1 makes it a heading."""
    return (Run(text, bold or rank > 0, HEADING_SIZES[min(rank, 6) - 1] if rank else BODY),)


def row(cells: Sequence[Sequence[Paragraph]], columns: Iterator[int]) -> Iterator[Paragraph]:
    """The cells of a row of a table, as lines. Cells with as many lines as each other become lines with tabs between
    the cells; two longer cells become columns of their own.

    A cell of one line beside a cell of several lines labels the first of these: in the margin where it stands before
    them, else behind a tab.
    """
    filled = [list(cell) for cell in cells if cell]
    if not filled:
        return
    longest = max(map(len, filled))
    in_step = len({len(cell) for cell in filled}) == 1
    if longest == 1 or (in_step and (longest <= _ROWS_IN_STEP or all(map(_is_label, filled[0])))):
        for parts in zip(*filled, strict=True):
            yield replace(parts[0], runs=_joined(part.runs for part in parts))
        return
    long = [cell for cell in filled if len(cell) > 1]
    if len(long) > 1:
        for cell in filled:
            column = next(columns)
            yield from (replace(part, column=part.column or column) for part in cell)
        return
    before = [cell[0] for cell in filled[: filled.index(long[0])]]
    after = [cell[0] for cell in filled[filled.index(long[0]) + 1 :]]
    first, *rest = long[0]
    label = _joined(part.runs for part in before)
    indent = _length(label) + INDENT if label else 0.0
    yield replace(first, runs=_joined([first.runs, *(part.runs for part in after)]), label=label, indent=indent)
    yield from (replace(part, indent=part.indent + indent) for part in rest)


def table(rows: Sequence[Sequence[Sequence[Paragraph]]], columns: Iterator[int]) -> Iterator[Paragraph]:
    """The rows of a table, as lines. Where a head stands above one row of long cells, each cell of the head becomes the
    heading of its column; above several such rows it is repeated for each cell.
    """
    if _heads_columns(rows):
        for head, cell in zip(*rows, strict=True):
            column = next(columns)
            runs = tuple(replace(run, bold=True) for run in head[0].runs)
            yield from (replace(part, column=column) for part in (replace(head[0], runs=runs), *cell))
        return
    if heads_rows(rows):
        heads = [[replace(head[0], runs=tuple(replace(run, bold=True) for run in head[0].runs))] for head in rows[0]]
        for label, *cells in rows[1:]:
            yield from label
            for head, cell in zip(heads[1:], cells, strict=True):
                yield from (*head, *cell) if cell else ()
        return
    for cells in with_units(rows):
        yield from row(cells, columns)


def _heads_columns(rows: Sequence[Sequence[Sequence[Paragraph]]]) -> bool:
    if len(rows) != _HEAD_AND_BODY or len(rows[0]) != len(rows[1]):
        return False
    heads = all(len(cell) == 1 and _is_label(cell[0]) for cell in rows[0])
    return heads and sum(len(cell) > 1 for cell in rows[1]) > 1


def heads_rows(rows: Sequence[Sequence[Sequence[Paragraph]]]) -> bool:
    """Whether the first row names columns of long cells and the first cell of each row is a label, as in tables of
    criteria that are essential or desirable.
    """
    if len(rows) <= _HEAD_AND_BODY or len({len(cells) for cells in rows}) != 1 or len(rows[0]) < _HEAD_AND_BODY + 1:
        return False
    if not all(len(cell) == 1 and _is_label(cell[0]) for cell in rows[0]):
        return False
    labelled = all(len(cells[0]) == 1 and _is_label(cells[0][0]) for cells in rows[1:])
    return labelled and sum(any(len(cell) > 1 for cell in column) for column in zip(*rows[1:], strict=True)) > 1


def with_units(rows: Sequence[Sequence[Sequence[Paragraph]]]) -> list[list[Sequence[Paragraph]]]:
    """The cells of a table's rows, each bare number with the head of its column: `4` below `Years` is `4 years`. The
    only tick in a row behind a name says what the head of its column does: `✓` below `Expert` is `Expert`.
    """
    corner, *named = (rows[0] if rows else []) or [()]
    labels = rows[0] if _text_of(corner) else named  # a table of ticks has nothing in its corner
    if len(rows) < _HEAD_AND_BODY or not all(len(cell) == 1 and _is_label(cell[0]) for cell in labels):
        return [list(cells) for cells in rows]
    heads = [_text_of(cell) for cell in rows[0]]
    found = [list(rows[0])]
    for cells in rows[1:]:
        same = len(cells) == len(heads)
        found.append([_with_unit(cell, head) if same else cell for cell, head in zip(cells, heads, strict=False)])
        found[-1] += [] if same else cells[len(heads) :]
        ticked = [at for at, cell in enumerate(cells) if at and _text_of(cell) in _TICKS]
        if same and len(heads) > _HEAD_AND_BODY and len(ticked) == 1:
            found[-1][ticked[0]] = rows[0][ticked[0]]
    return found


def _text_of(cell: Sequence[Paragraph]) -> str:
    return "".join(paragraph.text for paragraph in cell).strip()


def _with_unit(cell: Sequence[Paragraph], head: str) -> Sequence[Paragraph]:
    unit = _UNIT.fullmatch(head)
    if len(cell) != 1 or not _COUNT.fullmatch(cell[0].text.strip()) or unit is None:
        return cell
    head, last = unit["first"] or unit["last"], cell[0].runs[-1]
    return [replace(cell[0], runs=(*cell[0].runs[:-1], replace(last, text=f"{last.text.rstrip()} {head.lower()}")))]


def _is_label(paragraph: Paragraph) -> bool:
    """Whether a line in a cell may name what stands beside it."""
    text = paragraph.text.strip()
    return not paragraph.bullet and 0 < len(text.split()) <= _LABEL_WORDS and not text.endswith((".", ","))


def typeset(paragraphs: Iterable[Paragraph], limits: ReadLimits) -> tuple[Page, ...]:
    """The page that the paragraphs make; paragraphs without text only leave white space.

    Raises `DocumentError` with code `too-large`.
    """
    lines: list[Line] = []
    hidden: list[Line] = []
    top, number, characters = _MARGIN, 0, 0
    stated: Stated | None = None
    for paragraph in map(_in_capitals, paragraphs):
        stated = paragraph.stated or stated
        characters += len(paragraph.text)
        limits.check("characters", characters)
        top += paragraph.gap
        words, texts, bottom = _words(paragraph, top)
        if words:
            number = paragraph.number or number + 1
            seen = [index for index, word in enumerate(words) if not word.hidden]
            margin = 0 if len(seen) < len(words) else len(_split(paragraph.label))
            links = tuple(dict.fromkeys(run.link for run in (*paragraph.label, *paragraph.runs) if run.link))
            for indices, found in ((seen, lines), (sorted(set(range(len(words))) - set(seen)), hidden)):
                if indices:
                    text = "".join(texts[index] for index in indices).strip()
                    shown = tuple(words[index] for index in indices)
                    line = Line(shown, text, number, paragraph.column, margin, paragraph.running, links, stated)
                    found.append(line)
                    stated = None
        top = bottom
    return (Page(1, _WIDTH, max(_HEIGHT, top + _MARGIN), tuple(lines), tuple(hidden)),)


def _in_capitals(paragraph: Paragraph) -> Paragraph:
    """The paragraph; in capitals where it is a short line that is drawn in capitals from end to end, as people see it.
    In longer lines names keep the letters in which they are written, because names are told apart by them.
    """
    said = [run for run in paragraph.runs if run.text.strip()]
    if not said or not all(run.capitals for run in said) or len(paragraph.text.split()) > _LABEL_WORDS:
        return paragraph
    return replace(paragraph, runs=tuple(replace(run, text=run.text.upper()) for run in paragraph.runs))


@dataclass(frozen=True, slots=True)
class _Piece:
    """A word that has no place yet, the separator before it, and the run that sets its look."""

    text: str
    separator: str
    run: Run


def _split(runs: Sequence[Run]) -> list[_Piece]:
    """The words of a text; a word that changes its look inside has that of its first letter, and ends where what is
    seen of it does.
    """
    text = "".join(run.text for run in runs)
    if any(map(is_mark, text)):
        text = "".join(told_apart((character, run.color) for run in runs for character in run.text))
    ends: list[int] = []
    for run in runs:
        ends.append((ends[-1] if ends else 0) + len(run.text))
    found: list[_Piece] = []
    index = last = 0
    cuts = [end for end, (one, other) in zip(ends, pairwise(runs), strict=False) if one.hidden != other.hidden]
    for match in _WORD.finditer(text):
        bounds = [match.start(), *(cut for cut in cuts if match.start() < cut < match.end()), match.end()]
        for begin, end in pairwise(bounds):
            while ends[index] <= begin:
                index += 1
            word = readable(text[begin:end])
            if word.strip():
                wide = _CELL_GAP.search(text[last:begin]) and not (len(found) == 1 and is_bullet(found[0].text))
                found.append(_Piece(word, "" if not found else "\t" if wide else " ", runs[index]))
                last = end
    return found


def _words(paragraph: Paragraph, top: float) -> tuple[list[Word], list[str], float]:
    """The words with their boxes; their texts, each with the separator before it; and the height at which the next
    paragraph begins.
    """
    label, body = _split(paragraph.label), _split(paragraph.runs)
    if body and paragraph.bullet:
        body[:0] = [_Piece(BULLET, "", replace(body[0].run, bold=False))]
        body[1] = replace(body[1], separator=" ")
    if label and body:
        body[0] = replace(body[0], separator="\t")
    pieces = label + body
    size = max((piece.run.size for piece in pieces), default=BODY)
    start = min(_MARGIN + paragraph.indent, _WIDTH / 2)
    x, words, texts = start if not label else _MARGIN, list[Word](), list[str]()
    for index, piece in enumerate(pieces):
        width = _CHARACTER * piece.run.size * len(piece.text)
        if index == len(label) and label:
            x = max(x, start)
        elif piece.separator == "\t":
            x = _MARGIN + _TAB * int((x + 1.5 * size - _MARGIN) / _TAB + 1)
        elif piece.separator:
            x += _CHARACTER * piece.run.size
        if x + width > _WIDTH - _MARGIN and x > start:
            x, top = start, top + _LEADING * size
        foot = top + size
        words.append(
            Word(
                piece.text, x, foot - piece.run.size, x + width, foot, piece.run.size, piece.run.bold, piece.run.hidden
            )
        )
        texts.append(piece.separator + piece.text)
        x += width
    return words, texts, top + _LEADING * size


def _joined(cells: Iterable[Sequence[Run]]) -> tuple[Run, ...]:
    """The cells' runs with a tab between cells."""
    found: list[Run] = []
    for cell in cells:
        if found and cell:
            found.append(replace(cell[0], text="\t"))
        found += cell
    return tuple(found)


def _length(runs: Sequence[Run]) -> float:
    return sum(_CHARACTER * run.size * len(run.text) for run in runs)


def stand_apart(before: str, after: str) -> bool:
    """Whether the texts of two elements without a space between them are two words, and not parts of one."""
    last, first = before[-1:], after[:1]
    if _DATE.match(after) and " " in before.strip():
        return True
    if first == "(" or (first.isdigit() and last.isalpha()) or (last.isdigit() and first.isalpha()):
        return True
    return first.isupper() and not (last.isupper() and (len(before) < 2 or len(after) < 2))
