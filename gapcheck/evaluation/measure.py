"""Labelled resumes and the analyzer → what is found, at which level, with which verdict, with intervals."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

from gapcheck.analyzer import Analyzer
from gapcheck.documents import DocumentError
from gapcheck.report import GapReport, SkillPart
from gapcheck.resume.health import ReadingTrust
from gapcheck.skills.confidence import Finding, is_described, line_features
from gapcheck.skills.evidence import DOUBTS
from gapcheck.taxonomy import PHRASED, Level, Reason

_RESAMPLES = 1000


_INTERVAL = (0.025, 0.975)


_SEED = 1


_BANDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 1.01)


class CorpusError(Exception):
    """The folder is no corpus; the message says what is missing."""


@dataclass(frozen=True)
class Reading:
    """One skill in one document: what the label says of it and what the report says, either of them perhaps nothing."""

    skill: str
    label: dict[str, Any] | None
    found: SkillPart | None
    doubted: bool
    misread: bool

    @property
    def step(self) -> int:
        """How many levels the report is above the label, where both have the skill."""
        if self.label is None or self.found is None:
            return 0
        return Level[self.found.level] - Level[self.label["level"]]

    @property
    def right(self) -> bool:
        """Whether the skill is there and at this level."""
        return self.label is not None and self.found is not None and self.step == 0

    def stated(self) -> Iterator[tuple[str, bool, dict[str, float]]]:
        """What the report states: its level and its lines, each with whether the label agrees and what was known."""
        found = self.found
        if found is None:
            return
        finding = Finding(
            how=found.how,
            entries=found.entries,
            months=found.months,
            rated="rates" in found.why,
            lines=len(found.evidence),
            direct=sum(line.skill == found.id for line in found.evidence),
            doubted=self.doubted,
            phrased=found.category == PHRASED,
            described=is_described(line.skill for line in found.evidence),
            misread=self.misread,
        )
        yield "level", self.right, finding.features()
        for line in found.evidence:
            yield "line", self.label is not None, line_features(finding, line.kind, direct=line.skill == found.id)


@dataclass(frozen=True)
class DocumentScore:
    """One document: counts that add up over documents, and its skills one by one."""

    document: str
    counts: Counter[str]
    readings: tuple[Reading, ...] = ()
    error: str | None = None

    @property
    def missed(self) -> list[str]:
        """Skills of the label that the report lacks."""
        return [one.skill for one in self.readings if one.found is None]

    @property
    def wrong(self) -> list[str]:
        """Skills of the report that the label lacks."""
        return [one.skill for one in self.readings if one.label is None]

    @property
    def levels_off(self) -> list[str]:
        """Skills whose level differs, with the steps."""
        return [f"{one.skill} {one.step:+d}" for one in self.readings if one.step]


@dataclass(frozen=True)
class Evaluation:
    """All documents. `figures` are shares from 0 to 1 with their intervals from resampling documents."""

    outcomes: tuple[DocumentScore, ...]
    figures: dict[str, tuple[float, float, float]] = field(default_factory=dict)

    def to_data(self) -> dict[str, Any]:
        """Plain data for JSON: figures with intervals, what goes wrong most, and all by skill, kind of evidence,
        confidence and document.
        """
        readings = [reading for one in self.outcomes for reading in one.readings]
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
            "by kind of evidence": _by_kind(readings),
            "by confidence": reliability(
                (one.found.confidence, one.right) for one in readings if one.found is not None
            ),
            "by skill": _by_skill(readings),
            "by document": {
                one.document: {
                    **{name: round(figure(one.counts), 4) for name, figure in FIGURES.items()},
                    "missed": one.missed,
                    "wrong": one.wrong,
                    "levels off": one.levels_off,
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


def _outcome(
    document: str, label: dict[str, Any], report: GapReport | DocumentError, known: frozenset[str]
) -> DocumentScore:
    gold = {skill: value for skill, value in label["skills"].items() if skill in known}
    if isinstance(report, DocumentError):
        readings = tuple(Reading(skill, gold[skill], None, doubted=False, misread=False) for skill in sorted(gold))
        return DocumentScore(document, Counter(missed=len(gold)), readings, report.code)
    # Labels say what a resume says; what the catalogue adds to the name of a certificate is not scored.
    added = {skill for one in report.certificates for skill in one.shows} - gold.keys()
    found = {
        skill.id: skill
        for skill in report.skills
        if skill.id in known and not (skill.how == "certified" and skill.id in added)
    }
    doubted = {one.id for one in report.not_counted if Reason(one.reason) in DOUBTS}
    misread = report.health.verdict != ReadingTrust.fine
    readings = tuple(
        Reading(skill, gold.get(skill), found.get(skill), skill in doubted, misread)
        for skill in sorted(gold.keys() | found.keys())
    )
    both = [one for one in readings if one.label is not None and one.found is not None]
    traps = {trap["skill"] for trap in label.get("not_skills", [])} - gold.keys()
    verdicts = [
        _verdict(gold, row.any_of, row.expected) == row.status
        for row in report.requirements
        if any(skill in known for skill in row.any_of) and not added.intersection(row.any_of)
    ]
    counts = Counter(
        both=len(both),
        missed=len(gold.keys() - found.keys()),
        wrong=len(found.keys() - gold.keys()),
        exact=sum(one.right for one in both),
        near=sum(abs(one.step) <= 1 for one in both),
        how=sum(found[one.skill].how == gold[one.skill].get("how") for one in both),
        verdicts=len(verdicts),
        right=sum(verdicts),
        traps=len(traps),
        sprung=len(traps & found.keys()),
    )
    return DocumentScore(document, counts, readings)


def _verdict(gold: dict[str, Any], any_of: Sequence[str], expected: str) -> str:
    best = max(Level[gold[skill]["level"]] if skill in gold else 0 for skill in any_of)
    return "missing" if not best else "met" if best >= Level[expected] else "below"


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


def _interval(outcomes: Sequence[DocumentScore], figure: Callable[[Counter[str]], float]) -> tuple[float, float, float]:
    """The figure, and where 95 % of its values lie when documents are drawn again with replacement."""
    chance = random.Random(_SEED)
    values = sorted(figure(_total(chance.choices(outcomes, k=len(outcomes)))) for _ in range(_RESAMPLES))
    low, high = (values[round(share * (_RESAMPLES - 1))] for share in _INTERVAL)
    return figure(_total(outcomes)), low, high


def _total(outcomes: Iterable[DocumentScore]) -> Counter[str]:
    total: Counter[str] = Counter()
    for outcome in outcomes:
        total.update(outcome.counts)
    return total


def _most(groups: Iterable[Sequence[str]]) -> dict[str, int]:
    return dict(Counter(name for group in groups for name in group).most_common(12))


def _by_skill(readings: Sequence[Reading]) -> dict[str, dict[str, int]]:
    """For each skill how often it is labelled, found rightly, missed, found wrongly, and at the right level."""
    table: dict[str, Counter[str]] = {}
    for one in readings:
        counts = table.setdefault(one.skill, Counter())
        counts["labelled"] += one.label is not None
        counts["found"] += one.label is not None and one.found is not None
        counts["missed"] += one.found is None
        counts["wrong"] += one.label is None
        counts["level exact"] += one.right
    return {skill: dict(table[skill]) for skill in sorted(table)}


def _by_kind(readings: Sequence[Reading]) -> dict[str, dict[str, int]]:
    """For each kind of evidence in the labels: how often, and what the report says there."""
    table: dict[str, Counter[str]] = {}
    for one in readings:
        if one.label is not None:
            said = one.found.how if one.found is not None else "nothing"
            table.setdefault(one.label.get("how", "unknown"), Counter())[said] += 1
    return {kind: dict(table[kind].most_common()) for kind in sorted(table)}


def reliability(said: Iterable[tuple[float, bool]]) -> list[dict[str, float]]:
    """What was said with a confidence in each band: how often, with which mean confidence, and the share that was
    right.
    """
    pairs = sorted(said)
    bands = [[pair for pair in pairs if low <= pair[0] < high] for low, high in pairwise(_BANDS)]
    return [
        {
            "from": low,
            "count": len(band),
            "said": round(sum(confidence for confidence, _ in band) / len(band), 3),
            "right": round(sum(right for _, right in band) / len(band), 3),
        }
        for low, band in zip(_BANDS, bands, strict=False)
        if band
    ]
