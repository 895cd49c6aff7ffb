"""Lines in other languages than English that show skills without naming them → the model of `described_in_languages`.

A file of examples is a language and a voice (`de_night_nurse.yaml`), written as those of `described`. All languages
are fitted together, and with the English examples: they share the classes of words, what words are in English, and
what else is known of a line; stems are of one language.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from gapcheck.skills.pipeline.described_in_languages import StemsOf, in_english
from gapcheck.skills.pipeline.described_model import SOMEBODY, People
from gapcheck.skills.pipeline.weight_rows import written_sparsely
from gapcheck.skills.reader import SkillReader
from gapcheck.text.tokens import Tokens
from gapcheck.training.described import (
    DescribedExample,
    VoiceLine,
    completed,
    example,
    fit,
    judged,
    lines_in,
    skills_of,
    varied,
)

_IN = "@in "  # and a language's code: a feature of every line of it
_NEVER = 0.0  # is a phrase disposed of: those of the languages say more than the model does
_PRECISION = 0.8  # of proposals where every other line is a near miss, as none of a resume's is
_FLOOR = 0.6  # below it 4 of 11 proposals were right in 100 resumes of other hands (2026-11-30)
_USING = " ({}, {})"


def examples_in(
    folder: Path, people: People, reader: SkillReader
) -> tuple[list[VoiceLine], list[DescribedExample], list[DescribedExample]]:
    """All lines of all voices, what is read in each, and in variations of them. Raises `ValueError` for an unknown
    skill or language.
    """
    taxonomy = reader.taxonomy
    lines = lines_in(folder, taxonomy.skills)
    examples: list[DescribedExample] = []
    others: list[DescribedExample] = []
    for code in sorted({line.voice.partition("_")[0] for line in lines}):
        if code not in taxonomy.languages:
            raise ValueError(f"{folder}: {code!r} is no language; a file is named as de_night_nurse.yaml")
        words = StemsOf(taxonomy.languages[code], people.nouns)
        reads = reader.of_languages((code,))
        here = [line for line in lines if line.voice.partition("_")[0] == code]
        read = [completed(example(line, reads, words), taxonomy) for line in here]
        more = [example(line, reads, words) for line in varied([one.line for one in read], taxonomy, _USING)]
        examples += (_of_language(one, code) for one in read)
        others += (_of_language(one, code) for one in more)
    return lines, examples, others


class _EnglishWords:
    """English words as those of other languages mean them."""

    def __init__(self, people: People) -> None:
        self._people = people

    def said(self, tokens: Tokens, index: int) -> tuple[str, ...]:
        """Pairs of words are of one language."""
        return ()

    def means(self, tokens: Tokens, index: int) -> tuple[str, ...]:
        """The word itself, and whether it is somebody."""
        return in_english(tokens.lower[index], SOMEBODY in self._people.said(tokens, index))

    def stem(self, tokens: Tokens, index: int) -> str:
        """The word's stem."""
        return tokens.norm[index]


def english_examples(folder: Path, people: People, reader: SkillReader) -> list[DescribedExample]:
    """All English lines of all voices, read by what they share with those of other languages."""
    words = _EnglishWords(people)
    read = (example(line, reader, words) for line in lines_in(folder, reader.taxonomy.skills))
    return [_of_language(completed(one, reader.taxonomy), "en") for one in read]


def _of_language(one: DescribedExample, code: str) -> DescribedExample:
    return replace(one, features=one.features | {f"{_IN}{code}"})


def train(folder: Path, english: Path, people: People, reader: SkillReader, today: date) -> dict[str, Any]:
    """The model as whole numbers, with its figures on voices that it had not seen; `english` holds the English ones."""
    lines, examples, others = examples_in(folder, people, reader)
    afar = english_examples(english, people, reader)
    skills = skills_of(lines, examples)
    names, weights, intercepts = fit(examples, others, skills, afar)
    rows: dict[str, Sequence[int]] = dict(zip(names, weights, strict=True))
    codes = sorted({line.voice.partition("_")[0] for line in lines})
    bases = {code: rows.pop(f"{_IN}{code}", [0] * len(skills)) for code in codes}
    return {
        "made": today.isoformat(),
        **judged(examples, others, skills, afar, disposes=_NEVER, precision=_PRECISION, floor_of=lambda _: _FLOOR),
        "people": sorted(people.nouns),
        "intercepts": {
            code: [int(one + more) for one, more in zip(intercepts, base, strict=True)] for code, base in bases.items()
        },
        "weights": {name: written_sparsely(row) for name, row in rows.items()},
    }
