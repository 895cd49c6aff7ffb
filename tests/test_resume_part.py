"""The report says how it read the resume: sections, entries with dates as printed and as read, degrees."""

from __future__ import annotations

from typing import Any

import pytest
from pages import resume_pdf

from gapcheck import Analyzer

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
