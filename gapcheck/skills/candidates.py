"""Component `skill_candidates`: every place where the taxonomy's words stand, before anything is ruled out."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Any

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from gapcheck.skills.mention import Mention, set_up_extensions
from gapcheck.skills.patterns import PatternMatcher, is_pattern
from gapcheck.skills.tokenizer import words_of
from gapcheck.taxonomy import Alias, Taxonomy


@Language.factory("skill_candidates")
def _create(nlp: Language, name: str) -> SkillCandidates:
    return SkillCandidates(nlp)


class SkillCandidates:
    """Sets `doc._.mentions` to all candidates, in order. Reads `doc._.passages`."""

    def __init__(self, nlp: Language) -> None:
        set_up_extensions()
        self._nlp = nlp
        self._lower: Any = PhraseMatcher(nlp.vocab, attr="LOWER")
        self._exact: Any = PhraseMatcher(nlp.vocab, attr="ORTH")
        self._patterns = PatternMatcher()
        self._meanings: dict[int, tuple[str, Alias, bool]] = {}

    def use(self, taxonomy: Taxonomy) -> None:
        """Learns the aliases and signs of all skills."""
        number = itertools.count()
        for skill in taxonomy.skills.values():
            for names, aliases in ((True, skill.aliases), (False, skill.signs)):
                for group in _alike(aliases):
                    key = f"{skill.id}/{next(number)}"
                    self._meanings[self._nlp.vocab.strings.add(key)] = (skill.id, group[0], names)
                    self._add(key, group)

    def _add(self, key: str, group: list[Alias]) -> None:
        patterns = [alias for alias in group if is_pattern(alias.text)]
        for alias in patterns:
            self._patterns.add(self._nlp.vocab.strings[key], alias.text)
        phrases = {text for alias in group if alias not in patterns for text in _spellings(alias)}
        if phrases:
            matcher = self._exact if group[0].case else self._lower
            matcher.add(key, [self._keyword(text, exact=group[0].case) for text in phrases])

    def _keyword(self, text: str, *, exact: bool) -> list[int]:
        """The phrase as the matcher stores it; making a `Doc` of each of thousands would cost more than a resume."""
        add = self._nlp.vocab.strings.add
        return [add(word if exact else word.lower()) for word in words_of(text)]

    def __call__(self, doc: Doc) -> Doc:
        """The same document with its mentions updated."""
        starts = [passage.start for passage in doc._.passages]
        found: dict[tuple[int, int, str, bool], Mention] = {}
        for matcher, fixed in ((self._lower, True), (self._exact, True), (self._patterns, False)):
            matches: Any = matcher(doc)
            for key, start, end in matches:
                skill, alias, names = self._meanings[key]
                passage = bisect_right(starts, start) - 1
                if passage < 0 or end > doc._.passages[passage].end:
                    continue
                place = (start, end, skill, names)
                if place not in found or found[place].alias.needs_company:
                    found[place] = Mention(skill, alias, start, end, passage, names, fixed)
        doc._.mentions = sorted(found.values(), key=lambda mention: (mention.start, mention.end, mention.skill))
        return doc


def _alike(aliases: Sequence[Alias]) -> list[list[Alias]]:
    """The aliases in groups that differ in their text only: one group is one key of the matchers."""
    groups: dict[tuple[object, ...], list[Alias]] = {}
    for alias in aliases:
        groups.setdefault(alias.conditions, []).append(alias)
    return list(groups.values())


_BETWEEN_WORDS = re.compile(r"(?<=\w)[- ](?=\w)")
_TAKES_PLURAL = re.compile(r"[A-Za-z]{2}[a-rt-zA-RT-Z]$")
_ENDS_IN_Y = re.compile(r"[^aeiou]y$")


def _spellings(alias: Alias) -> set[str]:
    """The alias with its usual variants: hyphen or blank, plural, all capitals."""
    text = alias.text
    texts = {text}
    if _BETWEEN_WORDS.search(text) and not any(map(str.isdigit, text)):
        texts.add(_BETWEEN_WORDS.sub(lambda mark: " " if mark.group() == "-" else mark.group(), text))
        texts.add(_BETWEEN_WORDS.sub("-", text))
    if alias.case:
        return texts | {each.upper() for each in texts if len(each) > 3}
    least = 5 if alias.needs_company else 3
    if len(text) >= least and _TAKES_PLURAL.search(text):
        ending = "ies" if _ENDS_IN_Y.search(text) else "s"
        texts |= {(each[:-1] if ending == "ies" else each) + ending for each in texts}
    return texts
