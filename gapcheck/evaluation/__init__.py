"""Labelled resumes and the analyzer → how right it is: what is found, at which level, which verdicts; with intervals.

A corpus is a folder with `resumes/<id>.pdf` and `labels/<id>.json`; docs/accuracy.md says what a label holds.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gapcheck.analyzer import Analyzer
from gapcheck.documents import DocumentError
from gapcheck.report import GapReport

__all__ = ["CorpusError", "Evaluation", "Outcome", "evaluate"]

_LEVELS = ("none", "basic", "intermediate", "advanced")
_RESAMPLES = 1000
_INTERVAL = (0.025, 0.975)
_SEED = 1


class CorpusError(Exception):
    """The folder is no corpus; the message says what is missing."""


@dataclass(frozen=True)
class Outcome:
    """One document: counts that add up over documents, and the differences by skill."""

    document: str
    counts: Counter[str]
    missed: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    levels_off: tuple[str, ...] = ()
    error: str | None = None


@dataclass(frozen=True)
class Evaluation:
    """All documents. `figures` are shares from 0 to 1 with their intervals from resampling documents."""

    outcomes: tuple[Outcome, ...]
    figures: dict[str, tuple[float, float, float]] = field(default_factory=dict)

    def to_data(self) -> dict[str, Any]:
        """Plain data for JSON: figures with intervals, documents, and what goes wrong most."""
        return {
            "schema": "gapcheck/evaluation/1",
            "documents": len(self.outcomes),
            "failed": [one.document for one in self.outcomes if one.error],
            "figures": {
                name: {"value": round(value, 4), "low": round(low, 4), "high": round(high, 4)}
                for name, (value, low, high) in self.figures.items()
            },
            "traps": sum(one.counts["traps"] for one in self.outcomes),
            "traps sprung": sum(one.counts["sprung"] for one in self.outcomes),
            "most missed": _most(one.missed for one in self.outcomes),
            "most wrong": _most(one.wrong for one in self.outcomes),
            "most levels off": _most(one.levels_off for one in self.outcomes),
            "by document": {
                one.document: {
                    "missed": list(one.missed),
                    "wrong": list(one.wrong),
                    "levels off": list(one.levels_off),
                    "error": one.error,
                }
                for one in self.outcomes
            },
        }


def evaluate(corpus: Path, analyzer: Analyzer) -> Evaluation:
    """Analyses every labelled resume of the corpus. Raises `CorpusError` where there is none or a label is wrong."""
    labels = sorted((corpus / "labels").glob("*.json"))
    if not labels:
        raise CorpusError(f"{corpus} holds no labels: put labels/<id>.json beside resumes/<id>.pdf")
    loaded = [_label(path) for path in labels]
    known = frozenset(skill for label in loaded for skill in label["skills"]) & frozenset(analyzer.taxonomy.skills)
    outcomes = tuple(
        _outcome(path.stem, label, _report(corpus / "resumes" / f"{path.stem}.pdf", analyzer), known)
        for path, label in zip(labels, loaded, strict=True)
    )
    return Evaluation(outcomes, {name: _interval(outcomes, figure) for name, figure in FIGURES.items()})


def _label(path: Path) -> dict[str, Any]:
    try:
        label: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(label["skills"], dict):
            raise TypeError
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CorpusError(f"{path}: no label: it needs a field `skills` (see docs/accuracy.md)") from error
    return label


def _report(path: Path, analyzer: Analyzer) -> GapReport | DocumentError:
    try:
        return analyzer.analyze(path)
    except DocumentError as error:
        return error


def _outcome(document: str, label: dict[str, Any], report: GapReport | DocumentError, known: frozenset[str]) -> Outcome:
    gold = {skill: value for skill, value in label["skills"].items() if skill in known}
    if isinstance(report, DocumentError):
        return Outcome(document, Counter(missed=len(gold)), tuple(sorted(gold)), error=report.code)
    found = {one.id: one for one in report.skills if one.id in known}
    both = sorted(gold.keys() & found.keys())
    off = {skill: _LEVELS.index(found[skill].level) - _LEVELS.index(gold[skill]["level"]) for skill in both}
    traps = {trap["skill"] for trap in label.get("not_skills", [])} - gold.keys()
    verdicts = [
        _verdict(gold, row.any_of, row.expected) == row.status
        for row in report.requirements
        if any(skill in known for skill in row.any_of)
    ]
    counts = Counter(
        both=len(both),
        missed=len(gold.keys() - found.keys()),
        wrong=len(found.keys() - gold.keys()),
        exact=sum(step == 0 for step in off.values()),
        near=sum(abs(step) <= 1 for step in off.values()),
        how=sum(found[skill].how == gold[skill].get("how") for skill in both),
        verdicts=len(verdicts),
        right=sum(verdicts),
        traps=len(traps),
        sprung=len(traps & found.keys()),
    )
    return Outcome(
        document,
        counts,
        tuple(sorted(gold.keys() - found.keys())),
        tuple(sorted(found.keys() - gold.keys())),
        tuple(f"{skill} {step:+d}" for skill, step in off.items() if step),
    )


def _verdict(gold: dict[str, Any], any_of: Sequence[str], expected: str) -> str:
    best = max(_LEVELS.index(gold[skill]["level"]) if skill in gold else 0 for skill in any_of)
    return "missing" if not best else "met" if best >= _LEVELS.index(expected) else "below"


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


FIGURES: dict[str, Callable[[Counter[str]], float]] = {
    "precision": lambda n: _share(n["both"], n["both"] + n["wrong"]),
    "recall": lambda n: _share(n["both"], n["both"] + n["missed"]),
    "f1": lambda n: _share(2 * n["both"], 2 * n["both"] + n["wrong"] + n["missed"]),
    "level exact": lambda n: _share(n["exact"], n["both"]),
    "level within one": lambda n: _share(n["near"], n["both"]),
    "kind of evidence": lambda n: _share(n["how"], n["both"]),
    "verdicts": lambda n: _share(n["right"], n["verdicts"]),
}
"""Each figure from the counts of any set of documents."""


def _interval(outcomes: Sequence[Outcome], figure: Callable[[Counter[str]], float]) -> tuple[float, float, float]:
    """The figure, and where 95 % of its values lie when documents are drawn again with replacement."""
    chance = random.Random(_SEED)
    values = sorted(figure(_total(chance.choices(outcomes, k=len(outcomes)))) for _ in range(_RESAMPLES))
    low, high = (values[round(share * (_RESAMPLES - 1))] for share in _INTERVAL)
    return figure(_total(outcomes)), low, high


def _total(outcomes: Iterable[Outcome]) -> Counter[str]:
    total: Counter[str] = Counter()
    for outcome in outcomes:
        total.update(outcome.counts)
    return total


def _most(groups: Iterable[Sequence[str]]) -> dict[str, int]:
    return dict(Counter(name for group in groups for name in group).most_common(12))
