"""A resume → the works whose words say that something there waits to be done, such as a run that is made by hand."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Set

from gapcheck.resume import Resume
from gapcheck.taxonomy import Taxonomy
from gapcheck.text.claims import Claims

_SENTENCE = re.compile(r"[^.!?;]+")


class RoomReader:
    """Finds such works by the words of one taxonomy; build it once, use it for many resumes."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        rooms, cues = taxonomy.deliverables.rooms, taxonomy.context.cues
        self._said = Claims({room.id: room.said for room in rooms if room.said}, cues, ())
        self._solved = {room.id: Claims({room.id: room.solved}, cues, ()) for room in rooms if room.said}

    def told(self, resume: Resume) -> Mapping[int, Set[str]]:
        """The ids of the rooms of which a sentence of a job, a project or the like tells, and not that all is done
        there; by the number of the entry.
        """
        found: defaultdict[int, set[str]] = defaultdict(set)
        for number, (_, entry) in enumerate(resume.entries()):
            for item in entry.items if entry.kind.demonstrates else ():
                for sentence in _SENTENCE.findall(item.text):
                    said = {hit.key for hit in self._said.hits(sentence)}
                    found[number].update(room for room in said if not self._solved[room].hits(sentence))
        return found
