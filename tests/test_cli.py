"""The installed command, driven as a user does: options, exit codes, and what bad input gets."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from command import ROOT, gapcheck, installed, told
from pages import Text, pdf_of

SAMPLES = sorted((ROOT / "samples").glob("*.pdf"))


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def report_on(path: Path, *options: str) -> dict[str, Any]:
    report: dict[str, Any] = json.loads(gapcheck(path, "--format", "json", "--as-of", "2026-11", *options).stdout)
    return report


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(gapcheck("schema").stdout)
    return found


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_json_of_every_sample_fits_the_published_schema(sample: Path, schema: dict[str, Any]) -> None:
    report = report_on(sample)
    jsonschema.validate(report, schema)
    assert report["schema"] == "gapcheck/report/1"
    assert list(report)[:6] == ["schema", "document", "profile", "summary", "resume", "health"]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_every_claim_quotes_a_line_of_the_page_it_names(sample: Path) -> None:
    for skill in report_on(sample)["skills"]:
        assert skill["evidence"]
        for line in skill["evidence"]:
            x0, top, x1, bottom = line["box"]
            assert line["quote"] and line["page"] >= 1 and x0 < x1 and top < bottom


def test_version_and_help_answer() -> None:
    assert installed("--version").stdout.startswith("gapcheck 0.")
    assert "resume" in gapcheck("--help").stdout


def test_subcommand_may_be_left_out() -> None:
    sample = SAMPLES[0]
    assert installed(sample, "--as-of", "2026-11").stdout == gapcheck("analyze", sample, "--as-of", "2026-11").stdout


def test_output_goes_to_a_file_and_the_message_to_standard_error(tmp_path: Path) -> None:
    target = tmp_path / "report.json"
    run = gapcheck(SAMPLES[0], "--format", "json", "-o", target)
    assert run.stdout == "" and "wrote" in run.stderr
    assert json.loads(target.read_text(encoding="utf-8"))["document"]["path"] == str(SAMPLES[0])


def test_a_folder_gives_one_json_line_a_resume_in_order(tmp_path: Path) -> None:
    names = ["a.pdf", "b/a.pdf", "b/c.pdf", "d.pdf"]
    (tmp_path / "b").mkdir()
    for sample, name in zip(SAMPLES, reversed(names), strict=False):
        shutil.copy(sample, tmp_path / name)
    lines = gapcheck(tmp_path, "--format", "json", "-q").stdout.splitlines()
    paths = [json.loads(line)["document"]["path"] for line in lines]
    assert paths == [str(tmp_path / name) for name in names]


def test_fail_under_gives_exit_code_three() -> None:
    gapcheck(SAMPLES[0], "--fail-under", "0.0")
    gapcheck(SAMPLES[0], "--fail-under", "1.0", expect=3)


def test_as_of_fixes_what_present_means() -> None:
    strong = ROOT / "samples" / "strong.pdf"
    early, late = (
        {
            skill["id"]: skill["months"]
            for skill in json.loads(gapcheck(strong, "-f", "json", "--as-of", month).stdout)["skills"]
        }
        for month in ("2026-01", "2026-11")
    )
    assert late["python"] - early["python"] == 10


def test_no_color_prints_no_escape_sequences() -> None:
    assert "\x1b" not in gapcheck(SAMPLES[0], "--no-color").stdout


@pytest.fixture
def bad_files(tmp_path: Path) -> dict[str, Path]:
    good = pdf_of([Text(60, 60, "Mira Sandoval")])
    contents = {
        "not-a-resume-file": bytes(range(1, 32)),
        "broken": good[: len(good) // 3],
        "no-text": pdf_of([]),
        "empty": b"",
    }
    paths = {}
    for name, content in contents.items():
        paths[name] = tmp_path / f"{name}.pdf"
        paths[name].write_bytes(content)
    paths["empty-folder"] = tmp_path / "nothing"
    paths["empty-folder"].mkdir()
    paths["not-found"] = tmp_path / "absent.pdf"
    return paths


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("not-a-resume-file", "not-a-resume-file"),
        ("broken", "broken"),
        ("no-text", "no-text"),
        ("empty", "not-a-resume-file"),
        ("empty-folder", "empty-folder"),
        ("not-found", "not-found"),
    ],
)
def test_bad_input_costs_one_line_with_cause_and_remedy(name: str, code: str, bad_files: dict[str, Path]) -> None:
    run = gapcheck(bad_files[name], "--format", "json", expect=1)
    (line,) = run.stderr.splitlines()
    assert str(bad_files[name]) in line and code in line and ": " in line
    (answer,) = run.stdout.splitlines() if name == "empty-folder" else [run.stdout]
    error = json.loads(answer)
    assert error["schema"] == "gapcheck/error/1" and error["error"]["code"] == code


def test_other_files_are_analysed_when_one_is_bad(bad_files: dict[str, Path]) -> None:
    run = gapcheck(SAMPLES[0], bad_files["broken"], SAMPLES[1], "--format", "json", expect=1)
    kinds = [json.loads(line)["schema"] for line in run.stdout.splitlines()]
    assert kinds == ["gapcheck/report/1", "gapcheck/error/1", "gapcheck/report/1"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("--as-of", "2026-13"),
        ("--as-of", "soon"),
        ("--format", "xml"),
        ("--profile", "astronaut"),
        ("--fail-under", "7"),
    ],
    ids=" ".join,
)
def test_wrong_usage_gives_exit_code_two(arguments: tuple[str, str]) -> None:
    assert arguments[0] in gapcheck(SAMPLES[0], *arguments, expect=2).stderr


def test_resume_in_another_language_gets_a_report_with_a_warning(tmp_path: Path) -> None:
    dutch = "Ik heb met de afdeling aan de planning van de wagens en met de chauffeurs van het spoor gewerkt"
    lines = [Text(60, 60 + 16 * row, dutch) for row in range(6)]
    path = tmp_path / "werkervaring.pdf"
    path.write_bytes(pdf_of(lines))
    run = gapcheck(path, "--format", "json")
    assert "Dutch" in " ".join(json.loads(run.stdout)["document"]["warnings"])
    assert "Dutch" in run.stderr


def test_document_without_skills_gets_a_report_with_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "letter.pdf"
    path.write_bytes(pdf_of([Text(60, 60, "The train leaves at nine and arrives at ten.")]))
    report = report_on(path)
    assert report["skills"] == [] and "no skill" in " ".join(report["document"]["warnings"])
    assert "John" not in json.dumps(report)  # nobody is invented


def test_explain_tells_how_a_level_comes_about() -> None:
    said = gapcheck("explain", "samples/strong.pdf", "aws", "--as-of", "2026-11").stdout
    assert "demonstrated: “AWS”" in said and "23 dated months" in said and "Level intermediate (demonstrated)" in said


def test_explain_names_what_does_not_count() -> None:
    said = gapcheck("explain", "samples/researcher.pdf", "kubernetes").stdout
    assert "not counted, negated: “Kubernetes”" in said and "none of this counts" in said
    assert "nothing on this resume" in gapcheck("explain", "samples/researcher.pdf", "tableau").stdout


def test_explain_of_an_unknown_skill_or_file_is_refused() -> None:
    assert "there is no skill juggling" in gapcheck("explain", "samples/strong.pdf", "juggling", expect=2).stderr
    assert "did you mean machine-learning" in told(
        gapcheck("explain", "samples/strong.pdf", "machine lerning", expect=2)
    )
    assert "not-found" in gapcheck("explain", "no.pdf", "python", expect=1).stderr


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--hours-per-week", "0"), "hours a week"),
        (("--hours-per-week", "-5"), "hours a week"),
        (("--hours-per-week", "0.001"), "give 0.1 to 168"),
        (("--as-of", "9999-12"), "give a day before the year 3000"),
        (("--by", "2020-01"), "give a later day"),
        (("--by", "soon"), "not a month"),
    ],
)
def test_plan_without_time_is_refused_in_one_line(options: tuple[str, str], said: str) -> None:
    run = gapcheck("samples/strong.pdf", *options, expect=2)
    assert said in " ".join(run.stderr.replace("│", " ").split()) and not run.stdout


@pytest.mark.parametrize(("month", "told"), [(f"{date.today().year + 3}-01", True), ("2026-11", False)])
@pytest.mark.parametrize(
    "command",
    [
        ("analyze", "samples/beginner.pdf"),
        ("explain", "samples/beginner.pdf", "python"),
        ("notes", "samples/beginner.pdf"),
    ],
)
def test_day_of_reading_that_is_far_ahead_is_warned_of_once(command: tuple[str, ...], month: str, told: bool) -> None:
    said = gapcheck(*command, "--as-of", month).stderr
    assert said.count("is more than a year ahead") == told


def test_plan_by_a_day_says_what_stays_open() -> None:
    report = report_on(ROOT / "samples" / "beginner.pdf", "--by", "2027-02", "--hours-per-week", "12")
    plan = report["schedule"]
    assert plan["ends"] <= "2027-02-01" and plan["hours"] <= 12 * (31 + 31 + 30) / 7 and plan["left_open"]
    assert plan["hours"] == sum(step["hours"] for step in report["plan"]) == sum(one["hours"] for one in plan["phases"])
