"""A posting and its sentences → what it says besides skills: degree, years, languages, place and pay."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile

from spacy.tokens import Doc

from gapcheck.job.judge import Judge, Sentence
from gapcheck.job.pay import StatedPay, pay_of
from gapcheck.job.place import place_in
from gapcheck.job.posting import Posting
from gapcheck.taxonomy import Need, Taxonomy

_MOST_YEARS = 25
_DEGREES = ("bachelor", "master", "phd")


@dataclass(frozen=True, slots=True)
class Source:
    """The sentence of the posting that a fact was read from; it begins on line `line` of page `page`."""

    quote: str
    page: int
    line: int


@dataclass(frozen=True, slots=True)
class Degree:
    """The lowest degree that is enough; `equivalent` tells whether experience counts as much."""

    level: str
    must: bool
    equivalent: bool
    source: Source


@dataclass(frozen=True, slots=True)
class Years:
    """Years of work asked for, from `least` to `most`; None where there is no upper end."""

    least: float
    most: float | None
    source: Source


@dataclass(frozen=True, slots=True)
class SpokenLanguage:
    """A language that people speak; `code` is that of ISO 639."""

    code: str
    name: str
    must: bool
    source: Source


@dataclass(frozen=True, slots=True)
class Facts:
    """What a posting says besides skills; None or empty where it says nothing."""

    degree: Degree | None = None
    years: Years | None = None
    languages: tuple[SpokenLanguage, ...] = ()
    location: str | None = None
    pay: StatedPay | None = None


class FactReader:
    """Collects facts while the sentences of a posting are read one by one; `facts` gives them at the end."""

    def __init__(self, doc: Doc, taxonomy: Taxonomy) -> None:
        self._doc, self._words = doc, taxonomy.postings
        self._degrees = _degree_patterns(taxonomy)
        self._numbers = {word: float(number) for word, number in taxonomy.levels.number_words.items()}
        number = rf"(?:\d{{1,2}}(?:\.5)?|{'|'.join(sorted(self._numbers, key=len, reverse=True))})"
        said = self._words.beside_levels
        self._years = re.compile(
            rf"(?P<most>{'|'.join(said.at_most)})?\s*\b(?P<a>{number})\)?\s*\+?\s*(?:(?:-|–|—|{'|'.join(said.between_years)})\s*"
            rf"(?P<b>{number})\s*)?\+?\s*(?:(?:{'|'.join(said.at_least)}) )*(?:{'|'.join(said.years_written)})\b",
            re.IGNORECASE,
        )
        self._languages = re.compile(rf"(?<!\w)(?:{'|'.join(self._words.languages.values())})(?!\w)")
        self._codes = {name: code for code, name in self._words.languages.items()}
        self._found_degrees: list[Degree] = []
        self._found_years: list[Years] = []
        self._instead_of_degree: list[Years] = []
        self._found_languages: dict[str, SpokenLanguage] = {}

    def add(self, sentence: Sentence, judge: Judge) -> None:
        """Reads one more sentence."""
        span = self._doc[sentence.start : sentence.end]
        first = sentence.passage.item.place_at(span.start_char - sentence.passage.offset)
        source = Source(" ".join(span.text.split()), first.page, first.line.number)
        self._add_degree(span.text, span.start_char, judge, source)
        self._add_years(span.text, span.start_char, judge, source)
        for found in self._languages.finditer(span.text):
            need = self._need(found, span.start_char, judge)
            code = self._codes[found[0]]
            known = self._found_languages.get(code)
            if need is not Need.none and (known is None or not known.must):
                self._found_languages[code] = SpokenLanguage(code, found[0], need is Need.must, source)

    def language_tokens(self) -> set[int]:
        """The tokens that name languages."""
        spans = (self._doc.char_span(*one.span()) for one in self._languages.finditer(self._doc.text))
        return {index for span in spans if span is not None for index in range(span.start, span.end)}

    def facts(self, posting: Posting) -> Facts:
        """What was read, with the place and the pay of the posting."""
        musts = [one for one in self._found_degrees if one.must]
        return Facts(
            min(musts or self._found_degrees, key=lambda one: _DEGREES.index(one.level), default=None),
            max(self._found_years or self._instead_of_degree, key=lambda one: one.least, default=None),
            tuple(self._found_languages.values()),
            posting.location or place_in(_header(posting), self._words),
            pay_of(posting, self._words.pay),
        )

    def _add_degree(self, text: str, offset: int, judge: Judge, source: Source) -> None:
        matches = {level: list(pattern.finditer(text)) for level, pattern in self._degrees.items()}
        named = [(level, found) for level in _DEGREES for found in matches[level]]
        named = named or [("bachelor", found) for found in matches["any"]]
        if self._is_ongoing(text, [found for _, found in named]):
            return
        needs = [(self._need(found, offset, judge), level) for level, found in named]
        lowest = next((one for wanted in (Need.must, Need.nice) for one in needs if one[0] is wanted), None)
        if lowest is not None:
            equivalent = any(phrase in text.lower() for phrase in self._words.degree_equivalent)
            self._found_degrees.append(Degree(lowest[1], lowest[0] is Need.must, equivalent, source))

    def _is_ongoing(self, text: str, degrees: list[re.Match[str]]) -> bool:
        """Whether the words are about a degree that is still being made: "pursuing a Master's", "MSc or
        PhD student".
        """
        near = "".join(text[: found.start()] + " ".join(text[found.end() :].split()[:2]) for found in degrees[-1:])
        return not self._words.degree_ongoing.isdisjoint(re.findall(r"[a-z]+", near.lower()))

    def _add_years(self, text: str, offset: int, judge: Judge, source: Source) -> None:
        for found in self._years.finditer(text):
            least, most = self._number(found["a"]), self._number(found["b"]) if found["b"] else None
            if found["most"]:
                least, most = 0.0, least
            if least <= _MOST_YEARS and self._need(found, offset, judge) is Need.must:
                instead = any(self._is_instead(text[: found.start()], degree) for degree in self._degrees.values())
                (self._instead_of_degree if instead else self._found_years).append(Years(least, most, source))

    def _is_instead(self, before: str, degree: re.Pattern[str]) -> bool:
        """Whether a degree and an "or" stand before years: such years are asked of those who do not have the degree."""
        found = degree.search(before)
        return found is not None and bool(
            re.search(rf"\b(?:{'|'.join(self._words.lists.any)})\b", before[found.end() :])
        )

    def _number(self, text: str) -> float:
        return self._numbers[text.lower()] if text.lower() in self._numbers else float(text)

    def _need(self, found: re.Match[str], offset: int, judge: Judge) -> Need:
        first, last = offset + found.start() + len(found[0]) - len(found[0].lstrip()), offset + found.end()
        span = self._doc.char_span(first, last, alignment_mode="expand")
        return judge.fact_need(span.start, span.end) if span is not None else Need.none


def _degree_patterns(taxonomy: Taxonomy) -> dict[str, re.Pattern[str]]:
    """For each level of degrees, and for `any`, the words that name it."""
    words, levels = taxonomy.postings, taxonomy.entry_words.degree_levels
    written = {word.lower(): word for word in words.degree_as_written}
    named = {level: [written.get(word, word) for word in levels[level]] for level in _DEGREES}
    goes_on = rf"(?=\s*(?:[,/.()]|(?:{'|'.join(words.degree_goes_on)})\b|$))"
    return {level: _any_of(names, goes_on) for level, names in {**named, "any": list(words.degree_any)}.items()}


def _any_of(words: Iterable[str], goes_on: str) -> re.Pattern[str]:
    """A pattern for any of these words. A word with capitals counts only as it is written, and only before `goes_on`, a
    pattern for what may stand behind a degree.
    """
    exact = "|".join(re.escape(word) for word in words if word != word.lower())
    plain = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True) if word == word.lower())
    capitals = rf"|(?<![\w.])(?:{exact}){goes_on}" if exact else ""
    return re.compile(rf"(?<![\w.])(?i:{plain})(?!\w|[ -]experience){capitals}")


def _header(posting: Posting) -> list[str]:
    """The texts above the first list."""
    rest = takewhile(lambda block: not block.bullet, posting.blocks[1:])
    return [block.text for block in (*posting.blocks[:1], *rest)]
