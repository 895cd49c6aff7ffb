"""Where the resume leads, as published: the stage, titles to apply for, pay, interviews, profiles that fit."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from gapcheck.report.part import Part


class StagePart(Part):
    """A stage of the career timeline and the readiness from which it is reached, 0 to 1."""

    id: str
    name: str
    timeline: str
    focus: str
    roles: str
    readiness: float = Field(ge=0, le=1)


class TitlePart(Part):
    """A title to search for; `profile` is the one that it stands for."""

    title: str
    profile: str | None


class PayPart(Part):
    """Pay a year as a guide gives it, on `as_of`; `why` says what of the resume it goes by."""

    title: str
    base: tuple[int, int]
    total: tuple[int, int] | None
    years: tuple[int, int] | None
    currency: str
    region: str | None
    why: str
    source: tuple[str, ...]
    as_of: date


class InterviewPart(Part):
    """A stage of interviews, and the open requirements and open portfolio criteria that it asks about."""

    id: str
    name: str
    focus: str
    requirements: tuple[str, ...]
    criteria: tuple[str, ...]


class FitPart(Part):
    """A profile, the readiness for it (0 to 1) now and `after` the plan, how many of its requirements are open, and the
    names of those that weigh most.
    """

    id: str
    name: str
    readiness: float = Field(ge=0, le=1)
    after: float = Field(default=0.0, ge=0, le=1)
    open: int = 0
    asks: tuple[str, ...] = ()


class ShortPlanPart(Part):
    """A plan in short: its hours, its last day, the readiness (0 to 1) that it leads to, what it begins with, and what
    is lacking, the names of at most six requirements, that which matters most first.
    """

    hours: int
    ends: date
    readiness: float = Field(ge=0, le=1)
    begins_with: tuple[str, ...]
    lacks: tuple[str, ...] = ()


class SituationPart(Part):
    """Where the person comes from, what of the resume tells it, and what opens doors from there. `by_work` tells that
    years of work say more of the stage than the share of what is expected of beginners; `tested` are skills that
    interviews for the openings test; `later` says when the title of the profile is in reach, where the plan alone does
    not bring it; `page` what to put on top of the resume before it is sent out.
    """

    id: str
    name: str
    why: str
    opening: str
    by_work: bool = False
    tested: tuple[str, ...] = ()
    later: str = ""
    page: str = ""


class LaterTitlePart(Part):
    """A title for which enough is shown after step number `step` of the plan."""

    title: str
    step: int


class ChallengePart(Part):
    """A difficulty that a guide names and that applies here; `why` says what of the resume tells."""

    id: str
    challenge: str
    why: str
    solution: str
    source: tuple[str, ...]


class GoodToKnowPart(Part):
    """A fact of the job market as advice for people in this situation; `topics` are those of the data it is from,
    `first` is what of it is said in short beside the titles to apply for.
    """

    id: str
    about: str
    text: str
    topics: tuple[str, ...]
    first: str | None = None


class CareerPart(Part):
    """Where the resume leads. The stage is that of the readiness for the profile `measured_by`, or of the months of
    work in the field; `closing` are open requirements that, met, lead to the next one. `titles` are those to apply for
    now, `title_later` the one to apply for after a step of the plan; `profiles` are the three with most readiness,
    `better` is one that fits clearly better than the one chosen, and `better_plan` the way there; `beyond` is the one
    to go on to where the one chosen has nothing left to learn, and `beyond_plan` the way there.
    """

    stage: StagePart
    situation: SituationPart = SituationPart(id="", name="", why="", opening="")
    measured_by: str
    next_stage: StagePart | None
    closing: tuple[str, ...]
    titles: tuple[TitlePart, ...]
    titles_from: str
    title_later: LaterTitlePart | None = None
    pay: PayPart | None
    interviews: tuple[InterviewPart, ...]
    profiles: tuple[FitPart, ...]
    better: FitPart | None = None
    better_plan: ShortPlanPart | None = None
    beyond: FitPart | None = None
    beyond_plan: ShortPlanPart | None = None
    challenges: tuple[ChallengePart, ...]
    good_to_know: tuple[GoodToKnowPart, ...] = ()
