"""What gapcheck rests on is bounded and explained, and its code opens none of the known doors."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from gapcheck.taxonomy.models.market import MarketFact

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
SOURCES = sorted([*(ROOT / "gapcheck").rglob("*.py"), *(ROOT / "skills_taxonomy").rglob("*.py")])
FORBIDDEN_MODULES = {"pickle", "cPickle", "dill", "cloudpickle", "joblib", "shelve", "marshal"}
FORBIDDEN_CALLS = {"eval", "exec", "compile", "__import__"}


def dependencies() -> list[str]:
    project = PROJECT["project"]
    extras = [one for group in project["optional-dependencies"].values() for one in group]
    everything = {*PROJECT["build-system"]["requires"], *project["dependencies"], *extras}
    return sorted(one for one in everything if not one.startswith("gapcheck["))


@pytest.mark.parametrize("dependency", dependencies())
def test_dependency_is_bounded_and_explained(dependency: str) -> None:
    found = re.fullmatch(r"([\w.-]+)(?:\[[\w,]+\])?>=[\d.]+,<[\d.]+(?:; .+)?", dependency)
    assert found, f"{dependency}: write it as name>=lowest,<next major"
    rows = re.findall(r"^\| `([\w.-]+)` \| \S[^|]+ \|", (ROOT / "docs" / "dependencies.md").read_text(), re.MULTILINE)
    assert found[1].lower() in {row.lower() for row in rows}, f"{found[1]} has no row in docs/dependencies.md"


def called(node: ast.Call) -> str:
    return node.func.id if isinstance(node.func, ast.Name) else ""


def doors(tree: ast.AST) -> Iterator[str]:
    """Ways by which data could become code in this source."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names if one.name.partition(".")[0] in FORBIDDEN_MODULES)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] in FORBIDDEN_MODULES:
            yield str(node.module)
        elif isinstance(node, ast.Call):
            if called(node) in FORBIDDEN_CALLS:
                yield called(node)
            options = {option.arg: option.value for option in node.keywords}
            if getattr(options.get("shell"), "value", None):
                yield "shell=True"
            if isinstance(node.func, ast.Attribute) and ast.unparse(node.func).startswith(
                ("yaml.", "os.system", "os.popen")
            ):
                loader = ast.unparse(options["Loader"]) if "Loader" in options else ""
                safe = node.func.attr in ("safe_load", "safe_dump") or "Safe" in loader
                if not safe:
                    yield ast.unparse(node.func)


@pytest.mark.parametrize(
    "source",
    ["import pickle", "from joblib import load", "eval('1')", "yaml.load(text)", "yaml.load(text, Loader=yaml.Loader)",
     "subprocess.run(command, shell=True)", "os.system(command)"],
)  # fmt: skip
def test_open_doors_are_seen(source: str) -> None:
    assert list(doors(ast.parse(source)))


def test_no_source_turns_data_into_code() -> None:
    assert len(SOURCES) > 80
    found = {str(path.relative_to(ROOT)): list(doors(ast.parse(path.read_text(encoding="utf-8")))) for path in SOURCES}
    assert {path: ways for path, ways in found.items() if ways} == {}


def test_yaml_is_read_by_the_safe_loader() -> None:
    from yaml import SafeLoader
    from yaml.constructor import SafeConstructor

    from gapcheck.taxonomy.yaml_loader import SafeTextLoader, SafeWordsLoader

    for loader in (SafeWordsLoader, SafeTextLoader):
        assert issubclass(loader, SafeLoader | SafeConstructor)


@pytest.mark.parametrize(
    ("printed", "code", "said"),
    [
        ("", 0, "skipped, the list of advisories can't be reached"),
        ({"dependencies": [{"name": "tidy", "skip_reason": "not found"}]}, 0, "skipped"),
        ({"dependencies": [{"name": "tidy", "version": "1", "vulns": []}]}, 0, "1 of 1 packages looked up, 0 known"),
        (
            {"dependencies": [{"name": "tidy", "version": "1", "vulns": [{"id": "X-1", "fix_versions": ["2"]}]}]},
            1,
            "tidy 1: X-1: update to 2",
        ),
    ],
)
def test_audit_fails_on_known_flaws_alone(printed: object, code: int, said: str, tmp_path: Path) -> None:
    """With a stand-in for pip-audit beside the interpreter that runs the audit."""
    python = tmp_path / "python"
    python.symlink_to(sys.executable)
    stand_in = tmp_path / "pip-audit"
    stand_in.write_text(f"#!/bin/sh\ncat <<'END'\n{json.dumps(printed) if printed else ''}\nEND\n")
    stand_in.chmod(0o755)
    audit = f"import sys, runpy; sys.executable = {str(python)!r}; runpy.run_path({str(ROOT / '.ci' / 'audit')!r})"
    run = subprocess.run([sys.executable, "-c", audit], capture_output=True, text=True, check=False)
    assert run.returncode == code and said in run.stdout


def test_facts_that_are_extra_fields_are_built_at_once() -> None:
    """Pydantic before 2.13 can't write a model that waits to be built where it is an extra field of another."""
    assert not MarketFact.model_config.get("defer_build")
