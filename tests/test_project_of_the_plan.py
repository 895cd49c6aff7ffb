"""The project that is named first carries most of the plan, and its figure is what it brings there."""

from __future__ import annotations

import pytest

from gapcheck import Analyzer, GapReport
from gapcheck.outputs.terminal.screen import text_report
from gapcheck.report.advice_wording import own_work_first, percent
from gapcheck.report.idea_wording import change_in_plan, idea_change, next_project

PEOPLE = {
    "student": """## Education
### BSc Computer Science, Castleby University (Sep 2024 - Jul 2027)
Linear algebra, statistics, data structures

## Projects
### Bikes (2026)
- Predicted hourly rides with pandas and scikit-learn, random forest and gradient boosting, error fell by 20%
- Built features of weather and validated by weeks, drawn in Matplotlib
### Vines (2026)
- Fine-tuned a ResNet in PyTorch on 5,200 photographs, 91% accuracy
""",
    "starter": """## Education
### BSc Computer Science, Castleby University (Sep 2024 - Jul 2027)
Linear algebra, probability and statistics, data structures and algorithms, databases

## Projects
### Bikes (2026)
- Predicted hourly rides with pandas and scikit-learn, comparing linear regression, random forest and gradient boosting
- Built lag features and a validation by weeks; error fell from 61 to 38 against a baseline
### Rooms (2025)
- Web app in Python with Flask and PostgreSQL; wrote the SQL queries and kept the code in Git
""",
    "watcher": """## Experience
### Engineer, Ferry Line (May 2021 - Present)
- A/B tests of prices
- Monitored models with Prometheus
- CI/CD in GitLab with tests in pytest

## Projects
### Trams (2026)
- A/B tests of prices
""",
    "builder": """## Experience
### AI Engineer, Ferry Line (Jan 2023 - Present)
- Built retrieval-augmented generation with LangChain and evaluation of language models
- FastAPI, PostgreSQL, Docker and Kubernetes on Azure, tests in pytest, GitHub Actions
- Fine-tuned a BERT classifier with Hugging Face Transformers, macro F1 0.86
""",
    "analyst": """## Experience
### Data Analyst, Ferry Line (Jan 2021 - Present)
- SQL and dashboards in Tableau
- Forecast passengers in Python with pandas and statsmodels
""",
}


def read(analyzer: Analyzer, text: str) -> GapReport:
    return analyzer.analyze_bytes(f"# Ada Quill\nada@example.com\n\n{text}".encode(), "ada.md")


@pytest.mark.parametrize("person", PEOPLE)
def test_project_named_first_is_in_the_plan_and_brings_most(person: str, analyzer: Analyzer) -> None:
    report = read(analyzer, PEOPLE[person])
    first, *others = report.portfolio.ideas
    built = [phase.id for phase in report.schedule.phases if phase.name.startswith("Build: ")]
    assert built[0] == first.id
    assert first.plan_without is not None
    assert all(one.plan_without is None or one.plan_without >= first.plan_without - 0.02 for one in others)
    assert sum(one.title == first.title for step in report.plan for one in step.deliverables) > 1


@pytest.mark.parametrize("person", PEOPLE)
def test_figure_is_what_the_plan_lacks_without_the_project(person: str, analyzer: Analyzer) -> None:
    report = read(analyzer, PEOPLE[person])
    first = report.portfolio.ideas[0]
    assert 0 <= (first.plan_without or 0) < report.schedule.readiness
    said = f"plan: {percent(first.plan_without or 0)} without, {percent(report.schedule.readiness)} with"
    assert change_in_plan(first, report) == said
    assert said in " ".join(text_report(report, details=True).split())
    assert (said in " ".join(text_report(report).split())) == (not own_work_first(report))
    assert idea_change(first, report).startswith("alone ") and idea_change(first, report).endswith(said)


def test_readiness_without_a_project_is_read_from_its_lines(analyzer: Analyzer) -> None:
    report = read(analyzer, PEOPLE["student"])
    first = report.portfolio.ideas[0]
    entries: dict[str, list[str]] = {}
    for step in report.plan:
        for one in step.deliverables:
            if one.title != first.title and one.where == "project":
                entries.setdefault(one.title, []).extend(one.lines)
    text = PEOPLE["student"]
    for title, lines in entries.items():
        said = "".join(f"- {line}\n" for line in lines)
        head = f"### {title} (2026)\n"
        text = text.replace(head, head + said) if head in text else f"{text}{head}{said}"
    after = read(analyzer, text)
    assert (after.summary.readiness or 0) >= (first.plan_without or 0) - 0.0006


def test_project_that_the_plan_does_not_hold_is_not_named_on_the_first_screen(analyzer: Analyzer) -> None:
    report = read(analyzer, PEOPLE["student"])
    bare = report.portfolio.ideas[0].model_copy(update={"plan_without": None})
    without = report.model_copy(update={"portfolio": report.portfolio.model_copy(update={"ideas": (bare,)})})
    assert bare.title in " ".join(text_report(report).split())
    assert bare.title not in " ".join(text_report(without).split())


def test_project_named_next_is_the_one_that_the_plan_builds_first(analyzer: Analyzer) -> None:
    report = analyzer.analyze_bytes(f"# Ada Quill\n\n{PEOPLE['student']}".encode(), "ada.md")
    phases = [one.model_copy(update={"id": report.portfolio.ideas[-1].id}) for one in report.schedule.phases[:1]]
    schedule = report.schedule.model_copy(update={"phases": tuple(phases)})
    assert [one.id for one in next_project(report.model_copy(update={"schedule": schedule}))] == [phases[0].id]
