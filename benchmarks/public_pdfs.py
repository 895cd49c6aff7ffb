"""A folder of PDF files that break readers → how each of them ends: `python benchmarks/public_pdfs.py FOLDER`.

The test data of PDF libraries is such a folder: `pip download --no-deps --no-binary :all: pypdf pypdfium2`, unpacked.
A file may end in a report or in an error that names its cause; one that says gapcheck itself failed is a fault.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from datetime import date
from pathlib import Path

from gapcheck.batch.limits import Limits
from gapcheck.batch.pool import Work, outcomes
from gapcheck.batch.settings import Recipe


def main() -> int:
    """The command; 1 where gapcheck failed on a file."""
    files = sorted(file for file in Path(sys.argv[1]).rglob("*") if file.suffix.lower() == ".pdf")
    counts: Counter[str] = Counter()
    faults = 0
    start = time.perf_counter()
    for outcome in outcomes([Work(str(file)) for file in files], Recipe(as_of=date(2026, 11, 1)), Limits(2)):
        counts[outcome.code or "report"] += 1
        if outcome.code in ("crashed", "timeout", "memory"):
            print(f"{outcome.path}: {outcome.code}: {outcome.message}")
            faults += "please report this" in (outcome.message or "")
    took = time.perf_counter() - start
    print(f"{len(files)} files in {took:.0f} s: {dict(counts.most_common())}, {len(files) - counts.total()} lost")
    return 1 if faults or counts.total() < len(files) else 0


if __name__ == "__main__":
    sys.exit(main())
