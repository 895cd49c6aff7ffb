"""The picture of a page, with its text and without → which doubtful words a person sees.

Where the objects of a page do not tell, a picture of it does: text that changes nothing on it when it is left out is
text that nobody has seen. It costs some renderings of the page, and only pages with doubtful words pay.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from gapcheck.documents.model import Word

if TYPE_CHECKING:
    import numpy

    Picture = numpy.ndarray[Any, Any]

_SCALE = 2.0  # pixels a point: thin letters keep their colour
_MOST_PIXELS = 4_000_000  # of a picture of the page; larger pages are drawn smaller
_LEAST_CHANGE = 30  # of 255 in any channel: the difference that still reads as one colour
_LEAST_LETTERS = 0.6  # of the letters of a word have to be seen
_INNER = (0.25, 0.8)  # of a word's height from above: where its letters are, and not those of the next lines
_LEAST_INK = 60  # of 255: the contrast of letters in a scan
_GAP_INK = 0.5  # of the ink of words: the picture below a text layer has less between its words
_GAPS = (0.15, 1.5)  # of the size: spaces between words
_MOST_LAYERS = 4  # so many words in one place are looked at one by one
_SAME_PLACE, _SAME_ROW = 0.5, 0.35  # of the narrower word's width, of the height


@dataclass(frozen=True, slots=True)
class Doubt:
    """A word that may not be seen: the text objects that draw it, and whether they leave ink by themselves."""

    texts: tuple[Any, ...]
    drawn: bool = True


def piles(words: Sequence[Word]) -> list[tuple[int, ...]]:
    """The words that are printed over each other, by index, if not all of them say the same."""
    rows = sorted(
        (round((word.top + word.bottom) / 8), word.x0, index)
        for index, word in enumerate(words)
        if not word.hidden and len(word.text) > 2
    )
    found: list[list[int]] = []
    for (row, _, last), (next_row, _, index) in zip(rows, rows[1:], strict=False):
        if row == next_row and _overlap(words[last], words[index]):
            if found and found[-1][-1] == last:
                found[-1].append(index)
            else:
                found.append([last, index])
    return [tuple(pile) for pile in found if len({letters_of(words[index].text) for index in pile}) > 1]


def without_unseen(
    page: pdfium.PdfPage,
    words: Sequence[Word],
    doubts: Mapping[int, Doubt],
    piled: Collection[tuple[int, ...]],
    texts: Iterable[Any],
) -> list[Word]:
    """The words of a page, those hidden that nobody sees on it. `doubts` are by the index of their word, and hold those
    of each pile; `texts` are all text objects of the page, which are gone from it afterwards.
    """
    look = _Look(page, texts)
    unseen = {index for index, doubt in doubts.items() if doubt.drawn and not look.shows(words[index])}
    undrawn = [index for index, doubt in doubts.items() if not doubt.drawn]
    unseen |= set(look.without_ink(words, undrawn))
    for pile in piled:
        unseen |= set(look.unread_in(pile, words, doubts))
    return [word._replace(hidden=True) if index in unseen else word for index, word in enumerate(words)]


class _Look:
    """Pictures of one page."""

    def __init__(self, page: pdfium.PdfPage, texts: Iterable[Any]) -> None:
        self._page = page
        width, height = page.get_size()
        self._scale = min(_SCALE, (_MOST_PIXELS / max(1.0, width * height)) ** 0.5)
        self._whole = self._picture()
        self._modes = {bytes(text): (text, pdfium_c.FPDFTextObj_GetTextRenderMode(text)) for text in texts}
        for text, _ in self._modes.values():
            _erase(text)
        self._ground = self._picture()
        self._changed = _differs(self._whole, self._ground)

    def shows(self, word: Word) -> bool:
        """Whether the page without its text lacks this word."""
        return self._is_written(self._changed, word)

    def without_ink(self, words: Sequence[Word], indices: Sequence[int]) -> list[int]:
        """Those of the undrawn words under which the page has no letters, as a scan has under its text layer."""
        if not indices:
            return []
        grey = self._ground.mean(axis=2)
        inked = {index: self._inked(grey, words[index]) for index in indices}
        written = [index for index in indices if self._is_inked(inked[index], words[index])]
        ink, between = [], []
        for one, other in zip(indices, indices[1:], strict=False):
            left, right = words[one], words[other]
            gap = right.x0 - left.x1
            if abs(left.bottom - right.bottom) < left.height / 2 and _GAPS[0] <= gap / max(left.height, 1) <= _GAPS[1]:
                space = left._replace(x0=left.x1 + gap / 4, x1=right.x0 - gap / 4)
                between.append(float(self._inked(grey, space, like=left).mean()))
                ink.append(float(inked[one].mean()))
        if ink and sum(between) > _GAP_INK * sum(ink):
            return list(indices)
        return sorted(set(indices) - set(written))

    def unread_in(self, pile: Sequence[int], words: Sequence[Word], doubts: Mapping[int, Doubt]) -> list[int]:
        """Those words of a pile that can't be read: all where two show that say different things."""
        if len(pile) > _MOST_LAYERS:
            return list(pile)
        seen = [index for index in pile if self._is_seen_alone(words[index], doubts[index].texts)]
        if len({letters_of(words[index].text) for index in seen}) > 1:
            return list(pile)
        return sorted(set(pile) - set(seen))

    def _is_seen_alone(self, word: Word, texts: Sequence[Any]) -> bool:
        """Whether the word differs from its ground, and would be missed on the page."""
        own = {bytes(text) for text in texts}
        self._restore(own)
        alone = self._picture()
        for text, _ in self._modes.values():
            _erase(text)
        if not self._is_written(_differs(alone, self._ground), word):
            return False
        self._restore(self._modes.keys() - own)
        rest = self._picture()
        for text, _ in self._modes.values():
            _erase(text)
        return self._is_written(_differs(self._whole, rest), word)

    def _restore(self, keys: Collection[bytes]) -> None:
        for key in keys:
            if key in self._modes:
                text, mode = self._modes[key]
                pdfium_c.FPDFTextObj_SetTextRenderMode(text, mode)

    def _picture(self) -> Picture:
        return self._page.render(scale=self._scale).to_numpy()[:, :, :3].astype("int16")  # type: ignore[no-any-return]

    def _is_written(self, ink: Picture, word: Word) -> bool:
        """Whether there is ink at most of the word's letters."""
        return self._is_inked(self._part(ink, word), word)

    def _is_inked(self, part: Picture, word: Word) -> bool:
        if not part.size:
            return False
        letters = len(letters_of(word.text))
        along = part.any(axis=1 if _stands(word) else 0)
        if letters < 2:
            return bool(along.any())
        step = len(along) / letters
        places = [along[int(step * place) : max(int(step * place) + 1, int(step * (place + 1)))] for place in range(letters)]
        return bool(sum(bool(place.any()) for place in places) >= _LEAST_LETTERS * letters)

    def _inked(self, grey: Picture, word: Word, like: Word | None = None) -> Picture:
        """The pixels that differ from the ground on which a word stands, or that of another word beside it."""
        part, standard = self._part(grey, word), self._part(grey, like or word)
        if not standard.size or standard.max() - standard.min() < _LEAST_INK:
            return part != part
        middle = (float(standard.max()) + float(standard.min())) / 2
        dark = part < middle
        return dark if (standard < middle).mean() < 0.5 else ~dark

    def _part(self, picture: Picture, word: Word) -> Picture:
        """The pixels of a word's letters."""
        box = [word.x0, word.top, word.x1, word.bottom]
        if letters_of(word.text):
            low, high = (0, 2) if _stands(word) else (1, 3)
            side = box[high] - box[low]
            box[low], box[high] = box[low] + _INNER[0] * side, box[low] + _INNER[1] * side
            if _stands(word):
                box[low], box[high] = word.x0 + 0.2 * side, word.x1 - 0.2 * side
        left, top, right, bottom = (max(0, round(edge * self._scale)) for edge in box)
        return picture[top : max(bottom, top + 1), left : max(right, left + 1)]


def letters_of(text: str) -> str:
    """The letters and digits alone, in lower case."""
    return re.sub(r"[\W_]+", "", text).lower()


def _stands(word: Word) -> bool:
    """Whether a word runs up or down the page."""
    return len(word.text) > 2 and word.x1 - word.x0 < (word.bottom - word.top) / 2


def _overlap(one: Word, other: Word) -> bool:
    common = min(one.x1, other.x1) - max(one.x0, other.x0)
    height = min(one.height, other.height)
    return (
        common > _SAME_PLACE * min(one.x1 - one.x0, other.x1 - other.x0)
        and abs(one.bottom - other.bottom) < _SAME_ROW * height
        and abs(one.top - other.top) < _SAME_ROW * height
    )


def _differs(one: Picture, other: Picture) -> Picture:
    return (abs(one - other) > _LEAST_CHANGE).max(axis=2)  # type: ignore[no-any-return]


def _erase(text: Any) -> None:
    pdfium_c.FPDFTextObj_SetTextRenderMode(text, pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE)
