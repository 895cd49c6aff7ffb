"""Checking oneself: questions that have one right answer, results by level, notes that keep them, plans by them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pages import AS_OF
from typer.testing import CliRunner

from gapcheck import Analyzer
from gapcheck.cli.main import app
from gapcheck.quiz import QuizResult, kept
from gapcheck.report import GapReport
from gapcheck.taxonomy import Level, Taxonomy
from gapcheck.taxonomy.models.quiz import Quiz
from gapcheck.taxonomy.quizzes import quiz_files, quiz_problems, read_quiz

QUIZZES = [read_quiz(skill) for skill in quiz_files()]
PASSED = 0.75
RESUME = """# Ada Quill

## Experience
### Analyst, Kestrel Foods (Jan 2024 – Dec 2025)
- Wrote the monthly report of 12 shops in Excel

## Courses
- Docker and Python
"""


def right(quiz: Quiz) -> list[int | None]:
    return [one.answer for one in quiz.questions]


def test_twenty_core_skills_have_a_dozen_questions_over_all_levels(taxonomy: Taxonomy) -> None:
    assert len(QUIZZES) == 20 and all(len(quiz.questions) == 12 for quiz in QUIZZES)
    assert list(quiz_problems(taxonomy)) == []


def test_right_answers_do_not_give_themselves_away() -> None:
    """Each place is right as often as any other, and the longest choice is right about as often as chance has it."""
    questions = [one for quiz in QUIZZES for one in quiz.questions]
    for quiz in QUIZZES:
        assert Counter(one.answer for one in quiz.questions) == {1: 3, 2: 3, 3: 3, 4: 3}, quiz.skill
    lengths = [[len(choice) for choice in one.choices] for one in questions]
    alone = [of.index(max(of)) + 1 if of.count(max(of)) == 1 else 0 for of in lengths]
    assert sum(one.answer == longest for one, longest in zip(questions, alone, strict=True)) < 0.35 * len(questions)
    assert len({one.question for one in questions}) == len(questions)


@pytest.mark.parametrize(
    ("wrong", "level"),
    [
        ((), "advanced"),
        ((0, 4, 8), "advanced"),
        ((8, 9), "intermediate"),
        ((4, 5), "basic"),
        ((0, 1), "none"),
        (range(12), "none"),
    ],
)
def test_level_is_the_one_up_to_which_three_of_four_answers_are_right(wrong: tuple[int, ...], level: str) -> None:
    answers = [None if at in wrong else answer for at, answer in enumerate(right(QUIZZES[0]))]
    result = QuizResult.of(QUIZZES[0], answers, PASSED)
    assert (result.level.name, result.all_right, result.all_asked) == (level, 12 - len(wrong), 12)


def test_notes_keep_the_last_result_of_a_skill_and_all_that_was_written() -> None:
    quiz = read_quiz("docker")
    result = QuizResult.of(quiz, right(quiz), PASSED)
    first = kept(result, "skills:\n  add: [sql]  # since spring\n", date(2026, 11, 1))
    second = kept(replace(result, level=Level.basic), first, date(2026, 11, 28))
    line = "- {skill: docker, level: basic, right: 12, of: 12, on: 2026-11-28}"
    assert second == f"skills:\n  add: [sql]  # since spring\nquiz:\n{line}\n"


def run(*arguments: str, answers: str = "") -> tuple[int, str]:
    result = CliRunner().invoke(app, ["quiz", *arguments], input=answers)
    return result.exit_code, result.output


def test_quiz_asks_explains_and_keeps(tmp_path: Path, taxonomy: Taxonomy) -> None:
    quiz, notes = read_quiz("docker"), tmp_path / "my.yaml"
    first, *others = quiz.questions
    given = "\n".join(["9", "?", *(str(one.answer) for one in others)]) + "\n"
    code, said = run("docker", "--notes", str(notes), answers=given)
    assert code == 0 and said.count("answer with 1 to 4") == 1
    assert f"✗ right is {first.answer}. " in said and first.explanation in said
    assert "11 of 12 right (3 of 4 basic, 4 of 4 intermediate, 4 of 4 advanced)" in said
    assert "{skill: docker, level: advanced, right: 11, of: 12, on: " in notes.read_text(encoding="utf-8")


def test_quiz_that_is_broken_off_keeps_nothing(tmp_path: Path) -> None:
    code, said = run("docker", "--notes", str(tmp_path / "my.yaml"), answers="1\n2\n")
    assert code == 1 and "the input ended at question 3: nothing is kept" in said
    assert not (tmp_path / "my.yaml").exists()


def test_what_can_be_asked_is_listed_and_nothing_else_is_asked() -> None:
    code, said = run()
    assert code == 0 and len(said.splitlines()) == 20
    code, said = run("hadoop")
    assert code == 2 and "there are no questions on hadoop" in " ".join(said.replace("│", " ").split())


def reported(tmp_path: Path, notes: str, taxonomy: Taxonomy) -> GapReport:
    file = tmp_path / "my.yaml"
    file.write_text(notes, encoding="utf-8")
    return Analyzer(as_of=AS_OF, taxonomy=taxonomy, notes=file).analyze_bytes(RESUME.encode(), "ada.md")


def test_result_shapes_the_plan_and_never_the_level(tmp_path: Path, taxonomy: Taxonomy, analyzer: Analyzer) -> None:
    plain = analyzer.analyze_bytes(RESUME.encode(), "ada.md")
    line = "quiz:\n- {{skill: {0}, level: {1}, right: 9, of: 12, on: 2026-11-28}}\n"

    def step(report: GapReport, skill: str) -> tuple[str, int]:
        return next((one.kind, one.hours) for one in report.plan if one.skill == skill)

    able = reported(tmp_path, line.format("scikit-learn", "advanced"), taxonomy)
    some = reported(tmp_path, line.format("scikit-learn", "basic"), taxonomy)
    none = reported(tmp_path, line.format("scikit-learn", "none"), taxonomy)
    assert able.skills == some.skills == plain.skills and able.summary.readiness == plain.summary.readiness
    assert step(plain, "scikit-learn")[0] == step(some, "scikit-learn")[0] == step(none, "scikit-learn")[0] == "learn"
    assert step(able, "scikit-learn")[0] in ("write", "show")
    assert step(some, "scikit-learn")[1] < step(plain, "scikit-learn")[1]
    assert [(one.id, one.quiz, one.on_paper) for one in able.self_declared] == [("scikit-learn", "advanced", False)]
    assert not none.self_declared


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("quiz:\n- {skill: panda, level: basic, right: 9, of: 12, on: 2026-11-28}\n", "did you mean pandas"),
        ("quiz:\n- {skill: pandas, level: expert, right: 9, of: 12, on: 2026-11-28}\n", "level"),
    ],
)
def test_wrong_results_are_told_with_their_line(text: str, told: str, tmp_path: Path, taxonomy: Taxonomy) -> None:
    with pytest.raises(Exception, match=rf"my\.yaml:2.*{told}"):
        reported(tmp_path, text, taxonomy)


def test_wrong_questions_are_told_with_their_place(tmp_path: Path, taxonomy: Taxonomy) -> None:
    folder = tmp_path / "quiz"
    folder.mkdir()
    question = "- {{level: basic, question: 'Which?', choices: [a, b, {0}], answer: {1}, explanation: so}}"
    for name, choice, answer in (("git", "c", 4), ("sql", "b", 1), ("rust-lang", "c", 1)):
        head = f"skill: {name}\nsource: [judgement]\nas_of: 2026-11-28\nquestions:\n"
        (folder / f"{name}.yaml").write_text(head + question.format(choice, answer) + "\n", encoding="utf-8")
    told = [str(one) for one in quiz_problems(taxonomy, [tmp_path])]
    assert any("git.yaml" in one and "there is no choice 4" in one for one in told)
    assert any("sql.yaml" in one and "two choices are the same" in one for one in told)
    assert any("rust-lang.yaml" in one and "there is no skill rust-lang" in one for one in told)
    assert any("0 questions are advanced" in one for one in told)
