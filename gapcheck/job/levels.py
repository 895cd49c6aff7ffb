"""Words and years beside a group of skills → the level that the posting asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from gapcheck.job.lists import SkillGroup
from gapcheck.taxonomy import Level, PostingWords, Taxonomy
from gapcheck.text.phrases import PhraseMatch, Phrases
from gapcheck.text.tokens import Tokens

_REACH = 8  # tokens from words on the level to the skill
_COMPANY = 4  # tokens at most between words that say one level together: "some practical experience"
_STOPS = frozenset([";", "\t", "–", "—", ")", "!", "?", ":"])
_SIGNS_OF_YEARS = frozenset([")", "+", "-", "–"])
_BEHIND = frozenset(["(", ":", "-", "–", "—", ",", "\t"])
_LIST_SIGNS = frozenset([",", "/", "&", "+", "(", ")"])
_LONGEST_JOINT = 4  # tokens between two names of a list: ", as well as"
_ENDS = frozenset(["", ".", ",", ";"])
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class LevelWord:
    """What a word or phrase says on the level. `carrier`: it is a word such as "experience", which says nothing of its
    own where another word on the level stands beside it. `years`: it is a number of years.
    """

    level: Level
    carrier: bool = False
    years: bool = False


class LevelReader:
    """Finds the words on levels in a document, and the level of each group of a sentence."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._words: PostingWords = taxonomy.postings
        self._numbers = {**taxonomy.levels.number_words, **dict.fromkeys(self._words.beside_levels.articles, 1)}
        rated = [
            (LevelWord(Level[name]), getattr(self._words.levels, name))
            for name in ("basic", "intermediate", "advanced")
        ]
        self._phrases: Phrases[LevelWord] = Phrases(
            [*rated, (LevelWord(Level.intermediate, carrier=True), self._words.carriers)]
        )

    def found(self, doc: Doc) -> list[PhraseMatch[LevelWord]]:
        """Where words or years on a level stand in the document, in order."""
        return sorted([*self._phrases(Tokens.of(doc)), *self._years(doc)], key=lambda one: one.start)

    def of(
        self, doc: Doc, start: int, end: int, found: Sequence[PhraseMatch[LevelWord]], groups: Sequence[SkillGroup]
    ) -> Callable[[SkillGroup], tuple[Level | None, str]]:
        """A function for the sentence between two tokens: it takes a group, and gives its level, None where no word
        says it, with the words that say it. `found` are the words on levels in the sentence.
        """
        taken = {index for group in groups for index in range(group.start, group.end)}
        words = [one for one in found if one.start not in taken]
        sides = _Sides(doc, start, end, words, groups, self._words)

        def level_of(group: SkillGroup) -> tuple[Level | None, str]:
            near = sides.before(group)
            if cell := sides.cell(group):
                return cell.meaning.level, doc[cell.start : cell.end].text
            if all(one.meaning.carrier for one in near):  # "experience with search (5 years)"
                near = sides.behind(group) or near or sides.further_before(group)
            if not near:
                return None, ""
            strong = [one for one in near if not one.meaning.carrier] or near
            years = [one for one in strong if one.meaning.years]
            chosen = years[0] if years else _qualifier(strong)
            return chosen.meaning.level, doc[chosen.start : chosen.end].text

        return level_of

    def _years(self, doc: Doc) -> Iterator[PhraseMatch[LevelWord]]:
        """The years and months that are named ("3+ years", "for a year"); of a range the lower end counts."""
        for index, token in enumerate(doc):
            if token.norm_ not in self._words.beside_levels.lengths:
                continue
            first, number = index, None
            for before in range(index - 1, max(-1, index - 6), -1):
                value = self._number(doc[before])
                if value is not None:
                    first, number = before, value
                elif doc[before].lower_ not in self._words.beside_levels.inside_years | _SIGNS_OF_YEARS:
                    break
            if number is not None:
                years = number / _MONTHS if token.norm_ in self._words.beside_levels.months else number
                yield PhraseMatch(first, index + 1, LevelWord(self._words.level_of_years(years), years=True))
                yield from self._part_of_years(doc, index + 1)

    def _part_of_years(self, doc: Doc, start: int) -> Iterator[PhraseMatch[LevelWord]]:
        """Years that are a part of the years named before: "three years, one of them with Kafka", "three years, of
        which one with Kafka".
        """
        for index in range(start, min(start + _REACH, len(doc) - 2)):
            words = [token.lower_ for token in doc[index : index + 3]]
            behind = words[0] == "of" and words[1] in self._words.named_before
            number = self._number(doc[index + 2 if behind else index])
            if number is not None and (behind or (words[1] == "of" and words[2] in self._words.named_before)):
                level = LevelWord(self._words.level_of_years(number), years=True)
                yield PhraseMatch(index, index + 3, level)

    def _number(self, token: Token) -> float | None:
        if token.lower_ in self._numbers:
            return self._numbers[token.lower_]
        return float(token.text) if token.text.replace(".", "", 1).isdigit() else None


def _qualifier(words: Sequence[PhraseMatch[LevelWord]]) -> PhraseMatch[LevelWord]:
    """Of the words before a skill, given the nearest first, the one that sets the level: in "advanced proficiency" it
    is "advanced".
    """
    nearest, *further = words
    qualifies = bool(further) and further[0].end == nearest.start and nearest.meaning.level is Level.intermediate
    return further[0] if qualifies else nearest


class _Sides:
    """The words on a level that stand before or behind the groups of one sentence."""

    def __init__(
        self,
        doc: Doc,
        start: int,
        end: int,
        words: Sequence[PhraseMatch[LevelWord]],
        groups: Sequence[SkillGroup],
        posting_words: PostingWords,
    ) -> None:
        self._doc, self._start, self._end, self._words = doc, start, end, words
        self._subjects, self._said = posting_words.subjects, posting_words.beside_levels
        self._joins = posting_words.lists.all | {","}
        self._groups = sorted(groups, key=lambda group: group.start)

    def before(self, group: SkillGroup) -> list[PhraseMatch[LevelWord]]:
        """The words before a group or the list that it stands in, the nearest first."""
        return self._cluster(self._list_start(group), _REACH, by_skills=True)

    def cell(self, group: SkillGroup) -> PhraseMatch[LevelWord] | None:
        """The words on a level that fill a cell of the row in whose first cell the group stands: "Power BI (DAX) | 3 |
        expert".
        """
        rows = [index for index in range(self._start, self._end) if self._doc[index].text == "\t"]
        if not rows or group.start > rows[0]:
            return None
        edges = {self._end, *rows}
        return next((one for one in self._words if one.start - 1 in rows and one.end in edges), None)

    def further_before(self, group: SkillGroup) -> list[PhraseMatch[LevelWord]]:
        """The words on the level that open the clause of a group: "two years of building models with PyTorch" is about
        PyTorch too, and "deep knowledge of NLP: tagging, parsing" is about tagging.
        """
        return self._cluster(group.start, group.start - self._start, by_skills=False, stops=_STOPS - {":"})

    def _cluster(
        self, edge: int, reach: int, *, by_skills: bool, stops: frozenset[str] = _STOPS
    ) -> list[PhraseMatch[LevelWord]]:
        """The words on the level that end at most `reach` tokens before the edge, with those that stand close before
        them; the nearest first.
        """
        here: list[PhraseMatch[LevelWord]] = []
        for one in reversed([word for word in self._words if word.end <= edge]):
            if edge - one.end > (_COMPANY if here else reach):
                break
            if self._is_cut(one.end, edge, by_skills=by_skills or bool(here), stops=stops):
                break
            here.append(one)
            edge = one.start
        if here and self._doc[here[0].end].text == ":" and any(one.end == here[0].start for one in self._groups):
            return []  # "NLP fundamentals: parsing" says nothing of parsing
        return here

    def behind(self, group: SkillGroup) -> list[PhraseMatch[LevelWord]]:
        """The words behind a group: in brackets, after a colon or dash, in the next cell, or as "for two years"."""
        for one in self._words:
            if one.start < group.end or any(group.end <= other.start < one.start for other in self._groups):
                continue
            between = [token.lower_ for token in self._doc[group.end : one.start]]
            if not between:
                return [one] if not one.meaning.years else []
            marked = any(word in _BEHIND for word in between[:2]) and between[0] != ","
            years = one.meaning.years and (
                between[0] in self._said.before_years
                or (between[0] == "," and len(between) <= _COMPANY)
                or between[-1] == "("
            )
            years = years and not any(0 <= other.start - one.end <= _COMPANY for other in self._groups)
            if len(between) <= _REACH and (marked or years or self._is_said_of(group, one)):
                return [one]
            return []
        return []

    def _is_said_of(self, group: SkillGroup, one: PhraseMatch[LevelWord]) -> bool:
        """Whether words say the level of the group before them: "SQL at an advanced level", "R is familiar to you"."""
        words = [token.lower_ for token in self._doc[group.end : one.start]]
        between = [word for word in words if word not in self._said.articles and word != ")"]
        following = self._doc[one.end].lower_ if one.end < self._end else ""
        if len(between) != 1:
            return False
        at_level = between[0] in self._said.at and following in self._said.level_nouns
        ends = following in self._said.closes or following in _ENDS
        return at_level or (between[0] in self._said.is_ and ends)

    def _list_start(self, group: SkillGroup) -> int:
        """The token at which the list of a group begins: words before it are about all of the list, as in "strong
        Python and SQL".
        """
        opens = group.opens
        for other in reversed([one for one in self._groups if one.end <= group.opens]):
            if not self._is_list(other.end, opens):
                break
            opens = other.opens
        return opens

    def _is_cut(self, start: int, end: int, *, by_skills: bool, stops: frozenset[str]) -> bool:
        """Whether something parts the words from the skill: a mark, another skill, or another subject."""
        if by_skills and any(start <= group.start < end for group in self._groups):
            return True
        for index in range(start, end):
            token = self._doc[index]
            if token.text in stops:
                return True
            following = self._doc[index + 1].lower_ if index + 1 < end else ""
            if token.lower_ in self._joins and following in self._subjects:
                return True
        return False

    def _is_list(self, start: int, end: int) -> bool:
        """Whether only marks and joining words stand between two tokens, so that what lies around them is one list."""
        between = self._doc[start:end]
        return len(between) <= _LONGEST_JOINT and all(
            token.text in _LIST_SIGNS or token.lower_ in self._said.in_lists for token in between
        )
