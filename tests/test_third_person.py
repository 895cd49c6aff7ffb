"""Resumes that tell of their writer as of somebody else: `Owns the reports; she writes the SQL herself`."""

from __future__ import annotations

import pytest
from skill_resumes import Read, found, job, left_out

SHE = "Does not wait for the office: {who} writes {whose} own SQL, and {who} drew the plots in Tableau."


def told(who: str, whose: str) -> tuple[str, ...]:
    return ("Owns the figures of three bakeries.", "Presents them each month.", SHE.format(who=who, whose=whose))


@pytest.mark.parametrize("who, whose", [("she", "her"), ("he", "his")])
def test_writer_of_whom_the_resume_tells_has_done_it(who: str, whose: str, read: Read) -> None:
    assert {"sql", "tableau"} <= found(read(job(*told(who, whose))))


@pytest.mark.parametrize(
    "lines",
    [
        (*told("she", "her"), "I keep the till."),  # the writer speaks, so she is somebody else
        (
            "Kept the figures of three bakeries with Ada.",
            SHE.format(who="she", whose="her"),
        ),  # no line tells of the writer so
        (*told("she", "her"), "When he asks, Tom gets the till."),  # of whom do the lines tell?
    ],
)
def test_somebody_else_stays_somebody_else(lines: tuple[str, ...], read: Read) -> None:
    assert {("sql", "other-person")} <= left_out(read(job(*lines)))
