"""The health of a reading → the report's part that says it, and the report without what an unread resume can't give."""

from __future__ import annotations

from gapcheck.report.health_model import HealthFindingPart, HealthPart
from gapcheck.report.model import GapReport
from gapcheck.report.wording import short
from gapcheck.resume.health import Health
from gapcheck.resume.model import HealthFinding
from gapcheck.taxonomy import Taxonomy


def health_part(health: Health, taxonomy: Taxonomy) -> HealthPart:
    """The verdict and its findings in words."""
    return HealthPart(verdict=health.verdict.value, findings=tuple(_finding(one, taxonomy) for one in health.findings))


def _finding(one: HealthFinding, taxonomy: Taxonomy) -> HealthFindingPart:
    words = taxonomy.health.findings[one.code]
    return HealthFindingPart(
        code=one.code,
        page=one.place.page if one.place else None,
        line=one.place.line.number if one.place else None,
        text=words.text.format(quote=short(one.quote)),
        remedy=words.remedy,
    )


def without_judgement(report: GapReport) -> GapReport:
    """The report of a resume that could not be read: the names that were found, and no number, verdict or advice."""
    listed = {"level": "basic", "how": "listed", "entries": 0, "months": 0}
    nothing = {
        "readiness": None,
        "with_sure": None,
        "stage": None,
        "stage_focus": None,
        "met": 0,
        "below": 0,
        "missing": 0,
    }
    why = tuple(one.text for one in report.health.findings)
    document = report.document.model_copy(update={"warnings": (*report.document.warnings, *why)})
    return report.model_copy(
        update={
            "document": document,
            "summary": report.summary.model_copy(update=nothing),
            "resume": report.resume.model_copy(update={"work_months": 0, "degrees": (), "sections": ()}),
            "skills": tuple(one.model_copy(update=listed) for one in report.skills if one.how != "implied"),
            "requirements": (),
            "job": report.job and report.job.model_copy(update={"apply": None, "answers": ()}),
            "portfolio": report.portfolio.model_copy(update={"work_months": 0, "ideas": ()}),
            "quick_wins": (),
            "plan": (),
            "certifications": (),
        }
    )
