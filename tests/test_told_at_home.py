"""Advice that fits the person: pay is told of their own country, and nobody is sent where nothing is shown."""

from __future__ import annotations

import pytest
from pages import AS_OF, document_of, resume_pdf

from gapcheck import Analyzer, GapReport

JOB = (
    "# Experience\n## Machine Learning Engineer, Kestrel Foods{at} | Jan 2017 - Present\n"
    "- Trained and served churn models in PyTorch and scikit-learn\n- Evaluated them by AUC on held-out months"
)


def report_of(head: str, at: str = "") -> GapReport:
    page = resume_pdf(f"Ada Quill\n{head}\n\n{JOB.format(at=at)}")
    return Analyzer("ml-engineer", as_of=AS_OF).analyze_document(document_of(page))


@pytest.mark.parametrize(
    ("head", "at", "told"),
    [
        ("Dayton, OH", "", True),
        ("ada@example.org, United States", "", True),
        ("ada@example.org", ", Dayton, OH", True),
        ("ada@example.org", "", False),
        ("Bremen, Germany", "", False),
        ("Leeds, UK", "", False),
    ],
)
def test_pay_is_told_to_whose_resume_names_the_country_of_the_figures(head: str, at: str, told: bool) -> None:
    assert (report_of(head, at).career.pay is not None) == told
