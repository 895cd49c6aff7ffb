"""Certifications of a report → what is said of them wherever it is shown: what they cost and bring, and whether they
still hold.
"""

from __future__ import annotations

from gapcheck.report.certificates_model import BegunCertificationPart, CertificatePart, CertificationPart
from gapcheck.report.model import GapReport
from gapcheck.report.step_numbers import numbered
from gapcheck.report.wording import counted, percent, requirement_names, step_hours


def certification_cost(one: CertificationPart) -> str:
    """Hours, fee, and whether it can be taken."""
    hours = f"{one.hours[0]}-{one.hours[1]} hours" if one.hours else "hours not known"
    fee = "free" if one.fee_usd == 0 else f"{one.fee_usd:g} USD" if one.fee_usd is not None else "fee not known"
    return f"{hours} · {fee} · {one.status} as of {one.as_of}"


def certification_worth(one: CertificationPart, report: GapReport) -> str:
    """What the certificate would do for the verdicts, beside a project and the steps of the plan."""
    names = requirement_names(report)
    closes = ", ".join(f"{names[each]}{_by_step(each, report)}" for each in one.closes)
    more = [names[requirement] for requirement in one.project_closes if requirement not in one.closes]
    counts = f", counts towards {', '.join(names[each] for each in one.counts_towards)}" if one.counts_towards else ""
    first = "" if one.prerequisites in (None, "none") else f"; asks for: {one.prerequisites}"
    project = f"; a project with the same skills would also close {', '.join(more)}" if more else ""
    return f"closes {closes}{counts}{project}{first}"


def begun_certification(one: BegunCertificationPart, report: GapReport) -> str:
    """What it brings to finish what the resume names as begun or planned, or that it is given no more."""
    if not one.closes:
        successor = f" ({one.replaced_by_name} has taken its place)" if one.replaced_by_name else ""
        since = f" since {one.since}" if one.since else ""
        return f"{one.name} is given no more{since}{successor}: stop preparing, and take the line off the resume"
    names = requirement_names(report)
    closed = [names[each] for each in one.closes]
    more = f" and {len(closed) - 1} more" if len(closed) > 1 else ""
    change = f"{percent(report.summary.readiness or 0)} → {percent(one.readiness)}"
    return f"finish {one.name}, which you name as begun or planned: it closes {closed[0]}{more} ({change})"


def _by_step(requirement: str, report: GapReport) -> str:
    """The step of the plan that closes a requirement as well, and what it takes."""
    steps = ((number, step) for number, step in numbered(report.plan) if number and requirement in step.closes)
    return next((f" (so does step {number}, in {step_hours(step)})" for number, step in steps), "")


def certificate_status(one: CertificatePart, report: GapReport) -> str:
    """Whether the exam of a certification on the resume is still given, and whether the person's own can still hold."""
    if one.status == "expired":
        return "expired, as the resume says itself"
    given = "still given" if one.status == "active" else one.status
    status = given if one.since is None else f"retired on {one.since}"
    successor = f", followed by {one.replaced_by_name}" if one.replaced_by_name else ""
    return f"{status}{successor} (as of {one.as_of}){_validity(one, report)}"


def _validity(one: CertificatePart, report: GapReport) -> str:
    """For how long a certificate holds, and whether that of the person has run out by its year."""
    if not one.valid_years or one.since is not None:
        return ""
    holds = f"valid for {counted(int(one.valid_years), 'year')}"
    if one.earned is None:
        return f", {holds}: say from when yours is"
    ends, now = one.earned + int(one.valid_years), report.summary.as_of.year
    if ends < now:
        return f", {holds}: yours of {one.earned} has run out unless you renewed it: check, or drop it"
    return f", {holds}: yours of {one.earned} until {ends}" + (", check the month" if ends == now else "")
