"""The fast reader: PDFium's own text page → words. Calls per word and per text object, never per character."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from gapcheck.documents.characters import LINE_END_HYPHEN, REPLACEMENT, readable
from gapcheck.documents.errors import DocumentError
from gapcheck.documents.limits import ReadLimits
from gapcheck.documents.model import Word
from gapcheck.documents.pdf.drawn_ratings import drawn_scales
from gapcheck.documents.pdf.objects import _address, _bounds, _clipped, _direct, _Fills, _Frame, _objects, _text_objects
from gapcheck.documents.pdf.undrawn_text import Marks, drop_replacements, letters_of, without_undrawn, without_unprinted
from gapcheck.documents.pdf.visibility import BLACK, Paint, Style, Surface, area

# Not `\s`, which counts the control characters 0x1c-0x1f as space: in TeX's fonts they are ligatures.
_SPACE = " \t\r\n\f\v\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_WORD = re.compile(rf"[^{_SPACE}{LINE_END_HYPHEN}]+{LINE_END_HYPHEN}?")
BOLD_NAME = re.compile(r"bold|black|heavy|semibold|demi|[-,]bd|sfbx|cmbx|medi(?:um)?\b", re.IGNORECASE)
_BOLD_WEIGHT = 600
_FORCE_BOLD_FLAG = 1 << 18  # PDF 32000-1, table 123
_DESCENT = 0.22  # of the font size: where pdfplumber puts the bottom of a box below the baseline in common fonts
_SAMPLE, _UNMAPPED_SHARE = 60, 0.25  # characters of a page looked at; icons and bullets stay below the share
_SQUEEZED = 0.2  # of its height: narrower text can't be read


_char_box = _direct(pdfium_c.FPDFText_GetLooseCharBox)
_char_origin = _direct(pdfium_c.FPDFText_GetCharOrigin)
_text_object = _direct(pdfium_c.FPDFText_GetTextObject)
_font_size = _direct(pdfium_c.FPDFText_GetFontSize)
_char_matrix = _direct(pdfium_c.FPDFText_GetMatrix)
_font = _direct(pdfium_c.FPDFTextObj_GetFont)
_render_mode = _direct(pdfium_c.FPDFTextObj_GetTextRenderMode)
_count_marks = _direct(pdfium_c.FPDFPageObj_CountMarks)
_clip_path = _direct(pdfium_c.FPDFPageObj_GetClipPath)
_count_clips = _direct(pdfium_c.FPDFClipPath_CountPaths)


def open_pdf(content: bytes, password: str | None = None) -> pdfium.PdfDocument:
    """The opened document.

    Raises `DocumentError` with code `broken`, `encrypted` or `no-pages`.
    """
    try:
        document = pdfium.PdfDocument(content, password)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            what = "the password of the PDF is another one" if password else "the PDF asks for a password"
            raise DocumentError("encrypted", f"{what}: give it with --password, or save a copy without one") from None
        raise DocumentError(
            "broken", "the PDF is damaged and can't be opened: export it again from where it was written"
        ) from None
    if len(document) == 0:
        raise DocumentError("no-pages", "the PDF has no pages: export it again from where it was written")
    return document


def read_page(page: pdfium.PdfPage, limits: ReadLimits) -> tuple[float, float, list[Word]]:
    """Width and height of the visible page in points, and its words in the file's order. Raises `DocumentError`."""
    frame = _Frame(page)
    limits.check("objects", pdfium_c.FPDFPage_CountObjects(page.raw))
    paints, orders = _objects(page, frame)
    text = _Text(page, frame, paints, orders)
    words = list(text.words())
    if text.replaced:
        drop_replacements(_text_objects(page))
        again = page.get_textpage()  # kept: its handle ends with it
        printed = letters_of(_page_text(again.raw))
        words = without_unprinted(words, text.replaced, printed)
    if text.doubtful:
        words = without_undrawn(page, words, text.doubtful)
    return frame.width, frame.height, words + drawn_scales(paints, words)


class _Text:
    """The text of a page. By the index of their word, `doubtful` are text objects that may not be drawn at all, and
    `replaced` words that stand in for what is printed.
    """

    def __init__(self, page: pdfium.PdfPage, frame: _Frame, paints: list[Paint], orders: dict[bytes, int]) -> None:
        self._page = page.get_textpage()  # kept: its handle ends with it
        self._frame = frame
        self._surface = Surface(paints, frame.width, frame.height)
        self._styles = _Styles(self._page.raw, frame, self._surface, orders)
        self.doubtful: dict[int, Any] = {}
        self.replaced: set[int] = set()

    def words(self) -> Iterator[Word]:
        handle, frame, styles, surface = self._page.raw, self._frame, self._styles, self._surface
        text = _page_text(handle)
        if _is_unmapped(handle, len(text)):
            text = re.sub(rf"[^{_SPACE}]", REPLACEMENT, text)
        boxes = _CharBoxes(handle)
        origin_x, origin_y = ctypes.c_double(), ctypes.c_double()
        origin = ctypes.byref(origin_x), ctypes.byref(origin_y)
        number = 0
        for match in _WORD.finditer(text):
            content = readable(match.group())
            if not content.strip():
                continue
            first, last = match.start(), match.end() - 1
            style = styles.at(first)
            box = boxes.around(first, last)
            if box is None:
                continue
            if style.upright and _char_origin(handle, first, *origin):
                # Glyph boxes end where the glyph ends, so `over` and `gap` differ in height: set all on their baseline.
                foot = origin_y.value - _DESCENT * style.size * style.up
                head = foot + style.size * style.up
                box = (box[0], min(foot, head), box[2], max(foot, head))
            x0, top, x1, bottom = frame.box(*box)
            hidden = surface.hides(style, (x0, top, x1, bottom))
            if hidden and last > first:  # a word may change colour with the ground it runs over: look at both ends
                ends = [boxes.around(end, end) for end in (first, last)]
                hidden = all(
                    end_box is None or surface.hides(styles.at(end), frame.box(*end_box))
                    for end, end_box in zip((first, last), ends, strict=True)
                )
            if style.odd:
                if not hidden and (style.doubtful or surface.may_cover(style.order, (x0, top, x1, bottom))):
                    self.doubtful[number] = _text_object(handle, first)
                if style.replaced:
                    self.replaced.add(number)
            yield Word(content, x0, top, x1, bottom, style.size, style.bold, hidden)
            number += 1


def _page_text(handle: Any) -> str:
    count = pdfium_c.FPDFText_CountChars(handle)
    buffer = (ctypes.c_ushort * (count + 1))()
    pdfium_c.FPDFText_GetText(handle, 0, count, buffer)
    text = bytes(buffer)[: 2 * count].decode("utf-16-le", "surrogatepass")
    if len(text) == count and "\0" not in text:
        return text
    # Characters beyond the basic plane take two units: fall back to one call per character to keep indices true.
    return "".join(chr(pdfium_c.FPDFText_GetUnicode(handle, index) or 0x20) for index in range(count))


def _is_unmapped(handle: Any, count: int) -> bool:
    """Whether the fonts do not say which characters their glyphs are: PDFium then gives numbers of glyphs as text."""
    sample = range(0, count, max(1, count // _SAMPLE))
    wrong = sum(pdfium_c.FPDFText_HasUnicodeMapError(handle, index) == 1 for index in sample)
    return bool(wrong > _UNMAPPED_SHARE * len(sample))


class _CharBoxes:
    """Boxes of runs of characters of one page."""

    def __init__(self, handle: Any) -> None:
        self._handle = handle
        self._first, self._last = pdfium_c.FS_RECTF(), pdfium_c.FS_RECTF()
        self._to_first, self._to_last = ctypes.byref(self._first), ctypes.byref(self._last)

    def around(self, first: int, last: int) -> tuple[float, float, float, float] | None:
        """(left, bottom, right, top) of the characters first to last, from the boxes of the two ends."""
        if not _char_box(self._handle, first, self._to_first):
            return None
        one, other = self._first, self._last
        if last == first or not _char_box(self._handle, last, self._to_last):
            return one.left, one.bottom, one.right, one.top
        return (
            min(one.left, other.left),
            min(one.bottom, other.bottom),
            max(one.right, other.right),
            max(one.top, other.top),
        )


class _Styles:
    """How text looks, looked up once per text object of the page."""

    def __init__(self, handle: Any, frame: _Frame, surface: Surface, orders: dict[bytes, int]) -> None:
        self._handle = handle
        self._frame = frame
        self._surface = surface
        self._orders = orders
        self._marks = Marks()
        self._fills = _Fills()
        self._matrix = pdfium_c.FS_MATRIX()
        self._to_matrix = ctypes.byref(self._matrix)
        self._by_object: dict[bytes, Style] = {}
        self._bold_by_font: dict[bytes, bool] = {}

    def at(self, index: int) -> Style:
        text_object = _text_object(self._handle, index)
        key = _address(text_object)
        style = self._by_object.get(key)
        if style is None:
            style = self._by_object[key] = self._read(text_object, index)
        return style

    def _read(self, text_object: Any, index: int) -> Style:
        size = _font_size(self._handle, index)
        if not text_object:
            return Style(size, False, BLACK, 0)
        upright, up = True, 1
        if _char_matrix(self._handle, index, self._to_matrix):  # with those of the forms around the object
            across, along = self._matrix.b, self._matrix.d
            tall, wide = max(abs(along), abs(across)), abs(self._matrix.a) + abs(self._matrix.c)
            size *= tall or 1.0
            if wide < _SQUEEZED * tall:
                size *= wide  # letters that are pressed into strokes are as small as they are narrow
            upright = abs(across) <= abs(along)
            up = -1 if along < 0 else 1
        order = self._orders.get(_address(text_object), 0)
        marked, clipped = _count_marks(text_object) > 0, _count_clips(_clip_path(text_object)) > 0
        doubtful = clipped and self._is_clipped_away(text_object)
        replaced = False
        if marked:
            doubtful = doubtful or self._marks.are_of_layer(text_object)
            replaced = self._marks.replace(text_object)
        return Style(
            size,
            self._is_bold(text_object),
            self._fills.of(text_object),
            _render_mode(text_object),
            upright,
            up,
            order,
            doubtful,
            replaced,
            doubtful or replaced or self._surface.is_under_pictures(order),
        )

    def _is_clipped_away(self, text_object: Any) -> bool:
        """Whether the page shows less than half of a text that is clipped."""
        box = _bounds(text_object, self._frame)
        return area(_clipped(text_object, box, self._frame)) < area(box) / 2

    def _is_bold(self, text_object: Any) -> bool:
        font = _font(text_object)
        key = _address(font)
        known = self._bold_by_font.get(key)
        if known is None:
            name = ctypes.create_string_buffer(256)
            pdfium_c.FPDFFont_GetBaseFontName(font, name, 256)
            flags = pdfium_c.FPDFFont_GetFlags(font)
            known = self._bold_by_font[key] = bool(
                BOLD_NAME.search(name.value.decode("latin-1"))
                or pdfium_c.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT
                or (flags > 0 and flags & _FORCE_BOLD_FLAG)
            )
        return known
