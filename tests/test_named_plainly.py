"""Skills of the trade told in plain words, and names in places where they mean something else."""

from __future__ import annotations

import pytest

from gapcheck import Analyzer


def skills_in(analyzer: Analyzer, text: str) -> set[str]:
    return {
        one.id
        for one in analyzer.analyze_bytes(f"Mira Sandoval\nmira@example.org\n\n{text}\n".encode(), "a.txt").skills
    }


@pytest.mark.parametrize(
    ("line", "is_shown"),
    [
        ("Each merge is checked, packed with Docker and shipped without a hand on it", True),
        ("Code in GitLab; the pipeline runs all tests at every push", True),
        ("Unit tests run at every commit, and nobody has to think of them", True),
        ("Unit tests of the fare tables, written by me", False),
        ("Each push of the trolley is checked by the porter", False),
    ],
)
def test_build_by_machine_is_told_by_what_each_merge_sets_off(line: str, is_shown: bool, analyzer: Analyzer) -> None:
    text = f"EXPERIENCE\nBackend Engineer, Halden Mills    Jan 2020 - Jun 2022\n- {line}"
    assert ("ci-cd" in skills_in(analyzer, text)) is is_shown


@pytest.mark.parametrize(
    ("words", "is_shown"),
    [("Python and statistics, one day each on Docker and Spark", True), ("Docker, one day", False)],
)
def test_one_day_of_a_course_is_no_wish(words: str, is_shown: bool, analyzer: Analyzer) -> None:
    text = f"TRAINING\nData Bootcamp, full time, 14 weeks    May 2022 - Aug 2022\n{words}."
    assert ("docker" in skills_in(analyzer, text)) is is_shown


@pytest.mark.parametrize(
    ("line", "is_shown"),
    [
        ("Took the upper forms for calculus and probability", True),
        ("Weighed hope and probability, and bought the boat", False),
        ("Made probability models of broken masts", True),
        ("In all probability the last card index of the county", False),
    ],
)
def test_probability_is_a_subject_beside_others(line: str, is_shown: bool, analyzer: Analyzer) -> None:
    text = f"EXPERIENCE\nTeacher, Halden School    Jan 2020 - Jun 2022\n- {line}"
    assert ("probability" in skills_in(analyzer, text)) is is_shown


@pytest.mark.parametrize(
    ("line", "skill", "is_shown"),
    [
        ("Payroll of 90, with tax and CPP", "cpp", False),
        ("Drivers for the crane in Cpp, a compiler of our own", "cpp", True),
        ("Gave and recorded the drugs of people with hepatitis C.", "c", False),
        ("Gave and recorded the readings of pumps with firmware in C.", "c", True),
        ("Engine in Python with NumPy for the game Go, on a small board", "go", False),
        ("Engine in Go with Redis for the game of draughts", "go", True),
    ],
)
def test_letters_of_other_trades_are_no_language(line: str, skill: str, is_shown: bool, analyzer: Analyzer) -> None:
    text = f"EXPERIENCE\nAnalyst, Halden Mills    Jan 2020 - Jun 2022\n- {line}"
    assert (skill in skills_in(analyzer, text)) is is_shown
