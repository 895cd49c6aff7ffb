"""Lines in reading order → the same lines, where two headings or two entries stand side by side: each with its text."""

from __future__ import annotations

from collections.abc import Sequence

from gapcheck.documents import Line
from gapcheck.resume.dates import date_spans, is_only_dates
from gapcheck.resume.lexicon import HeadingLexicon, plain_heading
from gapcheck.resume.model import Place

_LONGEST = 12  # words of two headings
_GAP = 0.45  # times the size
_TOLERANCE = 4.0  # points that text may stand out to the left of its heading
_SAME_EDGE = 1.5  # points


def below_their_headings(places: Sequence[Place], words: HeadingLexicon) -> list[Place]:
    """The lines; below a row of two headings those of the left one come first, then those of the right one.

    The row rules down to the first line that runs through below both of them, at most to the end of its page.
    """
    found = list(places)
    for index, place in enumerate(found):
        entries = _second_range(place.line)
        cut = entries or _second_heading(place.line, words)
        if not cut:
            continue
        edge = place.line.words[cut].x0 - _TOLERANCE
        left, right = [_part(place, 0, cut)], [_part(place, cut, len(place.line.words))]
        end = index + 1
        while end < len(found) and found[end].page == place.page:
            below = found[end].line
            count = sum(word.x0 < edge for word in below.words)
            if entries and _is_heading(below.text, words):
                break
            if below.top < place.line.top or (0 < count < len(below.words) and not _is_gap(below, count, edge)):
                break
            left += [_part(found[end], 0, count)] if count else []
            right += [_part(found[end], count, len(below.words))] if count < len(below.words) else []
            end += 1
        if len(left) > 1 and len(right) > 1:
            found[index:end] = [*left, *right]
    return found


def _second_heading(line: Line, words: HeadingLexicon) -> int:
    """The word that begins the second of two headings on a line; 0 where it is no such line."""
    if "\t" not in line.text or len(line.words) > _LONGEST:
        return 0
    cells = line.text.split("\t")
    said = [words.says(plain_heading(cell), slips=False) for cell in cells] if len(cells) == 2 else []
    if not said or not all(one is not None and one.whole for one in said):
        return 0
    return len(cells[0].split())


def _second_range(line: Line) -> int:
    """The word that begins the second of two ranges of dates, each above an entry; 0 where it is no such line."""
    cells = line.text.split("\t")
    if len(cells) != 2 or not all(is_only_dates(cell) and date_spans(cell)[0][2] for cell in cells):
        return 0
    return len(cells[0].split())


def _is_heading(text: str, words: HeadingLexicon) -> bool:
    said = words.says(plain_heading(text), slips=False) if len(text.split()) <= _LONGEST else None
    return said is not None and said.whole


def _is_gap(line: Line, count: int, edge: float) -> bool:
    """Whether more than a space parts the first words of a line from the others, or those begin right below the heading
    of their column.
    """
    before, word = line.words[count - 1 : count + 1]
    return abs(word.x0 - _TOLERANCE - edge) < _SAME_EDGE or word.x0 - before.x1 > _GAP * word.size


def _part(place: Place, begin: int, end: int) -> Place:
    return Place(place.page, place.line.part(begin, end))
