"""A name in a sentence → the features by which the ownership model tells whose it is.

They are what stands around the name: the words near and far, left and right, in their order; the classes of the words
(noun, verb …), so that a sentence of other words and the same build is known again; and who does what, as far as the
classes tell it: `Finance draws the pack in Tableau` has a noun before its verb, `Drew the pack in Tableau` has none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from gapcheck.skills.pipeline.described_model import SOMEBODY, People
from gapcheck.text.tokens import Tokens
from gapcheck.text.word_classes import (
    AUXILIARY,
    FINITE,
    MODAL,
    NAME,
    NOUN,
    NOUN_LIKE,
    NOUNS,
    NUMBER,
    RELATIVE,
    SKILL,
    is_by,
    is_department,
    is_of_the_writer,
    tells_where,
    word_classes,
)

_SENTENCE_MARKS = frozenset([".", "!", "?", ";", "\n", "\t", "•", "·"])
_CLAUSE_MARKS = _SENTENCE_MARKS | {",", ":", "–", "—", "-", "(", ")"}
_LIST_MARKS = frozenset([",", "/", "&", "+", "|", "(", ")"])
_OPENING = 6  # tokens of a sentence beside it, of which the first two words count
_NEAR = 3  # words to either side whose place counts
_ENDINGS = ("ed", "ing", "s")  # of verbs: "moved", "moving", "moves"
_A_SKILL, _A_NAME, _RARE, _NUMBER, _EDGE = "@skill", "@name", "@rare", "#", "^"
_ALIKE_CLASSES = {NAME: "N", NOUN: "N", NOUNS: "N", "NNPS": "N", "VBZ": "VP", "VBP": "VP"}
_BETWEEN_SUBJECT_AND_VERB = frozenset(["RB", MODAL])
_IN_A_NOUN_PHRASE = NOUN_LIKE | {"JJ", "VBG", "VBN"}
_OPENS_A_NOUN_PHRASE = frozenset(["DT", "PRP$", "IN"])
_BEFORE_AN_AGENT = frozenset(["DT", "PRP$", "JJ", "RB"])
_PARTICIPLES = frozenset(["VBN", "VBG", "VB", "VBD"])  # behind an auxiliary, though some have another class alone
_NO_SUBJECT = frozenset([",", "(", ":", "CC", "-", "–", "—", "."])


def rare(feature: str) -> str:
    """What a feature that is hardly ever seen stands for: any rare word in its place, as most names of people are."""
    return f"{feature.partition('=')[0]}={_RARE}"


def sentence_of(tokens: Tokens, start: int, end: int, passage: range) -> range:
    """The tokens of the sentence in which the tokens `start` to `end` (excluded) of a passage stand, without a mark
    before its first word: a sentence opens alike behind `•`, `–` and nothing.
    """
    first = next((at + 1 for at in range(start - 1, passage.start - 1, -1) if _ends(tokens, at)), passage.start)
    first = next((at for at in range(first, start) if tokens.text[at][0].isalnum()), start)
    return range(first, next((at for at in range(end, passage.stop) if _ends(tokens, at)), passage.stop))


def _ends(tokens: Tokens, index: int) -> bool:
    """Whether a sentence ends with this token; a point inside of a name ends none."""
    text = tokens.text[index]
    inside = text == "." and not tokens.spaced[index] and index + 1 < len(tokens)
    return text in _SENTENCE_MARKS and not (inside and tokens.text[index + 1][0].isalnum())


def ownership_features(
    tokens: Tokens,
    start: int,
    end: int,
    passage: range,
    skills: Set[int],
    people: People,
    joins: Set[str],
    read: NamedSentences | None = None,
) -> Iterator[str]:
    """The features of the name at tokens `start` to `end` (excluded) of a passage in which the tokens `skills` name
    skills. `joins` are the words between the names of a list; `read` keeps the sentences of a document, of which each
    may have many names. A word with a capital inside of the sentence is a name, whatever it is.
    """
    sentence = sentence_of(tokens, start, end, passage)
    known, key = {} if read is None else read, (sentence, frozenset(skills))
    if key not in known:
        known[key] = NamedSentence(tokens, sentence, passage, skills, people, joins)
    return known[key].features(start, end)


class NamedSentence:
    """A sentence in which tokens name `skills`, with all that is alike for each of these names."""

    def __init__(
        self, tokens: Tokens, sentence: range, passage: range, skills: Set[int], people: People, joins: Set[str]
    ) -> None:
        self._tokens, self._sentence, self._skills, self._people = tokens, sentence, skills, people
        self._between = _LIST_MARKS | joins
        self._is_word = [tokens.text[at][0].isalnum() for at in sentence]
        self._words = [self._word(at) for at in sentence]
        said = zip(sentence, self._words, strict=True)
        self._stems = [tokens.norm[at] if word == tokens.lower[at] else word for at, word in said]
        self._build = _Sentence.of(tokens, sentence, skills, people)
        self._opening = [*_opening("sentence", self._words_at(sentence))]
        self._neighbours = [*_neighbours(tokens, sentence, passage, skills, people)]

    def _word(self, index: int) -> str:
        tokens = self._tokens
        if index in self._skills:
            return _A_SKILL
        if tokens.lower[index] in self._people.alike:
            return SOMEBODY
        if _is_name(tokens, index, self._sentence.start):
            return _A_NAME
        return _NUMBER if tokens.number[index] else tokens.lower[index]

    def _words_at(self, places: Iterable[int]) -> list[str]:
        first = self._sentence.start
        return [self._words[at - first] for at in places if self._is_word[at - first]]

    def features(self, start: int, end: int) -> Iterator[str]:
        """Those of the name at tokens `start` to `end` (excluded)."""
        tokens, skills = self._tokens, self._skills
        first, last = self._sentence.start, self._sentence.stop
        left = range(_past_list(tokens, start - 1, first - 1, -1, skills, self._between), first - 1, -1)
        right = range(_past_list(tokens, end, last, 1, skills, self._between), last)
        for name, side, beside, limit in (("left", left, start - 1, first - 1), ("right", right, end, last)):
            yield f"{name} is={_EDGE if beside == limit else _shape(tokens.text[beside])}"
            yield f"{name} lists={side.start != beside}"
            words = self._words_at(side)[:_NEAR]
            yield from (f"{name} {place}={one}" for place, one in enumerate(words or [_EDGE]))
            yield from _in_zones(tokens, name, side, first, skills, self._people)
            stems = [_EDGE, *(self._stems[at - first] for at in sorted(side)), _EDGE]
            pairs = list(pairwise(stems))
            yield from (f"{name} pair={one} {two}" for one, two in (pairs[:-1] if name == "left" else pairs[1:]))
        yield from self._opening
        clause = next((at for at in left if tokens.text[at] in _CLAUSE_MARKS), first - 1)
        yield from _opening("clause", self._words_at(range(clause + 1, left.start + 1)))
        yield from self._neighbours
        yield from _build_of(self._build, start - first, end - first)


NamedSentences = dict[tuple[range, frozenset[int]], NamedSentence]
"""The sentences that were read of a document, by their tokens and those that name skills."""


def _is_name(tokens: Tokens, index: int, first: int) -> bool:
    """Whether a word is a name by its capitals; where a sentence begins, only one that can be nothing else."""
    return is_department(tokens.text[index]) or (index != first and tokens.text[index].istitle())


def _past_list(tokens: Tokens, index: int, limit: int, step: int, skills: Set[int], between: Set[str]) -> int:
    """The first token beside a name, in steps of 1 or -1, that is neither another name of its list nor joins them."""
    while index != limit:
        joins = tokens.lower[index] in between and index + step != limit
        goes_on = joins and (index + step in skills or tokens.lower[index + step] in between)
        if index not in skills and not goes_on:
            break
        index += step
    return index


def _in_zones(
    tokens: Tokens, name: str, side: Sequence[int], first: int, skills: Set[int], people: People
) -> Iterator[str]:
    """The words of one side: those of the same clause, and those beyond it."""
    zone = name
    for index in side:
        if tokens.text[index] in _CLAUSE_MARKS:
            zone = f"far {name}"
        elif index in skills:
            yield f"{zone}={_A_SKILL}"
        else:
            named = _is_name(tokens, index, first)
            features = (_A_NAME,) if named else people.features(tokens.lower[index], tokens.norm[index])
            yield from (f"{zone}={feature}" for feature in features)


def _opening(what: str, words: Sequence[str]) -> Iterator[str]:
    """How a sentence or a clause opens: with which word, and how its first words end."""
    if words:
        yield f"{what} opens={words[0]}"
        endings = (next((ending for ending in _ENDINGS if word.endswith(ending)), "") for word in words[:2])
        yield f"{what} opens like=-{' -'.join(endings)}"


def _neighbours(tokens: Tokens, sentence: range, passage: range, skills: Set[int], people: People) -> Iterator[str]:
    """How the sentences before and after open, and whom they speak of: `Finance draws it in Tableau; I check it`."""
    for name, mark, beside in (
        ("before", sentence.start - 1, sentence.start - 2),
        ("after", sentence.stop, sentence.stop + 1),
    ):
        if mark not in passage or beside < passage.start:
            continue  # a mark before the first word is of the bullet
        other = sentence_of(tokens, beside, beside + 1, passage) if beside in passage else range(0)
        opening = other[:_OPENING]
        said = zip(_Sentence.of(tokens, opening, skills, people).stems, opening, strict=True)
        words = [stem for stem, at in said if tokens.text[at][0].isalnum()]
        speakers = {SOMEBODY if tokens.lower[at] in people.alike else tokens.norm[at] for at in other}
        yield f"{name}={tokens.text[mark]}"
        yield from (f"{name} {tokens.text[mark]}={word}" for word in words[:2])
        yield from (f"{name} says={word}" for word in speakers if word == SOMEBODY or is_of_the_writer(word))


def _shape(text: str) -> str:
    return "a mark" if not text[0].isalnum() else "Capital" if text[0].isupper() else "small"


@dataclass(frozen=True, slots=True)
class _Sentence:
    """The words of a sentence in small letters, their stems, their classes, and which stand for people. A word that
    must not count by itself (a name, a number, a skill, he or she) is written as what it is.
    """

    words: list[str]
    stems: list[str]
    classes: list[str]
    people: list[bool]

    @classmethod
    def of(cls, tokens: Tokens, sentence: range, skills: Set[int], people: People) -> _Sentence:
        classes = word_classes([tokens.text[at] for at in sentence], [at in skills for at in sentence])
        unnamed = {SKILL: _A_SKILL, NAME: _A_NAME, NUMBER: _NUMBER}
        kept = [
            SOMEBODY if tokens.lower[at] in people.alike else unnamed.get(tag)
            for at, tag in zip(sentence, classes, strict=True)
        ]
        words = [one or tokens.lower[at] for at, one in zip(sentence, kept, strict=True)]
        stems = [one or tokens.norm[at] for at, one in zip(sentence, kept, strict=True)]
        are_people = [tokens.lower[at] in people.nouns or tokens.lower[at] in people.alike for at in sentence]
        return cls(words, stems, classes, are_people)

    def role(self, index: int) -> str:
        """What the word is, as one who does something: itself if a pronoun, a person, a name, a skill, or its class."""
        tag = self.classes[index]
        if tag in ("PRP", RELATIVE):
            return self.words[index]
        if self.people[index] and tag != SKILL:
            return SOMEBODY
        return tag if tag in (NAME, SKILL) else _ALIKE_CLASSES.get(tag, tag)


def _build_of(sentence: _Sentence, start: int, end: int) -> Iterator[str]:
    """How a sentence is built around the name at its words `start` to `end` (excluded): the classes of the words beside
    it, the verb nearest on either side and the sentence's first, each with who does it, and the doers after `by`.
    """
    tags = [_ALIKE_CLASSES.get(tag, tag) for tag in sentence.classes]
    for count in (2, 4):
        yield f"classes left {count}={' '.join(tags[max(0, start - count) : start])}"
        yield f"classes right {count}={' '.join(tags[end : end + count])}"
    yield f"classes around={' '.join(tags[max(0, start - 1) : start])}_{' '.join(tags[end : end + 1])}"
    after = range(end, len(tags))
    for name, places in (("near", range(start - 1, -1, -1)), ("first", range(start)), ("next", after)):
        verb = next((at for at in places if sentence.classes[at] in FINITE), None)
        yield from (f"{name} {feature}" for feature in _deed(sentence, verb))
    for name, places in (("left", range(start)), ("right", after)):
        for at in places:
            if is_by(sentence.words[at]) and at + 1 < len(tags):
                yield from (f"{name} {feature}" for feature in _agent(sentence, at + 1))


def _deed(sentence: _Sentence, verb: int | None) -> Iterator[str]:
    """A verb and the noun before it: what it is, which word, and whose (`my scripts`, `the team`). Of `is kept` the
    verb is `kept`; of `the analysts in Porto train` the noun is `analysts`.
    """
    if verb is None:
        yield "deed=none"
        return
    doer = verb - 1
    while doer >= 0 and sentence.classes[doer] in _BETWEEN_SUBJECT_AND_VERB:
        doer -= 1
    opens = _opening_of(sentence, doer)
    while opens > 0 and tells_where(sentence.words[opens]) and sentence.classes[opens - 1] in NOUN_LIKE:
        doer = opens - 1
        opens = _opening_of(sentence, doer)
    role = _EDGE if doer < 0 or sentence.classes[doer] in _NO_SUBJECT else sentence.role(doer)
    whose = sentence.words[opens] if opens >= 0 and sentence.classes[opens] in _OPENS_A_NOUN_PHRASE else _EDGE
    tag = sentence.classes[verb]
    done = verb + 1
    while tag == AUXILIARY and done < len(sentence.words) and sentence.classes[done] == "RB":
        done += 1
    if tag == AUXILIARY and done < len(sentence.words) and sentence.classes[done] in _PARTICIPLES:
        verb, tag = done, f"{tag} {sentence.classes[done]}"
    yield f"deed={role} {tag}"
    yield f"doer={role}"
    yield f"doer is={sentence.words[doer] if doer >= 0 else _EDGE}"
    yield f"doer of={whose} {role}"
    yield f"verb={sentence.stems[verb]}"


def _opening_of(sentence: _Sentence, noun: int) -> int:
    """The word before the noun phrase that ends with the word `noun`; -1 where the sentence opens with it."""
    while noun >= 0 and sentence.classes[noun] in _IN_A_NOUN_PHRASE:
        noun -= 1
    return noun


def _agent(sentence: _Sentence, index: int) -> Iterator[str]:
    """Who did it, from the word after `by` on: `by my supervisor`, `by hand`."""
    noun = index
    while noun + 1 < len(sentence.words) and sentence.classes[noun] in _BEFORE_AN_AGENT:
        noun += 1
    yield f"agent={sentence.role(noun)}"
    yield f"agent is={sentence.stems[noun]}"
    yield f"agent opens={sentence.words[index]}"
