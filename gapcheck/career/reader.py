"""What was found → where it leads: the stage of a career, titles, pay, interviews, other profiles, challenges.

All facts are those of market.yaml and roadmap.yaml. A fact that is not given for this profile and stage is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from gapcheck.career.good_to_know import Known, good_to_know
from gapcheck.career.prospects import Applies, Interview, Pay, _interview, pay_for
from gapcheck.career.situation import Background, situation_of, stage_of
from gapcheck.career.titles import (
    Ahead,
    Fit,
    Later,
    Title,
    better_fit,
    enough,
    is_own_field,
    shows_heart,
    title_later,
    titles_now,
)
from gapcheck.gap.compare import Gap, Status, compare, readiness, share_reached, stage_at
from gapcheck.portfolio.doubted import firm_without
from gapcheck.portfolio.model import Portfolio
from gapcheck.resume import Entry, EntryKind, Resume, Section
from gapcheck.skills import SkillEvidence
from gapcheck.skills.strength import Depth
from gapcheck.taxonomy import Challenge, Level, Profile, SectionKind, Stage, Taxonomy
from gapcheck.taxonomy.models.market import Situation
from gapcheck.text.claims import Claims

_MOST_PROFILES, _MOST_ASKED = 3, 2
_FIELD, _DEGREE = "field", "degree"


@dataclass(frozen=True, slots=True)
class Career:
    """Where the resume stands and leads. The stage is that of the readiness for the profile `measured_by`, or of the
    months of work in the field; `better` is a profile that fits clearly better than the one chosen; `closing`
    are the requirements that, met, lead to the next one, none where the resume was compared with something else.
    """

    stage: Stage
    situation: Situation
    background: Background
    measured_by: Profile
    next_stage: Stage | None
    closing: tuple[str, ...]
    titles: tuple[Title, ...]
    titles_from: Stage
    pay: Pay | None
    interviews: tuple[Interview, ...]
    fits: tuple[Fit, ...]
    better: Fit | None
    later: Later | None
    challenges: tuple[Applies, ...]
    good_to_know: tuple[Known, ...]


class CareerReader:
    """Reads where a resume leads, by the facts of one taxonomy; build it once, use it for many."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._taxonomy = taxonomy
        # Only shares are needed, of all profiles: each group of skills is looked up once for all requirements of it.
        self._groups = {rule.any_of for profile in taxonomy.profiles.values() for rule in profile.requirements}
        titles = taxonomy.market.titles
        self._timeline = taxonomy.profiles[titles.timeline]
        self._roles = {
            *(title.profile for title in (*titles.entry_level, *titles.by_stage)),
            *(kind.profile for kind in taxonomy.market.specialisations.kinds),
        }
        education = taxonomy.market.education
        self._studies = Claims(
            {_FIELD: (*education.fields, *education.field_words), _DEGREE: education.degree_words}, (), ()
        )

    def career(
        self,
        profile: Profile,
        gaps: Sequence[Gap],
        skills: Sequence[SkillEvidence],
        portfolio: Portfolio,
        resume: Resume,
        background: Background,
        ahead: Ahead,
        field: str | None = None,
    ) -> Career:
        """Where a resume with these skills, this portfolio and this background leads; `gaps` is its comparison with the
        profile, `ahead` its plan, `field` the name of the field of work that the person comes from, None where that is
        not told.
        """
        taxonomy = self._taxonomy
        # A posting or a school may ask for little: how much of that is met tells nothing of a career.
        measured_by = profile if profile.id in self._roles else self._timeline
        share = readiness(gaps if measured_by is profile else compare(measured_by, skills))
        firm = self._firm(firm_without(skills, portfolio, taxonomy))
        firm_share = readiness(compare(measured_by, firm))
        situation = situation_of(background, taxonomy)
        stage = stage_of(background, stage_at(firm_share, taxonomy.roadmap), taxonomy.roadmap)
        following = _following(stage, taxonomy)
        closing = ahead.closing(following.readiness) if following and measured_by is profile else ()
        if measured_by is profile and not closing:
            following = None  # more than a plan can promise: it takes years on the job
        fits = self._fits(skills, firm, stage, ahead, of_field=background.research or background.in_field > 0)
        open_now = sum(gap.status.is_open for gap in gaps)
        own = Fit(measured_by.id, measured_by.name, share, firm_share, still_open=open_now)
        firm_levels = {one.skill: one.level for one in firm}
        chosen = measured_by is profile
        at_home = chosen and is_own_field(profile.id, background, skills, taxonomy)
        waits = chosen and not at_home
        later = title_later(profile, own, situation, background, ahead, firm_levels, taxonomy) if waits else None
        if portfolio.in_doubt and background.in_field < taxonomy.market.titles.newcomers.field_months:
            own, suiting = replace(own, firm=0.0), [replace(one, firm=0.0) for one in fits]  # they measure anew first
        else:
            suiting = list(fits)
            own = replace(own, firm=max(own.firm, enough(taxonomy))) if at_home else own
        titles, later = titles_now(own, suiting, stage, situation, background, later, skills, firm_levels, taxonomy)
        field = field or taxonomy.market.situations.any_field
        titles = tuple(replace(one, title=one.title.format(field=field)) for one in titles)
        return Career(
            stage=stage,
            situation=situation,
            background=background,
            measured_by=measured_by,
            next_stage=following,
            closing=closing,
            titles=titles,
            titles_from=stage,
            pay=pay_for(profile, stage, background, resume, taxonomy),
            interviews=tuple(_interview(one, gaps, portfolio, taxonomy) for one in taxonomy.market.interview.stages),
            fits=fits,
            better=better_fit(own, fits, background.holds, taxonomy) if measured_by is profile else None,
            later=later,
            challenges=tuple(self._challenges(profile, gaps, portfolio, resume, newcomer=not situation.by_work)),
            good_to_know=good_to_know(
                taxonomy.market,
                situation.id,
                ready=own.firm >= enough(taxonomy) and not portfolio.in_doubt,
                has_degree=self._names_a_field(resume),
                works=bool(background.holds),
            ),
        )

    def _firm(self, skills: Sequence[SkillEvidence]) -> list[SkillEvidence]:
        """The skills with the levels that people can be sent anywhere by: what rests on one thin line counts less."""
        most = self._taxonomy.levels.strength.thin_at_most
        return [replace(one, level=min(one.level, most)) if one.strength.depth is Depth.thin else one for one in skills]

    def _fits(
        self,
        skills: Sequence[SkillEvidence],
        firm: Sequence[SkillEvidence],
        stage: Stage,
        ahead: Ahead,
        *,
        of_field: bool,
    ) -> tuple[Fit, ...]:
        """The profiles with most readiness, at most three; none that the timeline puts at a later stage, none of
        research for who has neither done some nor worked in the field, and none without a sign of its heart.
        """
        reached = {one.id for one in self._taxonomy.roadmap.stages if one.readiness <= stage.readiness}
        titles = self._taxonomy.market.titles
        later = {title.profile for title in titles.by_stage if title.stage not in reached}
        later |= set() if of_field else titles.of_research
        found, firmly = self._levels_found(skills), self._levels_found(firm)
        shares = {
            profile.id: share_reached((rule, found[rule.any_of]) for rule in profile.requirements)
            for profile in self._taxonomy.profiles.values()
            if profile.id not in later and shows_heart(profile.id, skills, self._taxonomy)
        }
        nearest = sorted(shares, key=lambda profile: (-shares[profile], profile))[:_MOST_PROFILES]
        return tuple(self._fit(self._taxonomy.profiles[one], found, firmly, ahead.levels) for one in nearest)

    def _levels_found(self, skills: Iterable[SkillEvidence]) -> Mapping[tuple[str, ...], int]:
        """The best level for each group of skills that requirements ask for."""
        levels = {one.skill: int(one.level) for one in skills}
        return {group: max([levels.get(skill, 0) for skill in group]) for group in self._groups}

    def _fit(
        self,
        profile: Profile,
        found: Mapping[tuple[str, ...], int],
        firmly: Mapping[tuple[str, ...], int],
        after: Mapping[str, Level],
    ) -> Fit:
        rules = profile.requirements
        still_open = [rule for rule in rules if found[rule.any_of] < rule.expected]
        heaviest = sorted(still_open, key=lambda rule: -rule.weight * (1 - found[rule.any_of] / rule.expected))
        later = share_reached((rule, max(after.get(skill, Level.none) for skill in rule.any_of)) for rule in rules)
        asks = tuple(rule.name for rule in heaviest[:_MOST_ASKED])
        now, firm = (share_reached((rule, one[rule.any_of]) for rule in rules) for one in (found, firmly))
        return Fit(profile.id, profile.name, now, firm, later, len(still_open), asks)

    def _challenges(
        self, profile: Profile, gaps: Sequence[Gap], portfolio: Portfolio, resume: Resume, *, newcomer: bool
    ) -> Iterator[Applies]:
        facts = self._taxonomy.market.challenges
        for challenge in (one for one in facts.list if newcomer or not one.newcomers):
            reasons = list(self._reasons(challenge, profile, gaps, portfolio, resume))
            if reasons and None not in reasons:
                why = "; ".join(reason for reason in reasons if reason)
                yield Applies(challenge, why, challenge.source or facts.source)

    def _reasons(
        self, challenge: Challenge, profile: Profile, gaps: Sequence[Gap], portfolio: Portfolio, resume: Resume
    ) -> Iterator[str | None]:
        """For each condition of the challenge what meets it, None where nothing does; nothing if it has none."""
        when = challenge.when
        if when is None:
            return
        for verdict in portfolio.criteria:
            if verdict.criterion.id in when.criteria:
                count = f"{verdict.criterion.name.lower()}: {verdict.count} of {verdict.criterion.least}"
                yield None if verdict.met else count
        if when.no_work_in:
            at_work = any(when.no_work_in in work.skills for work in portfolio.at_work)
            yield None if at_work else f"no job shows {self._taxonomy.skills[when.no_work_in].name.lower()}"
        if when.no_degree:
            yield None if self._names_a_field(resume) else "no degree in a field that the guides name"
        if when.below is not None:
            rows = [gap for gap in gaps if gap.requirement.category in when.categories]
            met = sum(gap.status is Status.met for gap in rows)
            names = " and ".join(self._taxonomy.categories[category].lower() for category in when.categories)
            yield f"{met} of {len(rows)} requirements met in {names}" if rows and met < when.below * len(rows) else None
        if when.profiles:
            yield f"compared with {profile.name}" if profile.id in when.profiles else None

    def _names_a_field(self, resume: Resume) -> bool:
        """Whether a line on education, or any other line that names a degree, names a field of study that fits."""
        entries = [(_is_education(section, entry), entry) for section, entry in resume.entries()]
        for education, entry in sorted(entries, key=lambda pair: not pair[0]):
            for item in entry.items:
                found = {hit.key for hit in self._studies.hits(item.text)}
                if _FIELD in found and (education or _DEGREE in found):
                    return True
        return False


def _is_education(section: Section, entry: Entry) -> bool:
    return entry.kind is EntryKind.education or section.kind is SectionKind.education


def _following(stage: Stage, taxonomy: Taxonomy) -> Stage | None:
    later = [one for one in taxonomy.roadmap.stages if one.readiness > stage.readiness]
    return min(later, key=lambda one: one.readiness, default=None)
