"""Sections as they were read one by one → the same, where one tells what the entries of another are.

Jobs that are listed again, courses below a heading of their own, and schools and what was earned there told apart.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from gapcheck.resume.lexicon import HeadingLexicon
from gapcheck.resume.model import Entry, EntryKind, Section
from gapcheck.taxonomy import EntryWords, SectionKind

_OF_SCHOOL = "school"
_OWN_WORK = {
    EntryKind.project: SectionKind.projects,
    EntryKind.thesis: SectionKind.projects,
    EntryKind.activity: SectionKind.activities,
}


def sections_together(sections: tuple[Section, ...], words: EntryWords, known: HeadingLexicon) -> tuple[Section, ...]:
    """The sections, each read with what the others hold."""
    told = _without_lists_of_firms(sections, words)
    told = _without_degrees_in_courses(_named_by_what_they_hold(told, known), known)
    told = _with_degrees_at_their_schools(_without_exams(told, words, known), words)
    return _with_certificates_of_colleges(told, words)


def _with_certificates_of_colleges(sections: tuple[Section, ...], words: EntryWords) -> tuple[Section, ...]:
    """The sections; among studies that led to no more than the end of school, a certificate with the college that gave
    it is what was studied.
    """
    degrees = [entry for section in sections for entry in section.entries if _is_degree(entry)]
    if not all(_is_of_school(entry, words) for entry in degrees):
        return sections
    return tuple(
        replace(section, entries=tuple(_as_studies(entry, words) for entry in section.entries))
        if _is_study(section)
        else section
        for section in sections
    )


def _is_of_school(entry: Entry, words: EntryWords) -> bool:
    return _level(entry, words) == _OF_SCHOOL or words.names_a_school_level(_text(entry))


def _as_studies(entry: Entry, words: EntryWords) -> Entry:
    taught = entry.kind is EntryKind.certificate and words.names_a_school(_text(entry))
    return replace(entry, kind=EntryKind.education) if taught else entry


def _without_lists_of_firms(sections: tuple[Section, ...], words: EntryWords) -> tuple[Section, ...]:
    """The sections; where jobs have their dates and posts in one, another that has neither lists firms again."""
    work = [section for section in sections if section.kind is SectionKind.experience]
    if not any(entry.kind.is_work and entry.dates for section in work for entry in section.entries):
        return sections
    lists = [
        section
        for section in work
        if not any(entry.dates or words.names_a_title(entry.title) for entry in section.entries)
    ]
    return tuple(_as_text(one, lambda _: True) if one in lists else one for one in sections)


def _named_by_what_they_hold(sections: tuple[Section, ...], known: HeadingLexicon) -> tuple[Section, ...]:
    """The sections; one of work in which nothing but projects, or posts in clubs, stands is of these, if others have
    the jobs and its heading does not speak of such work ("Teaching").
    """
    if not any(entry.kind.is_work and entry.dates for section in sections for entry in section.entries):
        return sections
    return tuple(one if known.holds_projects_too(one.heading) else replace(one, kind=_held(one)) for one in sections)


def _held(section: Section) -> SectionKind:
    held = {_OWN_WORK.get(entry.kind) for entry in section.entries}
    only = held.pop() if section.kind is SectionKind.experience and len(held) == 1 else None
    return only or section.kind


def _without_degrees_in_courses(sections: tuple[Section, ...], known: HeadingLexicon) -> tuple[Section, ...]:
    """The sections; what stands below a heading of courses is no degree, if another one has degrees."""
    taught = [section for section in sections if known.names_courses(section.heading)]
    others = [section for section in sections if section not in taught]
    if not any(_is_degree(entry) for section in others for entry in section.entries):
        return sections
    return tuple(_as_text(one, _is_degree) if one in taught else one for one in sections)


def _without_exams(sections: tuple[Section, ...], words: EntryWords, known: HeadingLexicon) -> tuple[Section, ...]:
    """The sections; below "Qualifications", a name with one date is a certificate where it is neither that of a degree
    nor one with a school behind it, if another line names a degree.
    """
    return tuple(
        replace(section, entries=tuple(_as_exam(entry, words) for entry in section.entries))
        if section.kind is SectionKind.education
        and known.names_qualifications(section.heading)
        and any(_is_degree(entry) and _level(entry, words) for entry in section.entries)
        else section
        for section in sections
    )


def _as_exam(entry: Entry, words: EntryWords) -> Entry:
    told = _text(entry)
    dates = entry.dates
    one_line = len(entry.items) == 1 and len(entry.items[0].places) == 1
    once = dates is not None and not dates.open and not any(mark in entry.printed for mark in "-–—")
    named = words.degree_level([told]) or words.names_a_school(told) or "," in told
    if _is_degree(entry) and one_line and once and not named:
        return replace(entry, kind=EntryKind.certificate)
    return entry


def _with_degrees_at_their_schools(sections: tuple[Section, ...], words: EntryWords) -> tuple[Section, ...]:
    """The sections; where one lists schools and the next one, with the same years, what was earned there, a degree goes
    to the school that was left in its year.
    """
    found = list(sections)
    for at in range(len(found) - 1):
        schools, earned = found[at], found[at + 1]
        if not (_lists_schools(schools, words) and _lists_degrees(earned, words)):
            continue
        entries = list(schools.entries)
        rest = []
        for degree in earned.entries:
            school = next((here for here, one in enumerate(entries) if _ends_with(one, degree)), None)
            if school is None or not _is_degree(degree):
                rest.append(degree)
            else:
                entries[school] = replace(entries[school], items=(*entries[school].items, *degree.items))
        found[at] = replace(schools, entries=tuple(entries))
        found[at + 1] = replace(earned, entries=tuple(rest))
    return tuple(found)


def _lists_schools(section: Section, words: EntryWords) -> bool:
    """Whether all entries of a section of education are schools with their time and no degree."""
    texts = [_text(entry) for entry in section.entries]
    plain = all(words.degree_level([text]) is None or words.names_a_school_level(text) for text in texts)
    schools = all(_is_degree(entry) and entry.dates for entry in section.entries)
    return _is_study(section) and plain and schools and all(map(words.names_a_school, texts))


def _lists_degrees(section: Section, words: EntryWords) -> bool:
    """Whether entries of a section of education name degrees, and none a school but in the name of its degree."""
    texts = [_text(entry) for entry in section.entries]
    named = any(words.degree_level([text]) for text in texts)
    return _is_study(section) and named and not any(_names_another_school(text, words) for text in texts)


def _names_another_school(text: str, words: EntryWords) -> bool:
    return words.names_a_school(text) and not words.names_a_school_level(text)


def _is_study(section: Section) -> bool:
    return section.kind is SectionKind.education and bool(section.entries)


def _ends_with(school: Entry, degree: Entry) -> bool:
    """Whether a school was left in the year of a degree."""
    if school.dates is None or school.dates.last is None or degree.dates is None or degree.dates.last is None:
        return False
    left = school.dates.last + 1  # of "2010 - 2014" the last month is the one before
    return degree.dates.last // 12 in (school.dates.last // 12, left // 12)


def _is_degree(entry: Entry) -> bool:
    return entry.kind is EntryKind.education


def _level(entry: Entry, words: EntryWords) -> str | None:
    return words.degree_level([item.text for item in entry.items])


def _text(entry: Entry) -> str:
    return " ".join(item.text for item in entry.items)


def _as_text(section: Section, which: Callable[[Entry], bool]) -> Section:
    """The section with these of its entries as mere text."""
    entries: Sequence[Entry] = section.entries
    return replace(section, entries=tuple(replace(one, kind=EntryKind.text) if which(one) else one for one in entries))
