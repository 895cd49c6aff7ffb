"""The data that ship, and the commands that show and check them."""

from __future__ import annotations

import json
import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from taxonomy_command import ROOT, gapcheck

from gapcheck.taxonomy import Level, Taxonomy, TaxonomyError, load_market, load_taxonomy
from gapcheck.taxonomy.catalogue import build, read_catalogue
from gapcheck.taxonomy.check import problems
from gapcheck.taxonomy.describe import profiles_table, skills_table
from gapcheck.taxonomy.models.taxonomy import FILE_KINDS, file_schema
from gapcheck.taxonomy.problem import Severity

DATA = ROOT / "skills_taxonomy"
TODAY = date(2026, 11, 29)
GUIDE_ITEMS = yaml.safe_load((Path(__file__).parent / "data" / "guide_items.yaml").read_text(encoding="utf-8"))["items"]


# ------------------------------------------------------------------------------------------------- what ships


def test_data_that_ships_has_no_error() -> None:
    catalogue = read_catalogue()
    found = problems(catalogue, build(catalogue), today=TODAY, max_age=3650)
    assert [str(one) for one in found if one.severity is Severity.error] == []


def test_there_is_enough_of_it(taxonomy: Taxonomy) -> None:
    assert len(taxonomy.skills) >= 300
    assert sum(len(skill.aliases) for skill in taxonomy.skills.values()) >= 1200
    assert len(taxonomy.profiles) >= 13


@cache
def read(file: str) -> Any:
    return yaml.load((DATA / file).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def holds(item: dict[str, Any], taxonomy: Taxonomy) -> bool:
    """Whether the data hold what a guide names, at the place that the checklist gives."""
    where = item["where"]
    if "files" in where:
        return all(
            skill in taxonomy.skills
            and any(skill in {one["id"] for one in read(file)["skills"]} for file in where["files"])
            for skill in where["ids"]
        )
    file: str = where["file"]
    if file.startswith("profiles/"):
        profile = taxonomy.profiles[Path(file).stem]
        rule = next((rule for rule in profile.requirements if rule.id == where.get("id")), None)
        if "id" not in where or where["id"] == profile.id:
            return True
        return (
            rule is not None
            and set(where.get("ids", [])) <= set(rule.any_of)
            and ("expected" not in where or rule.expected is Level[where["expected"]])
        )
    data = read(file)
    if "id" in where:
        return where["id"] in {one["id"] for block in data.values() if isinstance(block, list) for one in block}
    for step in where["key"].split("."):
        data = data[step]
    if not isinstance(data, list):
        return True
    return "value" not in where or any(
        where["value"] in (one, *(one.get(key) for key in ("id", "name", "title")), *one.get("titles", []))
        if isinstance(one, dict)
        else where["value"] == one
        for one in data
    )


@pytest.mark.parametrize("item", GUIDE_ITEMS, ids=lambda item: f"{item['kind']}-{item['text']}"[:60])
def test_what_the_guides_name_is_in_the_data(item: dict[str, Any], taxonomy: Taxonomy) -> None:
    assert holds(item, taxonomy)


LEVELS_OF_THE_GUIDE = {
    "python": "advanced", "sql": "advanced", "git": "advanced", "pandas": "advanced", "numpy": "advanced",
    "matplotlib": "intermediate", "seaborn": "intermediate", "tensorflow": "intermediate", "pytorch": "intermediate",
    "scikit-learn": "intermediate", "cnn": "intermediate", "rnn": "intermediate", "transformers": "intermediate",
    "aws": "basic", "gcp": "basic", "azure": "basic", "model-deployment": "basic", "model-monitoring": "basic",
}  # fmt: skip


def test_junior_profile_expects_the_levels_of_the_guide(taxonomy: Taxonomy) -> None:
    rules = taxonomy.profiles["junior-ml-engineer"].requirements
    expected = {skill: rule.expected.name for rule in rules for skill in rule.any_of}
    assert {skill: expected[skill] for skill in LEVELS_OF_THE_GUIDE} == LEVELS_OF_THE_GUIDE


def test_levels_that_no_guide_gives_are_marked_with_a_reason(taxonomy: Taxonomy) -> None:
    for profile in taxonomy.profiles.values():
        for rule in profile.requirements:
            assert rule.source == "guide" or rule.reason, (profile.id, rule.id)


def test_market_facts_have_a_source_and_a_date() -> None:
    facts = load_market()
    assert {"salary_bands", "titles", "hiring_hubs", "industries"} <= set(facts)
    assert all(fact.source and fact.as_of <= TODAY for fact in facts.values())


@pytest.mark.parametrize("kind", FILE_KINDS)
def test_every_kind_of_file_has_a_schema(kind: str) -> None:
    assert file_schema(kind)["type"] == "object"


@pytest.mark.parametrize(("page", "table"), [("skills.md", skills_table), ("profiles.md", profiles_table)])
def test_tables_of_the_docs_are_those_of_the_data(page: str, table: Any, taxonomy: Taxonomy) -> None:
    assert (ROOT / "docs" / page).read_text(encoding="utf-8") == table(taxonomy)


# ------------------------------------------------------------------------------------------------- commands


def test_show_tells_all_about_a_skill() -> None:
    shown = gapcheck("taxonomy", "show", "pytorch").stdout
    for part in (
        "recognised by",
        "implies",
        "deep-learning",
        "comes after",
        "neural-networks",
        "hours",
        "learn it with",
    ):
        assert part in shown


def test_misspelt_skill_gets_a_suggestion() -> None:
    assert "pytorch" in gapcheck("taxonomy", "show", "pytorc", expect=2).stderr


def test_search_finds_by_alias() -> None:
    assert gapcheck("taxonomy", "search", "k8s").stdout.startswith("kubernetes")


def test_check_prints_the_counts() -> None:
    assert re.search(r"\d{3} skills in \d+ categories, \d{4} aliases", gapcheck("taxonomy", "check").stdout)


@pytest.mark.parametrize(
    "arguments",
    [
        ("taxonomy", "list", "--format", "json"),
        ("taxonomy", "show", "sql", "--format", "json"),
        ("taxonomy", "search", "forest", "--format", "json"),
        ("taxonomy", "export"),
        ("profiles", "--format", "json"),
        ("profiles", "show", "nlp-engineer", "--format", "json"),
        ("schema", "--kind", "skills"),
    ],
    ids=" ".join,
)
def test_json_of_a_command_parses(arguments: tuple[str, ...]) -> None:
    assert json.loads(gapcheck(*arguments).stdout)


def test_unknown_profile_names_those_that_exist() -> None:
    assert "junior-ml-engineer" in gapcheck("profiles", "show", "astronaut", expect=2).stderr


def test_file_that_is_not_there_is_named() -> None:
    with pytest.raises(TaxonomyError, match="no such folder"):
        load_taxonomy((Path("nowhere"),))


def test_folder_that_adds_nothing_is_told(tmp_path: Path) -> None:
    (tmp_path / "audio.yaml").write_text("category: audio\n", encoding="utf-8")  # belongs into skills/
    with pytest.raises(TaxonomyError, match="holds no data file"):
        load_taxonomy((tmp_path,))
