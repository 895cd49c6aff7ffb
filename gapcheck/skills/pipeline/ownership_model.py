"""A skill that is named in a sentence, and the words around it → whether the writer has it, or who or what else it is.

Small networks of one hidden layer over the features of the sentence, whatever the skill is called: a layer,
because a word says one thing with one build of the sentence and another with another. `python -m gapcheck.training`
fits them with scikit-learn from ownership_examples/ and writes whole numbers (twentieths); reading needs only those.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gapcheck.skills.pipeline.described_model import People
from gapcheck.skills.pipeline.ownership_features import rare
from gapcheck.skills.pipeline.weight_rows import WeightRows

MODEL_FILE = "ownership_model.json"
OWN = "own"
TWENTIETHS = 20
LARGEST = 4  # twentieths, of a feature's weight: two of them are one printable character of the file, from "!" to "q"
_DIGITS = 2 * LARGEST + 1
_FIRST = ord("!")


@dataclass(frozen=True)
class OwnershipModel:
    """The fitted model, in whole twentieths: `weights` has a row for each feature and a column for each hidden unit of
    all `networks`, `outputs` a row for each hidden unit and a column for each of `answers`, of which one is `own`.
    Where somebody else, a wish and a denial together have `threshold` or more, the writer is taken not to have it.
    `ambiguous` are the names, in small letters, that many lines of the examples have with another meaning.
    """

    answers: tuple[str, ...]
    threshold: float
    networks: int
    weights: WeightRows
    biases: NDArray[np.int64]
    outputs: NDArray[np.int64]
    output_biases: NDArray[np.int64]
    people: People
    ambiguous: frozenset[str]

    def probabilities(self, features: Iterable[str]) -> dict[str, float]:
        """How likely each answer is; together they are 1."""
        known = {name if name in self.weights else rare(name) for name in features}
        hidden = self.biases + self.weights.sum_of(known)
        shares = answer_shares(hidden, self.outputs, self.output_biases, self.networks)
        return dict(zip(self.answers, shares.tolist(), strict=True))


def answer_shares(
    hidden: NDArray[np.int64], outputs: NDArray[np.int64], biases: NDArray[np.int64], networks: int
) -> Any:
    """How likely each answer is, by what reaches the hidden units of all networks, in whole twentieths. Whole numbers
    have the same sum in whatever order they are added, so a close case is always decided alike.
    """
    score = (biases * TWENTIETHS + np.maximum(hidden, 0) @ outputs) / (TWENTIETHS**2 * networks)
    likely = np.exp(score - score.max())
    return likely / likely.sum()


def written_row(weights: Sequence[int]) -> str:
    """The weights of a feature, an even number of them, as the model's file writes them: a character for two."""
    pairs = zip(weights[::2], weights[1::2], strict=True)
    return "".join(chr(_FIRST + (one + LARGEST) * _DIGITS + other + LARGEST) for one, other in pairs)


def read_row(written: str) -> NDArray[np.int64]:
    """The weights that `written_row` wrote."""
    pairs = np.frombuffer(written.encode(), dtype=np.uint8).astype(np.int64) - _FIRST
    return np.stack(np.divmod(pairs, _DIGITS), axis=1).ravel() - LARGEST


@cache
def load_ownership_model() -> OwnershipModel:
    """The model that ships with gapcheck."""
    data = json.loads((files("skills_taxonomy") / MODEL_FILE).read_text(encoding="utf-8"))
    answers = tuple(data["answers"])
    biases = np.array(data["biases"], dtype=np.int64)
    rows = {f"{kind}={word}": row for kind, words in data["weights"].items() for word, row in words.items()}
    return OwnershipModel(
        answers,
        data["threshold"],
        data["networks"],
        WeightRows(rows, len(biases), read_row),
        biases,
        np.array(data["outputs"], dtype=np.int64),
        np.array(data["output biases"], dtype=np.int64),
        People(frozenset(data["people"]), frozenset(data["alike"])),
        frozenset(data["ambiguous"]),
    )
