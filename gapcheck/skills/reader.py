"""`SkillReader`: a resume → the skills that it shows, each with level and evidence, and what was not counted."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from spacy.language import Language
from spacy.tokens import Doc

from gapcheck.documents import Document
from gapcheck.resume import Entry, EntryKind, Item, Place, Resume, Section
from gapcheck.skills.evidence import NotCounted, SkillEvidence, hidden_mentions, not_counted, skill_evidence
from gapcheck.skills.explain import Explanation, explanation
from gapcheck.skills.pipeline import (  # noqa: F401 - registers the components
    candidates,
    certificates,
    conditions,
    context,
    described,
    described_in_languages,
    ownership,
    ownership_in_languages,
    ratings,
    stuffing,
    taken_up,
)
from gapcheck.skills.pipeline.certificates import NamedCertification
from gapcheck.skills.pipeline.mention import Passage
from gapcheck.skills.pipeline.people import PersonNamed, people_named
from gapcheck.skills.pipeline.third_person import let_the_writer_speak
from gapcheck.skills.skill_lists import SkillLists
from gapcheck.skills.unrecognised import NameIndex, Unrecognised, unrecognised
from gapcheck.taxonomy import Reason, SectionKind, Taxonomy
from gapcheck.taxonomy.in_languages import SameTaxonomy, in_languages
from gapcheck.text.tokenizer import new_language
from gapcheck.text.tokens import Tokens

COMPONENTS = (
    "skill_candidates",
    "skill_conditions",
    "skill_context",
    "skill_ownership",
    "skill_taken_up",
    "skill_described",
    "skill_certificates",
    "skill_stuffing",
    "skill_ratings",
)
"""The pipeline, in order."""


@dataclass(frozen=True, slots=True)
class Findings:
    """All that a resume says about skills; `disowned` are those among them that the person says are not theirs."""

    skills: tuple[SkillEvidence, ...]
    not_counted: tuple[NotCounted, ...]
    unrecognised: tuple[Unrecognised, ...] = ()
    people: tuple[PersonNamed, ...] = ()
    certificates: tuple[NamedCertification, ...] = ()
    disowned: frozenset[str] = frozenset()

    @property
    def denied(self) -> frozenset[str]:
        """The skills of which the resume says that they are not there, and that nothing shows."""
        return frozenset(one.skill for one in self.not_counted if one.reason is Reason.negated)


def skill_reader(taxonomy: Taxonomy) -> SkillReader:
    """The reader by this taxonomy. It is built once: all who read by the same taxonomy share it."""
    return _shared(SameTaxonomy(taxonomy))


@lru_cache(maxsize=2)
def _shared(same: SameTaxonomy) -> SkillReader:
    return SkillReader(same.taxonomy)


class SkillReader:
    """The spaCy pipeline with one taxonomy; slow to build, so see `skill_reader`."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self.taxonomy = taxonomy
        self._is_of_languages = False
        self._others: dict[tuple[str, ...], SkillReader] = {}
        self._lists = SkillLists(taxonomy)
        self.nlp: Language = new_language()
        for name in COMPONENTS:
            component = self.nlp.add_pipe(name)
            component.use(taxonomy)  # type: ignore[attr-defined]

    def read(self, resume: Resume, not_theirs: Collection[str] = (), *, misread: bool = False) -> Findings:
        """What the resume shows of each skill, and what does not count, `not_theirs` among it. `misread` tells that
        the reader doubts how it read the document: then all is less sure.
        """
        if (other := self.of_languages(resume.languages)) is not self:
            return other.read(resume, not_theirs, misread=misread)
        doc = self._mentions_of(resume)
        found = skill_evidence(doc, resume, self.taxonomy, misread=misread)
        if disowned := frozenset(not_theirs).intersection(one.skill for one in found):
            _disown(doc, disowned)
            found = skill_evidence(doc, resume, self.taxonomy, misread=misread)
        skills = tuple(one for one in found if one.skill not in disowned)
        left_out = not_counted(doc, (one.skill for one in skills))
        unknown = unrecognised(doc, self._names, self.taxonomy)
        return Findings(
            skills, left_out + self._hidden(resume.document), unknown, people_named(doc), doc._.certificates, disowned
        )

    def explain(self, resume: Resume, skill: str, not_theirs: Collection[str] = ()) -> Explanation:
        """Every place that speaks of one skill, and how its level came about; `not_theirs` do not count."""
        if (other := self.of_languages(resume.languages)) is not self:
            return other.explain(resume, skill, not_theirs)
        doc = self._mentions_of(resume)
        implying = {one for one, broader in self.taxonomy.broader.items() if skill in broader}
        _disown(doc, {*not_theirs, *implying} if skill in not_theirs else not_theirs)
        return explanation(doc, resume, skill, self.taxonomy)

    def of_languages(self, languages: tuple[str, ...]) -> SkillReader:
        """The reader of resumes in these languages, built when the first one comes."""
        taxonomy = in_languages(self.taxonomy, languages)
        if taxonomy is self.taxonomy or self._is_of_languages:
            return self
        if languages not in self._others:
            self._others[languages] = SkillReader(taxonomy)
            self._others[languages]._is_of_languages = True
            nlp = self._others[languages].nlp
            for name in ("skill_ownership", "skill_described"):  # their models know English alone
                nlp.replace_pipe(name, f"{name}_in_languages").use(taxonomy)  # type: ignore[attr-defined]
        return self._others[languages]

    def _mentions_of(self, resume: Resume) -> Doc:
        entries = enumerate(resume.entries())
        items = ((section, entry, number, item) for number, (section, entry) in entries for item in entry.items)
        return self.mentions(self._lists.reread(items), resume.person, as_of=resume.as_of)

    @cached_property
    def _names(self) -> NameIndex:
        return NameIndex(self.taxonomy)

    def mentions(
        self,
        items: Iterable[tuple[Section, Entry, int, Item]],
        person: tuple[str, ...] = (),
        *,
        as_of: int | None = None,
        upto: str | None = None,
    ) -> Doc:
        """The items as one spaCy `Doc` with `doc._.passages` and `doc._.mentions`; `person` is the writer's name.

        `as_of` is the month of reading, counted from year 0; `upto` is the last component that reads it, all by
        default.
        """
        parts = [part for part in items if part[3].text]
        doc = self.nlp.make_doc("\n".join(item.text for *_, item in parts))
        if not self._is_of_languages:
            let_the_writer_speak(Tokens.of(doc))  # in Spanish, `he` is the writer's own
        breaks = [index for index, text in enumerate(Tokens.of(doc).text) if text == "\n"]
        passages, offset, start = [], 0, 0
        ends = [*breaks, len(doc)] if parts else []
        for (section, entry, number, item), end in zip(parts, ends, strict=True):
            passages.append(Passage(start, end, offset, section, entry, number, item))
            start, offset = end + 1, offset + len(item.text) + 1
        doc._.passages = passages
        doc._.person = person
        doc._.mentions = []
        doc._.as_of = as_of
        if upto is None:
            return self.nlp(doc)
        for name, component in self.nlp.pipeline:
            doc = component(doc)
            if name == upto:
                break
        return doc

    def _hidden(self, document: Document) -> tuple[NotCounted, ...]:
        places = [Place(page.number, line) for page in document.pages for line in page.hidden]
        if not places:
            return ()
        items = [Item(place.line.text, (place,), (0,)) for place in places]
        entry = Entry(EntryKind.text, "", tuple(items))
        section = Section(SectionKind.skills, "", (entry,))
        return hidden_mentions(self.mentions((section, entry, 0, item) for item in items), document)


def _disown(doc: Doc, skills: Collection[str]) -> None:
    """Lets no mention of these skills count."""
    doc._.mentions = [
        replace(one, reason=Reason.disowned) if one.skill in skills and one.reason is None else one
        for one in doc._.mentions
    ]
