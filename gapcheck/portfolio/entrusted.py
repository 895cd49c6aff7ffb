"""A resume → the projects whose data are those of other people, by what their lines say of them."""

from __future__ import annotations

import re

from gapcheck.resume import Entry, Resume
from gapcheck.taxonomy import Taxonomy
from gapcheck.text.claims import Claims, Hit

_SAID, _PEOPLE, _RECORDS, _PUBLIC = "said", "people", "records", "public"
_BESIDE = re.compile(r"(?:[’']s?)?\s(?:[\w-]+\s){0,2}")


class EntrustedReader:
    """Finds such projects by the words of one taxonomy; build it once, use it for many resumes."""

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
        self._of = re.compile(rf"\s(?:{'|'.join(facts.of)})\s(?:[\w,.’'-]+\s){{0,4}}")

    def entries(self, resume: Resume) -> frozenset[int]:
        """The numbers of the entries that are no jobs and whose data are entrusted."""
        entries = enumerate(entry for _, entry in resume.entries())
        return frozenset(number for number, entry in entries if not entry.kind.is_work and self._is_entrusted(entry))

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
