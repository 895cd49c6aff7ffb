"""A next project is of the person's own kind: on their data, within their reach, and none that a class has built."""

from __future__ import annotations

import pytest
from portfolios import RULES, TAXONOMY, report_on

from gapcheck import Analyzer, GapReport
from gapcheck.portfolio.ideas import IdeaReader

READER = IdeaReader(TAXONOMY)
IMAGES, TEXTS, TABLES = ["opencv", "computer-vision", "supervised-learning"], ["nlp", "supervised-learning"], ["pandas"]
ON = {one.id: one.on for one in RULES.ideas}


def kinds_left(works: list[list[str]], profile: str, *, by_work: bool) -> set[str | None]:
    unfit = READER.unfit(works, TAXONOMY.profiles[profile], by_work=by_work)
    return {on for idea, on in ON.items() if idea not in unfit}


@pytest.mark.parametrize(
    ("works", "profile", "by_work", "kinds"),
    [
        ([IMAGES], "computer-vision-engineer", False, {"images"}),
        ([TABLES], "computer-vision-engineer", False, {"images", "tables"}),
        ([TEXTS], "computer-vision-engineer", True, {"images", "texts"}),
        ([], "nlp-engineer", False, {"texts"}),
        ([IMAGES], "junior-ml-engineer", False, {"images", "texts", "tables"}),  # who begins may look around
        ([IMAGES], "junior-ml-engineer", True, {"images"}),
        (
            [[*IMAGES, "transformers"]],
            "junior-ml-engineer",
            True,
            {"images"},
        ),  # networks for words look at pictures too
        ([["transformers", "supervised-learning"]], "junior-ml-engineer", True, {"texts"}),
        ([["regular-expressions", "supervised-learning"]], "junior-ml-engineer", True, {"texts"}),
        ([["regular-expressions", "pandas", "supervised-learning"]], "junior-ml-engineer", True, {"tables"}),
        ([["sql", "supervised-learning"]], "junior-ml-engineer", True, {"images", "texts", "tables"}),
    ],
)
def test_project_is_on_data_of_ones_own_kind_or_of_that_of_the_role(
    works: list[list[str]], profile: str, by_work: bool, kinds: set[str]
) -> None:
    assert kinds_left(works, profile, by_work=by_work) - {None} == kinds


@pytest.mark.parametrize(
    ("work", "profile", "by_work", "fits"),
    [
        (["rag", "vector-databases"], "ai-engineer", True, False),  # calls models for years, and has none
        (["rag", "vector-databases"], "llm-engineer", True, True),  # that role asks for a framework
        (["rag", "vector-databases", "supervised-learning"], "ai-engineer", True, True),
        (["rag", "vector-databases"], "ai-engineer", False, True),
    ],
)
def test_nobody_begins_with_a_network_who_has_worked_without_a_model_where_the_role_asks_for_none(
    work: list[str], profile: str, by_work: bool, fits: bool
) -> None:
    unfit = READER.unfit([work], TAXONOMY.profiles[profile], by_work=by_work)
    assert ("reranker" not in unfit) is fits and "document-assistant" not in unfit


@pytest.mark.parametrize(("data", "named"), [("MNIST", True), ("9,000 spectrograms of 30 birds", False)])
def test_network_on_pictures_of_no_tutorial_is_the_like_of_a_photo_classifier(
    data: str, named: bool, analyzer: Analyzer
) -> None:
    text = f"# Projects\n## Songs | 2026\n- Trained a CNN in Keras on {data}; accuracy of 0.87\n{SKILLS}"
    report = report_on(analyzer.wishing("computer-vision-engineer"), text)
    found = {one.id for one in report.portfolio.ideas} | {phase.id for phase in report.schedule.phases}
    assert ("photo-classifier" in found) is named


def test_project_that_few_roles_ask_for_is_for_these() -> None:
    unfit = {one: READER.unfit([], TAXONOMY.profiles[one]) for one in ("junior-ml-engineer", "algorithm-specialist")}
    assert "agent" in unfit["junior-ml-engineer"] and "agent" not in unfit["algorithm-specialist"]


# ----------------------------------------------------------------------------------------------- what a class has built

SKILLS = "\n# Skills\nPython, SQL, Git, pandas, NumPy\n"
HOUSES = "## {title} | 2026\n- Fitted a random forest in scikit-learn to listings of flats; R2 of 0.64\n{more}"


def opened(analyzer: Analyzer, heading: str, title: str, more: str = "") -> GapReport:
    return report_on(analyzer, f"# {heading}\n{HOUSES.format(title=title, more=more)}{SKILLS}")


@pytest.mark.parametrize(
    ("heading", "title", "more", "goes_on"),
    [
        ("Projects", "Flats", "", True),
        ("Bootcamp Projects", "Flats", "", False),
        ("Projects", "Capstone: Flats", "", False),
        ("Projects", "Flats (course project)", "", False),
        ("Projects", "Flats of my course of life", "", True),
        ("Bootcamp Projects", "Flats", "- Collected 4,000 adverts by a scraper\n", True),
    ],
)
def test_what_a_class_has_built_alike_is_not_what_a_plan_builds_on(
    heading: str, title: str, more: str, goes_on: bool, analyzer: Analyzer
) -> None:
    report = opened(analyzer, heading, title, more)
    steps = {step.skill: [one.title for one in step.deliverables] for step in report.plan}
    assert ("Flats" in steps["testing"][0]) is goes_on and ("Flats" in steps["docker"][0]) is goes_on
    assert "Flats" in steps["error-analysis"][0]  # what it gives room for is done there all the same


# ------------------------------------------------------------------------------------------ a question of one's own

SIGNS = "## Buoy notes | 2026\n- Rules in spaCy for the ways to write of fog, tested on {many}; recall 0.83\n"


@pytest.mark.parametrize(
    ("many", "own"),
    [
        ("300 notes of the harbour", True),
        ("some lines", False),
        ("300 notes, with a classifier trained on them beside it", False),  # that one goes on itself
    ],
)
def test_next_project_takes_up_data_on_which_no_model_is_yet(many: str, own: bool, analyzer: Analyzer) -> None:
    text = f"# Projects\n{SIGNS.format(many=many)}{SKILLS}"
    ideas = {one.id: one.own_data for one in report_on(analyzer.wishing("nlp-engineer"), text).portfolio.ideas}
    assert (ideas.get("marked-texts") == "Buoy notes") is own


def test_project_at_work_that_was_given_up_is_still_a_job(analyzer: Analyzer) -> None:
    job = (
        "# Experience\n## Machine Learning Engineer, Quay | Jan 2020 - Present\n- Trained a CNN in PyTorch on photos\n"
        "- Tried a second camera, abandoned\n"
    )
    ideas = report_on(analyzer.wishing("ml-engineer"), job + SKILLS).portfolio.ideas
    assert {ON[one.id] for one in ideas} <= {"images", None}


@pytest.mark.parametrize("has_published", [False, True])
def test_who_has_published_is_not_sent_to_repeat_a_paper(has_published: bool) -> None:
    role = TAXONOMY.profiles["computer-vision-engineer"]
    unfit = READER.unfit([["vision-transformers", "computer-vision"]], role, by_work=True, has_published=has_published)
    assert ("paper-again" in unfit) is has_published


@pytest.mark.parametrize("paper", ["# Publications\n- Nets in the dark, Halm Workshop on Vision, 2025\n", ""])
def test_way_of_who_has_published_knows_it(paper: str, analyzer: Analyzer) -> None:
    text = (
        "# Experience\n## Research Engineer, Computer Vision, Halm Nets | Oct 2021 - present\n"
        "- Trained vision transformers in PyTorch on 9,000 pictures of nets; 11 % lower error on held-out boats\n"
        "- Segmented ropes in pictures with few labels by self-supervision in PyTorch; code on GitHub\n"
        f"- Trained on 4 GPUs with PyTorch DDP\n{paper}"
    )
    report = report_on(analyzer.wishing("computer-vision-engineer"), text)
    assert ("paper-again" in {one.id for one in report.portfolio.ideas}) is (paper == "")
