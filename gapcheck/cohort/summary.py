"""`Group`s of reports → `Cohort`: the figures that are published."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from statistics import fmean, quantiles

from gapcheck.cohort.change import change_between
from gapcheck.cohort.group import Group, situations
from gapcheck.cohort.model import (
    BinPart,
    Cohort,
    DistributionPart,
    ErrorCountPart,
    GroupPart,
    LackPart,
    RequirementCountPart,
    ResumePart,
    SessionPart,
    SkillCountPart,
    StageCountPart,
)
from gapcheck.cohort.reading import CohortError, Reports
from gapcheck.cohort.sessions import Session, Teaching
from gapcheck.gap.compare import Status, compare_levels, readiness
from gapcheck.taxonomy import Level, RequirementRule, Taxonomy

FEWEST = 5
"""The least number of resumes of which figures are shown without names: a figure on fewer can point to a person."""

_BINS = 10
_TOP_GAPS = 3


def cohort_of(
    reports: Reports,
    taxonomy: Taxonomy,
    *,
    since: Reports | None = None,
    hours: float,
    names: bool = False,
) -> Cohort:
    """The figures of all groups that are large enough, compared with those of an earlier run (`since`).

    Sessions are suggested for so many `hours`. Raises `CohortError` where no group is large enough to be shown without
    names.
    """
    fewest = 1 if names else FEWEST
    shown = [group for group in reports.groups if len(group) >= fewest]
    if not shown:
        raise CohortError(
            f"fewer than {FEWEST} reports on one profile: figures on so few can point to a person; "
            "add --names if you may see who they are"
        )
    earlier = {(group.profile.id, group.label): group for group in since.groups} if since else {}
    groups = tuple(
        _group(group, taxonomy, earlier.get((group.profile.id, group.label)), hours, fewest, names=names)
        for group in shown
    )
    return Cohort(
        documents=reports.documents,
        errors=tuple(ErrorCountPart(code=code, documents=count) for code, count in reports.errors.most_common()),
        skipped=reports.skipped,
        unread=tuple(reports.unread) if names else (),
        fewest=fewest,
        groups=groups,
        warnings=tuple(_warnings(reports, groups, fewest, is_change=since is not None)),
    )


def _warnings(reports: Reports, groups: Sequence[GroupPart], fewest: int, *, is_change: bool) -> Iterator[str]:
    for group in reports.groups:
        if len(group) < fewest:
            label = group.label or f"{group.profile.id} {group.profile.version}"
            yield f"{label}: {len(group)} of fewer than {fewest} reports: left out"
    if len({group.profile.id for group in groups}) > 1:
        yield "readiness for different profiles can't be added up: each is shown apart"
    for one in groups:
        if is_change and one.change is None:
            yield (
                f"{one.profile.id}: nothing to compare: the earlier run has another profile, or shares fewer than "
                f"{fewest} file names with this one"
            )


def _group(
    group: Group, taxonomy: Taxonomy, earlier: Group | None, hours: float, fewest: int, *, names: bool
) -> GroupPart:
    taught = Teaching(group, taxonomy, fewest=fewest).sessions(hours)
    written = Teaching(group, taxonomy, fewest=fewest, phrased=True).sessions()
    return GroupPart(
        profile=group.profile,
        label=group.label,
        as_of=(min(group.as_of), max(group.as_of)),
        resumes=len(group),
        readiness=_distribution(group.readiness),
        stages=tuple(_stages(group, taxonomy)),
        requirements=tuple(sorted((_requirement(rule, group) for rule in group.rules), key=lambda one: -one.lost)),
        skills=tuple(_skills(group, fewest)),
        sessions=tuple(_sessions(taught, group, taxonomy)),
        to_write=tuple(_sessions(written, group, taxonomy)),
        change=change_between(earlier, group, fewest=fewest, names=names) if earlier else None,
        named=tuple(_named(group)) if names else (),
    )


def _distribution(shares: Sequence[float]) -> DistributionPart:
    counts = Counter(min(int(share * _BINS), _BINS - 1) for share in shares)
    lower, median, upper = quantiles(shares, method="inclusive") if len(shares) > 1 else [shares[0]] * 3
    return DistributionPart(
        mean=round(fmean(shares), 3),
        lower=round(lower, 3),
        median=round(median, 3),
        upper=round(upper, 3),
        histogram=tuple(
            BinPart(at_least=index / _BINS, below=(index + 1) / _BINS, resumes=counts[index]) for index in range(_BINS)
        ),
    )


def _stages(group: Group, taxonomy: Taxonomy) -> Iterator[StageCountPart]:
    """The stages in the order of the roadmap; one that it does not name comes last."""
    counts = Counter(group.stages)
    known = [stage.name for stage in taxonomy.roadmap.stages]
    for name in [*known, *sorted(set(counts) - set(known))]:
        yield StageCountPart(name=name, resumes=counts[name])


def _requirement(rule: RequirementRule, group: Group) -> RequirementCountPart:
    counts: Counter[Status] = Counter()
    one_more, lost = 0, 0.0
    for levels, count in situations(group.levels, rule.any_of):
        gaps = compare_levels([rule], levels)
        counts[gaps[0].status] += count
        one_more += count * (rule.expected - gaps[0].found == 1)
        lost += count * (1 - readiness(gaps))
    return RequirementCountPart(
        id=rule.id,
        name=rule.name,
        category=rule.category,
        any_of=rule.any_of,
        expected=rule.expected.name,
        weight=rule.weight,
        met=counts[Status.met],
        below=counts[Status.below],
        missing=counts[Status.missing],
        one_more=one_more,
        lost=round(lost / len(group) * rule.weight / group.weight, 4),
    )


def _skills(group: Group, fewest: int) -> Iterator[SkillCountPart]:
    """Skills that are shown often enough, those first that most show above basic, then those that most show."""
    asked = {skill for rule in group.rules for skill in rule.any_of}

    def rank(skill: str) -> tuple[int, int, str]:
        levels = group.skills[skill].levels
        return -levels[Level.intermediate] - levels[Level.advanced], -levels.total(), skill

    for skill in sorted(group.skills, key=rank):
        one = group.skills[skill]
        if one.levels.total() >= fewest:
            yield SkillCountPart(
                id=skill,
                name=one.name,
                category=one.category,
                asked=skill in asked,
                basic=one.levels[Level.basic],
                intermediate=one.levels[Level.intermediate],
                advanced=one.levels[Level.advanced],
            )


def _sessions(held: Iterable[Session], group: Group, taxonomy: Taxonomy) -> Iterator[SessionPart]:
    reached = group.mean
    for one in held:
        reached += one.gain / len(group)
        yield SessionPart(
            skill=one.skill,
            name=taxonomy.skills[one.skill].name,
            from_level=one.start.name,
            to_level=one.target.name,
            hours=one.hours,
            resumes=one.resumes,
            opens=one.opens,
            gain=round(one.gain, 4),
            gain_each=round(one.gain / one.resumes, 4) if one.resumes else 0.0,
            closes=one.closes,
            waiting=one.waiting,
            waiting_for=tuple(
                LackPart(skill=skill, name=taxonomy.skills[skill].name, resumes=count)
                for skill, count in one.waiting_for
            ),
            readiness=min(1.0, round(reached, 3)),
            practice=taxonomy.practice_for(one.skill, one.target),
        )


def _named(group: Group) -> Iterator[ResumePart]:
    """Every resume, the lowest readiness first: they need help first."""
    for row in sorted(range(len(group)), key=lambda row: (group.readiness[row], group.paths[row])):
        gaps = compare_levels(group.rules, group.levels_of(row))
        still_open = [gap for gap in gaps if gap.status.is_open]
        costs = sorted(still_open, key=lambda gap: (readiness([gap]) - 1) * gap.requirement.weight)
        yield ResumePart(
            path=group.paths[row],
            readiness=group.readiness[row],
            stage=group.stages[row],
            gaps=tuple(gap.requirement.name for gap in costs[:_TOP_GAPS]),
        )
