"""What a plan leaves for later, by one requirement at a time: each bound of the rules on what waits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from careers import NOBODY, TAXONOMY, shown

from gapcheck.gap.compare import Gap, compare
from gapcheck.plan.not_now import NotNow, not_now, planned_now
from gapcheck.plan.paper import Paper
from gapcheck.skills import SkillEvidence
from gapcheck.taxonomy import Level, Profile

JUNIOR = TAXONOMY.profiles["junior-ml-engineer"]
FACTS = TAXONOMY.deliverables.not_now


def asking(*asked: tuple[str, float, Level, tuple[str, ...]]) -> Profile:
    """A role that asks for these: id, weight, level and skills, each of the category of its first skill."""
    rules = tuple(
        JUNIOR.requirements[0].model_copy(
            update={"id": name, "weight": weight, "expected": level, "any_of": skills,
                    "category": TAXONOMY.skills[skills[0]].category}
        )
        for name, weight, level, skills in asked
    )  # fmt: skip
    return JUNIOR.model_copy(update={"requirements": rules})


def left(
    profile: Profile, skills: Sequence[SkillEvidence] = (), under_way: Sequence[str] = (), own: Sequence[str] = ()
) -> Mapping[str, str]:
    """Why what waits does, by the requirement."""
    paper = Paper(NOBODY, skills, TAXONOMY, own, under_way=under_way)
    return {one: why for one, (_, why) in not_now(compare(profile, list(skills)), paper, TAXONOMY).why.items()}


def used_at_jobs(levels: dict[str, Level], jobs: int) -> list[SkillEvidence]:
    return [replace(one, support=one.support._replace(entries=1, jobs=jobs)) for one in shown(levels)]


SQL = ("sql", 2.0, Level.basic, ("sql",))
GIT = ("git", 2.0, Level.basic, ("git",))


def test_nothing_waits_where_nothing_else_is_left() -> None:
    assert not left(asking(SQL), under_way=["sql"])
    assert set(left(asking(SQL, GIT), under_way=["sql"])) == {"sql"}


def planned(profile: Profile, waiting: str, levels: dict[str, Level]) -> dict[str, tuple[str, ...]]:
    gaps: list[Gap] = list(compare(profile, shown(levels)))
    paper = Paper(NOBODY, shown(levels), TAXONOMY)
    now = planned_now(gaps, NotNow(frozenset([waiting])), paper, TAXONOMY)
    return {gap.requirement.id: gap.requirement.any_of for gap in now}


def test_requirement_goes_on_without_what_waits_and_what_builds_on_it() -> None:
    networks = ("networks", 1.0, Level.basic, ("neural-networks",))
    assert "neural-networks" in TAXONOMY.before["cnn"]
    model = ("model", 2.0, Level.intermediate, ("scikit-learn", "neural-networks", "cnn"))
    assert planned(asking(networks, model), "networks", {}) == {"model": ("scikit-learn",)}
    begun = planned(asking(networks, model), "networks", {"scikit-learn": Level.basic})
    assert begun == {"model": model[3]}  # of what is begun nothing is taken


def test_side_of_which_something_is_shown_does_not_wait() -> None:
    why = next(one.why for one in FACTS.sides if "language-models" in one.areas)
    assert why in left(JUNIOR).values()
    assert why not in left(JUNIOR, shown({"large-language-models": Level.basic})).values()


@pytest.mark.parametrize(
    ("weight", "entries", "waits"), [(1.0, 1, True), (2.0, 1, False), (1.0, 0, False)], ids=["", "heavy", "only named"]
)
def test_small_matter_of_the_own_field_waits(weight: float, entries: int, waits: bool) -> None:
    strong = [replace(one, entries=entries) for one in shown({"cnn": Level.advanced})]
    profile = asking(("transformers", weight, Level.basic, ("transformers",)), GIT)
    assert (left(profile, strong).get("transformers") == FACTS.of_own_field.why) is waits


def test_small_matter_of_the_own_field_that_takes_an_evening_does_not_wait() -> None:
    strong = shown({"object-detection": Level.advanced})
    profile = asking(("classes", 1.0, Level.basic, ("image-classification",)), GIT)
    assert left(profile, strong).get("classes") != FACTS.of_own_field.why


@pytest.mark.parametrize(
    ("weight", "jobs", "waits"), [(1.5, 1, True), (3.0, 1, False), (1.5, 0, False)], ids=["", "heavy", "in a project"]
)
def test_tool_waits_where_a_job_runs_on_another(weight: float, jobs: int, waits: bool) -> None:
    profile = asking(("kubernetes", weight, Level.basic, ("kubernetes",)), GIT)
    skills = used_at_jobs({"aws-containers": Level.intermediate}, jobs)
    assert (left(profile, skills).get("kubernetes") == FACTS.other_tool.why) is waits


def costly(weight: float, level: Level, own: Sequence[str] = ()) -> Level | None:
    """Up to which level a long study goes now: all of it where None."""
    profile = asking(("sql", weight, level, ("sql",)), GIT)
    paper = Paper(NOBODY, (), TAXONOMY, own)
    waits = not_now(compare(profile, []), paper, TAXONOMY)
    return Level.none if "sql" in waits.whole else waits.beyond.get("sql")


def test_long_study_for_little_weight_waits_from_the_level_that_is_worth_it() -> None:
    found = [costly(weight, Level.intermediate) for weight in (0.1, 1.0, 9.0)]
    assert found == [Level.none, Level.basic, None]
    assert costly(2.0, Level.advanced) is None  # study alone leads to intermediate, and that is worth it
    assert costly(0.1, Level.intermediate, ["sql"]) is None  # who can it writes it down


def test_long_study_of_which_not_even_the_first_part_is_worth_it_waits_as_a_whole() -> None:
    profile = asking(("python", 0.7, Level.basic, ("python",)), GIT)
    waits = not_now(compare(profile, []), Paper(NOBODY, (), TAXONOMY), TAXONOMY)
    assert waits.whole == {"python"} and waits.why["python"][1] == FACTS.costly.why
