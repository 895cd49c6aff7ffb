"""A skill that is named in a sentence, and the words around it → whether the writer has it, or who or what else it is.

A network of one small hidden layer over the features of the sentence, whatever the skill is called: a layer, because a
word says one thing with one build of the sentence and another with another. `python -m gapcheck.training` fits it with
scikit-learn from ownership_examples/ and writes whole numbers (twentieths); reading a resume needs only those.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from gapcheck.skills.pipeline.described_model import People
from gapcheck.skills.pipeline.ownership_features import rare
from gapcheck.skills.pipeline.weight_rows import WeightRows

MODEL_FILE = "ownership_model.json"
OWN = "own"
TWENTIETHS = 20


@dataclass(frozen=True)
class OwnershipModel:
    """The fitted model: `weights` has a row for each feature and a column for each hidden unit, `outputs` a row for each
    hidden unit and a column for each of `answers`, of which one is `own`; both in whole twentieths. At `threshold` or
    below, the writer is taken not to have it. `ambiguous` are the names, in small letters, that some line of the
    examples has with another meaning.
    """

    answers: tuple[str, ...]
    threshold: float
    weights: WeightRows
    biases: NDArray[np.int64]
    outputs: NDArray[np.int64]
    output_biases: NDArray[np.int64]
    people: People
    ambiguous: frozenset[str]

    def probabilities(self, features: Iterable[str]) -> dict[str, float]:
        """How likely each answer is; together they are 1."""
        known = {name if name in self.weights else rare(name) for name in features}
        hidden = np.maximum(self.biases + self.weights.sum_of(known), 0)
        score = (self.output_biases * TWENTIETHS + hidden @ self.outputs) / TWENTIETHS**2
        shares = np.exp(score - score.max())
        return dict(zip(self.answers, (shares / shares.sum()).tolist(), strict=True))


@cache
def load_ownership_model() -> OwnershipModel:
    """The model that ships with gapcheck."""
    data = json.loads((files("skills_taxonomy") / MODEL_FILE).read_text(encoding="utf-8"))
    answers = tuple(data["answers"])
    biases = np.array(data["biases"], dtype=np.int64)
    return OwnershipModel(
        answers,
        data["threshold"],
        WeightRows(data["weights"], len(biases)),
        biases,
        np.array(data["outputs"], dtype=np.int64),
        np.array(data["output biases"], dtype=np.int64),
        People(frozenset(data["people"]), frozenset(data["alike"])),
        frozenset(data["ambiguous"]),
    )
