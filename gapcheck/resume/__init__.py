"""A `Document` → a `Resume`: sections by their headings, entries with titles and dates, items of text."""

from gapcheck.resume.date_forms import month_number
from gapcheck.resume.model import DateRange, Entry, EntryKind, Item, KnownBy, Place, Resume, Section, months_covered
from gapcheck.resume.reader import lines_to_read, read_resume

__all__ = [
    "DateRange",
    "Entry",
    "EntryKind",
    "Item",
    "KnownBy",
    "Place",
    "Resume",
    "Section",
    "lines_to_read",
    "month_number",
    "months_covered",
    "read_resume",
]
