"""What people install: the image, the Action of a repository, the manual page, completion."""

from __future__ import annotations

import json
import os
import re
import runpy
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.testing import CliRunner

from gapcheck.cli.main import app

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
COMMAND = str(BIN / "gapcheck")
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))


def test_image_has_no_known_fault_and_runs_as_nobody_in_particular() -> None:
    file = ROOT / "Dockerfile"
    done = subprocess.run([BIN / "hadolint", file], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    user = re.search(r"^USER (\d+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
    assert user is not None and int(user[1]) > 0


@pytest.mark.skipif(not shutil.which("unshare"), reason="needs a system that gives a process its own file systems")
def test_file_system_that_takes_nothing_and_no_network_are_enough() -> None:
    bare = ["unshare", "--mount", "--net", "sh", "-c"]
    closed = "mount --make-rprivate / && mount -o remount,bind,ro /"
    if subprocess.run([*bare, closed], capture_output=True, check=False).returncode != 0:
        pytest.skip("this user may not close a file system")
    said = f"{closed} && ! touch samples/x 2>&- && XDG_CACHE_HOME=/no/such {COMMAND} samples/strong.pdf --as-of 2026-11"
    done = subprocess.run([*bare, said], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0 and "Junior machine-learning engineer" in done.stdout, done.stderr


class Repository:
    """Where the steps of the Action run: what `uses` would do is left out, and so is the installation."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.temp = folder, folder / "temp"
        self.temp.mkdir()
        (folder / "cv.pdf").write_bytes((ROOT / "samples" / "beginner.pdf").read_bytes())

    def run(self, *, steps: slice = slice(None), **inputs: str) -> tuple[int, str]:
        """The exit code of the first step that fails, or 0, and what was said on standard error."""
        given = {name: str(one.get("default", "")) for name, one in ACTION["inputs"].items()}
        given |= {name.replace("_", "-"): value for name, value in inputs.items()}
        files = {name: str(self.folder / name.lower()) for name in ("GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT")}
        env = os.environ | files | {"RUNNER_TEMP": str(self.temp), "PATH": f"{BIN}:{os.environ['PATH']}"}
        for step in ACTION["runs"]["steps"][steps]:
            if "run" not in step or step["run"].startswith("pip install"):
                continue
            own = {name: self._filled(value, given) for name, value in step["env"].items()}
            shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
            done = subprocess.run(shell, env=env | own, cwd=self.folder, capture_output=True, text=True, check=False)
            if done.returncode:
                return done.returncode, done.stderr
        return 0, ""

    def _filled(self, text: str, inputs: dict[str, str]) -> str:
        text = re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda name: inputs[name[1]], text)
        output = self.folder / "github_output"
        values = dict(line.split("=", 1) for line in output.read_text().splitlines()) if output.is_file() else {}
        return re.sub(r"\$\{\{ steps\.report\.outputs\.(\w+) \}\}", lambda name: values[name[1]], text)

    @property
    def summary(self) -> str:
        return (self.folder / "github_step_summary").read_text(encoding="utf-8")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path)


def test_action_leaves_the_report_as_files_and_as_the_summary_and_then_fails_below_the_share(
    repository: Repository,
) -> None:
    (repository.folder / "posting one.txt").write_bytes((ROOT / "samples" / "posting.txt").read_bytes())
    code, said = repository.run(resume="cv.pdf", job="posting one.txt", as_of="2026-11", fail_under="0.95")
    assert code == 1 and "95% are asked for" in said
    made = {file.name for file in (repository.temp / "gap-report").iterdir()}
    assert made == {"report.html", "report.json", "report.md"}
    assert repository.summary.startswith("# Gap report: ")
    assert re.fullmatch(r"readiness=0\.\d+\n", (repository.folder / "github_output").read_text())
    report = json.loads((repository.temp / "gap-report" / "report.json").read_text(encoding="utf-8"))
    assert report["job"]["path"] == "posting one.txt" and report["summary"]["as_of"] == "2026-11-01"
    assert report["gapcheck"]["options"]["redact"]  # a run of a public repository is public
    assert repository.run(resume="cv.pdf", fail_under="0.01", steps=slice(-1, None)) == (0, "")


def test_action_says_what_is_wrong_with_its_input_and_runs_nothing_in_it(repository: Repository) -> None:
    code, said = repository.run(resume="$(touch harm).pdf")
    assert code == 1 and "not-found" in said and not (repository.folder / "harm").exists()


def test_manual_page_says_what_the_command_takes() -> None:
    made = runpy.run_path(str(ROOT / "docs" / "make_man.py"))
    assert made["PAGE"].read_text(encoding="utf-8") == made["manual_page"](), "run: python docs/make_man.py"
    if shutil.which("groff"):
        done = subprocess.run(["groff", "-man", "-Tutf8", "-ww", made["PAGE"]], capture_output=True, check=False)
        assert done.returncode == 0 and not done.stderr


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("gapcheck tax", ["taxonomy"]),
        ("gapcheck taxonomy s", ["show", "search", "suggest"]),
        ("gapcheck resume.pdf --fo", ["--format", "--force"]),
    ],
)
def test_shell_completes_commands_and_options(typed: str, offered: list[str]) -> None:
    words = {"COMP_WORDS": typed, "COMP_CWORD": str(len(typed.split()) - 1)}
    done = CliRunner().invoke(app, prog_name="gapcheck", env={"_GAPCHECK_COMPLETE": "complete_bash", **words})
    assert done.stdout.split() == offered
