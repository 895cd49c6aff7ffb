"""A text layer and the picture below it → which words of the layer the picture does not show.

A scan that was read by OCR carries its words as text that is not drawn; whoever makes the file can write other words
there. So the words of the picture near a word's place are compared with that word as known fonts print it, and with
others of its length: a word that is there fits far better than others do, whatever its font. Measured: see
`docs/formats.md`.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import groupby
from math import ceil
from typing import TYPE_CHECKING, Any, NamedTuple
from unicodedata import combining, normalize

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from gapcheck.documents.model import Word
from gapcheck.documents.pdf.glyph_pictures import LETTERS, standard_page

if TYPE_CHECKING:
    import numpy

    Picture = numpy.ndarray[Any, Any]

_FONTS = ("Helvetica", "Times-Roman", "Helvetica-Bold")
_CHARACTERS = LETTERS + "+-#&.'"  # of which names of skills are made
_SCALE, _STEP, _SIZE = 3.0, 20.0, 10.0  # pixels a point of printed letters; points between them, and of their font
_WHITE = 255
_HIGH, _WIDE = 16, 6  # pixels of what is compared: its height, and its width for each letter
_ALPHABET = "etaoinshrdlcumwfgypbvkxjqz"  # by how common they are, so that neighbours are about as common
_OTHERS = (3, 8, 13, 18, 22)  # steps in the alphabet from a word to others of its length
_FEWEST = 3  # letters of a word that is compared
_LIKE, _USUAL = 0.6, 0.25  # likeness that words seldom have which are not there, and that of other words
_FIT = 0.12  # of a line, of a layer: about 0 where they are not true, and 0.2 to 0.7 where they are
_LEGIBLE = 0.4  # of the other lines: a picture in which they fit less well is too faint to tell lines apart
_STRETCH, _FREE = 0.3, 0.1  # how much a width by its height weighs, and what of its logarithm does not
_LEAST_INK = 60.0  # of 255: the contrast of letters in a scan
_SPACE = 0.18  # of a word's height: a gap that is wider parts words
_REACH = 1.2  # of its height: how far beside its place a word is looked for
_ROOMY = 0.05  # of its height: above and below
_MARKS = re.compile(r"^[\W_]+|[\W_]+$")
_ADDRESS = re.compile(r"[@/_]|\w\.\w")
_WIDTHS = (0.65, 1.5)  # by that of the layer's word
_MOST_PIECES = 3  # of ink that may be one word
_FEWEST_WORDS, _FEWEST_LETTERS, _FEWEST_OF_LAYER = 3, 18, 12  # of a line that can be told, of it and of a layer
_MOST_WORDS = 1000  # of a page that are compared


class Row(NamedTuple):
    """Words of a layer by their index, and the grey picture of their place: it begins at `corner`, in pixels of the
    page.
    """

    picture: Picture
    corner: tuple[float, float]
    words: Mapping[int, Word]


class _Look(NamedTuple):
    """Ink brought to one size, and the logarithm of its width by its height."""

    shape: Picture
    stretch: float


class _Line(NamedTuple):
    """Words of a line by index; how many of them were compared, and their letters; how much more they are like what is
    printed than other words would be, summed over letters.
    """

    words: list[int]
    compared: int
    letters: int
    fit: float

    def is_another(self) -> bool:
        """Whether another line is printed in its place. Names and headings may be set in letters that no known font is
        like, so that short lines do not tell.
        """
        return self.compared >= _FEWEST_WORDS and self.letters >= _FEWEST_LETTERS and self.fit < _FIT * self.letters


def untrue(rows: Iterable[Row], scale: float) -> set[int]:
    """The words of a page's layer, by index, that the picture of the page does not show. Pictures have `scale` pixels a
    point.

    A word alone does not tell, for its letters may be like those of no known font: lines of several words do, and the
    whole layer where most of it does not fit.
    """
    rows = list(rows)
    every = ceil(sum(len(row.words) for row in rows) / _MOST_WORDS)
    lines = [line for row in rows for line in _compared(row, scale, every)]
    if _letters(lines) < _FEWEST_OF_LAYER or _mean_fit(lines) >= _FIT:
        others = [line for line in lines if line.is_another()]
        true = [line for line in lines if line not in others]
        lines = others if _mean_fit(true) >= _LEGIBLE else []
    return {index for line in lines for index in line.words}


def _letters(lines: Iterable[_Line]) -> int:
    return sum(line.letters for line in lines)


def _mean_fit(lines: Sequence[_Line]) -> float:
    """How much lines fit for each of their letters."""
    return sum(line.fit for line in lines) / max(1, _letters(lines))


def _compared(row: Row, scale: float, every: int) -> Iterator[_Line]:
    """The lines of a row. Of each only one word of so many is compared."""
    for line in _lines(row.words):
        said = [(row.words[index], text) for index in line[::every] if _can_tell(text := _plain(row.words[index].text))]
        fit = sum(len(text) * _fit(row, word, text, scale) for word, text in said)
        yield _Line(line, len(said), sum(len(text) for _, text in said), fit)


def _lines(words: Mapping[int, Word]) -> Iterator[list[int]]:
    """The words of a row by line, by index: those whose feet stand at one height."""
    foot = 0.0

    def line_of(index: int) -> float:
        nonlocal foot
        word = words[index]
        if abs(word.bottom - foot) > word.height / 2:
            foot = word.bottom
        return foot

    for _, line in groupby(sorted(words, key=lambda index: words[index].bottom), line_of):
        yield list(line)


def _plain(text: str) -> str:
    """A word without accents and without marks at its ends; empty where it has letters of another script."""
    bare = "".join(letter for letter in normalize("NFKD", text) if not combining(letter))
    if any(letter.isalnum() and letter not in LETTERS for letter in bare):
        return ""
    return _MARKS.sub("", bare)


def _can_tell(text: str) -> bool:
    """Whether a word is long enough, and no address; digits are all of one size and tell little."""
    return sum(map(str.isalpha, text)) >= _FEWEST and not _ADDRESS.search(text)


def _ink(picture: Picture) -> Picture | None:
    """How much each pixel differs from the ground, 0 to 1; None where nothing does."""
    import numpy

    ink: Picture = abs(picture.astype("float32") - numpy.float32(numpy.median(picture)))
    most = float(numpy.percentile(ink, 99.5)) if ink.size else 0.0
    return numpy.minimum(ink / most, 1) if most >= _LEAST_INK else None


def _fit(row: Row, word: Word, said: str, scale: float) -> float:
    """How much more the ink near a word's place looks like it than like other words of its length."""
    looks = [_look(piece, len(said)) for piece in _pieces(row, word, scale)]
    if not looks:
        return 0.0
    own = _likeness(looks, said)
    if own >= _LIKE:
        return own - _USUAL
    others = [_likeness(looks, other) for other in _others(said)]
    return own - sum(others) / len(others)


def _pieces(row: Row, word: Word, scale: float) -> Iterator[Picture]:
    """The pieces of ink near a word's place that are about as wide as it, and its very place."""
    import numpy

    height, wide = word.height * scale, (word.x1 - word.x0) * scale
    top = word.top * scale - row.corner[1]
    rows = slice(max(0, round(top - _ROOMY * height)), max(0, round(top + (1 + _ROOMY) * height)))
    x0 = word.x0 * scale - row.corner[0]
    begin = max(0, round(x0 - _REACH * height))
    band = _ink(row.picture[rows, begin : max(0, round(x0 + wide + _REACH * height))])
    if band is None:
        return
    edges = numpy.flatnonzero(numpy.diff((band > 0.5).any(axis=0).astype("int8"), prepend=0, append=0)).reshape(-1, 2)
    if not len(edges) or wide <= 0:
        return
    parted = numpy.flatnonzero(edges[1:, 0] - edges[:-1, 1] >= _SPACE * height)
    starts, ends = edges[[0, *(parted + 1)], 0].tolist(), edges[[*parted, len(edges) - 1], 1].tolist()
    spans = [(start, end) for i, start in enumerate(starts) for end in ends[i : i + _MOST_PIECES]]
    for start, end in [*spans, (max(0, round(x0 - begin)), round(x0 - begin + wide))]:
        if _WIDTHS[0] * wide < end - start < _WIDTHS[1] * wide:
            piece = _trimmed(band[:, start:end])
            if piece is not None:
                yield piece


def _trimmed(ink: Picture) -> Picture | None:
    """The ink without the white around it; None where there is none."""
    import numpy

    dark = ink > 0.5
    rows, columns = (numpy.flatnonzero(dark.any(axis=axis)) for axis in (1, 0))
    if not len(rows):
        return None
    return ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


def _look(ink: Picture, letters: int) -> _Look:
    import numpy
    from PIL import Image, ImageFilter

    size = (_WIDE * letters, _HIGH)
    small = Image.fromarray((255 * ink).astype("uint8")).resize(size, Image.Resampling.BOX)
    shape = numpy.asarray(small.filter(ImageFilter.GaussianBlur(1)), "float32").ravel()
    shape = shape - shape.mean()
    return _Look(shape / max(1.0, float((shape**2).sum() ** 0.5)), float(numpy.log(ink.shape[1] / ink.shape[0])))


def _likeness(looks: Iterable[_Look], text: str) -> float:
    """How much the likest of these looks is like a text in the likest font, 1 at most."""
    known = _printed(text)
    return max(
        (
            float(one.shape @ other.shape) - _STRETCH * max(0.0, abs(one.stretch - other.stretch) - _FREE)
            for one in looks
            for other in known
        ),
        default=0.0,
    )


def _others(text: str) -> list[str]:
    """Words of the same length with other letters, about as common."""
    return ["".join(_moved(letter, steps) for letter in text) for steps in _OTHERS]


def _moved(letter: str, steps: int) -> str:
    if letter.isdigit():
        return str((int(letter) + steps) % 10)
    place = _ALPHABET.find(letter.lower())
    if place < 0:
        return letter
    other = _ALPHABET[(place + steps) % len(_ALPHABET)]
    return other.upper() if letter.isupper() else other


@lru_cache(maxsize=5000)
def _printed(text: str) -> Sequence[_Look]:
    """How a text looks in known fonts."""
    import numpy

    found = []
    for name in _FONTS:
        glyphs = _glyphs(name)
        drawn = [glyphs[letter] for letter in text if letter in glyphs]
        step = round(_STEP * _SCALE)
        canvas = numpy.zeros((round(2 * _STEP * _SCALE), sum(width for _, width in drawn) + step), "float32")
        right = 0
        for glyph, width in drawn:
            place = canvas[:, right : right + step]
            numpy.maximum(place, glyph, out=place)
            right += width
        ink = _trimmed(canvas)
        if ink is not None:
            found.append(_look(ink, len(text)))
    return found


@cache
def _glyphs(name: str) -> Mapping[str, tuple[Picture, int]]:
    """The picture of each character of a font that every reader of PDF has, and how far the next one stands from it, in
    pixels.
    """
    document = pdfium.PdfDocument.new()
    page = standard_page(document, name, _CHARACTERS, _STEP)
    drawn = page.render(scale=_SCALE, grayscale=True).to_numpy()
    ink = 1 - drawn.reshape(drawn.shape[:2]).astype("float32") / _WHITE
    font = pdfium_c.FPDFText_LoadStandardFont(document.raw, name.encode())
    found, width, step = {}, ctypes.c_float(), round(_STEP * _SCALE)
    for place, letter in enumerate(_CHARACTERS, start=1):
        pdfium_c.FPDFFont_GetGlyphWidth(font, ord(letter), _SIZE, width)
        begin = step * place - step // 4
        found[letter] = ink[:, begin : begin + step], round(width.value * _SCALE)
    pdfium_c.FPDFFont_Close(font)
    document.close()
    return found
