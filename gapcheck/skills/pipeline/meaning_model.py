"""A name that is also an ordinary word, and the words around it → the probability that it means the skill.

A logistic regression on the neighbourhood, asked only where the conditions of the taxonomy leave doubt and only about
words it was trained on. `python -m gapcheck.training` fits it with scikit-learn from meaning_examples.yaml and writes
it as plain numbers; reading a resume needs only those.
"""

from __future__ import annotations

import json
import math
from collections.abc import Set
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from gapcheck.text.tokens import Tokens

MODEL_FILE = "meaning_model.json"
_REACH = 6  # words to either side
_CLOSE = 2  # words that count in full; those further off count less
_FAR = 0.7
_MOST_SKILLS = 4
_LONG_LINE = 30


@dataclass(frozen=True, slots=True)
class MeaningModel:
    """The fitted model. `words` are those it was trained on; at `threshold` or above a word means the skill."""

    words: frozenset[str]
    weights: dict[str, float]
    intercept: float
    threshold: float

    def probability(self, features: dict[str, float]) -> float:
        """How likely the word means the skill, 0 to 1."""
        score = self.intercept + sum(self.weights.get(name, 0.0) * value for name, value in features.items())
        return 1 / (1 + math.exp(-score))


@cache
def load_meaning_model() -> MeaningModel:
    """The model that ships with gapcheck."""
    data = json.loads((files("skills_taxonomy") / MODEL_FILE).read_text(encoding="utf-8"))
    return MeaningModel(frozenset(data["words"]), data["weights"], data["intercept"], data["threshold"])


def meaning_features(tokens: Tokens, start: int, end: int, line: range, skills: Set[int]) -> dict[str, float]:
    """Named features of the word at tokens `start` to `end` in its line; `skills` are the tokens of plain skill names
    beside it.
    """
    found = {
        f"={tokens.written(start, end)}": 1.0,
        "skills in line": min(len(skills), _MOST_SKILLS) / _MOST_SKILLS * 2,
        "words in line": min(len(line), _LONG_LINE) / _LONG_LINE,
    }
    for distance in range(1, _REACH + 1):
        for side, index in (("before", start - distance), ("after", end - 1 + distance)):
            if index in line:
                norm = tokens.norm[index]
                name = f"near: {norm}"
                found[name] = max(found.get(name, 0.0), 1.0 if distance <= _CLOSE else _FAR)
                if index in skills:
                    found["near: a skill"] = 1.0
                if distance == 1:
                    found[f"{side}: {norm}"] = 1.0
                    found[f"{side}: {_shape(tokens.text[index])}"] = 1.0
            elif distance == 1:
                found[f"{side}: edge"] = 1.0
    return found


def _shape(text: str) -> str:
    return "a mark" if not text[0].isalnum() else "Capital" if text[0].isupper() else "small"
