"""What the README and the docs show is what the program does."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from gapcheck.cli.main import app

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


def shown_commands() -> list[str]:
    """All commands in the code of all pages; what is left out of one (…) can't be typed."""
    found: set[str] = set()
    for page in PAGES:
        in_block = False
        for line in page.read_text(encoding="utf-8").splitlines():
            in_block ^= line.startswith("```")
            if (in_block or line.startswith("    ")) and (typed := re.match(r" *(?:\.venv/bin/)?(gapcheck .+)", line)):
                found.add(typed[1].partition("  #")[0].strip())
            found |= set(re.findall(r"`(?:\.venv/bin/)?(gapcheck [^`]+)`", line))
    return sorted(one for one in found if "…" not in one)


def takes_nothing(command: Any, patch: pytest.MonkeyPatch) -> None:
    """Leaves of a command nothing but its reading of what is typed."""
    patch.setattr(command, "callback", lambda *_, **__: None)
    if hasattr(command, "list_commands"):
        for name in command.list_commands(None):
            takes_nothing(command.get_command(None, name), patch)


def test_every_command_shown_is_one_that_the_program_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    command: Any = get_command(app)
    takes_nothing(command, monkeypatch)
    commands = shown_commands()
    assert len(commands) > 70
    for one in commands:
        words = shlex.split(re.sub(r" [|>] .*", "", one).replace("DAYS", "7"))[1:]
        if re.fullmatch(r"[a-z]+( [a-z]+)?", " ".join(words)):  # the name of a command
            words.append("--help")
        if words[0] not in ("--install-completion", "--show-completion"):
            try:
                command.main(words, prog_name="gapcheck", standalone_mode=False)
            except Exception as error:  # noqa: BLE001 - Typer has a Click of its own in some versions
                pytest.fail(f"{one}: {error!r}")


OUTPUTS = [
    pytest.param(command, shown, id=f"{page.name}: {command}")
    for page in PAGES
    for command, shown in re.findall(
        r"<!-- output: (.+?) -->\n```text\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL
    )
]
SHOWN = {str(one.values[0]).partition(" --as-of")[0] for one in OUTPUTS}


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def run(command: str) -> str:
    """What the command prints, in this process: `test_cli.py` shows that the installed one prints the same."""
    done = CliRunner().invoke(app, shlex.split(command)[1:])
    assert done.exit_code == 0, (command, done.output)
    return done.stdout


def test_commands_of_the_table_run(tmp_path: Path) -> None:
    resumes = tmp_path / "resumes"
    resumes.mkdir()
    for sample in sorted(Path("samples").glob("*.pdf"))[:5]:  # of fewer a cohort tells nothing
        shutil.copy(sample, resumes)
    commands = re.findall(r"`(gapcheck [^`]+)`", README)
    assert len(commands) >= 7
    for command in commands:
        if "--install-completion" in command or command in ("gapcheck serve", "gapcheck mcp FOLDER"):
            continue  # the one changes the shell, the others run until they are stopped: in their own tests
        if command in SHOWN:
            continue  # runs below
        ready = command.replace("resumes/ more.pdf", "samples/strong.pdf samples/beginner.pdf")
        ready = ready.replace("resumes/ -o out/", f"{resumes}/ -o {tmp_path}/out/")
        ready = ready.replace("cohort out/", f"cohort {tmp_path}/out/").replace("suggest samples", f"suggest {resumes}")
        ready = re.sub(r"\bresume\.pdf\b", "samples/strong.pdf", ready)
        run(re.sub(r"\b(?:report|old|new|my)\.(?:json|html|md|yaml)\b", lambda name: str(tmp_path / name[0]), ready))


@pytest.mark.parametrize(("command", "shown"), OUTPUTS)
def test_output_shown_is_the_output(command: str, shown: str) -> None:
    printed = [line.rstrip() for line in run(command).splitlines()]
    for part in shown.strip("\n").split("\n  …\n"):
        lines = [line.rstrip() for line in part.splitlines()]
        assert any(printed[at : at + len(lines)] == lines for at in range(len(printed))), part


def test_python_example_runs() -> None:
    example = re.search(r"```python\n(.*?)```", README, re.DOTALL)
    assert example is not None
    done = subprocess.run([sys.executable, "-c", example[1]], capture_output=True, text=True, cwd=ROOT, check=True)
    assert re.match(r"0\.\d+ \[", done.stdout)


def test_set_up_commands_are_the_ones_that_ci_runs() -> None:
    assert "-m pytest" in README and "grep -m1 -- '-m pytest' README.md" in (ROOT / ".ci" / "run").read_text()


def test_links_lead_somewhere() -> None:
    for page in PAGES:
        for target in re.findall(r"\]\((?!https?://)([^)#]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_architecture_page_has_a_row_for_every_package_and_names_only_files_that_are_there() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `(gapcheck/[\w/]+/)` \| (.+)$", page, re.MULTILINE))
    packages = {f"{path.parent.relative_to(ROOT).as_posix()}/" for path in (ROOT / "gapcheck").rglob("__init__.py")}
    assert rows.keys() == packages - {"gapcheck/"}
    for package, row in rows.items():
        for name in re.findall(r"`([\w/]+\.py|[\w]+/)`", row):
            assert (ROOT / package / name).exists(), f"{package}{name}"
