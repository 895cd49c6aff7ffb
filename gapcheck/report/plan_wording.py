"""A plan as a whole → how it is said to people: its kinds of steps, where it ends, and what is only begun there."""

from __future__ import annotations

from gapcheck.report.advice_wording import percent
from gapcheck.report.model import GapReport

_NAMED = 2  # requirements that are only begun: of more only the number is said


def kinds_of_plan(report: GapReport) -> str:
    """How many steps of each kind there are, where the plan ends, and what is only begun there."""
    words = {
        "write": "to write",
        "deepen": "to deepen",
        "show": "to show",
        "learn": "to learn",
        "time": "for time to do",
    }
    counts = {kind: sum(step.kind == kind for step in report.plan) for kind in words}
    parts = ", ".join(f"{count} {words[kind]}" for kind, count in counts.items() if count)
    plan = report.schedule
    in_time = f", {percent(plan.in_time)} with time" if plan.in_time > plan.readiness else ""
    ends = f"until {plan.ends:%B %Y} at {plan.hours_a_week:g} h a week" if plan.hours else "no hours of study"
    then = f"then {percent(plan.readiness)} on paper{in_time}{only_begun(report)}"
    first = f"{plan.first_of_all}; " if plan.first_of_all else ""
    return f"{first}{parts}; about {plan.hours} h, {ends}, {then}"


def only_begun(report: GapReport) -> str:
    """How many requirements, or which one or two, are learned from nothing to a first use: met on paper, and known by
    little work. Nothing where the plan has none.
    """
    first_uses = (step for step in report.plan if step.kind == "learn" and step.from_level == "none")
    begun = {one for step in first_uses if step.to_level == "basic" for one in step.closes}
    rows = sorted((row for row in report.requirements if row.id in begun), key=lambda row: -row.weight)
    said = " and ".join(row.name for row in rows) if len(rows) <= _NAMED else str(len(rows))
    return f" ({said} only begun)" if rows else ""
