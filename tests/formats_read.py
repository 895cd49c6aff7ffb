"""What is looked at in a document of any format."""

from __future__ import annotations

from pages import AS_OF
from skill_resumes import findings_on

from gapcheck import Analyzer
from gapcheck.documents import Line, read_content
from gapcheck.resume import Resume
from gapcheck.resume.reader import read_resume
from gapcheck.taxonomy import Taxonomy


def lines_of(content: bytes) -> list[Line]:
    return [line for page in read_content(content, "made").pages for line in page.lines]


def texts_of(content: str | bytes) -> list[str]:
    return [line.text for line in lines_of(content.encode() if isinstance(content, str) else content)]


def hidden_of(content: bytes) -> list[str]:
    return [line.text for page in read_content(content, "made").pages for line in page.hidden]


def resume_in(content: bytes, taxonomy: Taxonomy) -> Resume:
    return read_resume(read_content(content, "made"), taxonomy, AS_OF)


def skills_in(content: bytes, analyzer: Analyzer) -> dict[str, tuple[str, str]]:
    found = findings_on(content, "made", analyzer.taxonomy)
    return {one.skill: (one.level.name, one.how.value) for one in found.skills}
