"""The one model every reader fills: a `Document` of pages of lines of words, all boxes in PDF points."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

Box = tuple[float, float, float, float]
"""(x0, top, x1, bottom) in PDF points, origin at the top left of the visible page, as pdfplumber has it."""


class Word(NamedTuple):
    """A run of characters without white space, as it stands on the page."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    bold: bool = False
    hidden: bool = False

    @property
    def height(self) -> float:
        """Points."""
        return self.bottom - self.top


class Stated(NamedTuple):
    """What a file itself says begins at a line: a section or an entry of a kind, and when the entry was."""

    section: str = ""
    entry: str = ""
    dates: str = ""


@dataclass(frozen=True)
class Line:
    """Words that a reader takes in as one line, left to right.

    `number` counts from 1 down the page in reading order. `text` joins the words with one space, or with a tab where
    the gap is so wide that the words do not belong to one phrase (table cells, right-aligned dates, chips).
    `column` numbers the block of the page that the line stands in: text flows on only within one column.
    The first `margin` words label the line from the left margin of its block (a date, a heading, a rating).
    `running` marks a header or footer that is repeated on other pages. `links` are the addresses behind its words.
    """

    words: tuple[Word, ...]
    text: str
    number: int = 0
    column: int = 0
    margin: int = 0
    running: bool = False
    links: tuple[str, ...] = ()
    stated: Stated | None = None

    @cached_property
    def box(self) -> Box:
        """The smallest box around the words."""
        return enclosing_box(self.words)

    @cached_property
    def body(self) -> tuple[Word, ...]:
        """The words without a margin label; the label itself where there is nothing else."""
        return self.words[self.margin :] or self.words

    def part(self, begin: int, end: int) -> Line:
        """The same line with the words from `begin` up to `end` only."""
        if (begin, end) == (0, len(self.words)):
            return self
        text = "".join(re.findall(r"\S+\s*", self.text)[begin:end]).strip()
        return replace(self, words=self.words[begin:end], text=text, margin=0)

    @cached_property
    def x0(self) -> float:
        """Left edge in points of the body: a margin label does not indent its line."""
        return self.body[0].x0

    @cached_property
    def x1(self) -> float:
        """Right edge in points."""
        return max([word.x1 for word in self.words])

    @cached_property
    def top(self) -> float:
        """Upper edge in points from the top of the page."""
        return min([word.top for word in self.words])

    @cached_property
    def bottom(self) -> float:
        """Lower edge in points from the top of the page."""
        return max([word.bottom for word in self.words])

    @cached_property
    def size(self) -> float:
        """Font size in points of the longest word: the one that decides how the line looks."""
        return max(self.body, key=lambda word: len(word.text)).size

    @cached_property
    def bold(self) -> bool:
        """Whether the line starts in bold: a title set in bold before a plain date still reads as a title."""
        return next((word.bold for word in self.body if any(map(str.isalnum, word.text))), False)


@dataclass(frozen=True, slots=True)
class Page:
    """One page: `number` from 1, size in points, visible lines in reading order, and what a person can't see."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    hidden: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """What was read from one file. `sha256` is of the file's bytes; `reader` names the reader that was used most."""

    path: str
    sha256: str
    pages: tuple[Page, ...]
    reader: str
    warnings: tuple[str, ...] = ()


def enclosing_box(words: Iterable[Word]) -> Box:
    """The smallest box around all words."""
    x0, top, x1, bottom = zip(*[word[1:5] for word in words], strict=True)
    return min(x0), min(top), max(x1), max(bottom)
