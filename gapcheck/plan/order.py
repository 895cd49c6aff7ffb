"""Steps → the order in which to take them: in each part first what one can, then what brings most."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from gapcheck.gap import Gap, areas_of
from gapcheck.plan.model import Milestone, Step, StepKind
from gapcheck.plan.paper import Paper
from gapcheck.plan.spot import Spot
from gapcheck.taxonomy import PHRASED, Level, Taxonomy


class StepOrder:
    """Orders the steps of one plan. `weights` is how much each skill matters, `granted` what skills that are used build
    on: nothing waits for it; `begins` come first in their part, in this order, and what is `free` waits for nothing.
    """

    def __init__(
        self,
        weights: Mapping[str, float],
        granted: Collection[str],
        paper: Paper,
        taxonomy: Taxonomy,
        begins: Sequence[str] = (),
        free: Collection[str] = (),
    ) -> None:
        self._free = free
        self._weights, self._granted, self._paper, self._taxonomy = weights, granted, paper, taxonomy
        self._basics: Sequence[str] = ()  # in which somebody is a beginner, and learns more in the plan
        self._begins = {skill: place for place, skill in enumerate(begins)}
        self._waiting: dict[str, list[str]] = {}

    def ordered(self, made: Mapping[str, Step], parts: Mapping[str, Milestone]) -> list[Step]:
        """The steps by skill in order; `parts` are all milestones by id, in theirs."""
        names, basics = list(parts), self._taxonomy.deliverables.basics
        learned = (skill for skill in basics.intersection(made) if made[skill].kind is StepKind.learn)
        self._basics = [skill for skill in learned if skill in self._paper.levels]
        self._waiting = {}
        number = {skill: names.index(step.milestone.id) for skill, step in made.items()}

        def moved(skill: str) -> int:
            """What is new waits for what it builds on."""
            return max([number[skill], *(moved(one) for one in self._waits_for(skill) if one in made)])

        place = {skill: moved(skill) for skill in made}
        late = self._late(made)
        place.update({skill: self._late_place(skill, made, place) for skill in late})
        technical = {place[skill] for skill, step in made.items() if not self._is_aside(step)}
        if technical and 0 not in technical:  # words about oneself are not the first thing to do, nor the second
            place = {skill: at or max(technical) for skill, at in place.items()}
        placed = {skill: replace(step, milestone=parts[names[place[skill]]]) for skill, step in made.items()}
        found: dict[str, Step] = {}

        def put(skill: str) -> None:
            """A step after what it builds on in the same part."""
            for before in (*self._waits_for(skill), *self._taxonomy.deliverables.behind.get(skill, ())):
                if before in made.keys() - found.keys() and place[before] == place[skill]:
                    put(before)
            found.setdefault(skill, placed[skill])

        for skill in sorted(made, key=lambda one: (place[one], one in late, *self._rank(placed[one]))):
            if skill not in found:
                put(skill)
        return list(found.values())

    def _late(self, made: Mapping[str, Step]) -> list[str]:
        """What is not begun with: what only interviews ask for, and studies of weeks that go on beside the work; not
        what anything else waits for.
        """
        facts, needed = self._taxonomy.deliverables, {before for skill in made for before in self._waits_for(skill)}
        learned = [skill for skill, step in made.items() if step.kind is StepKind.learn]
        waiting = (skill for skill in learned if not made[skill].firm and self._can_wait(made[skill]))
        long = (skill for skill in waiting if self._is_long(made[skill]))
        return [
            skill for skill in dict.fromkeys((*long, *facts.practised.intersection(learned))) if skill not in needed
        ]

    def _is_long(self, step: Step) -> bool:
        """Whether it is a study of weeks: what makes a work ready to be shown does not wait for it."""
        facts = self._taxonomy.deliverables
        is_late = self._taxonomy.skills[step.skill].category in facts.late.categories and step.hours >= facts.late.hours
        return step.kind is StepKind.learn and (step.hours >= facts.long_hours or is_late)

    def _can_wait(self, step: Step) -> bool:
        """Whether a long study goes on beside the work, or behind what the first gaps ask for: not what brings a work
        further that runs already, which is done before another one is begun.
        """
        facts = self._taxonomy.deliverables
        is_late = self._taxonomy.skills[step.skill].category in facts.late.categories
        runs = any(not facts.running.isdisjoint(self._paper.skills_of(line.spot)) for line in step.lines[:1])
        return _is_beside(step.skill, self._taxonomy) or (is_late and not runs)

    def _late_place(self, skill: str, made: Mapping[str, Step], place: Mapping[str, int]) -> int:
        """The part of the last work on anything else for what is only practised, of what matters as much for others."""
        least = 0 if skill in self._taxonomy.deliverables.practised else self._weights[skill]
        others = (one for one, step in made.items() if step.hours and self._weights[one] >= least)
        return max([place[skill], *(place[one] for one in others)])

    def _waits_for(self, skill: str) -> list[str]:
        """What has to be learned before a skill."""
        if skill not in self._waiting:
            self._waiting[skill] = self._found_before(skill)
        return self._waiting[skill]

    def _found_before(self, skill: str) -> list[str]:
        """The same, looked up: nothing, where the skill is there itself; basics before what is started."""
        facts = self._taxonomy.deliverables
        if skill in self._paper.levels or skill in self._paper.sure or skill in self._free:
            return []
        basics = self._basics if skill in facts.started else ()
        ground = facts.ground if skill in facts.on_ground else ()
        before = {*ground, *(one for one in self._taxonomy.skills[skill].prerequisites if one not in self._granted)}
        new = (one for one in before if one not in self._paper.levels and not _is_beside(one, self._taxonomy))
        return sorted({*new, *basics})

    def _rank(self, step: Step) -> tuple[bool, bool, int, int, bool, bool, float, int, str]:
        """Where a step stands in its part: first what is measured anew, what the posts in reach test before all else,
        what makes the work hold, what the work gives room for, what else these posts test, what one can already before
        what is new, a study of weeks last, each by worth; among equals what carries other work first.
        """
        order = self._taxonomy.deliverables.order
        carries = order.index(step.skill) if step.skill in order else len(order)
        learned, long = step.kind is StepKind.learn, self._is_long(step)
        anew = bool(step.room and step.room.doubt)
        return (
            not anew,
            self._is_aside(step),
            self._turn(step, long=long),
            step.firm,
            learned,
            long,
            -self._worth(step),
            carries,
            step.skill,
        )

    def _turn(self, step: Step, *, long: bool) -> int:
        """When a step has its turn by what it is for, 0 for the first."""
        tested = self._begins.get(step.skill)
        if tested == 0:
            return 0
        if step.firm:
            return 1
        if step.room is not None and not long:
            return 2
        return 3 + (len(self._begins) if tested is None else tested)

    def _worth(self, step: Step) -> float:
        """The urgency that a step meets for each hour, more where it builds on what the person has, or helps it."""
        known = len(self._taxonomy.neighbours[step.skill] & self._paper.levels.keys())
        return self._weights[step.skill] * (1 + known) / (step.hours + self._taxonomy.deliverables.quick_hours)

    def _is_aside(self, step: Step) -> bool:
        """Whether it is only words: on soft skills, or on what the resume does not name. Not the first thing to do."""
        phrased = self._taxonomy.skills[step.skill].category == PHRASED
        return phrased or (step.kind is StepKind.write and step.start is Level.none)


def _is_beside(skill: str, taxonomy: Taxonomy) -> bool:
    """Whether it is learned beside the work, and nothing waits for it."""
    return not taxonomy.deliverables.beside.isdisjoint((skill, taxonomy.skills[skill].category))


def begun_with(gaps: Sequence[Gap], taxonomy: Taxonomy) -> frozenset[str]:
    """What is begun in the first work that takes it: a first model, and what the areas ask for that matter most, with
    what that waits for.
    """
    facts = taxonomy.deliverables
    first = areas_of(gaps, taxonomy)[: facts.first_areas]
    pressing = {skill for area in first for gap in area.gaps for skill in gap.requirement.any_of}
    before = frozenset[str]().union(*(taxonomy.before[skill] for skill in pressing))
    return facts.begun.union(pressing, (skill for skill in before if not _is_beside(skill, taxonomy)))


def _without_idle_parts(steps: Sequence[Step]) -> list[Step]:
    """The steps; those of a part without any work, behind another part, belong to that."""
    hours = Counter[str]()
    for step in steps:
        hours[step.milestone.id] += step.hours
    found: list[Step] = []
    for step in steps:
        is_idle = found and not hours[step.milestone.id] and hours[found[-1].milestone.id] and step.until is None
        found.append(replace(step, milestone=found[-1].milestone) if is_idle else step)
    return found


def named_by_works(steps: Sequence[Step], owns: Collection[Spot]) -> list[Step]:
    """The steps with the part in which work of one's own goes on named by the works in which they begin, in their
    order: a line that a step of another part writes there beside its own is none of it.
    """
    steps = _without_idle_parts(steps)
    going_on = [step for step in steps if step.milestone.id == "own"]
    begins = (next((line.spot for line in step.lines if line.spot in owns), None) for step in going_on)
    if not (works := [f"“{spot.title}”" for spot in dict.fromkeys(begins) if spot is not None]):
        return list(steps)
    part = Milestone("own", f"Go on with {' and '.join(works)}")
    return [replace(step, milestone=part) if step.milestone.id == "own" else step for step in steps]


def parts_in_order(
    made: Mapping[str, Step], new: Sequence[str], weights: Mapping[str, float], taxonomy: Taxonomy
) -> Mapping[str, Milestone]:
    """The milestones in their order, `new` those of new projects and studies: behind the first new project what matters
    most, and in front of it the work that goes on, but where that gives room for side tools alone and the project for
    more than they weigh.
    """
    first, *later = new
    by_part = weights_of_parts(made, weights, taxonomy)
    later.sort(key=lambda one: -round(by_part.get(one, 0), 6))
    own = [step for step in made.values() if step.milestone.id == "own"]
    waits = is_aside(own, taxonomy) and by_part.get("own", 0) < by_part.get(first, 0)
    names = ["write", "job", "tested", *([first, "own"] if waits else ["own", first]), *later, "time"]
    found = {step.milestone.id: step.milestone for step in made.values()}
    return {name: found[name] for name in names if name in found}


def weights_of_parts(made: Mapping[str, Step], weights: Mapping[str, float], taxonomy: Taxonomy) -> Mapping[str, float]:
    """How much the steps of each part matter, by its id, those also that wait for one of them."""
    found = defaultdict[str, float](float)
    for skill, step in made.items():
        before = (made[one].milestone.id for one in taxonomy.skills[skill].prerequisites if one in made)
        for part in {step.milestone.id, *before}:
            found[part] += weights[skill]
    return found


def is_aside(steps: Sequence[Step], taxonomy: Taxonomy) -> bool:
    """Whether steps are on what an employer runs alone, and none makes a work hold."""
    theirs = taxonomy.deliverables.of_employers
    return all(taxonomy.skills[step.skill].category in theirs and not step.firm and not step.room for step in steps)


def is_subject(skill: str, taxonomy: Taxonomy) -> bool:
    """Whether a project can be built for it: for no words, for no mere tool, for nothing learned beside the work."""
    facts = taxonomy.deliverables
    is_minor = skill in facts.tool_hours.skills or skill in facts.practised or _is_beside(skill, taxonomy)
    return taxonomy.skills[skill].category != PHRASED and not is_minor


def thin_projects(steps: Sequence[Step], taxonomy: Taxonomy) -> frozenset[str]:
    """New projects that would be built for one subject, or beside works that go on for less work than to set them up
    takes. What such a work shows first, and is known, is none of theirs.
    """
    facts = taxonomy.deliverables

    def is_its_own(step: Step) -> bool:
        stands = any(line.spot.entry is not None for line in step.lines)
        return is_subject(step.skill, taxonomy) and (step.kind is StepKind.learn or not stands)

    own = [step for step in steps if is_its_own(step)]
    subjects, hours = Counter(step.milestone.id for step in own), Counter[str]()
    for step in own:
        hours[step.milestone.id] += step.hours - step.set_up_hours
    least = facts.project_hours if any(step.milestone.id == "own" for step in steps) else 0
    new = {line.spot.nouns for step in steps for line in step.lines if line.spot.is_new_project}
    return frozenset(one for one in new if subjects[one] < facts.least_subjects or hours[one] < least)


def useful(steps: list[Step], taxonomy: Taxonomy) -> list[Step]:
    """Without the steps that close and raise nothing, bring nothing on firm ground, and that no new skill builds on."""
    new = {step.skill for step in steps if step.start is Level.none}
    needed = {before for skill in new for before in taxonomy.skills[skill].prerequisites} & new

    def is_useful(step: Step) -> bool:
        moves = step.closes or step.raises
        return bool(moves) or bool(step.firm) or step.kind is StepKind.deepen or step.skill in needed

    kept = [step for step in steps if is_useful(step)]
    return kept if len(kept) == len(steps) else useful(kept, taxonomy)
