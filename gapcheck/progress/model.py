"""What two reports of one person say together: the parts of a `Progress`."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from gapcheck.report.certificates_model import CertificatePart
from gapcheck.report.model import ProfilePart
from gapcheck.report.part import Part
from gapcheck.report.skills_model import EvidencePart, FoundText, LevelText


class SidePart(Part):
    """One of the two reports in short. `readiness` is the weighted share of its profile's requirements, 0 to 1."""

    profile: ProfilePart
    as_of: date
    readiness: float = Field(ge=0, le=1)
    stage: str
    met: int
    below: int
    missing: int


class LevelChangePart(Part):
    """A skill at another level; `none` is the level of a skill that a report does not show. `why` is the new report's
    line of the level rule. `evidence` is the strongest line that only the report with the higher level has; where it
    is None, no line is new, and months or the rule made the difference.
    """

    id: str
    name: str
    category: str
    from_level: FoundText = Field(alias="from")
    to_level: FoundText = Field(alias="to")
    why: str | None
    evidence: EvidencePart | None


class VerdictPart(Part):
    """What one report says on a requirement. `skill` is the one that carries it."""

    status: Literal["met", "below", "missing"]
    found: FoundText
    expected: LevelText
    skill: str | None


class RequirementChangePart(Part):
    """A requirement with another verdict, or with another level on the way to it."""

    id: str
    name: str
    category: str
    old: VerdictPart
    new: VerdictPart


class StepProgressPart(Part):
    """One step of the old plan; `now` is the skill's level in the new report, `hours` are those of the plan. `by_other`
    tells that another skill has met what the step was for.
    """

    kind: Literal["write", "deepen", "show", "learn", "time"]
    skill: str
    name: str
    from_level: FoundText = Field(alias="from")
    to_level: LevelText = Field(alias="to")
    now: FoundText
    hours: int
    by_other: bool


class Progress(Part):
    """What changed from the old report to the new one.

    Skills: `gained` and `lost` are in both reports at another level, `came` and `went` are in one of them.
    Requirements: `closed` are met now, `opened` are no longer, `moved` are not met in either and at another level;
    `not_compared` are ids that only one report has. `warnings` say what else may have made a difference.
    """

    contract: Literal["gapcheck/diff/1"] = Field(default="gapcheck/diff/1", alias="schema")
    old: SidePart
    new: SidePart
    gained: tuple[LevelChangePart, ...]
    lost: tuple[LevelChangePart, ...]
    came: tuple[LevelChangePart, ...]
    went: tuple[LevelChangePart, ...]
    closed: tuple[RequirementChangePart, ...]
    opened: tuple[RequirementChangePart, ...]
    moved: tuple[RequirementChangePart, ...]
    not_compared: tuple[str, ...]
    steps_done: tuple[StepProgressPart, ...]
    steps_open: tuple[StepProgressPart, ...]
    certificates_came: tuple[CertificatePart, ...]
    certificates_went: tuple[CertificatePart, ...]
    warnings: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether the new report says what the old one said."""
        skills = self.gained or self.lost or self.came or self.went
        requirements = self.closed or self.opened or self.moved or self.not_compared
        others = self.steps_done or self.certificates_came or self.certificates_went
        return not (skills or requirements or others) and self.old.readiness == self.new.readiness

    def to_json(self, *, indent: int | None = None) -> str:
        """The progress as JSON, in the published field order."""
        return self.model_dump_json(indent=indent)
