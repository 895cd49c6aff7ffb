"""An `Explanation` → lines for people."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from gapcheck.report.wording import short
from gapcheck.skills import Explanation
from gapcheck.skills.explain import EntryOfSkill, Spoken
from gapcheck.taxonomy import Taxonomy

_SHORT = 90


def explanation_lines(found: Explanation, taxonomy: Taxonomy) -> Iterator[str]:
    """What was weighed, entry by entry, and the decision."""
    name = taxonomy.skills[found.skill].name
    if not found.entries:
        yield f"{name}: nothing on this resume speaks of it, nor of anything that implies it."
        return
    for one in found.entries:
        yield from _entry(one, found.skill, taxonomy)
    result = found.result
    if result is None:
        yield f"{name}: none of this counts."
        return
    support = result.support
    rated = f", rated {support.rating.name}" if support.rating else ""
    certified = ", named by a certificate" if support.certified else ""
    entries = "1 entry shows it" if support.entries == 1 else f"{support.entries} entries show it"
    jobs = f", {support.months} dated months of jobs together (overlaps count once)" if support.jobs else ""
    yield f"{name}: {entries}{jobs}{certified}{rated}."
    yield f"Level {result.level.name} ({result.how.value}): {result.why}."
    yield f"Such a level is right in about {result.confidence:.0%} of cases (see docs/accuracy.md)."


def _entry(one: EntryOfSkill, skill: str, taxonomy: Taxonomy) -> Iterator[str]:
    months = f", {one.months} months" if one.months else ""
    title = f" “{one.entry.title}”" if one.entry.title else ""
    yield f"{one.section}: {one.entry.kind.value}{title}{months}"
    for (page, line), group in groupby(one.places, key=lambda place: (place.page, place.line)):
        places = list(group)
        yield f"  page {page}, line {line}: {short(places[0].quote, _SHORT)}"
        yield from dict.fromkeys(f"    {_judged(place, skill, taxonomy)}" for place in places)


def _judged(place: Spoken, skill: str, taxonomy: Taxonomy) -> str:
    narrower = taxonomy.skills[place.skill].name
    through = "" if place.skill == skill else f" is {narrower}, which implies it"
    rated = f", rated {place.rating.name}" if place.rating else ""
    if place.reason is not None:
        return f"not counted, {place.reason.value}: “{place.words}”{through}"
    return f"{place.kind.value if place.kind else ''}: “{place.words}”{through}{rated}"
