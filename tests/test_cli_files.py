"""What the command writes: formats, files, folders, and names that can not drive the terminal."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from command import COMMAND, ROOT, gapcheck, installed, told
from pages import Text, pdf_of
from typer.testing import CliRunner

from gapcheck.cli.main import app
from gapcheck.cli.messages import told_when_slow
from gapcheck.files import DraftFile, WriteError


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def wait_for_text(stream: io.StringIO, longest: float) -> None:
    ends = time.monotonic() + longest
    while "reading" not in stream.getvalue() and time.monotonic() < ends:
        time.sleep(0.01)


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(gapcheck("schema").stdout)
    return found


# --- formats and files


@pytest.mark.parametrize(
    ("name", "begins"),
    [("a.json", '{\n  "sch'), ("a.jsonl", '{"schema"'), ("a.md", "# Gap"), ("a.csv", "path,"), ("a.ics", "BEGIN:VC"),
     ("a.html", "<!doctype html>"), ("a.txt", "samples"), ("a", "samples")],
)  # fmt: skip
def test_format_follows_from_the_name_of_the_output(name: str, begins: str, tmp_path: Path) -> None:
    run = gapcheck("samples/strong.pdf", "-o", tmp_path / name)
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)
    assert "wrote" in run.stderr and [path.name for path in tmp_path.iterdir()] == [name]


def test_format_that_is_named_wins_over_the_name_of_the_output(tmp_path: Path) -> None:
    gapcheck("samples/strong.pdf", "-f", "csv", "-o", tmp_path / "a.json")
    assert (tmp_path / "a.json").read_text(encoding="utf-8").startswith("path,")


@pytest.mark.parametrize("other_name", [False, True])
def test_output_never_takes_the_place_of_what_is_read(other_name: bool, tmp_path: Path) -> None:
    resume, posting = tmp_path / "resume.pdf", tmp_path / "posting.txt"
    shutil.copy("samples/strong.pdf", resume)
    shutil.copy("samples/posting.txt", posting)
    for file, arguments in ((resume, (resume,)), (posting, (resume, "--job", posting)), (posting, ("job", posting))):
        target = file
        if other_name:
            target = tmp_path / "link"
            target.unlink(missing_ok=True)
            target.symlink_to(file)
        before = file.read_bytes()
        assert "name another file" in told(gapcheck(*arguments, "-o", target, expect=2))
        assert file.read_bytes() == before


@pytest.mark.parametrize("arguments", [("",), ("samples/strong.pdf", "-o", "")])
def test_empty_name_is_not_the_folder_one_is_in(arguments: tuple[str, ...]) -> None:
    assert "empty" in told(gapcheck(*arguments, expect=2))


@pytest.mark.skipif(os.name == "nt", reason="a shell of Unix")
def test_closed_standard_output_does_no_harm(tmp_path: Path) -> None:
    words: list[str | Path] = ["sh", "-c", '"$@" >&-', "sh", COMMAND, "samples/strong.pdf"]
    for options in (list[str | Path](), ["-o", tmp_path / "report.json"]):
        run = subprocess.run([*words, *options], stderr=subprocess.PIPE, text=True, check=False)
        assert run.returncode == 0 and "Traceback" not in run.stderr
    assert (tmp_path / "report.json").exists()


def test_level_on_a_locked_resume_is_explained(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf_of([Text(60, 60, "Skills: Python")], password="rye"))
    assert "password" in gapcheck("explain", tmp_path / "a.pdf", "python", expect=1).stderr
    assert "Python" in gapcheck("explain", tmp_path / "a.pdf", "python", "--password", "rye").stdout


def test_details_show_more_than_a_screen() -> None:
    short, full = (gapcheck("samples/strong.pdf", *options).stdout for options in ((), ("--details",)))
    assert "Where this leads" in full and "Where this leads" not in short
    assert len(full.splitlines()) > 3 * len(short.splitlines())


def test_several_resumes_make_one_table_with_one_head() -> None:
    lines = gapcheck("samples/strong.pdf", "samples/beginner.pdf", "-f", "csv").stdout.splitlines()
    assert [line for line in lines if line.startswith("path,")] == lines[:1]
    assert {line.split(",")[0] for line in lines[1:]} == {"samples/strong.pdf", "samples/beginner.pdf"}


@pytest.mark.parametrize("name", ["html", "pdf", "ics"])
def test_format_of_one_resume_is_refused_for_several(name: str) -> None:
    run = gapcheck("samples/strong.pdf", "samples/beginner.pdf", "-f", name, expect=2)
    assert "-o FOLDER/" in told(run) and not run.stdout


def test_pdf_is_not_written_to_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gapcheck.cli.analyze._is_terminal", lambda: True)
    assert "-o report.pdf" in told(gapcheck("samples/strong.pdf", "-f", "pdf", expect=2))


def test_html_without_pictures_of_the_resume_has_none(tmp_path: Path) -> None:
    for name, options in (("with.html", ()), ("without.html", ("--no-page-images",))):
        gapcheck("samples/strong.pdf", "-o", tmp_path / name, *options)
    assert "data:image/webp" in (tmp_path / "with.html").read_text(encoding="utf-8")
    assert "data:image/webp" not in (tmp_path / "without.html").read_text(encoding="utf-8")


def test_folder_gets_a_file_for_each_report_and_none_takes_the_place_of_another(tmp_path: Path) -> None:
    resumes = [tmp_path / place / "cv.pdf" for place in ("ada", "grace")] + [tmp_path / "other.pdf"]
    for resume, sample in zip(resumes, ("strong", "beginner", "analyst"), strict=True):
        resume.parent.mkdir(exist_ok=True)
        resume.write_bytes((ROOT / "samples" / f"{sample}.pdf").read_bytes())
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.4 hello")
    run = installed(*resumes, broken, "-o", f"{tmp_path}/out/", "-f", "markdown", "-j", "1", expect=1)
    texts = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "out" / "reports").glob("*.md")}
    assert sorted(re.sub("-[0-9a-f]{8}", "-#", name) for name in texts) == ["cv-#.md", "cv-#.md", "other.md"]
    assert all(sum(f"`{resume}`" in text for text in texts.values()) == 1 for resume in resumes)
    assert "a file for each report in reports/" in run.stderr


def test_resume_that_can_not_be_read_leaves_the_file_of_before(tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    target.write_text("before", encoding="utf-8")
    gapcheck(tmp_path / "absent.pdf", "-o", target, expect=1)
    assert target.read_text(encoding="utf-8") == "before" and list(tmp_path.iterdir()) == [target]


def test_file_that_can_not_be_written_costs_one_line(tmp_path: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("no device that is always full")
    run = gapcheck("samples/strong.pdf", "-f", "json", "-o", full, expect=1)
    assert "/dev/full can't be written (no space left on device)" in run.stderr
    assert "does not exist" in told(gapcheck("samples/strong.pdf", "-o", tmp_path / "no" / "a.md", expect=2))


def test_draft_that_fails_leaves_no_trace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "report.md"
    target.write_text("before", encoding="utf-8")
    draft = DraftFile(target)
    draft.write("half a rep")
    monkeypatch.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(PermissionError(13, "Permission denied")))
    with pytest.raises(WriteError, match="permission denied"):
        draft.keep()
    assert target.read_text(encoding="utf-8") == "before" and list(tmp_path.iterdir()) == [target]


# --- names and texts that want to drive the terminal


HOSTILE = "\x1b[31mred\x9b2J\u202e[red]\x07.pdf"
DRIVING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]")


@pytest.mark.parametrize(
    "arguments",
    [(), ("--details",), ("-f", "json"), ("-f", "markdown"), ("-f", "csv"), ("--profile", HOSTILE), ("-f", HOSTILE),
     (f"--{HOSTILE}",), ("-o", f"{HOSTILE}/a.md")],
    ids=lambda arguments: arguments[0] if arguments else "text",
)  # fmt: skip
def test_name_of_a_file_can_not_drive_the_terminal(arguments: tuple[str, ...], tmp_path: Path) -> None:
    path = tmp_path / HOSTILE
    path.write_bytes((ROOT / "samples" / "stuffed.pdf").read_bytes())
    run = CliRunner().invoke(app, ["analyze", str(path), str(tmp_path / f"absent{HOSTILE}"), *arguments])
    assert not DRIVING.search(run.output) and "red" in run.output and run.exit_code in (1, 2)


def test_name_of_a_file_that_is_no_text_is_shown(tmp_path: Path) -> None:
    path = os.fsdecode(bytes(tmp_path) + b"/b\xff.pdf")
    Path(path).write_bytes((ROOT / "samples" / "stuffed.pdf").read_bytes())
    assert json.loads(gapcheck(path, "-f", "json").stdout)["document"]["path"].endswith("b\\udcff.pdf")
    assert "b\\udcff.pdf" in gapcheck(path, "-f", "markdown").stdout


def test_files_and_labels_of_others_can_not_drive_the_terminal(tmp_path: Path) -> None:
    folder = tmp_path / HOSTILE
    folder.mkdir()
    (folder / HOSTILE).write_bytes(
        pdf_of([Text(60, 60, "Skills", size=14, bold=True), Text(60, 80, "Python, Zorg\x07blatt")])
    )
    (folder / "report.json").write_text(json.dumps({"schema": f"gapcheck/report/{HOSTILE}"}), encoding="utf-8")
    (folder / "skills").mkdir()
    (folder / "skills" / "a.yaml").write_text(f'skills: [{{id: "{json.dumps(HOSTILE)[1:-1]}"}}]\n', encoding="utf-8")
    for arguments in (
        ("taxonomy", "suggest", folder),
        ("explain", folder / HOSTILE, "python"),
        ("explain", folder / "no.pdf", "python"),
        ("diff", folder / "report.json", folder / "report.json"),
        ("evaluate", folder),
        ("taxonomy", "check", "--taxonomy", folder),
        ("profiles", "--taxonomy", folder),
        ("job", folder / "no.txt"),
    ):
        run = CliRunner().invoke(app, [*map(str, arguments)])
        assert run.output and not DRIVING.search(run.output), arguments


def test_slow_work_is_named_where_a_person_looks_on(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("gapcheck.cli.messages._PATIENCE", 0.0)
    monkeypatch.setenv("TERM", "xterm")
    said = {}
    for name, quiet, stream in (
        ("slow", False, Terminal()),
        ("quiet", True, Terminal()),
        ("piped", False, io.StringIO()),
    ):
        monkeypatch.setattr(sys, "stderr", stream)
        with told_when_slow(f"reading {HOSTILE}", quiet=quiet):
            wait_for_text(stream, 0.0 if name != "slow" else 10.0)
        said[name] = stream.getvalue()
    assert "reading ␛[31mred" in said["slow"] and not said["quiet"] and not said["piped"]
