"""Short resumes in plain text, and the levels found in them."""

from __future__ import annotations

from skill_resumes import findings_on

from gapcheck import Analyzer
from gapcheck.report import GapReport

NAME = "Mira Sandoval\nmira@example.org\n\n"
EDUCATION = "\nEDUCATION\nBSc Biology, Halden University    2016 - 2019\n"


def report(analyzer: Analyzer, body: str) -> GapReport:
    return analyzer.analyze_bytes((NAME + body + EDUCATION).encode(), "resume.txt")


def job(*lines: str, title: str = "Analyst, Orrin Foods    Jan 2020 - Jun 2022") -> str:
    return f"EXPERIENCE\n{title}\n" + "".join(f"- {line}\n" for line in lines)


def levels_in(analyzer: Analyzer, body: str) -> dict[str, str]:
    """The levels alone, without a report."""
    found = findings_on((NAME + body + EDUCATION).encode(), "resume.txt", analyzer.taxonomy)
    return {one.skill: one.level.name for one in found.skills}


def levels(found: GapReport) -> dict[str, str]:
    return {one.id: one.level for one in found.skills}
