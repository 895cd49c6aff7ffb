"""How long the command takes to start, against `import spacy`, and where that time goes."""

from __future__ import annotations

import statistics
import subprocess
import sys

from documents import environment
from measure import commands

_PARTS = """
import gc; gc.disable()  # as the command does
import time
def mark(name):
    global since
    now = time.process_time(); print(name, now - since, sep="\\t"); since = time.process_time()
since = 0.0
mark("Python itself")
import gapcheck.text.spacy_import
mark("import spaCy and the steps up to skills")
import gapcheck.cli.main, gapcheck.cli.analyze
mark("import the command line")
import gapcheck.analyzer, gapcheck.batch, gapcheck.outputs.terminal.screen
mark("import the rest")
from gapcheck.taxonomy import load_taxonomy
taxonomy = load_taxonomy()
mark("load the taxonomy")
analyzer = gapcheck.analyzer.Analyzer()
mark("build the matchers")
analyzer.analyze("samples/strong.pdf")
mark("the first resume")
"""


def print_start() -> None:
    """One page through the command, against `import spacy`; and the CPU time of each part of it."""
    python = sys.executable
    spacy, ours = commands(
        [python, "-c", "import spacy"], [python, "-m", "gapcheck", "samples/strong.pdf", "--as-of", "2026-11"]
    )
    print(f"cold start, one page: {ours.wall:.2f} s, {ours.wall / spacy.wall:.2f} x import spacy ({spacy.wall:.2f} s)")
    print(f"  in CPU time: {ours.cpu:.2f} s, {ours.cpu / spacy.cpu:.2f} x import spacy ({spacy.cpu:.2f} s)")
    cached, from_yaml = _parts("on"), _parts("off")
    for name, seconds in cached.items():
        print(f"  {name}: {seconds * 1000:.0f} ms")
    print(f"  load the taxonomy from YAML, without the cache: {from_yaml['load the taxonomy'] * 1000:.0f} ms")


def _parts(cache: str, repeats: int = 5) -> dict[str, float]:
    """CPU seconds of each part of the start in a fresh process, the median of several."""
    rows: dict[str, list[float]] = {}
    for _ in range(repeats + 1):
        done = subprocess.run(
            [sys.executable, "-c", _PARTS],
            check=True,
            capture_output=True,
            text=True,
            cwd=environment()["PYTHONPATH"],
            env={**environment(), "GAPCHECK_CACHE": cache},
        )
        for line in done.stdout.splitlines():
            name, seconds = line.split("\t")
            rows.setdefault(name, []).append(float(seconds))
    return {name: statistics.median(times[1:]) for name, times in rows.items()}
