"""Component `skill_context`: is the skill the writer's own, or negated, hoped for, studied, or somebody else's?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from gapcheck.skills.pipeline.mention import Mention, Passage, set_up_extensions
from gapcheck.taxonomy import Cue, How, Reason, SectionKind, Taxonomy
from gapcheck.text.scope import Part, Scope, ScopeFinder

_YEAR_ALONE = re.compile(r"[^\w]*(?:19|20)\d\d[^\w]*")


@Language.factory("skill_context")
def _create(nlp: Language, name: str) -> SkillContext:
    return SkillContext(nlp)


class SkillContext:
    """Sets the `reason` of mentions in the scope of a cue or in a section of wishes and pastimes, and the kind of
    those that a job only taught; keeps the tokens of all scopes in `doc._.disclaimed`.
    """

    def __init__(self, nlp: Language) -> None:
        set_up_extensions()
        self._nlp = nlp
        self._scopes: ScopeFinder
        self._courses: ScopeFinder
        self._quiet: dict[SectionKind, Reason] = {}

    def use(self, taxonomy: Taxonomy) -> None:
        """Learns the cues and the quiet sections."""
        context = taxonomy.context
        self._quiet = context.quiet_sections
        self._scopes = ScopeFinder(self._nlp, context.cues)
        course = Cue(
            reason=Reason.aspiration, scope="after", ends="sentence", phrases=context.studied, goes_on=context.goes_on
        )
        self._courses = ScopeFinder(self._nlp, [course])

    def __call__(self, doc: Doc) -> Doc:
        """The same document with its mentions updated."""
        passages: list[Passage] = doc._.passages
        mentions: list[Mention] = doc._.mentions
        parts = [Part(passage.start, passage.end, passage.section.kind) for passage in passages]
        spans = [(mention.start, mention.end) for mention in mentions if mention.fixed]
        scopes, courses = self._scopes(doc, parts, spans), self._courses(doc, parts, spans)
        doc._.disclaimed = {index for scope in scopes for index in range(scope.start, scope.end)}
        doc._.mentions = [self._in_context(mention, scopes, courses, passages) for mention in mentions]
        return doc

    def _in_context(
        self, mention: Mention, scopes: Sequence[Scope], courses: Sequence[Scope], passages: Sequence[Passage]
    ) -> Mention:
        # A word that may mean something else may still be plainly negated or hoped for: that says more.
        for scope in scopes:
            if scope.covers(mention.start, mention.end, fixed=mention.fixed):
                return replace(mention, reason=scope.reason)
        if mention.reason is not None:
            return mention
        if any(course.covers(mention.start, mention.end, fixed=True) for course in courses):
            return replace(mention, kind=How.studied)
        passage = passages[mention.passage]
        if passage.entry.dates is not None or any(_YEAR_ALONE.fullmatch(item.text) for item in passage.entry.items):
            return mention  # what has a date was done
        quiet = self._quiet.get(passage.section.kind)
        return replace(mention, reason=quiet) if quiet else mention
