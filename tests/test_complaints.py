"""What people complain of most in tools that read resumes, a test each: the theme is its name, the docstring has the
complaint and a public address of it. How long a reading takes is measured in `benchmarks/`, not here.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from complaining import COMMAND, FOUR_JOBS, Report, found, job, pdf, run, skill
from pages import (
    document_of,
    resume_pdf,
)

from gapcheck import Analyzer


@pytest.fixture(scope="module")
def report(analyzer: Analyzer) -> Report:
    """A resume as a PDF or in the notation of `resume_pdf` → its gap report."""
    return lambda source: analyzer.analyze_document(document_of(pdf(source)))


def skills_list(*lines: str) -> str:
    """A resume with these lines in its skills section and nothing that uses them."""
    return "\n".join(["Mira Sandoval", "# Skills", *lines, "# Education", "## BSc Biology, Delft University | 2019"])


def wrong(value: str, reason: str) -> Any:
    """A case that the program does not get right yet."""
    return pytest.param(value, marks=pytest.mark.xfail(strict=True, reason=reason))


# -------------------------------------------------------------------------------------------------- 1 it does not start

OFFLINE = """
import socket, spacy, sys
def refuse(*_, **__): raise AssertionError("no network and no trained model")
socket.socket.connect = socket.create_connection = socket.getaddrinfo = spacy.load = refuse
from gapcheck import analyze
print(len(analyze(sys.argv[1]).skills))
"""


def test_it_starts_without_a_trained_model_and_without_a_network() -> None:
    """The parser does not start: its trained model needs a spaCy that current Python cannot install.

    https://github.com/OmkarPathak/pyresparser/issues/46
    """
    assert int(run(sys.executable, "-c", OFFLINE, "samples/strong.pdf").stdout) > 20


# ------------------------------------------------------------------------------------------ 2 stated, and yet "missing"


@pytest.mark.parametrize(
    "line", ["Python (primary), Java", "Python (primary)", "Languages: Python (primary)", "Primary: Python"]
)
def test_skill_with_a_remark_in_brackets_is_not_missing(line: str, report: Report) -> None:
    """A skill the resume states is reported as missing: "Python (primary)" is not equal to "python".

    https://github.com/StevSant/HireSense/issues/26
    """
    (row,) = [row for row in report(skills_list(line)).requirements if row.any_of == ("python",)]
    assert (row.status, row.skill) == ("below", "python")


# ---------------------------------------------------------------------------------------------------- 3 pieces of words

PIECES = [
    "Ran the platform of the station",
    "Scaled the golden cargo rapidly",
    "Sparkling wine, category pythonic",
    "Wrote in Javanese and Goan of scalars",
    "Argued against rustic gitters, exceled and reacted",
]


@pytest.mark.parametrize("line", PIECES)
def test_piece_of_a_word_is_no_skill(line: str, report: Report) -> None:
    """Pieces of words count as skills: "platform" yields "Tform".

    https://github.com/Refer-d/resume_scanner_open_source/issues/4
    """
    assert found(report(job(line))) == set()


# ----------------------------------------------------------------------------------------------- 4 one-letter languages

LETTERS = [
    "Led R&D for new bread",
    "Wrote to R. Jansen and to C. Lind every week",
    "Wrote to Anna and C. Lind every week",
    wrong("Worked with R. Lind every week", "a letter after 'with' is R, though it is short for a name"),
    "Measured vitamin C in hall C, row R",
    "Reported to C-level readers in Plan C",
    "Kept ISO class C rooms at 20 °C",
]


@pytest.mark.parametrize("line", LETTERS)
def test_letter_is_no_language(line: str, report: Report) -> None:
    """R and C are found in every document.

    https://github.com/bjherger/ResumeParser/issues/42
    """
    assert not {"r", "c"} & found(report(job(line)))


def test_letter_among_languages_is_one(report: Report) -> None:
    """The other half of it: R and C must still be found where they are meant.

    https://github.com/bjherger/ResumeParser/issues/42
    """
    assert {"r", "c"} <= found(report(skills_list("Python, R, C, SQL")))


# ------------------------------------------------------------------------------------------- 5 words of everyday speech

SPEECH = [
    ("Going forward, wrote shorter reports", "go"),
    ("Go forward with the plan, go live on Monday", "go"),
    ("Raised red flags early", "r"),
    ("Red flags: late trains", "r"),
    ("Ready to go, swift to react, eager to excel", "go"),
    ("Ready to go, swift to react, eager to excel", "swift"),
    ("Ready to go, swift to react, eager to excel", "react"),
    ("Ready to go, swift to react, eager to excel", "excel"),
]


@pytest.mark.parametrize(("line", "name"), SPEECH, ids=[f"{name} in {line}" for line, name in SPEECH])
def test_everyday_phrase_is_neither_evidence_nor_a_gap(line: str, name: str, report: Report) -> None:
    """ "Going forward" counts as Go and "Red flags" as R, and both appear as evidence or gaps.

    https://github.com/rithikreddy680/planned-port/issues/6
    """
    assert name not in found(report(job(line)))


def test_older_jobs_are_kept(report: Report) -> None:
    """Only the newest job is kept, the others vanish, even from a PDF the same tool made.

    https://github.com/xitanggg/open-resume/issues/59
    """
    read = report(FOUR_JOBS)
    months = {name: skill(read, name).months for name in ("tableau", "spark", "pandas", "mysql")}
    assert months == {"tableau": 47, "spark": 22, "pandas": 14, "mysql": 24}
    assert read.portfolio.work_months == 47 + 22 + 14 + 24


LENGTHS = [
    ("Jan 2020 - Jun 2022", 30),
    ("January 2020 – June 2022", 30),
    ("01/2020 - 06/2022", 30),
    ("2020-01 to 2022-06", 30),
    ("Jan. 2020 — Jun. 2022", 30),
    ("Jan '20 - Jun '22", 30),
    ("June 2024 - Present", 30),
    ("06/2024 - today", 30),
    ("2019 - 2021", 24),
    ("Summer 2021", 3),
]


@pytest.mark.parametrize(("dates", "months"), LENGTHS, ids=[dates for dates, _ in LENGTHS])
def test_total_experience_is_not_zero(dates: str, months: int, report: Report) -> None:
    """Total experience is always 0.

    https://github.com/OmkarPathak/pyresparser/issues/62
    """
    content = job("Wrote reports").replace("Jan 2020 - Mar 2020", dates)
    assert report(content).portfolio.work_months == months


# ------------------------------------------------------------------------------------------------------ 12, 13 the list

WELL_KNOWN = {
    "MongoDB": "mongodb",
    "GCP": "gcp",
    "Google Cloud": "gcp",
    "Kubernetes": "kubernetes",
    "Terraform": "terraform",
    "Redis": "redis",
    "GraphQL": "graphql",
    "Power BI": "power-bi",
    "Snowflake": "snowflake",
    "Databricks": "databricks",
    "LangChain": "langchain",
    "Hugging Face": "huggingface",
    "FastAPI": "fastapi",
    "Airflow": "airflow",
    "ChatGPT": "generative-ai",
}


@pytest.mark.parametrize(("name", "id"), WELL_KNOWN.items(), ids=WELL_KNOWN.keys())
def test_well_known_skill_is_known(name: str, id: str, report: Report) -> None:
    """Well-known skills (MongoDB, GCP) are not in the list, so they are not found.

    https://github.com/OmkarPathak/pyresparser/issues/30
    """
    assert id in found(report(skills_list(f"Excel, {name}, Git")))


def test_well_known_skill_is_known_in_a_list_of_others(report: Report) -> None:
    """The same for a name that is short.

    https://github.com/OmkarPathak/pyresparser/issues/30
    """
    assert "dbt" in found(report(skills_list("Excel, dbt, Git")))


def test_skills_are_found_where_nobody_has_edited_a_file(tmp_path: Path) -> None:
    """Nothing is found unless the user edits the skills file by hand.

    https://github.com/OmkarPathak/pyresparser/issues/9
    """
    (tmp_path / "resume.pdf").write_bytes(resume_pdf(FOUR_JOBS))
    home = {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    answer = json.loads(run(COMMAND, "resume.pdf", "-f", "json", cwd=tmp_path, environment=home).stdout)
    assert {"tableau", "spark", "pandas", "mysql"} <= {one["id"] for one in answer["skills"]}


# ---------------------------------------------------------------------------------------------------- 14 everyday words

EVERYDAY = [
    "Opened the shop at seven, sold bread and cakes, cleaned the oven",
    "Drove the van to schools, parks and hotels in all weathers",
    "Answered the telephone, sorted the post, ordered paper and coffee",
    "Watered plants, fed animals, mended fences, painted the barn",
    "Born in Delft, moved to Leiden, married, two children, one dog",
    "Swam with the rest of the town",
    "Served sparkling water and coffee to the guests",
    "Opened the door for the president of the club",
    "Ran precision tools in a workshop",
    "Loaded ships with the dockers",
]


@pytest.mark.parametrize("line", EVERYDAY)
def test_everyday_words_are_no_skills(line: str, report: Report) -> None:
    """Technical and everyday words are returned as one list of "skills".

    https://github.com/OmkarPathak/pyresparser/issues/41
    """
    assert found(report(job(line))) == set()


def test_skills_of_a_trade_stand_apart_from_those_of_character(report: Report) -> None:
    """The other half of it: what is listed says of which kind it is.

    https://github.com/OmkarPathak/pyresparser/issues/41
    """
    read = report(skills_list("Python, teamwork, communication, PostgreSQL"))
    soft = {one.id for one in read.skills if one.category == skill(read, "teamwork").category}
    assert soft == {"teamwork", "communication"}


SYMBOLS = {"C++": "cpp", "C#": "csharp", ".NET": "csharp", "ASP.NET": "csharp", "Node.js": "nodejs"}


@pytest.mark.parametrize(("name", "id"), SYMBOLS.items(), ids=SYMBOLS.keys())
@pytest.mark.parametrize("line", ["{}", "Python, {}", "Python and {}.", "Python ({})", "{}, Python"])
def test_name_that_begins_or_ends_with_a_sign_is_found(line: str, name: str, id: str, report: Report) -> None:
    """C++, C# and .NET never match, because a word boundary follows a symbol.

    https://github.com/career-ops-hq/career-ops/pull/2227
    """
    assert id in found(report(skills_list(line.format(name))))
    assert id in found(report(job(f"Wrote services in {line.format(name)}")))


@pytest.mark.parametrize(
    ("short", "long", "id"), [("k8s", "Kubernetes", "kubernetes"), ("Postgres", "PostgreSQL", "postgresql")]
)
def test_short_name_counts_as_the_long_one(short: str, long: str, id: str, report: Report) -> None:
    """k8s and Postgres reported as gaps against Kubernetes and PostgreSQL.

    https://github.com/career-ops-hq/career-ops/pull/2226
    """
    said = [skill(report(job(f"Ran {name} for the shops")), id) for name in (short, long)]
    assert [(one.level, one.how, one.name) for one in said] == [("basic", "demonstrated", long)] * 2


def test_hyphen_does_not_change_the_score(report: Report) -> None:
    """ "Python-based" found nothing, and the score fell to 12 where the same resume without hyphens got 77.

    https://github.com/Muskankr/AI-Resume-Analyzer/pull/831
    """
    lines = "Wrote Python-based reports", "Ran Docker-based, AWS-hosted services", "Kept a PostgreSQL-backed shop"
    hyphens, blanks = report(job(*lines)), report(job(*(line.replace("-", " ") for line in lines)))
    assert {"python", "docker", "aws", "postgresql"} <= found(hyphens) == found(blanks)
    assert hyphens.summary.readiness == (blanks.summary.readiness or 0.0) > 0


@pytest.mark.parametrize("line", ["JavaScript", "JavaScript, HTML", "Built JavaScript pages", "Javascript (ES6)"])
def test_java_is_not_in_javascript(line: str, report: Report) -> None:
    """Java inside JavaScript.

    https://github.com/swayam03275/SkillsSphere-AI/issues/510
    """
    read = report(skills_list(line))
    assert "javascript" in found(read) and "java" not in found(read)
