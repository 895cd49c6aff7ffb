"""Postings in the words and shapes of job boards: choices, headings, levels, titles and places as they are meant."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from posting import Read, asked, posting_reader

from gapcheck.job import read_job
from gapcheck.skills.reader import SkillReader
from gapcheck.taxonomy import Taxonomy


@pytest.fixture
def read(tmp_path: Path, taxonomy: Taxonomy, skill_reader: SkillReader) -> Read:
    return posting_reader(tmp_path, taxonomy, skill_reader)


@pytest.mark.parametrize(
    ("line", "groups"),
    [
        ("Experience with at least one among Scala, Java and Kotlin", {"java|kotlin|scala"}),
        ("You have used two or three of Redis, RabbitMQ, Kafka", {"kafka|rabbitmq|redis"}),
        ("Experience in at least one: NLP, time series, computer vision", {"computer-vision|nlp|time-series"}),
        ("Any relational database: Oracle, PostgreSQL, MySQL", {"databases-basics|mysql|oracle-database|postgresql"}),
        ("Dagster, Prefect, Airflow - whichever you know best", {"airflow|dagster|prefect"}),
        ("Pipelines that you ran (Dagster, Prefect, Airflow; we don't mind which)", {"airflow|dagster|prefect"}),
        ("FastAPI, Flask, Django (any of them will do)", {"django|fastapi|flask"}),
        ("Power BI (preferred) or Tableau", {"power-bi|tableau"}),
        ("Python (preferred), R or Julia", {"julia|python|r"}),
        ("LangChain, LlamaIndex or whatever you used", {"langchain|llamaindex"}),
        ("Either Java or Scala, and Docker", {"java|scala", "docker"}),
        ("Pinecone or Milvus, with Java or Scala", {"milvus|pinecone", "java|scala"}),
        ("One of these agent frameworks: LangGraph, CrewAI", {"agent-frameworks|langgraph"}),
        ("Vector database experience (Pinecone, Milvus)", {"milvus|pinecone|vector-databases"}),
        ("Docker with an orchestrator such as Airflow or Prefect", {"docker", "airflow|prefect|workflow-frameworks"}),
    ],
)
def test_choice_of_the_reader_is_one_requirement(line: str, groups: set[str], read: Read) -> None:
    assert set(asked(read(f"Data Engineer\n\nRequirements:\n- {line}\n- Git\n"))) == groups | {"git"}


@pytest.mark.parametrize(
    ("heading", "need"),
    [
        ("Lovely to have", "nice"),
        ("We appreciate", "nice"),
        ("Highly regarded", "nice"),
        ("What we'd love", "nice"),
        ("What would please us", "nice"),
        ("Even happier if", "nice"),
        ("Not a dealbreaker", "nice"),
        ("You", "must"),
        ("And you?", "must"),
        ("You absolutely need", "must"),
        ("Dealbreakers", "must"),
        ("What we hope to see", "must"),
        ("Who are you?", "must"),
        ("You'll pick up here", None),
        ("Us", None),
        ("What you can leave at home", None),
    ],
)
def test_heading_in_warm_words(heading: str, need: str | None, read: Read) -> None:
    job = read(f"<h1>Data Scientist</h1><h2>Skills</h2><p>Git</p><h2>{heading}</h2><p>Docker</p>", "a.html")
    assert asked(job).get("docker", "").split(" ")[0] == (need or "")


def test_short_line_between_two_lists_is_a_heading(read: Read) -> None:
    job = read(
        "Data Engineer\n\nYour tasks\n- Keep Kafka streams alive\n\nWhat we dream of\n- Knowledge of Go\n- Solid SQL\n"
    )
    assert asked(job)["go"].startswith("must")
    assert asked(job)["kafka"].startswith("nice")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Docker, ideally", {"docker": "nice basic"}),
        ("Python, Docker, preferably", {"python": "must intermediate", "docker": "nice basic"}),
        ("It helps if you have used Spark", {"spark": "nice basic"}),
        ("A little Rust won't hurt", {"rust": "nice basic"}),
        ("Scala; no worries if you have not used it", {"scala": "nice basic"}),
        ("Rust, or the will to learn it", {"rust": "nice basic"}),
        ("Airflow is a nice extra", {"airflow": "nice basic"}),
        ("SQL at an advanced level", {"sql": "must advanced"}),
        ("Docker is familiar to you", {"docker": "must basic"}),
        ("Your Python is excellent", {"python": "must advanced"}),
        ("Advanced Excel", {"excel": "must advanced"}),
        ("Five (5) years of experience with Scala", {"scala": "must advanced"}),
        ("Four years as a developer, one of them with Scala", {"scala": "must intermediate"}),
        ("Technical education with a focus on statistics or machine learning", {}),
        ("Four years as a developer, of which one with Scala", {"scala": "must intermediate"}),
        ("Some Rust would be wonderful", {"rust": "nice basic"}),
        ("ANN indexes", {"vector-databases": "must intermediate"}),
    ],
)
def test_words_behind_a_skill_speak_of_it(line: str, expected: dict[str, str], read: Read) -> None:
    assert asked(read(f"Data Engineer\n\nRequirements:\n- {line}\n- Git\n")) == {**expected, "git": "must intermediate"}


@pytest.mark.parametrize(
    "sentence",
    [
        "SQL doesn't scare you.",
        "SQL should not be new to you.",
        "SQL holds no terrors for you.",
        "You are no stranger to SQL.",
    ],
)
def test_understatement_asks(sentence: str, read: Read) -> None:
    job = read(f"Data Analyst\n\nWe sell seeds to gardeners. {sentence}\n\nNice to have:\n- Git\n")
    assert asked(job) == {"sql": "must intermediate", "git": "nice basic"}


def test_what_nobody_need_have_met_is_not_asked(read: Read) -> None:
    job = read("Data Analyst\n\nOur shop runs on AWS; don't worry if you have met neither.\n\nSkills:\n- SQL\n")
    assert set(asked(job)) == {"sql"}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Acme Seeds | Data Engineer (Search) | Remote (EU) | Full-time\n", "Data Engineer (Search)"),
        ("From: Ada\nSubject: Re: Data Engineer, Search (Acme Seeds, Leeds)\n\nHello,\n", "Data Engineer, Search"),
        ("---\ntitle: Data Engineer\nlocation: Leeds\n---\n# Come and join\n", "Data Engineer"),
        ("Job title\tData Engineer\nEmployer\tAcme Seeds\n", "Data Engineer"),
        ("As our first Data Engineer you look after seeds.\n", "Data Engineer"),
    ],
)
def test_title_wherever_a_posting_has_it(text: str, title: str, read: Read) -> None:
    assert read(f"{text}\nRequirements:\n- SQL\n- Git\n", "a.md").title == title


def test_front_matter_is_no_text_and_its_lines_count(read: Read) -> None:
    job = read("---\ntitle: Data Engineer\nlocation: Leeds\ntags: [Docker]\n---\nRequirements:\n- SQL\n", "a.md")
    assert (job.facts.location, set(asked(job)), job.requirements[0].line) == ("Leeds", {"sql"}, 7)


@pytest.mark.parametrize(
    "head",
    [
        '<ul class="job-tags"><li><span class="job-location">Leeds, England</span></li><li>Data</li></ul>',
        '<div class="tags"><span>Permanent</span><span>Leeds, England</span></div>',
        '<span data-automation="job-detail-location">Leeds, England</span>',
        "<aside><dl><dt>Place of work:</dt><dd>Leeds, England</dd></dl></aside>",
        '<dl class="JobTag"><div class="JobTag"><dt>Job Locations</dt><dd>Leeds, England</dd></div></dl>',
    ],
)
def test_place_is_read_before_tags_are_taken_off(head: str, read: Read) -> None:
    job = read(f"<h1>Data Engineer</h1>{head}<h2>Requirements</h2><ul><li>SQL</li><li>Git</li></ul>", "a.html")
    assert job.facts.location == "Leeds, England"
    assert not {"Leeds", "England"} & {one.text for one in job.unknown}


def test_coded_place_is_written_out(read: Read) -> None:
    head = "<h1>Data Engineer</h1><dl><dt>Job Locations</dt><dd>US-OH-Dayton</dd></dl>"
    assert read(f"{head}<h2>Requirements</h2><p>SQL and Git</p>", "a.html").facts.location == "Dayton, OH"


def test_years_with_a_figure_in_brackets_are_read_and_a_phd_spent_working_is_no_demand(read: Read) -> None:
    facts = read("Data Engineer\n\nRequirements:\n- Six (6) years with SQL, at work or during a PhD\n").facts
    assert facts.years is not None
    assert (facts.years.least, facts.degree) == (6, None)


_CRITERIA = (
    ("Criteria", ["Essential"], ["Desirable"]),
    ("Experience", ["Experience of SQL", "Experience of Python"], ["Experience of Spark"]),
    ("Knowledge", ["Understanding of statistics"], ["Docker", "Awareness of Rust"]),
)
_READ_FROM_CRITERIA = {"sql": "must", "python": "must", "statistics": "must"} | dict.fromkeys(
    ("spark", "docker", "rust"), "nice"
)


def test_criteria_in_columns_of_a_web_page_are_essential_or_desirable(read: Read) -> None:
    rows = "".join(
        f"<tr><td>{label}</td>"
        + "".join(f"<td>{''.join(f'<p>{one}</p>' for one in cell)}</td>" for cell in cells)
        + "</tr>"
        for label, *cells in _CRITERIA
    )
    job = read(f"<h1>Data Analyst</h1><h2>Person specification</h2><table>{rows}</table>", "a.html")
    assert {one.id: one.need.value for one in job.requirements} == _READ_FROM_CRITERIA


def test_criteria_in_columns_of_a_word_file_are_essential_or_desirable(
    tmp_path: Path, taxonomy: Taxonomy, skill_reader: SkillReader
) -> None:
    document = docx.Document()
    document.add_heading("Data Analyst", 1)
    table = document.add_table(rows=0, cols=3)
    for label, *cells in _CRITERIA:
        row = table.add_row().cells
        row[0].text = label
        for target, cell in zip(row[1:], cells, strict=True):
            target.paragraphs[0].text = cell[0]
            for line in cell[1:]:
                target.add_paragraph(line)
    document.save(str(tmp_path / "a.docx"))
    job = read_job(tmp_path / "a.docx", taxonomy, skill_reader)
    assert {one.id: one.need.value for one in job.requirements} == _READ_FROM_CRITERIA


@pytest.mark.parametrize(
    ("line", "groups"),
    [
        ("One workflow tool that you know by heart: Airflow, Dagster", {"airflow|dagster|workflow-frameworks"}),
        ("A solid grasp of tools: Docker, Go", {"docker", "go"}),
    ],
)
def test_class_before_a_colon_asks_for_one_only_where_it_says_so(line: str, groups: set[str], read: Read) -> None:
    assert set(asked(read(f"Data Engineer\n\nRequirements:\n- {line}\n- Git\n"))) == groups | {"git"}


def test_heading_of_two_words_that_welcome_needs_no_mark(read: Read) -> None:
    job = read(
        "Data Engineer\n\nSkills:\n\nSQL\n\nWhat's nice but optional\n\nDocker\n\nPlease don't worry about\n\nRust\n"
    )
    assert asked(job) == {"sql": "must intermediate", "docker": "nice basic"}


def test_merit_is_no_must_and_place_may_be_an_alternative(read: Read) -> None:
    job = read("Acme | Data Engineer | Leeds, England or remote\n\nSkills:\n- SQL\n- Experience of Rust is meriting\n")
    assert (asked(job)["rust"], job.facts.location) == ("nice intermediate", "Leeds, England or remote")


def test_word_that_leaves_a_list_open_is_no_unknown_name(read: Read) -> None:
    job = read("Data Engineer\n\nRequirements:\n- dbt, Airflow or equivalent\n- A BI tool, for instance Looker\n")
    assert job.unknown == ()
