"""A `Resume` → where it does not fit together: titles that are pieces of texts, jobs dated unlike the others, headings
with nothing below, times that no entry has. Each may be so on the page; together they tell of a wrong reading.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence

from gapcheck.resume.dates import date_spans, has_date, is_only_dates, names_a_month
from gapcheck.resume.model import DateRange, Entry, EntryKind, HealthFinding, KnownBy, Place, Resume, Section
from gapcheck.taxonomy import EntryWords, SectionKind

_WORD = re.compile(r"[^\W\d_]{3,}")
_MONTH_IN_NUMBERS = re.compile(
    r"(?<!\d)(?:0?[1-9]|1[0-2]) ?[./-] ?(?:\d{4}|\d\d)(?!\d)|(?:19|20)\d\d(?: ?[./] ?|-)(?:0[1-9]|1[0-2])(?!\d)"
)
_YEARS = "years"
_NEXT_SENTENCE = re.compile(r"[.!?]\s+[.\s]*[A-Z]")
_MOST = 0.5  # of the jobs are dated in one form
_GAP = 24  # months without work between two jobs
_HEAD_WORDS = 12  # words of a line that may be the head of an entry
_OF_A_SCHOOL = "school"
_OF_A_POST = "phd"  # the degree that a post may be called by
_YEARS_BEFORE = r"(?<!\d)(\d{1,2})\s*\+?\s*(?:%s)\b"
_MOST_YEARS = 45  # that anybody has worked
_SHARE_SAID, _ROUNDED = 0.6, 0.5  # of the years that are said, and years


def contradictions(
    resume: Resume, words: EntryWords, year_names: Sequence[str], work_names: Container[str]
) -> Iterator[HealthFinding]:
    """All of it; `year_names` are what years are called ("years", "yrs"), `work_names` what work is ("experience")."""
    jobs = [entry for _, entry in resume.entries() if entry.kind.is_work]
    for job in jobs:
        code = _cut(job.title, words)
        if code and not (code == "title-in-text" and _is_set_apart(job)):
            yield _of(code, job)
        level = words.degree_level([_NEXT_SENTENCE.split(job.title)[0]])
        at_school = level == _OF_A_SCHOOL and words.names_a_school(job.title)  # one may work there
        if level not in (None, _OF_A_POST) and not at_school and not words.names_a_post(job.title):
            yield _of("job-of-degree", job)
    for _, entry in resume.entries():
        named = _WORD.search(entry.title) and not (entry.kind.is_work and is_only_dates(entry.title))
        if entry.dates is not None and not (named or words.degree_level([entry.title])):
            yield _of("title-wordless", entry)
    dated = [job for job in jobs if job.dates is not None and job.dates.first is not None]
    yield from _dated_otherwise(dated)
    yield from _gaps(dated, [entry.dates for _, entry in resume.entries() if not entry.kind.is_work])
    for section in resume.sections:
        yield from _of_section(section, resume, words)
    yield from _years_said(resume, year_names, work_names)


def _of(code: str, entry: Entry) -> HealthFinding:
    return HealthFinding(code, entry.place, entry.title)


def _cut(title: str, words: EntryWords) -> str:
    """What is wrong with a title that is a piece of something: of a date or a bracket, or of a sentence."""
    parts = title.split()
    if not parts:
        return ""
    if title.count("(") != title.count(")") or names_a_month(parts[-1]):
        return "title-cut"
    if words.names_a_post(title) and not _NEXT_SENTENCE.search(title):
        return ""  # `warehouse helper at`: the firm is on the next line
    ends = parts[-1].strip(",;").lower() in words.open_words or title.endswith(("-", "–", ","))
    begins = parts[0].isalpha() and parts[0].islower() and len(parts) > 1
    return "title-in-text" if ends or begins else ""


def _is_set_apart(job: Entry) -> bool:
    """Whether the first line is bold and some line below is not: a title then, whatever it reads like, that goes on."""
    return job.place.line.bold and not all(place.line.bold for place in _places(job))


def _dated_otherwise(jobs: Sequence[Entry]) -> Iterator[HealthFinding]:
    """Jobs dated in another form than most, or by one date where others have two."""
    forms = [_form(job.printed) for job in jobs]
    (usual, count), *_ = Counter(forms).most_common(1) or [("", 0)]
    if len(jobs) > 1 and count > _MOST * len(jobs):
        yield from (_dated("job-dated-otherwise", job) for job, form in zip(jobs, forms, strict=True) if form != usual)
    single = [(job, form) for job, form in zip(jobs, forms, strict=True) if not _is_range(job.printed)]
    others = len(jobs) - len(single) > 1
    newest = max(jobs, key=lambda job: (job.dates and job.dates.last) or 0, default=None)
    for job, form in single:
        if others and job is newest:
            yield _dated("newest-of-a-date", job)
        elif form == _YEARS and (others or len(jobs) == 1):
            yield _dated("job-of-a-year", job)
        elif others and job.kind is not EntryKind.internship and len(date_spans(job.printed)) == 1:
            yield _dated("job-of-a-month", job)  # which may be all there was of one, or of an internship


def _gaps(jobs: Sequence[Entry], others: Iterable[DateRange | None]) -> Iterator[HealthFinding]:
    """Jobs before which there was long nothing: no job, and nothing else that the resume tells of."""
    elsewhere = {
        month
        for dates in others
        if dates is not None and dates.first is not None and dates.last is not None
        for month in range(dates.first, dates.last + 1)
    }
    until = None
    for job in sorted(jobs, key=lambda job: (job.dates and job.dates.first) or 0):
        if job.dates is None or job.dates.first is None or job.dates.last is None:
            continue
        if until is not None and len(set(range(until + 1, job.dates.first)) - elsewhere) >= _GAP:
            yield _dated("jobs-gap", job)
        until = max(until or 0, job.dates.last)


def _dated(code: str, job: Entry) -> HealthFinding:
    return HealthFinding(code, job.place, job.printed)


def _form(printed: str) -> str:
    """How exact dates are: by months in words, by months in numbers, by years alone."""
    if any(map(names_a_month, _WORD.findall(printed))):
        return "words"
    return "numbers" if _MONTH_IN_NUMBERS.search(printed) else _YEARS


def _is_range(printed: str) -> bool:
    return any(is_range for *_, is_range in date_spans(printed))


def _of_section(section: Section, resume: Resume, words: EntryWords) -> Iterator[HealthFinding]:
    """What is odd about a heading and what stands below it."""
    listed = section.known_by is KnownBy.listed
    if section.heading and has_date(section.heading):
        yield HealthFinding("heading-dated", section.start, section.heading)
    if section.heading and listed and not section.entries:
        yield HealthFinding("section-empty", section.start, section.heading)
    if section.kind is SectionKind.education:
        degrees = any(entry.kind is EntryKind.education for _, entry in resume.entries())
        if section.heading and listed and not degrees and not words.names_a_certificate(section.heading):
            yield HealthFinding("education-empty", section.start, section.heading)
    if section.kind is SectionKind.experience:
        work = [one for one in resume.sections if one.kind is SectionKind.experience and one.heading]
        named = any(one.known_by is not KnownBy.guessed for one in work)  # one that is no guess itself
        if section.known_by is KnownBy.guessed and named:
            yield HealthFinding("work-twice", section.start, section.heading)
        yield from (_of("club-in-work", entry) for entry in section.entries if entry.kind is EntryKind.activity)
    yield from _times_elsewhere(section)


def _times_elsewhere(section: Section) -> Iterator[HealthFinding]:
    """Times in the lines of degrees that are not theirs, and lines with two dates where no entry has any."""
    for entry in section.entries:
        if entry.kind is not EntryKind.text and section.kind is not SectionKind.education:
            continue
        for place in _places(entry):
            spans = date_spans(place.line.text) if len(place.line.words) <= _HEAD_WORDS else []
            told = [" ".join(place.line.text[begin:end].split()) for begin, end, is_range in spans if is_range]
            pair = entry.kind is EntryKind.text and len(spans) > 1 and not told
            if pair or (entry.kind is not EntryKind.text and any(one not in entry.printed for one in told)):
                yield HealthFinding("dates-elsewhere", place, place.line.text)


def _places(entry: Entry) -> Iterator[Place]:
    for item in entry.items:
        yield from item.places


def _years_said(resume: Resume, year_names: Sequence[str], work_names: Container[str]) -> Iterator[HealthFinding]:
    """Where the resume opens with more years of work than its jobs have: "9 years of experience"; so may a section of
    jobs, where none has a time. In the letterhead years that are not said to be of work are an age: "28 years, single".
    """
    kinds = [SectionKind.header, SectionKind.summary, *([] if resume.work_months else [SectionKind.experience])]
    pattern = re.compile(_YEARS_BEFORE % "|".join(map(re.escape, year_names)), re.IGNORECASE)
    for section in resume.sections:
        if section.kind not in kinds:
            continue
        for place in (place for entry in section.entries for place in _places(entry)):
            told = map(str.lower, _WORD.findall(place.line.text))
            if section.kind is SectionKind.header and not any(word in work_names for word in told):
                continue
            said = max((int(found[1]) for found in pattern.finditer(place.line.text)), default=0)
            if 0 < said <= _MOST_YEARS and resume.work_months / 12 < _SHARE_SAID * said - _ROUNDED:
                yield HealthFinding("years-said", place, place.line.text)
