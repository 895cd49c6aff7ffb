"""Gaps → what to do next: what to mend on paper today, what to learn in which order and by when, what to certify."""

from gapcheck.plan.certifications import Advice, Begun, begun_for, certifications_for
from gapcheck.plan.learning import cheapest_way, hours_between, lacking
from gapcheck.plan.model import Milestone, Step, StepKind, WhyLeft
from gapcheck.plan.paper import Paper
from gapcheck.plan.resume_fixes import QuickWin, QuickWinKind, quick_wins
from gapcheck.plan.schedule import (
    DEFAULT_HOURS,
    DatedStep,
    LeftOpen,
    PhaseOfPlan,
    Plan,
    PlanAhead,
    PlanError,
    check_wishes,
    plan_for,
)
from gapcheck.plan.spot import Spot, WrittenLine
from gapcheck.plan.steps import steps_for
from gapcheck.plan.studies import StudyReader

__all__ = [
    "DEFAULT_HOURS",
    "Advice",
    "Begun",
    "DatedStep",
    "LeftOpen",
    "Milestone",
    "Paper",
    "PhaseOfPlan",
    "Plan",
    "PlanAhead",
    "PlanError",
    "QuickWin",
    "QuickWinKind",
    "Spot",
    "Step",
    "StepKind",
    "StudyReader",
    "WhyLeft",
    "WrittenLine",
    "begun_for",
    "certifications_for",
    "cheapest_way",
    "check_wishes",
    "hours_between",
    "lacking",
    "plan_for",
    "quick_wins",
    "steps_for",
]
