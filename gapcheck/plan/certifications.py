"""Gaps → certifications that can be taken now and would show skills in them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from gapcheck.gap.compare import Gap, Status
from gapcheck.skills import Support, level_of
from gapcheck.taxonomy import Certification, Level, Taxonomy

_MOST = 3
_FIT = {"recommend": 2, "optional": 1}


@dataclass(frozen=True, slots=True)
class Advice:
    """A certification that can be taken, the skills in the gaps that it shows, and the requirements that it would close
    by the level rule. `project_closes` are those that one project with the same skills would close.
    """

    certification: Certification
    shows: tuple[str, ...]
    closes: tuple[str, ...]
    project_closes: tuple[str, ...]


def certifications_for(
    gaps: Sequence[Gap], supports: Mapping[str, Support], held: Collection[str], taxonomy: Taxonomy
) -> tuple[Advice, ...]:
    """At most three certifications that are active, fit a junior and show skills in the gaps; most weight shown first.

    `supports` is what the resume shows of each skill; `held` are the ids of certifications that it has already: they
    are not recommended again.
    """
    open_gaps = [gap for gap in gaps if gap.status is not Status.met]
    weights = {skill: gap.requirement.weight for gap in open_gaps for skill in gap.requirement.any_of}

    by_certificate = _closing(open_gaps, supports, taxonomy, by_project=False)
    by_project = _closing(open_gaps, supports, taxonomy, by_project=True)
    advice = [
        Advice(one, shows, _closed(by_certificate, shows), _closed(by_project, shows))
        for one in taxonomy.certifications
        if one.status == "active"
        and one.fit in _FIT
        and one.confidence != "low"
        and one.id not in held
        and (shows := tuple(skill for skill in one.skills if skill in weights))
    ]
    advice = [one for one in advice if one.closes or one.project_closes]

    def value(one: Advice) -> tuple[float, str]:
        return -_FIT[one.certification.fit] * sum(weights[skill] for skill in one.shows), one.certification.id

    return tuple(sorted(advice, key=value)[:_MOST])


def _closing(
    gaps: Iterable[Gap], supports: Mapping[str, Support], taxonomy: Taxonomy, *, by_project: bool
) -> list[tuple[str, frozenset[str]]]:
    """Each requirement with the skills that would close it with one project more, or with a certificate."""
    nothing = Support()
    return [
        (
            gap.requirement.id,
            frozenset(
                skill
                for skill in gap.requirement.any_of
                if _with(supports.get(skill, nothing), taxonomy, by_project=by_project) >= gap.requirement.expected
            ),
        )
        for gap in gaps
    ]


def _closed(closing: Iterable[tuple[str, frozenset[str]]], shown: Collection[str]) -> tuple[str, ...]:
    """The requirements that one of the skills shown closes."""
    return tuple(requirement for requirement, skills in closing if not skills.isdisjoint(shown))


def _with(support: Support, taxonomy: Taxonomy, *, by_project: bool) -> Level:
    """The level with one project more, or with a certificate."""
    more = replace(support, entries=support.entries + 1) if by_project else replace(support, certified=True)
    return level_of(more, taxonomy.levels)[0]
