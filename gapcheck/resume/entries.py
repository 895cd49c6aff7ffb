"""Lines of one section → its entries: where each begins, what it is, and when it was."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from gapcheck.resume.dates import dates_of, has_date, printed_dates, without_dates
from gapcheck.resume.items import is_numbered, items_of, opens_item
from gapcheck.resume.model import Entry, EntryKind, Place
from gapcheck.taxonomy import EntryWords, SectionKind

_USUAL = {
    SectionKind.experience: EntryKind.job,
    SectionKind.projects: EntryKind.project,
    SectionKind.education: EntryKind.education,
    SectionKind.certifications: EntryKind.certificate,
    SectionKind.publications: EntryKind.publication,
    SectionKind.awards: EntryKind.award,
    SectionKind.activities: EntryKind.activity,
}
_ONE_LINERS = (SectionKind.certifications, SectionKind.publications, SectionKind.awards)
_HEADER_LINES = 4
_TOTAL_LINES = 2  # an employer, and how long all posts there took
_SAME_EDGE = 4.0  # points
_LIST_SHARE = 0.7  # of a section's lines are titles: it is a list of one-liners
_TITLE_SHARE = 0.6  # of a section's lines at most look like its first one, if that is a title
_OPENING_WORDS = 3  # "Master's thesis: ..." is a thesis, "MSc Statistics with thesis" a degree

_LEADING_MARK = re.compile(r"^[^\w\"“(\[]+\s+")

Look = tuple[float, bool]


def entries_of(kind: SectionKind, places: Sequence[Place], words: EntryWords, as_of: int) -> tuple[Entry, ...]:
    """The section's entries in order; a section that has none is one entry of kind `text`."""
    if not places:
        return ()
    if kind not in _USUAL:
        items = items_of(places, words.prefixes, lists=kind is SectionKind.skills)
        return (Entry(EntryKind.text, "", items),)
    starts = _starts(kind, places, words)
    bounds = [*starts, len(places)]
    groups = [places[begin:end] for begin, end in pairwise(bounds)]
    if kind is SectionKind.education:
        groups = [part for group in groups for part in _own_work_apart(group, words)]
    entries = [_entry(kind, group, words, as_of) for group in groups]
    return tuple(
        replace(entry, dates=None) if _is_total(entry, following) else entry
        for entry, following in zip(entries, [*entries[1:], None], strict=True)
    )


def _is_total(entry: Entry, following: Entry | None) -> bool:
    """Whether an entry only names an employer and the length of the posts below, as LinkedIn writes several posts."""
    if entry.dates is None or entry.dates.first is not None or len(entry.items) > _TOTAL_LINES:
        return False
    below = following.dates if following is not None else None
    return below is not None and below.first is not None and below.months <= entry.dates.months


def _entry(section: SectionKind, places: Sequence[Place], words: EntryWords, as_of: int) -> Entry:
    header = _header(places)
    texts = [place.line.text for place in header]
    title = _LEADING_MARK.sub("", " ".join((without_dates(texts[0]) or texts[0]).split()))
    named = _own_work(texts[0], words) if section is SectionKind.education else words.kind_of(" ".join(texts), section)
    kind = named or _USUAL[section]
    printed = next(filter(None, map(printed_dates, texts)), "")
    return Entry(EntryKind(kind), title, items_of(places, words.prefixes), dates_of(texts, as_of), printed)


def _header(places: Sequence[Place]) -> Sequence[Place]:
    """The first lines of an entry, up to the first bullet; the first line always."""
    for index, place in enumerate(places[:_HEADER_LINES]):
        if index and opens_item(place):
            return places[:index]
    return places[:_HEADER_LINES] if len(places) > 1 and has_date(places[1].line.text) else places[:3]


def _own_work_apart(places: Sequence[Place], words: EntryWords) -> list[Sequence[Place]]:
    """A degree and, each from the line that says so, its thesis and larger projects."""
    cuts = [index for index, place in enumerate(places) if index and _own_work(place.line.text, words)]
    return [places[begin:end] for begin, end in pairwise([0, *cuts, len(places)])]


def _own_work(line: str, words: EntryWords) -> str | None:
    """The kind of a line among degrees that opens a work of one's own: `Master's thesis: ...`, `Capstone project`."""
    return words.kind_of(" ".join(line.split()[:_OPENING_WORDS]), SectionKind.education)


def _look(place: Place) -> Look:
    return round(place.line.size * 2) / 2, place.line.bold


def _starts(kind: SectionKind, places: Sequence[Place], words: EntryWords) -> list[int]:
    """Indices of the lines that begin an entry; the first line always does."""
    if opens_item(places[0]) and (kind in _ONE_LINERS or kind is SectionKind.projects):
        edge, numbered = places[0].line.x0, is_numbered(places[0])
        return [0] + [
            index
            for index, place in enumerate(places)
            if index and opens_item(place) and is_numbered(place) == numbered and abs(place.line.x0 - edge) < _SAME_EDGE
        ]
    titles = _title_lines(places)
    gaps = _wide_gaps(places)
    list_of_titles = len(titles) >= _LIST_SHARE * len(places)
    found = [0]
    dated, body, bullet = _dated(places[0]), False, None
    for index in range(1, len(places)):
        place, previous = places[index], places[index - 1]
        if opens_item(place):
            body, bullet = True, place
            continue
        own_date = _dated(place)
        if _belongs_above(place, previous, bullet, words):
            dated = dated or own_date
            continue
        is_second_line = index - 1 == found[-1]
        indented = bool(titles) and index not in titles and place.line.x0 > places[0].line.x0 + 2 * _SAME_EDGE
        same_column = place.line.column == places[0].line.column and place.page == places[0].page
        begins = not (indented and same_column) and (
            (index in titles and (body or list_of_titles or index - 1 not in titles))
            or (own_date and body)
            or (own_date and dated and (not is_second_line or _is_sibling(kind, place, previous)))
            or (kind in _ONE_LINERS and (dated or index in gaps))
            or (index in gaps and not titles and kind is not SectionKind.experience)
        )
        if begins:
            above = index - 1
            if (
                index not in titles
                and own_date
                and above > found[-1]
                and _is_employer_line(places[above], places[above - 1], bullet, words)
            ):
                found.append(above)
            else:
                found.append(index)
            dated, body, bullet = own_date, False, None
        else:
            dated = dated or own_date
            body = body or (index - found[-1] >= 2 and not own_date)
    return found


def _is_sibling(kind: SectionKind, place: Place, previous: Place) -> bool:
    """Whether two dated lines in a row are entries of their own: both labelled by dates, or degrees set alike."""
    return bool(place.line.margin) or (kind is not SectionKind.experience and _look(place) == _look(previous))


def _belongs_above(place: Place, previous: Place, bullet: Place | None, words: EntryWords) -> bool:
    """Whether a line goes on with what stands above it: a broken sentence, a bullet's text, or the tools of the
    entry.
    """
    if words.is_tool_line(place.line.text):
        return True
    before, line = previous.line.text.rstrip(), place.line
    if line.margin:
        return False
    if before.endswith(("-", ",", "/", "&")) or before.rpartition(" ")[2] in words.open_words:
        return not line.bold or previous.line.bold
    if bullet is not None and line.x0 > bullet.line.x0 + 2 and line.column == bullet.line.column and not _dated(place):
        return True
    return line.text[:1].islower() and not line.bold


def _is_employer_line(place: Place, previous: Place, bullet: Place | None, words: EntryWords) -> bool:
    """Whether the line above a dated title opens the entry itself: an employer, neither dated nor part of a bullet."""
    return not opens_item(place) and not _dated(place) and not _belongs_above(place, previous, bullet, words)


def _dated(place: Place) -> bool:
    return has_date(place.line.text)


def _title_lines(places: Sequence[Place]) -> set[int]:
    """Lines set like the section's first line, where that differs from how the rest is set."""
    first = places[0]
    look, edge = _look(first), first.line.x0
    alike = {
        index
        for index, place in enumerate(places)
        if not opens_item(place) and _look(place) == look and abs(place.line.x0 - edge) < _SAME_EDGE
    }
    plain = sum(not opens_item(place) for place in places)
    return alike if first.line.bold or len(alike) <= _TITLE_SHARE * plain else set()


def _wide_gaps(places: Sequence[Place]) -> set[int]:
    """Lines with clearly more white space above them than the lines of this section usually have."""
    gaps = {
        index: place.line.top - places[index - 1].line.bottom
        for index, place in enumerate(places)
        if index and place.page == places[index - 1].page and place.line.column == places[index - 1].line.column
    }
    if len(gaps) < 2:
        return set()
    usual = median(gaps.values())
    size = median(place.line.size for place in places)
    return {index for index, gap in gaps.items() if gap > usual + 0.35 * size}
