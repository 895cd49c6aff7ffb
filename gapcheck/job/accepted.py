"""Groups of skills of a sentence → the same, with what is accepted in place of a skill joined to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from gapcheck.job.lists import SkillGroup
from gapcheck.job.openings import Opening
from gapcheck.taxonomy import Taxonomy
from gapcheck.text.phrases import PhraseMatch

_REACH = 6  # tokens between a skill and words that accept it for another

_ACCEPTING = (Opening.accepted_next, Opening.accepted_inside, Opening.accepted_before)


class Accepted:
    """Finds what is as good as a skill named before it: "Strong Python; alternatively very good MATLAB skills", "AWS,
    but if you know Azure that's fine too". `openings` are where such words stand, among others.
    """

    def __init__(self, doc: Doc, openings: Sequence[PhraseMatch[Opening]], taxonomy: Taxonomy) -> None:
        self._doc, self._taxonomy = doc, taxonomy
        self._joins = taxonomy.postings.lists.joins
        self._cues = [one for one in openings if one.meaning in _ACCEPTING]

    def joined(self, groups: Sequence[SkillGroup], start: int, end: int) -> list[SkillGroup]:
        """The groups between two tokens; what is accepted is joined to the nearest group of its category before it."""
        found = sorted(groups, key=lambda one: one.start)
        for cue in self._cues:
            place = self._place(cue, found)
            if not place or not start <= cue.start < end:
                continue
            if cue.meaning is Opening.accepted_before and (first := self._first_of_list(found, place)):
                found[first : place + 1] = [_as_one(found[first : place + 1])]
                place = first
            other = found[place]
            alike = [index for index in range(place) if self._are_alike(found[index], other)]
            if alike:
                one = found[alike[-1]]
                settled = self._is_bracket(one.start, other.end)
                skills = tuple(dict.fromkeys((*one.skills, *other.skills)))
                found[alike[-1]] = replace(one, skills=skills, settled=settled)
                del found[place]
        return found

    def _first_of_list(self, groups: Sequence[SkillGroup], last: int) -> int:
        """The place of the group with which the list begins that ends with a group: all of "Hop, NiFi and Kestra" may
        be as good.
        """
        first = last
        while first and self._joins.issuperset(
            token.lower_ for token in self._doc[groups[first - 1].end : groups[first].start]
        ):
            first -= 1
        return first

    def _place(self, cue: PhraseMatch[Opening], groups: Sequence[SkillGroup]) -> int | None:
        """The place of the group that words of acceptance are about."""
        if cue.meaning is Opening.accepted_inside:
            inside = [index for index, one in enumerate(groups) if cue.start <= one.start and one.end <= cue.end]
            return inside[0] if inside else None
        if cue.meaning is Opening.accepted_next:
            near = [index for index, one in enumerate(groups) if 0 <= one.start - cue.end <= _REACH]
            return near[0] if near else None
        near = [index for index, one in enumerate(groups) if 0 <= cue.start - one.end <= _REACH]
        return near[-1] if near else None

    def _is_bracket(self, start: int, end: int) -> bool:
        """Whether two tokens stand in one bracket, which then names what a class before it may be."""
        before = self._doc[start - 1].text if start else ""
        return before == "(" and all(token.text not in ("(", ")") for token in self._doc[start:end])

    def _are_alike(self, one: SkillGroup, other: SkillGroup) -> bool:
        """Whether two groups are of one category, or may both be examples of one kind: Snowflake and BigQuery."""
        here, there = self._categories(one.skills), self._categories(other.skills)
        kinds = self._taxonomy.postings.kinds.values()
        return bool(here & there) or any(here & kind.from_ and there & kind.from_ for kind in kinds)

    def _categories(self, skills: Sequence[str]) -> set[str]:
        """The categories of the skills, without those that are a part of another: SageMaker beside AWS."""
        wholes = [skill for skill in skills if set(skills).isdisjoint(self._taxonomy.broader[skill])]
        return {self._taxonomy.skills[skill].category for skill in wholes}


def _as_one(groups: Sequence[SkillGroup]) -> SkillGroup:
    """Neighbours of a list as one group."""
    skills = tuple(dict.fromkeys(skill for group in groups for skill in group.skills))
    return replace(groups[0], skills=skills, end=groups[-1].end)
