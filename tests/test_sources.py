"""Resumes that are no files in a folder: standard input, lists, zip archives, URLs; and the table of requirements."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
import tracemalloc
import zipfile
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from gapcheck.batch import sources as places
from gapcheck.batch.inputs import inputs_of, listed
from gapcheck.batch.sources import content_of, resumes_at
from gapcheck.cli.main import app
from gapcheck.documents import DocumentError

SAMPLES = Path(__file__).parent.parent / "samples"
STRONG = (SAMPLES / "strong.pdf").read_bytes()


def gapcheck(*arguments: object, given: bytes = b"", expect: int = 0) -> Result:
    """The command, with something on standard input."""
    done = CliRunner().invoke(app, list(map(str, arguments)), input=given)
    assert done.exit_code == expect, done.output
    return done


def reports(text: str) -> list[dict[str, dict[str, str]]]:
    return [json.loads(line) for line in text.splitlines()]


def code_of(place: object) -> str:
    """The error of the one document at a place."""
    with pytest.raises(DocumentError) as error:
        for one in resumes_at(str(place)):
            if one.why is not None and one.why.code != "passed-over":
                raise one.why
            content_of(one.place)
    return error.value.code


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A zip archive with two resumes and much else."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "cv.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("2026/autumn/strong.pdf", STRONG)
        file.write(SAMPLES / "beginner.pdf", "../../beginner.PDF")
        file.writestr("__MACOSX/2026/._strong.pdf", b"rubbish")
        file.writestr("list.csv", b"name")
        file.writestr("more.zip", b"an archive in it")
    return path


def test_standard_input_is_read_once_and_named_by_a_dash() -> None:
    report = json.loads(gapcheck("-", "--format", "json", given=STRONG).stdout)
    assert report["document"]["path"] == "-" and report["summary"]["readiness"] > 0.5
    assert "-: not-a-resume-file: " in gapcheck("-", given=b"", expect=1).stderr


def test_archive_gives_its_resumes_and_writes_nothing_beside_it(archive: Path) -> None:
    before = set(archive.parent.parent.iterdir()) | set(archive.parent.iterdir())
    found = reports(gapcheck("cv.zip", "--format", "json").stdout)
    assert [one["document"]["path"] for one in found] == ["cv.zip/../../beginner.PDF", "cv.zip/2026/autumn/strong.pdf"]
    assert set(archive.parent.parent.iterdir()) | set(archive.parent.iterdir()) == before
    assert content_of("cv.zip/2026/autumn/strong.pdf") == STRONG
    assert gapcheck("cv.zip/2026/autumn/strong.pdf").stdout.startswith("cv.zip/2026/autumn/strong.pdf\n")
    assert code_of("cv.zip/2026/no.pdf") == "not-found"


def test_member_that_is_locked_damaged_or_a_bomb_costs_itself_alone(tmp_path: Path) -> None:
    path = tmp_path / "bad.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("bomb.pdf", b"%PDF-" + bytes(1 << 22))
        file.writestr("damaged.pdf", STRONG)
        file.writestr("good.pdf", STRONG)
        file.writestr("locked.pdf", STRONG)
        file.writestr("rare.pdf", STRONG, zipfile.ZIP_BZIP2)
        damaged = file.getinfo("damaged.pdf").header_offset + 60
    content = bytearray(path.read_bytes())
    content[damaged : damaged + 50] = bytes(50)
    content[content.rindex(b"locked.pdf") - 38] |= 1  # the flag of encryption, in the list at the end
    path.write_bytes(content)
    found = {Path(one.path).stem: one.error.code if one.error else "" for one in inputs_of([str(path)])}
    assert found == {
        "bomb": "too-large", "damaged": "broken", "good": "", "locked": "encrypted", "rare": "unreadable",
    }  # fmt: skip


def test_bomb_that_lies_about_its_size_is_not_unpacked(tmp_path: Path) -> None:
    path, size = tmp_path / "lie.zip", 64 << 20
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("cv.pdf", bytes(size))
    path.write_bytes(path.read_bytes().replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little")))
    tracemalloc.start()
    code = code_of(f"{path}/cv.pdf")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert code == "broken" and peak < size / 8


def test_archive_that_is_none_or_has_no_end_or_no_resume_is_refused(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (archive.parent / "text.zip").write_text("no archive")
    assert code_of("text.zip") == "broken"
    with zipfile.ZipFile("none.zip", "w") as file:
        file.writestr("a.csv", "")
    assert code_of("none.zip") == "empty-folder"
    monkeypatch.setattr(places, "_ARCHIVE_SIZE", len(STRONG))
    assert code_of("cv.zip") == "too-large"
    monkeypatch.undo()
    monkeypatch.setattr(places, "_MEMBERS", 3)
    assert code_of(archive) == "too-large"


def test_archive_that_is_written_anew_is_read_anew(archive: Path) -> None:
    assert len(resumes_at("cv.zip")) == 4
    with zipfile.ZipFile(archive, "a") as file:
        file.writestr("third.pdf", STRONG)
    assert len(resumes_at("cv.zip")) == 5


def test_all_sources_go_through_workers_into_one_folder_and_a_table(archive: Path) -> None:
    import fsspec
    from pyarrow import parquet

    there = archive.parent / "there"
    there.mkdir()
    for name in ("analyst", "researcher"):
        shutil.copy(SAMPLES / f"{name}.pdf", there)
    (there / "notes.csv").write_text("x")
    with fsspec.open("memory://cv/two.pdf", "wb") as file:
        file.write((SAMPLES / "two_column.pdf").read_bytes())
    (archive.parent / "list.txt").write_text("cv.zip\n\nmemory://cv/two.pdf\r\n-\n")
    command = (there.as_uri(), "--files-from", "list.txt", "-o", "out/", "-j", "2", "--parquet", "--as-of", "2026-11")
    stuffed = (SAMPLES / "stuffed.pdf").read_bytes()
    gapcheck(*command, given=stuffed)
    out = archive.parent / "out"
    found = reports((out / "reports.jsonl").read_text(encoding="utf-8"))
    assert [one["document"]["path"] for one in found] == [
        f"{there.as_uri()}/analyst.pdf",
        f"{there.as_uri()}/researcher.pdf",
        "cv.zip/../../beginner.PDF",
        "cv.zip/2026/autumn/strong.pdf",
        "memory:///cv/two.pdf",
        "-",
    ]
    rows = parquet.read_table(out / "requirements.parquet").to_pylist()
    first = [row for row in rows if row["path"].endswith("analyst.pdf")]
    wanted = [(one["id"], one["found"]) for one in found[0]["requirements"]]  # type: ignore[index]
    assert [(row["requirement"], row["found"]) for row in first] == wanted
    assert {row["readiness"] for row in first} == {found[0]["summary"]["readiness"]}
    assert len({row["sha256"] for row in rows}) == 6

    assert "6 known from before" in gapcheck(*command, given=stuffed).stderr
    with (there / "analyst.pdf").open("ab") as file:
        file.write(b"% changed")
    assert "5 known from before" in gapcheck(*command, given=stuffed).stderr


def test_url_that_can_not_be_read_says_what_to_install_or_to_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "s3fs", None)
    nothing = (tmp_path / "no.pdf").as_uri()
    said = gapcheck("s3://bucket/cv/", "nope://x/a.pdf", nothing, tmp_path.as_uri(), expect=1).stderr.splitlines()
    assert [line.split(": ")[2] for line in said] == ["unreadable", "unreadable", "not-found", "empty-folder"]
    assert "s3fs" in said[0] and "no kind of address" in said[1]
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    (line,) = gapcheck("s3://bucket/cv/", expect=1).stderr.splitlines()
    assert "pip install '.[remote]'" in line


def test_list_is_taken_line_by_line_or_parted_by_nul() -> None:
    assert listed(b"a b.pdf\r\n\ncv/*.pdf\n") == ["a b.pdf", "cv/*.pdf"]
    assert listed(b"a\nb.pdf\0c.pdf\0") == ["a\nb.pdf", "c.pdf"]


@pytest.mark.parametrize(
    ("arguments", "given", "said"),
    [
        (("--files-from", "no.txt"), b"", "there is no such file"),
        (("--files-from", "-"), b"\n", "names no file"),
        (("-", "--files-from", "-"), b"a.pdf", "can't be both"),
        (("analyze",), b"", "name a resume"),
        (("a.pdf", "--parquet"), b"", "add -o FOLDER/"),
    ],
)
def test_wrong_use_of_sources_is_told(arguments: tuple[str, ...], given: bytes, said: str) -> None:
    done = gapcheck(*arguments, given=given, expect=2)
    assert said in " ".join(done.stderr.replace("│", " ").split())


def test_table_without_pyarrow_is_refused_before_anything_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gapcheck.cli.run.find_spec", lambda name: None)
    (line,) = gapcheck(SAMPLES / "strong.pdf", "-o", f"{tmp_path}/out/", "--parquet", expect=2).stderr.splitlines()
    assert "pip install '.[parquet]'" in line and not (tmp_path / "out").exists()


def test_folders_that_can_not_be_looked_into_are_errors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("open/below", "closed"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "open" / "a.pdf").write_bytes(STRONG)
    access, scan = os.access, os.scandir

    def refused(path: os.PathLike[str]) -> object:
        if str(path).endswith("below"):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "access", lambda path, mode: not str(path).endswith("closed") and access(path, mode))
    monkeypatch.setattr(os, "scandir", refused)
    done = gapcheck(tmp_path / "open", tmp_path / "closed", "--format", "json", expect=1)
    paths = [tmp_path / "open" / "a.pdf", tmp_path / "open" / "below", tmp_path / "closed"]
    assert [one["document"]["path"] for one in reports(done.stdout)] == list(map(str, paths))
    assert done.stderr.count("unreadable: the folder can't be read: check its permissions") == 2


class Endless(io.RawIOBase):
    """A stream without an end, and how many bytes of it were read."""

    taken = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self.taken += len(buffer)
        return len(buffer)


def test_standard_input_without_an_end_is_read_up_to_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Endless()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(stream)))
    with pytest.raises(DocumentError) as caught:
        content_of("-", megabytes=1)
    assert caught.value.code == "too-large"
    assert stream.taken < 3 << 20


def test_file_behind_an_address_is_read_up_to_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    fsspec = pytest.importorskip("fsspec")
    with fsspec.open("memory://cv/large.pdf", "wb") as file:
        file.write(bytes(2 << 20))
    with pytest.raises(DocumentError) as caught:
        content_of("memory://cv/large.pdf", megabytes=1)
    assert caught.value.code == "too-large"


@pytest.mark.parametrize("folder", [(), ("-o", "out/")], ids=["one report", "a run"])
@pytest.mark.parametrize("place", ["large.pdf", "-"])
def test_file_of_another_size_is_read_where_the_command_allows_it(
    place: str, folder: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("large.pdf").write_bytes(large := STRONG + bytes(2 << 20))
    assert "megabytes=NUMBER" in gapcheck(place, *folder, "--limit", "megabytes=1", given=large, expect=1).output
    gapcheck(place, *folder, "--limit", "megabytes=3", given=large)


def test_copies_that_read_several_resumes_share_what_the_first_would_load() -> None:
    loaded = f"""
from gapcheck import Analyzer
from gapcheck.batch.limits import Limits
from gapcheck.batch.one_by_one import analyze_all
from gapcheck.skills.confidence import load_confidence_model
for names in (["strong.pdf"], ["strong.pdf", "beginner.pdf"]):
    list(analyze_all([f"{SAMPLES}/{{name}}" for name in names], Analyzer(as_of="2026-11"), Limits(1)))
    print(load_confidence_model.cache_info().currsize)
"""
    run = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["0", "1"]
