"""Jobs that an overview dates and that are told again without a time elsewhere → one entry each."""

from __future__ import annotations

import pytest
from pages import Mark, Text, pdf_of
from sections_read import Understand, dates, entries

OVERVIEW = [
    ("Mar 2021 - Dec 2023", "Senior Electrician", "Kestrel Bay Electrical"),
    ("Feb 2017 - Feb 2021", "Electrician", "Halm Shutdown Services"),
    ("Jan 2013 - Dec 2016", "Technician", "Ostby Sparks"),
]
TOLD = ["Kestrel Bay Electrical", "Halm Shutdown Services", "Ostby Sparks"]


def page(overview: str, details: str, told: list[str]) -> bytes:
    """A page with a table of jobs below one heading, and undated texts on them below another one."""
    marks: list[Mark] = [Text(60, 50, "Mira Sandoval", size=20), Text(60, 68, "Delft, +47 900 11 222")]
    marks.append(Text(60, 95, overview, size=13, bold=True))
    for at, row in enumerate(OVERVIEW):
        marks += [Text(x, 112 + 14 * at, cell, size=9) for x, cell in zip((60, 190, 330), row, strict=True)]
    marks.append(Text(60, 175, details, size=13, bold=True))
    for at, name in enumerate(told):
        marks += [
            Text(60, 192 + 34 * at, name, bold=True),
            Text(60, 206 + 34 * at, f"• Wrote the register {at} of it."),
        ]
    marks += [Text(60, 330, "Education", size=13, bold=True), Text(60, 347, "BSc Biology, Lake University, 2012")]
    return pdf_of(marks)


@pytest.mark.parametrize(
    ("overview", "details"),
    [("Career overview", "What I did there"), ("Work history", "What I did there"), ("Career overview", "Experience")],
)
def test_overview_and_details_are_one_entry_a_job(overview: str, details: str, understand: Understand) -> None:
    jobs = [job for job in entries(understand(page(overview, details, TOLD)), "experience") if job.kind.is_work]
    assert [job.dates for job in jobs] == [
        dates((2021, 3), (2023, 12)),
        dates((2017, 2), (2021, 2)),
        dates((2013, 1), (2016, 12)),
    ]
    assert all(job.items[-1].text.endswith(f"Wrote the register {at} of it.") for at, job in enumerate(jobs))


def test_job_that_no_overview_names_stays_one_of_its_own(understand: Understand) -> None:
    resume = understand(page("Work history", "Experience", [*TOLD[:2], "Farm Technician, Fjord"]))
    jobs = [job for job in entries(resume, "experience") if job.kind.is_work]
    assert [job.dates is None for job in jobs] == [False, False, False, True]


def test_name_of_one_job_below_another_heading_opens_no_details(understand: Understand) -> None:
    resume = understand(page("Work history", "What drives me", [TOLD[0], "The sea", "The wind"]))
    assert all("register" not in item.text for job in entries(resume, "experience") for item in job.items)


def test_names_of_dated_jobs_part_what_is_told_without_a_time(understand: Understand) -> None:
    dated = "2021-Present: Head of Bread, Kestrel Ltd\n2018-2021: Baker, Halm Ltd"
    told = "Head of Bread, Kestrel Ltd\n- Leads six people\nBaker, Halm Ltd\n- Moved the oven"
    text = f"Mira Sandoval\n# Career Summary\n{dated}\n# Career Details\n{told}\n# Education\nBSc Biology, 2012"
    jobs = [job for job in entries(understand(text), "experience") if job.kind.is_work]
    assert [job.items[-1].text for job in jobs] == ["• Leads six people", "• Moved the oven"]
