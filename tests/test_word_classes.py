"""The class of a word hangs on what it usually is, on its ending, and on what stands beside it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gapcheck.text.word_classes import WORD_CLASSES_FILE, word_classes

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize(
    ("sentence", "classes"),
    [
        ("Finance reads the pack", "NN VBZ DT NN"),
        ("The analysts train the models", "DT NNS VBP DT NNS"),
        ("Customers steer the lamps", "NNS VBP DT NNS"),
        ("The agency claims the fees", "DT NN VBZ DT NNS"),  # a noun as often as a verb, before an article
        ("The agency claims grew", "DT NN NNS VBD"),
        ("The teams report to me", "DT NNS VBP TO PRP"),
        ("Wrote the report", "VBD DT NN"),
        ("The build stopped", "DT NN VBD"),
        ("Sales reports for me", "NNS NNS IN PRP"),
        ("it was kept", "PRP AUX VBN"),
        ("it kept me", "PRP VBD PRP"),
        ("in the Ring", "IN DT NNP"),
        ("My runs of the model", "PRP$ NNS IN DT NN"),
        ("I want to report", "PRP VBP TO VB"),
        ("was packed by Anna", "AUX VBN IN NNP"),
        ("the board packed it", "DT NN VBD PRP"),
        ("Moved to Delft in 2016", "VBD TO NNP IN CD"),
        ("IT keeps it", "NNP VBZ PRP"),
        ("which they keep quickly", "WH PRP VBP RB"),
    ],
)
def test_class_of_each_word(sentence: str, classes: str) -> None:
    words = sentence.split()
    assert word_classes(words, [False] * len(words)) == classes.split()


def test_name_of_a_skill_is_one_whatever_its_word_is() -> None:
    words = ["Marketing", "reads", "Go", "."]
    assert word_classes(words, [False, False, True, False]) == ["NN", "VBZ", "SKILL", "."]


def test_word_is_listed_in_one_class_alone() -> None:
    classes = json.loads((ROOT / "skills_taxonomy" / WORD_CLASSES_FILE).read_text(encoding="utf-8"))["classes"]
    words = [word for listed in classes.values() for word in listed.split()]
    assert len(words) == len(set(words)) > 5_000
