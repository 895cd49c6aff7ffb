"""Gaps → certifications that can be taken now and would meet some of them; others that need experience first."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from gapcheck.gap.compare import Gap
from gapcheck.skills import SkillEvidence, Support, level_of
from gapcheck.taxonomy import Certification, Level, Taxonomy

_MOST, _MOST_LATER = 2, 2
_FIT = {"recommend": 2, "optional": 1}
_BEGINNERS = ("course", "foundational")
_FIRST_STEPS = 6  # months with a subject before an exam above the first steps: judgement
_RANKS = ("course", "foundational", "associate", "specialty", "professional")


@dataclass(frozen=True, slots=True)
class Advice:
    """A certification that can be taken and the skills in the gaps that it shows.

    `closes` are the requirements that it meets by the level rule, `counts` those that it brings nearer.
    `project_closes` are those that one project with the same skills would meet. `months` of work that it asks for are
    lacking.
    """

    certification: Certification
    shows: tuple[str, ...]
    closes: tuple[str, ...]
    counts: tuple[str, ...]
    project_closes: tuple[str, ...]
    months: int = 0

    @property
    def is_for_later(self) -> bool:
        """Whether experience comes first."""
        return self.months > 0


def certifications_for(
    gaps: Sequence[Gap], skills: Sequence[SkillEvidence], held: Collection[Certification], taxonomy: Taxonomy
) -> tuple[Advice, ...]:
    """At most two certifications that are active, fit a junior, can be taken with the experience that is there and meet
    a requirement; then at most two for later, that would and whose experience is lacking. Most weight first.

    None that is `held`, nor a smaller one of the same issuer for the same skills.
    """
    open_gaps = [gap for gap in gaps if gap.status.is_open]
    found = {one.skill: one for one in skills}
    weights = {gap.requirement.id: gap.requirement.weight for gap in open_gaps}
    advice = [
        _advice(one, open_gaps, found, taxonomy)
        for one in taxonomy.certifications
        if one.status == "active" and one.fit in _FIT and one.confidence != "low" and not _is_below(one, held)
    ]
    advice = [one for one in advice if one.closes]

    def value(one: Advice) -> tuple[float, str]:
        gain = sum(weights[each] for each in one.closes) + sum(weights[each] for each in one.counts) / 2
        return -_FIT[one.certification.fit] * gain, one.certification.id

    ranked = sorted(advice, key=value)
    now = [one for one in ranked if not one.is_for_later]
    later = [one for one in ranked if one.is_for_later]
    return (*now[:_MOST], *later[:_MOST_LATER])


def _is_below(one: Certification, held: Collection[Certification]) -> bool:
    """Whether it is held, or says no more than one of the same issuer that is."""
    return any(
        one.id == other.id
        or (
            one.issuer == other.issuer
            and set(one.skills) <= set(other.skills)
            and _RANKS.index(one.level) <= _RANKS.index(other.level)
        )
        for other in held
    )


def _advice(one: Certification, gaps: Sequence[Gap], found: Mapping[str, SkillEvidence], taxonomy: Taxonomy) -> Advice:
    named = frozenset(one.names).union(*(taxonomy.broader[skill] for skill in one.names))
    shown = frozenset(one.skills) | named
    asked = {skill for gap in gaps for skill in gap.requirement.any_of}
    shows = tuple(skill for skill in one.skills if skill in asked)
    built = frozenset(shows).union(*(taxonomy.broader[skill] for skill in shows))

    def reached(gap: Gap, *, by_project: bool) -> Level:
        """The level with the certificate, or with one project that shows its skills."""
        levels = [Level.none]
        for skill in (built if by_project else shown).intersection(gap.requirement.any_of):
            support = found[skill].support if skill in found else Support()
            if by_project:
                support = replace(support, entries=support.entries + 1)
            elif skill in named:
                support = replace(support, certified=True)
            levels.append(level_of(support, taxonomy.levels)[0])
        return max(levels)

    with_it = {gap.requirement.id: reached(gap, by_project=False) for gap in gaps}
    return Advice(
        one,
        shows,
        tuple(gap.requirement.id for gap in gaps if with_it[gap.requirement.id] >= gap.requirement.expected),
        tuple(gap.requirement.id for gap in gaps if gap.found < with_it[gap.requirement.id] < gap.requirement.expected),
        tuple(gap.requirement.id for gap in gaps if reached(gap, by_project=True) >= gap.requirement.expected),
        _lacking(one, found),
    )


def _lacking(one: Certification, found: Mapping[str, SkillEvidence]) -> int:
    """The months of work with its subject that it asks for and the resume does not show. An exam above the first steps
    whose subject is not shown at all needs half a year of it first.
    """
    months = max((found[skill].months for skill in one.skills if skill in found), default=0)
    is_new = one.level not in _BEGINNERS and one.skills[0] not in found
    return max(0, one.needs.experience_months - months, _FIRST_STEPS if is_new else 0)
