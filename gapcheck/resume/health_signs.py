"""A `Resume` → all that looks odd in how it was read, each with its line; any one of it may be harmless."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import dropwhile, islice, takewhile

from gapcheck.resume.consistency import contradictions
from gapcheck.resume.dates import date_spans, dates_of, has_date, is_only_dates, names_a_month, unread_dates
from gapcheck.resume.edge_times import RANGE, is_at_the_edge
from gapcheck.resume.items import opens_item
from gapcheck.resume.model import Entry, EntryKind, HealthFinding, KnownBy, Place, Resume, Section
from gapcheck.resume.oddities import oddities
from gapcheck.resume.posts_at_school import posts_at_own_school
from gapcheck.resume.untold_times import untold_times
from gapcheck.taxonomy import EntryWords, SectionKind, Taxonomy

_LONG_JOB = 300  # months
_HEAD_LINES = 4
_HEAD_WORDS = 12  # words of a line that may be the head of an entry
_DEGREES = ("bachelor", "master")  # that no post is called by, as one of a doctorate is
_POSTS_IN_CLUBS = 2  # are usual
_SINGLE = 0.7  # of the jobs are dated by one date, where the ends are lost
_OUTSIDE, _HIDDEN = 0.5, 0.2  # shares of the words of a document
_TWO_DATES = re.compile(r"\d{1,2}[/.-](?:19|20)\d\d\D{1,9}\d{1,2}[/.-](?:19|20)\d\d")
_SIGN = "\ue000-\uf8ff"  # that has no name: a letter of some font
_ROMAN = r"(?:MCM(?=[XLVI])(?:XC|L?X{0,3})|MM(?=[XVI])X{0,4})(?:I[XV]|V?I{0,3})"  # MCMXCIX, MMXX; no MCMC
_GARBLED = re.compile(
    r"(?<!\w)(?=\w*[A-Za-z])[12lIZ][\dOolISZB]{3}(?!\w)"  # 2O2l
    rf"|(?<!\w){_ROMAN}(?!\w)"
    r"|(?<!\d)(?:19|20)\d\d[01]\d[0-3]\d(?!\d)"  # 20200115
    rf"|[{_SIGN}](?:[{_SIGN}]|[^\W\d_]){{2,8}}\.?,? (?:19|20)\d\d|[-–—] ?[{_SIGN}](?:[{_SIGN}]|[^\W\d_]){{2,8}}"
)
_FEW_JOBS = 2
_FEW_LINES, _MUCH_TEXT = 3, 8
_FEW_UNLIKE = 2  # of the degrees: a course may stand among them
_MOST_WORDS = {SectionKind.header: 60, SectionKind.summary: 90, SectionKind.other: 60, SectionKind.interests: 40}
_NAMED = 0.6  # of the jobs of a section name a post
_VAGUE = 11  # months by which years alone may be off
_YEARS_ONLY = re.compile(r"\D*(?:19|20)\d\d\D+(?:19|20)?\d\d\D*")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_LIKE_A_RANGE = re.compile(r"\b[^\W\d_]*['’]?\d{2,4}\s?[-–—/]+\s?[^\W\d_]*['’]?\d{2,4}\b")
_WITHOUT_BEGINS = (SectionKind.interests, SectionKind.header)
_WITH_POSTS = (SectionKind.activities, SectionKind.projects, SectionKind.publications, SectionKind.references)
_UNTITLED = (SectionKind.header, SectionKind.other, SectionKind.summary, SectionKind.skills, SectionKind.interests)


def signs_of(resume: Resume, taxonomy: Taxonomy) -> Iterator[HealthFinding]:
    """All that looks odd in the reading; any one of it may be harmless."""
    words = taxonomy.entry_words
    working = any(entry.kind.is_work and entry.dates is not None for _, entry in resume.entries())
    for section in resume.sections:
        yield from _outside(section, words, working=working)
        if section.kind is SectionKind.experience:
            yield from _of_work(section, resume, words)
        elif section.kind is SectionKind.education:
            yield from _of_education(section, words)
    jobs = [entry for _, entry in resume.entries() if entry.kind.is_work]
    for section in resume.sections:
        of_section = [entry for entry in section.entries if entry.kind.is_work]
        undated = [job for job in of_section if job.dates is None and words.names_a_title(job.title)]
        if 1 < len(undated) < len(of_section):
            yield from (HealthFinding("job-undated", job.place, job.title) for job in undated)
        if any(job.dates for job in of_section):
            yield from _unread_heads(of_section)
            yield from _undated_below(section, words)
        for job in of_section:
            yield from _of_job(job, words, resume.as_of)
        yield from _among_jobs(of_section, words)
    yield from _of_all(jobs, resume, words)
    codes = [code for code in resume.languages if code in taxonomy.languages]
    years = [name for code in codes for name in taxonomy.languages[code].dates.units["year"]]
    work = {word for one in taxonomy.headings.kinds if one.kind is SectionKind.experience for word in one.words}
    yield from contradictions(resume, words, years, work)
    months = [name for code in codes for name in taxonomy.languages[code].dates.units["month"]]
    yield from oddities(resume, words, [*years, *months])
    yield from untold_times(resume, words)
    yield from posts_at_own_school(resume, words, taxonomy.health)


def _outside(section: Section, words: EntryWords, *, working: bool) -> Iterator[HealthFinding]:
    """Ranges of dates where no entry can take them, and posts with a range where no job is. Dates under a heading that
    nobody knows may be of anything where there are jobs elsewhere.
    """
    aside = working and section.kind is SectionKind.other and section.known_by is KnownBy.guessed
    if section.kind is SectionKind.experience or section.kind in _WITH_POSTS:
        return
    places = list(_places(section.entries))
    for index, place in enumerate(places):
        if not (_is_head(place) and any(is_range for *_, is_range in date_spans(place.line.text))):
            continue
        near = [one.line.text for one in places[max(0, index - 2) : index + 3]]
        if section.kind in _UNTITLED and not words.degree_level(near):
            ended = section.kind in _WITHOUT_BEGINS  # a choir since 2015 is none, nor is a page as of 2026
            if not is_at_the_edge(place.line.text, ended=ended):
                continue
            told_aside = aside and section.heading and not is_only_dates(place.line.text)
            code = "dates-aside" if told_aside else "dates-outside"
            yield HealthFinding(code, place, place.line.text)
        elif _names_degree(place.line.text, words):
            continue
        elif any(_names_work(text, words) for text in near[max(0, min(index, 2) - 1) : min(index, 2) + 2]):
            yield HealthFinding("work-outside", place, place.line.text)


def _of_work(section: Section, resume: Resume, words: EntryWords) -> Iterator[HealthFinding]:
    for entry in section.entries:
        for place in _places([entry]):
            text = place.line.text
            if len(place.line.words) > _HEAD_WORDS:
                continue
            yield from (HealthFinding("dates-unread", place, told) for told in _unread(text, resume.as_of))
            studied = words.degree_level([text]) in _DEGREES
            if entry.kind.is_work and studied and words.names_a_school(text):
                yield HealthFinding("degree-in-work", place, text)
    places = list(_places(section.entries))
    long = len(places) > _MUCH_TEXT and any(entry.kind.is_work for entry in section.entries)
    told = long or any(words.names_a_post(place.line.text) for place in places)
    if any(entry.dates and entry.kind.is_work for _, entry in resume.entries()):
        return
    if told:
        yield HealthFinding("work-undated", section.start, section.heading)
    elif section.heading and section.known_by is KnownBy.listed:
        yield HealthFinding("work-nowhere", section.start, section.heading)


def _of_education(section: Section, words: EntryWords) -> Iterator[HealthFinding]:
    """What has a text and a range of dates as a job has, and names neither a degree nor a school; and several that only
    have a time.
    """
    unlike: list[Entry] = []
    for entry in section.entries[1:]:  # the first one is what the heading says
        texts = [place.line.text for place in _places([entry])]
        dated = entry.kind is EntryKind.education and bool(entry.printed)
        if dated and not words.degree_level(texts) and not any(map(words.names_a_school, texts)):
            unlike.append(entry)
    for entry in unlike:
        long = RANGE.search(entry.printed) and len(list(_places([entry]))) > _FEW_LINES
        if long or len(unlike) > _FEW_UNLIKE:
            yield HealthFinding("education-unlike", entry.place, entry.title)


def _names_degree(text: str, words: EntryWords) -> bool:
    """Whether a line names a degree, of a level that is known or not; where it names a school, only of one known."""
    return bool(words.degree_level([text])) or (words.share(text, "degree") > 0 and not words.names_a_school(text))


def _names_work(text: str, words: EntryWords) -> bool:
    """Whether a line names a post, and not within a degree or a course: `Master en ingénieur de gestion`."""
    if _names_degree(text, words) or words.names_a_certificate(text):
        return False
    return words.share(text, "role") > 0 or words.kind_of(text, SectionKind.experience) == EntryKind.internship


def _unread(text: str, as_of: int) -> Iterator[str]:
    """What looks like dates in a line and was not read as such: also years with letters among their digits, and two
    dates that nothing known joins.
    """
    yield from unread_dates(text, as_of)
    yield from (match[0] for match in _GARBLED.finditer(text))
    if not date_spans(text):
        yield from (match[0] for match in _TWO_DATES.finditer(text))


def _of_job(job: Entry, words: EntryWords, as_of: int) -> Iterator[HealthFinding]:
    if job.dates is not None and job.dates.months > _LONG_JOB:
        yield HealthFinding("job-long", job.place, job.printed)
    places = list(_places([job]))
    for above, place in zip([None, *places], places, strict=False):
        goes_on = above is not None and above.line.text.rpartition(" ")[2] in words.open_words  # "... in", "2024"
        if not goes_on and _has_dates_left(place, job, words, as_of):
            yield HealthFinding("dates-left", place, place.line.text)
        if len(_ranges_beside(place.line.text)) > 1:
            yield HealthFinding("jobs-beside", place, place.line.text)
    stated = [place for place in places if _states_a_length(place.line.text, as_of)]
    if job.dates is not None and job.dates.first is None and len(stated) > 1:
        yield from (HealthFinding("dates-left", place, place.line.text) for place in stated[1:])


def _unread_heads(jobs: Sequence[Entry]) -> Iterator[HealthFinding]:
    """What stands in the head of a job without dates as a range would, among jobs with dates: `FY18 – FY20`, or a month
    without a number.
    """
    for job in (job for job in jobs if job.dates is None):
        heads = list(takewhile(lambda place: not opens_item(place), islice(_places([job]), _HEAD_LINES)))
        told = next(filter(None, (_LIKE_A_RANGE.search(one.line.text) for one in heads)), None)
        if told or any(map(_names_a_month, heads)):
            yield HealthFinding("job-unread", job.place, told[0] if told else job.title)


def _names_a_month(place: Place) -> bool:
    """Whether a line names a month by a word in capitals that does not open it: `the first of May two thousand`."""
    words = [word.strip(".,;()") for word in place.line.text.split()[1:]]
    return any(word[:1].isupper() and names_a_month(word) for word in words)


def _undated_below(section: Section, words: EntryWords) -> Iterator[HealthFinding]:
    """What has no time and names no post below a job that has one, in the section of the jobs: a job, or a text."""
    if section.kind is not SectionKind.experience:
        return
    below = dropwhile(lambda entry: not (entry.kind.is_work and entry.dates), section.entries)
    for entry in below:
        undated = entry.dates is None and (entry.kind.is_work or entry.kind is EntryKind.text)
        if undated and not words.names_a_title(title := entry.title or entry.place.line.text):
            yield HealthFinding("entry-undated", entry.place, title)


def _has_dates_left(place: Place, job: Entry, words: EntryWords, as_of: int) -> bool:
    """Whether a line of a job has a range that is not of its time, or nothing but dates that its time leaves out. Years
    right behind a word that is no post may be those of a product: `SQL Server 2008-2012`.
    """
    text = place.line.text
    if is_only_dates(text) and not text.endswith("."):
        return " ".join(text.split()).strip("() ") not in job.printed and dates_of([text], as_of) != job.dates
    spans = [
        text[begin:end].strip()
        for begin, end, is_range in date_spans(text)
        if is_range
        and not (
            _YEARS_ONLY.fullmatch(text[begin:end])
            and text[:begin].rstrip()[-1:].isalnum()
            and not words.names_a_post(text)
        )
    ]
    return any(told not in job.printed and not _is_within(told, job, as_of) for told in spans)


def _ranges_beside(text: str) -> list[str]:
    """The cells of a line that say when something was, where several do: jobs that stand side by side."""
    cells = text.split("\t")
    dated = [cell for cell in cells if has_date(cell)]
    ranged = [cell for cell in dated if is_at_the_edge(cell, ended=False)]
    return ranged if len(ranged) > 1 else dated if len(dated) > _FEW_JOBS and len(dated) == len(cells) else []


def _states_a_length(text: str, as_of: int) -> bool:
    """Whether a length stands in brackets in a line: `Clerk (2 years)`."""
    stated = (dates_of([told], as_of) for told in _IN_BRACKETS.findall(text))
    return any(dates is not None and dates.first is None for dates in stated)


def _among_jobs(jobs: Sequence[Entry], words: EntryWords) -> Iterator[HealthFinding]:
    """What may have run on below the jobs of a section: the last ones that name no post where the others do."""
    named = [words.names_a_post(f"{job.title} {job.organisation}") for job in jobs]
    if len(jobs) > _FEW_JOBS and sum(named) >= _NAMED * len(jobs):
        last = len(jobs) - named[::-1].index(True)
        yield from (HealthFinding("job-unlike", job.place, job.title) for job in jobs[last:])


def _is_within(told: str, job: Entry, as_of: int) -> bool:
    """Whether a range lies within the time of a job, or spans it: its text may tell of some months, its head of the
    time with the employer. Years alone may be off by some months; what only says since when ends with the job.
    """
    inner, outer = dates_of([told], as_of), job.dates
    if inner is None or outer is None or None in (inner.first, inner.last, outer.first, outer.last):
        return False
    first, last = inner.first or 0, inner.last or 0
    vague = _VAGUE * inner.is_of_whole_years
    begins, ends = (
        0 if abs(difference) <= vague else difference
        for difference in (first - (outer.first or 0), last - (outer.last or 0))
    )
    if inner.ongoing and not RANGE.search(told):
        return begins >= 0 and first <= (outer.last or 0)
    return begins * ends <= 0


def _of_all(jobs: list[Entry], resume: Resume, words: EntryWords) -> Iterator[HealthFinding]:
    """What is odd about the jobs together, and about the whole document."""
    dated = [job for job in jobs if job.dates is not None and job.dates.first is not None]
    ranges = [job.dates for job in dated if job.dates is not None]
    single = [
        job for job, when in zip(dated, ranges, strict=True) if when.months in (1, 12) and not RANGE.search(job.printed)
    ]
    if all(when.months == 1 for when in ranges) and {job.kind for job in dated} == {EntryKind.internship}:
        single = []  # internships often last a month
    if len(single) > 1 and len(single) > _SINGLE * len(dated):
        yield HealthFinding("jobs-of-a-date", single[0].place, single[0].printed)
    if not jobs:
        yield from _posts_elsewhere(resume, words)
        yield from _unplaced(resume)
    if not any(section.heading and section.known_by is not KnownBy.guessed for section in resume.sections):
        yield HealthFinding("no-sections")
    total = outside = 0
    for section in resume.sections:
        size = sum(len(place.line.words) for place in _places(section.entries))
        total += size
        outside += size if not section.heading and section.kind in (SectionKind.header, SectionKind.other) else 0
    if outside > _OUTSIDE * total:
        yield HealthFinding("text-outside")
    hidden = sum(len(line.words) for page in resume.document.pages for line in page.hidden)
    if hidden > _HIDDEN * (total + hidden):
        yield HealthFinding("much-hidden")


def _unplaced(resume: Resume) -> Iterator[HealthFinding]:
    """Sections without entries that hold more text than they usually do, of a resume without jobs."""
    for section in resume.sections:
        size = sum(len(place.line.words) for place in _places(section.entries))
        if size > _MOST_WORDS.get(section.kind, size):
            yield HealthFinding("text-unplaced", section.start, section.heading or section.entries[0].title)


def _posts_elsewhere(resume: Resume, words: EntryWords) -> Iterator[HealthFinding]:
    """The posts of some months that are no jobs, of a resume without jobs; a few in clubs are usual."""
    posts = [
        (section.kind, entry)
        for section, entry in resume.entries()
        if entry.dates is not None
        and entry.dates.months > 1
        and RANGE.search(entry.printed)
        and section.kind is not SectionKind.education
        and words.names_a_post(entry.title)
    ]
    if len(posts) > _POSTS_IN_CLUBS or any(kind is not SectionKind.activities for kind, _ in posts):
        yield from (HealthFinding("no-work", entry.place, entry.title) for _, entry in posts)


def _places(entries: Iterable[Entry]) -> Iterator[Place]:
    for entry in entries:
        for item in entry.items:
            yield from item.places


def _is_head(place: Place) -> bool:
    return (len(place.line.words) <= _HEAD_WORDS and has_date(place.line.text)) or is_only_dates(place.line.text)
