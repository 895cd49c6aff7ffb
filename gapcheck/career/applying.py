"""A posting, a resume and its gaps → whether to apply: answers to what the posting asks besides skills, and a verdict.

A degree or years that are short take one step off the verdict; what a resume can't show takes none. The limits are
those of postings.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from gapcheck.gap.compare import Gap, Status, share_reached
from gapcheck.gap.sure import is_going_on
from gapcheck.job.facts import Degree, Source, SpokenLanguage, Years
from gapcheck.job.model import Job
from gapcheck.resume import EntryKind, Resume
from gapcheck.taxonomy import PostingWords, Taxonomy

_MONTHS = 12
_RANKS = ("bachelor", "master", "phd")
_SOFT = "soft-skills"


class ApplyVerdict(StrEnum):
    """What to do about a posting."""

    apply = "apply"
    letter = "apply with a letter"
    not_yet = "not yet"


class Topic(StrEnum):
    """What a posting asks for besides skills."""

    degree = "degree"
    years = "years"
    language = "language"


@dataclass(frozen=True, slots=True)
class Answer:
    """One thing asked, and what the resume says of it: `found` is None where it says nothing. `met` is None where the
    resume leaves it open.
    """

    topic: Topic
    asked: str
    must: bool
    found: str | None
    met: bool | None
    source: Source


@dataclass(frozen=True, slots=True)
class Application:
    """The verdict with what it rests on: of the must-haves without soft skills, how many are met."""

    verdict: ApplyVerdict
    met: int
    asked: int
    share: float
    answers: tuple[Answer, ...]


def application(job: Job, resume: Resume, gaps: Sequence[Gap], taxonomy: Taxonomy) -> Application:
    """Whether to apply. Soft skills are left out, for a paper shows them badly."""
    rules = taxonomy.postings.advice
    musts = {one.id for one in job.requirements if one.need.value == "must"}
    hard = [
        gap
        for gap in gaps
        if gap.requirement.id in musts
        and any(taxonomy.skills[skill].category != _SOFT for skill in gap.requirement.any_of)
    ]
    share = share_reached([(gap.requirement, gap.found) for gap in hard]) if hard else 1.0
    answers = tuple(_answers(job, resume, taxonomy))
    steps = 0 if share >= rules.apply else 1 if share >= rules.letter else 2
    steps += sum(_is_short(answer, job, resume, taxonomy) for answer in answers)
    if job.facts.years and _years(resume) < rules.years_far * job.facts.years.least:
        steps = 2
    verdict = list(ApplyVerdict)[min(steps, 2)]
    return Application(verdict, sum(gap.status is Status.met for gap in hard), len(hard), share, answers)


def _is_short(answer: Answer, job: Job, resume: Resume, taxonomy: Taxonomy) -> bool:
    """Whether an answer takes a step off: a degree that nothing replaces, or far too few years."""
    if answer.topic is Topic.degree:
        replaced = job.facts.degree is not None and job.facts.degree.equivalent
        return answer.must and answer.met is False and not replaced
    if answer.topic is Topic.years and job.facts.years:
        return _years(resume) < taxonomy.postings.advice.years_short * job.facts.years.least
    return False


def _answers(job: Job, resume: Resume, taxonomy: Taxonomy) -> list[Answer]:
    facts = job.facts
    found = [_degree(facts.degree, resume, taxonomy)] if facts.degree else []
    found += [_years_asked(facts.years, resume)] if facts.years and facts.years.least else []
    spoken = _languages(resume, taxonomy.postings)
    return found + [_spoken(one, one.code in spoken) for one in facts.languages]


def _spoken(asked: SpokenLanguage, named: bool) -> Answer:
    return Answer(Topic.language, asked.name, asked.must, asked.name if named else None, named or None, asked.source)


def _degree(asked: Degree, resume: Resume, taxonomy: Taxonomy) -> Answer:
    held = _highest_degree(resume, taxonomy)
    met = held is not None and _RANKS.index(held) >= _RANKS.index(asked.level)
    return Answer(Topic.degree, asked.level, asked.must, held, met, asked.source)


def _highest_degree(resume: Resume, taxonomy: Taxonomy) -> str | None:
    """The highest degree of the resume; one that is still being made, by its dates, does not count."""
    done = [
        entry
        for _, entry in resume.entries()
        if entry.kind is EntryKind.education and not is_going_on(entry, resume.as_of)
    ]
    levels = (taxonomy.entry_words.degree_level([item.text for item in entry.items]) for entry in done)
    return max((level for level in levels if level in _RANKS), key=_RANKS.index, default=None)


def _years(resume: Resume) -> float:
    return resume.work_months / _MONTHS


def _years_asked(asked: Years, resume: Resume) -> Answer:
    years = round(_years(resume), 1)
    return Answer(Topic.years, f"{asked.least:g}", True, f"{years:g}", years >= asked.least, asked.source)


def _languages(resume: Resume, words: PostingWords) -> set[str]:
    """The languages that the resume names, and English, in which it is read."""
    names = {name.lower(): code for code, name in words.languages.items()}
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(names)})(?!\w)", re.IGNORECASE)
    texts = (item.text for _, entry in resume.entries() for item in entry.items)
    return {"en"} | {names[found[0].lower()] for text in texts for found in pattern.finditer(text)}
