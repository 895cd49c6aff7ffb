"""The answers to a quiz → how many are right, and the level that they speak for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gapcheck.taxonomy import Level
from gapcheck.taxonomy.models.quiz import Quiz

_LEVELS = (Level.basic, Level.intermediate, Level.advanced)


@dataclass(frozen=True, slots=True)
class QuizResult:
    """How many questions of each level were asked and answered rightly, and the level that this speaks for."""

    skill: str
    asked: Mapping[Level, int]
    right: Mapping[Level, int]
    level: Level

    @classmethod
    def of(cls, quiz: Quiz, answers: Sequence[int | None], passed: float) -> QuizResult:
        """The result of these answers, None where one did not know: the level up to which a share of at least `passed`
        of the questions of each level is right.
        """
        asked = Counter(one.level for one in quiz.questions)
        right = Counter(one.level for one, answer in zip(quiz.questions, answers, strict=True) if answer == one.answer)
        level = Level.none
        for one in _LEVELS:
            if asked[one] and right[one] < passed * asked[one]:
                break
            level = one if asked[one] else level
        return cls(quiz.skill, asked, right, level)

    @property
    def all_right(self) -> int:
        """Right answers of all levels."""
        return sum(self.right.values())

    @property
    def all_asked(self) -> int:
        """Questions of all levels."""
        return sum(self.asked.values())
