"""Steps and hours a week → dates: when each step begins and ends, and how far one is after each phase."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import accumulate, groupby
from types import MappingProxyType

from gapcheck.gap.compare import Gap, share_reached
from gapcheck.plan.cautions import cautions_for
from gapcheck.plan.draft import Draft, levels_with
from gapcheck.plan.model import Milestone, Step, StepKind, WhyLeft
from gapcheck.plan.not_now import not_now
from gapcheck.plan.order import is_subject, useful
from gapcheck.plan.paper import Paper
from gapcheck.plan.spot import WrittenLine
from gapcheck.plan.steps import steps_for
from gapcheck.taxonomy import Level, RequirementRule, Taxonomy

DEFAULT_HOURS = 10.0
_HOURS_A_TRACK = 8.0  # a week that one subject needs to make headway; with twice as many, two are learned side by side
_MOST_TRACKS = 3
_DAYS = 7
_MONTHS = 12
_LEAST_HOURS = 0.1  # a week; with less, and with a later day to begin, a plan runs out of the calendar
_LAST_BEGIN = date(2999, 12, 31)


class PlanError(ValueError):
    """The wishes for the plan can't be met; the message says which and what to do."""


@dataclass(frozen=True, slots=True)
class DatedStep:
    """A step with the days on which it begins and ends."""

    step: Step
    begins: date
    ends: date


@dataclass(frozen=True, slots=True)
class PhaseOfPlan:
    """The steps of one part, their hours, from when to when, the readiness (0 to 1) once their lines are written, and
    what to mind. What time brings is counted on its day, and not before.
    """

    milestone: Milestone
    steps: int
    hours: int
    begins: date
    ends: date
    readiness: float
    cautions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOpen:
    """A requirement that no step of the plan meets, and why; the `reason` in words where it waits for its own sake."""

    requirement: RequirementRule
    reached: Level
    why: WhyLeft
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do and when. `by` is the day that was wished, `left_open` what the plan does not close, `readiness` (0 to
    1) what the resume reaches by its lines, and `in_time` with what time brings. `levels` are those of skills once all
    lines are written; `without` is the readiness without the lines of each new project, by its id; `first_of_all`
    is what goes before any of it.
    """

    steps: tuple[DatedStep, ...]
    phases: tuple[PhaseOfPlan, ...]
    hours_a_week: float
    begins: date
    ends: date
    by: date | None
    left_open: tuple[LeftOpen, ...]
    readiness: float
    in_time: float
    levels: Mapping[str, Level]
    without: Mapping[str, float]
    first_of_all: str = ""

    @property
    def waiting(self) -> frozenset[str]:
        """Ids of the requirements that it leaves for later for their own sake."""
        return frozenset(one.requirement.id for one in self.left_open if one.reason)

    @property
    def hours(self) -> int:
        """Hours of all steps."""
        return sum(one.step.hours for one in self.steps)


class _Standing:
    """Where a person stands by the requirements while levels of skills rise."""

    def __init__(self, gaps: Sequence[Gap]) -> None:
        self._rules = [gap.requirement for gap in gaps]
        self._levels = [gap.found for gap in gaps]
        self._asking: defaultdict[str, list[int]] = defaultdict(list)
        for number, rule in enumerate(self._rules):
            for skill in rule.any_of:
                self._asking[skill].append(number)

    def rise(self, levels: Mapping[str, Level]) -> None:
        """Takes in levels that skills have reached."""
        for skill, level in levels.items():
            for number in self._asking.get(skill, ()):
                self._levels[number] = max(level, self._levels[number])

    def readiness(self) -> float:
        """The share of the requirements' weight that is reached, 0 to 1."""
        return share_reached(zip(self._rules, self._levels, strict=True))


class PlanAhead:
    """What a plan leads to: which steps come to a readiness, what they meet, and the levels after all of them."""

    def __init__(self, plan: Plan, gaps: Sequence[Gap], paper: Paper) -> None:
        self._steps = [one.step for one in plan.steps if one.step.kind is not StepKind.time]
        self._gaps, self._paper, self._plan = gaps, paper, plan

    @property
    def levels(self) -> Mapping[str, Level]:
        """The levels of skills after the plan, without what time brings."""
        return self._plan.levels

    @property
    def length(self) -> int:
        """How many steps it has, without those that time alone brings."""
        return len(self._steps)

    @cached_property
    def _after(self) -> list[tuple[float, Mapping[str, Level]]]:
        """The readiness after each step: what its lines show, and no more than the requirements met account for; and
        the levels of skills then.
        """
        total = sum(gap.requirement.weight for gap in self._gaps)
        lost = {
            gap.requirement.id: gap.requirement.weight * (1 - gap.found / gap.requirement.expected)
            for gap in self._gaps
        }
        draft, standing = Draft(self._paper), _Standing(self._gaps)
        after = list[tuple[float, Mapping[str, Level]]]()
        gained = shown = standing.readiness()
        for step in self._steps:
            raised = draft.write(step.lines)
            if step.closes:
                standing.rise(raised)
                gained += sum(lost[requirement] for requirement in step.closes) / total
                shown = standing.readiness()
            after.append((min(gained, shown), draft.levels))
        return after

    def step_reaching(
        self, goal: float, suits: Callable[[Mapping[str, Level]], bool] = lambda _: True, *, least_hours: int = 0
    ) -> int | None:
        """The number of the step after which a readiness (0 to 1) is reached and the levels suit, 1 for the first; none
        before so many hours of work are done, or all of the plan is.
        """
        done = accumulate(step.hours for step in self._steps)
        works = next((at for at, hours in enumerate(done, start=1) if hours >= least_hours), self.length)
        reached = (at for at, (share, levels) in enumerate(self._after, start=1) if share >= goal and suits(levels))
        return next((at for at in reached if at >= works), None)

    def closing(self, goal: float) -> tuple[str, ...]:
        """Ids of the requirements that the plan meets first, as many as it takes to come to a readiness; none where it
        does not come there.
        """
        last = self.step_reaching(goal) or 0
        return tuple(requirement for step in self._steps[:last] for requirement in step.closes)


def plan_for(
    gaps: Sequence[Gap],
    paper: Paper,
    taxonomy: Taxonomy,
    *,
    begins: date,
    hours_a_week: float = DEFAULT_HOURS,
    by: date | None = None,
    first: str | None = None,
    suits: Mapping[str, float] = MappingProxyType({}),
    begin_with: Sequence[str] = (),
) -> Plan:
    """The plan towards the requirements that are open, from the day `begins` on, or as much of it as can be done `by` a
    day. `first` is the id of the new project to begin with, `suits` how well each suits the person,
    `begin_with` the skills that come first in each work, in this order.

    Raises `PlanError` where there are no hours, or the day has passed.
    """
    check_wishes(begins=begins, hours_a_week=hours_a_week, by=by)
    waits = not_now(gaps, paper, taxonomy)
    steps = steps_for(gaps, paper, taxonomy, begins, first, suits, begin_with, waits)
    all_closed = {requirement for step in steps for requirement in step.closes}
    if by is not None:
        steps = tuple(_before(by, steps, (by - begins).days / _DAYS * hours_a_week, taxonomy))
    working = [step for step in steps if step.kind is not StepKind.time]
    dated = (
        *_dated(working, taxonomy, begins, hours_a_week),
        *(DatedStep(step, begins, step.until) for step in steps if step.until is not None),
    )
    closed = {requirement for step in steps for requirement in step.closes}
    lines = [line for step in steps for line in step.lines]
    levels = levels_with(paper, lines)
    by_lines, in_time = _Standing(gaps), _Standing(gaps)
    by_lines.rise(levels)
    in_time.rise({**levels, **{step.skill: step.target for step in steps if step.kind is StepKind.time}})

    def left_open(rule: RequirementRule) -> LeftOpen:
        reached = max(levels.get(skill, Level.none) for skill in rule.any_of)
        why, reason = (WhyLeft.time, "") if rule.id in all_closed else waits.why.get(rule.id, (WhyLeft.job, ""))
        return LeftOpen(rule, reached, why, reason)

    left = tuple(left_open(rule) for rule in (gap.requirement for gap in gaps if gap.is_to_do) if rule.id not in closed)
    return Plan(
        dated,
        tuple(_phases(dated, gaps, paper, taxonomy)),
        hours_a_week,
        begins,
        max((one.ends for one in dated if one.step.kind is not StepKind.time), default=begins),
        by,
        left,
        by_lines.readiness(),
        in_time.readiness(),
        levels,
        dict(_without_each(lines, gaps, paper, taxonomy)),
        _first_of_all(paper, taxonomy),
    )


def _first_of_all(paper: Paper, taxonomy: Taxonomy) -> str:
    """What goes before the plan: a thesis that is handed in."""
    if paper.thesis_until is None:
        return ""
    month = date(paper.thesis_until // _MONTHS, paper.thesis_until % _MONTHS + 1, 1)
    return taxonomy.deliverables.not_now.thesis.first.format(month=f"{month:%B %Y}")


def _without_each(
    lines: Sequence[WrittenLine], gaps: Sequence[Gap], paper: Paper, taxonomy: Taxonomy
) -> Iterator[tuple[str, float]]:
    """Each new project that is built for more than one subject, with the readiness that the lines of all other works
    give.
    """
    new = (line for line in lines if line.spot.is_new_project and is_subject(line.skill, taxonomy))
    subjects = Counter(line.spot.nouns for line in new)
    for project in sorted(one for one in subjects if subjects[one] >= taxonomy.deliverables.least_subjects):
        standing = _Standing(gaps)
        standing.rise(levels_with(paper, (line for line in lines if line.spot.nouns != project)))
        yield project, standing.readiness()


def _before(by: date, steps: Sequence[Step], budget: float, taxonomy: Taxonomy) -> list[Step]:
    """The steps up to the first that takes more hours than are left: so more hours never close less. Of these, only
    what closes or raises something, or is built on.
    """
    spent, kept = 0, list[Step]()
    working = [step for step in steps if step.kind is not StepKind.time]
    for step in working:
        spent += step.hours
        if spent > budget:
            break
        kept.append(step)
    kept += [step for step in steps if step.until is not None and step.until <= by]
    return useful(kept, taxonomy)


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


def _dated(steps: Sequence[Step], taxonomy: Taxonomy, begins: date, hours_a_week: float) -> Iterator[DatedStep]:
    """The steps in their order, as many at once as the week has room for; all hours of a week are used."""
    tracks = max(1, min(_MOST_TRACKS, int(hours_a_week // _HOURS_A_TRACK)))
    waiting, running = list(steps), dict[str, float]()
    started: dict[str, float] = {}
    ended: dict[str, float] = {}
    clock = 0.0  # weeks
    while waiting or running:
        for step in _ready(waiting, set(running), taxonomy)[: tracks - len(running)]:
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
        yield DatedStep(step, _day(begins, started[step.skill], math.floor), _day(begins, ended[step.skill], math.ceil))


def _ready(waiting: Sequence[Step], running: set[str], taxonomy: Taxonomy) -> list[Step]:
    """The steps that can begin: of the first part that is not done, with nothing unfinished before them that they build
    on.
    """
    unfinished, ready = set(running), list[Step]()
    for step in waiting:
        if step.milestone != waiting[0].milestone:
            break
        if unfinished.isdisjoint(taxonomy.skills[step.skill].prerequisites):
            ready.append(step)
        unfinished.add(step.skill)
    return ready


def _day(begins: date, weeks: float, rounded: object) -> date:
    days = weeks * _DAYS
    return begins + timedelta(days=math.floor(days + 1e-6) if rounded is math.floor else math.ceil(days - 1e-6))


def _phases(dated: Sequence[DatedStep], gaps: Sequence[Gap], paper: Paper, taxonomy: Taxonomy) -> Iterator[PhaseOfPlan]:
    draft, standing = Draft(paper), _Standing(gaps)
    for milestone, group in groupby(dated, key=lambda one: one.step.milestone):
        steps = list(group)
        standing.rise(draft.write(line for one in steps for line in one.step.lines))
        yield PhaseOfPlan(
            milestone,
            len(steps),
            sum(one.step.hours for one in steps),
            min(one.begins for one in steps),
            max(one.ends for one in steps),
            standing.readiness(),
            cautions_for((one.step for one in steps), paper, taxonomy),
        )
