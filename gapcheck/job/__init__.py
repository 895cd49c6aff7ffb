"""A job posting → what it asks for: requirements with need, level and the line that says so, and names it does not
know.
"""

from __future__ import annotations

from pathlib import Path

from gapcheck.job.draft import profile_text
from gapcheck.job.model import Asked, Job, Unknown
from gapcheck.job.parts import placed_blocks, placed_tags, title_of
from gapcheck.job.posting import JobError, read_posting
from gapcheck.job.reading import PostingReader
from gapcheck.job.requirements import requirements_of, seniority_of
from gapcheck.skills.reader import SkillReader
from gapcheck.taxonomy import Taxonomy

__all__ = ["Asked", "Job", "JobError", "Unknown", "profile_text", "read_job"]


def read_job(path: Path, taxonomy: Taxonomy, skills: SkillReader, content: bytes | None = None) -> Job:
    """What the posting in this file, or in `content`, asks for. Raises `JobError` where it can't be read or asks for no
    skill.
    """
    posting = read_posting(path, taxonomy, content)
    title = title_of(posting, taxonomy)
    blocks = [*placed_blocks(posting, taxonomy), *placed_tags(posting, taxonomy)]
    seniority = seniority_of(title, blocks, taxonomy)
    wanted, unknown, facts = PostingReader(taxonomy, skills).read(blocks, title)
    requirements = requirements_of(wanted, seniority, taxonomy)
    if not requirements:
        raise JobError(
            "no-skills", "no skill that gapcheck knows is asked for here: is this a job posting, and is it in English?"
        )
    return Job(
        path=str(path),
        title=title,
        seniority=seniority.name if seniority else None,
        requirements=requirements,
        unknown=tuple(unknown),
        facts=facts.facts(posting),
    )
