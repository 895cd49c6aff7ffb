"""Resumes that tell of their writer as of somebody else: `Owns the reports; she writes the SQL herself`."""

from __future__ import annotations

import pytest
from skill_resumes import Read, found, job, left_out

from gapcheck.resume import Entry, EntryKind, Item, Section
from gapcheck.skills.reader import SkillReader
from gapcheck.taxonomy import SectionKind
from gapcheck.text.tokens import Tokens

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


@pytest.mark.parametrize(("codes", "word"), [((), "i"), (("en", "es"), "he")])
def test_only_english_is_read_so(codes: tuple[str, ...], word: str, skill_reader: SkillReader) -> None:
    lines = "A baker. Owns the ovens. Presents the bread. Hoy he escrito y he leído."
    entry = Entry(EntryKind.text, "", ())
    section = Section(SectionKind.experience, "", (entry,))
    reader = skill_reader.of_languages(codes) if codes else skill_reader
    doc = reader.mentions([(section, entry, 0, Item(lines, (), (0,)))], upto="skill_candidates")
    assert Tokens.of(doc).lower.count(word) == 2
