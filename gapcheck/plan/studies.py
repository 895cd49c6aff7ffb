"""A resume → what studies bring or ask by themselves: skills that lectures teach now, and a thesis that is handed in
soon.
"""

from __future__ import annotations

import re

from gapcheck.resume import EntryKind, Resume
from gapcheck.resume.dates import dates_of
from gapcheck.taxonomy import Taxonomy
from gapcheck.text.phrases import Phrases
from gapcheck.text.tokenizer import tokens_of

_SENTENCE = re.compile(r"[^.!?;\n]+")
_LONG_AGO = "2000"  # a month is read as the end of a time that began then
_MONTH = re.compile(
    r"(?:[^\W\d_]{3,9} |\d\d?/)20\d\d\b"
)  # a date in a sentence heads no entry, so no reader of those finds it


class StudyReader:
    """Finds them by the words of one taxonomy; build it once, use it for many resumes."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        facts = taxonomy.deliverables.not_now
        self._said: Phrases[str] = Phrases([("said", facts.lectures.said)])
        self._names: Phrases[str] = Phrases(facts.lectures.teaches.items())
        self._thesis: Phrases[str] = Phrases([("thesis", facts.thesis.said)])

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

    def thesis_until(self, resume: Resume) -> int | None:
        """The month, counted from year 0, in which a thesis is handed in by a sentence of the resume, after the day of
        reading; None where none says so.
        """
        texts = (item.text for _, entry in resume.entries() for item in entry.items)
        sentences = (
            one for text in texts for one in _SENTENCE.findall(text) if self._thesis.everywhere(tokens_of(one))
        )
        months = (match[0] for one in sentences for match in _MONTH.finditer(one))
        dates = (dates_of([f"{_LONG_AGO} - {month}"], resume.as_of) for month in months)
        return max((one.ends for one in dates if one is not None and one.ends is not None), default=None)
