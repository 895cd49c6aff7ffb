"""The fast reader: PDFium's own text page → words. Calls per word and per text object, never per character."""

from __future__ import annotations

import ctypes
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, pairwise
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from gapcheck.documents.characters import COMBINING, LINE_END_HYPHEN, REPLACEMENT, readable
from gapcheck.documents.contrast import BLACK, WHITE, Color
from gapcheck.documents.errors import DocumentError
from gapcheck.documents.layout.scales import is_mark, told_apart
from gapcheck.documents.limits import ReadLimits
from gapcheck.documents.model import Word
from gapcheck.documents.pdf.drawn_bullets import drawn_bullets
from gapcheck.documents.pdf.drawn_ratings import drawn_scales
from gapcheck.documents.pdf.looking import Doubt, letters_of, piles, without_unseen
from gapcheck.documents.pdf.lying_fonts import LetterPlace, prints_others, sample, tell, widths_agree
from gapcheck.documents.pdf.lying_letters import Spot, lying_words
from gapcheck.documents.pdf.marked_text import Marks, drop_replacements, without_unprinted
from gapcheck.documents.pdf.objects import Fills, Frame, Objects, address, direct, is_clipped_away, spaces_of
from gapcheck.documents.pdf.visibility import Cause, Sight, Style, Surface

# Not `\s`, which counts the control characters 0x1c-0x1f as space: in TeX's fonts they are ligatures.
_SPACE = " \t\r\n\f\v\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_LETTERS = f"[^{_SPACE}{LINE_END_HYPHEN}]"
_WORD = re.compile(rf"{_LETTERS}+(?: [{COMBINING}]{_LETTERS}*)*{LINE_END_HYPHEN}?")
BOLD_NAME = re.compile(r"bold|black|heavy|semibold|demi|[-,]bd|sfbx|cmbx|medi(?:um)?\b", re.IGNORECASE)
_BOLD_WEIGHTS = range(600, 1001)  # what is more is no weight
_FORCE_BOLD_FLAG = 1 << 18  # PDF 32000-1, table 123
_DESCENT = 0.22  # of the font size: where pdfplumber puts the bottom of a box below the baseline in common fonts
_SAMPLE, _UNMAPPED_SHARE = 60, 0.25  # characters of a page looked at; icons and bullets stay below the share
_LETTERWISE = 0.5  # text objects for each character: a page whose glyphs are placed one by one
_LONGEST_LIGATURE = 3  # letters of one glyph; one that says more is not what is printed
_INVISIBLE_MODES = (3, 7)  # PDF 32000-1, table 106: neither fill nor stroke
_CLIPPING_MODES = range(4, 8)  # text that cuts what is drawn after it


_char_box = direct(pdfium_c.FPDFText_GetLooseCharBox)
_char_origin = direct(pdfium_c.FPDFText_GetCharOrigin)
_text_object = direct(pdfium_c.FPDFText_GetTextObject)
_font_size = direct(pdfium_c.FPDFText_GetFontSize)
_matrix = direct(pdfium_c.FPDFText_GetMatrix)
_font = direct(pdfium_c.FPDFTextObj_GetFont)
_render_mode = direct(pdfium_c.FPDFTextObj_GetTextRenderMode)
_has_transparency = direct(pdfium_c.FPDFPageObj_HasTransparency)
_count_marks = direct(pdfium_c.FPDFPageObj_CountMarks)
_clip_path = direct(pdfium_c.FPDFPageObj_GetClipPath)
_count_clips = direct(pdfium_c.FPDFClipPath_CountPaths)


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
    frame = Frame(page)
    limits.check("objects", pdfium_c.FPDFPage_CountObjects(page.raw))
    objects = Objects(page, frame)
    text = _Text(page, frame, objects)
    words = list(text.words())
    for index, marks in text.scales().items():
        words[index] = words[index]._replace(text=marks)
    texts = [one.handle for one in objects.texts.values()]
    if text.replaced:
        drop_replacements(texts)
        again = page.get_textpage()  # kept: its handle ends with it
        printed = letters_of(_page_text(again.raw))
        words = without_unprinted(words, text.replaced, printed)
    for index in text.misprinted(page, words):
        words[index] = words[index]._replace(hidden=True)
        text.doubts.pop(index, None)
    piled = piles(words)
    if text.doubts or piled:
        doubts = {index: text.doubt(index) for index in {*text.doubts, *chain.from_iterable(piled)}}
        words = without_unseen(page, words, doubts, piled, texts)
    words += [*drawn_bullets(objects.paints, words), *drawn_scales(objects.paints, words)]
    return frame.width, frame.height, turned_over(words, frame) if text.is_on_its_head else words


def turned_over(words: Sequence[Word], frame: Frame) -> list[Word]:
    """The words of a page that stands on its head, where a reader who turns it sees them."""
    width, height = frame.width, frame.height
    return [
        word._replace(x0=width - word.x1, top=height - word.bottom, x1=width - word.x0, bottom=height - word.top)
        for word in words
    ]


class _Text:
    """The text of a page. By the index of their word, `doubts` are words that may not be seen, and `replaced` words
    that stand in for what is printed.
    """

    def __init__(self, page: pdfium.PdfPage, frame: Frame, objects: Objects) -> None:
        self._page = page.get_textpage()  # kept: its handle ends with it
        self._frame, self._objects = frame, objects
        self._surface = Surface(objects.paints, frame.width, frame.height)
        self._styles = _Styles(self._page.raw, frame, objects, self._surface)
        self._spans: list[tuple[int, int]] = []
        self._marks: list[tuple[int, int, str]] = []
        self._text = ""
        self._boxes = _CharBoxes(self._page.raw)
        self._of_fonts: dict[bytes, list[int]] = {}
        self._spots: dict[int, Spot] = {}
        self._up = 0
        self.doubts: dict[int, Cause] = {}
        self.replaced: set[int] = set()

    @property
    def is_on_its_head(self) -> bool:
        """Whether most words do."""
        return self._up < 0

    def words(self) -> Iterator[Word]:
        handle, frame, styles, spans = self._page.raw, self._frame, self._styles, self._spans
        sight, of_fonts, spots = self._surface.sight, self._of_fonts, self._spots
        text = self._text = _page_text(handle)
        if _is_unmapped(handle, len(text)):
            text = re.sub(rf"[^{_SPACE}]", REPLACEMENT, text)
        boxes, on_screen = self._boxes, -1 if frame.rotation == 180 else 1
        origin_x, origin_y = ctypes.c_double(), ctypes.c_double()
        origin = ctypes.byref(origin_x), ctypes.byref(origin_y)
        for first, last in self._parted(text):
            content = readable(text[first : last + 1])
            if not content.strip():
                continue
            style = styles.at(first)
            box = boxes.around(first, last)
            if box is None:
                continue
            hidden = last - first >= _LONGEST_LIGATURE and boxes.are_one() and not style.replaced
            if style.upright and _char_origin(handle, first, *origin):
                # Glyph boxes end where the glyph ends, so `over` and `gap` differ in height: set all on their baseline.
                foot = origin_y.value - _DESCENT * style.size * style.up
                head = foot + style.size * style.up
                box = (box[0], min(foot, head), box[2], max(foot, head))
                self._up += style.up * on_screen
            x0, top, x1, bottom = frame.box(*box)
            if is_mark(content[0]):
                self._marks.append((len(spans), first, content))
            letter = (box[2] - box[0] if style.upright else box[3] - box[1]) / (last - first + 1)
            seen = sight(style, (x0, top, x1, bottom), style.size if style.replaced else letter)
            if last > first and seen is Sight.seen:
                # A word of several pieces is seen where its ends and its middle are.
                middle = (first + last) // 2
                if not styles.are_one(first, middle, last) and any(
                    sight(styles.at(index), (x0, top, x1, bottom), letter) is not Sight.seen for index in (middle, last)
                ):
                    seen = Sight.doubtful
            hidden = hidden or seen is Sight.unseen
            if (
                (seen is Sight.doubtful or style.cause is Cause.glyphs)
                and not hidden
                and any(map(str.isalnum, content))
            ):
                place = seen is Sight.doubtful and style.cause is Cause.glyphs
                self.doubts[len(spans)] = Cause.place if place else style.cause
            if style.replaced:
                self.replaced.add(len(spans))
            if not hidden and not style.replaced and style.upright:
                of_fonts.setdefault(style.font, []).append(len(spans))
                spots[len(spans)] = Spot(first, last, style.font, style.face, style.size, style.stretch)
            spans.append((first, last))
            yield Word(content, x0, top, x1, bottom, style.size, style.bold, hidden)

    def _parted(self, text: str) -> Iterator[tuple[int, int]]:
        """First and last character of each word of the text."""
        spans = ((match.start(), match.end() - 1) for match in _WORD.finditer(text))
        if len(self._objects.texts) < _LETTERWISE * len(text):
            yield from spans
            return
        # Where each glyph is placed by itself, PDFium overlooks spaces between glyphs whose boxes overlap.
        rows: dict[int, list[float]] = {}
        for across, up in spaces_of(self._objects.texts.values()):
            rows.setdefault(round(up), []).append(across)
        for first, last in spans:
            (begin, _), (end, up) = self._origin(first), self._origin(last)
            near = (rows.get(round(up) + step, ()) for step in (-1, 0, 1))
            spaces = [one for row in near for one in row if begin < one < end]
            if not spaces:
                yield first, last
                continue
            starts = [self._origin(index)[0] for index in range(first, last + 1)]
            edges = [0, *sorted({bisect_left(starts, space) for space in spaces}), len(starts)]
            yield from ((first + one, first + other - 1) for one, other in pairwise(edges))

    def _origin(self, index: int) -> tuple[float, float]:
        """Where a character stands: x and y in the coordinates of the page."""
        x, y = ctypes.c_double(), ctypes.c_double()
        _char_origin(self._page.raw, index, ctypes.byref(x), ctypes.byref(y))
        return x.value, y.value

    def scales(self) -> dict[int, str]:
        """The words of marks that are told apart by colour, by their index, with marks that are told apart without."""
        found: dict[int, str] = {}
        run: list[tuple[int, int, str]] = []
        for number, first, content in [*self._marks, (-1, 0, "")]:
            if run and number != run[-1][0] + 1:
                marks = [(one, first + place) for _, first, text in run for place, one in enumerate(text)]
                said = "".join(told_apart((one, self._styles.look(index)) for one, index in marks))
                for index, _, text in run:
                    found[index], said = said[: len(text)], said[len(text) :]
                run = []
            run.append((number, first, content))
        return found

    def misprinted(self, page: pdfium.PdfPage, words: Sequence[Word]) -> list[int]:
        """The words, by index, that are printed in other letters than they say."""
        found: list[int] = []
        if self._frame.rotation:
            return found
        for indices in self._of_fonts.values():
            drawn = (index for index in indices if self.doubts.get(index, Cause.glyphs) is Cause.glyphs)
            shown = (index for index in drawn if not words[index].hidden)
            places = sample(
                (LetterPlace(first, words[index].size), self._text[first : last + 1])
                for index in shown
                for first, last in [self._spans[index]]
            )
            doubtful = tell(places) and not widths_agree(self._widths(places))
            if doubtful and prints_others(page, self._page.raw, places):
                found += indices
        clear = {index: spot for index, spot in self._spots.items() if index not in found and not words[index].hidden}
        lying = lying_words(page, self._page.raw, self._text, list(clear.values()))
        return found + [index for place, index in enumerate(clear) if place in lying]

    def _widths(self, places: Mapping[str, LetterPlace]) -> dict[str, float]:
        """How wide letters are, in parts of their size."""
        boxes = {letter: self._boxes.around(place.first, place.first) for letter, place in places.items()}
        return {letter: (box[2] - box[0]) / (places[letter].size or 1) for letter, box in boxes.items() if box}

    def doubt(self, number: int) -> Doubt:
        """What draws a word."""
        first, last = self._spans[number]
        found = {address(one): one for index in range(first, last + 1) if (one := _text_object(self._page.raw, index))}
        return Doubt(tuple(found.values()), self.doubts.get(number, Cause.place))


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


_Edges = ctypes.c_float * 4
"""Left, top, right, bottom: an `FS_RECTF`, whose fields take longer to read one by one."""


class _CharBoxes:
    """Boxes of runs of characters of one page."""

    def __init__(self, handle: Any) -> None:
        self._handle = handle
        self._first, self._last = _Edges(), _Edges()
        self._to_first, self._to_last = ctypes.byref(self._first), ctypes.byref(self._last)

    def are_one(self) -> bool:
        """Whether the two characters that were asked for last are drawn by one glyph."""
        return self._first[:] == self._last[:]

    def around(self, first: int, last: int) -> tuple[float, float, float, float] | None:
        """(left, bottom, right, top) of the characters first to last, from the boxes of the two ends."""
        if not _char_box(self._handle, first, self._to_first):
            return None
        left, top, right, bottom = self._first
        if last == first or not _char_box(self._handle, last, self._to_last):
            return left, bottom, right, top
        other = self._last[:]
        return min(left, other[0]), min(bottom, other[3]), max(right, other[2]), max(top, other[1])


class _Styles:
    """How text looks, looked up once per text object of the page."""

    def __init__(self, handle: Any, frame: Frame, objects: Objects, surface: Surface) -> None:
        self._handle = handle
        self._frame = frame
        self._texts = objects.texts
        self._marks = Marks()
        self._fills = Fills()
        self._looks = {
            key: (_render_mode(text.handle), self._fills.of(text.handle)) for key, text in self._texts.items()
        }
        looks = set(self._looks.values())
        self._cut = any(mode in _CLIPPING_MODES for mode, _ in looks)
        self._is_plain = all(
            mode == 0 and color is not None and not any(color.looks_like(ground) for ground in surface.colors | {WHITE})
            for mode, color in looks
        )
        self._matrix = pdfium_c.FS_MATRIX()
        self._to_matrix = ctypes.byref(self._matrix)
        self._by_object: dict[bytes, Style] = {}
        self._fonts: dict[bytes, tuple[bool, bool, bytes, str]] = {}

    def are_one(self, first: int, *others: int) -> bool:
        """Whether these characters look alike, as far as that may hide one of them."""
        if self._is_plain:
            return True
        looks = [self.look(index) for index in (first, *others)]
        return looks.count(looks[0]) == len(looks)

    def look(self, index: int) -> tuple[int, Color | None] | None:
        """Render mode and colour of a character."""
        return self._looks.get(address(_text_object(self._handle, index)))

    def at(self, index: int) -> Style:
        text_object = _text_object(self._handle, index)
        key = address(text_object)
        style = self._by_object.get(key)
        if style is None:
            style = self._by_object[key] = self._read(text_object, index)
        return style

    def _read(self, text_object: Any, index: int) -> Style:
        size = _font_size(self._handle, index)
        if not text_object:
            return Style(size, False, BLACK)
        upright, up, stretch = True, 1, 1.0
        if _matrix(self._handle, index, self._to_matrix):  # that of the forms around it is part of it
            across, along = self._matrix.b, self._matrix.d
            size *= max(abs(along), abs(across)) or 1.0
            upright = abs(across) <= abs(along)
            up = -1 if along < 0 else 1
            stretch = abs(self._matrix.a / along) if along and self._matrix.a else 1.0
        key = address(text_object)
        text = self._texts.get(key)
        mode, color = self._looks.get(key, (0, None))
        bold, own_glyphs, font, face = self._font_of(text_object)
        odd = (
            self._cut
            or mode != 0
            or color is None
            or text is None
            or text.in_form
            or _has_transparency(text_object)
            or (_count_clips(_clip_path(text_object)) > 0 and is_clipped_away(text_object, self._frame))
        )
        replaced = False
        if _count_marks(text_object) > 0:
            odd = odd or self._marks.are_of_layer(text_object)
            replaced = self._marks.replace(text_object)
        order = text.order if text else 0
        cause = Cause.glyphs if own_glyphs else Cause.place
        cause = Cause.undrawn if mode in _INVISIBLE_MODES else cause
        return Style(size, bold, color or BLACK, upright, up, order, odd, replaced, cause, font, face, stretch)

    def _font_of(self, text_object: Any) -> tuple[bool, bool, bytes, str]:
        """Whether a text's font is bold, whether the file draws its glyphs by itself (such fonts have no name), and
        the key of the font and its name.
        """
        font = _font(text_object)
        key = address(font)
        known = self._fonts.get(key)
        if known is None:
            name = ctypes.create_string_buffer(256)
            pdfium_c.FPDFFont_GetBaseFontName(font, name, 256)
            flags = pdfium_c.FPDFFont_GetFlags(font)
            face = name.value.decode("latin-1")
            bold = (
                BOLD_NAME.search(face) is not None
                or pdfium_c.FPDFFont_GetWeight(font) in _BOLD_WEIGHTS
                or bool(flags > 0 and flags & _FORCE_BOLD_FLAG)
            )
            known = self._fonts[key] = bold, not face, key, face
        return known
