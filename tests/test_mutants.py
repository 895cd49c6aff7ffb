"""The command that changes the code and asks whether the tests notice."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_mutation_run_changes_the_code_and_says_what_is_noticed() -> None:
    ran = subprocess.run(
        [sys.executable, ROOT / "benchmarks" / "mutants.py", "gap", "--sample", "1", "--seconds", "1", "--nice", "0",
         "--tests", "tests/test_level_rule.py"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "tests pass in this process" in ran.stdout and " of 1 changes" in ran.stdout, ran.stdout
