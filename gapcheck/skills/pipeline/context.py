"""Component `skill_context`: is the skill the writer's own, or negated, hoped for, or somebody else's?"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from gapcheck.skills.pipeline.mention import Mention, Passage, set_up_extensions
from gapcheck.taxonomy import Cue, Reason, Taxonomy
from gapcheck.taxonomy.models.vocabulary import SectionKind
from gapcheck.text.patterns import PatternMatcher, is_pattern
from gapcheck.text.scope import end_after, start_before
from gapcheck.text.tokens import Tokens


@Language.factory("skill_context")
def _create(nlp: Language, name: str) -> SkillContext:
    return SkillContext(nlp)


class SkillContext:
    """Sets the `reason` of mentions in the scope of a cue, or in a section of wishes and pastimes."""

    def __init__(self, nlp: Language) -> None:
        set_up_extensions()
        self._nlp = nlp
        self._phrases = PhraseMatcher(nlp.vocab, attr="LOWER")
        self._patterns = PatternMatcher()
        self._cues: dict[int, Cue] = {}
        self._quiet: dict[SectionKind, Reason] = {}

    def use(self, taxonomy: Taxonomy) -> None:
        """Learns the cues and the quiet sections."""
        self._quiet = taxonomy.context.quiet_sections
        for number, cue in enumerate(taxonomy.context.cues):
            key = f"cue/{number}"
            self._cues[self._nlp.vocab.strings.add(key)] = cue
            fixed = [phrase for phrase in cue.phrases if not is_pattern(phrase)]
            self._phrases.add(key, [self._nlp.make_doc(phrase) for phrase in fixed])
            for phrase in cue.phrases:
                if is_pattern(phrase):
                    self._patterns.add(self._nlp.vocab.strings[key], phrase)

    def __call__(self, doc: Doc) -> Doc:
        """The same document with its mentions updated."""
        tokens = Tokens.of(doc)
        passages: list[Passage] = doc._.passages
        starts = [passage.start for passage in passages]
        mentions: list[Mention] = doc._.mentions
        at = {index for mention in mentions if mention.fixed for index in range(mention.start, mention.end)}
        scopes: list[tuple[int, int, Reason]] = []
        found: list[tuple[int, int, int]] = [*self._phrases(doc), *self._patterns(doc)]
        for key, start, end in found:
            number = bisect_right(starts, start) - 1
            if number < 0:
                continue
            cue, passage = self._cues[key], passages[number]
            if cue.sections and passage.section.kind not in cue.sections:
                continue
            if cue.scope == "label":
                if start == _first_word(tokens, passage) and end < passage.end and tokens.text[end] in (":", "\t"):
                    scopes.append((start, passage.end, cue.reason))
            elif cue.scope == "attached":
                scopes += [(m.start, m.end, cue.reason) for m in mentions if m.end == start]
            elif end < passage.end and tokens.lower[end] in cue.unless_next:
                continue
            elif cue.scope == "after":
                scopes.append((start, end_after(tokens, end, passage.end, cue, at), cue.reason))
            else:
                scopes.append((start_before(tokens, start, passage.start), end, cue.reason))
        doc._.mentions = [self._in_context(mention, scopes, passages) for mention in mentions]
        return doc

    def _in_context(self, mention: Mention, scopes: list[tuple[int, int, Reason]], passages: list[Passage]) -> Mention:
        # A name that lacks company may still be plainly negated or hoped for: that says more.
        if mention.reason is None or mention.alias.needs_company:
            for start, end, reason in scopes:
                if start <= mention.start and mention.end <= end:
                    return replace(mention, reason=reason)
        if mention.reason is not None:
            return mention
        quiet = self._quiet.get(passages[mention.passage].section.kind)
        return replace(mention, reason=quiet) if quiet else mention


def _first_word(tokens: Tokens, passage: Passage) -> int:
    """The first token of the passage after its bullet."""
    return next((index for index in range(passage.start, passage.end) if tokens.alpha[index]), passage.end)
