"""How advice is said to people, wherever it is shown: strengths first, what to do this week, what each step takes, how
the readiness comes about.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import groupby, takewhile

from gapcheck.report.model import GapReport
from gapcheck.report.plan_model import LeftOpenPart, PhasePart, StepPart
from gapcheck.report.portfolio_model import DoubtPart
from gapcheck.report.skills_model import RequirementPart
from gapcheck.report.step_numbers import number_of, numbered
from gapcheck.report.strengths import listed, short_name, shortened
from gapcheck.taxonomy import Level

_FEW, _PHASE, _TITLES, _ONE_LINE = 3, 52, 2, 76
_FITS = 0.3  # the readiness from which another role is near: below it none fits
_BEGUN, _SHORTEST = 2, 1  # works that are begun in a week; hours that are worth sitting down for
_WEEKS = 3  # of study: what takes longer is not what a week begins with
LONGEST_TO_DO = 150  # characters of one thing to do, two lines of a console
_MUCH = 2  # points that writing down what is there brings, before anything else is mended
_WORKS = 2  # works of one's own that go on, named on the first screen
_DEEPENED = 0.5  # of the weight of what is met already, and limited by the resume's own words
_HEAVY = 1  # points from which a step is named among the first things to do
NOT_NOW = "Not now"
LEFT = "Left for "  # what stays open, and why: where a label says so, this can go
_CHECK = "Worth checking in"
_SOFT, _NO_NUMBER, _OWN = "soft-skills", "no-number", "own"


def whole_percent(share: float) -> int:
    """A readiness in whole percent, rounded down: nobody is told to have reached what is not reached."""
    return math.floor(share * 100 + 1e-6)


def percent(share: float) -> str:
    """A readiness as people read it, the same in every place."""
    return f"{whole_percent(share)}%"


def with_sure(report: GapReport) -> str:
    """What the share would be if what is surely there were written down; nothing where that is the same."""
    now, then = report.summary.readiness or 0, report.summary.with_sure or 0
    return f", {percent(then)} with what is ≈" if percent(then) != percent(now) and then > now else ""


def this_week(report: GapReport) -> list[str]:
    """Three things to do: where to begin in the work that comes first, no more than the hours of a week, and what to
    mend on paper; and behind them for which posts to apply, where any is open.
    """
    rows = {row.id: row for row in report.requirements if row.category != _SOFT}

    def gain(step: StepPart) -> float:
        """The points that a step can bring in what the field asks for, or put on firm ground."""
        if step.kind == "deepen":
            return _DEEPENED * sum(row.weight for row in rows.values() if row.skill == step.skill)
        moved = (rows[one] for one in (*step.closes, *step.raises) if one in rows)
        return sum(row.weight - _reached(row) for row in moved)

    place = {row: number for number, area in enumerate(report.areas) for row in area.requirements}

    def by_area(step: StepPart) -> int:
        """The place of the area that a step works in."""
        return min((place[one] for one in (*step.closes, *step.raises) if one in place), default=len(place))

    def spread(steps: Sequence[StepPart]) -> list[StepPart]:
        """Steps of one work: what is measured anew, what sets it up, what interviews test before all else, what makes
        it hold, what else they test, then one of each area, the one that matters most first, then the rest; what is a
        course of weeks after what is not.
        """
        all_tested = report.career.situation.tested
        opening = takewhile(lambda step: step.skill in all_tested, filter(_is_open, steps))
        tested = {step.skill: all_tested.index(step.skill) for step in opening}
        inside = [(sum(by_area(one) == by_area(step) for one in steps[:at]), step) for at, step in enumerate(steps)]

        def rank(pair: tuple[int, StepPart]) -> tuple[bool, bool, int, int, bool, bool, int, int]:
            before, step = pair
            takes_weeks = step.hours > _WEEKS * report.schedule.hours_a_week
            return (
                not _is_anew(step, report),
                not step.sets_up,
                1 if step.firm else 2 * tested.get(step.skill, len(all_tested) + 1),
                steps.index(step) if step.firm else len(steps),
                not step.room or takes_weeks,
                takes_weeks,
                before,
                by_area(step),
            )

        return [one for _, one in sorted(inside, key=rank)]

    said, left = list[str](), report.schedule.hours_a_week
    works = [phase for phase in report.schedule.phases if phase.hours]
    of_field = {one.title for one in report.portfolio.entries if one.of_field}
    others = {*report.portfolio.other_projects, *(one.title for one in report.portfolio.entries)} - of_field
    aside = False
    for phase in works:
        steps = [step for step in report.plan if step.phase == phase.id and step.hours]
        if said and not aside and any(step.sets_up for step in steps):
            break  # a project is set up when the work before it is done, but for one of another field
        aside = all(_in_phase(step, phase) in others for step in steps)
        most = len(said) + 1 if aside else _BEGUN
        for step in spread([step for step in steps if step.sets_up or step.firm or gain(step) >= _HEAVY]):
            if len(said) < most and left >= min(step.first_hours, _SHORTEST):
                what = _CHECK if _is_anew(step, report) else f"{step.name} in"
                said.append(_begin(step, phase, what, min(step.first_hours, math.floor(left))))
                left -= step.first_hours
    heavy = {row.id for row in rows.values() if row.weight >= _HEAVY}
    writes = [step for step in report.plan if step.kind == "write" and heavy & {*step.closes, *step.raises}]
    sure = {row.id for row in report.requirements if row.sure}
    asked = [(_asked(title, steps, sure), sum(map(gain, steps))) for title, steps in _by_work(writes)]
    much = [text for text, points in asked if points >= _MUCH]
    mending = [*much, *_on_best_work(report), *(text for text, _ in asked)]
    anew = {one.title for step in report.plan if step.firm for one in step.deliverables[:1]}
    in_question = [one for one in report.portfolio.doubts if one.title not in anew]
    asks = [_ask(one) for one in in_question][:1]
    first = [*said[:1], *asks, *said[1:]] if len(in_question) < len(report.portfolio.doubts) else [*asks, *said]
    work = list(dict.fromkeys([*first, *mending]))[:_FEW]
    told = {step.skill for step in writes}
    wins = [win.text for win in report.quick_wins if win.skill not in told][: max(0, _FEW - 1 - len(work))]
    return list(dict.fromkeys([*work, *wins, *_applying(report)]))


def _applying(report: GapReport) -> Iterator[str]:
    """A title that is open now, two where they stand in a line, and what to put on top of the page: to apply is a deed
    of every week.
    """
    titles = [one.title for one in report.career.titles[:_TITLES]]
    said = [f"Apply as {listed(titles[:few], 'or')}: {report.career.situation.page}." for few in (len(titles), 1)]
    if titles:
        yield next((one for one in said if len(one) <= _ONE_LINE), said[-1])


def _by_work(steps: Sequence[StepPart]) -> Iterator[tuple[str, list[StepPart]]]:
    return ((title, list(of_it)) for title, of_it in groupby(steps, key=_where))


def _on_best_work(report: GapReport) -> Iterator[str]:
    """What readers miss first in the best work of one's own: its result, and where they can look at it."""
    works = [one for one in report.portfolio.entries if one.of_field and not one.practice_set and len(one.stages) > 1]
    if not works:
        return
    plan = "".join(phase.name for phase in report.schedule.phases)
    best = max(works, key=lambda one: (one.title in plan, one.strong, len(one.stages)))
    yield from (win.text for win in report.quick_wins if win.kind == _NO_NUMBER and best.title in win.text)
    if not any(one.link for one in report.portfolio.entries):
        yield f"Put the code of “{short_name(best.title)}” online (no data of others) with a README: print its address."


def worth_checking(report: GapReport) -> list[str]:
    """What an interviewer will ask about a work, as a question to its writer."""
    return list(map(_ask, report.portfolio.doubts))


def _is_open(step: StepPart) -> bool:
    """Whether a step is for what the role asks, and not for what makes a work hold."""
    return not step.firm


def _is_anew(step: StepPart, report: GapReport) -> bool:
    """Whether a step measures a work anew whose method is in question."""
    return step.firm and _where(step) in {one.title for one in report.portfolio.doubts}


def _ask(one: DoubtPart) -> str:
    return f"{_CHECK} “{short_name(one.title)}”: {one.ask}"


def _begin(step: StepPart, phase: PhasePart, what: str, hours: int) -> str:
    """Where to begin with a step, and what of its hours that takes; `what` stands before the name of its work."""
    all_hours = step.set_up_hours if step.sets_up else step.hours
    of = f"{hours} h" if hours >= all_hours else f"first {hours} of {all_hours} h"
    if step.sets_up:
        return f"{shortened(phase.name, _PHASE)} ({of}): {step.first}."
    return f"{what} “{short_name(_in_phase(step, phase))}” ({of}): {step.first}."


def _where(step: StepPart) -> str:
    return step.deliverables[0].title


def _asked(title: str, steps: Sequence[StepPart], sure: Set[str]) -> str:
    """What to say in an entry: of skills that were surely used there what for, of others whether they were."""
    certain = [step for step in steps if not sure.isdisjoint((*step.closes, *step.raises))]
    names = listed([step.name for step in (certain or steps)[:_FEW]], "and" if certain else "or")
    if certain:
        return f"Tell in “{short_name(title)}” of {names} too: what for, and what came of it."
    return f"If you used {names} in “{short_name(title)}”, say there what for, and what came of it."


def own_work_first(report: GapReport) -> str:
    """The work that goes on before anything new is built, with the steps in it; nothing where that takes no week."""
    own = next((phase for phase in report.schedule.phases if phase.hours), None)
    if own is None or own.id != _OWN or own.hours < report.schedule.hours_a_week:
        return ""
    steps = [(at, step) for at, step in numbered(report.plan) if step.phase == own.id and step.hours]
    places = [(_in_phase(step, own), at) for at, step in steps]
    runs = {work: [at for one, at in places if one == work] for work in dict.fromkeys(work for work, _ in places)}
    most = sorted(runs, key=lambda work: -len(runs[work]))[:_WORKS]
    said = [f"“{short_name(work)}” ({_steps(runs[work])})" for work in runs if work in most]
    return f"first {listed(said, 'and')}" if said else ""


def _in_phase(step: StepPart, phase: PhasePart) -> str:
    """The work of a phase in which a step begins."""
    return next((one.title for one in step.deliverables if one.title in phase.name), _where(step))


def _steps(numbers: Sequence[int]) -> str:
    """Steps by their numbers: `step 7`, `steps 1-4`; of some that others interrupt, where they begin."""
    first, last = numbers[0], numbers[-1]
    if len(numbers) == 1:
        return f"step {first}"
    return f"steps {first}-{last}" if last - first == len(numbers) - 1 else f"from step {first}"


def left_open(report: GapReport) -> list[str]:
    """What the plan does not close, by the reason; what the reader has to know most comes last."""
    reasons = {
        "job": f"{LEFT}further work to show, on a job or in projects",
        "time": f"{LEFT}after {report.schedule.by}, the next in line not fitting",
    }
    left = list(_lacking_still(report))
    named = ((said, ", ".join(left_name(one) for one in left if one.why == why)) for why, said in reasons.items())
    return [*not_now(report), *(f"{said}: {names}" for said, names in named if names)]


def waiting(report: GapReport) -> list[LeftOpenPart]:
    """What to leave for later, the most weighty first."""
    return sorted((one for one in _lacking_still(report) if one.reason), key=lambda one: -one.weight)


def not_now(report: GapReport) -> list[str]:
    """The same in one line: the names by the reason."""
    waits = waiting(report)
    by_reason = {why: [one for one in waits if one.reason == why] for why in dict.fromkeys(one.reason for one in waits)}
    groups = sorted(by_reason.items(), key=lambda pair: -sum(one.weight for one in pair[1]))
    said = "; ".join(f"{', '.join(map(left_name, members))} ({why})" for why, members in groups)
    return [f"{NOT_NOW}: {said}"] if said else []


def _lacking_still(report: GapReport) -> Iterator[LeftOpenPart]:
    """What no step closes alone, but for what several bring together."""
    expected = {row.id: Level[row.expected] for row in report.requirements}
    return (one for one in report.schedule.left_open if Level[one.reaches] < expected[one.id])


def left_name(one: LeftOpenPart) -> str:
    """A requirement that the plan leaves open, with the level beyond which or to which it does."""
    if one.reaches == "none":
        return one.name
    return f"{one.name} beyond {one.reaches}" if one.reason else f"{one.name} (to {one.reaches})"


def readiness_explained(report: GapReport) -> str:
    """How the share comes about, in one paragraph."""
    total = sum(row.weight for row in report.requirements)
    reached = sum(map(_reached, report.requirements))
    weights = sorted({row.weight for row in report.requirements}, reverse=True)
    return (
        f"Each requirement counts by its weight ({', '.join(f'{one:g}' for one in weights)}); a level below the one "
        f"expected counts in proportion, so basic where advanced is expected is a third. "
        f"{reached:.1f} of {total:g} points are shown: {percent(report.summary.readiness or 0)}, rounded down."
    )


def readiness_table(report: GapReport) -> Iterator[tuple[str, float, float]]:
    """For each category its name, the points shown and the points there are."""
    for category in dict.fromkeys(row.category for row in report.requirements):
        of_it = [row for row in report.requirements if row.category == category]
        yield category.replace("-", " "), sum(map(_reached, of_it)), sum(row.weight for row in of_it)


def _reached(row: RequirementPart) -> float:
    return row.weight * min(1.0, Level[row.found] / Level[row.expected])


def apply_for(report: GapReport) -> str:
    """For which titles to apply now, and for which after which step, or after the plan where no work is left then."""
    career = report.career
    now = ", ".join(one.title for one in career.titles[: _FEW + 1])
    first = next((f"; {one.first}" for one in career.good_to_know if one.first), "")
    later = career.title_later
    if later is None:
        return f"now: {now}{first}"
    last = max((at for at, step in numbered(report.plan) if step.hours), default=0)
    step = number_of(later.step, report.plan)
    when = career.situation.later or "after the whole plan" if step >= last else f"after step {step}"
    return f"now: {now}; {when}: {later.title}{first}"


def better_role(report: GapReport) -> str | None:
    """Another profile that fits clearly better, and the way there beside the one to the profile chosen."""
    better, plan = report.career.better, report.career.better_plan
    if better is None:
        return None
    fits = f"{better.name} fits you better: {percent(better.readiness)}, {better.open} gaps"
    if plan is None or not plan.hours:
        return f"{fits}."
    way = f"{plan.hours} h to {percent(plan.readiness)}"
    return f"{fits}, {way} (--profile {better.id})."


def beyond_role(report: GapReport) -> str | None:
    """The profile to go on to where the one chosen has nothing left to learn, what that asks besides, and the way."""
    beyond, plan = report.career.beyond, report.career.beyond_plan
    if beyond is None or plan is None or not plan.lacks:
        return None
    begins = f"; its plan begins with {listed(plan.begins_with, 'and')}" if plan.begins_with else ""
    asks = f"{beyond.name} ({percent(beyond.readiness)}) asks besides for {listed(plan.lacks, 'and')}"
    return f"{asks}{begins}: {plan.hours} h to {percent(plan.readiness)} (--profile {beyond.id})"


def nearest_roles(report: GapReport) -> str:
    """The nearest profiles, none of which hardly anything is shown but the one chosen, none where that is so of all:
    readiness now, what each asks still, and readiness after this plan; of one that fits better, what its own plan
    begins with.
    """
    better = report.career.better_plan
    begins = (
        f"; a plan for the first begins with {listed(better.begins_with, 'and')}" if better and better.hours else ""
    )
    near = [one for one in report.career.profiles if one.readiness >= _FITS or one.id == report.profile.id]
    nearest = "; ".join(
        f"{one.name} {percent(one.readiness)} ({percent(one.after)} after this plan), {one.open} gaps"
        + (f", first {' and '.join(one.asks)}" if one.asks else "")
        for one in near
    )
    return nearest + begins if near else ""


def lines_to_write(step: StepPart) -> Iterable[tuple[str, str]]:
    """The lines that report a step, each with its entry."""
    return ((one.title, line) for one in step.deliverables for line in one.lines)


def step_by_time(step: StepPart) -> str:
    """What time does: the level, the month and the job."""
    return f"{step.to_level} in {step.ends:%B %Y} if you go on using it" + (f" in “{step.job}”" if step.job else "")
