"""A quiz and the answers given → the level that they speak for, and the notes that keep it."""

from gapcheck.quiz.keep import kept
from gapcheck.quiz.result import QuizResult

__all__ = ["QuizResult", "kept"]
