"""Steps, projects and titles that fit the person: own questions go on, nobody is sent back, posts of their trade."""

from __future__ import annotations

import pytest
from careers import shown
from portfolios import RULES, TAXONOMY, report_on

from gapcheck import Analyzer, GapReport
from gapcheck.gap import area_of, areas_of, compare, weighed
from gapcheck.plan.model import Milestone, Step, StepKind
from gapcheck.plan.order import is_aside, parts_in_order
from gapcheck.plan.work_that_waits import Work, room_in
from gapcheck.portfolio.ideas import IdeaReader
from gapcheck.report.advice_wording import own_work_first
from gapcheck.taxonomy import Level

JOB = "# Experience\n## {title} | {dates}\n{lines}\n"
FORECAST = """# Projects
## Pier bikes | 2026
- Collected the free bikes of 78 piers every five minutes, 1.9 million rows
- Random forest of them with scikit-learn in Jupyter; mean absolute error 2.1
"""
DOWNLOADED = FORECAST.replace("Collected the free bikes", "A table of the free bikes")


def job(title: str, *lines: str, dates: str = "Jan 2021 - Present") -> str:
    return JOB.format(title=title, dates=dates, lines="\n".join(f"- {line}" for line in lines))


def titles(report: GapReport) -> list[str]:
    return [one.title for one in report.career.titles]


# ------------------------------------------------------------------------------------------------------- projects


@pytest.mark.parametrize(
    ("name", "used", "levels", "suits"),
    [
        ("photo-classifier", {"cnn"}, {"computer-vision": Level.advanced}, False),
        ("photo-classifier", {"cnn"}, {"computer-vision": Level.basic}, True),
        ("paper-again", {"deep-learning", "cnn"}, {}, False),
        ("paper-again", {"transformers"}, {}, True),
        ("picture-search", {"cnn"}, {}, False),
        ("picture-search", {"embeddings"}, {}, True),
        ("data-pipeline", {"java"}, {}, False),
        ("data-pipeline", {"rest-apis"}, {}, True),
        ("forecast-with-watch", {"time-series"}, {}, False),
    ],
)
def test_project_is_neither_behind_nor_beyond_the_person(
    name: str, used: set[str], levels: dict[str, Level], suits: bool
) -> None:
    one = next(one for one in RULES.ideas if one.id == name)
    assert (one.is_for(used) and not one.is_behind(levels)) is suits


@pytest.mark.parametrize(("level", "named"), [(Level.advanced, False), (Level.basic, True)])
def test_project_that_is_behind_somebody_is_not_among_the_next(level: Level, named: bool) -> None:
    gaps = compare(TAXONOMY.profiles["junior-ml-engineer"], shown({}))
    ideas = IdeaReader(TAXONOMY).ranked(gaps, shown({"python": Level.basic, "computer-vision": level}))
    assert ("photo-classifier" in {one.idea.id for one in ideas}) is named


@pytest.mark.parametrize(("work", "own"), [(FORECAST, True), (DOWNLOADED, False)])
def test_model_on_data_of_ones_own_is_brought_into_use_itself(work: str, own: bool, analyzer: Analyzer) -> None:
    report = report_on(analyzer, work)
    steps = {step.skill: step for step in report.plan}
    assert (steps["model-deployment"].phase == "own") is own
    assert (steps["model-monitoring"].phase == "own") is own  # it runs by then


def test_next_project_takes_up_pictures_of_ones_own(analyzer: Analyzer) -> None:
    work = "- Marked 900 photos of flanks in Jupyter\n- Python, OpenCV, image augmentation\n"
    pictures = f"# Projects\n## Lice | 2026\n{work}"
    listed = "\n# Skills\nPython, OpenCV, Git, SQL\n"
    ideas = {one.id: one.own_data for one in report_on(analyzer, pictures + listed).portfolio.ideas}
    assert ideas.get("photo-classifier") == "Lice"
    tuned = pictures + "- Tuned a YOLOv8 on them\n" + listed  # a classifier of photos is behind that
    assert "photo-classifier" not in {one.id for one in report_on(analyzer, tuned).portfolio.ideas}


def test_plan_of_a_researcher_builds_nothing_for_beginners(analyzer: Analyzer) -> None:
    report = report_on(analyzer.wishing("computer-vision-engineer"), RESEARCH.format(begun="Oct 2021"))
    assert "photo-classifier" not in {phase.id for phase in report.schedule.phases}


def test_project_takes_the_data_of_a_question_of_ones_own() -> None:
    gaps = compare(TAXONOMY.profiles["junior-ml-engineer"], shown({}))
    ideas = IdeaReader(TAXONOMY).ranked(gaps, shown({"python": Level.basic}), own_data={"tables": "Pier bikes"})
    assert {(one.idea.on == "tables" and one.idea.any_field) for one in ideas if one.own_data} == {True}


def test_project_of_one_field_suits_less_who_has_a_question_of_their_own() -> None:
    reader = IdeaReader(TAXONOMY)
    without, with_one = (
        reader.suits([("scikit-learn",)], "student", "junior-ml-engineer", has_question=one) for one in (False, True)
    )
    assert with_one["recommender"] < without["recommender"]
    assert with_one["prediction-service"] == without["prediction-service"]


def test_model_of_tables_on_words_is_on_words() -> None:
    found = IdeaReader(TAXONOMY).suits([("nlp", "scikit-learn", "logistic-regression")], "career-changer")
    assert found["text-search"] == TAXONOMY.deliverables.own_data
    assert found["groups-and-outliers"] < 1


# ---------------------------------------------------------------------------------------------------------- steps


def test_test_set_that_is_there_is_no_first_step() -> None:
    def room(*told: str) -> object:
        return room_in(Work(told, {"llm-evaluation"}, frozenset(), True), "llm-evaluation", TAXONOMY.deliverables)

    assert room() is not None and room("done answers-scored") is None


@pytest.mark.parametrize(("data", "grows"), [("600 lawyer-labelled questions", False), ("each pull request", True)])
def test_evaluation_on_marked_cases_is_not_grown_first(data: str, grows: bool, analyzer: Analyzer) -> None:
    work = job("AI Engineer, Port", f"Evaluation of language models on {data}", "Assistant on GPT-4 with LangChain")
    steps = report_on(analyzer.wishing("llm-engineer"), work).plan
    assert any(step.skill == "llm-evaluation" and step.firm for step in steps) is grows


def test_what_is_surely_there_is_raised_and_not_its_like(analyzer: Analyzer) -> None:
    lines = ("Assistant on GPT-4 with LangChain and pgvector, REST APIs in FastAPI", "Evaluated its answers")
    work = job("AI Engineer, Port", *lines) + "\n# Skills\nECS\n"
    kinds = {step.skill: step.kind for step in report_on(analyzer.wishing("llm-engineer"), work).plan}
    assert kinds.get("model-deployment") == "write"


def step_on(skill: str, part: str) -> Step:
    return Step(StepKind.learn, skill, Level.none, Level.basic, 5, Milestone(part, part), ())


def test_role_comes_before_side_tools_of_the_post() -> None:
    made = {"kubernetes": step_on("kubernetes", "own"), "pytorch": step_on("pytorch", "reranker")}
    assert is_aside([made["kubernetes"]], TAXONOMY) and not is_aside([made["pytorch"]], TAXONOMY)

    def parts(weight: float) -> list[str]:
        weights = {"kubernetes": weight, "pytorch": 2.0}
        return list(parts_in_order(made, ["reranker", "studies"], weights, TAXONOMY))

    assert parts(1.0) == ["reranker", "own"] and parts(3.0) == ["own", "reranker"]


def test_beginner_learns_tables_before_containers(analyzer: Analyzer) -> None:
    words = "# Projects\n## Words | 2026\n- Guessed the level of texts with spaCy and logistic regression\n"
    listed = "\n# Skills\nPython (beginner), pandas (beginner), scikit-learn (beginner)\n"
    steps = [step.skill for step in report_on(analyzer, words + listed).plan]
    learned = [steps.index(one) for one in ("pandas", "scikit-learn") if one in steps]
    assert learned and steps.index("docker") > max(learned)


def test_networks_press_only_where_the_role_asks_for_them() -> None:
    def order(profile: str) -> list[str]:
        rules = TAXONOMY.profiles[profile]
        return [one.id for one in areas_of(weighed(compare(rules, ()), (), {}, rules, TAXONOMY), TAXONOMY)]

    assert order("data-scientist-1").index("deep-learning") > order("data-scientist-1").index("serving")
    assert order("deep-learning-engineer").index("deep-learning") < 2


def test_requirement_that_no_network_need_meet_is_not_of_deep_learning() -> None:
    (gap,) = (
        one for one in compare(TAXONOMY.profiles["mlops-engineer"], ()) if "scikit-learn" in one.requirement.any_of
    )
    assert gap.requirement.any_of[0] == "pytorch" and area_of(gap, TAXONOMY) == "machine-learning"


@pytest.mark.parametrize("profile", sorted(TAXONOMY.profiles))
def test_what_weighs_most_of_an_area_stands_first_in_it(profile: str) -> None:
    rules = TAXONOMY.profiles[profile]
    for area in areas_of(weighed(compare(rules, ()), (), {}, rules, TAXONOMY), TAXONOMY):
        assert area.gaps[0].requirement.weight == max(gap.requirement.weight for gap in area.gaps)


# --------------------------------------------------------------------------------------------------------- titles

RESEARCH = """# Education
## PhD Control Engineering, Castleby University | Oct 2021 - Sep 2026

# Experience
## Doctoral researcher, Castleby University | {begun} - Sep 2026
- Trained convolutional networks in PyTorch on 42,000 frames of fog
- Computer vision of motion, evaluated against the best method
"""


@pytest.mark.parametrize(("begun", "now"), [("Oct 2021", True), ("Jan 2026", False)])
def test_title_of_the_own_research_is_open_today(begun: str, now: bool, analyzer: Analyzer) -> None:
    report = report_on(analyzer.wishing("computer-vision-engineer"), RESEARCH.format(begun=begun))
    assert ("Computer vision engineer" in titles(report)) is now


REPORTS = ("SQL of the sales in BigQuery", "Looker boards that nine buyers read", "Weekly report of churn in SQL")


@pytest.mark.parametrize(
    ("dates", "more", "named"),
    [
        ("Jan 2021 - Present", "Planned six A/B tests for the depot", "Product data scientist"),
        ("Jan 2021 - Present", "Cleaned tables in dbt", "Senior data analyst"),
        ("Nov 2024 - Present", "Cleaned tables in dbt", "Data analyst (ML focused)"),
        ("Nov 2024 - Present", "Planned six A/B tests for the depot", "Data analyst (ML focused)"),
    ],
)
def test_analyst_of_years_is_sent_beyond_the_own_post(dates: str, more: str, named: str, analyzer: Analyzer) -> None:
    report = report_on(
        analyzer.wishing("data-scientist-1"), job("Data Analyst, Quay Shop", *REPORTS, more, dates=dates)
    )
    assert named in titles(report)
    assert "Data Analyst (ML focused)" not in titles(report) or dates.startswith("Nov 2024")


def test_engineer_keeps_off_the_side_road(analyzer: Analyzer) -> None:
    lines = ("Booking service in Kotlin with Spring Boot", "REST APIs on Kubernetes", "Kafka for the tolls")
    found = titles(report_on(analyzer.wishing("ai-engineer"), job("Backend Engineer, Quay", *lines)))
    assert "AI platform engineer" in found and "Data engineer" not in found


@pytest.mark.parametrize(("line", "coded"), [("Scripts in Python", True), ("Contracts and leaflets", False)])
def test_title_that_asks_for_code_is_for_who_has_written_some_at_work(
    line: str, coded: bool, analyzer: Analyzer
) -> None:
    found = titles(report_on(analyzer, job("Translator, Quay", "Manuals", line)))
    assert ("Language engineer" in found) is coded and "Evaluator of machine translation" in found


@pytest.mark.parametrize(("title", "keeps"), [("Baker, Mill", True), ("Job search and self study", False)])
def test_who_looks_for_work_has_no_post_to_keep(title: str, keeps: bool, analyzer: Analyzer) -> None:
    before = job("Cook, Ferry Inn", "Cooked for 90 guests", dates="Jan 2015 - Dec 2025")
    career = report_on(analyzer, f"{job(title, 'Bread and books', dates='Jan 2026 - Present')}\n{before}").career
    assert any(one.id == "post" for one in career.good_to_know) is keeps
    assert ("132 months" in career.situation.why) is not keeps


@pytest.mark.parametrize(("title", "told"), [("Senior AI Engineer, Port", False), ("Cook, Ferry Inn", True)])
def test_who_has_years_in_the_field_is_told_nothing_of_degrees(title: str, told: bool, analyzer: Analyzer) -> None:
    lines = ("Assistants on GPT-4 with LangChain", "Retrieval over 900 contracts") if not told else ("Cooked",)
    career = report_on(analyzer, job(title, *lines)).career
    assert any(one.about == "degree" for one in career.good_to_know) is told


@pytest.mark.parametrize("skill", ["python", "communication", "object-detection", "llm-inference"])
def test_nobody_begins_by_an_introduction_to_what_posts_ask_everybody(skill: str) -> None:
    assert not TAXONOMY.first_work(skill).startswith("read the introduction")


def test_screen_names_the_own_work_first_only_where_it_is(analyzer: Analyzer) -> None:
    report = report_on(analyzer, FORECAST)
    assert own_work_first(report).startswith("first “Pier bikes”")
    later = sorted(report.schedule.phases, key=lambda phase: phase.id == "own")
    schedule = report.schedule.model_copy(update={"phases": tuple(later)})
    assert own_work_first(report.model_copy(update={"schedule": schedule})) == ""
