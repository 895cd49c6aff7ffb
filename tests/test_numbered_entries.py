"""Jobs and degrees that a number opens → where each begins, whatever lines stand above the first or go on below it."""

from __future__ import annotations

import pytest
from pages import AS_OF, Mark, Text, document_of, pdf_of, typed

from gapcheck.resume.reader import read_resume
from gapcheck.taxonomy import Taxonomy

JOBS = """Mira Sandoval
# Employment History
{}
1. Senior clerk (March 2021 - December 2022)
Halm Textiles Ltd
Duties at the time:
- Monthly reports in Excel
2. Clerk (July 2018 - February 2021)
Orrin Foods
Duties at the time:
- Kept the stamps
"""


def jobs(text: str, taxonomy: Taxonomy) -> list[tuple[str, int]]:
    resume = read_resume(typed(text), taxonomy, AS_OF)
    found = [entry for _, entry in resume.entries() if entry.kind.is_work]
    return [(entry.organisation, entry.dates.months if entry.dates else 0) for entry in found]


@pytest.mark.parametrize("line", ["Total years of work: 7.2 years", "All of it in the north"])
def test_line_above_numbered_jobs_is_none_of_them(line: str, taxonomy: Taxonomy) -> None:
    assert jobs(JOBS.format(line), taxonomy) == [("Halm Textiles Ltd", 22), ("Orrin Foods", 32)]


def test_post_above_numbered_jobs_is_no_line_about_them(taxonomy: Taxonomy) -> None:
    found = jobs(JOBS.format("Office manager"), taxonomy)
    assert found[0][0] != "Halm Textiles Ltd"


TABLE = [
    ("No", "Qualification", "Institution", "Board", "Year, percentage"),
    ("", "", "", "of exams", ""),
    ("{}", "B.Sc.", "Lake College", "Lake", "2022 (78%)"),
    ("", "Biology", "for Women", "University", ""),
    ("{}", "HSC", "Girls Higher", "State Board", "2019 (85%)"),
    ("", "", "Secondary", "", ""),
    ("", "", "School", "", ""),
]


@pytest.mark.parametrize(("numbers", "right"), [("12", True), ("75", False)], ids=["counting", "other numbers"])
def test_rows_of_a_table_begin_where_its_numbers_count(numbers: str, right: bool, taxonomy: Taxonomy) -> None:
    marks: list[Mark] = [Text(50, 50, "Mira Sandoval", size=20), Text(50, 90, "Education", size=14, bold=True)]
    left = iter(numbers)
    for number, row in enumerate(TABLE):
        for x, cell in zip((60, 100, 200, 300, 400), row, strict=True):
            marks += [Text(x, 120 + 14 * number, cell.format(next(left)) if "{" in cell else cell)] if cell else []
    resume = read_resume(document_of(pdf_of(marks)), taxonomy, AS_OF)
    titles = [entry.title[:5] for _, entry in resume.entries() if entry.kind == "education"]
    assert (titles == ["B.Sc.", "HSC G"]) is right
