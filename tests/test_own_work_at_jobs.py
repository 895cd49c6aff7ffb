"""What was made at a job and given to the world is a work of one's own; what is used daily works on real data."""

from __future__ import annotations

import pytest
from portfolios import report_on

from gapcheck import Analyzer
from gapcheck.report.model import GapReport
from gapcheck.taxonomy import load_taxonomy


def at_job(analyzer: Analyzer, *lines: str) -> GapReport:
    said = "\n".join(f"- {line}" for line in ("Trained neural networks in PyTorch for tides", *lines))
    return report_on(analyzer, f"# Experience\n## Researcher, Castleby Lab | Jan 2022 - Present\n{said}\n")


@pytest.mark.parametrize(
    ("line", "thing"),
    [
        ("Led the annotation of 9,000 frames and released the data set with code", "Data set"),
        ("Open-sourced the tide toolkit, 310 GitHub stars", "Toolkit"),
        ("Released the model weights, 4,000 downloads", "Model weights"),
        ("Released the code of the tide model", None),  # how much, who took it up or where it lies is not said
        ("Released 9,000 fish into the sea", None),
        ("Used a data set of 9,000 frames", None),
        ("Hope to release the data set of 9,000 frames", None),
    ],
)
def test_thing_released_at_a_job_is_a_work_of_ones_own(line: str, thing: str | None, analyzer: Analyzer) -> None:
    works = at_job(analyzer, line).portfolio.entries
    assert [one.title for one in works] == ([f"{thing} from Researcher, Castleby Lab"] if thing else [])
    assert all(one.kind == "project" for one in works)


def test_released_thing_shows_what_its_own_sentence_says(analyzer: Analyzer) -> None:
    line = "Trained a forecast of the tides, MAE 0.11 on a held-out year. Released the data set of 9,000 frames"
    (work,) = at_job(analyzer, line).portfolio.entries
    assert work.data and not work.result and not any(one.id == "training" for one in work.stages)


def test_code_released_with_a_paper_is_a_work_of_ones_own(analyzer: Analyzer) -> None:
    paper = '# Publications\n- U. Brandt. "When the tide turns." Coast conference, 2025.{}\n'
    for said, count in (("", 0), (" Code released, 120 stars on GitHub.", 1)):
        job = "# Experience\n## Researcher, Castleby Lab | Jan 2022 - Present\n- Tides in PyTorch\n"
        text = f"{job}{paper.format(said)}"
        (code,) = [one for one in report_on(analyzer, text).portfolio.criteria if one.id == "documentation"]
        assert code.count == count


def test_line_on_a_released_thing_counts_once(analyzer: Analyzer) -> None:
    report = at_job(analyzer, "Released the data set of 9,000 frames with code")
    (real,) = [one for one in report.portfolio.criteria if one.id == "real-data"]
    assert real.count == 1


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("The tide assistant has 3,500 daily users", 1),
        ("It answers 38% of tickets alone", 1),
        ("It answers 38% of tickets alone, and 20% of the messages", 1),
        ("It answers tickets alone", 0),
        ("Answers come from 1,300 leaflets by retrieval in scikit-learn", 1),
        ("Answered 1,300 letters in between", 0),
        ("The tide assistant has a few users", 0),
    ],
)
def test_what_so_many_use_works_on_real_data(line: str, count: int, analyzer: Analyzer) -> None:
    (real,) = [one for one in at_job(analyzer, line).portfolio.criteria if one.id == "real-data"]
    assert real.count == count


def test_users_of_a_project_are_no_data(analyzer: Analyzer) -> None:
    text = "# Projects\n## Tides | 2026\n- Trained a neural network in PyTorch, 3,500 daily users\n"
    (real,) = [one for one in report_on(analyzer, text).portfolio.criteria if one.id == "real-data"]
    assert real.count == 0


@pytest.mark.parametrize("skill", ["vision transformer", "CNN", "object detection", "image segmentation"])
def test_any_network_for_pictures_meets_what_vision_asks(skill: str) -> None:
    profile = load_taxonomy().profiles["computer-vision-engineer"]
    (row,) = [one for one in profile.requirements if one.id == "cnn"]
    names = {load_taxonomy().word_for(one).lower() for one in row.any_of} | {"vision transformer", "cnn"}
    assert skill.lower() in names or skill in row.any_of


@pytest.mark.parametrize(("degree", "of_field"), [("PhD in Computer Vision", True), ("PhD in Botany", False)])
def test_thesis_is_of_the_field_of_its_degree(degree: str, of_field: bool, analyzer: Analyzer) -> None:
    text = f"# Education\n## {degree}, Castleby University | 2020 - 2024\n## Thesis: Few labels for many weeds\n"
    portfolio = report_on(analyzer, text).portfolio
    assert bool(portfolio.other_projects) != of_field
    assert [one.kind for one in portfolio.entries] == (["thesis"] if of_field else [])
