"""`gapcheck taxonomy suggest`: which words the taxonomy lacks, shown on their lines, and a file to add them with."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest
from pages import Text, pdf_of
from typer.testing import CliRunner, Result

from gapcheck import Analyzer
from gapcheck.cli.main import app
from gapcheck.taxonomy import load, load_taxonomy

SKILLS = {"a": "Python, Loaftracker, CrustDB", "b": "SQL, Loaf-Trackers, loaftracker", "c": "Python, Pytroch"}


def gapcheck(*arguments: object, expect: int = 0) -> Result:
    run = CliRunner().invoke(app, [*map(str, arguments)])
    assert run.exit_code == expect, run.output
    assert run.exception is None or isinstance(run.exception, SystemExit)
    return run


@pytest.fixture(scope="module")
def resumes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("resumes")
    for name, skills in SKILLS.items():
        content = pdf_of(
            [Text(60, 60, "Mira Sandoval"), Text(60, 90, "Skills", size=14, bold=True), Text(60, 110, skills)]
        )
        (folder / f"{name}.pdf").write_bytes(content)
    return folder


@pytest.fixture(scope="module")
def run_folder(resumes: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("run") / "out"
    gapcheck(resumes, "-o", folder, "--jobs", "1", "--quiet")
    return folder


def suggested(*arguments: object) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(gapcheck("taxonomy", "suggest", *arguments, "--format", "json").stdout)
    return found


def test_suggest_ranks_unknown_words_by_the_resumes_they_stand_in(resumes: Path) -> None:
    found = suggested(resumes, "--all")
    assert [(one["text"], one["resumes"]) for one in found] == [("Loaftracker", 2), ("CrustDB", 1), ("Pytroch", 1)]
    assert found[2]["nearest"]["id"] == "pytorch"  # type: ignore[index]
    text = gapcheck("taxonomy", "suggest", resumes).stdout
    assert "      2  Loaftracker" in text and "      1  " not in text
    assert "2 words in fewer than 2 resumes left out: --all shows them" in text


def test_words_of_a_single_resume_are_all_shown(resumes: Path) -> None:
    assert [one["text"] for one in suggested(resumes / "a.pdf")] == ["CrustDB", "Loaftracker"]


def test_spellings_that_one_alias_covers_are_one_word(resumes: Path) -> None:
    assert suggested(resumes)[0]["spellings"] == ["Loaftracker", "Loaf-Trackers", "loaftracker"]


def test_each_word_is_shown_on_lines_that_use_it(resumes: Path) -> None:
    said = gapcheck("taxonomy", "suggest", resumes).stdout
    assert f"{resumes}/a.pdf 1:3 “{SKILLS['a']}”" in said and f"{resumes}/b.pdf 1:3 “{SKILLS['b']}”" in said


def test_reports_that_lie_beside_the_resumes_are_named_and_not_read(resumes: Path, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes((resumes / "a.pdf").read_bytes())
    gapcheck(tmp_path / "a.pdf", "-o", tmp_path / "a.html", "--no-page-images")
    run = gapcheck("taxonomy", "suggest", tmp_path)
    assert "(1 resume read)" in run.stdout and "a.html: own-report" in run.stderr


def test_output_folder_of_a_run_is_used_and_nothing_read_again(
    run_folder: Path, resumes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh = suggested(resumes)
    monkeypatch.setattr(Analyzer, "__init__", lambda *_, **__: pytest.fail("a resume was read"))
    assert suggested(run_folder) == suggested(run_folder / "reports.jsonl") == fresh


def test_resume_that_its_run_holds_too_is_counted_once(run_folder: Path, resumes: Path) -> None:
    assert [one["resumes"] for one in suggested(resumes, run_folder, "--all")] == [2, 1, 1]


def test_edited_draft_is_accepted_and_its_skills_are_found(
    run_folder: Path, resumes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = tmp_path / "ours"
    assert "edit it, then run" in gapcheck("taxonomy", "suggest", run_folder, "--all", "--write", ours).stderr
    file = ours / "skills" / "suggested.yaml"
    draft = file.read_text(encoding="utf-8")
    gapcheck("taxonomy", "check", "--taxonomy", ours)  # as it is it adds nothing
    assert len(suggested(run_folder, "--all", "--taxonomy", ours)) == 3
    assert f"#   “{SKILLS['a']}”" in draft and "# A spelling of PyTorch?" in draft

    file.write_text(re.sub(r"^#(?=- |  \w)", "", draft, flags=re.MULTILINE), encoding="utf-8")
    gapcheck("taxonomy", "check", "--taxonomy", ours)
    monkeypatch.setattr(load, "_loaded", cache(load._loaded.__wrapped__))  # a process loads a folder once
    report = Analyzer(taxonomy=load_taxonomy((ours,)), as_of="2026-11").analyze(resumes / "a.pdf")
    assert {"loaftracker", "crustdb"} <= {one.id for one in report.skills}
    assert (
        suggested(run_folder, "--all", "--taxonomy", ours) == []
    )  # what the taxonomy knows by now is suggested no more


def test_draft_never_takes_the_place_of_what_was_edited(run_folder: Path, tmp_path: Path) -> None:
    gapcheck("taxonomy", "suggest", run_folder, "--all", "--write", tmp_path)
    file = tmp_path / "skills" / "suggested.yaml"
    file.write_text("mine", encoding="utf-8")
    said = gapcheck("taxonomy", "suggest", run_folder, "--write", tmp_path, expect=2).stderr
    assert "exists already" in " ".join(said.replace("│", " ").split()) and file.read_text(encoding="utf-8") == "mine"
