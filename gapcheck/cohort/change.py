"""An earlier and a later `Group` on one profile → what changed, in counts over the resumes that are in both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from statistics import fmean

from gapcheck.cohort.group import Columns, Group, situations
from gapcheck.cohort.model import ChangePart, MoverPart, RequirementChangeCountPart
from gapcheck.gap.compare import Gap, compare_levels
from gapcheck.taxonomy import RequirementRule

_OLD, _NEW = "old ", "new "  # before the ids of skills: both runs' levels stand side by side


def change_between(old: Group, new: Group, *, fewest: int, names: bool = False) -> ChangePart | None:
    """What changed; None where fewer than `fewest` resumes are in both. A resume is known by its file name, or by its
    whole path where a run has several files of that name.
    """
    pairs = _pairs(old.paths, new.paths)
    if len(pairs) < fewest:
        return None
    before = [old.readiness[row] for row, _ in pairs]
    after = [new.readiness[row] for _, row in pairs]
    known = {rule.id: rule for rule in old.rules}
    ids = {rule.id for rule in new.rules}
    both = {
        **{_OLD + skill: bytearray(column[row] for row, _ in pairs) for skill, column in old.levels.items()},
        **{_NEW + skill: bytearray(column[row] for _, row in pairs) for skill, column in new.levels.items()},
    }
    moved = [_moved(known[rule.id], rule, both) for rule in new.rules if rule.id in known]
    return ChangePart(
        as_of=(max(old.as_of), max(new.as_of)),
        matched=len(pairs),
        came=len(new) - len(pairs),
        went=len(old) - len(pairs),
        old_readiness=round(fmean(before), 3),
        new_readiness=round(fmean(after), 3),
        higher=sum(late > early for early, late in zip(before, after, strict=True)),
        same=sum(late == early for early, late in zip(before, after, strict=True)),
        lower=sum(late < early for early, late in zip(before, after, strict=True)),
        requirements=tuple(
            sorted(
                (one for one in moved if one.closed or one.opened or one.closer or one.further),
                key=lambda one: (-one.closed, -one.closer, one.opened),
            )
        ),
        not_compared=tuple(sorted(ids ^ set(known))),
        moved=tuple(_movers(old, new, pairs)) if names else (),
    )


def _movers(old: Group, new: Group, pairs: Sequence[tuple[int, int]]) -> Iterator[MoverPart]:
    """Who moved and by what, those first who gained most."""
    for before, now in sorted(pairs, key=lambda pair: old.readiness[pair[0]] - new.readiness[pair[1]]):
        met = {gap.requirement.name for gap in _gaps(old, before) if not gap.status.is_open}
        meets = {gap.requirement.name for gap in _gaps(new, now) if not gap.status.is_open}
        if met != meets or old.readiness[before] != new.readiness[now]:
            yield MoverPart(
                path=new.paths[now],
                old_readiness=old.readiness[before],
                new_readiness=new.readiness[now],
                closed=tuple(sorted(meets - met)),
                opened=tuple(sorted(met - meets)),
            )


def _gaps(group: Group, row: int) -> Sequence[Gap]:
    return compare_levels(group.rules, group.levels_of(row))


def _pairs(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """The rows of the resumes that are in both."""
    shared = {name for paths in (old, new) for name, count in Counter(map(_name, paths)).items() if count > 1}

    def rows(paths: Sequence[str]) -> Iterator[tuple[str, int]]:
        for row, path in enumerate(paths):
            yield (path if _name(path) in shared else _name(path)), row

    earlier = dict(rows(old))
    return [(earlier[key], row) for key, row in rows(new) if key in earlier]


def _name(path: str) -> str:
    return PurePath(path).name


def _moved(old: RequirementRule, new: RequirementRule, both: Columns) -> RequirementChangeCountPart:
    """What became of one requirement, which may expect another level, or other skills, than before."""
    skills = [*(_OLD + skill for skill in old.any_of), *(_NEW + skill for skill in new.any_of)]
    closed = opened = closer = further = 0
    for levels, count in situations(both, skills):
        before = compare_levels([old], {skill: levels[_OLD + skill] for skill in old.any_of})[0]
        after = compare_levels([new], {skill: levels[_NEW + skill] for skill in new.any_of})[0]
        if before.status.is_open != after.status.is_open:
            closed += count * before.status.is_open
            opened += count * after.status.is_open
        elif after.status.is_open:
            closer += count * (after.found > before.found)
            further += count * (after.found < before.found)
    return RequirementChangeCountPart(
        id=new.id, name=new.name, closed=closed, opened=opened, closer=closer, further=further
    )
