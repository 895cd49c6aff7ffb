"""What the tests of the data share."""

from __future__ import annotations

from contextlib import chdir
from pathlib import Path

from typer.testing import CliRunner, Result

from gapcheck.cli.main import app

ROOT = Path(__file__).parent.parent


def gapcheck(*arguments: object, expect: int = 0, cwd: Path = ROOT) -> Result:
    """The command in this process, working in a folder."""
    with chdir(cwd):
        run = CliRunner().invoke(app, [*map(str, arguments)])
    assert run.exit_code == expect, run.output
    return run
