"""A resume → the works in which somebody runs by hand what a machine could run, by what their lines say."""

from __future__ import annotations

import re

from gapcheck.resume import Resume
from gapcheck.taxonomy import Taxonomy
from gapcheck.text.claims import Claims

_BY_HAND, _SOLVED = "by hand", "solved"
_SENTENCE = re.compile(r"[^.!?;]+")


class ByHandReader:
    """Finds such works by the words of one taxonomy; build it once, use it for many resumes."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        words = taxonomy.deliverables.by_hand
        self._words = Claims({_BY_HAND: words.said, _SOLVED: words.solved}, taxonomy.context.cues, ())

    def entries(self, resume: Resume) -> frozenset[int]:
        """The numbers of the jobs, projects and the like of which a sentence says so, and not that it is over."""
        entries = enumerate(entry for _, entry in resume.entries())
        texts = ((number, item.text) for number, entry in entries if entry.kind.demonstrates for item in entry.items)
        return frozenset(number for number, text in texts if any(map(self._says, _SENTENCE.findall(text))))

    def _says(self, sentence: str) -> bool:
        return {hit.key for hit in self._words.hits(sentence)} == {_BY_HAND}
