"""Component `skill_ownership`: who has a skill that a sentence tells of, where no cue of the taxonomy says so?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Protocol

from spacy.language import Language
from spacy.tokens import Doc

from gapcheck.resume import EntryKind
from gapcheck.skills.pipeline.mention import Key, Mention, Passage, key_of, set_up_extensions
from gapcheck.skills.pipeline.named_once import NamedOnce
from gapcheck.skills.pipeline.ownership_features import NamedSentences, ownership_features, sentence_of
from gapcheck.skills.pipeline.ownership_model import OWN, load_ownership_model
from gapcheck.taxonomy import PHRASED, Reason, SectionKind, Taxonomy
from gapcheck.text.tokens import Tokens

_NO_SENTENCES = frozenset([SectionKind.header, SectionKind.certifications, SectionKind.publications])
_SURELY_ANOTHER = 0.15  # of own: up to it the model may say, against all conditions, that a name is another thing
_CLEARLY = 0.1  # more than own: in a close case the writer is believed
# What else the resume says of a skill. A name that it has in a list or tells of as the writer's elsewhere is the
# writer's here too, unless the model is surer than this; one that a resume with a list of its tools has nowhere else is
# doubted sooner, and the writer believed only where own is this much more.
_BORNE_OUT = 0.8
_ALONE = 0.4
_ALONE_BY = 0.15
_SURELY_OWN = 0.7
# The one method of the field that a resume names at all, in a job, has to be as surely the writer's as this: where
# models are made, more than one word of it stands.
_OF_THE_FIELD = 0.8
_LISTS_ITS_TOOLS = 3  # skills in sections of skills
_OF_LOOSE_WORDS = 0.6  # of others: nearly all examples are names, so of loose words the model must be surer
_LONGEST_SENTENCE = 300  # words and marks: no sentence of a resume is longer, and each name in it would read all of it
_ASIDES = frozenset([SectionKind.other, SectionKind.interests])  # they tell of the person more than of the trade
_FEWEST_WORDS = 2  # in small letters beside the names of skills: fewer tell nothing


class Decides(Protocol):
    """What a model says besides its answers."""

    @property
    def threshold(self) -> float:
        """From which share of others on the writer is taken not to have a skill."""

    @property
    def ambiguous(self) -> frozenset[str]:
        """The names, in small letters, that it may take for another thing."""


@Language.factory("skill_ownership")
def _create(nlp: Language, name: str) -> SkillOwnership:
    return SkillOwnership()


class SkillOwnership:
    """Sets the `reason` of mentions in sentences that the model takes to tell of somebody else, a wish, or what was not
    done, or of names another thing of that name; adds the described ones among them to `doc._.disclaimed`. Soft skills
    it leaves alone: to tell of others is what their words do. What it decides is English; a reader of other languages
    has another in its place, see `ownership_in_languages`.
    """

    of_loose_words = _OF_LOOSE_WORDS
    doubts_what_stands_alone = True

    def __init__(self) -> None:
        set_up_extensions()
        self._phrased: frozenset[str] = frozenset()
        self._joins: frozenset[str] = frozenset()
        self._broader: Mapping[str, Iterable[str]] = {}
        self._names_a_post_of_the_trade: Callable[[str], bool] = lambda title: False
        self._once: NamedOnce

    def use(self, taxonomy: Taxonomy) -> None:
        """Learns which skills are soft ones, and the words that join a list."""
        self._joins = taxonomy.context.joins
        self._once = NamedOnce(taxonomy)
        self._broader = taxonomy.broader
        self._names_a_post_of_the_trade = taxonomy.entry_words.names_a_post_of_the_trade
        self._phrased = frozenset(one.id for one in taxonomy.skills.values() if one.category == PHRASED)

    def __call__(self, doc: Doc) -> Doc:
        """The same document with its mentions updated."""
        tokens, model = Tokens.of(doc), self._model()
        passages: list[Passage] = doc._.passages
        read: NamedSentences = {}
        named: defaultdict[int, set[int]] = defaultdict(set)
        for one in doc._.candidates:
            if one.fixed and one.names:
                named[one.passage].update(range(one.start, one.end))

        @cache
        def shares_of(number: int, start: int, end: int) -> Mapping[str, float] | None:
            """How likely each answer is for what the tokens `start` to `end` (excluded) of a passage name, whichever of
            its skills is asked for; None where the sentence tells nothing of it.
            """
            passage, skills = passages[number], named[number].union(range(start, end))
            line = range(passage.start, passage.end)
            if not _is_told(tokens, start, end, line, skills, in_list=passage.section.kind is SectionKind.skills):
                return None
            return self._shares(tokens, start, end, line, skills, read)

        def judged(mention: Mention, start: int, end: int) -> Mention:
            """The mention, whose skill the tokens `start` to `end` (excluded) name or describe."""
            passage = passages[mention.passage]
            if mention.reason or mention.skill in self._phrased or not self._is_sentence(passage):
                return mention
            is_of_a_course = mention.kind is not None and passage.section.kind is not SectionKind.education
            if is_of_a_course or mention.handled:
                return mention  # a cue has told that it was learned there, or done to what others made
            part = _part_of_title(tokens, mention, passage)
            if part and part == passage.entry.title:
                return mention  # a post is called after what the writer does there
            told = shares_of(mention.passage, start, end)
            if part and told is None:
                return self._as_an_employer(tokens, mention, passage, borne_out, model.ambiguous)
            if told is None or (mention.kind is not None and told[OWN] > _SURELY_ANOTHER):
                return mention  # a course of a degree, and hardly anything says that it was not had
            # What other names mean, their conditions have told, and of loose words `skill_described` tells.
            others = {Reason(answer): share for answer, share in told.items() if answer != OWN}
            may_be_another = _is_name(mention) and tokens.written(start, end).lower() in model.ambiguous
            if told[OWN] < _OF_THE_FIELD and passage.entry.kind.is_work and self._stands_apart(mention, of_the_field):
                reason = max(others, key=others.__getitem__)
                in_trade = self._names_a_post_of_the_trade(passage.entry.title)
                if reason is not Reason.other_meaning or (may_be_another and not in_trade):
                    return replace(mention, reason=reason)
            is_borne_out = bool(borne_out[mention.skill] - {(start, end)}) or self._is_joined_to_one(
                tokens, mention, company.get(mention.passage, ()), borne_out
            )
            if self.doubts_what_stands_alone and mention.fixed and not is_borne_out:
                why_not = doubt(mention, passage, told[OWN], max(others, key=others.__getitem__))
                if why_not is not None:
                    return replace(mention, reason=why_not)
            means = others.pop(Reason.other_meaning, 0.0)
            is_aside = passage.entry.kind is EntryKind.text and passage.section.kind in _ASIDES
            is_alone = (
                (lists_tools or is_aside)
                and mention.skill in self._once.tools  # methods are hardly ever listed
                and not is_borne_out
                and passage.section.kind is not SectionKind.education
            )
            is_another = means > max(others.values()) and told[OWN] <= (means if is_alone else _SURELY_ANOTHER)
            if is_another and may_be_another and not (is_borne_out and mention.skill in listed):
                return replace(mention, reason=Reason.other_meaning)
            threshold, margin = self.of_loose_words, -_CLEARLY
            if _is_name(mention):
                sure = max(model.threshold, _BORNE_OUT)
                threshold = sure if is_borne_out else _ALONE if is_alone else model.threshold
                margin = _ALONE_BY if is_alone else margin
            if sum(others.values()) < threshold or told[OWN] > max(others.values()) + margin:
                return mention  # or several answers have a little, and none clearly more than that it is the writer's
            return replace(mention, reason=max(others, key=others.__getitem__))

        def doubt(mention: Mention, passage: Passage, own: float, likeliest: Reason) -> Reason | None:
            """Why a name that stands nowhere else is not the writer's; None where it is, as far as can be told."""
            may_be_another = tokens.written(mention.start, mention.end).lower() in model.ambiguous
            here = company.get(mention.passage, ())
            sentence = sentence_of(tokens, mention.start, mention.end, range(passage.start, passage.end))
            least = once.least_own(tokens, mention, passage, sentence, likeliest, here, lists_tools=lists_tools)
            if own < least and (may_be_another or likeliest is not Reason.other_meaning):
                return likeliest
            is_another = may_be_another and once.is_told_without_models(
                tokens, mention, passage, sentence, here, of_the_field, own
            )
            return Reason.other_meaning if is_another else None

        mentions: list[Mention] = doc._.mentions
        once, company = self._once, self._once.beside(mentions)
        listed, borne_out = self._borne_out(mentions, passages, shares_of)
        of_the_field = {skill for skill, places in borne_out.items() if places} & self._once.field
        lists_tools = self.doubts_what_stands_alone and len(listed) >= _LISTS_ITS_TOOLS
        stretches = dict(_stretches(one for one in mentions if not _is_name(one) and one.skill not in self._phrased))
        doc._.mentions = [judged(one, *stretches.get(key_of(one), (one.start, one.end))) for one in mentions]
        for before, after in zip(mentions, doc._.mentions, strict=True):
            if after.reason is not before.reason and key_of(after) in stretches:
                doc._.disclaimed.update(range(*stretches[key_of(after)]))
        return doc

    def _as_an_employer(
        self,
        tokens: Tokens,
        mention: Mention,
        passage: Passage,
        borne_out: Mapping[str, Set[tuple[int, int]]],
        ambiguous: Set[str],
    ) -> Mention:
        """The mention in the name of who employs the writer, in a post of another trade: what nothing else in the
        resume bears out is a part of that name, if it may be one: `Trainee, CNN Lisbon office`.
        """
        is_doubted = (
            self.doubts_what_stands_alone
            and tokens.written(mention.start, mention.end).lower() in ambiguous
            and not borne_out[mention.skill] - {(mention.start, mention.end)}
            and not self._names_a_post_of_the_trade(passage.entry.title)
        )
        return replace(mention, reason=Reason.other_meaning) if is_doubted else mention

    def _stands_apart(self, mention: Mention, of_the_field: Set[str]) -> bool:
        """Whether a name is of a method of the field, and a resume that names these skills `of_the_field` names no
        other one: none but what it implies or what implies it.
        """
        skill = mention.skill
        if (
            not self.doubts_what_stands_alone
            or skill not in self._once.field
            or skill in self._once.tools
            or not _is_name(mention)
        ):
            return False
        kin = {skill, *self._broader[skill]}
        return all(other in kin or skill in self._broader[other] for other in of_the_field)

    def _is_joined_to_one(
        self,
        tokens: Tokens,
        mention: Mention,
        beside: Iterable[Mention],
        borne_out: Mapping[str, Set[tuple[int, int]]],
    ) -> bool:
        """Whether a list joins a name to that of a skill which another line bears out as the writer's: `with Python and
        Beautiful Soup`. Whoever used the one used the other.
        """
        names = [one for one in beside if borne_out[one.skill] - {(one.start, one.end)}]
        return any(self._are_joined(tokens, *sorted((mention, one), key=lambda name: name.start)) for one in names)

    def _are_joined(self, tokens: Tokens, first: Mention, second: Mention) -> bool:
        between = range(first.end, second.start)
        return bool(between) and all(tokens.text[at] == "," or tokens.lower[at] in self._joins for at in between)

    def _borne_out(
        self,
        mentions: Iterable[Mention],
        passages: Sequence[Passage],
        shares_of: Callable[[int, int, int], Mapping[str, float] | None],
    ) -> tuple[Set[str], Mapping[str, Set[tuple[int, int]]]]:
        """The skills that the resume lists, and the places at which it surely names each as the writer's, itself or by
        a narrower one.
        """
        listed: set[str] = set()
        places: defaultdict[str, set[tuple[int, int]]] = defaultdict(set)
        for one in mentions:
            if one.reason or not _is_name(one):
                continue
            passage = passages[one.passage]
            told = shares_of(one.passage, one.start, one.end) if self._is_sentence(passage) else None
            if told is not None and told[OWN] < _SURELY_OWN:
                continue
            if passage.section.kind is SectionKind.skills:
                listed.add(one.skill)
            for skill in (one.skill, *self._broader[one.skill]):
                places[skill].add((one.start, one.end))
        return listed, places

    def _is_sentence(self, passage: Passage) -> bool:
        """Whether a passage can tell who has a skill."""
        return passage.section.kind not in _NO_SENTENCES

    def _model(self) -> Decides:
        return load_ownership_model()

    def _shares(
        self, tokens: Tokens, start: int, end: int, line: range, skills: Set[int], read: NamedSentences
    ) -> Mapping[str, float] | None:
        """How likely each answer is for what the tokens `start` to `end` (excluded) of a line name; `read` keeps the
        sentences of the document.
        """
        model = load_ownership_model()
        features = ownership_features(tokens, start, end, line, skills, model.people, self._joins, read)
        return model.probabilities(features)


def _part_of_title(tokens: Tokens, mention: Mention, passage: Passage) -> str:
    """The part of the first line of a post in which a name stands: its title, or in that the name of who employs the
    writer; empty elsewhere.
    """
    entry, item = passage.entry, passage.item
    if not entry.kind.is_work or item is not entry.items[0] or item.bullet:
        return ""
    at = tokens.offset[mention.start] - passage.offset
    for part in filter(None, (entry.organisation, entry.title)):
        begin = item.text.find(part)
        if 0 <= begin <= at < begin + len(part):
            return part
    return ""


def _is_name(mention: Mention) -> bool:
    return mention.fixed and mention.names


def _stretches(mentions: Iterable[Mention]) -> Iterator[tuple[Key, tuple[int, int]]]:
    """Each mention with the stretch of words that it and those it overlaps describe: whose work `deployment and
    monitoring of the model in production` was, is said once for all of it.
    """
    together: list[Mention] = []
    end = 0
    for one in [*sorted(mentions, key=lambda one: (one.start, one.end)), None]:
        if together and (one is None or one.start >= end):
            yield from ((key_of(each), (together[0].start, end)) for each in together)
            together, end = [], 0
        if one is not None:
            together.append(one)
            end = max(end, one.end)


def _is_told(tokens: Tokens, start: int, end: int, line: range, skills: set[int], *, in_list: bool) -> bool:
    """Whether the sentence of a name says something about it, as far as it is one that people write. In a list of
    skills its own part does, and those behind it without a name that open with a small letter: `Yard plans, Machine
    Learning, of my own accord, no SQL`.
    """
    sentence = sentence_of(tokens, start, end, line)
    if len(sentence) > _LONGEST_SENTENCE:
        return False
    commas = [at for at in sentence if in_list and tokens.text[at] == ","]
    parts = [range(before + 1, after) for before, after in pairwise([sentence.start - 1, *commas, sentence.stop])]
    about = [
        part
        for part in parts
        if part.start <= start < part.stop
        or (not in_list or (part and tokens.text[part[0]][0].islower() and skills.isdisjoint(part)))
    ]
    return sum(tokens.text[at][0].islower() for part in about for at in part if at not in skills) >= _FEWEST_WORDS
