"""Short resumes about a skill, and what is found in them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pages import AS_OF, document_of, resume_pdf

from gapcheck.documents import Document, read_content
from gapcheck.resume.reader import read_resume
from gapcheck.skills import SkillEvidence
from gapcheck.skills.reader import Findings, SkillReader
from gapcheck.skills.reader import skill_reader as shared_reader
from gapcheck.taxonomy import Taxonomy

Read = Callable[[str | bytes | Document], Findings]


def job(*lines: str) -> str:
    """A resume with one job of three months that says these lines."""
    return "\n".join(
        ["Mira Sandoval", "# Experience", "## Analyst, Kestrel Foods | Jan 2020 - Mar 2020"]
        + [f"- {line}" for line in lines]
        + ["# Education", "## BSc Biology, Delft University | 2016 - 2019"]
    )


def skills_list(*lines: str) -> str:
    """A resume with these lines in its skills section and no entry that uses them."""
    return "\n".join(
        ["Mira Sandoval", "# Skills", *lines, "# Education", "## BSc Biology, Delft University | 2016 - 2019"]
    )


def summary(*lines: str) -> str:
    """A resume with these lines as its summary."""
    return skills_list(*lines).replace("# Skills", "# Summary")


def findings_on(content: bytes, name: str, taxonomy: Taxonomy) -> Findings:
    """What a resume says of skills. A whole report on it takes three times as long: most of that is the plan."""
    return shared_reader(taxonomy).read(read_resume(read_content(content, name), taxonomy, AS_OF))


def found(findings: Findings) -> set[str]:
    return {one.skill for one in findings.skills}


def skill(findings: Findings, name: str) -> SkillEvidence:
    return next(one for one in findings.skills if one.skill == name)


def left_out(findings: Findings) -> set[tuple[str, str]]:
    return {(one.skill, one.reason.value) for one in findings.not_counted}


def case(*values: object) -> object:
    """A case named by its first value."""
    name = str(values[0])
    return pytest.param(*values, id=name)


@pytest.fixture
def read(taxonomy: Taxonomy, skill_reader: SkillReader) -> Read:
    """A resume in the notation of `resume_pdf`, as a PDF or as a document → what it says of skills."""

    def findings(source: str | bytes | Document) -> Findings:
        if isinstance(source, str):
            source = resume_pdf(source)
        document = document_of(source) if isinstance(source, bytes) else source
        return skill_reader.read(read_resume(document, taxonomy, AS_OF))

    return findings
