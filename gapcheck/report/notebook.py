"""A `GapReport` → the HTML that a notebook asks it for: the summary and the table of requirements."""

from __future__ import annotations

from html import escape

from gapcheck.report.model import GapReport
from gapcheck.report.skills_model import RequirementPart
from gapcheck.report.wording import ON_PAPER, STATUS, counts, found_level, health_lines, level_bar, method, percent
from gapcheck.safe_text import harmless

_LEFT = ' style="text-align:left"'


def html_fragment(report: GapReport) -> str:
    """The fragment; all text in it is escaped, and it loads nothing."""
    summary = report.summary
    doubts = "".join(f"<p>? {_text(line)}</p>" for line in health_lines(report))
    if summary.readiness is None or summary.stage is None:
        names = ", ".join(one.name for one in report.skills)
        return f"<div><p><strong>{_text(report.document.path)}</strong></p>{doubts}<p>{_text(names)}</p></div>"
    counted = ", ".join(said for _, said in counts(report))
    heads = "".join(f"<th{_LEFT}>{name}</th>" for name in ("requirement", "expected", "found", "", "verdict"))
    rows = "".join(map(_row, report.requirements))
    warnings = "".join(f"<p>! {_text(warning)}</p>" for warning in report.document.warnings)
    return (
        f"<div><p><strong>{_text(report.document.path)}</strong><br>"
        f'<progress max="1" value="{summary.readiness}"></progress> {percent(summary.readiness)} of '
        f"{_text(report.profile.name)}<br>{counted}; stage: {_text(summary.stage)}</p>{warnings}{doubts}"
        f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
        f"<p><small>{ON_PAPER} {_text(method(report))}</small></p></div>"
    )


def _row(row: RequirementPart) -> str:
    cells = (row.name, row.expected, found_level(row), level_bar(row), STATUS[row.status])
    return "<tr>" + "".join(f"<td{_LEFT}>{_text(cell)}</td>" for cell in cells) + "</tr>"


def _text(text: str) -> str:
    return escape(harmless(text))
