"""A `Resume` → where its jobs are unlike each other, and what stands near them that no rule took: words where months or
an end would stand, posts that are no jobs. Each may be so on the page; together they tell of a wrong reading.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from gapcheck.resume.dates import date_spans, dates_of
from gapcheck.resume.items import opens_item
from gapcheck.resume.model import DateRange, Entry, EntryKind, HealthFinding, KnownBy, Place, Resume, Section
from gapcheck.taxonomy import EntryWords, SectionKind

_HEAD_LINES, _NAME_LINES = 4, 3  # of a job that may say when it was, and what
_HEAD_WORDS, _POST_WORDS = 12, 8  # words of a line that may be the head of an entry, and of one that names a post
_FEWEST = 3  # jobs that have an order, and a usual look
_AT_ONCE, _MONTHS_AT_ONCE = 3, 3  # jobs, and months that so many last together
_POSTS_A_JOB = 2
_SHORT = 2  # months that a project takes
_SHORTEST, _LONGEST = 3, 10  # letters of what may be the name of a month
_PIECES = {EntryKind.project, EntryKind.certificate, EntryKind.award, EntryKind.thesis, EntryKind.publication,
           EntryKind.competition}  # fmt: skip
_PAPERS = (EntryKind.certificate, EntryKind.award, EntryKind.publication)  # are given on a day
_RANGE = re.compile(r"\w\W*[-–—→]\W*\w|\s\w+\s\w+")
_MONTH = re.compile(r"[^\W\d_]{3}.*\d|\d[./-](?:19|20)?\d\d")
_YEAR = re.compile(r"(?<!\d)(?:19[5-9]|20[0-4])\d(?!\d)")
_CELL = re.compile(r"[\t,|;(·•–—]")
_BEFORE = re.compile(r"\s*[^\W\d_]{1,12}\.?\s*[-–—~→>]+\s*")
_BEHIND = re.compile(r"\s*[-–—~→>]+\s*[^\W\d_]{0,12}\.?\s*")
_BEGIN, _END = re.compile(r"[\t,|;(·•]"), re.compile(r"[\t,|;)·•]")
_UNEVEN = re.compile(r"(?:19|20)\d\d\W+[^\W\d_]{3,}.*\d{4}")  # 2019 – May 2020
_WORD_BETWEEN = re.compile(r"\s*[-–—~→>]+\s*[^\W\d_]{3,10}\.?\s*")
_MARKS = "•-–* \t"

Dated = tuple[Entry, DateRange, int, int]
"""A job, when it was, its first and its last month."""


def oddities(resume: Resume, words: EntryWords, units: Sequence[str]) -> Iterator[HealthFinding]:
    """All of it; `units` are what years and months are called ("years", "mos")."""
    jobs = [entry for _, entry in resume.entries() if entry.kind.is_work]
    dated = list(_dated(jobs))
    for section in resume.sections:
        of_section = [entry for entry in section.entries if entry.kind.is_work]
        yield from _order(list(_dated(of_section)))
        yield from _looks(of_section)
        yield from _posts(section, words)
    yield from _of_dates(dated, resume.as_of)
    length = re.compile(rf"\W{{0,3}}\d{{1,2}}(?:\.\d)?\+?\s?(?:{'|'.join(map(re.escape, units))})\b", re.IGNORECASE)
    for job in jobs:
        yield from _in_job(job, dated, length)
    for job, *_ in _by_themselves(dated):
        if not any(words.names_a_post(place.line.text) for place in islice(_places(job), _NAME_LINES)):
            yield HealthFinding("job-unnamed", job.place, job.title)
    yield from _together(resume, dated, words)
    if not jobs:
        yield from _unplaced(resume, words)


def _dated(jobs: Sequence[Entry]) -> Iterator[Dated]:
    for job in jobs:
        if (when := job.dates) is not None and when.first is not None and when.last is not None:
            yield job, when, when.first, when.last


def _by_themselves(dated: Sequence[Dated]) -> list[Dated]:
    """The jobs that do not lie within the time of a longer one: those that do change no months."""
    times = [(first, last) for *_, first, last in dated]
    return [
        one
        for one, (first, last) in zip(dated, times, strict=True)
        if not any(begin <= first and last <= end and end - begin > last - first for begin, end in times)
    ]


def _order(dated: Sequence[Dated]) -> Iterator[HealthFinding]:
    """The jobs that do not follow each other in time as most do; the first one where they go up and down."""
    if len(dated) < _FEWEST:
        return
    jobs = [job for job, *_ in dated]
    ends = [(last, first) for *_, first, last in dated]
    steps = [(one < two) - (one > two) for one, two in pairwise(ends)]
    up, down = steps.count(1), steps.count(-1)
    if up and up == down:
        yield HealthFinding("jobs-in-no-order", jobs[0].place, jobs[0].printed)
    elif up and down:
        wrong = 1 if up < down else -1
        for job, step in zip(jobs[1:], steps, strict=True):
            if step == wrong:
                yield HealthFinding("job-out-of-order", job.place, job.printed)


def _looks(jobs: Sequence[Entry]) -> Iterator[HealthFinding]:
    """The jobs whose first line is set in another size, or bold where most are not."""
    looks = [(round(job.place.line.size * 2) / 2, job.place.line.bold) for job in jobs]
    if len(jobs) < _FEWEST:
        return
    ((usual, count),) = Counter(looks).most_common(1)
    if 2 * count > len(jobs):
        yield from (
            HealthFinding("job-look", job.place, job.title)
            for job, look in zip(jobs, looks, strict=True)
            if look != usual
        )


def _posts(section: Section, words: EntryWords) -> Iterator[HealthFinding]:
    """Posts in what is read as no work: held for some months and called a project or a certificate, or below a heading
    that nobody knows; degrees among the jobs.
    """
    for entry in section.entries:
        course = entry.kind is EntryKind.certificate and words.names_a_certificate(entry.title)
        if entry.kind in _PIECES and not course and _lasts(entry, _SHORT) and words.names_a_post(entry.title):
            yield HealthFinding("post-elsewhere", entry.place, entry.title)
        if entry.kind in _PAPERS and _is_held(entry, words):
            yield HealthFinding("post-as-paper", entry.place, entry.title)
        if section.kind is SectionKind.experience and entry.kind is EntryKind.education:
            yield HealthFinding("degree-below-jobs", entry.place, entry.title)
    if section.kind is SectionKind.other and section.known_by is KnownBy.guessed and section.heading:
        places = (place for entry in section.entries for place in _places(entry))
        if any(_is_title(place, words) for place in places):
            yield HealthFinding("posts-aside", section.start, section.heading)


def _is_held(entry: Entry, words: EntryWords) -> bool:
    """Whether an entry names a post or an internship, no certificate, and some months from one to another."""
    internship = words.kind_of(entry.title, SectionKind.experience) == EntryKind.internship
    named = (internship or words.names_a_post(entry.title)) and not words.names_a_certificate(entry.title)
    return named and _MONTH.search(entry.printed) is not None and _lasts(entry, _SHORT)


def _of_dates(dated: Sequence[Dated], as_of: int) -> Iterator[HealthFinding]:
    """Two dates that nothing joins, but for when a job is to end; jobs at the same time, or that all go on."""
    for job, when, *_ in dated:
        spans = [(job.printed[begin:end], is_range) for begin, end, is_range in date_spans(job.printed)]
        ranges = [is_range for text, is_range in spans if is_range or not _is_to_come(text, as_of)]
        if len(ranges) > 1 and (not any(ranges) or (when.ongoing and not when.spells)):
            yield HealthFinding("dates-unjoined", job.place, job.printed)
    seen: set[tuple[int, int]] = set()
    for job, _, first, last in dated:
        if (first, last) in seen:
            yield HealthFinding("jobs-same-dates", job.place, job.printed)
            break
        seen.add((first, last))
    at_once = Counter(month for *_, first, last in _by_themselves(dated) for month in range(first, last + 1))
    if sum(count >= _AT_ONCE for count in at_once.values()) > _MONTHS_AT_ONCE:
        yield HealthFinding("jobs-at-once", dated[0][0].place, dated[0][0].printed)
    going_on = [job for job, when, *_ in dated if when.ongoing or when.open]
    if len(going_on) > 1:
        yield HealthFinding("jobs-going-on", going_on[1].place, going_on[1].printed)


def _is_to_come(text: str, as_of: int) -> bool:
    when = dates_of([text], as_of)
    return when is not None and when.planned


def _in_job(job: Entry, dated: Sequence[Dated], length: re.Pattern[str]) -> Iterator[HealthFinding]:
    """What in the lines of a job looks like a time that was not understood."""
    for index, place in enumerate(_places(job)):
        text, marked = place.line.text, opens_item(place)
        if index and length.match(text.lstrip(_MARKS)):
            yield HealthFinding("length-unread", place, text)
        years = _years_apart(text) if len(place.line.words) <= _HEAD_WORDS else ()
        if any(not any(first // 12 - 1 <= year <= last // 12 + 1 for *_, first, last in dated) for year in years):
            yield HealthFinding("year-left", place, text)
        if index < _HEAD_LINES and not marked:
            yield from _beside_dates(place)


def _years_apart(text: str) -> Iterator[int]:
    """The years in a line that say when something was: with a month, from one to another, or alone in a cell; not those
    of a sentence or of a product: `moved the office in 2020`, `Word 2003`.
    """
    alone = {cell.strip(" .)") for cell in _CELL.split(text)}
    for begin, end, is_range in date_spans(text):
        told = text[begin:end].strip()
        if is_range or not told.isdigit() or told in alone:
            yield from map(int, _YEAR.findall(told))


def _beside_dates(place: Place) -> Iterator[HealthFinding]:
    """A word where a month, or the end of a range, would stand: `Leden 2019 – Duben 2020`, `2019 – jetzt`. Before a
    range of years alone it may be a name: `Mills 2015 – 2018`.
    """
    text = place.line.text
    spans = date_spans(text)
    single = [(begin, end) for begin, end, is_range in spans if not is_range]
    between = (text[end:begin] for (_, end), (begin, _) in pairwise(single))
    before = _CELL.split(text[: spans[0][0]])[-1].strip() if spans else ""
    named = before.isalpha() and _SHORTEST <= len(before) <= _LONGEST
    uneven = named and any(_UNEVEN.fullmatch(text[begin:end]) for begin, end, _ in spans[:1])
    if uneven or any(map(_WORD_BETWEEN.fullmatch, between)):
        yield HealthFinding("word-at-date", place, text)
    for begin, end in single:
        ahead, behind = _BEGIN.split(text[:begin])[-1], _END.split(text[end:])[0]
        if _BEFORE.fullmatch(ahead) or _BEHIND.fullmatch(behind):
            yield HealthFinding("end-unread", place, text)


def _together(resume: Resume, dated: Sequence[Dated], words: EntryWords) -> Iterator[HealthFinding]:
    """The last of the lines that name a post where these are many more than the jobs."""
    work = [one for one in resume.sections if one.kind is SectionKind.experience]
    posts = [
        place
        for section in work
        for entry in section.entries
        for place in _places(entry)
        if not opens_item(place) and len(place.line.words) <= _POST_WORDS and words.names_a_post(place.line.text)
    ]
    if len(posts) > _POSTS_A_JOB * max(len(dated), 1) + 1:
        yield HealthFinding("posts-many", posts[-1], posts[-1].line.text)


def _unplaced(resume: Resume, words: EntryWords) -> Iterator[HealthFinding]:
    """Of a resume without jobs what took some months and is no degree, below no heading or one that is not known, and
    lines of mere text that name posts.
    """
    for section in resume.sections:
        if section.kind is SectionKind.education:
            continue
        told = section.heading and section.known_by is not KnownBy.guessed  # what it holds
        for entry in section.entries:
            if entry.kind is EntryKind.text:
                if section.kind is not SectionKind.header:
                    posts = (place for place in _places(entry) if _is_title(place, words))
                    yield from (HealthFinding("post-unplaced", place, place.line.text) for place in posts)
            elif not told and entry.kind is not EntryKind.education and _lasts(entry, 1):
                yield HealthFinding("time-unplaced", entry.place, entry.title)


def _lasts(entry: Entry, months: int) -> bool:
    """Whether an entry says from when to when it was, and took more than some months."""
    return entry.dates is not None and entry.dates.months > months and bool(_RANGE.search(entry.printed))


def _is_title(place: Place, words: EntryWords) -> bool:
    text = place.line.text.rstrip()
    short = len(place.line.words) <= _POST_WORDS and text[:1].isupper() and not text.endswith(".")
    return short and words.names_a_post(text)


def _places(entry: Entry) -> Iterator[Place]:
    for item in entry.items:
        yield from item.places
