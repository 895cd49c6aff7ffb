"""Lines in which an ambiguous name means its skill or something else → the meaning model, with its figures.

Cross-validation keeps words apart: the figures are for a word the model has never seen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from gapcheck.resume import Entry, EntryKind, Item, Section
from gapcheck.skills.pipeline.meaning_model import meaning_features
from gapcheck.skills.pipeline.surroundings import plain_names
from gapcheck.skills.reader import SkillReader
from gapcheck.taxonomy import SectionKind
from gapcheck.text.tokenizer import words_of
from gapcheck.text.tokens import Tokens
from gapcheck.training.files import examples_in_file

_FOLDS = 10
_THRESHOLD = 0.9  # of the lines with at least this probability 97 % mean the skill, when the word itself is new
_SEEN_IN = 2  # lines: a feature of a single line teaches nothing
_DECIMALS = 3


@dataclass(frozen=True, slots=True)
class MeaningExample:
    """The features of one line, the word it is about, and whether that means the skill."""

    word: str
    features: dict[str, float]
    means: bool


def examples_in(file: Path, reader: SkillReader) -> list[MeaningExample]:
    """All lines of the file of examples. Raises `ValueError` where a line does not hold its word."""
    data: dict[str, dict[str, list[str]]] = examples_in_file(file)
    return [
        _example(word, line, means, reader)
        for word, lines in data.items()
        for kind, means in (("means", True), ("other", False))
        for line in lines[kind]
    ]


def _example(word: str, line: str, means: bool, reader: SkillReader) -> MeaningExample:
    entry = Entry(EntryKind.text, "", ())
    item = Item(line, (), (0,))
    doc = reader.mentions([(Section(SectionKind.other, "", (entry,)), entry, 0, item)], upto="skill_candidates")
    parts = words_of(word)
    starts = (at for at in range(len(doc)) if [token.text for token in doc[at : at + len(parts)]] == parts)
    start = next(starts, None)
    if start is None:
        raise ValueError(f"the line {line!r} does not hold the word {word!r}")
    end = start + len(parts)
    (around,) = plain_names(doc).values() or [frozenset()]
    features = meaning_features(Tokens.of(doc), start, end, range(len(doc)), around - set(range(start, end)))
    return MeaningExample(word, features, means)


def fit(examples: Sequence[MeaningExample]) -> Any:
    """A scikit-learn pipeline fitted to the examples."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline

    seen = Counter(name for example in examples for name in example.features)
    rows = [{name: value for name, value in example.features.items() if seen[name] >= _SEEN_IN} for example in examples]
    model = make_pipeline(DictVectorizer(), LogisticRegression(C=1.0, max_iter=2000))
    model.fit(rows, [example.means for example in examples])
    return model


def accuracy(examples: Sequence[MeaningExample]) -> dict[str, float]:
    """Cross-validated on unseen words: share right, and at the threshold how many are right and how many are found."""
    from sklearn.model_selection import GroupKFold

    said = [0.0] * len(examples)
    folds = GroupKFold(_FOLDS).split(examples, groups=[example.word for example in examples])
    for learned, held_out in folds:
        model = fit([examples[index] for index in learned])
        shares = model.predict_proba([examples[index].features for index in held_out])[:, 1]
        for index, share in zip(held_out, shares, strict=True):
            said[index] = float(share)
    truth = [example.means for example in examples]
    sure = [means for share, means in zip(said, truth, strict=True) if share >= _THRESHOLD]
    return {
        "accuracy": round(
            sum((share >= 0.5) == means for share, means in zip(said, truth, strict=True)) / len(truth), 3
        ),
        "precision at threshold": round(sum(sure) / len(sure), 3),
        "recall at threshold": round(sum(sure) / sum(truth), 3),
    }


def train(examples_file: Path, reader: SkillReader, today: date) -> dict[str, Any]:
    """The model as plain numbers, with its figures beside it."""
    examples = examples_in(examples_file, reader)
    model = fit(examples)
    vectorizer, regression = model.steps[0][1], model.steps[1][1]
    return {
        "made": today.isoformat(),
        "made from": len(examples),
        "cross-validation": accuracy(examples),
        "threshold": _THRESHOLD,
        "words": sorted({example.word for example in examples}),
        "intercept": round(float(regression.intercept_[0]), _DECIMALS),
        "weights": {
            name: round(float(weight), _DECIMALS)
            for name, weight in zip(vectorizer.feature_names_, regression.coef_[0], strict=True)
        },
    }
