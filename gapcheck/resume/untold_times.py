"""A `Resume` → where its times do not add up: times in the text that no job has, and years of which it tells nothing.

The months of work are counted a second time, more crudely, from the lines: where these come to more, a job was missed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from gapcheck.resume.dates import date_spans, dates_of, names_a_month
from gapcheck.resume.edge_times import has_an_end, is_at_the_edge
from gapcheck.resume.model import DateRange, Entry, EntryKind, HealthFinding, KnownBy, Place, Resume
from gapcheck.taxonomy import EntryWords, SectionKind

_OF_WORK = frozenset(
    {SectionKind.experience, SectionKind.header, SectionKind.summary, SectionKind.other, SectionKind.skills,
     SectionKind.interests, SectionKind.languages}
)  # fmt: skip
"""The sections whose times may be those of jobs: the others have entries with a time of their own."""
_UNTITLED = (SectionKind.header, SectionKind.summary, SectionKind.other)
_NO_WORK = frozenset({EntryKind.education, EntryKind.certificate, EntryKind.leave, EntryKind.activity})
_HEAD_WORDS = 12  # words of a line that may be the head of an entry
_NEAR = 2  # lines before and behind one that say what it is about
_MORE = 3  # months, at least, that a line adds to those of the jobs
_YEAR = 12  # months: what jobs lack must be more to be most of the work
_LONG, _LONG_WITHOUT_WORK = 36, 24  # months of which nothing is told
_SINCE = 3  # words of "since April 2023"
_WORD = re.compile(r"[^\W\d_]+")
_MONTH = re.compile(r"\d[./-](?:19|20)?\d\d|(?:19|20)\d\d[./-]\d")


def untold_times(resume: Resume, words: EntryWords) -> Iterator[HealthFinding]:
    """All of it, and where nothing says what is work: no job has a time, no heading of jobs is known."""
    jobs = [entry for _, entry in resume.entries() if entry.kind.is_work]
    dated = [job for job in jobs if job.dates is not None and job.dates.first is not None]
    left = list(_uncounted(resume, dated, words))
    yield from (HealthFinding("time-uncounted", place, place.line.text) for place, _ in left)
    if sum(months for _, months in left) > max(_YEAR, resume.work_months):
        yield HealthFinding("work-little", left[0][0], left[0][0].line.text)
    yield from _held_since(resume, dated, words)
    yield from _told_in_texts(resume, dated)
    yield from _told_in_cells(resume, dated)
    yield from _since_the_degree(resume, dated)
    if not any(job.dates for job in jobs):
        yield HealthFinding("work-none")
    sections = [one for one in resume.sections if one.kind is SectionKind.experience and one.entries]
    if sections and not any(one.heading and one.known_by is not KnownBy.guessed for one in sections):
        yield HealthFinding("work-guessed", sections[0].start, sections[0].heading or sections[0].entries[0].title)


def _uncounted(resume: Resume, jobs: Iterable[Entry], words: EntryWords) -> Iterator[tuple[Place, int]]:
    """The lines that look like heads of entries and have a range whose months no job has, nor a line before; with the
    number of these.
    """
    counted = {month for job in jobs for month in _about(job)}
    for section in resume.sections:
        for entry in section.entries:
            if section.kind not in _OF_WORK or entry.kind in _NO_WORK:
                continue
            places = [place for item in entry.items for place in item.places]
            for index, place in enumerate(places):
                text = place.line.text
                if len(place.line.words) > _HEAD_WORDS:
                    continue
                if not (entry.kind.is_work or is_at_the_edge(text, ended=True)):
                    continue
                further = {month for dates in _ranges(text, resume.as_of) for month in _months(dates)} - counted
                near = places[max(0, index - _NEAR) : index + _NEAR + 1]
                if len(further) >= _MORE and not words.degree_level([one.line.text for one in near]):
                    counted |= further
                    yield place, len(further)


def _held_since(resume: Resume, jobs: Iterable[Entry], words: EntryWords) -> Iterator[HealthFinding]:
    """The lines outside of entries that name a post and a month since when it goes on, which no job does: `Cook at the
    Elm Inn since May 2022`.
    """
    last = max((job.dates.last for job in jobs if job.dates is not None and job.dates.last is not None), default=0)
    for section in resume.sections:
        texts = [one for one in section.entries if one.kind is EntryKind.text and section.kind in _UNTITLED]
        for place in (place for entry in texts for item in entry.items for place in item.places):
            text = place.line.text
            parts = text.split()
            told = (" ".join(parts[at : at + _SINCE]).rstrip(".,;") for at in range(len(parts)))
            whole = (one for one in told if date_spans(one) == [(0, len(one), True)] and _tells_months(one))
            since = (dates_of([one], resume.as_of) for one in whole)
            later = any(one is not None and one.ongoing and (one.first or 0) >= last for one in since)
            if later and words.names_a_post(text):
                yield HealthFinding("post-since", place, text)


def _told_in_texts(resume: Resume, jobs: Iterable[Entry]) -> Iterator[HealthFinding]:
    """The ranges with months in the whole texts of work, over the ends of their lines, whose months no job has,
    other than the entry's own: a job that became the text of another one. Years alone may be those of a product.
    """
    counted = {month for job in jobs for month in _about(job)}
    sections = [one for one in resume.sections if one.kind is SectionKind.experience and counted]
    for entry in (entry for section in sections for entry in section.entries):
        if not (entry.kind.is_work or entry.kind is EntryKind.text):
            continue
        for item in entry.items:
            told = _by_month(item.text, resume.as_of, entry.printed)
            further = {month for dates in told if not dates.is_of_whole_years for month in _months(dates)} - counted
            if len(further) >= _MORE:
                counted |= further
                yield HealthFinding("time-in-text", item.places[0], item.text)


def _told_in_cells(resume: Resume, jobs: Iterable[Entry]) -> Iterator[HealthFinding]:
    """The rows of a table, where no entry is, that each hold two days or months in cells side by side: from and to."""
    counted = {month for job in jobs for month in _about(job)}
    for section in resume.sections:
        if section.kind not in _OF_WORK:
            continue
        rows: list[tuple[Place, set[int]]] = []
        for entry in section.entries:
            if entry.kind is EntryKind.text:
                for place in (place for item in entry.items for place in item.places):
                    if len(further := _between(place.line.text, resume.as_of) - counted) >= _MORE:
                        rows.append((place, further))
        if len(rows) > 1:
            yield from (HealthFinding("time-in-cells", place, place.line.text) for place, _ in rows)


def _between(text: str, as_of: int) -> set[int]:
    """The months from one date to the next one, where nothing but the end of a cell parts them."""
    spans = [(begin, end) for begin, end, is_range in date_spans(text) if not is_range]
    for (begin, end), (after, last) in pairwise(spans):
        one, other = dates_of([text[begin:end]], as_of), dates_of([text[after:last]], as_of)
        if text[end:after].strip(" ") != "\t" or one is None or other is None:
            continue
        if not (one.is_of_whole_years or other.is_of_whole_years or one.first is None or other.last is None):
            return set(range(one.first, other.last + 1))
    return set()


def _about(entry: Entry) -> range:
    """The months of an entry; of one that is dated by years alone all months of these, the last year too."""
    if (dates := entry.dates) is None or dates.first is None or dates.last is None:
        return range(0)
    if _tells_months(entry.printed):
        return range(dates.first, dates.last + 1)
    last = dates.last + 1 if has_an_end(entry.printed) else dates.last  # 2018 - 2020 is counted as two years
    return range(dates.first // 12 * 12, last // 12 * 12 + 12)


def _ranges(text: str, as_of: int) -> Iterator[DateRange]:
    """The ranges in a line that say from when to when, up to the day of reading."""
    told = (text[begin:end] for begin, end, is_range in date_spans(text) if is_range)
    return _known((one for one in told if has_an_end(one)), as_of)


def _by_month(text: str, as_of: int, printed: str) -> Iterator[DateRange]:
    """The ranges in a text that are told in months, also those up to now, other than the ones in `printed`."""
    told = (" ".join(text[begin:end].split()) for begin, end, is_range in date_spans(text) if is_range)
    return _known((one for one in told if _tells_months(one) and one not in printed), as_of)


def _known(told: Iterable[str], as_of: int) -> Iterator[DateRange]:
    for dates in (dates_of([one], as_of) for one in told):
        if dates is not None and not dates.planned:
            yield dates


def _tells_months(told: str) -> bool:
    """Whether a time is told in months, by their names or numbers."""
    return any(map(names_a_month, _WORD.findall(told))) or _MONTH.search(told) is not None


def _months(dates: DateRange | None) -> Iterable[int]:
    """All months from the first to the last one; none where these are not known."""
    return () if dates is None or dates.first is None or dates.last is None else range(dates.first, dates.last + 1)


def _since_the_degree(resume: Resume, jobs: list[Entry]) -> Iterator[HealthFinding]:
    """The newest degree where little is told of the years after it, before the first job or behind the last one; where
    there is no job, fewer years are odd.
    """
    degrees = [
        (entry, about[-1])
        for _, entry in resume.entries()
        if entry.kind is EntryKind.education and (about := _about(entry))
    ]
    worked = {month for job in jobs for month in _months(job.dates)}
    if not degrees or (resume.work_months and not worked):  # lengths of jobs tell nothing of when these were
        return
    degree, since = max(degrees, key=lambda one: one[1])
    told = {month for _, entry in resume.entries() for month in _months(entry.dates)}
    newest = _newest(resume)
    spells = [(since + 1, min(worked)), (max(since, *worked) + 1, newest + 1)] if worked else [(since + 1, newest + 1)]
    untold = max(len(set(range(begin, end)) - told) for begin, end in spells)
    if untold >= (_LONG if worked else _LONG_WITHOUT_WORK):
        yield HealthFinding("time-untold" if worked else "work-untold", degree.place, degree.title)


def _newest(resume: Resume) -> int:
    """The last month that any line names; 0 where none does."""
    months = [0]
    for _, entry in resume.entries():
        for place in (place for item in entry.items for place in item.places):
            told = (place.line.text[begin:end] for begin, end, _ in date_spans(place.line.text))
            for dates in (dates_of([one], resume.as_of) for one in told):
                if dates is not None and dates.last is not None and not dates.planned:
                    months.append(dates.last)
    return max(months)
