"""A contest of some days inside of a job shows what it names, and gives no months of the job."""

from __future__ import annotations

import pytest

from gapcheck import Analyzer

POST = "Backend Engineer, Orrin Labs    Jan 2020 - Jun 2024"


@pytest.mark.parametrize(
    ("lines", "level", "months"),
    [
        (["Hackathon May 2023: made a bot on LangChain for the depot"], "basic", 0),
        (["Autumn hackathon, two days: made a bot on LangChain for the depot"], "basic", 0),
        (["Hack day: a bot on LangChain", "Keep the bot in LangChain going"], "advanced", 54),
        (["Built the tool that books the hackathon on LangChain"], "advanced", 54),
        (["Hackathon week planned. The bot for it: in LangChain"], "advanced", 54),
        (["Keep the pages of the yearly hackathon: a bot on LangChain"], "advanced", 54),
        (["A bot on LangChain for the depot"], "advanced", 54),
    ],
    ids=[
        "by its date",
        "by its length",
        "and the job",
        "no contest of the writer",
        "another sentence",
        "work for a contest",
        "the job alone",
    ],
)
def test_hackathon_is_an_entry_and_no_months(lines: list[str], level: str, months: int, analyzer: Analyzer) -> None:
    told = "".join(f"- {line}\n" for line in lines)
    text = f"Mira Sandoval\nmira@example.org\n\nEXPERIENCE\n{POST}\n{told}"
    found = {one.id: one for one in analyzer.analyze_bytes(text.encode(), "a.txt").skills}["langchain"]
    assert (found.level, found.months) == (level, months)
