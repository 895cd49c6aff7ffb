"""Pictures of a page, with its text and without → which doubtful words a person sees.

Text is unseen if the picture of the page is the same without it. Only the rows with doubtful words are drawn, so that
most pages cost nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import floor
from typing import TYPE_CHECKING, Any, cast

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from gapcheck.documents.model import Box, Word
from gapcheck.documents.pdf.text_layers import Row, untrue
from gapcheck.documents.pdf.visibility import Cause

if TYPE_CHECKING:
    import numpy

    Picture = numpy.ndarray[Any, Any]

_SCALE = 2.0  # pixels a point: thin letters keep their colour
_HIGHEST_ROW = 60.0  # points: words that stand lower make a row of their own
_LEAST_CHANGE = 30  # of 255 in any channel: the difference that still reads as one colour
_LEAST_LETTERS = 0.6  # of the letters of a word have to be seen
_LEAST_COLUMNS = 0.3  # of a text's width has ink where it is letters and not a dot
_INNER = (0.25, 0.8)  # of a word's height from above: where its letters are, and not those of the next lines
_BESIDE = 0.2  # the same for text that runs up or down
_SAMPLE = 3  # words of a font, texts of a word
_LEAST_INK = 60  # of 255: the contrast of letters in a scan
_EDGE_INK = 0.5  # of the ink of words: the picture below a text layer has less between its lines
_EDGE = 0.1  # of a word's height: what reaches below most letters
_MOST_LAYERS = 4  # so many words in one place are looked at one by one
_BEYOND = 100_000  # points: wider than any page
_SAME_PLACE, _SAME_ROW = 0.5, 0.35  # of the narrower word's width, of the height


@dataclass(frozen=True, slots=True)
class Doubt:
    """A word that may not be seen: the text objects that draw it, and why."""

    texts: tuple[Any, ...]
    cause: Cause = Cause.place


def piles(words: Sequence[Word]) -> list[tuple[int, ...]]:
    """The words that are printed over each other, by index, if not all of them say the same."""
    places = [round((word[2] + word[4]) / 8) * _BEYOND + word[1] for word in words]  # by rows, then from left to right
    found: list[list[int]] = []
    last, right = -1, 0.0
    for index in sorted(range(len(places)), key=places.__getitem__):
        word = words[index]
        if word[1] < right and places[index] - places[last] < _BEYOND / 2 and _overlap(words[last], word):
            if found and found[-1][-1] == last:
                found[-1].append(index)
            else:
                found.append([last, index])
        last, right = index, word[3]
    return [tuple(pile) for pile in found if len({letters_of(words[index].text) for index in pile}) > 1]


def without_unseen(
    page: pdfium.PdfPage,
    words: Sequence[Word],
    doubts: Mapping[int, Doubt],
    piled: Collection[tuple[int, ...]],
    texts: Iterable[Any],
) -> list[Word]:
    """The words of a page, those marked as hidden that nobody sees.

    `doubts` are the doubtful words by index, with those of all piles. `texts` are all text objects of the page; they
    are made invisible on it, so that the page can't be read again.
    """
    unseen = _empty(page, words, {index: one for index, one in doubts.items() if one.cause is Cause.glyphs})
    others = [index for index, doubt in doubts.items() if doubt.cause is not Cause.glyphs]
    others += [index for pile in piled for index in pile if index not in others]
    if others:
        look = _Look(page, words, others, texts)
        undrawn = [index for index in others if doubts[index].cause is Cause.undrawn]
        unseen |= {index for index in set(others).difference(undrawn) if not look.shows(index)}
        unseen |= look.without_scan(undrawn)
        for pile in piled:
            unseen |= look.unread_in(pile, doubts)
    return [word._replace(hidden=True) if index in unseen else word for index, word in enumerate(words)]


def _empty(page: pdfium.PdfPage, words: Sequence[Word], doubts: Mapping[int, Doubt]) -> set[int]:
    """The words whose glyphs draw nothing. The longest words of each font are looked at first, and all words of the
    font only where one of these is empty.
    """
    found: set[int] = set()
    by_font: dict[bytes, list[int]] = {}
    for index, doubt in doubts.items():
        by_font.setdefault(bytes(pdfium_c.FPDFTextObj_GetFont(doubt.texts[0])), []).append(index)
    for indices in by_font.values():
        sample = sorted(indices, key=lambda index: -len(words[index].text))[:_SAMPLE]
        if any(not _draws(page, doubts[index].texts) for index in sample):
            found.update(index for index in indices if not _draws(page, doubts[index].texts))
    return found


def _draws(page: pdfium.PdfPage, texts: Sequence[Any]) -> bool:
    """Whether most of a sample of the text objects of a word leave ink where their letters are."""
    texts = texts[:: max(1, len(texts) // _SAMPLE)]
    return sum(_share_of_ink(page, text) >= _LEAST_COLUMNS for text in texts) >= _LEAST_LETTERS * len(texts)


def _share_of_ink(page: pdfium.PdfPage, text: Any) -> float:
    """The share of the columns of a text's own picture in which anything is drawn."""
    document = page.pdf
    if document is None:
        return 1.0
    raw = pdfium_c.FPDFTextObj_GetRenderedBitmap(document.raw, page.raw, text, 1.0)
    if not raw:
        return 0.0
    bitmap = pdfium.PdfBitmap.from_raw(raw)
    return float((bitmap.to_numpy()[:, :, -1] > _LEAST_INK).any(axis=0).mean())


class _Look:
    """Pictures of the rows of a page in which some words stand."""

    def __init__(
        self, page: pdfium.PdfPage, words: Sequence[Word], indices: Iterable[int], texts: Iterable[Any] = ()
    ) -> None:
        self._page, self._words = page, words
        self._width, self._height = page.get_size()
        self._rows: list[Box] = []
        self._row_of: dict[int, int] = {}
        for index in sorted(indices, key=lambda index: words[index].top):
            box = words[index][1:5]
            last = self._rows[-1] if self._rows else box
            if self._rows and last[1] <= box[1] < last[3] and box[3] - last[1] < _HIGHEST_ROW:
                self._rows[-1] = min(box[0], last[0]), last[1], max(box[2], last[2]), max(box[3], last[3])
            else:
                self._rows.append(box)
            self._row_of[index] = len(self._rows) - 1
        self._modes = {bytes(text): (text, pdfium_c.FPDFTextObj_GetTextRenderMode(text)) for text in texts}
        self._whole = [self._picture(row) for row in range(len(self._rows))]

    @cached_property
    def _ground(self) -> list[Picture]:
        """The rows without their text."""
        self._erase()
        return [self._picture(row) for row in range(len(self._rows))]

    def shows(self, index: int) -> bool:
        """Whether a person sees a word: whether its place looks different without the text."""
        row = self._row_of[index]
        return self._is_missed(self._whole[row], self._ground[row], index)

    def without_scan(self, indices: Sequence[int]) -> set[int]:
        """The undrawn words that have no letters of a picture below them, as the text layer of a scan has."""
        inked = {index: self._ink(self._ground, index) for index in indices}
        below = [float(self._ink(self._ground, index, _below(self._words[index])).mean()) for index in indices]
        if sum(below) > _EDGE_INK * sum(float(inked[index].mean()) for index in indices):
            return set(indices)
        seen = [index for index in indices if self._is_inked(inked[index], index)]
        shown = self._among(seen, indices).union(seen)
        rows: dict[int, dict[int, Word]] = {}
        for index in shown:
            rows.setdefault(self._row_of[index], {})[index] = self._words[index]
        layer = (Row(self._ground[row][:, :, 1], self._corner(row), words) for row, words in rows.items())
        shown -= untrue(layer, _SCALE)
        return set(indices).difference(shown)

    def _among(self, seen: Sequence[int], indices: Sequence[int]) -> set[int]:
        """The words between seen ones in rows where most words are seen: the font of a text layer differs from that of
        the picture, so that a word of the layer may lie on a space of the picture.
        """
        found: set[int] = set()
        for row in range(len(self._rows)):
            own, here = ([index for index in some if self._row_of[index] == row] for some in (seen, indices))
            if own and len(own) >= _LEAST_LETTERS * len(here):
                found.update(index for index in here if own[0] < index < own[-1])
        return found

    def unread_in(self, pile: Sequence[int], doubts: Mapping[int, Doubt]) -> set[int]:
        """The words of a pile that can't be read; all of them where two are seen that say different things."""
        if len(pile) > _MOST_LAYERS:
            return set(pile)
        seen = [index for index in pile if self._is_seen_alone(index, doubts[index].texts)]
        if len({letters_of(self._words[index].text) for index in seen}) > 1:
            return set(pile)
        return set(pile).difference(seen)

    def _is_seen_alone(self, index: int, texts: Sequence[Any]) -> bool:
        """Whether a person would see a word without the others of its pile, and sees it with them."""
        own, row = {bytes(text) for text in texts}, self._row_of[index]
        ground = self._ground[row]
        self._restore(own)
        alone = self._picture(row)
        self._erase()
        if not self._is_missed(alone, ground, index):
            return False
        self._restore(self._modes.keys() - own)
        rest = self._picture(row)
        self._erase()
        return self._is_missed(self._whole[row], rest, index)

    def _erase(self) -> None:
        for text, _ in self._modes.values():
            pdfium_c.FPDFTextObj_SetTextRenderMode(text, pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE)

    def _restore(self, keys: Collection[bytes]) -> None:
        for key in keys:
            if key in self._modes:
                text, mode = self._modes[key]
                pdfium_c.FPDFTextObj_SetTextRenderMode(text, mode)

    def _corner(self, row: int) -> tuple[float, float]:
        """Where the picture of a row begins: at a whole pixel."""
        x0, top = self._rows[row][:2]
        return max(0, floor(x0 * _SCALE)), max(0, floor(top * _SCALE))

    def _picture(self, row: int) -> Picture:
        left, top = self._corner(row)
        right, bottom = self._rows[row][2:]
        crop = (
            left / _SCALE, max(0.0, self._height - bottom - 1), max(0.0, self._width - right - 1), top / _SCALE
        )  # fmt: skip
        return self._page.render(scale=_SCALE, crop=crop).to_numpy()  # type: ignore[no-any-return]

    def _is_missed(self, picture: Picture, other: Picture, index: int) -> bool:
        """Whether the two pictures differ at most of the word's letters."""
        one, two = self._part(picture, index), self._part(other, index)
        changed = (abs(one.astype("int16") - two) > _LEAST_CHANGE).any(axis=2)
        return self._is_inked(cast("Picture", changed), index)

    def _is_inked(self, part: Picture, index: int) -> bool:
        if not part.size:
            return False
        word = self._words[index]
        letters = len(letters_of(word.text))
        along = cast("Picture", part.any(axis=1 if _stands(word) else 0))
        step = len(along) / max(1, letters)
        if letters < 2 or step < 1:
            return bool(along.any())
        places = [along[int(step * place) : int(step * (place + 1))].any() for place in range(letters)]
        return bool(sum(places) >= _LEAST_LETTERS * letters)

    def _ink(self, pictures: Sequence[Picture], index: int, beside: Word | None = None) -> Picture:
        """The pixels that differ from the ground on which a word stands, of the word or of a place beside it."""
        grey = pictures[self._row_of[index]][:, :, 1]  # green weighs most
        standard = self._part(grey, index)
        part = self._part(grey, index, beside) if beside else standard
        if not standard.size or standard.max() - standard.min() < _LEAST_INK:
            nothing: Picture = part < 0
            return nothing
        middle = (float(standard.max()) + float(standard.min())) / 2
        dark: Picture = part < middle
        around = self._part(grey, index, self._words[index]._replace(text=""))  # bold letters fill most of their own
        return dark if (around < middle).mean() < 0.5 else ~dark

    def _part(self, picture: Picture, index: int, place: Word | None = None) -> Picture:
        """The pixels of a word's letters, or of a place in its row."""
        word = place or self._words[index]
        x0, top, x1, bottom = word[1:5]
        if any(map(str.isalnum, word.text)):
            if _stands(word):
                side = x1 - x0
                x0, x1 = x0 + _BESIDE * side, x1 - _BESIDE * side
            else:
                height = bottom - top
                top, bottom = top + _INNER[0] * height, top + _INNER[1] * height
        left, over = self._corner(self._row_of[index])
        columns = [max(0, round(edge * _SCALE - left)) for edge in (x0, x1)]
        rows = [max(0, round(edge * _SCALE - over)) for edge in (top, bottom)]
        return picture[rows[0] : max(rows[1], rows[0] + 1), columns[0] : max(columns[1], columns[0] + 1)]


def letters_of(text: str) -> str:
    """The letters and digits alone, in lower case."""
    return re.sub(r"[\W_]+", "", text).lower()


def _below(word: Word) -> Word:
    """The place below the letters of a word, where a line of text has little ink."""
    edge = _EDGE * max(word.x1 - word.x0 if _stands(word) else word.height, 1)
    if _stands(word):
        return word._replace(text="", x0=word.x1 - edge)
    return word._replace(text="", top=word.bottom - edge)


def _stands(word: Word) -> bool:
    """Whether a word runs up or down the page."""
    return len(word.text) > 2 and word.x1 - word.x0 < (word.bottom - word.top) / 2


def _overlap(one: Word, other: Word) -> bool:
    if one.hidden or other.hidden or len(one.text) < 3 or len(other.text) < 3:
        return False
    common = min(one.x1, other.x1) - max(one.x0, other.x0)
    height = min(one.height, other.height)
    return (
        common > _SAME_PLACE * min(one.x1 - one.x0, other.x1 - other.x0)
        and abs(one.bottom - other.bottom) < _SAME_ROW * height
        and abs(one.top - other.top) < _SAME_ROW * height
    )
