"""Job postings that were read → how many of them ask for each skill, as a table to lay over ours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from gapcheck.job.draft import on_one_line
from gapcheck.job.model import Job

_SEEN_TWICE = 2  # a skill that one posting alone asks for is no demand


@dataclass(frozen=True, slots=True)
class Asking:
    """The number of postings, and how many of them ask for each skill. A skill counts as asked for also where another
    one would do instead.
    """

    postings: int
    skills: Counter[str]

    @classmethod
    def of(cls, jobs: Iterable[Job]) -> Asking:
        """The count over these postings."""
        skills: Counter[str] = Counter()
        number = 0
        for job in jobs:
            number += 1
            skills.update({skill for asked in job.requirements for skill in asked.any_of})
        return cls(number, skills)


def demand_text(asking: Asking, group: str, name: str, source: str, as_of: date) -> str:
    """A file `demand.yaml` with one group of postings and the shares in it, most asked first."""
    return "".join(_lines(asking, group, name, source, as_of))


def _lines(asking: Asking, group: str, name: str, source: str, as_of: date) -> Iterator[str]:
    yield "# How often the postings of a folder ask for each skill (gapcheck taxonomy demand). Put this file into\n"
    yield f"# a folder that you lay over ours with --taxonomy, and name the group in your profile: demand: [{group}]\n"
    facts = {"id": group, "name": name, "postings": asking.postings, "as_of": as_of, "source": source}
    yield f"groups:\n- {on_one_line(facts)}\n"
    yield "shares:\n"
    for skill, count in sorted(asking.skills.items(), key=lambda pair: (-pair[1], pair[0])):
        if count >= _SEEN_TWICE or asking.postings < _SEEN_TWICE:
            yield f"  {skill}: {on_one_line({group: round(count / asking.postings, 3)})}\n"
