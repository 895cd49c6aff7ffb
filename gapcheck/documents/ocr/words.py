"""The picture of an upright page → its lines cut into words, and the words with boxes and font sizes on the page."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from gapcheck.documents.model import Word

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Picture = NDArray[Any]


_Box = tuple[int, int, int, int]  # pixels of the page: left, top, right, bottom

_LINES_RESOLUTION = 100  # at which lines are found
_MOST_PIXELS = 2_000_000  # for that, A3 and somewhat more: 1 million takes 300 MB
_CAPITAL = 0.72  # of the font size: how high capitals and ascenders stand in common fonts
_LOW = (  # lines without capitals and ascenders, and their height as a share of the height of lines that have them
    (re.compile(r"[acegm-su-z.,:;•–-]+"), 0.72),
    (re.compile(r"[acegm-z.,:;•–-]+"), 0.79),
)
_DESCENT = 0.22  # of the font size, the same as in `pdfium.py`
_SPACE = (0.12, 0.24)  # of the font size: a gap that is narrower parts letters, a wider one words
_SAME_SIZE = 0.08  # share by which measured sizes of one font differ: a pixel of 18
_BOLD = 1.13  # times the usual breadth of a stroke: bold words are at 1.2 and above, plain ones below 1.1
# Of the font size. What ends further than _OFF_LINE from the baseline is no letter that stands on it.
_OFF_LINE = 0.06
_DOT, _THIN, _TALL = (0.14, 0.6), 0.2, 0.6
_DASH, _FLAT = (0.2, 1.2), 0.15
_FULL_DOT, _FULL_STROKE = 0.6, 0.85  # share of ink within its edges
_STRETCH = 1.25  # times the width: how far a word is drawn out for the recogniser
_BEFORE_LINES = ("•", "–")  # marks that may stand left of the box of a line
_SPACE_READ = re.compile(r"(?<=\w\w) (?=\w\w)")  # beside a single letter, a space is but the white around it
_NUMBER_GAP = 0.3  # of the font size
_NUMBER_GOES_ON = re.compile(r"\d [\d.,/%]|[.,/+] \d")


@dataclass(frozen=True, slots=True)
class Cut:
    """One word of a line. All lengths are pixels of the page.

    `x0` and `x1` are its left and right edge, `head` and `foot` the upper and lower edge of its ink; `baseline` is
    where its line stands, `size` the font size, `stroke` the usual breadth of its strokes. `fill` is the share of ink
    between its edges. `text` is what was recognised, empty before, and `score` how sure that is, 0 to 1.
    """

    picture: Picture
    x0: float
    x1: float
    baseline: float
    size: float
    stroke: float
    head: float
    foot: float
    fill: float
    text: str = ""
    score: float = 0.0

    def stretched(self) -> Picture:
        """The picture drawn out in width: the recogniser else takes the two letters of `ll` for one."""
        import cv2

        drawn: Picture = cv2.resize(self.picture, None, fx=_STRETCH, fy=1, interpolation=cv2.INTER_CUBIC)
        return drawn

    def as_read(self, text: str, score: float) -> Iterator[Cut]:
        """The word with its text; two words where the text holds a space, which an f that leans over it can hide."""
        letter = (self.x1 - self.x0) / max(len(text), 1)
        start = 0
        for part in _SPACE_READ.split(text):
            x0, x1 = self.x0 + start * letter, self.x0 + (start + len(part)) * letter
            start += len(part) + 1
            if part.strip():
                yield replace(self, x0=x0, x1=x1, text=part.replace(" ", ""), score=score)

    def mark(self) -> str:
        """The mark that the shape of a word tells, empty where it tells none. The recogniser often fails on single
        strokes: a dot in the middle of the line is a bullet, a level stroke there is a dash, an upright stroke that
        stands on the line is an I, and one that reaches below it is a bar.
        """
        wide, high = (self.x1 - self.x0) / self.size, (self.foot - self.head) / self.size
        above = (self.baseline - self.foot) / self.size
        if self.fill >= _FULL_DOT and _DOT[0] <= high <= _DOT[1] and 0.6 <= wide / high <= 1.6 and above > _OFF_LINE:
            return "•"
        if self.fill >= _FULL_DOT and _DASH[0] <= wide <= _DASH[1] and high <= _FLAT and above > 2 * _OFF_LINE:
            return "–"
        if self.fill >= _FULL_STROKE and wide <= _THIN and high >= _TALL:
            return "|" if above < -_OFF_LINE else "I"
        return ""

    def goes_on(self, after: Cut) -> bool:
        """Whether the next word is the rest of a number: the white around a 1 is as wide as a space."""
        return (
            after.baseline == self.baseline
            and 0 <= after.x0 - self.x1 < _NUMBER_GAP * self.size
            and bool(_NUMBER_GOES_ON.search(f"{self.text[-1]} {after.text[0]}"))
        )

    def joined(self, after: Cut) -> Cut:
        """One word made of both."""
        return replace(self, x1=after.x1, text=self.text + after.text, score=min(self.score, after.score))


def with_true_sizes(cuts: Sequence[Cut]) -> list[Cut]:
    """The words, with a corrected size in lines without capitals and ascenders (`across` alone on its line): the size
    was measured by the height of the letters, and these letters are lower than capitals.
    """
    texts: dict[tuple[float, float], str] = defaultdict(str)
    for cut in cuts:
        texts[cut.baseline, cut.size] += cut.text
    shares = {line: next((share for low, share in _LOW if low.fullmatch(text)), 1.0) for line, text in texts.items()}
    return [replace(cut, size=cut.size / shares[cut.baseline, cut.size]) for cut in cuts]


def with_whole_numbers(cuts: Sequence[Cut]) -> list[Cut]:
    """The words, with numbers in one piece that were cut beside a 1."""
    found: list[Cut] = []
    for cut in cuts:
        if found and found[-1].goes_on(cut):
            found[-1] = found[-1].joined(cut)
        else:
            found.append(cut)
    return found


def common_sizes(cuts: Sequence[Cut]) -> dict[float, float]:
    """For each measured size, the size that most letters of about that size have: text in one font is measured a little
    differently from line to line.
    """
    left: Counter[float] = Counter()
    for cut in cuts:
        left[cut.size] += len(cut.text)
    found: dict[float, float] = {}
    for common, _ in left.most_common():
        if common not in found:
            found |= {size: common for size in left.keys() - found if abs(size / common - 1) < _SAME_SIZE}
    return found


def word_of(cut: Cut, size: float, usual_stroke: float, scale: float) -> Word:
    """The word in points of a page with `scale` pixels a point; bold where its strokes are broader than usual."""
    bottom = cut.baseline + _DESCENT * size
    has_letters = sum(map(str.isalnum, cut.text)) > 1
    bold = has_letters and cut.stroke / cut.size > _BOLD * usual_stroke
    x0, top, x1, bottom, size = (edge / scale for edge in (cut.x0, bottom - size, cut.x1, bottom, size))
    return Word(cut.text, x0, top, x1, bottom, size, bold)


def line_boxes(engine: Any, picture: Picture, scale: float) -> list[_Box]:
    """The boxes of the lines of text on a picture with `scale` pixels a point."""
    import cv2
    import numpy

    share = min(1.0, _LINES_RESOLUTION / (72 * scale), (_MOST_PIXELS / (picture.shape[0] * picture.shape[1])) ** 0.5)
    small = cv2.resize(picture, None, fx=share, fy=share, interpolation=cv2.INTER_AREA)
    found, _ = engine.text_det(small)
    corners = [] if found is None else [numpy.asarray(box) / share for box in found]
    return [
        (
            max(0, int(box[:, 0].min())),
            max(0, int(box[:, 1].min())),
            int(numpy.ceil(box[:, 0].max())),
            int(numpy.ceil(box[:, 1].max())),
        )
        for box in corners
    ]


def left_of(box: _Box, boxes: Sequence[_Box]) -> int:
    """The left edge of the room before a line: a bullet may stand there that the box of the line leaves out."""
    left, top, _, bottom = box
    before = (x1 for _, head, x1, foot in boxes if x1 <= left and head < bottom and top < foot)
    return max(0, left - (bottom - top), *before)


def cuts_of(picture: Picture, box: _Box, begin: int) -> Iterator[Cut]:
    """The words of a line, and a bullet or dash between `begin` and it."""
    import cv2
    import numpy

    left, top, right, bottom = box
    line = picture[top:bottom, begin:right]
    grey = cv2.cvtColor(line, cv2.COLOR_BGR2GRAY)
    room = left - begin
    ink = ink_of(grey, room)
    ink &= ~_rules(ink)
    edges = numpy.flatnonzero(numpy.diff(ink.any(axis=0).astype(numpy.int8), prepend=0, append=0)).reshape(-1, 2)
    if not len(edges):
        return
    baseline, size = _baseline_and_size(ink[:, room:].sum(axis=1))
    space = _space(edges[1:, 0] - edges[:-1, 1], size)
    starts = [0, *(index for index in range(1, len(edges)) if edges[index, 0] - edges[index - 1, 1] >= space)]
    for start, end in zip(starts, [*starts[1:], len(edges)], strict=True):
        x0, x1 = int(edges[start, 0]), int(edges[end - 1, 1])
        inked = ink[:, x0:x1]
        rows = numpy.flatnonzero(inked.any(axis=1))
        head, foot = int(rows[0]), int(rows[-1]) + 1
        cut = Cut(
            line[:, max(0, x0 - 3) : x1 + 3],
            begin + x0,
            begin + x1,
            top + baseline,
            size,
            _stroke(grey[:, x0:x1], inked),
            top + head,
            top + foot,
            float(inked[head:foot].mean()),
        )
        if x1 > room or cut.mark() in _BEFORE_LINES:
            yield cut


def ink_of(grey: Picture, begin: int = 0) -> NDArray[numpy.bool_]:
    """Which pixels are ink: the dark ones or the light ones, whichever are fewer from the column `begin` on."""
    import cv2

    sample = grey[:, begin:]
    limit, _ = cv2.threshold(sample, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    dark: NDArray[numpy.bool_] = grey <= limit
    return dark if 2 * (sample <= limit).sum() <= sample.size else ~dark


def _rules(ink: NDArray[numpy.bool_]) -> NDArray[numpy.bool_]:
    """Where the lines of a table or an underline are drawn: runs of ink that are longer than any letter."""
    import cv2
    import numpy

    longest = 2 * len(ink)
    runs = cv2.morphologyEx(ink.astype(numpy.uint8), cv2.MORPH_OPEN, numpy.ones((1, longest), numpy.uint8))
    found: NDArray[numpy.bool_] = cv2.dilate(runs, numpy.ones((5, longest), numpy.uint8)) > 0
    return found


def _baseline_and_size(profile: NDArray[numpy.int_]) -> tuple[float, float]:
    """Where a line stands, and its font size, both in pixels: the ink of its rows falls most at the foot of its
    letters, and begins at the head of its capitals.
    """
    import numpy

    falls = profile - numpy.append(profile[2:], [0, 0])
    baseline = int(falls.argmax()) + 1
    head = baseline
    while head > 0 and profile[head - 1] > 0:
        head -= 1
    return float(baseline), max(1.0, (baseline - head) / _CAPITAL)


def _space(gaps: NDArray[numpy.int_], size: float) -> float:
    """The width in pixels from which a gap parts words: amid the widest stretch of widths that no gap has."""
    least, most = (share * size for share in _SPACE)
    widths = [least, *sorted(gap for gap in gaps.tolist() if least < gap < most), most]
    _, low, high = max((high - low, low, high) for low, high in pairwise(widths))
    return float(low + high) / 2


def _stroke(grey: Picture, ink: NDArray[numpy.bool_]) -> float:
    """How broad strokes are in pixels: twice the area of the ink by its outline. A grey pixel counts as the part of
    one.
    """
    import numpy

    dark, light = float(numpy.median(grey[ink])), float(numpy.median(grey[~ink])) if not ink.all() else 0.0
    area = float(numpy.clip((grey - light) / ((dark - light) or 1.0), 0, 1)[_near(ink)].sum())
    framed = numpy.pad(ink, 1).astype(numpy.int8)
    outline = sum(int(numpy.abs(numpy.diff(framed, axis=axis)).sum()) for axis in (0, 1))
    return 2 * area / outline


def _near(ink: NDArray[numpy.bool_]) -> NDArray[numpy.bool_]:
    """Ink and the pixels that touch it."""
    import cv2
    import numpy

    near: NDArray[numpy.bool_] = cv2.dilate(ink.astype(numpy.uint8), numpy.ones((3, 3), numpy.uint8)) > 0
    return near
