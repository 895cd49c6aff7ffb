"""Everything that was found → `GapReport`, and its renderers."""

from gapcheck.report.build import build_report, error_report
from gapcheck.report.contract import json_schema, published_schema
from gapcheck.report.model import ErrorReport, GapReport
from gapcheck.report.plan_model import QuickWinPart
from gapcheck.report.skills_model import NearestPart, SkillPart

__all__ = [
    "ErrorReport",
    "GapReport",
    "NearestPart",
    "QuickWinPart",
    "SkillPart",
    "build_report",
    "error_report",
    "json_schema",
    "published_schema",
]
