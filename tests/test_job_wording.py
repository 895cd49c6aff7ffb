"""Postings in the words of boards: labels, headings, lines and prose."""

from __future__ import annotations

import html
import json
from pathlib import Path

import pytest
from posting import Read, asked, posting_reader

from gapcheck.skills.reader import SkillReader
from gapcheck.taxonomy import Taxonomy


@pytest.fixture
def read(tmp_path: Path, taxonomy: Taxonomy, skill_reader: SkillReader) -> Read:
    return posting_reader(tmp_path, taxonomy, skill_reader)


@pytest.mark.parametrize("look", ["overflow-hidden", "relative hidden md:block", "no-sidebar", "text-alert"])
def test_class_for_looks_costs_no_text(look: str, read: Read) -> None:
    page = (
        f'<html><body><h1>Data Engineer</h1><div class="box {look}"><h2>Requirements</h2><ul><li>Python</li></ul></div>'
    )
    assert asked(read(page + f"<p>{'We mend clocks by hand. ' * 9}</p></body></html>", "page.html")) == {
        "python": "must intermediate"
    }


def test_tags_of_a_board_are_hints(read: Read) -> None:
    page = (
        '<html><body><h1>Data Engineer</h1><ul class="skill-tags"><li>Docker</li><li>Python</li></ul>'
        "<h2>Requirements</h2><ul><li>Python</li><li>SQL</li></ul></body></html>"
    )
    job = read(page, "page.html")
    assert asked(job) == {"python": "must intermediate", "sql": "must intermediate", "docker": "nice basic"}


@pytest.mark.parametrize("escape", [False, True])
def test_description_in_json_ld_comes_before_what_the_page_shows(escape: bool, read: Read) -> None:
    text = "<h3>Requirements</h3><ul><li>Expert Python</li></ul>" + "<p>We mend old clocks by hand.</p>" * 12
    data = {"@type": "JobPosting", "title": "ML Engineer", "description": html.escape(text) if escape else text}
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    page = f"<html>{script}<body><h1>Board</h1>{text}<h3>Requirements</h3><ul><li>Scala</li></ul></body></html>"
    assert asked(read(page, "page.html")) == {"python": "must advanced"}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Python and one of Java, C++ or Go", {"python": "must intermediate", "cpp|go|java": "must intermediate"}),
        ("Several of the following: Kafka, Kinesis, Pulsar", {"kafka|kinesis|pulsar": "must intermediate"}),
        ("Power BI (or Tableau)", {"power-bi|tableau": "must intermediate"}),
        ("Python plus one systems language (Go or Rust)", {
            "python": "must intermediate", "go|rust": "must intermediate"}),
        ("Python and its data libraries (pandas, NumPy)", dict.fromkeys(
            ("python", "pandas", "numpy"), "must intermediate")),
        ("Several of the following: random forests, zebra models, support vector machines", {
            "random-forests|svm": "must intermediate"}),
        ("Deep learning frameworks such as TensorFlow (Keras), PyTorch or JAX", {
            "jax|keras|pytorch|tensorflow": "must intermediate"}),
        ("Cloud platforms such as AWS (S3, Redshift) and Azure", {
            "aws|azure|cloud-computing|redshift|s3": "must intermediate"}),
        ("Docker or writing unit tests", {"docker|testing": "must intermediate"}),
        ("Mixed-effects models or generalized additive models", {"additive-models|mixed-models": "must intermediate"}),
        ("Collaborative filtering", {"collaborative-filtering": "must intermediate"}),
        ("Understanding of mixture of experts", {"mixture-of-experts": "must intermediate"}),
        ("Contributions to open-source inference projects", {"open-source": "must intermediate"}),
        ("Advanced proficiency in Python", {"python": "must advanced"}),
        ("Basic proficiency in Python", {"python": "must basic"}),
        ("Good basic knowledge of SQL", {"sql": "must basic"}),
        ("Experience in building recommender systems at scale (5+ years)", {"recommender-systems": "must advanced"}),
        ("We would love to hear from you if you know Rust", {"rust": "must intermediate"}),
        ("We would love to see some Rust", {"rust": "nice basic"}),
        ("You have solved at least one rather strange problem with Python", {"python": "must intermediate"}),
        ("AWS (S3, Redshift)", dict.fromkeys(("aws", "s3", "redshift"), "must intermediate")),
        ("Model compression (pruning, quantization)", {
            "model-compression|pruning|quantization": "must intermediate"}),
        ("Vector databases (Pinecone, Weaviate)", {"pinecone|vector-databases|weaviate": "must intermediate"}),
        ("PyTorch or other deep learning frameworks", {"pytorch": "must intermediate"}),
        ("Python and willingness to learn Rust", {"python": "must intermediate", "rust": "nice basic"}),
        ("Rust is a significant plus", {"rust": "nice basic"}),
        ("Rust would be a huge plus", {"rust": "nice basic"}),
        ("Kafka would set you apart", {"kafka": "nice basic"}),
        ("Significant experience with Python", {"python": "must advanced"}),
        ("Bayesian statistics (PyMC) would be a strong plus", {
            "bayesian-statistics|pymc": "nice basic"}),
        ("Master's in statistics (probability, optimization), solid SQL", {"sql": "must intermediate"}),
        ("Version control", {"git": "must intermediate"}),
        ("We use Rust; you do not need to know all of it", {"rust": "nice basic"}),
    ],
)  # fmt: skip
def test_line_as_boards_write_it(line: str, expected: dict[str, str], read: Read) -> None:
    assert asked(read(f"Data Engineer\n\nRequirements:\n- {line}\n- Linux\n")) == {
        **expected,
        "linux": "must intermediate",
    }


@pytest.mark.parametrize("heading", ["What would set you apart", "What will make us love you", "Extra credit"])
def test_heading_that_welcomes_is_no_must(heading: str, read: Read) -> None:
    text = f"Data Engineer\n\nRequirements\n- Linux\n\n{heading}\n- You have worked with Docker\n"
    assert asked(read(text)) == {"linux": "must intermediate", "docker": "nice basic"}


@pytest.mark.parametrize(
    "heading", ["What we don't ask for", "You don't have to", "What we are not looking for", "What the job isn't"]
)
def test_heading_that_refuses_asks_for_nothing(heading: str, read: Read) -> None:
    job = read(f"Data Engineer\n\nRequirements\n- Linux\n\n{heading}:\nA degree. Ten years of Rust. You know Docker.\n")
    assert asked(job) == {"linux": "must intermediate"}
    assert (job.facts.years, job.facts.degree) == (None, None)


@pytest.mark.parametrize(
    ("heading", "need"),
    [("Essential Duties and Responsibilities", "nice"), ("What would make the difference", "nice")],
)
def test_longest_words_of_a_heading_decide(heading: str, need: str, read: Read) -> None:
    text = f"Data Engineer\n\nRequirements\n- Linux\n\n{heading}:\n- Docker\n"
    assert asked(read(text))["docker"].split()[0] == need


def test_stack_of_the_company_is_not_asked_for(read: Read) -> None:
    job = read(
        "AI Engineer\n\nThe job\n\nOur stack today is Go and PostgreSQL on GCP; you'll help decide what it becomes.\n\n"
        "Requirements\n- Python\n"
    )
    assert asked(job) == {"python": "must intermediate"}


def test_work_that_brings_something_somewhere_is_a_duty(read: Read) -> None:
    job = read("ML Engineer\n\nTasks\n- You bring Docker to the planners\n\nRequirements\n- You bring Python\n")
    assert asked(job) == {"python": "must intermediate", "docker": "nice basic"}


@pytest.mark.parametrize(
    ("title", "seniority"),
    [
        ("Member of Technical Staff, Inference", None),
        ("Senior Member of Technical Staff", "senior"),
        ("Staff Engineer", "senior"),
        ("Vision Engineer - New Grad", "junior"),
    ],
)
def test_seniority_is_read_from_words_that_mean_it(title: str, seniority: str | None, read: Read) -> None:
    assert read(f"{title}\n\nRequirements\n- Python\n").seniority == seniority


def test_title_has_no_tail_of_the_board(read: Read) -> None:
    page = "<html><body><h1>Data Engineer II - job post</h1><h2>Requirements</h2><ul><li>Python</li></ul></body></html>"
    assert read(page, "posting.html").title == "Data Engineer II"


def test_what_the_product_is_gives_no_level_and_seeking_asks_little(read: Read) -> None:
    job = read(
        "Perception Engineer\n\nWe are seeking a Perception Engineer for our advanced computer vision systems.\n\n"
        "Requirements\n- Python\n"
    )
    assert asked(job) == {"python": "must intermediate", "computer-vision": "nice basic"}


def test_tools_of_the_work_told_in_prose_count_as_duties(read: Read) -> None:
    job = read(
        "Data Engineer\n\nThe job\n\nYou build the pipelines of our planners. You work with Airflow every day.\n\n"
        "Requirements\n- Python\n"
    )
    assert asked(job) == {"python": "must intermediate", "airflow": "nice basic"}


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Present findings to the board of the port", "presentation-skills"),
        ("To present your results to the nurses every quarter", "presentation-skills"),
        ("Gather the requirements of twelve wards", "requirements-analysis"),
        ("Collection of requirements from the departments", "requirements-analysis"),
        ("Translate business requirements into tables", "requirements-analysis"),
        ("Bring the latency of our inference below 40 ms", "model-inference"),
    ],
)
def test_duty_that_is_the_skill_itself_names_it(line: str, skill: str, read: Read) -> None:
    job = read(f"Data Analyst\n\nYour tasks\n- {line}\n\nRequirements\n- Python\n")
    assert asked(job) == {"python": "must intermediate", skill: "nice basic"}


@pytest.mark.parametrize("line", ["Build reports together with your team", "Meet the requirements of the auditors"])
def test_manner_of_a_duty_asks_for_no_skill(line: str, read: Read) -> None:
    job = read(f"Data Analyst\n\nYour tasks\n- {line}\n\nRequirements\n- Python\n")
    assert asked(job) == {"python": "must intermediate"}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Object detection, segmentation and tracking", {"object-detection", "image-segmentation", "object-tracking"}),
        ("Supervised and unsupervised learning", {"supervised-learning", "unsupervised-learning"}),
        ("Power BI and automate reports", {"power-bi"}),
    ],
)
def test_names_that_share_a_word_are_all_read(line: str, expected: set[str], read: Read) -> None:
    assert {
        skill for one in read(f"Engineer\n\nRequirements\n- {line}\n").requirements for skill in one.any_of
    } == expected


def test_signs_of_a_skill_keep_each_other_company_over_the_whole_posting(read: Read) -> None:
    job = read("ML Engineer\n\nTasks\n- Deploy it with each release\n\nRequirements\n- Machine learning\n")
    assert asked(job) == {"machine-learning": "must intermediate", "model-deployment": "nice basic"}


@pytest.mark.parametrize(
    ("heading", "need"),
    [
        ("You should bring", "must"),
        ("You'll fit right in if you...", "must"),
        ("Good-to-have skills", "nice"),
        ("Not a must, but we'd be impressed", "nice"),
        ("Nice but not needed", "nice"),
    ],
)
def test_heading_is_understood_as_a_sentence_is(heading: str, need: str, read: Read) -> None:
    text = f"# Data Engineer\n\nYou have used Linux.\n\n### {heading}\n\n- Docker\n- Terraform\n- SQL\n"
    assert asked(read(text, "posting.md"))["docker"].split()[0] == need


@pytest.mark.parametrize(
    ("line", "unknown"),
    [
        ("Python, hetznerix and Airflow", ["hetznerix"]),
        ("dbt, Airflow and hetznerix", ["hetznerix"]),
        ("SQL, dashboards and Python", []),
        ("Python and rigour", []),
        ("Python, creativity and SQL", []),
    ],
)
def test_unknown_word_in_small_letters_stands_among_names(line: str, unknown: list[str], read: Read) -> None:
    assert [one.text for one in read(f"Engineer\n\nRequirements\n- {line}\n").unknown] == unknown


def test_must_level_reaches_through_a_colon(read: Read) -> None:
    job = read("Engineer\n\nRequirements\n- Deep knowledge of Spark: Kafka, Airflow\n")
    assert asked(job) == dict.fromkeys(("spark", "kafka", "airflow"), "must advanced")


def test_what_a_posting_does_not_ask_for_is_no_requirement(read: Read) -> None:
    job = read(
        "Junior Data Engineer, Orchard Foods\n\nRequirements:\n- Python and SQL\n"
        "- No prior Java or C++ knowledge is needed\n- No Scala or Rust needed\n"
        "- No matter where you studied, Docker is required\n- Excel; no SAS, no MATLAB\n"
        "- Git is a must, no previous Jenkins experience\n\n"
        "We do not use Spark. We don't run Kafka, but we use Redis.\n"
    )
    assert asked(job).keys() == {"python", "sql", "docker", "excel", "git", "redis"}


def test_boxes_to_tick_are_bullets(read: Read) -> None:
    job = read("# Data Engineer\n\n### Must have\n\n- [x] Python\n- [ ] You've met Docker\n", "posting.md")
    assert asked(job) == {"python": "must intermediate", "docker": "must intermediate"}
    assert not job.unknown


def test_employer_behind_an_at_sign_is_no_part_of_the_title(read: Read) -> None:
    assert read("# Data Engineer @ Quillmoor\n\n### Must have\n\n- Python\n", "posting.md").title == "Data Engineer"


@pytest.mark.parametrize("words", ["though AWS is fine as well", "but AWS works too", "AWS would also do"])
def test_what_would_do_as_well_is_an_alternative_and_no_must(words: str, read: Read) -> None:
    job = read(f"Data Engineer\n\nRequirements\n- Python\n- Azure preferred, {words}\n")
    assert asked(job) == {"python": "must intermediate", "aws|azure": "nice basic"}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("You need SQL or Rust, I don't care which.", {"rust|sql": "must intermediate"}),
        ("You should know SQL, for a miller who has no interest in it.", {"sql": "must intermediate"}),
        ("Here is our stack, so you know: Rust and Scala.", {}),
        ("Our data sits in Redshift, out of your sight.", {}),
        ("If you've used Docker for it, say so.", {"docker": "nice basic"}),
        ("So would some Tableau.", {"tableau": "nice basic"}),
        ("Nobody is asked to write Scala.", {}),
        ("Experience with Docker would please the miller.", {"docker": "nice intermediate"}),
    ],
)
def test_sentence_in_running_text_says_how_much(line: str, expected: dict[str, str], read: Read) -> None:
    text = f"Data Engineer\n\nWe bake for the island. {line}\n\nRequirements:\n- Linux\n"
    assert asked(read(text)) == {**expected, "linux": "must intermediate"}


def test_what_is_refused_among_wishes_is_none(read: Read) -> None:
    wishes = "- Docker: you'll learn it here\n- Scala lives on, but you will not be asked for it\n"
    assert asked(read(f"Data Engineer\n\nRequirements\n- SQL\n\nNice to have\n{wishes}")) == {
        "sql": "must intermediate",
        "docker": "nice basic",
    }


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Good NLP fundamentals: tokenization", {"nlp": "must intermediate", "tokenization": "must intermediate"}),
        ("Deep knowledge of NLP: tokenization", {"nlp": "must advanced", "tokenization": "must advanced"}),
        ("Basic networking", {"computer-networks": "must basic"}),
        ("SQL, 4 years", {"sql": "must advanced"}),
        ("SQL, read by the millers with 30 years behind them", {"sql": "must intermediate"}),
        ("Exposure to Go", {"go": "must basic"}),
        ("Exposure to Go fast ways", {}),
        ("Work on large language models, at night too", {"large-language-models": "must intermediate"}),
    ],
)
def test_level_is_that_of_the_words_it_belongs_to(line: str, expected: dict[str, str], read: Read) -> None:
    assert asked(read(f"Data Engineer\n\nRequirements:\n- {line}\n- Linux\n")) == {
        **expected,
        "linux": "must intermediate",
    }


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("You like talking to non-engineers", "communication"),
        ("A patient listener", "communication"),
        ("You get along with millers and bakers", "teamwork"),
        ("Can take criticism", "teamwork"),
        ("Care with the figures", "attention-to-detail"),
        ("Able to prioritise", "time-management"),
        ("You plan your own week", "organization-skills"),
        ("Works without much supervision", "self-motivation"),
    ],
)
def test_manner_that_is_asked_for_is_a_soft_skill(line: str, skill: str, read: Read) -> None:
    assert skill in asked(read(f"Data Engineer\n\nRequirements\n- {line}\n- Linux\n"))
