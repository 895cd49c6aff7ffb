"""A `Resume` → its health: what in the reading looks wrong, each with its line, and whether it can be trusted."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

from gapcheck.resume.dates import date_spans, has_date, is_only_dates, unread_dates
from gapcheck.resume.language import unread_language
from gapcheck.resume.lexicon import Lexicon, lexicon
from gapcheck.resume.model import Entry, KnownBy, Place, Resume, Section, months_covered
from gapcheck.resume.reader import dates_of_languages
from gapcheck.taxonomy import EntryWords, SectionKind, Taxonomy
from gapcheck.taxonomy.in_languages import in_languages

_LONG_JOB = 300  # months
_HEAD_WORDS = 12  # words of a line that may be the head of an entry
_LONG_TITLE = 14  # words
_OUTSIDE, _HIDDEN = 0.4, 0.2  # shares of the words of a document
_MOST_OF_EACH = 3  # findings of one code that are told, and that count
_LETTER = re.compile(r"[^\W\d_]")
_UNTITLED = (SectionKind.header, SectionKind.other, SectionKind.summary, SectionKind.skills, SectionKind.interests)


class Verdict(StrEnum):
    """How far the reading can be trusted."""

    fine = "fine"
    check = "check"
    unread = "unread"


@dataclass(frozen=True, slots=True)
class HealthFinding:
    """Something in the reading that looks wrong. `code` names what; `place` is where it shows, None for the whole
    document; `quote` are the words there.
    """

    code: str
    place: Place | None = None
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Health:
    """What follows from the findings. `doubt` is the chance that months of work are wrong, 0 to 1, by the model."""

    verdict: Verdict
    findings: tuple[HealthFinding, ...] = ()
    doubt: float = 0.0


def health_of(resume: Resume, taxonomy: Taxonomy) -> Health:
    """What the reader doubts of its own result. Findings are told where together they make a wrong reading likely."""
    if language := unread_language(resume.document, taxonomy):
        return Health(Verdict.unread, (HealthFinding("language-unread", None, language),), 1.0)
    with dates_of_languages(resume.languages, taxonomy):
        found = tuple(signs_of(resume, in_languages(taxonomy, resume.languages)))
    model = load_health_model()
    doubt = model.doubt(found)
    if doubt < model.threshold:
        return Health(Verdict.fine, (), doubt)
    return Health(Verdict.check, tuple(model.telling(found)), doubt)


def signs_of(resume: Resume, taxonomy: Taxonomy) -> Iterator[HealthFinding]:
    """All that looks odd in the reading; any one of it may be harmless."""
    words, known = taxonomy.entry_words, lexicon(taxonomy.headings)
    for section in resume.sections:
        yield from _dates_outside(section)
        yield from _headings_left(section, known)
        if section.kind is SectionKind.experience:
            yield from _of_work(section, resume.as_of)
            if section.known_by is KnownBy.guessed:
                yield HealthFinding("work-guessed", section.start, section.heading)
    jobs = [entry for _, entry in resume.entries() if entry.kind.is_work]
    for job in jobs:
        yield from _of_job(job, words)
    yield from _of_all(jobs, resume)


def _dates_outside(section: Section) -> Iterator[HealthFinding]:
    """Ranges of dates where no entry can take them."""
    if section.kind not in _UNTITLED:
        return
    for place in _places(section.entries):
        if _is_head(place) and any(is_range for *_, is_range in date_spans(place.line.text)):
            yield HealthFinding("dates-outside", place, place.line.text)


def _headings_left(section: Section, known: Lexicon) -> Iterator[HealthFinding]:
    """Lines that say exactly what a heading says and open no section."""
    for place in _places(section.entries):
        if place is not section.place and known.exact(place.line.text) not in (None, section.kind):
            yield HealthFinding("heading-left", place, place.line.text)


def _of_work(section: Section, as_of: int) -> Iterator[HealthFinding]:
    for place in _places(section.entries):
        if _is_head(place):
            yield from (HealthFinding("dates-unread", place, text) for text in unread_dates(place.line.text, as_of))
    if section.entries and not any(entry.dates for entry in section.entries):
        yield HealthFinding("work-undated", section.start, section.heading)


def _of_job(job: Entry, words: EntryWords) -> Iterator[HealthFinding]:
    if job.dates is None:
        yield HealthFinding("job-undated", job.place, job.title)
    elif job.dates.months > _LONG_JOB:
        yield HealthFinding("job-long", job.place, job.printed)
    if not _LETTER.search(job.title) or is_only_dates(job.title) or len(job.title.split()) > _LONG_TITLE:
        yield HealthFinding("title-odd", job.place, job.title)
    elif not words.names_a_title(job.title) and not words.names_a_title(job.organisation):
        yield HealthFinding("title-unknown", job.place, job.title)
    places = list(_places([job]))
    if len(places) == 1:
        yield HealthFinding("job-of-a-line", job.place, job.title)
    for place in places:
        spans = [(begin, end) for begin, end, is_range in date_spans(place.line.text) if is_range]
        if any(place.line.text[begin:end].strip() not in job.printed for begin, end in spans) and _is_head(place):
            yield HealthFinding("dates-left", place, place.line.text)


def _of_all(jobs: list[Entry], resume: Resume) -> Iterator[HealthFinding]:
    dated = [job for job in jobs if job.dates is not None and job.dates.first is not None]
    ranges = [job.dates for job in dated if job.dates is not None]
    if len(ranges) > 1:
        if sum(one.months for one in ranges) > 1.6 * months_covered(ranges):
            yield HealthFinding("jobs-overlap", dated[0].place)
        firsts = [one.first or 0 for one in ranges]
        down = sum(one < other for one, other in pairwise(firsts))
        if 0 < down < len(firsts) - 1:
            yield HealthFinding("jobs-out-of-order", dated[0].place)
        for (_, count), job in zip(Counter((one.first, one.last) for one in ranges).items(), dated, strict=False):
            if count > 1:
                yield HealthFinding("jobs-alike", job.place, job.printed)
    kinds = {section.kind for section in resume.sections}
    if not jobs and SectionKind.experience not in kinds:
        yield HealthFinding("no-work")
    elif not jobs:
        yield HealthFinding("work-empty")
    if not kinds - {SectionKind.header, SectionKind.other}:
        yield HealthFinding("no-sections")
    total = outside = 0
    for section in resume.sections:
        size = sum(len(place.line.words) for place in _places(section.entries))
        total += size
        outside += size if section.kind in (SectionKind.header, SectionKind.other) else 0
    if outside > _OUTSIDE * total:
        yield HealthFinding("text-outside")
    hidden = sum(len(line.words) for page in resume.document.pages for line in page.hidden)
    if hidden > _HIDDEN * (total + hidden):
        yield HealthFinding("much-hidden")


def _places(entries: Iterable[Entry]) -> Iterator[Place]:
    for entry in entries:
        for item in entry.items:
            yield from item.places


def _is_head(place: Place) -> bool:
    return (len(place.line.words) <= _HEAD_WORDS and has_date(place.line.text)) or is_only_dates(place.line.text)


@dataclass(frozen=True, slots=True)
class HealthModel:
    """Weights of the codes: how much each makes a wrong reading likelier. Fitted by `python -m gapcheck.training`."""

    weights: dict[str, float]
    intercept: float
    threshold: float

    def doubt(self, found: Iterable[HealthFinding]) -> float:
        """The chance that the months of work are wrong, 0 to 1."""
        return 1 / (1 + math.exp(-self.intercept - sum(self.weights.get(code, 0) * n for code, n in features(found))))

    def telling(self, found: Iterable[HealthFinding]) -> Iterator[HealthFinding]:
        """The findings that speak for a wrong reading, the first few of each code."""
        seen: Counter[str] = Counter()
        for one in found:
            seen[one.code] += 1
            if self.weights.get(one.code, 0) > 0 and seen[one.code] <= _MOST_OF_EACH:
                yield one


def features(found: Iterable[HealthFinding]) -> Iterator[tuple[str, float]]:
    """How often each code is found; more than a few count as a few."""
    for code, count in Counter(one.code for one in found).items():
        yield code, min(count, _MOST_OF_EACH)


@lru_cache(maxsize=1)
def load_health_model() -> HealthModel:
    """The fitted model."""
    return HealthModel(**json.loads((files("skills_taxonomy") / "health_model.json").read_text(encoding="utf-8")))
