"""What a person is told who names a wrong path, a wrong value, a misspelt command or what is not installed."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner, Result

from gapcheck import Analyzer, DocumentError
from gapcheck.cli import main as command
from gapcheck.extras import how_to_install
from gapcheck.taxonomy import load_taxonomy
from gapcheck.taxonomy.describe import skill_called

ROOT = Path(__file__).parent.parent
STRONG = str(ROOT / "samples" / "strong.pdf")


def gapcheck(*arguments: object, expect: int = 0) -> Result:
    run = CliRunner().invoke(command.app, [*map(str, arguments)])
    assert run.exit_code == expect, run.output
    return run


def told(run: Result) -> str:
    """What a message says, however it is framed."""
    return " ".join(run.stderr.replace("│", " ").split())


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("taxonomy", "check", "nix.yaml"), "there is no file or folder nix.yaml: check the path"),
        ((STRONG, "--fail-under", "75"), "'75' is no share: write a number from 0 to 1, as 0.75"),
        ((STRONG, "--fail-under", "-1"), "'-1' is no share: write a number from 0 to 1, as 0.6"),
        ((STRONG, "--max-memory", "100"), "write at least 512"),
        ((STRONG, "--jobs", "many"), "write a whole number"),
        (("schema", "--kind", "nix"), "'--kind': 'nix' is not one of 'report'"),
        (("analyse", STRONG), "there is no file analyse: did you mean the command analyze?"),
        (("Analyze", STRONG), "there is no file Analyze: did you mean the command analyze?"),
        (("cohorts", "out"), "there is no file cohorts: did you mean the command cohort?"),
        ((STRONG, "--profile", "some.md"), "some.md: a profile is a .yaml file, or an id"),
        (("cohort", ".", "--since", "yesterday"), "yesterday is no day and no folder: write last, a month or day as"),
    ],
)
def test_what_is_wrong_is_told_in_plain_words(arguments: tuple[str, ...], said: str) -> None:
    heard = told(gapcheck(*arguments, expect=2))
    assert said in heard and "Input should" not in heard and "Value error" not in heard, heard


def test_file_with_the_name_of_a_command_all_but_spelt_is_read(tmp_path: Path) -> None:
    (tmp_path / "analyse").write_bytes(Path(STRONG).read_bytes())
    assert "% of" in gapcheck("analyse").stdout
    assert "notes.md: not-found" in gapcheck("notes.md", expect=1).stderr  # a command has no suffix


def test_folder_of_data_is_checked_as_an_overlay(tmp_path: Path) -> None:
    (tmp_path / "ours" / "skills").mkdir(parents=True)
    file = tmp_path / "ours" / "skills" / "own.yaml"
    file.write_text("category: deep-learning\nskills:\n- {id: tea-leaves, name: [3]}\n", encoding="utf-8")
    said = gapcheck("taxonomy", "check", "ours/", expect=1).stdout
    assert said == gapcheck("taxonomy", "check", "--taxonomy", "ours", expect=1).stdout
    assert said == "error: ours/skills/own.yaml:3: name: write text\n"


def test_data_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_bytes(b"id: \xff\xfe\n")
    assert "own.yaml: this is no text in UTF-8" in gapcheck("taxonomy", "check", "own.yaml", expect=1).stdout


def test_profile_in_a_folder_that_may_not_be_written_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(*given: object, **more: object) -> None:
        raise PermissionError(13, "Permission denied")

    load_taxonomy()
    monkeypatch.setattr(Path, "open", closed)
    said = told(gapcheck("profiles", "new", "foo", expect=2))
    assert "foo.yaml can't be written in" in said and "(permission denied): change to a folder" in said


def test_error_of_the_system_names_its_file(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails() -> None:
        raise PermissionError(13, "Permission denied", "some/file")

    monkeypatch.setattr(command, "app", fails)
    with pytest.raises(SystemExit):
        command.main()
    assert "some/file can't be used (permission denied): check the path" in capsys.readouterr().err


def test_new_profile_is_told_on_standard_error_and_has_a_field_on_each_line(tmp_path: Path) -> None:
    run = gapcheck("profiles", "new", "my-course")
    assert run.stdout == "" and "wrote my-course.yaml" in run.stderr
    text = (tmp_path / "my-course.yaml").read_text(encoding="utf-8")
    assert yaml.safe_load(text)["requirements"][1]["source"] == "judgement"
    assert all(line.count("{") == line.count("}") for line in text.splitlines())


@pytest.mark.parametrize(
    ("text", "skill"), [("large language models", "llm"), ("LLMs", "llm"), ("XGBoost", "xgboost"), (" sql ", "sql")]
)
def test_skill_is_called_by_id_name_or_alias(text: str, skill: str) -> None:
    taxonomy = load_taxonomy()
    assert skill_called(text, taxonomy) is skill_called(skill, taxonomy)


def test_explain_and_show_take_the_name_of_a_skill() -> None:
    assert "Level intermediate" in gapcheck("explain", STRONG, "Amazon Web Services", "--as-of", "2026-11").stdout
    assert gapcheck("taxonomy", "show", "XGBoost").stdout == gapcheck("taxonomy", "show", "xgboost").stdout


def test_explain_counts_as_notes_correct_it(tmp_path: Path) -> None:
    (tmp_path / "my.yaml").write_text("skills:\n  not_mine: [aws]\n", encoding="utf-8")
    said = gapcheck("explain", STRONG, "aws", "--as-of", "2026-11", "--notes", "my.yaml").stdout
    assert "none of this counts" in said and "Level intermediate" not in said


def test_folder_in_the_place_of_a_file_is_told_as_one(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="it is a folder, no file: analyze_many takes a list of files"):
        Analyzer().analyze(tmp_path)


def test_extras_are_told_in_one_wording_that_works() -> None:
    assert how_to_install("ocr", "web") == "in your copy of the project, type pip install '.[ocr,web]'"
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pages = [*(ROOT / "gapcheck").rglob("*.py"), *(ROOT / "docs").glob("*.md"), ROOT / "README.md"]
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert "gapcheck[" not in text, f"{page} names a package that no registry has"
        for extra in re.findall(r"how_to_install\('(\w+)'\)", text):
            assert extra in project["optional-dependencies"], f"{page}: {extra}"
