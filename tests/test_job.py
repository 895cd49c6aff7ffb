"""Postings: what they ask for, how they are read from pages and files, and the profile that comes of it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import docx
import jsonschema
import pytest
import yaml
from pages import AS_OF, Text, pdf_of
from posting import Read, asked, posting_reader
from typer.testing import CliRunner

from gapcheck import Analyzer
from gapcheck.cli.main import app
from gapcheck.job import Job, JobError, profile_text, read_job
from gapcheck.report import json_schema
from gapcheck.skills.reader import SkillReader
from gapcheck.taxonomy import Level, Taxonomy, load_with_profile
from gapcheck.taxonomy.models.profiles import Profile

ROOT = Path(__file__).parent.parent
POSTINGS = ROOT / "tests" / "data" / "postings"
LABELLED = sorted(path for path in POSTINGS.iterdir() if path.suffix in (".txt", ".html", ".pdf"))
STRONG = ROOT / "samples" / "strong.pdf"


@pytest.fixture(scope="module")
def labelled(taxonomy: Taxonomy, skill_reader: SkillReader) -> list[tuple[dict[str, Any], Job]]:
    """The labels and the reading of every posting."""
    return [
        (yaml.safe_load(path.with_suffix(".yaml").read_text(encoding="utf-8")), read_job(path, taxonomy, skill_reader))
        for path in LABELLED
    ]


@pytest.fixture
def read(tmp_path: Path, taxonomy: Taxonomy, skill_reader: SkillReader) -> Read:
    return posting_reader(tmp_path, taxonomy, skill_reader)


def test_requirements_needs_and_levels_of_the_labelled_postings(labelled: list[tuple[dict[str, Any], Job]]) -> None:
    """A requirement is found where exactly its set of skills is: a list with one name too few is a miss."""
    found = expected = hits = needs = levels = 0
    for label, job in labelled:
        truth = {frozenset(one["any_of"]): one for one in label["requirements"]}
        answer = {frozenset(one.any_of): one for one in job.requirements}
        both = truth.keys() & answer.keys()
        found, expected, hits = found + len(answer), expected + len(truth), hits + len(both)
        needs += sum(truth[key]["need"] == answer[key].need.value for key in both)
        levels += sum(truth[key]["level"] == answer[key].level.name for key in both)
    assert len(labelled) == 10
    assert 2 * hits / (found + expected) >= 0.9
    assert needs / hits >= 0.85
    assert levels / hits >= 0.9


def test_words_that_no_skill_has_are_named(labelled: list[tuple[dict[str, Any], Job]]) -> None:
    truth = {(label["title"], word) for label, _ in labelled for word in label["unknown"]}
    answer = {(label["title"], one.text) for label, job in labelled for one in job.unknown}
    assert 2 * len(truth & answer) / (len(truth) + len(answer)) >= 0.8


def test_titles_are_found(labelled: list[tuple[dict[str, Any], Job]]) -> None:
    assert all(job.title.lower().startswith(label["title"].lower()) for label, job in labelled)


def test_every_requirement_quotes_the_posting(labelled: list[tuple[dict[str, Any], Job]]) -> None:
    for _, job in labelled:
        for one in job.requirements:
            assert one.quote and one.page >= 1 and one.line >= 1


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("5+ years of Python", {"python": "must advanced"}),
        ("At least two years' experience with Python", {"python": "must intermediate"}),
        ("3-5 years of experience building models with PyTorch", {"pytorch": "must advanced"}),
        ("Six months of Docker", {"docker": "must basic"}),
        ("Python (4 years)", {"python": "must advanced"}),
        ("Python: expert", {"python": "must advanced"}),
        ("Expert knowledge of SQL and basic Docker", {"sql": "must advanced", "docker": "must basic"}),
        ("Some practical experience with Kafka", {"kafka": "must basic"}),
        ("Strong Python and SQL", {"python": "must intermediate", "sql": "must intermediate"}),
        ("PyTorch or TensorFlow", {"pytorch|tensorflow": "must intermediate"}),
        ("AWS/GCP", {"aws|gcp": "must intermediate"}),
        ("Python, Docker and Git", dict.fromkeys(("python", "docker", "git"), "must intermediate")),
        ("Docker, and Airflow or Prefect", {"docker": "must intermediate", "airflow|prefect": "must intermediate"}),
        ("Tableau, Power BI or similar", {"power-bi|tableau": "must intermediate"}),
        ("A major cloud provider (AWS, Azure, GCP)", {"aws|azure|cloud-computing|gcp": "must intermediate"}),
        ("A streaming platform such as Kafka or Kinesis", {"kafka|kinesis|stream-processing": "must intermediate"}),
        ("Vector database, e.g. Pinecone, Weaviate", {"pinecone|vector-databases|weaviate": "must intermediate"}),
        ("Kubeflow or, if you prefer it, Argo Workflows", {"argo-workflows|kubeflow": "must intermediate"}),
        ("Solid Python, including pandas", {"python": "must intermediate", "pandas": "must intermediate"}),
        ("Python (pandas or Polars)", {"python": "must intermediate", "pandas|polars": "must intermediate"}),
        ("AWS, Hetznerix or GCP", {"aws|gcp": "must intermediate"}),
        ("Strong Python, ideally with PyTorch", {"python": "must intermediate", "pytorch": "nice intermediate"}),
        ("Python is required, Rust would be a plus", {"python": "must intermediate", "rust": "nice basic"}),
        ("Terraform (AWS preferred)", {"terraform": "must intermediate", "aws": "nice basic"}),
        ("Kubernetes (optional), Python", {"kubernetes": "nice basic", "python": "must intermediate"}),
        ("Experience with Rust isn't required, but it would help", {"rust": "nice intermediate"}),
        ("Python; no experience with Scala is needed", {"python": "must intermediate"}),
        ("Python; you do not need Java", {"python": "must intermediate"}),
        ("Degree in computer science or statistics, with strong Python", {"python": "must intermediate"}),
        ("Enough Python to support our data scientists", {"python": "must intermediate"}),
        ("You can explain your work to colleagues", {"communication": "must intermediate"}),
    ],
)
def test_line_of_a_list_of_requirements(line: str, expected: dict[str, str], read: Read) -> None:
    assert asked(read(f"Data Engineer\n\nRequirements:\n- {line}\n- Linux\n")) == {
        **expected,
        "linux": "must intermediate",
    }


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Requirements", "must intermediate"),
        ("WHAT YOU BRING", "must intermediate"),
        ("You might be a fit if you", "must intermediate"),
        ("Nice to have:", "nice basic"),
        ("**Bonus points**", "nice basic"),
        ("## Preferred qualifications", "nice basic"),
        ("Desirable criteria", "nice basic"),
        ("What you'll do", "nice basic"),
        ("What we offer", None),
        ("Our tech stack", None),
        ("Not needed", None),
        ("Similar jobs", None),
    ],
)
def test_heading_says_how_much_a_skill_is_wanted(heading: str, expected: str | None, read: Read) -> None:
    found = asked(read(f"ML Engineer\n\nYou have used Linux.\n\n{heading}\n\n- Docker\n- Terraform\n"))
    assert found.get("docker") == found.get("terraform") == expected


@pytest.mark.parametrize(
    ("title", "level"),
    [("ML Intern", "basic"), ("Junior Data Analyst", "intermediate"), ("Data Analyst", "intermediate")]
    + [(f"{word} ML Engineer", "advanced") for word in ("Senior", "Lead", "Staff")],
)
def test_seniority_sets_the_level_of_must_haves_without_a_word(title: str, level: str, read: Read) -> None:
    text = f"{title}\n\nRequirements:\n- Python\n- Good SQL\n\nNice to have:\n- Docker\n"
    assert asked(read(text)) == {"python": f"must {level}", "sql": "must intermediate", "docker": "nice basic"}


def test_prose_counts_only_what_it_asks_for(read: Read) -> None:
    job = read(
        "Machine Learning Engineer\n\n"
        "Our site is written in Ruby on Rails and runs on Kubernetes. You have three years of Python behind you, and "
        "you know PyTorch or TensorFlow. We'll teach you Rust. If you have worked with ONNX, so much the better.\n"
    )
    assert asked(job) == {"python": "must advanced", "pytorch|tensorflow": "must intermediate", "onnx": "nice basic"}


def test_lines_broken_by_a_margin_are_joined(read: Read) -> None:
    job = read(
        "DATA ENGINEER\n\nWHAT YOU NEED\n"
        "* Working knowledge of a streaming platform such as\n  Kafka or Kinesis, and of Gra-\n  fana\n"
        "* Experience with a relational database, which can be\n  PostgreSQL or MySQL\n"
    )
    assert asked(job) == dict.fromkeys(
        ("kafka|kinesis|stream-processing", "grafana", "mysql|postgresql"), "must intermediate"
    )


def test_skill_asked_for_twice_is_one_requirement_with_the_stronger_need(read: Read) -> None:
    job = read("Analyst\n\nTasks\n- Reports in Python\n\nRequirements\n- 3+ years of Python\n\nPlus\n- Python or R\n")
    assert asked(job) == {"python": "must advanced"}


def test_text_below_a_list_is_no_requirement(read: Read) -> None:
    job = read(
        "Analyst\n\nDesirable\n- SQL\n\nThe university offers its staff a nursery, a pension scheme, a canteen, and "
        "short courses, among them courses on Tableau, SPSS and Docker, to which all of them are invited.\n"
    )
    assert asked(job) == {"sql": "nice basic"}


WEB_PAGE = """<html><head><title>Acme</title>{data}</head><body>
<div class="cookie-bar"><p>We use machine learning. <b>Requirements</b> Scala</p></div>
<nav><a href="/">Java jobs</a></nav>
<div class="content"><h2>Data Engineer</h2><p><strong>Minimum qualifications</strong></p>
<ul><li><p>Strong <b>Python</b></p></li><li>SQL</li></ul>
<h3>Nice to have</h3><p>- Kafka<br>- Rust</p>
<table><tr><th>Subject</th><th>Level</th><th></th></tr>
<tr><td>Docker</td><td>Expert</td><td>Must</td></tr><tr><td>C++</td><td>not needed</td><td>–</td></tr></table>
<h3>Benefits</h3><p>AWS certificates</p></div>
<div class="related-jobs"><h3>Requirements</h3><ul><li>Hadoop</li></ul></div><footer>Vue.js</footer></body></html>"""


def test_web_page_is_read_without_what_is_around_the_posting(read: Read) -> None:
    job = read(WEB_PAGE.format(data=""), "page.html")
    assert job.title == "Data Engineer"
    assert asked(job) == {
        "python": "must intermediate",
        "sql": "must intermediate",
        "kafka": "nice basic",
        "rust": "nice basic",
        "docker": "must advanced",
    }


def test_description_in_json_ld_is_read_where_the_page_shows_less(read: Read) -> None:
    description = "<h3>Requirements</h3><ul><li>Expert Python</li></ul>" + "<p>We mend old clocks by hand.</p>" * 12
    data = json.dumps({"@type": "JobPosting", "title": "ML Engineer", "description": description})
    job = read(f'<html><script type="application/ld+json">{data}</script><body>Loading…</body></html>', "page.html")
    assert job.title == "ML Engineer" and asked(job) == {"python": "must advanced"}


def test_profile_weighs_must_haves_more_and_puts_them_first(read: Read, taxonomy: Taxonomy) -> None:
    profile = read("ML Engineer\n\nNice to have\n- Rust\n\nRequirements\n- Python\n").profile(taxonomy, AS_OF)
    assert (profile.id, profile.name) == ("job:ml-engineer", "ML Engineer")
    assert [rule.category for rule in profile.requirements] == ["must-have", "nice-to-have"]
    first, second = profile.requirements
    assert first.weight > second.weight


@pytest.mark.parametrize("path", LABELLED, ids=lambda path: path.stem)
def test_profile_file_loads_as_the_same_profile(
    path: Path, tmp_path: Path, taxonomy: Taxonomy, skill_reader: SkillReader
) -> None:
    job = read_job(path, taxonomy, skill_reader)
    profile = job.profile(taxonomy, date(2026, 11, 1))
    text = profile_text(job, profile)
    assert Profile.model_validate(yaml.safe_load(text)) == profile
    assert all(one.text in text for one in job.unknown)


def test_edited_profile_gives_the_verdicts_of_the_posting(tmp_path: Path) -> None:
    posting, mine = POSTINGS / "data_engineer_heat_pumps.html", tmp_path / "my.yaml"
    mine.write_text(gapcheck("job", posting).stdout, encoding="utf-8")
    taxonomy, profile = load_with_profile(str(mine))
    by_file = Analyzer(profile, as_of=AS_OF, taxonomy=taxonomy).analyze(STRONG)
    by_job = Analyzer(job=posting, as_of=AS_OF).analyze(STRONG)
    assert by_file.requirements == by_job.requirements and by_file.summary == by_job.summary
    assert by_file.job is None and by_job.job is not None


def gapcheck(*arguments: object, expect: int = 0) -> Any:
    run = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert run.exit_code == expect, run.output
    return run


def test_report_shows_how_the_posting_was_read() -> None:
    posting = POSTINGS / "data_engineer_heat_pumps.html"
    text = gapcheck(STRONG, "--job", posting, "--details").stdout
    assert "How the posting was read" in text and "Strong Python and SQL" in text and "OpenADR" in text
    report = json.loads(gapcheck(STRONG, "--job", posting, "--format", "json").stdout)
    jsonschema.validate(report, json_schema())
    assert report["profile"]["id"] == "job:data-engineer-m-f-d"
    assert report["job"]["requirements"][0].keys() == {"id", "need", "level", "why", "quote", "page", "line"}


def test_report_without_a_posting_says_nothing_of_one(analyzer: Analyzer) -> None:
    assert analyzer.analyze(STRONG).job is None


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\n", "empty"),
        ("rubbish.txt", bytes(range(256)) * 8, "not-a-posting"),
        ("fake.pdf", b"Requirements: Python", "not-a-posting"),
        ("broken.pdf", b"%PDF-1.7 rubbish", "broken"),
        ("picture.pdf", pdf_of([]), "no-text"),
        ("posting.docx", b"PK\x03\x04 and more", "not-a-posting"),
        ("page.html", b"<html><body></body></html>", "empty"),
        ("letter.txt", b"The train leaves at nine.", "no-skills"),
        ("letter.pdf", pdf_of([Text(60, 60, "The train leaves at nine.")]), "no-skills"),
        ("book.txt", b"The train leaves at nine.\n" * 5000, "not-a-posting"),
        ("absent.txt", None, "not-found"),
    ],
)
def test_bad_posting_costs_one_line_with_cause_and_remedy(
    name: str, content: bytes | None, code: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    run = gapcheck("job", path, expect=1)
    (line,) = run.stderr.splitlines()
    assert line.startswith(f"gapcheck: {path}: {code}: ") and run.stdout == ""


def test_bad_posting_for_a_resume_costs_one_line(tmp_path: Path) -> None:
    run = gapcheck(STRONG, "--job", tmp_path / "absent.txt", expect=1)
    assert "not-found" in run.stderr and len(run.stderr.splitlines()) == 1


def test_posting_and_profile_together_are_refused() -> None:
    run = gapcheck(STRONG, "--job", LABELLED[0], "--profile", "nlp-engineer", expect=2)
    (line,) = run.stderr.splitlines()
    assert "--job" in line and "--profile" in line


def test_folder_is_no_posting(tmp_path: Path, taxonomy: Taxonomy, skill_reader: SkillReader) -> None:
    with pytest.raises(JobError, match="folder"):
        read_job(tmp_path, taxonomy, skill_reader)


def test_numbers_of_the_data_file_are_used(taxonomy: Taxonomy) -> None:
    words = taxonomy.postings
    assert words.level_of_years(0.5) is Level.basic
    assert words.level_of_years(2) is Level.intermediate
    assert words.level_of_years(3) is Level.advanced
    assert all(skill in taxonomy.skills for skill in words.asked_as)


def test_docx_posting_is_read_as_any_other(tmp_path: Path, taxonomy: Taxonomy, skill_reader: SkillReader) -> None:
    document = docx.Document()
    document.add_heading("Data Engineer", 0)
    document.add_heading("Requirements", 2)
    document.add_paragraph("Expert Python", style="List Bullet")
    document.add_paragraph().add_run("Nice to have").bold = True
    document.add_paragraph("Kafka or Kinesis", style="List Bullet")
    path = tmp_path / "posting.docx"
    document.save(str(path))
    job = read_job(path, taxonomy, skill_reader)
    assert job.title == "Data Engineer"
    assert asked(job) == {"python": "must advanced", "kafka|kinesis": "nice basic"}
