"""What a person shows and has, and a profile → the way to it: what is lacking, projects that bring most, the plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from gapcheck.gap import Gap, Surely, compare, weighed
from gapcheck.plan import Paper, Plan, plan_for
from gapcheck.portfolio.ideas import IdeaReader, IdeaValue
from gapcheck.skills import SkillEvidence
from gapcheck.taxonomy import Profile, Taxonomy, WorkField
from gapcheck.taxonomy.models.market import Situation


@dataclass(frozen=True, slots=True)
class Person:
    """What advice goes by, whatever the profile; `works` are given by the skills that each shows."""

    skills: tuple[SkillEvidence, ...]
    surely: Surely
    paper: Paper
    works: tuple[tuple[str, ...], ...]
    situation: Situation
    field: WorkField | None


class Way(NamedTuple):
    """The way to a profile."""

    gaps: tuple[Gap, ...]
    ideas: tuple[IdeaValue, ...]
    plan: Plan


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
    """What a person lacks for a profile, the projects that bring most of it, and the plan from the day `begins` on."""
    skills, paper, sure, works = person.skills, person.paper, person.surely.there, person.works
    gaps = weighed(compare(profile, skills), skills, sure, profile, taxonomy)
    suits = ideas_of.suits(works, person.situation.id, profile.id, can_go_on=bool(paper.owns))
    ideas = ideas_of.ranked(gaps, skills, works, person.field, sure, suits=suits, grown=paper.grown)
    plan = plan_for(
        gaps,
        paper,
        taxonomy,
        begins=begins,
        hours_a_week=hours_a_week,
        by=by,
        first=ideas[0].idea.id if ideas else None,
        suits=suits,
        begin_with=person.situation.begins,
    )
    return Way(gaps, ideas, plan)
