"""Resumes whose headings are known, and examples of unusual headings → the heading model, with its cross-validated
figures.

Each block below a known heading is an example of its kind. It is seen once with its own heading and a few times with
unusual ones
of the same kind, so that neither words nor content alone decide. Folds keep resumes and unusual headings apart.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from gapcheck.documents import read_document
from gapcheck.resume.heading_model import heading_features, plain
from gapcheck.resume.headings import find_headings
from gapcheck.resume.lexicon import lexicon
from gapcheck.resume.model import KnownBy, Place
from gapcheck.resume.reader import lines_to_read
from gapcheck.taxonomy import SectionKind, Taxonomy

_FOLDS = 5
_UNUSUAL_A_BLOCK = 4
_SEED = 20261122
_DECIMALS = 4


@dataclass(frozen=True, slots=True)
class LabelledBlock:
    """The lines below a heading of known kind, and the fold of their resume."""

    kind: SectionKind
    heading: str
    places: tuple[Place, ...]
    fold: int


def blocks_in(folder: Path, taxonomy: Taxonomy) -> list[LabelledBlock]:
    """All blocks below known headings in the resumes of a folder."""
    found: list[LabelledBlock] = []
    for number, path in enumerate(sorted(folder.rglob("*.pdf"))):
        places = lines_to_read(read_document(path))
        headings = [
            heading
            for heading in find_headings(places, lexicon(taxonomy.headings), taxonomy.entry_words)
            if heading.known_by is KnownBy.listed
        ]
        ends = [heading.index for heading in headings[1:]] + [len(places)]
        for heading, end in zip(headings, ends, strict=True):
            block = tuple(places[heading.index + 1 : end])
            if block:
                found.append(LabelledBlock(heading.kind, heading.text, block, number % _FOLDS))
    return found


@dataclass(frozen=True, slots=True)
class HeadingExample:
    """Features of one heading with its block; `fold` is None for what may be learned from in every fold."""

    kind: str
    features: dict[str, float]
    fold: int
    unusual: bool


def examples_of(
    blocks: Sequence[LabelledBlock], unusual: dict[str, list[str]], taxonomy: Taxonomy
) -> list[HeadingExample]:
    """Each block with its own heading and with unusual ones of its kind that belong to the same fold."""
    chance = random.Random(_SEED)
    by_fold = {
        (kind, fold): [text for index, text in enumerate(texts) if index % _FOLDS == fold]
        for kind, texts in unusual.items()
        for fold in range(_FOLDS)
    }
    found: list[HeadingExample] = []
    for block in blocks:
        kind = block.kind.value
        found.append(
            HeadingExample(kind, heading_features(block.heading, block.places, taxonomy), block.fold, unusual=False)
        )
        texts = by_fold.get((kind, block.fold), [])
        for text in chance.sample(texts, min(_UNUSUAL_A_BLOCK, len(texts))):
            found.append(HeadingExample(kind, heading_features(text, block.places, taxonomy), block.fold, unusual=True))
    return found


def fit(examples: Sequence[HeadingExample]) -> Any:
    """A scikit-learn pipeline fitted to the examples."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline

    model = make_pipeline(DictVectorizer(), LogisticRegression(C=3.0, class_weight="balanced", max_iter=2000))
    model.fit([example.features for example in examples], [example.kind for example in examples])
    return model


def accuracy(examples: Sequence[HeadingExample]) -> dict[str, float]:
    """Cross-validated share of right kinds: for known headings, and for unusual ones in unseen resumes."""
    right: dict[bool, list[bool]] = {True: [], False: []}
    for fold in range(_FOLDS):
        model = fit([example for example in examples if example.fold != fold])
        held_out = [example for example in examples if example.fold == fold]
        said = model.predict([example.features for example in held_out])
        for example, kind in zip(held_out, said, strict=True):
            right[example.unusual].append(kind == example.kind)
    return {
        "known headings": round(sum(right[False]) / len(right[False]), 3),
        "unusual headings": round(sum(right[True]) / len(right[True]), 3),
    }


def train(corpus: Path, examples_file: Path, taxonomy: Taxonomy, today: date) -> dict[str, Any]:
    """The model as plain numbers, with its figures beside it."""
    unusual = yaml.safe_load(examples_file.read_text(encoding="utf-8"))
    examples = examples_of(blocks_in(corpus, taxonomy), unusual, taxonomy)
    model = fit(examples)
    vectorizer, regression = model.steps[0][1], model.steps[1][1]
    weights = {
        name: [round(float(weight), _DECIMALS) for weight in column]
        for name, column in zip(vectorizer.feature_names_, regression.coef_.T, strict=True)
    }
    return {
        "made": today.isoformat(),
        "made from": len(examples),
        "cross-validation": accuracy(examples),
        "kinds": [str(kind) for kind in regression.classes_],
        "examples": {plain(text): kind for kind, texts in unusual.items() for text in texts},
        "intercepts": [round(float(one), _DECIMALS) for one in regression.intercept_],
        "weights": weights,
    }
