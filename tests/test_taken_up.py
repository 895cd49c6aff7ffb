"""Whose a thing is that others began, and what that means for words that ask for it: the clause behind it tells."""

from __future__ import annotations

import pytest
from senses import job, levels_in

from gapcheck import Analyzer
from gapcheck.skills.pipeline.weight_rows import WeightRows, sparse_rows, written_sparsely


@pytest.mark.parametrize(
    ("line", "skill", "counts"),
    [
        ("The planners wanted PostgreSQL; I set it up and answer for it.", "postgresql", True),
        ("The price page, in Power BI, a consultant had begun; since 2021 I extend it.", "power-bi", True),
        ("A student left us a tally in C++. I have mended it twice.", "cpp", True),
        # looked at, handed on, kept out, denied, or told of another thing
        ("The price page, in Power BI, a consultant had begun; I read it each week.", "power-bi", False),
        ("A student left us a tally in C++. I sent it to the archive.", "cpp", False),
        ("The price page, in Power BI, a consultant had begun; I kept it off the wall.", "power-bi", False),
        ("A student left us a tally in C++. I only start it; the code is his.", "cpp", False),
        ("A student left us a tally in C++. I built them a shelf.", "cpp", False),
        ("The price page, in Power BI, a consultant had begun on machines we rent them.", "power-bi", False),
    ],
)
def test_what_others_began_and_the_writer_went_on_with_counts(
    line: str, skill: str, counts: bool, analyzer: Analyzer
) -> None:
    assert (skill in levels_in(analyzer, job(line, "Kept the lists of the yard"))) is counts


def test_test_of_halves_measures_no_recommender_of_others(analyzer: Analyzer) -> None:
    halves = "Ran thirty A/B tests with sample sizes set beforehand"
    own = levels_in(analyzer, job(halves, "Built a recommender in Python with matrix factorisation"))
    others = levels_in(analyzer, job(halves, "Collaborative filtering is done by the data science team in Ghent"))
    assert "model-evaluation" in own and "model-evaluation" not in others


@pytest.mark.parametrize(
    ("line", "skill", "counts"),
    [
        ("Brought coffee to the crews of CNN and of two smaller stations", "cnn", False),
        ("Hot soup and a dry boat for CNN", "cnn", False),
        ("Hung up the printed decision tree for arrivals beside the desk", "decision-trees", False),
        ("Fitted a decision tree to 300 beams and drew it for the workshop", "decision-trees", True),
    ],
)
def test_one_method_of_the_field_that_a_resume_names_has_to_be_surely_the_writers(
    line: str, skill: str, counts: bool, analyzer: Analyzer
) -> None:
    post = "Clerk, Orrin Mills    Jan 2020 - Jun 2022"
    assert (skill in levels_in(analyzer, job(line, "Kept the lists of the yard", title=post))) is counts


def test_in_a_post_of_the_trade_the_one_method_means_itself(analyzer: Analyzer) -> None:
    line = "Trained a random forest of delays with the two data scientists"
    post = "Data Engineer, Orrin Mills    Jan 2020 - Jun 2022"
    assert "random-forests" in levels_in(analyzer, job(line, "Ran the nightly loads", title=post))


def test_weights_without_their_zeros_are_read_as_they_were() -> None:
    weights = [0, 45, 0, -40, 0]
    assert written_sparsely(weights) == "1 45 3 -40"
    assert WeightRows({"one": written_sparsely(weights)}, 5, sparse_rows(5)).row("one").tolist() == weights
