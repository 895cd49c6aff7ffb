"""A posting as a document with mentions → the groups of skills that each sentence speaks of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from spacy.tokens import Doc

from gapcheck.job.accepted import Accepted
from gapcheck.job.kinds import Kinds
from gapcheck.job.lists import Lists, SkillGroup
from gapcheck.job.openings import Opening
from gapcheck.skills.pipeline.mention import Mention
from gapcheck.taxonomy import PostingPart, Reason, Stance, Taxonomy
from gapcheck.text.patterns import is_pattern
from gapcheck.text.phrases import PhraseMatch, within
from gapcheck.text.stemmer import stem

_ASKING_WORDS = 2  # "exposure to"
_OBJECT = 4  # tokens from "willingness to learn" to what shall be learned


class Naming:
    """The skills of one posting: by their names, which make lists; by what describes them ("explain to colleagues");
    and by signs ("fine-tuned models"), where nothing in the sentence says the same by name.

    `words` are the tokens of the names.
    """

    def __init__(
        self,
        doc: Doc,
        openings: Sequence[PhraseMatch[Opening]],
        described: Sequence[PhraseMatch[str]],
        kinds: Sequence[PhraseMatch[str]],
        stances: Sequence[PhraseMatch[Stance]],
        taxonomy: Taxonomy,
    ) -> None:
        self._doc, self._taxonomy = doc, taxonomy
        known = [one for one in kinds if one.meaning in taxonomy.skills]
        self._lists = Lists(doc, openings, known, taxonomy)
        self._accepted = Accepted(doc, openings, taxonomy)
        self._described = _outermost([one for one in described if one.meaning in taxonomy.skills])
        self._plain_names = {one.name.lower(): one.id for one in taxonomy.skills.values() if " " not in one.name}
        counted = self._counted()
        self._named = self._distinct([one for one in counted if one.names])
        self._named = [one for one in self._named if not self._is_soft(one) or not self._has_object(one, stances)]
        self._named = [self._without_level(one) for one in self._named]
        self._named = [one for one in self._named if not self._is_maker(one)]
        self._named = sorted([*self._named, *self._shortened()], key=lambda one: one.start)
        self.words = words = frozenset(index for one in self._named for index in range(one.start, one.end))
        own = [
            PhraseMatch(one.start, one.end, one.skill) for one in self._named if one.skill in taxonomy.postings.kinds
        ]
        known = [one for one in known if not self._is_in_name(one)]
        self._signs = self._distinct(
            [one for one in counted if not one.names and not words.issuperset(range(one.start, one.end))]
        )
        self._described = [
            one for one in self._described if not self._has_object(one, stances) and not self._is_in_name(one)
        ]
        named = [PhraseMatch(one.start, one.end, one.skill) for one in self._named]
        self._described += [one for one in known if one.start not in words and self._is_asked_for(one)]
        self._described.sort(key=lambda one: one.start)
        described = [one for one in self._described if one.meaning in taxonomy.postings.kinds]
        self._kinds = Kinds(doc, [*known, *own, *described], [*named, *self._described], openings, taxonomy)

    def groups(self, start: int, end: int) -> list[SkillGroup]:
        """The groups between two tokens."""
        spoken = within(self._described, start, end)
        levels = self._taxonomy.postings.levels.by_word()
        begins = [(one, one.start + (self._doc[one.start].lower_ in levels)) for one in spoken]
        described = [SkillGroup((one.meaning,), begin, one.end, begin) for one, begin in begins]
        found = [
            *self._lists.groups(within(self._named, start, end), start, end),
            *(group for group in described if not self._lists.sums_up(group, start)),
        ]
        skills = {skill for group in found for skill in group.skills}
        said = skills.union(*(self._taxonomy.broader[skill] for skill in skills))
        signs = (SkillGroup((one.skill,), one.start, one.end, one.start) for one in within(self._signs, start, end))
        joined = self._lists.joined(
            [*found, *(one for one in signs if said.isdisjoint(one.skills) and not self._lists.is_part(one.start))]
        )
        with_kinds = self._kinds.joined(self._accepted.joined(joined, start, end), start, end)
        return self._lists.joined(with_kinds)

    def _without_level(self, mention: Mention) -> Mention:
        """The mention without a word on the level before the name: "Advanced Excel"."""
        rest = self._doc[mention.start + 1 : mention.end].text.lower()
        is_level = self._doc[mention.start].lower_ in self._taxonomy.postings.levels.by_word()
        named = rest == self._taxonomy.skills[mention.skill].name.lower()
        return replace(mention, start=mention.start + 1) if is_level and named else mention

    def _is_maker(self, mention: Mention) -> bool:
        """Whether a name stands right before one that it belongs to: "AWS Bedrock", "Azure Databricks"."""
        return any(
            one.start == mention.end and mention.skill in self._taxonomy.broader[one.skill] for one in self._named
        )

    def _shortened(self) -> Iterator[Mention]:
        """Names that share a word with the one before or behind them: "object detection and tracking", "supervised and
        unsupervised learning", "regression and time series analysis". And the plain names of skills beside one of their
        kind, where something is asked for: "transformers and attention".
        """
        doc, names, joins = self._doc, _two_word_names(self._taxonomy), self._taxonomy.postings.lists.joins
        taken = {index for one in self._named for index in range(one.start, one.end)}
        for one in self._named:
            if self._asks(one):
                for index in (*_beside(doc, one.end, 1, joins), *_beside(doc, one.start - 1, -1, joins)):
                    skill = self._plain_names.get(doc[index].lower_)
                    if index not in taken and skill and self._is_kin(skill, one.skill):
                        taken.add(index)
                        yield replace(one, skill=skill, start=index, end=index + 1)
            if one.end - one.start > 2:
                for index in _beside(doc, one.start - 1, -1, joins):
                    pair = (doc[index].lower_, doc[one.end - 1].lower_)
                    if index in taken or pair not in names:
                        break
                    yield replace(one, skill=names[pair], start=index, end=index + 1)
            if one.end - one.start != 2 or not doc[one.end - 1].text.islower():
                continue
            first, last = doc[one.start].lower_, doc[one.end - 1].lower_
            for index in _beside(doc, one.end, 1, joins):
                if index in taken or (first, doc[index].lower_) not in names:
                    break
                yield replace(one, skill=names[first, doc[index].lower_], start=index, end=index + 1)
            for index in _beside(doc, one.start - 1, -1, joins):
                if index in taken or (doc[index].lower_, last) not in names:
                    break
                yield replace(one, skill=names[doc[index].lower_, last], start=index, end=index + 1)

    def _has_object(self, words: PhraseMatch[str] | Mention, stances: Sequence[PhraseMatch[Stance]]) -> bool:
        """Whether the words are about a skill behind them: "willingness to learn Rust" asks for Rust, not for a
        readiness to learn.
        """
        opens = any(cue.meaning.scope == "after" and cue.start < words.end and words.start < cue.end for cue in stances)
        following = self._doc[words.end].lower_ if words.end < len(self._doc) else ""
        refers = following in self._taxonomy.postings.refers_back  # "a willingness to learn it"
        if not opens or refers:
            return opens
        end = next(one.end for one in self._doc._.passages if one.start <= words.start < one.end)
        return any(0 <= one.start - words.end <= _OBJECT and one.start < end for one in self._named)

    def _is_in_name(self, words: PhraseMatch[str]) -> bool:
        """Whether the words are part of a longer name ("collaborative filtering" is no work with others), or hold the
        name of the same skill.
        """
        size = words.end - words.start
        return any(
            (one.start <= words.start and words.end <= one.end and one.end - one.start > size)
            or (one.skill == words.meaning and one.start < words.end and words.start < one.end)
            for one in self._named
        )

    def _counted(self) -> list[Mention]:
        """The mentions that name a skill of the person who is looked for, and not a colleague or a way of working."""
        doc = self._doc
        everywhere = frozenset(form for token in doc for form in (token.lower_, token.norm_))
        taken = {index for one in self._described for index in range(one.start, one.end)}
        return [
            one
            for one in doc._.mentions
            if (one.names or not self._is_soft(one))
            and (one.reason is None or _is_clear(doc, one, everywhere) or self._is_listed(one) or self._is_called(one))
            and (one.fixed or taken.isdisjoint(range(one.start, one.end)))
            and not self._is_loose(one)
            and not self._is_person(one)
        ]

    def _is_listed(self, mention: Mention) -> bool:
        """Whether an ambiguous name stands in a list right beside a clear one, where something is asked for:
        "familiarity with active learning or semi-supervised learning", "testing, CI/CD".
        """
        if mention.reason is not Reason.other_meaning or not self._asks(mention):
            return False
        return any(
            one.names
            and one.reason is None
            and self._is_soft(one) == self._is_soft(mention)
            and self._lists.are_neighbours(mention, one)
            for one in self._doc._.mentions
        )

    def _is_called(self, mention: Mention) -> bool:
        """Whether an ambiguous name is all that words such as "exposure to" ask for: "Exposure to Go"."""
        doc, words = self._doc, self._taxonomy.postings
        if mention.reason is not Reason.other_meaning or not self._asks(mention) or mention.start < _ASKING_WORDS:
            return False
        asking, to = (token.lower_ for token in doc[mention.start - _ASKING_WORDS : mention.start])
        following = doc[mention.end].text if mention.end < len(doc) else ""
        ends = mention.end == doc._.passages[mention.passage].end or not following[:1].isalnum()
        return self._ask(asking, to) and (ends or following in words.lists.joins)

    def _ask(self, asking: str, to: str) -> bool:
        """Whether two words ask for what follows them: "experience with"."""
        words = self._taxonomy.postings
        asks = asking in words.carriers or asking in words.asking or asking in words.levels.by_word()
        return asks and to in words.lists.breaks | words.lists.towards

    def _is_asked_for(self, kind: PhraseMatch[str]) -> bool:
        """Whether a kind of tools is all that is asked for: "experience with clouds", "cloud experience"."""
        doc, words = self._doc, self._taxonomy.postings
        passage = next((one for one in doc._.passages if one.start <= kind.start < one.end), None)
        if passage is None or passage.section.heading not in (PostingPart.must, PostingPart.nice):
            return False
        if kind.start - _ASKING_WORDS >= passage.start:
            asking, to = (token.lower_ for token in doc[kind.start - _ASKING_WORDS : kind.start])
            if self._ask(asking, to) and (
                kind.end == passage.end or not doc[kind.end].is_alpha or doc[kind.end].lower_ in words.lists.joins
            ):
                return True
        return kind.end < passage.end and doc[kind.end].lower_ in words.carriers

    def _is_kin(self, skill: str, other: str) -> bool:
        """Whether two skills are of one category."""
        return self._taxonomy.skills[skill].category == self._taxonomy.skills[other].category

    def _asks(self, mention: Mention) -> bool:
        part = self._doc._.passages[mention.passage].section.heading
        return part in (PostingPart.must, PostingPart.nice)

    def _is_soft(self, mention: Mention) -> bool:
        return self._taxonomy.skills[mention.skill].category == "soft-skills"

    def _is_loose(self, mention: Mention) -> bool:
        """Whether the words show a soft skill in a resume only ("together with", "taught"): outside of what is asked
        for they tell how the work is done.
        """
        return not self._asks(mention) and self._is_soft(mention)

    def _is_person(self, mention: Mention) -> bool:
        """Whether the words name colleagues ("with data scientists"); "as a data scientist" speaks of the reader."""
        doc, people = self._doc, self._taxonomy.postings.people
        following = doc[mention.end].lower_ if mention.end < len(doc) else ""
        own_name = doc[mention.start : mention.end].text.lower() == self._taxonomy.skills[mention.skill].name.lower()
        if following not in people and (own_name or doc[mention.end - 1].lower_ not in people):
            return False
        return mention.fixed and [token.lower_ for token in doc[max(0, mention.start - 2) : mention.start]] not in (
            ["as", "a"],
            ["as", "an"],
        )

    def _distinct(self, mentions: Sequence[Mention]) -> list[Mention]:
        """One mention for each place in the text: the one with the most words and no comma between them, and of two
        skills with the same words the narrower skill.
        """
        found: list[Mention] = []
        taken: set[int] = set()
        ranks = {
            id(one): (
                any(token.text == "," for token in self._doc[one.start : one.end]),
                one.start - one.end,
                one.start,
                *self._breadth(one, mentions),
            )
            for one in mentions
        }
        for mention in sorted(mentions, key=lambda one: ranks[id(one)]):
            place = range(mention.start, mention.end)
            if taken.isdisjoint(place):
                taken.update(place)
                found.append(mention)
        return sorted(found, key=lambda one: one.start)

    def _breadth(self, mention: Mention, others: Sequence[Mention]) -> tuple[bool, int]:
        """Whether another skill of the same words builds on this one, and how little this one implies."""
        rivals = [one.skill for one in others if (one.start, one.end) == (mention.start, mention.end)]
        builds_on = any(mention.skill in self._taxonomy.skills[rival].prerequisites for rival in rivals)
        return builds_on, -len(self._taxonomy.broader[mention.skill])


def _outermost(described: Sequence[PhraseMatch[str]]) -> list[PhraseMatch[str]]:
    """The phrases in order, without those that stand inside a longer one of the same skill."""
    reached: dict[str, int] = {}
    found = []
    for one in sorted(described, key=lambda match: (match.start, -match.end)):
        if one.end > reached.get(one.meaning, 0):
            reached[one.meaning] = one.end
            found.append(one)
    return found


def _two_word_names(taxonomy: Taxonomy) -> dict[tuple[str, str], str]:
    """Names of two words that stand for a skill in any company → that skill."""
    found: dict[tuple[str, str], str] = {}
    for skill in taxonomy.skills.values():
        for alias in skill.aliases:
            words = alias.text.lower().split()
            is_plain = not (alias.needs_company or alias.with_ or alias.only_in or alias.loose)
            if len(words) == 2 and is_plain and not is_pattern(alias.text):
                found.setdefault((words[0], words[1]), skill.id)
    return found


def _beside(doc: Doc, start: int, step: int, joins: Set[str]) -> Iterator[int]:
    """The single words of a list that goes on from a token, forwards or backwards."""
    index = start
    while 0 <= index < len(doc) and doc[index].lower_ in joins:
        while 0 <= index < len(doc) and doc[index].lower_ in joins:
            index += step
        if not 0 <= index < len(doc) or not doc[index].is_alpha:
            return
        yield index
        index += step


def _is_clear(doc: Doc, mention: Mention, everywhere: frozenset[str]) -> bool:
    """Whether an ambiguous name is clear after all: the words that it needs near it stand elsewhere in the posting,
    which is about one job.
    """
    alias = mention.alias
    if mention.reason is not Reason.other_meaning or not alias.near:
        return False
    before = doc[mention.start - 1].text if mention.start else ""
    after = doc[mention.end].text if mention.end < len(doc) else ""
    if {before, before.lower()} & set(alias.not_after) or {after, after.lower()} & set(alias.not_before):
        return False
    return any(word.lower() in everywhere or stem(word) in everywhere for word in alias.near)
