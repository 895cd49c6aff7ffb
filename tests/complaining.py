"""What the tests of complaints share: short resumes, and what is found in them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from pages import (
    resume_pdf,
)

from gapcheck import GapReport
from gapcheck.report.skills_model import SkillPart
from gapcheck.resume import Entry, Resume

ROOT = Path(__file__).parent.parent
COMMAND = Path(sys.executable).with_name("gapcheck")

Report = Callable[[str | bytes], GapReport]
Understand = Callable[[str | bytes], Resume]


def pdf(source: str | bytes) -> bytes:
    """The PDF itself, or the one that this text in the notation of `resume_pdf` makes."""
    return resume_pdf(source) if isinstance(source, str) else source


def job(*lines: str) -> str:
    """A resume with one job that says these lines."""
    return "\n".join(
        ["Mira Sandoval", "# Experience", "## Analyst, Kestrel Foods | Jan 2020 - Mar 2020"]
        + [f"- {line}" for line in lines]
        + ["# Education", "## BSc Biology, Delft University | 2016 - 2019"]
    )


def found(report: GapReport) -> set[str]:
    return {one.id for one in report.skills}


def skill(report: GapReport, name: str) -> SkillPart:
    return next(one for one in report.skills if one.id == name)


def jobs(resume: Resume) -> list[Entry]:
    return [entry for _, entry in resume.entries() if entry.kind.is_work]


def run(
    *command: object, cwd: Path = ROOT, expect: int = 0, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [*map(str, command)],
        capture_output=True,
        text=True,
        cwd=cwd,
        env={**os.environ, **(environment or {})},
        check=False,
    )
    assert done.returncode == expect, done.stderr
    return done


FOUR_JOBS = """
    Mira Sandoval
    # Experience
    ## Data Analyst, Kestrel Foods | Jan 2023 - Present
    - Built reports in Tableau
    ## Analyst, Heron Optics | Mar 2021 - Dec 2022
    - Ran Spark jobs every night
    ## Junior Analyst, Finch Bakery | Jan 2020 - Feb 2021
    - Wrote pandas scripts
    ## Clerk, Lark Library | 2017 - 2019
    - Kept the catalogue in MySQL
    # Education
    ## BSc Biology, Delft University | 2014 - 2017
"""
