"""Networks are learned on what a person works with: by a reranker where retrieval is built, on no photos by default."""

from __future__ import annotations

import pytest
from test_own_work import read

from gapcheck import Analyzer

RETRIEVAL = """### AI Engineer, Quay Law (Jan 2022 - Present)
- Built retrieval-augmented generation over 4 million clauses with LangChain and pgvector, served with FastAPI on AWS
- Scored answers on 900 questions, in Docker and GitHub Actions with tests in pytest
"""
TEXTS = """### Letters (2026)
- Sorted 9,000 letters by natural language processing with scikit-learn, TF-IDF and logistic regression, F1 of 0.8
"""
PHOTOS = """### Stamps (2026)
- Sorted 9,000 photos of stamps by computer vision with OpenCV and scikit-learn, accuracy of 0.8
"""


def test_who_builds_retrieval_learns_networks_by_a_reranker(analyzer: Analyzer) -> None:
    report = read(analyzer, jobs=RETRIEVAL, skills="Python, SQL")
    phase = {step.skill: step.phase for step in report.plan}
    assert phase["pytorch"] == phase["transformers"] == "reranker" and "cnn" not in phase
    assert "photo-classifier" not in phase.values()


def test_reranker_is_for_nobody_without_retrieval(analyzer: Analyzer) -> None:
    assert "reranker" not in {step.phase for step in read(analyzer, projects=TEXTS).plan}


@pytest.mark.parametrize(("works", "network"), [(TEXTS, "transformers"), (PHOTOS, "cnn")])
def test_first_network_is_one_for_the_data_that_one_has(works: str, network: str, analyzer: Analyzer) -> None:
    skills = {step.skill for step in read(analyzer, projects=works).plan}
    assert network in skills and not skills & ({"transformers", "cnn"} - {network})
