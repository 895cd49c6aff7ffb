"""Skills and a review of works → the same skills, without what works only seem to show: a model that was measured on
its own training data is not evaluated.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from gapcheck.portfolio.model import Portfolio, ProjectReview
from gapcheck.skills import SkillEvidence, level_of
from gapcheck.taxonomy import Level, Taxonomy

_LEFT_OUT = "a score on the training data is left out"


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
