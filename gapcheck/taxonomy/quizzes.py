"""The files in `quiz/`, ours and those of other layers → the questions on a skill, and what is wrong with them.

They are no part of the taxonomy: only who takes a quiz loads one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from gapcheck.taxonomy.models.quiz import Quiz
from gapcheck.taxonomy.models.taxonomy import Taxonomy
from gapcheck.taxonomy.models.vocabulary import Level
from gapcheck.taxonomy.problem import Problem, Severity
from gapcheck.taxonomy.records import Record, TaxonomyError, checked, read_file, yaml_files

_FEWEST = 3  # questions for a level: with fewer, guessing passes too often
_LONGER = 2.0  # times the longest other choice: a right answer that gives itself away
_MOST_AT_ONE_PLACE = 0.5


def quiz_files(overlays: Sequence[Path] = ()) -> dict[str, tuple[Traversable | Path, str]]:
    """The file of each skill that has a quiz, with the name to tell it by; later layers replace earlier ones."""
    layers: list[tuple[Traversable | Path, str]] = [(files("skills_taxonomy"), "")]
    layers += [(folder, f"{folder}/") for folder in overlays]
    return {
        file.name.rpartition(".")[0]: (file, f"{prefix}quiz/{file.name}")
        for folder, prefix in layers
        for file in yaml_files(folder / "quiz")
    }


def read_quiz(skill: str, overlays: Sequence[Path] = ()) -> Quiz:
    """The quiz on a skill that has one. Raises `TaxonomyError` where its file is wrong."""
    return checked(_record(skill, overlays), Quiz)


def _record(skill: str, overlays: Sequence[Path]) -> Record:
    return read_file(*quiz_files(overlays)[skill])


def quiz_problems(taxonomy: Taxonomy, overlays: Sequence[Path] = ()) -> Iterator[Problem]:
    """What is wrong or doubtful in the files."""
    for skill in quiz_files(overlays):
        record = _record(skill, overlays)
        try:
            quiz = checked(record, Quiz)
        except TaxonomyError as error:
            place, _, message = str(error).partition(": ")
            yield Problem(Severity.error, record.origin, f"{place.rpartition(':')[2]}: {message}")
            continue
        if quiz.skill not in taxonomy.skills:
            yield Problem(Severity.error, record.origin.at("skill"), f"there is no skill {quiz.skill}: correct the id")
        elif quiz.skill != skill:
            yield Problem(Severity.error, record.origin.at("skill"), f"the file's name must be {quiz.skill}.yaml")
        yield from _doubts(quiz, record)


def _doubts(quiz: Quiz, record: Record) -> Iterator[Problem]:
    by_level = Counter(one.level for one in quiz.questions)
    for level in (Level.basic, Level.intermediate, Level.advanced):
        if by_level[level] < _FEWEST:
            message = f"{by_level[level]} questions are {level.name}: ask at least {_FEWEST}"
            yield Problem(Severity.warning, record.origin.at("questions"), message)
    answers = Counter(one.answer for one in quiz.questions)
    place, most = answers.most_common(1)[0]
    if most > _MOST_AT_ONE_PLACE * len(quiz.questions):
        message = f"choice {place} is right {most} times: spread the right answers"
        yield Problem(Severity.warning, record.origin.at("questions"), message)
    for index, one in enumerate(quiz.questions):
        right = len(one.choices[one.answer - 1])
        if right > _LONGER * max(len(choice) for choice in one.choices if choice != one.choices[one.answer - 1]):
            message = "the right answer is far longer than the others: make the choices alike"
            yield Problem(Severity.warning, record.origin.at("questions", index), message)
