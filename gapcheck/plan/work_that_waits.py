"""A resume → the works whose words say that something there waits to be done, such as a run that is made by hand, or
whose method is in question; a work and a skill → the room that it gives that.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Set
from typing import NamedTuple

from gapcheck.resume import Resume
from gapcheck.skills.since import given_up
from gapcheck.taxonomy import Reason, Taxonomy
from gapcheck.taxonomy.models.deliverables import Deliverables, Room
from gapcheck.text.claims import Claims

_DONE = "done "  # before the id of a room
_SENTENCE = re.compile(r"[^.!?;]+")


class Work(NamedTuple):
    """A work on a resume: the ids of the rooms that its words or doubts tell of, its skills, with all that these imply
    (`broader`), and whether it is a job.
    """

    told: Collection[str]
    skills: Collection[str]
    broader: frozenset[str]
    is_job: bool


def room_in(work: Work, skill: str, facts: Deliverables) -> Room | None:
    """The first room that a work gives a skill; None where it gives none."""
    is_research = any(room.research and room.id in work.told for room in facts.rooms)

    def has(room: Room) -> bool:
        if (room.research is False and is_research) or f"{_DONE}{room.id}" in work.told:
            return False
        if room.id in work.told:
            fits = work.broader.isdisjoint(facts.models if room.of_others else facts.modelling) is room.of_others
            of_its_kind = not room.data or room.data in facts.kinds_of_data(work.skills)
            return bool(room.doubt) or (of_its_kind and (fits or room.of_others is None))
        takes = (work.is_job or room.projects) and room.lacks.isdisjoint(work.skills)
        data = facts.kinds_of_data(work.skills) - facts.also_on
        in_kind = (not room.also or not room.also.isdisjoint(work.skills)) and (not room.data or data == {room.data})
        return takes and in_kind and len(room.shows.intersection(work.skills)) >= room.least > 0

    return next((room for room in facts.rooms_for.get(skill, ()) if has(room)), None)


class RoomReader:
    """Finds such works by the words of one taxonomy; build it once, use it for many resumes."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        rooms = [room for room in taxonomy.deliverables.rooms if room.said]
        self._by_doubt = {room.doubt: room.id for room in taxonomy.deliverables.rooms if room.doubt}
        self._of_research = [room.id for room in taxonomy.deliverables.rooms if room.research]
        self._research = taxonomy.market.situations.research_words
        self._ended = [room.id for room in taxonomy.deliverables.rooms if room.ended]
        self._limits = taxonomy.levels.strength.limits
        every = taxonomy.context.cues
        of_ones_own = [cue for cue in every if cue.reason is not Reason.other_person]  # what these take back is meant
        self._said = {
            room.id: Claims(
                {room.id: room.said}, () if room.confessed else of_ones_own if room.of_others else every, ()
            )
            for room in rooms
        }
        self._solved = {room.id: Claims({room.id: room.solved}, () if room.confessed else every, ()) for room in rooms}
        done = {room.id: room.solved for room in taxonomy.deliverables.rooms if room.solved and not room.said}
        self._done = Claims(done, every, ())

    def told(self, resume: Resume, doubts: Iterable[tuple[int, str]] = ()) -> Mapping[int, Set[str]]:
        """The ids of the rooms of which a sentence of a job, a project or the like tells, and not that all is done
        there, or the title of a post of research, or what came to an end, with a mark those that skills show and of
        which an item says that all is done; and those of the `doubts`, each the number of its entry and its id. By the
        number of the entry.
        """
        found: defaultdict[int, set[str]] = defaultdict(set)
        for number, doubt in doubts:
            found[number].update([self._by_doubt[doubt]] if doubt in self._by_doubt else ())
        for number, (_, entry) in enumerate(resume.entries()):
            if entry.kind.is_work and any(word in entry.title.lower() for word in self._research):
                found[number].update(self._of_research)
            if entry.kind.is_work and any(given_up(item.text, self._limits) for item in entry.items):
                found[number].update(self._ended)
            for item in entry.items if entry.kind.demonstrates else ():
                found[number].update(f"{_DONE}{hit.key}" for hit in self._done.hits(item.text))
                for sentence in _SENTENCE.findall(item.text):
                    said = (room for room, words in self._said.items() if words.hits(sentence))
                    found[number].update(room for room in said if not self._solved[room].hits(sentence))
        return found
