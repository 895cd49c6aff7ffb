"""Faults that are caught in the data, and files laid over ours."""

from __future__ import annotations

import json
import os
import re
import shutil
import time
from pathlib import Path

import pytest

# ruff: noqa: E501 - a table reads best in rows
from taxonomy_command import ROOT, gapcheck
from typer.testing import CliRunner

from gapcheck.cli.main import app
from gapcheck.taxonomy import Level, Taxonomy, load, load_taxonomy
from gapcheck.taxonomy.cache import store
from gapcheck.taxonomy.load import load_with_profile

# ------------------------------------------------------------------------------------------------- faults


@pytest.fixture
def overlay(tmp_path: Path) -> Path:
    """A folder to lay over ours, with one good skill and one good profile."""
    (tmp_path / "skills").mkdir()
    (tmp_path / "profiles").mkdir()
    (tmp_path / "skills" / "own.yaml").write_text(GOOD_SKILL, encoding="utf-8")
    (tmp_path / "profiles" / "own.yaml").write_text(GOOD_PROFILE, encoding="utf-8")
    return tmp_path


GOOD_SKILL = """\
category: own
title: Our own
skills:
- id: kiln-control
  name: Kiln control
  about: Firing clay by program
  aliases: [kiln control]
  implies: [python]
  prerequisites: [python]
  hours: {basic: 5, intermediate: 10, advanced: 20, basis: judgement, as_of: 2026-01-01}
  resources:
  - {name: The kiln book, provider: Potters, url: "https://example.com/kiln", kind: book, as_of: 2026-01-01}
"""
GOOD_PROFILE = """\
id: potter
name: Potter
version: "1"
about: Somebody at a kiln
source: [our workshop]
as_of: 2026-01-01
requirements:
- {id: kiln, name: Kiln, category: own, any_of: [kiln-control], expected: advanced, weight: 1, source: judgement, reason: ours}
"""
CERTIFICATION = """\
certifications:
- {id: kiln-exam, name: Kiln exam, issuer: Potters, level: course, status: retired, replaced_by: REPLACED, skills: [SKILL],
   fit: optional, confidence: high, source: [ours], as_of: 2026-01-01}
"""

# name: file, what is replaced, by what, the line and a word of the message
# ruff: noqa: E501 - a table reads best in rows
FAULTS: dict[str, tuple[str, str, str, int, str]] = {
    "yaml that does not parse": (
        "skills/own.yaml",
        "aliases: [kiln control]",
        "aliases: [kiln control",
        8,
        "not valid YAML",
    ),
    "misspelt field": ("skills/own.yaml", "aliases:", "aliasses:", 7, "did you mean aliases"),
    "wrong level word": ("profiles/own.yaml", "expected: advanced", "expected: expert", 8, "is no level"),
    "unknown id in implies": ("skills/own.yaml", "implies: [python]", "implies: [pyton]", 8, "no skill pyton"),
    "unknown id in prerequisites": (
        "skills/own.yaml",
        "prerequisites: [python]",
        "prerequisites: [pyton]",
        9,
        "no skill pyton",
    ),
    "unknown id in a profile": ("profiles/own.yaml", "[kiln-control]", "[klin-control]", 8, "no skill klin-control"),
    "unknown id in a certification": ("certifications.yaml", "SKILL", "klin", 2, "no skill klin"),
    "empty profile": ("profiles/own.yaml", GOOD_PROFILE[GOOD_PROFILE.index("- {id") :], "", 7, "requirements"),
    "missing field": ("skills/own.yaml", "  about: Firing clay by program\n", "", 4, "about is missing"),
    "circle in implies": ("skills/own.yaml", "implies: [python]", "implies: [kiln-control]", 8, "circle"),
    "circle in prerequisites": (
        "skills/own.yaml",
        "prerequisites: [python]",
        "prerequisites: [kiln-control]",
        9,
        "circle",
    ),
    "profile that extends itself": (
        "profiles/own.yaml",
        'version: "1"',
        'version: "1"\nextends: potter',
        4,
        "extends itself",
    ),
    "two skills claiming one alias": ("skills/own.yaml", "[kiln control]", "[kiln control, NumPy]", 7, "both claim"),
    "skill that gives words twice": (
        "skills/own.yaml",
        "[kiln control]",
        "[kiln control, {text: Kiln Control, list: true}]",
        7,
        "twice",
    ),
    "level that no hours reach": ("skills/own.yaml", ", advanced: 20", "", 8, "do not reach"),
    "dead successor": ("certifications.yaml", "REPLACED", "kiln-exam-2", 2, "does not exist"),
    "date in the future": (
        "skills/own.yaml",
        "basis: judgement, as_of: 2026",
        "basis: judgement, as_of: 2036",
        10,
        "lies ahead",
    ),
    "resource without an address": ("skills/own.yaml", "https://example.com/kiln", "ask around", 12, "no address"),
    "fact that is too old": (
        "skills/own.yaml",
        "kind: book, as_of: 2026",
        "kind: book, as_of: 2006",
        12,
        "more than 3650 days",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_fault_is_named_with_its_file_and_line(name: str, overlay: Path) -> None:
    file, good, bad, line, word = FAULTS[name]
    target = overlay / file
    text = target.read_text(encoding="utf-8") if target.exists() else CERTIFICATION
    broken = text.replace(good, bad)
    assert broken != text
    target.write_text(broken.replace("REPLACED", "ms-ai-103").replace("SKILL", "python"), encoding="utf-8")
    run = CliRunner().invoke(app, ["taxonomy", "check", "--max-age", "3650", "--taxonomy", str(overlay)])
    where = overlay / ("profiles/own.yaml" if name == "level that no hours reach" else file)
    said = [one for one in run.stdout.splitlines() if one.startswith(("error:", "warning:")) and word in one]
    assert [one for one in said if f"{where}:{line}:" in one], run.stdout
    assert run.exit_code == (0 if name == "fact that is too old" else 1)


def test_analysis_with_a_faulty_folder_loads_nothing_and_says_why_in_one_line(overlay: Path) -> None:
    file = overlay / "skills" / "own.yaml"
    file.write_text(GOOD_SKILL.replace("implies: [python]", "implies: [pyton]"), encoding="utf-8")
    run = gapcheck("samples/strong.pdf", "--taxonomy", overlay, expect=2)
    assert run.stdout == "" and len(run.stderr.splitlines()) == 1 and f"{file}:8:" in run.stderr


# ------------------------------------------------------------------------------------------------- one's own


def test_own_skill_and_profile_are_used(overlay: Path) -> None:
    report = json.loads(
        gapcheck("samples/strong.pdf", "--taxonomy", overlay, "--profile", "potter", "-f", "json").stdout
    )
    assert [row["id"] for row in report["requirements"]] == ["kiln"]


def test_profile_may_be_a_file(overlay: Path) -> None:
    profile = overlay / "mine.yaml"
    profile.write_text(
        "id: mine\nname: Mine\nversion: '1'\nabout: Ours\nextends: junior-ml-engineer\nsource: [us]\nas_of: 2026-01-01\n"
    )
    report = json.loads(gapcheck("samples/strong.pdf", "--profile", profile, "-f", "json").stdout)
    assert report["profile"]["id"] == "mine" and len(report["requirements"]) > 20


def test_overlay_adds_an_alias_replaces_a_field_and_removes_a_skill(tmp_path: Path) -> None:
    (tmp_path / "skills").mkdir()
    (tmp_path / "skills" / "own.yaml").write_text(
        "category: own\nremove: [qlik]\nskills:\n- {id: pandas, about: Panels of data, aliases: [the panda thing]}\n"
    )
    laid = load_taxonomy((tmp_path,))
    assert "qlik" not in laid.skills
    assert laid.skills["pandas"].about == "Panels of data"
    texts = [alias.text for alias in laid.skills["pandas"].aliases]
    assert "pandas" in texts and "the panda thing" in texts


def test_extending_profile_overrides_only_the_fields_it_gives(taxonomy: Taxonomy) -> None:
    junior = {rule.id: rule for rule in taxonomy.profiles["junior-ml-engineer"].requirements}
    nlp = {rule.id: rule for rule in taxonomy.profiles["nlp-engineer"].requirements}
    assert nlp["sql"].expected is Level.intermediate and nlp["sql"].any_of == junior["sql"].any_of
    assert "network-architectures" in junior and "network-architectures" not in nlp


def test_new_profile_file_can_be_used_at_once(tmp_path: Path) -> None:
    gapcheck("profiles", "new", "our-bootcamp", cwd=tmp_path)
    shutil.copy(ROOT / "samples" / "beginner.pdf", tmp_path)
    run = gapcheck("beginner.pdf", "--profile", "our-bootcamp.yaml", "-f", "json", cwd=tmp_path)
    assert json.loads(run.stdout)["profile"]["id"] == "our-bootcamp"
    assert "exists already" in gapcheck("profiles", "new", "our-bootcamp", expect=2, cwd=tmp_path).stderr


def test_check_of_own_data_speaks_of_them_alone(tmp_path: Path) -> None:
    gapcheck("profiles", "new", "our-bootcamp", cwd=tmp_path)
    said = gapcheck("taxonomy", "check", "our-bootcamp.yaml", "--max-age", "1", cwd=tmp_path).stdout
    assert [line.partition(":")[0] for line in said.splitlines() if "warning" not in line] == [said.splitlines()[-1]]
    assert all(line.startswith("warning: our-bootcamp.yaml:") for line in said.splitlines()[:-1])

    folder = tmp_path / "school" / "profiles"
    folder.mkdir(parents=True)
    (tmp_path / "our-bootcamp.yaml").rename(folder / "our-bootcamp.yaml")
    gapcheck("profiles", "new", "evening-course", "--extends", "our-bootcamp", "--taxonomy", "school", cwd=tmp_path)
    file = tmp_path / "evening-course.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("polars, pandas", "polars, pandars"), encoding="utf-8")
    run = gapcheck("taxonomy", "check", file.name, "--taxonomy", "school", expect=1, cwd=tmp_path)
    assert "error: evening-course.yaml:" in run.stdout and "no skill pandars" in run.stdout


def test_worked_example_of_the_docs_runs(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "your-own.md").read_text(encoding="utf-8")
    files = re.findall(r"`(ours/[\w/-]+\.yaml)`:\n\n```yaml\n(.*?)```", page, re.DOTALL)
    assert len(files) == 2
    for name, text in files:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    shutil.copytree(ROOT / "samples", tmp_path / "samples", ignore=shutil.ignore_patterns("corpus", "*.py"))
    commands = re.findall(r"^gapcheck .*$", page, re.MULTILINE)
    assert len(commands) >= 3
    for command in commands:
        gapcheck(*command.split()[1:], cwd=tmp_path)


def anew(*overlays: Path) -> Taxonomy:
    """As in a process that has loaded none yet."""
    return load._loaded.__wrapped__(overlays, ())


def test_damaged_cache_is_read_past(taxonomy: Taxonomy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    anew()
    (cached,) = (tmp_path / "gapcheck").glob("taxonomy-*.json")
    cached.write_text("{", encoding="utf-8")
    assert anew() == taxonomy


def test_all_who_ask_for_the_same_taxonomy_share_one() -> None:
    assert load_taxonomy() is load_taxonomy(()) is load_taxonomy(overlays=(), profile_files=())
    assert load_with_profile("ml-engineer")[0] is load_taxonomy()


def test_stored_taxonomy_that_is_used_outlives_those_that_are_not(
    taxonomy: Taxonomy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    anew()
    folder = tmp_path / "gapcheck"
    (ours,) = folder.glob("taxonomy-*.json")
    os.utime(ours, (time.time() - 7_200,) * 2)
    for number in range(5):
        other = folder / f"taxonomy-{number}.json"
        other.write_text("{}", encoding="utf-8")
        os.utime(other, (time.time() - 3_600,) * 2)
    anew()  # used
    store("another", taxonomy)
    assert ours.exists() and len(list(folder.glob("taxonomy-*.json"))) == 5


def test_drafts_of_processes_that_were_ended_are_cleared_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    folder = tmp_path / "gapcheck"
    folder.mkdir()
    for name, age in (("old", 7_200), ("fresh", 0)):
        draft = folder / f"taxonomy-{name}.1.draft"
        draft.write_text("{", encoding="utf-8")
        os.utime(draft, (time.time() - age,) * 2)
    anew()
    assert [path.name for path in folder.glob("*.draft")] == ["taxonomy-fresh.1.draft"]


def test_taxonomy_is_built_once_and_then_read_as_it_was_stored(
    taxonomy: Taxonomy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    anew()
    monkeypatch.setattr("gapcheck.taxonomy.load.read_catalogue", None)  # whoever builds it again fails
    assert anew() == taxonomy
