"""An `Explanation` → what a person reads in the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from gapcheck.report.wording import short
from gapcheck.skills import Explanation
from gapcheck.skills.explain import EntryOfSkill, Spoken
from gapcheck.taxonomy import Taxonomy

_QUOTE_MARGIN = 24  # columns around a quote: its place, the signs


def print_explanation(found: Explanation, taxonomy: Taxonomy, console: Console) -> None:
    """Prints what was weighed, entry by entry, and the decision."""
    for columns, line in _lines(found, taxonomy, console.width - _QUOTE_MARGIN):
        console.print(Padding(Text(line), (0, 0, 0, columns)))


def _lines(found: Explanation, taxonomy: Taxonomy, longest: int) -> Iterator[tuple[int, str]]:
    """Lines with the columns by which each is indented."""
    name = taxonomy.skills[found.skill].name
    if not found.entries:
        yield 0, f"{name}: nothing on this resume speaks of it, nor of anything that implies it."
        return
    for one in found.entries:
        yield from _entry(one, found.skill, taxonomy, longest)
    result = found.result
    if result is None:
        yield 0, f"{name}: none of this counts."
        return
    support = result.support
    rated = f", rated {support.rating.name}" if support.rating else ""
    certified = ", named by a certificate" if support.certified else ""
    entries = "1 entry shows it" if support.entries == 1 else f"{support.entries} entries show it"
    jobs = f", {support.months} dated months of jobs together (overlaps count once)" if support.jobs else ""
    yield 0, f"{name}: {entries}{jobs}{certified}{rated}."
    yield 0, f"Level {result.level.name} ({result.how.value}): {result.why}."
    yield 0, f"Shown {result.strength.depth.value}: {result.strength.why}."
    yield 0, f"Such a level is right in about {result.confidence:.0%} of cases (see docs/accuracy.md)."


def _entry(one: EntryOfSkill, skill: str, taxonomy: Taxonomy, longest: int) -> Iterator[tuple[int, str]]:
    months = f", {one.months} months" if one.months else ""
    title = f" “{one.entry.title}”" if one.entry.title else ""
    yield 0, f"{one.section}: {one.entry.kind.value}{title}{months}"
    for (page, line), group in groupby(one.places, key=lambda place: (place.page, place.line)):
        places = list(group)
        yield 2, f"page {page}, line {line}: “{short(places[0].quote, longest)}”"
        for judgement in dict.fromkeys(_judged(place, skill, taxonomy) for place in places):
            yield 4, judgement


def _judged(place: Spoken, skill: str, taxonomy: Taxonomy) -> str:
    narrower = taxonomy.skills[place.skill].name
    through = "" if place.skill == skill else f" is {narrower}, which implies it"
    rated = f", rated {place.rating.name}" if place.rating else ""
    if place.reason is not None:
        return f"✗ not counted, {place.reason.value}: “{place.words}”{through}"
    return f"✓ {place.kind.value if place.kind else ''}: “{place.words}”{through}{rated}"
