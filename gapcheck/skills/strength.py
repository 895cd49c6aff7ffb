"""The lines that speak for a skill → how deep its level is shown, and when it was last shown; the level stays as it
is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from gapcheck.resume import Entry
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
    """A line that shows a skill in use: its key, its entry, and how many skills it names."""

    line: tuple[int, int]
    entry: int
    skills: int


def lines_of(mentioned: Iterable[tuple[str, tuple[int, int]]]) -> Counter[tuple[int, int]]:
    """How many skills each line names, from pairs of a skill and its line."""
    return Counter(line for _, line in set(mentioned))


def strength_of(
    shown: Sequence[Shown], entries: Sequence[Entry], months: int, rule: StrengthRule, *, by_jobs: bool = False
) -> Strength:
    """The strength of a level that these lines show; `months` are those that the level counts. A level that is there
    `by_jobs` alone is thin where the lines of these are: no project tells what fills a job.
    """
    if by_jobs:
        of_jobs = _strength([one for one in shown if entries[one.entry].kind.is_work], entries, months, rule)
        if of_jobs.depth is Depth.thin:
            return of_jobs
    return _strength(shown, entries, months, rule)


def _strength(shown: Sequence[Shown], entries: Sequence[Entry], months: int, rule: StrengthRule) -> Strength:
    if not shown:
        return Strength(Depth.thin, "named, but no entry shows it")
    dates = [entries[one.entry].dates for one in shown]
    last = max((date.last for date in dates if date is not None and date.last is not None), default=None)
    lines = {one.line for one in shown}
    told = {one.line for one in shown if one.skills < rule.tools_in_a_line}
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
