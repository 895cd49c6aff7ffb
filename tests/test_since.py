"""Since when a line says that it is so, and other words of lines that are not what they look like."""

from __future__ import annotations

from pathlib import Path

import pytest

from gapcheck import Analyzer, GapReport
from gapcheck.resume import DateRange
from gapcheck.skills.since import from_then_on, since_when

WORDS = ("since", "seit")


@pytest.mark.parametrize(
    ("text", "name", "year"),
    [
        ("Since 2025: wrote the rota in Python", "Python", 2025),
        ("Since March 2025, the rota in Python", "Python", 2025),
        ("Python (since 2024) for the tables", "Python", 2024),
        ("Python, since 2024", "Python", 2024),
        ("Python seit 2023", "Python", 2023),
        ("Read rainfall since 1998 in Python", "Python", None),  # the age of the rain
        ("Python for the rainfall since 1998", "Python", None),
        ("Python since the merger", "Python", None),
    ],
)
def test_year_is_that_of_the_line_or_of_the_name_in_front_of_it(text: str, name: str, year: int | None) -> None:
    end = text.index(name) + len(name)
    assert since_when(text, end, WORDS) == (None if year is None else year * 12)


def test_time_begins_no_later_than_it_ends_and_no_earlier_than_it_did() -> None:
    dates = DateRange(100, 150, 51)
    assert from_then_on(dates, 140) == DateRange(140, 150, 11)
    assert from_then_on(dates, 90) == from_then_on(dates, 200) == dates
    twice = DateRange(100, 150, 31, spells=(DateRange(100, 110, 11), DateRange(131, 150, 20)))
    assert from_then_on(twice, 141).spells == (DateRange(141, 150, 10),)
    length = DateRange(None, None, 6)
    assert from_then_on(length, 140) == length


def read(analyzer: Analyzer, *lines: str, profile: str = "Keeps tables.") -> GapReport:
    bullets = "\n".join(f"- {line}" for line in lines)
    text = f"# Una Brandt\nuna@example.org\n\n## Profile\n{profile}\n\n## Experience\n\n"
    return analyzer.analyze_bytes(f"{text}### Warden, Mill Museum (Jan 2020 - Present)\n{bullets}\n".encode(), "una.md")


def months(report: GapReport, skill: str) -> int:
    return next((one.months for one in report.skills if one.id == skill), -1)


@pytest.mark.parametrize(
    ("lines", "counted"),
    [
        (["Tables of visitors in Python"], 83),
        (["Since 2025: tables of visitors in Python"], 23),
        (["Since 2025: tables of visitors in pandas"], 23),  # and of what that implies
        (["Since 2025: tables of visitors in Python", "Rota of the guides in Python"], 83),
    ],
)
def test_months_of_a_skill_begin_where_all_its_lines_say(lines: list[str], counted: int, analyzer: Analyzer) -> None:
    assert months(read(analyzer, *lines), "python") == counted


def test_what_the_profile_says_of_a_skill_holds_for_every_job_and_what_builds_on_it(analyzer: Analyzer) -> None:
    report = read(analyzer, "Tables of visitors in pandas", profile="I have taught myself Python since 2024.")
    assert months(report, "python") == months(report, "pandas") == 35


def test_dates_that_a_file_states_are_taken_as_they_are(analyzer: Analyzer) -> None:
    work = (
        '{"position": "Warden", "name": "Mill", "startDate": "2020-01", "highlights": ["Tables in Python since 2025"]}'
    )
    content = f'{{"basics": {{"name": "Una Brandt"}}, "work": [{work}]}}'
    assert months(analyzer.analyze_bytes(content.encode(), "resume.json"), "python") == 83


@pytest.mark.parametrize("measure", ["R squared", "R²", "R2", "R-squared", "C-index"])
def test_share_of_variance_is_no_language(measure: str, analyzer: Analyzer) -> None:
    found = {one.id for one in read(analyzer, f"Predicted visits by linear regression, {measure} of 0.8").skills}
    assert not found & {"r", "c"} and "model-evaluation" in found


def test_calibration_is_no_evaluation_of_a_model(analyzer: Analyzer) -> None:
    found = {one.id for one in read(analyzer, "Calibrated the scales, R squared above 0.99").skills}
    assert not found & {"r", "model-evaluation"}


@pytest.mark.parametrize(
    ("line", "skill", "counts"),
    [
        ("Built tables together with the data science team", "data-science", False),
        ("Supported our machine learning team with tables", "machine-learning", False),
        ("Tables for the data science team", "data-science", False),
        ("Did the data science of the museum", "data-science", True),
    ],
)
def test_team_that_is_called_after_its_work_is_somebody_else(
    line: str, skill: str, counts: bool, analyzer: Analyzer
) -> None:
    assert (skill in {one.id for one in read(analyzer, line).skills}) is counts


def test_what_moves_data_runs_no_model(analyzer: Analyzer) -> None:
    model = "Built the feature tables for the churn model: joins, backfills, late data"
    jobs = "Run 60 Airflow DAGs and Spark jobs over 4 TB of call records a day; on-time delivery from 91% to 99%"
    assert "model-deployment" not in {one.id for one in read(analyzer, model, jobs).skills}
    served = "Run the churn model every night in Airflow for 70 shops"
    assert "model-deployment" in {one.id for one in read(analyzer, model, served).skills}


def test_explanation_tells_what_a_score_on_training_data_takes_away(analyzer: Analyzer, tmp_path: Path) -> None:
    path, head = tmp_path / "una.md", "# Una Brandt\nuna@example.org\n\n## Projects\n\n### Bird calls (2026)\n"
    path.write_text(
        f"{head}- Sorted bird calls by a CNN in Keras, 97% accuracy on the training data\n", encoding="utf-8"
    )
    found = analyzer.explain(path, "model-evaluation").result
    assert found is not None and "training data" in found.why and found.support.entries == 0
