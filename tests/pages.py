"""Marks on pages → the bytes of a real PDF, the same for the same marks. Everybody named in the tests is invented."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import reportlab
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

from gapcheck.documents import Document, Line, Page, PdfReader, Word, read_pdf
from gapcheck.documents.layout.reading_order import lines_in_reading_order

Rgb = tuple[float, float, float]

AS_OF = date(2026, 11, 1)
"""The day of reading in all tests: what "present" means."""

BLACK: Rgb = (0, 0, 0)
WHITE: Rgb = (1, 1, 1)
A4 = (595.0, 842.0)
INVISIBLE = 3
"""The PDF text render mode that neither fills nor strokes."""

_LEFT = 60.0
_INDENT = 14.0
_RIGHT = 535.0
_LINE = 15.0
_LOWEST = 800.0


@dataclass(frozen=True)
class Text:
    """Words at `x` on a baseline `y` points below the upper edge; `right` takes `x` as their right edge, `link` is the
    address behind them.
    """

    x: float
    y: float
    text: str
    size: float = 10
    bold: bool = False
    color: Rgb = BLACK
    mode: int = 0
    alpha: float = 1
    spacing: float = 0
    unicode: bool = False
    right: bool = False
    link: str = ""


@dataclass(frozen=True)
class Fill:
    """A filled box, its upper left corner at `x` and `y` points below the upper edge."""

    x: float
    y: float
    width: float
    height: float
    color: Rgb


@dataclass(frozen=True)
class Picture:
    """A grey picture, its upper left corner at `x` and `y` points below the upper edge."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Ring:
    """A thin black circle that fills nothing, in a box whose upper left corner is at `x`, `y`."""

    x: float
    y: float
    width: float
    height: float


Mark = Text | Fill | Picture | Ring


@dataclass(frozen=True)
class Sheet:
    """One page as it is seen: its marks are drawn in the order given, on a page of `size` turned by `rotation`."""

    marks: Sequence[Mark]
    size: tuple[float, float] = A4
    rotation: int = 0
    crop: tuple[float, float, float, float] | None = None


def pdf_of(*sheets: Sheet | Sequence[Mark], password: str | None = None, owner: str | None = None) -> bytes:
    """The PDF with these pages; `password` is asked for on opening, `owner` only for changing the file."""
    encrypt = None
    if password is not None or owner is not None:
        encrypt = StandardEncryption(password or "", ownerPassword=owner)
    file = io.BytesIO()
    pdf = canvas.Canvas(file, invariant=1, encrypt=encrypt)
    for sheet in sheets:
        _draw(pdf, sheet if isinstance(sheet, Sheet) else Sheet(sheet))
        pdf.showPage()
    pdf.save()
    return file.getvalue()


def column(x: float, y: float, texts: Iterable[str], leading: float = _LINE) -> list[Text]:
    """Lines of text below one another."""
    return [Text(x, y + leading * index, text) for index, text in enumerate(texts)]


def resume_pdf(text: str) -> bytes:
    """A plain one-column resume. `# …` is a heading, `## … | …` a bold title with dates at the right edge, `- …` a
    bullet; other lines stand as they are, and an empty line leaves a gap.
    """
    sheets: list[list[Mark]] = [[]]
    y = 50.0
    for line in text.strip().splitlines():
        line = line.strip()
        if y > _LOWEST:
            sheets.append([])
            y = 50.0
        sheets[-1] += _typeset(line, y)
        y += _LINE if line else 0.6 * _LINE
    return pdf_of(*sheets)


def typed(text: str) -> Document:
    """The document that plain text makes, each line on a row of its own: for signs that no standard font holds."""
    words: list[Word] = []
    for row, line in enumerate(text.strip().splitlines()):
        heading = line.strip().startswith("# ")
        size = 14.0 if heading else 10.0
        x, top = 50.0, 40.0 + 16.0 * row
        for part in line.strip().removeprefix("# ").split():
            words.append(Word(part, x, top, x + 5.0 * len(part), top + size, size, heading))
            x += 5.0 * len(part) + 3.0
    page = Page(1, *A4, tuple(lines_in_reading_order(words)))
    return Document("typed.txt", "0" * 64, (page,), "typed")


def document_of(content: bytes, reader: PdfReader = PdfReader.auto) -> Document:
    """The document in these bytes."""
    pages, used, warnings = read_pdf(content, reader)
    return Document("made.pdf", "0" * 64, pages, used, tuple(warnings))


def lines_of(content: bytes, reader: PdfReader = PdfReader.auto) -> list[Line]:
    """All visible lines of all pages, in reading order."""
    return [line for page in read_pdf(content, reader)[0] for line in page.lines]


def texts_of(content: bytes, reader: PdfReader = PdfReader.auto) -> list[str]:
    """The texts of those lines."""
    return [line.text for line in lines_of(content, reader)]


def words_of(content: bytes, reader: PdfReader = PdfReader.auto) -> list[Word]:
    """The words of those lines."""
    return [word for line in lines_of(content, reader) for word in line.words]


def hidden_of(content: bytes, reader: PdfReader = PdfReader.auto) -> list[str]:
    """The texts of the lines that can't be seen."""
    return [line.text for page in read_pdf(content, reader)[0] for line in page.hidden]


def _typeset(line: str, y: float) -> list[Mark]:
    if line.startswith("## "):
        title, _, dates = line[3:].partition(" | ")
        marks: list[Mark] = [Text(_LEFT, y, title, bold=True)]
        return [*marks, Text(_RIGHT, y, dates, right=True)] if dates else marks
    if line.startswith("# "):
        return [Text(_LEFT, y, line[2:], size=14, bold=True)]
    if line.startswith("- "):
        return [Text(_LEFT, y, "•"), Text(_LEFT + _INDENT, y, line[2:])]
    return [Text(_LEFT, y, line)] if line else []


def _draw(pdf: canvas.Canvas, sheet: Sheet) -> None:
    width, height = sheet.size
    pdf.setPageSize((width, height))  # as it is seen: reportlab turns the media box with the page
    if sheet.crop:
        pdf.setCropBox(sheet.crop)
    pdf.setPageRotation(sheet.rotation)
    if sheet.rotation == 90:
        pdf.transform(0, 1, -1, 0, height, 0)
    elif sheet.rotation == 180:
        pdf.transform(-1, 0, 0, -1, width, height)
    elif sheet.rotation == 270:
        pdf.transform(0, -1, 1, 0, 0, width)
    for mark in sheet.marks:
        if isinstance(mark, Fill):
            pdf.setFillColorRGB(*mark.color)
            pdf.rect(mark.x, height - mark.y - mark.height, mark.width, mark.height, stroke=0, fill=1)
        elif isinstance(mark, Ring):
            bottom = height - mark.y - mark.height
            pdf.ellipse(mark.x, bottom, mark.x + mark.width, bottom + mark.height, stroke=1, fill=0)
        elif isinstance(mark, Picture):
            grey = ImageReader(Image.new("L", (8, 8), 200))
            pdf.drawImage(grey, mark.x, height - mark.y - mark.height, mark.width, mark.height)
        else:
            _write(pdf, mark, height)


def _write(pdf: canvas.Canvas, mark: Text, height: float) -> None:
    font = _unicode_font() if mark.unicode else "Helvetica-Bold" if mark.bold else "Helvetica"
    x = mark.x - pdfmetrics.stringWidth(mark.text, font, mark.size) if mark.right else mark.x
    pdf.setFillColorRGB(*mark.color, alpha=mark.alpha)
    text = pdf.beginText(x, height - mark.y)
    text.setFont(font, mark.size)
    text.setTextRenderMode(mark.mode)
    text.setCharSpace(mark.spacing)
    text.textOut(mark.text)
    pdf.drawText(text)
    if mark.link:
        foot, width = height - mark.y, pdfmetrics.stringWidth(mark.text, font, mark.size)
        pdf.linkURL(mark.link, (x, foot - 2, x + width, foot + mark.size))


def without_characters(lines: Sequence[str]) -> bytes:
    """A page that looks fine and whose font does not say which character a glyph is, after one that does."""
    file = Path(reportlab.__file__).parent / "fonts" / "VeraIt.ttf"
    pdfmetrics.registerFont(TTFont("Coded", str(file), asciiReadable=False))
    content = io.BytesIO()
    paper = canvas.Canvas(content, invariant=1)
    paper.drawString(60, 780, "Mira Sandoval, analyst, writes Python and SQL")
    paper.showPage()
    paper.setFont("Coded", 11)
    for row, line in enumerate(lines):
        paper.drawString(60, 780 - 20 * row, line)
    paper.save()
    return content.getvalue().replace(b"/ToUnicode", b"/ToNowhere")


@cache
def _unicode_font() -> str:
    """The font that comes with reportlab and holds ligatures."""
    file = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"
    pdfmetrics.registerFont(TTFont("Vera", str(file)))
    return "Vera"
