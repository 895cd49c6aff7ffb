"""The first steps of a plan: what makes a person's own work hold comes before anything that is built beside it."""

from __future__ import annotations

import pytest

from gapcheck import Analyzer, GapReport
from gapcheck.plan import hours_between
from gapcheck.progress.compare import progress_between
from gapcheck.report.advice_wording import this_week
from gapcheck.report.plan_model import StepPart
from gapcheck.report.plan_wording import kinds_of_plan, only_begun
from gapcheck.report.wording import step_levels
from gapcheck.taxonomy import Level, load_taxonomy

TAXONOMY = load_taxonomy()
FACTS = TAXONOMY.deliverables
BEGUN = ("none", "basic")


def read(analyzer: Analyzer, text: str, profile: str = "junior-ml-engineer") -> GapReport:
    return analyzer.wishing(profile).analyze_bytes(f"# Ines Falk\nines@example.org\n\n{text}".encode(), "ines.md")


def job(*lines: str, title: str = "Data Analyst", dates: str = "Jan 2022 - Present") -> str:
    return f"## Experience\n\n### {title}, Gannet Ferries ({dates})\n" + "".join(f"- {one}\n" for one in lines) + "\n"


def project(*lines: str, title: str = "Tide ledger") -> str:
    return f"## Projects\n\n### {title} (2026)\n" + "".join(f"- {one}\n" for one in lines) + "\n"


def done(report: GapReport) -> list[StepPart]:
    return [step for step in report.plan if step.hours]


SCORED = "Built a churn model in scikit-learn (logistic regression) on 40,000 passengers in SQL, AUC 0.79"
PRODUCT = "Built answers for the ticket office with the OpenAI API and LangChain, used by 60 clerks"
EARLIER = "### Developer, Quay Office (Jan 2018 - Dec 2021)\n- Wrote Python scripts that mend invoices\n"


FEEDS = "Keep the Airflow tasks of the data scientists' model on AWS"


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("The task loads a pickle that is replaced by hand", "load it by its version"),
        ("We copy the model by hand before each run", "load it by its version"),
        ("The pickle that was replaced by hand is versioned now", ""),
        ("The timetable is replaced by hand", ""),
    ],
)
def test_model_that_is_exchanged_by_hand_is_put_under_versions_first(line: str, first: str, analyzer: Analyzer) -> None:
    for own in ("", SCORED):  # whoever has trained it
        report = read(analyzer, job(FEEDS, line, *filter(None, [own]), title="Data Engineer"), "mlops-engineer")
        steps = {step.skill: step for step in report.plan}
        found = steps["mlflow"].first if "mlflow" in steps and steps["mlflow"].firm else ""
        assert (first in found) if first else not found


@pytest.mark.parametrize(
    ("text", "profile", "skill", "first"),
    [
        (job(SCORED), "data-scientist-1", "error-analysis", "score the latest months"),
        (
            project("Marked 900 sentences and fine-tuned a BERT model for them with Hugging Face, F1 0.8"),
            "nlp-engineer",
            "error-analysis",
            "split by document or author",
        ),
        (
            project("Trained an image classification network in PyTorch on 3,000 photos of ropes, accuracy of 0.9"),
            "computer-vision-engineer",
            "error-analysis",
            "split by place, person or device",
        ),
        (
            project("Trained a random forest in scikit-learn on 900 rows of tides"),
            "ml-engineer",
            "model-evaluation",
            "score a plain guess beside it",
        ),
        (job(PRODUCT), "ai-engineer", "llm-evaluation", "mark fifty real cases"),
        (
            job(PRODUCT, "LLM evaluation on 40 questions before each release"),
            "llm-engineer",
            "llm-evaluation",
            "draw a hundred more cases",
        ),
        (
            project("LoRA of Llama 3.1 on 900 questions about tides"),
            "llm-engineer",
            "model-evaluation",
            "score it beside its base",
        ),
        (
            job("Forecast the passengers of each pier in Prophet"),
            "data-scientist-1",
            "time-series",
            "as a season ago",
        ),
        (
            job("Trained a segmentation network in PyTorch", title="Research Associate"),
            "computer-vision-engineer",
            "testing",
            "test the losses",
        ),
        (
            project("Trained an agent by reinforcement learning in PyTorch that steers a ferry"),
            "research-engineer",
            "reinforcement-learning",
            "over ten seeds",
        ),
        (
            project("Built a recommender system of ferry trips in PyTorch"),
            "ml-engineer",
            "recommender-systems",
            "most-popular on the latest weeks",
        ),
        (
            job("Keep the table of 70 features on which the modelling team trains, in PySpark and SQL on Databricks"),
            "mlops-engineer",
            "supervised-learning",
            "train a plain model on the table that you feed",
        ),
    ],
)
def test_first_is_what_makes_the_own_work_hold(
    text: str, profile: str, skill: str, first: str, analyzer: Analyzer
) -> None:
    report = read(analyzer, text, profile)
    step = done(report)[0]
    assert (step.skill, step.firm) == (skill, True)
    assert first in step.first
    assert step.first_hours <= 5
    assert step.first in this_week(report)[0]


@pytest.mark.parametrize(
    ("deed", "skill", "other"),
    [
        (f"{SCORED}, in a notebook", "testing", f"{SCORED}, as a tested package"),
        (f"{SCORED}; used once, not continued", "model-deployment", SCORED),
    ],
)
def test_model_that_never_left_its_notebook_or_its_use_gets_a_way_out(
    deed: str, skill: str, other: str, analyzer: Analyzer
) -> None:
    found, without = ({step.skill for step in done(read(analyzer, job(one))) if step.firm} for one in (deed, other))
    assert skill in found - without


@pytest.mark.parametrize(("language", "asked"), [("in Kotlin", True), ("in Python", False), ("with care", False)])
def test_client_of_a_language_model_in_another_language_is_written_anew(
    language: str, asked: bool, analyzer: Analyzer
) -> None:
    text = job(f"{PRODUCT}, {language}") + EARLIER
    steps = [step for step in read(analyzer, text, "ai-engineer").plan if step.skill == "python" and step.firm]
    assert bool(steps) == asked


def test_evaluation_that_is_shown_well_gets_no_step(analyzer: Analyzer) -> None:
    deep = [
        "Held the last months out for the model evaluation of the churn model in scikit-learn, AUC 0.79",
        "Did the model evaluation by cross-validation against a baseline, with calibration",
        "Wrote the model evaluation of each release: precision, recall and their intervals",
    ]
    steps = [step for step in done(read(analyzer, job(*deep), "data-scientist-1")) if step.firm]
    assert not {"model-evaluation", "error-analysis"} & {step.skill for step in steps}


DOUBTED = project("Random forest in scikit-learn for lost luggage, F1 0.97 after SMOTE on all rows, before the split")
BESIDE = "### Rope photos (2025)\n- Trained a random forest in scikit-learn on 900 photos\n\n"


def test_score_that_cannot_be_right_is_measured_anew_before_all_else(analyzer: Analyzer) -> None:
    report = read(analyzer, DOUBTED + BESIDE)
    firm = [step for step in report.plan if step.firm]
    assert [(step.skill, step.deliverables[0].title) for step in firm] == [("model-evaluation", "Tide ledger")]
    assert done(report)[0] == firm[0]
    assert this_week(report)[0].startswith("Worth checking in “Tide ledger” (first 5 of ")
    assert "oversample the training part alone" in this_week(report)[0]


def test_even_what_posts_for_newcomers_test_waits_for_a_score_that_cannot_be_right(analyzer: Analyzer) -> None:
    cook = "## Experience\n\n### Cook, Pier Inn (Jan 2018 - Present)\n- Cooked for 60 guests\n\n"
    report = read(analyzer, f"{cook}{DOUBTED}{BESIDE}## Skills\n- Python\n")
    assert report.career.situation.tested[0] == "sql"
    assert [step.skill for step in done(report)][:2] == ["model-evaluation", "sql"]


def test_project_that_shows_nothing_of_it_is_made_to_hold_though_jobs_show_it_well(analyzer: Analyzer) -> None:
    jobs = (
        "## Experience\n\n### Data Scientist, Gannet Ferries (Jan 2019 - Dec 2023)\n"
        "- Evaluated each churn model by cross-validation and AUC on held-out months, so a tenth fewer left\n"
        "- Compared models by precision and recall on a held-out year and told the board of errors by route\n\n"
        "### Data Scientist, Quay Office (Jan 2016 - Dec 2018)\n"
        "- Evaluated price models by RMSE on held-out weeks and by A/B tests\n\n"
    )
    own = project("Trained a random forest in scikit-learn on 900 rows of tides")
    report = read(analyzer, jobs + own, "ml-engineer")
    assert [(step.kind, step.skill, step.deliverables[0].title) for step in report.plan if step.firm] == [
        ("deepen", "model-evaluation", "Tide ledger")
    ]


def test_plan_says_what_is_no_more_than_begun_at_its_end(analyzer: Analyzer) -> None:
    report = read(analyzer, job(f"{PRODUCT}, in Kotlin") + EARLIER, "mlops-engineer")
    names = {row.id: row.name for row in report.requirements}
    first = [step for step in report.plan if step.kind == "learn" and (step.from_level, step.to_level) == BEGUN]
    begun = {one for step in first for one in step.closes}
    assert len(begun) > 2 and kinds_of_plan(report).endswith(f"({len(begun)} only begun)")
    one = next(step for step in first if len(step.closes) == 1)
    assert only_begun(report.model_copy(update={"plan": (one,)})) == f" ({names[one.closes[0]]} only begun)"


def test_plan_that_begins_nothing_new_says_nothing_of_it(analyzer: Analyzer) -> None:
    report = read(analyzer, job(f"{PRODUCT}, in Kotlin") + EARLIER, "mlops-engineer")
    known = [step for step in report.plan if step.kind != "learn"]
    assert known and not only_begun(report.model_copy(update={"plan": tuple(known)}))


def test_step_that_only_makes_a_work_hold_promises_no_level(analyzer: Analyzer) -> None:
    report = read(analyzer, job(f"{PRODUCT}, in Kotlin") + EARLIER, "ai-engineer")
    (step,) = [step for step in report.plan if step.kind == "deepen"]
    assert step.from_level == step.to_level and not step.closes and not step.raises
    assert step_levels(step) == f"{step.to_level}, on firm ground" and "1 to deepen" in kinds_of_plan(report)
    same = progress_between(report, report)
    assert step.skill in {one.skill for one in same.steps_open}
    gone = report.model_copy(update={"plan": tuple(one for one in report.plan if one.kind != "deepen")})
    assert step.skill in {one.skill for one in progress_between(report, gone).steps_done}


def test_no_more_of_it_than_a_plan_takes(analyzer: Analyzer) -> None:
    lines = (f"{SCORED}, in a notebook; not continued", PRODUCT, "Forecast the passengers in Prophet, in Java")
    steps = [step for step in read(analyzer, job(*lines), "data-scientist-1").plan if step.firm]
    assert len(steps) == FACTS.most_firm


# ------------------------------------------------------------------------------------------------- who has no model yet

BOT = project("Script in Python that posts the timetable, used by 90 students", title="Quay script")
STUDENT = "## Education\n\n### BSc Computer Science, Castleby University (Oct 2025 - Jun 2029)\n"


def test_what_packs_and_serves_goes_where_the_model_is(analyzer: Analyzer) -> None:
    report = read(analyzer, STUDENT + BOT)
    at = {step.skill: step.deliverables[0].title for step in report.plan}
    assert at["testing"] == "Quay script"
    assert "Quay script" not in {
        at[skill] for skill in ("docker", "model-deployment", "experiment-tracking") if skill in at
    }


def test_week_of_who_has_no_model_begins_one_too(analyzer: Analyzer) -> None:
    week = this_week(read(analyzer, STUDENT + BOT))
    assert "“Quay script”" in week[0] and week[1].startswith("Build: ")


@pytest.mark.parametrize(("profile", "plain"), [("junior-ml-engineer", True), ("nlp-engineer", False)])
def test_first_model_is_a_plain_one_but_for_a_role_about_networks(
    profile: str, plain: bool, analyzer: Analyzer
) -> None:
    first = read(analyzer, STUDENT + BOT, profile).portfolio.ideas[0]
    (idea,) = [one for one in TAXONOMY.portfolio.ideas if one.id == first.id]
    assert FACTS.networks.isdisjoint(idea.skills) == plain


@pytest.mark.parametrize(("lesson", "framework"), [(True, "pytorch"), (False, "keras")])
def test_nobody_has_chosen_a_framework_by_a_tutorial(lesson: bool, framework: str, analyzer: Analyzer) -> None:
    data = "MNIST, following the tutorial" if lesson else "900 photos of ropes that I took"
    report = read(analyzer, STUDENT + project(f"Trained a network in Keras on {data}"))
    skills = {step.skill for step in report.plan}
    assert framework in skills and not {"pytorch", "keras", "tensorflow"} - {framework} & skills


# --------------------------------------------------------------------------------------------------------------- hours


def test_nobody_tunes_a_language_model_in_an_evening(analyzer: Analyzer) -> None:
    report = read(analyzer, job(PRODUCT), "llm-engineer")
    heavy = [step for step in report.plan if step.skill in FACTS.heavy.skills and step.hours]
    assert heavy and all(step.hours >= FACTS.heavy.hours for step in heavy)


@pytest.mark.parametrize(("target", "capped"), [(Level.intermediate, True), (Level.advanced, False)])
def test_mathematics_is_a_dose_beside_the_work(target: Level, capped: bool) -> None:
    hours = hours_between("statistics", Level.none, target, TAXONOMY)
    assert (hours == FACTS.side_hours.most) == capped


@pytest.mark.parametrize(
    ("skill", "begins"),
    [("release-strategies", "do a canary release"), ("containers", "build one project into an image")],
)
def test_where_to_begin_is_a_deed_and_no_introduction(skill: str, begins: str) -> None:
    assert TAXONOMY.first_work(skill).startswith(begins)


def test_posts_that_test_sql_come_before_what_makes_a_work_hold(analyzer: Analyzer) -> None:
    text = job("Baked bread", title="Baker", dates="Jan 2018 - Dec 2023") + project(
        "Trained a random forest in scikit-learn with pandas on 900 rows of tides"
    )
    report = read(analyzer, text + "## Skills\nPython, SQL (basic)\n")
    skills = [step.skill for step in done(report)]
    assert skills[:2] == ["sql", "model-evaluation"] and this_week(report)[0].startswith("SQL in “Tide ledger”")


def test_what_a_work_gives_room_for_comes_before_what_fits_any(analyzer: Analyzer) -> None:
    text = job("Trained a segmentation network in PyTorch", title="Research Associate")
    own = [step for step in done(read(analyzer, text, "computer-vision-engineer")) if step.phase == "own"]
    assert [step.room for step in own] == sorted((step.room for step in own), reverse=True)
    assert any(step.room and not step.firm for step in own) and not own[-1].room
