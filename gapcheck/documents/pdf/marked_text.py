"""The marks of a PDF on a piece of text → whether the text is part of a layer, and whether the file gives other words
for it (`ActualText`) than are printed. PDFium extracts these other words.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Collection, Iterable, Sequence
from typing import Any

import pypdfium2.raw as pdfium_c

from gapcheck.documents.model import Word
from gapcheck.documents.pdf.objects import direct

_LONGEST_LIGATURE = 3  # letters; text that stands in for more is words
_LAYER = "OC"  # PDF 32000-1, 8.11.3: optional content
_NAME_BYTES = 64
_ROOM, _NONE = ctypes.c_ulong(_NAME_BYTES), ctypes.c_ulong(0)

_count_marks = direct(pdfium_c.FPDFPageObj_CountMarks)
_mark = direct(pdfium_c.FPDFPageObj_GetMark)
_name = direct(pdfium_c.FPDFPageObjMark_GetName)
_text_value = direct(pdfium_c.FPDFPageObjMark_GetParamStringValue)


class Marks:
    """Reads the marks of text objects."""

    def __init__(self) -> None:
        self._name = (ctypes.c_ushort * (_NAME_BYTES // 2))()
        self._length = ctypes.c_ulong()
        self._to_name, self._to_length = ctypes.byref(self._name), ctypes.byref(self._length)

    def are_of_layer(self, text: Any) -> bool:
        """Whether the text belongs to a layer, which may be off."""
        return any(self._name_of(mark) == _LAYER for mark in _marks(text))

    def replace(self, text: Any) -> bool:
        """Whether other words than ligatures and hyphens stand in for the text."""
        return any(self._bytes_instead(mark) > 2 * _LONGEST_LIGATURE + 2 for mark in _marks(text))

    def _name_of(self, mark: Any) -> str:
        found = _name(mark, self._to_name, _ROOM, self._to_length)
        if not found or self._length.value > _NAME_BYTES:  # a longer name is not written at all
            return ""
        return bytes(self._name)[: self._length.value].decode("utf-16-le", "replace").rstrip("\0")

    def _bytes_instead(self, mark: Any) -> int:
        found = _text_value(mark, b"ActualText", None, _NONE, self._to_length)
        return self._length.value if found else 0


def drop_replacements(texts: Iterable[Any]) -> None:
    """Removes the words that the file gives instead of what is printed, so that a new text page gives
    what is printed.
    """
    marks = Marks()
    for text in texts:
        if marks.replace(text):
            for mark in reversed(_marks(text)):
                pdfium_c.FPDFPageObj_RemoveMark(text, mark)


def without_unprinted(words: Sequence[Word], replaced: Collection[int], printed: str) -> list[Word]:
    """The words, those of the `replaced` ones (by index) marked as hidden of which no part is printed. `printed` are
    the letters on the page.
    """
    return [
        word._replace(hidden=True) if index in replaced and not _is_printed(word.text, printed) else word
        for index, word in enumerate(words)
    ]


def _marks(text: Any) -> list[Any]:
    return [_mark(text, ctypes.c_ulong(index)) for index in range(_count_marks(text))]


def _is_printed(text: str, printed: str) -> bool:
    """Whether a part of the text is printed; text without letters counts as printed."""
    parts = re.findall(r"[^\W_]{2,}", text.lower())
    return not parts or any(part in printed for part in parts)
