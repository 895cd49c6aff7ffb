"""A document that is read rightly → the same in a harmless way to look odd, with the months of work that are right then.

What such a way sets off is no sign of a wrong reading.
"""

from __future__ import annotations

import random
import re
from calendar import month_name
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from broken import Changes, changed, head_of, is_alone, jobs_of, key_of, places_of, spelt

from gapcheck.documents import Document
from gapcheck.resume import Resume
from gapcheck.resume.dates import date_spans
from gapcheck.resume.model import DateRange, Entry, EntryKind, Place, months_covered

_LONG_ENOUGH = 3  # months of a job within which others are told of
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")

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
    """A person who has not worked yet: no jobs, and degrees that have just come to their end."""
    elsewhere = any(entry.kind.is_work for one, entry in resume.entries() if one.kind.value != "experience")
    document = None if elsewhere else _left_out(resume, ("experience", "summary"))  # that tells of years of work
    if document is None:
        return None
    degrees = [entry for _, entry in resume.entries() if entry.kind is EntryKind.education]
    lines = [place for one in degrees for place in places_of(one)]
    years = [int(year) for place in lines for year in _YEAR.findall(place.line.text)]
    later = resume.as_of // 12 - max(years, default=0)
    changes: Changes = {}
    for place in lines:
        text = _YEAR.sub(lambda year: str(int(year[0]) + later), place.line.text)
        if text != place.line.text:
            changes[key_of(place)] = [spelt(place.line, text)]
    return changed(replace(resume, document=document), changes) or document, 0


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


def _ranged(resume: Resume) -> list[tuple[Entry, Place, int, int]]:
    """The jobs from one date to another, with the line and the place in it of their dates."""
    return list(_with_ranges(jobs_of(resume)))


def _with_ranges(jobs: Sequence[Entry]) -> Iterator[tuple[Entry, Place, int, int]]:
    for job in jobs:
        ranges = [
            (place, begin, end) for place in head_of(job) for begin, end, whole in date_spans(place.line.text) if whole
        ]
        if len(ranges) == 1 and job.dates is not None and job.dates.first is not None and not job.dates.spells:
            yield job, *ranges[0]


def _dated_anew(resume: Resume, dates: dict[int, tuple[str, DateRange]]) -> Harmless | None:
    """The jobs with some of these numbers with other dates, as they are printed and as they are."""
    changes: Changes = {}
    times = {id(job): job.dates for job in jobs_of(resume) if job.dates is not None}
    for number, (job, place, begin, end) in enumerate(_ranged(resume)):
        if number in dates:
            printed, times[id(job)] = dates[number]
            text = place.line.text[:begin] + printed + place.line.text[end:]
            changes[key_of(place)] = [spelt(place.line, text)]
    document = changed(resume, changes)
    return None if document is None else (document, months_covered(list(times.values())))


def _earlier_job(resume: Resume, chance: random.Random) -> tuple[int, int] | None:
    """One of several jobs that is not the newest: its number and its first month."""
    times = [job.dates for job, *_ in _ranged(resume)]
    begun = [(number, when.first) for number, when in enumerate(times) if when is not None and when.first is not None]
    newest = max((first for _, first in begun), default=0)
    earlier = [(number, first) for number, first in begun if first < newest]
    return chance.choice(earlier) if earlier else None


def _printed(month: int, chance: random.Random) -> str:
    name = month_name[month % 12 + 1]
    return chance.choice((f"{name[:3]} {month // 12}", f"{name} {month // 12}", f"{month % 12 + 1:02}/{month // 12}"))


def _of_a_month(resume: Resume, chance: random.Random) -> Harmless | None:
    """An earlier one of several jobs took a month, and says so by one date."""
    if (found := _earlier_job(resume, chance)) is None:
        return None
    number, first = found
    return _dated_anew(resume, {number: (_printed(first, chance), DateRange(first, first, 1))})


def _of_a_year(resume: Resume, chance: random.Random) -> Harmless | None:
    """An earlier one of several jobs says no more than the year."""
    if (found := _earlier_job(resume, chance)) is None:
        return None
    number, first = found[0], found[1] // 12 * 12
    return _dated_anew(resume, {number: (str(first // 12), DateRange(first, first + 11, 12))})


def _goes_on(resume: Resume, chance: random.Random) -> Harmless | None:
    """An earlier one of several jobs still goes on."""
    if (found := _earlier_job(resume, chance)) is None:
        return None
    number, first = found
    going_on = DateRange(first, resume.as_of, resume.as_of - first + 1)
    return _dated_anew(resume, {number: (f"{_printed(first, chance)} - Present", going_on)})


def _in_other_order(resume: Resume, chance: random.Random) -> Harmless | None:
    """Two jobs stand where the other would in the order of time."""
    jobs = _ranged(resume)
    if len(jobs) < 3:
        return None
    one, two = chance.sample(range(len(jobs)), 2)
    dates = {}
    for number, other in ((one, two), (two, one)):
        job, place, begin, end = jobs[other]
        if job.dates is None:
            return None
        dates[number] = (place.line.text[begin:end], job.dates)
    return _dated_anew(resume, dates)


def _at_one_time(resume: Resume, chance: random.Random) -> Harmless | None:
    """Two jobs were at the same time, and say so by the same dates."""
    jobs = _ranged(resume)
    if len(jobs) < 2:
        return None
    one, two = chance.sample(range(len(jobs)), 2)
    job, place, begin, end = jobs[one]
    return None if job.dates is None else _dated_anew(resume, {two: (place.line.text[begin:end], job.dates)})


def _between_jobs(resume: Resume, chance: random.Random) -> Harmless | None:
    """A person without work for a while: one of the jobs is not there."""
    jobs = jobs_of(resume)
    lines = [key_of(place) for _, entry in resume.entries() for place in places_of(entry)]
    if len(jobs) < 3:
        return None
    job = chance.choice(jobs[1:-1])
    if any(lines.count(key_of(place)) > 1 for place in places_of(job)):
        return None
    rest = months_covered([one.dates for one in jobs if one is not job and one.dates is not None])
    document = changed(resume, {key_of(place): [] for place in places_of(job)})
    return None if document is None else (document, rest)


def _earliest_left_out(resume: Resume, chance: random.Random) -> Harmless | None:
    """A person who tells of the last years only: the first jobs are not there."""
    lines = [key_of(place) for _, entry in resume.entries() for place in places_of(entry)]
    jobs = [(job.dates.first, job) for job in jobs_of(resume) if job.dates is not None and job.dates.first is not None]
    if len(jobs) < 2:
        return None
    jobs.sort(key=lambda one: one[0])
    out = [job for _, job in jobs[: chance.randint(1, len(jobs) - 1)]]
    if any(lines.count(key_of(place)) > 1 for job in out for place in places_of(job)):
        return None
    rest = months_covered([one.dates for one in jobs_of(resume) if one not in out and one.dates is not None])
    document = changed(resume, {key_of(place): [] for job in out for place in places_of(job)})
    return None if document is None else (document, rest)


def _unknown_words(resume: Resume, chance: random.Random) -> Harmless | None:
    """A trade, or a language, whose words nobody knows: the text below the titles."""
    changes: Changes = {}
    for _, entry in resume.entries():
        heads = list(map(key_of, head_of(entry)))
        for place in places_of(entry):
            if key_of(place) in heads or date_spans(place.line.text):
                continue
            text = "".join(
                chance.choice("aeiou" if sign in "aeiou" else "bdfgklmnprstvz") if sign.islower() else sign
                for sign in place.line.text
            )
            changes[key_of(place)] = [spelt(place.line, text)]
    return _same_months(changed(resume, changes), resume)


_ASIDE = (
    "Spoke for the engineers of the town",
    "Wrote for a monthly, read by every nurse",
    "Named manager of the season twice",
    "Technical writer and reader",
)


def _heading_aside(resume: Resume, chance: random.Random) -> Harmless | None:
    """A last section below a heading that nobody knows, which names posts and may have times."""
    headings = [one.place for one in resume.sections if one.place is not None and one.heading and is_alone(one)]
    last = next((places_of(entry)[-1] for _, entry in reversed(resume.entries())), None)
    if not headings or last is None:
        return None
    when = chance.choice(("", "", " 2015 - 2019", " since 2014"))
    texts = [text + when for text in chance.sample(_ASIDE, chance.randint(1, 3))]
    heading = spelt(headings[-1].line, chance.choice(("Pen and Paper", "Of Note", "Harbour Days", "Rye and Barley")))
    return _same_months(
        changed(resume, {key_of(last): [last.line, heading, *(spelt(last.line, one) for one in texts)]}), resume
    )


def _course(resume: Resume, chance: random.Random) -> Harmless | None:
    """A course of some months among the degrees or the certificates, called by the post that it leads to."""
    sections = [one for one in resume.sections if one.kind.value in ("education", "certifications") and one.entries]
    if not sections:
        return None
    last = places_of(chance.choice(sections).entries[-1])[-1]
    first = resume.as_of - chance.randint(12, 90)
    post = chance.choice(("Data analyst", "Web developer", "Project manager", "Nurse", "Accountant"))
    kind = chance.choice(("certificate", "online course", "bootcamp", "certification"))
    text = f"{post} {kind}\t{_printed(first, chance)} - {_printed(first + chance.randint(3, 9), chance)}"
    return _same_months(changed(resume, {key_of(last): [last.line, spelt(last.line, text)]}), resume)


HARMLESS: dict[str, Callable[[Resume, random.Random], Harmless | None]] = {
    "no education": _without_education,
    "no work": _without_work,
    "a job without dates": _one_undated,
    "a range in a sentence": _range_in_text,
    "years in the text of a job": _years_in_text,
    "titles of unknown words": _odd_titles,
    "labels that could be headings": _label_in_text,
    "a job of a month": _of_a_month,
    "a job of a year": _of_a_year,
    "a job that goes on": _goes_on,
    "jobs in another order": _in_other_order,
    "jobs at the same time": _at_one_time,
    "a time without work": _between_jobs,
    "the last years alone": _earliest_left_out,
    "text of unknown words": _unknown_words,
    "a heading that nobody knows": _heading_aside,
    "a course like a post": _course,
}
