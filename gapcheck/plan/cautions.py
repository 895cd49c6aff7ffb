"""Steps of a part of the plan → what to mind where they would bring data of other people to others."""

from __future__ import annotations

from collections.abc import Iterable

from gapcheck.plan.model import Step
from gapcheck.plan.paper import Paper
from gapcheck.taxonomy import Taxonomy


def cautions_for(steps: Iterable[Step], paper: Paper, taxonomy: Taxonomy) -> tuple[str, ...]:
    """The cautions, of projects and of jobs; none where no step brings such a work anywhere."""
    facts = taxonomy.deliverables.entrusted
    shared = [line.spot for step in steps if step.hours for line in step.lines if taxonomy.is_shared(step.skill)]
    found = [facts.caution] if any(map(paper.is_entrusted, shared)) else []
    return (*found, *([facts.at_work] if any(spot.where == "job" for spot in shared) else []))
