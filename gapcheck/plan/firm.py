"""Steps of a plan and the works that stand → the same with what makes these hold, first of all: a work that falls at an
interviewer's first question brings nobody nearer to a post, whatever is built beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from gapcheck.plan.model import Milestone, Step, StepKind
from gapcheck.plan.paper import Paper
from gapcheck.plan.spot import Spot, WrittenLine
from gapcheck.skills.strength import Depth
from gapcheck.taxonomy import Level, Taxonomy
from gapcheck.taxonomy.models.deliverables import Room

OWN = "own"
"""The part of a plan in which works that stand go on."""


class Deed(NamedTuple):
    """What makes a work hold, and the hours of it."""

    skill: str
    spot: Spot
    room: Room
    hours: int


def deeds_for(paper: Paper, owns: tuple[Spot, ...], made: Mapping[str, Step], taxonomy: Taxonomy) -> list[Deed]:
    """What makes the works hold: first those whose method is in question, then the job and the best of one's own
    (`owns`). One deed for a skill, none on what is well shown, but for a project that shows none of it, or only to be
    written down, and no more than a plan takes.
    """

    def turn(spot: Spot) -> int:
        """The job comes first, and last where its material is closed: what can be shown to others is done before."""
        return 1 if spot.where != "job" else 2 if paper.is_entrusted(spot) else 0

    def is_thin(skill: str, spot: Spot, room: Room) -> bool:
        if (step := made.get(skill)) is not None:
            is_there = step.kind is StepKind.write and skill in paper.sure and skill in room.shows
            return is_there or step.kind in (StepKind.show, StepKind.learn)
        # What a work does not name is as thin as what it shows of the like.
        like = [skill] if skill in paper.found else [one for one in paper.skills_of(spot) if one in room.shows]
        is_bare = spot.where != "job" and not paper.is_shown_in(skill, spot)
        if skill not in paper.found:
            return not like or any(paper.found[one].strength.depth is Depth.thin for one in like)
        return paper.found[skill].strength.depth is Depth.thin or is_bare

    def found() -> Iterator[Deed]:
        # Who measures one work anew learns by that what the next one needs: beside it only what is in use counts.
        in_use = sorted((one for one in owns if one.where == "job" or not paper.doubted), key=turn)
        for spot in dict.fromkeys((*paper.doubted, *in_use)):
            # What is to be measured anew is not looked at more closely before.
            for room in (one for one in taxonomy.deliverables.rooms if bool(one.doubt) is (spot in paper.doubted)):
                for skill, hours in room.firms.items():
                    if paper.room_for(skill, spot) is room and is_thin(skill, spot, room):
                        yield Deed(skill, spot, room, hours)

    first: dict[str, Deed] = {}
    for deed in found():
        first.setdefault(deed.skill, deed)
    return list(first.values())[: taxonomy.deliverables.most_firm]


def with_deeds(made: Mapping[str, Step], deeds: list[Deed], paper: Paper, taxonomy: Taxonomy) -> dict[str, Step]:
    """The steps by skill with the deeds: a step on the same skill begins with its deed, else that is one of its own."""
    found = dict(made)
    for place, deed in enumerate(deeds, start=1):
        line = WrittenLine(deed.spot, deed.skill, deed.room.lines[deed.skill])
        step = found.get(deed.skill) or _own_step(deed, line, paper, taxonomy)
        others = tuple(one for one in step.lines if one.spot != deed.spot)
        more = deed.hours if len(others) == len(step.lines) or not step.hours else 0
        found[deed.skill] = replace(
            step,
            kind=StepKind.show if step.kind is StepKind.write else step.kind,
            hours=step.hours + more,
            lines=(line, *others),
            milestone=Milestone(OWN, f"Go on with “{deed.spot.title}”"),
            entrusted=paper.is_entrusted(deed.spot),
            room=deed.room,
            firm=place,
        )
    return found


def _own_step(deed: Deed, line: WrittenLine, paper: Paper, taxonomy: Taxonomy) -> Step:
    """The step on a skill of which the role asks nothing more."""
    start = paper.levels.get(deed.skill, Level.none)
    target = max(start, Level.basic)
    resources = () if start else taxonomy.resources_between(deed.skill, start, target)[:1]
    kind = StepKind.deepen if start else StepKind.learn if resources else StepKind.show
    part = Milestone(OWN, "")
    return Step(kind, deed.skill, start, target, deed.hours, part, (line,), resources=resources)
