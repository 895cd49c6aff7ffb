"""Rows of one section → the rows at which its entries begin, by all that tells them apart: looks, dates, marks, space.

A section is a sequence of heads and texts. A head with one date is one entry; one with several dates is cut where the
first head of the section would be cut: as many lines before the date as there. A head without any date opens an entry
only where it looks like those that do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from gapcheck.resume.dates import date_spans, states_length
from gapcheck.resume.degrees import degrees, is_table_head, slots_of
from gapcheck.resume.items import mark_of
from gapcheck.resume.lexicon import HeadingLexicon
from gapcheck.resume.listed_entries import listed_starts
from gapcheck.resume.rows import Look, Row, title_in, usual_look
from gapcheck.resume.tables_of_entries import table_rows
from gapcheck.resume.white_space import wide_gaps
from gapcheck.taxonomy import EntryWords, SectionKind

_SAME_EDGE = 4.0  # points
_SET_IN = 6.0  # points that a text stands right of its title
_FEWEST_TITLES, _MOST_TITLES = 2, 0.7
_LABEL_WORDS = 5
_PLACE_WORDS = 3  # of a place before a time
_HEAD_ROWS = 3  # of a table whose rows are numbered
SERIAL_NUMBER = re.compile(r"^(\d\d?)\.?\t")
"""How a row of a numbered table begins."""
_DIGIT = re.compile(r"\d")
_EMPLOYED = re.compile(r"\w, [^\W\d_]| at [A-Z]")  # "Clerk, Elm Mills", "Clerk at Elm Mills"
_INTRODUCTION = 2  # lines at most, before numbered jobs
_DATED_SHARE = 0.5  # of marked lines that say when: each of them is an entry
_UNDATED_TITLES = (SectionKind.projects, SectionKind.activities, SectionKind.publications, SectionKind.awards)
_WORK = (SectionKind.experience, SectionKind.activities)
ONE_LINERS = (SectionKind.certifications, SectionKind.publications, SectionKind.awards)


def starts_of(kind: SectionKind, rows: Sequence[Row], words: EntryWords, lexicon: HeadingLexicon) -> list[int]:
    """Indices of the rows that begin an entry; the first row always does, but where it is the head of a table."""
    if numbered := _serial_numbers(rows):
        return [0, *numbered[1:]]
    named = kind is SectionKind.education and any(is_table_head(row.text, words) for row in rows[:_HEAD_ROWS])
    if not named and (table := table_rows(rows)):
        return table
    if len(rows) > 1 and kind is SectionKind.experience and is_table_head(rows[0].text, words):
        return [0, *(start + 1 for start in starts_of(kind, rows[1:], words, lexicon) if start)]
    if (marks := _marked_entries(kind, rows, words)) is not None:
        return sorted({0, *marks})
    if kind is SectionKind.education:
        return _named_alike(rows) or degrees(rows, words)
    if kind in ONE_LINERS:
        return listed_starts(rows)
    return _titled(kind, rows, words, lexicon)


def introduction(rows: Sequence[Row], words: EntryWords) -> int:
    """How many lines of a section stand before its jobs, where each of these opens with a number: `Total: 7 years`."""
    jobs = [index for index, row in enumerate(rows) if row.dated and mark_of(row.place) == "1"]
    if len(jobs) < _FEWEST_TITLES or not 0 < jobs[0] <= _INTRODUCTION:
        return 0
    told = rows[: jobs[0]]
    return 0 if any(row.marked or row.dated or words.names_a_post(row.text) for row in told) else jobs[0]


def _serial_numbers(rows: Sequence[Row]) -> list[int]:
    """The rows of a table whose first cells count: 1, 2, 3, whatever lines their other cells take; none elsewhere."""
    counts = {index: int(found[1]) for index, row in enumerate(rows) if (found := SERIAL_NUMBER.match(row.text))}
    counting = len(counts) >= _FEWEST_TITLES and list(counts.values()) == list(range(1, len(counts) + 1))
    return list(counts) if counting and next(iter(counts)) <= _HEAD_ROWS else []


def _marked_entries(kind: SectionKind, rows: Sequence[Row], words: EntryWords) -> list[int] | None:
    """Where entries open with a bullet or a number: the marks like the first one; None where marks open mere text."""
    if not rows[0].marked:
        return None
    edge, mark = rows[0].place.line.x0, mark_of(rows[0].place)
    marks = [
        index
        for index, row in enumerate(rows)
        if row.marked
        and mark_of(row.place) == mark
        and (abs(row.place.line.x0 - edge) < _SAME_EDGE or row.place.page != rows[0].place.page)
    ]
    if kind in ONE_LINERS:
        return marks
    marks = _titles_among(marks, rows, words)
    if kind is SectionKind.projects:
        return marks
    parts = [rows[begin:end] for begin, end in pairwise([*marks, len(rows)])]
    if kind is SectionKind.education:
        slots = [slots_of(part[0], words) for part in parts]
        return [
            mark
            for mark, above, own, part in zip(marks, [set[str](), *slots], slots, parts, strict=False)
            if own and not (part[0].bare and "date" not in above and above)
        ]
    dated = sum(any(row.dated or _lasts(row, part[0]) for row in part) for part in parts)
    return marks if dated and dated >= _DATED_SHARE * len(parts) else None


def _lasts(row: Row, title: Row) -> bool:
    """Whether a title, or a line of its entry without a mark, says how long that was: `Duration: 2 years`."""
    return (row is title or not row.marked) and states_length(row.text)


def _titles_among(marks: list[int], rows: Sequence[Row], words: EntryWords) -> list[int]:
    """The marked rows that open an entry, where those of its text have the same mark: they are bold as the first one
    is, or say when a post was held as it does.
    """
    first = rows[marks[0]]
    bold = [mark for mark in marks if rows[mark].look == first.look] if first.place.line.bold else marks
    if 1 < len(bold) < len(marks) or (len(bold) == 1 and first.dated):
        return bold
    posts = [mark for mark in marks if rows[mark].is_range and words.names_a_post(rows[mark].text)]
    return posts if len(posts) > 1 and posts[0] == marks[0] and len(posts) < _DATED_SHARE * len(marks) else marks


# ------------------------------------------------------------------------------------------------------ jobs, projects


def _titled(kind: SectionKind, rows: Sequence[Row], words: EntryWords, lexicon: HeadingLexicon) -> list[int]:
    """Where entries begin that have a head of one or more lines: jobs, projects, activities."""
    if named := _named_alike(rows):
        return named
    rows = _without_dates_in_lists(rows, words)
    clear = wide_gaps(rows)
    heads = [_without_foot(_without_label(head, kind, rows, lexicon), rows, clear) for head in _heads(rows)]
    if _dates_close(rows, heads):
        return [0, *(index + 1 for index, row in enumerate(rows[:-1]) if row.dated)]
    dated = {begin: [index for index in range(begin, end) if rows[index].dated] for begin, end in heads}
    titles = _title_looks(rows, heads, dated)
    lead = _lead(heads, dated)
    often = Counter(rows[begin].text for begin, _ in heads)
    date_first = kind is SectionKind.experience and _open_with_dates(rows, dated)
    found = [0]
    for begin, end in heads:
        if not dated[begin] and date_first and not words.names_a_title(rows[begin].text):
            continue
        unnamed = words.is_place_of_an_employer(rows[begin].text)
        if not dated[begin] and (often[rows[begin].text] == 1 or unnamed):
            late = end < len(rows) and bool(rows[end].late_date)
            if begin and late:
                found.append(title_in(rows, begin, end - 1, begin, titles))
            elif begin and _opens_undated(kind, rows, begin, titles, clear, bool(any(dated.values())), words, lexicon):
                found.append(begin)
        elif dated[begin]:
            found += _cut(rows, begin, end, dated[begin], lead, titles, first=begin == heads[0][0])
    return _without_torn(rows, sorted({*found, *_marks_below_a_label(kind, rows, sorted(set(found)))}))


def _without_torn(rows: Sequence[Row], starts: Sequence[int]) -> list[int]:
    """The starts without those in the middle of a title that runs over two lines: the one above, which is all of its
    entry, ends with a comma, and at most a place stands before the time: `Lee Hospital,` and `Cork, 2019 - 2021`.
    """

    def is_torn(before: int, start: int) -> bool:
        spans = date_spans(rows[start].text)
        above = rows[before]
        is_one_line = start == before + 1 and not above.marked and above.text.rstrip().endswith(",")
        return is_one_line and bool(spans) and len(rows[start].text[: spans[0][0]].split()) <= _PLACE_WORDS

    torn = {start for before, start in pairwise(starts) if is_torn(before, start)}
    return [start for start in starts if start not in torn]


def _open_with_dates(rows: Sequence[Row], dated: dict[int, list[int]]) -> bool:
    """Whether the titles of several entries, and of most, begin with their time: what does not is a label inside."""
    begun = [rows[begin] for begin, found in dated.items() if found]
    first = sum(not row.bare and any(begin == 0 for begin, *_ in date_spans(row.text)) for row in begun)
    return first >= _FEWEST_TITLES and first >= _MOST_TITLES * len(begun)


def _marks_below_a_label(kind: SectionKind, rows: Sequence[Row], starts: Sequence[int]) -> list[int]:
    """The marked lines below an undated head, where most of them say when: the head only labels them ("Others")."""
    if kind is not SectionKind.activities:
        return []
    found: list[int] = []
    for begin, end in pairwise([*starts, len(rows)]):
        marks = [index for index in range(begin + 1, end) if rows[index].marked]
        dated = sum(rows[index].dated or bool(rows[index].late_date) for index in marks)
        if marks and marks[0] == begin + 1 and not rows[begin].dated and 1 < dated >= _DATED_SHARE * len(marks):
            found += marks
    return found


def _without_dates_in_lists(rows: Sequence[Row], words: EntryWords) -> Sequence[Row]:
    """The rows; where dated titles look otherwise than texts, a dated line that looks like those, is set in from the
    titles and names no post is text too: `SQL Server 2008-2012` in a list of tools.
    """
    usual = Counter(row.look for row in rows if not row.dated).most_common(1)
    titled = [row for row in rows if row.dated and not row.body and usual and row.look != usual[0][0]]
    if len(titled) < _FEWEST_TITLES:
        return rows
    edge = min(row.place.line.x0 for row in titled) + _SET_IN
    return [
        replace(row, body=True, dated=False)
        if row.dated
        and not row.bare
        and row.look == usual[0][0]
        and row.place.line.x0 > edge
        and "\t" not in row.text
        and not words.names_a_title(row.text)
        else row
        for row in rows
    ]


def _named_alike(rows: Sequence[Row]) -> list[int]:
    """Where entries begin whose first lines name the same: `Company: ...`; none where the first line names nothing, or
    nothing else is named so. A name in the margin may be an employer's, said twice: there more must be named alike.
    """
    names = [name_of_value(row) for row in rows]
    alike = [index for index, name in enumerate(names) if name and name == names[0]]
    parts = [set(names[begin + 1 : end]) - {""} for begin, end in pairwise([*alike, len(rows)])]
    told = len(alike) > 1 and (not rows[0].place.line.margin or bool(set.intersection(*parts)))
    return alike if told else []


def name_of_value(row: Row) -> str:
    """The name before a colon and a value, or in the margin beside it, without a number; empty where a row has none."""
    mark = "\t" if row.place.line.margin and "\t" in row.text else ":"
    name, found, value = row.text.partition(mark)
    named = found and value.strip() and not row.marked and len(name.split()) <= _LABEL_WORDS and not _DIGIT.search(name)
    return name.strip().lower() if named else ""


def _dates_close(rows: Sequence[Row], heads: Sequence[tuple[int, int]]) -> bool:
    """Whether entries end with their date: it stands alone below each text, and above none."""
    if len(heads) < 2:
        return False
    (first, end), (begin, _) = heads[0], heads[-1]
    return (
        rows[-1].closes
        and not rows[begin - 1].closes
        and not any(row.dated for row in rows[first:end])
        and all(row.closes for row in rows if row.dated)
    )


def _heads(rows: Sequence[Row]) -> list[tuple[int, int]]:
    """Runs of rows that are no text, as (first, one after the last)."""
    found: list[tuple[int, int]] = []
    for index, row in enumerate(rows):
        if row.body:
            continue
        if found and found[-1][1] == index:
            found[-1] = found[-1][0], index + 1
        else:
            found.append((index, index + 1))
    return found


def _title_looks(rows: Sequence[Row], heads: Sequence[tuple[int, int]], dated: dict[int, list[int]]) -> set[Look]:
    """Looks of the first lines of dated heads, or of the first head where none has a date, if texts look otherwise."""
    openers = [begin for begin, _ in heads if dated[begin]] or [begin for begin, _ in heads[:1]]
    return {rows[begin].look for begin in openers} - {usual_look(rows)}


def _lead(heads: Sequence[tuple[int, int]], dated: dict[int, list[int]]) -> int:
    """How many lines of a head stand before its date: as in most heads, the first one's where heads differ."""
    leads = Counter(dated[begin][0] - begin for begin, _ in heads if dated[begin])
    if not leads:
        return 0
    first = next(dated[begin][0] - begin for begin, _ in heads if dated[begin])
    most = max(leads.values())
    return first if leads[first] == most else min(lead for lead, count in leads.items() if count == most)


def _cut(
    rows: Sequence[Row], begin: int, end: int, dated: Sequence[int], lead: int, titles: set[Look], *, first: bool
) -> list[int]:
    """Where entries begin in one head: one for each date that is not a further spell of the same entry."""
    start = begin
    if not first and dated[0] - begin > lead and rows[begin].look not in titles:
        start = _unbroken(rows, begin, title_in(rows, begin, dated[0], dated[0] - lead, titles))
    found = [start]
    own_lead = min(lead, dated[0] - start) if not first else dated[0] - start
    bare_first = rows[begin].bare
    for before, here in pairwise(dated):
        between = here - before - 1
        if rows[here].bare and not between and not bare_first:
            continue
        if not rows[here].is_range and rows[before].is_range and not rows[here].bare and not _alike(rows, here, before):
            continue
        if bare_first and rows[here].bare and not own_lead:  # each entry opens with its date
            found.append(here)
            continue
        found.append(title_in(rows, before + 1, here, here - min(own_lead, between), titles))
    if len(dated) > 1 and dated[-1] - dated[0] == len(dated) - 1 and not rows[dated[-1]].bare:  # a line each
        edge = rows[dated[-1]].place.line.x0 + _SET_IN
        below = range(dated[-1] + 1, end)
        found += [index for index in below if _alike(rows, index, dated[-1]) and rows[index].place.line.x0 < edge]
    return found


def _unbroken(rows: Sequence[Row], begin: int, start: int) -> int:
    """The line from `begin` on at which a title begins that is broken before its time, where others have theirs on
    their only line: it goes on at `start`, which is a time alone or stands below a comma.
    """
    while start > begin and (rows[start].bare or rows[start - 1].text.rstrip().endswith(",")):
        start -= 1
    return start


def _alike(rows: Sequence[Row], one: int, other: int) -> bool:
    return rows[one].look == rows[other].look


def _opens_undated(
    kind: SectionKind,
    rows: Sequence[Row],
    begin: int,
    titles: set[Look],
    clear: set[int],
    any_dated: bool,
    words: EntryWords,
    lexicon: HeadingLexicon,
) -> bool:
    """Whether a head without a date opens an entry: it looks like a title, and is no label inside of an entry."""
    row = rows[begin]
    if _is_label(kind, row, lexicon) or (kind is SectionKind.experience and _is_set_in(rows, begin, words)):
        return False
    if row.look in titles or (begin in clear and words.is_place_of_an_employer(row.text)):
        return True
    if kind is SectionKind.experience and _returns_to_edge(rows, begin, clear, words):
        return True
    if kind in _UNDATED_TITLES:
        above = rows[begin - 1]
        return begin in clear or (above.body and _has_marks(rows, begin)) or (not any_dated and not titles)
    return begin in clear and words.names_a_title(row.text) and not row.text.rstrip().endswith(".")


def _is_set_in(rows: Sequence[Row], begin: int, words: EntryWords) -> bool:
    """Whether a line that names no post is set in from all titles with a time in its column: it names a part of one."""
    row = rows[begin]
    column = row.place.page, row.place.line.column
    edges = [
        one.place.line.x0
        for one in rows
        if one.dated and not one.body and (one.place.page, one.place.line.column) == column
    ]
    return bool(edges) and row.place.line.x0 > max(edges) + _SET_IN and not words.names_a_title(row.text)


def _returns_to_edge(rows: Sequence[Row], begin: int, clear: set[int], words: EntryWords) -> bool:
    """Whether a line stands at the edge of the titles, below a text that is set in from it, and clear of that or with
    the name of a post: where titles look like texts, the edge tells them apart. Between two lists without any edge, a
    post with its employer does: `Earlier: stall keeper, Elm Market`.
    """
    row, above = rows[begin], rows[begin - 1]
    edge = next((one.place.line.x0 for one in rows if one.dated and not one.body), None)
    if edge is None or not above.body or abs(row.place.line.x0 - edge) > _SAME_EDGE or row.text.rstrip().endswith("."):
        return False
    if not row.text[:1].isupper():
        return False
    if above.place.line.x0 > edge + _SET_IN:
        return begin in clear or words.names_a_title(row.text)
    between_lists = above.marked and begin + 1 < len(rows) and rows[begin + 1].marked
    return between_lists and _EMPLOYED.search(row.text) is not None and words.may_name_a_post(row.text)


def _has_marks(rows: Sequence[Row], before: int) -> bool:
    """Whether the text above is a list with marks: an unmarked line ends it."""
    for row in reversed(rows[:before]):
        if not row.body:
            return False
        if row.marked:
            return True
    return False


def _without_label(
    head: tuple[int, int], kind: SectionKind, rows: Sequence[Row], lexicon: HeadingLexicon
) -> tuple[int, int]:
    """The head without a label that stands above it: a part of the entry before."""
    begin, end = head
    return (begin + 1, end) if 0 < begin < end - 1 and _is_label(kind, rows[begin], lexicon) else head


def _without_foot(head: tuple[int, int], rows: Sequence[Row], clear: set[int]) -> tuple[int, int]:
    """The head without lines that end the text above it (its tools), where a title with its date stands clear below."""
    begin, end = head
    first = next((index for index in range(begin, end) if rows[index].dated), begin)
    ended = begin and rows[begin - 1].body and clear.isdisjoint(range(begin, first)) and first in clear
    return (first, end) if ended and not rows[first].bare else head


def _is_label(kind: SectionKind, row: Row, lexicon: HeadingLexicon) -> bool:
    """Whether a head labels a part of the entry above: "Highlights:", "Responsibilities", "Tech stack" among jobs."""
    text = row.text.strip()
    if lexicon.is_inner(text) or (text.endswith((":", ":-")) and len(text.split()) <= _LABEL_WORDS):
        return True
    return kind is SectionKind.experience and lexicon.exact(text) not in (None, *_WORK)
