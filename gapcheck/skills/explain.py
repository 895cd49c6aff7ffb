"""One skill on one resume, step by step: each place that speaks of it, what counts, and the line of the rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from gapcheck.resume import Entry, Resume
from gapcheck.skills.evidence import SkillEvidence, kind_of_evidence, skill_evidence
from gapcheck.skills.pipeline.mention import Passage
from gapcheck.skills.quotes import quote
from gapcheck.taxonomy import How, Level, Reason, Taxonomy


@dataclass(frozen=True, slots=True)
class Spoken:
    """A place that speaks of the skill: its words on the page, the skill they are of (the skill itself or one that
    implies it), and either the kind of evidence or the reason why it does not count.
    """

    page: int
    line: int
    quote: str
    words: str
    skill: str
    kind: How | None
    reason: Reason | None
    rating: Level | None


@dataclass(frozen=True, slots=True)
class EntryOfSkill:
    """An entry with the places in it. `months` is 0 where it has no dates or is no work."""

    entry: Entry
    section: str
    months: int
    places: tuple[Spoken, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that was weighed for one skill; `result` is None where nothing counts."""

    skill: str
    entries: tuple[EntryOfSkill, ...]
    result: SkillEvidence | None


def explanation(doc: Doc, resume: Resume, skill: str, taxonomy: Taxonomy) -> Explanation:
    """The explanation of one skill from the mentions of a resume."""
    passages: Sequence[Passage] = doc._.passages
    by_entry: dict[int, list[Spoken]] = {}
    for mention in doc._.mentions:
        if skill != mention.skill and skill not in taxonomy.broader[mention.skill]:
            continue
        passage = passages[mention.passage]
        place = passage.item.place_at(doc[mention.start].idx - passage.offset)
        by_entry.setdefault(passage.entry_index, []).append(
            Spoken(
                place.page,
                place.line.number,
                quote(place.line.text),
                quote(doc[mention.start : mention.end].text),
                mention.skill,
                kind_of_evidence(mention, passage) if mention.reason is None else None,
                mention.reason,
                mention.rating,
            )
        )
    sections = resume.entries()
    entries = tuple(
        EntryOfSkill(entry, section.heading or "header", _months(entry), tuple(by_entry[index]))
        for index, (section, entry) in enumerate(sections)
        if index in by_entry
    )
    result = next((one for one in skill_evidence(doc, resume, taxonomy) if one.skill == skill), None)
    return Explanation(skill, entries, result)


def _months(entry: Entry) -> int:
    return entry.dates.months if entry.dates is not None and entry.kind.is_work else 0
