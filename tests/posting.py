"""A posting as text → how it is read, for the tests of postings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from gapcheck.job import Job, read_job
from gapcheck.skills.reader import SkillReader
from gapcheck.taxonomy import Taxonomy

Read = Callable[..., Job]


def posting_reader(folder: Path, taxonomy: Taxonomy, skill_reader: SkillReader) -> Read:
    """What reads a text as a posting of that file name, by way of a file in `folder`."""

    def reading(text: str, name: str = "posting.txt") -> Job:
        path = folder / name
        path.write_text(text, encoding="utf-8")
        return read_job(path, taxonomy, skill_reader)

    return reading


def asked(job: Job) -> dict[str, str]:
    """Every requirement as `must advanced`, by the skills of which any is enough."""
    return {"|".join(sorted(one.any_of)): f"{one.need.value} {one.level.name}" for one in job.requirements}
