"""The letters that a font of a page is said to print → whether it prints other letters.

A PDF says for each font which letter a glyph is. Programs that copy or read text believe it, but people see the glyph.
Widths are compared first, because that is cheap: where letters are as wide as in other fonts (a narrow i, a broad m),
the font is honest. Otherwise the page is rendered, and its glyphs are compared with those of known fonts.
"""

from __future__ import annotations

import ctypes
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from statistics import correlation
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from gapcheck.documents.pdf.glyph_pictures import LETTERS, glyph_at, likest

_MOST_LETTERS = 12  # of a font that are looked at
_FEWEST, _ENOUGH_SIGNS = 2, 5  # letters; letters and digits: fewer may be bullets, icons and drawn grades
_ALIKE, _SAME_WIDTH = 0.6, 0.02  # correlation of widths; of the broadest letter
_BEST = 4  # places among all letters: a known letter in another face comes out there
_ENOUGH = 5  # true letters end the search
_TRUE = 0.4  # of the letters of a font: more in any honest one, fewer in one that lies


class LetterPlace(NamedTuple):
    """Where a letter stands: its index in the text of the page, and its size in points."""

    first: int
    size: float


def sample(words: Iterable[tuple[LetterPlace, str]]) -> dict[str, LetterPlace]:
    """Some different letters of a font's words, given with the place of their first letter, and where each stands."""
    found: dict[str, LetterPlace] = {}
    for (first, size), word in words:
        for place, letter in enumerate(word, start=first):
            if letter in LETTERS and letter not in found:
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
        glyph = glyph_at(page, text, place.first)
        if glyph is not None:
            seen += 1
            true += letter.lower() in likest(glyph)[:_BEST]
            if true >= _ENOUGH:
                return False
    return seen >= _FEWEST and true < _TRUE * seen


@cache
def _known_widths() -> tuple[Mapping[str, float], ...]:
    """For a font without serifs and for one with them, the width of each letter, as a share of the font size."""
    document = pdfium.PdfDocument.new()
    found = []
    for name in ("Helvetica", "Times-Roman"):
        font = pdfium_c.FPDFText_LoadStandardFont(document.raw, name.encode())
        widths, width = {}, ctypes.c_float()
        for letter in LETTERS:
            pdfium_c.FPDFFont_GetGlyphWidth(font, ord(letter), 1.0, width)
            widths[letter] = width.value
        found.append(widths)
        pdfium_c.FPDFFont_Close(font)
    document.close()
    return tuple(found)
