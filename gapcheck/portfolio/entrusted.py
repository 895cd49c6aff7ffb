"""A resume → the projects whose data are those of other people, and the jobs whose material is closed to others, by
what their lines say of them.
"""

from __future__ import annotations

import re

from gapcheck.resume import Entry, Resume
from gapcheck.taxonomy import Taxonomy
from gapcheck.text.claims import Claims, Hit

_SAID, _PEOPLE, _RECORDS, _PUBLIC, _CLOSED = "said", "people", "records", "public", "closed"
_BESIDE = re.compile(r"(?:[’']s?)?\s(?:[\w-]+\s){0,2}")


class EntrustedReader:
    """Finds such entries by the words of one taxonomy; build it once, use it for many resumes."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        facts, data = taxonomy.deliverables.entrusted, taxonomy.portfolio.data
        people = (word for field in taxonomy.portfolio.fields for word in field.people)
        records = (word for field in taxonomy.portfolio.fields for word in field.records)
        self._words = Claims(
            {
                _SAID: facts.said,
                _PEOPLE: {*facts.people, *people},
                _RECORDS: {*facts.records, *records},
                _PUBLIC: {*facts.public, *data.phrases, *data.practice_sets},
            },
            taxonomy.context.cues,
            (),
        )
        self._closed = Claims(
            {_CLOSED: facts.closed.said, _PEOPLE: facts.closed.people, _RECORDS: facts.closed.records},
            taxonomy.context.cues,
            (),
        )
        self._of = re.compile(rf"\s(?:{'|'.join(facts.of)})\s(?:[\w,.’'-]+\s){{0,4}}")

    def entries(self, resume: Resume) -> frozenset[int]:
        """The numbers of the entries whose data are entrusted; of jobs, which all work for others, of those alone whose
        material is closed to others.
        """
        entries = enumerate(entry for _, entry in resume.entries())
        return frozenset(
            number
            for number, entry in entries
            if (self._is_closed(entry) if entry.kind.is_work else self._is_entrusted(entry))
        )

    def _is_closed(self, entry: Entry) -> bool:
        """Whether a line speaks of an oath or of secrets, or of the records of people who have a right to theirs."""
        for item in entry.items:
            hits = self._closed.hits(item.text)
            if any(hit.key == _CLOSED for hit in hits):
                return True
            if any(self._are_together(item.text, one, other) for one in hits for other in hits):
                return True
        return False

    def _is_entrusted(self, entry: Entry) -> bool:
        """Whether a line says so, or speaks of the records of people while none calls the data public."""
        lines = [(item.text, self._words.hits(item.text)) for item in entry.items]
        keys = {hit.key for _, hits in lines for hit in hits}
        if _SAID in keys or _PUBLIC in keys:
            return _SAID in keys
        return any(self._are_together(text, one, other) for text, hits in lines for one in hits for other in hits)

    def _are_together(self, text: str, one: Hit, other: Hit) -> bool:
        """Whether the words are those of records and of the people whose they are: "customer records", "data of 1,900
        students".
        """
        between = text[one.end : other.start] if one.end <= other.start else None
        if between is None:
            return False
        if (one.key, other.key) == (_PEOPLE, _RECORDS):
            return _BESIDE.fullmatch(between) is not None
        return (one.key, other.key) == (_RECORDS, _PEOPLE) and self._of.fullmatch(between) is not None
