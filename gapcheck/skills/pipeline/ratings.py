"""Component `skill_ratings`: how the resume itself rates a skill, in words, years, dots, fractions or percent."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from gapcheck.skills.pipeline.mention import Mention, Passage, set_up_extensions
from gapcheck.skills.pipeline.ownership_model import load_ownership_model
from gapcheck.taxonomy import Level, LevelRule, SectionKind, Taxonomy
from gapcheck.text.phrases import Phrases
from gapcheck.text.scope import start_before
from gapcheck.text.tokens import Tokens
from gapcheck.text.word_classes import AUXILIARY, NAME, NOUN, is_of_the_writer, word_classes

_LISTS = (SectionKind.skills, SectionKind.summary, SectionKind.header, SectionKind.languages)
_SENTENCE_ENDS = frozenset([".", "!", "?", "\n", ";"])
_YEAR_STEMS = ("year", "yr", "yrs")
_YEARS_REACH = 5  # words between "years" and the skill they are of
_PARTS = _SENTENCE_ENDS | {",", ":", "•", "–", "—"}
_YEARS_BEHIND = 8  # words from a skill to "years"
_TAIL_REACH = 40  # words after a skill in which its rating may stand
_SUBJECTS = frozenset([NOUN, NAME])  # of a verb in the singular
_SEPARATORS = ":\t–-|"
_FEWEST_MARKS = 3  # of a scale: fewer are bullets
_FRACTION = re.compile(r"(?<![\d/])(\d{1,2}(?:\.\d)?)\s?/\s?(5|10|100)(?![\d/])")
_COUNTED = re.compile(r"\d{1,2}(?:[.,]\d)?\+?(?: [^\W\d_]+)?$")  # a cell between a skill and its level: years
_PERCENT = re.compile(r"(?<![\d.])(\d{1,3})\s?%")


@Language.factory("skill_ratings")
def _create(nlp: Language, name: str) -> SkillRatings:
    return SkillRatings()


class SkillRatings:
    """Sets the `rating` of mentions that the resume rates."""

    def __init__(self) -> None:
        set_up_extensions()
        self._phrases: Phrases[Level]
        self._words: dict[str, Level] = {}
        self._rule: LevelRule
        self._own: frozenset[str] = frozenset()
        self._first_person: frozenset[str] = frozenset()
        self._joins: frozenset[str] = frozenset()

    def use(self, taxonomy: Taxonomy) -> None:
        """Learns the words that rate."""
        self._rule = taxonomy.levels
        self._joins = taxonomy.context.joins
        self._first_person = taxonomy.entry_words.block_words["first_person"] - self._rule.years_relatives
        self._own = taxonomy.context.grammar.verbs | taxonomy.entry_words.block_words["first_person"]
        self._words = self._rule.ratings.by_word()
        self._phrases = Phrases((level, [phrase]) for phrase, level in self._rule.phrases.by_word().items())

    def __call__(self, doc: Doc) -> Doc:
        """The same document with its mentions updated."""
        tokens = Tokens.of(doc)
        spans = [(one.start, one.end, one.meaning) for one in self._phrases.everywhere(tokens)]
        spans = [span for span in spans if not any(o[0] <= span[0] and span[1] <= o[1] and o != span for o in spans)]
        passages: list[Passage] = doc._.passages
        doc._.mentions = [
            self._rated(tokens, mention, passages[mention.passage], spans)
            if mention.names and mention.reason is None
            else mention
            for mention in doc._.mentions
        ]
        return doc

    def _rated(
        self, tokens: Tokens, mention: Mention, passage: Passage, phrases: list[tuple[int, int, Level]]
    ) -> Mention:
        listed = self._in_list(tokens, mention, passage) if passage.section.kind in _LISTS else None
        years = self._by_years(tokens, mention, passage)
        if listed is not None and years is not None and years < Level.advanced:
            years = None  # a level that is said of it says more than some years
        found = [one for one in (self._by_phrase(tokens, mention, passage, phrases), years, listed) if one is not None]
        return replace(mention, rating=max(found)) if found else mention

    def _by_phrase(
        self, tokens: Tokens, mention: Mention, passage: Passage, phrases: list[tuple[int, int, Level]]
    ) -> Level | None:
        """The nearest rating phrase before the mention in the same sentence: "proficient in Go, Python and Node.js"."""
        before = [phrase for phrase in phrases if passage.start <= phrase[0] and phrase[1] <= mention.start]
        if not before:
            return None
        _, end, level = max(before, key=lambda phrase: phrase[1])
        return None if any(_ends_sentence(tokens, index) for index in range(end, mention.start)) else level

    def _by_years(self, tokens: Tokens, mention: Mention, passage: Passage) -> Level | None:
        """Years claimed of the skill: "3+ years of Python", "Python (3 years)"."""
        ahead = range(max(passage.start, mention.start - _YEARS_REACH), mention.start)
        behind = range(mention.end, min(passage.end, mention.end + _YEARS_BEHIND))
        for window, after in ((ahead, False), (behind, True)):
            for index in window:
                if tokens.norm[index] not in _YEAR_STEMS or index == 0:
                    continue
                if index + 1 < len(tokens) and tokens.lower[index + 1] in self._rule.years_apart:
                    continue
                between = range(mention.end, index) if after else range(index + 1, mention.start)
                if after and self._tell_of_use(tokens, between):
                    between = between[:0]
                if any(tokens.text[at] in _SENTENCE_ENDS or tokens.text[at] == "," for at in between):
                    continue
                if after and not self._are_behind(tokens, mention, passage, between):
                    continue
                if not after and not all(tokens.lower[at] in self._rule.years_words for at in between):
                    continue
                if not after and tokens.lower[index + 1] in self._joins:
                    continue  # "used Java for six years and led"
                if not after and self._are_of_a_thing(tokens, index, passage):
                    continue
                years = self._number(tokens, index)
                if years is not None:
                    claimed = years >= self._rule.years_claimed_advanced
                    return Level.advanced if claimed else None
        return None

    def _are_of_a_thing(self, tokens: Tokens, years: int, passage: Passage) -> bool:
        """Whether years before a skill tell how long something was made, or are those of somebody else: `a platform
        written over 18 years in Java`, `my supervisor has ten years of SAS`.
        """
        first = start_before(tokens, years, passage.start, _PARTS)
        made = next((at for at in reversed(range(first, years)) if tokens.lower[at] in self._rule.years_made), first)
        told = [word for word in tokens.lower[first:made] if word.isalpha()]
        if self._is_of_somebody_else(tokens, range(first, years)):
            return True
        if not told or told[-1] in self._own or not self._first_person.isdisjoint(told):
            return False  # "developed for 4 years", "services I have written for 5 years"
        between = [word for word in tokens.lower[made + 1 : years] if word.isalpha()]
        return self._rule.years_openers.union(self._rule.number_words).issuperset(between)

    def _is_of_somebody_else(self, tokens: Tokens, clause: range) -> bool:
        """Whether the clause before years tells of another than the writer: a noun before a verb, a person or nothing
        of the writer's own (`my work covers six years of SAS`).
        """
        words = [tokens.text[at] for at in clause]
        classes = word_classes(words, [False] * len(words))
        somebody = load_ownership_model().people.nouns
        for at in range(1, len(words)):
            if classes[at] in ("VBZ", AUXILIARY) and classes[at - 1] in _SUBJECTS:
                subject = [word.lower() for word in words[:at]]
                return subject[-1] in somebody or not any(is_of_the_writer(word) for word in subject)
        return False

    def _are_behind(self, tokens: Tokens, mention: Mention, passage: Passage, between: range) -> bool:
        """Whether years behind a skill are of it, or the writer's: `Kafka (6 yrs)`, `I have used Kafka for 6 years`."""
        words = [tokens.lower[at] for at in between if tokens.alpha[at] and not tokens.number[at]]
        if len(between) > 1 and tokens.text[between.stop - 1] == "-" and tokens.alpha[between.stop - 2]:
            return False  # "for 80 first-year students", "to forty second-years"
        if not words:
            return True
        first = start_before(tokens, mention.start, passage.start, _PARTS)
        opens = next((at for at in range(first, mention.start) if tokens.alpha[at]), mention.start)
        relative = [at for at in range(opens, mention.start) if tokens.lower[at] in self._rule.years_relatives]
        if relative and self._first_person.isdisjoint(tokens.lower[relative[-1] : mention.start]):
            return False  # "a plant that has run on SAS for 18 years"
        word = tokens.lower[opens]
        own = opens == mention.start or word in self._own or word.endswith(("ed", "ing"))
        return own and self._rule.years_openers.issuperset(words)

    def _tell_of_use(self, tokens: Tokens, between: range) -> bool:
        """Whether years stand in a relative clause that tells how long the writer used what stands before it: `Kafka,
        which I have used for 4 years`.
        """
        words = [tokens.lower[at] for at in between if tokens.alpha[at] and not tokens.number[at]]
        words = [word for word in words if word not in self._rule.number_words]
        return (
            len(words) > 1
            and words[0] in self._rule.years_relatives
            and words[1] in self._first_person
            and words[-1] in self._rule.years_openers
        )

    def _number(self, tokens: Tokens, index: int) -> float | None:
        for at in reversed(range(max(0, index - 3), index)):
            if tokens.lower[at] in self._rule.number_words:
                return self._rule.number_words[tokens.lower[at]]
            if tokens.text[at].replace(".", "").isdigit():
                return float(tokens.text[at])
        return None

    def _in_list(self, tokens: Tokens, mention: Mention, passage: Passage) -> Level | None:
        """A rating that labels the list, follows the skill, or stands right before or after it."""
        label = self._label_of_list(tokens, mention, passage)
        if label is not None:
            return label
        tail = self._tail_rating(tokens, mention, passage)
        if tail is not None:
            return tail
        before = tokens.lower[mention.start - 1] if mention.start > passage.start else ""
        # "hard-working Java team" rates nothing
        compound = mention.start - 1 > passage.start and tokens.text[mention.start - 2] == "-"
        if before in self._words and not compound and passage.section.kind is not SectionKind.header:
            return self._words[before]
        if mention.end + 1 < passage.end and tokens.text[mention.end] in "(-–:":
            return self._words.get(tokens.lower[mention.end + 1])
        return None

    def _label_of_list(self, tokens: Tokens, mention: Mention, passage: Passage) -> Level | None:
        """The rating in a label that opens the item, or its part behind a semicolon, before a colon or wide gap:
        `Expert: Java, Docker; good: R`.
        """
        parts = [at + 1 for at in range(passage.start, mention.start) if tokens.text[at] == ";"]
        for start in (*reversed(parts), passage.start):
            for index in range(start, min(start + 5, mention.start)):
                if tokens.text[index] in (":", "\t"):
                    words = [tokens.lower[at] for at in range(start, index) if tokens.alpha[at]]
                    return next((self._words[said] for said in (" ".join(words), *words) if said in self._words), None)
        return None

    def _tail_rating(self, tokens: Tokens, mention: Mention, passage: Passage) -> Level | None:
        """The rating that follows the skill to the end of its cell: `SAS: advanced`, `Python ●●●●○`, `SQL 4/5`."""
        start = end = mention.end
        last = min(passage.end, start + _TAIL_REACH)
        if start < last and tokens.text[start] == "(":  # "R (tidyverse, ggplot2): advanced"
            while end < last and tokens.text[end] != ")":
                end += 1
            tail_start = end + 1
        else:
            tail_start = start
        if tail_start >= last or (tokens.text[tail_start] not in _SEPARATORS and tail_start != start):
            return None
        tail = tokens.written(tail_start, last).lstrip(_SEPARATORS + " ").rstrip(" .")
        cell = re.split(r"\t|, ", tail)[0].strip()
        in_row = tail.split("\t") if tokens.text[tail_start] == "\t" else [cell]
        rated = next((one.strip().lower() for one in in_row if not _COUNTED.match(one.strip())), "")
        if rated in self._words:
            return self._words[rated] if tokens.text[tail_start] in _SEPARATORS else None
        marks = re.match(f"[{self._rule.scale_full}{self._rule.scale_empty} ]+", cell)
        full = sum(mark in self._rule.scale_full for mark in marks.group()) if marks else 0
        empty = sum(mark in self._rule.scale_empty for mark in marks.group()) if marks else 0
        if full + empty >= _FEWEST_MARKS:
            return self._rule.rating_of_share(full / (full + empty))
        if fraction := _FRACTION.match(cell):
            return self._rule.rating_of_share(float(fraction[1]) / float(fraction[2]))
        if percent := _PERCENT.match(cell):
            return self._rule.rating_of_share(float(percent[1]) / 100)
        return None


def _ends_sentence(tokens: Tokens, index: int) -> bool:
    text = tokens.text[index]
    if text not in _SENTENCE_ENDS:
        return False
    return text != "." or tokens.spaced[index] or index + 1 >= len(tokens) or tokens.text[index + 1].isspace()
