"""A resume and its skills → skills that are surely there though no work shows them, each with what makes it sure; and
the entries in which a skill was surely used, whether or not another one names it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from gapcheck.resume import Entry, EntryKind, Item, Resume, months_covered
from gapcheck.skills import SkillEvidence
from gapcheck.taxonomy import How, Level, Taxonomy
from gapcheck.taxonomy.models.gaps import SureRule
from gapcheck.text.claims import Claims, Hit
from gapcheck.text.phrases import Phrases
from gapcheck.text.tokenizer import tokens_of

_Line = tuple[int, int]  # page and number
_Shown = Mapping[str, Mapping[int, Mapping[_Line, bool]]]
_WORD = re.compile(r"\w+")
_DOCTORATE = "phd"
_BRACKETS = re.compile(r"\([^()]*\)?")


@dataclass(frozen=True, slots=True)
class Certainty:
    """A skill that is surely there, and at which level at least (one below what tells it): by the use of the skill
    `by`, or by `words` of an entry. `entry` is the number of the entry that tells; where it `settles`, nobody need show
    it.
    """

    skill: str
    by: str | None
    words: str | None
    entry: int
    level: Level = Level.basic
    in_deeds: bool = True
    settles: bool = False


@dataclass(frozen=True, slots=True)
class Surely:
    """What no work shows and is sure all the same, `there`, by its skill, at a level above that of what is only listed;
    and for each skill the numbers of the entries in which it was surely `used`, shown elsewhere or not.
    """

    there: Mapping[str, Certainty]
    used: Mapping[str, frozenset[int]]


class SureReader:
    """Finds what is surely there by the rules of one taxonomy; build it once, use it for many resumes."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._rules, self._words, self._lesser = taxonomy.gaps.sure, taxonomy.entry_words, taxonomy.gaps.lesser
        self._doctorate_months = taxonomy.gaps.doctorate_months
        signs = {str(number): rule.signs for number, rule in enumerate(self._rules) if rule.signs}
        fields = {str(number): rule.fields for number, rule in enumerate(self._rules) if rule.fields}
        self._ends: Phrases[str] = Phrases([("unfinished", taxonomy.gaps.unfinished)])
        self._followed: Phrases[str] = Phrases([("followed", taxonomy.portfolio.followed)])
        self._signs = Claims(signs, taxonomy.context.cues, taxonomy.portfolio.others)
        self._fields = Claims(fields, taxonomy.context.cues, ())

    def surely(self, resume: Resume, skills: Sequence[SkillEvidence], denied: Collection[str] = ()) -> Surely:
        """What is sure by what was used in a job, a project or the like, or by a degree. Nothing follows from what
        itself is only sure; nothing is sure that the resume says is not there (`denied`), or of which it is said to be
        little, and nothing by a tutorial that was followed.
        """
        found = {one.skill: one for one in skills}
        shown_in = _shown_in(skills, resume)
        followed = self._lines_followed(resume)
        every, finished = _without(shown_in, followed), _without(shown_in, followed | self._unfinished(resume))
        told = self._told(resume)
        there: dict[str, Certainty] = {}
        used: defaultdict[str, set[int]] = defaultdict(set)
        for number, rule in enumerate(self._rules):
            is_named = not rule.named or any(_is_claimed(found.get(one)) for one in rule.named)
            lines = finished if rule.least > Level.basic else every
            by_use, by_words = list(_by_use(rule, found, lines)) if is_named else [], told[number]
            if rule.named:  # a list tells of no depth
                by_use = [replace(one, level=rule.to) for one in by_use]
            if rule.by and rule.degrees:  # use keeps what a degree has taught, and is no deed with it
                by_use, by_words = [], [replace(one, level=rule.to) for one in by_words if by_use]
            reasons = [*by_use, *by_words]
            for skill in rule.skills:
                if skill in denied:
                    continue
                used[skill].update(one.entry for one in reasons if one.in_deeds)
                best = max(reasons, key=lambda one: one.level, default=None)
                if best is not None and _is_more(best.level, found.get(skill), there.get(skill)):
                    there[skill] = replace(best, skill=skill)
                if rule.settles and best is not None and skill in there:
                    there[skill] = replace(there[skill], settles=True)
        return Surely(there, {skill: frozenset(entries) for skill, entries in used.items() if entries})

    def _lines_followed(self, resume: Resume) -> frozenset[_Line]:
        """The lines of works that followed a tutorial by their first line, and of other items that say so."""
        items = (
            item
            for _, entry in resume.entries()
            for item in entry.items
            if _says(self._followed, item) or _says(self._followed, entry.items[0])
        )
        return _lines_of(items)

    def _unfinished(self, resume: Resume) -> frozenset[_Line]:
        """The lines of items that say that what they tell of came to no end, or was made in a day: `Not shipped`."""
        items = (item for _, entry in resume.entries() for item in entry.items)
        return _lines_of(item for item in items if _says(self._ends, item))

    def _told(self, resume: Resume) -> Mapping[int, list[Certainty]]:
        """The rules whose signs stand in an entry that shows deeds, whose degree is held, or whose months are there."""
        told: defaultdict[int, list[Certainty]] = defaultdict(list)
        months, last = _worked(resume)
        for number, rule in enumerate(self._rules):
            if rule.months is not None and months >= rule.months:
                told[number].append(Certainty("", None, f"{months} months of work", last, in_deeds=False))
        for place, (_, entry) in enumerate(resume.entries()):
            for item in entry.items if entry.kind.demonstrates else ():
                for hit in self._signs.hits(item.text):
                    level = self._rules[int(hit.key)].to
                    told[int(hit.key)].append(Certainty("", None, item.text[hit.start : hit.end], place, level))
            if entry.kind is EntryKind.education and self._has_taught(entry, resume.as_of):
                for number, field in self._studied(entry):
                    told[number].append(Certainty("", None, field, place, in_deeds=False))
        return told

    def _has_taught(self, entry: Entry, as_of: int) -> bool:
        """Whether a degree is there, or a doctorate that has gone on for so long that what it takes is."""
        if not is_going_on(entry, as_of):
            return True
        begun = entry.dates.first if entry.dates is not None and not entry.dates.planned else None
        is_doctorate = any(self._words.degree_level([item.text]) == _DOCTORATE for item in entry.items)
        return is_doctorate and begun is not None and as_of - begun >= self._doctorate_months

    def _studied(self, entry: Entry) -> Iterator[tuple[int, str]]:
        """The rules that a degree meets by its level and its field in the line that names it, and that field; nothing
        is said of the school.
        """
        for item in entry.items:
            level = self._words.degree_level([item.text])
            hits = _outside_brackets(self._fields.hits(self._without_lesser(item.text)), item.text) if level else []
            named = {int(hit.key): f"degree in {item.text[hit.start : hit.end]}" for hit in hits}
            for number, rule in enumerate(self._rules):
                if level in rule.degrees and (number in named or not rule.fields):
                    yield number, named.get(number, "doctorate")

    def _without_lesser(self, text: str) -> str:
        """What a line says of the degree itself, before a minor or a faculty."""
        ends = (one.start() for one in _WORD.finditer(text) if one[0].lower() in self._lesser)
        return text[: next(ends, len(text))]


def _says(words: Phrases[str], item: Item) -> bool:
    return bool(words.everywhere(tokens_of(item.text)))


def _lines_of(items: Iterable[Item]) -> frozenset[_Line]:
    return frozenset((place.page, place.line.number) for item in items for place in item.places)


def _outside_brackets(hits: Sequence[Hit], text: str) -> Sequence[Hit]:
    """The fields of a degree without what stands in brackets behind one, which are its courses: `Mathematics (algebra,
    statistics)`.
    """
    inside = [(one.start(), one.end()) for one in _BRACKETS.finditer(text)]
    outside = [hit for hit in hits if not any(start < hit.start < end for start, end in inside)]
    return outside or hits


def _worked(resume: Resume) -> tuple[int, int]:
    """The months of all jobs, and the number of the one that ended last."""
    entries = enumerate(entry for _, entry in resume.entries())
    jobs = {number: entry.dates for number, entry in entries if entry.kind.is_work and entry.dates is not None}
    last = max(jobs, key=lambda number: (jobs[number].last or 0, -number), default=0)
    return months_covered(list(jobs.values())), last


def is_going_on(entry: Entry, as_of: int) -> bool:
    """Whether what an entry tells of is not done by its dates."""
    dates = entry.dates
    return dates is not None and (dates.planned or dates.open or (dates.last is not None and dates.last >= as_of))


def _is_claimed(one: SkillEvidence | None) -> bool:
    """Whether a skill is shown or listed as one's own, and not as little of it."""
    return one is not None and one.how in (How.demonstrated, How.listed) and one.limit is None


def _by_use(
    rule: SureRule, found: Mapping[str, SkillEvidence], shown_in: Mapping[str, Mapping[int, bool]]
) -> Iterator[Certainty]:
    """The uses of the skills that the rule names, the best first, in the entries that tell of them."""
    used = [found[one] for one in rule.by if one in found and found[one].level >= rule.least]
    for one in sorted(used, key=lambda one: (-one.level, -one.months, one.skill)):
        for entry, by_itself in sorted(shown_in.get(one.skill, {}).items()):
            is_near = not rule.beside or any(entry in shown_in.get(other, ()) for other in rule.beside)
            if (by_itself or rule.family) and is_near:
                yield Certainty(one.skill, one.skill, None, entry, max(Level.basic, Level(one.level - 1)))


def _is_more(level: Level, shown: SkillEvidence | None, sure: Certainty | None) -> bool:
    """Whether what is sure at a level says more than what the resume shows of the skill itself, or than what is sure
    already: nothing where a work shows it, or where its writer says that it is little.
    """
    if sure is not None:
        return level > sure.level
    if shown is None:
        return True
    is_little = shown.limit is not None or shown.support.rating is not None
    return not shown.entries and not is_little and level > shown.level


def _shown_in(skills: Sequence[SkillEvidence], resume: Resume) -> _Shown:
    """For each skill the entries with deeds that show it, with the lines there, and whether they name it itself."""
    owner = {
        (place.page, place.line.number): number
        for number, (_, entry) in enumerate(resume.entries())
        for item in (entry.items if entry.kind.demonstrates else ())
        for place in item.places
    }
    shown: defaultdict[str, dict[int, dict[_Line, bool]]] = defaultdict(dict)
    for one in skills:
        for line in one.evidence if one.entries else ():
            if (number := owner.get((line.page, line.line))) is not None:
                lines, place = shown[one.skill].setdefault(number, {}), (line.page, line.line)
                lines[place] = lines.get(place, False) or line.skill == one.skill
    return shown


def _without(shown_in: _Shown, lines: Collection[_Line]) -> Mapping[str, Mapping[int, bool]]:
    """For each skill the numbers of the entries that show it in other lines than these, and whether one names it."""
    left = {
        skill: {
            number: any(at[line] for line in at if line not in lines)
            for number, at in entries.items()
            if not lines or not set(at) <= set(lines)
        }
        for skill, entries in shown_in.items()
    }
    return left
