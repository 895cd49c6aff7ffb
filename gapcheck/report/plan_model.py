"""What to do next, as published: lines to mend today, the steps of the plan, and when they are done."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from gapcheck.report.part import Part, ResumeText
from gapcheck.report.skills_model import FoundText, LevelText


class ResourcePart(Part):
    """Where to learn."""

    name: str
    provider: str
    url: str
    kind: str


class QuickWinPart(Part):
    """Something to mend on the resume today: the line, and what to do about it. Nothing is to be claimed that is not
    so.
    """

    kind: Literal["not-demonstrated", "likely-used", "not-named", "no-dates", "no-number", "buried"]
    text: ResumeText
    page: int
    line: int
    quote: ResumeText
    skill: str | None
    requirement: str | None


class DeliverablePart(Part):
    """An entry of the resume, or a new one, and the lines to write there once the work is done. Deliverables with one
    title are one entry.
    """

    where: Literal["project", "job", "skills", "certificate"]
    title: ResumeText
    lines: tuple[str, ...]


class StepPart(Part):
    """One step of the plan, from the day `begins` to the day `ends`.

    `write` what is there and not on paper, `deepen` what is met on thin ground, `show` what one can by a piece of work,
    `learn` what is not there, or let `time` on a job do it. `hours` are those of one person alone, none to write and to
    wait. `deliverables` are what then shows the level. `closes` are the requirements that it alone meets, `raises`
    those it brings nearer. `practice` is a piece of work that would demonstrate the skill. `first` is where to begin,
    and `first_hours` are what that takes; with `sets_up` it is on the new project of its phase, and `set_up_hours` of
    the hours go into setting that up. `room` tells whether its work gives room for it by what is there, `firm` whether
    it makes that work hold. `job` is the one on which time goes on.
    """

    kind: Literal["write", "deepen", "show", "learn", "time"] = "learn"
    skill: str
    name: str
    from_level: FoundText = Field(alias="from")
    to_level: LevelText = Field(alias="to")
    hours: int
    phase: str
    closes: tuple[str, ...]
    raises: tuple[str, ...] = ()
    begins: date
    ends: date
    deliverables: tuple[DeliverablePart, ...] = ()
    job: ResumeText | None = None
    practice: str
    first: str = ""
    first_hours: int = 0
    sets_up: bool = False
    set_up_hours: int = 0
    room: bool = False
    firm: bool = False
    resources: tuple[ResourcePart, ...]


class PhasePart(Part):
    """One part of the plan, the readiness (0 to 1) once its lines are on the resume, what time brings not in it, and
    what to mind (`cautions`).
    """

    id: str
    name: ResumeText
    steps: int
    hours: int
    begins: date
    ends: date
    readiness: float = Field(ge=0, le=1)
    cautions: tuple[str, ...] = ()


class LeftOpenPart(Part):
    """A requirement that the plan does not close, the level it comes to, and why: no time before the day that was
    wished, only a job gives the rest, it is optional, as it matters less than the weeks that it takes, a lecture that
    goes on brings it, or it can wait; the `reason` in words where it waits for its own sake.
    """

    id: str
    name: str
    weight: float
    reaches: FoundText
    why: Literal["time", "job", "optional", "lecture", "later"]
    reason: str = ""


class SchedulePart(Part):
    """The whole plan in numbers. `by` is the day that was wished; `left_open` is not closed. `readiness` (0 to 1) is
    what the resume reaches by its lines, `in_time` with what time brings; `first_of_all` is what goes before any of it.
    """

    hours: int
    hours_a_week: float
    begins: date
    ends: date
    by: date | None
    readiness: float = Field(default=0.0, ge=0, le=1)
    in_time: float = Field(default=0.0, ge=0, le=1)
    phases: tuple[PhasePart, ...]
    left_open: tuple[LeftOpenPart, ...]
    first_of_all: str = ""
