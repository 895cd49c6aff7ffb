"""A report → what the resume shows best, in sentences, and what of it stands on thin ground or on a list alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gapcheck.portfolio.doubted import IN_DOUBT
from gapcheck.report.model import GapReport
from gapcheck.report.portfolio_model import ProjectPart
from gapcheck.report.skills_model import RequirementPart, SkillPart
from gapcheck.taxonomy import Level

_FEW, _TITLE, _WORK, _QUOTE = 3, 36, 36, 100
_STAGES, _HARDLY = 3, 2  # of a work that is a strength; strengths that are hardly anything
_RECENT, _MUCH_OF_IT = 24, 0.5  # months since the last work that shows it; the share of all work that does
_YEAR = 12
_ENDS = (".", "!", ")", "%", "…")
_SAID_OF_IT = re.compile(r" \(|,|: | \| | [–—] ")
_SOFT, _THIN, _DEEP, _RESULTS, _RETIRED = "soft-skills", "thin", "deep", "results", "retired"
ONLY_NAMED = {"listed": "listed", "implied": "listed", "studied": "studied", "certified": "certified"}
"""How a skill is called that no work shows, by how the resume has it."""


def strengths(report: GapReport) -> list[str]:
    """At most three sentences on what the resume shows best: true, and with the reason. Nothing that stands on one line
    of a long job, that its writer limits, or that was last done years ago is one; where hardly anything else is, a
    basic skill is named, and a result of a job in its own words.
    """
    skills = {skill.id: skill for skill in report.skills}
    met = [row for row in report.requirements if row.status == "met" and row.skill is not None]
    asked = {one.skill for one in report.portfolio.doubts}
    sure = [row for row in met if not skills[row.skill or ""].doubtful and skills[row.skill or ""].entries]
    sure = [row for row in sure if row.skill not in asked and not is_thin(row)]
    sure = [row for row in sure if _is_firm(skills[row.skill or ""]) and _is_of_now(skills[row.skill or ""], report)]

    def rank(row: RequirementPart) -> tuple[bool, int, float, int]:
        skill = skills[row.skill or ""]
        return skill.strength != _DEEP, -Level[row.found], -row.weight, -skill.months

    by_depth: dict[bool, list[str]] = {False: [], True: []}  # shown well, and at basic
    for row in sorted(sure, key=rank):
        said = _strength(row, skills[row.skill or ""], of_trade=report.career.situation.by_work)
        by_depth[Level[row.found] is Level.basic].append(said)
    found = by_depth[False]
    if work := _best_work(report):
        found.insert(0 if work.strong else min(len(found), _FEW - 1), _work(work))
    if len(found) < _HARDLY:
        found += _results_at_work(report)[:1]
    found += by_depth[True][: max(0, _HARDLY - len(found))]
    return found[:_FEW]


def _is_firm(skill: SkillPart) -> bool:
    """Whether its writer sets it no limit, and more shows it than works of practice or in doubt."""
    return not skill.limit and IN_DOUBT not in skill.strength_why


def _is_of_now(skill: SkillPart, report: GapReport) -> bool:
    """Whether recent work shows a skill, a project without dates, or most of all work."""
    if skill.last_shown is None:
        return True
    year, month = map(int, skill.last_shown.split("-"))
    as_of = report.summary.as_of
    since = (as_of.year - year) * _YEAR + as_of.month - month
    return since <= _RECENT or skill.months >= _MUCH_OF_IT * report.portfolio.work_months


def _results_at_work(report: GapReport) -> list[str]:
    """The lines of jobs that give a result in numbers."""
    of_projects = {(one.result.page, one.result.line) for one in report.portfolio.entries if one.result}
    criteria = (one for one in report.portfolio.criteria if one.id == _RESULTS)
    proofs = [proof for one in criteria for proof in one.evidence if (proof.page, proof.line) not in of_projects]
    return [f"A result of your work in numbers: “{_as_told(proof.quote)}”" for proof in proofs]


def _as_told(line: str) -> str:
    """A line of a resume as a quotation: without its bullet, and with a mark where it is cut off."""
    text = line.lstrip("•▪◦‣*·-–— ")
    return shortened(f"{'…' * text[:1].islower()}{text}{'' if text.endswith(_ENDS) else '…'}", _QUOTE)


def _best_work(report: GapReport) -> ProjectPart | None:
    """The project of the field that shows most, where that is much and nobody would take it apart."""
    asked = {one.title for one in report.portfolio.doubts}
    works = [
        one for one in report.portfolio.entries if one.of_field and not one.practice_set and one.title not in asked
    ]
    able = [one for one in works if one.strong or (one.result and len(one.stages) >= _STAGES)]
    return max(able, key=lambda one: (one.strong, len(one.stages)), default=None)


def _work(one: ProjectPart) -> str:
    """A sentence on the best work."""
    if one.strong and one.result:
        return f"“{short_name(one.title)}” is a strong project, from data to a result."
    shown = listed([stage.name for stage in one.stages] + ["a result in numbers"] * (one.result is not None), "and")
    return f"“{short_name(one.title)}” {'is strong:' if one.strong else 'shows'} {shown}."


def _strength(row: RequirementPart, skill: SkillPart, *, of_trade: bool) -> str:
    """A sentence on a skill: its level only where many lines tell of it, else these. Where no work was `of_trade`, the
    months of other jobs are no praise of a tool.
    """
    if skill.strength != _DEEP or (row.category != _SOFT and skill.months and not of_trade):
        return f"{skill.name} is shown: {skill.strength_why}."
    return f"{skill.name} is {row.found}: {reason(skill.why)}."


def is_thin(row: RequirementPart) -> bool:
    """Whether a level above the first rests on one line."""
    return row.strength == _THIN and Level[row.found] > Level.basic


def thin_ground(report: GapReport) -> list[RequirementPart]:
    """What is met by the level rule and shown thin, by a retired exam alone, or only named with a limit, what it
    limits first, then the heaviest: to be deepened, and not to be relied on.
    """
    limited = {one.id for one in report.skills if one.limit and one.limit not in Level.__members__ and not one.entries}
    limited |= _by_retired_exams(report)
    hard = [row for row in report.requirements if row.status == "met" and row.category != _SOFT]
    met = [row for row in hard if is_thin(row) or row.skill in limited]
    return sorted(met, key=lambda row: (not limited_by(row, report), -row.weight, -Level[row.found]))


def _by_retired_exams(report: GapReport) -> set[str]:
    """The skills that no work shows, and no certification but such as are given no more."""
    given = {skill for one in report.certificates if one.status != _RETIRED for skill in one.shows}
    retired = {skill for one in report.certificates if one.status == _RETIRED for skill in one.shows}
    certified = {one.id for one in report.skills if one.how == "certified" and not one.entries}
    return (retired - given) & certified


def limited_by(row: RequirementPart, report: GapReport) -> str:
    """The words by which the resume itself limits what meets a requirement, as a quotation; nothing where it does
    not.
    """
    skill = next((one for one in report.skills if one.id == row.skill), None)
    return f" “{skill.limit}”" if skill is not None and skill.limit else ""


def only_named(row: RequirementPart, report: GapReport) -> str:
    """The word for how the resume has what it shows by no work: `listed`, `studied` or `certified`, with the words by
    which it limits that; nothing for what a work shows.
    """
    skill = next((one for one in report.skills if one.id == row.skill), None)
    if skill is None or skill.entries or skill.how not in ONLY_NAMED:
        return ""
    said = f", “{skill.limit}”" if skill.limit and skill.limit not in Level.__members__ else ""
    return f"{ONLY_NAMED[skill.how]}{said}"


def reason(why: str) -> str:
    """The line of the level rule without its numbers."""
    return why.partition(" (")[0]


def listed(names: Sequence[str], word: str) -> str:
    """Names in a row, the last behind a word."""
    return f" {word} ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def shortened(title: str, most: int = _TITLE) -> str:
    """A title in at most so many characters."""
    return title if len(title) <= most else title[: most - 1].rstrip(" ,") + "…"


def short_name(title: str) -> str:
    """A title of a work short enough to stand in a sentence: what it begins with, before what is said of it."""
    if len(title) <= _WORK:
        return title
    return shortened(_SAID_OF_IT.split(title, maxsplit=1)[0].rstrip(), _WORK)
