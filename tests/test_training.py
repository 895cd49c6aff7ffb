"""The models that ship are those that the data give, and say what scikit-learn says."""

from __future__ import annotations

from pathlib import Path

import pytest

from gapcheck.resume.heading_model import load_heading_model
from gapcheck.skills.pipeline.meaning_model import load_meaning_model
from gapcheck.skills.reader import SkillReader
from gapcheck.taxonomy import Taxonomy
from gapcheck.training import meanings
from gapcheck.training.headings import HeadingExample, accuracy, all_examples, fit

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def examples(taxonomy: Taxonomy) -> list[HeadingExample]:
    return all_examples(ROOT / "samples" / "corpus", ROOT / "skills_taxonomy", taxonomy)


def test_stored_model_gives_the_probabilities_of_scikit_learn(examples: list[HeadingExample]) -> None:
    model, stored = fit(examples), load_heading_model()
    for example, row in zip(examples, model.predict_proba([one.features for one in examples]), strict=True):
        ours = stored.probabilities(example.features)
        theirs = dict(zip(model.classes_, row, strict=True))
        assert {kind.value: ours[kind] for kind in ours} == pytest.approx(theirs, abs=0.01)


def test_unusual_headings_of_unseen_resumes_and_voices_are_mostly_right(examples: list[HeadingExample]) -> None:
    figures = accuracy(examples)
    assert figures["known headings"] >= 0.9 and figures["unusual headings"] >= 0.8
    assert figures["unseen voices"] >= 0.85


@pytest.fixture(scope="module")
def lines(skill_reader: SkillReader) -> list[meanings.MeaningExample]:
    return meanings.examples_in(ROOT / "skills_taxonomy" / "meaning_examples.yaml", skill_reader)


def test_stored_meaning_model_gives_the_probabilities_of_scikit_learn(lines: list[meanings.MeaningExample]) -> None:
    stored = load_meaning_model()
    theirs = meanings.fit(lines).predict_proba([one.features for one in lines])[:, 1]
    assert [stored.probability(one.features) for one in lines] == pytest.approx(list(theirs), abs=0.01)
    assert stored.words == {one.word for one in lines}


def test_meaning_of_unseen_words_is_mostly_right(lines: list[meanings.MeaningExample]) -> None:
    figures = meanings.accuracy(lines)
    assert figures["accuracy"] >= 0.85 and figures["precision at threshold"] >= 0.95
