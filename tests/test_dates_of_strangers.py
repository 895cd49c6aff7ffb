"""Times and posts as people of other countries and trades write them."""

from __future__ import annotations

import pytest
from pages import AS_OF, Text, document_of, pdf_of, typed

from gapcheck.resume.dates import date_spans, dates_of
from gapcheck.resume.model import EntryKind
from gapcheck.resume.reader import read_resume
from gapcheck.taxonomy import Taxonomy

TODAY = 2026 * 12 + 10

SPANS = [
    ("’13–’16 Baker", ("2013-01", "2015-12")),
    ("'15 - now Baker", ("2015-01", "present")),
    ("Start: September 2021 End: October 2024", ("2021-09", "2024-10")),
    ("Started: May 2019; Ended: June 2020", ("2019-05", "2020-06")),
    ("Start: December 2024 End: current", ("2024-12", "present")),
]


@pytest.mark.parametrize(("text", "when"), SPANS)
def test_short_years_and_labelled_ends_are_ranges(text: str, when: tuple[str, str]) -> None:
    dates = dates_of([text], TODAY)
    assert dates is not None and dates.as_months(TODAY) == when


@pytest.mark.parametrize("text", ["Class of ’18", "the ’90s - ’00s", "Team ’23"])
def test_short_year_alone_is_no_date(text: str) -> None:
    assert date_spans(text) == []


def jobs(marks: list[Text], taxonomy: Taxonomy) -> list[tuple[str, int]]:
    head = [Text(60, 60, "Mira Sandoval", size=16), Text(60, 100, "Experience", size=14, bold=True)]
    resume = read_resume(document_of(pdf_of([*head, *marks])), taxonomy, AS_OF)
    return [(job.printed, job.dates.months) for _, job in resume.entries() if job.kind.is_work and job.dates]


@pytest.mark.parametrize(("end", "printed"), [("Present", "Apr 2024 – Present"), ("Mar 2025", "Apr 2024 – Mar 2025")])
def test_dash_on_a_line_of_its_own_joins_a_date_and_the_present(end: str, printed: str, taxonomy: Taxonomy) -> None:
    marks: list[Text] = []
    for at, (title, begin, until) in enumerate([("Baker", "Apr 2024", end), ("Miller", "Jun 2022", "Mar 2024")]):
        top = 125 + 60 * at
        marks += [
            Text(60, top, title, bold=True),
            Text(60, top + 12, "Rye Works"),
            Text(75, top + 24, "• Baked rye bread for the shops of the county"),
        ]
        marks += [Text(480, top, begin), Text(510, top + 12, "–"), Text(480, top + 24, until)]
    assert jobs(marks, taxonomy)[0][0] == printed


def test_row_of_a_table_whose_first_cells_wrap_keeps_each_cell_whole(taxonomy: Taxonomy) -> None:
    marks: list[Text] = []
    rows = [
        ("11/2020 –", "10/2022", "Harborline Bank,", "Clerk"),
        ("03/2017 –", "09/2020", "Larvo Council,", "Driver"),
        ("02/2014 –", "01/2017", "Kestrel Foods,", "Baker"),
    ]
    for at, (begin, end, firm, post) in enumerate(rows):
        top = 125 + 50 * at
        marks += [Text(60, top, begin), Text(60, top + 12, end), Text(130, top, firm), Text(130, top + 12, post)]
        marks += [
            Text(240, top + 12 * line, "Kept the daily register of deliveries and of returns to the")
            for line in range(3)
        ]
    assert jobs(marks, taxonomy) == [("11/2020 – 10/2022", 24), ("03/2017 – 09/2020", 43), ("02/2014 – 01/2017", 36)]


@pytest.mark.parametrize(
    ("title", "kind"), [("HR Generalist", "job"), ("HR Business Partner", "job"), ("Night bus map", "project")]
)
def test_post_of_staff_under_work_and_projects_is_a_job(title: str, kind: str, taxonomy: Taxonomy) -> None:
    text = f"Mira Sandoval\n# Work & Projects\n## {title}, Halm | Jan 2020 - Mar 2022\n- Ran the leave of all\n- Sang\n"
    kinds = {entry.kind for _, entry in read_resume(typed(text), taxonomy, AS_OF).entries()}
    assert EntryKind(kind) in kinds


@pytest.mark.parametrize("heading", ["Labour activity", "Places of work"])
def test_years_of_firms_below_a_heading_of_work_are_jobs(heading: str, taxonomy: Taxonomy) -> None:
    text = f"Mira Sandoval\n# {heading}\n## Oyelade Holdings, Lagos (2019 – 2021)\n- Sang\n- Rowed\n# Skills\nExcel\n"
    assert read_resume(typed(text), taxonomy, AS_OF).work_months == 24


def test_posts_behind_semicolons_are_jobs_of_their_own(taxonomy: Taxonomy) -> None:
    lines = "Manager; Halm; 07/2023–11/2025\n\nOfficer; Patel; 12/2021–04/2023\n\nClerk; Tuan; 01/2019–10/2021\n"
    read = read_resume(typed(f"Mira Sandoval\n# Employment history\n{lines}"), taxonomy, AS_OF)
    assert [job.dates.months for _, job in read.entries() if job.dates] == [29, 17, 34]
