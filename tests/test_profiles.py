"""Profiles as hiring managers read them → what a line may count for, what stays of the guide's table, how the sheet is printed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pages import AS_OF
from typer.testing import CliRunner

from gapcheck import Analyzer
from gapcheck.cli.main import app
from gapcheck.documents import read_content
from gapcheck.resume.reader import read_resume
from gapcheck.skills.reader import SkillReader
from gapcheck.taxonomy import Level, Profile, RequirementRule, Taxonomy
from gapcheck.taxonomy.describe import profile_lines
from gapcheck.taxonomy.models.demand import percent

# ruff: noqa: E501 - a table reads best in rows
Shown = Callable[[str], frozenset[str]]


@pytest.fixture
def shown(taxonomy: Taxonomy, skill_reader: SkillReader) -> Shown:
    """A line of a project → the skills that it shows."""

    def skills(line: str) -> frozenset[str]:
        text = f"# Mira Sandoval\n\n## Projects\n\n### Study of things (2026)\n- {line}\n"
        found = skill_reader.read(read_resume(read_content(text.encode(), "mira.md"), taxonomy, AS_OF))
        return frozenset(one.skill for one in found.skills)

    return skills


def rules(profile: Profile) -> dict[str, RequirementRule]:
    return {rule.id: rule for rule in profile.requirements}


# ------------------------------------------------------------------------------------------------ the guide's table

TABLE = {
    "python": Level.advanced,
    "sql": Level.advanced,
    "git": Level.advanced,
    "pandas": Level.advanced,
    "numpy": Level.advanced,
    "plotting": Level.intermediate,
    "scikit-learn": Level.intermediate,
    "deep-learning-framework": Level.intermediate,
    "network-architectures": Level.intermediate,
    "cloud": Level.basic,
    "model-deployment": Level.basic,
    "model-monitoring": Level.basic,
}


def test_junior_keeps_every_row_and_level_of_the_guide(taxonomy: Taxonomy) -> None:
    junior = taxonomy.profiles["junior-ml-engineer"]
    assert {rule.id: rule.expected for rule in junior.requirements if rule.source == "guide"} == TABLE
    for rule in junior.requirements:
        assert (rule.id in TABLE) == (rule.guide in ("advanced", "intermediate", "basic"))


def test_what_separates_candidates_weighs_more_than_what_is_taken_for_granted(taxonomy: Taxonomy) -> None:
    junior = rules(taxonomy.profiles["junior-ml-engineer"])
    assert junior["model-deployment"].weight > junior["language-models"].weight > junior["pandas"].weight
    assert junior["deep-learning-framework"].weight > junior["pandas"].weight > junior["numpy"].weight


# ------------------------------------------------------------------------------------------------ what meets a line


@pytest.mark.parametrize(
    ("profile", "line", "met", "not_met"),
    [
        ("ai-engineer", "Trained a churn model in scikit-learn, F1 0.8 on the test set", (), ("llm-evaluation",)),
        ("ai-engineer", "Fine-tuned BERT with Hugging Face for ticket labels", ("machine-learning",), ("llm-toolkit",)),
        ("ai-engineer", "Read fields from invoices by the OpenAI API in JSON mode", ("llm-toolkit",), ("agents", "web-apis")),
        ("ai-engineer", "Wrote an assistant for menus in Express.js", (), ("model-deployment",)),
        ("ai-engineer", "Added a reranker to the search of the chatbot", ("vector-search",), ()),
        ("mlops-engineer", "Traced the chatbot with LangSmith", ("language-models",), ("retraining", "observability", "model-inference")),
        ("mlops-engineer", "Ran one example Kubeflow pipeline", ("orchestration",), ("ml-lifecycle",)),
        ("mlops-engineer", "Kept the data with DVC", (), ("ml-lifecycle",)),
        ("mlops-engineer", "Built pipelines in Airflow that retrain the model weekly", ("retraining", "orchestration", "data-processing"), ()),
        ("mlops-engineer", "Built SageMaker Pipelines for a credit model", ("orchestration", "cloud"), ()),
        ("mlops-engineer", "Set CloudWatch alarms on latency and errors", ("observability",), ()),
        ("mlops-engineer", "Ran the service in Podman", (), ("kubernetes",)),
        ("mlops-engineer", "Served three models with KServe", ("web-apis",), ()),
        ("mlops-engineer", "Gated each release by LLM evals", ("model-evaluation",), ()),
        ("junior-ml-engineer", "Built an AI agent that calls two tools", ("retrieval",), ()),
        ("junior-ml-engineer", "Tracked all runs in MLflow", ("ml-lifecycle",), ("model-monitoring",)),
        ("junior-ml-engineer", "Grew one decision tree", (), ("tree-models",)),
    ],
)  # fmt: skip
def test_line_counts_for_the_work_that_it_shows(profile: str, line: str, met: tuple[str, ...], not_met: tuple[str, ...], taxonomy: Taxonomy, shown: Shown) -> None:  # fmt: skip
    skills = shown(line)
    counts = {rule.id for rule in taxonomy.profiles[profile].requirements if skills.intersection(rule.any_of)}
    assert counts.issuperset(met) and counts.isdisjoint(not_met)


def test_no_line_asks_for_what_another_line_of_its_profile_asks_for(taxonomy: Taxonomy) -> None:
    for profile in taxonomy.profiles.values():
        groups = [frozenset(rule.any_of) for rule in profile.requirements]
        assert len(set(groups)) == len(groups), profile.id
        words = {"problem-solving", "continuous-learning"}  # a phrase is no proof of either
        assert not any(words & group for group in groups), profile.id


# ------------------------------------------------------------------------------------------------ what lines say


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Built a RAG assistant; 60 questions with expected answers, correct answers 62% to 81%", "llm-evaluation"),
        ("Built a chatbot on the OpenAI API and scored 200 answers by hand", "llm-evaluation"),
        ("A pipeline retrains the model every week", "continuous-training"),
        ("The model is retrained automatically", "continuous-training"),
        ("Cut the inference costs by a third", "cost-optimization"),
        ("Lowered the cost per answer by 40 %", "cost-optimization"),
        ("Built Vertex AI Pipelines for two models", "workflow-frameworks"),
        ("Watched the service in Azure Monitor", "observability"),
        ("Built a churn prediction API in Python", "rest-apis"),
        ("Built the pricing API in Python", "rest-apis"),
        ("Designed microservices and their internal APIs in Go", "rest-apis"),
        ("Designs and builds dashboards for shift leaders", "data-visualization"),
        ("Gathered the requirements of three departments", "requirements-analysis"),
        ("Reviewed the code of two juniors", "code-review"),
        ("Moved the nightly loads into SQL Server", "etl"),
        ("Presented findings to the board", "presentation-skills"),
    ],
)
def test_deed_in_other_words_is_read(line: str, skill: str, shown: Shown) -> None:
    assert skill in shown(line)


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Built a chatbot on the OpenAI API", "rest-apis"),
        ("Built a summary of meetings with the Claude API", "rest-apis"),
        ("Wrote a quiz of 60 questions with expected answers for pupils", "llm-evaluation"),
        ("Retrained the bakers each week", "continuous-training"),
        ("Cut the costs of paper by a third", "cost-optimization"),
        ("Reviewed the tax code for a client", "code-review"),
    ],
)
def test_words_of_another_deed_are_not_read(line: str, skill: str, shown: Shown) -> None:
    assert skill not in shown(line)


# ------------------------------------------------------------------------------------------------ the sheet


def printed(*arguments: str) -> str:
    run = CliRunner().invoke(app, ["profiles", *arguments])
    assert run.exit_code == 0, run.output
    return run.output


def test_sheet_says_what_levels_want_and_stands_in_the_order_of_weight(taxonomy: Taxonomy) -> None:
    profile = taxonomy.profiles["ai-engineer"]
    lines = list(profile_lines(profile, taxonomy))
    assert any("3 pieces of work, one of them a job, or 24 months" in line for line in lines)
    weights = [float(line.split("weight ")[1].split()[0]) for line in lines if ", weight " in line]
    assert weights == sorted((rule.weight for rule in profile.requirements), reverse=True)
    shares = [float(line.split("(")[-1].split("%")[0]) for line in lines if ", weight " in line]
    assert sum(shares) == pytest.approx(100, abs=1)


def test_sheet_tells_judgement_from_formula_and_silence_from_nobody() -> None:
    sheet = printed("show", "junior-ml-engineer")
    assert "by judgement, demand and guides give" in sheet and "demand: not counted" in sheet
    assert "(mean of 83% of 273" in sheet and "few: give or take 15 points" in sheet
    assert "demand: under 1%" in sheet and "demand: 0%" not in sheet
    assert "| *2.5* | judgement | not counted |" in printed("--format", "markdown")


@pytest.mark.parametrize(("share", "said"), [(0, "0%"), (0.004, "under 1%"), (0.006, "1%"), (0.016, "2%")])
def test_some_postings_in_a_thousand_are_not_none(share: float, said: str) -> None:
    assert percent(share) == said


def test_first_job_in_a_chat_window_is_no_mlops(taxonomy: Taxonomy) -> None:
    """Two chatbots with traces stand far from the job of one who runs pipelines, and are told so."""
    bots = "# Bo\n## Projects\n### Bot (2026)\n- Built a chatbot with LangChain, traced in LangSmith\n### Bot two (2026)\n- Built an assistant with LlamaIndex, traced in Langfuse\n"
    ops = "# Cy\n## Experience\n### ML Engineer, Beta Bank, Mar 2024 - Present\n- Built SageMaker Pipelines that retrain a credit model weekly; versions in the model registry\n- CloudWatch alarms on latency; service on ECS with Fargate; GitHub Actions releases\n"
    analyzer = Analyzer("mlops-engineer", as_of=AS_OF, taxonomy=taxonomy)
    readiness = [
        analyzer.analyze_document(read_content(text.encode(), "a.md")).summary.readiness for text in (bots, ops)
    ]
    assert readiness[0] is not None and readiness[1] is not None and readiness[0] < 0.15 < 0.35 < readiness[1]


def test_what_comes_before_a_skill_of_a_profile_can_be_learned_too(taxonomy: Taxonomy) -> None:
    before = {skill for rule in taxonomy.profiles["mlops-engineer"].requirements for skill in rule.any_of}
    while more := {one for skill in before for one in taxonomy.skills[skill].prerequisites} - before:
        before |= more
    assert "authentication" in before
    assert [skill for skill in before if len(taxonomy.resources_of(skill)) < 2] == []
