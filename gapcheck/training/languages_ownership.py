"""Lines in other languages than English that name a skill → the model that tells whose it is, with its figures.

A file of examples is a language and a voice (`de_office.yaml`); its keys are `own` and the reasons why a skill does not
count, and each of its lines holds the name that is judged in angle brackets. Cross-validation keeps voices apart, each
in all its languages.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from gapcheck.skills.pipeline.ownership_features import rare
from gapcheck.skills.pipeline.ownership_in_languages import HUNDREDTHS
from gapcheck.skills.pipeline.ownership_model import OWN
from gapcheck.skills.pipeline.ownership_words import WordsOf, features_in
from gapcheck.skills.reader import SkillReader
from gapcheck.taxonomy import Reason, Taxonomy
from gapcheck.training.files import examples_in_file
from gapcheck.training.ownership import OwnershipExample, by_kind, marked_line

_FOLDS = 5
_SEEN_IN = 3  # lines: a feature of fewer stands for all that are rare
_REGULARISATION = 0.3
_ROUNDS = 500
_THRESHOLD = 0.85  # of all answers but own together: from it on the writer is taken not to have the skill


def examples_in(folder: Path, taxonomy: Taxonomy) -> list[OwnershipExample]:
    """All lines of all voices, in order. Raises `ValueError` for an unknown key, an unknown language or a line without
    one name.
    """
    answers = {OWN, *(reason.value for reason in Reason if not reason.is_trick)}
    readers: dict[str, tuple[SkillReader, WordsOf]] = {}
    found: list[OwnershipExample] = []
    for file in sorted(folder.glob("*.yaml")):
        code, _, voice = file.stem.partition("_")
        if code not in taxonomy.languages or not voice:
            raise ValueError(f"{file}: a file is named by its language and its voice, as de_office.yaml")
        if code not in readers:
            readers[code] = (SkillReader(taxonomy).of_languages((code,)), WordsOf(taxonomy.languages[code]))
        reader, words = readers[code]
        data: dict[str, list[str]] = examples_in_file(file)
        for answer, lines in data.items():
            if answer not in answers:
                raise ValueError(f"{file}: {answer!r} is none of {', '.join(sorted(answers))}")
            for line in lines:
                tokens, start, end, skills = marked_line(line, reader)
                joins = reader.taxonomy.context.joins
                features = features_in(words, tokens, start, end, range(len(tokens)), skills, joins)
                found.append(OwnershipExample(voice, line, frozenset(features), answer))
    return found


def cross_validated(examples: Sequence[OwnershipExample]) -> Any:
    """The shares of each example, a row in the order of the answers, by models that have not seen its voice."""
    from sklearn.model_selection import GroupKFold

    shares = np.zeros((len(examples), len({one.answer for one in examples})))
    for learned, held_out in GroupKFold(_FOLDS).split(examples, groups=[one.voice for one in examples]):
        vectorizer, model, seen = _fit([examples[index] for index in learned])
        rows = [_row(examples[index], seen) for index in held_out]
        shares[held_out] = model.predict_proba(vectorizer.transform(rows))
    return shares


def _fit(examples: Sequence[OwnershipExample]) -> tuple[Any, Any, Counter[str]]:
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    seen = Counter(name for one in examples for name in one.features)
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([_row(one, seen) for one in examples])
    model = LogisticRegression(C=_REGULARISATION, max_iter=_ROUNDS)
    return vectorizer, model.fit(matrix, [one.answer for one in examples]), seen


def _row(example: OwnershipExample, seen: Counter[str]) -> dict[str, float]:
    return {name if seen[name] >= _SEEN_IN else rare(name): 1.0 for name in sorted(example.features)}


def _figures(examples: Sequence[OwnershipExample], shares: Any) -> dict[str, float]:
    """How often the likeliest answer is right; how many of those taken not to be the writer's own are not, and how many
    of those that are not are taken so.
    """
    answers = sorted({one.answer for one in examples})
    true = np.array([answers.index(one.answer) for one in examples])
    own = answers.index(OWN)
    told, not_own = 1 - shares[:, own] >= _THRESHOLD, true != own
    right = float((told & not_own).sum())
    return {
        "accuracy": round(float((shares.argmax(axis=1) == true).mean()), 3),
        "precision at threshold": round(right / max(int(told.sum()), 1), 3),
        "recall at threshold": round(right / max(int(not_own.sum()), 1), 3),
    }


def train(folder: Path, taxonomy: Taxonomy, today: date) -> dict[str, Any]:
    """The model as whole numbers, with its figures on voices that it had not seen."""
    examples = examples_in(folder, taxonomy)
    figures = _figures(examples, cross_validated(examples))
    vectorizer, model, _ = _fit(examples)
    weights = np.round(model.coef_.T * HUNDREDTHS).astype(int)
    rows = {
        name: " ".join(map(str, row))
        for name, row in zip(vectorizer.feature_names_, weights.tolist(), strict=True)
        if any(row)
    }
    return {
        "made": today.isoformat(),
        "made from": len(examples),
        "voices": len({one.voice for one in examples}),
        "cross-validation": figures,
        "answers": model.classes_.tolist(),
        "threshold": _THRESHOLD,
        "intercepts": np.round(model.intercept_ * HUNDREDTHS).astype(int).tolist(),
        "weights": by_kind(rows),
    }
