"""The letters that a font of a page is said to print → whether it prints other letters.

A PDF says for each font which letter a glyph is. Programs that copy or read text believe it, but people see the glyph.
Widths are compared first, because that is cheap: where letters are as wide as in other fonts (a narrow i, a broad m),
the font is honest. Otherwise the page is rendered, and its glyphs are compared with those of known fonts.
"""

from __future__ import annotations

import ctypes
import string
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from statistics import correlation
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

if TYPE_CHECKING:
    import numpy

    Picture = numpy.ndarray[Any, Any]

_LETTERS = string.ascii_letters + string.digits
_KNOWN_FONTS = ("Helvetica", "Times-Roman", "Courier")
_MOST_LETTERS = 12  # of a font that are looked at
_FEWEST, _ENOUGH_SIGNS = 2, 5  # letters; letters and digits: fewer may be bullets, icons and drawn grades
_ALIKE, _SAME_WIDTH = 0.6, 0.02  # correlation of widths; of the broadest letter
_GRID = (12, 16)  # columns and rows of a glyph's picture
_SCALE = 4.0  # pixels a point
_STEP = 20.0  # points between known letters
_MARGIN, _SMALLEST = 1.0, 0.5  # points above a glyph, of its own size
_LEAST_INK = 60  # of 255
_STRETCH = 0.2  # how much a glyph's width by its height weighs beside its shape
_BEST = 4  # places among all letters: a known letter in another face comes out there
_ENOUGH = 5  # true letters end the search
_TRUE = 0.4  # of the letters of a font: more in any honest one, fewer in one that lies


class _Glyph(NamedTuple):
    """How a glyph looks: its picture brought to one size, and the logarithm of its height by its width."""

    shape: Picture
    stretch: float


class LetterPlace(NamedTuple):
    """Where a letter stands: its index in the text of the page, and its size in points."""

    first: int
    size: float


def sample(words: Iterable[tuple[LetterPlace, str]]) -> dict[str, LetterPlace]:
    """Some different letters of a font's words, given with the place of their first letter, and where each stands."""
    found: dict[str, LetterPlace] = {}
    for (first, size), word in words:
        for place, letter in enumerate(word, start=first):
            if letter in _LETTERS and letter not in found:
                found[letter] = LetterPlace(place, size)
                if len(found) == _MOST_LETTERS:
                    return found
    return found


def tell(signs: Collection[str]) -> bool:
    """Whether so many different letters and digits can say that a font lies."""
    return len(signs) >= _ENOUGH_SIGNS or sum(map(str.isalpha, signs)) >= _FEWEST


def widths_agree(widths: Mapping[str, float]) -> bool:
    """Whether letters are about as wide as the same letters of known fonts, up to a factor."""
    own = list(widths.values())
    if len(own) < _ENOUGH_SIGNS:
        return False
    if max(own) - min(own) < _SAME_WIDTH * max(own):
        return False  # a typewriter's: they tell nothing
    return any(correlation(own, [known[letter] for letter in widths]) >= _ALIKE for known in _known_widths())


def prints_others(page: pdfium.PdfPage, text: Any, places: Mapping[str, LetterPlace]) -> bool:
    """Whether most glyphs at these places of a page's text look like other letters than they are said to be."""
    true = seen = 0
    for letter, place in places.items():
        glyph = _glyph_at(page, text, place.first)
        if glyph is not None:
            seen += 1
            true += letter.lower() in _likest(glyph)[:_BEST]
            if true >= _ENOUGH:
                return False
    return seen >= _FEWEST and true < _TRUE * seen


def _likest(glyph: _Glyph) -> list[str]:
    """Letters, in lower case, those first that look most like a glyph."""
    names, shapes, stretches = _known_glyphs()
    scores = shapes @ glyph.shape - _STRETCH * abs(stretches - glyph.stretch)
    return list(dict.fromkeys(names[index] for index in (-scores).argsort()))


@cache
def _known_glyphs() -> tuple[list[str], Picture, Picture]:
    """The letters, in lower case, of known fonts, and how they look."""
    import numpy

    document = pdfium.PdfDocument.new()
    found = []
    for name in _KNOWN_FONTS:
        page = document.new_page(_STEP * (len(_LETTERS) + 1), 2 * _STEP)
        font = pdfium_c.FPDFText_LoadStandardFont(document.raw, name.encode())
        for place, letter in enumerate(_LETTERS, start=1):
            made = pdfium_c.FPDFPageObj_CreateTextObj(document.raw, font, 10.0)
            pdfium_c.FPDFText_SetText(made, (ctypes.c_ushort * 2)(ord(letter), 0))
            pdfium_c.FPDFPageObj_Transform(made, 1, 0, 0, 1, _STEP * place, _STEP)
            pdfium_c.FPDFPage_InsertObject(page.raw, made)
        pdfium_c.FPDFPage_GenerateContent(page.raw)
        drawn = page.render(scale=_SCALE, grayscale=True).to_numpy()
        step = round(_STEP * _SCALE)
        for place, letter in enumerate(_LETTERS, start=1):
            glyph = _glyph(drawn[:, step * place - step // 4 : step * place + 3 * step // 4])
            if glyph is not None:
                found.append((letter.lower(), glyph))
    document.close()
    names, glyphs = zip(*found, strict=True)
    return list(names), numpy.stack([one.shape for one in glyphs]), numpy.array([one.stretch for one in glyphs])


@cache
def _known_widths() -> tuple[Mapping[str, float], ...]:
    """For a font without serifs and for one with them, the width of each letter, as a share of the font size."""
    document = pdfium.PdfDocument.new()
    found = []
    for name in ("Helvetica", "Times-Roman"):
        font = pdfium_c.FPDFText_LoadStandardFont(document.raw, name.encode())
        widths, width = {}, ctypes.c_float()
        for letter in _LETTERS:
            pdfium_c.FPDFFont_GetGlyphWidth(font, ord(letter), 1.0, width)
            widths[letter] = width.value
        found.append(widths)
        pdfium_c.FPDFFont_Close(font)
    document.close()
    return tuple(found)


def _glyph_at(page: pdfium.PdfPage, text: Any, place: int) -> _Glyph | None:
    """The glyph at a place of an unturned page as it is seen."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    x, y, end, upper = page.get_bbox()
    if not pdfium_c.FPDFText_GetCharBox(text, place, left, right, bottom, top):
        return None
    crop = (left.value - x, bottom.value - y, end - right.value, upper - top.value - _MARGIN)
    if min(crop) < 0 or crop[0] + crop[2] > end - x - _SMALLEST or crop[1] + crop[3] > upper - y - _SMALLEST:
        return None
    return _glyph(page.render(scale=_SCALE, crop=crop, grayscale=True).to_numpy())


def _glyph(picture: Picture) -> _Glyph | None:
    """How the glyph in a picture looks, whose upper edge shows the ground (the lower one may be underlined); None where
    there is none.
    """
    import numpy
    from PIL import Image

    ground = numpy.median(picture[0])
    ink = abs(picture.astype("float32") - ground)
    if ink.max() < _LEAST_INK:
        return None
    ink /= ink.max()
    rows, columns = (numpy.flatnonzero((ink > 0.5).any(axis=axis)) for axis in (1, 0))
    ink = ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    small = numpy.asarray(Image.fromarray((255 * ink).astype("uint8")).resize(_GRID, Image.Resampling.BOX), "float32")
    shape = (small - small.mean()).ravel()
    norm = float((shape**2).sum() ** 0.5)
    stretch = float(numpy.log(ink.shape[0] / ink.shape[1]))
    return _Glyph(shape / norm if norm else shape, stretch)
