"""Steps of a part of the plan → what to mind where they are done at a job, or would bring data of people to others."""

from __future__ import annotations

from collections.abc import Iterable

from gapcheck.plan.model import Step
from gapcheck.plan.paper import Paper
from gapcheck.taxonomy import Taxonomy


def cautions_for(steps: Iterable[Step], paper: Paper, taxonomy: Taxonomy) -> tuple[str, ...]:
    """The cautions: of projects that steps bring to others, and of jobs at which any of them is done."""
    facts = taxonomy.deliverables.entrusted
    works = [(line.spot, taxonomy.is_shared(step.skill)) for step in steps if step.hours for line in step.lines]
    jobs = {paper.is_entrusted(spot) for spot, _ in works if spot.where == "job"}
    shared = any(is_shared and paper.is_entrusted(spot) for spot, is_shared in works if spot.where != "job")
    at_jobs = [facts.closed.caution if is_closed else facts.at_work for is_closed in sorted(jobs, reverse=True)]
    return (*([facts.caution] if shared else []), *at_jobs)
