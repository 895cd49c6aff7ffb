"""A document read as a resume → whether it is likely one; asked of files whose name does not say so."""

from __future__ import annotations

from gapcheck.resume.model import Resume
from gapcheck.taxonomy import SectionKind

_USUAL = {
    SectionKind.experience,
    SectionKind.projects,
    SectionKind.education,
    SectionKind.skills,
    SectionKind.certifications,
    SectionKind.publications,
}
_FEWEST = 2


def looks_like_resume(resume: Resume) -> bool:
    """Whether it has two of the usual sections under headings of their own, and an entry with a date: a posting has the
    headings without dates, notes have neither.
    """
    headed = {section.kind for section in resume.sections if section.heading} & _USUAL
    return len(headed) >= _FEWEST and any(entry.dates for _, entry in resume.entries())
