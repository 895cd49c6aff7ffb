"""What a plan leaves for later, and why; what it goes on with instead of something new; whom it tells of which pay."""

from __future__ import annotations

import pytest
from pages import AS_OF

from gapcheck import Analyzer, GapReport
from gapcheck.outputs.terminal.screen import text_report
from gapcheck.plan import Milestone, Spot, Step, StepKind, WrittenLine
from gapcheck.plan.order import thin_projects
from gapcheck.report.advice_wording import apply_for, left_open, nearest_roles, not_now
from gapcheck.taxonomy import Level, load_taxonomy

FORECAST = """### Ferry queues | 2026
- Collected 40,000 ticket scans of a ferry and predicted the queue by a random forest (scikit-learn), MAE 3 cars
"""


def read(
    profile: str = "junior-ml-engineer",
    *,
    head: str = "ida@example.org",
    studies: str = "",
    jobs: str = "",
    projects: str = "",
    skills: str = "",
) -> GapReport:
    parts = {"Education": studies, "Experience": jobs, "Projects": projects, "Skills": skills}
    text = f"# Ida Corvin\n{head}\n\n" + "".join(f"## {name}\n\n{said}\n\n" for name, said in parts.items() if said)
    return Analyzer(profile, as_of=AS_OF).analyze_bytes(text.encode(), "ida.md")


def left(report: GapReport) -> dict[str, str]:
    """Why what is left open waits, by the requirement."""
    return {one.id: one.reason or one.why for one in report.schedule.left_open}


def planned(report: GapReport) -> dict[str, tuple[str, str]]:
    """The steps by their skill: to which level, in which work first."""
    return {step.skill: (step.to_level, step.deliverables[0].title) for step in report.plan if step.deliverables}


# ------------------------------------------------------------------------------------------------------ what waits


@pytest.mark.parametrize(
    ("profile", "waits"), [("junior-ml-engineer", True), ("nlp-engineer", False), ("ai-engineer", False)]
)
def test_language_models_wait_only_where_they_are_a_side_of_the_role(profile: str, waits: bool) -> None:
    report = read(profile, projects=FORECAST)
    assert ("large-language-models" not in planned(report)) == waits
    assert ("a small part of this role" in left(report).get("language-models", "")) == waits


def test_side_of_a_role_is_planned_where_nothing_weightier_is_new() -> None:
    strong = Analyzer(as_of=AS_OF).analyze("samples/strong.pdf")
    assert "large-language-models" in {step.skill for step in strong.plan}


def test_side_of_which_something_is_there_goes_on() -> None:
    chat = "### Ferry chat | 2026\n- Built a chatbot on timetables with the OpenAI API\n"
    assert "a small part of this role" not in left(read(projects=FORECAST + chat)).values()


@pytest.mark.parametrize(
    ("said", "waits"),
    [
        ("This semester: Databases, Probability.", {"sql", "statistics"}),
        ("This semester: Databases.", {"sql"}),
        ("Passed: Databases, Probability.", set()),
        ("Passed: Databases. This semester: Probability.", {"statistics"}),
        ("Passed Databases, this semester: Probability.", {"statistics"}),
    ],
)
def test_lecture_that_goes_on_takes_no_hours_of_study(said: str, waits: set[str]) -> None:
    degree = f"### BSc Geodesy, Quay University | Oct 2025 - Feb 2029 (expected)\n{said}\n"
    report = read(studies=degree, projects=FORECAST)
    assert {one for one, why in left(report).items() if why == "a lecture of yours brings it"} == waits
    assert waits.isdisjoint(planned(report))


def test_what_several_steps_close_together_is_not_left() -> None:
    report = read(projects=FORECAST)
    one = next(one for one in report.schedule.left_open if not one.reason and one.reaches == "basic")
    closed = one.model_copy(update={"reaches": "advanced"})
    others = [each for each in report.schedule.left_open if each is not one]
    schedule = report.schedule.model_copy(update={"left_open": [*others, closed]})
    said = [" ".join(left_open(each)) for each in (report, report.model_copy(update={"schedule": schedule}))]
    assert [f"{one.name} (to" in each for each in said] == [True, False]


def test_lecture_that_one_teaches_brings_nothing_new() -> None:
    tutor = "### Tutor, Quay University | Oct 2025 - Present\n- This semester two groups in Databases\n"
    assert "a lecture of yours brings it" not in left(read(jobs=tutor, projects=FORECAST)).values()


def test_long_study_for_little_weight_goes_to_basic_only() -> None:
    report = read("nlp-engineer", projects=FORECAST)
    assert planned(report)["sql"][0] == "basic"
    assert left(report)["sql"] == "weeks of study for little weight"
    assert "SQL beyond basic" in not_now(report)[0]


RESEARCH = """### Doctoral researcher, Fjord Institute | Aug 2021 - Present
- Trained convolutional networks in PyTorch on 40,000 photos of nets, mAP 0.71 on held-out farms
- Segmented the nets by a U-Net, IoU 0.83, and measured the errors by light and depth
- Ran the training of all networks on eight GPUs
"""


def test_small_matters_of_ones_own_field_are_no_course() -> None:
    report = read("computer-vision-engineer", jobs=RESEARCH)
    assert left(report)["image-generation"].startswith("your own field")
    other = read("computer-vision-engineer", projects=FORECAST)
    assert not left(other).get("image-generation", "").startswith("your own field")


SERVICE = """### AI Engineer, Quay Insurance | Jan 2023 - Present
- Built an assistant on claims: retrieval over 40,000 letters with pgvector, the OpenAI API, LangGraph agents
- Ran it in FastAPI and Docker on {where}, with tests in GitHub Actions
- Scored its answers on 200 questions at every change
"""


@pytest.mark.parametrize(("where", "waits"), [("AWS ECS", True), ("AWS", False)])
def test_tool_for_which_work_has_another_waits(where: str, waits: bool) -> None:
    report = read("llm-engineer", jobs=SERVICE.format(where=where))
    assert ("another tool of its kind" in left(report).get("kubernetes", "")) == waits
    assert ("kubernetes" not in planned(report)) == waits


def test_what_waits_stands_on_the_screen_and_why_in_the_details() -> None:
    report = read(projects=FORECAST)
    (row,) = [line for line in text_report(report).splitlines() if line.startswith("not now ")]
    assert "A cloud platform" in row and "Language models" in row
    details = " ".join(text_report(report, details=True).split())
    assert "A cloud platform (an employer's own is learned in the first weeks there)" in details


def test_thesis_that_is_handed_in_goes_first() -> None:
    def first(said: str) -> str:
        return read("computer-vision-engineer", head=f"ida@example.org\n\n{said}", jobs=RESEARCH).schedule.first_of_all

    assert (
        first("PhD candidate, thesis to be handed in February 2027.") == "your thesis goes first, until February 2027"
    )
    assert first("PhD candidate, thesis handed in January 2025.") == ""
    assert first("PhD candidate, conference planned for February 2027.") == ""


# --------------------------------------------------------------------------------------------- what goes on instead


def test_dashboard_takes_no_tests() -> None:
    board = "### Ferry board | 2026\n- Published a Tableau dashboard of 40,000 crossings by harbour and hour\n"
    assert "Ferry board" not in {title for _, title in planned(read(projects=FORECAST + board)).values()}


OWN, NEW = Spot("project", "Ferry queues", "own", 1), Spot("project", "A prediction service", "prediction-service")


def step(skill: str, hours: int, *spots: Spot, kind: StepKind = StepKind.learn) -> Step:
    part = Milestone("own" if spots[-1] is OWN else spots[-1].nouns, spots[-1].title)
    lines = tuple(WrittenLine(spot, skill, "") for spot in spots)
    return Step(kind, skill, Level.none, Level.basic, hours, part, lines)


@pytest.mark.parametrize(
    ("steps", "thin"),
    [
        ([step("docker", 20, NEW), step("model-deployment", 10, NEW)], False),
        ([step("docker", 20, NEW), step("linear-algebra", 12, NEW)], True),  # one subject, and what goes beside it
        ([step("docker", 8, NEW), step("model-deployment", 10, NEW)], False),  # nothing else stands
        ([step("git", 5, OWN), step("docker", 8, NEW), step("model-deployment", 10, NEW)], True),
        ([step("git", 5, OWN), step("docker", 20, NEW), step("model-deployment", 10, NEW)], False),
        (
            [
                step("git", 5, OWN),
                step("scikit-learn", 20, OWN, NEW, kind=StepKind.show),  # a second showing is none of its own
                step("model-deployment", 20, OWN, NEW, kind=StepKind.show),
                step("docker", 30, NEW),
            ],
            True,
        ),
    ],
)
def test_project_is_set_up_for_no_less_work_than_that_takes(steps: list[Step], thin: bool) -> None:
    assert bool(thin_projects(steps, load_taxonomy())) == thin


def test_screen_says_where_nothing_new_is_built() -> None:
    for built, report in (
        (True, read(projects=FORECAST)),
        (False, read("computer-vision-engineer", jobs=RESEARCH, skills="Git, SQL, C++, OpenCV")),
    ):
        assert any(one.sets_up for one in report.plan) == built
        assert ("nothing new: first" in text_report(report)) == (not built)


BOT = """### Backend Engineer, Quay Freight | Jan 2020 - Present
- Wrote Java services on Kubernetes for 900 carriers, with Grafana, Prometheus and alerts; on call every fifth week
- {day}Slack bot on our manuals: the OpenAI API, embeddings in pgvector, used by 25 people
- Cut the build from 40 to 12 minutes, and led a team of four
"""


def test_bot_that_stands_is_improved_before_another_is_built() -> None:
    report = read("ai-engineer", jobs=BOT.format(day=""))
    assert all("Backend Engineer" in planned(report)[one][1] for one in ("llm-evaluation", "ai-agents", "guardrails"))
    assert "document-assistant" not in {phase.id for phase in report.schedule.phases}


def test_model_on_pictures_goes_to_a_device() -> None:
    step = next(one for one in read("computer-vision-engineer", jobs=RESEARCH).plan if one.skill == "model-deployment")
    assert "ONNX" in step.deliverables[0].lines[0]
    step = next(one for one in read("ml-engineer", projects=FORECAST).plan if one.skill == "model-deployment")
    assert "ONNX" not in step.deliverables[0].lines[0]


TUNED = "### {deed} to tune Llama with LoRA | 2026\n- Tuned Llama by LoRA on 900 letters of a choir, in one notebook\n"


@pytest.mark.parametrize(("deed", "own"), [("Followed a tutorial", False), ("Found a way", True)])
def test_tutorial_that_was_followed_shows_nothing_else(deed: str, own: bool) -> None:
    report = read("llm-engineer", projects=TUNED.format(deed=deed), skills="Python")
    framework = next(row for row in report.requirements if row.id == "deep-learning-framework")
    assert (framework.sure is not None) == own
    assert any(deed in title for _, title in planned(report).values()) == own
    assert any(deed in (one.suggestion or "") for one in report.portfolio.criteria) == own


@pytest.mark.parametrize(("deed", "is_sure"), [("Followed a tutorial", False), ("Found a way", True)])
def test_line_on_a_tutorial_shows_nothing_else_in_a_work_of_ones_own(deed: str, is_sure: bool) -> None:
    work = f"### Choir letters | 2026\n- Sorted 900 letters\n- {deed} to tune Llama with LoRA on them, in a notebook\n"
    report = read("llm-engineer", projects=work, skills="Python")
    framework = next(row for row in report.requirements if row.id == "deep-learning-framework")
    assert (framework.sure is not None) == is_sure


def test_final_work_below_a_degree_is_a_work_of_ones_own() -> None:
    degree = "### Certificate in Language Processing, Quay University | 2025 - 2026\nStatistics, text classification.\n"
    work = "{}: classifier of 1,900 menus that two cooks labelled, word counts and an SVM, F1 of 0.71.\n"
    found = [
        len(read("nlp-engineer", studies=degree + work.format(one)).portfolio.entries) for one in ("Final work", "x")
    ]
    assert found == [1, 0]


def test_score_that_is_too_good_asks_for_what_is_known_afterwards() -> None:
    def doubts(line: str) -> list[str]:
        report = read(projects=f"### Bookings | 2026\n- {line}\n")
        return [one.ask for one in report.portfolio.doubts if "filled in afterwards" in one.ask]

    line = "Predicted cancellations of 90,000 bookings by XGBoost"
    assert doubts(f"{line}, accuracy of 98 %")
    assert not doubts(f"{line}, accuracy of 84 %")
    assert not doubts(f"{line}, accuracy of 98 % before the leak was found, 81 % after")
    assert not doubts("Told digits apart by a CNN, accuracy of 98 %")


# -------------------------------------------------------------------------------------------- titles, pay, what is sure


@pytest.mark.parametrize("day", ["", "Hackathon 2025: "])
def test_two_days_inside_a_long_job_make_nobody_one_who_works_in_the_field(day: str) -> None:
    own = (
        "- Scored its answers on 200 questions by LLM evaluation\n- Ran retrieval-augmented generation for 900 users\n"
    )
    report = read("ai-engineer", jobs=BOT.format(day=day) + ("" if day else own))
    assert (report.career.situation.id == "working-ml") == (not day)
    assert not any("Machine learning engineer" in one.title for one in report.career.titles)


def test_assistant_that_writes_code_makes_nobody_one_who_works_in_the_field() -> None:
    copilot = "- Evaluated Copilot and Claude Code for all teams, and wrote the guide\n"
    report = read("ai-engineer", jobs=BOT.format(day="Hackathon 2025: ") + copilot)
    assert report.career.situation.id == "engineer"


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("Dayton, OH", True),
        ("ida@example.org, United States", True),
        ("ida@example.org", False),
        ("Leeds, UK", False),
        ("Bremen, DE", False),  # Delaware as well
        ("Dover, DE 19901", True),
    ],
)
def test_pay_is_told_to_whose_resume_names_the_country_of_the_figures(head: str, told: bool) -> None:
    job = (
        "### Machine Learning Engineer, Quay Foods | Jan 2017 - Present\n- Trained and served churn models in PyTorch\n"
    )
    assert (read("ml-engineer", head=head, jobs=job + "- Evaluated them by AUC\n").career.pay is not None) == told


def test_role_of_which_hardly_anything_is_shown_fits_nobody_best() -> None:
    report = read("ml-engineer", projects=FORECAST)
    assert "Fits best" not in text_report(report, details=True)
    far = report.career.model_copy(update={"profiles": tuple(
        one.model_copy(update={"id": "x", "readiness": 0.19}) for one in report.career.profiles
    )})  # fmt: skip
    assert nearest_roles(report.model_copy(update={"career": far})) == ""


def test_what_is_surely_there_is_counted_apart() -> None:
    report = read("ai-engineer", jobs=BOT.format(day=""))
    said = text_report(report)
    sure = sum(row.sure is not None and row.status != "met" for row in report.requirements)
    missing = sum(row.sure is None and row.status == "missing" for row in report.requirements)
    assert sure and f"≈ {sure} sure" in said and f"✗ {missing} missing" in said
    assert "observability" in {row.id for row in report.requirements if row.status == "met"}  # by its tools


def test_word_that_stands_in_the_line_is_not_said_to_stand_nowhere() -> None:
    job = "### AI Engineer, Quay Law | Jan 2024 - Present\n- {} in LangGraph with nine tools for 900 lawyers\n"

    def said(deed: str) -> bool:
        return any(
            "AI agents is only implied" in one.text for one in read("llm-engineer", jobs=job.format(deed)).quick_wins
        )

    assert said("Redlining flow") and not said("Redlining agent")
    git = [
        any("Git is only implied" in one.text for one in read(jobs=job.format(deed)).quick_wins)
        for deed in ("Code in Bitbucket", "Git hosting by Bitbucket")
    ]
    assert git == [True, False]


def test_who_changes_careers_comes_to_the_role_by_way_of_a_post() -> None:
    desk = (
        "### Front desk supervisor, Quay Hotel | Mar 2019 - Apr 2026\n- Led seven receptionists and wrote their rota\n"
    )
    work = (
        FORECAST
        + "- Cleaned the scans with pandas, and compared gradient boosting with a plain guess on held-out weeks\n"
    )
    said = apply_for(read(jobs=desk, projects=work))
    assert "after the whole plan, best by way of such a post: Junior" in said


def test_who_has_worked_for_years_is_called_no_beginner() -> None:
    desk = "### {}, Quay Hotel | Mar {} - Apr 2026\n- Led seven receptionists and wrote their rota\n"
    years = read(jobs=desk.format("Front desk supervisor", 2019), projects=FORECAST)
    months = read(jobs=desk.format("Front desk supervisor", 2026), projects=FORECAST)
    assert "stage: Changing careers" in text_report(years) and "(0-6 months)" not in text_report(years, details=True)
    assert "stage: Changing careers" not in text_report(months)


@pytest.mark.parametrize(("backbone", "is_there"), [("DINOv2", True), ("ResNet", False)])
def test_vision_transformer_by_its_name_shows_transformers(backbone: str, is_there: bool) -> None:
    report = read("computer-vision-engineer", jobs=f"{RESEARCH}- Pretrained {backbone} on three million photos\n")
    row = next(row for row in report.requirements if row.id == "transformers")
    assert (row.sure is not None or row.status != "missing") == is_there


@pytest.mark.parametrize(
    ("deed", "requirement"),
    [
        ("Chose the translation system of the office by a blind test", "business-awareness"),
        ("Gave out patient data by access by role, with deletion jobs", "access"),
    ],
)
def test_deed_that_says_it_makes_it_sure(deed: str, requirement: str) -> None:
    def sure(said: str) -> bool:
        job = f"### Data Engineer, Quay Clinic | Jan 2023 - Present\n- {said}\n- Loaded tables with Airflow\n"
        profile = "mlops-engineer" if requirement == "access" else "junior-ml-engineer"
        row = next(row for row in read(profile, jobs=job).requirements if row.id == requirement)
        return row.sure is not None

    assert sure(deed) and not sure("Kept the office tidy")


TIDES = "### Tide table (2026)\n- Tide forecasts with pandas and scikit-learn on 20 years of gauges\n"


@pytest.mark.parametrize(
    ("deed", "waits"),
    [
        ("Sorted 3,000 letters of readers by TF-IDF and logistic regression in scikit-learn, F1 0.81", False),
        ("Predicted the rents of 3,000 stalls by random forests in scikit-learn, MAE 11 against 15", True),
    ],
)
def test_model_of_texts_is_compared_with_a_prompted_one_before_language_models_wait(deed: str, waits: bool) -> None:
    report = read(projects=f"### Sorter (2026)\n- {deed}\n\n{TIDES}")
    assert ("large-language-models" in planned(report)) != waits and ("language-models" in left(report)) == waits
