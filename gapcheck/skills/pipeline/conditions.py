"""Component `skill_conditions`: does a candidate mean the skill, or something else that is written the same?

One table of questions decides, in its order: see `_questions`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property

from spacy.language import Language
from spacy.tokens import Doc

from gapcheck.skills.pipeline.meaning_model import load_meaning_model
from gapcheck.skills.pipeline.mention import Mention, set_up_extensions
from gapcheck.skills.pipeline.people import names_of_people
from gapcheck.skills.pipeline.proper_names import ProperNames
from gapcheck.skills.pipeline.spelling import (
    ends_a_move,
    expansion,
    is_among_letters,
    is_another_model,
    is_common_noun,
    is_initial,
    is_introduced,
    is_one_of,
    is_quoted,
    is_shouted,
    letters,
)
from gapcheck.skills.pipeline.surroundings import DocumentSurroundings, Surroundings, in_company, is_listed
from gapcheck.taxonomy import PHRASED, Reason, SectionKind, Taxonomy
from gapcheck.text.stemmer import stem
from gapcheck.text.tokens import Tokens

_LINK = re.compile(r"://|www\.|^@\w|\w@[a-z][\w-]*\.\w|\w\.(?:com|org|io|edu|dev|me|ai|co|uk|de)\b", re.IGNORECASE)
# Least probabilities that a word means its skill: a tool's name in a job that works with software or data, and a word
# whose surroundings say little of tools.
_IN_TRADE = 0.3
_DOUBTFUL = 0.45
_ABBREVIATION = 3  # letters: shorter names are written like too much else
_NUMBER = "#"
_SUBJECT_REACH = 5  # words behind a degree

Question = Callable[[Surroundings], bool]


@Language.factory("skill_conditions")
def _create(nlp: Language, name: str) -> SkillConditions:
    return SkillConditions()


class SkillConditions:
    """Keeps of `doc._.mentions` those that mean their skill; names ruled out stay with the reason `other-meaning`."""

    def __init__(self) -> None:
        set_up_extensions()
        self._taxonomy: Taxonomy
        self._names: ProperNames
        self._phrased: set[str] = set()
        self._small: frozenset[str] = frozenset()
        # The first question that is answered with yes decides: with True the words mean the skill, with False they mean
        # something else. Where none is, the model of meanings says how likely it is, and what is around how likely it
        # has to be.
        self._questions: tuple[tuple[Question, bool], ...] = (
            (self._ends_a_move, True),
            # something else, by the word beside it, its letters or its place
            (self._is_beside_a_wrong_word, False),
            (self._is_of_a_kind, False),
            (lambda one: is_initial(one.tokens, one.mention, one.passage, one.taken), False),
            (self._is_among_letters, False),
            (lambda one: is_quoted(one.tokens, one.mention, one.passage), False),
            (lambda one: is_shouted(one.tokens, one.mention, one.passage), False),
            (lambda one: is_introduced(one.tokens, one.mention, one.passage), False),
            (lambda one: is_common_noun(one.tokens, one.mention, one.passage), False),
            (self._is_out_of_place, False),
            (self._is_another_model, False),
            (self._is_defined_otherwise, False),
            (self._is_degree, False),
            (self._is_proper_name, False),
            # the skill, by its company
            (self._has_company, True),
            # in a line of another language the model knows nothing
            (self._is_foreign_name, True),
            (self._is_foreign_word, False),
            # the skill, as nothing else is called so or the place speaks for it
            (self._is_beyond_doubt, True),
            (self._is_told_post, True),
        )

    def use(self, taxonomy: Taxonomy) -> None:
        """Learns what skills imply and how they are spelled out."""
        self._taxonomy = taxonomy
        self._names = ProperNames(taxonomy)
        self._small = taxonomy.entry_words.open_words | taxonomy.context.joins
        self._phrased = {one.id for one in taxonomy.skills.values() if one.category == PHRASED}
        self.__dict__.pop("_spelled_out", None)

    def __call__(self, doc: Doc) -> Doc:
        """The same document with its mentions updated."""
        tokens, surroundings = Tokens.of(doc), DocumentSurroundings(doc, self._taxonomy)
        people = doc._.people = names_of_people(doc, doc._.person or (), self._taxonomy.entry_words)
        kept: list[Mention] = []
        ruled_out: list[Mention] = []
        everywhere = [surroundings.of(mention) for mention in doc._.mentions]
        for one in everywhere:
            mention = one.mention
            if _is_link(tokens, mention) or not people.isdisjoint(range(mention.start, mention.end)):
                continue
            if self._means_skill(one):
                kept.append(mention)
            elif mention.names and mention.fixed:
                ruled_out.append(replace(mention, reason=Reason.other_meaning))
        kept, others = self._in_one_sense(everywhere, kept)
        ruled_out += others
        kept = in_company(doc._.passages, _longest(kept), self._taxonomy.broader)
        covered = {index for mention in kept if mention.fixed for index in range(mention.start, mention.end)}
        known = {(mention.skill, mention.passage) for mention in kept}
        doc._.mentions = kept + [
            mention
            for mention in ruled_out
            if mention.start not in covered and (mention.skill, mention.passage) not in known
        ]
        return doc

    def _in_one_sense(
        self, everywhere: Sequence[Surroundings], kept: Sequence[Mention]
    ) -> tuple[list[Mention], list[Mention]]:
        """The mentions that keep their sense, and those that lose it: a word that needs company means one thing in its
        line, so where the `agents` of a line are `support agents` once, all of them are people.
        """
        places = {(one.passage, one.start) for one in kept}
        other = {
            (one.mention.passage, one.mention.alias.text)
            for one in everywhere
            if one.mention.alias.needs_company
            and (one.mention.passage, one.mention.start) not in places  # another entry of the taxonomy knows it there
            and self._is_beside_a_wrong_word(one)
        }
        lost = [one for one in kept if one.alias.needs_company and (one.passage, one.alias.text) in other]
        changed = [replace(one, reason=Reason.other_meaning) for one in lost if one.names and one.fixed]
        return [one for one in kept if one not in lost], changed

    def _means_skill(self, one: Surroundings) -> bool:
        answer = next((answer for question, answer in self._questions if question(one)), None)
        if answer is not None:
            return answer
        needs_company = one.mention.alias.needs_company
        return one.probability(unknown=not needs_company) >= self._likely_enough(one)

    def _likely_enough(self, one: Surroundings) -> float:
        """The least probability, 0 to 1, at which a word counts as its skill.

        A name that asks for company and has none must be all but certain. A capitalised name in the text of a job needs
        less: where the job is one in software or data, where the words beside it and the resume speak of tools, and
        least of all where its entry names other tools too.
        """
        if not one.mention.alias.needs_company:
            return _DOUBTFUL
        sure = load_meaning_model().threshold
        text = one.tokens.written(one.mention.start, one.mention.end)
        is_proper = one.mention.alias.case and text.istitle() and len(text) > _ABBREVIATION
        if not (is_proper and one.is_told):
            return sure
        if one.in_trade and self._is_of_tool(one):
            return 1 - sure if one.among_tools else _DOUBTFUL
        return _IN_TRADE if self._is_used_in_post(one) else sure

    def _is_used_in_post(self, one: Surroundings) -> bool:
        """Whether a line of a job in software or data has a name behind a small word, as what was used has: `Tank
        sensors into Kafka`. A name that does something, as in `Charts, which Ruby shows`, may be a person.
        """
        words = self._taxonomy.entry_words
        return (one.before or "").lower() in words.open_words and words.names_a_post_of_the_trade(
            one.passage.entry.title
        )

    def _ends_a_move(self, one: Surroundings) -> bool:
        return one.is_name and ends_a_move(one.tokens, one.mention, one.passage, one.taken, self._taxonomy)

    def _is_beside_a_wrong_word(self, one: Surroundings) -> bool:
        """Whether a word stands right before or behind it that rules it out."""
        alias = one.mention.alias
        return any(
            word is not None and (is_one_of(word, wrong) or (_NUMBER in wrong and word[0].isdigit()))
            for word, wrong in ((one.before, alias.not_after), (one.after, alias.not_before))
        )

    def _is_of_a_kind(self, one: Surroundings) -> bool:
        """Whether a word that has to stand alone has one right before it that tells of what it is."""
        before, alias = one.before, one.mention.alias
        if not alias.alone or before is None or not before.isalpha():
            return False
        return before.lower() not in self._small and before.lower() not in alias.near

    def _is_out_of_place(self, one: Surroundings) -> bool:
        """Whether it can't mean the skill in its section: in others than those that its alias names, or where a degree
        or a subject is named, and nothing that was done: `Electronics & Communication`.
        """
        kind, only_in = one.passage.section.kind, one.mention.alias.only_in
        if only_in and kind not in only_in:
            return True
        return kind is SectionKind.education and one.mention.skill in self._phrased and not one.passage.item.bullet

    def _is_among_letters(self, one: Surroundings) -> bool:
        joins = self._taxonomy.context.joins
        return is_among_letters(one.tokens, one.mention, one.passage, one.taken, joins)

    def _is_another_model(self, one: Surroundings) -> bool:
        mention = one.mention
        return not mention.fixed and is_another_model(one.tokens, mention.start, mention.end, self._taxonomy)

    def _is_proper_name(self, one: Surroundings) -> bool:
        return not one.in_tool_line and self._names.holds(one.tokens, one.mention, one.passage, one.taken)

    def _has_company(self, one: Surroundings) -> bool:
        """Whether the alias has the company it asks for: a list of skills, or a word beside it or in its line."""
        alias, mention, kind = one.mention.alias, one.mention, one.passage.section.kind
        if not alias.needs_company:
            return False
        if alias.list and (
            kind is SectionKind.skills
            or one.in_tool_line
            or (kind is SectionKind.languages and one.among_tools)  # they are not all spoken
            or (one.in_trade and one.is_all and one.passage.item.bullet and one.is_told)  # a list of one
            or is_listed(one.tokens, mention, one.passage, one.taken, self._taxonomy.context.joins)
        ):
            return True
        if alias.after and one.before is not None and is_one_of(one.before, alias.after):
            return True
        inside = slice(mention.start, mention.end)
        others = one.words.difference(one.tokens.lower[inside], one.tokens.norm[inside])  # no company for itself
        return any(
            (word.lower() in others or stem(word) in others) and (not word.isupper() or one.has_in_capitals(word))
            for word in alias.near
        )

    def _is_foreign_name(self, one: Surroundings) -> bool:
        """Whether a name stands in a line of another language, in which it is no ordinary word or is told from it by
        that language's own conditions: what the model knows of English neighbours is of no use there, and an English
        word does not stand there by chance.
        """
        if not one.mention.alias.needs_company:
            return self._is_foreign(one)
        told = one.passage.entry.kind.demonstrates and (one.passage.item.bullet or (one.is_told and one.in_trade))
        return self._is_foreign_word(one) and told

    def _is_foreign_word(self, one: Surroundings) -> bool:
        return self._is_foreign(one) and one.mention.alias.text.lower() not in self._taxonomy.context.others.homographs

    def _is_foreign(self, one: Surroundings) -> bool:
        """Whether a line is told in another language: by its small words, or as a bullet of a resume in one that has no
        word which is English alone.
        """
        others = self._taxonomy.context.others
        if not others.small_words.isdisjoint(one.words):
            return True
        return bool(others.codes) and one.passage.item.bullet and others.english_words.isdisjoint(one.words)

    def _is_beyond_doubt(self, one: Surroundings) -> bool:
        """Whether a plain name is not to be judged by its neighbours: it stands in no tale, other tools or what is said
        of it are around, or the neighbours are not English.
        """
        if one.mention.alias.needs_company:
            return False
        return (
            not one.is_told
            or one.among_tools
            or one.in_tool_line
            or one.is_beside_tools
            or self._is_of_tool(one)
            or not self._may_be_english(one)
        )

    def _may_be_english(self, one: Surroundings) -> bool:
        """Whether a name can be judged by its English neighbours: not a name with conditions of another language in a
        line without a word that is English alone, but for titles, where places and firms are named.
        """
        others = self._taxonomy.context.others
        name = one.mention.alias.text.lower()
        is_theirs = name in others.homographs and (len(name) == 1 or one.passage.item.bullet)
        return not is_theirs or not others.english_words.isdisjoint(one.words)

    def _is_degree(self, one: Surroundings) -> bool:
        """Whether a name is that of a degree: right before its subject, or in a line of a degree at its head or beside
        a school.
        """
        words, tokens, mention, passage = self._taxonomy.entry_words, one.tokens, one.mention, one.passage
        subjects = words.degrees_like_skills.get(tokens.lower[mention.start])
        if subjects is None or mention.end - mention.start != 1:
            return False
        behind = tokens.lower[mention.end : min(mention.end + _SUBJECT_REACH, passage.end)]
        if behind[:1] in (["in"], ["of"], ["("], [","]) and not subjects.isdisjoint(behind):
            return True
        if passage.section.kind is not SectionKind.education or passage.item.bullet:
            return False
        before = [at for at in range(passage.start, mention.start) if tokens.text[at][0].isalnum()]
        goes_on = bool(behind) and behind[0].isalpha() and behind[0] not in self._small
        follows = bool(before) and before[-1] == mention.start - 1
        return not goes_on and not follows and (not before or words.names_a_school(passage.item.text))

    def _is_of_tool(self, one: Surroundings) -> bool:
        """Whether the place says that a name is a tool's: what is made with it follows (`Snowflake warehouses`), or in
        a title a post (`Tableau Developer`).
        """
        return (one.after or "").lower() in self._taxonomy.entry_words.made_with_tools or self._is_post(one)

    def _is_post(self, one: Surroundings) -> bool:
        following = (one.after or "").lower()
        return not one.passage.item.bullet and following in self._taxonomy.entry_words.block_words["role"]

    def _is_told_post(self, one: Surroundings) -> bool:
        """Whether a doubtful name is of a post in an entry that names other tools or tells of what is done with it:
        `Airflow engineer` over `Kept the nightly loads alive`.
        """
        if not one.mention.alias.needs_company or not self._is_post(one):
            return False
        words = {word for part in one.told for word in one.tokens.lower[part.start : part.end]}
        return one.among_tools or any(word.lower() in words for word in one.mention.alias.near)

    @cached_property
    def _spelled_out(self) -> dict[str, frozenset[str]]:
        """For each skill its aliases and signs as bare letters."""
        return {
            skill.id: frozenset(letters(alias.text) for alias in (*skill.aliases, *skill.signs))
            for skill in self._taxonomy.skills.values()
        }

    def _is_defined_otherwise(self, one: Surroundings) -> bool:
        """Whether an abbreviation is spelled out beside it as something that is not the skill."""
        mention, text = one.mention, one.tokens.text[one.mention.start]
        if mention.end - mention.start != 1 or not (2 <= len(text) <= 6 and text.isupper() and text.isalpha()):
            return False
        words = expansion(one.tokens, mention, one.passage)
        return words is not None and letters(words) not in self._spelled_out[mention.skill]


def _is_link(tokens: Tokens, mention: Mention) -> bool:
    """Whether the words stand inside an address: `github.com/name/python-notes`."""
    first, last = mention.start, mention.end - 1
    while first > 0 and not tokens.spaced[first - 1] and not tokens.text[first - 1].isspace():
        first -= 1
    while last + 1 < len(tokens) and not tokens.spaced[last] and not tokens.text[last + 1].isspace():
        last += 1
    return last - first >= 2 and bool(_LINK.search(tokens.written(first, last + 1)))


def _longest(mentions: list[Mention]) -> list[Mention]:
    """Without what stands inside a longer name: `SQL` in `SQL Server` is not SQL by itself.

    Inside a longer sign only the same skill gives way, `forecasting model` still speaks of forecasting, and a single
    letter: `R-squared` and `C-index` are no languages.
    """
    covering: defaultdict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.fixed:
            for index in range(mention.start, mention.end):
                covering[index].append(mention)

    def is_inside(mention: Mention) -> bool:
        return any(
            (other.names or other.skill == mention.skill or len(mention.alias.text) == 1)
            and other.end - other.start > mention.end - mention.start
            and other.start <= mention.start
            and mention.end <= other.end
            for other in covering[mention.start]
        )

    return [mention for mention in mentions if not mention.fixed or not is_inside(mention)]
