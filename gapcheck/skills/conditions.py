"""Component `skill_conditions`: does a candidate mean the skill, or something else that is written the same?"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from functools import cached_property

from spacy.language import Language
from spacy.tokens import Doc

from gapcheck.skills.mention import Mention, Passage, set_up_extensions
from gapcheck.skills.tokenizer import stem
from gapcheck.taxonomy import Reason, SectionKind, Taxonomy

_LIST_MARKS = frozenset([",", "/", "|", "·", "•", "\t", ";", "&", "and", "or", "(", ")", "+", "–", "-", ":"])
_LINK = re.compile(r"://|www\.|^@\w|\w@[a-z][\w-]*\.\w|\w\.(?:com|org|io|edu|dev|me|ai|co|uk|de)\b", re.IGNORECASE)
_NAME_LENGTH = 4
_SMALL_WORDS = frozenset(["of", "and", "the", "for", "to", "in", "de"])


@Language.factory("skill_conditions")
def _create(nlp: Language, name: str) -> SkillConditions:
    return SkillConditions()


class SkillConditions:
    """Keeps of `doc._.mentions` those that mean their skill; names ruled out stay with the reason `other-meaning`."""

    def __init__(self) -> None:
        set_up_extensions()
        self._taxonomy: Taxonomy

    def use(self, taxonomy: Taxonomy) -> None:
        """Learns what skills imply and how they are spelled out."""
        self._taxonomy = taxonomy
        self.__dict__.pop("_spelled_out", None)

    def __call__(self, doc: Doc) -> Doc:
        """The same document with its mentions updated."""
        candidates: list[Mention] = doc._.mentions
        taken = {index for mention in candidates if mention.fixed for index in range(mention.start, mention.end)}
        words: dict[int, frozenset[str]] = {}
        kept: list[Mention] = []
        ruled_out: list[Mention] = []
        for mention in candidates:
            passage: Passage = doc._.passages[mention.passage]
            if mention.passage not in words:
                inside = doc[passage.start : passage.end]
                words[mention.passage] = frozenset(form for token in inside for form in (token.lower_, token.norm_))
            if self._is_link(doc, mention):
                continue
            if self._means_skill(doc, mention, passage, taken, words[mention.passage]):
                kept.append(mention)
            elif mention.names and mention.fixed:
                ruled_out.append(replace(mention, reason=Reason.other_meaning))
        kept = _longest(kept)
        kept = self._in_company_of_skills(doc, kept)
        covered = {index for mention in kept if mention.fixed for index in range(mention.start, mention.end)}
        known = {(mention.skill, mention.passage) for mention in kept}
        doc._.mentions = kept + [
            mention
            for mention in ruled_out
            if mention.start not in covered and (mention.skill, mention.passage) not in known
        ]
        return doc

    def _means_skill(
        self, doc: Doc, mention: Mention, passage: Passage, taken: set[int], words: frozenset[str]
    ) -> bool:
        alias = mention.alias
        before = doc[mention.start - 1] if mention.start > passage.start else None
        after = doc[mention.end] if mention.end < passage.end else None
        if alias.not_after and before is not None and _is_one_of(before.text, alias.not_after):
            return False
        if alias.not_before and after is not None and _is_one_of(after.text, alias.not_before):
            return False
        if _is_initial(doc, mention, passage):
            return False
        if alias.only_in and passage.section.kind not in alias.only_in:
            return False
        if self._is_defined_otherwise(doc, mention, passage) or self._is_part_of_name(doc, mention, passage, taken):
            return False
        if not alias.needs_company:
            return True
        if alias.list and (passage.section.kind is SectionKind.skills or _is_listed(doc, mention, passage, taken)):
            return True
        if alias.after and before is not None and _is_one_of(before.text, alias.after):
            return True
        return any(word.lower() in words or stem(word) in words for word in alias.near)

    def _in_company_of_skills(self, doc: Doc, mentions: list[Mention]) -> list[Mention]:
        """Without the mentions that ask for another skill in their entry (`with`) where it is not shown."""
        shown: defaultdict[int, set[str]] = defaultdict(set)
        for mention in mentions:
            if not mention.alias.with_:
                entry = doc._.passages[mention.passage].entry_index
                shown[entry] |= {mention.skill, *self._taxonomy.broader[mention.skill]}
        return [
            mention
            for mention in mentions
            if not mention.alias.with_ or shown[doc._.passages[mention.passage].entry_index] & set(mention.alias.with_)
        ]

    def _is_link(self, doc: Doc, mention: Mention) -> bool:
        """Whether the words stand inside an address: `github.com/name/python-notes`."""
        first, last = mention.start, mention.end - 1
        while first > 0 and not doc[first - 1].whitespace_ and not doc[first - 1].is_space:
            first -= 1
        while last + 1 < len(doc) and not doc[last].whitespace_ and not doc[last + 1].is_space:
            last += 1
        return last - first >= 2 and bool(_LINK.search(doc[first : last + 1].text))

    def _is_part_of_name(self, doc: Doc, mention: Mention, passage: Passage, taken: set[int]) -> bool:
        """Whether a word opens a proper name: `Docker Street`, `Julia Ashdown Math Festival`.

        In the title lines of an entry any capitalised word after an ambiguous one makes a name; elsewhere one of the
        words of
        names has to follow in the same run of capitalised words.
        """
        if mention.end - mention.start != 1 or passage.section.kind is SectionKind.skills:
            return False
        run = []
        for index in range(mention.end, min(mention.end + _NAME_LENGTH, passage.end)):
            token = doc[index]
            if not (token.is_alpha and token.text[0].isupper() and doc[index - 1].whitespace_):
                break
            run.append(token.lower_)
        words = self._taxonomy.entry_words
        if any(word in words.names for word in run):
            return True
        ambiguous = (mention.alias.case or mention.alias.needs_company) and not doc[mention.start].text.isupper()
        if not run or not ambiguous or passage.item.bullet or mention.end in taken:
            return False
        return not doc[mention.end].text.isupper() and run[0] not in words.role_words

    @cached_property
    def _spelled_out(self) -> dict[str, frozenset[str]]:
        """For each skill its aliases and signs as bare letters."""
        return {
            skill.id: frozenset(_letters(alias.text) for alias in (*skill.aliases, *skill.signs))
            for skill in self._taxonomy.skills.values()
        }

    def _is_defined_otherwise(self, doc: Doc, mention: Mention, passage: Passage) -> bool:
        """Whether an abbreviation is spelled out beside it as something that is not the skill."""
        text = doc[mention.start].text
        if mention.end - mention.start != 1 or not (2 <= len(text) <= 6 and text.isupper() and text.isalpha()):
            return False
        expansion = _expansion(doc, mention, passage)
        return expansion is not None and _letters(expansion) not in self._spelled_out[mention.skill]


def _is_initial(doc: Doc, mention: Mention, passage: Passage) -> bool:
    """Whether a letter is short for a word or a name: `C. elegans`, `R. Jansen`; after "in" it may end a sentence."""
    point, following = mention.end, mention.end + 1
    if mention.end - mention.start != 1 or len(doc[mention.start].text) != 1 or following >= passage.end:
        return False
    if doc[point].text != "." or not doc[following].is_alpha:
        return False
    before = doc[mention.start - 1].text if mention.start > passage.start else ""
    return doc[following].text[0].islower() or not _is_one_of(before, mention.alias.after)


def _expansion(doc: Doc, mention: Mention, passage: Passage) -> str | None:
    """The words in or before brackets whose initials are the abbreviation."""
    letters = doc[mention.start].lower_
    for opening in (mention.end, mention.end + 1):  # "RAG (red, amber, green)", "NLP Practitioner (…)"
        if opening < passage.end and doc[opening].text == "(":
            inside = []
            for token in doc[opening + 1 : passage.end]:
                if token.text == ")":
                    break
                if token.is_alpha:
                    inside.append(token)
            if _initials([token.lower_ for token in inside]) == letters:
                return " ".join(token.text for token in inside)
    if mention.start - 1 > passage.start and doc[mention.start - 1].text == "(":  # "weather stations (AWS)"
        before = [token for token in doc[max(passage.start, mention.start - 10) : mention.start - 1] if token.is_alpha]
        for count in range(len(letters), min(len(before), len(letters) + 2) + 1):
            if _initials([token.lower_ for token in before[-count:]]) == letters:
                return " ".join(token.text for token in before[-count:])
    return None


def _initials(words: list[str]) -> str:
    return "".join(word[0] for word in words if word not in _SMALL_WORDS)


def _letters(text: str) -> str:
    return "".join(character for character in text.lower() if character.isalnum())


def _is_one_of(text: str, words: tuple[str, ...]) -> bool:
    """Whether a neighbour is one of the words; capitals in a word are asked for only where it has some."""
    return text in words or text.lower() in words


def _is_listed(doc: Doc, mention: Mention, passage: Passage, taken: set[int]) -> bool:
    """Whether the mention stands in a list with another skill: `Python, R and Go`, `R/Python`, `Spark (Scala)`."""
    left, right = mention.start - 1, mention.end
    if left - 1 >= passage.start and doc[left].lower_ in _LIST_MARKS:
        while left - 1 > passage.start and doc[left - 1].lower_ in _LIST_MARKS:
            left -= 1
        if left - 1 in taken:
            return True
    if right + 1 < passage.end and doc[right].lower_ in _LIST_MARKS:
        while right + 1 < passage.end - 1 and doc[right + 1].lower_ in _LIST_MARKS:
            right += 1
        if right + 1 in taken:
            return True
    return False


def _longest(mentions: list[Mention]) -> list[Mention]:
    """Without what stands inside a longer name: `SQL` in `SQL Server` is not SQL by itself.

    Inside a longer sign only the same skill gives way: `forecasting model` still speaks of forecasting.
    """
    names = sorted({(m.start, m.end) for m in mentions if m.fixed and m.names})
    signs = {(m.start, m.end, m.skill) for m in mentions if m.fixed}

    def is_inside(mention: Mention) -> bool:
        span = (mention.start, mention.end)
        return any(other != span and other[0] <= span[0] and span[1] <= other[1] for other in names) or any(
            skill == mention.skill and (start, end) != span and start <= span[0] and span[1] <= end
            for start, end, skill in signs
        )

    return [mention for mention in mentions if not mention.fixed or not is_inside(mention)]
