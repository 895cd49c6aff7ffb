"""What the command imports: its start is most of the wait for one resume."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parent.parent / "samples" / "strong.pdf"
NOT_NEEDED = {
    "sklearn",
    "pdfplumber",
    "pandas",
    "dask",
    "jinja2",
    "bs4",
    "httpx",
    "requests",
    "weasel",
    "charset_normalizer",
    "py3langid",
    "yaml",
    "tinycss2",
    "cssselect2",
}


def _printed(code: str) -> object:
    """What a fresh Python prints on its last line, as JSON."""
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return json.loads(done.stdout.splitlines()[-1])


@pytest.mark.usefixtures("taxonomy")  # stored by then: who finds none has to read YAML
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


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_command_that_is_stopped_while_it_starts_says_so_in_one_line(sent: signal.Signals) -> None:
    """Stopped while its modules are loaded."""
    for started in ("gapcheck.documents", "gapcheck.skills", "spacy"):
        code = (
            "import os, signal, sys\n"
            "class Stop:\n"
            "    def find_spec(self, name, *_):\n"
            f"        if name == {started!r}:\n"
            "            sys.meta_path.remove(self)\n"
            f"            os.kill(os.getpid(), {int(sent)})\n"
            "sys.meta_path.insert(0, Stop())\n"
            "sys.argv = ['gapcheck', '-']\n"
            "from gapcheck.__main__ import run\n"
            "run()\n"
        )
        done = subprocess.run([sys.executable, "-c", code], input="Python", capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout, done.stderr) == (130, "", "gapcheck: stopped\n")


def test_interrupt_while_the_workers_process_starts_is_not_lost() -> None:
    code = (
        "import os, signal\n"
        "from multiprocessing import forkserver\n"
        "from gapcheck.cli.run import warm_up\n"
        "forkserver.ensure_running = lambda: os.kill(os.getpid(), signal.SIGINT)\n"
        "try:\n"
        "    warm_up()\n"
        "except KeyboardInterrupt:\n"
        "    print('\\n\"stopped\"')\n"
    )
    assert _printed(code) == "stopped"


def test_interrupt_that_a_library_makes_another_error_of_is_one_line_too() -> None:
    code = (
        "import os, signal, sys\n"
        "from gapcheck.__main__ import run\n"
        "import gapcheck.cli.main as command\n"
        "class Named:\n"
        "    def __set_name__(self, owner, name):\n"
        "        os.kill(os.getpid(), signal.SIGINT)\n"
        "command.main = lambda: type('Owner', (), {'named': Named()})\n"
        "run()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (130, "gapcheck: stopped\n")
