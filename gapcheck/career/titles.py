"""Profiles that fit → titles to apply for now and later, and the profile that fits clearly better."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from gapcheck.career.situation import Background, is_senior
from gapcheck.skills import SkillEvidence
from gapcheck.taxonomy import How, Level, Profile, Stage, Taxonomy
from gapcheck.taxonomy.models.market import Core, OpeningTitle, Situation

_BRACKET = re.compile(r"\([^()]*\)")
_JUNIOR, _FIRST, _SENIOR = "junior ", " I", "Senior "


@dataclass(frozen=True, slots=True)
class Fit:
    """A profile, the readiness for it (0 to 1) now, `firm` with less for what is shown thin, and after the plan, how
    many of its requirements are open, and the names of those that weigh most.
    """

    profile: str
    name: str
    readiness: float
    firm: float
    after: float = 0.0
    still_open: int = 0
    asks: tuple[str, ...] = ()


class Ahead(Protocol):
    """What a plan leads to."""

    def closing(self, goal: float) -> tuple[str, ...]:
        """Ids of the requirements that it meets up to a readiness; none where it does not come there."""

    def step_reaching(
        self, goal: float, suits: Callable[[Mapping[str, Level]], bool] = ..., *, least_hours: int = 0
    ) -> int | None:
        """The number of the step after which a readiness is reached and the levels suit, 1 for the first; none before
        so many hours of work are done, or all of the plan is.
        """

    @property
    def levels(self) -> Mapping[str, Level]:
        """The levels of skills after it."""

    @property
    def length(self) -> int:
        """How many steps it has, those left out that time alone brings."""


@dataclass(frozen=True, slots=True)
class Later:
    """A title for which enough is shown after so many steps of the plan."""

    title: str
    step: int


@dataclass(frozen=True, slots=True)
class Title:
    """A title to search for; `profile` is the one that it stands for, None for a title of the stage."""

    title: str
    profile: str | None


def shows_heart(profile: str, skills: Iterable[SkillEvidence], taxonomy: Taxonomy) -> bool:
    """Whether enough lines on work show what a role is about."""
    heart = taxonomy.market.titles.hearts.get(profile)
    if heart is None:
        return True
    about = (one for one in skills if one.skill in heart)
    lines = {(line.page, line.line) for one in about for line in one.evidence if line.kind is How.demonstrated}
    return len(lines) >= taxonomy.market.titles.heart_lines


def is_own_field(profile: str, background: Background, skills: Iterable[SkillEvidence], taxonomy: Taxonomy) -> bool:
    """Whether somebody comes from years of research on what a role is about: its title is open to them today."""
    has_heart = profile in taxonomy.market.titles.hearts and shows_heart(profile, skills, taxonomy)
    return background.research and background.in_field >= taxonomy.market.titles.own_field_months and has_heart


def shows_core(profile: str, levels: Mapping[str, Level], taxonomy: Taxonomy) -> bool:
    """Whether these levels of skills show what posts for a role take for granted."""
    return all(_shows(one, levels) for one in taxonomy.market.titles.cores.get(profile, ()))


def _shows(group: Core, levels: Mapping[str, Level]) -> bool:
    return any(levels.get(skill, Level.none) >= group.least for skill in group.any_of)


def asked_of(profile: str, background: Background, taxonomy: Taxonomy) -> tuple[Core, ...]:
    """What posts for a role ask somebody beside its core: nothing of who has worked in the field for long enough."""
    newcomers = taxonomy.market.titles.newcomers
    return newcomers.asked.get(profile, ()) if background.in_field < newcomers.field_months else ()


def better_fit(own: Fit, fits: Sequence[Fit], holds: Sequence[str], taxonomy: Taxonomy) -> Fit | None:
    """The nearest profile where it fits clearly better than the one chosen and asks for no more than that does; none
    whose post the person holds: they want to leave it.
    """
    for fit in fits[:1]:
        post = _BRACKET.sub("", fit.name).strip().lower()
        if any(post in title for title in holds):
            return None
        leads = fit.readiness >= own.readiness + taxonomy.market.titles.clearly
        if fit.profile != own.profile and leads and fit.still_open <= own.still_open:
            return fit
    return None


def titles_now(
    own: Fit,
    fits: Sequence[Fit],
    stage: Stage,
    situation: Situation,
    background: Background,
    later: Later | None,
    skills: Sequence[SkillEvidence],
    firm: Mapping[str, Level],
    taxonomy: Taxonomy,
) -> tuple[tuple[Title, ...], Later | None]:
    """Titles to apply for now: of the profiles, this one first, for which enough is shown, one for each; then those
    that open doors from where the person comes and whose heart is shown. No title is named for now and for later: what
    is named for later is none of now, and is not named where a higher form of it is. None whose core the levels do not
    show that are `firm`, or of which who is new to the field lacks what is asked beside it. Years of work in the field,
    or of research on numbers, stand for something of what is not on paper: an opening from there waits for no step of
    the plan, and the title of who has a post of a higher rank keeps the rank.
    """
    facts = taxonomy.market.titles

    def suits(profile: str) -> bool:
        asked = asked_of(profile, background, taxonomy)
        return shows_core(profile, firm, taxonomy) and all(_shows(one, firm) for one in asked)

    senior, worked = is_senior(situation, background), facts.worked
    if senior and later is not None:
        later = Later(_without_rank(later.title), later.step)
    in_field = max(background.in_field, background.analytic if background.research else 0)
    by_work = fits[0].profile if fits and in_field >= worked.field_months else None
    able = [
        Title(_ranked(title, fit.profile == by_work and background.ranked) if senior else title, fit.profile)
        for fit in (own, *fits)
        if fit.firm >= (worked.enough if fit.profile == by_work else enough(taxonomy))
        and suits(fit.profile)
        and (title := next((title for one, title in _known_titles(stage, taxonomy) if one == fit.profile), None))
    ]
    used = {one.skill for one in skills if one.entries}
    known = [
        one
        for one in situation.openings
        if (background.of_software or not one.of_software)
        and (not one.shows or not used.isdisjoint(one.shows))
        and background.analytic >= one.months
        and (one.profile is None or (shows_heart(one.profile, skills, taxonomy) and suits(one.profile)))
    ]
    if situation.bridged:
        known = [*(OpeningTitle(title=title) for title in background.bridges), *known]
    usual = [] if able else situation.openings[:1]  # who has a title open is sent to none whose core is lacking
    opening = [_without_rank(one.title) if senior else one.title for one in known or usual]
    if senior:  # the post that somebody moves on from opens no door
        able = [one for one in able if not (_is_of_analysts(one, taxonomy) and _is_held(one, background))]
        moves_over = not background.in_field
        opening = [one for one in opening if not moves_over or one.lower() not in " ".join(background.holds)] or opening
    now = {_work(title) for title in (*opening, *(one.title for one in able))}
    waits = later is not None and (by_work is None or _work(later.title) not in now)
    also = [] if later is None or waits else [Title(later.title, None)]
    later = later if waits else None
    found: dict[str, Title] = {}
    for one in (*able, *(Title(each, None) for each in opening)):
        is_later = later is not None and one.title.lower() == later.title.lower()
        if not is_later and len(found) < max(facts.most, len(able)):
            found.setdefault(_work(one.title), one)
    found.update({_work(one.title): one for one in also if _work(one.title) not in found})
    if not found:  # what one does already is not for later
        return tuple(Title(one.title, None) for one in (known or situation.openings)[:1]), None
    return tuple(found.values()), None if later is not None and _work(later.title) in found else later


def _is_of_analysts(one: Title, taxonomy: Taxonomy) -> bool:
    return any(word in one.title.lower() for word in taxonomy.market.situations.analytic_titles)


def _is_held(one: Title, background: Background) -> bool:
    post = _BRACKET.sub("", _work(one.title)).strip()
    return any(post in title for title in background.holds)


def _without_rank(title: str) -> str:
    plain = title.removesuffix(_FIRST)
    plain = plain[len(_JUNIOR) :] if plain.lower().startswith(_JUNIOR) else plain
    return plain[0].upper() + plain[1:]


def _ranked(title: str, keeps_rank: bool) -> str:
    """A title of a profile without the rank of juniors, or with that of a senior."""
    plain = _without_rank(title)
    return f"{_SENIOR}{plain}" if keeps_rank and not plain.startswith(_SENIOR) else plain


def _work(title: str) -> str:
    """What a title is on, whatever its rank."""
    return _without_rank(title).lower().removeprefix(_SENIOR.lower())


def title_later(
    profile: Profile,
    own: Fit,
    situation: Situation,
    background: Background,
    ahead: Ahead,
    firm: Mapping[str, Level],
    taxonomy: Taxonomy,
) -> Later | None:
    """From which step on to apply for the title of the profile chosen: enough is shown then, what is thin now counting
    no more, its core, and all that the plan brings of what newcomers are asked; None where that is now, or where no
    plan leads there.
    """
    goal = enough(taxonomy)
    stage = next(one for one in taxonomy.roadmap.stages if one.id == taxonomy.market.titles.from_stage)
    title = next((title for one, title in _known_titles(stage, taxonomy) if one == profile.id), None)
    asked = asked_of(profile.id, background, taxonomy)
    is_now = own.firm >= goal and shows_core(profile.id, firm, taxonomy) and all(_shows(one, firm) for one in asked)
    if title is None or is_now:
        return None
    shares = goal + own.readiness - own.firm
    brought = [one for one in asked if _shows(one, ahead.levels)]

    def suits(levels: Mapping[str, Level]) -> bool:
        return shows_core(profile.id, levels, taxonomy) and all(_shows(one, levels) for one in brought)

    step = ahead.step_reaching(shares, suits, least_hours=taxonomy.market.titles.later_hours)
    if step is None or situation.until_degree:
        return None
    return Later(title, max(step, ahead.length) if situation.whole_plan else step)


def enough(taxonomy: Taxonomy) -> float:
    """The readiness from which the title of a profile suits."""
    return next(one.readiness for one in taxonomy.roadmap.stages if one.id == taxonomy.market.titles.from_stage)


def _known_titles(stage: Stage, taxonomy: Taxonomy) -> list[tuple[str | None, str]]:
    """Profiles with a title that stands for each."""
    market = taxonomy.market
    return [
        *((title.profile, title.title) for title in market.titles.entry_level),
        *((kind.profile, kind.title) for kind in market.specialisations.kinds),
        *((title.profile, title.title) for title in market.titles.by_stage if title.stage == stage.id),
    ]
