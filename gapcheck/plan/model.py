"""What a plan consists of: steps of five kinds, in milestones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gapcheck.plan.spot import WrittenLine
from gapcheck.taxonomy import Level, Resource
from gapcheck.taxonomy.models.deliverables import Room


class StepKind(StrEnum):
    """What a step takes: a line about what was done already, more of what stands on thin ground, one or two works that
    show what one can, study, or nothing but time on the job.
    """

    write = "write"
    deepen = "deepen"
    show = "show"
    learn = "learn"
    time = "time"


class WhyLeft(StrEnum):
    """Why a plan leaves something open: no time for it before the day wished, only a job gives it, it matters less than
    the weeks that it takes, a lecture that goes on brings it, or it can wait for another reason.
    """

    time = "time"
    job = "job"
    optional = "optional"
    lecture = "lecture"
    later = "later"


@dataclass(frozen=True, slots=True)
class Milestone:
    """A part of the plan: what is written down now, one of the projects, or what time brings."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Step:
    """Bring one skill from one level to another by `lines` on the resume. `closes` are the requirements that these
    alone meet, `raises` those that they bring nearer; none of both where it only prepares others. `until` is the day on
    which time alone has done it; `sets_up` is the new project that its hours begin with, by its id, and `set_up_hours`
    are those; `entrusted` says whether its work is one on data of other people, `room` what its work gives room for by
    what is there, `firm` its place, from 1, among what makes works hold and is done in any case.
    """

    kind: StepKind
    skill: str
    start: Level
    target: Level
    hours: int
    milestone: Milestone
    lines: tuple[WrittenLine, ...]
    closes: tuple[str, ...] = ()
    raises: tuple[str, ...] = ()
    resources: tuple[Resource, ...] = ()
    until: date | None = None
    job: str | None = None
    sets_up: str = ""
    set_up_hours: int = 0
    entrusted: bool = False
    room: Room | None = None
    firm: int = 0
