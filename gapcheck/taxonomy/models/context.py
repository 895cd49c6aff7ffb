"""Words that say a skill is not the writer's own, or that a text is not the writer's, as checked models."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import reduce
from typing import Any, Literal

from pydantic import Field, model_validator

from gapcheck.taxonomy.models.vocabulary import Reason, SectionKind, _Strict


class Cue(_Strict):
    """Words that say a skill is not the writer's own, and how far they reach.

    `after` and `before` reach to the end or the start of the clause or sentence (`ends`; `sentence before`: words that
    open a sentence reach over the one before it), `within` no further than the words themselves, `attached` to the
    skill right before the words, `label` over the list that the words label, before it or in a cell behind it,
    `opening` over the list whose label they open. `subject` is for words of somebody who
    does something: where they open a clause and a verb follows, over that clause. `object` is for a verb and those
    whose things it is done to, over both things and owners: what is done to them, the skills and categories `spares`,
    is the writer's. A scope goes on over a list whose names these words of `goes_on` join.
    `unless_next` right behind the words, `unless_previous` right before them (empty: the start of the clause),
    `unless_within` among them and `unless_beside` before them in the clause, or behind a label, turn what they say.
    With `opens`, they count only where a clause begins with them.
    """

    reason: Reason
    scope: Literal["after", "before", "within", "attached", "label", "opening", "subject", "object"]
    ends: Literal["clause", "sentence", "sentence before"] = "clause"
    phrases: tuple[str, ...]
    until: tuple[str, ...] = ()
    unless_next: tuple[str, ...] = ()
    unless_within: frozenset[str] = frozenset()
    unless_beside: frozenset[str] = frozenset()
    unless_previous: frozenset[str] = frozenset()
    goes_on: frozenset[str] = frozenset()
    spares: frozenset[str] = frozenset()
    sections: tuple[SectionKind, ...] = ()
    opens: bool = False


class WrittenOut:
    """Cues as the data files hold them, with the words that the `{name}` in their phrases stands for. An unknown name
    is a `ValueError`.
    """

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self._words = {f"{{{name}}}": "|".join(several) for name, several in words.items()}

    def cue(self, cue: Any) -> Any:
        """One cue with its phrases written out."""
        if not isinstance(cue, dict) or not isinstance(cue.get("phrases"), list):
            return cue
        return cue | {"phrases": [self._phrase(phrase) for phrase in cue["phrases"]]}

    def _phrase(self, phrase: str) -> str:
        found = reduce(lambda text, name: text.replace(name, self._words[name]), self._words, phrase)
        if "{" in found:
            raise ValueError(f"no words are given for the name in {found!r}")
        return found


class StudyCue(Cue):
    """Words that say a skill was learned in a course inside a job, and not used in it."""

    reason: Reason = Reason.aspiration


class Grammar(_Strict):
    """Small words that tell whether a noun is the subject of a clause: `determiners` open it, `of` begins what goes
    with the noun, `breaks` can be neither in it nor its verb, `verbs` have no ending that tells, `plurals` neither.
    """

    determiners: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    breaks: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    plurals: frozenset[str] = frozenset()


class StuffingCue(_Strict):
    """Words that say a text is not about the writer. Where `at_least` passages hold some of them, nothing counts of
    those passages, or of their sections from there on.
    """

    reason: Literal[Reason.advert, Reason.instruction]
    reach: Literal["passage", "section"]
    at_least: int = Field(default=1, gt=0)
    phrases: tuple[str, ...]


class Stuffing(_Strict):
    """How text is known that was put in to be counted. `repeats` is how often a name stands alone in one list, or on
    lines of its own in one entry, before it is no list any more.
    """

    repeats: int = Field(gt=1)
    cues: tuple[StuffingCue, ...]


class TakenUp(_Strict):
    """How it is told that the writer worked on a thing of others: words for the `writer`, those for the `things` that
    were spoken of, words between the two, in lower case, that tell of `no_work` on it, `denials`, which speak for all
    that the writer says there, and words behind the thing that take it `away`.
    """

    writer: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    no_work: frozenset[str] = frozenset()
    denials: frozenset[str] = frozenset()
    away: frozenset[str] = frozenset()


class OtherLanguages(_Strict):
    """Of the languages beside English in which a document is read: their codes, small words that are no English ones,
    English ones that are none of theirs, and names of tools that are ordinary words there, in lower case.
    """

    codes: tuple[str, ...] = ()
    small_words: frozenset[str] = frozenset()
    english_words: frozenset[str] = frozenset()
    homographs: frozenset[str] = frozenset()


class Context(_Strict):
    """All cues, the words that join the names of a list, and those over which a scope `goes_on` to the next name.

    `{name}` in a phrase stands for any of the `words` of that name.
    """

    words: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    joins: frozenset[str]
    goes_on: frozenset[str] = frozenset()
    grammar: Grammar = Grammar()
    others: OtherLanguages = OtherLanguages()
    cues: tuple[Cue, ...]
    studied: tuple[StudyCue, ...] = ()
    taken_up: TakenUp = TakenUp()
    stuffing: Stuffing
    quiet_sections: dict[SectionKind, Reason] = Field(default_factory=dict)
    quiet_headings: dict[Reason, tuple[str, ...]] = Field(default_factory=dict)

    @model_validator(mode="before")
    @classmethod
    def _with_words(cls, data: Any) -> Any:
        """The phrases with the words that their `{name}` stands for; an unknown name is an error."""
        if not isinstance(data, dict):
            return data
        written = WrittenOut(data.get("words") or {})
        shared = {"goes_on": data.get("goes_on") or []}
        cues = {name: [shared | written.cue(cue) for cue in data.get(name) or []] for name in ("cues", "studied")}
        return data | cues
