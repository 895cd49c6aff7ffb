"""Mentions → what the resume shows of each skill: entries, months, the kind of evidence, the level and the lines that
prove it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from spacy.tokens import Doc

from gapcheck.documents import Box, Document
from gapcheck.resume import DateRange, Entry, EntryKind, KnownBy, Place, Resume, months_covered
from gapcheck.skills.confidence import Finding, is_described, level_confidence, line_confidence
from gapcheck.skills.level import Support, level_of
from gapcheck.skills.pipeline.mention import Mention, Passage
from gapcheck.skills.quotes import quote
from gapcheck.skills.sentences import Sentences
from gapcheck.skills.since import OwnTime, from_then_on, is_of_a_contest, is_of_a_later_post, since_when
from gapcheck.skills.strength import Depth, Shown, Strength, lines_of, strength_of
from gapcheck.taxonomy import PHRASED, How, Level, LevelRule, Reason, SectionKind, Taxonomy
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
    it is shown, and `limit` the words by which the resume itself limits it.
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
    limit: str | None = None


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
    mentions = [mention for mention in doc._.mentions if mention.reason is None]
    words = taxonomy.levels.strength.limits
    sentences = {
        number: Sentences(doc._.passages[number].item.text, words) for number in {one.passage for one in mentions}
    }
    spoken = [_spoken(mention, doc, taxonomy.levels, sentences[mention.passage]) for mention in mentions]
    by_skill: defaultdict[str, list[_Spoken]] = defaultdict(list)
    for one in spoken:
        for skill in (one.mention.skill, *taxonomy.broader[one.mention.skill]):
            by_skill[skill].append(one)
    entries = [entry for _, entry in resume.entries()]
    doubted = {mention.skill for mention in doc._.mentions if mention.names and mention.reason in DOUBTS}
    named = lines_of((one.mention.skill, one.line) for one in spoken if one.mention.names)
    begun, limited = _begun(spoken), _limited(spoken)
    found = [
        _one(
            skill,
            places,
            entries,
            taxonomy,
            named,
            begun=max(begun.get(one, 0) for one in (skill, *taxonomy.broader[skill])),
            limit=_limit_of(skill, places, limited),
            doubted=skill in doubted,
            misread=misread,
        )
        for skill, places in by_skill.items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.level, -one.entries, -one.months, one.skill)))


class _Spoken(NamedTuple):
    """A mention that counts: the line in which it begins, and what it proves there."""

    mention: Mention
    passage: Passage
    place: Place
    kind: How
    line: tuple[int, int]
    """Page and number of the line."""
    since: int | None
    """The first month of it, where the line gives one."""
    sentence: tuple[int, int]
    """Number of the passage, and where the sentence begins in it."""
    limit: str | None
    """Words by which the resume limits it here."""
    time: OwnTime | None
    """The time that the line gives for its work, beside that of the job."""
    in_contest: bool
    is_later: bool
    """Whether a title names it behind an earlier post."""
    """Whether the line tells of a contest of some days, which is no job, whatever entry it stands in."""


def _spoken(mention: Mention, doc: Doc, rule: LevelRule, sentences: Sentences) -> _Spoken:
    passage: Passage = doc._.passages[mention.passage]
    tokens = Tokens.of(doc)
    start = tokens.offset[mention.start] - passage.offset
    end = tokens.offset[mention.end - 1] + len(tokens.text[mention.end - 1]) - passage.offset
    place = passage.item.place_at(start)
    kind = kind_of_evidence(mention, passage)
    # What a file states of its entries is taken as it stands, whatever years are in their texts.
    is_stated = passage.section.known_by is KnownBy.stated
    since = None if is_stated else since_when(passage.item.text, end, rule.since_words, rule.from_words)
    sentence = sentences.at(start)
    return _Spoken(
        mention,
        passage,
        place,
        kind,
        (place.page, place.line.number),
        since,
        sentence=(mention.passage, sentence.begins),
        limit=sentence.limit_of(start, end),
        time=None if is_stated else sentence.time,
        in_contest=is_of_a_contest(passage.item.text, rule.contest_words),
        is_later=passage.item is passage.entry.items[0]
        and is_of_a_later_post(passage.item.text, start, rule.then_words),
    )


def _one(
    skill: str,
    spoken: Sequence[_Spoken],
    entries: Sequence[Entry],
    taxonomy: Taxonomy,
    named: Counter[tuple[int, int]],
    *,
    begun: int,
    limit: str | None,
    doubted: bool,
    misread: bool,
) -> SkillEvidence:
    used = [
        Shown(one.sentence, one.passage.entry_index, named[one.line], one.limit, one.time)
        for one in spoken
        if one.kind is How.demonstrated
    ]
    shown = {one.entry for one in used}
    at_work = {one.passage.entry_index for one in spoken if one.kind is How.demonstrated and not one.in_contest}
    jobs = [entries[index] for index in at_work if entries[index].kind.is_work]
    months = months_covered(list(_times(spoken, at_work, entries, begun)))
    own = [one for one in spoken if one.mention.skill == skill and one.mention.names]
    ratings = [one.mention.rating for one in own if one.mention.rating is not None]
    rule = taxonomy.levels.strength
    support = Support(
        entries=len(shown),
        jobs=len(jobs),
        months=months,
        certified=any(one.kind is How.certified and not one.mention.catalogue for one in spoken),
        rating=max(ratings) if ratings else None,
        loose=len({one.line for one in spoken if one.kind is How.demonstrated}) == 1
        and max([one.mention.sure for one in spoken]) < rule.sure_alone,
    )
    level, why = level_of(support, taxonomy.levels)
    if all(one.mention.catalogue for one in spoken):
        how = How.certified  # the catalogue says so of a certificate, also where it names what is narrower
    elif not own:
        how = How.implied
    elif shown:
        how = How.demonstrated
    else:
        how = min((one.kind for one in own), key=_STRENGTH.index)
    lines = _lines(skill, spoken)
    finding = Finding(
        how=how.value,
        entries=len(shown),
        months=months,
        rated="rates" in why,
        lines=len(lines),
        direct=sum(one.mention.skill == skill for one in lines),
        doubted=doubted,
        phrased=taxonomy.skills[skill].category == PHRASED,
        described=is_described(one.mention.skill for one in lines),
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
        confidence=level_confidence(finding),
        support=support,
        strength=strength_of(
            used,
            entries,
            months,
            rule,
            by_jobs=level > level_of(_as_if_no_job(support), taxonomy.levels)[0],
            limit=limit,
        ),
        limit=limit,
    )


def _as_if_no_job(support: Support) -> Support:
    """The support if each job were a project."""
    return support._replace(jobs=0, months=0)


def _begun(spoken: Iterable[_Spoken]) -> dict[str, int]:
    """For each skill of which a line outside of all works says since when, the first such month."""
    found: dict[str, int] = {}
    for one in spoken:
        if one.since is not None and one.kind is not How.demonstrated:
            found[one.mention.skill] = min(one.since, found.get(one.mention.skill, one.since))
    return found


def _limited(spoken: Iterable[_Spoken]) -> Mapping[str, str]:
    """The skills that the resume limits where it lists them, with the words; a rating of basic is such a word."""
    listed = [one for one in spoken if one.kind is How.listed]
    said = ((one, one.limit or ("basic" if one.mention.rating is Level.basic else None)) for one in listed)
    return {one.mention.skill: limit for one, limit in said if limit is not None}


def _limit_of(skill: str, spoken: Iterable[_Spoken], limited: Mapping[str, str]) -> str | None:
    """The words that limit a skill: its own, or those of all that show it, by which it is only known."""
    by = {one.mention.skill for one in spoken}
    return limited.get(skill) or (limited[min(by)] if by <= limited.keys() else None)


def _times(
    spoken: Sequence[_Spoken], shown: Iterable[int], entries: Sequence[Entry], begun: int
) -> Iterator[DateRange]:
    """The times of the jobs that show a skill, each from when its lines say that it began there, whatever a title says
    of a later post, and none from before the skill as a whole was `begun`.
    """
    for index in sorted(shown):
        dates = entries[index].dates
        if not entries[index].kind.is_work or dates is None:
            continue
        lines = [one.since or 0 for one in spoken if one.passage.entry_index == index and not one.is_later]
        yield from_then_on(dates, max(begun, min(lines, default=0)))


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


def _lines(skill: str, spoken: Iterable[_Spoken]) -> list[_Spoken]:
    """The lines that speak for a skill, each once, the strongest and the most direct first."""

    def rank(one: _Spoken) -> tuple[int, bool, int]:
        return _STRENGTH.index(one.kind), one.mention.skill != skill, one.mention.start

    best: dict[tuple[int, int], _Spoken] = {}
    for one in sorted(spoken, key=rank):
        best.setdefault(one.line, one)
    return list(best.values())


def _evidence(skill: str, lines: Iterable[_Spoken], finding: Finding) -> Iterator[Evidence]:
    """The lines as evidence, each with its confidence."""
    for one in lines:
        line = one.place.line
        yield Evidence(
            page=one.place.page,
            line=line.number,
            quote=quote(line.text),
            section=one.passage.section.heading or "header",
            box=line.box,
            kind=one.kind,
            skill=one.mention.skill,
            confidence=line_confidence(finding, one.kind.value, one.mention.skill == skill),
        )


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
