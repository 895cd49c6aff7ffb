"""What is said of a certificate holds today: whether its exam is given, until when it counts, and what is whole."""

from __future__ import annotations

import pytest
from portfolios import report_on

from gapcheck import Analyzer, GapReport
from gapcheck.outputs.terminal.screen import text_report
from gapcheck.report.certificate_wording import begun_certification, certificate_status


def held(analyzer: Analyzer, *lines: str) -> GapReport:
    listed = "".join(f"- {line}\n" for line in lines)
    return report_on(analyzer, f"# Skills\nPython, SQL\n\n# Certificates\n{listed}")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("SnowPro Core, 2023", "valid for 2 years: yours of 2023 has run out unless you renewed it"),
        ("SnowPro Core, 2024", "valid for 2 years: yours of 2024 until 2026, check the month"),
        ("SnowPro Core, 2025", "valid for 2 years: yours of 2025 until 2027"),
        ("SnowPro Core", "valid for 2 years: say from when yours is"),
        ("SnowPro Core (valid until 2027)", "valid for 2 years: say from when yours is"),
        ("European Computer Driving Licence, 2014 · SnowPro Core, May 2025", "yours of 2025 until 2027"),
        ("SnowPro Core · Certificate of the harbour, 2019", "say from when yours is"),
        ("Machine Learning Specialization, DeepLearning.AI, 2019", "still given"),
    ],
)
def test_certificate_is_told_by_its_year_and_never_called_active(line: str, said: str, analyzer: Analyzer) -> None:
    report = held(analyzer, line)
    (one,) = report.certificates
    told = certificate_status(one, report)
    assert "still given" in told and said in told and "active" not in told
    assert ("valid for" in told) is bool(one.valid_years)


@pytest.mark.parametrize(
    ("said", "whole"),
    [
        ("", True),
        (", courses 1 and 3 of 4 done", False),
        (": first course done in May 2026", False),
        (", 2 of 3 courses", False),
        (", courses 1 to 3 of 3", True),
        (", 3 of 3 courses", True),
    ],
)
def test_parts_of_a_certificate_are_none_yet(said: str, whole: bool, analyzer: Analyzer) -> None:
    report = held(analyzer, f"Machine Learning Specialization, DeepLearning.AI{said}")
    assert bool(report.certificates) is whole
    assert ("unsupervised-learning" in {one.id for one in report.skills}) is whole


@pytest.mark.parametrize(("said", "has_it"), [("Coached two clerks for the", False), ("Sat the", True)])
def test_who_prepares_others_for_an_exam_does_not_hold_it(said: str, has_it: bool, analyzer: Analyzer) -> None:
    report = held(analyzer, f"{said} Certified Kubernetes Administrator (CKA) exam, 2024")
    assert bool(report.certificates) is has_it


def test_exam_that_is_given_no_more_is_told_to_who_prepares_for_it(analyzer: Analyzer) -> None:
    report = held(analyzer, "TensorFlow Developer Certificate: in preparation")
    (one,) = report.certifications_begun
    said = begun_certification(one, report)
    assert "given no more since 2024" in said and "take the line off" in said and one.closes == ()
    assert "given no more since 2024" in " ".join(text_report(report).split())


def test_exam_that_is_still_given_may_be_prepared_for(analyzer: Analyzer) -> None:
    for line in ("AWS Certified Cloud Practitioner: in preparation", "SnowPro Core, 2025"):
        assert not [one for one in held(analyzer, line).certifications_begun if not one.closes]
