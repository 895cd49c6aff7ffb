"""The parts of a posting → sentence by sentence, which skills are wanted, how much, and at what level."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc

from gapcheck.job.blocks import TextBlock
from gapcheck.job.facts import FactReader
from gapcheck.job.judge import Judge, Sentence
from gapcheck.job.levels import LevelReader
from gapcheck.job.lists import SkillGroup
from gapcheck.job.model import Unknown
from gapcheck.job.naming import Naming
from gapcheck.job.openings import Opening
from gapcheck.job.parts import PlacedBlock
from gapcheck.job.unknown import UnknownNames
from gapcheck.resume import Entry, EntryKind, Place, Section
from gapcheck.skills.pipeline.mention import Passage
from gapcheck.skills.reader import SkillReader
from gapcheck.taxonomy import Level, Need, PostingPart, SectionKind, Stance, Taxonomy
from gapcheck.text.phrases import PhraseMatch, Phrases, within
from gapcheck.text.tokens import Tokens

_DEFAULT = {PostingPart.must: Need.must, PostingPart.nice: Need.nice, PostingPart.duties: Need.duty}
_LONGEST_LINE = 14  # words of an entry of a list that has no bullet
_LONGEST_DUTY = 1  # sentences of a duty in a list; a longer text tells of the company too


@dataclass(frozen=True, slots=True)
class Wanted:
    """Skills of which any one is asked for, or only named in a duty; `level` is the one that the words give, if any.

    `place` is the line in which they stand, `quote` the sentence, `why` the words on the level.
    """

    skills: tuple[str, ...]
    need: Need
    level: Level | None
    why: str
    place: Place
    quote: str


class PostingReader:
    """Reads placed blocks with one taxonomy. The skills are found by the same pipeline as in resumes."""

    def __init__(self, taxonomy: Taxonomy, skills: SkillReader) -> None:
        words = taxonomy.postings
        self._taxonomy, self._skills = taxonomy, skills
        self._stances: Phrases[Stance] = Phrases((one, one.phrases) for one in words.stances)
        self._openings: Phrases[Opening] = Phrases(
            [
                (Opening.examples, words.examples),
                (Opening.choice, words.choices),
                (Opening.closing, words.closings),
                (Opening.accepted_next, words.accepted.before),
                (Opening.accepted_inside, words.accepted.inside),
                (Opening.accepted_before, words.accepted.behind),
            ]
        )
        self._asked_as: Phrases[str] = Phrases(words.asked_as.items())
        self._kinds: Phrases[str] = Phrases((skill, one.named) for skill, one in words.kinds.items())
        self._levels = LevelReader(taxonomy)

    def read(self, blocks: Sequence[PlacedBlock], title: str) -> tuple[list[Wanted], list[Unknown], FactReader]:
        """The skills that are wanted and the names that gapcheck does not know, both in reading order, and the reader
        that has collected the other facts.
        """
        doc = self._document(blocks)
        tokens = Tokens.of(doc)
        openings = self._openings(tokens)
        stances = _without_choices(self._stances(tokens), openings)
        naming = Naming(doc, openings, self._asked_as.everywhere(tokens), self._kinds(tokens), stances, self._taxonomy)
        levels = [one for one in self._levels.found(doc) if one.start not in naming.words]
        unknown = UnknownNames(doc, self._taxonomy.postings, title)
        facts = FactReader(doc, self._taxonomy)
        covered = facts.language_tokens() | {index for one in doc._.candidates for index in range(one.start, one.end)}
        wanted: list[Wanted] = []
        names: dict[str, Unknown] = {}
        for sentence in _all_sentences(doc, blocks):
            groups = naming.groups(sentence.start, sentence.end)
            judge = Judge(doc, sentence, within(stances, sentence.start, sentence.end), groups, self._taxonomy.postings)
            facts.add(sentence, judge)
            level_of = self._levels.of(
                doc, sentence.start, sentence.end, within(levels, sentence.start, sentence.end), groups
            )
            quote = " ".join(doc[sentence.start : sentence.end].text.split())
            wanted += [
                Wanted(group.skills, need, *level_of(group), sentence.place_of(doc, group), quote)
                for group in groups
                if (need := judge.need_of(group)) is not Need.none and not self._is_manner(group, need)
            ]
            if sentence.default in (Need.must, Need.nice):
                reach = (sentence.start, sentence.end, covered)
                for one in _unknown_in(doc, sentence, judge, sorted([*unknown.spans(*reach), *unknown.listed(*reach)])):
                    names.setdefault(one.text.lower(), one)
        return wanted, list(names.values()), facts

    def _document(self, blocks: Sequence[PlacedBlock]) -> Doc:
        """The blocks as one document with the mentions of skills. The components that judge context in resumes do not
        run: postings have rules of their own for that.
        """
        parts = []
        for one in blocks:
            asks = one.part in (PostingPart.must, PostingPart.nice)
            kind = SectionKind.skills if asks and _is_line(one.block) else SectionKind.summary
            entry = Entry(EntryKind.text, "", (one.block.item,))
            parts.append((Section(kind, one.part.value, (entry,)), entry, 0, one.block.item))
        with self._skills.nlp.select_pipes(enable=["skill_candidates", "skill_conditions"]):
            return self._skills.mentions(parts)

    def _is_manner(self, group: SkillGroup, need: Need) -> bool:
        """Whether a duty tells only how the work is done ("with your team"): such words ask for no soft skill."""
        soft = all(self._taxonomy.skills[skill].category == "soft-skills" for skill in group.skills)
        return need is Need.duty and soft and not set(group.skills) & self._taxonomy.postings.soft_duties


def _unknown_in(doc: Doc, sentence: Sentence, judge: Judge, spans: Iterable[tuple[int, int]]) -> Iterator[Unknown]:
    """Those of the unknown names that the sentence asks for."""
    for start, end in spans:
        group = SkillGroup((), start, end, start)
        if judge.need_of(group) is not Need.none:
            place = sentence.place_of(doc, group)
            yield Unknown(doc[start:end].text, place.page, place.line.number)


def _without_choices(
    stances: Iterable[PhraseMatch[Stance]], openings: Sequence[PhraseMatch[Opening]]
) -> list[PhraseMatch[Stance]]:
    """The words on how much something is wanted, without those that leave a choice: "I don't care which"."""
    choosing = {i for one in openings if one.meaning is Opening.closing for i in range(one.start, one.end)}
    return [
        one for one in stances if one.meaning.need is not Need.none or choosing.isdisjoint(range(one.start, one.end))
    ]


def _all_sentences(doc: Doc, blocks: Sequence[PlacedBlock]) -> Iterator[Sentence]:
    for block, passage in zip(blocks, doc._.passages, strict=True):
        yield from _sentences(doc, passage, block)


def _is_line(block: TextBlock) -> bool:
    """Whether a block is an entry of a list rather than running text."""
    return block.bullet or len(block.text.split()) <= _LONGEST_LINE


def _sentences(doc: Doc, passage: Passage, block: PlacedBlock) -> Iterator[Sentence]:
    """The sentences of a block, without its label."""
    first = next(
        (i for i in range(passage.start, passage.end) if doc[i].idx - passage.offset >= block.label), passage.end
    )
    if block.part is PostingPart.open or not block.label:
        first = passage.start
    bounds = [first]
    for index in range(first, passage.end):
        if _ends_sentence(doc, index, passage.end):
            bounds.append(index + 1)
    if bounds[-1] != passage.end:
        bounds.append(passage.end)
    default = _DEFAULT.get(block.part, Need.none)
    if default is Need.duty and not block.block.bullet and len(bounds) - 1 > _LONGEST_DUTY:
        default = Need.none
    for start, end in pairwise(bounds):
        yield Sentence(start, end, passage, block.part, default)


def _ends_sentence(doc: Doc, index: int, limit: int) -> bool:
    token = doc[index]
    if token.text in ("!", "?"):
        return True
    if token.text != "." or index + 1 >= limit or not token.whitespace_:
        return False
    before = doc[index - 1] if index else token
    abbreviation = len(before.text) == 1 and index > 1 and doc[index - 2].text == "."
    return not abbreviation and (doc[index + 1].text[0].isupper() or doc[index + 1].like_num)
