"""Lines that show skills without naming them, in many voices → the model of described skills, with its figures.

A file of examples is one voice: keys list the skills that their lines show (`communication, leadership`), those that
they only look like (`not testing`) and what the entry around them is about (`entry machine-learning`); whatever a key
does not list is not shown. Cross-validation keeps voices apart: each is judged by a model that never saw it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import numpy as np

from gapcheck.resume import Entry, EntryKind, Item, Section
from gapcheck.skills.pipeline.described import SkillDescribed, loose, subjects_of
from gapcheck.skills.pipeline.described_model import HUNDREDTHS, People, WordFeatures, words_in
from gapcheck.skills.pipeline.mention import key_of
from gapcheck.skills.pipeline.weight_rows import written_sparsely
from gapcheck.skills.reader import SkillReader
from gapcheck.taxonomy import PHRASED, SectionKind, Taxonomy
from gapcheck.text.tokens import Tokens
from gapcheck.training.files import examples_in_file

_NOTHING, _NOT, _ENTRY = "none", "not ", "entry "
_TOOLS = ("programming", "ml-frameworks", "data-tools", "cloud", "databases")
_FIELD = "machine-learning"
_WITH_TOOLS, _IN_THE_FIELD = 0.3, 0.3  # of the lines are varied so
_FOLDS = 6
_SEEN_IN = 2  # lines: a word of a single line teaches nothing
_FEWEST_HITS, _FEWEST_NEAR_MISSES = 12, 20  # lines of a skill that is learned
_REGULARISATION = 3.0
_FROM_AFAR = 0.3  # what an example of another language counts
_FLOOR_OF_TECHNICAL = 0.65  # of all but soft skills: in whole resumes fewer of their proposals are right than in lines
_LEAST_WEIGHT = 20  # hundredths: smaller weights hardly decide and fill the file
_DISPOSES = 0.3  # a phrase has its reasons: the model has to be against it
_PROPOSES = (0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95)
_PRECISION_OF_PROPOSALS = 0.85
_FEWEST_PROPOSALS = 5


@dataclass(frozen=True, slots=True)
class VoiceLine:
    """A line of a voice: the skills that it shows, those that it only looks like, and what its entry is about."""

    voice: str
    text: str
    shows: frozenset[str]
    looks_like: frozenset[str]
    subjects: frozenset[str]


@dataclass(frozen=True, slots=True)
class DescribedExample:
    """A line with its features and the skills that the phrases propose in it, as names and as loose words."""

    line: VoiceLine
    features: frozenset[str]
    named: frozenset[str]
    loose: frozenset[str]

    def shows(self, skill: str) -> bool:
        """Whether it shows the skill, in the words of its writer or by a name that can't mean anything else."""
        return skill in self.line.shows or skill in self.named


def lines_in(folder: Path, known: Container[str]) -> list[VoiceLine]:
    """All lines of all voices, in order. Raises `ValueError` where a key names no skill of `known`."""
    found: list[VoiceLine] = []
    for file in sorted(folder.glob("*.yaml")):
        data: dict[str, list[str]] = examples_in_file(file)
        for key, lines in data.items():
            parts = [part.strip() for part in key.split(",") if part.strip() != _NOTHING]
            looks_like = frozenset(part.removeprefix(_NOT) for part in parts if part.startswith(_NOT))
            subjects = frozenset(part.removeprefix(_ENTRY) for part in parts if part.startswith(_ENTRY))
            shows = frozenset(part for part in parts if not part.startswith((_NOT, _ENTRY)))
            if unknown := [one for one in (*shows, *looks_like, *subjects) if one not in known]:
                raise ValueError(f"{file}: {key!r} names no skill: {', '.join(sorted(unknown))}")
            found += [VoiceLine(file.stem, line, shows, looks_like, subjects) for line in lines]
    return found


def people_in(folder: Path) -> People:
    """The words for people in the data, one and many of them."""

    def words(name: str) -> list[str]:
        groups: list[list[str]] = examples_in_file(folder / name)
        return [word for group in groups for word in group]

    nouns = words("people_nouns.yaml")
    return People(frozenset(nouns) | frozenset(map(_plural, nouns)), frozenset(words("people_alike.yaml")))


def _plural(noun: str) -> str:
    """Many of a noun, by the rule: `agencies`, `coaches`, `engineers`."""
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "ch", "sh")) else f"{noun}s"


def example(line: VoiceLine, reader: SkillReader, words: WordFeatures) -> DescribedExample:
    """The line as the pipeline sees it, in an entry that is about its subjects."""
    around = [Item(reader.taxonomy.skills[subject].name, (), (0,)) for subject in sorted(line.subjects)]
    item = Item(line.text, (), (0,), bullet=True)
    entry = Entry(EntryKind.text, "", (*around, item))
    section = Section(SectionKind.other, "", (entry,))
    doc = reader.mentions(((section, entry, 0, one) for one in entry.items), upto="skill_conditions")
    tokens, passage = Tokens.of(doc), doc._.passages[-1]
    mentions = [one for one in doc._.mentions if one.passage == len(around) and one.reason is None]
    component: SkillDescribed = reader.nlp.get_pipe("skill_described")  # type: ignore[assignment]
    doubtful = loose(tokens, doc._.mentions, doc._.passages, reader.taxonomy)
    subjects = subjects_of(doc._.mentions, doc._.passages, doubtful, reader.taxonomy)
    facts = component.facts(mentions, subjects[0], doubtful)
    broader = reader.taxonomy.broader
    return DescribedExample(
        line,
        frozenset((*words_in(tokens, passage.start, passage.end, words), *facts)),
        frozenset(s for one in mentions if key_of(one) not in doubtful for s in (one.skill, *broader[one.skill])),
        frozenset(one.skill for one in mentions if key_of(one) in doubtful),
    )


def completed(one: DescribedExample, taxonomy: Taxonomy) -> DescribedExample:
    """The example with all that its line shows. Keys give the main skill: words for other work with models in a line
    that shows some (`put the classifier into production`) mean that work too, unless the key denies it.
    """
    line = one.line
    about_models = frozenset(
        skill
        for skill in line.shows | one.loose
        if taxonomy.skills[skill].category in taxonomy.entry_words.model_categories
    )
    if about_models.isdisjoint(line.shows):
        return one
    return replace(one, line=replace(line, shows=line.shows | (about_models - line.looks_like)))


def varied(lines: Sequence[VoiceLine], taxonomy: Taxonomy, using: str = " using {} and {}") -> Iterator[VoiceLine]:
    """The lines as resumes also have them: two in one sentence, with the tools that were used, in a job of the field.

    Each line is varied in the same way each time, whatever the other voices are. `using` names two tools.
    """
    voices: defaultdict[str, list[VoiceLine]] = defaultdict(list)
    for line in lines:
        voices[line.voice].append(line)
    tools = [one.name for one in taxonomy.skills.values() if one.category in _TOOLS]
    for line in lines:
        chance = Random(f"{line.voice}/{line.text}")
        other = chance.choice(voices[line.voice])
        if other.subjects == line.subjects:
            text = f"{line.text}, {other.text[0].lower()}{other.text[1:]}"
            yield replace(line, text=text, shows=line.shows | other.shows, looks_like=frozenset())
        if chance.random() < _WITH_TOOLS:
            yield replace(line, text=line.text + using.format(*chance.sample(tools, 2)))
        if chance.random() < _IN_THE_FIELD:
            yield replace(line, subjects=line.subjects | {_FIELD})


def skills_of(lines: Sequence[VoiceLine], examples: Sequence[DescribedExample]) -> list[str]:
    """The skills that keys of the lines name, with enough examples to be learned, and enough that only look so."""
    asked = {skill for line in lines for skill in line.shows}
    hits = Counter(skill for one in examples for skill in one.line.shows & asked)
    near = Counter(skill for one in examples for skill in one.line.looks_like & asked)
    return sorted(skill for skill in asked if hits[skill] >= _FEWEST_HITS and near[skill] >= _FEWEST_NEAR_MISSES)


def fit(
    examples: Sequence[DescribedExample],
    others: Sequence[DescribedExample],
    skills: Sequence[str],
    afar: Sequence[DescribedExample] = (),
) -> tuple[list[str], Any, Any]:
    """Features, weights (a row each, a column for each skill) and intercepts, in hundredths. `others` are variations of
    the examples: they teach, but bring no features of their own. What is told from `afar` counts less.
    """
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    seen = Counter(name for one in (*examples, *afar) for name in one.features)
    taught = [*examples, *others, *afar]
    counts = [1.0] * (len(taught) - len(afar)) + [_FROM_AFAR] * len(afar)
    rows = [{name: 1.0 for name in one.features if seen[name] >= _SEEN_IN} for one in taught]
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform(rows)
    matrix.indices, matrix.indptr = matrix.indices.astype(np.int32), matrix.indptr.astype(np.int32)  # liblinear asks so
    columns, intercepts = [], []
    for skill in skills:
        model = LogisticRegression(C=_REGULARISATION, solver="liblinear")
        model.fit(matrix, [one.shows(skill) for one in taught], sample_weight=counts)
        columns.append(model.coef_[0])
        intercepts.append(model.intercept_[0])
    weights = np.round(np.array(columns).T * HUNDREDTHS).astype(int)
    weights[np.abs(weights) < _LEAST_WEIGHT] = 0
    kept = [row for row in range(len(weights)) if weights[row].any()]
    names = [vectorizer.feature_names_[row] for row in kept]
    return names, weights[kept], np.round(np.array(intercepts) * HUNDREDTHS).astype(int)


def predicted(examples: Sequence[DescribedExample], names: list[str], weights: Any, intercepts: Any) -> Any:
    """The probabilities, a row for each example."""
    row_of = {name: row for row, name in enumerate(names)}
    scores = []
    for one in examples:
        score = intercepts.astype(float)
        found = [row_of[name] for name in one.features if name in row_of]
        score = score + weights[found].sum(axis=0)
        scores.append(score / HUNDREDTHS)
    return 1 / (1 + np.exp(-np.array(scores)))


def cross_validated(
    examples: Sequence[DescribedExample],
    varied: Sequence[DescribedExample],
    skills: Sequence[str],
    afar: Sequence[DescribedExample] = (),
) -> Any:
    """For each example and skill the probability by a model that has not seen its voice."""
    from sklearn.model_selection import GroupKFold

    said = np.zeros((len(examples), len(skills)))
    for _, held_out in GroupKFold(_FOLDS).split(examples, groups=[one.line.voice for one in examples]):
        voices = {examples[index].line.voice for index in held_out}
        known, more = ([one for one in part if one.line.voice not in voices] for part in (examples, varied))
        model = fit(known, more, skills, afar)
        said[held_out] = predicted([examples[index] for index in held_out], *model)
    return said


def _limits(
    examples: Sequence[DescribedExample], said: Any, skill: str, disposes: float, precision: float, floor: float
) -> dict[str, float]:
    """Where a phrase is disposed of, and from where the model proposes by itself: the lowest limit from which a share
    of `precision` of its proposals was right for voices it had not seen, `floor` at least.
    """
    alone = [
        (p, skill in one.line.shows)
        for p, one in zip(said, examples, strict=True)
        if skill not in one.loose and skill not in one.named
    ]
    for limit in (one for one in _PROPOSES if one >= floor):
        right = [shows for p, shows in alone if p >= limit]
        if len(right) >= _FEWEST_PROPOSALS and sum(right) >= precision * len(right):
            return {"disposes": disposes, "proposes": limit}
    return {"disposes": disposes, "proposes": _PROPOSES[-1]}


def _figures(examples: Sequence[DescribedExample], said: Any, skill: str, limits: dict[str, float]) -> dict[str, Any]:
    """How many lines show the skill and how many only look like it, and precision and recall without the model and with
    it.
    """
    phrases = [skill in one.loose or skill in one.named for one in examples]
    model = [
        skill in one.named or (skill in one.loose and p >= limits["disposes"]) or p >= limits["proposes"]
        for p, one in zip(said, examples, strict=True)
    ]
    shows = [skill in one.line.shows for one in examples]
    return {
        "hits": sum(shows),
        "near misses": sum(skill in one.line.looks_like for one in examples),
        "phrases alone": _precision_and_recall(phrases, shows),
        "with the model": _precision_and_recall(model, shows),
    }


def _precision_and_recall(said: Sequence[bool], true: Sequence[bool]) -> list[float]:
    right = sum(a and b for a, b in zip(said, true, strict=True))
    return [round(float(right) / max(sum(said), 1), 3), round(float(right) / max(sum(true), 1), 3)]


def train(folder: Path, people: People, reader: SkillReader, today: date) -> dict[str, Any]:
    """The model as whole numbers, with its figures on voices that it had not seen."""
    lines = lines_in(folder, reader.taxonomy.skills)
    examples = [completed(example(line, reader, people), reader.taxonomy) for line in lines]
    completed_lines = [one.line for one in examples]
    others = [example(line, reader, people) for line in varied(completed_lines, reader.taxonomy)]
    skills = skills_of(lines, examples)
    names, weights, intercepts = fit(examples, others, skills)

    def floor_of(skill: str) -> float:
        return _PROPOSES[0] if reader.taxonomy.skills[skill].category == PHRASED else _FLOOR_OF_TECHNICAL

    return {
        "made": today.isoformat(),
        **judged(examples, others, skills, floor_of=floor_of),
        "people": sorted(people.nouns),
        "alike": sorted(people.alike),
        "intercepts": intercepts.tolist(),
        "weights": {name: written_sparsely(row) for name, row in zip(names, weights, strict=True)},
    }


def judged(
    examples: Sequence[DescribedExample],
    others: Sequence[DescribedExample],
    skills: Sequence[str],
    afar: Sequence[DescribedExample] = (),
    *,
    disposes: float = _DISPOSES,
    precision: float = _PRECISION_OF_PROPOSALS,
    floor_of: Callable[[str], float] = lambda _: _PROPOSES[0],
) -> dict[str, Any]:
    """What models of these examples make of voices that they had not seen: the limits of each skill, with figures.

    `precision` and, for a skill, `floor_of` decide from where the model proposes (`_limits`).
    """
    said = cross_validated(examples, others, skills, afar)
    limits = {
        skill: _limits(examples, said[:, column], skill, disposes, precision, floor_of(skill))
        for column, skill in enumerate(skills)
    }
    figures = {skill: _figures(examples, said[:, column], skill, limits[skill]) for column, skill in enumerate(skills)}
    overall = {
        way: [round(float(sum(row[way][part] for row in figures.values())) / len(skills), 3) for part in (0, 1)]
        for way in ("phrases alone", "with the model")
    }
    return {
        "made from": len(examples),
        "voices": len({one.line.voice for one in examples}),
        "cross-validation": overall,
        "skills": {skill: limits[skill] | figures[skill] for skill in skills},
    }
