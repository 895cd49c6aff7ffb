"""Lines and the headings that they may be → how they are set, and which looks are those of headings or of titles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from gapcheck.documents import Line, Word
from gapcheck.resume.dates import date_spans, has_date, is_only_dates
from gapcheck.resume.items import opens_item
from gapcheck.resume.lexicon import Said
from gapcheck.resume.model import Place
from gapcheck.taxonomy import SectionKind

LARGER = 1.08  # times the body size: text that is set larger on purpose
RECURRING = 3  # headings that look alike, at least, where little else tells them
MAIN = frozenset([SectionKind.experience, SectionKind.education])
_NEARER = 0.25  # times the size more white space above a heading than below it
_PAIR = 2
_SMALL_CAPITALS = 0.6, 0.9  # times the size of capitals, between which programs set small ones
_CLEAR = 0.5  # times the size more white space above than usual: a line that stands clear

Look = tuple[float, bool, bool]
"""Font size to half a point, bold, all capitals."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line whose words may make it a heading."""

    text: str
    said: Said
    label: int
    look: Look
    clear: bool


def kinds_of(found: dict[int, Candidate]) -> set[SectionKind]:
    """The kinds that some candidates name."""
    return {kind for one in found.values() for kind in one.said.kinds}


def _length(word: Word) -> int:
    return len(word.text)


def look_of(words: Sequence[Word]) -> Look:
    """How words are set, told by the longest of them; small capitals are as large as the capitals among them."""
    longest = max(words, key=_length)
    if not any(map(str.isalpha, longest.text)):  # a rule drawn with characters
        longest = max(words, key=lambda word: sum(map(str.isalpha, word.text)))
    text = "".join([word.text for word in words])
    size = _size_of_small_capitals(words) or longest.size
    return round(size * 2) / 2, longest.bold, text.isupper()


def _size_of_small_capitals(words: Sequence[Word]) -> float:
    """The size of the words that begin with a capital, where those that do not are all set in one and the same smaller
    size: a PDF made of small capitals holds them as small letters. 0 where a line is set otherwise.
    """
    sizes = {capital: {word.size for word in words if word.text[:1].isupper() is capital} for capital in (True, False)}
    if len(words) < _PAIR or any(len(found) != 1 for found in sizes.values()):
        return 0.0
    (large,), (small,) = sizes[True], sizes[False]
    return large if _SMALL_CAPITALS[0] < small / large < _SMALL_CAPITALS[1] else 0.0


def stands_out(look: Look, body: float) -> bool:
    """Whether a look differs from that of the text on purpose."""
    size, bold, upper = look
    return bold or upper or size >= body * LARGER


def standing_clear(places: Sequence[Place]) -> set[int]:
    """Lines with clearly more white space above them than lines of the document usually have, or on top of a column."""
    gaps = {
        index: place.line.top - places[index - 1].line.bottom
        for index, place in enumerate(places)
        if index and place.page == places[index - 1].page and place.line.column == places[index - 1].line.column
    }
    usual = median(gaps.values()) if gaps else 0.0
    return {
        index
        for index, place in enumerate(places)
        if index not in gaps or gaps[index] > usual + _CLEAR * place.line.size
    }


def parts_texts(places: Sequence[Place], look: Look) -> bool:
    """Whether lines of a look do nothing but part texts: all of them, some more than a pair, stand nearer to the line
    below, which is set otherwise, than to the one above. Where titles look like headings, the first one stands right
    below its heading.
    """
    lines = [index for index, place in enumerate(places) if look_of(place.line.words) == look]
    apart = all(below - above > 1 for above, below in pairwise([*lines, len(places)]))
    return len(lines) >= RECURRING and apart and all(_heads(places, index) for index in lines)


def _heads(places: Sequence[Place], index: int) -> bool:
    """Whether clearly more white space stands above a line than below it, or it is the first one of a column."""
    above, below = (_gap(places[at - 1], places[at]) for at in (index, index + 1))
    return above is None or (below is not None and above > below + _NEARER * places[index].line.size)


def _gap(above: Place, below: Place) -> float | None:
    """The white space between two lines, in points; None where they do not stand below each other."""
    together = above.page == below.page and above.line.column == below.line.column
    return below.line.top - above.line.bottom if together else None


def main_looks(known: dict[int, Candidate], titles: set[Look]) -> set[Look]:
    """Looks that at least two kinds of headings share, or the one look of the only heading; not a smaller one in which
    titles of entries are set, and that opens none of the main sections.
    """
    kinds: defaultdict[Look, set[SectionKind]] = defaultdict(set)
    for one in known.values():
        kinds[one.look].add(one.said.kinds[0])
    shared = {look for look, found in kinds.items() if len(found) > 1}
    main = max((look[0] for look in shared if kinds[look] & MAIN), default=0.0)
    shared = {look for look in shared if look[0] >= main or look not in titles or kinds[look] & MAIN}
    return shared or {max(kinds, key=lambda look: (len(kinds[look]), look[0]))}


def larger_capitals(looks: set[Look], others: Iterable[Look]) -> set[Look]:
    """Those of the other looks of headings that are capitals, and larger than all of these."""
    largest = max(look[0] for look in looks)
    return {look for look in others if look[2] and look[0] > largest}


def without_remark(words: Sequence[Word]) -> Sequence[Word]:
    """The words of a line before a bracket: "SEA SERVICE (latest first)" is set in capitals."""
    end = next((at for at, word in enumerate(words) if at and word.text.startswith("(")), len(words))
    return words[:end]


def is_dated(line: Line) -> bool:
    """Whether a line has a date, and not in a remark alone that says more: "Training (evenings, since May 2025)"."""
    told = without_remark(line.words)
    head, remark = (" ".join(word.text for word in part) for part in (told, line.words[len(told) :]))
    return has_date(line.text if is_only_dates(remark.strip("() ")) else head)


def small_looks(places: Sequence[Place], known: dict[int, Candidate], body: float) -> set[Look]:
    """The look of headings that are set smaller than the text: most lines in it are known headings of several kinds."""
    looks = Counter(one.look for one in known.values() if not one.label and one.look[0] * LARGER <= body)
    lines = Counter(look_of(place.line.words) for place in places)
    return {
        look
        for look, count in looks.items()
        if count >= RECURRING
        and 2 * count > lines[look]
        and kinds_of({index: one for index, one in known.items() if one.look == look}) & MAIN
    }


def in_small_columns(places: Sequence[Place], known: dict[int, Candidate], body: float) -> dict[int, Candidate]:
    """The known headings that are set larger than most text of their column, which is smaller than that of the `body`:
    beside a text of 12 points, those of 11 in a column of 9.
    """
    columns: defaultdict[tuple[int, int], list[Place]] = defaultdict(list)
    for place in places:
        columns[place.page, place.line.column].append(place)
    sizes = {column: body_size(lines) for column, lines in columns.items()}
    own = {index: sizes[places[index].page, places[index].line.column] for index in known}
    return {
        index: one for index, one in known.items() if own[index] * LARGER <= min(body, one.look[0]) and not one.label
    }


def title_looks(places: Sequence[Place], known: dict[int, Candidate]) -> set[Look]:
    """How titles of entries are set: lines that say when, or stand right above one that says nothing else."""
    found = set[Look]()
    for index, place in enumerate(places):
        if index in known or opens_item(place) or not says_when(place):
            continue
        titled = index - 1 if index and is_only_dates(place.line.text) else index
        if titled not in known:
            found.add(look_of(places[titled].line.words))
    return found


def looks_above_times(places: Sequence[Place], known: dict[int, Candidate]) -> set[Look]:
    """How lines are set that stand right above one that opens with its time and says more: `2019 – 2021 | Bergen`."""
    return {
        look_of(above.line.words)
        for index, (above, place) in enumerate(pairwise(places))
        if index not in known
        and index + 1 not in known
        and above.page == place.page
        and not (opens_item(above) or says_when(above))
        and any(begin == 0 and is_range for begin, _, is_range in date_spans(place.line.text))
    }


def says_when(place: Place) -> bool:
    """Whether a line says from when to when something was."""
    return any(is_range for *_, is_range in date_spans(place.line.text))


def ends_list(places: Sequence[Place], index: int) -> bool:
    """Whether a line without a mark stands below a marked one, and is not the rest of that."""
    above, place = places[index - 1], places[index]
    if not index or above.page != place.page or not opens_item(above) or opens_item(place):
        return False
    right = max(other.line.x1 for other in places if other.page == place.page)
    has_room = above.line.x1 + place.line.x1 - place.line.x0 < right
    return has_room and all(place.line.x0 < word.x0 for word in above.line.body[1:])


def body_size(places: Sequence[Place]) -> float:
    """The size in which most of the text is set."""
    sizes: Counter[float] = Counter()
    for place in places:
        sizes[round(place.line.size * 2) / 2] += len(place.line.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0
