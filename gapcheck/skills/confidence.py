"""How sure a level is, and how sure it is that a line speaks for its skill: probabilities that were measured.

Two logistic regressions on what is known about a finding, fitted with scikit-learn to the outcomes on resumes that the
program had never met (outcomes.csv, written by `gapcheck evaluate --outcomes`). Of the levels said with 0.9 about nine
in ten are right on such resumes; docs/accuracy.md has the figures.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from gapcheck.skills.pipeline.described_model import load_described_model

MODEL_FILE = "confidence_model.json"
_MANY = 3
_CLOSE_TO_RULE = {6: 2, 24: 4}  # months at which the level changes, and how many off still are a narrow decision


@dataclass(frozen=True, slots=True)
class Finding:
    """What is known of one skill when its level has been decided.

    `lines` speak for it, `direct` of them name it or describe it itself; `doubted` tells that other places name it and
    were not counted; `phrased` that people word it in any way they like, as they do soft skills; `described` that its
    lines name no tool or method; `misread` that the reader doubts its own reading of the document.
    """

    how: str
    entries: int
    months: int
    rated: bool
    lines: int
    direct: int
    doubted: bool
    phrased: bool
    described: bool
    misread: bool

    def features(self) -> dict[str, float]:
        """Named features of the level."""
        found = {
            f"how: {self.how}": 1.0,
            "lines": min(self.lines, _MANY) / _MANY,
            "direct": self.direct / max(self.lines, 1),
        }
        flags = {
            "narrow decision": any(abs(self.months - months) <= off for months, off in _CLOSE_TO_RULE.items()),
            "entries without months": self.entries > 0 and self.months == 0,
            "rated": self.rated,
            "doubted": self.doubted,
            "phrased": self.phrased,
            "phrased once": self.phrased and self.lines == 1,
            "described": self.described,
            "described once": self.described and self.lines == 1,
            "misread": self.misread,
        }
        return found | {name: 1.0 for name, holds in flags.items() if holds}


def is_described(skills: Iterable[str]) -> bool:
    """Whether lines that speak of these skills name no tool or method: people describe all of them."""
    return load_described_model().skills.keys() >= set(skills)


def line_features(finding: Finding, kind: str, *, direct: bool) -> dict[str, float]:
    """Named features of one line that speaks for the skill."""
    flags = {"direct": direct, "doubted": finding.doubted, "phrased": finding.phrased, "only line": finding.lines == 1}
    return {f"kind: {kind}": 1.0} | {name: 1.0 for name, holds in flags.items() if holds}


@dataclass(frozen=True, slots=True)
class Regression:
    """A fitted logistic regression."""

    intercept: float
    weights: dict[str, float]

    def probability(self, features: dict[str, float]) -> float:
        """0 to 1, rounded to hundredths: more would pretend."""
        score = self.intercept + sum(self.weights.get(name, 0.0) * value for name, value in features.items())
        return round(1 / (1 + math.exp(-score)), 2)


@dataclass(frozen=True, slots=True)
class ConfidenceModel:
    """`level` says how likely a level is the right one, `line` how likely a line truly speaks for its skill.

    A level below `doubtful` deserves a human eye.
    """

    level: Regression
    line: Regression
    doubtful: float


@lru_cache(maxsize=5000)  # most skills of most resumes are found in one of few ways
def level_confidence(finding: Finding) -> float:
    """How likely the level of this finding is the right one, 0 to 1."""
    return load_confidence_model().level.probability(finding.features())


@lru_cache(maxsize=5000)
def line_confidence(finding: Finding, kind: str, direct: bool) -> float:
    """How likely a line of this kind truly speaks for the skill, `direct`ly or by a narrower one, 0 to 1."""
    return load_confidence_model().line.probability(line_features(finding, kind, direct=direct))


@cache
def load_confidence_model() -> ConfidenceModel:
    """The model that ships with gapcheck."""
    data = json.loads((files("skills_taxonomy") / MODEL_FILE).read_text(encoding="utf-8"))
    return ConfidenceModel(Regression(**data["level"]), Regression(**data["line"]), data["doubtful"])
