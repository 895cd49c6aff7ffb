"""Gaps → certifications that can be taken now and would meet some of them; others that need experience first; and what
it brings to finish a course or an exam that the resume names as begun or planned.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from gapcheck.gap.compare import Gap, readiness, share_reached
from gapcheck.plan.model import Step
from gapcheck.skills import SkillEvidence, Support, level_of
from gapcheck.taxonomy import Certification, Level, Taxonomy

_MOST, _MOST_LATER = 2, 2
_FIT = {"recommend": 2, "optional": 1}
_BEGINNERS = ("course", "foundational")
_FIRST_STEPS = 6  # months with a subject before an exam above the first steps: judgement
_RANKS = ("course", "foundational", "associate", "specialty", "professional")


@dataclass(frozen=True, slots=True)
class Advice:
    """A certification that can be taken and the skills in the gaps that it shows.

    `closes` are the requirements that it meets by the level rule, `counts` those that it brings nearer.
    `project_closes` are those that one project with the same skills would meet. `months` of work that it asks for are
    lacking. `follows` is a retired one that is held and has this as its successor.
    """

    certification: Certification
    shows: tuple[str, ...]
    closes: tuple[str, ...]
    counts: tuple[str, ...]
    project_closes: tuple[str, ...]
    months: int = 0
    follows: Certification | None = None

    @property
    def is_for_later(self) -> bool:
        """Whether experience comes first."""
        return self.months > 0


@dataclass(frozen=True, slots=True)
class Begun:
    """A certification that the resume names as begun or planned, the requirements that it meets by the level rule once
    it is held, and the readiness (0 to 1) then: one that is given no more meets none.
    """

    certification: Certification
    closes: tuple[str, ...]
    readiness: float


def begun_for(
    gaps: Sequence[Gap], skills: Sequence[SkillEvidence], begun: Iterable[Certification], taxonomy: Taxonomy
) -> tuple[Begun, ...]:
    """Those that are given no more and close nothing, whoever prepares for them; then those that meet a requirement
    once they are held, the one that brings most first.
    """
    adviser, named = _Adviser(gaps, {one.skill: one for one in skills}, taxonomy), list(begun)
    ended = [Begun(one, (), readiness(gaps)) for one in named if _has_ended(one)]
    found = [done for one in named if not _has_ended(one) and (done := adviser.finished(one)).closes]
    return (*ended, *sorted(found, key=lambda one: -one.readiness))


def certifications_for(
    gaps: Sequence[Gap],
    skills: Sequence[SkillEvidence],
    held: Collection[Certification],
    taxonomy: Taxonomy,
    steps: Sequence[Step] = (),
    waiting: Collection[str] = (),
) -> tuple[Advice, ...]:
    """At most two certifications that are active, fit a junior, can be taken with the experience that is there and meet
    a requirement; then at most two for later, that would and whose experience is lacking. What matters most first.

    None that is `held`, nor a smaller one of the same issuer for the same skills; no exam on a product that work does
    not show, and nothing for beginners for who has built something, where a project does as much; and none for what the
    `steps` of the plan close in fewer hours, or for requirements that the plan keeps `waiting`, unless it follows a
    retired one that is held.
    """
    open_gaps = [gap for gap in gaps if gap.is_to_do]
    adviser = _Adviser(open_gaps, {one.skill: one for one in skills}, taxonomy)
    weights = {gap.requirement.id: gap.urgency for gap in open_gaps}
    has_built = any(one.entries for one in skills)
    fitting = (
        one
        for one in taxonomy.certifications
        if one.status == "active" and one.fit in _FIT and one.confidence != "low" and not _is_below(one, held)
    )
    advice = [
        replace(found, follows=next((old for old in held if old.replaced_by == one.id and _has_ended(old)), None))
        for one in fitting
        if adviser.suits(one) and (found := adviser.advice(one)) and not (has_built and _is_beginners(found))
    ]
    advice = [one for one in advice if one.follows or not (_is_dearer(one, steps) or set(one.closes).issubset(waiting))]

    def value(one: Advice) -> tuple[bool, float, str]:
        gain = sum(weights[each] for each in one.closes) + sum(weights[each] for each in one.counts) / 2
        return one.follows is None, -_FIT[one.certification.fit] * gain, one.certification.id

    ranked = sorted(advice, key=value)
    now = [one for one in ranked if not one.is_for_later]
    later = [one for one in ranked if one.is_for_later]
    return (*now[:_MOST], *later[:_MOST_LATER])


def _has_ended(one: Certification) -> bool:
    return one.status == "retired"


def _is_below(one: Certification, held: Collection[Certification]) -> bool:
    """Whether it is held, or says no more than one of the same issuer that is."""
    return any(
        one.id == other.id
        or (
            one.issuer == other.issuer
            and set(one.skills) <= set(other.skills)
            and _RANKS.index(one.level) <= _RANKS.index(other.level)
        )
        for other in held
    )


def _is_beginners(one: Advice) -> bool:
    """Whether it is a course, or a first exam that closes no more than one project with its skills."""
    level = one.certification.level
    return level == "course" or (level in _BEGINNERS and set(one.closes) <= set(one.project_closes))


def _is_dearer(one: Advice, steps: Sequence[Step]) -> bool:
    """Whether steps of the plan close all that it closes in fewer hours."""
    instead = [step for step in steps if not set(one.closes).isdisjoint(step.closes)]
    by_plan = {requirement for step in instead for requirement in step.closes}
    hours = one.certification.hours
    return hours is not None and by_plan.issuperset(one.closes) and sum(step.hours for step in instead) < hours.min


class _Adviser:
    """Tells what certifications do for one resume. The levels that they, or a project, would bring are worked out once
    for each skill that the open requirements ask for.
    """

    def __init__(self, gaps: Sequence[Gap], found: Mapping[str, SkillEvidence], taxonomy: Taxonomy) -> None:
        self._gaps, self._found, self._taxonomy = gaps, found, taxonomy
        self._still_open = {gap.requirement.id for gap in gaps if gap.status.is_open}
        self._asking: dict[str, list[int]] = {}
        for number, gap in enumerate(gaps):
            for skill in gap.requirement.any_of:
                self._asking.setdefault(skill, []).append(number)
        rule, support = (
            taxonomy.levels,
            {one: found[one].support if one in found else Support() for one in self._asking},
        )
        self._taught = {skill: level_of(one, rule)[0] for skill, one in support.items()}
        self._named = {skill: level_of(one._replace(certified=True), rule)[0] for skill, one in support.items()}
        self._built = {
            skill: level_of(one._replace(entries=one.entries + 1), rule)[0] for skill, one in support.items()
        }

    def finished(self, one: Certification) -> Begun:
        """What a certification does once it is held."""
        by_exam = self._by_exam(one)
        after = [(gap.requirement, max(gap.found, by_exam.get(number, 0))) for number, gap in enumerate(self._gaps)]
        closes = (each for each in self._closed(by_exam) if each in self._still_open)
        return Begun(one, tuple(closes), share_reached(after))

    def _by_exam(self, one: Certification) -> Mapping[int, Level]:
        """The best level that it shows for each requirement, by its number."""
        named = _of(self._taxonomy.certified[one.id], self._named)
        return self._reached({**_of(one.skills, self._taught), **named})

    def advice(self, one: Certification) -> Advice | None:
        """What a certification does; None where what it teaches meets no requirement: the name of its issuer may show
        more, and nobody studies for that.
        """
        taught = self._taxonomy.taught[one.id]
        asking = {number for skill in taught for number in self._asking.get(skill, ())}
        by_exam = {number: level for number, level in self._by_exam(one).items() if number in asking}
        closes = self._closed(by_exam)
        if not closes:
            return None
        shows = tuple(skill for skill in one.skills if skill in self._asking)
        counts = tuple(
            gap.requirement.id
            for number, gap in enumerate(self._gaps)
            if gap.found < by_exam.get(number, Level.none) < gap.requirement.expected
        )
        by_project = self._reached(_of(self._taxonomy.meeting(shows), self._built))
        return Advice(one, shows, closes, counts, self._closed(by_project), _lacking(one, self._found))

    def suits(self, one: Certification) -> bool:
        """Whether an exam above the first steps is on something that work shows well, and work shows what it builds on;
        nobody is sent to a product for its certificate, nor to an exam on what they have never done.
        """
        asked = {**one.needs.skills, one.skills[0]: Level.intermediate}
        return one.level in _BEGINNERS or not self._found or all(self._shows(*each) for each in asked.items())

    def _shows(self, skill: str, level: Level) -> bool:
        """Whether work shows a skill at this level."""
        found = self._found.get(skill)
        return found is not None and found.entries > 0 and found.level >= level

    def _reached(self, levels: Mapping[str, Level]) -> Mapping[int, Level]:
        """The best of these levels for each requirement, by its number, that asks for one of the skills."""
        best: dict[int, Level] = {}
        for skill, level in levels.items():
            for number in self._asking[skill]:
                best[number] = max(level, best.get(number, level))
        return best

    def _closed(self, reached: Mapping[int, Level]) -> tuple[str, ...]:
        """The requirements that are met at these levels, in their order."""
        rules = ((self._gaps[number].requirement, reached[number]) for number in sorted(reached))
        return tuple(rule.id for rule, level in rules if level >= rule.expected)


def _of(skills: Iterable[str], levels: Mapping[str, Level]) -> dict[str, Level]:
    """The levels of these skills among all that are asked for."""
    return {skill: levels[skill] for skill in skills if skill in levels}


def _lacking(one: Certification, found: Mapping[str, SkillEvidence]) -> int:
    """The months of work with its subject that it asks for and the resume does not show. An exam above the first steps
    whose subject is not shown at all needs half a year of it first.
    """
    months = max((found[skill].months for skill in one.skills if skill in found), default=0)
    is_new = one.level not in _BEGINNERS and one.skills[0] not in found
    return max(0, one.needs.experience_months - months, _FIRST_STEPS if is_new else 0)
