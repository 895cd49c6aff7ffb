"""How the parts of a report are said to people, wherever it is shown: whole phrases, without colour or layout."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType

from gapcheck.own_output import ON_PAPER as ON_PAPER
from gapcheck.report.advice_wording import percent as percent
from gapcheck.report.advice_wording import whole_percent as whole_percent
from gapcheck.report.career_model import PayPart
from gapcheck.report.health_model import HealthFindingPart
from gapcheck.report.job_model import ApplyPart, JobAnswerPart, JobPart, JobPayPart
from gapcheck.report.model import GapReport
from gapcheck.report.plan_model import PhasePart, StepPart
from gapcheck.report.portfolio_model import CriterionPart, ProjectPart
from gapcheck.report.skills_model import AreaPart, EvidencePart, RequirementPart, SkillPart
from gapcheck.taxonomy import Level

STATUS = {"met": "✓ met", "below": "~ below", "missing": "✗ missing"}
"""The verdict on a requirement: a sign and a word."""
TOO_LITTLE_READ = "could not be read well enough to judge: its report says why"
REASON = {
    "negated": "the resume says it is not there",
    "aspiration": "hoped for, or still being learned",
    "other-meaning": "means something else here",
    "other-person": "somebody else's work",
    "hidden": "can't be seen on the page",
    "repeated": "a name again and again, and nothing about it",
    "advert": "stands in a job advertisement",
    "instruction": "stands in an instruction to a language model",
    "disowned": "the notes say that it is not theirs",
}
"""Why a place that names a skill does not count."""
TRICKS = {
    "hidden": "the document holds text that can't be seen on the page",
    "repeated": "the document repeats names of skills again and again",
    "advert": "the document holds the text of a job advertisement",
    "instruction": "the document holds instructions to a language model",
}
"""What the report warns of, by the reason for which it does not count."""

_DEGREES = {"bachelor": "a bachelor's", "master": "a master's", "phd": "a PhD"}
LONGEST_QUOTE = 140
"""Characters of a line that are quoted where there is no more room."""
_AND_WORK = "” and “"  # between the works that a phase is named by
_ONLY_NAMED = {"thesis": "only its title stands here"}  # what it showed may stand with the post in which it was made
_BULLETS = "•-–* "
_NO_NAMES: Mapping[str, str] = MappingProxyType({})


def quoted(line: EvidencePart, length: int = LONGEST_QUOTE) -> str:
    """The place of a line and its words, cut to `length` characters."""
    return f"page {line.page}, line {line.line}: “{short(line.quote, length)}”"


def in_quotes(line: str, length: int = LONGEST_QUOTE) -> str:
    """The words of a line without its bullet, cut to `length` characters."""
    return short(line.lstrip(_BULLETS), length)


def short(text: str, length: int = LONGEST_QUOTE) -> str:
    """The text, cut to `length` characters with an ellipsis."""
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def judged(skill: SkillPart, names: Mapping[str, str] = _NO_NAMES) -> str:
    """How a skill was shown, and the line of the rule that gave its level; `names` are those of skills."""
    first = skill.evidence[0]
    through = f" through {skill_name(first.skill, names)}" if first.skill != skill.id else ""
    thin = f"; thin: {skill.strength_why}" if skill.strength == "thin" and skill.level != "basic" else ""
    return f"{skill.how}{through}; {skill.why}{thin}"


def doubt(skill: SkillPart) -> str:
    """What to do about a level that is doubtful."""
    return f"look at it yourself: such a level is right in {skill.confidence:.0%} of cases"


def requirement_names(report: GapReport) -> dict[str, str]:
    """The names of the requirements by id."""
    return {row.id: row.name for row in report.requirements}


def skill_names(report: GapReport) -> dict[str, str]:
    """The names of skills by id, as far as the report has them."""
    asked = {row.any_of[0]: row.name for row in report.requirements if len(row.any_of) == 1}
    steps = {step.skill: step.name for step in report.plan}
    left_out = {one.id: one.name for one in report.not_counted}
    return asked | steps | left_out | {one.id: one.name for one in report.skills}


def skill_name(skill: str, names: Mapping[str, str]) -> str:
    """The name of a skill, or its id as words."""
    return names.get(skill, skill.replace("-", " "))


def listed_skills(skills: Iterable[str], names: Mapping[str, str]) -> str:
    """The names of skills, each once."""
    return ", ".join(dict.fromkeys(skill_name(one, names) for one in skills))


def further_skills(report: GapReport) -> list[SkillPart]:
    """The skills that the resume shows and no requirement asks for."""
    asked = {skill for row in report.requirements for skill in row.any_of}
    return [skill for skill in report.skills if skill.id not in asked]


def counted(count: int, what: str) -> str:
    """A number and what it counts."""
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"


def notes_lines(report: GapReport) -> list[str]:
    """That notes were applied, and what the person says of themselves and did not write."""
    if report.notes is None:
        return []
    lines = [f"{counted(report.notes.applied, 'correction')} of {report.notes.file} applied."]
    said = [f"{one.name} ({one.quiz} by quiz)" if one.quiz else one.name for one in report.self_declared]
    if said := [text for text, one in zip(said, report.self_declared, strict=True) if not one.on_paper]:
        lines.append(f"Self-declared, not on the resume and not counted: {', '.join(said)}.")
    return lines


def on_day(day: date) -> str:
    """A day, as `3 Dec 2026`."""
    return f"{day.day} {day:%b %Y}"


def days_moved(before: date, after: date) -> str | None:
    """What another day of reading does by itself; None where it is the same day."""
    if before == after:
        return None
    held = "more" if before < after else "fewer"
    return f"read as of {before} and of {after}: a job held until now has {held} months by that alone"


def level_change(start: str, target: str) -> str:
    """From which level to which something leads."""
    return f"{start if start != 'none' else 'new'} → {target}"


def found_level(row: RequirementPart) -> str:
    """The level found, a dash for none."""
    return row.found if row.found != "none" else "-"


THIN_SIGN, THIN_GROUND = "◐", "met on thin ground, say or do more"
"""The verdict on what the level rule calls met and one line, or a limit of the writer's, stands behind."""
SURE = "≈ surely there"
"""The verdict on what nothing names and is there all the same."""


def of_each_verdict(report: GapReport) -> Counter[str]:
    """How many requirements are met, surely there, below and missing; what is surely there is neither of the last."""
    return Counter("sure" if row.sure else row.status for row in report.requirements)


def counts(report: GapReport) -> Iterator[tuple[str, str]]:
    """The same in words, each with its status."""
    of_status = of_each_verdict(report)
    yield "met", f"✓ {of_status['met']} met"
    if of_status["sure"]:
        yield "sure", f"≈ {of_status['sure']} sure"
    yield "below", f"~ {of_status['below']} below"
    yield "missing", f"✗ {of_status['missing']} missing"


def verdict(row: RequirementPart) -> str:
    """The verdict on a requirement; where it is surely there, by what."""
    return f"{SURE} (by {row.sure.why}), not shown" if row.sure else STATUS[row.status]


def area_said(area: AreaPart, names: Mapping[str, str], most: int) -> str:
    """What is lacking in an area, at most so many names."""
    more = f" and {len(area.requirements) - most} more" if len(area.requirements) > most else ""
    return ", ".join(names[one] for one in area.requirements[:most]) + more


def level_bar(row: RequirementPart) -> str:
    """The level found of the level expected, in three characters: ● shown, ○ still expected, · not asked for."""
    found, expected = Level[row.found], Level[row.expected]
    return ("●" * found + "○" * (expected - found)).ljust(max(Level), "·")


def project_shows(project: ProjectPart) -> str:
    """What the lines of a project show."""
    signs = {"data": project.data, "result": project.result, "link": project.link}
    shown = [*(stage.name for stage in project.stages), *(name for name, proof in signs.items() if proof)]
    if project.practice_set:
        shown.append("a tutorial's data")
    if not project.of_field:
        return f"{', '.join(shown) or 'in use'}; no model in it"
    said = ", ".join(shown) or _ONLY_NAMED.get(
        project.kind, "does not say yet which data, what result and where the code is"
    )
    return ("strong: " if project.strong else "") + said


def portfolio_title(report: GapReport) -> str:
    """How many projects there are, and how many are strong; jobs of the field where there are none, or where work
    counts first.
    """
    entries = [one for one in report.portfolio.entries if one.of_field]
    at_work = report.portfolio.at_work
    if not entries and at_work:
        beside = len(report.portfolio.entries)
        own = f"{counted(beside, 'project')} of your own beside it" if beside else "no project of your own"
        return f"Portfolio: {counted(at_work, 'job')} of the field, {own}"
    by_work = report.career.situation.by_work
    strong = (
        f", {report.portfolio.strong or 'none'} strong" if entries and (report.portfolio.strong or not by_work) else ""
    )
    jobs = f"{counted(at_work, 'job')} and " if by_work and at_work else ""
    return f"Portfolio: {jobs}{len(entries) or 'no'} project{'' if len(entries) == 1 else 's'} of the field{strong}"


def criterion_count(criterion: CriterionPart) -> str:
    """The name of an open criterion, and how far it is where more than one work is wanted."""
    wanted = f"{criterion.least}-{criterion.most}" if criterion.most else f"{criterion.least}"
    return criterion.name + (f", {criterion.count} of {wanted}" if criterion.least > 1 else "")


def plan_title(report: GapReport) -> str:
    """The whole plan in one line."""
    plan = report.schedule
    steps = counted(len(report.plan), "step")
    return f"What to do: {steps}, about {plan.hours} hours, until {plan.ends:%B %Y} at {plan.hours_a_week:g} a week"


def phase_name(phase: PhasePart, most: int) -> str:
    """The name of a phase in so many characters: of several works that go on the first, and how many more."""
    first, *others = phase.name.split(_AND_WORK)
    if len(phase.name) <= most or not others:
        return short(phase.name, most)
    more = f"” and {len(others)} more"
    return short(first, most - len(more)) + more


def phase_when(phase: PhasePart) -> str:
    """Hours and months of a part of the plan, and the readiness after it; what time brings is not in that."""
    months = " to ".join(dict.fromkeys(f"{day:%b %Y}" for day in (phase.begins, phase.ends)))
    return f"{phase.hours} h, {months}, then {percent(phase.readiness)} on paper"


def step_hours(step: StepPart) -> str:
    """The hours of a step, those apart that set up the project it begins with."""
    if not step.set_up_hours:
        return f"{step.hours} h"
    return f"{step.hours - step.set_up_hours} h, and {step.set_up_hours} h to set the project up"


def step_levels(step: StepPart) -> str:
    """From which level to which a step leads, or on which it makes a work hold."""
    if step.kind == "deepen":
        return f"{step.to_level}, on firm ground" if step.firm else "on firm ground"
    return level_change(step.from_level, step.to_level)


def step_aim(step: StepPart, names: dict[str, str]) -> str:
    """The requirements that a step closes, but for one of its own name."""
    if step.kind == "deepen":
        return "before an interviewer asks"
    closed = [names[requirement] for requirement in step.closes if names[requirement] != step.name]
    if closed or step.closes:
        return f"for {', '.join(closed)}" if closed else ""
    return "nearer, not met" if step.raises else "prepares later steps"


def stage_said(report: GapReport) -> str:
    """The stage of the career: of beginners by the share of what is expected, of others by where they come from."""
    return report.career.situation.name if _has_worked(report) else report.summary.stage or ""


def _has_worked(report: GapReport) -> bool:
    """Whether years of any work stand behind the person: nobody calls them one who begins from nothing."""
    situation = report.career.situation
    return situation.by_work or bool(situation.later)


def stage_heading(report: GapReport) -> str:
    """Where the person stands, as a heading."""
    career = report.career
    if _has_worked(report):
        return f"Where this leads: {career.situation.name}"
    return f"Where this leads: now at {career.stage.name} ({career.stage.timeline})"


def next_stage(report: GapReport, few: int) -> str | None:
    """The stage after this one and `few` of the requirements that lead there; None in the last one."""
    career, names = report.career, requirement_names(report)
    following = career.next_stage
    if following is None or career.situation.by_work:
        return None
    closing = [names[one] for one in career.closing]
    more = f" and {len(closing) - few} more" if len(closing) > few else ""
    way = f", meeting {', '.join(closing[:few])}{more} would do" if closing else ""
    profiles = {one.id: one.name for one in career.profiles}
    measure = profiles.get(career.measured_by, career.measured_by)
    whose = "" if career.measured_by == report.profile.id else f" of “{measure}”"
    asks = f"{following.name} ({following.timeline}): {following.focus}"
    return f"{asks}; from {percent(following.readiness)}{whose} on{way}"


def titles_to_search(report: GapReport) -> str:
    """Titles of jobs to apply for."""
    return ", ".join(one.title for one in report.career.titles)


def pay_given(pay: PayPart) -> str:
    """Pay a year, with the guide that gives it and why it applies."""
    years = f", {pay.years[0]}-{pay.years[1]} years" if pay.years else ""
    where = f"in the {pay.region} (no figure for other countries is known here) " if pay.region else ""
    band = f"{pay.base[0]:,}-{pay.base[1]:,} {pay.currency} a year for “{pay.title}”{years}"
    return f"{where}a guide gives {band} ({', '.join(pay.source)}, as of {pay.as_of}; chosen by {pay.why})"


def thin_topics(report: GapReport, few: int) -> list[str]:
    """For each stage of interviews the `few` heaviest topics in which the resume is thin."""
    names = requirement_names(report)
    criteria = {one.id: one.name for one in report.portfolio.criteria}
    found = []
    for stage in report.career.interviews:
        topics = [*(names[one] for one in stage.requirements), *(criteria[one] for one in stage.criteria)]
        if topics:
            found.append(f"{stage.name}: {', '.join(topics[:few])}")
    return found


def job_answer(one: JobAnswerPart) -> str:
    """What a posting asks besides skills, and what the resume says of it."""
    asks = "asks" if one.need == "must" else "welcomes"
    if one.topic == "degree":
        held = f"you have {_DEGREES[one.found]}" if one.found else "the resume shows none that is done"
        return f"{asks} {_DEGREES[one.asked]}: {'you have it' if one.met and one.found == one.asked else held}"
    if one.topic == "years":
        return f"{asks} {one.asked} year{'' if one.asked == '1' else 's'} of work: you show {one.found}"
    return f"{asks} {one.asked}: {'the resume shows it' if one.met else 'the resume does not name it'}"


def job_verdict(one: ApplyPart) -> str:
    """Whether to apply, and how many must-haves speak for it."""
    met = f": {one.met} of {counted(one.asked, 'must-have')} met, soft skills aside" if one.asked else ""
    return f"{one.verdict}{met}"


def job_terms(job: JobPart) -> str:
    """Where the job is and what it pays, as far as the posting says it."""
    return "; ".join(text for text in (job.location, _pay(job.pay)) if text)


def _pay(pay: JobPayPart | None) -> str:
    if pay is None:
        return ""
    ends = [f"{end:,.2f}".removesuffix(".00") for end in (pay.least, pay.most) if end is not None]
    amount = ends[0] if len(set(ends)) == 1 else " - ".join(ends)
    opening = "from " if pay.most is None else "up to " if pay.least is None else ""
    return f"pays {opening}{amount} {pay.currency} a{'n' if pay.period == 'hour' else ''} {pay.period}"


def health_lines(report: GapReport) -> list[str]:
    """What the reader doubts of its own reading, with the place and what to do about it, a line each."""
    return [f"{_at_place(one)}{one.text}: {one.remedy}" for one in report.health.findings]


def _at_place(one: HealthFindingPart) -> str:
    return f"page {one.page}, line {one.line}: " if one.page is not None else ""


def method(report: GapReport) -> str:
    """What the resume was compared with, and as of when."""
    return f"Profile {report.profile.id} {report.profile.version}, as of {report.summary.as_of:%Y-%m}."
