"""What the command imports: its start is most of the wait for one resume."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

SAMPLE = Path(__file__).parent.parent / "samples" / "strong.pdf"
NOT_NEEDED = {"sklearn", "pdfplumber", "pandas", "dask", "jinja2", "bs4", "httpx", "requests", "weasel"}


def _printed(code: str) -> object:
    """What a fresh Python prints on its last line, as JSON."""
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return json.loads(done.stdout.splitlines()[-1])


def test_plain_run_imports_only_what_it_needs() -> None:
    imported = _printed(
        "import json, sys\n"
        "from gapcheck.cli.main import app\n"
        f"app([{str(SAMPLE)!r}, '--as-of', '2026-11'], standalone_mode=False)\n"
        "print(); print(json.dumps(sorted(sys.modules)))"
    )
    assert isinstance(imported, list)
    assert "spacy" in imported
    assert NOT_NEEDED.isdisjoint(imported)


def test_spacy_keeps_its_command_line_for_those_who_use_both() -> None:
    found = _printed(
        "import json, gapcheck.analyzer, spacy\n"
        "version = spacy.info(silent=True)['spacy_version']\n"
        "from spacy.cli import download\n"
        "print(); print(json.dumps([version == spacy.__version__, callable(download)]))"
    )
    assert found == [True, True]
