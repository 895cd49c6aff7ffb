"""Component `skill_ownership_in_languages`: who has a skill that a sentence of another language than English tells of?

One logistic regression for all languages, over what `ownership_words` makes of a sentence. `python -m
gapcheck.training` fits it from ownership_in_languages/ and writes whole numbers (hundredths); the figures beside them
are for voices that it had not seen.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language

from gapcheck.skills.pipeline.mention import Passage
from gapcheck.skills.pipeline.ownership import SkillOwnership
from gapcheck.skills.pipeline.ownership_features import NamedSentences, rare, sentence_of
from gapcheck.skills.pipeline.ownership_model import OWN
from gapcheck.skills.pipeline.ownership_words import WordsOf, features_in, language_of
from gapcheck.skills.pipeline.weight_rows import WeightRows
from gapcheck.taxonomy import Reason, SectionKind, Taxonomy
from gapcheck.text.tokens import Tokens

MODEL_FILE = "ownership_in_languages_model.json"
HUNDREDTHS = 100
_OF_LOOSE_WORDS = 0.85  # of others: nearly all examples are names, so of loose words the model must be surer

# The classes of words without one of which a sentence tells nothing of the kind: the examples are near pairs, and far
# more lines of a resume are the writer's own.
_TOLD_BY = {
    Reason.other_person: frozenset(["@people", "@group", "@others", "@by", "@lies"]),
    Reason.aspiration: frozenset(["@wish", "@later"]),
    Reason.negated: frozenset(["@never"]),
}


@dataclass(frozen=True)
class LanguagesOwnershipModel:
    """The fitted model, in whole hundredths: a row of weights for each feature, a column for each answer."""

    answers: tuple[str, ...]
    threshold: float
    intercepts: NDArray[np.int64]
    weights: WeightRows
    ambiguous: frozenset[str] = frozenset()

    def probabilities(self, features: Iterable[str]) -> dict[str, float]:
        """How likely each answer is; together they are 1."""
        known = {name if name in self.weights else rare(name) for name in features}
        score = (self.intercepts + self.weights.sum_of(known)) / HUNDREDTHS
        likely = np.exp(score - score.max())
        return dict(zip(self.answers, (likely / likely.sum()).tolist(), strict=True))


@cache
def load_languages_ownership_model() -> LanguagesOwnershipModel:
    """The model that ships with gapcheck."""
    data = json.loads((files("skills_taxonomy") / MODEL_FILE).read_text(encoding="utf-8"))
    rows = {f"{kind}={word}": row for kind, words in data["weights"].items() for word, row in words.items()}
    answers = tuple(data["answers"])
    intercepts = np.array(data["intercepts"], dtype=np.int64)
    return LanguagesOwnershipModel(answers, data["threshold"], intercepts, WeightRows(rows, len(answers)))


@Language.factory("skill_ownership_in_languages")
def _create(nlp: Language, name: str) -> OwnershipInLanguages:
    return OwnershipInLanguages()


class OwnershipInLanguages(SkillOwnership):
    """As `SkillOwnership`, for lines in the languages of a document other than English; other lines it leaves alone."""

    of_loose_words = _OF_LOOSE_WORDS
    doubts_what_stands_alone = False  # its close cases are the writer's more often than not

    def use(self, taxonomy: Taxonomy) -> None:
        """Learns the words of the languages as well."""
        super().use(taxonomy)
        self._words = {code: WordsOf(taxonomy.languages[code]) for code in taxonomy.context.others.codes}
        self._small = {code: words.small for code, words in self._words.items()}
        self._english = taxonomy.languages["en"].language.small_words

    def _is_sentence(self, passage: Passage) -> bool:
        """The head of an entry tells of no deed (`Senior Java-Entwickler, Versandhaus`), nor do the subjects of a
        degree.
        """
        is_head = passage.item is passage.entry.items[0] and passage.entry.dates is not None
        return not is_head and passage.section.kind is not SectionKind.education and super()._is_sentence(passage)

    def _model(self) -> LanguagesOwnershipModel:
        return load_languages_ownership_model()

    def _shares(
        self, tokens: Tokens, start: int, end: int, line: range, skills: Set[int], read: NamedSentences
    ) -> Mapping[str, float] | None:
        """How likely each answer is for what the tokens `start` to `end` (excluded) of a line name; None in a line that
        tells of no language, or of English.
        """
        code = language_of(set(tokens.lower[line.start : line.stop]), self._small, self._english)
        if code is None:
            return None
        words = self._words[code]
        features = set(features_in(words, tokens, start, end, line, skills, self._joins))
        shares = self._model().probabilities(features)
        by_writer = words.is_by_writer(tokens, start, end, line)
        said_classes = words.told_in(tokens, sentence_of(tokens, start, end, line))
        for reason, classes in _TOLD_BY.items():
            if said_classes.isdisjoint(classes) or (by_writer and reason is Reason.other_person):
                shares[OWN] += shares[reason.value]
                shares[reason.value] = 0.0
        return shares
