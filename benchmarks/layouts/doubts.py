"""Folders that make.py wrote → how well reading health tells wrong readings from right ones; with --write, fitted anew.

    python doubts.py OUT [OUT ...]             # the two rates, by way of breaking
    python doubts.py --write OUT [OUT ...]     # fit skills_taxonomy/health_model.json on them first

Each document is read as it is, in some harmless odd ways (harmless.py), broken in some (broken.py), and by readers that
lack a step or words (forgetful.py). A reading is wrong where the months of work are off by more than two. Weights are those of
a logistic regression without negative ones. Ways of breaking and forgetting stay together in one cross-validation, folders
in another, so that its figures are those of ways, and of layouts, that were not met.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np
from broken import WAYS, broken
from forgetful import FORGETFUL, forgetful
from harmless import HARMLESS, harmless
from scipy.optimize import minimize
from sklearn.model_selection import GroupKFold

from gapcheck.documents import ReadOptions, read_document
from gapcheck.resume import Resume
from gapcheck.resume.health import HealthModel, features, load_health_model
from gapcheck.resume.health_signs import signs_of
from gapcheck.resume.reader import dates_of_languages, read_resume
from gapcheck.taxonomy import Taxonomy, load_taxonomy
from gapcheck.taxonomy.in_languages import in_languages

AS_OF = date(2026, 11, 1)
MODEL = Path(__file__).parents[2] / "skills_taxonomy" / "health_model.json"
INTACT = "as it is"
WAYS_A_DOCUMENT, HARMLESS_A_DOCUMENT, FORGETFUL_A_DOCUMENT = 9, 5, 12
RIGHT, WRONG = 1, 2  # months off, at most and more than
FOLDS, HELD_TOGETHER = 10, 8  # and groups of documents that are not broken
SMOOTHNESS = 0.5
BY_HAND = {
    "job-long": 1.5,
    "much-hidden": 1.4,
    "no-work": 1.3,
    "dates-aside": 0.3,
    "degree-in-work": 1.5,
    "years-said": 2.2,
    # in what readers of earlier builds made of documents that they had not met these tell more than in what is made here
    "title-cut": 1.3,
    "title-wordless": 0.6,
    "education-empty": 1.3,
    "heading-dated": 1.2,
    "dates-elsewhere": 0.9,
    "job-dated-otherwise": 0.6,
    "job-of-a-month": 1.6,
    "job-of-a-year": 1.6,
    "club-in-work": 1.6,
    "dates-outside": 2.05,
    "work-nowhere": 1.6,
    "entry-undated": 1.0,
}  # signs that too few of the documents show, or that real ones show oftener
GIVEN_UP = 0.005  # of the wrong readings that would be told
QUIET = 0.965  # of the right readings of documents as they are


@dataclass(frozen=True)
class Reading:
    """One document as it was read: in which way it was broken, how far its months are off, and its signs. Readings of one
    `group` or `folder` stay together in the cross-validations.
    """

    folder: str
    way: str
    group: str
    off: int
    signs: dict[str, float]


def readings(folder: Path, taxonomy: Taxonomy) -> Iterator[Reading]:
    """All documents of a folder, as they are, in harmless odd ways, broken, and read by forgetful readers."""
    for path in sorted((folder / "labels").glob("*.json")):
        label = json.loads(path.read_text(encoding="utf-8"))
        months = [label["work_months"], *label.get("alt_months", [])]
        (file,) = (folder / "resumes").glob(f"{path.stem}.*")
        chance = random.Random(path.stem)
        document = read_document(file, ReadOptions())
        resume = read_resume(document, taxonomy, AS_OF)
        first = _reading(folder, INTACT, f"{INTACT} {chance.randrange(HELD_TOGETHER)}", resume, months, taxonomy)
        yield first
        if first.off > RIGHT:
            continue
        for way in chance.sample(list(WAYS), WAYS_A_DOCUMENT):
            if (made := broken(resume, way, chance)) is not None:
                yield _reading(folder, way, way, read_resume(made, taxonomy, AS_OF), months, taxonomy)
        for way in chance.sample(list(HARMLESS), HARMLESS_A_DOCUMENT):
            if (odd := harmless(resume, way, chance)) is not None:
                yield _reading(folder, way, first.group, read_resume(odd[0], taxonomy, AS_OF), [odd[1]], taxonomy)
        for way in chance.sample(FORGETFUL, FORGETFUL_A_DOCUMENT):
            further = chance.sample(FORGETFUL, chance.randint(0, 2))
            read, known = forgetful(file, document, list(dict.fromkeys((way, *further))), taxonomy, chance, AS_OF)
            if read.sections != resume.sections:
                yield _reading(folder, way, way, read, months, known)


def _reading(folder: Path, way: str, group: str, resume: Resume, months: list[int], taxonomy: Taxonomy) -> Reading:
    with dates_of_languages(resume.languages, taxonomy):
        signs = dict(features(list(signs_of(resume, in_languages(taxonomy, resume.languages)))))
    return Reading(folder.name, way, group, min(abs(resume.work_months - one) for one in months), signs)


def fitted(found: list[Reading]) -> HealthModel:
    """The model fitted on these readings; its threshold leaves as many right ones quiet as are asked for, and more where
    that gives up hardly any wrong one.
    """
    codes = sorted({code for one in found for code in one.signs})
    signs, wrong = _numbers(found, codes)
    weights = _weights(signs, wrong)
    named = {code: round(float(weight), 2) for code, weight in zip(codes, weights, strict=False) if weight >= 0.01}
    model = HealthModel({**named, **BY_HAND}, round(float(weights[-1]), 2), 0)
    threshold = _threshold([_doubt(one, model) for one in found], found)
    of_wrong = [doubt for one in found if one.off > WRONG and (doubt := _doubt(one, model)) >= threshold]
    return replace(model, threshold=int(1000 * np.quantile(of_wrong, GIVEN_UP)) / 1000)


def cross_validated(found: list[Reading]) -> None:
    """Print how well ways, and layouts, are told that were not met, by weights without those that are set by hand."""
    signs, wrong = _numbers(found, sorted({code for one in found for code in one.signs}))
    for name, groups in (("ways", [one.group for one in found]), ("folders", [one.folder for one in found])):
        doubts = np.zeros(len(found))
        for train, test in GroupKFold(min(FOLDS, len(set(groups)))).split(signs, wrong, groups):
            doubts[test] = _chances(signs[test], _weights(signs[train], wrong[train]))
        threshold = _threshold(doubts.tolist(), found)
        told = [doubt >= threshold for doubt, one in zip(doubts, found, strict=True) if one.off > WRONG]
        quiet = _quiet([doubt for doubt, one in zip(doubts, found, strict=True) if _is_right(one)], threshold)
        print(f"{name} not met: {sum(told)}/{len(told)} of the wrong ones told, {quiet} of the right ones quiet")


def _threshold(doubts: Sequence[float], found: Sequence[Reading]) -> float:
    """The doubt from which a reading is told: higher than that of most right ones."""
    right = [doubt for doubt, one in zip(doubts, found, strict=True) if _is_right(one)]
    return round(float(np.quantile(right, QUIET)) + 0.001, 3)  # a doubt at the very quantile is still quiet


def _is_right(one: Reading) -> bool:
    return one.way == INTACT and one.off <= RIGHT


def _numbers(found: list[Reading], codes: list[str]) -> tuple[np.ndarray, np.ndarray]:
    signs = np.array([[one.signs.get(code, 0) for code in codes] for one in found], float)
    return signs, np.array([one.off > WRONG for one in found], float)


def _chances(signs: np.ndarray, weights: np.ndarray) -> np.ndarray:
    return np.asarray(1 / (1 + np.exp(-(signs @ weights[:-1] + weights[-1]))))


def _weights(signs: np.ndarray, wrong: np.ndarray) -> np.ndarray:
    """Weights of the signs, none below zero, and the intercept."""
    count = signs.shape[1]

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        likely = _chances(signs, weights)
        error = likely - wrong
        value = -np.log(np.where(wrong > 0, likely, 1 - likely) + 1e-9).sum() + SMOOTHNESS * (weights[:-1] ** 2).sum()
        return float(value), np.append(signs.T @ error + 2 * SMOOTHNESS * weights[:-1], error.sum())

    bounds = [(0, None)] * count + [(None, None)]
    return np.asarray(minimize(loss, np.zeros(count + 1), jac=True, method="L-BFGS-B", bounds=bounds).x)


def _quiet(doubts: Sequence[float], threshold: float) -> str:
    return f"{sum(doubt < threshold for doubt in doubts)}/{len(doubts)}"


def show(found: list[Reading], model: HealthModel) -> None:
    """Print the two rates, for all documents and for each way."""
    ways = defaultdict[str, list[Reading]](list)
    for one in found:
        if one.way != INTACT:
            kind = "broken" if one.way in WAYS else "by forgetful readers" if one.way in FORGETFUL else "harmless"
            ways[f"all {kind}"].append(one)
        ways[one.way].append(one)
    for way, read in ways.items():
        told = Counter((one.off > WRONG, _doubt(one, model) >= model.threshold) for one in read if one.off != WRONG)
        wrong, right = told[True, True] + told[True, False], told[False, True] + told[False, False]
        print(f"{way:32} wrong ones told {told[True, True]}/{wrong}   right ones quiet {told[False, False]}/{right}")


def _doubt(one: Reading, model: HealthModel) -> float:
    total = model.intercept + sum(model.weights.get(code, 0) * count for code, count in one.signs.items())
    return float(1 / (1 + np.exp(-total)))


def main() -> None:
    """Read the arguments, fit where asked to, print the rates."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true", help="fit the model on these folders and keep it")
    args = parser.parse_args()
    taxonomy = load_taxonomy()
    found = [one for folder in args.folders for one in readings(folder, taxonomy)]
    model = fitted(found) if args.write else load_health_model()
    if args.write:
        cross_validated(found)
        kept = {"weights": model.weights, "intercept": model.intercept, "threshold": model.threshold}
        MODEL.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    show(found, model)


if __name__ == "__main__":
    main()
