"""What is praised first stands in work of now; what only a list, a course or a tutorial has is called so."""

from __future__ import annotations

import io
from datetime import date

import pytest
from portfolios import report_on
from rich.console import Console

from gapcheck import Analyzer
from gapcheck.outputs.terminal.screen import print_report, text_report
from gapcheck.report.strengths import only_named, strengths, thin_ground

JOB = "# Experience\n## {title} | {dates}\n{lines}\n"
SQL = "- SQL of the berths\n- SQL of the tolls\n- SQL of the tides\n"


def job(title: str, lines: str, dates: str = "Jan 2021 - Present") -> str:
    return JOB.format(title=title, dates=dates, lines=lines)


def test_thin_and_limited_skills_are_no_strengths(analyzer: Analyzer) -> None:
    text = job("Teacher, Port School", "- Rules on generative AI for the school\n- Taught German\n")
    page = "# Projects\n## Words | 2026\n- Packed the page in Docker\n\n# Skills\nDocker{}\n"
    limited, not_so = (" ".join(strengths(report_on(analyzer, text + page.format(one)))) for one in (" (basics)", ""))
    assert "Generative" not in limited + not_so
    assert "Docker" not in limited and "Docker" in not_so


@pytest.mark.parametrize(("dates", "praised"), [("Jan 2021 - Present", True), ("Jan 2015 - Mar 2015", False)])
def test_strength_is_what_recent_or_most_work_shows(dates: str, praised: bool, analyzer: Analyzer) -> None:
    now = "" if praised else job("Baker, Mill", "- Baked\n", "Apr 2015 - Present")
    said = strengths(report_on(analyzer, f"{now}\n{job('Clerk, Port', SQL, dates)}"))
    assert any(one.startswith("SQL") for one in said) is praised


def test_result_of_a_job_is_told_where_hardly_anything_else_is_strong(analyzer: Analyzer) -> None:
    line = "Built an Excel forecast of guests per evening from three years of bookings; waste fell by 14%"
    (said,) = strengths(report_on(analyzer, job("Manager, Ferry Inn", f"- {line}\n")))
    assert said.startswith(f"A result of your work in numbers: “{line[:80]}") and len(said) < 140


@pytest.mark.parametrize(
    ("skills", "word", "line"),
    [
        ("Docker", "listed", "✓ met: Containers"),
        ("Docker (one course in 2019)", "listed, “one course”", "◐ met on thin ground, say or do more: Containers"),
    ],
)
def test_what_only_a_list_names_is_never_met_without_a_mark(
    skills: str, word: str, line: str, analyzer: Analyzer
) -> None:
    report = report_on(analyzer, f"# Skills\n{skills}\n")
    (row,) = (one for one in report.requirements if one.id == "docker")
    assert row.status == "met" and only_named(row, report) == word
    (told,) = (one for one in text_report(report).splitlines() if one.startswith(line))
    assert told.endswith(word) or line[0] == "◐"


def test_what_work_shows_is_met_without_a_mark(analyzer: Analyzer) -> None:
    report = report_on(analyzer, job("Engineer, Port", "- Packed the services in Docker\n"))
    assert only_named(next(one for one in report.requirements if one.id == "docker"), report) == ""


@pytest.mark.parametrize(("data", "firm"), [("Ames housing", False), ("900 houses of our street", True)])
def test_practice_is_thin_ground(data: str, firm: bool, analyzer: Analyzer) -> None:
    works = "".join(
        f"## {one} | 2026\n- Random forest with scikit-learn on {data}, cross-validated\n" for one in ("A", "B")
    )
    report = report_on(analyzer, f"# Projects\n{works}")
    assert ("supervised-learning" not in {row.id for row in thin_ground(report)}) is firm


SPLIT = "## Bikes | 2026\n- Forecast of free bikes an hour ahead by a random forest; error 2.1 bikes. {split}\n"


@pytest.mark.parametrize(
    ("split", "asked"), [("Random 80/20 split", True), ("Latest months held back, then a random split of these", False)]
)
def test_random_split_of_what_comes_in_time_is_asked_about_and_goes_on(
    split: str, asked: bool, analyzer: Analyzer
) -> None:
    report = report_on(
        analyzer, f"# Projects\n{SPLIT.format(split=split)}- Kept its data in SQLite with scikit-learn\n"
    )
    assert bool(report.portfolio.doubts) is asked
    (own,) = (phase for phase in report.schedule.phases if phase.id == "own")
    assert own.steps > 1, "its method is in question, and more is made of it all the same"


@pytest.mark.parametrize(("more", "held"), [(" preparation course", False), ("", True)])
def test_who_prepared_for_an_exam_does_not_hold_its_certificate(more: str, held: bool, analyzer: Analyzer) -> None:
    report = report_on(analyzer, f"# Certificates\nTensorFlow Developer Certificate{more}, 2024\n")
    assert bool(report.certificates) is held
    told = [one.since for one in report.certifications_begun]
    assert told == ([] if held else [date(2024, 5, 1)]), "it is given no more, and who prepares for it is told"


def test_further_skills_say_what_stands_on_thin_ground(analyzer: Analyzer) -> None:
    text = job("Clerk, Port", "- Sums in Excel\n") + "\n# Skills\nExcel\n"
    stream = io.StringIO()
    print_report(report_on(analyzer, text), Console(file=stream, width=100, no_color=True), details=True)
    assert "advanced, on thin ground: Excel" in stream.getvalue()
