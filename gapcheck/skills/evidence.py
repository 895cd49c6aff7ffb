"""Mentions → what the resume shows of each skill: entries, months, the kind of evidence, the level and the lines that
prove it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from spacy.tokens import Doc

from gapcheck.documents import Box, Document
from gapcheck.resume import Entry, EntryKind, Place, Resume, months_covered
from gapcheck.skills.confidence import Finding, is_described, line_features, load_confidence_model
from gapcheck.skills.level import Support, level_of
from gapcheck.skills.pipeline.mention import Mention, Passage
from gapcheck.skills.quotes import quote
from gapcheck.skills.strength import Depth, Shown, Strength, lines_of, strength_of
from gapcheck.taxonomy import PHRASED, How, Level, Reason, SectionKind, Taxonomy
from gapcheck.text.tokens import Tokens

DOUBTS = (Reason.negated, Reason.aspiration, Reason.other_person)
_STRENGTH = (How.demonstrated, How.certified, How.studied, How.listed)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One line of the resume that speaks for a skill. `skill` is the one it speaks of: the skill itself or a narrower
    one. `confidence` is how likely the line truly speaks for the skill, 0 to 1.
    """

    page: int
    line: int
    quote: str
    section: str
    box: Box
    kind: How
    skill: str
    confidence: float


@dataclass(frozen=True, slots=True)
class SkillEvidence:
    """A skill that the resume supports. `months` are those of the dated jobs that show it; `why` names the rule's
    line; `confidence` is how likely this level is the right one, 0 to 1; `strength` how deep
    it is shown.
    """

    skill: str
    level: Level
    how: How
    entries: int
    months: int
    why: str
    evidence: tuple[Evidence, ...]
    confidence: float = 1.0
    support: Support = field(default_factory=Support)
    strength: Strength = field(default_factory=lambda: Strength(Depth.thin, "named, but no entry shows it"))


@dataclass(frozen=True, slots=True)
class NotCounted:
    """A place that names a skill and does not count, with the reason."""

    skill: str
    quote: str
    page: int
    line: int
    reason: Reason


def skill_evidence(doc: Doc, resume: Resume, taxonomy: Taxonomy, *, misread: bool = False) -> tuple[SkillEvidence, ...]:
    """All skills that the mentions of `doc` support, best shown first. `misread` tells that the reader doubts how it
    read the document.
    """
    by_skill: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in doc._.mentions:
        if mention.reason is None:
            for skill in (mention.skill, *taxonomy.broader[mention.skill]):
                by_skill[skill].append(mention)
    entries = [entry for _, entry in resume.entries()]
    doubted = {mention.skill for mention in doc._.mentions if mention.names and mention.reason in DOUBTS}
    named = lines_of((one.skill, _line_of(one, doc)) for one in doc._.mentions if one.reason is None)
    found = [
        _one(skill, mentions, doc, entries, taxonomy, named, doubted=skill in doubted, misread=misread)
        for skill, mentions in by_skill.items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.level, -one.entries, -one.months, one.skill)))


def _one(
    skill: str,
    mentions: list[Mention],
    doc: Doc,
    entries: list[Entry],
    taxonomy: Taxonomy,
    named: Counter[tuple[int, int]],
    *,
    doubted: bool,
    misread: bool,
) -> SkillEvidence:
    passages: list[Passage] = doc._.passages
    kinds = [kind_of_evidence(mention, passages[mention.passage]) for mention in mentions]
    shown = sorted(
        {passages[m.passage].entry_index for m, kind in zip(mentions, kinds, strict=True) if kind is How.demonstrated}
    )
    jobs = [entries[index] for index in shown if entries[index].kind.is_work]
    months = months_covered([job.dates for job in jobs if job.dates is not None])
    own = [(m, kind) for m, kind in zip(mentions, kinds, strict=True) if m.skill == skill and m.names]
    ratings = [m.rating for m, _ in own if m.rating is not None]
    used = [
        Shown(line := _line_of(m, doc), passages[m.passage].entry_index, named[line])
        for m, kind in zip(mentions, kinds, strict=True)
        if kind is How.demonstrated
    ]
    rule = taxonomy.levels.strength
    support = Support(
        entries=len(shown),
        jobs=len(jobs),
        months=months,
        certified=any(k is How.certified and not m.catalogue for m, k in zip(mentions, kinds, strict=True)),
        rating=max(ratings) if ratings else None,
        loose=len({one.line for one in used}) == 1 and max(m.sure for m in mentions) < rule.sure_alone,
    )
    level, why = level_of(support, taxonomy.levels)
    if all(mention.catalogue for mention in mentions):
        how = How.certified  # the catalogue says so of a certificate, also where it names what is narrower
    elif not own:
        how = How.implied
    elif shown:
        how = How.demonstrated
    else:
        how = next(kind for kind in _STRENGTH if any(kind is own_kind for _, own_kind in own))
    lines = _lines(skill, mentions, kinds, passages, Tokens.of(doc))
    finding = Finding(
        how=how.value,
        entries=len(shown),
        months=months,
        rated="rates" in why,
        lines=len(lines),
        direct=sum(line.skill == skill for line in lines),
        doubted=doubted,
        phrased=taxonomy.skills[skill].category == PHRASED,
        described=is_described(line.skill for line in lines),
        misread=misread,
    )
    return SkillEvidence(
        skill=skill,
        level=level,
        how=how,
        entries=len(shown),
        months=months,
        why=why,
        evidence=tuple(_evidence(skill, lines, finding)),
        confidence=load_confidence_model().level.probability(finding.features()),
        support=support,
        strength=strength_of(used, entries, months, rule),
    )


def _line_of(mention: Mention, doc: Doc) -> tuple[int, int]:
    """Page and number of the line in which a mention begins."""
    passage: Passage = doc._.passages[mention.passage]
    place = passage.item.place_at(Tokens.of(doc).offset[mention.start] - passage.offset)
    return place.page, place.line.number


def kind_of_evidence(mention: Mention, passage: Passage) -> How:
    """What a mention in this passage proves: use, a certificate, study, or only that it is listed."""
    if mention.kind is not None:
        return mention.kind
    if passage.entry.kind.demonstrates:
        return How.demonstrated
    if passage.entry.kind is EntryKind.certificate:
        return How.certified
    if passage.section.kind is SectionKind.education:
        return How.studied
    return How.listed


class _SpokenLine(NamedTuple):
    """A line that speaks for a skill, and the skill that it names."""

    place: Place
    section: str
    kind: How
    skill: str


def _lines(
    skill: str, mentions: list[Mention], kinds: list[How], passages: list[Passage], tokens: Tokens
) -> list[_SpokenLine]:
    """The lines that speak for a skill, each once, the strongest and the most direct first."""
    best: dict[tuple[int, int], tuple[tuple[int, bool, int], _SpokenLine]] = {}
    for mention, kind in zip(mentions, kinds, strict=True):
        passage = passages[mention.passage]
        place = passage.item.place_at(tokens.offset[mention.start] - passage.offset)
        rank = (_STRENGTH.index(kind), mention.skill != skill, mention.start)
        key = (place.page, place.line.number)
        if key not in best or rank < best[key][0]:
            best[key] = (rank, _SpokenLine(place, passage.section.heading or "header", kind, mention.skill))
    return [line for _, line in sorted(best.values(), key=lambda pair: pair[0])]


def _evidence(skill: str, lines: list[_SpokenLine], finding: Finding) -> Iterator[Evidence]:
    """The lines as evidence, each with its confidence."""
    model = load_confidence_model().line
    known: dict[tuple[How, bool], float] = {}
    for place, section, kind, spoken in lines:
        direct = spoken == skill
        if (kind, direct) not in known:
            known[kind, direct] = model.probability(line_features(finding, kind.value, direct=direct))
        line = place.line
        yield Evidence(place.page, line.number, quote(line.text), section, line.box, kind, spoken, known[kind, direct])


def not_counted(doc: Doc, supported: Iterable[str]) -> tuple[NotCounted, ...]:
    """Mentions that do not count, one a line; a skill that other lines support is left out unless the reason is of
    interest.
    """
    known = set(supported)
    found: dict[tuple[str, int, int], NotCounted] = {}
    for mention in doc._.mentions:
        if (
            mention.reason is None
            or not mention.names
            or (mention.skill in known and mention.reason is Reason.other_meaning)
        ):
            continue
        passage: Passage = doc._.passages[mention.passage]
        place = passage.item.place_at(Tokens.of(doc).offset[mention.start] - passage.offset)
        key = (mention.skill, place.page, place.line.number)
        found.setdefault(
            key, NotCounted(mention.skill, quote(place.line.text), place.page, place.line.number, mention.reason)
        )
    return tuple(found.values())


def hidden_mentions(doc: Doc, document: Document) -> tuple[NotCounted, ...]:
    """Skills named in text that a reader of the page can't see; `doc` was made from `hidden_text`."""
    lines = [(page.number, line) for page in document.pages for line in page.hidden]
    found: dict[tuple[str, int, int], NotCounted] = {}
    for mention in doc._.mentions:
        if mention.names and mention.reason is None:
            page, line = lines[mention.passage]
            key = (mention.skill, page, line.number)
            found.setdefault(key, NotCounted(mention.skill, quote(line.text), page, line.number, Reason.hidden))
    return tuple(found.values())
