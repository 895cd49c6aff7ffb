"""Bytes of a PDF → pages of lines: read by PDFium, again by pdfplumber where that text is garbled, by OCR where there
is none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import StrEnum

from gapcheck.documents.characters import MEANINGLESS
from gapcheck.documents.errors import DocumentError
from gapcheck.documents.layout.reading_order import lines_in_reading_order
from gapcheck.documents.limits import ReadLimits
from gapcheck.documents.model import Line, Page, Word
from gapcheck.documents.ocr import reader as ocr
from gapcheck.documents.ocr.reader import Ocr
from gapcheck.documents.pdf import pdfium as fast
from gapcheck.documents.pdf.annotations import as_seen
from gapcheck.documents.pdf.drawn_ratings import is_scale
from gapcheck.documents.pdf.links import Link, links_of, with_links

_GARBLED_SHARE = 0.08  # of a page's letters: icons and bullets from symbol fonts stay below it
_GLUED = re.compile(r"[^\W\d_]{31,}")  # more letters in a row than a usual word has: words that were glued
_GLUED_SHARE = 0.04  # of a page's words
_PIECE = 4  # letters: words are longer on average
_TOUCHING = 0.03  # times the size: no space is as narrow
_TOUCHING_SHARE = 0.25  # of a page's words
_EDGE_SHARE = 0.12  # of the page height: where headers and footers stand
_SAME_PLACE_POINTS = 4.0
_PAGE_NUMBER_LETTERS = 4
_PAGE_NUMBER = re.compile(r"\bpage\b|\d+\s?(?:/|of)\s?\d+|[|·–—-]\s*\d+$", re.IGNORECASE)


class PdfReader(StrEnum):
    """Which reader to use: `fast` is PDFium, `careful` pdfplumber; `auto` is PDFium, and pdfplumber for pages whose
    text looks broken.
    """

    auto = "auto"
    fast = "fast"
    careful = "careful"


_RawPage = tuple[float, float, list[Word]]
"""Width and height of a page in points, and its words."""


def read_pdf(
    content: bytes,
    reader: PdfReader = PdfReader.auto,
    *,
    use_ocr: Ocr = Ocr.auto,
    password: str | None = None,
    limits: ReadLimits | None = None,
) -> tuple[tuple[Page, ...], str, list[str]]:
    """Pages in order, the reader that was used most (`ocr` for pictures), and warnings for the report.

    Raises `DocumentError` with code `broken`, `encrypted`, `no-pages`, `no-text` or `too-large`.
    """
    limits = limits or ReadLimits()
    raw, links, doubtful = _read_fast(content, reader, password, limits)
    if doubtful:
        raw |= _read_carefully(content, doubtful, raw, password)
    used = dict.fromkeys(raw, "fast") | dict.fromkeys(doubtful, "careful")
    warnings: list[str] = []
    unread = [number for number in sorted(raw) if use_ocr is Ocr.always or not _has_text(raw[number][2])]
    if unread:
        by_ocr, about = ocr.read_pages(content, unread, use_ocr, password=password, seconds=limits.ocr_seconds)
        warnings += about
        for number, seen in by_ocr.items():
            hidden = [word for word in raw[number][2] if word.hidden]
            raw[number], used[number] = (seen.width, seen.height, seen.words + hidden), "ocr"
    if still := [number for number in doubtful if used[number] != "ocr" and looks_broken(raw[number][2])]:
        pages = ", ".join(map(str, still))
        warnings.append(f"the text of page {pages} is garbled in the file: try --ocr always, or export it again")
    if not any(words for _, _, words in raw.values()):
        todo = ocr.remedy(use_ocr) or "scan it again, straight and sharp"
        raise DocumentError("no-text", f"the PDF holds pictures but no text: {todo}, or export it as text")
    pages_found = _mark_running(tuple(_page(number, *raw[number], links.get(number, [])) for number in sorted(raw)))
    return pages_found, Counter(used.values()).most_common(1)[0][0], warnings


def _read_fast(
    content: bytes, reader: PdfReader, password: str | None, limits: ReadLimits
) -> tuple[dict[int, _RawPage], dict[int, list[Link]], list[int]]:
    """What PDFium reads: the pages and their links by page number, from 1, and the numbers of the pages that the
    careful reader has to read again. Raises `DocumentError`.
    """
    raw: dict[int, _RawPage] = {}
    links: dict[int, list[Link]] = {}
    doubtful: list[int] = []
    pdf = fast.open_pdf(content, password)
    characters = 0
    try:
        limits.check("pages", len(pdf))
        for number in range(1, len(pdf) + 1):
            try:
                page = pdf[number - 1]
                links[number] = links_of(page)
                raw[number] = fast.read_page(as_seen(pdf, number - 1, page), limits)
                characters += sum(len(word.text) for word in raw[number][2])
                limits.check("characters", characters)
            except (DocumentError, MemoryError):
                raise
            except Exception as error:
                if reader is PdfReader.fast:
                    raise _broken() from error
            is_broken = number not in raw or (reader is PdfReader.auto and looks_broken(raw[number][2]))
            if reader is PdfReader.careful or is_broken:
                doubtful.append(number)
    finally:
        pdf.close()
    return raw, links, doubtful


def _read_carefully(
    content: bytes, numbers: Sequence[int], raw: Mapping[int, _RawPage], password: str | None
) -> dict[int, _RawPage]:
    """The pages with these numbers as pdfplumber reads them. What it can't tell is taken from `raw`, the same pages by
    PDFium: which words are hidden, and the ratings that are drawn.
    """
    from gapcheck.documents.pdf import plumber as careful

    found: dict[int, _RawPage] = {}
    for number, (width, height, words) in careful.read_pages(content, numbers, password).items():
        if number in raw:
            before = raw[number][2]
            words = _hidden_like(words, [word for word in before if word.hidden])
            words = [word for word in words if not is_scale(word.text)]
            words += [word for word in before if is_scale(word.text)]
        found[number] = width, height, words
    return found


def _has_text(words: Sequence[Word]) -> bool:
    """Whether a person can see any text."""
    return any(not word.hidden for word in words)


def looks_broken(words: Sequence[Word]) -> bool:
    """Whether the words of a page can't be what is printed on it: many characters have no meaning, many words are glued
    together or cut in pieces that touch, or most boxes have no area.
    """
    if not words:
        return False
    text = "".join(word.text for word in words)
    garbled = len(MEANINGLESS.findall(text)) + 6 * text.count("(cid:")
    if garbled > _GARBLED_SHARE * len(text):
        return True
    if sum(_GLUED.search(word.text) is not None for word in words) > _GLUED_SHARE * len(words):
        return True
    if len(text) < _PIECE * len(words) and sum(map(_touch, words, words[1:])) > _TOUCHING_SHARE * len(words):
        return True
    flat = sum(word.x1 <= word.x0 or word.bottom <= word.top for word in words)
    return 2 * flat > len(words)


def _touch(word: Word, after: Word) -> bool:
    """Whether two words are pieces of one: no white space parts them."""
    near = abs(after.x0 - word.x1) < _TOUCHING * word.size and abs(after.bottom - word.bottom) < _TOUCHING * word.size
    return near and word.text[-1].isalnum() and after.text[0].isalnum()


def _hidden_like(words: list[Word], unseen: Sequence[Word]) -> list[Word]:
    """The words that pdfplumber read, hidden where PDFium found a hidden word: pdfplumber does not tell how text is
    drawn.
    """
    return [
        word._replace(
            hidden=any(
                other.x0 - 1 <= (word.x0 + word.x1) / 2 <= other.x1 + 1
                and other.top - 1 <= (word.top + word.bottom) / 2 <= other.bottom + 1
                for other in unseen
            )
        )
        for word in words
    ]


def _broken() -> DocumentError:
    return DocumentError("broken", "a page of the PDF is damaged: export it again, or try --pdf-reader careful")


def _page(number: int, width: float, height: float, words: list[Word], links: list[Link]) -> Page:
    visible = [word for word in words if not word.hidden]
    hidden = [word for word in words if word.hidden]
    lines = with_links(list(lines_in_reading_order(visible)), links)
    return Page(number, width, height, tuple(lines), tuple(lines_in_reading_order(hidden)))


def _mark_running(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """The same pages with headers and footers marked: lines at the upper or lower edge that stand there on another page
    too, whatever page number they hold.
    """
    if len(pages) < 2:
        return pages

    def key(page: Page, line: Line) -> tuple[str, int] | None:
        if _EDGE_SHARE * page.height < line.top < (1 - _EDGE_SHARE) * page.height:
            return None
        is_number = sum(map(str.isalpha, line.text)) <= _PAGE_NUMBER_LETTERS or _PAGE_NUMBER.search(line.text)
        own = rf"^{page.number}(?!\S)|(?<!\S){page.number}$"  # the number of the page opens or ends the line
        text = re.sub(r"\d+" if is_number else own, "#", line.text)
        return text, round(line.top / _SAME_PLACE_POINTS)

    seen = Counter(found for page in pages for found in {key(page, line) for line in page.lines} if found is not None)
    return tuple(
        replace(
            page,
            lines=tuple(
                replace(line, running=True) if (found := key(page, line)) and seen[found] > 1 else line
                for line in page.lines
            ),
        )
        for page in pages
    )
