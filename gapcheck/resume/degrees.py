"""Rows of an education section → the rows at which its degrees begin: by what each says of a degree, and by space."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from gapcheck.resume.dates import date_spans, has_date, is_only_dates
from gapcheck.resume.rows import Row, title_in, usual_look
from gapcheck.resume.white_space import paragraph_gaps, wide_gaps
from gapcheck.taxonomy import EntryWords

_DATED_SHARE = 0.6  # of the paragraphs that speak of degrees: each of them is one
_ANY_LEVEL = "other"  # of a degree that schools and universities give: a diploma
_SET_IN = 6.0  # points that details stand right of their degree
_LABEL_WORDS = 4
_HEAD_ROWS = 3  # of a table, in which its columns are named
_SLOTS = 3  # of a degree: its name, its school, its date
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LAST_YEAR = re.compile(r"\b(?:19|20)\d\d\W*(?:\([^()]*\)\W*)?$")  # 2019, 2019 (85%)
_LISTED = re.compile(r"\s*(?:[|·•;]|(?<=[\d)]),(?=\s))\s*")
_BRACKETS = re.compile(r"\([^)]*\)")


def slots_of(row: Row, words: EntryWords) -> set[str]:
    """What a row says of a degree: its name, its school, its date; nothing where it opens a thesis or a project."""
    found = set[str]()
    if words.opens_own_work(row.text) or row.completes or is_table_head(row.text, words):
        return found
    if words.degree_level([row.text]):
        found.add("degree")
    if words.names_a_school(row.text):
        found.add("school")
    prized = not (found or row.bare) and words.share(row.text, "prize") > 0  # "Dean's List (Spring 2015)"
    ends_with_year = not row.remarks and _LAST_YEAR.search(row.text)
    if (row.dated or ends_with_year) and (found or not (prized or _labels_more_than_dates(row.text))):
        found.add("date")
    return found


def _labels_more_than_dates(text: str) -> bool:
    """Whether a line has a label and more behind it than a date: `GPA: 3.8, honours in Fall 2023`."""
    label, _, value = text.partition(":")
    labelled = value.strip() and len(label.split()) <= _LABEL_WORDS and not has_date(label)
    return bool(labelled) and not is_only_dates(value.strip())


def is_table_head(text: str, words: EntryWords) -> bool:
    """Whether a line is the head of a table of degrees or posts."""
    named = words.names_degree_columns(text) or words.names_period_columns(text)
    return named and ":" not in text and not has_date(text) and not words.degree_level([text])


def lists_dated(text: str) -> bool:
    """Whether a line names several things, each with its own date: `Fire safety (2021) · Forklift (2023)`."""
    parts = _LISTED.split(text)
    return len(parts) > 1 and all(has_date(part) and not is_only_dates(part) for part in parts)


def degrees(rows: Sequence[Row], words: EntryWords) -> list[int]:
    """Where degrees begin, below the head of their table."""
    heads = [index for index, row in enumerate(rows) if is_table_head(row.text, words)]
    first = heads[-1] + 1 if heads and heads[-1] < _HEAD_ROWS else 0
    while heads and first < len(rows) and not slots_of(rows[first], words):
        first += 1
    if first == len(rows):
        return [0]
    begun = _titled_alike(rows[first:]) or _begun(rows[first:], words)
    return sorted({0, *(first + start for start in begun if start)})


def _titled_alike(rows: Sequence[Row]) -> list[int]:
    """Where degrees begin whose names stand out from all below them, and each have one time there, whatever they are
    called; none where another line of the section stands out so.
    """
    named = [index for index, row in enumerate(rows) if row.look == rows[0].look]
    parts = [rows[begin + 1 : end] for begin, end in pairwise([*named, len(rows)])]
    plain = all(not (rows[index].dated or rows[index].marked) for index in named)
    told = all(sum(row.dated for row in part) == 1 for part in parts)
    return named if len(named) > 1 and plain and told else []


def _begun(rows: Sequence[Row], words: EntryWords) -> list[int]:
    """Where degrees begin: with each paragraph, where most that tell degrees say when, and where one is told again."""
    clear = {index for index in wide_gaps(rows) or paragraph_gaps(rows) if not rows[index].completes}
    bounds = [0, *sorted(clear - {0}), len(rows)]
    paragraphs = [(begin, end) for begin, end in pairwise(bounds) if _says_degree(rows[begin:end], words)]
    dated = sum(any(row.dated or _LAST_YEAR.search(row.text) for row in rows[begin:end]) for begin, end in paragraphs)
    undated = not any(row.dated for row in rows)
    named = undated and all(_names_degree(rows[begin:end], words) for begin, end in paragraphs)
    if len(paragraphs) < 2 or (dated < _DATED_SHARE * len(paragraphs) and not named):
        return _told_again(rows, words)
    starts = [0, *(begin for begin, _ in paragraphs[1:]), len(rows)]
    return [begin + start for begin, end in pairwise(starts) for start in _told_again(rows[begin:end], words)]


def _says_degree(rows: Sequence[Row], words: EntryWords) -> bool:
    """Whether a paragraph tells a degree, or something of which it says when."""
    said = set[str]().union(*(slots_of(row, words) for row in rows if not row.body))
    return "degree" in said or ("date" in said and not (said == {"date"} and rows[0].bare))


def _names_degree(rows: Sequence[Row], words: EntryWords) -> bool:
    return any(words.degree_level([row.text]) for row in rows if not row.body)


def _told_again(rows: Sequence[Row], words: EntryWords) -> list[int]:
    """Where degrees begin: a row says again what the degree above has said already."""
    said = [slots_of(row, words) for row in rows]
    said = [
        slots if not row.body or slots > {"degree"} or _is_below_school(rows, said, index) else set()
        for index, (row, slots) in enumerate(zip(rows, said, strict=True))
    ]
    for one, other in pairwise(range(len(rows))):
        opens = not one or rows[one - 1].body or bool(said[one - 1])
        if opens and "degree" in said[other] and _is_school_only(rows[one].text, words):
            said[one] = said[one] - {"degree"}  # "Ostby Polytechnic", above its "BSc"
        said[one], said[other] = _degree_and_school(said[one], said[other], rows[one], rows[other], words)
    lead = next((index for index, slots in enumerate(said) if slots), 0)
    text = usual_look(rows)
    titles = {rows[0].look} - {text}
    several = len({row.look for row in rows}) > 1
    found = [0]
    have: set[str] = set()
    years: set[str] = set()
    last = -1
    ranged = False
    for index, slots in enumerate(said):
        if not slots:
            continue
        again = slots & have
        told = set(_YEAR.findall(rows[index].text))
        titled = rows[index].look in titles and several and not rows[0].bare
        titled = titled or (_begins_with_date(rows[index]) and _begins_with_date(rows[0]))
        set_in = rows[index].place.line.x0 > rows[found[-1]].place.line.x0 + _SET_IN
        within = ranged and years and slots == {"date"} and (set_in or not rows[index].is_range)
        known = {year for year in told if min(years) <= year <= max(years)} if within else years
        if told and not titled and told <= known:
            again = again - {"date"}  # a year of the school, said again beside its exam or what was done there
        if last == index - 1 and not words.degree_level([_BRACKETS.sub("", rows[index].text)]):
            again = again - {"degree"}  # "Master of Business", and below "Administration (MBA)"
        if last == index - 1 and slots == said[last] == {"school"}:
            again = again - {"school"}  # its name did not fit on a line
        detail = not rows[index].is_range and not titled
        if ranged and "date" in again and detail and "degree" not in have:
            again = again - {"date"}  # "2017 - 2019" above, and the year of the exam
        if (
            last == index - 1
            and _begins_within(rows[index], rows[last])
            and slots | have == {"school", "date", "degree"}
        ):
            again = again - {"date"}  # "Elm University, expected June 2028", and below "BSc, since August 2024"
        whole = len(slots) == _SLOTS and {"school", "date"} <= have  # "F.Sc., Elm College, 2019", which no list knows
        higher = any(map(words.names_a_school, texts := [row.text for row in rows[found[-1] : index]])) and not any(
            map(words.names_a_school_level, texts)
        )
        own = slots_of(rows[index], words)  # a school below a university, with its own time
        whole = whole or (higher and words.names_a_school_level(rows[index].text) and "date" in own & have)
        complete = (
            whole
            or "degree" in again
            or ("school" in again and "degree" in have)
            or ("date" in again and len(have) > 1)
        )
        further = rows[index].bare and last == index - 1 and "date" in said[last] and not rows[0].bare
        begins = complete or ("date" in again and not (have - {"date"}) and not rows[index].bare)
        if begins and not further and _tells_degree(said, rows, index):
            found.append(title_in(rows, last + 1, index, max(last + 1, index - lead), titles))
            have = set().union(*said[found[-1] : index])
            years, ranged = set(), False
        have |= slots
        years |= told
        ranged = ranged or (rows[index].is_range and not _is_season(rows[index].text))
        last = index
    return found


def _begins_within(row: Row, above: Row) -> bool:
    """Whether a row tells from when on, and the one above it a single date, of the same year or a later one."""
    years, ends = (_YEAR.findall(one.text) for one in (row, above))
    return row.is_range and not above.is_range and len(years) == 1 and bool(ends) and max(ends) >= years[0]


def _is_season(text: str) -> bool:
    """Whether a line says when by one season and its year: it lasted, but says nothing of the end of more."""
    return [text[begin:end].split()[1:] for begin, end, _ in date_spans(text)] == [_YEAR.findall(text)]


def _begins_with_date(row: Row) -> bool:
    """Whether a row that says more opens with its date."""
    return row.dated and not row.bare and any(begin == 0 for begin, *_ in date_spans(row.text))


def _is_below_school(rows: Sequence[Row], said: Sequence[set[str]], index: int) -> bool:
    """Whether an unmarked line right below the name of a school is the degree, however long it is."""
    above = index - 1
    return index > 0 and said[index] == {"degree"} and said[above] == {"school"} and not rows[index].marked


def _degree_and_school(
    above: set[str], below: set[str], one: Row, other: Row, words: EntryWords
) -> tuple[set[str], set[str]]:
    """What two rows say where one is a degree and the other its school, though "High School" is the name of both."""
    levels = [words.degree_level([row.text]) for row in (one, other)]
    either = [words.names_a_school_level(row.text) for row in (one, other)]
    if levels[0] and "school" not in above and _is_school_only(other.text, words):  # "BSc", and "Ostby Polytechnic"
        return above, below - {"degree"}
    if not any(either) or not above or not below:
        return above, below
    if all(either):
        return above - {"school"}, below - {"degree"}
    if either[0] and levels[1] == _ANY_LEVEL and "school" not in below:  # "Lakeside High School", below "Diploma"
        return above - {"degree"}, below
    if all(levels) and levels[0] != levels[1]:
        return above, below
    if either[0]:
        return above - ({"school"} if "school" in below else {"degree"}), below
    return above, below - ({"school"} if "school" in above else {"degree"})


def _is_school_only(text: str, words: EntryWords) -> bool:
    """Whether what names a degree in a line is a word of the name of its school: `Ostby Polytechnic College`."""
    others = " ".join(word for word in text.split() if not words.names_a_school(word))
    return words.degree_level([text]) == _ANY_LEVEL and words.degree_level([others]) is None


def _tells_degree(said: Sequence[set[str]], rows: Sequence[Row], index: int) -> bool:
    """Whether what begins here is told by more than the name of a school: by a degree or a date."""
    told: set[str] = set()
    for here in range(index, len(rows)):
        if here > index and ((rows[here].body and not said[here]) or said[here] & said[index]):
            break
        told |= said[here]
    return bool(told & {"degree", "date"})
