"""Requirements that a resume meets by the level rule, and that its own words limit → steps that bring what is meant by
them on firm ground: who writes “Python (scripts)” is asked for more in an interview.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

from gapcheck.gap import Gap
from gapcheck.gap.compare import Status
from gapcheck.plan.learning import hours_between
from gapcheck.plan.model import Milestone, Step, StepKind
from gapcheck.plan.paper import Paper
from gapcheck.plan.spine import Spine
from gapcheck.plan.spot import Spot, WrittenLine
from gapcheck.taxonomy import Level, Taxonomy


def limited_gaps(gaps: Sequence[Gap], paper: Paper, taxonomy: Taxonomy) -> dict[str, Gap]:
    """The requirements that are met by a skill which the resume itself limits, and by none that it does not, by that
    skill: those of most weight, no more than a plan takes.
    """

    def is_limited(gap: Gap) -> bool:
        rule = gap.requirement
        meeting = [one for one in rule.any_of if paper.levels.get(one, Level.none) >= rule.expected]
        return all(paper.is_limited(one, rule.expected) for one in meeting)

    met = [gap for gap in gaps if gap.status is Status.met and not gap.settled and is_limited(gap)]
    heaviest = sorted(met, key=lambda gap: -gap.requirement.weight)[: taxonomy.deliverables.limited.most]
    return {gap.carried_by: gap for gap in heaviest if gap.carried_by is not None}


def limited_steps(
    gaps: Mapping[str, Gap],
    paper: Paper,
    spine: Spine,
    taxonomy: Taxonomy,
    *,
    line: Callable[[str, Spot], WrittenLine],
    part: Callable[[Spot], Milestone],
) -> dict[str, Step]:
    """A step on each skill, in a work of one's own that shows it, else where it finds a place."""
    found: dict[str, Step] = {}
    for skill, gap in gaps.items():
        shows = [own for own in spine.owns if paper.is_shown_in(skill, own)]
        spot = next(iter([*shows, *spine.spots_for(skill)]))
        level = paper.levels[skill]
        found[skill] = Step(
            StepKind.deepen,
            skill,
            level,
            level,
            _hours(skill, gap.requirement.expected, paper, taxonomy),
            part(spot),
            (line(skill, spot),),
            entrusted=paper.is_entrusted(spot),
        )
    return found


def _hours(skill: str, expected: Level, paper: Paper, taxonomy: Taxonomy) -> int:
    """The study of the level expected, up to what study can bring; above basic its share that is left."""
    facts, target = taxonomy.deliverables, min(expected, Level.intermediate)
    whole = hours_between(skill, Level(target - 1), target, taxonomy, paper.known)
    share = facts.limited.share if target > Level.basic else 1.0
    return max(facts.line_hours, math.ceil(whole * share))
