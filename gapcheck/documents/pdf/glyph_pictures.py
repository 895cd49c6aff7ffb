"""A place on a page → the picture of its glyph, and which letters of known fonts it looks like."""

from __future__ import annotations

import ctypes
import math
import string
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple
from unicodedata import normalize

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

if TYPE_CHECKING:
    import numpy

    Picture = numpy.ndarray[Any, Any]

LETTERS = string.ascii_letters + string.digits
"""The letters and digits that can be told by their picture."""
_KNOWN_FONTS = (
    "Helvetica", "Helvetica-Bold", "Helvetica-Oblique", "Times-Roman", "Times-Bold", "Times-Italic", "Courier"
)  # fmt: skip
_LIGATURES = frozenset(normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07))  # ff to st
_STICKS = frozenset("1fijlrt")  # in one font or another, each looks like each
_GRID = (12, 16)  # columns and rows of a glyph's picture
_SCALE = 4.0  # pixels a point
_SIZE, _STEP = 10.0, 20.0  # points: of known letters, and for each
_ABOVE, _BELOW, _SMALLEST = 1.0, 0.5, 0.5  # points around a glyph, of its own size
_LEAST_INK, _WHITE = 60, 255
_AS_SEEN = pdfium_c.FPDF_ANNOT | pdfium_c.FPDF_GRAYSCALE
_STRETCH = 0.2  # how much a glyph's width by its height weighs beside its shape
_APART = 0.25  # how much more it looks like another letter than like its own, at least
_MOST = 1.001  # likeness, and what is lost in rounding
_ALL = slice(None)
_SURE, _WEIGHT = 0.85, 0.67  # likeness to another letter, with so much of what it is more than that to the own one


class Glyph(NamedTuple):
    """How a glyph looks: its picture brought to one size, and the logarithm of its height by its width."""

    shape: Picture
    stretch: float


class _Known(NamedTuple):
    """Glyphs of known fonts: which texts they are, in lower case and sorted, and how each looks in each font."""

    names: list[str]
    shapes: Picture
    stretches: Picture

    def likeness(self, glyph: Glyph, of: slice = _ALL) -> Picture:
        """How much a glyph looks like each of the texts in the font where it looks most like it, 1 at most."""
        apart = abs(self.stretches[of] - glyph.stretch)
        likeness: Picture = (self.shapes[of] @ glyph.shape - _STRETCH * apart).max(axis=1)
        return likeness


def likest(glyph: Glyph) -> list[str]:
    """Letters, in lower case, those first that look most like a glyph."""
    known = _known_letters()
    return [known.names[index] for index in (-known.likeness(glyph)).argsort()]


def other_than(glyph: Glyph, said: str) -> str:
    """The letter, in lower case, that a glyph surely is, if that is another than one or several that it is said to be;
    empty where it may be that.
    """
    known, said = _known_letters(), said.lower()
    if said in _LIGATURES:
        return ""
    own_place = known.names.index(said) if said in known.names else None
    if own_place is None:
        own = float(_known((said,)).likeness(glyph).max())
    else:
        own = float(known.likeness(glyph, slice(own_place, own_place + 1))[0])
    if own + _APART >= _MOST:
        return ""  # nothing can be so much liker
    likeness = known.likeness(glyph)
    if own_place is not None:
        likeness[own_place] = -1.0
    place = int(likeness.argmax())
    best, apart = known.names[place], float(likeness[place]) - own
    is_other = apart > _APART and likeness[place] + _WEIGHT * apart > _SURE
    return best if is_other and not {best, said} <= _STICKS else ""


def glyph_at(page: pdfium.PdfPage, text: Any, place: int) -> Glyph | None:
    """The glyph at a place of an unturned page as it is seen."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    x, y, end, upper = page.get_bbox()
    if not pdfium_c.FPDFText_GetCharBox(text, place, left, right, bottom, top):
        return None
    crop = (left.value - x, bottom.value - y - _BELOW, end - right.value, upper - top.value - _ABOVE)
    if min(crop) < 0 or crop[0] + crop[2] > end - x - _SMALLEST or crop[1] + crop[3] > upper - y - _SMALLEST:
        return None
    return _glyph(_cropped(page, crop))


def _cropped(page: pdfium.PdfPage, crop: tuple[float, float, float, float]) -> Picture:
    """A page without so much at its left, bottom, right and top: what `page.render` gives, which takes as long again
    for what is as small as a glyph.
    """
    import numpy

    width, height = (math.ceil(side * _SCALE) for side in (page.get_width(), page.get_height()))
    left, bottom, right, top = (math.ceil(side * _SCALE) for side in crop)
    picture = numpy.full((max(1, height - bottom - top), max(1, width - left - right)), _WHITE, "uint8")
    rows, columns = picture.shape
    bitmap = pdfium_c.FPDFBitmap_CreateEx(columns, rows, pdfium_c.FPDFBitmap_Gray, picture.ctypes.data, columns)
    pdfium_c.FPDF_RenderPageBitmap(bitmap, page.raw, -left, -top, width, height, 0, _AS_SEEN)
    pdfium_c.FPDFBitmap_Destroy(bitmap)
    return picture


def _known_letters() -> _Known:
    return _known(tuple(LETTERS))


@lru_cache(32)
def _known(texts: Sequence[str]) -> _Known:
    """How texts look in known fonts, in capital letters and small ones."""
    import numpy

    looks: dict[str, list[Glyph]] = {}
    for name in _KNOWN_FONTS:
        for text, glyph in _printed(name, texts):
            looks.setdefault(text.lower(), []).append(glyph)
    most = max(map(len, looks.values()))
    names = sorted(looks)
    looked = [(looks[name] * most)[:most] for name in names]  # a digit has no capital: it is there twice
    return _Known(
        names,
        numpy.array([[glyph.shape for glyph in glyphs] for glyphs in looked]),
        numpy.array([[glyph.stretch for glyph in glyphs] for glyphs in looked]),
    )


def _printed(name: str, texts: Sequence[str]) -> Iterable[tuple[str, Glyph]]:
    """How texts look in a font that every reader of PDF has."""
    step = _STEP * max(map(len, texts))
    document = pdfium.PdfDocument.new()
    page = standard_page(document, name, texts, step)
    drawn, pixels = page.render(scale=_SCALE, grayscale=True).to_numpy(), round(step * _SCALE)
    for place, text in enumerate(texts, start=1):
        glyph = _glyph(drawn[:, pixels * place - pixels // 4 : pixels * place + 3 * pixels // 4])
        if glyph is not None:
            yield text, glyph
    document.close()


def standard_page(document: pdfium.PdfDocument, name: str, texts: Sequence[str], step: float) -> pdfium.PdfPage:
    """A page on which texts are printed in a font that every reader of PDF has, 10 points high, with so many points
    from one to the next and before the first.
    """
    page = document.new_page(step * (len(texts) + 1), 4 * _SIZE)
    font = pdfium_c.FPDFText_LoadStandardFont(document.raw, name.encode())
    for place, text in enumerate(texts, start=1):
        made = pdfium_c.FPDFPageObj_CreateTextObj(document.raw, font, _SIZE)
        pdfium_c.FPDFText_SetText(made, (ctypes.c_ushort * (len(text) + 1))(*map(ord, text), 0))
        pdfium_c.FPDFPageObj_Transform(made, 1, 0, 0, 1, step * place, 2 * _SIZE)
        pdfium_c.FPDFPage_InsertObject(page.raw, made)
    pdfium_c.FPDFPage_GenerateContent(page.raw)
    return page


def _glyph(picture: Picture) -> Glyph | None:
    """How the glyph in a picture looks, whose upper and lower edges show the ground; None where they differ, as where
    the glyph is printed in another place than the file says, and where there is no glyph.
    """
    import numpy
    from PIL import Image

    middle = picture.shape[1] // 2
    ground, below = (float(numpy.sort(edge)[middle]) for edge in (picture[0], picture[-1]))
    if abs(ground - below) > _LEAST_INK:
        return None
    ink = abs(picture - numpy.float32(ground))
    if ink.max() < _LEAST_INK:
        return None
    ink /= ink.max()
    is_dark = ink > 0.5
    rows, columns = (numpy.flatnonzero(is_dark.any(axis=axis)) for axis in (1, 0))
    ink = ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    small = numpy.asarray(Image.fromarray((255 * ink).astype("uint8")).resize(_GRID, Image.Resampling.BOX), "float32")
    shape = (small - small.mean()).ravel()
    norm = float((shape**2).sum() ** 0.5)
    stretch = float(numpy.log(ink.shape[0] / ink.shape[1]))
    return Glyph(shape / norm if norm else shape, stretch)
