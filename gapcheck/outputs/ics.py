"""The plan of a `GapReport` → an iCalendar file: an event for each step, over the days that it takes."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, time, timedelta
from pathlib import PurePath

from icalendar import Calendar, Event

from gapcheck.report.advice_wording import lines_to_write, step_by_time
from gapcheck.report.model import GapReport
from gapcheck.report.plan_model import StepPart
from gapcheck.report.wording import step_hours, step_levels
from gapcheck.safe_text import harmless
from gapcheck.version import __version__

_VERBS = {"write": "Write down", "deepen": "Deepen", "show": "Show", "learn": "Learn", "time": "Go on using"}


def calendar_of_plan(report: GapReport) -> bytes:
    """The file; it has no event where there is nothing to learn.

    The id of an event is made of the name of the resume's file and the skill, and its version of the day of the report:
    a calendar that holds an earlier plan replaces its events by those of the new plan.
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//gapcheck//gapcheck {__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", harmless(f"Learning plan: {report.profile.name}"))
    for step in report.plan:
        calendar.add_component(_event(step, report))
    content: bytes = calendar.to_ical()
    return content


def _event(step: StepPart, report: GapReport) -> Event:
    as_of = report.summary.as_of
    event = Event()
    event.add("uid", _identity(step, report))
    event.add("dtstamp", datetime.combine(as_of, time(), UTC))
    event.add("sequence", as_of.toordinal())
    event.add("summary", harmless(f"{_VERBS[step.kind]} {step.name}: {step_levels(step)}"))
    event.add("dtstart", step.begins)
    event.add("dtend", step.ends + timedelta(days=1))  # the day after the last
    event.add("transp", "TRANSPARENT")  # learning leaves the days free
    event.add("description", harmless("\n".join(_description(step))))
    return event


def _description(step: StepPart) -> list[str]:
    if step.kind == "time":
        return [step_by_time(step)]
    resources = [f"{one.name} ({one.provider}): {one.url}" for one in step.resources]
    lines = [f"To write then, in “{title}”: {line}" for title, line in lines_to_write(step)]
    return [f"About {step_hours(step)}.", f"To show it: {step.practice}", *lines, *resources]


def _identity(step: StepPart, report: GapReport) -> str:
    file = hashlib.sha256(PurePath(report.document.path).name.encode("utf-8", "replace")).hexdigest()[:16]
    return f"{step.skill}-{file}@gapcheck"
