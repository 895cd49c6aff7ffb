"""Component `skill_ownership`: who has a skill that a sentence names, where no cue of the taxonomy says so?"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from gapcheck.skills.pipeline.mention import Mention, Passage, set_up_extensions
from gapcheck.skills.pipeline.ownership_model import (
    OWN,
    OwnershipModel,
    load_ownership_model,
    ownership_features,
    sentence_of,
)
from gapcheck.taxonomy import PHRASED, Reason, SectionKind, Taxonomy
from gapcheck.text.tokens import Tokens

_NO_SENTENCES = frozenset([SectionKind.header, SectionKind.certifications])
_SURELY_ANOTHER = 0.06  # of own: below it the model may say against all conditions that a name means something else
_FEWEST_WORDS = 2  # in small letters beside the names of skills: fewer tell nothing


@Language.factory("skill_ownership")
def _create(nlp: Language, name: str) -> SkillOwnership:
    return SkillOwnership()


class SkillOwnership:
    """Sets the `reason` of names in sentences that the model takes to tell of somebody else, a wish, or what was not
    done, or another thing of that name. What it decides is English; a reader of other languages leaves it out.
    """

    def __init__(self) -> None:
        set_up_extensions()
        self._model: OwnershipModel
        self._phrased: frozenset[str] = frozenset()
        self._joins: frozenset[str] = frozenset()

    def use(self, taxonomy: Taxonomy) -> None:
        """Learns which skills are described rather than named, and the words that join a list."""
        self._model = load_ownership_model()
        self._joins = taxonomy.context.joins
        self._phrased = frozenset(one.id for one in taxonomy.skills.values() if one.category == PHRASED)

    def __call__(self, doc: Doc) -> Doc:
        """The same document with its mentions updated."""
        tokens, model = Tokens.of(doc), self._model
        passages: list[Passage] = doc._.passages
        named: defaultdict[int, set[int]] = defaultdict(set)
        for one in doc._.candidates:
            if one.fixed and one.names:
                named[one.passage].update(range(one.start, one.end))

        def judged(mention: Mention) -> Mention:
            passage = passages[mention.passage]
            if mention.reason or mention.skill in self._phrased or not (mention.fixed and mention.names):
                return mention
            if mention.kind is not None:
                return mention  # a cue has told that it was learned there
            skills = named[mention.passage].union(range(mention.start, mention.end))
            line = range(passage.start, passage.end)
            if passage.section.kind in _NO_SENTENCES or not _is_told(tokens, mention, line, skills):
                return mention
            features = ownership_features(tokens, mention.start, mention.end, line, skills, model.people, self._joins)
            shares = model.probabilities(features)
            own = shares.pop(OWN)
            reason = Reason(max(shares, key=shares.__getitem__))
            name = tokens.written(mention.start, mention.end).lower()
            if reason is Reason.other_meaning and (own > _SURELY_ANOTHER or name not in model.ambiguous):
                return mention  # what a name means, its conditions have told
            return mention if own > model.threshold else replace(mention, reason=reason)

        doc._.mentions = [judged(mention) for mention in doc._.mentions]
        return doc


def _is_told(tokens: Tokens, mention: Mention, line: range, skills: set[int]) -> bool:
    """Whether the sentence of a name says something about it."""
    sentence = sentence_of(tokens, mention.start, mention.end, line)
    return sum(tokens.text[at][0].islower() for at in sentence if at not in skills) >= _FEWEST_WORDS
