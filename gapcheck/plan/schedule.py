"""Steps and hours a week → dates: when each step begins and ends, and how far one is after each phase."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from gapcheck.gap.compare import Gap, share_reached
from gapcheck.plan.steps import Step, steps_for
from gapcheck.taxonomy import Level, Phase, RequirementRule, Taxonomy

DEFAULT_HOURS = 10.0
_HOURS_A_TRACK = 8.0  # a week that one subject needs to make headway; with twice as many, two are learned side by side
_MOST_TRACKS = 3
_DAYS = 7
_LEAST_HOURS = 0.1  # a week; with less, and with a later day to begin, a plan runs out of the calendar
_LAST_BEGIN = date(2999, 12, 31)


class PlanError(ValueError):
    """The wishes for the plan can't be met; the message says which and what to do."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A step with the days on which it begins and ends."""

    step: Step
    begins: date
    ends: date


@dataclass(frozen=True, slots=True)
class PhaseOfPlan:
    """The steps of one phase, their hours, from when to when, and the readiness (0 to 1) once they are done."""

    phase: Phase
    steps: int
    hours: int
    begins: date
    ends: date
    readiness: float


@dataclass(frozen=True, slots=True)
class Plan:
    """What to learn and when. `by` is the day that was wished, `left_open` what does not fit before it."""

    steps: tuple[Dated, ...]
    phases: tuple[PhaseOfPlan, ...]
    hours_a_week: float
    begins: date
    ends: date
    by: date | None
    left_open: tuple[RequirementRule, ...]

    @property
    def hours(self) -> int:
        """Hours of study of all steps."""
        return sum(one.step.hours for one in self.steps)


def plan_for(
    gaps: Sequence[Gap],
    levels: Mapping[str, Level],
    taxonomy: Taxonomy,
    *,
    begins: date,
    hours_a_week: float = DEFAULT_HOURS,
    by: date | None = None,
    self_declared: Collection[str] = (),
) -> Plan:
    """The plan that closes the gaps from the day `begins` on, or as much of them as can be done `by` a day. Skills that
    are `self_declared` are not taught from zero: what they lack up to basic is to be written, not learned.

    Raises `PlanError` where there are no hours, or the day has passed.
    """
    check_wishes(begins=begins, hours_a_week=hours_a_week, by=by)
    budget = None if by is None else (by - begins).days / _DAYS * hours_a_week
    able = dict(levels) | {skill: max(Level.basic, levels.get(skill, Level.none)) for skill in self_declared}
    to_learn = [gap for gap in gaps if gap.status.is_open and not _is_to_write(gap, self_declared)]
    steps = steps_for(to_learn, able, taxonomy, budget)
    dated = tuple(_dated(steps, taxonomy, begins, hours_a_week))
    closed = {requirement for step in steps for requirement in step.closes}
    left = tuple(gap.requirement for gap in to_learn if gap.requirement.id not in closed)
    return Plan(
        dated,
        tuple(_phases(dated, gaps, levels)),
        hours_a_week,
        begins,
        max((one.ends for one in dated), default=begins),
        by,
        left,
    )


def _is_to_write(gap: Gap, self_declared: Collection[str]) -> bool:
    """Whether a line about what the person can already closes the gap."""
    return gap.requirement.expected <= Level.basic and not set(self_declared).isdisjoint(gap.requirement.any_of)


def check_wishes(*, begins: date, hours_a_week: float, by: date | None) -> None:
    """Raises `PlanError` where there are no hours, more than a week has, or the day has passed or is a thousand years
    away.
    """
    if not _LEAST_HOURS <= hours_a_week <= _DAYS * 24:
        raise PlanError(
            f"{hours_a_week:g} hours a week can't be learned in: give {_LEAST_HOURS:g} to {_DAYS * 24}, for example 10"
        )
    if begins > _LAST_BEGIN:
        raise PlanError(f"a plan can't begin on {begins}: give a day before the year {_LAST_BEGIN.year + 1}")
    if by is not None and by <= begins:
        raise PlanError(f"the plan begins on {begins}, so it can't end by {by}: give a later day")


def _dated(steps: Sequence[Step], taxonomy: Taxonomy, begins: date, hours_a_week: float) -> Iterator[Dated]:
    """The steps in their order, as many at once as the week has room for; all hours of a week are used."""
    tracks = max(1, min(_MOST_TRACKS, int(hours_a_week // _HOURS_A_TRACK)))
    waiting, running = list(steps), dict[str, float]()
    started: dict[str, float] = {}
    ended: dict[str, float] = {}
    clock = 0.0  # weeks
    while waiting or running:
        for step in _ready(waiting, {*running, *(one.skill for one in waiting)}, taxonomy)[: tracks - len(running)]:
            waiting.remove(step)
            running[step.skill] = float(step.hours)
            started[step.skill] = clock
        pace = hours_a_week / len(running)
        weeks = min(running.values()) / pace
        clock += weeks
        for skill in list(running):
            running[skill] -= weeks * pace
            if running[skill] < 1e-9:
                ended[skill] = clock
                del running[skill]
    for step in steps:
        yield Dated(step, _day(begins, started[step.skill], math.floor), _day(begins, ended[step.skill], math.ceil))


def _ready(waiting: Sequence[Step], unfinished: set[str], taxonomy: Taxonomy) -> list[Step]:
    """The steps that can begin: of the first phase that is not done, with nothing unfinished to build on."""
    first = waiting[0].phase.id if waiting else ""
    return [
        step
        for step in waiting
        if step.phase.id == first and unfinished.isdisjoint(taxonomy.skills[step.skill].prerequisites)
    ]


def _day(begins: date, weeks: float, rounded: object) -> date:
    days = weeks * _DAYS
    return begins + timedelta(days=math.floor(days + 1e-6) if rounded is math.floor else math.ceil(days - 1e-6))


def _phases(dated: Sequence[Dated], gaps: Sequence[Gap], levels: Mapping[str, Level]) -> Iterator[PhaseOfPlan]:
    reached = dict(levels)
    requirements = [gap.requirement for gap in gaps]
    for phase, group in groupby(dated, key=lambda one: one.step.phase):
        steps = list(group)
        reached |= {one.step.skill: one.step.target for one in steps}
        yield PhaseOfPlan(
            phase,
            len(steps),
            sum(one.step.hours for one in steps),
            min(one.begins for one in steps),
            max(one.ends for one in steps),
            share_reached(
                (rule, max(reached.get(skill, Level.none) for skill in rule.any_of)) for rule in requirements
            ),
        )
