"""The parts of a posting → sentence by sentence, which skills are wanted, how much, and at what level."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc

from gapcheck.job.blocks import Block
from gapcheck.job.levels import LevelReader
from gapcheck.job.lists import Group, Lists
from gapcheck.job.model import Unknown
from gapcheck.job.parts import PlacedBlock
from gapcheck.job.unknown import UnknownNames
from gapcheck.resume import Entry, EntryKind, Place, Section
from gapcheck.skills.pipeline.mention import Mention, Passage
from gapcheck.skills.reader import SkillReader
from gapcheck.taxonomy import Level, Need, PostingPart, PostingWords, Reason, SectionKind, Stance, Taxonomy
from gapcheck.text.phrases import Found, Phrases, within
from gapcheck.text.stemmer import stem

_DEFAULT = {PostingPart.must: Need.must, PostingPart.nice: Need.nice, PostingPart.duties: Need.duty}
_SILENT = (PostingPart.benefits, PostingPart.around, PostingPart.unneeded)
_CLAUSE_ENDS = frozenset([";", "(", ")", "–", "—", "\t", ":"])
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


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a block as tokens `start` to `end` (excluded), and what it counts for by where it stands."""

    start: int
    end: int
    passage: Passage
    part: PostingPart
    default: Need

    def place_of(self, doc: Doc, group: Group) -> Place:
        """The line in which a group of the sentence begins."""
        return self.passage.item.place_at(doc[group.start].idx - self.passage.offset)


class PostingReader:
    """Reads placed blocks with one taxonomy. The skills are found by the same pipeline as in resumes."""

    def __init__(self, taxonomy: Taxonomy, skills: SkillReader) -> None:
        words = taxonomy.postings
        self._taxonomy, self._skills = taxonomy, skills
        self._stances: Phrases[Stance] = Phrases(skills.nlp, ((one, one.phrases) for one in words.stances))
        self._examples: Phrases[None] = Phrases(skills.nlp, [(None, words.examples)])
        self._asked_as: Phrases[str] = Phrases(skills.nlp, words.asked_as.items())
        self._levels = LevelReader(taxonomy, skills.nlp)

    def read(self, blocks: Sequence[PlacedBlock], title: str) -> tuple[list[Wanted], list[Unknown]]:
        """What the sentences want, and the names in them that nobody knows, in reading order."""
        doc = self._document(blocks)
        stances, examples, levels = self._stances(doc), self._examples(doc), self._levels.found(doc)
        lists = Lists(doc, examples, self._taxonomy.postings)
        described = [one for one in self._asked_as(doc) if one.meaning in self._taxonomy.skills]
        mentions = self._names(doc, described)
        unknown = UnknownNames(doc, self._taxonomy.postings, title)
        covered = {index for one in doc._.candidates for index in range(one.start, one.end)}
        wanted: list[Wanted] = []
        names: dict[str, Unknown] = {}
        for sentence in _all_sentences(doc, blocks):
            groups = [
                *lists.groups(within(mentions, sentence.start, sentence.end), sentence.start, sentence.end),
                *(
                    Group((one.meaning,), one.start, one.end, one.start)
                    for one in within(described, sentence.start, sentence.end)
                ),
            ]
            judge = Judge(doc, sentence, within(stances, sentence.start, sentence.end), groups, self._taxonomy.postings)
            level_of = self._levels.of(doc, sentence.start, within(levels, sentence.start, sentence.end), groups)
            quote = " ".join(doc[sentence.start : sentence.end].text.split())
            wanted += [
                Wanted(group.skills, need, *level_of(group), sentence.place_of(doc, group), quote)
                for group in groups
                if (need := judge.need_of(group)) is not Need.none and not self._is_manner(group, need)
            ]
            if sentence.default in (Need.must, Need.nice):
                for one in _unknown_in(doc, sentence, judge, unknown.spans(sentence.start, sentence.end, covered)):
                    names.setdefault(one.text.lower(), one)
        return wanted, list(names.values())

    def _document(self, blocks: Sequence[PlacedBlock]) -> Doc:
        """The blocks as one document with the mentions of skills; words on context are the posting's own affair."""
        parts = []
        for number, one in enumerate(blocks):
            asks = one.part in (PostingPart.must, PostingPart.nice)
            kind = SectionKind.skills if asks and _is_line(one.block) else SectionKind.summary
            entry = Entry(EntryKind.text, "", (one.block.item,))
            parts.append((Section(kind, one.part.value, (entry,)), entry, number, one.block.item))
        with self._skills.nlp.select_pipes(enable=["skill_candidates", "skill_conditions"]):
            return self._skills.mentions(parts)

    def _names(self, doc: Doc, described: Sequence[Found[str]]) -> list[Mention]:
        """The mentions that name a skill of the one who is looked for; others of the same words are left out."""
        everywhere = frozenset(form for token in doc for form in (token.lower_, token.norm_))
        taken = {index for one in described for index in range(one.start, one.end)}
        return self._distinct(
            [
                one
                for one in doc._.mentions
                if one.names
                and (one.reason is None or _is_clear(doc, one, everywhere))
                and (one.fixed or taken.isdisjoint(range(one.start, one.end)))
                and not self._is_loose(doc, one)
                and not self._is_person(doc, one)
            ]
        )

    def _is_manner(self, group: Group, need: Need) -> bool:
        """Whether a duty tells only how the work is done ("with your team"): that asks for no soft skill."""
        soft = all(self._taxonomy.skills[skill].category == "soft-skills" for skill in group.skills)
        return need is Need.duty and soft and not set(group.skills) & self._taxonomy.postings.soft_duties

    def _is_loose(self, doc: Doc, mention: Mention) -> bool:
        """Whether the words tell of a soft skill only in a resume ("together with", "taught"): a duty is no claim."""
        part = doc._.passages[mention.passage].section.heading
        asks = part in (PostingPart.must, PostingPart.nice)
        return not asks and self._taxonomy.skills[mention.skill].category == "soft-skills"

    def _is_person(self, doc: Doc, mention: Mention) -> bool:
        """Whether the words name colleagues ("with data scientists"); "as a data scientist" speaks of the reader."""
        people = self._taxonomy.postings.people
        following = doc[mention.end].lower_ if mention.end < len(doc) else ""
        if following not in people and doc[mention.end - 1].lower_ not in people:
            return False
        return mention.fixed and [token.lower_ for token in doc[max(0, mention.start - 2) : mention.start]] not in (
            ["as", "a"],
            ["as", "an"],
        )

    def _distinct(self, mentions: Sequence[Mention]) -> list[Mention]:
        """One mention a place: the longest words, and of two skills with the same words the narrower one."""
        found: list[Mention] = []
        taken: set[int] = set()
        for mention in sorted(mentions, key=lambda one: (one.start - one.end, one.start, -len(self._broader(one)))):
            place = range(mention.start, mention.end)
            if taken.isdisjoint(place):
                taken.update(place)
                found.append(mention)
        return sorted(found, key=lambda one: one.start)

    def _broader(self, mention: Mention) -> frozenset[str]:
        return self._taxonomy.broader[mention.skill]


def _is_clear(doc: Doc, mention: Mention, everywhere: frozenset[str]) -> bool:
    """Whether a name that lacks company in its own line has it elsewhere in the posting: a posting is about one job."""
    alias = mention.alias
    if mention.reason is not Reason.other_meaning or not alias.near:
        return False
    before = doc[mention.start - 1].text if mention.start else ""
    after = doc[mention.end].text if mention.end < len(doc) else ""
    if {before, before.lower()} & set(alias.not_after) or {after, after.lower()} & set(alias.not_before):
        return False
    return any(word.lower() in everywhere or stem(word) in everywhere for word in alias.near)


class Judge:
    """Says for the groups of one sentence how much they are wanted."""

    def __init__(
        self,
        doc: Doc,
        sentence: Sentence,
        stances: Sequence[Found[Stance]],
        groups: Sequence[Group],
        words: PostingWords,
    ) -> None:
        self._doc, self._sentence, self._groups, self._words = doc, sentence, groups, words
        self._scopes: list[tuple[int, int, Found[Stance]]] = []
        taken = {index for group in groups for index in range(group.start, group.end)}
        for cue in stances:
            if taken.isdisjoint(range(cue.start, cue.end)):
                scope = self._scope(cue)
                if scope is not None:
                    self._scopes.append((*scope, cue))

    def need_of(self, group: Group) -> Need:
        """How much the group is wanted: by the nearest words that speak of it, else by the part it stands in."""
        if self._sentence.part in _SILENT:
            return Need.none
        around = [cue for start, end, cue in self._scopes if start <= group.start and group.end <= end]
        default = self._sentence.default
        if not around:
            return default
        cells = [cue for cue in around if cue.meaning.scope == "cell"]
        local = [cue for cue in around if cue.meaning.scope in ("clause", "after")]
        whole = [cue for cue in around if cue.meaning.scope == "sentence"]
        if cells:
            return cells[-1].meaning.need
        if local:
            return min(local, key=lambda cue: self._distance(cue, group)).meaning.need
        needs = {cue.meaning.need for cue in whole}
        if Need.none in needs and default is not Need.nice and Need.nice not in needs:
            return Need.none
        if default in (Need.must, Need.nice):
            return Need.nice if Need.nice in needs else default
        return next((need for need in (Need.nice, Need.must, Need.duty) if need in needs), default)

    def _distance(self, cue: Found[Stance], group: Group) -> tuple[bool, int]:
        """How far words are from a group; those before a comma speak of what stands before it."""
        if cue.start >= group.end:
            return False, cue.start - group.end
        between = self._doc[cue.end : group.start]
        return any(token.text == "," for token in between), len(between)

    def _scope(self, cue: Found[Stance]) -> tuple[int, int] | None:
        """From which token to which one the words reach."""
        stance, doc, sentence = cue.meaning, self._doc, self._sentence
        following = doc[cue.end].lower_ if cue.end < sentence.end else ""
        if following in stance.unless_next:
            return None
        if stance.opening and any(token.is_alpha or token.like_num for token in doc[sentence.start : cue.start]):
            return None
        if stance.scope == "sentence":
            return sentence.start, sentence.end
        if stance.scope == "cell":
            return (sentence.start, sentence.end) if self._fills_cell(cue) else None
        start, end = self._clause(cue)
        if stance.scope == "after":
            turn = next((i for i in range(cue.end, end) if doc[i].lower_ in stance.until), end)
            return cue.start, turn
        return self._with_what_it_ends(cue, start, end)

    def _fills_cell(self, cue: Found[Stance]) -> bool:
        before = cue.start == self._sentence.start or self._doc[cue.start - 1].text == "\t"
        after = cue.end == self._sentence.end or self._doc[cue.end].text == "\t"
        whole_row = any(token.text == "\t" for token in self._doc[self._sentence.start : self._sentence.end])
        return before and after and whole_row

    def _with_what_it_ends(self, cue: Found[Stance], start: int, end: int) -> tuple[int, int]:
        """The clause; where it names nothing, what stands before it ("Rust (optional)") or after a colon."""
        if any(start <= group.start < end for group in self._groups):
            return start, end
        doc = self._doc
        if start > self._sentence.start and doc[start - 1].text in ("(", "–", "—", ":"):
            before = [group for group in self._groups if group.end <= start]
            return (before[-1].start, end) if before else (start, end)
        if end < self._sentence.end and doc[end].text == ":":
            return start, self._sentence.end
        return start, end

    def _clause(self, cue: Found[Stance]) -> tuple[int, int]:
        """The clause around the words: up to a mark, or a comma or "and" after which somebody else is spoken of."""
        start, end = cue.start, cue.end
        while start > self._sentence.start and not self._ends_clause(start - 1):
            start -= 1
        while end < self._sentence.end and not self._ends_clause(end):
            end += 1
        return start, end

    def _ends_clause(self, index: int) -> bool:
        """Whether a clause ends at this token."""
        token = self._doc[index]
        if token.text in _CLAUSE_ENDS or token.lower_ in self._words.turns:
            return True
        if token.lower_ not in (",", "and"):
            return False
        following = [one.lower_ for one in self._doc[index + 1 : index + 3] if one.lower_ not in ("and", ",")]
        return bool(following) and following[0] in self._words.subjects | self._words.turns


def _unknown_in(doc: Doc, sentence: Sentence, judge: Judge, spans: Iterable[tuple[int, int]]) -> Iterator[Unknown]:
    """The names that the sentence asks for, of those that nobody knows."""
    for start, end in spans:
        group = Group((), start, end, start)
        if judge.need_of(group) is not Need.none:
            place = sentence.place_of(doc, group)
            yield Unknown(doc[start:end].text, place.page, place.line.number)


def _all_sentences(doc: Doc, blocks: Sequence[PlacedBlock]) -> Iterator[Sentence]:
    for block, passage in zip(blocks, doc._.passages, strict=True):
        yield from _sentences(doc, passage, block)


def _is_line(block: Block) -> bool:
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
