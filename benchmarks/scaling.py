"""How long a folder takes with one worker and with two, and whether a document costs the same among many."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from documents import ROOT, environment, write_resumes

_FEW, _MANY = 200, 1000


def print_scaling() -> None:
    """Wall time of the batch command over workers and over documents, the least of two runs."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        write_resumes(place / "few", _FEW)
        write_resumes(place / "many", _MANY)
        (one, _), (two, few), (_, many) = (
            min(_run(place, folder, workers) for _ in range(2))
            for folder, workers in (("few", 1), ("few", 2), ("many", 2))
        )
    print(f"{_FEW} documents: {one:.1f} s with one worker, {two:.1f} s with two, {one / two:.2f} x as fast")
    print(
        f"once the workers run: {few / _FEW * 1000:.1f} ms a document of {_FEW}, "
        f"{many / _MANY * 1000:.1f} ms of {_MANY:,}, two workers"
    )


def _run(place: Path, folder: str, workers: int) -> tuple[float, float]:
    """Seconds of the command in all, and without what it takes for one document."""
    seconds = []
    for source in (sorted((place / folder).iterdir())[0], place / folder):
        with tempfile.TemporaryDirectory(dir=place) as out:
            start = time.perf_counter()
            subprocess.run(
                [sys.executable, "-m", "gapcheck", str(source), "-o", f"{out}/", "--jobs", str(workers), "--quiet"],
                check=True,
                capture_output=True,
                cwd=ROOT,
                env=environment(),
            )
            seconds.append(time.perf_counter() - start)
    return seconds[1], seconds[1] - seconds[0]
