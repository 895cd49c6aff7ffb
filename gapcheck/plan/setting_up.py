"""Steps in their order → the same with the hours that it takes to set up a new project."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from gapcheck.plan.model import Step
from gapcheck.plan.spot import Spot
from gapcheck.taxonomy import Taxonomy


def with_building(steps: Sequence[Step], taxonomy: Taxonomy) -> Iterator[Step]:
    """To set up a new project takes hours of its own: they belong to the first step of its part that works on it, or
    else to the first that does.
    """
    works = [step for step in steps if step.hours]
    first: dict[Spot, Step] = {}
    for step in sorted(works, key=lambda one: one.milestone.id not in {line.spot.nouns for line in one.lines}):
        for spot in {line.spot for line in step.lines if line.spot.is_new_project}:
            if spot not in first or (step.milestone.id == spot.nouns and first[spot].milestone.id != spot.nouns):
                first[spot] = step
    for step in steps:
        new = [spot.nouns for spot, one in first.items() if one is step]
        setting_up = len(new) * taxonomy.deliverables.project_hours
        sets_up = step.milestone.id if step.milestone.id in new else next(iter(sorted(new)), "")
        yield replace(step, hours=step.hours + setting_up, sets_up=sets_up, set_up_hours=setting_up) if new else step
