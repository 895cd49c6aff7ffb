"""Which names in a resume are skills, and what becomes of those that nobody knows."""

from __future__ import annotations

import pytest
from pages import (
    document_of,
    resume_pdf,
)
from skill_resumes import Read, case, found, job, left_out, skill, skills_list

from gapcheck import Analyzer

# -------------------------------------------------------------------------------------------------------------- names

LISTED = [
    ("C, C++, C#, R, Go, .NET", {"c", "cpp", "csharp", "r", "go"}),
    ("Python, R, SQL", {"python", "r", "sql"}),
    ("Python; R; C", {"python", "r", "c"}),
    ("Python • R • C", {"python", "r", "c"}),
    ("Python | R | Go", {"python", "r", "go"}),
    ("Python / R / C", {"python", "r", "c"}),
    ("Languages: Python, C++, Go", {"python", "cpp", "go"}),
    ("R", {"r"}),
    ("Go", {"go"}),
    (".NET", {"csharp"}),
    ("ASP.NET, Node.js", {"csharp", "nodejs"}),
    ("C++17", {"cpp"}),
    ("Python (primary), Java", {"python", "java"}),
    ("Python3", {"python"}),
    ("PYTHON, sql", {"python", "sql"}),
    ("k8s, Postgres", {"kubernetes", "postgresql"}),
    ("sklearn, Scikit Learn", {"scikit-learn"}),
    ("MongoDB, GCP", {"mongodb", "gcp"}),
    ("Google Cloud Platform, Amazon Web Services", {"gcp", "aws"}),
    ("CNNs, RNNs", {"cnn", "rnn"}),
    ("JavaScript", {"javascript"}),
    ("PyTorch/TensorFlow", {"pytorch", "tensorflow"}),
    case("C/C++, R", {"c", "cpp", "r"}),
    case("Python / R / Go", {"python", "r", "go"}),
    case("PyTorch/TensorFlow/Keras", {"pytorch", "tensorflow", "keras"}),
    case("Python/R/SQL", {"python", "r", "sql"}),
    case("HTML/CSS/JavaScript", {"html-css", "javascript"}),
]


@pytest.mark.parametrize(("line", "skills"), LISTED)
def test_skill_is_found_in_a_list(line: str, skills: set[str], read: Read) -> None:
    assert skills <= found(read(skills_list(line)))


USED = [
    ("Wrote Python-based reports", "python"),
    ("Wrote reports in Python.", "python"),
    ("Wrote reports (Python)", "python"),
    ("Wrote machine learning-based alerts", "machine-learning"),
    ("Ran k8s clusters", "kubernetes"),
    ("Moved the orders to Postgres", "postgresql"),
    ("Wrote firmware in C and C++", "c"),
    ("Wrote firmware in C and C++", "cpp"),
    ("Wrote services in C# and .NET", "csharp"),
    ("Wrote services in Go and Rust", "go"),
    ("Moved the models from SAS to R", "r"),
    ("Built React pages with TypeScript", "react"),
    ("Ran Spark jobs every night", "spark"),
    ("Built Excel sheets for the planners", "excel"),
    ("Wrote R and Python scripts", "r"),
    ("Installed servers on AWS", "aws"),
    case("Kept to Python's standard library", "python"),
    case("Wrote Python/Flask/Docker services", "docker"),
]


@pytest.mark.parametrize(("line", "name"), USED)
def test_skill_is_found_in_a_sentence(line: str, name: str, read: Read) -> None:
    assert skill(read(job(line)), name).how.value == "demonstrated"


OTHER_MEANING = [
    ("Led R&D for new bread", "r"),
    ("Planned the Go-to-market of rye bread", "go"),
    ("Prepared the Go to market of rye bread", "go"),
    ("Going forward, wrote shorter reports", "go"),
    ("Go through the books every month", "go"),
    ("Played Go, the board game, with guests", "go"),
    ("Raised Red flags early", "r"),
    ("Maintained the platform for orders", "r"),
    ("Maintained the platform for orders", "transformers"),
    ("Measured vitamin C in juice", "c"),
    ("Wrote for C-level readers", "c"),
    ("Tested for hepatitis C", "c"),
    ("Held workshops to spark interest in science", "spark"),
    ("Tested spark ignition engines", "spark"),
    ("Trained to excel at sales", "excel"),
    ("First to react to incidents", "react"),
    ("Reported to Julia Brandt", "julia"),
    ("Waited tables at Java Café", "java"),
    ("Shipped coffee from Java", "java"),
    ("See github.com/mira/python for more", "python"),
    ("See https://example.org/docker for more", "docker"),
    ("Profile at linkedin.com/in/mira-rust", "rust"),
    ("Repository at gitlab.com/mira/spark-jobs", "spark"),
    ("Code at github.com/mira", "git"),
    ("Mail to mira.python@example.org", "python"),
    ("Wrote JavaScript pages", "java"),
    ("Put a swift end to delays", "swift"),
    ("Removed rust from old boats", "rust"),
    ("Measured airflow in wind tunnels", "airflow"),
    ("Repaired transformers at the power station", "transformers"),
    ("Watched a flask in the laboratory", "flask"),
    ("Kept a hive of bees", "hive"),
    ("Sold express deliveries", "nodejs"),
    ("Installed automatic weather stations (AWS) along rivers", "aws"),
    ("Repaired AWS (automatic weather stations) along rivers", "aws"),
    ("Welded brackets by the AWS D1.1 code", "aws"),
    ("Coloured RAG (red, amber, green) reports", "generative-ai"),
    ("Wrote to R. Jansen every week", "r"),
    case("Worked with Julia on the shop floor", "julia"),
]


@pytest.mark.parametrize(("line", "name"), OTHER_MEANING)
def test_word_that_means_something_else_is_no_skill(line: str, name: str, read: Read) -> None:
    assert name not in found(read(job(line)))


TOLD = [
    ("Led R&D for new bread", "r"),
    ("Planned the Go-to-market of rye bread", "go"),
    ("Measured vitamin C in juice", "c"),
    ("Reported to Julia Brandt", "julia"),
    ("Waited tables at Java Café", "java"),
    ("Installed automatic weather stations (AWS) along rivers", "aws"),
]


@pytest.mark.parametrize(("line", "name"), TOLD)
def test_name_with_another_meaning_is_told(line: str, name: str, read: Read) -> None:
    assert (name, "other-meaning") in left_out(read(job(line)))


def test_name_of_the_person_is_no_skill(read: Read) -> None:
    text = job("Sorted the returned books").replace("Mira Sandoval", "Julia Rust")
    assert found(read(text)) == set()


def test_name_of_the_employer_is_no_skill(read: Read) -> None:
    text = job("Served coffee").replace("Analyst, Kestrel Foods", "Waiter, Java Café")
    assert found(read(text)) == set()


def test_abbreviation_spelled_out_as_the_skill_counts(read: Read) -> None:
    assert "aws" in found(read(job("Ran servers on Amazon Web Services (AWS)")))


# -------------------------------------------------------------------------------------------------------------- whole


@pytest.mark.parametrize("text", ["", "Python", "# Skills", "# Skills\nPython", "## Clerk | 2019 - 2020", "- Python"])
def test_short_resume_is_read(text: str, read: Read) -> None:
    assert found(read(f"Mira Sandoval\n{text}")) <= {"python"}


def test_same_resume_gives_the_same_report(analyzer: Analyzer) -> None:
    document = document_of(resume_pdf(job("Trained nets in PyTorch", "No Kubernetes yet") + "\n# Skills\nDocker, R"))
    assert analyzer.analyze_document(document).to_json() == analyzer.analyze_document(document).to_json()


def test_reports_name_only_known_skills(analyzer: Analyzer) -> None:
    report = analyzer.analyze_document(document_of(resume_pdf(job("Trained nets in PyTorch on AWS"))))
    assert {one.id for one in report.skills} <= analyzer.taxonomy.skills.keys()


def test_profile_is_met_by_what_the_resume_shows(analyzer: Analyzer) -> None:
    report = analyzer.analyze_document(document_of(resume_pdf(job("Wrote Python").replace("Mar 2020", "Dec 2022"))))
    carried = [one for one in report.requirements if one.skill == "python"]
    assert carried
    assert all(one.found == "advanced" for one in carried)


# ---------------------------------------------------------------------------------------------------- not recognised

MISSPELLED = [("Pytroch", "pytorch"), ("Kuberentes", "kubernetes"), ("Dokcer", "docker"), ("Tensorfow", "tensorflow")]


@pytest.mark.parametrize(("word", "meant"), MISSPELLED)
def test_misspelled_name_is_shown_with_the_nearest_skill_and_not_counted(word: str, meant: str, read: Read) -> None:
    findings = read(skills_list(f"SQL, {word}"))
    assert [(one.text, one.nearest) for one in findings.unrecognised] == [(word, meant)]
    assert found(findings) == {"sql"}


def test_misspelled_name_in_a_sentence_is_shown(read: Read) -> None:
    (one,) = read(job("Trained a ranker with Tensrflow for a bakery")).unrecognised
    assert (one.text, one.nearest, one.page) == ("Tensrflow", "tensorflow", 1)


def test_unknown_tool_in_a_list_is_shown_without_a_guess(read: Read) -> None:
    findings = read(skills_list("Python, Loaftracker, SQL", "Tools: CrustDB / Git"))
    assert [(one.text, one.nearest) for one in findings.unrecognised] == [("Loaftracker", None), ("CrustDB", None)]


@pytest.mark.parametrize(
    "line",
    [
        "Presented the Connect project to the President of Denmark.",
        "Mathematics for Containers, Networks and Agents.",
        "Wrote to mira@Pytroch.example and www.Dokcer.example",
    ],
)
def test_ordinary_words_are_no_misspelled_names(line: str, read: Read) -> None:
    assert read(job(line)).unrecognised == ()


def test_word_that_is_known_but_means_something_else_is_not_unknown(read: Read) -> None:
    assert read(job("Worked for Spark, a theatre in Java")).unrecognised == ()


# --------------------------------------------------------------------------------------- names that are ordinary words


def test_words_around_an_ambiguous_name_decide_where_no_condition_holds(read: Read) -> None:
    assert "rust" in found(read(job("Rewrote the ingestion pipeline of the platform, Rust and PostgreSQL behind it")))
    assert "rust" not in found(read(job("Kept Rust off the boats of the harbour all winter")))


def test_surname_after_an_initial_is_no_skill(read: Read) -> None:
    assert found(read(job("Paper with L. Go and A. Swift"))) == set()
    assert found(read(job("Simulated yeast in R. Python reads the output."))) >= {"r", "python"}


def test_name_of_a_study_in_capitals_is_no_tool(read: Read) -> None:
    assert found(read(job("Wrote the plan for the SPARK study and the REACT trial"))) == set()
    assert found(read(skills_list("PYTHON, SPARK, REACT"))) >= {"python", "spark", "react"}
