"""Words that stand where skills stand and match none: a typo, a new tool, or a name that the taxonomy lacks.

They are never counted. The report shows them with the skill whose name is written most alike, so that a person can see
what was not read, and `gapcheck taxonomy suggest` ranks them over many resumes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from gapcheck.skills.pipeline.mention import Passage
from gapcheck.skills.quotes import quote
from gapcheck.taxonomy import PHRASED, SectionKind, Taxonomy
from gapcheck.text.patterns import is_pattern
from gapcheck.text.tokens import Tokens

_BORDERS = frozenset(",;|•·\t\n/()[]▮▯●○★☆:–—")
_LONGEST = 3  # words of a name
_SHORTEST = 3  # letters of a name
_LEAST_ALIKE = 0.8  # of two spellings of one name: 1 less the share of letters added, lost, changed or swapped
_CAMEL = re.compile(r"[a-z][A-Z]|[A-Za-z]\d")
_SENTENCE_WORD = 6  # letters that a word of running text has at least, to be held for a typo
_JOINS = ("and", "or", "etc")
_NO_TOOLS = (SectionKind.header, SectionKind.interests, SectionKind.languages)
_OWN_ENDING = 3  # letters: "Mathematics" is no typo of Mathematica, words that part this late differ in their ending


@dataclass(frozen=True, slots=True)
class Unrecognised:
    """Words on a line that no skill matches; `nearest` is the skill spelled most alike, `likeness` 0 to 1."""

    text: str
    page: int
    line: int
    quote: str
    nearest: str | None
    likeness: float


class NameIndex:
    """Finds the skill whose name is spelled most like a word: typos keep the first letter and most of the length."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._names: defaultdict[tuple[str, int], list[tuple[str, str]]] = defaultdict(list)
        self.known: set[str] = set()
        words = taxonomy.entry_words
        self.ordinary = frozenset().union(
            *words.block_words.values(), words.names, words.role_words, taxonomy.levels.ratings.by_word(), _JOINS
        )
        for skill in taxonomy.skills.values():
            for alias in (*skill.aliases, *skill.signs):
                name = alias.text.lower()
                self.known.add(name)
                if skill.category != PHRASED and len(name) > _SHORTEST and not is_pattern(name):
                    self._names[name[0], len(name)].append((name, skill.id))

    def nearest(self, text: str) -> tuple[str | None, str, float]:
        """The skill with the name most alike, that name, and how alike, 0 to 1; None where none is."""
        from rapidfuzz.distance import OSA

        word = text.lower()
        skill, likeness, spelled = None, _LEAST_ALIKE, ""
        for length in range(len(word) - 2, len(word) + 3):
            for name, of in self._names.get((word[0], length), ()):
                alike = OSA.normalized_similarity(word, name, score_cutoff=likeness)
                if alike > likeness or (skill is None and alike == likeness):
                    skill, likeness, spelled = of, alike, name
        return skill, spelled, round(likeness, 2) if skill else 0.0

    def is_name(self, text: str) -> bool:
        """Whether the words could be a name: letters for the most part, and none of the ordinary words of resumes."""
        letters = sum(character.isalpha() for character in text)
        words = text.lower().split()
        return (
            words[0][0].isalpha()
            and letters >= max(_SHORTEST, len(text) / 2)
            and self.ordinary.isdisjoint((*words, text.lower()))
        )


def unrecognised(doc: Doc, names: NameIndex, taxonomy: Taxonomy) -> tuple[Unrecognised, ...]:
    """The unknown names in lists of skills and tools, and words of running text that look like names of tools.

    Where a name or a sign of a skill stands (`doc._.candidates`), nothing is unknown, whether it counts or not.
    """
    covered = {index for mention in doc._.candidates for index in range(mention.start, mention.end)}
    tokens = Tokens.of(doc)
    found: dict[str, Unrecognised] = {}
    for passage in doc._.passages:
        listed = passage.section.kind is SectionKind.skills or taxonomy.entry_words.is_tool_line(passage.item.text)
        for start, end in _cells(tokens, passage) if listed else _names_in_text(tokens, passage):
            text = tokens.written(start, end)
            known = text.lower() in found or text.lower() in names.known or not names.is_name(text)
            if known or not covered.isdisjoint(range(start, end)):
                continue
            nearest, spelled, likeness = names.nearest(text)
            if not listed and not _is_typo(text.lower(), spelled):
                nearest, likeness = None, 0.0
            if nearest or listed or _CAMEL.search(text):
                place = passage.item.place_at(tokens.offset[start] - passage.offset)
                found[text.lower()] = Unrecognised(
                    text, place.page, place.line.number, quote(place.line.text), nearest, likeness
                )
    return tuple(found.values())


def _is_typo(word: str, name: str) -> bool:
    """Whether a word of running text is likelier a name misspelled than an ordinary word that starts like one."""
    from rapidfuzz.distance import Prefix

    shared = Prefix.similarity(word, name)
    return bool(name) and len(word) >= _SENTENCE_WORD and shared + _OWN_ENDING < max(len(word), len(name))


def _cells(tokens: Tokens, passage: Passage) -> Iterator[tuple[int, int]]:
    """The parts of a list that are short enough for a name, without the label of the list."""
    start = passage.start
    for index in range(passage.start, passage.end + 1):
        at_end = index == passage.end
        if at_end or tokens.text[index] in _BORDERS or (tokens.text[index] == "." and tokens.spaced[index]):
            words = [i for i in range(start, index) if tokens.text[i][0].isalnum()]
            is_label = not at_end and tokens.text[index] in ":\t"
            if words and not is_label and words[-1] - words[0] < _LONGEST:
                yield words[0], words[-1] + 1
            start = index + 1


def _names_in_text(tokens: Tokens, passage: Passage) -> Iterator[tuple[int, int]]:
    """Single words inside a sentence that are written as names; not in titles, which name employers and schools."""
    if passage.section.kind in _NO_TOOLS or passage.item is passage.entry.items[0]:
        return
    for index in range(passage.start + 1, passage.end):
        text = tokens.text[index]
        if not text[0].isupper() or text.isupper():
            continue
        if tokens.alpha[index - 1] or tokens.text[index - 1] in ",(":  # no sentence begins here, and no link goes on
            yield index, index + 1
