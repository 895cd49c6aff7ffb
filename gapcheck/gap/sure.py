"""A resume and its skills → skills that are surely there though nothing names them, each with what makes it sure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from gapcheck.resume import Resume
from gapcheck.skills import SkillEvidence
from gapcheck.taxonomy import Level, Taxonomy
from gapcheck.text.claims import Claims


@dataclass(frozen=True, slots=True)
class Certainty:
    """A skill that is surely there, and at which level at least (one below what tells it): by the use of the skill
    `by`, or by `words` of an entry. `entry` is the number of the entry that tells.
    """

    skill: str
    by: str | None
    words: str | None
    entry: int
    level: Level = Level.basic


class SureReader:
    """Finds what is surely there by the rules of one taxonomy; build it once, use it for many resumes."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._rules = taxonomy.gaps.sure
        signs = {str(number): rule.signs for number, rule in enumerate(self._rules) if rule.signs}
        self._signs = Claims(signs, taxonomy.context.cues, taxonomy.portfolio.others)

    def surely_there(self, resume: Resume, skills: Sequence[SkillEvidence]) -> Mapping[str, Certainty]:
        """What no line shows and is sure all the same, by what was used in a job, a project or the like."""
        found = {one.skill: one for one in skills}
        told = self._told(resume)
        sure: dict[str, Certainty] = {}
        for number, rule in enumerate(self._rules):
            lacking = [skill for skill in rule.skills if skill not in found and skill not in sure]
            if not lacking:
                continue
            used = [found[one] for one in rule.by if one in found and found[one].level >= rule.least]
            used = sorted((one for one in used if one.entries), key=lambda one: (-one.level, -one.months, one.skill))
            entries = ((one, _entry_of(one, resume)) for one in used)
            by_use = (
                Certainty(one.skill, one.skill, None, entry, max(Level.basic, Level(one.level - 1)))
                for one, entry in entries
                if entry is not None
            )
            by_others = (sure[one] for one in sorted(rule.by) if one in sure and sure[one].level >= rule.least)
            reason = next(by_use, None) or told.get(number) or next(by_others, None)
            if reason is not None:
                sure |= {skill: replace(reason, skill=skill) for skill in lacking}
        return sure

    def _told(self, resume: Resume) -> dict[int, Certainty]:
        """The rules whose signs stand in an entry that shows deeds."""
        told: dict[int, Certainty] = {}
        for number, (_, entry) in enumerate(resume.entries()):
            for item in entry.items if entry.kind.demonstrates else ():
                for hit in self._signs.hits(item.text):
                    told.setdefault(int(hit.key), Certainty("", None, item.text[hit.start : hit.end], number))
        return told


def _entry_of(one: SkillEvidence, resume: Resume) -> int | None:
    """The first entry with deeds that shows a skill."""
    lines = {(line.page, line.line) for line in one.evidence}
    for number, (_, entry) in enumerate(resume.entries()):
        places = ((place.page, place.line.number) for item in entry.items for place in item.places)
        if entry.kind.demonstrates and not lines.isdisjoint(places):
            return number
    return None
