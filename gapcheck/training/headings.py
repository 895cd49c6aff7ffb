"""Resumes whose headings are known, sections of many voices and unusual headings → the heading model, with its
cross-validated figures.

Each block of lines is an example of its kind. It is seen once with its own heading and a few times with others of the
same kind, so that neither words nor content alone decide. Folds keep resumes, voices and unusual headings apart.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

from gapcheck.documents import read_document
from gapcheck.resume.heading_model import WORD, block_features, letter_features, plain
from gapcheck.resume.headings import find_headings
from gapcheck.resume.lexicon import lexicon
from gapcheck.resume.model import KnownBy
from gapcheck.resume.reader import lines_to_read
from gapcheck.taxonomy import Taxonomy
from gapcheck.training.files import examples_in_file

_FOLDS = 5
_OTHERS = {"known": 4, "voice": 2}  # unusual headings that each block is also seen with
_FEWEST = 6  # examples with a word of a block: rarer ones tell nothing
_FEWEST_LETTERS = 3  # and with three letters of a heading
_SEED = 20261122
_DECIMALS = 3

Source = Literal["known", "voice", "unusual"]
"""Where a heading is from: a resume in which it is listed, a section of a voice, one given to another's block."""


@dataclass(frozen=True, slots=True)
class LabelledBlock:
    """The texts of the lines below a heading of known kind, and the fold of their resume or voice."""

    kind: str
    heading: str
    lines: tuple[str, ...]
    fold: int
    source: Source


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
            lines = tuple(place.line.text for place in places[heading.index + 1 : end])
            if lines:
                found.append(LabelledBlock(heading.kind.value, heading.text, lines, number % _FOLDS, "known"))
    return found


def voices_in(folder: Path) -> list[LabelledBlock]:
    """All sections in the files of a folder, each of which is a voice and a fold."""
    return [
        LabelledBlock(one["kind"], one["heading"], tuple(one["lines"]), number % _FOLDS, "voice")
        for number, path in enumerate(sorted(folder.glob("*.yaml")))
        for one in examples_in_file(path)
    ]


@dataclass(frozen=True, slots=True)
class HeadingExample:
    """Features of one heading with its block, and the fold that it is held out in."""

    kind: str
    features: dict[str, float]
    fold: int
    source: Source


def examples_of(
    blocks: Sequence[LabelledBlock], unusual: Mapping[str, Sequence[str]], taxonomy: Taxonomy
) -> list[HeadingExample]:
    """Each block with its own heading and with unusual ones of its kind that belong to the same fold."""
    chance = random.Random(_SEED)
    texts: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    for kind, headings in unusual.items():
        for number, text in enumerate(headings):
            texts[kind, number % _FOLDS].append(text)
    for block in blocks:
        if block.source == "voice":
            texts[block.kind, block.fold].append(block.heading)
    found: list[HeadingExample] = []
    for block in blocks:
        others = texts[block.kind, block.fold]
        given = chance.sample(others, min(_OTHERS[block.source], len(others)))
        below = block_features(block.lines, taxonomy)
        for text, source in [(block.heading, block.source), *((text, "unusual") for text in given)]:
            found.append(HeadingExample(block.kind, letter_features(text) | below, block.fold, source))
    return found


def fit(examples: Sequence[HeadingExample]) -> Any:
    """A scikit-learn pipeline fitted to the examples, of whose words and letters it takes those that are not rare."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline

    often = Counter(name for example in examples for name in example.features)
    rare = {name for name, count in often.items() if count < (_FEWEST if name.startswith(WORD) else _FEWEST_LETTERS)}
    features = [{name: value for name, value in example.features.items() if name not in rare} for example in examples]
    model = make_pipeline(DictVectorizer(), LogisticRegression(C=5.0, class_weight="balanced", max_iter=2000))
    model.fit(features, [example.kind for example in examples])
    return model


def accuracy(examples: Sequence[HeadingExample]) -> dict[str, float]:
    """Cross-validated share of right kinds: for known headings and unusual ones in unseen resumes, and for sections of
    unseen voices.
    """
    right: dict[Source, list[bool]] = {"known": [], "unusual": [], "voice": []}
    for fold in range(_FOLDS):
        model = fit([example for example in examples if example.fold != fold])
        held_out = [example for example in examples if example.fold == fold]
        said = model.predict([example.features for example in held_out])
        for example, kind in zip(held_out, said, strict=True):
            right[example.source].append(kind == example.kind)
    return {
        "known headings": round(sum(right["known"]) / len(right["known"]), 3),
        "unusual headings": round(sum(right["unusual"]) / len(right["unusual"]), 3),
        "unseen voices": round(sum(right["voice"]) / len(right["voice"]), 3),
    }


def all_examples(corpus: Path, data: Path, taxonomy: Taxonomy) -> list[HeadingExample]:
    """The examples that the model is fitted to: `data` is the folder of the taxonomy."""
    blocks = [*blocks_in(corpus, taxonomy), *voices_in(data / "heading_sections")]
    return examples_of(blocks, _unusual_in(data), taxonomy)


def _unusual_in(data: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = examples_in_file(data / "heading_examples.yaml")
    return found


def train(corpus: Path, data: Path, taxonomy: Taxonomy, today: date) -> dict[str, Any]:
    """The model as plain numbers, with its figures beside it."""
    examples = all_examples(corpus, data, taxonomy)
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
        "examples": {plain(text): kind for kind, texts in _unusual_in(data).items() for text in texts},
        "intercepts": [round(float(one), _DECIMALS) for one in regression.intercept_],
        "weights": weights,
    }
