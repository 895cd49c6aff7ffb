"""A project to build next → what it brings, with which data, as it is said wherever the report is shown."""

from __future__ import annotations

from gapcheck.report.advice_wording import percent
from gapcheck.report.model import GapReport
from gapcheck.report.portfolio_model import ProjectIdeaPart
from gapcheck.report.strengths import short_name


def idea_effect(idea: ProjectIdeaPart, names: dict[str, str]) -> str:
    """What a project would move, described on the resume with its skills."""
    closed = [names[move.requirement] for move in idea.moves if move.closes]
    raised = [names[move.requirement] for move in idea.moves if not move.closes]
    moves = [f"meets {', '.join(closed)}"] if closed else []
    moves += [f"raises {', '.join(raised)}"] if raised else []
    new = f"{len(idea.new_skills)} of its {len(idea.skills)} skills are new here"
    return f"Described with its skills it {'; '.join(moves)}. {new}."


def idea_change(idea: ProjectIdeaPart, report: GapReport) -> str:
    """What a project brings: described on the resume as it is today, and in the plan."""
    alone = f"alone {percent(report.summary.readiness or 0)} → {percent(idea.readiness)}"
    return f"{alone}; {in_plan}" if (in_plan := change_in_plan(idea, report)) else alone


def change_in_plan(idea: ProjectIdeaPart, report: GapReport) -> str | None:
    """The readiness that the plan comes to without a project and with it; None where it brings it nothing."""
    without, full = idea.plan_without, report.schedule.readiness
    if without is None or without >= full:
        return None
    return f"plan: {percent(without)} without, {percent(full)} with"


def next_project(report: GapReport) -> list[ProjectIdeaPart]:
    """The project to build next: the one that the plan builds first, else the one that moves most; none is no idea."""
    built = {phase.id: at for at, phase in enumerate(report.schedule.phases)}
    return sorted(report.portfolio.ideas, key=lambda idea: built.get(idea.id, len(built)))[:1]


def idea_data(idea: ProjectIdeaPart) -> str:
    """Which data a project takes: those of a project of the person's own first, then of their field."""
    if idea.own_data:
        return f"Data: best are those of “{short_name(idea.own_data)}”, gone on with; else {idea.data}."
    own = f"best are open data of your own field, {idea.field}: {idea.field_data}; else " if idea.field else ""
    return f"Data: {own}{idea.data}."
