"""Entries of a resume in plain text or HTML."""

from __future__ import annotations

from collections.abc import Callable

from gapcheck.resume import Resume

Read = Callable[[str], Resume]

EDUCATION = "\n\nEDUCATION\nBSc Biology, Halden University, 2006 - 2010\n"


def jobs(resume: Resume) -> list[tuple[str, int]]:
    return [(one.title, one.dates.months if one.dates else 0) for _, one in resume.entries() if one.kind.is_work]


def months(resume: Resume) -> list[int]:
    return [length for _, length in jobs(resume)]


def resume_with(headings: tuple[str, str, str], mark: str = "# ") -> str:
    work, skills, education = (f"{mark}{heading}" for heading in headings)
    return (
        f"Mira Solheim\n{work}\nBaker, Kestrel Foods | Jan 2018 - Dec 2019\n- Baked rye bread for the town\n"
        f"{skills}\nPython, Docker\n{education}\nBSc Biology, Halden University | 2006 - 2010\n"
    )
