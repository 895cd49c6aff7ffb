"""A tool's word in a title or text → whether it is part of a proper name: of a firm, a school, a street, an event."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from gapcheck.resume import EntryKind
from gapcheck.skills.pipeline.mention import Mention, Passage
from gapcheck.taxonomy import SectionKind, Taxonomy
from gapcheck.text.tokens import Tokens
from gapcheck.text.word_classes import tells_a_deed

_NAME_LENGTH = 4
_LONGEST_TITLE = 24  # words and marks of a title with employer, place and dates
_TITLE_LINES = 3  # of an entry: its role, its employer, and where and when
_OF_ORGANISATIONS = (EntryKind.job, EntryKind.internship, EntryKind.activity)
_BEFORE_ORGANISATIONS = frozenset(["", ",", "|", "\t", "·", "–", "—", "-", "@", "•"])
_BETWEEN = _BEFORE_ORGANISATIONS | {"(", ")", "at", "/", ";"}


class ProperNames:
    """Tells by the words around it whether a skill's word names something else."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        words = taxonomy.entry_words
        self._words = words
        self._ratings = taxonomy.levels.ratings.by_word()
        self._makers = frozenset(
            skill.id
            for skill in taxonomy.skills.values()
            if skill.category in words.maker_categories and _is_proper(skill.name)
        )

    def holds(self, tokens: Tokens, mention: Mention, passage: Passage, taken: Collection[int]) -> bool:
        """Whether the words are part of a proper name: `Docker Street`, `The Flask`, `Recruiter at Databricks`.

        Words of names make one anywhere. Where employers and schools are named, in titles and after "at", so does any
        other word in capitals, unless it is of a role or of another skill. `taken` are the tokens of all names of
        skills.
        """
        if passage.section.kind is SectionKind.skills or not mention.fixed:
            return False
        is_title = _is_title(passage)
        if is_title and self._is_organisation(tokens, mention, passage, taken):
            return True
        before = tokens.text[mention.start - 1] if mention.start > passage.start else ""
        if before == "at" and mention.skill in self._makers and not _goes_on(tokens, mention.end, passage.end):
            return True
        if mention.end - mention.start != 1:
            return False
        if _is_owner(tokens, mention.end, passage.end, taken):
            return True
        run = _capitalised(tokens, mention.end, passage.end)
        if any(word in self._words.names for word in run):
            return True
        if _is_firm(tokens, mention.end, passage.end, self._words.firm_endings):
            return True
        if mention.end in taken or not self._words.role_words.isdisjoint(run) or tokens.text[mention.start].isupper():
            return False
        if before == "The" and mention.start - 1 > passage.start and tokens.text[mention.start - 2] == "at":
            return True
        if run and _stands_behind_at(tokens, mention.start, passage.start, taken):
            return True
        is_short = (
            not passage.item.bullet
            and passage.entry.kind in _OF_ORGANISATIONS
            and passage.end - passage.start <= _LONGEST_TITLE
        )
        if is_short and (before == "The" or (run and before in _BEFORE_ORGANISATIONS)):
            return True
        ambiguous = mention.alias.case or mention.alias.needs_company
        return bool(run) and ambiguous and not passage.item.bullet and not tokens.text[mention.end].isupper()

    def _is_organisation(self, tokens: Tokens, mention: Mention, passage: Passage, taken: Collection[int]) -> bool:
        """Whether a part of a title is nothing but the maker of a tool (`Receptionist, Hugging Face`), or a name that
        ends with a tool's word (`Office Clerk, Arcadia Redux`).
        """
        parts = list(_parts(tokens, passage))
        part = next((one for one in parts if one[0] <= mention.start < one[1]), None)
        if part is None or self._is_remark(tokens, part[0], passage):
            return False
        words = [index for index in range(*part) if tokens.alpha[index]]
        inside = range(mention.start, mention.end)
        others = [index for index in words if index not in inside]
        if all(tokens.lower[index] in self._words.firm_endings for index in others):
            named = [
                [
                    index
                    for index in range(*one)
                    if tokens.alpha[index] and tokens.lower[index] not in self._words.firm_endings
                ]
                for one in parts
            ]
            alone = sum(bool(one) and all(index in taken for index in one) for one in named)
            is_maker = mention.skill in self._makers or mention.alias.text in self._words.makers
            return is_maker and alone == 1
        ordinary = self._words.role_words | self._ratings.keys() | self._words.block_words["role"]
        return (
            mention.end - mention.start == 1
            and words[-1] == mention.start
            and all(
                tokens.text[index].istitle() and index not in taken and tokens.lower[index] not in ordinary
                for index in others
            )
            and tokens.text[mention.start].istitle()
        )

    def _is_remark(self, tokens: Tokens, start: int, passage: Passage) -> bool:
        """Whether a part in brackets is about a text (`Plots of waves (Matplotlib)`), rather than about a post."""
        if start == passage.start or tokens.text[start - 1] != "(":
            return False
        return not self._words.names_a_post(tokens.written(passage.start, start - 1))


def _is_proper(name: str) -> bool:
    return all(word[0].isupper() or not word[0].isalpha() for word in name.split())


def _is_title(passage: Passage) -> bool:
    """Whether a line is of the title of a job: its role, employer, place and dates."""
    if passage.item.bullet or passage.entry.kind not in _OF_ORGANISATIONS or ":" in passage.item.text:
        return False
    first = passage.entry.items[:_TITLE_LINES]
    return passage.end - passage.start <= _LONGEST_TITLE and any(passage.item is item for item in first)


def _parts(tokens: Tokens, passage: Passage) -> Iterator[tuple[int, int]]:
    """The parts of a title between its marks, as tokens `start` to `end` (excluded)."""
    start = passage.start
    for index in range(passage.start, passage.end):
        if tokens.text[index] in _BETWEEN and (tokens.text[index] != "-" or tokens.spaced[index - 1]):
            if index > start:
                yield start, index
            start = index + 1
    if passage.end > start:
        yield start, passage.end


def _goes_on(tokens: Tokens, index: int, limit: int) -> bool:
    """Whether an ordinary word follows: `at Docker meetups`."""
    return index < limit and tokens.alpha[index] and tokens.text[index].islower()


def _is_owner(tokens: Tokens, index: int, limit: int, taken: Collection[int]) -> bool:
    """Whether a name that is no skill's belongs to the word before: `Julia's Table`."""
    return (
        index + 1 < limit
        and tokens.text[index] in ("'s", "’s")
        and tokens.text[index + 1].istitle()
        and index + 1 not in taken
    )


def _is_firm(tokens: Tokens, index: int, limit: int, endings: Collection[str]) -> bool:
    """Whether the legal form of a firm follows after a comma: `Docker, Inc.`, and no name goes on with it, as in
    `Statistics, Software Engineering`.
    """
    if index + 1 >= limit or tokens.text[index] != "," or tokens.lower[index + 1] not in endings:
        return False
    goes_on = index + 2 < limit and tokens.alpha[index + 2] and tokens.text[index + 2][0].isupper()
    return tokens.text[index + 1][0].isupper() and not goes_on


def _stands_behind_at(tokens: Tokens, index: int, limit: int, taken: Collection[int]) -> bool:
    """Whether nothing but words in capitals stands between "at" and a word: `Aide at Little Pandas Preschool`."""
    while index > limit and tokens.text[index - 1].istitle() and index - 1 not in taken:
        index -= 1
    return index > limit and tokens.text[index - 1] == "at"


def _capitalised(tokens: Tokens, start: int, limit: int) -> list[str]:
    """The words in capitals that follow without a mark between them, an "&" apart, in lower case, up to what somebody
    did, with which a sentence opens: `through Kafka Wrote the handbook`.
    """
    run: list[str] = []
    for index in range(start, min(start + _NAME_LENGTH, limit)):
        text = tokens.text[index]
        if text == "&" and not run:
            continue
        if not (tokens.alpha[index] and text[0].isupper() and len(text) > 1 and tokens.spaced[index - 1]):
            break
        if tells_a_deed(tokens.lower[index]):
            break
        run.append(tokens.lower[index])
    return run
