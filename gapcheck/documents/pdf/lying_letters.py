"""The words of a page → those in which a letter is printed as another one than the file says.

A font may say the truth of most of its letters and lie of a few: the page shows "Excel", its text says "Keras". Boxes
of glyphs are compared first, because that is cheap. In one face a letter has boxes of one shape, so that a letter that
has two is doubtful, and so are those of a font of few letters, a capital that only ever stands alone, and a glyph that
stands for several letters. Doubtful glyphs are looked at, and compared with those of known fonts.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice, repeat
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from gapcheck.documents.pdf.glyph_pictures import LETTERS, glyph_at, other_than, standard_page

if TYPE_CHECKING:
    import numpy

    Array = numpy.ndarray[Any, Any]

_SAME_SHAPE = (
    0.012  # between the logarithms of the width by the height of a box: small capitals have that of large ones
)
_THINNEST = 0.001  # of the font size
_FEW, _TOO_FEW = 12, 6  # letters and digits of a font: so many do not tell, and of so many not even their boxes do
_ALIKE = 0.85  # correlation of the sides of boxes
_STEP = 20.0  # points between known letters
_COMMON = 12  # places of a box that most of a letter have: that of the letter itself
_PLACES = 3  # of a doubtful letter that are looked at: each must be another
_MOST_LOOKS = 200  # on a page
_LIKE_MARKS = frozenset("0ox")  # what a digit that stands for a drawn grade looks like
_SUBSET = re.compile(r"[A-Z]{6}\+")  # PDF 32000-1, 9.6.4: before the name of a font that holds some glyphs only


class Spot(NamedTuple):
    """Where a word stands in the text of a page, first and last character, and how it is set: the key and the name of
    its font, its size in points and how much it is stretched.
    """

    first: int
    last: int
    font: bytes
    face: str
    size: float
    stretch: float


def lying_words(page: pdfium.PdfPage, text: Any, content: str, spots: Sequence[Spot]) -> set[int]:
    """The words of a page, by their index in `spots`, of which a letter is surely printed as another one.

    `text` is the handle of the page's text, `content` that text. A word that stands several times in one font is looked
    at once; only where a letter lies, all words are looked at.
    """
    different = {(spot.font, content[spot.first : spot.last + 1]): spot for spot in reversed(spots)}
    return _lying(page, text, content, spots) if _lying(page, text, content, list(different.values())) else set()


def _lying(page: pdfium.PdfPage, text: Any, content: str, spots: Sequence[Spot]) -> set[int]:
    """The same, where all words are looked at."""
    import numpy

    if not spots:
        return set()
    firsts, lasts = numpy.array([spot[:2] for spot in spots]).T
    lengths = lasts - firsts + 1
    owners = numpy.repeat(numpy.arange(len(spots)), lengths)
    where = numpy.arange(len(owners)) + (firsts - lengths.cumsum() + lengths)[owners]
    codes = numpy.frombuffer(content.encode("utf-32-le", "surrogatepass"), "uint32")[where]
    places: list[int] = where.tolist()
    doubts = _Doubts(spots, where, owners, codes, _boxes(text, places))
    looks = 0
    found: set[int] = set()
    for said, rows in doubts.groups(content):
        looks += _PLACES
        if looks > _MOST_LOOKS:
            break
        if _is_other(page, text, said, [places[row] for row in rows[:_PLACES]]):
            found.update(doubts.owners[rows].tolist())
    return found


class _Doubts:
    """The characters of words: where each stands in the page's text, to which word it belongs, its code and box."""

    def __init__(self, spots: Sequence[Spot], places: Array, owners: Array, codes: Array, boxes: Array) -> None:
        import numpy

        self._places, self._codes, self._boxes = places, codes, boxes
        self.owners = owners
        fonts, faces = _Numbers(), _Numbers()
        named = {spot.font: spot.face for spot in spots}
        of_fonts = {font: (fonts[font], faces[_SUBSET.sub("", face) or font]) for font, face in named.items()}
        self._fonts, self._faces = numpy.array([of_fonts[spot.font] for spot in spots]).T
        sizes = numpy.array([(spot.size * spot.stretch, spot.size) for spot in spots])
        self._sizes = numpy.maximum(sizes, _THINNEST)
        same = (boxes[1:] == boxes[:-1]).all(axis=1) & (owners[1:] == owners[:-1])
        self._goes_on = numpy.append(False, same)  # drawn by the glyph of the character before it
        self._is_first = numpy.append(same, False) & ~self._goes_on

    def groups(self, content: str) -> Iterator[tuple[str, Array]]:
        """What doubtful glyphs are said to be, and the characters by index that are drawn by the same one."""
        yield from self._of_several(content)
        yield from self._of_two_boxes_or_few()

    def _of_several(self, content: str) -> Iterator[tuple[str, Array]]:
        """Glyphs that stand for several letters."""
        import numpy

        found: dict[tuple[int, str], list[int]] = {}
        for row in numpy.flatnonzero(self._is_first).tolist():
            end = row + 1
            while end < len(self._goes_on) and self._goes_on[end]:
                end += 1
            said = content[self._places[row] : self._places[end - 1] + 1]
            if all(letter in LETTERS for letter in said):
                found.setdefault((self._fonts[self.owners[row]], said), []).append(row)
        for (_, said), rows in found.items():
            yield said, numpy.array(rows)

    def _of_two_boxes_or_few(self) -> Iterator[tuple[str, Array]]:
        """Letters of a face that have more than one box, each box by itself, and all of fonts of few letters."""
        import numpy

        rows = numpy.flatnonzero(~(self._goes_on | self._is_first) & _is_letter()[numpy.minimum(self._codes, 127)])
        if not len(rows):
            return
        owners, boxes, codes = self.owners[rows], self._boxes[rows], self._codes[rows].astype("int64")
        fonts = self._fonts[owners]
        sides = (boxes[:, 2:] - boxes[:, :2]) / self._sizes[owners]
        kinds = self._faces[owners] * 128 + codes
        alone = (codes >= ord("A")) & (codes <= ord("Z")) & (numpy.bincount(owners)[owners] == 1)
        few = _are_few(fonts, codes, sides)
        shapes = numpy.log(numpy.maximum(sides[:, 0], _THINNEST) / numpy.maximum(sides[:, 1], _THINNEST))
        order = kinds.argsort(kind="stable")
        edges = numpy.flatnonzero(numpy.append(True, numpy.diff(kinds[order]) != 0))
        ends = numpy.append(edges[1:], len(rows))
        ordered = shapes[order]
        has_two = numpy.maximum.reduceat(ordered, edges) - numpy.minimum.reduceat(ordered, edges) > _SAME_SHAPE
        others = numpy.maximum.reduceat(few[order], edges) | numpy.minimum.reduceat(alone[order], edges)
        for place in numpy.flatnonzero(has_two | others).tolist():
            here = order[edges[place] : ends[place]]
            if not has_two[place]:
                yield chr(codes[here[0]]), rows[here]
                continue
            parts = numpy.unique(numpy.round(shapes[here] / _SAME_SHAPE), return_inverse=True)[1]
            counts = numpy.bincount(parts)
            for part, count in enumerate(counts.tolist()):
                if others[place] or count < _COMMON or 2 * count < len(here):
                    yield chr(codes[here[0]]), rows[here[parts == part]]


def _is_other(page: pdfium.PdfPage, text: Any, said: str, places: Iterable[int]) -> bool:
    """Whether the glyph that these places of a page's text show is another letter than it is said to be."""
    seen = False
    for place in places:
        glyph = glyph_at(page, text, place)
        if glyph is not None:
            other = other_than(glyph, said)
            if not other or (said.isdigit() and other in _LIKE_MARKS):
                return False
            seen = True
    return seen


class _Numbers(dict[object, int]):
    """A number for each key, in the order in which they are asked for."""

    def __missing__(self, key: object) -> int:
        self[key] = len(self)
        return self[key]


@cache
def _is_letter() -> Array:
    """Whether each character of ASCII is a letter or digit."""
    import numpy

    return numpy.array([chr(code) in LETTERS for code in range(128)])


def _are_few(fonts: Array, codes: Array, sides: Array) -> Array:
    """Whether each letter, given with its font, code and the sides of its box, belongs to a font of few, the boxes of
    which do not show that it says the truth.
    """
    import numpy

    used = numpy.bincount(fonts * 128 + codes, minlength=128 * (fonts.max() + 1)).reshape(-1, 128) > 0
    counts = used.sum(axis=1)
    doubtful = counts <= _FEW
    for font in numpy.flatnonzero((counts > _TOO_FEW) & doubtful):
        own = numpy.flatnonzero(fonts == font)
        own = own[numpy.unique(codes[own], return_index=True)[1]]
        doubtful[font] = not _fit(codes[own], sides[own])
    few: Array = doubtful[fonts]
    return few


def _fit(codes: Array, sides: Array) -> bool:
    """Whether the boxes of some letters are as wide and as high as in a known font, up to a factor."""
    import numpy

    places = [LETTERS.index(chr(code)) for code in codes]
    for known in _known_sides():
        own = numpy.vstack([sides.T, known[places].T])
        own = own - own.mean(axis=1, keepdims=True)
        spread = numpy.sqrt((own**2).sum(axis=1))
        if spread.min() > 0 and ((own[:2] * own[2:]).sum(axis=1) > _ALIKE * spread[:2] * spread[2:]).all():
            return True
    return False


@cache
def _known_sides() -> tuple[Array, ...]:
    """The width and the height of the box of each letter in known fonts."""
    found = []
    for name in ("Helvetica", "Times-Roman", "Times-Bold"):
        document = pdfium.PdfDocument.new()
        text = standard_page(document, name, LETTERS, _STEP).get_textpage()
        content = text.get_text_range()
        boxes = _boxes(text.raw, [content.index(letter) for letter in LETTERS])
        found.append(boxes[:, 2:] - boxes[:, :2])
        document.close()
    return tuple(found)


_char_box = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, *[ctypes.c_void_p] * 4)(
    ctypes.cast(pdfium_c.FPDFText_GetCharBox, ctypes.c_void_p).value or 0
)


def _boxes(text: Any, places: Sequence[int]) -> Array:
    """Left, bottom, right and top of the glyphs at places of a page's text, in points of an unturned page: read without
    a step of Python for each.
    """
    import numpy

    boxes = numpy.zeros((len(places), 4))
    start, step = boxes.ctypes.data, boxes.itemsize
    end = start + boxes.nbytes
    left, bottom, right, top = (range(start + edge * step, end, 4 * step) for edge in range(4))
    handle = ctypes.cast(text, ctypes.c_void_p).value
    for _ in islice(map(_char_box, repeat(handle), places, left, right, bottom, top), len(places)):
        pass
    return boxes
