"""Skills and a review of works → the same skills, without what works only seem to show: a model that was measured on
its own training data is not evaluated, and a project whose method is in question is no strength.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from gapcheck.portfolio.model import Portfolio, ProjectReview
from gapcheck.skills import SkillEvidence, level_of
from gapcheck.skills.strength import Depth
from gapcheck.taxonomy import Level, Taxonomy

_LEFT_OUT = "a score on the training data is left out"
IN_DOUBT = "only works with an open question of method, on data of tutorials, or courses show it"


def without_void(
    skills: Iterable[SkillEvidence], portfolio: Portfolio, taxonomy: Taxonomy
) -> tuple[SkillEvidence, ...]:
    """The skills; of the one that doubts are about only what other works show, and basic where none does."""
    void = [work for work in (*portfolio.projects, *portfolio.at_work) if any(one.doubt.void for one in work.doubts)]
    about = taxonomy.portfolio.doubts_about
    return tuple(_less(one, void, taxonomy) if void and one.skill == about else one for one in skills)


def _less(one: SkillEvidence, void: list[ProjectReview], taxonomy: Taxonomy) -> SkillEvidence:
    """The skill with the level that is left."""
    showing = [work for work in void if one.skill in work.skills]
    jobs = sum(work.kind.is_work for work in showing)
    left = one.support._replace(
        entries=max(0, one.support.entries - len(showing)),
        jobs=max(0, one.support.jobs - jobs),
        months=0 if jobs else one.support.months,
    )
    level, why = level_of(left, taxonomy.levels)
    if not showing or (left.entries and level >= one.level):
        return one
    why = f"{why}; {_LEFT_OUT}"
    if left.entries == 0:
        level, why = Level.basic, "it was measured on the training data, which shows nothing of a model"
    return replace(one, level=level, why=why, support=left)


def without_doubted(
    skills: Iterable[SkillEvidence], portfolio: Portfolio, taxonomy: Taxonomy
) -> tuple[SkillEvidence, ...]:
    """The skills without what is void, with the strength that is left without the projects in doubt and those on data
    of tutorials: thin, where nothing else shows them, or no more than these do.
    """
    weak = [work for work in portfolio.projects if work.in_doubt or work.unnamed or work.practice_set]
    asked = [work for work in portfolio.projects if work in weak or work.doubts]
    about, left = taxonomy.portfolio.doubts_about, without_void(skills, portfolio, taxonomy)
    return tuple(_weaker(one, asked if one.skill == about else weak) for one in left)


def firm_without(
    skills: Iterable[SkillEvidence], portfolio: Portfolio, taxonomy: Taxonomy
) -> tuple[SkillEvidence, ...]:
    """The skills with the levels that are left without the projects in doubt, basic at least."""
    doubted = [work for work in portfolio.projects if work.in_doubt]
    return tuple(_lower(one, doubted, taxonomy) for one in skills)


def _lower(one: SkillEvidence, doubted: list[ProjectReview], taxonomy: Taxonomy) -> SkillEvidence:
    showing = sum(one.skill in work.skills for work in doubted)
    left = one.support._replace(entries=max(0, one.support.entries - showing))
    return replace(one, level=min(one.level, level_of(left, taxonomy.levels)[0])) if showing else one


def _weaker(one: SkillEvidence, doubted: list[ProjectReview]) -> SkillEvidence:
    showing = sum(one.skill in work.skills for work in doubted)
    left = one.support.entries - showing
    if not showing or left > max(1, showing) or one.support.jobs:
        return one
    beside = f"but for {'one entry' if left == 1 else f'{left} entries'}, " if left > 0 else ""
    return replace(one, strength=replace(one.strength, depth=Depth.thin, why=f"{beside}{IN_DOUBT}"))
