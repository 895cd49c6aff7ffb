"""The words and numbers by which a resume is read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import chain, dropwhile
from typing import Literal

from pydantic import Field

from gapcheck.taxonomy.models.entry_rules import EntryRule, any_word
from gapcheck.taxonomy.models.vocabulary import SectionKind, _Strict

_HEADING_WORDS = 4  # of one that is set in cells


class HeadingKind(_Strict):
    """What headings of one kind of section say."""

    kind: SectionKind
    phrases: tuple[str, ...]
    words: tuple[str, ...] = ()
    deeds: tuple[str, ...] = ()


class Headings(_Strict):
    """The file of headings: what those of each kind say, and the words around that; those of some are told apart by
    what may stand below them, by what joins two kinds, by the number before them, and by a deed of the writer.
    """

    kinds: tuple[HeadingKind, ...]
    modifiers: frozenset[str]
    weak: tuple[SectionKind, ...]
    inner: tuple[str, ...]
    with_projects: frozenset[str]
    or_work: frozenset[str]
    work_nouns: frozenset[str]
    or_skills: frozenset[str]
    of_courses: frozenset[str]
    goes_on: frozenset[str]
    joins: frozenset[str]
    numbered: frozenset[str]
    spoken: frozenset[str]
    writer: frozenset[str]


HeadLabel = Literal["post", "organisation"]
"""What the rows of an entry say where each has a label before it."""


_LABEL_WORDS = 5  # before a colon: "Trabajo de fin de máster: ..."
_OPENING_WORDS = 3  # "Master's thesis: ..." is a thesis, "MSc Statistics with thesis" a degree
_COLUMN_WORDS = 2  # of the name of a column, beside its unit
_MOST_CELLS = 12  # words of the head of a table
_TOLD_APART = re.compile(r"[;(]|(?<=[^\W\d_]{4})\. ")
_TITLE_PARTS = re.compile(r"[,;|\t(]|\s[-–—@·•]\s|\bat\b")
_FEWEST_CELLS = 3  # of a table
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LABEL_MARKS = " \t:•-–"


def _plain_words(text: str) -> set[str]:
    """The words of a text in lower case, each of what a slash joins by itself."""
    return {word.strip(".,():;").lower() for word in text.replace("/", " ").split()}


class AgeRule(_Strict):
    """From how many `months` without anything newer "present" is a question, or `updated_months` after the year beside
    words that say when a resume was `updated`, on a line of at most so many `words`.
    """

    months: int = Field(gt=0)
    updated_months: int = Field(gt=0)
    words: int = Field(gt=0)
    updated: tuple[str, ...]


class EntryWords(_Strict):
    """What tells entries apart, and what joins lines."""

    kinds: tuple[EntryRule, ...]
    head_labels: dict[HeadLabel, tuple[str, ...]]
    trades: tuple[str, ...]
    leading: frozenset[str]
    paid: tuple[str, ...]
    not_paid: tuple[str, ...]
    trading: tuple[str, ...]
    tool_labels: tuple[str, ...]
    hyphen_prefixes: tuple[str, ...]
    roles: tuple[str, ...]
    made_with_tools: frozenset[str]
    office_tools: frozenset[str]
    trade_posts: tuple[str, ...]
    tool_posts: tuple[str, ...]
    model_deeds: frozenset[str]
    names: frozenset[str]
    firm_endings: frozenset[str]
    employing_bodies: frozenset[str]
    maker_categories: frozenset[str]
    language_categories: frozenset[str]
    makers: frozenset[str]
    data_categories: frozenset[str]
    run_categories: frozenset[str]
    field_categories: frozenset[str]
    trade_categories: frozenset[str]
    model_categories: frozenset[str]
    shown_instead: dict[str, frozenset[str]]
    told_across: frozenset[str]
    other_models: frozenset[str]
    open_words: frozenset[str]
    address: frozenset[str]
    particles: frozenset[str]
    before_people: frozenset[str]
    posts_of_people: frozenset[str]
    before_languages: frozenset[str]
    block_words: dict[str, frozenset[str]]
    further_posts: frozenset[str]
    post_endings: tuple[str, ...]
    compound_posts: tuple[str, ...] = ()  # posts that end one word with others, where a language joins words
    degree_levels: dict[str, tuple[str, ...]]
    degrees_like_skills: dict[str, frozenset[str]]
    degrees_like_places: frozenset[str]
    subject_endings: tuple[str, ...]
    degree_rows: frozenset[str]
    degree_columns: frozenset[str]
    period_columns: frozenset[str]
    time_columns: frozenset[str]
    ends: frozenset[str]
    schools: tuple[str, ...]
    certified: frozenset[str]
    full_time_courses: tuple[str, ...]
    certificates: tuple[str, ...]
    certificate_fillers: frozenset[str]
    issuers_left_out: frozenset[str]
    runs_out: tuple[str, ...]
    ran_out: tuple[str, ...]
    certificate_parts: tuple[str, ...]
    renewed: tuple[str, ...]
    passed: frozenset[str]
    not_passed: frozenset[str]
    done: frozenset[str]
    moves: frozenset[str]
    age: AgeRule

    def degree_level(self, texts: Sequence[str]) -> str | None:
        """The level of the first text that names a degree or school; None where none does."""
        named = (text for text in texts if self._any_degree_pattern.search(text))  # few do
        told = (self._place_pattern.sub(self._without_state, text) for text in named)
        found = (level for text in told for level, pattern in self._degree_patterns if pattern.search(text))
        return next(found, None)

    def _without_state(self, match: re.Match[str]) -> str:
        """What a part of a line and two capitals behind it say, without these where the part is a place: `Boston, MA`
        is one, `Economics, MA`, `Lake University, MA` and `PhD, MA` are none.
        """
        place = match["place"]
        subject = place.rstrip().lower().endswith(self.subject_endings)
        return match[0] if subject or self.names_a_school(place) or self.degree_level([place]) else place

    @cached_property
    def _place_pattern(self) -> re.Pattern[str]:
        states = "|".join(sorted(self.degrees_like_places))
        apart = r"[^,/|()\t\n\d–—-]"
        return re.compile(  # from where a part begins, so that a long line is read once
            rf"(?<!{apart})(?P<place>{apart}*[^\W\d_])(?:,| ?/| [-–—]) ?(?:{states})"
            r"(?=,? ?(?:$|[\t\n|()\d·•–—-]|USA\b))"
        )

    def kind_of(self, header: str, section: SectionKind) -> str | None:
        """The kind that an entry's header names; None where it names none."""
        paid = section is SectionKind.experience and self.is_paid(header)
        for rule, pattern in self._patterns:
            unpaid = rule.reads != "any" or rule.kind == "activity"
            if section in rule.sections and not (paid and unpaid) and pattern.search(header):
                return rule.kind
        return None

    def opens_own_work(self, line: str) -> str | None:
        """The kind of a line among degrees that opens a work of one's own: `Master's thesis: ...`, `Capstone`."""
        opening, colon, _ = line.partition(":")
        most = _LABEL_WORDS if colon else _OPENING_WORDS
        for part in _TOLD_APART.split(" ".join(opening.split()[:most])):
            kind = self.kind_of(part, SectionKind.education)
            if kind is not None or self.degree_level([part]):
                return kind  # of a degree that has its thesis named behind it: none
        return None

    def names_a_title(self, text: str) -> bool:
        """Whether a line names a post, a degree or a school, as titles of entries do."""
        told = self._place_pattern.sub(self._without_state, text)
        return self.names_a_post(text) or not self.block_words["degree"].isdisjoint(_plain_words(told))

    def names_a_post(self, text: str) -> bool:
        """Whether a line names a post that people hold."""
        found, told = self.block_words["role"] | self.further_posts, _plain_words(text)
        ends = {word.rpartition("-")[2] for word in told}  # "Vice-President"
        if not found.isdisjoint(told | ends) or any_word(self.trades).search(text):
            return True
        return bool(self.compound_posts) and any(word.endswith(self.compound_posts) for word in told)

    def may_name_a_post(self, head: str) -> bool:
        """Whether what stands first in the head of an entry may be a post that no list knows, by the ending of its last
        word: `Ward Planner, Elm Infirmary`.
        """
        first = _TITLE_PARTS.split(head)[0].split()
        return bool(first) and first[0][:1].isupper() and first[-1].lower().endswith(self.post_endings)

    def names_a_post_of_the_trade(self, title: str) -> bool:
        """Whether the title of an entry names a post that works with software or data: `Data Engineer, Ostby Salmon`,
        and not for the firm's name alone: `Night Porter, Data House`.
        """
        return self._names_a_post_of(any_word(self.trade_posts), title)

    def names_a_post_with_tools(self, title: str) -> bool:
        """Whether the title of an entry names a post of the trade, or another whose holders need such tools."""
        return self._names_a_post_of(any_word((*self.trade_posts, *self.tool_posts)), title)

    def _names_a_post_of(self, pattern: re.Pattern[str], title: str) -> bool:
        return any(pattern.search(part) and self.names_a_post(part) for part in _TITLE_PARTS.split(title))

    def share(self, text: str, words: str) -> float:
        """The share of a text's words that are among the block words of this name."""
        found = [word.strip(".,():;").lower() for word in text.replace("’", "'").split()]
        return sum(word in self.block_words[words] for word in found) / max(len(found), 1)

    def is_degree_row(self, text: str) -> bool:
        """Whether a line is a row of a table of degrees: cells, of which one names a degree and one a year."""
        if text.count("\t") < _FEWEST_CELLS - 1 or not _YEAR.search(text):
            return False
        cells = text.split("\t")
        named = (cell.partition("(")[0].strip().lower() for cell in cells)  # "XII (State Board)"
        return any(map(self.degree_level, ([cell] for cell in cells))) or not self.degree_rows.isdisjoint(named)

    def names_degree_columns(self, text: str) -> bool:
        """Whether a line is the head of a table of degrees: "Examination, Institute, Year, Marks"."""
        found = {word.strip(".,():;/%").lower() for word in text.split()}
        return len(found & self.degree_columns) >= _FEWEST_CELLS

    def names_period_columns(self, text: str) -> bool:
        """Whether a line is the head of a table that has a column each for begin and end: "Company, Post, From, To"."""
        cells = [cell.lower().split() for cell in text.split("\t")]
        edges = [{*cell[:1], *cell[-1:]} & self.period_columns for cell in cells if len(cell) <= _COLUMN_WORDS]
        if len(set().union(*edges)) > 1 and sum(map(bool, edges)) > 1:  # "Attended from", "Date started"
            return True
        found = set(map(str.lower, self._period_pattern.findall(text)))
        count = len(text.split())
        return len(found) > 1 and (count == len(found) or _FEWEST_CELLS <= count <= _MOST_CELLS)

    def behind_label_of_time(self, text: str) -> str:
        """What stands behind the label of a time, `Period: May 2020 - June 2021`; the whole line where it has none."""
        label, _, told = text.partition(":")
        return told.strip() if told.strip() and label.strip().lower() in self.time_columns else text

    def behind_time_columns(self, text: str) -> str:
        """What a line says in its last cell behind the names of columns of time ("Year, Month, Work history"), behind
        two also in several cells, as words set far apart; empty where it says otherwise.
        """
        cells = text.split("\t")
        rest = list(dropwhile(lambda cell: cell.lower().strip(" .:") in self.time_columns, cells))
        few = len(cells) > len(rest) + 1 and len(" ".join(rest).split()) <= _HEADING_WORDS
        return " ".join(rest) if len(cells) > len(rest) and (len(rest) == 1 or few) else ""

    def names_an_end(self, text: str) -> bool:
        """Whether an event is the end of what began before: "Left Kestrel Foods", "Graduated from Lake University"."""
        return text.split()[0].lower() in self.ends

    @cached_property
    def _period_pattern(self) -> re.Pattern[str]:
        names = "|".join(form for name in sorted(self.period_columns) for form in (name.capitalize(), name.upper()))
        return re.compile(rf"\b(?:{names})\b")

    def names_a_school(self, text: str) -> bool:
        """Whether a line names a school or a university."""
        return bool(self._school_pattern.search(text))

    def names_a_school_level(self, text: str) -> bool:
        """Whether the only school in a line is that of a degree's name: `High School Diploma`, `Ostby High School`."""
        if not (self.degree_level([text]) and self.names_a_school(text)):
            return False
        for _, pattern in self._degree_patterns:
            text = pattern.sub(" ", text)
        return not self.names_a_school(text)

    def names_a_certificate(self, text: str) -> bool:
        """Whether a line speaks of a certificate or a course."""
        return bool(self._certificate_pattern.search(text))

    def names_a_full_time_course(self, text: str) -> bool:
        """Whether a line speaks of a course that fills the days of weeks: `Data Science Bootcamp`."""
        return bool(any_word(self.full_time_courses).search(text))

    def opens_with_a_certificate(self, title: str) -> bool:
        """Whether a title begins with what was earned, and names no post: `Certified ScrumMaster, Scrum Alliance`."""
        first = _plain_words(" ".join(title.split()[:1]))
        return not self.certified.isdisjoint(first) and not self.names_a_post(title)

    def tells_a_certificate(self, text: str) -> bool:
        """Whether a line says of what it names that it is a certificate: `Rye Baking certificate, Elm School`."""
        return not self.certified.isdisjoint(_plain_words(text))

    def is_tool_line(self, text: str) -> bool:
        """Whether a line lists the tools of the entry above it ("Tech: Python, Flask")."""
        label, colon, _ = text.partition(":")
        return bool(colon) and self.is_tool_label(label)

    def is_tool_label(self, text: str) -> bool:
        """Whether a line only announces a list of tools ("Skills used")."""
        return text.strip(_LABEL_MARKS).lower() in self._labels

    def labelled(self, text: str) -> tuple[HeadLabel, str] | None:
        """What a row says and the value behind its label: `Employer: Halm Ltd`; None where it has no such label."""
        label, mark, value = text.partition("\t") if "\t" in text else text.partition(":")
        kind = self._head_labels.get(label.strip(_LABEL_MARKS).lower()) if mark else None
        return (kind, value.strip(_LABEL_MARKS)) if kind and value.strip(_LABEL_MARKS) else None

    def is_place_of_an_employer(self, text: str) -> bool:
        """Whether a line is nothing but what a form calls the employer, as its maker left it: `Company Name`."""
        return self._head_labels.get(text.strip(_LABEL_MARKS).lower()) == "organisation" and ":" not in text

    def with_prefixes(self, words: frozenset[str]) -> EntryWords:
        """The same with further words that keep a hyphen at the end of a line."""
        for name in _COMPUTED:
            getattr(self, name)  # once here, not for each resume: the copy takes computed properties along
        more = self.model_copy(update={"hyphen_prefixes": (*self.hyphen_prefixes, *words)})
        more.__dict__.pop("prefixes", None)
        return more

    @cached_property
    def prefixes(self) -> frozenset[str]:
        """The hyphen prefixes, for look-up."""
        return frozenset(self.hyphen_prefixes)

    @cached_property
    def tool_categories(self) -> frozenset[str]:
        """The categories of tools: of those that firms make, and of languages."""
        return self.maker_categories | self.language_categories

    @cached_property
    def role_words(self) -> frozenset[str]:
        """The words of job titles, for look-up."""
        return frozenset(self.roles)

    @cached_property
    def _head_labels(self) -> dict[str, HeadLabel]:
        return {label: kind for kind, labels in self.head_labels.items() for label in labels}

    @cached_property
    def _labels(self) -> frozenset[str]:
        return frozenset(self.tool_labels)

    @cached_property
    def _school_pattern(self) -> re.Pattern[str]:
        return any_word(self.schools)

    @cached_property
    def _certificate_pattern(self) -> re.Pattern[str]:
        return any_word(self.certificates)

    @cached_property
    def _any_degree_pattern(self) -> re.Pattern[str]:
        return any_word(tuple(chain.from_iterable(self.degree_levels.values())))

    @cached_property
    def _degree_patterns(self) -> list[tuple[str, re.Pattern[str]]]:
        return [(level, any_word(words)) for level, words in self.degree_levels.items()]

    def is_paid(self, header: str) -> bool:
        """Whether an entry's header says that its post was paid; expenses are no pay."""
        return bool(self._paid_pattern.search(self._not_paid_pattern.sub("", header)))

    @cached_property
    def _paid_pattern(self) -> re.Pattern[str]:
        return any_word(self.paid)

    @cached_property
    def _not_paid_pattern(self) -> re.Pattern[str]:
        return any_word(self.not_paid)

    @cached_property
    def _patterns(self) -> list[tuple[EntryRule, re.Pattern[str]]]:
        posts = self.block_words["role"] - self.leading | frozenset(self.trades)
        further = posts | self.further_posts - self.leading
        bodies = self.firm_endings | self.employing_bodies
        return [
            (
                rule,
                rule.pattern(bodies, further, self.trades, self.trading)
                if rule.reads == "event"
                else rule.pattern(self.firm_endings, posts, self.trades, self.trading),
            )
            for rule in self.kinds
        ]


_COMPUTED = tuple(name for name, value in vars(EntryWords).items() if isinstance(value, cached_property))
