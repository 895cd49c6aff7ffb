"""Advice that takes people at their word: what they limit is deepened, what they confess to lack comes first."""

from __future__ import annotations

import pytest

from gapcheck import Analyzer, GapReport
from gapcheck.outputs.terminal.screen import text_report
from gapcheck.report.advice_wording import this_week
from gapcheck.report.plan_model import StepPart

BACKEND = "Keep the fare services in Kotlin and Spring Boot on Kubernetes"
SUMMARY = "Built a summary of lost-property calls with the OpenAI API in Python, read by 30 clerks"


def read(
    analyzer: Analyzer,
    profile: str = "junior-ml-engineer",
    *,
    jobs: str = "",
    projects: str = "",
    studies: str = "",
    skills: str = "",
) -> GapReport:
    parts = {"Education": studies, "Experience": jobs, "Projects": projects, "Skills": skills}
    text = "# Orla Venn\norla@example.org\n\n"
    text += "".join(f"## {name}\n\n{said}\n\n" for name, said in parts.items() if said)
    return analyzer.wishing(profile).analyze_bytes(text.encode(), "orla.md")


def job(*lines: str, title: str = "Backend Engineer", dates: str = "Jan 2021 - Present") -> str:
    return f"### {title}, Heron Trams ({dates})\n" + "".join(f"- {one}\n" for one in lines)


def project(*lines: str, title: str = "Moth trap (2026)") -> str:
    return f"### {title}\n" + "".join(f"- {one}\n" for one in lines)


def steps(report: GapReport) -> dict[str, StepPart]:
    return {step.skill: step for step in report.plan}


# --------------------------------------------------------------------------------------------------- limited and met


@pytest.mark.parametrize(
    ("listed", "deepened"),
    [
        ("Kotlin, Python (scripts)", True),
        ("Kotlin, Python (have not written a service in it)", True),
        ("Kotlin, Python", False),
        ("Languages: Kotlin; Python: can read it", True),
        ("Languages: Kotlin; Python: services that others can read", False),
        ("Kotlin, Python (on my own machine)", False),  # that limits where, and not what
    ],
)
def test_what_is_met_and_limited_by_own_words_is_deepened(listed: str, deepened: bool, analyzer: Analyzer) -> None:
    report = read(analyzer, "ai-engineer", jobs=job(BACKEND, SUMMARY), skills=listed)
    step = steps(report).get("python")
    assert (step is not None and step.kind == "deepen" and step.hours >= 10) == deepened
    (python,) = (row for row in report.requirements if row.id == "python")
    said = "Python ●●● “" in text_report(report).replace("\N{NO-BREAK SPACE}", " ")
    assert python.status == "met" and said == (deepened or "(" in listed)


def test_what_is_deepened_grows_in_the_work_that_shows_it(analyzer: Analyzer) -> None:
    report = read(analyzer, "ai-engineer", jobs=job(BACKEND, SUMMARY), skills="Kotlin, Python (scripts)")
    (line,) = (one for work in steps(report)["python"].deliverables for one in work.lines)
    assert "Python" in line and "Heron Trams" in steps(report)["python"].deliverables[0].title


def test_no_more_than_a_few_limited_skills_are_deepened(analyzer: Analyzer) -> None:
    listed = "Python (scripts), SQL (scripts), Git (alone), Docker (tried out), Kubernetes (seldom)"
    lines = "Python jobs, SQL views, Docker images and CI/CD of the fares on Kubernetes", "Git and Terraform there"
    report = read(analyzer, "mlops-engineer", jobs=job(*lines), skills=listed)
    assert sum(step.kind == "deepen" and not step.firm for step in report.plan) <= 3


def test_nobody_is_asked_to_write_down_what_they_deny(analyzer: Analyzer) -> None:
    servers = job("Terraform modules and Airflow tasks on AWS", "Docker images of the fare jobs", title="Data Engineer")
    for listed, kind in (("Kubernetes", "write"), ("Kubernetes (I read its logs, have never run one)", "learn")):
        step = steps(read(analyzer, "mlops-engineer", jobs=servers, skills=listed))["kubernetes"]
        assert step.kind == kind and (step.hours >= 20) == (kind == "learn")


# ---------------------------------------------------------------------------------------------------------- confessed

WRAPPED = "Wrapped the fare forecast that the data science team made in a daily Airflow task on AWS"


@pytest.mark.parametrize(
    ("said", "watched"),
    [
        ("Nobody watches its error once it is delivered", True),
        ("The drift of its inputs is not monitored", True),
        ("Nobody watches the door of the depot", False),
        ("Nobody watched its error until I set an alarm", False),
    ],
)
def test_model_that_nobody_watches_is_watched_first(said: str, watched: bool, analyzer: Analyzer) -> None:
    report = read(analyzer, "mlops-engineer", jobs=job(WRAPPED, said, title="Data Engineer"))
    step = steps(report)["model-monitoring"]
    assert (step.firm and "join last month's forecasts" in step.first) == watched
    if watched:
        assert "join last month's forecasts" in this_week(report)[0]


@pytest.mark.parametrize(
    ("work", "said", "first"),
    [
        ("Trained an image segmentation network in PyTorch on photos of moths", "I hand over a checkpoint", "ONNX"),
        ("Trained random forests by scikit-learn on fares in SQL", "I hand over a notebook each month", "one command"),
        (
            "Trained random forests by scikit-learn on fares in SQL",
            "The company ports my model to Java",
            "one command",
        ),
        ("Trained random forests by scikit-learn on fares in SQL", "I hand over the keys at six", ""),
    ],
)
def test_what_is_handed_over_as_a_file_is_shipped_first(work: str, said: str, first: str, analyzer: Analyzer) -> None:
    report = read(analyzer, "ml-engineer", jobs=job(work, said, title="Data Scientist"))
    step = steps(report).get("model-deployment")
    assert (step is not None and bool(step.firm) and first in step.first) if first else not (step and step.firm)


@pytest.mark.parametrize(
    ("said", "begins"),
    [
        ("Finds moths at dusk; in bright light it fails", True),
        ("The detector confuses them with leaves in rain", True),
        ("The lamp fails in rain", False),
        ("It failed in rain until I added wet photos", False),
    ],
)
def test_where_a_model_fails_its_writer_begins(said: str, begins: bool, analyzer: Analyzer) -> None:
    work = project("Labelled 900 photos of moths and trained a YOLO object detection network on them", said)
    step = steps(read(analyzer, "computer-vision-engineer", projects=work)).get("error-analysis")
    assert (step is not None and bool(step.firm) and "cases where it fails" in step.first) == begins


def test_notebook_at_work_goes_into_a_repository_early(analyzer: Analyzer) -> None:
    lines = "Predicted late trams in a Python notebook (pandas, logistic regression)", "SQL reports for the planners"
    report = read(analyzer, "data-scientist-1", jobs=job(*lines, title="Data Analyst"))
    git = steps(report)["git"]
    assert git.firm and "put the notebook into a repository" in git.first


def test_second_post_of_research_on_models_is_work_in_the_field_whatever_else_it_tells(analyzer: Analyzer) -> None:
    done = "Trained deep learning networks in PyTorch", "Object detection on 9,000 photos of moths"
    first = job(*done, title="Doctoral researcher", dates="Jan 2019 - Dec 2022")
    second = job(
        "Image segmentation by vision transformers on photos of moths",
        "Led the field season with four students",
        "Wrote the guide of the herbarium",
        title="Postdoctoral researcher",
        dates="Jan 2023 - Present",
    )
    for jobs, owned in ((f"{second}{first}", True), (second, False)):
        report = read(analyzer, "computer-vision-engineer", jobs=jobs)
        named = " ".join(phase.name for phase in report.schedule.phases if phase.id == "own")
        assert ("Postdoctoral" in named) == owned


# ------------------------------------------------------------------------------------------ a skill needs its object


def test_arrays_are_shown_only_where_there_are_any(analyzer: Analyzer) -> None:
    bot = project("Python bot that posts changed tram times to 120 riders", title="Tram bot (2026)")
    places = [one.title for one in steps(read(analyzer, projects=bot, skills="NumPy"))["numpy"].deliverables]
    assert places and "Tram bot" not in " ".join(places)


def test_nobody_groups_rows_inside_a_model_that_says_yes_or_no(analyzer: Analyzer) -> None:
    line = "Predicted late trams with scikit-learn (logistic regression) on SQL tables in pandas"
    for more, there in ((), False), (("Grouped stops by clustering in scikit-learn",), True):
        report = read(analyzer, "data-scientist-1", jobs=job(line, *more, title="Data Analyst"))
        step = steps(report).get("unsupervised-learning")
        assert there or step is None or "Heron Trams" not in step.deliverables[0].title


@pytest.mark.parametrize(("found", "at_work"), [(", Chroma", True), ("", False)])
def test_retrieval_is_mended_only_where_texts_are_looked_up(found: str, at_work: bool, analyzer: Analyzer) -> None:
    bot = project(f"Answers on the bylaws with the OpenAI API and LangChain{found}", title="Bylaws (2026)")
    step = steps(read(analyzer, "ai-engineer", jobs=job(BACKEND), projects=bot)).get("rag")
    mended = step is not None and "ranked the pieces anew" in " ".join(step.deliverables[0].lines)
    assert mended == at_work


def test_charts_by_code_are_asked_of_no_job_that_is_done_in_a_workbook(analyzer: Analyzer) -> None:
    campaigns = job("Split the riders by season in Excel, with Google Analytics", title="Marketing coordinator")
    report = read(analyzer, jobs=campaigns, skills="Python, Matplotlib, pandas")
    written = [step for step in report.plan if step.kind == "write" and step.skill in ("matplotlib", "pandas")]
    assert not written


def test_scores_that_are_surely_there_grow_before_anything_is_built(analyzer: Analyzer) -> None:
    product = "Answers on contracts: RAG with the OpenAI API, FastAPI and Docker, used by 40 mills"
    gold = "Gold set of 120 requests by three millers; the share which they accept rose from 64 % to 83 %"
    for lines, first in (((product, gold), "draw a hundred more cases"), ((product,), "mark fifty real cases")):
        step = steps(read(analyzer, "llm-engineer", jobs=job(*lines, title="AI Engineer")))["llm-evaluation"]
        assert step.firm and step.kind != "write" and step.hours >= 12 and first in step.first


def test_methods_that_were_taught_are_learned_in_half_the_time(analyzer: Analyzer) -> None:
    served = job("Terraform modules and Airflow tasks on AWS", "Docker images of the fare jobs", title="Data Engineer")
    degree = "### MSc Informatics, Quay University (2017 - 2022)\n- One semester of {}\n"
    hours = {}
    for taught in ("machine learning", "compilers"):
        report = read(analyzer, "mlops-engineer", jobs=served, studies=degree.format(taught))
        hours[taught] = steps(report)["supervised-learning"].hours - steps(report)["supervised-learning"].set_up_hours
    assert hours["machine learning"] <= 0.5 * hours["compilers"] + 1
