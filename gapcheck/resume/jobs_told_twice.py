"""Sections → the same, where jobs are dated in an overview and told again without a time elsewhere: one entry a job.

What is told again is known by its head, which says the employer or the post of one dated job and of no other. Its text
goes to that job, its head stays as text.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from gapcheck.resume.dates import without_dates
from gapcheck.resume.items import opens_item
from gapcheck.resume.model import Entry, EntryKind, Item, KnownBy, Place, Section
from gapcheck.taxonomy import SectionKind

_FEWEST = 2  # jobs that are told again: the name of one may stand anywhere
_HEAD_LINES = 2
_LETTERS = 4  # at least, of a name
_NO_LETTERS = re.compile(r"[\W\d_]+")
_PARTS = re.compile(r"\t|\||·|•| [-–—] |, |;|:| at | @ ")

Read = Callable[[Sequence[Place]], tuple[Entry, ...]]


def jobs_told_once(sections: Sequence[Section], read: Read) -> tuple[Section, ...]:
    """The sections; `read` makes entries of lines, as below a heading of jobs."""
    jobs = [entry for section in sections for entry in section.entries if entry.kind.is_work and entry.dates]
    names, shared = _names(jobs)
    told = [_told_again(section, names, read) for section in sections] if names else []
    again = [(entry, job) for one in told for entry in one.entries if (job := _job_of(entry, names))]
    if len({id(job) for _, job in again}) < _FEWEST:
        return tuple(sections)
    texts: defaultdict[int, list[Item]] = defaultdict(list)
    for entry, job in again:
        texts[id(job)] += entry.items[1:]
    heads = {id(entry) for entry, _ in again}
    heads |= {id(entry) for one in told for entry in one.entries if _is_undated(entry) and _said(entry) & shared}
    return tuple(
        replace(
            section,
            entries=tuple(
                replace(entry, kind=EntryKind.text, items=entry.items[:1], organisation="")
                if id(entry) in heads
                else replace(entry, items=(*entry.items, *texts[id(entry)]))
                if id(entry) in texts
                else entry
                for entry in section.entries
            ),
        )
        for section in told
    )


def _told_again(section: Section, names: dict[str, Entry], read: Read) -> Section:
    """The section; one whose heading nobody knows as jobs, where several of its lines are names of dated ones; one of
    jobs without a time is read from name to name.
    """
    places = [place for entry in section.entries for item in entry.items for place in item.places]
    if section.kind is SectionKind.experience and not any(entry.dates for entry in section.entries):
        heads = [at for at, place in enumerate(places) if _letters(place.line.text) in names]
        parts = [places[begin:end] for begin, end in pairwise([0, *heads, len(places)]) if begin < end]
        return replace(section, entries=tuple(entry for part in parts for entry in read(part))) if heads else section
    if section.known_by is not KnownBy.guessed:
        return section
    named = {id(names[name]) for place in places if (name := _letters(place.line.text)) in names}
    if len(named) < _FEWEST:
        return section
    return replace(section, kind=SectionKind.experience, entries=read(places))


def _names(jobs: Sequence[Entry]) -> tuple[dict[str, Entry], set[str]]:
    """The dated jobs by what their heads say, where no other job's head says it; and what several heads say: an
    employer above two posts.
    """
    said = [(name, job) for job in jobs for name in _said(job)]
    often = Counter(name for name, _ in said)
    names = {name: job for name, job in said if often[name] == 1}
    return names, set(often).difference(names)


def _said(job: Entry) -> set[str]:
    """The parts of the head of an entry, in mere letters."""
    lines = [place.line.text for item in job.items[:_HEAD_LINES] for place in item.places if not opens_item(place)]
    parts = (part for text in lines[:_HEAD_LINES] for part in _PARTS.split(without_dates(text)))
    return {name for part in (*parts, job.title, job.organisation) if len(name := _letters(part)) >= _LETTERS}


def _job_of(entry: Entry, names: dict[str, Entry]) -> Entry | None:
    """The dated job that an undated one tells again; None where its head names none, or several."""
    if not _is_undated(entry):
        return None
    found = {id(names[name]): names[name] for name in _said(entry) if name in names}
    return next(iter(found.values())) if len(found) == 1 else None


def _is_undated(entry: Entry) -> bool:
    return entry.kind.is_work and entry.dates is None


def _letters(text: str) -> str:
    return _NO_LETTERS.sub("", text.lower())
