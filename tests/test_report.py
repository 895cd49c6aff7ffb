"""What the reports say, whole: snapshots of the samples in the terminal and as JSON."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from rich.console import Console
from syrupy.assertion import SnapshotAssertion

from gapcheck import Analyzer
from gapcheck.report.terminal import print_report

SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*.pdf"))


def terminal(path: Path, analyzer: Analyzer, width: int) -> str:
    report = analyzer.analyze(path)
    short = report.model_copy(update={"document": report.document.model_copy(update={"path": path.name})})
    stream = io.StringIO()
    print_report(short, Console(file=stream, width=width, no_color=True, highlight=False))
    return "\n".join(line.rstrip() for line in stream.getvalue().splitlines())


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_terminal_report(sample: Path, analyzer: Analyzer, snapshot: SnapshotAssertion) -> None:
    assert terminal(sample, analyzer, 80) == snapshot


def test_terminal_report_fits_eighty_columns(analyzer: Analyzer) -> None:
    assert all(len(line) <= 80 for sample in SAMPLES for line in terminal(sample, analyzer, 80).splitlines())


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_skills_levels_and_verdicts_of_the_samples(
    sample: Path, analyzer: Analyzer, snapshot: SnapshotAssertion
) -> None:
    report = json.loads(analyzer.analyze(sample).to_json())
    assert {
        "summary": report["summary"],
        "skills": {one["id"]: f"{one['level']}, {one['how']}, {one['why']}" for one in report["skills"]},
        "not counted": sorted(f"{one['id']}: {one['reason']}" for one in report["not_counted"]),
        "requirements": {
            one["id"]: f"{one['status']} ({one['found']} of {one['expected']})" for one in report["requirements"]
        },
    } == snapshot


def test_same_input_gives_the_same_report(analyzer: Analyzer) -> None:
    assert analyzer.analyze(SAMPLES[0]).to_json() == analyzer.analyze(SAMPLES[0]).to_json()
