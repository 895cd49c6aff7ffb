"""Outcomes on resumes never met before → the confidence model, with its figures.

An outcome is one level or one line that a report stated, and whether the label agrees. Cross-validation keeps resumes
apart; its figures say how often what was said with so much confidence was right.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from gapcheck.evaluation.measure import DocumentScore, reliability

_FOLDS = 15
_REGULARISATION = 1.0
_DOUBTFUL = 0.8
_DECIMALS = 3


@dataclass(frozen=True, slots=True)
class StatedLevel:
    """One stated level (`what` is "level") or line ("line"): its features, and whether it was right."""

    document: str
    what: str
    right: bool
    features: dict[str, float]


def rows_of(outcomes: Iterable[DocumentScore]) -> list[StatedLevel]:
    """The rows of evaluated documents."""
    return [
        StatedLevel(outcome.document, what, right, features)
        for outcome in outcomes
        for reading in outcome.readings
        for what, right, features in reading.stated()
    ]


def write_rows(rows: Sequence[StatedLevel], path: Path) -> None:
    """Adds the rows to a CSV file: document, what, right, and the features as `name=value`, separated by semicolons."""
    with path.open("a", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        for row in rows:
            features = ";".join(f"{name}={value:g}" for name, value in sorted(row.features.items()))
            writer.writerow([row.document, row.what, int(row.right), features])


def read_rows(path: Path) -> list[StatedLevel]:
    """The rows of such a file."""
    with path.open(encoding="utf-8", newline="") as stream:
        return [
            StatedLevel(document, what, right == "1", {
                name: float(value) for name, _, value in (part.rpartition("=") for part in features.split(";"))
            })
            for document, what, right, features in csv.reader(stream)
        ]  # fmt: skip


def fit(rows: Sequence[StatedLevel]) -> Any:
    """A scikit-learn pipeline fitted to the rows."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline

    model = make_pipeline(DictVectorizer(), LogisticRegression(C=_REGULARISATION, max_iter=2000))
    model.fit([row.features for row in rows], [row.right for row in rows])
    return model


def cross_validated(rows: Sequence[StatedLevel]) -> list[tuple[float, bool]]:
    """For each row the confidence that a model gives which has not seen its resume, and whether it was right."""
    from sklearn.model_selection import GroupKFold

    said: list[tuple[float, bool]] = []
    for learned, held_out in GroupKFold(_FOLDS).split(rows, groups=[row.document for row in rows]):
        model = fit([rows[index] for index in learned])
        shares = model.predict_proba([rows[index].features for index in held_out])[:, 1]
        said += [(float(share), rows[index].right) for share, index in zip(shares, held_out, strict=True)]
    return said


def train(file: Path, today: date) -> dict[str, Any]:
    """Both regressions as plain numbers, with the reliability of what they say."""
    rows = read_rows(file)
    parts = {what: [row for row in rows if row.what == what] for what in ("level", "line")}
    return {
        "made": today.isoformat(),
        "made from": len(rows),
        "cross-validation": {what: reliability(cross_validated(part)) for what, part in parts.items()},
        "doubtful": _DOUBTFUL,
        **{what: _plain(fit(part)) for what, part in parts.items()},
    }


def _plain(model: Any) -> dict[str, Any]:
    vectorizer, regression = model.steps[0][1], model.steps[1][1]
    return {
        "intercept": round(float(regression.intercept_[0]), _DECIMALS),
        "weights": {
            name: round(float(weight), _DECIMALS)
            for name, weight in zip(vectorizer.feature_names_, regression.coef_[0], strict=True)
        },
    }
