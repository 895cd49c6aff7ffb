"""A skill that is named in a sentence, and the words around it → whether the writer has it, or who or what else it is.

A multinomial logistic regression on the words of the sentence, near and far, left and right, whatever the skill is
called. `python -m gapcheck.training` fits it with scikit-learn from ownership_examples/ and writes whole numbers
(hundredths); reading a resume needs only those.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from gapcheck.skills.pipeline.described_model import SOMEBODY, People
from gapcheck.skills.pipeline.weight_rows import WeightRows
from gapcheck.text.tokens import Tokens

MODEL_FILE = "ownership_model.json"
OWN = "own"
HUNDREDTHS = 100
_SENTENCE_MARKS = frozenset([".", "!", "?", ";", "\n", "\t", "•"])
_CLAUSE_MARKS = _SENTENCE_MARKS | {",", ":", "–", "—", "-", "(", ")"}
_LIST_MARKS = frozenset([",", "/", "&", "+", "|", "(", ")"])
_NEAR = 3  # words to either side whose place counts
_ENDINGS = ("ed", "ing", "s")  # of verbs: "moved", "moving", "moves"
_A_SKILL, _A_NAME, _RARE, _NUMBER, _EDGE = "@skill", "@name", "@rare", "#", "^"


@dataclass(frozen=True)
class OwnershipModel:
    """The fitted model: a row of weights for each feature, a column for each of `answers`, of which one is `own`, in
    whole hundredths. At
    `threshold` or below, the writer is taken not to have it. `ambiguous` are the
    names, in small letters, that some line of the examples has with another meaning.
    """

    answers: tuple[str, ...]
    threshold: float
    weights: WeightRows
    intercepts: NDArray[np.int64]
    people: People
    ambiguous: frozenset[str]

    def probabilities(self, features: Iterable[str]) -> dict[str, float]:
        """How likely each answer is; together they are 1."""
        known = {name if name in self.weights else rare(name) for name in features}
        score = (self.intercepts + self.weights.sum_of(known)) / HUNDREDTHS
        shares = np.exp(score - score.max())
        return dict(zip(self.answers, (shares / shares.sum()).tolist(), strict=True))


@cache
def load_ownership_model() -> OwnershipModel:
    """The model that ships with gapcheck."""
    data = json.loads((files("skills_taxonomy") / MODEL_FILE).read_text(encoding="utf-8"))
    answers = tuple(data["answers"])
    return OwnershipModel(
        answers,
        data["threshold"],
        WeightRows(data["weights"], len(answers)),
        np.array(data["intercepts"], dtype=np.int64),
        People(frozenset(data["people"]), frozenset(data["alike"])),
        frozenset(data["ambiguous"]),
    )


def rare(feature: str) -> str:
    """What a feature that is hardly ever seen stands for: any rare word in its place, as most names of people are."""
    return f"{feature.partition('=')[0]}={_RARE}"


def ownership_features(
    tokens: Tokens, start: int, end: int, passage: range, skills: Set[int], people: People, joins: Set[str]
) -> Iterator[str]:
    """The features of the name at tokens `start` to `end` (excluded) of a passage in which the tokens `skills` name
    skills. `joins` are the words between the names of a list. A word with a capital inside of the sentence is a name,
    whatever it is.
    """
    between = _LIST_MARKS | joins
    sentence = sentence_of(tokens, start, end, passage)
    first, last = sentence.start, sentence.stop
    left = range(_past_list(tokens, start - 1, first - 1, -1, skills, between), first - 1, -1)
    right = range(_past_list(tokens, end, last, 1, skills, between), last)

    def word(index: int) -> str:
        if index in skills:
            return _A_SKILL
        if tokens.norm[index] in people.alike:
            return SOMEBODY
        if index != first and tokens.text[index].istitle():
            return _A_NAME
        return _NUMBER if tokens.number[index] else tokens.lower[index]

    for name, side, beside, limit in (("left", left, start - 1, first - 1), ("right", right, end, last)):
        yield f"{name} is={_EDGE if beside == limit else _shape(tokens.text[beside])}"
        yield f"{name} lists={side.start != beside}"
        words = [word(index) for index in side if tokens.text[index][0].isalnum()][:_NEAR]
        yield from (f"{name} {place}={one}" for place, one in enumerate(words or [_EDGE]))
        yield f"{name} two={' '.join(words[:2] if name == 'right' else words[1::-1])}"
        yield from _in_zones(tokens, name, side, first, skills, people)
    yield from _opening("sentence", [word(index) for index in range(first, last) if tokens.text[index][0].isalnum()])
    clause = next((at for at in left if tokens.text[at] in _CLAUSE_MARKS), first - 1)
    before = range(clause + 1, left.start + 1)
    yield from _opening("clause", [word(index) for index in before if tokens.text[index][0].isalnum()])


def sentence_of(tokens: Tokens, start: int, end: int, passage: range) -> range:
    """The tokens of the sentence in which the tokens `start` to `end` (excluded) of a passage stand."""
    first = next((at + 1 for at in range(start - 1, passage.start - 1, -1) if _ends(tokens, at)), passage.start)
    return range(first, next((at for at in range(end, passage.stop) if _ends(tokens, at)), passage.stop))


def _ends(tokens: Tokens, index: int) -> bool:
    """Whether a sentence ends with this token; a point inside of a name ends none."""
    text = tokens.text[index]
    inside = text == "." and not tokens.spaced[index] and index + 1 < len(tokens)
    return text in _SENTENCE_MARKS and not (inside and tokens.text[index + 1][0].isalnum())


def _past_list(tokens: Tokens, index: int, limit: int, step: int, skills: Set[int], between: Set[str]) -> int:
    """The first token beside a name, in steps of 1 or -1, that is neither another name of its list nor joins them."""
    while index != limit:
        joins = tokens.lower[index] in between and index + step != limit
        goes_on = joins and (index + step in skills or tokens.lower[index + step] in between)
        if index not in skills and not goes_on:
            break
        index += step
    return index


def _in_zones(
    tokens: Tokens, name: str, side: Sequence[int], first: int, skills: Set[int], people: People
) -> Iterator[str]:
    """The words of one side: those of the same clause, and those beyond it."""
    zone = name
    for index in side:
        if tokens.text[index] in _CLAUSE_MARKS:
            zone = f"far {name}"
        elif index in skills:
            yield f"{zone}={_A_SKILL}"
        else:
            named = index != first and tokens.text[index].istitle()
            features = (_A_NAME,) if named else people.features(tokens.norm[index])
            yield from (f"{zone}={feature}" for feature in features)


def _opening(what: str, words: Sequence[str]) -> Iterator[str]:
    """How a sentence or a clause opens: with which word, and how its first words end."""
    if words:
        yield f"{what} opens={words[0]}"
        endings = (next((ending for ending in _ENDINGS if word.endswith(ending)), "") for word in words[:2])
        yield f"{what} goes on={words[1] if len(words) > 1 else _EDGE}"
        yield f"{what} opens like=-{' -'.join(endings)}"


def _shape(text: str) -> str:
    return "a mark" if not text[0].isalnum() else "Capital" if text[0].isupper() else "small"
