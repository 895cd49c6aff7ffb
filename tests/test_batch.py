"""Many resumes: limits per document, a run that goes on where it was killed, and what the output folder holds."""

from __future__ import annotations

import csv
import json
import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from typer.testing import CliRunner, Result

from gapcheck import Analyzer
from gapcheck.batch.inputs import Input, inputs_of
from gapcheck.batch.interrupt import held_interrupts
from gapcheck.batch.limits import Limits
from gapcheck.batch.pool import Work, WorkersError, outcomes, outcomes_in_order
from gapcheck.batch.run import run
from gapcheck.batch.settings import Recipe
from gapcheck.batch.store import Store
from gapcheck.cli.main import app
from gapcheck.cohort import read_reports
from gapcheck.documents import DocumentError
from gapcheck.report import GapReport, json_schema
from gapcheck.taxonomy import load_taxonomy

ROOT = Path(__file__).parent.parent
SAMPLES = sorted((ROOT / "samples").glob("*.pdf"))
COMMAND = str(Path(sys.executable).with_name("gapcheck"))


def resumes(folder: Path, count: int) -> Path:
    """A folder of real resumes, no two with the same bytes."""
    folder.mkdir()
    for number in range(count):
        content = SAMPLES[number % len(SAMPLES)].read_bytes()
        (folder / f"{number:03}.pdf").write_bytes(content + f"\n% {number}\n".encode())
    return folder


def gapcheck(*arguments: object, expect: int = 0) -> Result:
    """The command, in this process."""
    done = CliRunner().invoke(app, list(map(str, arguments)))
    assert done.exit_code == expect, done.output
    return done


def started(*arguments: object, **options: Any) -> subprocess.Popen[str]:
    """The installed command, in a process of its own."""
    words = [COMMAND, *map(str, arguments)]
    return subprocess.Popen(words, stderr=subprocess.PIPE, text=True, start_new_session=True, **options)


def wait_for_outcomes(out: Path, size: float, seconds: float = 100) -> None:
    """Until the store's log holds this many bytes: a report is about 60,000."""
    until, log = time.monotonic() + seconds, out / "gapcheck.sqlite-wal"
    while not (log.exists() and log.stat().st_size > size) and time.monotonic() < until:
        time.sleep(0.005)


def lines_of(out: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (out / "reports.jsonl").read_text(encoding="utf-8").splitlines()]


def rows_of(out: Path) -> list[dict[str, str]]:
    with (out / "summary.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def done_in(out: Path) -> dict[str, int]:
    """Hash of each finished document, and the number of its row in the store."""
    with closing(sqlite3.connect(out / "gapcheck.sqlite")) as store:
        return dict(store.execute("SELECT sha256, rowid FROM outcomes"))


class Troubled:
    """Reads one sample whatever it is asked for; files with certain names hang, kill the process or eat memory."""

    def __init__(self, analyzer: Callable[[bytes, str], GapReport]) -> None:
        self._analyze = analyzer

    def analyze_for_store(self, content: bytes, path: str, /, *, unsure: bool = False) -> tuple[GapReport, GapReport]:
        name = Path(path).stem
        if name == "hangs":
            while True:
                time.sleep(0.1)
        if name == "aborts":
            os.abort()
        if name == "eats":
            held = [bytearray(1 << 26)]
            while True:
                held.append(bytearray(1 << 26))
        if name == "odd":
            raise KeyError("Mira Sandoval")
        report = self._analyze(content, path)
        return report, report


def troubled() -> Troubled:
    return Troubled(Analyzer().analyze_bytes)


def never() -> Troubled:
    os.abort()


@pytest.fixture(scope="module")
def trouble(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = resumes(tmp_path_factory.mktemp("trouble") / "cv", 6)
    for name in ("hangs", "aborts", "eats", "odd"):
        shutil.copy(SAMPLES[0], folder / f"{name}.pdf")
        with (folder / f"{name}.pdf").open("a") as file:
            file.write(f"% {name}")
    return folder


def test_a_document_that_hangs_crashes_or_eats_memory_costs_itself_alone(trouble: Path, tmp_path: Path) -> None:
    engine = partial(outcomes, factory=troubled, limits=Limits(2, 6.0, 640))
    with Store(tmp_path / "out") as store:
        store.begin({}, inputs_of([str(trouble)]))
        found = {Path(one.path).stem: one for one in run(store, "settings", engine)}
        store.write_files("settings")
    codes = {name: one.code for name, one in found.items() if one.code is not None}
    assert codes == {"hangs": "timeout", "aborts": "crashed", "eats": "memory", "odd": "crashed"}
    assert len(found) == 10
    assert "SIGABRT" in str(found["aborts"].message) and "--timeout" in str(found["hangs"].message)
    assert "Mira" not in (tmp_path / "out" / "reports.jsonl").read_text(encoding="utf-8")
    rows = {Path(row["path"]).stem: row for row in rows_of(tmp_path / "out")}
    assert rows["eats"]["status"] == "error" and rows["eats"]["error"] == "memory" and rows["eats"]["readiness"] == ""
    assert rows["000"]["status"] == "ok" and float(rows["000"]["readiness"]) > 0


def test_order_is_kept_where_it_is_asked_for(trouble: Path) -> None:
    names = ["aborts", "001", "002", "003"]
    work = [Work(str(trouble / f"{name}.pdf")) for name in names]
    found = list(outcomes_in_order(work, troubled, Limits(2)))
    assert [Path(one.path).stem for one in found] == names
    assert [one.code for one in found] == ["crashed", None, None, None]


def test_workers_that_never_start_are_told_and_end(trouble: Path) -> None:
    with pytest.raises(WorkersError, match="--max-memory"):
        list(outcomes([Work(str(trouble / "000.pdf"))], never, Limits(1)))


def test_run_killed_at_any_moment_goes_on_without_loss_or_repetition(tmp_path: Path) -> None:
    folder, out = resumes(tmp_path / "cv", 20), tmp_path / "out"
    command = (folder, "-o", f"{out}/", "-j", "2", "--as-of", "2026-11")
    chance = random.Random()
    before: dict[str, int] = {}
    for _ in range(2):
        process = started(*command)
        wait_for_outcomes(out, chance.uniform(60_000, 400_000))
        time.sleep(chance.uniform(0, 0.05))
        process.kill()
        process.communicate()
        found = done_in(out)
        assert before.items() <= found.items()
        before = found
    assert before
    gapcheck(*command)
    after = done_in(out)
    assert len(after) == 20 and before.items() <= after.items()
    names = [str(path) for path in sorted(folder.iterdir())]
    assert [line["document"]["path"] for line in lines_of(out)] == names
    assert [row["path"] for row in rows_of(out)] == names
    assert {line["schema"] for line in lines_of(out)} == {"gapcheck/report/1"}


@pytest.fixture(scope="module")
def first_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of results on three resumes, a broken one and a file that is none."""
    place = tmp_path_factory.mktemp("ready")
    folder = resumes(place / "cv", 3)
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    (folder / "notes.txt").write_text("call back on Monday")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(place)
        run = gapcheck("cv", "-o", "out/", expect=1)
    assert (
        "1 file skipped (summary.csv says why)" in run.stderr
        and "broken.pdf: broken: " in run.stderr
        and not run.stdout
    )
    assert "4 documents: 3 reports, 1 error, 1 file skipped" in run.stderr
    return place


@pytest.fixture
def ready(first_run: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it to work in."""
    monkeypatch.chdir(shutil.copytree(first_run, tmp_path / "ready"))
    return tmp_path / "ready"


def test_second_run_does_only_what_is_new_or_changed(ready: Path) -> None:
    cv, out = ready / "cv", ready / "out"
    first = done_in(out)
    shutil.copy(cv / "000.pdf", cv / "again.pdf")
    with (cv / "001.pdf").open("a") as file:
        file.write("% changed")
    (cv / "002.pdf").unlink()
    run = gapcheck("cv", "-o", out, "--keep-duplicates", expect=1)
    assert "3 known from before (--retry-errors tries errors again)" in run.stderr
    assert [Path(line["document"]["path"]).name for line in lines_of(out)] == [
        "000.pdf",
        "001.pdf",
        "again.pdf",
        "broken.pdf",
    ]
    second = done_in(out)
    assert first.items() <= second.items() and len(second) == len(first) + 1
    one, other = lines_of(out)[0], lines_of(out)[2]
    assert one.pop("document")["sha256"] == other.pop("document")["sha256"] and one == other
    jsonschema.validate(lines_of(out)[2], json_schema())


def test_errors_are_tried_again_and_all_is_done_again_only_on_request(ready: Path) -> None:
    out = ready / "out"
    first = done_in(out)
    gapcheck("cv", "-o", out, expect=1)
    assert done_in(out) == first
    gapcheck("cv", "-o", out, "--retry-errors", expect=1)
    assert sum(first[sha] != row for sha, row in done_in(out).items()) == 1
    gapcheck("cv", "-o", out, "--force", expect=1)
    assert not first.items() & done_in(out).items()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--profile", "nlp-engineer"), "--profile junior-ml-engineer"),
        (("--hours-per-week", "4"), "--hours-per-week 10"),
    ],
)
def test_folder_of_other_options_is_left_as_it_is(ready: Path, options: tuple[str, str], said: str) -> None:
    before = {path.name: path.read_bytes() for path in (ready / "out").iterdir()}
    (line,) = gapcheck("cv", "-o", "out", *options, expect=2).stderr.splitlines()
    assert said in line and "--force" in line
    assert {path.name: path.read_bytes() for path in (ready / "out").iterdir()} == before


def test_folder_that_is_not_ours_is_refused_in_one_line(tmp_path: Path) -> None:
    def refused(folder: object, expect: int) -> str:
        (line,) = gapcheck(SAMPLES[0], "-o", f"{folder}/", "-q", expect=expect).stderr.splitlines()
        return line

    for name, content in (("text", b"not a data base at all, by no means" * 9), ("half", b"SQLite format 3\0")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "gapcheck.sqlite").write_bytes(content)
        assert "is not gapcheck's" in refused(tmp_path / name, 2)
        assert (tmp_path / name / "gapcheck.sqlite").read_bytes() == content
    for name, statement, said in (
        ("other", "CREATE TABLE a (b)", "is not gapcheck's"),
        ("newer", "PRAGMA user_version = 99", "a newer gapcheck"),
        ("older", "PRAGMA user_version = 0", "an older gapcheck"),
    ):
        if name == "other":
            (tmp_path / name).mkdir()
        else:
            Store(tmp_path / name).close()
        with closing(sqlite3.connect(tmp_path / name / "gapcheck.sqlite")) as database:
            database.execute(statement)
            database.commit()
        assert said in refused(tmp_path / name, 2)
    (tmp_path / "file").write_text("")
    assert "is a file" in refused(tmp_path / "file", 2)
    assert "create it first" in refused(tmp_path / "no" / "out", 2)


def test_no_path_in_the_table_is_a_formula(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        store.begin({}, [Input("=1+1.pdf", error=DocumentError("broken", "it is damaged"))])
        store.write_files("")
    assert [row["path"] for row in rows_of(tmp_path)] == ["'=1+1.pdf"]


def test_two_runs_in_one_folder_are_refused(tmp_path: Path) -> None:
    with Store(tmp_path):
        (line,) = gapcheck(SAMPLES[0], "-o", tmp_path, expect=1).stderr.splitlines()
    assert "another run or program uses" in line and not (tmp_path / "summary.csv").exists()


def test_full_disk_costs_one_line_and_keeps_what_was_there(ready: Path) -> None:
    before = (ready / "out" / "reports.jsonl").read_bytes()
    resumes(ready / "more", 4)

    def no_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    process = started("cv", "more", "-o", "out", "-q", preexec_fn=no_room)
    _, said = process.communicate(timeout=120)
    assert process.returncode == 1 and "the room on the disk" in said.splitlines()[-1] and "Traceback" not in said
    assert (ready / "out" / "reports.jsonl").read_bytes() == before
    gapcheck("cv", "more", "-o", "out", "-q", "--keep-duplicates", expect=1)
    assert len(lines_of(ready / "out")) == 8


def test_interrupt_keeps_what_is_done_and_says_how_to_go_on(tmp_path: Path) -> None:
    folder, out = resumes(tmp_path / "cv", 60), tmp_path / "out"
    process = started(folder, "-o", f"{out}/", "-j", "2")
    wait_for_outcomes(out, 200_000)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: the workers get it too
    _, said = process.communicate(timeout=120)
    assert process.returncode == 130, said
    (line,) = said.splitlines()
    assert "run the same command again" in line
    pending = [row for row in rows_of(out) if row["status"] == "pending"]
    assert 0 < len(lines_of(out)) == 60 - len(pending) < 60 == len(rows_of(out))
    assert "run the same command again" in pending[0]["message"]
    assert json.loads((out / "run.json").read_text())["files"]["pending"] == len(pending)
    assert f"{len(lines_of(out))} of 60" in line
    (warning,) = read_reports([out], load_taxonomy()).warnings
    assert warning.startswith(f"{len(lines_of(out))} of 60 documents are read")


def test_interrupt_while_workers_are_made_ready_is_the_command_s_alone() -> None:
    script = """
import multiprocessing, os, signal
from multiprocessing import forkserver
from gapcheck.cli.run import warm_up
if __name__ == "__main__":
    warm_up()
    os.kill(forkserver._forkserver._forkserver_pid, signal.SIGINT)
    multiprocessing.get_context("forkserver").Process(target=print, args=("works",)).start()
"""
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (run.stdout, run.stderr) == ("works\n", "")


def test_interrupt_waits_for_a_moment_that_suits() -> None:
    with held_interrupts() as look:
        look()
        os.kill(os.getpid(), signal.SIGINT)  # here the standard library might hold a lock
        with pytest.raises(KeyboardInterrupt):
            look()
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_patterns_and_names_given_twice_are_understood(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    resumes(tmp_path / "cv", 2)
    (tmp_path / "cv" / "empty").mkdir()
    run = gapcheck("cv/*.pdf", "cv", "cv/empty", "no.pdf", "-o", "out/", "-q", expect=1)
    assert [row["path"] for row in rows_of(tmp_path / "out")] == ["cv/000.pdf", "cv/001.pdf", "cv/empty", "no.pdf"]
    assert [line.split(": ")[2] for line in run.stderr.splitlines()] == ["empty-folder", "not-found"]


def test_workers_give_the_same_lines_in_the_same_order_as_one_process(tmp_path: Path) -> None:
    folder = resumes(tmp_path / "cv", 6)
    arguments = (folder, "no.pdf", SAMPLES[0], "--format", "json", "--as-of", "2026-11")
    assert gapcheck(*arguments, "-j", "2", expect=1).stdout == gapcheck(*arguments, expect=1).stdout


def test_fail_under_looks_at_every_report_of_the_folder(ready: Path) -> None:
    (ready / "cv" / "broken.pdf").unlink()
    gapcheck("cv", "-o", "out", "--fail-under", "0")
    gapcheck("cv", "-o", "out", "--fail-under", "1", expect=3)


def test_run_goes_on_with_the_day_that_it_began_with(tmp_path: Path) -> None:
    out = tmp_path / "out"
    gapcheck(SAMPLES[0], "-o", f"{out}/", "--as-of", "2025-03")
    first = done_in(out)
    gapcheck(SAMPLES[0], "-o", out)
    assert done_in(out) == first and lines_of(out)[0]["summary"]["as_of"] == "2025-03-01"


def test_reports_rest_on_the_fitted_models_too(monkeypatch: pytest.MonkeyPatch, analyzer: Analyzer) -> None:
    options = Recipe().options(analyzer)
    before = Recipe().settings(options)
    assert Recipe().settings(options) == before
    monkeypatch.setattr("gapcheck.batch.settings.models_key", lambda: "fitted again")
    assert Recipe().settings(options) != before
