"""A running `gapcheck serve` for tests."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

SAMPLES = Path(__file__).parent.parent / "samples"
FORM = {"as_of": "2026-11"}


@dataclass(frozen=True)
class Server:
    """A running `gapcheck serve`, and the only place where it may put temporary files."""

    address: str
    process: int
    temporary: Path

    def post(self, path: str, *files: tuple[str, bytes], field: str = "file", **fields: str) -> httpx.Response:
        parts = [(field, (name, content)) for name, content in files]
        return httpx.post(self.address + path, files=parts, data=FORM | fields, timeout=60)

    def get(self, path: str) -> httpx.Response:
        return httpx.get(self.address + path, timeout=60)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("server"), "--max-files", "3", "--jobs", "2", "--timeout", "60") as one:
        yield one


@contextmanager
def serving(temporary: Path, *options: str) -> Iterator[Server]:
    """The installed command, until it is left; it says nothing but where it is."""
    command = [str(Path(sys.executable).with_name("gapcheck")), "serve", "--port", "0", "--max-size", "1"]
    process = subprocess.Popen(
        [*command, *options],
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"TMPDIR": str(temporary)},
    )
    assert process.stderr is not None
    said = process.stderr.readline()
    found = re.search(r"http://[\d.]+:\d+", said)
    assert found, said
    try:
        yield Server(found[0], process.pid, temporary)
    finally:
        process.terminate()
        ended = process.wait(20)
    assert ended == 130  # as after Ctrl-C
    assert process.stderr.read() == "gapcheck: stopped\n"  # no log tells who sent what
