"""Component `skill_conditions`: does a candidate mean the skill, or something else that is written the same?"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence, Set
from dataclasses import replace
from functools import cached_property

from spacy.language import Language
from spacy.tokens import Doc

from gapcheck.resume import EntryKind
from gapcheck.skills.pipeline.meaning_model import load_meaning_model, meaning_features
from gapcheck.skills.pipeline.mention import Mention, Passage, set_up_extensions
from gapcheck.skills.pipeline.people import names_of_people
from gapcheck.skills.pipeline.proper_names import ProperNames
from gapcheck.skills.pipeline.spelling import (
    ends_a_move,
    expansion,
    is_among_letters,
    is_another_model,
    is_initial,
    is_introduced,
    is_one_of,
    is_quoted,
    is_shouted,
    letters,
)
from gapcheck.taxonomy import PHRASED, Reason, SectionKind, Taxonomy
from gapcheck.text.stemmer import stem
from gapcheck.text.tokens import Tokens

_LIST_MARKS = frozenset([",", "/", "|", "·", "•", "\t", ";", "&", "(", ")", "+", "–", "-", ":"])
_LINK = re.compile(r"://|www\.|^@\w|\w@[a-z][\w-]*\.\w|\w\.(?:com|org|io|edu|dev|me|ai|co|uk|de)\b", re.IGNORECASE)
_DOUBTFUL = 0.45  # below it a word is an ordinary one where its entry names no other tool
_LANGUAGES = "programming"
_OTHERS_IN_LINE = 2
_NO_TALE = frozenset([SectionKind.skills, SectionKind.header, SectionKind.summary, SectionKind.languages])
_NUMBER = "#"
_SUBJECT_REACH = 5  # words behind a degree


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

    def use(self, taxonomy: Taxonomy) -> None:
        """Learns what skills imply and how they are spelled out."""
        self._taxonomy = taxonomy
        self._names = ProperNames(taxonomy)
        self._small = taxonomy.entry_words.open_words | taxonomy.context.joins
        self._phrased = {one.id for one in taxonomy.skills.values() if one.category == PHRASED}
        self.__dict__.pop("_spelled_out", None)

    def __call__(self, doc: Doc) -> Doc:
        """The same document with its mentions updated."""
        candidates: list[Mention] = doc._.mentions
        passages: list[Passage] = doc._.passages
        tokens = Tokens.of(doc)
        taken = {index for mention in candidates if mention.fixed for index in range(mention.start, mention.end)}
        people = doc._.people = names_of_people(doc, doc._.person or (), self._taxonomy.entry_words)
        names = plain_names(doc)
        named: defaultdict[int, list[Mention]] = defaultdict(list)
        for mention in candidates:
            if mention.fixed and mention.names:
                named[mention.passage].append(mention)
        tools = self._tools_of_entries(doc)
        tool_lines = self._tool_lines(passages)
        words: dict[int, frozenset[str]] = {}
        kept: list[Mention] = []
        ruled_out: list[Mention] = []
        for mention in candidates:
            passage = passages[mention.passage]
            if mention.passage not in words:
                inside = slice(passage.start, passage.end)
                words[mention.passage] = frozenset(tokens.lower[inside]).union(tokens.norm[inside])
            if self._is_link(tokens, mention) or not people.isdisjoint(range(mention.start, mention.end)):
                continue
            among_tools = bool(tools[passage.entry_index] - {mention.skill})
            verdict = self._means_skill(
                tokens,
                mention,
                passage,
                taken,
                words[mention.passage],
                among_tools=among_tools,
                in_tool_line=mention.passage in tool_lines,
            )
            if self._is_foreign(mention, words[mention.passage], verdict):
                verdict = verdict or (verdict is None and passage.item.bullet and passage.entry.kind.demonstrates)
            elif (
                verdict
                and _is_told(mention, passage)
                and not among_tools
                and not self._is_beside(mention, named[mention.passage])
                and mention.passage not in tool_lines
                and not self._is_of_tool(tokens, mention, passage)
                and self._may_be_english(mention, passage, words[mention.passage])
            ):
                # The model alone can't tell that a word is no tool, nor can an entry that names none: both can.
                verdict = _probability(tokens, mention, passage, names[mention.passage], unknown=1) >= _DOUBTFUL
            elif verdict is None and self._is_told_post(tokens, mention, passages, among_tools=among_tools):
                verdict = True
            elif verdict is None:
                sure = load_meaning_model().threshold
                verdict = _probability(tokens, mention, passage, names[mention.passage], unknown=0) >= sure
            if verdict:
                kept.append(mention)
            elif mention.names and mention.fixed:
                ruled_out.append(replace(mention, reason=Reason.other_meaning))
        kept = _longest(kept)
        kept = self._in_company_of_skills(passages, kept)
        covered = {index for mention in kept if mention.fixed for index in range(mention.start, mention.end)}
        known = {(mention.skill, mention.passage) for mention in kept}
        doc._.mentions = kept + [
            mention
            for mention in ruled_out
            if mention.start not in covered and (mention.skill, mention.passage) not in known
        ]
        return doc

    def _is_foreign(self, mention: Mention, words: frozenset[str], verdict: bool | None) -> bool:
        """Whether a name stands in a line of another language, in which it is no ordinary word or is told from it by
        that language's own conditions: what the model knows of English neighbours is of no use there, and an English
        word does not stand there by chance.
        """
        others = self._taxonomy.context.others
        told = verdict is not None or mention.alias.text.lower() not in others.homographs
        return told and not others.small_words.isdisjoint(words)

    def _may_be_english(self, mention: Mention, passage: Passage, words: frozenset[str]) -> bool:
        """Whether a name can be judged by its English neighbours: not a name with conditions of another language in a
        line without a word that is English alone, but for titles, where places and firms are named.
        """
        others = self._taxonomy.context.others
        name = mention.alias.text.lower()
        is_theirs = name in others.homographs and (len(name) == 1 or passage.item.bullet)
        return not is_theirs or not others.english_words.isdisjoint(words)

    def _means_skill(
        self,
        tokens: Tokens,
        mention: Mention,
        passage: Passage,
        taken: Set[int],
        words: frozenset[str],
        *,
        among_tools: bool,
        in_tool_line: bool,
    ) -> bool | None:
        """Whether the conditions of the alias hold; None where the words around the name say neither yes nor no."""
        alias = mention.alias
        if mention.fixed and mention.names and ends_a_move(tokens, mention, passage, taken, self._taxonomy):
            return True
        before = tokens.text[mention.start - 1] if mention.start > passage.start else None
        if before == "." and tokens.spaced[mention.start - 1]:
            before = None  # the sentence before has ended
        after = tokens.text[mention.end] if mention.end < passage.end else None
        if alias.not_after and before is not None and is_one_of(before, alias.not_after):
            return False
        if _NUMBER in alias.not_after and before is not None and before[0].isdigit():
            return False
        if alias.not_before and after is not None and is_one_of(after, alias.not_before):
            return False
        if alias.alone and before is not None and before.isalpha() and before.lower() not in self._small:
            return False
        if is_initial(tokens, mention, passage, taken) or is_among_letters(tokens, mention, passage, taken):
            return False
        if is_quoted(tokens, mention, passage):
            return False
        if is_shouted(tokens, mention, passage) or is_introduced(tokens, mention, passage):
            return False
        if alias.only_in and passage.section.kind not in alias.only_in:
            return False
        if passage.section.kind is SectionKind.education and mention.skill in self._phrased and not passage.item.bullet:
            return False  # a degree or a subject is named, and nothing that was done: Electronics & Communication
        if not mention.fixed and is_another_model(tokens, mention.start, mention.end, self._taxonomy):
            return False
        if self._is_defined_otherwise(tokens, mention, passage) or self._is_degree(tokens, mention, passage):
            return False
        if not in_tool_line and self._names.holds(tokens, mention, passage, taken):
            return False
        if not alias.needs_company:
            return True
        if alias.list and (
            passage.section.kind is SectionKind.skills
            or in_tool_line
            or (passage.section.kind is SectionKind.languages and among_tools)  # they are not all spoken
            or is_listed(tokens, mention, passage, taken, self._taxonomy.context.joins)
        ):
            return True
        if alias.after and before is not None and is_one_of(before, alias.after):
            return True
        inside = slice(mention.start, mention.end)
        others = words.difference(tokens.lower[inside], tokens.norm[inside])  # "agents" is no company for itself
        return any(word.lower() in others or stem(word) in others for word in alias.near) or None

    def _is_degree(self, tokens: Tokens, mention: Mention, passage: Passage) -> bool:
        """Whether a name is that of a degree: right before its subject, or in a line of a degree at its head or beside
        a school.
        """
        words = self._taxonomy.entry_words
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

    def _tools_of_entries(self, doc: Doc) -> defaultdict[int, set[str]]:
        """For each entry the tools in it whose names mean nothing else."""
        tools, ordinary = self._taxonomy.entry_words.maker_categories | {_LANGUAGES}, load_meaning_model().words
        found: defaultdict[int, set[str]] = defaultdict(set)
        for mention in doc._.candidates:
            is_tool = self._taxonomy.skills[mention.skill].category in tools
            is_plain = mention.alias.text not in ordinary or mention.alias.text.isupper()
            if mention.fixed and mention.names and not mention.alias.needs_company and is_plain and is_tool:
                found[doc._.passages[mention.passage].entry_index].add(mention.skill)
        return found

    def _tool_lines(self, passages: Sequence[Passage]) -> set[int]:
        """The passages that list tools: labelled so (`Stack: Kafka`), or below such a label in their entry."""
        words = self._taxonomy.entry_words
        pairs = zip([None, *passages], passages, strict=False)
        return {
            at
            for at, (above, passage) in enumerate(pairs)
            if words.is_tool_line(passage.item.text)
            or (above and above.entry_index == passage.entry_index and words.is_tool_label(above.item.text))
        }

    def _is_beside(self, mention: Mention, named: Sequence[Mention]) -> bool:
        """Whether a name stands with others of tools in one line, however set: joined to one of them, or two at all.
        `named` are the names of the line.
        """
        others = [one for one in named if one.skill != mention.skill]
        near = any(one.end + 1 == mention.start or mention.end + 1 == one.start for one in others)
        return near or len({one.skill for one in others}) >= _OTHERS_IN_LINE

    def _is_of_tool(self, tokens: Tokens, mention: Mention, passage: Passage) -> bool:
        """Whether the place says that a name is a tool's: what is made with it follows (`Snowflake warehouses`), or in
        a title a post (`Tableau Developer`).
        """
        words = self._taxonomy.entry_words
        following = tokens.lower[mention.end] if mention.end < passage.end else ""
        return following in words.made_with_tools or self._is_post(tokens, mention, passage)

    def _is_post(self, tokens: Tokens, mention: Mention, passage: Passage) -> bool:
        following = tokens.lower[mention.end] if mention.end < passage.end else ""
        return not passage.item.bullet and following in self._taxonomy.entry_words.block_words["role"]

    def _is_told_post(
        self, tokens: Tokens, mention: Mention, passages: Sequence[Passage], *, among_tools: bool
    ) -> bool:
        """Whether a doubtful name is of a post in an entry that names other tools or tells of what is done with it:
        `Airflow engineer` over `Kept the nightly loads alive`.
        """
        passage = passages[mention.passage]
        if self._is_post(tokens, mention, passage):
            told = [one for one in passages[mention.passage + 1 :] if one.entry_index == passage.entry_index]
            words = {word for one in told for word in tokens.lower[one.start : one.end]}
            if among_tools or any(word.lower() in words for word in mention.alias.near):
                return True
        return False

    def _in_company_of_skills(self, passages: list[Passage], mentions: list[Mention]) -> list[Mention]:
        """Without the mentions that ask for another skill in their entry (`with`) where it is not shown."""
        shown: defaultdict[int, set[str]] = defaultdict(set)
        for mention in mentions:
            if not mention.alias.with_:
                entry = passages[mention.passage].entry_index
                shown[entry] |= {mention.skill, *self._taxonomy.broader[mention.skill]}
        return [
            mention
            for mention in mentions
            if not mention.alias.with_ or shown[passages[mention.passage].entry_index] & set(mention.alias.with_)
        ]

    def _is_link(self, tokens: Tokens, mention: Mention) -> bool:
        """Whether the words stand inside an address: `github.com/name/python-notes`."""
        first, last = mention.start, mention.end - 1
        while first > 0 and not tokens.spaced[first - 1] and not tokens.text[first - 1].isspace():
            first -= 1
        while last + 1 < len(tokens) and not tokens.spaced[last] and not tokens.text[last + 1].isspace():
            last += 1
        return last - first >= 2 and bool(_LINK.search(tokens.written(first, last + 1)))

    @cached_property
    def _spelled_out(self) -> dict[str, frozenset[str]]:
        """For each skill its aliases and signs as bare letters."""
        return {
            skill.id: frozenset(letters(alias.text) for alias in (*skill.aliases, *skill.signs))
            for skill in self._taxonomy.skills.values()
        }

    def _is_defined_otherwise(self, tokens: Tokens, mention: Mention, passage: Passage) -> bool:
        """Whether an abbreviation is spelled out beside it as something that is not the skill."""
        text = tokens.text[mention.start]
        if mention.end - mention.start != 1 or not (2 <= len(text) <= 6 and text.isupper() and text.isalpha()):
            return False
        words = expansion(tokens, mention, passage)
        return words is not None and letters(words) not in self._spelled_out[mention.skill]


def plain_names(doc: Doc) -> defaultdict[int, set[int]]:
    """For each passage the tokens of names that ask for no company: what an ambiguous name may be judged by."""
    found: defaultdict[int, set[int]] = defaultdict(set)
    for mention in doc._.candidates:
        if mention.fixed and mention.names and not mention.alias.needs_company:
            found[mention.passage].update(range(mention.start, mention.end))
    return found


def _is_told(mention: Mention, passage: Passage) -> bool:
    """Whether a plain name stands in the text of an entry, where ordinary words stand as well."""
    kind = passage.entry.kind
    return (
        mention.fixed
        and mention.names
        and not mention.alias.needs_company
        and (kind.demonstrates or kind is EntryKind.text)
        and passage.section.kind not in _NO_TALE
    )


def _probability(tokens: Tokens, mention: Mention, passage: Passage, names: set[int], *, unknown: float) -> float:
    """How likely the model takes a word for the skill; `unknown` where it does not know the word."""
    model = load_meaning_model()
    if not (mention.fixed and mention.names) or tokens.written(mention.start, mention.end) not in model.words:
        return unknown
    beside = names.difference(range(mention.start, mention.end))
    line = range(passage.start, passage.end)
    return model.probability(meaning_features(tokens, mention.start, mention.end, line, beside))


def is_listed(tokens: Tokens, mention: Mention, passage: Passage, taken: Set[int], joins: Set[str]) -> bool:
    """Whether the mention stands in a list with another skill: `Python, R and Go`, `R/Python`, `Spark (Scala)`. `joins`
    are the words that stand between names of a list.
    """
    between = _LIST_MARKS | joins
    left, right = mention.start - 1, mention.end
    if left - 1 >= passage.start and tokens.lower[left] in between:
        while left - 1 > passage.start and tokens.lower[left - 1] in between:
            left -= 1
        if left - 1 in taken:
            return True
    if right + 1 < passage.end and tokens.lower[right] in between:
        while right + 1 < passage.end - 1 and tokens.lower[right + 1] in between:
            right += 1
        if right + 1 in taken:
            return True
    return False


def _longest(mentions: list[Mention]) -> list[Mention]:
    """Without what stands inside a longer name: `SQL` in `SQL Server` is not SQL by itself.

    Inside a longer sign only the same skill gives way: `forecasting model` still speaks of forecasting.
    """
    covering: defaultdict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.fixed:
            for index in range(mention.start, mention.end):
                covering[index].append(mention)

    def is_inside(mention: Mention) -> bool:
        return any(
            (other.names or other.skill == mention.skill)
            and other.end - other.start > mention.end - mention.start
            and other.start <= mention.start
            and mention.end <= other.end
            for other in covering[mention.start]
        )

    return [mention for mention in mentions if not mention.fixed or not is_inside(mention)]
