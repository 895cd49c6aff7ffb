"""Plain text and Markdown → paragraphs, one for each line of the file and with its number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from typing import TYPE_CHECKING

from gapcheck.documents.layout.reading_order import is_bullet
from gapcheck.documents.layout.typeset import (
    BODY,
    HEADING_SIZES,
    INDENT,
    Paragraph,
    Run,
    plain,
    row,
    stand_apart,
    typeset,
)
from gapcheck.documents.limits import ReadLimits
from gapcheck.documents.model import Page

if TYPE_CHECKING:
    from markdown_it.token import Token

_MARKDOWN = re.compile(
    r"^ {0,3}#{1,6} +\S|\*\*[^*\s][^*\n]*\*\*|\[[^\[\]\n]+\]\((?:https?:|mailto:)|^\|? *:?-{3,}:? *\|", re.MULTILINE
)
_UNDERLINE = re.compile(r"^([=\-_~*#])\1{2,}$")
_LONGEST_HEADING = 60  # characters of a line that is underlined
_BLANK = 13.0  # points that an empty line leaves
_CHARACTER, _TAB_STOPS = 5.0, 4  # points a character, characters a tab at the beginning of a line
_BETWEEN = 6.0  # points between paragraphs of a Markdown file


def read_text(text: str, limits: ReadLimits) -> tuple[Page, ...]:
    """The text as a typeset page; it is read as Markdown where its marks are in it.

    Raises `DocumentError` with code `too-large`.
    """
    limits.check("characters", len(text))
    return typeset(_markdown(text) if _MARKDOWN.search(text) else _lines(text), limits)


def _lines(text: str) -> Iterator[Paragraph]:
    """The lines of a plain text; one that is underlined is a heading."""
    raw = text.splitlines()
    for number, line in enumerate(raw, start=1):
        stripped = line.strip()
        if not stripped:
            yield Paragraph((), gap=_BLANK)
        if not stripped or _UNDERLINE.match(stripped):
            continue
        below = raw[number].strip() if number < len(raw) else ""
        heading = len(stripped) <= _LONGEST_HEADING and _UNDERLINE.match(below) is not None
        start = len(line) - len(line.lstrip())
        indent = _CHARACTER * len(line[:start].expandtabs(_TAB_STOPS))
        mark, _, rest = stripped.partition(" ")
        bullet = bool(rest.strip()) and is_bullet(mark)
        yield Paragraph(plain(rest if bullet else stripped, rank=2 if heading else 0), indent, 0, bullet, number=number)


def _markdown(text: str) -> Iterator[Paragraph]:
    from markdown_it import MarkdownIt  # its import costs as much as reading a resume

    parser = MarkdownIt("commonmark").enable("table").disable("code")  # indented text is text
    depth, rank, bullet, gap = 0, 0, False, 0.0
    cells: list[list[Paragraph]] | None = None
    columns = count(1)
    for token in parser.parse(text):
        if token.type in ("bullet_list_open", "ordered_list_open"):
            depth += 1
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            depth -= 1
        elif token.type == "list_item_open":
            bullet = True
        elif token.type == "heading_open":
            rank, gap = int(token.tag[1:]), _BETWEEN
        elif token.type == "heading_close":
            rank = 0
        elif token.type == "paragraph_open":
            gap = 0.0 if token.hidden else _BETWEEN
        elif token.type == "tr_open":
            cells = []
        elif token.type == "tr_close" and cells is not None:
            yield from row(cells, columns)
            cells = None
        elif token.type == "inline":
            paragraphs = list(_inline(token, depth * INDENT, rank, bullet, gap))
            bullet = False
            if cells is None:
                yield from paragraphs
            else:
                cells.append(paragraphs)
        elif token.type == "fence":
            for offset, line in enumerate(token.content.splitlines(), start=2):
                yield Paragraph(plain(line), number=_first_line(token) + offset - 1)
        elif token.type == "html_block":
            from gapcheck.documents.formats.html import paragraphs_of

            yield from paragraphs_of(token.content)


def _inline(token: Token, indent: float, rank: int, bullet: bool, gap: float) -> Iterator[Paragraph]:
    """The lines of one block of Markdown."""
    size = HEADING_SIZES[rank - 1] if rank else BODY
    strong, link, runs, number, parted = 0, "", list[Run](), _first_line(token), ""
    for child in [*(token.children or ()), None]:
        if child is None or child.type in ("softbreak", "hardbreak"):
            if any(run.text.strip() for run in runs):
                yield Paragraph(tuple(runs), indent, gap, bullet, number=number)
                gap, bullet = 0.0, False
            runs, number = [], number + 1
        elif child.type == "strong_open":
            strong += 1
        elif child.type == "strong_close":
            strong -= 1
        elif child.type == "link_open":
            link = str(child.attrGet("href") or "")
        elif child.type == "link_close":
            link = ""
        elif child.type in ("text", "code_inline", "text_special"):
            if parted == "</><>" and runs and stand_apart(runs[-1].text, child.content):
                runs.append(Run("\t", size=size))
            runs.append(Run(child.content, strong > 0 or rank > 0, size, link=link))
            parted = ""
        elif child.type == "html_inline":
            parted += "</>" if child.content.startswith("</") else "<>"


def _first_line(token: Token) -> int:
    return token.map[0] + 1 if token.map else 0
