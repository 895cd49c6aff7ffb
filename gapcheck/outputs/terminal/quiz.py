"""Questions, answers and the result of a quiz → the lines that people read."""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.quiz import QuizResult
from gapcheck.taxonomy import Level
from gapcheck.taxonomy.models.quiz import Question


def question_lines(question: Question, number: int, of: int) -> Iterator[str]:
    """A question with its choices."""
    yield f"\n{number} of {of} ({question.level.name}): {question.question}"
    yield from (f"  {at}. {choice}" for at, choice in enumerate(question.choices, start=1))


def verdict_lines(question: Question, given: int | None) -> Iterator[str]:
    """Whether the answer is right, and why."""
    right = f"{question.answer}. {question.choices[question.answer - 1]}"
    yield f"  ✓ {right}" if given == question.answer else f"  ✗ right is {right}"
    yield f"    {question.explanation}"


def result_lines(result: QuizResult, name: str) -> Iterator[str]:
    """How many were right, and the level that it speaks for."""
    levels = (level for level in Level if result.asked.get(level))
    parts = ", ".join(f"{result.right.get(level, 0)} of {result.asked[level]} {level.name}" for level in levels)
    yield f"\n{name}: {result.all_right} of {result.all_asked} right ({parts})."
    spoken = f"Your answers speak for {result.level.name}" if result.level else "Your answers speak for no level yet"
    yield f"{spoken}. That is your own word: it shapes the plan, and never counts as shown on the resume."
