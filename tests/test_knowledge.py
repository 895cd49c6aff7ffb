"""What the data say of names, learning and certifications."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

# ruff: noqa: E501 - a table reads best in rows
from knowing import TODAY
from pages import AS_OF, document_of, resume_pdf

from gapcheck.documents import read_content
from gapcheck.resume.reader import read_resume
from gapcheck.skills.reader import SkillReader
from gapcheck.taxonomy import Level, Taxonomy
from gapcheck.taxonomy.catalogue import build, read_catalogue
from gapcheck.taxonomy.check import problems
from gapcheck.taxonomy.links import addresses, dead_links

IMPLIED = Path(__file__).parent / "data" / "implied.txt"

Shown = Callable[[str], frozenset[str]]


@pytest.fixture
def shown(taxonomy: Taxonomy, skill_reader: SkillReader) -> Shown:
    """A line of a project → the skills that it shows."""

    def skills(line: str) -> frozenset[str]:
        text = f"Mira Sandoval\n# Projects\n## Study of things | 2023\n- {line}\n# Education\n## BSc Biology, Delft University | 2016 - 2019"
        found = skill_reader.read(read_resume(document_of(resume_pdf(text)), taxonomy, AS_OF))
        return frozenset(one.skill for one in found.skills)

    return skills


# ------------------------------------------------------------------------------------------- names and their meaning

# ruff: noqa: E501 - a table reads best in rows
# what a line says: the skill that it names, and the one that it was taken for
MEANINGS = {
    "Kept a human-in-the-loop review of generated answers": ("human-oversight", "active-learning"),
    "Compared prompt optimisation by hand and by program": ("prompt-engineering", "optimization"),
    "Mapped HL7 and FHIR messages of three clinics": ("health-data-standards", "hipaa"),
    "Put an API Gateway before the service": ("cloud-networking", "service-mesh"),
    "Described the servers in Pulumi": ("infrastructure-as-code", "terraform"),
    "Described the servers as infrastructure as code": ("infrastructure-as-code", "terraform"),
    "Studied RLHF on an open LLM": ("preference-tuning", "reinforcement-learning"),
    "Tracked experiments in Neptune and MLflow": ("experiment-tracking", "amazon-neptune"),
    "Deployed GPU jobs on Modal": ("gpu-clouds", "active-learning"),
    "Kept the tables in Delta Lake": ("table-formats", "databricks"),
    "Built an app in Azure AI Foundry": ("azure-ai-foundry", "azure-ml"),
    "Ranked passages by a cross-encoder": ("reranking", "embeddings"),
    "Used version control systems from the first day": ("git", "control-theory"),
    "Kept promises of uptime as SRE": ("reliability-engineering", "devops"),
    "Joined graphics cards by NVLink and NCCL": ("hpc-networking", "cuda"),
    "Signed people in by SAML and RBAC": ("access-management", "hipaa"),
    "Fine-tuned nothing, but tested prompt injection for a week": ("ai-red-teaming", "guardrails"),
}


@pytest.mark.parametrize("line", MEANINGS)
def test_name_means_what_it_is(line: str, shown: Shown) -> None:
    named, mistaken = MEANINGS[line]
    skills = shown(line)
    assert named in skills and mistaken not in skills


def test_vectors_in_a_database_show_both(shown: Shown) -> None:
    assert {"pgvector", "postgresql", "vector-databases", "sql"} <= shown("Stored vectors in pgvector")


def test_library_of_active_learning_is_no_cloud(shown: Shown) -> None:
    assert "active-learning" in shown("Chose labels with modAL") and "gpu-clouds" not in shown(
        "Chose labels with modAL"
    )


OTHER_MEANINGS = [
    ("Trained support agents and service agents at a call centre", "ai-agents"),
    ("Kept tickets and code in Azure DevOps", "ci-cd"),
    ("Scored the songs of the choir every week with Excel", "model-deployment"),
    ("Insurance agent for two districts; taught function calling to nobody", "ai-agents"),
    ("Trained a language model of the sounds of Breton", "large-language-models"),
    ("Nursed the patients of a randomised trial", "experimental-design"),
    ("Monet and Claude Debussy were the subjects of a school play", "llm-apis"),
    ("Painted the workday of a clerk", "business-systems"),
    ("Designed control systems for a drone", "git"),
    ("Called a weather API from the app", "rest-apis"),
    ("Nursed two wards; on call each fourth week", "incident-response"),
]


@pytest.mark.parametrize(("line", "skill"), OTHER_MEANINGS)
def test_word_of_another_meaning_is_no_skill(line: str, skill: str, shown: Shown) -> None:
    assert skill not in shown(line)


# ---------------------------------------------------------------------------------- language models named by their parts

PARTS = {
    "Called the OpenAI API with retries": {"llm-apis", "large-language-models", "generative-ai"},
    "Called the Claude API with retries": {"llm-apis", "large-language-models", "generative-ai"},
    "Built a RAG assistant over the manuals of an LLM project": {
        "large-language-models",
        "information-retrieval",
        "generative-ai",
    },
    "Built the assistant in LangChain": {"large-language-models", "generative-ai"},
    "Built the workflow in LangGraph": {"ai-agents", "langchain", "large-language-models", "generative-ai"},
    "Let the LLM fill forms by function calling": {"function-calling", "large-language-models"},
    "Wrote an evaluation set of 50 questions for the LLM assistant": {"llm-evaluation", "large-language-models"},
    "Kept text embeddings in a vector store": {"embeddings", "vector-databases"},
    "Kept them in Chroma DB": {"chroma", "vector-databases", "embeddings"},
    "Built two helpers in CrewAI": {"agent-frameworks", "ai-agents", "large-language-models", "generative-ai"},
    "Built an agent that books berths by tool calls, six at most": {"ai-agents", "function-calling"},
    "Sorted complaints by a hosted language model": {"large-language-models", "generative-ai"},
    "Wrote the notices with a language model behind the vendor's API": {"large-language-models"},
    "Planned and read two randomised trials of seed mixtures": {"experimental-design", "statistics"},
    "Built each night by pipelines in Azure DevOps": {"ci-cd", "azure-devops"},
    "Page of questions on harbour rules: pieces in pgvector, each answer with cited rules": {"rag"},
    "Wrapped the scikit-learn script in Docker: a task of Airflow scores all cranes nightly": {"model-deployment"},
    "Wrote an MCP server": {"mcp", "large-language-models", "generative-ai"},
    "Built a shop on the MERN stack": {"mongodb", "react", "nodejs"},
    "Built a shop on the MEAN stack": {"mongodb", "angular", "nodejs"},
    "Ran the platform on k3s with Prometheus and Loki; on call each fourth week": {"incident-response"},
    "Indexed the library in Apache Solr": {"solr", "search-engineering"},
}


@pytest.mark.parametrize("line", PARTS)
def test_work_named_by_its_parts_shows_the_whole(line: str, shown: Shown) -> None:
    assert shown(line) >= PARTS[line]


@pytest.mark.parametrize(
    "skill",
    [
        "llm-apis",
        "openai-api",
        "claude-api",
        "rag",
        "langchain",
        "langgraph",
        "agent-frameworks",
        "ai-agents",
        "mcp",
        "vllm",
    ],
)
def test_calling_a_model_does_not_show_how_it_is_built(skill: str, taxonomy: Taxonomy) -> None:
    assert not {"transformers", "deep-learning", "neural-networks", "machine-learning"} & taxonomy.broader[skill]


def test_all_that_is_implied_is_as_reviewed(taxonomy: Taxonomy) -> None:
    """The graph as one page. After a change that is meant, look at the difference and write the new page."""
    page = "".join(
        f"{skill}: {' '.join(sorted(broader))}\n" for skill, broader in sorted(taxonomy.broader.items()) if broader
    )
    assert IMPLIED.read_text(encoding="utf-8") == page


# --------------------------------------------------------------------------------------------------- learning


def test_every_step_that_a_profile_asks_has_a_resource_and_a_free_one(taxonomy: Taxonomy) -> None:
    catalogue = read_catalogue()
    found = problems(catalogue, build(catalogue), today=TODAY, max_age=3650)
    assert [str(one) for one in found] == []
    assert sum(bool(taxonomy.resources_of(skill)) for skill in taxonomy.skills) >= 140


def test_most_asked_skills_have_two_resources_and_hours_with_a_source(taxonomy: Taxonomy) -> None:
    asked = sorted(taxonomy.demand.shares, key=lambda skill: -max(taxonomy.demand.shares[skill].values()))[:60]
    for skill in asked:
        hours = taxonomy.skills[skill].hours
        assert len(taxonomy.resources_of(skill)) >= 2 and hours is not None and hours.source, skill


def test_nothing_for_beginners_is_offered_above_basic(taxonomy: Taxonomy) -> None:
    for skill in taxonomy.skills:
        for found, expected in ((Level.basic, Level.intermediate), (Level.intermediate, Level.advanced)):
            assert all(one.to_level > found for one in taxonomy.resources_between(skill, found, expected)), skill


def test_what_starts_where_one_stands_comes_first(taxonomy: Taxonomy) -> None:
    ways = taxonomy.resources_between("python", Level.intermediate, Level.advanced)
    assert ways[0].from_level is Level.intermediate and ways[0].is_free


def test_language_models_ask_for_programs_and_not_for_calculus(taxonomy: Taxonomy) -> None:
    def before(skill: str) -> set[str]:
        direct = taxonomy.skills[skill].prerequisites
        return set(direct).union(*map(before, direct))

    for skill in ("rag", "prompt-engineering", "ai-agents", "llm-apis", "vector-databases", "llm-evaluation"):
        assert "python" in before(skill) and not {"calculus", "linear-algebra", "neural-networks"} & before(skill), (
            skill
        )


def test_hours_can_be_compared_between_skills(taxonomy: Taxonomy) -> None:
    hours = {skill: one.hours for skill, one in taxonomy.skills.items()}
    python, sql = hours["python"], hours["sql"]
    assert python and sql and python.advanced and sql.advanced and sql.advanced <= python.advanced


def test_practice_and_the_line_that_it_leads_to_each_show_the_skill_alone(
    taxonomy: Taxonomy, skill_reader: SkillReader
) -> None:
    texts = [
        (skill, text)
        for skill, own in taxonomy.learning.practice.skills.items()
        for level in ("basic", "intermediate", "advanced")
        if (practice := getattr(own, level)) is not None
        for text in (practice.do, practice.line)
    ]
    works = (f"### Work number {number} (2026)\n- {text}" for number, (_, text) in enumerate(texts))
    document = read_content("\n\n".join(["# Mira Sandoval", "## Projects", *works]).encode(), "mira.md")
    found = skill_reader.read(read_resume(document, taxonomy, AS_OF)).skills
    shown = {one.skill: {said.quote.lstrip("•- ") for said in one.evidence} for one in found}
    assert [text for skill, text in texts if text not in shown.get(skill, ())] == []


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Derived the rules of a small gradient engine by the chain rule.", "calculus"),
        ("Planned the ferries by an integer programme.", "optimization"),
        ("Added target encoding within folds and the hour of the day.", "feature-engineering"),
        ("Fitted rents by least squares and by ridge and lasso.", "linear-regression"),
        ("Compared a frozen backbone with a network from scratch.", "transfer-learning"),
        ("Wrote a hash map, a heap and a trie with tests.", "data-structures"),
        ("Compared two speech recognisers on interviews.", "speech"),
        ("Used probability to price the cover of rented bicycles.", "probability"),
    ],
)
def test_deed_in_other_words_shows_its_skill(line: str, skill: str, shown: Shown) -> None:
    assert skill in shown(line)


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Factorised ratings by alternating least squares.", "linear-regression"),
        ("Kept the linked lists of guests up to date.", "data-structures"),
        ("Cut the bill of a model by partition pruning.", "pruning"),
        ("Served guests of a model harbour and watched the drift ice.", "model-monitoring"),
        ("Bought hash browns and a map of the heap.", "data-structures"),
        ("Ranked leads by the probability of closing.", "probability"),
    ],
)
def test_words_of_another_deed_do_not(line: str, skill: str, shown: Shown) -> None:
    assert skill not in shown(line)


def test_every_skill_of_a_profile_is_practised_up_to_the_level_asked(taxonomy: Taxonomy) -> None:
    for profile in taxonomy.profiles.values():
        for rule in profile.requirements:
            for skill in rule.any_of:
                own = taxonomy.learning.practice.skills[skill]
                for level in range(Level.basic, rule.expected + 1):
                    assert getattr(own, Level(level).name) is not None, f"{skill} to {Level(level).name}"


def test_skill_without_texts_of_its_own_gets_those_of_its_category(taxonomy: Taxonomy) -> None:
    practice = taxonomy.practice_at("weaviate", Level.basic)
    assert "Weaviate" in practice.do and "Weaviate" in practice.line


def test_links_that_lead_nowhere_are_told_with_what_they_stand_for(taxonomy: Taxonomy) -> None:
    known = addresses(taxonomy)
    assert len(known) > 300
    dead = {"https://example.com/gone": "gone (404)"}
    places = [("https://example.com/gone", "git: A book"), ("https://example.com/alive", "git: A course")]
    assert list(dead_links(places, dead.get)) == ["git: A book: https://example.com/gone: gone (404)"]


# --------------------------------------------------------------------------------------------------- certifications


@pytest.mark.parametrize(
    ("one", "status"),
    [
        ("ms-ai-500", "beta"),
        ("dlai-mlops-specialization", "retired"),
        ("lf-ptca", "unconfirmed"),
        ("ibm-deep-learning-edx", "unconfirmed"),
    ],
)
def test_certification_that_can_not_be_counted_on_is_not_recommended(one: str, status: str, taxonomy: Taxonomy) -> None:
    found = next(each for each in taxonomy.certifications if each.id == one)
    assert found.status == status and found.fit == "do-not-recommend"


def test_there_are_enough_certifications_with_source_and_day(taxonomy: Taxonomy) -> None:
    assert len(taxonomy.certifications) >= 90
    assert all(one.source and one.as_of <= TODAY for one in taxonomy.certifications)


def test_needs_of_a_certification_are_data(taxonomy: Taxonomy) -> None:
    by_id = {one.id: one for one in taxonomy.certifications}
    genai = by_id["snowpro-genai"].needs
    assert genai.enforced and genai.exams == ("snowpro-core",) and genai.experience_months == 12
    assert by_id["aws-aip-c01"].needs.experience_months == 24


@pytest.mark.parametrize(
    ("one", "skill"),
    [
        ("hashicorp-terraform-004", "terraform"),
        ("snowpro-core", "snowflake"),
        ("dtc-llm-zoomcamp", "rag"),
        ("ms-ai-103", "ai-agents"),
    ],
)
def test_certificate_shows_what_its_exam_asks(one: str, skill: str, taxonomy: Taxonomy) -> None:
    assert skill in next(each for each in taxonomy.certifications if each.id == one).skills
