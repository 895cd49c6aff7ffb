"""`analyze_many`: paths or bytes of strangers → a report or an error each, in order, from guarded worker processes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from gapcheck.analyzer import DEFAULT_PROFILE
from gapcheck.arguments import check_type, check_types, day_of
from gapcheck.batch.limits import Limits
from gapcheck.batch.pool import Work, outcomes_in_order, usable_cores
from gapcheck.batch.settings import Recipe
from gapcheck.plan import DEFAULT_HOURS
from gapcheck.report import ErrorReport, GapReport

Given = str | Path | bytes | tuple[str, bytes]


def analyze_many(
    resumes: Iterable[Given],
    profile: str = DEFAULT_PROFILE,
    *,
    as_of: date | str | None = None,
    hours_a_week: float = DEFAULT_HOURS,
    redact: bool = False,
    jobs: int | None = None,
    timeout: float = 40.0,
    max_memory: int = 1536,
) -> Iterator[GapReport | ErrorReport]:
    """A report or an error on each, in order, as they are done. A resume is a path, bytes, or a name with its bytes.

    Each is read in a worker process that is ended after `timeout` seconds or above `max_memory` megabytes: a file that
    hangs or crashes its reader costs one error. `jobs` are the processes, all cores by default; a script needs
    `if __name__ == "__main__":` around the call, as always with processes. Raises `TypeError` before it reads anything,
    `UnknownProfileError` as `Analyzer` does, and `WorkersError` where no process stays alive.
    """
    if isinstance(resumes, str | Path | bytes):
        raise TypeError("analyze_many takes a list of resumes: put the one into [...]")
    check_types({
        "jobs": (jobs, "a number of processes", int),
        "max_memory": (max_memory, "megabytes", int),
        "redact": (redact, "True or False", bool),
    })  # fmt: skip
    check_type(timeout, "timeout", "seconds", int, float)
    recipe = Recipe(
        profile,
        as_of=date.today() if as_of is None else day_of(as_of, "as_of"),
        hours_a_week=hours_a_week,
        redact=redact,
    )
    recipe()  # a wrong wish is told here, not in every process
    work = [_work(number, one) for number, one in enumerate(resumes, start=1)]
    return _reports(work, recipe, Limits(jobs or usable_cores(), timeout, max_memory), redact=redact)


def _reports(work: list[Work], recipe: Recipe, limits: Limits, *, redact: bool) -> Iterator[GapReport | ErrorReport]:
    for outcome in outcomes_in_order(work, recipe, limits) if work else ():
        if outcome.code is not None:
            yield ErrorReport.model_validate_json(outcome.json)
        else:
            yield GapReport.model_validate_json(outcome.json if redact else outcome.named)


def _work(number: int, given: Given) -> Work:
    if isinstance(given, bytes):
        return Work(f"resume {number}", content=given)
    if isinstance(given, tuple):
        name, content = given
        check_type(name, "the name of a resume", "text", str)
        check_type(content, "the content of a resume", "bytes", bytes)
        return Work(name, content=content)
    check_type(given, "a resume", "a path, bytes, or (name, bytes)", str, Path)
    return Work(str(given))
