"""What is looked at in a resume that was read: its sections, entries, items and dates."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pages import AS_OF, document_of, resume_pdf

from gapcheck.documents import Document
from gapcheck.resume import DateRange, Entry, Resume, month_number
from gapcheck.resume.reader import read_resume
from gapcheck.taxonomy import Taxonomy

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


@pytest.fixture
def understand(taxonomy: Taxonomy) -> Understand:
    """A resume in the notation of `resume_pdf`, as a PDF or as a document → what is understood of it."""

    def read(source: str | bytes | Document) -> Resume:
        if isinstance(source, str):
            source = resume_pdf(source)
        document = document_of(source) if isinstance(source, bytes) else source
        return read_resume(document, taxonomy, AS_OF)

    return read
