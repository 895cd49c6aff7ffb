"""A `Document` and what was read in it → the personal details on its lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from gapcheck.documents import Box, Document, Line, enclosing_box
from gapcheck.privacy.forms import forms_of
from gapcheck.privacy.handles import handles_in
from gapcheck.privacy.marking import Detail, folded, merged
from gapcheck.privacy.names import OwnName, own_name
from gapcheck.resume import Resume
from gapcheck.skills.reader import Findings
from gapcheck.taxonomy import SectionKind, Taxonomy

_CONTACT_SECTIONS = frozenset(
    {SectionKind.header, SectionKind.other, SectionKind.references, SectionKind.interests, SectionKind.languages}
)
# Pictures in these sections are ratings and icons, not contact details.
_NO_DETAILS = frozenset({SectionKind.interests, SectionKind.languages})
_BESIDE = 3  # lines before and after an e-mail address or a phone number where contact details stand
_WORD = re.compile(r"[^\W\d_]+")
_SURNAME = r"(?P<initials>(?<!\w)(?:[A-ZÀ-Þ]\.[\s-]?)*)(?<!\w)NAME(?:-[A-ZÀ-Þ]\w+)*(?!\w)"
_MARGIN = 1.0  # points around what is covered


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A line and the personal details in its text."""

    page: int
    line: Line
    details: tuple[Detail, ...]

    def boxes(self) -> Iterator[Box]:
        """Boxes around the words that hold something personal."""
        for detail in self.details:
            start, words = 0, []
            for word in self.line.words:
                if start < detail.end and start + len(word.text) > detail.start:
                    words.append(word)
                start += len(word.text) + 1
            if words:
                x0, top, x1, bottom = enclosing_box(words)
                yield x0 - _MARGIN, top - _MARGIN, x1 + _MARGIN, bottom + _MARGIN


class PersonalDetails:
    """What is personal in one resume. `findings` tells which lines prove skills: a skill's own name stays there."""

    def __init__(self, document: Document, resume: Resume, findings: Findings, taxonomy: Taxonomy) -> None:
        self._forms = forms_of(taxonomy.privacy)
        self._name_found = own_name(document, resume, taxonomy)
        self._degrees = taxonomy.privacy.degrees
        self._kept: dict[tuple[int, int], set[str]] = {}
        for one in findings.skills:
            words = {word for alias in taxonomy.skills[one.skill].aliases for word in _WORD.findall(folded(alias.text))}
            for line in one.evidence:
                self._kept.setdefault((line.page, line.line), set()).update(words)
        self._shown = frozenset().union(*self._kept.values())
        self._people: dict[tuple[int, int], list[str]] = {}
        for person in findings.people:
            self._people.setdefault((person.page, person.line), []).append(person.name)
        lines = {line.text for page in document.pages for line in (*page.lines, *page.hidden)}
        self._everywhere = {text: tuple(self._forms.everywhere(text)) for text in lines}
        self._contact = _contact_lines(document, resume, self._everywhere)
        self._drawn = self._contact - _lines_of(resume, _NO_DETAILS)
        self._pages = {page.number: page.lines for page in document.pages}
        self.name = OwnName(self._name_found.words, taxonomy.entry_words.particles, self._handles(document, taxonomy))
        self.lines = tuple(self._marked(document, resume))

    def boxes(self) -> dict[int, list[Box]]:
        """For each page the boxes to cover: points, origin at the top left."""
        found: dict[int, list[Box]] = {}
        for marked in self.lines:
            found.setdefault(marked.page, []).extend(marked.boxes())
        return found

    def contact(self, page: int) -> tuple[tuple[Line, ...], frozenset[int]]:
        """The lines of a page, and the numbers of those among which contact details may be drawn."""
        return self._pages.get(page, ()), frozenset(line for number, line in self._drawn if number == page)

    def in_text(self, text: str) -> list[Detail]:
        """What is personal in a text that is no line of its own, as a title with its dates taken off."""
        found = [*self._forms.everywhere(text), *self.name.details(text, self._shown)]
        values, anywhere = self._values
        found += [Detail(*one.span(), values[one[0]]) for one in anywhere.finditer(text)]
        return merged(found)

    @cached_property
    def _values(self) -> tuple[Mapping[str, str], re.Pattern[str]]:
        """The details of the resume that may be looked for in any text, with the marker of each, and a pattern that
        finds them. They have two words or a digit: one plain word may mean something else.
        """
        found = {
            marked.line.text[detail.start : detail.end]: detail.marker
            for marked in self.lines
            for detail in marked.details
        }
        sure = {value: marker for value, marker in found.items() if re.search(r"\s|\d", value.strip())}
        longest_first = "|".join(map(re.escape, sorted(sure, key=len, reverse=True)))
        return sure, re.compile(rf"(?<!\w)(?:{longest_first})(?!\w)" if sure else r"(?!)")

    def _handles(self, document: Document, taxonomy: Taxonomy) -> frozenset[str]:
        """The handles in the addresses of lines with contact details."""
        own, words = taxonomy.privacy, taxonomy.entry_words
        labels = {word for label in own.labels for word in label.words}
        places = [(page.number, line) for page in document.pages for line in page.lines]
        lines = [line.text for number, line in places if (number, line.number) in self._contact]
        found = ((text, [*self._everywhere[text], *self._forms.among_contacts(text)]) for text in lines)
        ordinary = {*own.mailboxes, *own.not_names, *own.path_words, *words.role_words, *labels}
        return handles_in(found, ordinary | taxonomy.single_words)

    def _marked(self, document: Document, resume: Resume) -> Iterator[MarkedLine]:
        contact = self._contact
        references = _lines_of(resume, {SectionKind.references})
        expected: str | None = None
        for page in document.pages:
            for line in page.lines:
                place = page.number, line.number
                if place in references or place in self._name_found.lines:
                    marker = "reference" if place in references else "name"
                    yield MarkedLine(page.number, line, (Detail(0, len(line.text), marker),))
                    continue
                found = list(self._in_line(line.text, place, contact=place in contact))
                if expected is not None and place in contact:
                    found.append(_rest(line.text, expected))
                expected = self._forms.label(line.text) or _broken_off(line.text, found)
                yield MarkedLine(page.number, line, tuple(merged(found)))
            for line in page.hidden:
                yield MarkedLine(page.number, line, tuple(merged(self._in_line(line.text, (0, 0), contact=True))))

    def _in_line(self, text: str, place: tuple[int, int], *, contact: bool) -> Iterator[Detail]:
        kept = self._kept.get(place, set())
        yield from self._everywhere[text]
        yield from self.name.details(text, kept, contact=contact)
        for name in self._people.get(place, ()):
            for found in re.finditer(_SURNAME.replace("NAME", re.escape(name)), text):
                is_skill = not kept.isdisjoint(_WORD.findall(folded(name)))
                if not is_skill and not self._is_degree(found["initials"], name):
                    yield Detail(*found.span(), "name")
        if contact:
            for detail in self._forms.among_contacts(text):
                if kept.isdisjoint(_WORD.findall(folded(text[detail.start : detail.end]))):
                    yield detail

    def _is_degree(self, initials: str, name: str) -> bool:
        """Whether what looks like initials before a surname is a degree: "M.S. Statistics", "B.Eng. Software"."""
        letters, word = "".join(_WORD.findall(initials)).lower(), name.split()[0].lower().rstrip(".")
        return letters in self._degrees or letters + word in self._degrees


def _contact_lines(document: Document, resume: Resume, details: Mapping[str, Sequence[Detail]]) -> set[tuple[int, int]]:
    """The lines where contact details stand: above the first heading, in sections of the kind, outside of all sections,
    and beside an e-mail address or a phone number.
    """
    read = _lines_of(resume, set(SectionKind))
    contact = _lines_of(resume, _CONTACT_SECTIONS)
    for page in document.pages:
        places = [(page.number, line.number) for line in page.lines]
        contact |= {place for place in places if place not in read}
        for index, line in enumerate(page.lines):
            if any(detail.marker in ("e-mail", "phone") for detail in details[line.text]):
                contact |= set(places[max(0, index - _BESIDE) : index + _BESIDE + 1])
    return contact


def _lines_of(resume: Resume, kinds: Iterable[SectionKind]) -> set[tuple[int, int]]:
    wanted = frozenset(kinds)
    return {
        (place.page, place.line.number)
        for section, entry in resume.entries()
        if section.kind in wanted
        for item in entry.items
        for place in item.places
    }


def _broken_off(text: str, found: Iterable[Detail]) -> str | None:
    """The marker of an address that goes on in the next line."""
    last = max(found, key=lambda one: one.end, default=None)
    if last is not None and last.end == len(text) and last.marker in ("e-mail", "link", "address"):
        ends = ",-" if last.marker == "address" else "/-._@"
        return last.marker if text[-1] in ends else None
    return None


def _rest(text: str, marker: str) -> Detail:
    """What a label or an unfinished address of the line before goes on with: a word of an address, else the line."""
    first = text.split()[0] if marker in ("e-mail", "link") and text.split() else text
    return Detail(0, len(first), marker)
