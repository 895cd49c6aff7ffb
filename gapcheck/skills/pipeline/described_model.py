"""A sentence of a resume → how likely it shows each of the skills that people describe rather than name.

One logistic regression a skill, over stems of words and of pairs of words, what the phrases of the taxonomy propose,
and what else the line and its entry name. `python -m gapcheck.training` fits them with scikit-learn from
described_examples/ and writes whole numbers (hundredths); reading a resume needs only those. The figures beside the
weights are for voices that the model had not seen, next to those of the phrases alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from gapcheck.skills.pipeline.weight_rows import WeightRows, sparse_rows
from gapcheck.text.tokens import Tokens

MODEL_FILE = "described_model.json"
HUNDREDTHS = 100
_EDGE = "^"
SOMEBODY = "@somebody"


class WordFeatures(Protocol):
    """What the words of a language are read as."""

    def said(self, tokens: Tokens, index: int) -> tuple[str, ...]:
        """The features of the word at `index`, which make pairs with those of its neighbours."""

    def means(self, tokens: Tokens, index: int) -> tuple[str, ...]:
        """Its features that make no pairs."""

    def stem(self, tokens: Tokens, index: int) -> str:
        """The one of them that is the word itself."""


@dataclass(frozen=True)
class DecisionLimits:
    """What a probability decides. Below `disposes` a loose phrase does not count, but never where that is 0; from
    `proposes` on a sentence counts without any phrase, None where it never does.
    """

    disposes: float
    proposes: float | None


@dataclass(frozen=True)
class People:
    """Words for people, in small letters: `nouns` are read as what they are and as somebody; `alike` as somebody alone,
    for whether it is he or she, a mother or a husband, must not count. Whole words, for a stem is one of deeds and
    things as well: `designers` are people, what was `designed` is not.
    """

    nouns: frozenset[str]
    alike: frozenset[str]

    def features(self, word: str, stem: str) -> tuple[str, ...]:
        """What a word in small letters with this stem is read as."""
        if word in self.alike:
            return (SOMEBODY,)
        return (stem, SOMEBODY) if word in self.nouns else (stem,)

    def said(self, tokens: Tokens, index: int) -> tuple[str, ...]:
        """What a word of a sentence is read as."""
        return self.features(tokens.lower[index], tokens.norm[index])

    def means(self, tokens: Tokens, index: int) -> tuple[str, ...]:
        """Nothing more."""
        return ()

    def stem(self, tokens: Tokens, index: int) -> str:
        """The stem of a word of a sentence."""
        return tokens.norm[index]


@dataclass(frozen=True)
class DescribedModel:
    """The fitted model: a row of weights for each feature, a column for each skill. Weights and intercepts are whole
    hundredths: their sum is the same in whatever order they are added, and so is the verdict on a close case.
    """

    skills: dict[str, int]
    limits: dict[str, DecisionLimits]
    weights: WeightRows
    intercepts: NDArray[np.int64]
    words: WordFeatures

    def probabilities(self, features: Iterable[str]) -> NDArray[np.float64]:
        """How likely each skill is shown by a sentence with these features, in the order of `skills`."""
        score = self.intercepts + self.weights.sum_of(set(features))
        return np.asarray(1 / (1 + np.exp(score / -HUNDREDTHS)), dtype=np.float64)

    def proposed(self, shown: NDArray[np.float64]) -> list[str]:
        """The skills that a sentence with these probabilities shows without any phrase."""
        return [self._names[column] for column in np.flatnonzero(shown >= self._proposes)]

    @cached_property
    def _names(self) -> tuple[str, ...]:
        return tuple(self.skills)

    @cached_property
    def _proposes(self) -> NDArray[np.float64]:
        """The limit of each skill; that of one that is never proposed is out of reach."""
        limits = (self.limits[skill].proposes for skill in self.skills)
        return np.array([np.inf if limit is None else limit for limit in limits])

    def weight_of(self, word: str, skill: str) -> float:
        """What a word speaks for a skill; 0 where the model does not know it."""
        return float(self.weights.row(word)[self.skills[skill]]) / HUNDREDTHS if word in self.weights else 0.0


@cache
def load_described_model() -> DescribedModel:
    """The model that ships with gapcheck."""
    data = json.loads((files("skills_taxonomy") / MODEL_FILE).read_text(encoding="utf-8"))
    skills = data["skills"]
    return DescribedModel(
        {skill: column for column, skill in enumerate(skills)},
        {skill: DecisionLimits(row["disposes"], row["proposes"]) for skill, row in skills.items()},
        WeightRows(data["weights"], len(skills), sparse_rows(len(skills))),
        np.array(data["intercepts"], dtype=np.int64),
        People(frozenset(data["people"]), frozenset(data["alike"])),
    )


def words_in(
    tokens: Tokens, start: int, end: int, words: WordFeatures, without: Set[int] = frozenset()
) -> Iterator[str]:
    """The word features of a sentence: stems, a mark for any number and for people, and pairs of
    neighbours; `without` these tokens.
    """
    before: tuple[str, ...] = (_EDGE,)
    for index in range(start, end):
        if index in without:
            continue
        if tokens.number[index]:
            here: tuple[str, ...] = ("#",)
        elif tokens.text[index][0].isalnum():
            here = words.said(tokens, index)
            yield from words.means(tokens, index)
        else:
            continue
        yield from here
        for first in before:
            for second in here:
                yield f"{first} {second}"
        before = here
