"""Every file that a folder holds is accounted for: read, looked into, or passed over with the reason and the remedy."""

from __future__ import annotations

import csv
import json
import os
import shutil
from pathlib import Path

import pytest
from pages import column, pdf_of
from resume_files import FORMATS, RESUMES
from typer.testing import CliRunner, Result

from gapcheck.batch.inputs import rows_in
from gapcheck.cli.main import app

ROOT = Path(__file__).parent.parent
STRONG = ROOT / "samples" / "strong.pdf"
NOTES = "Monday: call Python, SQL and Docker people back.\n\nSkills\nto ask for: pandas\n"


def gapcheck(*arguments: object, expect: int = 0) -> Result:
    done = CliRunner().invoke(app, list(map(str, arguments)))
    assert done.exit_code == expect, done.output
    return done


def rows(out: Path) -> dict[str, dict[str, str]]:
    with (out / "summary.csv").open(encoding="utf-8", newline="") as file:
        return {row["path"]: row for row in csv.DictReader(file)}


PASSED = {
    "anna.doc": "an old Word file: save it as PDF or DOCX",
    "ben.odt": "an OpenDocument text: save it",
    "cleo.rtf": "an RTF file: save it",
    "dan.pages": "a Pages document: save it",
    "~$anna.docx": "a lock file of Word",
    "photo.jpg": "a picture: save it as PDF",
    "list.xlsx": "no kind of file",
    "more.zip": "unpack it",
    "notes.txt": "does not look like a resume",
    "noise": "does not look like a resume",
    "outside.pdf": "leads out of the folder",
    "elsewhere": "leads out of the folder",
    "pipe.pdf": "a pipe, a socket or a device",
    "earlier": "an output folder of gapcheck",
    "report.html": "a report that gapcheck wrote",
    "report.json": "a report that gapcheck wrote",
    "report.md": "a report that gapcheck wrote",
    "report.txt": "a report that gapcheck wrote",
}


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A coach's folder as it is after some weeks, and the run over it."""
    place = tmp_path_factory.mktemp("mixed")
    outside = place / "outside"
    outside.mkdir()
    shutil.copy(STRONG, outside / "other.pdf")
    here = place / "cv"
    here.mkdir()
    for name in PASSED:
        if name.endswith((".doc", ".odt", ".rtf", ".docx", ".jpg", ".xlsx", ".zip")):
            (here / name).write_bytes(b"whatever")
    (here / "dan.pages").mkdir()
    (here / "dan.pages" / "Document.iwa").write_bytes(b"x")
    (here / "notes.txt").write_text(NOTES)
    (here / "noise").write_bytes(bytes(range(256)) * 9)
    os.mkfifo(here / "pipe.pdf")
    (here / "outside.pdf").symlink_to(outside / "other.pdf")
    (here / "elsewhere").symlink_to(outside)
    shutil.copy(STRONG, here / "strong.pdf")
    shutil.copy(STRONG, here / "strong copy.pdf")
    shutil.copy(ROOT / "samples" / "beginner.pdf", here / "beginner")  # no suffix
    (here / "emil.txt").write_bytes(FORMATS["txt"](RESUMES["strong"]))
    for suffix in ("html", "json", "md", "txt"):
        gapcheck(STRONG, "-o", here / f"report.{suffix}", "--no-page-images")
    gapcheck(STRONG, "-o", f"{here}/earlier/", "-q", "-j", "1")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(here)
        run = gapcheck(".", "-o", "out/", "-j", "2")
    assert "3 documents: 3 reports, 1 file the same as another, 19 files skipped (summary.csv says why)" in run.stderr
    return here


@pytest.mark.parametrize("name", sorted(PASSED))
def test_file_that_is_no_resume_is_named_with_the_reason_and_what_to_do(name: str, mixed: Path) -> None:
    row = rows(mixed / "out")[name]
    assert row["status"] == "skipped" and PASSED[name] in row["message"] and ":" in row["message"], row


def test_all_files_of_the_folder_are_accounted_for(mixed: Path) -> None:
    found = rows(mixed / "out")
    assert set(found) == {path.name for path in mixed.iterdir()}
    read = {name for name, row in found.items() if row["status"] == "ok"}
    assert read == {"beginner", "emil.txt", "strong copy.pdf"}
    assert found["strong.pdf"]["status"] == "same" and "strong copy.pdf" in found["strong.pdf"]["message"]
    assert json.loads((mixed / "out" / "run.json").read_text())["files"] == {
        "documents": 3, "reports": 3, "errors": 0, "pending": 0, "skipped": 19, "same": 1,
    }  # fmt: skip


def test_file_that_is_named_itself_is_read_though_a_folder_would_pass_over_it(mixed: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    gapcheck(mixed / "notes.txt", mixed / "strong.pdf", "-o", f"{out}/", "-j", "1")
    assert [row["status"] for row in rows(out).values()] == ["ok", "ok"]
    assert "own-report: this is a report" in gapcheck(mixed / "report.html", expect=1).stderr
    assert "own-report" in gapcheck(mixed / "earlier", expect=1).stderr


def test_what_was_passed_over_in_a_folder_is_read_once_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text(NOTES)
    shutil.copy(STRONG, tmp_path)
    gapcheck(tmp_path, "-o", tmp_path / "out/", "-q", "-j", "1")
    assert rows(tmp_path / "out")[str(tmp_path / "notes.txt")]["status"] == "skipped"
    gapcheck(tmp_path / "notes.txt", "-o", tmp_path / "out/", "-q", "-j", "1")
    assert rows(tmp_path / "out")[str(tmp_path / "notes.txt")]["status"] == "ok"


def test_terminal_names_what_it_passes_over_and_counts_the_same_file_once(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        shutil.copy(STRONG, tmp_path / name)
    (tmp_path / "c.odt").write_text("x")
    for options in ((), ("-j", "2")):
        run = gapcheck(tmp_path, "--format", "json", *options)
        assert run.stdout.count('"schema":"gapcheck/report/1"') == 1
        assert "b.pdf: same: the same file as" in run.stderr and "c.odt: passed-over: an OpenDocument" in run.stderr
    assert gapcheck(tmp_path, "-f", "json", "--keep-duplicates").stdout.count('"schema":"gapcheck/report/1"') == 2


def test_several_files_that_are_the_same_are_one_line(tmp_path: Path) -> None:
    for name in ("a", "b", "c", "d", "e", "f"):
        (tmp_path / f"{name} cv.txt").write_text("Mira Sandoval\n\nSkills\nPython, SQL\n")
    (line,) = [line for line in gapcheck(tmp_path, "-f", "json").stderr.splitlines() if "same" in line]
    assert "b cv.txt" in line and "d cv.txt and 2 more: same: each the same file as another" in line


@pytest.mark.parametrize("name", ["ben.odt", "ben.doc", "ben.rtf"])
def test_word_file_under_the_name_of_another_program_is_read_by_its_content(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(FORMATS["docx"](RESUMES["strong"]))
    (tmp_path / f"other {name}").write_bytes(b"PK\3\4 mimetypeapplication/vnd.oasis.opendocument.text")
    gapcheck(tmp_path, "-o", tmp_path / "out/", "-q", "-j", "1")
    found = {Path(path).name: row["status"] for path, row in rows(tmp_path / "out").items()}
    assert (found[name], found[f"other {name}"]) == ("ok", "skipped")


def test_results_do_not_go_into_the_folder_of_the_resumes(tmp_path: Path) -> None:
    shutil.copy(STRONG, tmp_path)
    assert "holds the resumes: name another folder" in " ".join(
        gapcheck(tmp_path, "-o", tmp_path, expect=2).output.replace("│", "").split()
    )
    assert [path.name for path in tmp_path.iterdir()] == [STRONG.name]
    said = gapcheck(tmp_path / STRONG.name, "-o", f"{tmp_path}/", "-j", "1").stderr
    assert "warning:" in said and "will not be read as a folder of them any more" in said


def test_known_errors_are_told_again_and_a_password_opens_the_locked(tmp_path: Path) -> None:
    folder, out = tmp_path / "cv", tmp_path / "out"
    folder.mkdir()
    (folder / "ada.pdf").write_bytes(pdf_of(column(50, 50, ["Ada Example", "Python"]), password="first"))
    (folder / "bea.pdf").write_bytes(pdf_of(column(50, 50, ["Bea Example", "Python"]), password="second"))
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    for _ in range(2):
        said = gapcheck(folder, "-o", f"{out}/", "-j", "1", expect=1).stderr
        assert said.count("encrypted: ") == 2 and "broken.pdf: broken: " in said
    keys = tmp_path / "keys.csv"
    keys.write_text("file,password\nada.pdf,first\n", encoding="utf-8")
    said = gapcheck(folder, "-o", f"{out}/", "-j", "1", "--passwords", keys, expect=1).stderr
    assert said.count("encrypted: ") == 1 and "bea.pdf" in said
    said = gapcheck(folder, "-o", f"{out}/", "-j", "1", "--password", "second", expect=1).stderr
    assert "encrypted" not in said and "broken.pdf: broken: " in said
    keys.write_text("name;word\n")
    assert "columns file and password" in gapcheck(folder, "--passwords", keys, expect=2).stderr


@pytest.mark.parametrize(
    "text", ["file,word\na b.pdf,x\n", "\ufefffile;word\r\na b.pdf;x\r\n", "word\tfile\nx\ta b.pdf\n"]
)
def test_list_is_read_however_a_spreadsheet_writes_it(text: str, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text(text, encoding="utf-8", newline="")
    names, rows = rows_in(file)
    assert set(names) == {"file", "word"} and rows == [{"file": "a b.pdf", "word": "x"}]


def test_several_resumes_and_a_name_without_suffix_make_a_folder(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        shutil.copy(ROOT / "samples" / f"{'strong' if name == 'a.pdf' else 'beginner'}.pdf", tmp_path / name)
    gapcheck(tmp_path / "a.pdf", tmp_path / "b.pdf", "-o", tmp_path / "first", "-j", "1")
    gapcheck(tmp_path, "-o", tmp_path / "second", "-j", "1")
    assert (tmp_path / "first" / "summary.csv").is_file() and (tmp_path / "second" / "summary.csv").is_file()


@pytest.mark.parametrize("name", ["x.docx", "report.xls", "run-2026.11"])
@pytest.mark.parametrize("command", [(STRONG,), (STRONG, ROOT / "samples" / "beginner.pdf"), ("cohort", "runs")])
def test_suffix_that_nothing_is_written_as_is_refused(command: tuple[object, ...], name: str, tmp_path: Path) -> None:
    said = " ".join(gapcheck(*command, "-o", tmp_path / name, expect=2).stderr.replace("│", " ").split())
    assert "nothing is written as" in said and ".json" in said and not (tmp_path / name).exists()


@pytest.mark.parametrize("command", [(STRONG,), ("cohort", "runs")])
def test_sign_for_standard_output_makes_no_file(command: tuple[object, ...]) -> None:
    said = " ".join(gapcheck(*command, "-o", "-", expect=2).stderr.replace("│", " ").split())
    assert "leave --output out" in said


def test_output_in_a_remote_store_is_refused_in_words() -> None:
    said = " ".join(gapcheck(STRONG, "-o", "s3://bucket/out/", expect=2).stderr.replace("│", " ").split())
    assert "name a place here, and copy from there or to there" in said
