"""A coach's weeks: hand-outs, names on and off, snapshots, what changed since the last run, by class."""

from __future__ import annotations

import csv
import html
import json
import re
import shutil
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from pages import column, pdf_of
from typer.testing import CliRunner

from gapcheck import GapReport
from gapcheck.cli.main import app
from gapcheck.outputs.html.handouts import Handout, handouts_page
from gapcheck.outputs.students import StudentTable

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
    assert re.search(r"\d+% → [78]\d%; now met: .*Python", line), line
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
    assert "nothing to group by" in gapcheck(second, "cohort", "out/", "--by", "class", expect=2)


@pytest.mark.parametrize(
    ("by", "head", "said"),
    [
        ("list.csv:class", "file,teacher,room", "list.csv has no column class: write --by list.csv:COLUMN with one of"),
        ("list.csv:class", "file,teacher,room", "its columns (teacher, room)"),
        ("list.csv", "file,teacher", "list.csv needs a column to group by: write --by list.csv:COLUMN"),
        ("list.csv:class", "resume,readiness", "no column class"),
        ("list.csv:class", "file", "(none besides: add one)"),
        ("list.csv:class", "name,class", "needs a column file that names the resumes: it has name, class"),
    ],
)
def test_list_without_the_column_names_those_that_it_has(by: str, head: str, said: str, second: Path) -> None:
    (second / "list.csv").write_text(f"{head}\n", encoding="utf-8")
    assert said in gapcheck(second, "cohort", "out/", "--by", by, expect=2)


def test_table_of_students_with_a_column_more_is_a_list_of_groups(second: Path) -> None:
    (second / "students.csv").write_text("resume,readiness,class\nstrong.pdf,0.5,A\n", encoding="utf-8")
    said = gapcheck(second, "cohort", "out/", "--by", "students.csv:class", "--names", "--format", "json")
    assert "A" in {group["label"] for group in json.loads(said.partition("gapcheck:")[0])["groups"]}


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


# Nobody is missing without a word


@pytest.fixture(scope="module")
def gaps(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run with hand-outs over one resume, a locked one, an old Word file, a note, and the first one again."""
    place = tmp_path_factory.mktemp("gaps")
    (place / "cv" / "a").mkdir(parents=True)
    shutil.copy(SAMPLES / "strong.pdf", place / "cv" / "a" / "strong.pdf")
    shutil.copy(SAMPLES / "strong.pdf", place / "cv" / "twin.pdf")
    (place / "cv" / "locked.pdf").write_bytes(pdf_of(column(50, 50, ["Ada Example", "Python"]), password="rye"))
    (place / "cv" / "old.doc").write_bytes(b"x")
    (place / "cv" / "page.txt").write_text("Call Python and Docker people back.\n", encoding="utf-8")
    command = ("cv/", "-o", "out/", "--format", "html", "--no-page-images", "-j", "1", "--as-of", "2026-11")
    gapcheck(place, *command, expect=1)
    return place


UNREAD = {
    "cv/locked.pdf": ("error", "password"),
    "cv/old.doc": ("skipped", "an old Word file"),
    "cv/page.txt": ("skipped", "resume"),
    "cv/twin.pdf": ("same", "the same file as cv/a/strong.pdf"),
}


def test_hand_outs_name_the_files_without_a_report(gaps: Path) -> None:
    with (gaps / "out" / "students.csv").open(encoding="utf-8-sig", newline="") as file:
        table = {row.pop("resume"): row for row in csv.DictReader(file)}
    assert {path: row["status"] for path, row in table.items() if row["status"] != "ok"} == {
        path: status for path, (status, _) in UNREAD.items()
    }
    page = html.unescape((gaps / "out" / "index.html").read_text(encoding="utf-8")).partition("</table>")[2]
    for path, (status, reason) in UNREAD.items():
        row = table[path]
        assert reason in row["reason"] and not any(row[name] for name in set(row) - {"status", "reason"})
        assert f"<strong>{path}</strong> ({status}): {row['reason']}" in page
    assert table["cv/a/strong.pdf"]["reason"] == "" and "strong.pdf</strong>" not in page


def test_cohort_counts_the_files_without_a_report_and_names_them_when_asked(gaps: Path) -> None:
    (line,) = (gaps / "out" / "reports.jsonl").read_text(encoding="utf-8").splitlines()[:1]
    crowd = gaps / "crowd"
    crowd.mkdir()
    (crowd / "reports.jsonl").write_text(f"{line}\n" * 5, encoding="utf-8")
    quiet = " ".join(gapcheck(gaps, "cohort", "out/", "crowd/").split())
    assert "1 of 7 documents could not be analysed: encrypted 1. Besides, 2 files taken for no resume" in quiet
    named = ("cv/locked.pdf", "cv/old.doc", "cv/page.txt")
    assert not any(path in quiet for path in named)
    for format in ("text", "md", "html", "csv", "json"):
        told = gapcheck(gaps, "cohort", "out/", "--names", "--format", format)
        assert all(path in told for path in named) and "an old Word file" in " ".join(told.split()), format


def test_share_is_cut_to_whole_percent_in_every_place(gaps: Path, tmp_path: Path) -> None:
    line = (gaps / "out" / "reports.jsonl").read_text(encoding="utf-8").partition("\n")[0]
    for wanted in (0.469, 0.289, 0.917):
        report = GapReport.model_validate_json(line)
        summary = report.summary.model_copy(update={"readiness": wanted})
        report = report.model_copy(update={"summary": summary})
        table = StudentTable()
        table.add(report)
        cut = int(wanted * 100)
        assert table.rows()[1][1] == cut / 100
        page = handouts_page([Handout("a.pdf", "a.html", summary, ())])
        assert f">{cut}%<" in page
        (tmp_path / "one.jsonl").write_text(report.to_json() + "\n", encoding="utf-8")
        for format, shown in (("text", f"{cut}%  cv/a"), ("md", f": {cut}%, "), ("html", f">{cut}%<")):
            told = gapcheck(tmp_path, "cohort", "one.jsonl", "--names", "--format", format)
            assert shown in told and f"{cut + 1}%" not in told, format


def test_folders_of_hand_outs_are_their_owners_alone(gaps: Path) -> None:
    made = [gaps / "out", *(path for path in (gaps / "out").rglob("*") if path.is_dir())]
    assert len(made) == 3 and not any(path.stat().st_mode & 0o077 for path in made)


def test_run_without_a_format_says_that_hand_outs_stay_as_they_were(gaps: Path, tmp_path: Path) -> None:
    place = shutil.copytree(gaps, tmp_path / "gaps")
    before = (place / "out" / "students.csv").read_bytes()
    said = gapcheck(place, "cv/", "-o", "out/", "-j", "1", "--password", "rye")
    assert "left index.html, students.csv and reports/" in said
    assert (place / "out" / "students.csv").read_bytes() == before
    said = gapcheck(place, "cv/", "-o", "out/", "-j", "1", "--format", "html", "--no-page-images", "--password", "rye")
    assert "left index.html" not in said and (place / "out" / "students.csv").read_bytes() != before


def test_other_day_of_reading_is_told_where_runs_are_compared(second: Path) -> None:
    told = " ".join(gapcheck(second, "cohort", "out/", "--since", "last").split())
    assert "Read as of 2026-11-01 and of 2026-12-01: a job held until now has more months by that alone." in told
    assert "by that alone" not in gapcheck(second, "cohort", "out/", "--since", "out/")


def test_resume_in_another_folder_is_the_same_by_its_name_where_it_is_alone(second: Path, tmp_path: Path) -> None:
    place = shutil.copytree(second, tmp_path / "week")
    with closing(sqlite3.connect(place / "out" / "gapcheck.sqlite")) as store, store:
        store.execute("UPDATE snapshots SET path = replace(path, 'monday/', 'tuesday/') WHERE taken = "
                      "(SELECT min(taken) FROM snapshots)")  # fmt: skip
    found = json.loads(gapcheck(place, "cohort", "out/", "--since", "last", "--format", "json"))
    assert found["groups"][0]["change"]["matched"] == 5


def test_profile_is_named_once_for_groups_of_several_folders(second: Path) -> None:
    told = gapcheck(second, "cohort", "out/", "--by", "folder", "--names")
    assert told.count("Profile junior-ml-engineer") == 1
    lists = re.findall(r"Also shown, and not asked for: ([^.]+)\.", " ".join(told.split()))
    counts = [[int(count) for count in re.findall(r"\((\d+)\)", line)] for line in lists]
    assert all(of_group == sorted(of_group, reverse=True) for of_group in counts)
    assert any(len(set(of_group)) > 1 for of_group in counts)
