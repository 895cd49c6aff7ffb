"""A running `gapcheck serve` for tests."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
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
    temporary = tmp_path_factory.mktemp("server")
    command = [str(Path(sys.executable).with_name("gapcheck")), "serve", "--port", "0", "--max-size", "1"]
    process = subprocess.Popen(
        [*command, "--max-files", "3", "--jobs", "2", "--timeout", "60"],
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"TMPDIR": str(temporary)},
    )
    assert process.stderr is not None
    said = process.stderr.readline()
    found = re.search(r"http://[\d.]+:\d+", said)
    assert found, said
    yield Server(found[0], process.pid, temporary)
    process.terminate()
    assert process.wait(20) in (0, -15)
    assert process.stderr.read() == ""  # no log tells who sent what
