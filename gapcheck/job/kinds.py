"""Groups of skills of a sentence → the same, where examples of a kind and the kind itself are one demand: `a warehouse
(Snowflake or BigQuery)`, `Kafka or another streaming platform`, `any cloud (Azure preferred)`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from gapcheck.job.lists import SkillGroup
from gapcheck.job.openings import Opening
from gapcheck.taxonomy import Taxonomy
from gapcheck.text.phrases import PhraseMatch, within

_MARKS = frozenset(["(", ":", "-", "–", "—"])
_ENDS = frozenset([";", "\t", ".", "!", "?", ")", "(", ":", ","])
_TASTE_MARKS = frozenset(["(", ",", ";", "-", "–", "—"])
_LONGEST_GAP = 7  # tokens between a kind and its examples: "a BI tool under your belt: Tableau"
_LONGEST_TOLD = 11  # the same where words such as "be it" open the examples
_LONGEST_BEHIND = 6  # tokens between a list and its kind: "or some other tool for experiment tracking"


class Kinds:
    """Joins examples with their kind. `named` are the places of names of kinds in the document, in order, those of
    skills among them; `others` are the places of all skills that are named or described there, which are a kind where
    their examples are called so; `openings` are where words such as "such as" stand.
    """

    def __init__(
        self,
        doc: Doc,
        named: Iterable[PhraseMatch[str]],
        others: Iterable[PhraseMatch[str]],
        openings: Sequence[PhraseMatch[Opening]],
        taxonomy: Taxonomy,
    ) -> None:
        words = taxonomy.postings
        self._doc, self._taxonomy, self._kinds = doc, taxonomy, words.kinds
        self._named = _longest(named)
        self._others = sorted((one for one in others if one.meaning not in self._kinds), key=lambda one: one.start)
        self._examples = [one for one in openings if one.meaning in (Opening.examples, Opening.choice)]
        self._any, self._joins = words.lists.any, words.lists.joins
        self._open = words.open_ends
        self._preferred = words.lists.preferred
        self._named_so = words.class_nouns.union(words.carriers, words.asking)
        self._made = words.made_with_kinds
        self._uses = words.kind_uses
        self._methods, self._fields = words.method_nouns, words.fields
        self._tools = self._named_so - self._methods
        self._articles = words.one_of

    def joined(self, groups: Sequence[SkillGroup], start: int, end: int) -> list[SkillGroup]:
        """The groups between two tokens, in order of their start."""
        found = self._with_others(sorted(groups, key=lambda one: one.start))
        for kind in within(self._named, start, end):
            found = self._with_kind(found, kind, lambda kind, own, group: self._joined(kind, own, group, start))
        for kind in within(self._others, start, end):
            if not any(len(one.skills) > 1 and one.start < kind.end and kind.start < one.end for one in found):
                found = self._with_kind(found, kind, self._joined_as_called)
        return sorted(found, key=lambda one: one.start)

    def _with_kind(
        self,
        groups: list[SkillGroup],
        kind: PhraseMatch[str],
        join: Callable[[PhraseMatch[str], SkillGroup | None, SkillGroup], SkillGroup | None],
    ) -> list[SkillGroup]:
        """The groups, the first that holds examples of the kind joined with it."""
        own = next((one for one in groups if _is_of(one, kind)), None)
        rest = [one for one in groups if one is not own]
        for index, group in enumerate(rest):
            if joined := join(kind, own, group):
                return [*rest[:index], joined, *rest[index + 1 :]]
        return groups

    def _joined_as_called(self, kind: PhraseMatch[str], own: SkillGroup | None, group: SkillGroup) -> SkillGroup | None:
        """The group with a skill of which the text says that these are examples: "object tracking, be it SORT or
        DeepSORT", "SORT or another tracking method". None where it does not say so, or speaks of tools for the skill
        ("Python libraries such as pandas").
        """
        if kind.meaning in group.skills:
            return None
        skills = (*group.skills, kind.meaning)
        if group.end <= kind.start:
            following = self._doc[kind.end].lower_ if kind.end < len(self._doc) else ""
            named = self._sums_up(group.end, kind.start) and following not in self._tools
            return SkillGroup(skills, group.start, kind.end, group.opens) if named else None
        if not self._is_called(kind, group):
            return None
        opens = min(own.opens if own else kind.start, group.opens)
        return SkillGroup(skills, group.start, group.end, opens, group.settled)

    def _is_called(self, kind: PhraseMatch[str], group: SkillGroup) -> bool:
        """Whether words or a bracket behind a skill call a group examples of it."""
        shown = [one for one in self._examples if kind.end <= one.start and 0 <= group.start - one.end <= 1]
        if not 0 < group.start - kind.end <= (_LONGEST_TOLD if shown else _LONGEST_GAP):
            return False
        opening = shown[0].start if shown else group.start - 1
        inner = [token.lower_ for token in self._doc[kind.end : opening]]
        while inner and inner[-1] in ("(", ","):
            inner.pop()
        sign = self._doc[opening].lower_
        if not _ENDS.union(self._any, self._joins, self._tools).isdisjoint(inner):
            return False
        if shown:
            return sign not in self._tools and (self._methods.issuperset(inner) or self._implies(group, kind.meaning))
        if kind.meaning in self._fields:
            return False
        if sign == "(":
            named = not inner and self._doc[kind.end - 1].text.islower()
            return named and (self._implies(group, kind.meaning) or self._is_alike(group, kind.meaning))
        return sign in self._uses and self._is_choice(group) and self._implies(group, kind.meaning)

    def _is_choice(self, group: SkillGroup) -> bool:
        """Whether a group is one of several, be they names of no skill: "PyMC, Trigonal or Hexane"."""
        if len(group.skills) > 1 or not self._any.isdisjoint(t.lower_ for t in self._doc[group.start : group.end]):
            return True
        end = group.end
        while end + 1 < len(self._doc) and self._doc[end].text == "," and self._doc[end + 1].text[:1].isupper():
            end += 2
        return end < len(self._doc) and self._doc[end].lower_ in self._any

    def _implies(self, group: SkillGroup, kind: str) -> bool:
        return any(kind in self._taxonomy.broader[one] for one in group.skills)

    def _is_alike(self, group: SkillGroup, kind: str) -> bool:
        category = self._taxonomy.skills[kind].category
        return any(self._taxonomy.skills[one].category == category for one in group.skills)

    def _joined(
        self, kind: PhraseMatch[str], own: SkillGroup | None, group: SkillGroup, start: int
    ) -> SkillGroup | None:
        """The group with the kind, whose `own` group it may be; None where it holds no examples of the kind."""
        skills = tuple(dict.fromkeys([*group.skills, kind.meaning]))
        opens = own.opens if own else kind.start
        if group.start < kind.start:
            if kind.end <= group.end or self._sums_up(group.end, kind.start):
                return replace(group, skills=skills)
            return None
        if not self._is_from(kind.meaning, group):
            return None
        if self._is_taste(kind.end, group):
            return SkillGroup(skills, kind.start, self._end_of_taste(group.end), opens)
        if self._gives_examples(kind, group):
            first = self._behind_or(kind.start, start) or group.start
            return SkillGroup(skills, first, group.end, min(opens, group.opens), group.settled)
        return None

    def _behind_or(self, index: int, limit: int) -> int | None:
        """The token behind an "or" before a kind, with its article: "SQL or a data catalogue (DataHub)"."""
        while index - 1 > limit and self._doc[index - 1].lower_ in self._articles:
            index -= 1
        return index if index > limit and self._doc[index - 1].lower_ in self._any else None

    def _is_from(self, kind: str, group: SkillGroup) -> bool:
        """Whether skills of a group are of those that the kind has examples from, or a part of the kind."""
        return self._is_of_categories(kind, group) or self._implies(group, kind)

    def _is_of_categories(self, kind: str, group: SkillGroup) -> bool:
        return any(self._taxonomy.skills[skill].category in self._kinds[kind].from_ for skill in group.skills)

    def _gives_examples(self, kind: PhraseMatch[str], group: SkillGroup) -> bool:
        """Whether a group behind a kind lists examples of it."""
        if not 0 < group.start - kind.end <= _LONGEST_GAP:
            return False
        shown = [
            max(kind.end, one.start)
            for one in self._examples
            if kind.start < one.start <= group.start and kind.end < one.end <= group.start
        ]  # "workflow tools like": the kind may end in the words that open its examples
        opening = shown[-1] if shown else self._mark_before(group.start, kind.end)
        if not shown and not self._opens_examples(opening, kind, group):
            return False
        inner = [token.lower_ for token in self._doc[kind.end : opening]]
        while inner and inner[-1] in ("(", ","):
            inner.pop()
        return _ENDS.union(self._any, self._joins).isdisjoint(inner)

    def _opens_examples(self, opening: int, kind: PhraseMatch[str], group: SkillGroup) -> bool:
        """Whether a mark, or a word such as "with", opens examples of a kind. What stands in brackets may be one."""
        if self._doc[kind.end - 1].lower_ in self._made:
            return False  # "CI/CD pipelines – Jenkins or GitLab CI": Jenkins is no pipeline
        sign, many = self._doc[opening].lower_, self._is_choice(group)
        if sign == ",":
            return many and opening == kind.end  # "streaming, Kafka or Flink"
        if sign in self._uses:
            return many and self._is_of_categories(kind.meaning, group)  # not "NLP with spaCy or NLTK"
        return sign in _MARKS and (many or sign == "(")

    def _mark_before(self, index: int, limit: int) -> int:
        """The token that opens the list before a token; names of no skill may begin it: "tools (Trigonal, DataHub"."""
        index -= 1
        while index > limit and (self._doc[index].text == "," or self._doc[index].text.istitle()):
            index -= 1
        return index

    def _sums_up(self, start: int, end: int) -> bool:
        """Whether words between two tokens leave a list open: "or another", "or some other tool for"."""
        words = [token.lower_ for token in self._doc[start:end]]
        if words[:1] == [","]:
            words = words[1:]
        if not words or words[0] not in self._any or len(words) > _LONGEST_BEHIND:
            return False
        opened = self._open | {"any"}
        return not opened.isdisjoint(words[1:3]) and not any(word in _ENDS for word in words)

    def _is_taste(self, start: int, group: SkillGroup) -> bool:
        """Whether a group behind a token names what is liked best, or one example: "(Azure preferred)", ", SHAP for
        instance".
        """
        words = [token.lower_ for token in self._doc[start : group.start]]
        if words[:1] and words[0] in self._named_so:
            words = words[1:]
        if not words or not _TASTE_MARKS.union(self._preferred).issuperset(words):
            return False
        behind = self._doc[group.end].lower_ if group.end < len(self._doc) else ""
        return not self._preferred.isdisjoint([*words, behind]) or any(one.start == group.end for one in self._examples)

    def _end_of_taste(self, end: int) -> int:
        """The token behind a group, and behind the word of taste that follows it."""
        return end + (end < len(self._doc) and self._doc[end].lower_ in self._preferred)

    def _with_others(self, groups: Sequence[SkillGroup]) -> list[SkillGroup]:
        """The groups; what "or another … (" names is as good as what stands before it: "Azure or another one (AWS)"."""
        found: list[SkillGroup] = []
        for group in groups:
            before = found[-1] if found else group
            if found and set(group.skills) <= set(before.skills) and self._is_taste(before.end, group):
                found[-1] = replace(before, end=self._end_of_taste(group.end))  # "Python or R (Python preferred)"
            elif found and self._goes_on(before.end, group.start):
                skills = tuple(dict.fromkeys((*before.skills, *group.skills)))
                found[-1] = SkillGroup(skills, before.start, group.end, before.opens)
            else:
                found.append(group)
        return found

    def _goes_on(self, start: int, end: int) -> bool:
        opening = next((one.start for one in self._examples if start < one.start and one.end == end), end)
        if opening > start and self._doc[opening - 1].text == "(":
            opening -= 1
        return opening < end and self._sums_up(start, opening)


def _is_of(group: SkillGroup, kind: PhraseMatch[str]) -> bool:
    """Whether a group is nothing but the name of a kind."""
    return len(group.skills) == 1 and group.start < kind.end and kind.start < group.end


def _longest(named: Iterable[PhraseMatch[str]]) -> list[PhraseMatch[str]]:
    """The names, of those that overlap the longest, in order."""
    found: list[PhraseMatch[str]] = []
    taken: set[int] = set()
    for one in sorted(named, key=lambda name: (name.start - name.end, name.start)):
        if taken.isdisjoint(range(one.start, one.end)):
            taken.update(range(one.start, one.end))
            found.append(one)
    return sorted(found, key=lambda one: one.start)
