"""What was found → where it leads: the stage of a career, titles, pay, interviews, other profiles, challenges.

All facts are those of market.yaml and roadmap.yaml. A fact that is not given for this profile and stage is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from gapcheck.career.prospects import Applies, Interview, Pay, _interview, _pay
from gapcheck.gap.compare import Gap, Status, compare, readiness, share_reached, stage_at
from gapcheck.portfolio.review import Portfolio
from gapcheck.resume import Entry, EntryKind, Resume, Section
from gapcheck.skills import SkillEvidence
from gapcheck.taxonomy import Challenge, Profile, SectionKind, Stage, Taxonomy
from gapcheck.text.claims import Claims

_MOST_PROFILES = 3
_FIELD, _DEGREE = "field", "degree"


@dataclass(frozen=True, slots=True)
class Fit:
    """A profile and the readiness for it, 0 to 1."""

    profile: str
    name: str
    readiness: float


@dataclass(frozen=True, slots=True)
class Title:
    """A title to search for; `profile` is the one that it stands for, None for a title of the stage."""

    title: str
    profile: str | None


@dataclass(frozen=True, slots=True)
class Career:
    """Where the resume stands and leads. The stage is that of the readiness for the profile `measured_by`; `closing`
    are the requirements that, met, lead to the next one, none where the resume was compared with something else.
    """

    stage: Stage
    measured_by: Profile
    next_stage: Stage | None
    closing: tuple[str, ...]
    titles: tuple[Title, ...]
    titles_from: Stage
    pay: Pay | None
    interviews: tuple[Interview, ...]
    fits: tuple[Fit, ...]
    challenges: tuple[Applies, ...]


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
    ) -> Career:
        """Where a resume with these skills and this portfolio leads; `gaps` is its comparison with the profile."""
        taxonomy = self._taxonomy
        # A posting or a school may ask for little: how much of that is met tells nothing of a career.
        measured_by = profile if profile.id in self._roles else self._timeline
        share = readiness(gaps if measured_by is profile else compare(measured_by, skills))
        stage = stage_at(share, taxonomy.roadmap)
        following = _following(stage, taxonomy)
        fits = self._fits(skills, stage)
        titles_from, titles = _titles(Fit(measured_by.id, measured_by.name, share), fits, stage, taxonomy)
        return Career(
            stage=stage,
            measured_by=measured_by,
            next_stage=following,
            closing=_closing(gaps, following.readiness) if following and measured_by is profile else (),
            titles=titles,
            titles_from=titles_from,
            pay=_pay(profile, stage, skills, taxonomy),
            interviews=tuple(_interview(one, gaps, portfolio, taxonomy) for one in taxonomy.market.interview.stages),
            fits=fits,
            challenges=tuple(self._challenges(profile, gaps, portfolio, resume)),
        )

    def _fits(self, skills: Iterable[SkillEvidence], stage: Stage) -> tuple[Fit, ...]:
        """The profiles with most readiness, at most three; none that the timeline puts at a later stage."""
        reached = {one.id for one in self._taxonomy.roadmap.stages if one.readiness <= stage.readiness}
        later = {title.profile for title in self._taxonomy.market.titles.by_stage if title.stage not in reached}
        levels = {one.skill: int(one.level) for one in skills}
        found = {group: max([levels.get(skill, 0) for skill in group]) for group in self._groups}
        fits = [
            Fit(profile.id, profile.name, share_reached((rule, found[rule.any_of]) for rule in profile.requirements))
            for profile in self._taxonomy.profiles.values()
            if profile.id not in later
        ]
        return tuple(sorted(fits, key=lambda fit: (-fit.readiness, fit.profile))[:_MOST_PROFILES])

    def _challenges(
        self, profile: Profile, gaps: Sequence[Gap], portfolio: Portfolio, resume: Resume
    ) -> Iterator[Applies]:
        facts = self._taxonomy.market.challenges
        for challenge in facts.list:
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


def _closing(gaps: Sequence[Gap], goal: float) -> tuple[str, ...]:
    """Ids of the open requirements that weigh most, as many as it takes to come to the readiness `goal`."""
    total = sum(gap.requirement.weight for gap in gaps)
    lost = {
        gap.requirement.id: gap.requirement.weight * (1 - gap.found / gap.requirement.expected)
        for gap in gaps
        if gap.status is not Status.met
    }
    needed = goal * total - (total - sum(lost.values()))
    taken: list[str] = []
    for name in sorted(lost, key=lambda name: -lost[name]):
        if needed <= 1e-9:
            break
        taken.append(name)
        needed -= lost[name]
    return tuple(taken)


def _titles(own: Fit, fits: Sequence[Fit], stage: Stage, taxonomy: Taxonomy) -> tuple[Stage, tuple[Title, ...]]:
    """Titles of the profiles, this one first, for which enough is shown, one for each; where there are none, titles of
    jobs at this stage or the first later one. Comes with the stage from which they suit.
    """
    market = taxonomy.market
    stages = {one.id: one for one in taxonomy.roadmap.stages}
    enough = stages[market.titles.from_stage].readiness
    known = [
        *((title.profile, title.title) for title in market.titles.entry_level),
        *((kind.profile, kind.title) for kind in market.specialisations.kinds),
        *((title.profile, title.title) for title in market.titles.by_stage if title.stage == stage.id),
    ]
    found: dict[str, Title] = {}
    for fit in (own, *fits):
        title = next((title for profile, title in known if profile == fit.profile), None)
        if title and fit.readiness >= enough:
            found.setdefault(fit.profile, Title(title, fit.profile))
    if found:
        return stage, tuple(found.values())
    jobs = [(stages[title.stage], title) for title in market.titles.by_stage if title.job and title.stage]
    ahead = [one for one, _ in jobs if one.readiness >= stage.readiness]
    first = min(ahead, key=lambda one: one.readiness, default=stage)
    return first, tuple(Title(title.title, title.profile) for one, title in jobs if one.id == first.id)
