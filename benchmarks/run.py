"""Speed as ratios measured in one run: cold start against `import spacy`, steady state against bare PDFium, loading in
CPU time.

    .venv/bin/python benchmarks/run.py [FOLDER]

FOLDER holds the resumes to read, samples/ by default. Ratios carry over to other machines; milliseconds do not.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parent.parent
_REPEATS = 7


def wall_seconds(*command: str) -> float:
    """Median wall time of a command over several runs, after one to warm the disk."""
    times = []
    for _ in range(_REPEATS + 1):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
        times.append(time.perf_counter() - start)
    return statistics.median(times[1:])


def cpu_seconds(work: Callable[[], object], repeats: int = 3) -> float:
    """Least CPU time of some work over several runs, after one to warm up."""
    work()
    times = []
    for _ in range(repeats):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def cold_start() -> None:
    """One page through the installed command, against `import spacy`."""
    spacy = wall_seconds(sys.executable, "-c", "import spacy")
    command = str(Path(sys.executable).with_name("gapcheck"))
    ours = wall_seconds(command, "samples/strong.pdf", "--as-of", "2026-11")
    print(f"cold start: {ours:.2f} s, {ours / spacy:.2f} x import spacy ({spacy:.2f} s)")


def loading() -> None:
    """CPU time in a fresh process, beyond imports, to load the data and build the matchers; with and without the
    cache."""
    code = (
        "import gc; gc.disable()  # as the command does\n"
        "import time, gapcheck.analyzer as a\n"
        "from gapcheck.skills import SkillReader\nfrom gapcheck.taxonomy import load_taxonomy\n"
        "start = time.process_time(); data = load_taxonomy(); middle = time.process_time(); SkillReader(data)\n"
        "print(middle - start, time.process_time() - middle)"
    )
    for name, cache in (("cached", "on"), ("from YAML", "off")):
        rows = [
            subprocess.run(
                [sys.executable, "-c", code],
                check=True,
                capture_output=True,
                text=True,
                env={**os.environ, "GAPCHECK_CACHE": cache},
            ).stdout.split()
            for _ in range(_REPEATS)
        ]
        data, matchers = (statistics.median(float(row[column]) for row in rows) * 1000 for column in (0, 1))
        print(f"loading, {name}: data {data:.0f} ms + matchers {matchers:.0f} ms = {data + matchers:.0f} ms of CPU")


def steady_state(folder: Path) -> None:
    """CPU time a resume in one process, against plain text extraction by PDFium of the same files."""
    import pypdfium2

    from gapcheck import Analyzer
    from gapcheck.documents import read_document

    files = sorted(folder.rglob("*.pdf"))
    analyzer = Analyzer(as_of=date(2026, 11, 1))

    def bare() -> None:
        for file in files:
            document = pypdfium2.PdfDocument(file)
            for page in document:
                page.get_textpage().get_text_range()
            document.close()

    plain = cpu_seconds(bare) / len(files) * 1000
    reading = cpu_seconds(lambda: [read_document(file) for file in files]) / len(files) * 1000
    whole = cpu_seconds(lambda: [analyzer.analyze(file) for file in files]) / len(files) * 1000
    ratio = whole / plain
    print(f"steady state, {len(files)} resumes: {whole:.1f} ms a resume, {ratio:.1f} x PDFium ({plain:.1f} ms)")
    print(f"  of it reading the page: {reading:.1f} ms, {reading / plain:.1f} x PDFium")


if __name__ == "__main__":
    cold_start()
    loading()
    steady_state(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "samples")
