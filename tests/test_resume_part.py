"""The report says how it read the resume: sections, entries with dates as printed and as read, degrees."""

from __future__ import annotations

from typing import Any

import pytest
from pages import resume_pdf

from gapcheck import Analyzer
from gapcheck.outputs.terminal.screen import text_report
from gapcheck.resume.lexicon import lexicon, plain_heading

RESUME = """
    Mira Sandoval
    # Work Experience
    ## Data Analyst, Norvik Labs | Jan 2020 - Mar 2021
    - Built dashboards of sales with Tableau
    ## Junior Analyst, Halden AS | Apr 2021 - Present
    - Wrote reports in SQL
    # Education
    ## BSc Biology, Delft University | 2016 - 2019
    # Certifications
    Tableau Desktop Specialist | 2020
    A Course That No List Knows | 2021
"""


@pytest.fixture(scope="module")
def read(analyzer: Analyzer) -> dict[str, Any]:
    report = analyzer.analyze_bytes(resume_pdf(RESUME), "resume.pdf")
    part: dict[str, Any] = report.model_dump(by_alias=True, mode="json")["resume"]
    return part


def test_sections_are_told_in_order_with_their_headings_and_how_they_are_known(read: dict[str, Any]) -> None:
    told = [(one["kind"], one["heading"], one["line"], one["known_by"]) for one in read["sections"]]
    assert told == [
        ("header", None, 1, "listed"),
        ("experience", "Work Experience", 2, "listed"),
        ("education", "Education", 7, "listed"),
        ("certifications", "Certifications", 9, "listed"),
    ]


def test_entries_are_told_with_dates_as_printed_and_as_read(read: dict[str, Any]) -> None:
    first, second = read["sections"][1]["entries"]
    assert first["kind"] == "job"
    assert (first["printed"], first["from"], first["to"], first["months"]) == (
        "Jan 2020 - Mar 2021", "2020-01", "2021-03", 15,
    )  # fmt: skip
    assert (second["printed"], second["from"], second["to"]) == ("Apr 2021 - Present", "2021-04", "present")


def test_degrees_are_told_with_their_level(read: dict[str, Any]) -> None:
    assert [(one["level"], one["to"]) for one in read["degrees"]] == [("bachelor", "2018-12")]


def test_certificates_that_nobody_knows_are_told_too(read: dict[str, Any]) -> None:
    assert read["certificates_seen"] == ["Tableau Desktop Specialist", "A Course That No List Knows"]


PROMOTED = """
    Mira Sandoval
    # Experience
    ## Kestrel Foods, Delft | Jan 2021 - Nov 2024
    ## Senior Analyst | Jan 2023 - Nov 2024
    - Ran Spark jobs for the mills
    ## Analyst | Jan 2021 - Dec 2022
    - Kept the orders in MySQL
    # Skills & Certifications
    Python, SQL, Excel
    AWS Certified Cloud Practitioner
"""


def test_employer_above_its_posts_is_no_post(analyzer: Analyzer) -> None:
    part = analyzer.analyze_bytes(resume_pdf(PROMOTED), "promoted.pdf").resume
    entries = [entry for section in part.sections for entry in section.entries if entry.kind == "job"]
    assert [entry.months for entry in entries] == [23, 24]
    assert part.work_months == 47


def test_lines_below_a_joint_heading_are_what_they_say(analyzer: Analyzer) -> None:
    part = analyzer.analyze_bytes(resume_pdf(PROMOTED), "promoted.pdf").resume
    assert [(one.kind, one.known_by) for one in part.sections[2:]] == [("skills", "joint"), ("certifications", "joint")]
    assert part.certificates_seen == ("AWS Certified Cloud Practitioner",)


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Working Experience", "experience"),
        ("SUMMARY OF WORK EXPERIENCE (6+ years)", "experience"),
        ("WORK EXPERIENCE - Past 3 Jobs", "experience"),
        ("Carrer Objective", "summary"),
        ("My Voluntering Years", "activities"),
        ("01 Key Projects", "projects"),
        ("Leadership Experience", "activities"),
    ],
)
def test_heading_is_understood_by_its_words_and_in_spite_of_slips(heading: str, kind: str, analyzer: Analyzer) -> None:
    said = lexicon(analyzer.taxonomy.headings).says(plain_heading(heading))
    assert said is not None
    assert said.whole
    assert said.kinds == (kind,)


def test_time_line_shows_entries_latest_first_and_gaps_between_jobs(analyzer: Analyzer) -> None:
    text = """Mira Sandoval

Experience
Data analyst, Kestrel Foods
Jan 2022 - present
- Built reports

Junior analyst, Tallow Freight
Feb 2018 - Dec 2020
- Kept tables

Education
BSc Statistics, Delft University, 2014 - 2018
"""
    shown = text_report(analyzer.analyze_bytes(text.encode(), "resume.txt"), read=True).splitlines()
    lines = [" ".join(line.split()) for line in shown]
    work = [line for line in lines if "job:" in line or "no work" in line]
    assert work == [
        "2022-01 – present job: Data analyst, Kestrel Foods, 59 months 1:4",
        "no work for 12 months",
        "2018-02 – 2020-12 job: Junior analyst, Tallow Freight, 35 months 1:8",
    ]
    assert "experience “Experience” 1:3" in lines


EUROPASS = """Mira Sandoval

Work experience
Dates\tMarch 2018 - April 2020
Occupation or position held\tData analyst
Main activities\tReports in Power BI for the board
Name and address of employer\tHalm Foods, Leeds
"""
LABELLED = """Mira Sandoval

Work experience
Company: Halm Foods
Designation: Data analyst
Duration: March 2018 - April 2020
- Reports in Power BI for the board
"""


@pytest.mark.parametrize("text", [EUROPASS, LABELLED], ids=["rows", "colons"])
def test_rows_with_labels_tell_post_and_employer(text: str, analyzer: Analyzer) -> None:
    report = analyzer.analyze_bytes(text.encode(), "resume.txt")
    [entry] = [one for section in report.resume.sections for one in section.entries]
    assert entry.title == "Data analyst" and entry.organisation is not None
    assert entry.organisation.startswith("Halm Foods") and entry.months == 26
