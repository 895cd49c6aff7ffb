"""The questions by which people check themselves on one skill, as checked models."""

from __future__ import annotations

from datetime import date

from pydantic import Field, model_validator

from gapcheck.taxonomy.models.vocabulary import LevelName, _Strict


class Question(_Strict):
    """A question with its choices; `answer` is the number of the right one, 1 for the first. `explanation` says why."""

    level: LevelName
    question: str
    choices: tuple[str, ...] = Field(min_length=3, max_length=6)
    answer: int = Field(ge=1)
    explanation: str

    @model_validator(mode="after")
    def _can_be_answered(self) -> Question:
        if self.answer > len(self.choices):
            raise ValueError(f"there is no choice {self.answer}: answer is the number of a choice, 1 for the first")
        if len(set(self.choices)) < len(self.choices):
            raise ValueError("two choices are the same: change one")
        return self


class Quiz(_Strict):
    """The questions on one skill, in the order in which they are asked."""

    skill: str
    source: tuple[str, ...]
    as_of: date
    questions: tuple[Question, ...] = Field(min_length=1)
