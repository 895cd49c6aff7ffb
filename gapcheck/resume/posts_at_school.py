"""A `Resume` → the posts among its jobs that the writer held at a body of the own school while studying there.

Who runs the web page of the school's entrepreneurs, or its festival, is seldom paid for it, and is called a manager as
at a firm. Posts for which a school pays (research, teaching) are none of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gapcheck.resume.dates import without_dates
from gapcheck.resume.model import DateRange, Entry, EntryKind, HealthFinding, Resume
from gapcheck.taxonomy import EntryWords, SectionKind
from gapcheck.taxonomy.models.health import HealthWords

_LINES = 3  # of the head of a job, and of a degree with its school
_STUDIES = 6 * 12  # months before its end in which a degree of unknown length may have begun
_SLACK = 3  # months
_FEWEST_PARTS = 3  # the post, the body and the school
_SCHOOL_WORDS = 2, 8  # in the name of a school
_PARTS = re.compile(r"[\t\n|,;·•(){}\[\]/]|\s[-–—@]\s|\bat\b")
_WORD = re.compile(r"[\w'’&.-]+")
_ACRONYM = re.compile(r"\b[A-Z]{3,}\b")


def posts_at_own_school(resume: Resume, words: EntryWords, named: HealthWords) -> Iterator[HealthFinding]:
    """One for each job that is called a post of responsibility, at a part of a school that the education names, in the
    time of the studies there, and does not say that it was paid.
    """
    studies = [
        (_plain(_head(entry)), entry.dates)
        for _, entry in resume.entries()
        if entry.kind is EntryKind.education and entry.dates is not None
    ]
    for section, job in resume.entries():
        if section.kind is not SectionKind.experience or job.kind is not EntryKind.job or job.dates is None:
            continue
        head = _head(job)
        said = set(_plain(head).split())
        parts = [part.strip() for part in _PARTS.split(without_dates(head)) if part.strip()]
        if len(parts) < _FEWEST_PARTS or named.responsible.isdisjoint(_plain(parts[0]).split()):
            continue
        if not named.employed.isdisjoint(said) or words.is_paid(head):
            continue
        schools = [part for part in parts[1:] if _may_be_a_school(part, words)]
        if any(
            f" {_plain(school)} " in f" {told} " and _is_within(job.dates, when)
            for school in schools
            for told, when in studies
        ):
            yield HealthFinding("post-at-own-school", job.place, job.title)


def _head(entry: Entry) -> str:
    """The first lines of an entry, up to its first bullet."""
    places = [place for item in entry.items if item is entry.items[0] or not item.bullet for place in item.places]
    return "\n".join(place.line.text for place in places[:_LINES])


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


def _may_be_a_school(part: str, words: EntryWords) -> bool:
    """Whether a part of a head is the name of a school, or capitals and a place, as many are called: `IIT Ostby`."""
    least, most = _SCHOOL_WORDS
    return least <= len(part.split()) <= most and (words.names_a_school(part) or _ACRONYM.search(part) is not None)


def _is_within(job: DateRange, studies: DateRange) -> bool:
    """Whether a job was in the time of studies, or in the years before their end, where that is all that is known."""
    if job.first is None or job.last is None or studies.first is None or studies.last is None:
        return False
    ends = studies.ends or studies.last
    begins = studies.first if studies.months > 12 else ends - _STUDIES
    return begins - _SLACK <= job.first and job.last <= ends + _SLACK
