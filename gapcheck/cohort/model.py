"""The published contract of a cohort: what many reports say together, as JSON that other programs can rely on."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from gapcheck.report.model import ProfilePart
from gapcheck.report.part import Part
from gapcheck.report.skills_model import FoundText, LevelText


class ErrorCountPart(Part):
    """How many documents could not be analysed for one reason; `code` is that of the error reports."""

    code: str
    documents: int


class BinPart(Part):
    """A bar of the histogram: the resumes from one readiness up to, and without, another; the last bin has its end."""

    at_least: float = Field(ge=0, le=1)
    below: float = Field(ge=0, le=1)
    resumes: int


class UnreadPart(Part):
    """A file without a report: its path, the `code` of the reason, and the reason in words."""

    path: str
    code: str
    message: str


class DistributionPart(Part):
    """How readiness (0 to 1) spreads: a quarter of the resumes lies below `lower`, a quarter above `upper`."""

    mean: float = Field(ge=0, le=1)
    lower: float = Field(ge=0, le=1)
    median: float = Field(ge=0, le=1)
    upper: float = Field(ge=0, le=1)
    histogram: tuple[BinPart, ...]


class StageCountPart(Part):
    """A career stage and the resumes in it."""

    name: str
    resumes: int


class RequirementCountPart(Part):
    """A requirement over all resumes. `one_more` are those that one level more would make met; `lost` is the readiness
    (0 to 1) that it costs a resume on average.
    """

    id: str
    name: str
    category: str
    any_of: tuple[str, ...]
    expected: LevelText
    weight: float
    met: int
    below: int
    missing: int
    one_more: int
    lost: float = Field(ge=0, le=1)


class SkillCountPart(Part):
    """A skill and the resumes that show it, by level; `asked` says whether the profile asks for it."""

    id: str
    name: str
    category: str
    asked: bool
    basic: int
    intermediate: int
    advanced: int


class LackPart(Part):
    """A prerequisite and the resumes that do not show it."""

    skill: str
    name: str
    resumes: int


class SessionPart(Part):
    """A topic to teach to a group: one skill, from one level to the next, by those who are ready for it.

    `hours` are those of study for one person. `resumes` would gain, if the level is then shown, `gain` readiness in sum
    and `gain_each` on average (0 to 1 each), and `closes` verdicts would turn to met. `opens` are resumes that gain
    nothing by it and need it for a later session. `waiting` would gain but lack what comes before. `readiness` is the
    mean of all resumes once this session and those before are shown. `practice` is a piece of work that shows it.
    """

    skill: str
    name: str
    from_level: FoundText = Field(alias="from")
    to_level: LevelText = Field(alias="to")
    hours: int
    resumes: int
    opens: int
    gain: float = Field(ge=0)
    gain_each: float = Field(ge=0, le=1)
    closes: int
    waiting: int
    waiting_for: tuple[LackPart, ...]
    readiness: float = Field(ge=0, le=1)
    practice: str


class RequirementChangeCountPart(Part):
    """A requirement between two runs: resumes that meet it now and did not, that no longer do, and that are closer to
    it or further from it without a new verdict of met.
    """

    id: str
    name: str
    closed: int
    opened: int
    closer: int
    further: int


class MoverPart(Part):
    """A resume that is in both runs and has another readiness, or meets other requirements, than before."""

    path: str
    old_readiness: float = Field(ge=0, le=1)
    new_readiness: float = Field(ge=0, le=1)
    closed: tuple[str, ...]
    opened: tuple[str, ...]


class ChangePart(Part):
    """What changed since an earlier run, over the resumes that are in both (`matched`, by their file names). `came` and
    `went` are in one of them only. Readiness is the mean over the matched. `moved` is empty unless names were asked
    for.
    """

    as_of: tuple[date, date]
    matched: int
    came: int
    went: int
    old_readiness: float = Field(ge=0, le=1)
    new_readiness: float = Field(ge=0, le=1)
    higher: int
    same: int
    lower: int
    requirements: tuple[RequirementChangeCountPart, ...]
    not_compared: tuple[str, ...]
    moved: tuple[MoverPart, ...] = ()


class ResumePart(Part):
    """One resume by name; `gaps` are the requirements that cost it most."""

    path: str
    readiness: float = Field(ge=0, le=1)
    stage: str
    gaps: tuple[str, ...]


class GroupPart(Part):
    """The resumes that were compared with one profile, of one folder or class where `label` names it.

    `as_of` are the first and the last day that they were read as of. `requirements` begin with those that cost most,
    `skills` with those that most resumes show. `sessions` are topics to teach, in this order; what is in `to_write`
    needs no teaching, but a line on the resume. `change` is None without an earlier run, `named` is empty unless names
    were asked for.
    """

    profile: ProfilePart
    label: str | None = None
    as_of: tuple[date, date]
    resumes: int
    readiness: DistributionPart
    stages: tuple[StageCountPart, ...]
    requirements: tuple[RequirementCountPart, ...]
    skills: tuple[SkillCountPart, ...]
    sessions: tuple[SessionPart, ...]
    to_write: tuple[SessionPart, ...]
    change: ChangePart | None
    named: tuple[ResumePart, ...]


class Cohort(Part):
    """Many reports in figures, a group for each profile: readiness for two profiles can't be added up. `fewest` is the
    least number of resumes that anything is said of; `warnings` say what is left out. `skipped` are files in the
    folders that were taken for no resume; `unread` names them and the documents with an error, where names were asked
    for.
    """

    contract: Literal["gapcheck/cohort/1"] = Field(default="gapcheck/cohort/1", alias="schema")
    documents: int
    errors: tuple[ErrorCountPart, ...]
    skipped: int = 0
    unread: tuple[UnreadPart, ...] = ()
    fewest: int
    groups: tuple[GroupPart, ...]
    warnings: tuple[str, ...]

    def to_json(self, *, indent: int | None = None) -> str:
        """The cohort as JSON, in the published field order."""
        return self.model_dump_json(indent=indent)
