"""A coach's weeks: hand-outs, names on and off, snapshots, what changed since the last run, by class."""

from __future__ import annotations

import csv
import json
import re
import shutil
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner

from gapcheck.cli.main import app

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "samples"
NAME = "Maya_Lindqvist"
CLASSES = {"monday": ("beginner", "analyst", "two_column"), "evening": ("strong", "researcher")}


def gapcheck(place: Path, *arguments: str, expect: int = 0) -> str:
    """What the command says on standard output and error, called in a folder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(place)
        done = CliRunner().invoke(app, list(arguments))
    assert done.exit_code == expect, done.output
    return done.stdout + done.stderr


def outcomes(place: Path) -> int:
    with closing(sqlite3.connect(place / "out" / "gapcheck.sqlite")) as store:
        return int(store.execute("SELECT count(*) FROM outcomes").fetchone()[0])


@pytest.fixture(scope="module")
def week(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first week: two classes, hand-outs with names."""
    place = tmp_path_factory.mktemp("week")
    for name, samples in CLASSES.items():
        (place / "resumes" / name).mkdir(parents=True)
        for sample in samples:
            shutil.copy(SAMPLES / f"{sample}.pdf", place / "resumes" / name)
    said = gapcheck(place, "resumes/", "-o", "out/", "--format", "html", "--no-page-images", "--no-redact", "-j", "2",
                    "--as-of", "2026-11")  # fmt: skip
    assert "a file for each report in reports/: open index.html" in said
    return place


def test_hand_outs_keep_folders_and_a_page_leads_to_them(week: Path) -> None:
    reports = week / "out" / "reports"
    found = sorted(str(path.relative_to(reports)) for path in reports.rglob("*.html"))
    assert found == sorted(f"{name}/{sample}.html" for name, samples in CLASSES.items() for sample in samples)
    page = (week / "out" / "index.html").read_text(encoding="utf-8")
    links = re.findall(r'href="(reports/[^"]+)"', page)
    assert sorted(links) == [f"reports/{one}" for one in found] and "resumes/evening/strong.pdf" in page
    assert 'type="search"' in page and "aria-sort" in page and "http" not in page.replace("http-equiv", "")


def test_table_for_excel_has_a_row_for_each_student_and_a_column_for_each_requirement(week: Path) -> None:
    content = (week / "out" / "students.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(content.decode("utf-8-sig").splitlines()))
    assert len(rows) == 5 and {row["Python (advanced)"] for row in rows} <= {
        "none",
        "basic",
        "intermediate",
        "advanced",
    }
    with zipfile.ZipFile(week / "out" / "students.xlsx") as book:
        texts = book.read("xl/sharedStrings.xml").decode()
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "resumes/evening/strong.pdf" in texts and sheet.count("<row ") == 6 and "<f>" not in sheet


def test_names_go_and_come_without_reading_again(week: Path, tmp_path: Path) -> None:
    place = shutil.copytree(week, tmp_path / "week")
    names = {path.name for path in (place / "out" / "reports").rglob("*.html")}
    before = outcomes(place)
    command = ("resumes/", "-o", "out/", "--format", "html", "--no-page-images")
    assert "5 known from before" in gapcheck(place, *command)
    text = (place / "out" / "reports.jsonl").read_text(encoding="utf-8")
    assert "[name]" in text and json.loads((place / "out" / "run.json").read_text())["names"] is False
    assert all('"redact":true' in line for line in text.splitlines())
    assert "5 known from before" in gapcheck(place, *command, "--no-redact")
    assert "[name]" not in (place / "out" / "reports.jsonl").read_text(encoding="utf-8")
    assert {path.name for path in (place / "out" / "reports").rglob("*.html")} == names
    assert outcomes(place) == before


def test_file_of_a_run_with_names_does_not_outlive_them(tmp_path: Path) -> None:
    (tmp_path / "cv").mkdir()
    shutil.copy(SAMPLES / "strong.pdf", tmp_path / "cv" / f"{NAME}_cv.pdf")
    command = ("cv", "-o", "out/", "--format", "markdown", "-j", "1")
    gapcheck(tmp_path, *command, "--no-redact")
    assert [path.name for path in (tmp_path / "out" / "reports").glob("*.md")] == [f"{NAME}_cv.md"]
    gapcheck(tmp_path, *command)
    (left,) = (tmp_path / "out" / "reports").glob("*.md")
    assert NAME not in left.name and re.search(r"-[0-9a-f]{8}\.md$", left.name)
    gapcheck(tmp_path, *command, "--no-redact")
    (tmp_path / "out" / "reports" / "mine.txt").write_text("a coach's own notes")
    assert "took the hand-outs" in gapcheck(tmp_path, *command[:3], "-j", "1")  # a run that writes none
    assert {path.name for path in (tmp_path / "out").rglob("*") if path.is_file()} == {
        "gapcheck.sqlite", "reports.jsonl", "run.json", "summary.csv", "mine.txt"
    }  # fmt: skip


@pytest.fixture(scope="module")
def second(week: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The second week: one resume has become better, in a new month."""
    place = shutil.copytree(week, tmp_path_factory.mktemp("second") / "week")
    mended = (SAMPLES / "strong.pdf").read_bytes() + b"\n"  # the same bytes again would be read once
    (place / "resumes" / "monday" / "beginner.pdf").write_bytes(mended)
    said = gapcheck(place, "resumes/", "-o", "out/", "--as-of", "2026-12", "-j", "2", "--keep-duplicates")
    assert "5 reports" in said
    return place


def test_who_moved_since_the_last_run_and_by_what(second: Path) -> None:
    said = gapcheck(second, "cohort", "out/", "--since", "last", "--names")
    (line,) = [one for one in " ".join(said.split()).split("resumes/") if one.startswith("monday/beginner.pdf: ")]
    assert re.search(r"\d+% → 7\d%; now met: .*Python", line), line
    found = json.loads(gapcheck(second, "cohort", "out/", "--since", "last", "--format", "json"))
    change = found["groups"][0]["change"]
    assert (change["matched"], change["higher"], change["moved"]) == (5, change["higher"], []) and change["higher"] >= 1
    assert change["as_of"] == ["2026-11-01", "2026-12-01"]
    assert "beginner.pdf" not in json.dumps(found)
    today = json.loads((second / "out" / "run.json").read_text())["ended"][:10]
    again = json.loads(gapcheck(second, "cohort", "out/", "--since", today, "--format", "json"))
    assert again["groups"][0]["change"]["same"] == 5  # the last run of that day is the newest one
    assert "the first run is of" in gapcheck(second, "cohort", "out/", "--since", "2020-01-01", expect=2)


def test_groups_are_those_of_the_folders_or_of_a_list(second: Path) -> None:
    found = json.loads(
        gapcheck(second, "cohort", "out/", "--by", "folder", "--names", "--format", "json").partition("gapcheck:")[0]
    )
    assert {group["label"]: group["resumes"] for group in found["groups"]} == {"monday": 3, "evening": 2}
    (second / "class.csv").write_text("file,teacher\nstrong.pdf,Ruiz\nbeginner.pdf,Okafor\n", encoding="utf-8")
    said = gapcheck(second, "cohort", "out/", "--by", "class.csv:teacher", "--names", "--format", "json")
    labels = {group["label"]: group["resumes"] for group in json.loads(said.partition("gapcheck:")[0])["groups"]}
    assert labels == {"Ruiz": 1, "Okafor": 1, "not listed": 3}
    assert "needs the columns file and room" in gapcheck(second, "cohort", "out/", "--by", "class.csv:room", expect=2)
    assert "nothing to group by" in gapcheck(second, "cohort", "out/", "--by", "class", expect=2)


@pytest.mark.parametrize("suffix", ["html", "json", "csv", "xlsx", "md", "txt"])
def test_cohort_is_written_as_its_suffix_says(suffix: str, second: Path, tmp_path: Path) -> None:
    target = tmp_path / f"cohort.{suffix}"
    gapcheck(second, "cohort", "out/", "-o", str(target))
    content = target.read_bytes()
    begins = {
        "html": b"<!doctype",
        "json": b"{",
        "csv": b"profile,part",
        "xlsx": b"PK",
        "md": b"# 5 resumes",
        "txt": b"5 res",
    }
    assert content.lstrip().startswith(begins[suffix])
    if suffix in ("txt", "md"):
        assert not [line for line in content.decode().splitlines() if line != line.rstrip()]


def test_commands_of_the_page_on_a_week_run(second: Path, tmp_path: Path) -> None:
    page = (ROOT / "docs" / "coach-week.md").read_text(encoding="utf-8")
    place = shutil.copytree(second, tmp_path / "week")
    commands = re.findall(r"^    gapcheck (.+)$", page, re.MULTILINE)
    assert len(commands) == 5
    for command in commands:
        gapcheck(place, *command.split())
    assert (place / "cohort.html").is_file() and (place / "out" / "index.html").is_file()
