"""A document that is read rightly → the same in a harmless way to look odd, with the months of work that are right then.

What such a way sets off is no sign of a wrong reading.
"""

from __future__ import annotations

import random
from calendar import month_name
from collections.abc import Callable, Sequence

from broken import Changes, changed, head_of, is_alone, jobs_of, key_of, places_of, spelt

from gapcheck.documents import Document
from gapcheck.resume import Resume
from gapcheck.resume.dates import date_spans
from gapcheck.resume.model import months_covered

_LONG_ENOUGH = 3  # months of a job within which others are told of

Harmless = tuple[Document, int]


def harmless(resume: Resume, way: str, chance: random.Random) -> Harmless | None:
    """The document of a resume with a way of `HARMLESS` to look odd, and its months of work."""
    return HARMLESS[way](resume, chance)


def _same_months(document: Document | None, resume: Resume) -> Harmless | None:
    return None if document is None else (document, resume.work_months)


def _left_out(resume: Resume, kinds: Sequence[str]) -> Document | None:
    changes: Changes = {}
    for section in resume.sections:
        if section.kind.value in kinds and section.place is not None and is_alone(section):
            changes[key_of(section.place)] = []
            changes |= {key_of(place): [] for entry in section.entries for place in places_of(entry)}
    return changed(resume, changes)


def _without_education(resume: Resume, chance: random.Random) -> Harmless | None:
    return _same_months(_left_out(resume, ("education",)), resume)


def _without_work(resume: Resume, chance: random.Random) -> Harmless | None:
    elsewhere = any(entry.kind.is_work for one, entry in resume.entries() if one.kind.value != "experience")
    document = None if elsewhere else _left_out(resume, ("experience", "summary"))  # that tells of years of work
    return None if document is None else (document, 0)


def _one_undated(resume: Resume, chance: random.Random) -> Harmless | None:
    """One job says nothing of its time: what it took is not known."""
    jobs = jobs_of(resume)
    if len(jobs) < 2:
        return None
    job = chance.choice(jobs)
    places = [place for place in head_of(job) if date_spans(place.line.text)]
    changes: Changes = {}
    for place in places:
        (begin, *_), *_, (_, end, _) = [*date_spans(place.line.text)[:1], *date_spans(place.line.text)[-1:]]
        text = (place.line.text[:begin] + place.line.text[end:]).strip(" \t|,-–·()")
        changes[key_of(place)] = [spelt(place.line, text)] if text else []
    document = changed(resume, changes)
    rest = months_covered([one.dates for one in jobs if one is not job and one.dates is not None])
    return None if document is None else (document, rest)


def _range_in_text(resume: Resume, chance: random.Random) -> Harmless | None:
    """A sentence of a job tells of some months within it."""
    changes: Changes = {}
    for job in chance.sample(jobs_of(resume), k=min(2, len(jobs_of(resume)))):
        last = places_of(job)[-1]
        if job.dates is None or job.dates.last is None or key_of(last) in map(key_of, head_of(job)):
            continue
        if job.dates.months < _LONG_ENOUGH:
            continue
        begin, end = (f"{month_name[month % 12 + 1]} {month // 12}" for month in (job.dates.last - 2, job.dates.last))
        text = f"{last.line.text.rstrip('.')} of the season from {begin} to {end}."
        changes[key_of(last)] = [spelt(last.line, text)]
    return _same_months(changed(resume, changes), resume)


def _years_in_text(resume: Resume, chance: random.Random) -> Harmless | None:
    """A sentence of a job tells of the years in which it lay, or since when something is so."""
    changes: Changes = {}
    for job in chance.sample(jobs_of(resume), k=min(2, len(jobs_of(resume)))):
        last = places_of(job)[-1]
        if job.dates is None or job.dates.last is None or job.dates.first is None:
            continue
        first, until = job.dates.first // 12, job.dates.last // 12
        if key_of(last) in map(key_of, head_of(job)) or first == until:
            continue
        told = chance.choice(
            (
                f"The share of late orders fell from 9 to 3 in the hundred between {first} and {until}.",
                f"Since {first + 1} I speak for the team in the group that plans the season; our guide is in use.",
            )
        )
        changes[key_of(last)] = [last.line, spelt(last.line, told)]
    return _same_months(changed(resume, changes), resume)


def _odd_titles(resume: Resume, chance: random.Random) -> Harmless | None:
    """Titles of words that nobody knows."""
    changes: Changes = {}
    for job in jobs_of(resume):
        first = head_of(job)[0]
        spans = date_spans(first.line.text)
        if not spans or spans[0][0] > 0:
            end = spans[0][0] if spans else len(first.line.text)
            invented = "".join(
                chance.choice("bdfgklmnprstvz") if sign.islower() else sign for sign in first.line.text[:end]
            )
            changes[key_of(first)] = [spelt(first.line, invented + first.line.text[end:])]
    return _same_months(changed(resume, changes), resume)


def _label_in_text(resume: Resume, chance: random.Random) -> Harmless | None:
    """A word that also opens sections labels a part of a job."""
    changes: Changes = {}
    for job in jobs_of(resume):
        last = places_of(job)[-1]
        if key_of(last) not in map(key_of, head_of(job)):
            changes[key_of(last)] = [spelt(last.line, chance.choice(("Achievements", "Tools", "Projects"))), last.line]
    return _same_months(changed(resume, changes), resume)


HARMLESS: dict[str, Callable[[Resume, random.Random], Harmless | None]] = {
    "no education": _without_education,
    "no work": _without_work,
    "a job without dates": _one_undated,
    "a range in a sentence": _range_in_text,
    "years in the text of a job": _years_in_text,
    "titles of unknown words": _odd_titles,
    "labels that could be headings": _label_in_text,
}
