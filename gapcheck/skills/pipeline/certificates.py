"""Component `skill_certificates`: which certifications that we know a resume names, and whether they are held.

People write them in a section of their own, in a row of their skills, below their degrees, several on a line, by name
or by exam code. A held one shows what its entry of the catalogue says, at basic; only what its line names counts for
more.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from spacy.language import Language
from spacy.tokens import Doc

from gapcheck.resume import EntryKind, Place
from gapcheck.skills.pipeline.mention import Mention, Passage, set_up_extensions
from gapcheck.taxonomy import Alias, Certification, EntryWords, How, Reason, SectionKind, Taxonomy
from gapcheck.text.scope import Scope, ScopedSpan, ScopeFinder, by_part
from gapcheck.text.tokens import Tokens

_WORD = re.compile(r"[^\W_]+")
_LEARNING = re.compile(r"\bML\b")
_SPELLED_OUT = frozenset(["machine", "learning"])
_SPEAKS_OF_ONE = re.compile(
    r"[cz]ertif|licen[cs]e|speciali[sz]ation|nanodegree|\b[A-Z]{2,4}-?[A-Z]?\d{2,3}\b", re.IGNORECASE
)
_YEAR = re.compile(r"\b20\d\d\b")
_BRACKETS = re.compile(r"\(.*?\)")
_CELL_ENDS = frozenset([",", ";", "|", "•", "\t", "·", "/"])
_ELSEWHERE = (
    SectionKind.skills, SectionKind.education, SectionKind.summary, SectionKind.header, SectionKind.awards,
    SectionKind.other, SectionKind.languages, SectionKind.certifications,
)  # fmt: skip
_LINE_ENDS = frozenset(["\n", ";", "|", "•", "·"])
_MONTHS = 12
_BESIDE = 2  # words from those on what lies ahead to "renewal"
_DATED = 4  # words from "completed" to its year
_RETAKEN = 8  # words from "failed" to "passed"


@dataclass(frozen=True, slots=True)
class NamedCertification:
    """A certification that a line names; `planned` where it lies ahead, was not passed, or is in progress, `ran_out`
    where the line says that it did, `earned` the year that stands with it.
    """

    certification: Certification
    place: Place
    planned: bool
    ran_out: bool = False
    earned: int | None = None


_Group = tuple[int, Passage, int, int, Certification | None]
"""The number of a passage, the passage, the first token and the end of a certificate in it, and which it is."""


@dataclass(frozen=True, slots=True)
class _Known:
    """A certification of the catalogue, and what tells that a text names it: the words of its name, those but for the
    issuer's, words of other issuers, which must not stand there, and for courses, many of which share a name, words of
    the provider, of which one must.
    """

    certification: Certification
    code: re.Pattern[str] | None
    name: frozenset[str]
    half: frozenset[str]
    others: frozenset[str]
    provider: frozenset[str]

    def is_coded(self, text: str) -> bool:
        """Whether its exam code stands in the text."""
        return self.code is not None and self.code.search(text) is not None

    def is_named(self, words: frozenset[str], around: frozenset[str], written: frozenset[str]) -> bool:
        """Whether these words name it, with or without its issuer; `around` are those of the whole line, `written` are
        the words as they stand: "BigQuery ML" names no course that is called "Machine Learning" and no more.
        """
        if self.name <= _SPELLED_OUT and not self.name <= written:
            return False
        if not (self.name <= words or (len(self.half) > 2 and self.half <= words and self.others.isdisjoint(around))):
            return False
        return self.certification.level != "course" or not self.provider.isdisjoint(around)


@Language.factory("skill_certificates")
def _create(nlp: Language, name: str) -> SkillCertificates:
    return SkillCertificates()


class SkillCertificates:
    """Sets `doc._.certificates`, and the kind or the reason of the mentions that stand in a certificate; adds what held
    ones show by the catalogue.
    """

    def __init__(self) -> None:
        set_up_extensions()
        self._known: tuple[_Known, ...] = ()
        self._runs_out: re.Pattern[str]
        self._ran_out: re.Pattern[str]
        self._parts: re.Pattern[str]
        self._renewed: tuple[str, ...] = ()
        self._passed: frozenset[str] = frozenset()
        self._unless: frozenset[str] = frozenset()
        self._done: frozenset[str] = frozenset()
        self._is_course: Callable[[str], bool]
        self._behind: ScopeFinder
        self._ahead: ScopeFinder

    def use(self, taxonomy: Taxonomy) -> None:
        """Learns the catalogue and the words that say a certificate lies ahead."""
        words = taxonomy.entry_words
        self._is_course = taxonomy.portfolio.is_course
        issuers = frozenset(_WORD.match(one.issuer)[0].lower() for one in taxonomy.certifications)  # type: ignore[index]
        self._known = tuple(_known(one, issuers, words) for one in taxonomy.certifications)
        ends = "|".join(map(re.escape, words.runs_out))
        self._renewed, self._passed, self._unless = words.renewed, words.passed, words.not_passed
        self._done = words.done
        self._ran_out = re.compile(rf"\b(?:{'|'.join(map(re.escape, words.ran_out))})\b", re.IGNORECASE)
        parts = f"(?:{'|'.join(map(re.escape, words.certificate_parts))})"
        some = r"(?:\d\W+(?:\w+\s)?)?(?P<{}>\d)\s+\w+\s+(?P<{}>\d)"
        before, behind = some.format("done", "all"), some.format("did", "whole")
        self._parts = re.compile(rf"\b{parts}\s+{before}\b|\b{behind}\s+{parts}\b", re.IGNORECASE)
        self._runs_out = re.compile(rf"\b(?:{ends})\w*[\s:]*(?:[^\s\d]+\s+){{0,2}}$", re.IGNORECASE)
        cues = [cue for cue in taxonomy.context.cues if SectionKind.certifications in cue.sections or not cue.sections]
        self._behind = ScopeFinder(cue for cue in cues if cue.scope in ("before", "attached"))
        self._ahead = ScopeFinder(cue for cue in cues if cue.scope in ("after", "label"))

    def _is_partial(self, text: str) -> bool:
        """Whether a text says that fewer parts of a certificate are done than it has: `modules 1 to 3 of 5`."""
        found = self._parts.search(text)
        done, whole = (found["done"] or found["did"], found["all"] or found["whole"]) if found else (0, 0)
        return int(done) < int(whole)

    def __call__(self, doc: Doc) -> Doc:
        """The same document with its certificates and mentions updated."""
        tokens, passages = Tokens.of(doc), doc._.passages
        groups = [
            (number, passage, start, end, named)
            for number, passage in enumerate(passages)
            if self._may_name_one(passage)
            for start, end, named in self._groups(tokens, passage)
        ]
        if not groups:
            doc._.certificates = ()
            return doc
        parts = [ScopedSpan(start, end, SectionKind.certifications) for _, _, start, end, _ in groups]
        wholes = [ScopedSpan(one.start, one.end, SectionKind.certifications) for _, one, *_ in groups]
        scopes = [*self._behind(tokens, parts, ()), *self._ahead(tokens, list(dict.fromkeys(wholes)), ())]
        scopes = [scope for scope in scopes if not self._is_held_yet(tokens, scope)]
        near = by_part(scopes, attrgetter("start"), passages)
        found: list[NamedCertification] = []
        added: list[Mention] = []
        ahead: list[bool] = []
        for number, passage, start, end, named in groups:
            doubted = any(
                self._covers(scope, tokens, passage, (start, end), named)
                and not (start < scope.start and self._is_passed(tokens, scope.start, min(scope.end, end)))
                and not self._is_told_to_the_end(tokens, passage, start, scope.end - 1)
                for scope in near.get(number, ())
            )
            planned = doubted or _lies_ahead(tokens.written(start, end), passage, doc._.as_of, self._runs_out)
            place = passage.item.place_at(tokens.offset[start] - passage.offset)
            ahead.append(planned)
            if named is not None:
                ran_out = self._ran_out.search(tokens.written(start, end)) is not None
                told = tokens.written(start, _told_until(tokens, passage, start, groups))
                planned = planned or self._is_partial(told)
                earned = None if planned else _first_year(told, self._runs_out)
                found.append(NamedCertification(named, place, planned, ran_out, earned))
                added += [] if planned else list(_shown(named, number, start, end))
        starts = [part.start for part in parts]

        def judged(mention: Mention) -> Mention:
            at = bisect_right(starts, mention.start) - 1
            return mention if at < 0 else _inside(mention, parts[at].start, parts[at].end, planned=ahead[at])

        doc._.certificates = tuple({(one.certification.id, one.planned): one for one in reversed(found)}.values())[::-1]
        doc._.mentions = [*map(judged, doc._.mentions), *added]
        return doc

    def _covers(
        self, scope: Scope, tokens: Tokens, passage: Passage, group: tuple[int, int], named: Certification | None
    ) -> bool:
        """Whether what a cue says is said of the certificate of a group: `none so far - preparing for the CKA exam`."""
        start, end = group
        if scope.start <= start < scope.end or start < scope.end <= end:
            return True
        whole = tokens.written(passage.start, passage.end)
        inside = start < scope.start < end <= scope.end
        return inside and named is not None and self._recognised(tokens.written(scope.start, end), whole) == named

    def _may_name_one(self, passage: Passage) -> bool:
        if not passage.item.places:
            return False
        if passage.entry.kind is EntryKind.certificate:
            return True
        of_courses = self._is_course(passage.entry.title) and passage.item is not passage.entry.items[0]
        may = passage.section.kind in _ELSEWHERE or of_courses
        return may and bool(_SPEAKS_OF_ONE.search(passage.item.text))

    def _is_held_yet(self, tokens: Tokens, scope: Scope) -> bool:
        """Whether words on what lies ahead or was missed leave a certificate held: what is renewed is (`2025 (renewal
        planned)`), and what was passed after all (`failed at first, passed in May`).
        """
        around = tokens.lower[max(0, scope.start - _BESIDE) : scope.end + _BESIDE]
        if any(word.startswith(self._renewed) for word in around):
            return True
        behind = range(scope.end, min(scope.end + _RETAKEN, len(tokens)))
        end = next((at for at in behind if tokens.text[at] in _LINE_ENDS), behind.stop)
        return self._is_passed(tokens, scope.end, end)

    def _is_told_to_the_end(self, tokens: Tokens, passage: Passage, start: int, end: int) -> bool:
        """Whether a line ends between the tokens behind words on when it was done: what follows is of another one."""
        lines = [passage.offset + line for line in passage.item.starts]
        done = [
            at
            for at in range(start, end)
            if tokens.lower[at] in self._done and tokens.lower[at - 1] not in self._unless
        ]
        years = (at for one in done for at in range(one, min(one + _DATED, end)) if _YEAR.fullmatch(tokens.text[at]))
        return any(tokens.offset[year] < line <= tokens.offset[end] for year in years for line in lines)

    def _is_passed(self, tokens: Tokens, start: int, end: int) -> bool:
        """Whether words say that one was passed after all: `as planned, passed in May`."""
        return any(
            tokens.lower[at] in self._passed and tokens.lower[at - 1] not in self._unless for at in range(start, end)
        )

    def _groups(self, tokens: Tokens, passage: Passage) -> Iterator[tuple[int, int, Certification | None]]:
        """The certificates of a passage as tokens `start` to `end` (excluded), each with what follows it and names
        none; None where a line of a certificate is none that we know.
        """
        whole = tokens.written(passage.start, passage.end)
        cells = list(_cells(tokens, passage))
        named = [self._recognised(tokens.written(*cell), whole) for cell in cells]
        if not any(named):
            one = self._recognised(whole, whole)
            if one is not None or passage.entry.kind is EntryKind.certificate:
                yield passage.start, passage.end, one
            return
        begins = [index for index, one in enumerate(named) if one is not None]
        starts = [self._on_its_line(tokens, passage, cells[index], whole) for index in begins]
        for at, index in enumerate(begins):
            last = begins[at + 1] - 1 if at + 1 < len(begins) else len(cells) - 1
            is_cut = at + 1 < len(begins) and starts[at + 1] > cells[last + 1][0]
            yield starts[at], starts[at + 1] if is_cut else cells[last][1], named[index]

    def _on_its_line(self, tokens: Tokens, passage: Passage, cell: tuple[int, int], whole: str) -> int:
        """Where a cell that names a certification begins: at the last line from which on it names the same; what stands
        before that is of what the line above tells.
        """
        start, end = cell
        named = self._recognised(tokens.written(start, end), whole)
        lines = {passage.offset + line for line in passage.item.starts}
        for at in range(end - 1, start, -1):
            begins_line = any(tokens.offset[at - 1] < line <= tokens.offset[at] for line in lines)
            if begins_line and self._recognised(tokens.written(at, end), whole) == named:
                return at
        return start

    def _recognised(self, text: str, whole: str) -> Certification | None:
        """The certification that a text names, by exam code or name; `whole` is the line around it."""
        words = _words(_LEARNING.sub("machine learning", text))
        around = _words(_LEARNING.sub("machine learning", whole))
        written = _words(text)
        likely = [one for one in self._known if one.is_named(words, around, written) or one.is_coded(text)]
        best = max(
            likely,
            key=lambda one: (
                one.is_coded(text),
                one.name <= words,
                len(one.name),
                one.certification.status == "active",
            ),
            default=None,
        )
        return best.certification if best is not None else None


def _known(one: Certification, issuers: frozenset[str], words: EntryWords) -> _Known:
    name = _words(_BRACKETS.sub("", one.name)) - words.certificate_fillers
    return _Known(
        one,
        re.compile(rf"\b{re.escape(one.exam_code)}\b") if one.exam_code else None,
        name,
        half=name - words.issuers_left_out,
        others=issuers - name - words.certificate_fillers,
        provider=_words(f"{one.issuer} {_in_brackets(one.name)}") - words.certificate_fillers,
    )


def _cells(tokens: Tokens, passage: Passage) -> Iterator[tuple[int, int]]:
    """The parts of a passage between marks of a list, without the label before a colon."""
    start = passage.start
    for index in range(passage.start, passage.end):
        text = tokens.text[index]
        if text in _CELL_ENDS or (text == ":" and start == passage.start and tokens.spaced[index]):
            if any(tokens.alpha[start:index]) and text != ":":
                yield start, index
            start = index + 1
    if any(tokens.alpha[start : passage.end]):
        yield start, passage.end


def _told_until(tokens: Tokens, passage: Passage, start: int, groups: Sequence[_Group]) -> int:
    """Where what is told of the certificate that begins at a token ends: at the next one, or with its line or cell."""
    following = (begin for _, _, begin, _, named in groups if named is not None and start < begin <= passage.end)
    last = min(following, default=passage.end)
    return next((at for at in range(start, last) if tokens.text[at] in _LINE_ENDS), last)


def _first_year(text: str, runs_out: re.Pattern[str]) -> int | None:
    """The first year of a certificate that is not the one in which it runs out."""
    years = (int(year[0]) for year in _YEAR.finditer(text) if not runs_out.search(text[: year.start()]))
    return next(years, None)


def _lies_ahead(text: str, passage: Passage, as_of: int | None, runs_out: re.Pattern[str]) -> bool:
    """Whether the date of a certificate is after the month of reading; a date on which it runs out is none of it."""
    if as_of is None:
        return False
    found = list(_YEAR.finditer(text))
    years = [year for year in found if not runs_out.search(text[: year.start()])]
    dates = passage.entry.dates
    if passage.entry.kind is EntryKind.certificate and dates and dates.first is not None and dates.first > as_of:
        return not found or (years[:1] == found[:1] and (int(years[0].group()) + 1) * _MONTHS > as_of)
    return bool(years) and min(int(year.group()) for year in years) * _MONTHS > as_of


def _inside(mention: Mention, start: int, end: int, *, planned: bool) -> Mention:
    if mention.reason is not None or not start <= mention.start < end:
        return mention
    return replace(mention, reason=Reason.aspiration) if planned else replace(mention, kind=How.certified)


def _shown(certification: Certification, passage: int, start: int, end: int) -> Iterator[Mention]:
    """What a certification shows by the catalogue."""
    for skill in certification.skills:
        alias = Alias(text=certification.name)
        yield Mention(skill, alias, start, end, passage, True, fixed=True, kind=How.certified, catalogue=True)


def _words(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(text))


def _in_brackets(name: str) -> str:
    return " ".join(re.findall(r"\((.*?)\)", name))
