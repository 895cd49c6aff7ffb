"""What a narrower skill says about the broader."""

from __future__ import annotations

import pytest
from skill_resumes import Read, case, found, job, skill, skills_list

# ------------------------------------------------------------------------------------------------------------ implied

IMPLIED = [
    ("Trained nets in PyTorch", {"python", "deep-learning", "neural-networks", "machine-learning"}),
    ("Trained nets in Keras", {"python", "deep-learning", "neural-networks", "machine-learning"}),
    ("Cleaned tables with pandas", {"python"}),
    ("Served pages with Flask", {"python"}),
    ("Showed the results in Streamlit", {"python"}),
    ("Wrote PySpark jobs", {"spark", "python"}),
    ("Compared scores with scikit-learn", {"python", "machine-learning"}),
    ("Tuned XGBoost", {"gradient-boosting", "supervised-learning", "machine-learning"}),
    ("Trained a random forest", {"random-forests", "supervised-learning", "machine-learning"}),
    ("Fitted a logistic regression", {"linear-regression", "supervised-learning", "machine-learning"}),
    ("Trained a classifier of crusts", {"supervised-learning", "machine-learning"}),
    ("Grouped shops by k-means", {"unsupervised-learning", "machine-learning"}),
    ("Taught an agent by Q-learning", {"reinforcement-learning", "machine-learning"}),
    ("Trained a ResNet on images", {"cnn", "computer-vision", "deep-learning", "neural-networks", "machine-learning"}),
    ("Trained an LSTM", {"rnn", "deep-learning", "neural-networks", "machine-learning"}),
    ("Fine-tuned BERT", {"transformers", "deep-learning", "neural-networks", "machine-learning"}),
    ("Trained a GAN", {"generative-ai", "deep-learning"}),
    ("Called the OpenAI API", {"generative-ai"}),
    ("Built retrieval with LangChain", {"generative-ai"}),
    ("Compared models by F1 and AUC", {"model-evaluation"}),
    ("Imputed missing values for a classifier", {"data-preprocessing"}),
    ("Loaded tables into BigQuery", {"sql", "gcp"}),
    ("Moved orders to MySQL", {"sql"}),
    ("Reviewed code on GitHub", {"git"}),
    ("Wrote Bash scripts", {"linux"}),
    ("Ran servers on EC2 and S3", {"aws"}),
    ("Ran boards in Azure DevOps", {"azure"}),
    ("Detected objects with OpenCV", {"computer-vision"}),
    ("Built a chatbot for orders", {"nlp"}),
    ("Set up Jenkins", {"ci-cd"}),
    ("Ran A/B tests of the shop", {"statistics"}),
    ("Built pages in Next.js", {"react"}),
    ("Set up MLOps", {"model-deployment"}),
    ("Wrote a forecasting model of sales", {"time-series"}),
    case("Tuned the relevance of search results in Elasticsearch", {"information-retrieval"}),
    case("Tracked models with MLflow in production", {"model-monitoring"}),
]

NOT_IMPLIED = [
    ("Built React pages with TypeScript", "javascript"),
    ("Built Angular pages", "javascript"),
    ("Ran Node.js services", "javascript"),
    ("Styled pages with Bootstrap", "html-css"),
    ("Trained nets in Keras", "tensorflow"),
    ("Called the OpenAI API", "transformers"),
    ("Built retrieval with LangChain", "transformers"),
    ("Trained a neural network", "deep-learning"),
    ("Built a Firebase app", "gcp"),
    ("Built a recommender system for recipes", "information-retrieval"),
    ("Found anomaly detection useful", "unsupervised-learning"),
    ("Ran the ETL of orders", "data-preprocessing"),
    ("Called the Spotify API", "rest-apis"),
]


@pytest.mark.parametrize(("line", "names"), IMPLIED)
def test_narrower_skill_implies_the_broader_through_any_steps(line: str, names: set[str], read: Read) -> None:
    assert names <= found(read(job(line)))


@pytest.mark.parametrize(("line", "name"), NOT_IMPLIED, ids=[f"{line}: no {name}" for line, name in NOT_IMPLIED])
def test_nothing_is_implied_beyond_the_rules(line: str, name: str, read: Read) -> None:
    assert name not in found(read(job(line)))


def test_skill_never_named_is_implied(read: Read) -> None:
    python = skill(read(job("Cleaned tables with pandas")), "python")
    assert (python.how.value, python.level.name, python.entries) == ("implied", "basic", 1)


def test_skill_named_in_a_list_and_used_through_something_narrower_is_demonstrated(read: Read) -> None:
    python = skill(read(job("Cleaned tables with pandas") + "\n# Skills\nPython"), "python")
    assert (python.how.value, python.entries) == ("demonstrated", 1)


def test_skill_implied_by_a_listed_one_is_basic(read: Read) -> None:
    python = skill(read(skills_list("pandas")), "python")
    assert (python.how.value, python.level.name, python.entries) == ("implied", "basic", 0)


def test_entries_of_narrower_skills_count_for_the_broader(read: Read) -> None:
    projects = "\n# Projects\n## Crust Camera\n- Used OpenCV and NumPy\n## Oven\n- Used Flask"
    findings = read(job("Cleaned tables with pandas") + projects)
    python = skill(findings, "python")
    assert (python.entries, python.level.name) == (3, "advanced")
