"""Words and marks that open a list → whether any one of its members is enough: `such as`, `one of`, `any database:`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum

from spacy.tokens import Doc

from gapcheck.skills.pipeline.mention import Mention
from gapcheck.taxonomy import PostingWords
from gapcheck.text.phrases import PhraseMatch

CLASS_WORDS = 6  # tokens from the name of a class to the list of its members
ENDS = frozenset([";", "\t", "!", "?", "–", "—"])
_LIST_MARKS = frozenset([":", "-", "–", "—"])  # what opens a list behind the name of its class


class Opening(Enum):
    """Words that make a list one of alternatives. `examples` open a list of examples of the class named before it
    ("cloud platforms such as"), `choice` opens a list without such a class ("one of"), `closing` stands behind a list
    ("we don't mind which"). What is accepted for what was named before stands next ("alternatively MATLAB"), within
    ("but AWS is fine") or before the words ("AWS is fine too").
    """

    examples = "such as"
    choice = "one of"
    closing = "whichever"
    accepted_next = "alternatively"
    accepted_inside = "but … is fine"
    accepted_before = "is fine too"


class Openings:
    """Where lists are opened in a document. `openings` are the places of words such as "such as", `kinds` those of
    names of kinds of tools. `choices` are the tokens at which words such as "one of" begin, `starts` those of all
    such words.
    """

    def __init__(
        self,
        doc: Doc,
        openings: Sequence[PhraseMatch[Opening]],
        kinds: Sequence[PhraseMatch[str]],
        words: PostingWords,
    ) -> None:
        self._doc, self._named_before = doc, words.named_before
        self._all_of = words.all_of
        kept = (Opening.examples, Opening.choice)
        openings = [one for one in openings if one.meaning in kept and not self._points_back(one)]
        self._examples = {one.end: one.start for one in openings}
        self.starts = sorted(one.start for one in openings)
        self.choices = {one.start for one in openings if one.meaning is Opening.choice}
        self._kinds = words.kinds
        self._phrase_ends = {one.end for one in kinds}
        self._kind_ends: set[int] = set()
        self._ends: set[int] = set()
        self._one_of, self._parts_of, self._class_nouns = words.one_of, words.parts_of, words.class_nouns
        self._carriers = frozenset([*words.carriers, *words.asking])

    def look_at(self, mentions: Iterable[Mention]) -> None:
        """Takes the mentions of a sentence for the next questions."""
        named = list(mentions)
        self._kind_ends = self._phrase_ends | {one.end for one in named if one.skill in self._kinds}
        self._ends = self._kind_ends | {one.end for one in named}

    def _points_back(self, opening: PhraseMatch[Opening]) -> bool:
        """Whether words choose among what was named before: "four years, one of them with Scala"."""
        before = self._doc[opening.start - 1].lower_ if opening.start else ""
        if before in self._all_of:
            return True
        return opening.end < len(self._doc) and self._doc[opening.end].lower_ in self._named_before

    def of(self, first: Mention, limit: int) -> tuple[int, bool]:
        """Where the list that begins with this mention is opened, and whether its members are alternatives."""
        for index in range(first.start, max(limit, first.start - 4) - 1, -1):
            if index in self._examples and not any(self._doc[at].text in ENDS for at in range(index, first.start)):
                return self._examples[index], True
        before = first.start - 1
        if before >= limit and self._doc[before].text == "(":
            return before, self.follow_class(before, limit)
        if before > limit and self._doc[before].text in _LIST_MARKS:
            return before, self._asks_for_one(limit, before)
        return first.start, False

    def follow_class(self, bracket: int, limit: int) -> bool:
        """Whether a bracket gives examples of the class before it: "a cloud (AWS, GCP)", "model compression (pruning,
        quantization)". Behind a name it lists parts: "AWS (Glue, S3)", "engineering practice (testing, code review)".
        """
        if bracket <= limit:
            return False
        if self._doc[bracket - 1].lower_ in self._carriers and self._doc[bracket - 2].lower_ in self._class_nouns:
            return True  # "database experience (Redis, MongoDB)"
        if not self._kind_ends.isdisjoint((bracket, bracket - 1)):
            return True  # "warehouses (…)", "big data exposure (Hive, Spark)"
        last = self._doc[bracket - 1]
        if not last.is_alpha:
            return False
        if self._parts_of & {token.lower_ for token in self._doc[max(limit, bracket - CLASS_WORDS) : bracket]}:
            return False
        is_class = last.lower_ in self._class_nouns or (last.text.islower() and bracket in self._ends)
        return is_class or self.have_determiner(bracket, limit)

    def _asks_for_one(self, start: int, colon: int) -> bool:
        """Whether one of a class is asked for before a colon or a dash: "any SQL database: PostgreSQL, MySQL", "one of
        the usual schedulers: Airflow, Dagster".
        """
        if any(start <= index < colon for index in self.choices):
            return True
        for index in range(start, colon):
            before = [token.lower_ for token in self._doc[max(start, index - CLASS_WORDS // 2) : index]]
            named = self._doc[index].lower_ in self._class_nouns or index + 1 in self._ends
            if named and self._one_of & set(before) and "of" not in before:
                return True
        return False

    def have_determiner(self, bracket: int, limit: int) -> bool:
        """Whether "a", "one" or the like stands before the class that a bracket gives examples of."""
        for index in range(bracket - 1, max(limit - CLASS_WORDS, bracket - CLASS_WORDS - 1, -1), -1):
            token = self._doc[index]
            if token.text in ENDS or token.text in (".", ",", ")"):
                return False
            if token.lower_ in self._one_of:
                return True
        return False
