"""What is looked at in a resume that was read: its sections, entries, items and dates."""

from __future__ import annotations

from collections.abc import Callable

from gapcheck.documents import Document
from gapcheck.resume import DateRange, Entry, Resume, month_number

Understand = Callable[[str | bytes | Document], Resume]

FRAME = """
    Mira Sandoval
    {}
    # Education
    ## BSc Biology, Delft University | 2016 - 2019
    # Interests
    Sailing, rye bread
"""


def kinds(resume: Resume) -> list[str]:
    return [section.kind.value for section in resume.sections]


def entries(resume: Resume, kind: str) -> list[Entry]:
    return [entry for section, entry in resume.entries() if section.kind.value == kind]


def texts(entry: Entry) -> list[str]:
    return [item.text for item in entry.items]


def dates(first: tuple[int, int], last: tuple[int, int]) -> DateRange:
    begin, end = month_number(*first), month_number(*last)
    return DateRange(begin, end, end - begin + 1)
