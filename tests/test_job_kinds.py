"""Kinds of tools and examples of them in postings, and choices that stand in one line or in several."""

from __future__ import annotations

from pathlib import Path

import pytest
from posting import Read, asked, posting_reader

from gapcheck.skills.reader import SkillReader
from gapcheck.taxonomy import Taxonomy


@pytest.fixture
def read(tmp_path: Path, taxonomy: Taxonomy, skill_reader: SkillReader) -> Read:
    return posting_reader(tmp_path, taxonomy, skill_reader)


def items(read: Read, line: str) -> dict[str, str]:
    """What one bullet below "Requirements" asks for."""
    return asked(read(f"Data Engineer\n\nRequirements\n- {line}\n"))


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("A cloud warehouse (Snowflake, Redshift or equivalent)", {"data-warehousing|redshift|snowflake"}),
        ("Streaming experience: Kafka or Flink", {"flink|kafka|stream-processing"}),
        ("Streaming – Kafka, Kinesis, you name it", {"kafka|kinesis|stream-processing"}),
        ("Orchestration (e.g. Airflow, Prefect)", {"airflow|prefect|workflow-frameworks"}),
        ("Explainability methods such as SHAP", {"explainability|shap"}),
        ("Explainability, SHAP for instance", {"explainability|shap"}),
        ("Data visualisation with Tableau or Qlik", {"data-visualization|qlik|tableau"}),
        ("An idea of catalogues (Trigonal, DataHub)", {"data-catalogs"}),
        ("Data governance or cataloguing projects (Trigonal, DataHub)", {"data-catalogs|data-governance"}),
        ("SQL or a dataframe library such as pandas", {"dataframe-libraries|pandas|sql"}),
        ("NoSQL stores like Redis or MongoDB", {"mongodb|nosql|redis"}),
        ("CI/CD (Jenkins, GitLab CI)", {"ci-cd|gitlab-ci|jenkins"}),
        ("NLP with spaCy or NLTK", {"nlp", "nltk|spacy"}),
        ("Cluster work on HPC (Slurm)", {"parallel-computing|slurm"}),
        ("Gradient boosting (XGBoost or CatBoost)", {"catboost|gradient-boosting|xgboost"}),
    ],
)
def test_examples_and_the_kind_before_them_are_one_demand(line: str, found: set[str], read: Read) -> None:
    assert items(read, line).keys() == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Kafka or another streaming platform", {"kafka|stream-processing"}),
        ("Postgres or some other relational database", {"databases-basics|postgresql"}),
        ("MLflow or some other tool for experiment tracking", {"experiment-tracking|mlflow"}),
        ("Kafka or a streaming platform of our own", {"kafka"}),
        ("Kafka; another streaming platform", {"kafka"}),
        ("PyTorch or a similar framework (JAX, TensorFlow)", {"jax|pytorch|tensorflow"}),
        ("Azure or some other hyperscaler (AWS, GCP)", {"aws|azure|cloud-computing|gcp"}),
    ],
)
def test_kind_behind_its_examples_is_as_good(line: str, found: set[str], read: Read) -> None:
    assert items(read, line).keys() == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Two of your own warehouses; Python", {"python"}),
        ("Streaming platforms and Kafka or Flink", {"flink|kafka"}),
        ("A warehouse (Python or R)", {"python|r"}),
        ("CI/CD pipelines – Jenkins or GitLab CI", {"ci-cd", "gitlab-ci|jenkins"}),
        ("Streaming: Kafka, Kinesis", {"kafka", "kinesis"}),
        ("Power BI or Qlik", {"power-bi|qlik"}),
    ],
)
def test_words_for_a_kind_ask_for_nothing_without_examples_of_it(line: str, found: set[str], read: Read) -> None:
    assert items(read, line).keys() == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("SQL, and one or more public clouds (Azure preferred)", {"sql", "azure|cloud-computing"}),
        ("Any cloud - Azure preferred", {"azure|cloud-computing"}),
        ("Cloud experience, preferably AWS", {"aws|cloud-computing"}),
        ("Infrastructure as code; Terraform preferred", {"infrastructure-as-code|terraform"}),
        ("Python or R (Python preferred)", {"python|r"}),
    ],
)
def test_favourite_of_a_kind_is_no_condition_of_its_own(line: str, found: set[str], read: Read) -> None:
    answer = items(read, line)
    assert answer.keys() == found
    assert all(need.startswith("must") for need in answer.values())


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Statistical or machine learning methods", {"machine-learning|statistics"}),
        ("Statistical and machine learning methods", {"machine-learning", "statistics"}),
        ("MLOps, DevOps or office work", {"devops|mlops"}),
        ("LangGraph, Temporal, or an equivalent of your own", {"durable-workflows|langgraph"}),
        ("Docker, Kubernetes or experience", {"docker", "kubernetes"}),
        ("Docker, Kubernetes or a great deal of will to learn", {"docker", "kubernetes"}),
        ("Machine learning engineering, MLOps or some such role", {"machine-learning|mlops"}),
        ("One of the usual schedulers: Airflow, Prefect", {"airflow|prefect|workflow-frameworks"}),
        ("Any SQL database – MySQL, Postgres", {"databases-basics|mysql|postgresql"}),
        ("Any experiment tracker: MLflow, Weights & Biases", {"experiment-tracking|mlflow|wandb"}),
    ],
)
def test_list_is_a_choice_to_its_last_word(line: str, found: set[str], read: Read) -> None:
    assert items(read, line).keys() == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Kafka, though RabbitMQ would do", {"kafka|rabbitmq"}),
        ("Snowflake, but BigQuery is fine", {"bigquery|snowflake"}),
        ("AWS; a past on GCP transfers well", {"aws|gcp"}),
        ("AWS; we consider people from GCP", {"aws|gcp"}),
        ("Snowflake, but Python is fine", {"python", "snowflake"}),
        ("Docker and Kubernetes (K8s by a host is fine)", {"docker", "kubernetes"}),
    ],
)
def test_what_is_fine_too_is_an_alternative(line: str, found: set[str], read: Read) -> None:
    assert items(read, line).keys() == found


def lines(read: Read, text: str) -> dict[str, str]:
    """What the text below "Requirements" asks for in Markdown."""
    return asked(read(f"# Data Engineer\n\nWe map bogs.\n\n## Requirements\n\n{text}\n", "posting.md"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("- One of the following:\n  - AWS\n  - GCP\n- Docker", {"aws|gcp", "docker"}),
        ("SQL. At least one of:\n\n- AWS\n- GCP", {"sql", "aws|gcp"}),
        ("- All of the following:\n  - AWS\n  - GCP", {"aws", "gcp"}),
        ("- One of these:\n  - AWS, on which you have run a service for more than one year\n  - GCP", {"aws", "gcp"}),
        ("- Kafka, or\n- Flink\n- Docker", {"flink|kafka", "docker"}),
        ("- Python\n- or R\n- Docker", {"python|r", "docker"}),
        ("- PyTorch or\n  TensorFlow\n- Docker", {"pytorch|tensorflow", "docker"}),
    ],
)
def test_choice_over_several_lines_is_one_requirement(text: str, found: set[str], read: Read) -> None:
    assert lines(read, text).keys() == found


def test_each_of_what_is_welcome_is_welcome_by_itself(read: Read) -> None:
    found = lines(read, "- SQL\n\nA plus would be any of the following:\n\n- Airflow\n- Flink")
    assert found == {"sql": "must intermediate", "airflow": "nice basic", "flink": "nice basic"}


def duties(read: Read, text: str) -> dict[str, str]:
    """What a posting asks for that says this of the role, and then requires SQL."""
    return asked(read(f"# Data Engineer\n\n## The role\n\n{text}\n\n## Requirements\n\n- SQL\n", "posting.md"))


@pytest.mark.parametrize(
    "sentence",
    [
        "The engineer moves jobs to Airflow.",
        "This position runs jobs in Airflow.",
        "They will look after Airflow.",
        "You will be building jobs for Airflow.",
        "Builds jobs for Airflow.",
    ],
)
def test_what_the_post_does_is_a_duty_in_running_text(sentence: str, read: Read) -> None:
    found = duties(read, f"Peat Ltd maps bogs. {sentence}")
    assert found == {"airflow": "nice basic", "sql": "must intermediate"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The role offers a course on Airflow.",
        "The engineers run Airflow.",
        "The engineer who left liked Airflow.",
        "Peat Ltd runs Airflow.",
    ],
)
def test_what_others_do_is_no_duty(sentence: str, read: Read) -> None:
    assert duties(read, f"Peat Ltd maps bogs. {sentence}") == {"sql": "must intermediate"}


def test_what_the_role_requires_is_a_must(read: Read) -> None:
    assert duties(read, "Peat Ltd maps bogs. The role requires Python.")["python"] == "must intermediate"


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("You can explain a model to a manager", {"communication"}),
        ("A thing or two of SQL; you needn't be able to write backpropagation", {"sql"}),
        ("SQL; we care more about habits than about Kafka", {"sql"}),
    ],
)
def test_other_sense_of_such_words_asks_for_nothing(line: str, found: set[str], read: Read) -> None:
    assert items(read, line).keys() == found


def test_number_is_a_demand_only_with_years(read: Read) -> None:
    rows = "\n\n## Requirements\n\n- SQL\n"
    told = f"# Data Engineer\n\n## About us\n\nThree badges hang on our wall: Snowflake, dbt.{rows}"
    assert asked(read(told, "posting.md")).keys() == {"sql"}
    years = told.replace("Three badges hang on our wall:", "Three years of")
    assert asked(read(years, "posting.md")).keys() == {"sql", "snowflake", "dbt"}


def test_share_of_the_work_before_a_duty_makes_no_demand_of_it(read: Read) -> None:
    assert duties(read, "- 40% Runs jobs in Airflow")["airflow"] == "nice basic"


@pytest.mark.parametrize("sentence", ["You document it all.", "Documents the mappings.", "You document how it works."])
def test_verb_of_a_duty_may_belong_to_the_skill(sentence: str, read: Read) -> None:
    found = duties(read, f"Peat Ltd maps bogs. {sentence}")
    assert found == {"technical-documentation": "nice basic", "sql": "must intermediate"}


def test_one_clause_tells_of_several_skills(read: Read) -> None:
    found = duties(read, "- Cleans, merges and documents large datasets")
    assert found.keys() == {"data-preprocessing", "technical-documentation", "sql"}


@pytest.mark.parametrize(
    ("duty", "skill"),
    [
        ("Annotate calls from the harbour and other recordings", "data-annotation"),
        ("Supervise two student projects", "teaching"),
        ("Scrape the tide tables", "web-scraping"),
        ("Retrain them when the season turns", "continuous-training"),
        ("Put our models into production", "model-deployment"),
        ("Forecast demand for ice", "forecasting"),
        ("Cut our cloud bill", "cost-optimization"),
        ("Publish papers on what you found", "research-skills"),
        ("Extract readings from the buoys and load them into the warehouse", "etl"),
        ("Look for bias in models", "fairness"),
    ],
)
def test_duty_says_the_skill_in_words_of_its_own(duty: str, skill: str, read: Read) -> None:
    assert skill in duties(read, f"- {duty}")


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Object detection, be it YOLO or Faster R-CNN", {"object-detection|rcnn|yolo"}),
        ("Agents that have left the lab, be it with CrewAI or LangGraph", {"agent-frameworks|ai-agents|langgraph"}),
        ("Clustering methods, for instance k-means", {"clustering|k-means"}),
        ("Deep learning for sound (for example LSTM or transformers)", {"deep-learning|lstm|transformers"}),
        ("Model compression (pruning, quantization)", {"model-compression|pruning|quantization"}),
        ("LoRA or another fine-tuning method", {"llm-fine-tuning|lora"}),
        ("CUDA or some other GPU programming", {"cuda|gpu-computing"}),
        ("Can explain predictions with SHAP or LIME", {"explainability|lime|shap"}),
        ("Bayesian methods in Trigonal, PyMC or Hexane", {"bayesian-statistics|pymc"}),
    ],
)
def test_skill_that_is_called_the_kind_of_others_is_enough_too(line: str, found: set[str], read: Read) -> None:
    assert items(read, line).keys() == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Python libraries such as pandas or Polars", {"pandas|polars"}),
        ("PyTorch or other deep learning frameworks", {"pytorch"}),
        (
            "Statistics (hypothesis testing or regression analysis)",
            {"statistics", "hypothesis-testing|regression-analysis"},
        ),
        ("Python (NumPy)", {"python", "numpy"}),
        ("Feature engineering in SQL or Spark", {"feature-engineering", "spark|sql"}),
        ("Object detection with YOLO", {"object-detection", "yolo"}),
        ("Deep learning with PyTorch or JAX", {"deep-learning", "jax|pytorch"}),
    ],
)
def test_tools_and_parts_of_a_skill_are_no_examples_of_it(line: str, found: set[str], read: Read) -> None:
    assert items(read, line).keys() == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("A BI tool like Tableau or Qlik", {"business-intelligence|qlik|tableau"}),
        ("Some cloud (either of Azure, AWS)", {"aws|azure|cloud-computing"}),
        ("SQL dialects: we have Snowflake, but Redshift is just as good", {"sql", "redshift|snowflake"}),
        ("Orchestration (we run Prefect; Airflow and Dagster are just as welcome)", {"airflow|dagster|prefect"}),
        ("Speech models (such as wav2vec 2.0, Whisper or Trigonal)", {"speech|wav2vec|whisper"}),
        ("Several of: SQL, maps of the old harbour, Docker", {"docker|sql"}),
        ("Ran a recommender or search engine of some size", {"recommender-systems|search-engineering"}),
        ("Time series forecasting", {"forecasting|time-series"}),
        ("Time series databases", {"time-series-databases"}),
        ("Experience with streaming, Kafka or Flink", {"flink|kafka|stream-processing"}),
        ("Monitoring with Prometheus/Grafana", {"grafana|prometheus"}),
    ],
)
def test_members_of_a_choice_stay_together(line: str, found: set[str], read: Read) -> None:
    assert items(read, line).keys() == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Familiarity with cloud", {"cloud-computing"}),
        ("Cloud experience", {"cloud-computing"}),
        ("Knowledge of orchestration and data warehouses", {"data-warehousing", "workflow-frameworks"}),
        ("Experience with cloud kitchens", set()),
        ("Experience of the cloud above the harbour", set()),
        ("A cloud over the harbour", set()),
    ],
)
def test_kind_alone_counts_where_experience_with_it_is_asked_for(line: str, found: set[str], read: Read) -> None:
    assert items(read, f"{line}\n- Linux").keys() == found | {"linux"}
