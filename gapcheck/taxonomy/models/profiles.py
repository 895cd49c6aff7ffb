"""Profiles, certifications and the roadmap, as checked models."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from gapcheck.taxonomy.models.vocabulary import Level, LevelName, _Strict


class RequirementRule(_Strict):
    """One line of a profile: an expected level of one skill, or of any of several.

    `source` says where the level comes from. `guide` is what the guides say themselves: a level of their table, or
    `named` where they give none. `weight` may be left out: it then follows from the guides and from the demand (see
    `DemandTable`).
    """

    id: str
    name: str
    category: str
    any_of: tuple[str, ...] = Field(min_length=1)
    expected: LevelName
    weight: float = Field(gt=0)
    source: str
    reason: str = ""
    guide: Literal["advanced", "intermediate", "basic", "named"] | None = None


class Profile(_Strict):
    """What a role expects. With `extends` it inherits another profile's requirements, but for those in `remove`.

    `demand` names the groups of postings that are the demand for this role.
    """

    id: str
    name: str
    version: str
    about: str
    extends: str | None = None
    remove: tuple[str, ...] = ()
    source: tuple[str, ...]
    as_of: date
    demand: tuple[str, ...] = ()
    requirements: tuple[RequirementRule, ...] = Field(min_length=1)


class Range(_Strict):
    """Preparation hours as a range."""

    min: int = Field(ge=0)
    max: int = Field(ge=0)


class CertificationNeeds(_Strict):
    """What comes before a certification: months of work that the issuer asks or advises, other certifications, and
    skills. `enforced` tells whether the exam can't be had without.
    """

    note: str = ""
    enforced: bool = False
    experience_months: int = Field(0, ge=0)
    exams: tuple[str, ...] = ()
    skills: dict[str, LevelName] = Field(default_factory=dict)


class Certification(_Strict):
    """A certification as of one day. `evidences` is the level at which it shows its skills by itself,
    `names` are the skills that its name says.

    Only an active one is ever recommended: one in beta is too new, one whose offer could not be confirmed may be gone.
    `validity_years` is 0 where it does not expire.
    """

    id: str
    name: str
    issuer: str
    exam_code: str | None = None
    level: Literal["course", "foundational", "associate", "specialty", "professional"]
    status: Literal["active", "beta", "retiring", "retired", "unconfirmed"]
    status_date: date | None = None
    replaced_by: str | None = None
    skills: tuple[str, ...]
    names: tuple[str, ...] = ()
    evidences: LevelName = Level.basic
    needs: CertificationNeeds = Field(CertificationNeeds(), alias="prerequisites")
    validity_years: float | None = Field(None, ge=0)
    renewal: str | None = None
    hours: Range | None = None
    fee_usd: float | None = Field(None, ge=0)
    url: str | None = None
    fit: Literal["recommend", "optional", "later", "do-not-recommend"]
    confidence: Literal["high", "medium", "low"]
    source: tuple[str, ...]
    as_of: date

    @property
    def prerequisites(self) -> str:
        """What its issuer asks for, in words."""
        return self.needs.note


class Certifications(_Strict):
    """The file of certifications."""

    certifications: tuple[Certification, ...]


class Phase(_Strict):
    """One phase of the learning plan and the skill categories and skills it holds."""

    id: str
    name: str
    months: str
    focus: str
    outcome: str
    categories: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()


class Stage(_Strict):
    """A stage of the career timeline, reached at a share of the requirements (`readiness`, 0 to 1), or after so many
    months of work in the field, or of technical work.
    """

    id: str
    name: str
    timeline: str
    focus: str
    roles: str
    readiness: float = Field(ge=0, le=1)
    field_months: int | None = Field(None, ge=0)
    technical_months: int | None = Field(None, ge=0)


class Roadmap(_Strict):
    """The learning phases and the career stages."""

    source: tuple[str, ...]
    as_of: date
    phases: tuple[Phase, ...]
    stages: tuple[Stage, ...]
