"""The shared vocabulary of the pipeline: passages of the text, mentions of skills, and where they hang on a spaCy
`Doc`.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from gapcheck.resume import Entry, Item, Section
from gapcheck.taxonomy import Alias, How, Level, Reason


@dataclass(frozen=True, slots=True)
class Passage:
    """One item of the resume as tokens `start` to `end` (excluded) of the document; `entry_index` numbers its entry."""

    start: int
    end: int
    offset: int
    section: Section
    entry: Entry
    entry_index: int
    item: Item


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that speaks of a skill: tokens `start` to `end` (excluded) of passage `passage`.

    `names` tells whether the words name the skill or only describe it; `fixed` whether they are a fixed phrase.
    `reason` says why the mention does not count; `rating` is the level that the resume itself claims here. `sure` is
    how likely loose words mean the skill, 0 to 1; `kind` is what
    it proves where its passage would say otherwise, as a course inside a job; `catalogue` tells that a certificate's
    entry of the catalogue says so, and not its line; `handled` that it names a thing of others to which the writer did
    something, and does not count for that reason, or what was done to it, which does.
    """

    skill: str
    alias: Alias
    start: int
    end: int
    passage: int
    names: bool
    fixed: bool
    reason: Reason | None = None
    rating: Level | None = None
    sure: float = 1.0
    kind: How | None = None
    catalogue: bool = False
    handled: bool = False


Key = tuple[int, int, str]


def key_of(mention: Mention) -> Key:
    """What tells a mention from all others of a document."""
    return mention.start, mention.end, mention.skill


def set_up_extensions() -> None:
    """Gives every `Doc` the lists `doc._.passages`, `doc._.candidates` (all places where words of a skill stand) and
    `doc._.mentions` (what is left of them, judged), the set `doc._.people` (tokens of names of people),
    `doc._.disclaimed` (those of what is denied, hoped for or somebody else's) and `doc._.certificates`.
    """
    for name in ("passages", "person", "as_of", "candidates", "mentions", "people", "disclaimed", "certificates"):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)
