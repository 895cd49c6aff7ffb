"""Memory of the workers and of the parent over a long run.

    .venv/bin/python benchmarks/memory.py [DOCUMENTS] [WORKERS]

10,000 documents on all cores by default. Ends with 1 where a worker takes 350 MB or more, or the output is not
complete. Needs Linux.
"""

from __future__ import annotations

import sys
import tempfile
import time
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

import psutil
from documents import write_resumes

from gapcheck.batch.inputs import inputs_of
from gapcheck.batch.limits import Limits
from gapcheck.batch.pool import outcomes, usable_cores
from gapcheck.batch.run import run
from gapcheck.batch.settings import Recipe
from gapcheck.batch.store import Store

MOST = 350  # megabytes of a worker
_MEGABYTE = 1 << 20
_LOOKS = 25  # documents from one look at the memory to the next
_STAGES = (100, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000)


@dataclass(slots=True)
class Memory:
    """The most memory since the last stage, in megabytes: of a worker, what of it is shared with no other process, and
    of the parent.
    """

    worker: float = 0
    own: float = 0
    parent: float = 0
    workers: set[int] = field(default_factory=set)

    def look(self) -> None:
        """Takes the memory of now into account."""
        parent = psutil.Process()
        self.parent = max(self.parent, parent.memory_info().rss / _MEGABYTE)
        for process in parent.children(recursive=True):
            try:
                if process.rlimit(psutil.RLIMIT_AS)[0] == psutil.RLIM_INFINITY:
                    continue  # no worker: the server that they come from
                memory = process.memory_full_info()
            except psutil.Error:
                continue
            self.workers.add(process.pid)
            self.worker = max(self.worker, memory.rss / _MEGABYTE)
            self.own = max(self.own, memory.uss / _MEGABYTE)


def long_run(place: Path, documents: int, workers: int) -> bool:
    """Whether memory stays below the limit and the output is complete; prints a line a stage."""
    write_resumes(place / "cv", documents)
    recipe = Recipe(as_of=date(2026, 11, 1))
    options = recipe.options(recipe())
    settings = recipe.settings(options)
    engine = partial(outcomes, factory=recipe, limits=Limits(workers))
    memory, peak, seen = Memory(), 0.0, set[int]()
    start = time.monotonic()
    print(f"{documents} documents, {workers} workers; the most memory since the line before, in MB")
    print("documents  worker  its own  parent  workers so far")
    with Store(place / "out") as store:
        store.begin(options, inputs_of([str(place / "cv")]))
        for number, _ in enumerate(run(store, settings, engine), 1):
            if number % _LOOKS == 0:
                memory.look()
            if number in _STAGES or number == documents:
                seen |= memory.workers
                peak = max(peak, memory.worker)
                print(
                    f"{number:9,} {memory.worker:7.0f} {memory.own:8.0f} {memory.parent:7.0f} {len(seen):15}",
                    flush=True,
                )
                memory = Memory()
        store.write_files(settings)
        counts = store.counts(settings)
        size = sum(file.stat().st_size for file in (place / "out").iterdir() if file.name != "summary.csv")
    took = time.monotonic() - start
    after = psutil.Process().memory_info().rss / _MEGABYTE
    with (place / "out" / "reports.jsonl").open(encoding="utf-8") as file:
        lines = sum(1 for _ in file)
    text = (place / "out" / "reports.jsonl").stat().st_size
    print(
        f"{counts.reports} reports, {counts.errors} errors, {lines} lines; the peak of a worker is {peak:.0f} MB, the "
        f"parent ends with {after:.0f} MB; {took:.0f} s; {text / documents / 1000:.0f} kB a report in the file, "
        f"{(size - text) / documents / 1000:.0f} kB in the store"
    )
    return peak < MOST and counts.reports == lines == documents


if __name__ == "__main__":
    words = dict(enumerate(sys.argv))
    with tempfile.TemporaryDirectory() as folder:
        is_good = long_run(Path(folder), int(words.get(1, 10_000)), int(words.get(2, usable_cores())))
    sys.exit(0 if is_good else 1)
