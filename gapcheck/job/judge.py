"""A sentence of a posting and the groups of skills in it → how much each group is wanted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from gapcheck.job.lists import SkillGroup
from gapcheck.resume import Place
from gapcheck.skills.pipeline.mention import Passage
from gapcheck.taxonomy import Need, PostingPart, PostingWords, Stance
from gapcheck.text.phrases import PhraseMatch

_SILENT = (PostingPart.benefits, PostingPart.around, PostingPart.unneeded)
_CLAUSE_ENDS = frozenset([";", "(", ")", "–", "—", "\t", ":"])


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a block, tokens `start` to `end` (excluded). `part` is the part of the posting that it stands in,
    and `default` how much a skill in it is wanted where no word says so.
    """

    start: int
    end: int
    passage: Passage
    part: PostingPart
    default: Need

    def place_of(self, doc: Doc, group: SkillGroup) -> Place:
        """The line in which a group of the sentence begins."""
        return self.passage.item.place_at(doc[group.start].idx - self.passage.offset)


class Judge:
    """Says for the groups of one sentence how much they are wanted. `stances` are the words in the sentence that say
    how much something is wanted.
    """

    def __init__(
        self,
        doc: Doc,
        sentence: Sentence,
        stances: Sequence[PhraseMatch[Stance]],
        groups: Sequence[SkillGroup],
        words: PostingWords,
    ) -> None:
        self._doc, self._sentence, self._groups, self._words = doc, sentence, groups, words
        self._scopes: list[tuple[int, int, PhraseMatch[Stance]]] = []
        taken = {index for group in groups for index in range(group.start, group.end)}
        for cue in stances:
            if self._is_told(cue, taken):
                scope = self._scope(cue)
                if scope is not None:
                    self._scopes.append((*scope, cue))

    def _is_told(self, cue: PhraseMatch[Stance], taken: set[int]) -> bool:
        """Whether a phrase does say how much is wanted: none of its words is part of a skill, or it refuses the skill
        that stands in its gap (`no Java knowledge is needed`). The verb of a duty may open the skill: "you document …".
        """
        within = range(cue.start, cue.end - (cue.meaning.need is Need.duty))
        if taken.isdisjoint(within):
            return True
        parted = any(self._doc[at].text == "," for at in within)
        return cue.meaning.need is Need.none and taken.isdisjoint((cue.start, cue.end - 1)) and not parted

    def need_of(self, group: SkillGroup) -> Need:
        """How much the group is wanted: by the nearest phrase that reaches it, else by the part it stands in."""
        if self._sentence.part in _SILENT:
            return Need.none
        around = [
            cue
            for start, end, cue in self._scopes
            if start <= group.start and group.end <= end and not (group.settled and self._is_taste(cue))
        ]
        default = self._sentence.default
        if not around:
            return default
        cells = [cue for cue in around if cue.meaning.scope == "cell"]
        local = [cue for cue in around if cue.meaning.scope in ("clause", "after", "next", "rest", "before")]
        whole = [cue for cue in around if cue.meaning.scope == "sentence"]
        if cells:
            return self._need_of_cells(cells)
        if local:
            return min(local, key=lambda cue: self._distance(cue, group)).meaning.need
        needs = {cue.meaning.need for cue in whole}
        if Need.none in needs and Need.nice not in needs:
            return Need.none
        if default in (Need.must, Need.nice):
            return Need.nice if Need.nice in needs else default
        return next((need for need in (Need.nice, Need.must, Need.duty) if need in needs), default)

    def _is_taste(self, cue: PhraseMatch[Stance]) -> bool:
        return self._doc[cue.start].lower_ in self._words.lists.preferred

    def _need_of_cells(self, cells: Sequence[PhraseMatch[Stance]]) -> Need:
        """What the cells of a row say together: one that welcomes goes before one that refuses, and that one before one
        that asks; a dash says something only where no word does.
        """
        worded = [cue for cue in cells if self._doc[cue.start].is_alpha] or cells
        needs = {cue.meaning.need for cue in worded}
        return next(need for need in (Need.nice, Need.none, Need.must, Need.duty) if need in needs)

    def fact_need(self, start: int, end: int) -> Need:
        """How much the degree, years or language between two tokens is asked for. Words that speak of fields of study
        do not count, and "not required" counts only up to the next comma.
        """
        cues = [
            cue
            for begin, stop, cue in self._scopes
            if begin <= start and end <= stop and cue.meaning.scope not in ("rest", "before")
        ]
        needs = {cue.meaning.need for cue in cues if not self._is_parted(cue, start, end)}
        if Need.none in needs or self._sentence.part in _SILENT:
            return Need.none
        if Need.nice in needs or self._sentence.default is Need.nice:
            return Need.nice
        return Need.must if Need.must in needs or self._sentence.default is Need.must else Need.none

    def _is_parted(self, cue: PhraseMatch[Stance], start: int, end: int) -> bool:
        """Whether a comma parts a phrase that refuses or welcomes from the tokens. A comma between names of a list
        parts nothing.
        """
        between = {token.lower_ for token in self._doc[min(cue.end, end) : max(cue.start, start)]}
        return (
            cue.meaning.need is not Need.must
            and "," in between
            and between.isdisjoint(self._words.lists.any | self._words.lists.all)
        )

    def _distance(self, cue: PhraseMatch[Stance], group: SkillGroup) -> tuple[bool, int]:
        """How far a phrase is from a group, to sort by: behind a comma first counts as further than any distance before
        it, because what stands before a comma is about what stands there.
        """
        if cue.start >= group.end:
            return False, cue.start - group.end
        between = self._doc[cue.end : group.start]
        return any(token.text == "," for token in between), len(between)

    def _scope(self, cue: PhraseMatch[Stance]) -> tuple[int, int] | None:
        """The first token that a phrase reaches, and the one behind the last; None where it says nothing here."""
        stance, doc, sentence = cue.meaning, self._doc, self._sentence
        following = doc[cue.end].lower_ if cue.end < sentence.end else ""
        before = doc[cue.start - 1].lower_ if cue.start > sentence.start else ""
        if following in stance.unless_next or before in stance.unless_before:
            return None
        if stance.opening and any(token.is_alpha or token.like_num for token in doc[sentence.start : cue.start]):
            return None
        if self._sentence.part in stance.not_in:
            return None
        if stance.of_person and any(group.end == cue.start for group in self._groups):
            return None
        if stance.scope == "sentence":
            return sentence.start, sentence.end
        if stance.scope == "cell":
            return (sentence.start, sentence.end) if self._fills_cell(cue) else None
        if stance.scope == "rest":
            return cue.start, self._turn(cue, sentence.end)
        if stance.scope == "before":
            named = [group for group in self._groups if group.end == cue.start]
            return (named[0].opens, cue.end) if named else None
        start, end = self._clause(cue)
        if stance.scope == "next" and not any(group.start == cue.end for group in self._groups):
            return None
        if stance.scope in ("after", "next"):
            return self._before_mark(cue) or (cue.start, self._turn(cue, end))
        return self._with_what_it_ends(cue, start, end)

    def _before_mark(self, cue: PhraseMatch[Stance]) -> tuple[int, int] | None:
        """What a phrase that ends a sentence or a bracket reaches, the name right before it: "Docker, ideally", "Kafka
        (if possible)". None where it does not end one.
        """
        before = [group for group in self._groups if cue.start - 1 <= group.end <= cue.start]
        ended = cue.end == self._sentence.end or self._doc[cue.end].text in (")", ";", ".")
        return (before[-1].start, cue.end) if before and ended else None

    def _turn(self, cue: PhraseMatch[Stance], end: int) -> int:
        """The first token behind a phrase that ends its reach ("no Java, but Python"), or `end` where there is none."""
        return next((i for i in range(cue.end, end) if self._doc[i].lower_ in cue.meaning.until), end)

    def _fills_cell(self, cue: PhraseMatch[Stance]) -> bool:
        """Whether a cell of a table's row holds a phrase and nothing else."""
        before = cue.start == self._sentence.start or self._doc[cue.start - 1].text == "\t"
        after = cue.end == self._sentence.end or self._doc[cue.end].text == "\t"
        whole_row = any(token.text == "\t" for token in self._doc[self._sentence.start : self._sentence.end])
        return before and after and whole_row

    def _with_what_it_ends(self, cue: PhraseMatch[Stance], start: int, end: int) -> tuple[int, int]:
        """The clause from `start` to `end`. Where it names no skill: the skill before it ("Rust (optional)"), or all
        that stands behind its colon ("Optional: Rust").
        """
        if any(start <= group.start < end for group in self._groups):
            return start, end
        doc = self._doc
        if start > self._sentence.start and doc[start - 1].text in ("(", "–", "—", ":"):
            before = [group for group in self._groups if group.end <= start]
            return (before[-1].start if before else self._sentence.start, end)
        if end < self._sentence.end and doc[end].text == ":":
            return start, self._sentence.end
        return start, end

    def _clause(self, cue: PhraseMatch[Stance]) -> tuple[int, int]:
        """The clause around a phrase: up to a mark, or to a comma or "and" after which a new subject comes."""
        start, end = cue.start, cue.end
        while start > self._sentence.start:
            if self._doc[start - 1].text == ")":  # "Bayesian methods (PyMC, Stan) are a plus"
                brackets = [i for i in range(self._sentence.start, start - 1) if self._doc[i].text == "("]
                if not brackets:
                    break
                start = brackets[-1]
            elif self._ends_clause(start - 1):
                break
            else:
                start -= 1
        while end < self._sentence.end and not self._ends_clause(end):
            end += 1
        return start, end

    def _ends_clause(self, index: int) -> bool:
        """Whether a clause ends at this token."""
        token = self._doc[index]
        if token.text in _CLAUSE_ENDS or token.lower_ in self._words.turns:
            return True
        joins = self._words.lists.all | {","}
        if token.lower_ not in joins:
            return False
        following = [one.lower_ for one in self._doc[index + 1 : index + 3] if one.lower_ not in joins]
        return bool(following) and following[0] in self._words.subjects | self._words.turns
