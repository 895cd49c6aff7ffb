"""Who scores the answers of a language model is read by the deed, whether or not the word stands there."""

from __future__ import annotations

import pytest
from portfolios import report_on

from gapcheck import Analyzer

PRODUCT = "- Built the assistant of the port on the OpenAI API, with LangGraph\n"
JOB = "# Experience\n## Engineer, Quay | Jan 2024 - Present\n{product}- {line}\n"


@pytest.mark.parametrize(
    ("line", "scored"),
    [
        ("Recall@10 from 0.6 to 0.9 on 400 labelled questions", True),
        ("300 questions were marked by the pilots before each release", True),
        ("Marked 200 conversations by kind of error", True),
        ("An annotated test set, made with two pilots", True),
        ("Nightly run over 90 prompts", True),
        ("Regression set of prompts before each release", True),
        ("Field accuracy 91% on 300 letters", True),
        ("Agreement of 0.8 with two annotators", True),
        ("Evaluated its replies against 60 letters", True),
        ("Answered 200 questions a week", False),
        ("Wrote 40 questions for the quiz of the port", False),
        ("Moved 90 prompts into Git", False),
        ("Nightly regression tests of the billing", False),
        ("Labelled photos of 400 ships", False),
    ],
)
def test_deed_of_scoring_is_read_beside_a_product_alone(line: str, scored: bool, analyzer: Analyzer) -> None:
    for product, is_one in ((PRODUCT, True), ("- Taught the crew of the port\n", False)):
        report = report_on(analyzer, JOB.format(product=product, line=line))
        assert ("llm-evaluation" in {one.id for one in report.skills}) is (scored and is_one)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Retrieval over 4 million pages of the port's rules", True),
        ("Answers with citations for 900 pilots", True),
        ("Retrieval of lost ropes from the harbour", False),
        ("Answers with a smile for 900 pilots", False),
    ],
)
def test_product_that_finds_its_texts_is_retrieval_augmented(line: str, found: bool, analyzer: Analyzer) -> None:
    for product, is_one in ((PRODUCT, True), ("- Taught the crew of the port\n", False)):
        report = report_on(analyzer, JOB.format(product=product, line=line))
        assert ("rag" in {one.id for one in report.skills}) is (found and is_one)
