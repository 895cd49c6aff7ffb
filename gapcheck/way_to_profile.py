"""What a person shows and has, and a profile → the way to it: what is lacking, projects that bring most, the plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from gapcheck.career.titles import Fit
from gapcheck.gap import Gap, Surely, compare, readiness, weighed
from gapcheck.plan import Paper, Plan, plan_for
from gapcheck.portfolio.ideas import IdeaReader, IdeaValue
from gapcheck.skills import SkillEvidence
from gapcheck.taxonomy import Profile, Taxonomy, WorkField
from gapcheck.taxonomy.models.market import Situation

_MOST_IDEAS = 3
_ALIKE = 0.02  # of readiness: a project that brings so little more does not bring more


@dataclass(frozen=True, slots=True)
class Person:
    """What advice goes by, whatever the profile; `works` are given by the skills that each shows, those of practice
    left out in `own_works`, `open_questions` are the numbers of the projects that have data and no model.
    """

    skills: tuple[SkillEvidence, ...]
    surely: Surely
    paper: Paper
    works: tuple[tuple[str, ...], ...]
    own_works: tuple[tuple[str, ...], ...]
    situation: Situation
    field: WorkField | None
    open_questions: frozenset[int] = frozenset()
    has_published: bool = False


class Way(NamedTuple):
    """The way to a profile."""

    gaps: tuple[Gap, ...]
    ideas: tuple[IdeaValue, ...]
    plan: Plan


def beyond_the_plan(profile: str, fits: Sequence[Fit], plan: Plan) -> Fit | None:
    """The nearest profile beside the one chosen that asks for more than is shown, where the `plan` for that one has
    nothing left to learn.
    """
    return next((one for one in fits if one.profile != profile and one.still_open), None) if not plan.hours else None


def way_to(
    profile: Profile,
    person: Person,
    ideas_of: IdeaReader,
    taxonomy: Taxonomy,
    *,
    begins: date,
    hours_a_week: float,
    by: date | None,
) -> Way:
    """What a person lacks for a profile, at most three projects that bring most of it, the one first that carries most
    of the plan, and the plan from the day `begins` on.
    """
    skills, paper, sure, works = person.skills, person.paper, person.surely.there, person.works
    gaps = weighed(compare(profile, skills), skills, sure, profile, taxonomy)
    suits = ideas_of.suits(
        person.own_works,
        person.situation.id,
        profile.id,
        person.field,
        can_go_on=bool(paper.owns),
        has_question=bool(paper.questions),
    )
    unfit = ideas_of.unfit(
        person.own_works, profile, by_work=person.situation.by_work, has_published=person.has_published
    )
    suits = {**suits, **dict.fromkeys(unfit, 0.0)}
    asked = [
        spot
        for spot in paper.owns
        if (paper.is_own_question(spot) or spot.entry in person.open_questions) and not paper.is_entrusted(spot)
    ]
    own_data = {kind: spot.title for spot in reversed(asked) for kind in paper.kinds_of_data(spot)}
    ranked = ideas_of.ranked(gaps, skills, works, person.field, sure, suits=suits, grown=paper.grown, own_data=own_data)

    def plan_from(first: str | None) -> Plan:
        return plan_for(
            gaps,
            paper,
            taxonomy,
            begins=begins,
            hours_a_week=hours_a_week,
            by=by,
            first=first,
            suits=suits,
            begin_with=person.situation.begins,
        )

    first = ranked[0].idea.id if ranked else None
    plan = plan_from(first)
    # What looks best alone may find little to do beside the works that go on: the plan begins with what carries most.
    by_weight = _by_weight(ranked, plan)
    if by_weight and by_weight[0].idea.id in plan.without and by_weight[0].idea.id != first:
        plan = plan_from(by_weight[0].idea.id)
        by_weight = _by_weight(by_weight, plan)
    now = readiness(gaps)
    worth = [one for one in by_weight if one.idea.id in plan.without or one.readiness - now >= _ALIKE]
    return Way(gaps, tuple(worth[:_MOST_IDEAS]), plan)


def _by_weight(ideas: Sequence[IdeaValue], plan: Plan) -> list[IdeaValue]:
    """The ideas, first that which the plan would lack most; of those that it would lack as much, the one that brings
    most alone.
    """
    lack = {one: plan.readiness - without for one, without in plan.without.items()}
    most = max(lack.values(), default=0)
    heavy = [one for one in ideas if lack.get(one.idea.id, 0) > max(0, most - _ALIKE)]
    first = max(heavy, key=lambda one: one.readiness, default=None)
    return sorted(ideas, key=lambda one: (one is not first, -lack.get(one.idea.id, 0)))
