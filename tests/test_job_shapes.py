"""Postings whose headings, tables and lists have shapes of their own, and what is accepted in place of a skill."""

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


def test_brackets_of_a_heading_say_what_stands_below_it(read: Read) -> None:
    job = read("Data Engineer\n\nCore strengths (must have)\n-> Python\n\nOther skills (good to have)\n-> Kafka\n")
    assert asked(job) == {"python": "must intermediate", "kafka": "nice basic"}


def test_what_only_the_brackets_of_a_heading_say_holds_for_its_list(read: Read) -> None:
    text = (
        "# Data Engineer\n\n## You need (essential for the job)\n\n- SQL\n\n"
        "## Other information (asset qualifications, which may be needed later on for the job)\n\n- Kafka\n"
    )
    assert asked(read(text, "posting.md")) == {"sql": "must intermediate", "kafka": "nice basic"}


def test_brackets_of_a_title_say_nothing_of_what_stands_below_it(read: Read) -> None:
    job = read("# Data Engineer (contract)\n\nSQL is required.\n", "posting.md")
    assert asked(job) == {"sql": "must intermediate"}


def test_line_with_a_colon_says_what_the_list_below_it_is(read: Read) -> None:
    text = (
        "Data Engineer\n\nRequirements\n- SQL\n"
        "It'd be great, but by no means essential, if you had also met one of these:\n- Kafka\n"
    )
    assert asked(read(text)) == {"sql": "must intermediate", "kafka": "nice basic"}
    no_colon = text.replace("these:", "these")
    assert asked(read(no_colon))["kafka"] == "must intermediate"
    more = "Data Engineer\n\nRequirements\nWe look for somebody who writes SQL. You will also have:\n- Kafka\n"
    assert asked(read(more)) == {"sql": "must intermediate", "kafka": "must intermediate"}


def test_short_line_alone_above_sentences_is_a_heading_like_its_siblings(read: Read) -> None:
    text = (
        "Data Engineer\n\nPosition Duties\nWrites pipelines in Spark.\n\nMinimum/Required Qualifications\nSQL.\n\n"
        "Preferred Qualifications\nKafka.\n\nInstructions for Senders\nSend LaTeX, and statistics if you wish.\n"
    )
    assert asked(read(text)) == {"spark": "nice basic", "sql": "must intermediate", "kafka": "nice basic"}


def test_first_name_of_a_list_without_bullets_is_no_heading(read: Read) -> None:
    job = read(
        "Data Engineer\n\nRequirements\n\nPython and SQL\nKnowledge of Docker.\n\nNice to have\n\nKafka\nRust.\n"
    )
    assert {"python", "sql", "docker"} <= asked(job).keys()


def test_summary_of_the_board_asks_for_nothing(read: Read) -> None:
    text = "Profile insights\nSkills\n  Tableau\n\nData Analyst\n\nRequired\n- SQL\n\nPreferred\n- Python\n"
    assert asked(read(text)) == {"sql": "must intermediate", "python": "nice basic"}


def test_desired_profile_asks_where_something_else_is_the_advantage(read: Read) -> None:
    profile = "Data Engineer\n\n**Desired Candidate Profile**\n\n- Python\n- SQL\n\n"
    job = read(profile + "**Added advantage:** Kafka, Docker\n", "posting.md")
    needs = [("python", "must intermediate"), ("sql", "must intermediate"), ("kafka", "nice basic")]
    assert asked(job) == dict([*needs, ("docker", "nice basic")])
    must = read(
        "# Data Engineer\n\n## Required\n\n- SQL\n\n## Desired Profile\n\n- Kafka\n\n## Bonus\n\n- Rust\n", "a.md"
    )
    assert asked(must) == {"sql": "must intermediate", "kafka": "nice basic", "rust": "nice basic"}


def test_label_of_a_row_holds_for_the_rows_below_it(read: Read) -> None:
    table = "| | |\n|---|---|\n| **We need** | Python |\n| | SQL |\n| **We'd like** | Rust |\n| | Kafka |\n"
    job = read(f"# Data Engineer\n\n## What you'll bring\n\n{table}", "posting.md")
    assert asked(job) == dict.fromkeys(["python", "sql"], "must intermediate") | dict.fromkeys(
        ["rust", "kafka"], "nice basic"
    )


def test_cells_of_a_row_say_need_and_level(read: Read) -> None:
    rows = [
        ("Power BI (DAX)", "Required", "Expert"),
        ("Requirements gathering", "Required", "-"),
        ("Python or R", "Nice to have", "Basic"),
        ("Tableau", "Not required", "-"),
    ]
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    found = asked(read(f"<h1>BI Analyst</h1><p>We sell tea.</p><table>{table}</table>", "posting.html"))
    assert found.pop("power-bi") == "must advanced"
    assert found == {"requirements-analysis": "must intermediate", "python|r": "nice basic"}


def test_grid_of_names_and_levels_is_a_table(read: Read) -> None:
    pairs = [("Python", "Advanced"), ("Airflow", "Regular"), ("Kafka", "Nice to have")]
    grid = "".join(f"<div><h4>{name}</h4><span>{value}</span></div>" for name, value in pairs)
    job = read(f"<h1>Data Engineer</h1><h2>Tech stack</h2>{grid}<h2>Benefits</h2><p>Tea.</p>", "posting.html")
    assert asked(job) == {"python": "must advanced", "airflow": "must intermediate", "kafka": "nice basic"}


def test_asset_in_a_cell_is_nice_to_have(read: Read) -> None:
    text = "Data Engineer\n\nRequirements\nTools\tSQL\tRequired\nTools\tKafka\tAsset\n"
    assert asked(read(text)) == {"sql": "must intermediate", "kafka": "nice basic"}


def test_only_tick_of_a_row_says_the_head_of_its_column(read: Read) -> None:
    rows = [("SQL", "&#10003;", "", "A/I"), ("Kafka", "", "&#10003;", "A"), ("Scala", "&#10003;", "&#10003;", "A")]
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    head = "".join(f"<th>{name}</th>" for name in ("Criterion", "Essential", "Desirable", "Assessed by"))
    job = read(f"<h1>Data Engineer</h1><h2>Person specification</h2><table><tr>{head}</tr>{cells}</table>", "job.html")
    assert asked(job) == {"sql": "must intermediate", "kafka": "nice basic", "scala": "must intermediate"}


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("A vector database such as Pinecone or FAISS", {"faiss|pinecone|vector-databases"}),
        ("Pinecone, FAISS or another vector database", {"faiss|pinecone|vector-databases"}),
        ("A statistics tool such as SAS or SPSS", {"sas|spss"}),
        ("Trigonal or another vector database", {"vector-databases"}),
        ("A deep learning framework such as PyTorch or JAX", {"jax|pytorch"}),
        ("Python (pandas or Polars)", {"python", "pandas|polars"}),
    ],
)
def test_kind_of_the_examples_is_enough_too(line: str, found: set[str], read: Read) -> None:
    assert items(read, line).keys() == found


def test_label_you_asks(read: Read) -> None:
    job = read("Data Engineer\n\nWe map bogs.\n\nYou: strong SQL, good Python. Parquet experience = big plus.\n")
    assert asked(job) == {"sql": "must intermediate", "python": "must intermediate", "parquet": "nice intermediate"}


def test_names_of_other_jobs_ask_for_nothing(read: Read) -> None:
    tags = '<i class="tag">Airflow</i><i class="tag">Embedded C jobs</i><i class="tag">Java Developer</i>'
    page = "<h1>Data Engineer</h1><h2>Requirements</h2><ul><li>Python</li></ul>"
    job = read(f"{page}<p>Scala Developer · Tableau Developer</p>{tags}", "posting.html")
    assert asked(job) == {"python": "must intermediate", "airflow": "nice basic"}


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Python (NumPy, statsmodels) or R (dplyr)", {"python|r"}),
        ("Java (Spring) or Kotlin", {"java|kotlin"}),
        ("Python, PyTorch (or JAX)", {"python", "jax|pytorch"}),
        ("Experience in computer vision, in retail or in NLP", {"computer-vision|nlp"}),
        ("Any one cloud (Azure preferred; AWS or GCP also acceptable)", {"aws|azure|cloud-computing|gcp"}),
        ("Keras; we wouldn't say no to JAX", {"jax|keras"}),
        ("Python; alternatively very good MATLAB skills", {"matlab|python"}),
        ("Docker, or if you have run it, Kubernetes", {"docker", "kubernetes"}),
        ("Queues: Kafka, Kinesis, Pub/Sub, you name it", {"kafka|kinesis|pub-sub"}),
        ("Azure OpenAI or AWS Bedrock", {"azure-openai|bedrock"}),
        ("AWS and Bedrock", {"aws", "bedrock"}),
    ],
)
def test_what_is_as_good_is_an_alternative(line: str, found: set[str], read: Read) -> None:
    answer = items(read, line)
    assert answer.keys() == found
    assert all(need.startswith("must") for need in answer.values())


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("active learning or semi-supervised learning", {"active-learning|semi-supervised-learning"}),
        ("testing, CI/CD", {"testing", "ci-cd"}),
        ("transformers and attention", {"transformers", "attention-mechanism"}),
        ("regression and time series analysis", {"regression-analysis", "time-series"}),
    ],
)
def test_common_word_beside_a_clear_name_is_a_name(line: str, found: set[str], read: Read) -> None:
    assert items(read, line).keys() == found


def test_readiness_to_learn_what_was_named_is_no_skill_of_its_own(read: Read) -> None:
    assert items(read, "A little Kafka. Without it, willingness to learn it will do").keys() == {"kafka"}


def test_it_would_be_great_reaches_all_that_follows(read: Read) -> None:
    line = "It would be great, though it is no condition, if you had met Kafka, or if you had used Rust"
    assert items(read, line) == {"kafka": "nice basic", "rust": "nice basic"}


@pytest.mark.parametrize(
    "line", ["Java must be switched on in your browser.", "Do you use Java? No.", "Whichever you like; we are on Java."]
)
def test_words_about_the_firm_or_the_form_ask_for_nothing(line: str, read: Read) -> None:
    job = read(f"# Data Engineer\n\n## Requirements\n\n- Python\n\n## Other things\n\n{line}\n", "posting.md")
    assert asked(job) == {"python": "must intermediate"}


def test_what_another_team_writes_in_is_no_duty(read: Read) -> None:
    text = "Data Engineer\n\nYour tasks\n- Write scripts in Python with the gateway team, who write C++\n"
    assert asked(read(text)).keys() == {"python"}


def test_names_stand_apart_from_the_text_below_them(read: Read) -> None:
    facts = "<dl><dt>Must have</dt><dd>Python</dd><dt>Preferred</dt><dd>Airflow</dd></dl>"
    job = read(f"<h1>Data Scientist</h1>{facts}<p>Kelp Retail trains its staff in Java.</p>", "posting.html")
    assert asked(job) == {"python": "must intermediate", "airflow": "nice basic"}
