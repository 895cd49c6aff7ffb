"""What a run survives: `kill -9` of the parent at random moments, and documents that hang, crash or eat memory.

    .venv/bin/python benchmarks/kills.py [DOCUMENTS] [KILLS] [SEED]

500 documents, 10 kills and seed 7 by default. Ends with 1 where something is lost or there twice.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing
from functools import partial
from pathlib import Path

from documents import environment, write_resumes

from gapcheck import Analyzer
from gapcheck.batch.inputs import inputs_of
from gapcheck.batch.limits import Limits
from gapcheck.batch.pool import outcomes, usable_cores
from gapcheck.batch.run import run
from gapcheck.batch.store import Store
from gapcheck.report import GapReport

COMMAND = str(Path(sys.executable).with_name("gapcheck"))


class Troubled:
    """Reads resumes; those of certain names hang, crash their process or allocate without end."""

    def __init__(self, analyzer: Analyzer) -> None:
        self._analyzer = analyzer

    def analyze_for_store(self, content: bytes, name: str, /, *, unsure: bool = False) -> tuple[GapReport, GapReport]:
        held: list[bytearray] = []
        while name.endswith("hangs.pdf"):
            pass
        if name.endswith("crashes.pdf"):
            os.kill(os.getpid(), signal.SIGSEGV)
        while name.endswith("eats.pdf"):
            held.append(bytearray(1 << 26))
        return self._analyzer.analyze_for_store(content, name)


def troubled() -> Troubled:
    return Troubled(Analyzer())


def kept_in(out: Path) -> dict[str, int]:
    """Hash and row number of each outcome; the row number changes where one is written again."""
    if not (out / "gapcheck.sqlite").exists():
        return {}
    with closing(sqlite3.connect(out / "gapcheck.sqlite")) as store:
        is_made = store.execute("SELECT count(*) FROM sqlite_master WHERE name = 'outcomes'").fetchone()[0]
        return dict(store.execute("SELECT sha256, rowid FROM outcomes")) if is_made else {}


def kills(place: Path, documents: int, times: int, seed: int) -> bool:
    """Kills the run at moments spread over its work, each counted in finished documents, then lets it end."""
    write_resumes(place / "cv", documents)
    out = place / "out"
    command = [COMMAND, str(place / "cv"), "-o", f"{out}/", "-q", "--as-of", "2026-11"]
    chance = random.Random(seed)
    before: dict[str, int] = {}
    lost = repeated = 0
    start = time.monotonic()
    for number in range(times):
        process = subprocess.Popen(command, env=environment(), stderr=subprocess.DEVNULL, start_new_session=True)
        log = out / "gapcheck.sqlite-wal"
        size = chance.uniform(0, 1.6 * documents / times) * 65_000  # about the bytes of a report in the store's log
        while process.poll() is None and size and not (log.exists() and log.stat().st_size >= min(size, 4_000_000)):
            time.sleep(0.005)
        time.sleep(chance.uniform(0, 1.5))
        process.kill()
        process.wait()
        now = kept_in(out)
        lost += len(before.keys() - now.keys())
        repeated += sum(now[key] != row for key, row in before.items() if key in now)
        print(f"  kill {number + 1}: {len(now)} documents are kept", flush=True)
        before = now
    done = subprocess.run(command, env=environment(), check=False).returncode
    after = kept_in(out)
    lost += len(before.keys() - after.keys())
    repeated += sum(after[key] != row for key, row in before.items() if key in after)
    lines = (out / "reports.jsonl").read_text(encoding="utf-8").splitlines()
    names = Counter(json.loads(line)["document"]["path"] for line in lines)
    twice = sum(count - 1 for count in names.values())
    print(
        f"{times} kills in a run of {documents}: {len(lines)} lines, {twice} twice, {documents - len(names)} missing, "
        f"{lost} finished reports lost, {repeated} analysed again; exit code {done}; {time.monotonic() - start:.0f} s"
    )
    return len(lines) == len(names) == documents and not lost and not repeated and done == 0


def trouble(place: Path, documents: int) -> bool:
    """A run with three documents that hang, crash and eat memory among good ones."""
    write_resumes(place / "trouble", documents - 3)
    for name in ("hangs", "crashes", "eats"):
        shutil.copy(place / "trouble" / "000000.pdf", place / "trouble" / f"{name}.pdf")
        with (place / "trouble" / f"{name}.pdf").open("a") as file:
            file.write(f"% {name}")
    engine = partial(outcomes, factory=troubled, limits=Limits(usable_cores()))
    with Store(place / "troubled") as store:
        store.begin({}, inputs_of([str(place / "trouble")]))
        found = {Path(one.path).stem: one.code for one in run(store, "", engine)}
        store.write_files("")
    errors = {name: code for name, code in found.items() if code}
    lines = (place / "troubled" / "reports.jsonl").read_text(encoding="utf-8").splitlines()
    print(f"{documents} documents: {len(lines) - len(errors)} reports, errors {errors}")
    return errors == {"hangs": "timeout", "crashes": "crashed", "eats": "memory"} and len(lines) == documents


if __name__ == "__main__":
    documents, times, seed = (int(word) for word in [*sys.argv[1:], *("500", "10", "7")[len(sys.argv) - 1 :]])
    with tempfile.TemporaryDirectory() as folder:
        is_whole = [trouble(Path(folder), documents), kills(Path(folder), documents, times, seed)]
    sys.exit(0 if all(is_whole) else 1)
