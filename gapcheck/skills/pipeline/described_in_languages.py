"""Component `skill_described_in_languages`: which skills does a sentence of another language than English show without
naming them?

One logistic regression a skill for all languages together, over stems and classes of words (`words` of a language's
file), pairs of neighbours, and what the words are in English (its `dictionary`): by these it learns from the English
examples as well. `python -m gapcheck.training` fits them from described_in_languages/ and described_examples/ and
writes whole numbers (hundredths); the figures beside them are for voices that it had not seen.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence, Set
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from spacy.language import Language

from gapcheck.skills.pipeline.described import SkillDescribed, about_models, skills_said
from gapcheck.skills.pipeline.described_model import DecisionLimits, DescribedModel
from gapcheck.skills.pipeline.mention import Passage
from gapcheck.skills.pipeline.ownership_words import WordsOf, language_of
from gapcheck.skills.pipeline.weight_rows import WeightRows, sparse_rows
from gapcheck.taxonomy import Taxonomy
from gapcheck.taxonomy.models.languages import LanguageFile
from gapcheck.text.stemmer import stem
from gapcheck.text.tokens import Tokens

MODEL_FILE = "described_in_languages_model.json"
_SOMEBODY = "@people"  # as the files of languages call the class
_SHORTEST_PART = 4  # letters of a part of a compound


class StemsOf:
    """What the words of one language are read as: their classes and what they are in English, which all languages
    share, and their stems, which are this language's. `people` are English words for people.
    """

    def __init__(self, file: LanguageFile, people: Set[str]) -> None:
        self._code = file.language.code
        self._words = WordsOf(file)
        self._is_compounding = file.language.compounds
        words: defaultdict[str, set[str]] = defaultdict(set)
        stems: defaultdict[str, set[str]] = defaultdict(set)
        for word, translations in file.dictionary.items():
            meaning = in_english(word, word in people)
            for one in translations.lower().split():
                words[one].update(meaning)
                stems[self._stem_of(one)].update(meaning)
        self._by_word = {word: tuple(sorted(found)) for word, found in words.items()}
        self._by_stem = {word: tuple(sorted(found)) for word, found in stems.items()}

    def said(self, tokens: Tokens, index: int) -> tuple[str, ...]:
        """The classes and the stem of the word at `index`."""
        *classes, _ = self._words.said_of(tokens.lower[index])
        return (*classes, self.stem(tokens, index))

    def means(self, tokens: Tokens, index: int) -> tuple[str, ...]:
        """What the word at `index` may be in English: by the word itself, or else by its stem, for the stem of another
        one may be the same (`Handel`, `handeln`).
        """
        word = tokens.lower[index]
        return self._by_word.get(word) or self._by_stem.get(self._known_part(self._stem_of(word)), ())

    def _known_part(self, word: str) -> str:
        """A stem, or of one that the dictionary does not know its last part that it knows."""
        if word in self._by_stem or not self._is_compounding:
            return word
        ends = (word[start:] for start in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1))
        return next((end for end in ends if end in self._by_stem), word)

    def stem(self, tokens: Tokens, index: int) -> str:
        """The stem of the word at `index`, as one of this language."""
        return f"{self._code}:{self._stem_of(tokens.lower[index])}"

    def _stem_of(self, word: str) -> str:
        return self._words.said_of(word)[-1]


def in_english(word: str, is_somebody: bool) -> tuple[str, ...]:
    """The features of a word of any language that is this one in English."""
    meaning = f"={stem(word)}"
    return (meaning, _SOMEBODY) if is_somebody else (meaning,)


@cache
def _stored() -> dict[str, Any]:
    """What the model's file holds."""
    data: dict[str, Any] = json.loads((files("skills_taxonomy") / MODEL_FILE).read_text(encoding="utf-8"))
    return data


@cache
def _weights() -> WeightRows:
    data = _stored()
    columns = len(data["skills"])
    return WeightRows(data["weights"], columns, sparse_rows(columns))


def load_described_in(file: LanguageFile) -> DescribedModel | None:
    """The model that ships with gapcheck, for one language; None for a language that it does not know."""
    data, code = _stored(), file.language.code
    if code not in data["intercepts"]:
        return None
    return DescribedModel(
        {skill: column for column, skill in enumerate(data["skills"])},
        {skill: DecisionLimits(row["disposes"], row["proposes"]) for skill, row in data["skills"].items()},
        _weights(),
        np.array(data["intercepts"][code], dtype=np.int64),
        StemsOf(file, frozenset(data["people"])),
    )


@Language.factory("skill_described_in_languages")
def _create(nlp: Language, name: str) -> DescribedInLanguages:
    return DescribedInLanguages()


class DescribedInLanguages(SkillDescribed):
    """As `SkillDescribed`, each line by the model of its language."""

    def use(self, taxonomy: Taxonomy) -> None:
        """Learns the words of the languages as well."""
        super().use(taxonomy)
        others = [taxonomy.languages[code] for code in taxonomy.context.others.codes]
        self._small = {file.language.code: file.language.small_words for file in others}
        self._english = taxonomy.languages["en"].language.small_words
        self._described_in = cache(lambda code: load_described_in(taxonomy.languages[code]))

    def _by_words_alone(self, proposed: Sequence[str], facts: Sequence[str]) -> list[str]:
        """Those that a sentence shows without any phrase: outside of entries about models it shows nothing of them, for
        a service put into a container is no model; beside a tool of data it still shows what is done to data.
        """
        if about_models(facts):
            return list(proposed)
        words, skills = self._taxonomy.entry_words, self._taxonomy.skills
        said = {skills[skill].category for skill in skills_said(facts)}
        of_models = words.run_categories
        if said.isdisjoint(words.data_categories):
            of_models |= words.field_categories
        return [one for one in super()._by_words_alone(proposed, facts) if skills[one].category not in of_models]

    def _model_of(self, tokens: Tokens, passage: Passage) -> DescribedModel | None:
        said = set(tokens.lower[passage.start : passage.end])
        if (code := language_of(said, self._small, self._english)) is not None:
            return self._described_in(code)
        return None if said.isdisjoint(self._english) else super()._model_of(tokens, passage)
