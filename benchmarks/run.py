"""Speed as ratios measured in one run, on one machine.

    .venv/bin/python benchmarks/run.py [FOLDER]

FOLDER holds the resumes of the steady state, samples/ by default. The start is measured against `import spacy`, the
steady state against bare PDFium, two workers against one. Ratios carry over to other machines, milliseconds do not; on
a machine that is busy, compare CPU time. Takes about three minutes.
"""

from __future__ import annotations

import sys
from pathlib import Path

from documents import ROOT
from scaling import print_scaling
from start import print_start
from steady import print_steady

if __name__ == "__main__":
    print_start()
    print_steady(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "samples")
    print_scaling()
