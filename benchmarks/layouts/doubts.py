"""Folders that make.py wrote → how well reading health tells wrong readings from right ones; with --write, fitted anew.

    python doubts.py OUT [OUT ...]             # the two rates, by way of breaking
    python doubts.py --write OUT [OUT ...]     # fit skills_taxonomy/health_model.json on them first

Each document is read as it is, by earlier builds (earlier.py, for commits that are named), in some harmless odd ways
(harmless.py), broken in some (broken.py), and by readers that lack a step or words (forgetful.py). A reading is wrong where
the months of work are off by more than two. Weights are those of a logistic regression without negative ones. Ways of
breaking and forgetting stay together in one cross-validation, documents in another, so that its figures are those of ways,
and of documents, that were not met.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
from broken import WAYS, broken
from earlier import read_by
from forgetful import FORGETFUL, PAGES, forgetful
from harmless import HARMLESS, harmless
from sklearn.linear_model import LogisticRegression
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
WAYS_A_DOCUMENT, HARMLESS_A_DOCUMENT, FORGETFUL_A_DOCUMENT = 9, 8, 12
AND = " + "  # between the harmless ways of one document
AT_ONCE = (1, 1, 2, 3, 4)  # harmless ways in which a document is odd
SHARE_ODD = 0.5  # of the broken and forgetfully read documents are odd in harmless ways too
RIGHT, WRONG = 1, 2  # months off, at most and more than
FOLDS, HELD_TOGETHER = 10, 8  # and groups of documents that are not broken
EARLIER = "an earlier build"
WEIGHT = {INTACT: 1.0, EARLIER: 1.0, "harmless": 0.7, "forgetful": 0.7, "broken": 0.3}  # of a reading in the fit
LOOKS_BROKEN = 0.15  # of one that is right though the page was broken or a step forgotten: a finding is no harm there
STRENGTH = 1.0  # of the regression: the inverse of what is taken for large weights
LEAST = 0.02  # of a weight
QUIET = 0.96  # of the right readings of pages that are odd in harmless ways, as people's are, that were held out


@dataclass(frozen=True)
class Reading:
    """One document as it was read: in which way it was broken, how far its months are off, and its signs. Readings of one
    `group` or `document` stay together in the cross-validations.
    """

    document: str
    way: str
    group: str
    off: int
    signs: dict[str, float]


def readings(folder: Path, taxonomy: Taxonomy, earlier: Sequence[str]) -> Iterator[Reading]:
    """All documents of a folder, as they are, as earlier builds read them, in harmless odd ways, broken, and read by
    forgetful readers.
    """
    files = sorted((folder / "resumes").iterdir())
    read_before = [(commit, read_by(commit, files, AS_OF)) for commit in earlier]
    for path in sorted((folder / "labels").glob("*.json")):
        label = json.loads(path.read_text(encoding="utf-8"))
        months = [label["work_months"], *label.get("alt_months", [])]
        (file,) = (folder / "resumes").glob(f"{path.stem}.*")
        chance = random.Random(path.stem)
        document = read_document(file, ReadOptions())
        resume = read_resume(document, taxonomy, AS_OF)
        first = _reading(file, INTACT, f"{INTACT} {chance.randrange(HELD_TOGETHER)}", resume, months, taxonomy)
        yield first
        for commit, before in read_before:
            if file in before:
                yield _reading(file, EARLIER, commit, before[file], months, taxonomy)
        if first.off > RIGHT:
            continue
        whole = [(resume, months)]
        for way in chance.sample(list(HARMLESS), HARMLESS_A_DOCUMENT):
            done, odd, right = _odd(resume, way, chance, taxonomy)
            one = _reading(file, AND.join(done), first.group, odd, right, taxonomy)
            if done and one.off <= RIGHT:  # else the page may be as unclear to a person
                yield one
                whole.append((odd, right))
        for way in chance.sample(list(WAYS), WAYS_A_DOCUMENT):
            base, right = _any_of(whole, chance)
            if (made := broken(base, way, chance)) is not None:
                yield _reading(file, way, way, read_resume(made, taxonomy, AS_OF), right, taxonomy)
        for way in chance.sample(FORGETFUL, FORGETFUL_A_DOCUMENT):
            further = chance.sample(FORGETFUL, chance.randint(0, 2))
            ways = list(dict.fromkeys((way, *further)))
            base, right = _any_of(whole, chance) if not PAGES.keys() & set(ways) else whole[0]
            read, known = forgetful(file, base.document, ways, taxonomy, chance, AS_OF)
            if read.sections != base.sections:
                yield _reading(file, way, way, read, right, known)


def _any_of(whole: Sequence[tuple[Resume, list[int]]], chance: random.Random) -> tuple[Resume, list[int]]:
    """The document as it is, or as it is odd in harmless ways, with the months that are right then."""
    return chance.choice(whole) if chance.random() < SHARE_ODD else whole[0]


def _odd(resume: Resume, way: str, chance: random.Random, taxonomy: Taxonomy) -> tuple[list[str], Resume, list[int]]:
    """The harmless ways in which a document was made odd, one after the other, how it is read, and its months of work. It
    ends with the first way that leads to a wrong reading.
    """
    done: list[str] = []
    right = resume.work_months
    for one in (way, *chance.sample(list(HARMLESS), chance.choice(AT_ONCE) - 1)):
        if (made := harmless(resume, one, chance)) is None:
            continue
        done.append(one)
        resume, right = read_resume(made[0], taxonomy, AS_OF), made[1]
        if abs(resume.work_months - right) > RIGHT:
            break
    return done, resume, [right]


def _reading(file: Path, way: str, group: str, resume: Resume, months: list[int], taxonomy: Taxonomy) -> Reading:
    with dates_of_languages(resume.languages, taxonomy):
        signs = dict(features(list(signs_of(resume, in_languages(taxonomy, resume.languages)))))
    return Reading(
        f"{file.parents[1].name}/{file.stem}", way, group, min(abs(resume.work_months - one) for one in months), signs
    )


def fitted(found: list[Reading], threshold: float = 0.0) -> HealthModel:
    """The model fitted on these readings: weights of the signs, none below zero, by a logistic regression."""
    sure = [one for one in found if one.off <= RIGHT or one.off > WRONG]
    wrong = [one.off > WRONG for one in sure]
    alike = Counter(map(_key, sure))  # what many readers make of one page counts less than once each
    share = [_weight(one) / alike[_key(one)] ** 0.5 for one in sure]
    codes = sorted({code for one in sure for code in one.signs})
    while True:
        model = LogisticRegression(C=STRENGTH, max_iter=1000).fit(_numbers(sure, codes), wrong, sample_weight=share)
        weights = dict(zip(codes, model.coef_[0].tolist(), strict=True))
        kept = [code for code in codes if weights[code] >= LEAST]
        if len(kept) == len(codes):
            break
        below = sorted(set(codes) - set(kept), key=weights.__getitem__)
        codes = sorted(set(codes) - set(below[: (len(below) + 1) // 2]))  # without these others may do better
    named = {code: round(weight, 2) for code, weight in weights.items()}
    return HealthModel(named, round(float(model.intercept_[0]), 2), threshold)


def _key(one: Reading) -> tuple[str, bool, tuple[tuple[str, float], ...]]:
    return one.document, one.off > WRONG, tuple(sorted(one.signs.items()))


def _kind(way: str) -> str:
    if way in WAYS or way in FORGETFUL:
        return "broken" if way in WAYS else "forgetful"
    return "harmless" if way.partition(AND)[0] in HARMLESS else way


def _weight(one: Reading) -> float:
    made = _kind(one.way) in ("broken", "forgetful")
    return LOOKS_BROKEN if made and one.off <= RIGHT else WEIGHT[_kind(one.way)]


def held_out(found: list[Reading], groups: list[str]) -> list[float]:
    """The doubt of each reading by a model that has met none of its group."""
    doubts = np.zeros(len(found))
    for train, test in GroupKFold(min(FOLDS, len(set(groups)))).split(found, groups=groups):
        model = fitted([found[index] for index in train])
        doubts[test] = [model.doubt_of(found[index].signs) for index in test]
    return doubts.tolist()


def cross_validated(found: list[Reading]) -> float:
    """Print how well ways, and documents, are told that were not met, at the threshold that leaves as many right readings
    of harmlessly odd pages quiet as are asked for where the document was not met. That threshold comes back.
    """
    doubts = {"documents": held_out(found, [one.document for one in found])}
    threshold = _threshold(doubts["documents"], found)
    doubts["ways"] = held_out(found, [one.group for one in found])
    for name, of_name in doubts.items():
        for kind in WEIGHT:
            of_kind = [(doubt, one) for doubt, one in zip(of_name, found, strict=True) if _kind(one.way) == kind]
            told = [doubt >= threshold for doubt, one in of_kind if one.off > WRONG]
            quiet = _quiet([doubt for doubt, one in of_kind if one.off <= RIGHT], threshold)
            print(f"{name} not met, {kind}: {sum(told)}/{len(told)} of the wrong ones told, {quiet} of the right quiet")
    return threshold


def _threshold(doubts: Sequence[float], found: Sequence[Reading]) -> float:
    """The doubt from which a reading is told: higher than that of most right ones."""
    right = [doubt for doubt, one in zip(doubts, found, strict=True) if _is_right(one)]
    return round(float(np.quantile(right, QUIET)) + 0.001, 3)  # a doubt at the very quantile is still quiet


def _is_right(one: Reading) -> bool:
    return _kind(one.way) == "harmless" and one.off <= RIGHT


def _numbers(found: Sequence[Reading], codes: Sequence[str]) -> np.ndarray:
    return np.array([[one.signs.get(code, 0) for code in codes] for one in found], float)


def _quiet(doubts: Sequence[float], threshold: float) -> str:
    return f"{sum(doubt < threshold for doubt in doubts)}/{len(doubts)}"


def show(found: list[Reading], model: HealthModel) -> None:
    """Print the two rates, for all documents and for each way."""
    ways = defaultdict[str, list[Reading]](list)
    for one in found:
        if _kind(one.way) != one.way:
            ways[f"all {_kind(one.way)}"].append(one)
        for way in one.way.split(AND):
            ways[way].append(one)
    for way, read in ways.items():
        told = Counter(
            (one.off > WRONG, model.doubt_of(one.signs) >= model.threshold) for one in read if one.off != WRONG
        )
        wrong, right = told[True, True] + told[True, False], told[False, True] + told[False, False]
        print(f"{way:32} wrong ones told {told[True, True]}/{wrong}   right ones quiet {told[False, False]}/{right}")


def main() -> None:
    """Read the arguments, fit where asked to, print the rates."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true", help="fit the model on these folders and keep it")
    parser.add_argument("--earlier", nargs="*", default=[], help="commits whose builds read the documents too")
    args = parser.parse_args()
    taxonomy = load_taxonomy()
    found = [one for folder in args.folders for one in readings(folder, taxonomy, args.earlier)]
    model = fitted(found, cross_validated(found)) if args.write else load_health_model()
    if args.write:
        kept = {"weights": model.weights, "intercept": model.intercept, "threshold": model.threshold}
        MODEL.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    show(found, model)


if __name__ == "__main__":
    main()
