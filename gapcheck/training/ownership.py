"""Lines that name a skill which the writer has, or somebody else, or nobody → the ownership model, with its figures.

A file of examples is one voice: its keys are `own` and the reasons why a skill does not count, and each of its lines
holds the name that is judged in angle brackets: `The vendor's <Kafka> feed`. Cross-validation keeps voices apart.
"""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from gapcheck.resume import Entry, EntryKind, Item, Section
from gapcheck.skills.pipeline.described_model import People
from gapcheck.skills.pipeline.ownership_features import ownership_features, rare
from gapcheck.skills.pipeline.ownership_model import LARGEST, OWN, TWENTIETHS, answer_shares, written_row
from gapcheck.skills.reader import SkillReader
from gapcheck.taxonomy import Reason, SectionKind
from gapcheck.text.tokens import Tokens
from gapcheck.training.files import examples_in_file

_FOLDS = 5
_SEEN_IN = 4  # lines: a feature of fewer stands for all that are rare
_NETWORKS = 4
_HIDDEN_UNITS = 8  # of each network
_REGULARISATION = 0.01
_ROUNDS = 4  # over all lines: more of them, and voices not seen are known less well
_OFTEN_ANOTHER = 0.005  # of the lines that hold a name: from it on it may mean another thing
_THRESHOLD = 0.5  # of somebody else, wish and denial together: from it on the writer is taken not to have it


@dataclass(frozen=True, slots=True)
class OwnershipExample:
    """The features of the name in one line of a voice, and whose it is."""

    voice: str
    word: str
    features: frozenset[str]
    answer: str


def examples_in(folder: Path, meanings_file: Path, reader: SkillReader, people: People) -> list[OwnershipExample]:
    """All lines of all voices, in order, and those in which ambiguous names mean their skill or not, each word a voice.
    Raises `ValueError` for an unknown key or a line without one name.
    """
    answers = {OWN, *(reason.value for reason in Reason if not reason.is_trick)}
    found: list[OwnershipExample] = []
    for file in sorted(folder.glob("*.yaml")):
        data: dict[str, list[str]] = examples_in_file(file)
        for answer, lines in data.items():
            if answer not in answers:
                raise ValueError(f"{file}: {answer!r} is none of {', '.join(sorted(answers))}")
            found += [example(file.stem, line, answer, reader, people) for line in lines]
    words: dict[str, dict[str, list[str]]] = examples_in_file(meanings_file)
    for word, means in words.items():
        for kind, answer in (("means", OWN), ("other", Reason.other_meaning.value)):
            marked = (line.replace(word, f"<{word}>", 1) for line in means[kind])
            found += [example(f"{meanings_file.stem}: {word}", line, answer, reader, people) for line in marked]
    return found


def example(voice: str, line: str, answer: str, reader: SkillReader, people: People) -> OwnershipExample:
    """A line of a voice, with the name that is judged in angle brackets. Raises `ValueError` where it has none."""
    tokens, start, end, skills = marked_line(line, reader)
    features = ownership_features(tokens, start, end, range(len(tokens)), skills, people, reader.taxonomy.context.joins)
    name = line[line.index("<") + 1 : line.index(">")]
    return OwnershipExample(voice, name.lower(), frozenset(features), answer)


def marked_line(line: str, reader: SkillReader) -> tuple[Tokens, int, int, set[int]]:
    """The tokens of a line without the angle brackets around one of its names, where this name begins and ends, and the
    tokens of all names. Raises `ValueError` where the line has not one name in brackets.
    """
    before, opens, rest = line.partition("<")
    name, closes, after = rest.partition(">")
    if not (opens and closes and name) or "<" in after:
        raise ValueError(f"the line {line!r} needs one name in angle brackets")
    entry = Entry(EntryKind.text, "", ())
    item = Item(before + name + after, (), (0,))
    doc = reader.mentions([(Section(SectionKind.other, "", (entry,)), entry, 0, item)], upto="skill_conditions")
    tokens = Tokens.of(doc)
    inside = range(len(before), len(before) + len(name))
    marked = [
        at for at in range(len(tokens)) if tokens.offset[at] < inside.stop and tokens.offset[at + 1] > inside.start
    ]
    skills = {at for one in doc._.candidates if one.fixed and one.names for at in range(one.start, one.end)}
    return tokens, marked[0], marked[-1] + 1, skills.union(marked)


@dataclass(frozen=True, slots=True)
class Network:
    """Fitted networks side by side, in whole twentieths: a row of `weights` for each feature, a column for each hidden
    unit of any of them; `outputs` has a row for each hidden unit and a column for each answer.
    """

    answers: list[str]
    rows: dict[str, int]
    weights: Any
    biases: Any
    outputs: Any
    output_biases: Any

    def shares(self, example: OwnershipExample) -> Any:
        """How likely each answer is for an example, in the order of `answers`."""
        found = {self.rows.get(name, self.rows.get(rare(name))) for name in example.features} - {None}
        return answer_shares(
            self.biases + self.weights[list(found)].sum(axis=0), self.outputs, self.output_biases, _NETWORKS
        )


def fit(examples: Sequence[OwnershipExample]) -> Network:
    """The networks of these examples, which differ by the numbers they began with. Together they are right more often
    than each, and a close case hangs less on chance.
    """
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.neural_network import MLPClassifier

    seen = Counter(name for one in examples for name in one.features)
    vectorizer = DictVectorizer(dtype=np.float32)
    matrix = vectorizer.fit_transform(
        [{name if seen[name] >= _SEEN_IN else rare(name): 1.0 for name in sorted(one.features)} for one in examples]
    )
    fitted = [
        MLPClassifier((_HIDDEN_UNITS,), alpha=_REGULARISATION, max_iter=_ROUNDS, batch_size=64, random_state=number)
        for number in range(_NETWORKS)
    ]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # they are stopped before they know the voices by heart
        for one in fitted:
            one.fit(matrix, [example.answer for example in examples])
    weights = np.clip(_in_twentieths(np.hstack([one.coefs_[0] for one in fitted])), -LARGEST, LARGEST)
    kept = [row for row in range(len(weights)) if weights[row].any()]
    return Network(
        list(fitted[0].classes_),
        {vectorizer.feature_names_[row]: place for place, row in enumerate(kept)},
        weights[kept],
        _in_twentieths(np.hstack([one.intercepts_[0] for one in fitted])),
        _in_twentieths(np.vstack([one.coefs_[1] for one in fitted])),
        _in_twentieths(np.sum([one.intercepts_[1] for one in fitted], axis=0)),
    )


def _in_twentieths(numbers: Any) -> Any:
    return np.round(numbers * TWENTIETHS).astype(int)


def cross_validated(examples: Sequence[OwnershipExample]) -> Any:
    """The shares of each example, a row in the order of the answers, by networks that have not seen its voice."""
    from sklearn.model_selection import GroupKFold

    answers = sorted({one.answer for one in examples})
    shares = np.zeros((len(examples), len(answers)))
    for learned, held_out in GroupKFold(_FOLDS).split(examples, groups=[one.voice for one in examples]):
        network = fit([examples[index] for index in learned])
        columns = [answers.index(one) for one in network.answers]
        for index in held_out:
            shares[index, columns] = network.shares(examples[index])
    return shares


def _figures(examples: Sequence[OwnershipExample], shares: Any) -> dict[str, float]:
    """How often the likeliest answer is right; and, of lines in which a name means its skill, how many of those taken
    not to be the writer's own are not, and how many of those that are not are taken so.
    """
    answers = sorted({one.answer for one in examples})
    true = np.array([answers.index(one.answer) for one in examples])
    own, other = answers.index(OWN), answers.index(Reason.other_meaning)
    means = true != other
    told = 1 - shares[means, own] - shares[means, other] >= _THRESHOLD
    not_own = true[means] != own
    right = float((told & not_own).sum())
    return {
        "accuracy": round(float((shares.argmax(axis=1) == true).mean()), 3),
        "precision at threshold": round(right / max(int(told.sum()), 1), 3),
        "recall at threshold": round(right / max(int(not_own.sum()), 1), 3),
    }


def _ambiguous(examples: Sequence[OwnershipExample]) -> list[str]:
    """The names that mean another thing often enough to be doubted: `java`, but not `sql` for its sales leads."""
    lines = Counter(one.word for one in examples)
    others = Counter(one.word for one in examples if one.answer == Reason.other_meaning)
    return sorted(word for word, count in others.items() if count >= _OFTEN_ANOTHER * lines[word])


def train(folder: Path, meanings_file: Path, people: People, reader: SkillReader, today: date) -> dict[str, Any]:
    """The model as whole numbers, with its figures on voices that it had not seen."""
    examples = examples_in(folder, meanings_file, reader, people)
    figures = _figures(examples, cross_validated(examples))
    network = fit(examples)
    return {
        "made": today.isoformat(),
        "made from": len(examples),
        "voices": len({one.voice for one in examples}),
        "cross-validation": figures,
        "answers": network.answers,
        "threshold": _THRESHOLD,
        "networks": _NETWORKS,
        "people": sorted(people.nouns),
        "alike": sorted(people.alike),
        "ambiguous": _ambiguous(examples),
        "biases": network.biases.tolist(),
        "outputs": network.outputs.tolist(),
        "output biases": network.output_biases.tolist(),
        "weights": by_kind({name: written_row(network.weights[row]) for name, row in network.rows.items()}),
    }


def by_kind(rows: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """The rows of features by their kind, so that the file names each kind once."""
    kinds: dict[str, dict[str, str]] = {}
    for name in sorted(rows):
        kind, _, word = name.partition("=")
        kinds.setdefault(kind, {})[word] = rows[name]
    return kinds
