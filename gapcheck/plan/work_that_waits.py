"""A resume → the works whose words say that something there waits to be done, such as a run that is made by hand."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Set

from gapcheck.resume import Resume
from gapcheck.taxonomy import Reason, Taxonomy
from gapcheck.text.claims import Claims

_SENTENCE = re.compile(r"[^.!?;]+")


class RoomReader:
    """Finds such works by the words of one taxonomy; build it once, use it for many resumes."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        rooms = [room for room in taxonomy.deliverables.rooms if room.said]
        every = taxonomy.context.cues
        of_ones_own = [cue for cue in every if cue.reason is not Reason.other_person]  # what these take back is meant
        self._said = {
            room.id: Claims({room.id: room.said}, of_ones_own if room.of_others else every, ()) for room in rooms
        }
        self._solved = {room.id: Claims({room.id: room.solved}, every, ()) for room in rooms}

    def told(self, resume: Resume) -> Mapping[int, Set[str]]:
        """The ids of the rooms of which a sentence of a job, a project or the like tells, and not that all is done
        there; by the number of the entry.
        """
        found: defaultdict[int, set[str]] = defaultdict(set)
        for number, (_, entry) in enumerate(resume.entries()):
            for item in entry.items if entry.kind.demonstrates else ():
                for sentence in _SENTENCE.findall(item.text):
                    said = (room for room, words in self._said.items() if words.hits(sentence))
                    found[number].update(room for room in said if not self._solved[room].hits(sentence))
        return found
