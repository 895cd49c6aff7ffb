"""The lines that speak for a skill → how deep its level is shown, and when it was last shown; the level stays as it
is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from gapcheck.resume import Entry
from gapcheck.skills.since import OwnTime
from gapcheck.taxonomy import StrengthRule


class Depth(StrEnum):
    """How deep a level is shown."""

    thin = "thin"
    fair = "fair"
    deep = "deep"


@dataclass(frozen=True, slots=True)
class Strength:
    """How deep a level is shown and why; `last` is the month, counted from year 0, to which what shows it reaches."""

    depth: Depth
    why: str
    last: int | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """A line that shows a skill in use: its entry, how many skills it names, and the sentence that it is of, which may
    run over several; the words by which that limits what it tells (`limit`), and the time that it gives for it.
    """

    sentence: tuple[int, int]
    entry: int
    skills: int
    limit: str | None = None
    time: OwnTime | None = None


def lines_of(mentioned: Iterable[tuple[str, tuple[int, int]]]) -> Counter[tuple[int, int]]:
    """How many skills each line names, from pairs of a skill and its line."""
    return Counter(line for _, line in set(mentioned))


def strength_of(
    shown: Sequence[Shown],
    entries: Sequence[Entry],
    months: int,
    rule: StrengthRule,
    *,
    by_jobs: bool = False,
    limit: str | None = None,
) -> Strength:
    """The strength of a level that these lines show; `months` are those that the level counts. A level that is there
    `by_jobs` alone is thin where the lines of these are: no project tells what fills a job. What the resume limits by
    its own words, in a list of skills (`limit`) or in all the lines that show it, is thin.
    """
    if by_jobs:
        at_work = [one for one in shown if entries[one.entry].kind.is_work]
        of_jobs = _dated(at_work, entries, months) or _strength(at_work, entries, months, rule)
        if of_jobs.depth is Depth.thin:
            return replace(of_jobs, why=f"{of_jobs.why}, and is limited: “{limit}”") if limit else of_jobs
    found = _strength(shown, entries, months, rule)
    said = limit or (shown[0].limit if shown and all(one.limit for one in shown) else None)
    if said is None or not shown:
        return found
    return Strength(Depth.thin, f"the resume itself limits it: “{said}”", found.last)


def _dated(shown: Sequence[Shown], entries: Sequence[Entry], months: int) -> Strength | None:
    """Thin, where all the lines give a time of their own that is shorter than the months of their jobs."""
    times = [one.time for one in shown if one.time is not None]
    last = _last(shown, entries)
    if not times or len(times) < len(shown) or last is None:
        return None
    first = min(times, key=lambda one: one.first)
    last = max(last if one.last is None else min(one.last, last) for one in times)
    if last - first.first + 1 >= months:
        return None
    return Strength(Depth.thin, f"its own line dates it “{first.said}”, in a job of {months} months", last)


def _last(shown: Sequence[Shown], entries: Sequence[Entry]) -> int | None:
    dates = [entries[one.entry].dates for one in shown]
    return max((date.last for date in dates if date is not None and date.last is not None), default=None)


def _strength(shown: Sequence[Shown], entries: Sequence[Entry], months: int, rule: StrengthRule) -> Strength:
    if not shown:
        return Strength(Depth.thin, "named, but no entry shows it")
    last = _last(shown, entries)
    lines = {one.sentence for one in shown}
    told = {one.sentence for one in shown if one.skills < rule.tools_in_a_line}
    where = {one.entry for one in shown}
    if not told:
        return Strength(Depth.thin, f"only named among {min(one.skills for one in shown)} skills of a line", last)
    if len(told) >= rule.deep_lines and len(where) >= rule.deep_entries:
        return Strength(Depth.deep, f"{len(told)} lines in {len(where)} entries tell of it", last)
    if len(lines) == 1:
        of = f"in a job of {months} months" if months else "in one entry"
        return Strength(Depth.thin, f"one line tells of it {of}", last)
    return Strength(
        Depth.fair, f"{len(lines)} lines in {len(where)} {'entries' if len(where) > 1 else 'entry'} speak of it", last
    )
