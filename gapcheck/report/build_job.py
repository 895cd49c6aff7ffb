"""A posting as it was read, and whether to apply → their part of the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gapcheck.report.job_model import ApplyPart, JobAnswerPart, JobPart, JobPayPart, JobRequirementPart, JobUnknownPart
from gapcheck.taxonomy import Need

if TYPE_CHECKING:
    from gapcheck.career.applying import Application
    from gapcheck.job import Job


def job_part(job: Job, applying: Application) -> JobPart:
    """The part of the report on the posting."""
    pay = job.facts.pay
    return JobPart(
        path=job.path,
        title=job.title,
        seniority=job.seniority,
        location=job.facts.location,
        pay=JobPayPart(least=pay.least, most=pay.most, currency=pay.currency, period=pay.period) if pay else None,
        apply=ApplyPart(
            verdict=applying.verdict.value,
            met=applying.met,
            asked=applying.asked,
            share=round(applying.share, 3),
        ),
        answers=tuple(
            JobAnswerPart(
                topic=one.topic.value,
                asked=one.asked,
                need="must" if one.must else "nice",
                found=one.found,
                met=one.met,
                quote=one.source.quote,
                page=one.source.page,
                line=one.source.line,
            )
            for one in applying.answers
        ),
        requirements=tuple(
            JobRequirementPart(
                id=one.id,
                need="must" if one.need is Need.must else "nice",
                level=one.level.name,
                why=one.why,
                quote=one.quote,
                page=one.page,
                line=one.line,
            )
            for one in job.requirements
        ),
        unknown=tuple(JobUnknownPart(text=one.text, page=one.page, line=one.line) for one in job.unknown),
    )
