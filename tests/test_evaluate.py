"""Measuring: the figures of the fictional corpus, their intervals, comparison, and what is no corpus."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from gapcheck import Analyzer
from gapcheck.cli.main import app
from gapcheck.evaluation.measure import CorpusError, evaluate
from gapcheck.training.confidences import read_rows, rows_of, write_rows

ROOT = Path(__file__).parent.parent
CORPUS = ROOT / "samples" / "corpus"


@pytest.fixture(scope="module")
def measured(analyzer: Analyzer) -> dict[str, Any]:
    return evaluate(CORPUS, analyzer).to_data()


def test_reading_of_the_fictional_corpus_stays_as_right_as_it_was(measured: dict[str, Any]) -> None:
    figures = {name: one["value"] for name, one in measured["figures"].items()}
    assert measured["failed"] == []
    assert figures["f1"] >= 0.98 and figures["level exact"] >= 0.97 and figures["verdicts"] >= 0.97
    assert measured["traps sprung"] <= 2


def test_figures_lie_in_their_intervals(measured: dict[str, Any]) -> None:
    assert all(one["low"] <= one["value"] <= one["high"] for one in measured["figures"].values())


def label(folder: Path, skills: dict[str, Any]) -> None:
    (folder / "labels").mkdir()
    (folder / "labels" / "strong.json").write_text(json.dumps({"id": "strong", "skills": skills}), encoding="utf-8")


def test_wrong_label_shows_as_missed_wrong_and_level_off(tmp_path: Path, analyzer: Analyzer) -> None:
    (tmp_path / "resumes").mkdir()
    (tmp_path / "resumes" / "strong.pdf").write_bytes((ROOT / "samples" / "strong.pdf").read_bytes())
    label(
        tmp_path,
        {"python": {"level": "basic", "how": "listed"}, "cobol": {"level": "basic"}, "rust": {"level": "basic"}},
    )
    (outcome,) = evaluate(tmp_path, analyzer).outcomes
    assert "rust" in outcome.missed and "python +2" in outcome.levels_off


def test_document_that_can_not_be_read_is_a_failure_and_not_the_end(tmp_path: Path, analyzer: Analyzer) -> None:
    label(tmp_path, {"python": {"level": "basic"}})
    (outcome,) = evaluate(tmp_path, analyzer).outcomes
    assert outcome.error == "not-found" and outcome.missed == ["python"]


def test_folder_without_labels_is_no_corpus(tmp_path: Path, analyzer: Analyzer) -> None:
    with pytest.raises(CorpusError, match="holds no labels"):
        evaluate(tmp_path, analyzer)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["evaluate", *map(str, arguments)])


def test_command_compares_with_an_earlier_run(tmp_path: Path) -> None:
    for name in ("labels/a06.json", "labels/b01.json", "resumes/a06.pdf", "resumes/b01.pdf"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(CORPUS / name, tmp_path / name)
    first = run(tmp_path, "--format", "json", "--as-of", "2026-11")
    earlier = json.loads(first.stdout)
    earlier["by document"]["a06"]["wrong"] += ["scala"]
    (tmp_path / "old.json").write_text(json.dumps(earlier), encoding="utf-8")
    said = run(tmp_path, "--compare", tmp_path / "old.json", "--as-of", "2026-11").stdout
    assert "a06  wrong: -scala" in said and "f1" in said


def test_comparison_with_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text("{}", encoding="utf-8")
    answer = run(CORPUS, "--compare", tmp_path / "other.json")
    assert answer.exit_code == 2 and "is no JSON output" in " ".join(answer.stderr.replace("│", " ").split())


def test_kinds_skills_and_confidences_have_tables_of_their_own(tmp_path: Path, analyzer: Analyzer) -> None:
    (tmp_path / "resumes").mkdir()
    (tmp_path / "resumes" / "strong.pdf").write_bytes((ROOT / "samples" / "strong.pdf").read_bytes())
    label(tmp_path, {"python": {"level": "basic", "how": "listed"}, "rust": {"level": "basic", "how": "listed"}})
    found = evaluate(tmp_path, analyzer)
    data = found.to_data()
    assert data["by kind of evidence"]["listed"]["nothing"] == 1
    assert data["by skill"]["rust"] == {"labelled": 1, "found": 0, "missed": 1, "wrong": 0, "level exact": 0}
    assert sum(band["count"] for band in data["by confidence"]) == len(found.outcomes[0].readings) - 1


def test_outcomes_are_added_to_a_file_and_read_again(tmp_path: Path, analyzer: Analyzer) -> None:
    (tmp_path / "resumes").mkdir()
    (tmp_path / "resumes" / "strong.pdf").write_bytes((ROOT / "samples" / "strong.pdf").read_bytes())
    label(tmp_path, {"python": {"level": "basic", "how": "listed"}})
    rows = rows_of(evaluate(tmp_path, analyzer).outcomes)
    file = tmp_path / "outcomes.csv"
    write_rows(rows, file)
    write_rows(rows, file)
    again = read_rows(file)
    assert len(again) == 2 * len(rows) > 0
    assert [(row.what, row.right) for row in again] == [(row.what, row.right) for row in rows] * 2
