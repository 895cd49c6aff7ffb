"""The level rule: what a resume shows of one skill → a level and the line of the rule that gave it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from gapcheck.taxonomy import Level, LevelRule


class Support(NamedTuple):
    """What speaks for a skill: entries that show it, jobs among them, months of those jobs, a certificate, the
    resume's own rating. `loose` tells that all of it is one line in words that may mean something else.
    """

    entries: int = 0
    jobs: int = 0
    months: int = 0
    certified: bool = False
    rating: Level | None = None
    loose: bool = False


def _months_in_between(months: int, rule: LevelRule) -> str:
    first, second = rule.intermediate.months, rule.advanced.months
    if months >= second:
        return f"{months} months of jobs show it, by one line alone, in words that can mean other things"
    return f"{months} months of jobs show it (intermediate from {first}, advanced from {second})"


def level_of(support: Support, rule: LevelRule) -> tuple[Level, str]:
    """The level, basic at least, and in words which line of the rule decided.

    Adding support never lowers the level.
    """
    rated = support.rating or Level.none
    top, middle = rule.advanced, rule.intermediate
    if support.months >= top.months and not support.loose:
        return Level.advanced, f"{support.months} months of jobs show it (advanced from {top.months})"
    if support.entries >= top.entries and support.jobs >= top.entries_with_job:
        return Level.advanced, f"{support.entries} entries show it, a job among them (advanced from {top.entries})"
    if rated is Level.advanced and support.entries >= top.rated_entries:
        return Level.advanced, "the resume rates it advanced and an entry shows it"
    if support.entries >= middle.entries:
        return Level.intermediate, f"{support.entries} entries show it (intermediate from {middle.entries})"
    if support.months >= middle.months:
        return Level.intermediate, _months_in_between(support.months, rule)
    if support.entries >= middle.supported_entries and support.certified:
        return Level.intermediate, "an entry shows it and a certificate names it"
    if support.entries >= middle.supported_entries and rated >= Level.intermediate:
        return Level.intermediate, "an entry shows it and the resume rates it intermediate"
    if rated is Level.advanced:
        return Level.intermediate, "the resume rates it advanced, but no entry shows it"
    if support.entries:
        return Level.basic, "one entry shows it"
    if support.certified:
        return Level.basic, "a certificate names it, but no entry shows it"
    return Level.basic, "it is named, but no entry shows it"


@dataclass(frozen=True, slots=True)
class Way:
    """What further support makes a level: entries, how many of them jobs, months on a job, or a certificate that names
    the skill. One of `entries`, `months` and `certified` is given.
    """

    entries: int = 0
    jobs: int = 0
    months: int = 0
    certified: bool = False


def ways_to(target: Level, support: Support, rule: LevelRule) -> tuple[Way, ...]:
    """The cheapest ways to a level, one of each kind; none where it is there already.

    A rating of one's own is no way: nobody shall be told to rate himself higher. One that is there counts.
    """
    if level_of(support, rule)[0] >= target and support != Support():
        return ()
    rated = support.rating or Level.none
    if target is Level.advanced:
        top = rule.advanced
        least = top.rated_entries if rated is Level.advanced else top.entries
        jobs = 0 if rated is Level.advanced else max(0, top.entries_with_job - support.jobs)
        return Way(entries=max(jobs, least - support.entries), jobs=jobs), Way(months=top.months - support.months)
    if target is Level.intermediate:
        middle = rule.intermediate
        backed = support.certified or rated >= Level.intermediate
        least = middle.supported_entries if backed else middle.entries
        ways = [Way(entries=least - support.entries), Way(months=middle.months - support.months)]
        if support.entries >= middle.supported_entries and not support.certified:
            ways.append(Way(certified=True))
        return tuple(ways)
    return Way(entries=1), Way(certified=True)
