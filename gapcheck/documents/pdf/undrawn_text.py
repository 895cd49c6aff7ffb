"""Text that a PDF holds and a page does not show: layers that are off, clipped text, text under a picture, and words
that stand in for the printed ones. PDFium extracts all of it.

Where the objects of a page do not tell, a picture of it does: text that changes nothing on it when it is left out is
text that nobody has seen.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from gapcheck.documents.model import Word

if TYPE_CHECKING:
    import numpy

    Picture = numpy.ndarray[Any, Any]

_LEAST_CHANGE = 30  # of 255 in any channel: the difference that still reads as one colour, as for text on its ground
_MOST_PIXELS = 4_000_000  # of a picture of the page; larger pages are drawn smaller
_LONGEST_LIGATURE = 3  # letters; text that stands in for more is words
_LAYER = "OC"  # PDF 32000-1, 8.11.3: optional content
_NAME_BYTES = 64


class Marks:
    """What marks say of text: whether it stands in a layer, and whether other words stand in for it (`ActualText`)."""

    def __init__(self) -> None:
        self._name = (ctypes.c_ushort * (_NAME_BYTES // 2))()
        self._length = ctypes.c_ulong()

    def are_of_layer(self, text: Any) -> bool:
        """Whether the text belongs to a layer, which may be off."""
        return any(self._name_of(mark) == _LAYER for mark in _marks(text))

    def replace(self, text: Any) -> bool:
        """Whether other words than ligatures and hyphens stand in for the text."""
        return any(self._bytes_instead(mark) > 2 * _LONGEST_LIGATURE + 2 for mark in _marks(text))

    def _name_of(self, mark: Any) -> str:
        found = pdfium_c.FPDFPageObjMark_GetName(mark, self._name, _NAME_BYTES, self._length)
        if not found or self._length.value > _NAME_BYTES:  # a longer name is not written at all
            return ""
        return bytes(self._name)[: self._length.value].decode("utf-16-le", "replace").rstrip("\0")

    def _bytes_instead(self, mark: Any) -> int:
        found = pdfium_c.FPDFPageObjMark_GetParamStringValue(mark, b"ActualText", None, 0, self._length)
        return self._length.value if found else 0


def drop_replacements(texts: Iterable[Any]) -> None:
    """Takes away what stands in for texts, so that a new text page gives what is printed."""
    marks = Marks()
    for text in texts:
        if marks.replace(text):
            for mark in reversed(_marks(text)):
                pdfium_c.FPDFPageObj_RemoveMark(text, mark)


def without_unprinted(words: Sequence[Word], replaced: Collection[int], printed: str) -> list[Word]:
    """The words, those hidden among the `replaced` (by index) of which nothing is printed. `printed` are the letters of
    the page.
    """
    return [
        word._replace(hidden=True) if index in replaced and not _is_printed(word.text, printed) else word
        for index, word in enumerate(words)
    ]


def without_undrawn(page: pdfium.PdfPage, words: Sequence[Word], doubtful: Mapping[int, Any]) -> list[Word]:
    """The words of a page, those hidden that change nothing on it. `doubtful` are text objects by the index of their
    word; they are gone from the page afterwards.
    """
    width, height = page.get_size()
    scale = min(1.0, (_MOST_PIXELS / max(1.0, width * height)) ** 0.5)
    before = _picture(page, scale)
    for text in doubtful.values():
        pdfium_c.FPDFTextObj_SetTextRenderMode(text, pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE)
    after = _picture(page, scale)
    changed: Picture = (abs(before - after) > _LEAST_CHANGE).max(axis=2)
    return [
        word._replace(hidden=True) if index in doubtful and not _part(changed, word, scale).any() else word
        for index, word in enumerate(words)
    ]


def letters_of(text: str) -> str:
    """The letters and digits alone, in lower case."""
    return re.sub(r"[\W_]+", "", text).lower()


def _marks(text: Any) -> list[Any]:
    return [pdfium_c.FPDFPageObj_GetMark(text, index) for index in range(pdfium_c.FPDFPageObj_CountMarks(text))]


def _is_printed(text: str, printed: str) -> bool:
    """Whether a part of the text stands among the letters; what has no letters does."""
    parts = re.findall(r"[^\W_]{2,}", text.lower())
    return not parts or any(part in printed for part in parts)


def _picture(page: pdfium.PdfPage, scale: float) -> Picture:
    return page.render(scale=scale).to_numpy()[:, :, :3].astype("int16")  # type: ignore[no-any-return]


def _part(picture: Picture, word: Word, scale: float) -> Picture:
    """The pixels of a word."""
    top, bottom = max(0, int(word.top * scale)), max(0, int(word.bottom * scale)) + 1
    left, right = max(0, int(word.x0 * scale)), max(0, int(word.x1 * scale)) + 1
    return picture[top:bottom, left:right]
