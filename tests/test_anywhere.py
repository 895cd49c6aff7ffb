"""One command anywhere: consoles of other code pages, systems without POSIX, an assistant's tools, the doctor."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Group
from rich.table import Table
from rich.text import Text
from typer.testing import CliRunner

from gapcheck.cli.main import app
from gapcheck.outputs.terminal.console import PlainConsole
from gapcheck.version import __version__

ROOT = Path(__file__).parent.parent
COMMAND = str(Path(sys.executable).with_name("gapcheck"))


def test_console_of_another_code_page_is_no_fault() -> None:
    env = os.environ | {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    done = subprocess.run([COMMAND, "samples/strong.pdf"], capture_output=True, cwd=ROOT, env=env, check=True)
    assert "✓" in done.stdout.decode("utf-8")


@pytest.mark.parametrize(
    ("stated", "found"), [("cp1252", "“Python".encode("cp1252")), ("ascii:xmlcharrefreplace", b"&#8220;Python")]
)
def test_encoding_that_a_user_states_is_kept_and_no_sign_stops_the_command(stated: str, found: bytes) -> None:
    env = os.environ | {"PYTHONIOENCODING": stated}
    command = [COMMAND, "explain", "samples/strong.pdf", "python"]
    done = subprocess.run(command, capture_output=True, cwd=ROOT, env=env, check=True)
    assert found in done.stdout


@pytest.mark.parametrize("arguments", [(), ("--details",), ("--read",)], ids=["report", "details", "read"])
def test_no_line_of_text_that_is_piped_ends_in_blanks(arguments: tuple[str, ...]) -> None:
    done = CliRunner().invoke(app, [str(ROOT / "samples" / "strong.pdf"), "--as-of", "2026-11", *arguments])
    assert done.exit_code == 0 and [line for line in done.stdout.splitlines() if line != line.rstrip()] == []


def test_console_fills_cells_and_ends_no_line_in_blanks() -> None:
    table = Table("a", "b", box=None)
    table.add_row("long enough", " ")
    table.add_row("x", "y")
    stream = StringIO()
    PlainConsole(file=stream, width=40).print(Group(table, Text("  in  "), "", Text("a b")))
    assert stream.getvalue() == " a            b\n long enough\n x            y\n  in\n\na b\n"


def test_resume_is_read_where_there_is_no_posix(tmp_path: Path) -> None:
    script = f"""
import os, sys
for name in ("resource", "fcntl", "pwd", "grp", "termios"):
    sys.modules[name] = None
for name in ("fork", "sysconf", "wait4", "geteuid", "killpg", "sched_getaffinity"):
    if hasattr(os, name):
        delattr(os, name)
import gapcheck.batch.one_by_one, gapcheck.batch.limits, gapcheck.cli.main, gapcheck.outputs.pdf
from gapcheck import Analyzer
from gapcheck.batch.limits import Limits
(report,) = gapcheck.batch.one_by_one.analyze_all([{str(ROOT / "samples" / "strong.pdf")!r}], Analyzer(), Limits(1))
print(report.summary.met > 10)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.stdout == "True\n", done.stderr


def test_doctor_says_what_is_there_and_what_is_missing_for_what() -> None:
    done = subprocess.run([COMMAND, "doctor"], capture_output=True, text=True, check=True)
    for said in (
        "gapcheck 0.",
        "taxonomy  ",
        "cache     ",
        "limits    ",
        "PDF       ",
        "scans (OCR)",
        "tools for assist",
    ):
        assert said in done.stdout
    assert "Traceback" not in done.stderr


def test_assistant_gets_a_report_and_nothing_from_outside(tmp_path: Path) -> None:
    from mcp import ClientSession, StdioServerParameters
    from mcp.client.stdio import stdio_client

    (tmp_path / "link.pdf").symlink_to(ROOT / "samples" / "strong.pdf")
    (tmp_path / "cv.pdf").write_bytes((ROOT / "samples" / "strong.pdf").read_bytes())
    (tmp_path / "june").mkdir()
    (tmp_path / "june" / "cv.pdf").write_bytes((ROOT / "samples" / "beginner.pdf").read_bytes())
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    (tmp_path / "posting.txt").write_bytes((ROOT / "samples" / "posting.txt").read_bytes())

    async def session() -> dict[str, tuple[bool, str]]:
        folders = [str(tmp_path), str(tmp_path / "june")]
        server = StdioServerParameters(command=COMMAND, args=["mcp", *folders], env=dict(os.environ))
        async with stdio_client(server) as streams, ClientSession(*streams) as client:
            assert (await client.initialize()).serverInfo.version == __version__
            tools = {tool.name for tool in (await client.list_tools()).tools}
            assert tools == {"resumes", "analyze", "explain", "profiles", "job"}

            async def asked(tool: str, **given: str) -> tuple[bool, str]:
                answer = await client.call_tool(tool, given)
                return bool(answer.isError), "".join(getattr(part, "text", "") for part in answer.content)

            return {
                "report": await asked("analyze", path=f"{tmp_path}/cv.pdf", as_of="2026-11"),
                "job": await asked("analyze", path=f"{tmp_path}/cv.pdf", job=f"{tmp_path}/posting.txt"),
                "explain": await asked("explain", path=f"{tmp_path}/cv.pdf", skill="python"),
                "profiles": await asked("profiles"),
                "posting": await asked("job", path=f"{tmp_path}/posting.txt"),
                "outside": await asked("analyze", path=str(ROOT / "samples" / "strong.pdf")),
                "up": await asked("analyze", path=f"{tmp_path}/../../etc/passwd"),
                "link": await asked("analyze", path=f"{tmp_path}/link.pdf"),
                "listed": await asked("resumes"),
                "below": await asked("explain", path="june/cv.pdf", skill="Python"),
                "first folder": await asked("analyze", path="cv.pdf"),
                "not there": await asked("analyze", path="june/no.pdf"),
                "no skill": await asked("explain", path="cv.pdf", skill="pyhton"),
                "broken": await asked("analyze", path=f"{tmp_path}/broken.pdf"),
            }

    found = asyncio.run(session())
    report = json.loads(found["report"][1])
    assert report["schema"] == "gapcheck/report/1" and report["gapcheck"]["options"]["redact"]
    assert json.loads(found["job"][1])["job"]["path"] == "posting.txt"
    assert "python" in found["explain"][1].lower() and "nlp-engineer" in found["profiles"][1]
    assert "requirements" in found["posting"][1]
    for name in ("outside", "up", "link"):
        assert found[name][0] and "lies outside of the folders" in found[name][1]
    listed = found["listed"][1]
    assert "posting.txt" in listed and "june/cv.pdf" in listed and "link.pdf" not in listed
    assert f"{tmp_path.resolve()}/june/cv.pdf" in listed  # of the second folder: its name means one of the first
    assert found["below"] == (False, found["below"][1]) and "Python" in found["below"][1]
    assert json.loads(found["first folder"][1])["document"]["sha256"] == report["document"]["sha256"]
    assert found["not there"][0] and "there is no file june/no.pdf" in found["not there"][1]
    assert found["no skill"][0] and "did you mean python" in found["no skill"][1]
    assert found["broken"][0] and "broken: " in found["broken"][1]
