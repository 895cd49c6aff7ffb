"""Pay and interviews, with the source and day of each fact."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gapcheck.career.situation import Background
from gapcheck.gap.compare import Gap, Status
from gapcheck.portfolio.model import Portfolio
from gapcheck.resume import Resume
from gapcheck.taxonomy import Challenge, InterviewStage, Profile, Span, Stage, Taxonomy

_TOP = 12  # lines of a resume in which its writer's place stands


@dataclass(frozen=True, slots=True)
class Pay:
    """Pay a year as a guide gives it. `why` says by what of the resume; `region` is None where none is named."""

    title: str
    base: Span
    total: Span | None
    years: Span | None
    currency: str
    region: str | None
    why: str
    source: tuple[str, ...]
    as_of: date


@dataclass(frozen=True, slots=True)
class Interview:
    """A stage of interviews, and the open requirements and open criteria of the portfolio that it asks about, those of
    most weight first.
    """

    stage: InterviewStage
    requirements: tuple[str, ...]
    criteria: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Applies:
    """A challenge that applies to this resume, and what of it says so."""

    challenge: Challenge
    why: str
    source: tuple[str, ...]


def pay_for(profile: Profile, stage: Stage, background: Background, resume: Resume, taxonomy: Taxonomy) -> Pay | None:
    """What a guide gives, where the resume names a place for which that is so."""
    pay, told_by = _pay(profile, stage, background, taxonomy), taxonomy.market.salary_bands.told_by
    if pay is None or pay.currency != told_by.currency:
        return pay
    lines = [line.text for page in resume.document.pages[:1] for line in page.lines[:_TOP]]
    posts = [item.text for _, one in resume.entries() if one.dates and one.dates.ongoing for item in one.items[:2]]
    names, states, shared = ("|".join(map(re.escape, one)) for one in (told_by.names, told_by.states, told_by.shared))
    place = re.compile(rf"(?<!\w)(?:{names})(?!\w)|\w, (?:(?:{states})\b|(?:{shared}) \d{{5}}\b)")
    return pay if any(map(place.search, (*lines, *posts))) else None


def _pay(profile: Profile, stage: Stage, background: Background, taxonomy: Taxonomy) -> Pay | None:
    """What a guide gives for this profile at this stage: by title, else by the months of work in the field. Who has a
    post of a higher rank is told the pay of such a rank, and none of those below.
    """
    path, facts, months = taxonomy.market.career_path, taxonomy.market.salary_bands, background.in_field
    if background.ranked:
        ranks = taxonomy.market.situations.ranks
        row = next((row for row in path.pay if stage.id in row.stages and row.title.lower().startswith(ranks)), None)
        if row is None:
            return None
        return Pay(row.title, row.pay, None, row.years, path.currency, path.region, "the rank of your post",
                           path.source, path.as_of)  # fmt: skip
    for row in path.pay:
        if row.profile == profile.id and stage.id in row.stages:
            return Pay(row.title, row.pay, None, row.years, path.currency, path.region, f"the stage {stage.name}",
                       path.source, path.as_of)  # fmt: skip
    beside = background.analytic - months
    if profile.id not in facts.profiles or beside >= facts.other_work_months:
        return None
    why = f"the stage {stage.name}"
    for band in facts.bands:
        years = band.work_years
        if stage.id in band.stages and (years is None or years.min <= months // 12 <= years.max):
            if years:
                why += f" and {months} months of work in the field"
            return Pay(band.name, band.base, band.total, band.years, facts.currency, facts.region, why,
                       facts.source, facts.as_of)  # fmt: skip
    return None


def _interview(stage: InterviewStage, gaps: Sequence[Gap], portfolio: Portfolio, taxonomy: Taxonomy) -> Interview:
    asked = [
        gap
        for gap in gaps
        if gap.status is not Status.met
        and not (gap.sure and not gap.urgency)  # what is surely there can be spoken of
        and any(
            skill in stage.skills or taxonomy.skills[skill].category in stage.categories
            for skill in gap.requirement.any_of
        )
    ]
    asked.sort(key=lambda gap: -gap.requirement.weight * (gap.requirement.expected - gap.found))
    return Interview(
        stage,
        tuple(gap.requirement.id for gap in asked),
        tuple(one.criterion.id for one in portfolio.criteria if not one.met and one.criterion.id in stage.criteria),
    )
