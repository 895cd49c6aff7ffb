"""A resume → the skills that lectures which go on will teach by themselves."""

from __future__ import annotations

import re

from gapcheck.resume import EntryKind, Resume
from gapcheck.taxonomy import Taxonomy
from gapcheck.text.phrases import Phrases
from gapcheck.text.tokenizer import tokens_of

_SENTENCE = re.compile(r"[^.!?;\n]+")


class LectureReader:
    """Finds them by the words of one taxonomy; build it once, use it for many resumes."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        facts = taxonomy.deliverables.not_now.lectures
        self._said: Phrases[str] = Phrases([("said", facts.said)])
        self._names: Phrases[str] = Phrases(facts.teaches.items())

    def under_way(self, resume: Resume) -> frozenset[str]:
        """The skills that a degree says to be taught now: `This semester: Databases, Probability`."""
        found = set[str]()
        for _, entry in resume.entries():
            for item in entry.items if entry.kind is EntryKind.education else ():
                for sentence in map(tokens_of, _SENTENCE.findall(item.text)):
                    begin = min((one.start for one in self._said.everywhere(sentence)), default=None)
                    if begin is not None:
                        found.update(one.meaning for one in self._names.everywhere(sentence) if one.start > begin)
        return frozenset(found)
