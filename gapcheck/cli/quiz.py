"""`gapcheck quiz`: a dozen questions on a skill → what one knows by one's own answers, kept in the notes."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gapcheck.cli.messages import SOME_FAILED, USAGE, put, say
from gapcheck.cli.options import Overlays, loaded
from gapcheck.files import WriteError, write_file

if TYPE_CHECKING:
    from gapcheck.taxonomy.models.quiz import Question


def quiz(
    skill: Annotated[str | None, typer.Argument(help="Id of a skill; without one, those that can be asked.")] = None,
    notes: Annotated[
        Path | None, typer.Option(help="A file of notes that keeps the result; made where it is not there.")
    ] = None,
    overlays: Overlays = [],  # noqa: B006
) -> None:
    """Check yourself on a skill by a dozen questions with explained answers: your own word, which shapes the plan."""
    from gapcheck.notes import NotesError, read_notes
    from gapcheck.outputs.terminal.quiz import question_lines, result_lines, verdict_lines
    from gapcheck.quiz import QuizResult, kept
    from gapcheck.taxonomy import TaxonomyError
    from gapcheck.taxonomy.quizzes import quiz_files, read_quiz

    taxonomy = loaded(overlays)
    known = sorted(quiz_files(overlays))
    if skill is None:
        put("\n".join(f"{one:20} {taxonomy.skills[one].name}" for one in known if one in taxonomy.skills))
        return
    if skill not in known:
        raise typer.BadParameter(f"there are no questions on {skill}: there are on {', '.join(known)}")
    try:
        found = read_quiz(skill, overlays)
        before = notes.read_text(encoding="utf-8") if notes is not None and notes.exists() else ""
        if notes is not None and before:
            read_notes(notes, taxonomy)
    except TaxonomyError as error:
        say(str(error))
        raise typer.Exit(USAGE) from None
    except NotesError as error:
        say(error.message)
        raise typer.Exit(USAGE) from None
    except (OSError, UnicodeDecodeError):
        raise typer.BadParameter(f"{notes} can't be read as text: name another file", param_hint="--notes") from None
    put(f"{taxonomy.skills[skill].name}: answer with the number of a choice, or ? where you do not know.")
    answers: list[int | None] = []
    for number, question in enumerate(found.questions, start=1):
        put("\n".join(question_lines(question, number, len(found.questions))))
        answers.append(_answer(question, number))
        put("\n".join(verdict_lines(question, answers[-1])))
    result = QuizResult.of(found, answers, taxonomy.advice.quiz_passed)
    put("\n".join(result_lines(result, taxonomy.skills[skill].name)))
    if notes is None:
        put("Nothing is kept; --notes FILE keeps it for gapcheck RESUME --notes FILE.")
        return
    try:
        write_file(notes, kept(result, before, date.today()))
    except WriteError as error:
        raise typer.BadParameter(str(error), param_hint="--notes") from None
    put(f"Kept in {notes}; gapcheck RESUME --notes {notes} plans by it.")


def _answer(question: Question, number: int) -> int | None:
    """The choice that a line of standard input names; None where one does not know. Ends the command where the input
    ends.
    """
    choices = len(question.choices)
    while True:
        typer.echo("> ", nl=False)
        line = sys.stdin.readline()
        if not line:
            say(f"the input ended at question {number}: nothing is kept")
            raise typer.Exit(SOME_FAILED)
        text = line.strip()
        if text == "?":
            return None
        if text.isascii() and text.isdigit() and 1 <= int(text) <= choices:
            return int(text)
        put(f"  answer with 1 to {choices}, or ? where you do not know")
