"""Component `skill_described`: do loose words of a sentence really show the skill, and does it show one that no phrase
lists?

A name of several words can hardly mean anything else; one ordinary word or a pattern can ("accuracy", "managed …
team"). Of those a phrase proposes and the model disposes. Where the model is sure, the words that carried it are the
mention. It reads running text only: in a list or a title there is no sentence that says what was done.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import partial, reduce
from itertools import pairwise

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from gapcheck.resume import EntryKind
from gapcheck.skills.pipeline.described_model import DescribedModel, load_described_model, words_in
from gapcheck.skills.pipeline.mention import Key, Mention, Passage, key_of, set_up_extensions
from gapcheck.skills.pipeline.spelling import is_another_model
from gapcheck.skills.pipeline.surroundings import is_listed
from gapcheck.taxonomy import PHRASED, Alias, Reason, SectionKind, Taxonomy
from gapcheck.text.patterns import is_pattern
from gapcheck.text.tokens import Tokens

_LISTS = frozenset([
    SectionKind.skills, SectionKind.languages, SectionKind.header, SectionKind.education, SectionKind.certifications,
    SectionKind.references,
])  # fmt: skip
_SENTENCE_ENDS = frozenset([".", "!", "?", "\n"])
_CLAUSE_ENDS = frozenset([";", ":"])
_FEWEST_WORDS = 3
_MOST_COMMAS = 1 / 3
"""Commas for each word: more make a list."""
_SUBJECT = "machine-learning"
"""What an entry is about decides what "deployed it" means."""
_ABOUT, _PHRASE, _NAMED = "entry: {}", "phrase: {}", "named: {}"  # features of the model
_LEAST_OUTSIDE_THE_TRADE = 0.5
_DISPOSES_IN_THE_FIELD = 0.1
"""Of lines of voices that the model had not seen, in entries about models: most with a phrase and more than this show
the skill.
"""
_OTHERS_IN_LIST = 2
_AROUND = 7
"""Words to either side of a loose phrase that may bear it out where its whole sentence does not."""
_CARRIES = 0.25
"""A word with less weight for a skill than this did not carry the model."""


@Language.factory("skill_described")
def _create(nlp: Language, name: str) -> SkillDescribed:
    return SkillDescribed()


class SkillDescribed:
    """Takes loose mentions out of `doc._.mentions` that their sentence does not bear out, and adds those that a
    sentence shows without a phrase. What the sentence denies, hopes for or says of somebody else it does not read.
    """

    def __init__(self) -> None:
        set_up_extensions()
        self._model: DescribedModel
        self._taxonomy: Taxonomy

    def use(self, taxonomy: Taxonomy) -> None:
        """Learns the skills and their categories."""
        self._model = load_described_model()
        self._taxonomy = taxonomy
        self._names = {
            skill.id: any(is_pattern(alias.text) for alias in skill.aliases) for skill in taxonomy.skills.values()
        }

    def __call__(self, doc: Doc) -> Doc:
        """The same document with its mentions updated."""
        tokens = Tokens.of(doc)
        passages: Sequence[Passage] = doc._.passages
        mentions: list[Mention] = doc._.mentions
        by_passage: defaultdict[int, list[Mention]] = defaultdict(list)
        for mention in mentions:
            by_passage[mention.passage].append(mention)
        doubtful = loose(tokens, mentions, passages, self._taxonomy)
        subjects = subjects_of(mentions, passages, doubtful, self._taxonomy)
        least = partial(self._least, of_the_trade=self._is_of_the_trade(mentions, doubtful))
        judged: list[Mention] = []
        for number, passage in enumerate(passages):
            here, model = by_passage[number], self._model_of(tokens, passage)
            if model is None:
                judged += here
                continue
            if not _is_told(tokens, passage):
                # The title of a job names what it was about, but says nothing of what was done.
                judged += [
                    one for one in here if one.names or key_of(one) not in doubtful or not passage.entry.kind.is_work
                ]
                continue
            told = list(sentences(tokens, passage.start, passage.end))
            before = len(judged)
            for start, end in told:
                inside = [mention for mention in here if start <= mention.start < end]
                if _is_list(tokens, start, end):
                    judged += inside
                else:
                    about = subjects[passage.entry_index]
                    spoken = self.facts(inside, about, doubtful)
                    limits = {
                        key_of(one): max(
                            least(one.skill),
                            self._limit(model, one.skill, set() if _is_in_a_name(tokens, one, start, end) else about),
                        )
                        for one in inside
                        if one.skill in model.skills and key_of(one) in doubtful and model.limits[one.skill].disposes
                    }
                    judged += self._judged(
                        model, tokens, number, (start, end), inside, spoken, limits, least, doc._.disclaimed
                    )
            if passage.entry.kind.demonstrates:
                facts = self.facts(here, subjects[passage.entry_index], doubtful)
                known = {one.skill for one in judged[before:] if one.reason is None}
                judged += self._told_across(model, tokens, number, told, facts, known, doc._.disclaimed)
        doc._.mentions = sorted(judged, key=lambda mention: (mention.start, mention.end, mention.skill))
        return doc

    def _model_of(self, tokens: Tokens, passage: Passage) -> DescribedModel | None:
        """The model of the language of a passage; None where there is none."""
        return self._model

    def _is_of_the_trade(self, mentions: Sequence[Mention], doubtful: Set[Key]) -> bool:
        """Whether a resume names anything with which models are made."""
        return any(
            not self._taxonomy.entry_words.trade_categories.isdisjoint(
                self._taxonomy.skills[skill].category for skill in (one.skill, *self._taxonomy.broader[one.skill])
            )
            for one in mentions
            if one.names and one.reason is None and key_of(one) not in doubtful
        )

    def _least(self, skill: str, *, of_the_trade: bool) -> float:
        """How sure the model must be of a skill at least: in a resume that names nothing with which models are made,
        words for what is done with models likely mean something else.
        """
        asks_for_trade = self._taxonomy.skills[skill].category in self._taxonomy.entry_words.model_categories
        return _LEAST_OUTSIDE_THE_TRADE if asks_for_trade and not of_the_trade else 0.0

    def _limit(self, model: DescribedModel, skill: str, subjects: Set[str]) -> float:
        """How sure the model must be of a loose phrase: in an entry about models it is hardly ever another trade's."""
        is_work_with_models = _SUBJECT in subjects and self._taxonomy.skills[skill].category != PHRASED
        return _DISPOSES_IN_THE_FIELD if is_work_with_models else model.limits[skill].disposes

    def facts(self, mentions: Sequence[Mention], subjects: Set[str], doubtful: Set[Key]) -> list[str]:
        """What is known of a sentence beside its words: the phrases in it, and what its entry is about."""
        found = {_ABOUT.format(subject) for subject in subjects}
        for mention in mentions:
            if mention.reason is None:
                if key_of(mention) in doubtful:
                    found.add(_PHRASE.format(mention.skill))
                else:
                    found |= {_NAMED.format(skill) for skill in (mention.skill, *self._taxonomy.broader[mention.skill])}
        return sorted(found)

    def _runs_data(self, mentions: Sequence[Mention]) -> bool:
        """Whether a sentence names what moves data and nothing of models: what runs there is no model."""
        words = self._taxonomy.entry_words
        named = {self._taxonomy.skills[one.skill].category for one in mentions if one.reason is None}
        return not named.isdisjoint(words.data_categories) and named.isdisjoint(words.field_categories)

    def _by_words_alone(self, proposed: Sequence[str], facts: Sequence[str]) -> list[str]:
        """Those of the proposed skills that a sentence shows without any phrase: outside of entries about models a
        forecast is not taken for one that learned.
        """
        if about_models(facts):
            return list(proposed)
        instead = self._taxonomy.entry_words.shown_instead
        taken = {other for skill in proposed for other in instead.get(skill, ())}
        return [skill for skill in proposed if skill not in taken]

    def _is_on_theirs(self, mentions: Sequence[Mention]) -> bool:
        """Whether a sentence tells what the writer did to a model of others, which it names: it was served, then."""
        field = self._taxonomy.entry_words.field_categories
        theirs = [one.skill for one in mentions if one.handled and one.reason]
        return any(self._taxonomy.skills[skill].category in field for skill in theirs)

    def _judged(
        self,
        model: DescribedModel,
        tokens: Tokens,
        passage: int,
        sentence: tuple[int, int],
        mentions: list[Mention],
        facts: list[str],
        limits: Mapping[Key, float],
        least: Callable[[str], float],
        disclaimed: Set[int],
    ) -> Iterator[Mention]:
        shown = reduce(
            np.maximum,
            [
                model.probabilities([*words_in(tokens, *stretch, model.words, disclaimed), *facts])
                for stretch in {sentence, *clauses(tokens, *sentence)}
            ],
        )
        served = self._is_on_theirs(mentions)
        for mention in mentions:
            limit = limits.get(key_of(mention))
            category = self._taxonomy.skills[mention.skill].category
            runs = served and category in self._taxonomy.entry_words.run_categories
            if limit is None or mention.reason or runs:
                yield mention
                continue
            column = model.skills[mention.skill]
            around = max(sentence[0], mention.start - _AROUND), min(sentence[1], mention.end + _AROUND)
            sure = float(shown[column])
            if around != sentence and not least(mention.skill):
                sure = max(
                    sure,
                    float(model.probabilities([*words_in(tokens, *around, model.words, disclaimed), *facts])[column]),
                )
            if sure >= limit:
                yield replace(mention, sure=sure)
            elif mention.names and mention.fixed:
                yield replace(mention, reason=Reason.other_meaning)
        known = {mention.skill for mention in mentions if mention.reason is None}
        runs_data = self._runs_data(mentions)
        for skill in self._by_words_alone(model.proposed(shown), facts):
            if runs_data and self._taxonomy.skills[skill].category in self._taxonomy.entry_words.run_categories:
                continue
            if skill not in known and shown[model.skills[skill]] >= least(skill):
                start, end = carrying_words(model, tokens, sentence, skill, disclaimed)
                if is_another_model(tokens, start, end, self._taxonomy):
                    continue
                yield Mention(skill, Alias(text=tokens.written(start, end)), start, end, passage, self._names[skill],
                              fixed=False, sure=float(shown[model.skills[skill]]))  # fmt: skip

    def _told_across(
        self,
        model: DescribedModel,
        tokens: Tokens,
        passage: int,
        told: Sequence[tuple[int, int]],
        facts: Sequence[str],
        known: Set[str],
        disclaimed: Set[int],
    ) -> Iterator[Mention]:
        """The skills beside the `known` ones that two neighbouring sentences of a passage, of those that are `told`,
        show together: `Ovens tripped at night. It was the fan`.
        """
        asked = self._taxonomy.entry_words.told_across - known
        for (start, middle), (second, end) in pairwise(told):
            if _is_list(tokens, start, middle) or _is_list(tokens, second, end):
                continue
            shown = model.probabilities([*words_in(tokens, start, end, model.words, disclaimed), *facts])
            for skill in asked.intersection(model.proposed(shown)):
                words = carrying_words(model, tokens, (start, end), skill, disclaimed)
                yield Mention(skill, Alias(text=tokens.written(*words)), *words, passage, self._names[skill],
                              fixed=False, sure=float(shown[model.skills[skill]]))  # fmt: skip


def about_models(facts: Sequence[str]) -> bool:
    """Whether what is known of a sentence says that its entry is about models."""
    return _ABOUT.format(_SUBJECT) in facts


def skills_said(facts: Sequence[str]) -> set[str]:
    """The skills that phrases or names in a sentence say, by what is known of it."""
    marks = tuple(form.format("") for form in (_PHRASE, _NAMED))
    return {fact.partition(": ")[2] for fact in facts if fact.startswith(marks)}


def loose(
    tokens: Tokens, mentions: Sequence[Mention], passages: Sequence[Passage], taxonomy: Taxonomy
) -> frozenset[Key]:
    """The mentions whose words mean something else as easily: patterns, phrases that end in a word that leaves
    them open and so lack what they are about (`paired with`), single words that do not stand in a list of skills,
    names that other trades use unless another skill is named beside them, and signs of one word, however it is
    written (`AUC`, `cross-validated`), in an entry that is not about models.
    """
    joins = taxonomy.context.joins
    names: defaultdict[int, set[int]] = defaultdict(set)  # the tokens of names in each passage
    for one in mentions:
        if one.fixed and one.names and one.reason is None:
            names[one.passage].update(range(one.start, one.end))

    letters = {number: sum(tokens.alpha[at] for at in found) for number, found in names.items()}

    def listed(mention: Mention) -> bool:
        return is_listed(tokens, mention, passages[mention.passage], names[mention.passage], joins)

    def in_list(mention: Mention) -> bool:
        """Whether a mention stands in a list of three skills or more."""
        itself = mention.start in names[mention.passage] and tokens.alpha[mention.start]
        return letters.get(mention.passage, 0) - itself >= _OTHERS_IN_LIST and listed(mention)

    found = frozenset(
        key_of(mention)
        for mention in mentions
        if not mention.fixed
        or (mention.alias.loose and not listed(mention))
        or tokens.lower[mention.end - 1] in taxonomy.entry_words.open_words
        or (is_one_word(tokens, mention) and not in_list(mention))
    )
    subjects = subjects_of(mentions, passages, found, taxonomy)
    return found | {
        key_of(one)
        for one in mentions
        if not one.names
        and not any(tokens.spaced[one.start : one.end - 1])
        and not subjects[passages[one.passage].entry_index]
    }


def subjects_of(
    mentions: Sequence[Mention], passages: Sequence[Passage], doubtful: Set[Key], taxonomy: Taxonomy
) -> defaultdict[int, frozenset[str]]:
    """What each entry is about, by its number: the subjects that a name in it implies or is a part of."""
    found: defaultdict[int, frozenset[str]] = defaultdict(frozenset)
    for one in mentions:
        if one.reason is None and key_of(one) not in doubtful:
            is_part = one.names and taxonomy.skills[one.skill].category in taxonomy.entry_words.field_categories
            if is_part or _SUBJECT in (one.skill, *taxonomy.broader[one.skill]):
                found[passages[one.passage].entry_index] |= {_SUBJECT}
    return found


def is_one_word(tokens: Tokens, mention: Mention) -> bool:
    """Whether a mention is one ordinary word, by the way it is written."""
    text = tokens.text[mention.start]
    return mention.end - mention.start == 1 and not mention.alias.case and text[1:].islower() and text.isalpha()


def sentences(tokens: Tokens, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences between two tokens, as tokens `start` to `end` (excluded)."""
    first = start
    for index in range(start, end):
        text = tokens.text[index]
        if text in _SENTENCE_ENDS and (text != "." or tokens.spaced[index] or index + 1 == end):
            if index > first:
                yield first, index
            first = index + 1
    if end > first:
        yield first, end


def clauses(tokens: Tokens, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a sentence between its semicolons and colons that are long enough to say something."""
    first = start
    for index in range(start, end + 1):
        if index == end or tokens.text[index] in _CLAUSE_ENDS:
            if sum(tokens.alpha[first:index]) >= _FEWEST_WORDS:
                yield first, index
            first = index + 1


def carrying_words(
    model: DescribedModel, tokens: Tokens, sentence: tuple[int, int], skill: str, without: Set[int]
) -> tuple[int, int]:
    """The stretch of the sentence whose words speak for the skill, as tokens `start` to `end` (excluded)."""
    own = (index for index in range(*sentence) if index not in without)
    carrying = [index for index in own if model.weight_of(model.words.stem(tokens, index), skill) >= _CARRIES]
    return (carrying[0], carrying[-1] + 1) if carrying else sentence


def _is_told(tokens: Tokens, passage: Passage) -> bool:
    """Whether a passage tells what was done: no list of skills, no degree, no title of a job."""
    if passage.entry.kind is EntryKind.thesis:
        return True
    if passage.section.kind in _LISTS:
        return False
    opens = bool(passage.entry.items) and passage.item is passage.entry.items[0]
    return passage.item.bullet or not opens or not passage.entry.kind.demonstrates


def _is_in_a_name(tokens: Tokens, mention: Mention, start: int, end: int) -> bool:
    """Whether a word opens a name of several inside of its sentence: `the Precision Farm Group`."""
    at = mention.start
    return start < at and mention.end < end and tokens.text[at].istitle() and tokens.text[mention.end].istitle()


def _is_list(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a sentence is too short or too full of commas to say what was done."""
    words = sum(tokens.alpha[start:end])
    commas = sum(text in ",|/·" for text in tokens.text[start:end])
    return words < _FEWEST_WORDS or commas > words * _MOST_COMMAS
