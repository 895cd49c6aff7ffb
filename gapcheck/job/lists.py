"""Mentions in one sentence → groups of skills. Of a group any one skill is enough: `PyTorch or TensorFlow`, `AWS/GCP`,
`cloud platforms such as …`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise, zip_longest

from spacy.tokens import Doc

from gapcheck.job.openings import CLASS_WORDS, ENDS, Opening, Openings
from gapcheck.skills.pipeline.mention import Mention
from gapcheck.taxonomy import Taxonomy
from gapcheck.text.phrases import PhraseMatch

_ANY_SIGNS, _ALL_SIGNS, _OPEN_SIGNS = frozenset("/"), frozenset("&+|·•"), frozenset(",-")
_LONGEST_ALTERNATIVE = 8  # tokens from "or" to the next name: "or, if you prefer it, Argo"
_UNKNOWN_WORDS = 3  # of a member of a list that names no skill
_MEMBER_WORDS = 5  # the same in a list that is known to be one of alternatives
_SUMMING_WORDS = 2  # before the name of a class that sums a list up: "or other"
_UNKNOWN_END = 4  # words of the last member of a list, if it names no skill: "or a home-grown equivalent"
_CLOSING = frozenset([".", ";", ")", "\t", "!", "?"])
_CHOICE_MARKS = frozenset([",", ";", "(", "-", "–", "—"])  # before words that leave the choice to the reader


class Joint(Enum):
    """How two neighbours in a text are joined."""

    any = "or"
    aside = "(or"
    all = "and"
    comma = ","
    none = ""


@dataclass(frozen=True, slots=True)
class SkillGroup:
    """Skills of which one is enough, from token `start` to `end` (excluded) of the document.

    `opens` is where the list or the class that the group belongs to begins: words on its level stand before that.
    `settled` tells that words of taste in it ("Azure preferred; AWS also accepted") do not say how much it is wanted.
    """

    skills: tuple[str, ...]
    start: int
    end: int
    opens: int
    settled: bool = False


@dataclass(frozen=True, slots=True)
class _Chain:
    """The mentions of one list. `joints` says how each is joined to the next, `opening` is the token at which the list
    opens, `alternatives` tells whether any one of its members is enough.
    """

    members: list[Mention]
    joints: list[Joint]
    opening: int
    alternatives: bool


class Lists:
    """Finds the groups of a sentence; `openings` are where words such as "such as" stand, `kinds` where names of kinds
    of tools do.
    """

    def __init__(
        self,
        doc: Doc,
        openings: Sequence[PhraseMatch[Opening]],
        kinds: Sequence[PhraseMatch[str]],
        taxonomy: Taxonomy,
    ) -> None:
        words = taxonomy.postings
        self._doc, self._broader = doc, taxonomy.broader
        self._openings = Openings(doc, openings, kinds, words)
        self._closings = [one for one in openings if one.meaning is Opening.closing]
        self._asides: dict[int, int] = {}
        self._any, self._and = words.lists.any | _ANY_SIGNS, words.lists.all
        self._all = words.lists.all | words.lists.more | _ALL_SIGNS
        self._between = self._any | self._all | words.lists.open | _OPEN_SIGNS
        self._open_ends, self._class_nouns = words.open_ends, words.class_nouns
        self._breaks, self._preferred, self._subjects = words.lists.breaks, words.lists.preferred, words.subjects
        self._not_in_class = self._all | words.lists.any | self._breaks - {"in"}
        self._articles = words.one_of
        self._tails = words.class_nouns | words.lists.tails
        self._carriers = frozenset([*words.carriers, *words.asking])

    def are_neighbours(self, one: Mention, other: Mention) -> bool:
        """Whether two mentions stand in a list with nothing between them but what joins a list, and unknown names."""
        first, last = sorted((one, other), key=lambda mention: mention.start)
        between = {token.lower_ for token in self._doc[first.end : last.start] if not _is_name(token.text)}
        return bool(between) and between <= self._any | self._and | {","} and one.passage == other.passage

    def groups(self, mentions: Sequence[Mention], start: int, end: int) -> Iterator[SkillGroup]:
        """The groups of the mentions between two tokens, in order."""
        self._openings.look_at(mentions)
        listed_before = {mention.end + _SUMMING_WORDS for mention in mentions}
        summing = [one for one in mentions if one.start in listed_before and self.sums_up(one, start)]
        listed, self._asides = self._without_parts([one for one in mentions if one not in summing], end)
        chains = [self._chain(members, joints, start, end) for members, joints in self._runs(listed, start)]
        kind = None
        for chain, following in zip_longest(chains, chains[1:]):
            is_class = following is not None and self._names_class(chain, following)
            for group in _split(chain.members, chain.joints):
                named = group[:-1] if is_class and group[-1] is chain.members[-1] else group
                if named:
                    kinds = [kind] if kind is not None and group[0] is chain.members[0] else []
                    kinds += [one for one in summing if named[-1].end == one.start - _SUMMING_WORDS]
                    opens = self._class_start(chains, chain) if group[0] is chain.members[0] else named[0].start
                    yield SkillGroup(self._with_kinds(named, kinds), named[0].start, named[-1].end, opens)
            kind = chain.members[-1] if is_class else None

    def _with_kinds(self, named: Sequence[Mention], kinds: Sequence[Mention]) -> tuple[str, ...]:
        """The skills of a group, and the kind that they are examples of: "a vector database (Pinecone, FAISS)" and
        "Pinecone or another vector database" ask for any vector database. A name that they only belong to is no kind
        of them: "a statistics tool such as SAS".
        """
        skills = [mention.skill for mention in named]
        heads = [one for one in kinds if self._class_nouns.isdisjoint(self._words(one.end, one.end + 1))]
        own = [one.skill for one in heads if all(one.skill in self._broader[skill] for skill in skills)]
        return tuple(dict.fromkeys([*skills, *own]))

    def _words(self, start: int, end: int) -> list[str]:
        return [token.lower_ for token in self._doc[start:end]]

    def is_part(self, index: int) -> bool:
        """Whether a token stands in a bracket that lists parts of an alternative, in the sentence read last."""
        return any(start <= index < end for start, end in self._asides.items())

    def joined(self, groups: Sequence[SkillGroup]) -> list[SkillGroup]:
        """The groups in order. Two groups with nothing between them but an "or", or one word and an
        "or", become one, and so do two readings of the same words ("time series forecasting").
        """
        found: list[SkillGroup] = []
        for group in sorted(groups, key=lambda one: one.start):
            before = found[-1] if found else group
            overlap = before.start < group.start < before.end  # "statistical or machine learning methods"
            between = self._words(group.start - 1 if overlap else before.end, group.start)
            while len(between) > 1 and between[-1] in self._articles:
                between.pop()  # "a forecast or a ranking system"
            chosen = between and between[-1] in self._any and len(between) <= 1 + between[0].isalpha()
            if chosen or self._is_same(before, group):
                skills = tuple(dict.fromkeys((*before.skills, *group.skills)))
                found[-1] = SkillGroup(skills, before.start, max(before.end, group.end), before.opens)
            else:
                found.append(group)
        return found

    def _is_same(self, one: SkillGroup, other: SkillGroup) -> bool:
        """Whether two groups read the same words, or the second reads the end of them and implies the first."""
        if one is other or one.end != other.end:
            return False
        return one.start == other.start or any(one.skills[0] in self._broader[skill] for skill in other.skills)

    def sums_up(self, mention: Mention | SkillGroup, limit: int) -> bool:
        """Whether a mention names the class of the list before it: `PyTorch or other deep learning frameworks`."""
        before = self._words(max(limit, mention.start - _SUMMING_WORDS), mention.start)
        return len(before) == _SUMMING_WORDS and before[0] in self._any | self._all and before[1] in self._open_ends

    def _chain(self, members: list[Mention], joints: list[Joint], start: int, end: int) -> _Chain:
        opening, alternatives = self._openings.of(members[0], start)
        resolved = self._resolved(joints, members[-1], end, alternatives)
        return _Chain(members, resolved, opening, alternatives or Joint.any in resolved)

    def _class_start(self, chains: Sequence[_Chain], chain: _Chain) -> int:
        """The token at which a list begins; the class that stands before the list belongs to it."""
        before = next((one for one, other in pairwise(chains) if other is chain), None)
        named = before is not None and self._names_class(before, chain)
        return before.members[-1].start if before is not None and named else min(chain.opening, chain.members[0].start)

    def _runs(self, mentions: Sequence[Mention], start: int) -> Iterator[tuple[list[Mention], list[Joint]]]:
        """Runs of mentions that stand in one list, with how each is joined to the next."""
        members: list[Mention] = []
        joints: list[Joint] = []
        for mention in mentions:
            opener = self._doc[members[0].start - 1].lower_ if members and members[0].start > start else ""
            joint = self._joint(members[-1].end, mention.start, opener) if members else Joint.none
            if joint is Joint.none and members:
                opening, alternatives = self._openings.of(members[0], start)
                if alternatives:
                    in_bracket = self._doc[opening].text == "("
                    joint = self._joint_over_unknown(members[-1].end, mention.start, brackets=not in_bracket)
            if members and joint is Joint.none:
                yield members, joints
                members, joints = [], []
            if members:
                joints.append(joint)
            members.append(mention)
        if members:
            yield members, joints

    def _without_parts(self, mentions: list[Mention], end: int) -> tuple[list[Mention], dict[int, int]]:
        """The mentions without those in brackets behind a name that has an alternative, because they are parts of it:
        "Python (NumPy, statsmodels) or R (dplyr)". And where such a bracket begins → where it ends.
        """
        asides: dict[int, int] = {}
        by_start = {mention.start: mention for mention in mentions}
        for one in mentions:
            closing = self._closing(one.end, end)
            joint = closing + (closing < end and self._doc[closing].text == ",")
            other = by_start.get(joint + 1)
            if closing == one.end or other is None or self._doc[joint].lower_ not in self._any:
                continue
            if not self._openings.follow_class(one.end, max(0, one.start - CLASS_WORDS)):
                asides |= {one.end: closing, other.end: self._closing(other.end, end)}
        inside = {index for first, last in asides.items() for index in range(first, last)}
        return [mention for mention in mentions if mention.start not in inside], asides

    def _closing(self, start: int, end: int) -> int:
        """The token behind the bracket that opens at a token; the token itself where none does."""
        if start >= end or self._doc[start].text != "(":
            return start
        return next((index + 1 for index in range(start, end) if self._doc[index].text == ")"), start)

    def _joint(self, start: int, end: int, opener: str = "") -> Joint:
        """How the tokens between two mentions join them; `opener` is the word before the first of them."""
        tokens = list(self._doc[self._asides.get(start, start) : end])
        words = [token.lower_ for token in tokens]
        if opener in self._breaks and words.count(opener) > 1 and self._any & set(words):
            return Joint.any  # "in retail, in care or in NLP"
        if opener in self._breaks and words[-1:] == [opener]:
            tokens, words = tokens[:-1], words[:-1]  # "in vision, in speech or in NLP"
        if len(words) > 1 and words[0] in self._tails:
            tokens, words = tokens[1:], words[1:]  # "machine learning engineering, MLOps or DevOps"
        if len(words) == 2 and words[0] == "(" and words[1] in self._any:
            return Joint.aside  # "Power BI (or Tableau)"
        if words[:1] == ["("] and words[2:3] == [")"] and words[1] in self._preferred:
            tokens, words = tokens[3:], words[3:]  # "Power BI (preferred) or Tableau"
        if any(word in ENDS or word in (".", ":", "(", ")") for word in words):
            return Joint.none
        if any(start <= opening < end for opening in self._openings.starts):
            return Joint.none  # "Python and one of Java, C++ or Go"
        unknown = {index for index, token in enumerate(tokens) if _is_name(token.text)}
        plain = [word for index, word in enumerate(words) if index not in unknown]
        listed = self._between.issuperset(plain)
        if plain and listed:
            if self._any & set(plain):
                return Joint.any
            return Joint.all if self._all & set(plain) else Joint.comma
        opens_alternative = self._any.issuperset(words[1:2] if words[:1] == [","] else words[:1])
        if any(word == "," and after in self._breaks for word, after in pairwise(words[1:])):
            return Joint.none  # "tagging or chunking, with spaCy"
        if words[:1] == [","] and words[2:3] and words[2] in self._subjects:
            return Joint.none  # "Power BI, or if you have written Python"
        if words and opens_alternative and len(words) <= _LONGEST_ALTERNATIVE and self._and.isdisjoint(words):
            return Joint.any
        return Joint.none

    def _joint_over_unknown(self, start: int, end: int, *, brackets: bool) -> Joint:
        """How two mentions of a list of alternatives are joined where members between them name no skill (`decision
        trees, dummy models, SVMs`), or, if `brackets`, where one has another name in brackets (`TensorFlow (Keras)`).
        """
        words = [token.lower_ for token in self._doc[start:end]]
        closed, opened = brackets and words[:1] == [")"], brackets and words[-1:] == ["("]
        words = words[closed : len(words) - opened]
        if (opened and not words) or (closed and len(words) == 1 and words[0] in self._between):
            return Joint.comma
        signs = [index for index, word in enumerate(words) if word == "," or word in self._any]
        if not signs or signs[0] or any(word != "," and not word.replace("-", "").isalpha() for word in words):
            return Joint.none
        last = len(words) - 1
        gaps = [after - before - 1 for before, after in pairwise([*signs, last + 1] if opened else signs)]
        is_list = (opened or signs[-1] == last) and max(gaps, default=0) <= _MEMBER_WORDS
        return Joint.comma if is_list else Joint.none

    def _names_class(self, chain: _Chain, following: _Chain) -> bool:
        """Whether a list ends in the class of which the next list gives alternatives: `a CI/CD tool (such as …)`."""
        last, opening = chain.members[-1], following.opening
        if (
            opening in self._openings.choices and opening < last.start
        ):  # "one of these agent frameworks: LangGraph, CrewAI"
            between = self._doc[last.end : following.members[0].start]
            return all(token.lower_ in self._class_nouns or token.text in (":", "(", ",") for token in between)
        if not following.alternatives or opening >= following.members[0].start:
            return False
        if self._doc[opening].text == "(" and len(following.members) == 1:
            return False  # "Terraform (AWS preferred)" adds something
        between = self._doc[last.end : opening]
        if len(between) > CLASS_WORDS or any(token.text in (";", ".", ")", "\t") for token in between):
            return False
        if any(token.lower_ in self._not_in_class for token in between) or "," in [
            token.text for token in between[:-1]
        ]:
            return False  # "Python plus one systems language (Go or Rust)" asks for Python too
        if opening in self._openings.choices and between and between[-1].text == ",":
            return False
        if last.skill in {mention.skill for mention in following.members}:
            return True
        # "Python (pandas or Polars)" asks for Python too, "a database (PostgreSQL or MySQL)" only for one of them
        ends = {self._doc[last.end - 1].lower_, *(token.lower_ for token in between)}
        return bool(ends & self._class_nouns) or self._openings.have_determiner(opening, 0)

    def _resolved(self, joints: Sequence[Joint], last: Mention, end: int, alternatives: bool) -> list[Joint]:
        """The joints, where a comma means what the next "and" or "or" says. "Tableau, Looker or similar" ends in an
        "or".
        """
        closing = Joint.any if self._has_open_end(last.end, end) else Joint.none
        alternatives = alternatives or (len(joints) > 0 and self._is_left_open(last.end, end))
        found: list[Joint] = []
        following = closing
        said = max((index for index, joint in enumerate(joints) if joint is Joint.any), default=len(joints))
        for index, joint in reversed(list(enumerate(joints))):
            if joint is Joint.aside:  # "Python, PyTorch (or JAX)": the bracket speaks of the name before it alone
                found.append(Joint.any)
                following = Joint.none
                continue
            following = joint if joint is not Joint.comma else following
            any_one = alternatives and not (joint is Joint.all and index > said)  # "either R or Python, and SQL"
            found.append(Joint.any if any_one else following if following is not Joint.none else Joint.all)
        return found[::-1]

    def _is_left_open(self, start: int, end: int) -> bool:
        """Whether words behind a list leave the choice to the reader: "Airflow, Dagster – whichever you know"."""
        return any(
            start < one.start < end
            and self._doc[start].text in _CHOICE_MARKS
            and all(token.lower_ in self._subjects for token in self._doc[start + 1 : one.start])
            for one in self._closings
        )

    def _has_open_end(self, start: int, end: int) -> bool:
        start = self._behind_names(start, end)
        tokens = [token for token in self._doc[start : min(end, start + 4)] if token.text != ","]
        if len(tokens) < 2 or tokens[0].lower_ not in self._any:
            return False
        before = {token.lower_ for token in self._doc[max(0, start - _UNKNOWN_WORDS) : start]}
        if tokens[1].lower_ in self._breaks & before:
            return True  # "in MLOps, in DevOps or in platform work"
        named = _is_name(tokens[1].text) or any(token.lower_ in self._open_ends for token in tokens)
        return named or self._is_unknown_end(tokens[1].i, end)

    def _behind_names(self, start: int, end: int) -> int:
        """The token behind further members of a list that are written like names of no skill: "Whisper, MMS, or"."""
        index = start
        while index < end and self._doc[index].text == ",":
            last = index + 1
            while last < min(end, index + 1 + _UNKNOWN_WORDS) and _is_name(self._doc[last].text):
                last += 1
            if last == index + 1:
                break
            index = last
        return index if index < end and self._doc[index].lower_ in self._any | {","} else start

    def _is_unknown_end(self, start: int, end: int) -> bool:
        """Whether a list ends in some ordinary words that name no skill, with nothing behind them."""
        words: list[str] = []
        for token in self._doc[start:end]:
            if token.text in _CLOSING:
                break
            words.append(token.lower_)
        others = self._breaks | self._subjects | self._carriers | self._and
        plain = [word for word in words if word != "-"]
        known = len(plain) > _UNKNOWN_END or any(not word.isalpha() or word in others for word in plain)
        return bool(plain) and not known


def _split(members: Sequence[Mention], joints: Sequence[Joint]) -> Iterator[list[Mention]]:
    """The members in groups of alternatives."""
    group = [members[0]]
    for joint, member in zip(joints, members[1:], strict=True):
        if joint is Joint.any:
            group.append(member)
        else:
            yield group
            group = [member]
    yield group


def _is_name(text: str) -> bool:
    """Whether a word is written like the name of a tool that nobody knows."""
    return text[:1].isupper() and text.isalnum() and len(text) > 1
