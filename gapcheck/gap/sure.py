"""A resume and its skills → skills that are surely there though nothing names them, each with what makes it sure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from gapcheck.resume import Entry, EntryKind, Resume
from gapcheck.skills import SkillEvidence
from gapcheck.taxonomy import Level, Taxonomy
from gapcheck.taxonomy.models.gaps import SureRule
from gapcheck.text.claims import Claims

_WORD = re.compile(r"\w+")


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
        self._rules, self._words, self._lesser = taxonomy.gaps.sure, taxonomy.entry_words, taxonomy.gaps.lesser
        signs = {str(number): rule.signs for number, rule in enumerate(self._rules) if rule.signs}
        fields = {str(number): rule.fields for number, rule in enumerate(self._rules) if rule.fields}
        self._signs = Claims(signs, taxonomy.context.cues, taxonomy.portfolio.others)
        self._fields = Claims(fields, taxonomy.context.cues, ())

    def surely_there(self, resume: Resume, skills: Sequence[SkillEvidence]) -> Mapping[str, Certainty]:
        """What no line shows and is sure all the same, by what was used in a job, a project or the like, or by a
        degree. Nothing follows from what itself is only sure.
        """
        found = {one.skill: one for one in skills}
        shown_in = _shown_in(skills, resume)
        told = self._told(resume)
        sure: dict[str, Certainty] = {}
        for number, rule in enumerate(self._rules):
            lacking = [skill for skill in rule.skills if skill not in found and skill not in sure]
            reason = (_by_use(rule, found, shown_in) or told.get(number)) if lacking else None
            if reason is not None:
                sure |= {skill: replace(reason, skill=skill) for skill in lacking}
        return sure

    def _told(self, resume: Resume) -> dict[int, Certainty]:
        """The rules whose signs stand in an entry that shows deeds, or whose degree is held."""
        told: dict[int, Certainty] = {}
        for number, (_, entry) in enumerate(resume.entries()):
            for item in entry.items if entry.kind.demonstrates else ():
                for hit in self._signs.hits(item.text):
                    told.setdefault(int(hit.key), Certainty("", None, item.text[hit.start : hit.end], number))
            if entry.kind is EntryKind.education and not is_going_on(entry, resume.as_of):
                for rule, field in self._studied(entry):
                    told.setdefault(rule, Certainty("", None, field, number))
        return told

    def _studied(self, entry: Entry) -> Iterator[tuple[int, str]]:
        """The rules that a degree meets by its level and its field in the line that names it, and that field; nothing
        is said of the school.
        """
        for item in entry.items:
            level = self._words.degree_level([item.text])
            hits = self._fields.hits(self._without_lesser(item.text)) if level else []
            named = {int(hit.key): f"degree in {item.text[hit.start : hit.end]}" for hit in hits}
            for number, rule in enumerate(self._rules):
                if level in rule.degrees and (number in named or not rule.fields):
                    yield number, named.get(number, "doctorate")

    def _without_lesser(self, text: str) -> str:
        """What a line says of the degree itself, before a minor or a faculty."""
        ends = (one.start() for one in _WORD.finditer(text) if one[0].lower() in self._lesser)
        return text[: next(ends, len(text))]


def is_going_on(entry: Entry, as_of: int) -> bool:
    """Whether what an entry tells of is not done by its dates."""
    dates = entry.dates
    return dates is not None and (dates.planned or dates.open or (dates.last is not None and dates.last >= as_of))


def _by_use(
    rule: SureRule, found: Mapping[str, SkillEvidence], shown_in: Mapping[str, Mapping[int, bool]]
) -> Certainty | None:
    """The best use of a skill that the rule names, in the first entry that tells of it."""
    used = [found[one] for one in rule.by if one in found and found[one].level >= rule.least]
    for one in sorted(used, key=lambda one: (-one.level, -one.months, one.skill)):
        for entry, by_itself in sorted(shown_in.get(one.skill, {}).items()):
            is_near = not rule.beside or any(entry in shown_in.get(other, ()) for other in rule.beside)
            if (by_itself or rule.family) and is_near:
                return Certainty(one.skill, one.skill, None, entry, max(Level.basic, Level(one.level - 1)))
    return None


def _shown_in(skills: Sequence[SkillEvidence], resume: Resume) -> Mapping[str, Mapping[int, bool]]:
    """For each skill the numbers of the entries with deeds that show it, and whether a line names it itself."""
    owner = {
        (place.page, place.line.number): number
        for number, (_, entry) in enumerate(resume.entries())
        for item in (entry.items if entry.kind.demonstrates else ())
        for place in item.places
    }
    shown: defaultdict[str, dict[int, bool]] = defaultdict(dict)
    for one in skills:
        for line in one.evidence if one.entries else ():
            if (number := owner.get((line.page, line.line))) is not None:
                shown[one.skill][number] = shown[one.skill].get(number, False) or line.skill == one.skill
    return shown
