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
    groups: dict[Alias, list[Alias]] = {}
    for alias in aliases:
        groups.setdefault(alias.model_copy(update={"text": "-"}), []).append(alias)
    return list(groups.values())


def _spellings(alias: Alias) -> set[str]:
    """The alias with its usual variants: hyphen or blank, plural, all capitals."""
    texts = {alias.text}
    if re.search(r"\w[- ]\w", alias.text) and not re.search(r"\d", alias.text):
        texts |= {re.sub(r"(?<=\w)-(?=\w)", " ", alias.text), re.sub(r"(?<=\w) (?=\w)", "-", alias.text)}
    if alias.case:
        return texts | {text.upper() for text in texts if len(text) > 3}
    least = 5 if alias.needs_company else 3
    if len(alias.text) >= least and re.search(r"[A-Za-z]{2}[a-rt-zA-RT-Z]$", alias.text):
        texts |= {text + "s" for text in texts}
        texts |= {text[:-1] + "ies" for text in texts if re.search(r"[^aeiou]y$", text)}
    return texts
