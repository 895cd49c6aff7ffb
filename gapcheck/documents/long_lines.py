"""Pages → the same pages, lines that are longer than anybody writes parted, so that no text makes a search slow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from gapcheck.documents.model import Line, Page, Word

LONGEST_LINE = 600  # characters; a line of a page has about 100
_LONGEST_WORD = 200


def with_long_lines_parted(pages: Sequence[Page]) -> tuple[Page, ...]:
    """Pages whose lines have at most `LONGEST_LINE` characters, numbered anew where one was parted."""
    return tuple(_parted_page(page) if _has_long(page) else page for page in pages)


def _has_long(page: Page) -> bool:
    return any(len(line.text) > LONGEST_LINE for lines in (page.lines, page.hidden) for line in lines)


def _parted_page(page: Page) -> Page:
    lines, hidden = (
        tuple(replace(part, number=number) for number, part in enumerate(_all_parts(lines), start=1))
        for lines in (page.lines, page.hidden)
    )
    return replace(page, lines=lines, hidden=hidden)


def _all_parts(lines: Sequence[Line]) -> Iterator[Line]:
    for line in lines:
        if len(line.text) <= LONGEST_LINE:
            yield line
        else:
            yield from _parts(line)


def _parts(line: Line) -> Iterator[Line]:
    words: list[Word] = []
    length = 0
    for word in chain.from_iterable(map(_pieces, line.words)):
        if words and length + len(word.text) > LONGEST_LINE:
            yield _part(line, words)
            words, length = [], 0
        words.append(word)
        length += len(word.text) + 1
    yield _part(line, words)


def _part(line: Line, words: Sequence[Word]) -> Line:
    return replace(line, words=tuple(words), text=" ".join(word.text for word in words), margin=0)


def _pieces(word: Word) -> Iterator[Word]:
    """The word; one that is longer than any word in pieces that share its place by their letters."""
    letter = (word.x1 - word.x0) / max(1, len(word.text))
    for begin in range(0, max(1, len(word.text)), _LONGEST_WORD):
        text = word.text[begin : begin + _LONGEST_WORD]
        x0 = word.x0 + begin * letter
        yield word._replace(text=text, x0=x0, x1=x0 + len(text) * letter)
