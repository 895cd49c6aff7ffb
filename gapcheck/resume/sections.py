"""Lines and the headings among them → the parts of the resume: also those that no heading opens, or one heading joins.

A table of degrees is education wherever it stands; jobs that begin right below the letterhead are experience. What
stands under a heading of several kinds ("Skills & Certifications") is sorted line by line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from gapcheck.resume.dates import date_spans, has_date
from gapcheck.resume.edge_times import is_at_the_edge
from gapcheck.resume.entries import BESIDE
from gapcheck.resume.headings import Heading
from gapcheck.resume.items import items_of, mark_of
from gapcheck.resume.lexicon import HeadingLexicon, plain_heading
from gapcheck.resume.model import KnownBy, Place
from gapcheck.resume.rows import Row, rows_of
from gapcheck.taxonomy import EntryWords, SectionKind

_TABLE_CELLS = 3
_TABLE_ROWS = 2
_LIST_COMMAS = 2
_DATED_SHARE = 0.5
_HEAD_LINES = 3  # the post, its employer, its time
_HEAD_WORDS = 10  # at most, of a line that goes on in small letters on the next one
_ABOVE_DEGREES = (SectionKind.header, SectionKind.summary, SectionKind.experience)
_DEGREES = ("phd", "master", "bachelor")
_OTHER = "other"  # level
_DEGREE_LINES = 3  # at most, from one to the next
_PRIZE_WORDS = 10  # of a line that tells of a prize and no more
_SEVERAL = 2
_OPENING = 3  # words of a line that begins with a degree
_SAME_EDGE = 4.0  # points
_QUOTES = '"“”‘«'
_LAST_YEAR = re.compile(r"\b(?:19|20)\d\d\W*$")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WITHOUT_JOBS = (SectionKind.header, SectionKind.summary)
_SORTED = frozenset(SectionKind) - {SectionKind.experience, SectionKind.projects, SectionKind.header}
_SIGNS = {
    SectionKind.awards: "prize",
    SectionKind.languages: "language",
    SectionKind.interests: "leisure",
    SectionKind.publications: "venue",
}


@dataclass(frozen=True, slots=True)
class HeadedLines:
    """Lines of one kind of section, the heading that opens them, and the line they begin with."""

    kind: SectionKind
    text: str
    known_by: KnownBy
    start: Place
    lines: tuple[Place, ...]


def parts_of(
    places: Sequence[Place],
    headings: Mapping[int, Heading],
    name: int | None,
    words: EntryWords,
    known: HeadingLexicon,
) -> Iterator[HeadedLines]:
    """The parts in order; `name` is the line of the person's name, which opens the letterhead wherever it stands."""
    for part, kinds in _opened(places, headings, name):
        if part.lines and len(kinds) > 1 and _SORTED.issuperset(kinds):
            yield from _sorted(part, kinds, words, known)
            continue
        main = next((kind for kind in BESIDE if kind in kinds), part.kind)
        if main is not part.kind and BESIDE[main].issuperset(set(kinds) - {main}):
            part, kinds = replace(part, kind=main), (main, *(kind for kind in kinds if kind is not main))
        if part.kind is SectionKind.education or not part.lines:
            yield part
        else:
            yield from _with_unopened(part, words)
        if part.lines:
            yield from (replace(part, kind=kind, lines=()) for kind in kinds[1:])


def degrees_apart(parts: Sequence[HeadedLines], words: EntryWords, lexicon: HeadingLexicon) -> list[HeadedLines]:
    """The parts; one of education that names no degree and no school (or, under "Qualifications", diplomas, or a
    certificate, beside a degree and its school elsewhere), if another has degrees: it holds certificates where it says
    when and names some or stands under "Qualifications", and skills there where it doesn't say when.
    """
    parts = [_prizes_that_were_won(_papers_that_were_earned(part, words, lexicon), words) for part in parts]
    parts = _with_things_made(parts)
    schools = [_names_a_school(part, words) for part in parts]
    levels = [_levels(part, words) for part in parts]
    beyond = [school and bool(level - {"school"}) for school, level in zip(schools, levels, strict=True)]
    studied = [
        bool(level.intersection(_DEGREES)) or (school and not _tells_certificate(part, words))
        if any(beyond[:at] + beyond[at + 1 :]) and lexicon.may_hold_skills(part.text)
        else school or bool(level)
        for at, (part, school, level) in enumerate(zip(parts, schools, levels, strict=True))
    ]
    if not any(studied):
        return list(parts)
    found = []
    for part, has_degrees in zip(parts, studied, strict=True):
        if part.kind is not SectionKind.education or has_degrees:
            found.append(part)
        elif _are_undated(part):
            found.append(replace(part, kind=SectionKind.skills) if lexicon.may_hold_skills(part.text) else part)
        else:
            named = any(words.names_a_certificate(place.line.text) for place in part.lines)
            named = named or lexicon.may_hold_skills(part.text)
            found.append(replace(part, kind=SectionKind.certifications) if named else part)
    return found


def _papers_that_were_earned(part: HeadedLines, words: EntryWords, lexicon: HeadingLexicon) -> HeadedLines:
    """The part; one of publications is of certificates where a line names one, and none a venue or a quoted title:
    below `Papers` may stand both.
    """
    texts = [place.line.text for place in part.lines]
    published = any(words.share(text, "venue") or not set(_QUOTES).isdisjoint(text) for text in texts)
    named = (words.names_a_certificate(text) or _names_one(text, lexicon) for text in texts)
    earned = part.kind is SectionKind.publications and any(named) and not published
    earned = earned and part.known_by is not KnownBy.joint
    return replace(part, kind=SectionKind.certifications) if earned else part


def _names_one(text: str, lexicon: HeadingLexicon) -> bool:
    """Whether a word of a line would head a section of certificates, but for its ending: a licence, a permit."""
    said = (lexicon.says(word) for word in map(plain_heading, text.split()) if word.isalpha())
    return any(one is not None and one.kinds == (SectionKind.certifications,) for one in said)


def _with_things_made(parts: Sequence[HeadedLines]) -> list[HeadedLines]:
    """The parts; of several of skills, one in which each of some lines opens with its time is of projects: programs
    that were made, below `Software`.
    """
    if sum(part.kind is SectionKind.skills for part in parts) < _SEVERAL:
        return list(parts)
    return [replace(part, kind=SectionKind.projects) if _are_dated_skills(part) else part for part in parts]


def _are_dated_skills(part: HeadedLines) -> bool:
    spans = [date_spans(place.line.text) for place in part.lines]
    opened = all(any(begin == 0 for begin, *_ in found) for found in spans)
    return part.kind is SectionKind.skills and len(spans) >= _SEVERAL and opened


def _prizes_that_were_won(part: HeadedLines, words: EntryWords) -> HeadedLines:
    """The part; one of projects is of awards where all it says are short lines with a time, and most name a prize: what
    was won in competitions, not what was made for them.
    """
    texts = [place.line.text for place in part.lines]
    short = all(has_date(text) and len(text.split()) <= _PRIZE_WORDS for text in texts)
    prized = sum(words.share(text, "prize") > 0 for text in texts)
    won = part.kind is SectionKind.projects and short and 0 < len(texts) <= 2 * prized
    return replace(part, kind=SectionKind.awards) if won else part


def _are_undated(part: HeadedLines) -> bool:
    """Whether few lines of a part of education say when, as those do that name what was earned."""
    dated = sum(has_date(place.line.text) for place in part.lines)
    return part.kind is SectionKind.education and dated < _DATED_SHARE * len(part.lines)


def _tells_certificate(part: HeadedLines, words: EntryWords) -> bool:
    return any(words.tells_a_certificate(place.line.text) for place in part.lines)


def _names_a_school(part: HeadedLines, words: EntryWords) -> bool:
    return part.kind is SectionKind.education and any(words.names_a_school(place.line.text) for place in part.lines)


def _levels(part: HeadedLines, words: EntryWords) -> set[str]:
    """The levels of the degrees that a part of education names, but for certificates that are called like one."""
    if part.kind is not SectionKind.education:
        return set()
    told = [(text, words.degree_level([text])) for text in (place.line.text for place in part.lines)]
    return {level for text, level in told if level and not (level == _OTHER and words.names_a_certificate(text))}


def _opened(
    places: Sequence[Place], headings: Mapping[int, Heading], name: int | None
) -> Iterator[tuple[HeadedLines, tuple[SectionKind, ...]]]:
    """The parts that headings open, each with the kinds that its heading names."""
    letterhead = Heading(-1, (SectionKind.header,), "")
    current, start, gathered = letterhead, None, list[Place]()
    for index, place in enumerate(places):
        heading = headings.get(index) if index != name else None
        beside = index == name and current is not letterhead  # a column beside it was read before the letterhead
        goes_on = heading is not None and not gathered and heading.kinds == current.kinds  # "Posts", "A. Present post"
        if start is not None and (heading is not None or beside) and not goes_on:
            yield HeadedLines(current.kind, current.text, current.known_by, start, tuple(gathered)), current.kinds
        if heading is not None or beside:
            current, gathered, start = (current, gathered, start) if goes_on else (heading or letterhead, [], place)
        start = start or place
        if heading is None or not heading.text:
            gathered.append(place)
        elif heading.label:
            gathered.append(Place(place.page, place.line.part(heading.label, len(place.line.words))))
    if start is not None:
        yield HeadedLines(current.kind, current.text, current.known_by, start, tuple(gathered)), current.kinds


# ----------------------------------------------------------------------------------------------------- without heading


def _with_unopened(part: HeadedLines, words: EntryWords) -> Iterator[HeadedLines]:
    """The part, and what stands in it without a heading of its own."""
    if table := _degree_table(part.lines, words) or _degree_list(part, words):
        begin, end = table
        before, after = part.lines[:begin], part.lines[end:]
        if before or part.text:
            yield replace(part, lines=before)
        yield _guessed(SectionKind.education, part.lines[begin:end])
        if after:
            yield _guessed(SectionKind.other, after)
        return
    if part.kind in _WITHOUT_JOBS:
        lines = part.lines
        first = _first_job(rows_of(lines, words), words, least=0 if part.text else 1)
        if first is not None:
            yield replace(part, lines=lines[:first])
            yield _guessed(SectionKind.experience, lines[first:])
            return
    yield part


def _guessed(kind: SectionKind, lines: tuple[Place, ...]) -> HeadedLines:
    return HeadedLines(kind, "", KnownBy.guessed, lines[0], lines)


def _degree_table(lines: Sequence[Place], words: EntryWords) -> tuple[int, int] | None:
    """The first and one after the last line of rows that each name a degree and a year in cells."""
    rows = [index for index, place in enumerate(lines) if words.is_degree_row(place.line.text)]
    if not rows:
        return None
    begin = rows[0]
    titled = begin > 0 and words.names_degree_columns(lines[begin - 1].line.text)
    if len(rows) < _TABLE_ROWS and not titled:
        return None
    return begin, rows[-1] + 1


def _degree_list(part: HeadedLines, words: EntryWords) -> tuple[int, int] | None:
    """The first and one after the last line of degrees, below the jobs or the letterhead: several lines near each other
    open with one and name a year, some a school, and none further below says from when to when it was. In a list one
    that nobody knows (`M.F.T. from Ostby College in 2012`) is a degree beside another.
    """
    if part.kind not in _ABOVE_DEGREES or part.known_by is KnownBy.joint:
        return None
    texts = [place.line.text for place in part.lines]
    run: list[int] = []
    for index in range(len(texts)):
        near = bool(run) and index - run[-1] <= _DEGREE_LINES
        like = near and _is_listed_like(part.lines[index], part.lines[run[-1]], words)
        if like or _opens_with_degree(texts[index : index + 2], words):
            run = [*run, index] if near else [index]
    high = any(words.degree_level([texts[index]]) in _DEGREES for index in run)
    if len(run) < _TABLE_ROWS or not (high and any(words.names_a_school(texts[index]) for index in run)):
        return None
    end = min(len(texts), run[-1] + max(after - before for before, after in pairwise(run)))
    dated = any(is_range for text in texts[end:] for *_, is_range in date_spans(text))
    return None if dated else (run[0], end)


def _opens_with_degree(texts: Sequence[str], words: EntryWords) -> bool:
    """Whether the first of two lines begins with a degree that a year in them dates, and is no work of one's own."""
    opening = " ".join([word for word in texts[0].split() if any(map(str.isalnum, word))][:_OPENING])
    named = words.degree_level([opening]) in (*_DEGREES, "other") and not words.opens_own_work(texts[0])
    return named and _YEAR.search(" ".join(texts)) is not None and not words.names_a_post(texts[0])


def _is_listed_like(place: Place, degree: Place, words: EntryWords) -> bool:
    """Whether a line opens with the mark of a degree above it, at the same edge, and names a school and a year."""
    text, edges = place.line.text, abs(place.line.x0 - degree.line.x0)
    if not mark_of(degree) or mark_of(place) != mark_of(degree) or edges >= _SAME_EDGE or words.names_a_post(text):
        return False
    return words.names_a_school(text) and _LAST_YEAR.search(text) is not None


def _first_job(rows: Sequence[Row], words: EntryWords, least: int) -> int | None:
    """The line, from the `least` one on, at which jobs begin: a post with its time, and a text below, or the first of
    several alike, of which one may be such a post, that have a time and a list below, or one that may be a post by its
    ending; None where none does.
    """
    alike: list[int] = []
    for index, row in enumerate(rows):
        dated = row.dated and row.is_range and is_at_the_edge(row.text, ended=False)
        if row.body or not dated or words.degree_level([row.text]) or _runs_on(rows, index):
            continue
        head = [index]
        while (
            head[-1] > least and len(head) < _HEAD_LINES and not (rows[head[-1] - 1].body or rows[head[-1] - 1].dated)
        ):
            head.append(head[-1] - 1)
        named = next((here for here in head if here >= least and words.names_a_post(rows[here].text)), None)
        title = index - row.bare
        if named is not None and _has_text(rows, index):
            return next((one for one in alike if rows[one].look == rows[title].look), named)
        if title >= least and _is_unnamed_job(rows, title, index, words):
            alike.append(title)
    several = len(alike) > 1 and len({rows[title].look for title in alike}) == 1
    return alike[0] if several or (alike and words.may_name_a_post(rows[alike[0]].text)) else None


def _runs_on(rows: Sequence[Row], index: int) -> bool:
    """Whether a line is one of running text, that ends in a time by chance: `Clerk of nine years at the front desk of a
    hotel, on my own since March 2021` / `with a small inn`.
    """
    text, below = rows[index].text, rows[index + 1 : index + 2]
    return len(text.split()) > _HEAD_WORDS and bool(below) and below[0].text[:1].islower()


def _is_unnamed_job(rows: Sequence[Row], title: int, dated: int, words: EntryWords) -> bool:
    """Whether a title with a time and a list below is neither that of studies nor of anything but work."""
    text = rows[title].text
    other = words.names_a_school(text) or words.kind_of(text, SectionKind.experience) is not None
    return not (other or rows[title].body) and dated + 1 < len(rows) and rows[dated + 1].marked


def _has_text(rows: Sequence[Row], index: int) -> bool:
    """Whether a text stands right below the head of an entry, or lines that no other head can be."""
    below = rows[index + 1 : index + 4]
    return any(row.body for row in below) or (bool(below) and not below[0].dated)


# ------------------------------------------------------------------------------------------------------- joint headings


def _sorted(
    part: HeadedLines, kinds: tuple[SectionKind, ...], words: EntryWords, known: HeadingLexicon
) -> Iterator[HeadedLines]:
    """A part for each kind that the heading names, with what is of it."""
    found: dict[SectionKind, list[Place]] = {kind: [] for kind in kinds}
    kind = kinds[0]
    for item in items_of(_parts_apart(part.lines), words.prefixes, lists=True):
        lines = [(item.text, item.places)] if item.bullet else [(place.line.text, (place,)) for place in item.places]
        for text, places in lines:
            kind = _labelled(text, kinds, known) or _kind_of(text, kinds, kind, words)
            found[kind] += [place for place in places if place not in found[kind]]
    for one in kinds:
        yield HeadedLines(one, part.text, KnownBy.joint, part.start, tuple(found[one]))


def _parts_apart(places: Sequence[Place]) -> list[Place]:
    """The lines; one that semicolons part is as many, each of which may be of another kind: `Go, Rust; judo, chess`."""
    found: list[Place] = []
    for place in places:
        ends = [at for at, word in enumerate(place.line.words, start=1) if word.text.endswith(";")]
        bounds = sorted({0, *ends, len(place.line.words)})
        parts = [Place(place.page, place.line.part(begin, end)) for begin, end in pairwise(bounds)]
        found += parts if len(parts) > 1 else [place]
    return found


def _labelled(text: str, kinds: tuple[SectionKind, ...], known: HeadingLexicon) -> SectionKind | None:
    """The kind, of those that its heading names, that a line is labelled with: `Interests: chess`."""
    label, colon, _ = text.partition(":")
    said = known.says(plain_heading(label), slips=False) if colon else None
    return said.kinds[0] if said and said.whole and said.kinds[0] in kinds else None


def _kind_of(text: str, kinds: tuple[SectionKind, ...], previous: SectionKind, words: EntryWords) -> SectionKind:
    """What a line is, of the kinds that its heading names: by its words, else what the line above is."""
    if SectionKind.education in kinds and (words.degree_level([text]) or words.names_a_school(text)):
        return SectionKind.education
    if SectionKind.certifications in kinds and words.names_a_certificate(text):
        return SectionKind.certifications
    told = {kind: words.share(text, _SIGNS[kind]) for kind in kinds if kind in _SIGNS}
    if told and max(told.values()) > 0:
        return max(told, key=lambda kind: told[kind])
    if SectionKind.skills in kinds and text.count(",") >= _LIST_COMMAS:
        return SectionKind.skills
    return previous
