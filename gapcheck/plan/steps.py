"""Gaps and what the resume shows → steps: what to write, to show, to learn or to wait for, each with the lines that
will report it and the level that they give.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from types import MappingProxyType

from gapcheck.gap import Gap
from gapcheck.plan.draft import claimed
from gapcheck.plan.firm import deeds_for, with_deeds
from gapcheck.plan.learning import cheapest_way, hours_between, months_after, within_reach
from gapcheck.plan.limited import limited_gaps, limited_steps
from gapcheck.plan.model import Milestone, Step, StepKind
from gapcheck.plan.not_now import NotNow, not_now, planned_now
from gapcheck.plan.order import StepOrder, begun_with, named_by_works, parts_in_order, thin_projects, useful
from gapcheck.plan.paper import Paper
from gapcheck.plan.setting_up import with_building
from gapcheck.plan.spine import Spine
from gapcheck.plan.spot import Spot, WrittenLine
from gapcheck.skills import ways_to
from gapcheck.taxonomy import PHRASED, How, Level, Taxonomy

_MOST_RESOURCES = 3  # of a step; more is no help
_WRITE, _TIME = Milestone("write", "Write down what is there"), Milestone("time", "What time on the job brings")
_TESTED, _TESTED_FIRST = Milestone("tested", "What posts in reach test first"), 2


def steps_for(
    gaps: Sequence[Gap],
    paper: Paper,
    taxonomy: Taxonomy,
    as_of: date,
    first: str | None = None,
    suits: Mapping[str, float] = MappingProxyType({}),
    begins: Sequence[str] = (),
    waits: NotNow | None = None,
) -> tuple[Step, ...]:
    """Steps towards the open requirements, none with a target that its lines do not reach, none for what waits. `first`
    is the new project to begin with, `suits` how well each suits the person, `begins` what comes first in each.
    """
    waits = not_now(gaps, paper, taxonomy) if waits is None else waits
    open_now = planned_now(gaps, waits, paper, taxonomy)
    still_open = [within_reach(gap, paper.afar, paper.own_networks) for gap in open_now]
    limited = limited_gaps(gaps, paper, taxonomy)
    planner = _Planner(still_open, paper, taxonomy, as_of, first, suits, begins, waits.beyond, limited)
    without = frozenset[str]()
    while True:
        steps = planner.steps(without)
        thin = thin_projects(steps, taxonomy) - without
        if not thin:
            return steps
        without |= thin


class _Planner:
    """Makes the steps for one resume."""

    def __init__(
        self,
        gaps: Sequence[Gap],
        paper: Paper,
        taxonomy: Taxonomy,
        as_of: date,
        first: str | None,
        suits: Mapping[str, float],
        begins: Sequence[str],
        beyond: Mapping[str, Level],
        limited: Mapping[str, Gap],
    ) -> None:
        self._limited = limited
        self._beyond, self._begins, self._begun = beyond, begins, begun_with(gaps, taxonomy)
        self._gaps, self._paper, self._taxonomy, self._as_of = gaps, paper, taxonomy, as_of
        self._first = taxonomy.idea(first)
        self._weights: defaultdict[str, float] = defaultdict(float)
        self._targets = self._wanted()
        to_show = {skill: self._weights[skill] for skill, wait in self._waits.items() if wait is None}
        self._every_project = Spine(paper, to_show, self._twice(), first, taxonomy, suits)

    def steps(self, without: frozenset[str] = frozenset()) -> tuple[Step, ...]:
        """The steps in order, with what each closes; `without` are new projects that are left out."""
        self._spine = self._every_project.without(without)
        self._lines: dict[tuple[Spot, str], WrittenLine] = {}
        self._opened: set[Spot] = set()
        self._own_lines: Counter[Spot] = Counter()
        made: dict[str, Step] = {}

        # The room in one's own work goes to what one can already. Months alone never cause a project: what only lacks
        # them comes last, and rides on what is built anyway.
        def rank(skill: str) -> tuple[bool, bool, float, str]:
            learned = self._kinds[skill] is StepKind.learn
            return self._lacks_only_months(skill), learned, -self._weights[skill], skill

        for skill in sorted(self._targets, key=rank):
            if step := self._step(skill, self._targets[skill]):
                made[skill] = step
        limited = {skill: gap for skill, gap in self._limited.items() if skill not in made}
        made.update(self._deepened(limited))
        deeds = deeds_for(self._paper, self._spine.owns, made, self._taxonomy)
        made = with_deeds(made, deeds, self._paper, self._taxonomy)
        # Where a work gives room for a skill, what it needs is there: nothing has to be learned first.
        free = frozenset(skill for skill, step in made.items() if step.room)
        order = StepOrder(self._weights, self._taken_for_granted, self._paper, self._taxonomy, self._begins, free)
        steps = useful(claimed(self._gaps, self._paper, order.ordered(made, self._parts(made))), self._taxonomy)
        ordered = named_by_works(steps, [*(deed.spot for deed in deeds), *self._spine.owns])
        return tuple(with_building(ordered, self._taxonomy))

    def _deepened(self, limited: Mapping[str, Gap]) -> dict[str, Step]:
        """Steps on what is met, and is limited by the resume's own words."""
        for skill, gap in limited.items():
            self._weights[skill] = gap.requirement.weight * self._taxonomy.deliverables.limited.share
        return limited_steps(limited, self._paper, self._spine, self._taxonomy, line=self._line, part=self._milestone)

    # ------------------------------------------------------------------------------------------------- what is wanted

    def _wanted(self) -> dict[str, Level]:
        """The level that each skill shall have: of the requirements, and basic for what new skills build on."""
        targets: dict[str, Level] = {}
        able = {skill: level for skill, level in self._paper.known.items() if not self._is_only_taught(skill)}
        for gap in sorted(self._gaps, key=lambda gap: len(gap.requirement.any_of) > 1):
            rule = gap.requirement
            certain = gap.sure.skill if gap.sure else None
            skill = self._named_by_first(gap) or certain or cheapest_way(gap, able, self._taxonomy, targets)
            targets[skill] = max(self._beyond.get(rule.id, rule.expected), targets.get(skill, Level.none))
            self._weights[skill] += gap.urgency
        for skill in list(targets):
            self._add_before(skill, targets)
        return targets

    def _is_only_taught(self, skill: str) -> bool:
        """Whether a course or a certificate alone brings a skill up, or for networks what a course handed out: nobody
        has chosen it by that.
        """
        if skill in self._taxonomy.deliverables.networks and self._paper.is_only_practised(skill):
            return True
        one = self._paper.found.get(skill)
        taught = one is not None and not one.entries and one.how in (How.studied, How.certified)
        return taught and not any(line.kind is How.listed for line in self._paper.found[skill].evidence)

    def _named_by_first(self, gap: Gap) -> str | None:
        """The skill by which the project to begin with closes a gap that nothing shows."""
        if gap.carried_by is not None or self._first is None or any(map(self._can, gap.requirement.any_of)):
            return None
        return next((skill for skill in gap.requirement.any_of if skill in self._first.skills), None)

    def _can(self, skill: str) -> bool:
        """Whether the resume or the person says so."""
        return skill in self._paper.levels or skill in self._paper.unwritten

    def _add_before(self, skill: str, targets: dict[str, Level]) -> None:
        """Adds what a new skill builds on; of mathematics nothing that the role does not ask for by name."""
        if self._can(skill):
            return
        for before in self._taxonomy.skills[skill].prerequisites:
            if self._can(before) or before in self._taken_for_granted or before in self._paper.sure:
                continue
            if (
                before not in targets
                and self._taxonomy.skills[before].category not in self._taxonomy.gaps.settled.categories
            ):
                targets[before] = Level.basic
                self._add_before(before, targets)

    @cached_property
    def _taken_for_granted(self) -> frozenset[str]:
        """What skills that are used build on, through any number of steps: who trained a network knows its algebra."""
        used = (skill for skill, one in self._paper.found.items() if one.entries)
        return frozenset[str]().union(*(self._taxonomy.before[skill] for skill in used))

    def _twice(self) -> frozenset[str]:
        """The skills that more than one entry has to show."""
        return frozenset(skill for skill, target in self._targets.items() if target > Level.basic)

    def _lacks_only_months(self, skill: str) -> bool:
        """Whether months of work alone made it intermediate: nothing is to be learned or proved by a project."""
        one, middle = self._paper.found.get(skill), self._taxonomy.levels.intermediate
        return one is not None and one.level is Level.intermediate and one.months >= middle.months and one.entries < 2

    @cached_property
    def _waits(self) -> Mapping[str, int | None]:
        return {skill: self._wait(skill, target) for skill, target in self._targets.items()}

    def _wait(self, skill: str, target: Level) -> int | None:
        """The months on an ongoing job that make the level, where a plan waits for as many."""
        support = self._paper.support_with(skill, ())
        for way in ways_to(target, support, self._taxonomy.levels) if skill in self._paper.levels else ():
            if way.months and (wait := self._paper.months_to(skill, support.months + way.months)) is not None:
                return wait if 0 < wait <= self._taxonomy.deliverables.most_months else None
        return None

    # -------------------------------------------------------------------------------------------------- one step each

    def _step(self, skill: str, expected: Level) -> Step | None:
        paper = self._paper
        start = paper.levels.get(skill, Level.none)
        wait = self._waits[skill]
        if wait is not None:
            job = paper.ongoing_job(skill)
            until = months_after(self._as_of, wait)
            return Step(
                StepKind.time, skill, start, expected, 0, _TIME, (), until=until, job=job.title if job else None
            )
        kind = self._kinds[skill]
        unnamed = kind is StepKind.write and start is Level.none
        # A line about what no work shows yet is no ground for more than the middle of the scale.
        shown = skill in paper.found and paper.found[skill].entries > 0
        most = expected if shown or kind is not StepKind.write else min(expected, Level.intermediate)
        target, spots = self._reached(skill, most, start, kind)
        if not spots:
            return None
        done = self._spots_to_write(skill) if kind is StepKind.write else []
        new = [spot for spot in spots if (spot, skill) not in self._lines and spot not in done]
        spots = sorted(spots, key=done.__contains__)  # what is to be done stands before what was
        lines = tuple(self._line(skill, spot, asked=done.index(spot) if spot in done else None) for spot in spots)
        if any(spot not in done for spot in spots) and kind is StepKind.write:
            kind = StepKind.show
        self._own_lines.update(spot for spot in new if spot in self._spine.owns)
        self._opened.update(spot for spot in spots if spot.entry is None)
        known = max(start, Level.basic if unnamed else start, self._paper.assessed.get(skill, start))
        hours = self._hours(skill, kind, known, target, len(new))
        # What carries the work, what a first model is made of, and what interviews test, is begun with the first work.
        learned, carries = kind is StepKind.learn, self._taxonomy.deliverables.ground
        ground = skill in carries or skill in self._begins or (learned and skill in self._begun | self._spine.cores)
        milestone = _WRITE if kind is StepKind.write else self._milestone(spots[0] if ground else self._last(spots))
        if skill in self._begins[:_TESTED_FIRST] and milestone.id == "studies":  # beside the work that goes on
            milestone = self._milestone(self._spine.owns[0]) if self._spine.owns else _TESTED
        resources = self._taxonomy.resources_between(skill, known, target)[:_MOST_RESOURCES] if learned else ()
        room = paper.room_for(skill, spots[0]) if kind is not StepKind.write else None
        entrusted = paper.is_entrusted(spots[0])
        return Step(
            kind, skill, start, target, hours, milestone, lines, resources=resources, entrusted=entrusted, room=room
        )

    @cached_property
    def _kinds(self) -> Mapping[str, StepKind]:
        return {skill: self._kind(skill) for skill in self._targets}

    def _kind(self, skill: str) -> StepKind:
        one, assessed = self._paper.found.get(skill), self._paper.assessed.get(skill)
        if assessed is not None and assessed < self._targets[skill]:
            return StepKind.learn
        if one is None:
            if self._spots_to_write(skill):
                return StepKind.write
            known = self._is_known(skill) or self._is_phrased(skill)
            return StepKind.show if known else StepKind.learn
        if assessed is None and self._paper.is_beginner(skill):
            return StepKind.learn
        if assessed is None and self._paper.limit_of(skill):
            return StepKind.show  # more than a sentence is lacking
        is_named = one.how is How.listed or (one.how is How.implied and one.entries == 0)
        if (is_named and self._spots_to_write(skill)) or self._paper.surely_used_in(skill):
            return StepKind.write
        return StepKind.show

    def _is_known(self, skill: str) -> bool:
        """Whether a skill that no line shows is there by the person's word or by the use of something else."""
        return skill in self._paper.unwritten or skill in self._paper.sure

    def _spots_to_write(self, skill: str) -> list[Spot]:
        """The entries of the resume in which the person used a skill: those that surely did, else the one nearest to a
        skill that is named there or there by their own word, or that any long work asks for. Without such ground nobody
        is asked to write anything.
        """
        facts = self._taxonomy.deliverables
        if surely := self._paper.surely_used_in(skill):
            return list(surely[: 1 + len(facts.again)])
        everyday = self._paper.long_work if skill in facts.everyday.skills else None
        if skill not in self._paper.levels and not self._is_known(skill) and everyday is None:
            return []
        near = self._paper.used_in(skill) or everyday
        return [near] if near is not None and not self._paper.is_shown_in(skill, near) else []

    def _reached(self, skill: str, expected: Level, start: Level, kind: StepKind) -> tuple[Level, list[Spot]]:
        """The highest level up to the one expected that lines in so few entries as can be give, and these entries."""
        spots, job = self._spots(skill, kind), self._paper.job
        if job is not None and (self._is_new_to_work(skill) or not self._spine.is_for_job(skill, job)):
            job = None
        for target in range(expected, start, -1):
            for chosen in self._choices(spots, job if target is Level.advanced else None, kind):
                if self._paper.level_with(skill, chosen) >= target:
                    return Level(target), chosen
        return start, []

    def _choices(self, spots: Sequence[Spot], job: Spot | None, kind: StepKind) -> Iterator[list[Spot]]:
        """Entries to write into, the fewest first; with the `job` among them where the level may need one. What is new
        is shown by projects before it is used on the job.
        """
        for count in range(1, len(spots) + 2):
            yield list(spots[:count])
            if job is not None and job not in spots and (count > 2 or kind is not StepKind.learn):
                yield [*spots[: count - 1], job]

    def _spots(self, skill: str, kind: StepKind) -> list[Spot]:
        """The entries for a skill, in the order in which they are filled."""
        first = self._spots_to_write(skill) if kind is StepKind.write else []
        others = self._spine.spots_for(skill)
        if self._is_phrased(skill):  # nobody knows from here who else was there: it is shown by what is built
            others = [spot for spot in others if spot.entry is None and spot != self._spine.studies]
        # Nobody does at work again what other work holds; and the years of a job that a skill is new to are none
        # of it.
        if kind is StepKind.write or self._is_known(skill) or self._is_new_to_work(skill):
            others = [spot for spot in others if spot.where != "job"]
        # What is there, if little, grows on work that is known.
        if kind is StepKind.learn and not self._paper.limit_of(skill) and not self._is_learned_at_work(skill):
            others = [spot for spot in others if spot.where != "job" or self._paper.room_for(skill, spot)]
        if skill not in self._taxonomy.deliverables.own_first:
            most = self._taxonomy.deliverables.most_lines_own
            others = [spot for spot in others if self._own_lines[spot] < most]
        if self._lacks_only_months(skill):
            others = [spot for spot in others if spot in self._opened]
        spots = [spot for spot in dict.fromkeys([*first, *others]) if not self._paper.is_shown_in(skill, spot)]
        alike = {spot.nouns: spot for spot in reversed(spots)}  # two of one kind would get the same line
        return [spot for spot in spots if spot in first or alike[spot.nouns] == spot]

    def _is_new_to_work(self, skill: str) -> bool:
        """Whether a skill that is expected at advanced is little shown, and in no job."""
        one = self._paper.found.get(skill)
        little = one is None or (one.level < Level.intermediate and not one.support.jobs)
        return self._targets[skill] is Level.advanced and little

    def _is_learned_at_work(self, skill: str) -> bool:
        """Whether a post gives room for what is new: a model on its data, or more of what its employer runs."""
        facts = self._taxonomy.deliverables
        return skill in facts.anywhere_too or self._taxonomy.skills[skill].category in facts.of_employers

    def _line(self, skill: str, spot: Spot, *, asked: int | None = None) -> WrittenLine:
        """The line on a skill in an entry: what will be done there, or with places to fill in, what was done, for the
        entry of the number `asked` among those where it was.
        """
        key = (spot, skill)
        if key not in self._lines:
            line_for = self._taxonomy.line_for
            shown = self._paper.is_entrusted(spot) and self._taxonomy.is_shared(skill)
            nouns = f"{spot.nouns}-shown" if shown else spot.nouns
            text = line_for(skill, nouns) if asked is None else self._taxonomy.asked_for(skill, asked)
            if asked is None and (room := self._paper.room_for(skill, spot)):
                text = room.lines.get(skill, text)
            self._lines[key] = WrittenLine(spot, skill, text)
        return self._lines[key]

    def _hours(self, skill: str, kind: StepKind, start: Level, target: Level, lines: int) -> int:
        if kind is StepKind.write or self._lacks_only_months(skill):
            return 0
        facts = self._taxonomy.deliverables
        least = facts.heavy.hours if skill in facts.heavy.skills else 0
        if kind is StepKind.learn:
            return max(least, hours_between(skill, start, target, self._taxonomy, self._known_before(skill)))
        if skill in self._begins[:_TESTED_FIRST] and self._paper.is_only_named(skill):  # and will be tested
            return max(least, hours_between(skill, start, target, self._taxonomy, self._known_before(skill)))
        return max(least, lines * facts.line_hours)

    def _known_before(self, skill: str) -> Mapping[str, Level]:
        """The levels of what the person knows, and of what the plan brings before this skill."""
        before = {one: self._targets[one] for one in self._taxonomy.before[skill] if one in self._targets}
        known = self._paper.known
        return {**known, **{one: max(level, known.get(one, Level.none)) for one, level in before.items()}}

    # ------------------------------------------------------------------------------------------------------ the order

    def _milestone(self, spot: Spot) -> Milestone:
        if spot.entry is not None:
            part = "own" if spot in self._spine.owns else spot.nouns
            return Milestone(part, f"Go on with “{spot.title}”")
        return Milestone(spot.nouns, spot.title if spot.nouns == "studies" else f"Build: {spot.title}")

    def _parts(self, made: Mapping[str, Step]) -> Mapping[str, Milestone]:
        new = [*(spot.nouns for spot in self._spine.new), "studies"]
        return parts_in_order(made, new, self._weights, self._taxonomy)

    def _last(self, spots: Iterable[Spot]) -> Spot:
        """The entry that is written last: a job among new projects is written into when they are done."""
        order = [*self._spine.owns, *self._spine.new, self._spine.studies]
        known = [spot for spot in spots if spot in order]
        return max(known, key=order.index) if known else next(iter(spots))

    def _is_phrased(self, skill: str) -> bool:
        return self._taxonomy.skills[skill].category == PHRASED
