"""The words of a page → those in which a letter is printed as another one than the file says.

A font may say the truth of most of its letters and lie of a few: the page shows "Excel", its text says "Keras". Boxes
of glyphs are compared first, because that is cheap: in one face a letter has one box, so that a letter that has two is
doubtful, and so are those of a font of few letters, a capital that only ever stands alone, and a glyph that stands for
several. The glyphs of doubtful
letters are looked at, and compared with those of known fonts.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, islice, repeat
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from gapcheck.documents.pdf.glyph_pictures import LETTERS, glyph_at, other_than, standard_page

if TYPE_CHECKING:
    import numpy

    Array = numpy.ndarray[Any, Any]

_SAME_BOX = 0.004  # of the font size
_FEW, _TOO_FEW = 12, 6  # letters and digits of a font: so many do not tell, and of so many not even their boxes do
_ALIKE = 0.85  # correlation of the sides of boxes
_STEP = 20.0  # points between known letters
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

    `text` is the handle of the page's text, `content` that text.
    """
    import numpy

    if not spots:
        return set()
    lengths = [spot.last - spot.first + 1 for spot in spots]
    places = list(chain.from_iterable(range(spot.first, spot.last + 1) for spot in spots))
    codes = numpy.frombuffer(content.encode("utf-32-le", "surrogatepass"), "uint32")[places]
    boxes = _boxes(text, places)
    doubts = _Doubts(spots, numpy.array(places), numpy.repeat(numpy.arange(len(spots)), lengths), codes, boxes)
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
    """The characters of some words: where each stands in the page's text, to which word it belongs, its code and box."""

    def __init__(self, spots: Sequence[Spot], places: Array, owners: Array, codes: Array, boxes: Array) -> None:
        import numpy

        self._spots, self._places, self._codes, self._boxes = spots, places, codes, boxes
        self.owners = owners
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

        found: dict[tuple[bytes, str], list[int]] = {}
        for row in numpy.flatnonzero(self._is_first).tolist():
            end = row + 1
            while end < len(self._goes_on) and self._goes_on[end]:
                end += 1
            said = content[self._places[row] : self._places[end - 1] + 1]
            if all(letter in LETTERS for letter in said):
                found.setdefault((self._spots[self.owners[row]].font, said), []).append(row)
        for (_, said), rows in found.items():
            yield said, numpy.array(rows)

    def _of_two_boxes_or_few(self) -> Iterator[tuple[str, Array]]:
        """Letters of a face that have more than one box, each box by itself, and all of fonts of few letters."""
        import numpy

        is_letter = numpy.zeros(128, bool)
        is_letter[[ord(letter) for letter in LETTERS]] = True
        single = ~self._goes_on & ~self._is_first
        rows = numpy.flatnonzero(single & is_letter[numpy.minimum(self._codes, 127)])
        if not len(rows):
            return
        fonts, faces = _numbers(spot.font for spot in self._spots), _numbers(_face(spot) for spot in self._spots)
        sizes = numpy.array([(spot.size * spot.stretch, spot.size) for spot in self._spots])
        owners, boxes = self.owners[rows], self._boxes[rows]
        sides = (boxes[:, 2:] - boxes[:, :2]) / sizes[owners]
        is_capital = (self._codes[rows] >= ord("A")) & (self._codes[rows] <= ord("Z"))
        kinds = faces[owners].astype("int64") * 128 + self._codes[rows]
        alone = is_capital & (numpy.bincount(owners)[owners] == 1)
        few = _are_few(fonts[owners], self._codes[rows], sides)
        order = kinds.argsort(kind="stable")
        edges = numpy.flatnonzero(numpy.append(True, numpy.diff(kinds[order]) != 0))
        spread = numpy.maximum.reduceat(sides[order], edges) - numpy.minimum.reduceat(sides[order], edges)
        doubtful = (spread > _SAME_BOX).any(axis=1) | numpy.maximum.reduceat(few[order], edges)
        doubtful |= numpy.minimum.reduceat(alone[order], edges)
        for one, other, doubt in zip(edges, [*edges[1:], len(rows)], doubtful, strict=True):
            if doubt:
                here = order[one:other]
                parts = numpy.unique(numpy.round(sides[here] / _SAME_BOX), axis=0, return_inverse=True)[1].ravel()
                for part in range(parts.max() + 1):
                    yield chr(self._codes[rows[here[0]]]), rows[here[parts == part]]


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


def _face(spot: Spot) -> str | bytes:
    return _SUBSET.sub("", spot.face) or spot.font


def _numbers(keys: Iterable[object]) -> Array:
    """A number for each key, the same for the same one."""
    import numpy

    known: dict[object, int] = {}
    return numpy.array([known.setdefault(key, len(known)) for key in keys])


def _are_few(fonts: Array, codes: Array, sides: Array) -> Array:
    """Whether each letter, given with its font, code and the sides of its box, belongs to a font of few, the boxes of
    which do not show that it says the truth.
    """
    import numpy

    kinds, firsts = numpy.unique(fonts * 128 + codes.astype("int64"), return_index=True)
    counts = numpy.bincount(kinds // 128)
    doubtful = counts <= _FEW
    for font in numpy.flatnonzero((counts > _TOO_FEW) & doubtful):
        own = firsts[kinds // 128 == font]
        doubtful[font] = not _fit(codes[own] , sides[own])
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
    """The width and the height of the box of each letter, for a font without serifs and for one with them, thin and bold."""
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
