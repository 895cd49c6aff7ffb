"""Certifications, as published: those the resume has, those that close a gap, those that need more months of work."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from gapcheck.report.part import Part


class CertificatePart(Part):
    """A certification that the resume has, as known on `as_of`. A retired one is named with its successor. `status` is
    that of the exam, `earned` the year in which it was passed by the resume, and `valid_years` how long it holds then.
    """

    id: str
    name: str
    status: str
    since: date | None
    replaced_by: str | None
    replaced_by_name: str | None = None
    earned: int | None = None
    valid_years: float | None = None
    shows: tuple[str, ...]
    page: int
    line: int
    as_of: date


class CertificationPart(Part):
    """A certification that can be taken as of `as_of` and shows skills in the gaps.

    `closes` are the requirements that the certificate meets by the level rule, `counts_towards` those that it brings
    nearer, `project_closes` those that a project with the same skills would meet. `follows` names a retired one on the
    resume whose successor it is.
    """

    id: str
    name: str
    issuer: str
    level: str
    status: str
    prerequisites: str | None = None
    shows: tuple[str, ...]
    closes: tuple[str, ...]
    counts_towards: tuple[str, ...] = ()
    project_closes: tuple[str, ...]
    hours: tuple[int, int] | None
    fee_usd: float | None
    url: str | None
    follows: str | None = None
    as_of: date


class BegunCertificationPart(Part):
    """A certification that the resume names as begun or planned: once it is held, it meets the requirements `closes`
    and the readiness (0 to 1) is this. One that is given no more since `since` meets none.
    """

    id: str
    name: str
    since: date | None = None
    replaced_by_name: str | None = None
    closes: tuple[str, ...]
    readiness: float = Field(ge=0, le=1)
    as_of: date


class LaterCertificationPart(Part):
    """A certification for which so many `months` of work with its subject are lacking."""

    id: str
    name: str
    issuer: str
    prerequisites: str | None
    months: int
    as_of: date
