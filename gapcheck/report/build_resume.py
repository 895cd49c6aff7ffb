"""A `Resume` → the report's part that says how it was read."""

from __future__ import annotations

from gapcheck.report.resume_model import DegreePart, EntryPart, ResumePart, SectionPart
from gapcheck.resume import DateRange, Entry, EntryKind, Resume, Section
from gapcheck.taxonomy import Taxonomy
from gapcheck.taxonomy.in_languages import in_languages


def resume_part(resume: Resume, taxonomy: Taxonomy) -> ResumePart:
    """The resume as it was read, for a person to check."""
    entries = [entry for _, entry in resume.entries()]
    taxonomy = in_languages(taxonomy, resume.languages)
    return ResumePart(
        work_months=resume.work_months,
        degrees=tuple(_degree(entry, resume.as_of, taxonomy) for entry in entries if entry.kind is EntryKind.education),
        certificates_seen=tuple(entry.title for entry in entries if entry.kind is EntryKind.certificate),
        sections=tuple(_section(section, resume.as_of) for section in resume.sections),
    )


def _section(section: Section, as_of: int) -> SectionPart:
    return SectionPart(
        kind=section.kind.value,
        heading=section.heading or None,
        page=section.start.page,
        line=section.start.line.number,
        known_by=section.known_by.value,
        entries=tuple(_entry(entry, as_of) for entry in section.entries if entry.kind is not EntryKind.text),
    )


def _entry(entry: Entry, as_of: int) -> EntryPart:
    begins, ends = _first_and_last(entry.dates, as_of)
    return EntryPart(
        kind=entry.kind.value,
        title=entry.title,
        organisation=entry.organisation or None,
        printed=entry.printed or None,
        from_=begins,
        to=ends,
        months=entry.dates.months if entry.dates else None,
        page=entry.place.page,
        line=entry.place.line.number,
    )


def _degree(entry: Entry, as_of: int, taxonomy: Taxonomy) -> DegreePart:
    begins, ends = _first_and_last(entry.dates, as_of)
    return DegreePart(
        level=taxonomy.entry_words.degree_level([item.text for item in entry.items]),
        title=entry.title,
        from_=begins,
        to=ends,
        page=entry.place.page,
        line=entry.place.line.number,
    )


def _first_and_last(dates: DateRange | None, as_of: int) -> tuple[str | None, str | None]:
    return dates.as_months(as_of) if dates else (None, None)
