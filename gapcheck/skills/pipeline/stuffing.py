"""Component `skill_stuffing`: is the text there to be counted by a program, and not to tell of the person?"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from gapcheck.skills.pipeline.mention import Mention, Passage, set_up_extensions
from gapcheck.taxonomy import Reason, Taxonomy
from gapcheck.taxonomy.models.context import StuffingCue
from gapcheck.text.phrases import Phrases
from gapcheck.text.tokens import Tokens

_BETWEEN_NAMES = frozenset([",", "/", "|", "·", "•", "\t", ";", "-", "–", ".", "&", "and"])


@Language.factory("skill_stuffing")
def _create(nlp: Language, name: str) -> SkillStuffing:
    return SkillStuffing()


class SkillStuffing:
    """Sets the `reason` of mentions in advertisements and instructions, and of names that are only repeated."""

    def __init__(self) -> None:
        set_up_extensions()
        self._cues: tuple[StuffingCue, ...] = ()
        self._phrases: Phrases[int]
        self._repeats = 0

    def use(self, taxonomy: Taxonomy) -> None:
        """Learns the words that give such text away."""
        self._repeats = taxonomy.context.stuffing.repeats
        self._cues = taxonomy.context.stuffing.cues
        self._phrases = Phrases((number, cue.phrases) for number, cue in enumerate(self._cues))

    def __call__(self, doc: Doc) -> Doc:
        """The same document with its mentions updated."""
        mentions: list[Mention] = doc._.mentions
        foreign = self._foreign(doc)
        repeated = self._repeated(doc)
        doc._.mentions = [
            replace(mention, reason=reason)
            if (reason := foreign.get(mention.passage) or repeated.get(index))
            else mention
            for index, mention in enumerate(mentions)
        ]
        return doc

    def _foreign(self, doc: Doc) -> dict[int, Reason]:
        """The passages that are not about the writer."""
        passages: list[Passage] = doc._.passages
        starts = [passage.start for passage in passages]
        spoken: defaultdict[int, set[int]] = defaultdict(set)
        for phrase in self._phrases.everywhere(Tokens.of(doc)):
            if (number := bisect_right(starts, phrase.start) - 1) >= 0:
                spoken[phrase.meaning].add(number)
        found: dict[int, Reason] = {}
        for meaning, numbers in spoken.items():
            cue = self._cues[meaning]
            if len(numbers) < cue.at_least:
                continue
            sections: set[int] = set()
            for number, passage in enumerate(passages):
                if number in numbers:
                    sections.add(id(passage.section))
                if number in numbers or (cue.reach == "section" and id(passage.section) in sections):
                    found[number] = cue.reason
        return found

    def _repeated(self, doc: Doc) -> dict[int, Reason]:
        """The mentions, by index, of names that stand alone in one list, or on lines of their own, again and again."""
        passages: list[Passage] = doc._.passages
        mentions: list[Mention] = doc._.mentions
        starts, ends = {mention.start for mention in mentions}, {mention.end for mention in mentions}
        tokens = Tokens.of(doc)
        alone: defaultdict[tuple[bool, int, str, str], list[int]] = defaultdict(list)
        for index, mention in enumerate(mentions):
            passage = passages[mention.passage]
            before, after = mention.start - 1, mention.end
            opens = before < passage.start or tokens.text[before] in _BETWEEN_NAMES or mention.start in ends
            closes = after >= passage.end or tokens.text[after] in _BETWEEN_NAMES or after in starts
            if mention.fixed and mention.names and opens and closes:
                whole = before < passage.start and after >= passage.end
                place = passage.entry_index if whole else mention.passage
                text = tokens.written(mention.start, mention.end).lower()
                alone[whole, place, mention.skill, text].append(index)
        return {index: Reason.repeated for group in alone.values() if len(group) >= self._repeats for index in group}
