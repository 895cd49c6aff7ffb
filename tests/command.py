"""The command as its users run it, and in this process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from typer.testing import CliRunner, Result

from gapcheck.cli.main import app

ROOT = Path(__file__).parent.parent
COMMAND = Path(sys.executable).with_name("gapcheck")


def gapcheck(*arguments: object, expect: int = 0) -> Result:
    """The command in this process."""
    run = CliRunner().invoke(app, [*map(str, arguments)])
    assert run.exit_code == expect, run.output
    assert run.exception is None or isinstance(run.exception, SystemExit)
    return run


def installed(*arguments: object, expect: int = 0) -> subprocess.CompletedProcess[str]:
    """The command as its users run it."""
    run = subprocess.run([str(COMMAND), *map(str, arguments)], capture_output=True, text=True, cwd=ROOT, check=False)
    assert run.returncode == expect, run.stderr
    assert "Traceback" not in run.stderr
    return run


def told(run: Result) -> str:
    """What a message says, however it is framed."""
    return " ".join(run.stderr.replace("│", " ").split())
