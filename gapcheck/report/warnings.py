"""What was found → the warnings that a report opens with."""

from __future__ import annotations

from gapcheck.report.wording import TRICKS
from gapcheck.resume import Resume
from gapcheck.resume.age import last_known_month
from gapcheck.resume.model import month_text
from gapcheck.skills.reader import Findings
from gapcheck.taxonomy import Reason, Taxonomy


def warnings_of(findings: Findings, resume: Resume, taxonomy: Taxonomy) -> list[str]:
    """Tricks that were found, a resume without skills, and one that may be old, each in a sentence."""
    tricks = {one.reason for one in findings.not_counted if one.reason.is_trick}
    warnings = [f"{TRICKS[reason]}: it was not counted" for reason in Reason if reason in tricks]
    if not findings.skills:
        warnings.append("no skill was found: is this a resume, and does it name tools, methods or projects?")
    if (known := last_known_month(resume, taxonomy.entry_words.age)) is not None:
        said, read = month_text(known), month_text(resume.as_of)
        warnings.append(f"nothing in it is newer than {said}: does “present” still hold? Months are counted to {read}")
    return warnings
