"""Profiles, and the demand in postings that they rest on."""

from __future__ import annotations

from contextlib import chdir
from pathlib import Path

import pytest
import yaml

# ruff: noqa: E501 - a table reads best in rows
from knowing import TODAY
from typer.testing import CliRunner

from gapcheck.cli.main import app
from gapcheck.taxonomy import Level, Taxonomy
from gapcheck.taxonomy.catalogue import build, read_catalogue
from gapcheck.taxonomy.models.demand import DemandTable

ROOT = Path(__file__).parent.parent


# ------------------------------------------------------------------------------------------- profiles and their evidence


def table(**shares: dict[str, float]) -> DemandTable:
    return DemandTable.model_validate(
        {
            "source": ["t"],
            "as_of": TODAY,
            "demand_weights": [{"at_least": 0, "weight": 0.5}, {"at_least": 0.5, "weight": 3}],
            "guide_weights": {"added": 0.5, "listed": 2, "named": 1},
            "groups": [
                {"id": "a", "name": "A", "postings": 100, "as_of": TODAY, "source": "t"},
                {"id": "b", "name": "B", "postings": 50, "as_of": TODAY, "source": "t"},
                {"id": "c", "name": "C", "postings": 900, "as_of": TODAY, "source": "t", "fallback": True},
            ],
            "shares": shares,
        }
    )


def test_demand_is_the_mean_of_groups_and_the_most_asked_of_any() -> None:
    demand = table(x={"a": 0.4, "b": 0.2, "c": 0.9}, y={"a": 0.6}).demand_for(["x", "y"], ["a", "b", "c"])
    assert demand is not None and demand.share == pytest.approx(0.4) and demand.postings == 150


def test_fallback_speaks_only_where_no_other_group_tells() -> None:
    demand = table(x={"c": 0.9}).demand_for(["x"], ["a", "c"])
    assert demand is not None and demand.share == 0.9
    assert table(x={"c": 0.9}).demand_for(["x"], ["a"]) is None


@pytest.mark.parametrize(
    ("share", "guide", "weight"),
    [
        (0.6, None, 3),
        (0.1, None, 0.5),
        (None, "advanced", 2),
        (None, "basic", 2),
        (0.1, "advanced", 1.0),
        (0.1, "basic", 1.0),  # the level says how deep, not how much it matters
        (0.6, "advanced", 3),  # no more than the highest demand gives
        (0.6, "named", 3),
        (None, "named", 1),
        (None, None, None),
    ],
)
def test_guide_adds_to_what_demand_weighs(share: float | None, guide: str | None, weight: float | None) -> None:
    one = table(x={} if share is None else {"a": share})
    assert one.weight(one.demand_for(["x"], ["a"]), guide) == weight


def test_junior_is_asked_for_language_models_and_seldom_for_what_few_ask(taxonomy: Taxonomy) -> None:
    junior = {rule.id: rule for rule in taxonomy.profiles["junior-ml-engineer"].requirements}
    for added in ("language-models", "retrieval", "llm-evaluation", "web-apis", "testing", "ci-cd"):
        assert junior[added].expected is Level.basic
    assert junior["language-models"].weight > junior["linear-algebra"].weight == 0.5


def test_every_profile_names_its_postings_and_every_weight_has_a_ground(taxonomy: Taxonomy) -> None:
    for profile in taxonomy.profiles.values():
        assert profile.demand
        for rule in profile.requirements:
            assert rule.source in ("guide", "demand", "judgement")
            if rule.source == "demand":
                assert taxonomy.demand_for(profile, rule), f"{profile.id}: {rule.id}"


def gapcheck(*arguments: object, expect: int = 0) -> str:
    with chdir(ROOT):
        run = CliRunner().invoke(app, [*map(str, arguments)])
    assert run.exit_code == expect, run.output
    return run.output


def test_profile_is_shown_with_its_evidence() -> None:
    shown = gapcheck("profiles", "show", "ai-engineer")
    assert "54% of 867 AI-engineer postings" in shown and "as of 2026-02-15" in shown
    assert "guides: advanced" in gapcheck("profiles", "show", "junior-ml-engineer")


def test_school_counts_the_postings_of_its_own_city(tmp_path: Path) -> None:
    (tmp_path / "city").mkdir()
    for number, asks in enumerate(("Python and Docker", "Python and SQL", "Python or R")):
        text = (
            f"Data engineer\n\nRequirements\n- {asks}\n- Kafka\n"
            if number
            else f"Data engineer\n\nRequirements\n- {asks}\n"
        )
        (tmp_path / "city" / f"{number}.txt").write_text(text, encoding="utf-8")
    written = yaml.safe_load(gapcheck("taxonomy", "demand", tmp_path / "city", "--group", "leeds"))
    assert written["groups"][0]["postings"] == 3
    assert written["shares"]["python"] == {"leeds": 1.0} and written["shares"]["kafka"] == {"leeds": 0.667}
    assert "docker" not in written["shares"]  # one posting alone


def test_demand_of_a_school_weighs_its_profile(tmp_path: Path) -> None:
    (tmp_path / "profiles").mkdir()
    (tmp_path / "demand.yaml").write_text(
        "groups:\n- {id: leeds, name: Leeds, postings: 40, as_of: 2026-11-01, source: ours}\nshares:\n  kafka: {leeds: 0.6}\n",
        encoding="utf-8",
    )
    (tmp_path / "profiles" / "own.yaml").write_text(
        "id: own\nname: Own\nversion: '1'\nabout: Ours\nsource: [ours]\nas_of: 2026-11-01\ndemand: [leeds]\nrequirements:\n"
        "- {id: kafka, name: Kafka, category: data-tools, any_of: [kafka], expected: basic, source: demand}\n",
        encoding="utf-8",
    )
    (rule,) = build(read_catalogue((tmp_path,))).profiles["own"].requirements
    assert rule.weight == 3


def test_folder_without_postings_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "poem.txt").write_text("The sea was calm that day.\n", encoding="utf-8")
    assert "nothing was counted" in gapcheck("taxonomy", "demand", tmp_path, expect=1)
