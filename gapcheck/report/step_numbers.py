"""The steps of a plan → the numbers by which people speak of them: what is only written down comes before them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gapcheck.report.plan_model import StepPart

WRITE_FIRST = "write"
"""The part of a plan in which what is there is written down: it takes no number, for nothing is done in it."""


def numbered(plan: Sequence[StepPart]) -> Iterator[tuple[int, StepPart]]:
    """Each step with its number, 1 for the first that is to be done; 0 for what is only written down before."""
    number = 0
    for step in plan:
        number += step.phase != WRITE_FIRST
        yield (0 if step.phase == WRITE_FIRST else number), step


def number_of(place: int, plan: Sequence[StepPart]) -> int:
    """The number of the step at a place in the plan, 1 for the first place."""
    return list(numbered(plan))[place - 1][0]
