"""Certifications held, begun, advised and for later → their parts of the report."""

from __future__ import annotations

from gapcheck.plan import Advice, Begun
from gapcheck.report.certificates_model import (
    BegunCertificationPart,
    CertificatePart,
    CertificationPart,
    LaterCertificationPart,
)
from gapcheck.skills import NamedCertification
from gapcheck.taxonomy import Certification, Taxonomy


def held_part(held: NamedCertification, taxonomy: Taxonomy) -> CertificatePart:
    """A certification that the resume has."""
    one = held.certification
    return CertificatePart(
        id=one.id,
        name=one.name,
        status="expired" if held.ran_out else one.status,
        since=one.status_date if one.status == "retired" and not held.ran_out else None,
        replaced_by=one.replaced_by,
        replaced_by_name=_successor(one, taxonomy),
        earned=held.earned,
        valid_years=one.validity_years,
        shows=one.skills,
        page=held.place.page,
        line=held.place.line.number,
        as_of=one.as_of,
    )


def _successor(one: Certification, taxonomy: Taxonomy) -> str | None:
    """The name of the certification that has taken the place of a retired one."""
    return next((other.name for other in taxonomy.certifications if other.id == one.replaced_by), None)


def certification_part(advice: Advice) -> CertificationPart:
    """One that can be taken now."""
    one = advice.certification
    return CertificationPart(
        id=one.id,
        name=one.name,
        issuer=one.issuer,
        level=one.level,
        status=one.status,
        prerequisites=one.needs.note or None,
        shows=advice.shows,
        closes=advice.closes,
        counts_towards=advice.counts,
        project_closes=advice.project_closes,
        hours=(one.hours.min, one.hours.max) if one.hours else None,
        fee_usd=one.fee_usd,
        url=one.url,
        follows=advice.follows.name if advice.follows else None,
        as_of=one.as_of,
    )


def begun_part(begun: Begun, taxonomy: Taxonomy) -> BegunCertificationPart:
    """One that the resume names as begun or planned."""
    one = begun.certification
    has_ended = one.status == "retired"
    return BegunCertificationPart(
        id=one.id,
        name=one.name,
        since=one.status_date if has_ended else None,
        replaced_by_name=_successor(one, taxonomy) if has_ended else None,
        closes=begun.closes,
        readiness=round(begun.readiness, 3),
        as_of=one.as_of,
    )


def later_part(advice: Advice) -> LaterCertificationPart:
    """One that waits for experience."""
    one = advice.certification
    return LaterCertificationPart(
        id=one.id, name=one.name, issuer=one.issuer, prerequisites=one.needs.note or None, months=advice.months,
        as_of=one.as_of,
    )  # fmt: skip
