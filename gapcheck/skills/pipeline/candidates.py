"""Component `skill_candidates`: every place where the taxonomy's words stand, before anything is ruled out."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from gapcheck.skills.pipeline.mention import Mention, Passage, set_up_extensions
from gapcheck.taxonomy import Alias, Taxonomy
from gapcheck.text.patterns import PatternMatcher, is_pattern
from gapcheck.text.phrases import FixedPhrases
from gapcheck.text.stemmer import british
from gapcheck.text.tokens import Tokens

_LONG_WORD = 10  # letters: in shorter ones other words may hide


@Language.factory("skill_candidates")
def _create(nlp: Language, name: str) -> SkillCandidates:
    return SkillCandidates()


class SkillCandidates:
    """Sets `doc._.mentions` to all candidates, in order. Reads `doc._.passages`."""

    def __init__(self) -> None:
        set_up_extensions()
        self._lower, self._exact, self._patterns = FixedPhrases(), FixedPhrases(cased=True), PatternMatcher()
        self._meanings: dict[int, tuple[str, Alias, bool]] = {}

    def use(self, taxonomy: Taxonomy) -> None:
        """Learns the aliases and signs of all skills."""
        number = itertools.count()
        for skill in taxonomy.skills.values():
            for names, aliases in ((True, skill.aliases), (False, skill.signs)):
                for group in reversed(_alike(aliases)):  # of the same words the last one found counts: the first given
                    key = next(number)
                    self._meanings[key] = (skill.id, group[0], names)
                    self._add(key, group)

    def _add(self, key: int, group: list[Alias]) -> None:
        fixed = self._exact if group[0].case else self._lower
        for alias in group:
            if is_pattern(alias.text):
                self._patterns.add(key, alias.text)
            else:
                for text in _spellings(alias):
                    fixed.add(key, text)

    def __call__(self, doc: Doc) -> Doc:
        """The same document with its mentions updated."""
        passages: list[Passage] = doc._.passages
        starts = [passage.start for passage in passages]
        found: dict[tuple[int, int, str, bool], Mention] = {}
        tokens = Tokens.of(doc)
        for matcher, fixed in ((self._lower, True), (self._exact, True), (self._patterns, False)):
            for key, start, end in matcher(tokens):
                skill, alias, names = self._meanings[key]
                passage = bisect_right(starts, start) - 1
                if passage < 0 or end > passages[passage].end:
                    continue
                place = (start, end, skill, names)
                if place not in found or found[place].alias.needs_company:
                    found[place] = Mention(skill, alias, start, end, passage, names, fixed)
        doc._.candidates = sorted(found.values(), key=lambda mention: (mention.start, mention.end, mention.skill))
        doc._.mentions = doc._.candidates
        return doc


def _alike(aliases: Sequence[Alias]) -> list[list[Alias]]:
    """The aliases in groups that differ in their text only: one group is one key of the matchers."""
    groups: dict[tuple[object, ...], list[Alias]] = {}
    for alias in aliases:
        groups.setdefault(alias.conditions if alias.is_conditional else (), []).append(alias)
    return list(groups.values())


def _spellings(alias: Alias) -> set[str]:
    """The alias with its usual variants: British spelling, hyphen or blank, plural, all capitals."""
    text = alias.text
    texts = {text, british(text)}
    for each in tuple(texts):
        joined = each.replace("-", "").replace(" ", "")
        if joined != each and (joined.isalpha() or not any(map(str.isdigit, joined))):
            texts |= {each.replace("-", " "), each.replace(" ", "-")}
            if len(joined) >= _LONG_WORD and joined.isalpha():
                texts.add(joined)  # a word that was broken at the end of a line
    if alias.case:
        return texts | {each.upper() for each in texts if len(each) > 3}
    if text[-1] not in "sS" and text[-3:].isalpha() and len(text) >= 3 and (len(text) >= 5 or not alias.needs_company):
        is_name = text.istitle() and " " not in text  # there is one Docker, but there are LLMs and decision trees
        if not is_name:
            stem, ending = (-1, "ies") if text[-1] == "y" and text[-2] not in "aeiou" else (None, "s")
            texts |= {each[:stem] + ending for each in texts}
    return texts
