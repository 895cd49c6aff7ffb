"""Nothing leaves the machine, files are their owner's alone, and no message repeats a resume. Everybody is invented."""

from __future__ import annotations

import json
import os
import re
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from pages import AS_OF, document_of, resume_pdf
from typer.testing import CliRunner

from gapcheck import Analyzer
from gapcheck.batch.outcome import shown_path
from gapcheck.cli.main import app

ROOT = Path(__file__).parent.parent
COMMAND = Path(sys.executable).with_name("gapcheck")

RESUME = """
    Perpetua Quillfeather
    perpetua.quillfeather@example.org | +44 7700 900461
    # Experience
    ## Data Scientist, Kestrel Foods | Jan 2023 - Present
    - Perpetua built zyzzyva models in Python with scikit-learn on AWS
    # Skills
    Python, SQL, Docker
"""
NO_NETWORK = """
import sys

def forbid(event, arguments):
    if event == "socket.__new__" and arguments[1] != 1:  # 1: between processes of this machine
        raise OSError("no socket today")  # on import urllib3 tries whether there is IPv6, and goes on without
    if event in ("socket.getaddrinfo", "socket.gethostbyname"):
        raise SystemExit("an address was looked up")

sys.addaudithook(forbid)
"""


@pytest.fixture(scope="module")
def offline(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment in which no Python process, workers included, may open a socket to another machine."""
    folder = tmp_path_factory.mktemp("offline")
    (folder / "sitecustomize.py").write_text(NO_NETWORK)
    path = os.pathsep.join(filter(None, [str(folder), os.environ.get("PYTHONPATH")]))
    return {**os.environ, "PYTHONPATH": path}


def gapcheck(*arguments: object, cwd: Path, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    command = [str(COMMAND), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, env=env, check=False)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_network_is_truly_forbidden_in_the_tests_below(offline: dict[str, str], tmp_path: Path) -> None:
    code = "import socket; socket.create_connection(('localhost', 9))"
    run = subprocess.run([sys.executable, "-c", code], env=offline, cwd=tmp_path, capture_output=True, check=False)
    assert b"an address was looked up" in run.stderr


@pytest.fixture
def _no_socket(monkeypatch: pytest.MonkeyPatch) -> None:
    """In this process none is opened and no address looked up."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.mark.usefixtures("_no_socket")
def test_analysis_opens_no_socket(analyzer: Analyzer) -> None:
    report = Analyzer(as_of=AS_OF, taxonomy=analyzer.taxonomy, redact=True).analyze_document(
        document_of(resume_pdf(RESUME))
    )
    assert report.skills


@pytest.fixture(scope="module")
def batch(offline: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of results on a resume, a copy of it and a broken file, made without a network."""
    place = tmp_path_factory.mktemp("batch")
    cv = place / "cv"
    cv.mkdir()
    content = resume_pdf(RESUME)
    for name in ("quillfeather_perpetua.pdf", "zz copy for Quillfeather.pdf"):
        (cv / name).write_bytes(content)
    (cv / "broken.pdf").write_bytes(content[: len(content) // 3] + b"zyzzyva" + os.urandom(200))
    run = gapcheck("cv", "-o", "out/", "--keep-duplicates", "--as-of", "2026-11", cwd=place, env=offline)
    assert run.returncode == 1 and "socket" not in run.stderr and "looked up" not in run.stderr, run.stderr
    (place / "stderr").write_text(run.stderr)
    return place


def test_workers_analyse_without_a_network_and_redact_by_default(batch: Path) -> None:
    lines = [json.loads(line) for line in (batch / "out" / "reports.jsonl").read_text().splitlines()]
    assert [line["document"]["path"] for line in lines] == [
        "cv/broken.pdf",
        "cv/[name]_[name].pdf",
        "cv/zz copy for [name].pdf",
    ]
    assert "[name] built zyzzyva models" in json.dumps(lines[1])
    written = "".join((batch / "out" / name).read_text() for name in ("reports.jsonl", "summary.csv")).lower()
    assert not re.search("perpetua|quillfeather|7700|example.org", written)


def test_files_of_a_run_are_their_owners_alone(batch: Path) -> None:
    files = list((batch / "out").iterdir())
    assert {"reports.jsonl", "summary.csv", "gapcheck.sqlite"} <= {file.name for file in files}
    assert {mode(file) for file in files} == {0o600}
    assert mode(batch / "out") == 0o700


@pytest.mark.usefixtures("_no_socket")
def test_page_on_a_cohort_is_its_owners_alone(batch: Path, tmp_path: Path) -> None:
    target = tmp_path / "cohort.html"
    target.write_text("older")
    run = CliRunner().invoke(app, ["cohort", str(batch / "out"), "--names", "-o", str(target)])
    assert run.exit_code == 0 and mode(target) == 0o600, run.output


def test_single_report_is_whole_unless_asked_and_its_owners_alone(offline: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "cv.pdf").write_bytes(resume_pdf(RESUME))
    run = gapcheck("cv.pdf", "-f", "json", "-o", "report.json", cwd=tmp_path, env=offline)
    assert run.returncode == 0, run.stderr
    assert "Perpetua built" in (tmp_path / "report.json").read_text()
    assert mode(tmp_path / "report.json") == 0o600
    run_here = CliRunner().invoke(app, [str(tmp_path / "cv.pdf"), "--redact", "-f", "json"])
    assert run_here.exit_code == 0 and "zyzzyva" in run_here.stdout and "Perpetua" not in run_here.stdout


def test_no_message_repeats_the_resume(batch: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = resume_pdf(RESUME)
    odd = {
        "cut.pdf": content[: 2 * len(content) // 3],
        "spliced.pdf": content[:400] + content[300:],
        "text.pdf": b"\x89PNG\r\n" + RESUME.encode(),
        "headed.pdf": b"%PDF-1.4\n" + RESUME.encode(),  # a text, and read as one
        "nulls.pdf": content.replace(b"endobj", b"\0\0\0\0\0\0"),
        "garbled.pdf": content.replace(b"BT", b"B("),
    }
    for name, data in odd.items():
        (tmp_path / name).write_bytes(data)
    monkeypatch.chdir(tmp_path)
    run = CliRunner().invoke(app, [*odd, "-f", "json", "--pdf-reader", "careful"])
    assert run.stderr.count("gapcheck: ") >= 3 and "Traceback" not in run.stderr
    said = (run.stderr + (batch / "stderr").read_text()).lower().replace("quillfeather_perpetua.pdf", "")
    assert not re.search("perpetua|quillfeather|kestrel|zyzzyva|scikit|7700", said)


@pytest.mark.parametrize(
    ("path", "read_as", "shown", "expected"),
    [
        ("b/Anna Falk.pdf", "a/anna_falk.pdf", "a/[name]_[name].pdf", "b/[name] [name].pdf"),
        ("b/again.pdf", "a/first.pdf", "a/first.pdf", "b/again.pdf"),
        ("a/falk.pdf", "a/falk.pdf", "a/[name].pdf", "a/[name].pdf"),
        ("a/unread.pdf", None, None, "a/unread.pdf"),
    ],
)
def test_copies_of_a_document_are_shown_without_the_name_too(
    path: str, read_as: str | None, shown: str | None, expected: str
) -> None:
    assert shown_path(path, read_as, shown) == expected
