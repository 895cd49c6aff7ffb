"""Component `skill_context`: is the skill the writer's own, or negated, hoped for, studied, or somebody else's?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from spacy.language import Language
from spacy.tokens import Doc

from gapcheck.resume import Section
from gapcheck.resume.dates import dates_of
from gapcheck.skills.pipeline.mention import Mention, Passage, set_up_extensions
from gapcheck.taxonomy import How, Reason, SectionKind, Taxonomy
from gapcheck.text.phrases import Phrases
from gapcheck.text.scope import Scope, ScopedSpan, ScopeFinder, by_part
from gapcheck.text.tokenizer import tokens_of
from gapcheck.text.tokens import Tokens

_YEAR = re.compile(r"20\d\d")
_MONTHS = 12
_SENTENCE_ENDS = frozenset(".!?")
_YEAR_ALONE = re.compile(r"[^\w]*(?:19|20)\d\d[^\w]*")


@Language.factory("skill_context")
def _create(nlp: Language, name: str) -> SkillContext:
    return SkillContext()


class SkillContext:
    """Sets the `reason` of mentions in the scope of a cue or in a section of wishes and pastimes, and the kind of
    those that a job only taught; keeps the tokens of all scopes in `doc._.disclaimed`.
    """

    def __init__(self) -> None:
        set_up_extensions()
        self._scopes: ScopeFinder
        self._courses: ScopeFinder
        self._quiet: dict[SectionKind, Reason] = {}
        self._quiet_headings: Phrases[Reason]
        self._categories: dict[str, str] = {}

    def use(self, taxonomy: Taxonomy) -> None:
        """Learns the cues and the quiet sections."""
        context = taxonomy.context
        self._quiet = context.quiet_sections
        self._quiet_headings = Phrases(context.quiet_headings.items())
        self._scopes = ScopeFinder(context.cues, context.grammar)
        self._courses = ScopeFinder(context.studied)
        self._categories = {one.id: one.category for one in taxonomy.skills.values()}

    def __call__(self, doc: Doc) -> Doc:
        """The same document with its mentions updated."""
        passages: list[Passage] = doc._.passages
        mentions: list[Mention] = doc._.mentions
        parts = [ScopedSpan(passage.start, passage.end, passage.section.kind) for passage in passages]
        spans = [(mention.start, mention.end) for mention in mentions if mention.fixed]
        tokens = Tokens.of(doc)
        scopes = [*self._scopes(tokens, parts, spans), *_ahead(doc, passages)]
        courses = self._courses(tokens, parts, spans)
        disclaiming, teaching = (by_part(found, attrgetter("start"), passages) for found in (scopes, courses))
        doc._.disclaimed = {index for scope in scopes for index in range(scope.start, scope.end)}
        quiet = self._quiet_entries(passages)

        def in_context(mention: Mention) -> Mention:
            passage = mention.passage
            return _in_context(
                mention,
                self._categories[mention.skill],
                disclaiming.get(passage, ()),
                teaching.get(passage, ()),
                quiet.get(passages[passage].entry_index),
            )

        doc._.mentions = [in_context(mention) for mention in mentions]
        return doc

    def _quiet_entries(self, passages: Sequence[Passage]) -> dict[int, Reason]:
        """The entries of wishes and pastimes by their number, but for those with a date up to now: that was done."""
        sections = {id(one.section): one.section for one in passages}
        reasons = {key: self._quiet_for(section) for key, section in sections.items()}
        entries = {one.entry_index: (one.entry, reasons[id(one.section)]) for one in passages}
        return {
            number: reason
            for number, (entry, reason) in entries.items()
            if reason
            and (entry.dates is None or entry.dates.planned)
            and not any(_YEAR_ALONE.fullmatch(item.text) for item in entry.items)
        }

    def _quiet_for(self, section: Section) -> Reason | None:
        """Why nothing counts in a section, by its kind or by what its heading says: `What I would love to learn`."""
        said = self._quiet_headings(tokens_of(section.heading)) if section.heading else []
        return said[0].meaning if said else self._quiet.get(section.kind)


def _in_context(
    mention: Mention, category: str, scopes: Sequence[Scope], courses: Sequence[Scope], quiet: Reason | None
) -> Mention:
    """The mention of a skill of this category with what the scopes and courses of its passage make of it; `quiet` is
    why its entry counts for nothing.
    """
    sparing = [scope for scope in scopes if not scope.spares.isdisjoint((mention.skill, category))]

    def is_spared(scope: Scope) -> bool:
        """Whether it says whose a thing is to which the writer did this."""
        near = (one for one in sparing if one.start <= scope.end and scope.start <= one.end)
        return scope.reason is Reason.other_person and any(near)

    # A word that may mean something else may still be plainly negated or hoped for: that says more.
    for scope in scopes:
        if scope.covers(mention.start, mention.end, fixed=mention.fixed) and not is_spared(scope):
            return replace(mention, reason=scope.reason, handled=bool(scope.spares))
    if any(one.start - 1 <= mention.start < one.ends for one in sparing):
        mention = replace(mention, handled=True)
    if mention.reason is not None:
        return mention
    if any(course.covers(mention.start, mention.end, fixed=True) for course in courses):
        return replace(mention, kind=How.studied)
    return replace(mention, reason=quiet) if quiet else mention


def _ahead(doc: Doc, passages: Sequence[Passage]) -> Iterator[Scope]:
    """The sentences that tell of a month after the day of reading: `a bootcamp that starts in January 2027 (SQL)`."""
    if doc._.as_of is None:
        return
    tokens = Tokens.of(doc)
    for passage in passages:
        if passage.item is passage.entry.items[0] and passage.entry.dates is not None:
            continue  # the dates of the entry
        for index in range(passage.start + 1, passage.end):
            if not _YEAR.fullmatch(tokens.text[index]) or int(tokens.text[index]) * _MONTHS + _MONTHS <= doc._.as_of:
                continue
            dates = dates_of([tokens.written(index - 1, index + 1)], doc._.as_of)
            if dates is not None and dates.planned and dates.first == dates.last:
                yield Scope(*_sentence(tokens, index, passage), Reason.aspiration)


def _sentence(tokens: Tokens, index: int, passage: Passage) -> tuple[int, int]:
    """The tokens, first and one behind the last, of the sentence around a token."""
    ends = [at for at in range(passage.start, passage.end) if tokens.text[at] in _SENTENCE_ENDS and tokens.spaced[at]]
    start = max((at + 1 for at in ends if at < index), default=passage.start)
    return start, min((at + 1 for at in ends if at > index), default=passage.end)
