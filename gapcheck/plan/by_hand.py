"""A resume → the works in which somebody runs by hand what a machine could run, by what their lines say."""

from __future__ import annotations

import re

from gapcheck.resume import Resume
from gapcheck.taxonomy import Taxonomy
from gapcheck.text.claims import Claims

_SENTENCE = re.compile(r"[^.!?;]+")


class ByHandReader:
    """Finds such works by the words of one taxonomy; build it once, use it for many resumes."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        words, cues = taxonomy.deliverables.by_hand, taxonomy.context.cues
        self._said, self._solved = (Claims({"": phrases}, cues, ()) for phrases in (words.said, words.solved))

    def entries(self, resume: Resume) -> frozenset[int]:
        """The numbers of the jobs, projects and the like of which a sentence says so, and not that it is over."""
        entries = enumerate(entry for _, entry in resume.entries())
        texts = ((number, item.text) for number, entry in entries if entry.kind.demonstrates for item in entry.items)
        return frozenset(number for number, text in texts if any(map(self._says, _SENTENCE.findall(text))))

    def _says(self, sentence: str) -> bool:
        return bool(self._said.hits(sentence)) and not self._solved.hits(sentence)
