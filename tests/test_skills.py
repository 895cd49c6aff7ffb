"""Resumes as real PDFs → the skills they support, with level and kind of evidence, and what does not count."""

from __future__ import annotations

import io
import math
from collections.abc import Callable, Sequence

import pytest
from pages import (
    AS_OF,
    INVISIBLE,
    WHITE,
    Fill,
    Mark,
    Ring,
    Text,
    column,
    document_of,
    pdf_of,
    resume_pdf,
    typed,
)
from reportlab.pdfgen import canvas

from gapcheck import Analyzer
from gapcheck.documents import Document
from gapcheck.documents.characters import readable
from gapcheck.resume.reader import read_resume
from gapcheck.skills import SkillEvidence
from gapcheck.skills.reader import Findings, SkillReader
from gapcheck.taxonomy import Taxonomy

Read = Callable[[str | bytes | Document], Findings]


@pytest.fixture
def read(taxonomy: Taxonomy, skill_reader: SkillReader) -> Read:
    """A resume in the notation of `resume_pdf`, as a PDF or as a document → what it says of skills."""

    def findings(source: str | bytes | Document) -> Findings:
        if isinstance(source, str):
            source = resume_pdf(source)
        document = document_of(source) if isinstance(source, bytes) else source
        return skill_reader.read(read_resume(document, taxonomy, AS_OF))

    return findings


def job(*lines: str) -> str:
    """A resume with one job of three months that says these lines."""
    return "\n".join(
        ["Mira Sandoval", "# Experience", "## Analyst, Kestrel Foods | Jan 2020 - Mar 2020"]
        + [f"- {line}" for line in lines]
        + ["# Education", "## BSc Biology, Delft University | 2016 - 2019"]
    )


def skills_list(*lines: str) -> str:
    """A resume with these lines in its skills section and no entry that uses them."""
    return "\n".join(
        ["Mira Sandoval", "# Skills", *lines, "# Education", "## BSc Biology, Delft University | 2016 - 2019"]
    )


def summary(*lines: str) -> str:
    """A resume with these lines as its summary."""
    return skills_list(*lines).replace("# Skills", "# Summary")


def found(findings: Findings) -> set[str]:
    return {one.skill for one in findings.skills}


def skill(findings: Findings, name: str) -> SkillEvidence:
    return next(one for one in findings.skills if one.skill == name)


def left_out(findings: Findings) -> set[tuple[str, str]]:
    return {(one.skill, one.reason.value) for one in findings.not_counted}


def case(*values: object) -> object:
    """A case named by its first value."""
    name = str(values[0])
    return pytest.param(*values, id=name)


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


# ------------------------------------------------------------------------------------------------------------ context

NEGATED = [
    ("No experience with Spark yet.", {"spark"}),
    ("I have no experience with Kafka, Spark or Hadoop.", {"kafka", "spark", "hadoop"}),
    ("Not familiar with Docker.", {"docker"}),
    ("Never used Tableau.", {"tableau"}),
    ("Have not worked with PyTorch.", {"pytorch"}),
    ("I haven't used AWS.", {"aws"}),
    ("I don't know TensorFlow.", {"tensorflow"}),
    ("No prior exposure to Kubernetes.", {"kubernetes"}),
    ("Neither Docker nor Kubernetes.", {"docker", "kubernetes"}),
    ("I lack experience in SQL.", {"sql"}),
    ("Zero experience with Spark.", {"spark"}),
    ("Python, but no Java.", {"java"}),
]

HOPED_FOR = [
    ("Eager to learn Docker.", {"docker"}),
    ("I want to learn PyTorch and TensorFlow.", {"pytorch", "tensorflow"}),
    ("Interested in Kubernetes.", {"kubernetes"}),
    ("Would love to work with Spark.", {"spark"}),
    ("Looking for a role where I can use Scala.", {"scala"}),
    ("Plan to take a course in Tableau.", {"tableau"}),
    ("Keen to work with MLflow, Docker and AWS.", {"mlflow", "docker", "aws"}),
    ("Kubernetes is next on my list.", {"kubernetes"}),
    ("Hope to use Snowflake in my next position.", {"snowflake"}),
    ("Hoping to use Rust in my next role.", {"rust"}),
    ("My goal is to master Tableau.", {"tableau"}),
    ("Excited about Kubernetes.", {"kubernetes"}),
]

BEING_LEARNED = [
    ("Currently learning Docker.", {"docker"}),
    ("Currently studying Kubernetes.", {"kubernetes"}),
    ("Now learning Spark.", {"spark"}),
    ("At the moment I am learning PyTorch.", {"pytorch"}),
    ("Currently learning Rust.", {"rust"}),
    ("Started learning PyTorch last month.", {"pytorch"}),
    ("Docker (learning)", {"docker"}),
    ("Learning: Docker, Spark", {"docker", "spark"}),
    ("Learning at the moment: Docker", {"docker"}),
    ("Now reading about Docker.", {"docker"}),
]

OF_OTHERS = [
    ("My colleagues wrote the Spark jobs.", {"spark"}),
    ("A teammate did the Tableau dashboards.", {"tableau"}),
    ("The PyTorch code was written by my supervisor.", {"pytorch"}),
    ("The Docker setup was handled by the vendor.", {"docker"}),
    ("The Snowflake part was built by another team.", {"snowflake"}),
    ("The Kafka part was built by another team.", {"kafka"}),
    ("Worked beside engineers who used TensorFlow.", {"tensorflow"}),
    ("Recruited Java developers.", {"java"}),
    ("The React front end came from the web group.", {"react"}),
    ("Pulled from tables that the data engineering team loads with Airflow and Spark.", {"airflow", "spark"}),
    ("The colleagues of the risk team run the score (scikit-learn) as a service.", {"scikit-learn"}),
    ("Our AWS account is run by head office.", {"aws"}),
    ("The vendor trains the PyTorch model, my part is the labels.", {"pytorch"}),
    ("Pair with a colleague who looks after the Django site.", {"django"}),
    ("Kept the servers of a department, who train models in PyTorch, running.", {"pytorch"}),
    ("Accepted the XGBoost model that the research group developed.", {"xgboost"}),
]


def assert_left_out(findings: Findings, names: set[str], reason: str) -> None:
    assert not names & found(findings)
    assert {(name, reason) for name in names} <= left_out(findings)


SAID_AND_NOT_SHOWN = [
    (line, names, reason)
    for reason, lines in {
        "negated": NEGATED,
        "aspiration": [*HOPED_FOR, *BEING_LEARNED],
        "other-person": OF_OTHERS,
    }.items()
    for line, names in lines
]


@pytest.mark.parametrize("where", [job, summary], ids=["in a job", "in the summary"])
@pytest.mark.parametrize(("line", "names", "reason"), SAID_AND_NOT_SHOWN)
def test_skill_denied_hoped_for_being_learned_or_of_somebody_else_is_not_counted(
    line: str, names: set[str], reason: str, where: Callable[[str], str], read: Read
) -> None:
    assert_left_out(read(where(line)), names, reason)


def test_skill_implied_by_a_denied_one_is_not_counted(read: Read) -> None:
    assert found(read(summary("No experience with PyTorch."))) == set()


def test_tool_among_the_interests_is_a_wish(read: Read) -> None:
    findings = read(skills_list("SQL") + "\n# Interests\nKubernetes, sailing")
    assert_left_out(findings, {"kubernetes"}, "aspiration")


def test_whole_names_of_authors_are_no_tools(read: Read) -> None:
    work = "Mira Sandoval, Tom Rust, Anna Spark and Eva Dart. Trees of shops in Python. 2024"
    assert found(read(f"Mira Sandoval\n# Publications\n- {work}")) == {"python"}


def test_leadership_of_a_mentor_is_not_the_writers(read: Read) -> None:
    assert "leadership" not in found(read(job("Mentored by Julia Brandt in sales")))


REACH = [
    ("Python, but no PyTorch.", {"python"}),
    ("Ran Docker, not Kubernetes", {"docker"}),
    ("Eager to learn Kubernetes. Ran Docker on Linux.", {"docker", "linux"}),
    ("Ran Docker on Linux. Eager to learn Kubernetes.", {"docker", "linux"}),
    ("Not only Python but also SQL", {"python", "sql"}),
    ("My colleagues wrote the Kubernetes part; I wrote SQL.", {"sql"}),
    ("No Kubernetes yet, but wrote SQL for two shops", {"sql"}),
    ("Wrote Python reports (the PyTorch part was written by a colleague)", {"python"}),
]


@pytest.mark.parametrize(("line", "names"), REACH, ids=[line for line, _ in REACH])
def test_denial_or_wish_reaches_no_further_than_its_words(line: str, names: set[str], read: Read) -> None:
    findings = read(job(line))
    assert names <= found(findings)
    assert not {"kubernetes", "pytorch"} & found(findings)


def test_skill_denied_in_one_place_and_used_in_another_counts(read: Read) -> None:
    findings = read(job("Ran Spark jobs every night") + "\n# Summary\nNo experience with Spark on Windows.")
    assert "spark" in found(findings)
    assert ("spark", "negated") in left_out(findings)


# ------------------------------------------------------------------------------------------------------------ ratings


def rated(line: str) -> str:
    """A resume with this line in its skills section and one project that uses Python, SQL and Docker."""
    return skills_list(line) + "\n# Projects\n## Crust Camera\n- Wrote Python and SQL, ran Docker"


RATED = [
    # words
    ("Python: expert", {"python": "advanced"}),
    ("Python: advanced", {"python": "advanced"}),
    ("Advanced Python", {"python": "advanced"}),
    ("Python (advanced)", {"python": "advanced"}),
    ("Python - Expert", {"python": "advanced"}),
    ("Expert: Python, SQL", {"python": "advanced", "sql": "advanced"}),
    ("Extensive experience with Python", {"python": "advanced"}),
    ("SQL: intermediate", {"sql": "intermediate"}),
    ("Proficient in Python and SQL", {"python": "intermediate", "sql": "intermediate"}),
    ("Proficient: Python", {"python": "intermediate"}),
    ("Strong Python", {"python": "intermediate"}),
    ("Solid SQL", {"sql": "intermediate"}),
    ("Experienced in SQL", {"sql": "intermediate"}),
    ("Docker (basic)", {"docker": "basic"}),
    ("Familiar with Docker", {"docker": "basic"}),
    ("Exposure to Docker", {"docker": "basic"}),
    ("Beginner: Docker", {"docker": "basic"}),
    (
        "Expert in Python, proficient in SQL, familiar with Docker",
        {"python": "advanced", "sql": "intermediate", "docker": "basic"},
    ),
    ("Advanced Python, intermediate SQL", {"python": "advanced", "sql": "intermediate"}),
    case("Python | Expert", {"python": "advanced"}),
    # years
    ("5 years of Python", {"python": "advanced"}),
    ("3+ years of Python", {"python": "advanced"}),
    ("three years of experience with Python", {"python": "advanced"}),
    ("Python (4 years)", {"python": "advanced"}),
    ("2 years of Python", {"python": "basic"}),
    ("Python (3+ years), SQL (1 year)", {"python": "advanced", "sql": "basic"}),
    case("Python (4 yrs)", {"python": "advanced"}),
    # fractions and percent
    ("Python 4/5", {"python": "advanced"}),
    ("SQL 3/5", {"sql": "intermediate"}),
    ("Python 2/5", {"python": "basic"}),
    case("Python 3/5", {"python": "intermediate"}),
    ("Python 8/10", {"python": "advanced"}),
    ("Python 9/10, SQL 5/10", {"python": "advanced", "sql": "intermediate"}),
    ("Python 80%", {"python": "advanced"}),
    ("Python: 90 %", {"python": "advanced"}),
    ("Python 60%", {"python": "intermediate"}),
    ("Python 30%", {"python": "basic"}),
    # numbers that rate nothing
    ("Python 3", {"python": "basic"}),
    ("Python 2.7/3.6", {"python": "basic"}),
    ("Python", {"python": "basic"}),
]


@pytest.mark.parametrize(("line", "levels"), RATED)
def test_rating_with_one_entry_is_the_level(line: str, levels: dict[str, str], read: Read) -> None:
    findings = read(rated(line))
    assert {name: skill(findings, name).level.name for name in levels} == levels


DOTS = [
    ("Python ●●●●●", "advanced"),
    ("Python ●●●●○", "advanced"),
    ("Python ●●●○○", "intermediate"),
    ("Python ●●○○○", "basic"),
    ("Python ★★★★☆", "advanced"),
    ("Python ★★★☆☆", "intermediate"),
    ("Python ■■■■□", "advanced"),
    ("Python ▰▰▰▱▱", "intermediate"),
    case("Python ●●●●○ SQL ●●○○○", "advanced"),
    case(f"Python {readable(chr(0xF005) * 4 + chr(0xF006))}", "advanced"),
]


@pytest.mark.parametrize(("line", "level"), DOTS)
def test_dots_rate_by_their_share(line: str, level: str, read: Read) -> None:
    findings = read(
        typed(
            f"""Mira Sandoval
            # Projects
            Crust Camera
            - Wrote Python
            # Skills
            {line}"""
        )
    )
    assert skill(findings, "python").level.name == level


@pytest.mark.parametrize(("share", "level"), [(0.9, "advanced"), (0.6, "intermediate")])
def test_drawn_bar_rates_by_its_share(share: float, level: str, read: Read) -> None:
    marks: list[Mark] = [
        Text(60, 50, "Mira Sandoval"),
        Text(60, 80, "Projects", size=14, bold=True),
        Text(60, 95, "Crust Camera", bold=True),
        Text(60, 110, "Wrote Python for it."),
        Text(60, 150, "Skills", size=14, bold=True),
        Text(60, 170, "Python"),
        Fill(150, 163, 100, 7, (0.85, 0.85, 0.85)),
        Fill(150, 163, 100 * share, 7, (0.1, 0.2, 0.6)),
    ]
    assert skill(read(pdf_of(marks)), "python").level.name == level


@pytest.mark.parametrize(("filled", "level"), [(5, "advanced"), (3, "intermediate"), (1, "basic")])
def test_drawn_dots_with_rings_rate_by_their_share(filled: int, level: str, read: Read) -> None:
    """Browsers draw a round mark as a filling and a ring around it, which is a little wider."""
    marks: list[Mark] = [
        Text(60, 50, "Mira Sandoval"),
        Text(60, 80, "Projects", size=14, bold=True),
        Text(60, 95, "Crust Camera", bold=True),
        Text(60, 110, "Wrote Python for it."),
        Text(60, 150, "Skills", size=14, bold=True),
        Text(60, 170, "Python"),
    ]
    for number in range(5):
        marks.append(Fill(151 + 8 * number, 164, 5.2, 5.2, (0.5, 0.2, 0.1) if number < filled else WHITE))
        marks.append(Ring(150.1 + 8 * number, 163.1, 7, 7))
    assert skill(read(pdf_of(marks)), "python").level.name == level


def test_drawn_stars_rate_by_their_share(read: Read) -> None:
    """A star is a shape of ten edges; a filled one and an empty one are as large."""
    file = io.BytesIO()
    pdf = canvas.Canvas(file, invariant=1)
    pdf.setFont("Helvetica-Bold", 14)
    pdf.drawString(60, 760, "Skills")
    pdf.setFont("Helvetica", 10)
    pdf.drawString(60, 740, "Python")
    for number in range(5):
        path = pdf.beginPath()
        for corner in range(10):
            angle, radius = math.pi * (0.5 + corner / 5), 5 if corner % 2 == 0 else 2
            point = (150 + 14 * number + radius * math.cos(angle), 743 + radius * math.sin(angle))
            (path.lineTo if corner else path.moveTo)(*point)
        path.close()
        pdf.setFillColorRGB(*((0.9, 0.7, 0.1) if number < 3 else (0.85, 0.85, 0.85)))
        pdf.drawPath(path, stroke=0, fill=1)
    pdf.save()
    rated = skill(read(file.getvalue()), "python")
    assert rated.support.rating is not None and rated.support.rating.name == "intermediate"


def test_title_above_a_list_rates_all_of_it(read: Read) -> None:
    marks: list[Mark] = [
        Text(60, 50, "Mira Sandoval"),
        Text(60, 80, "Skills", size=14, bold=True),
        Text(60, 100, "Expert", bold=True),
        *column(60, 114, ["Python, SQL,", "Docker"]),
        Text(60, 146, "Familiar", bold=True),
        Text(60, 160, "Tableau"),
        Text(60, 178, "No production experience", bold=True),
        Text(60, 192, "Kubernetes"),
    ]
    findings = read(pdf_of(marks))
    assert {one.skill: one.level.name for one in findings.skills} == {
        "python": "intermediate", "sql": "intermediate", "docker": "intermediate", "tableau": "basic",
    }  # fmt: skip
    assert left_out(findings) == {("kubernetes", "negated")}


def test_spelling_of_britain_and_of_america_is_one(read: Read) -> None:
    for line in ("Quantisation of labelled data modelling", "Quantization of labeled data modeling"):
        assert "quantization" in found(read(job(f"{line} for neural networks")))
    assert "optimization" in found(read(job("Nonlinear optimisation of routes")))


def test_rating_of_advanced_without_an_entry_is_intermediate(read: Read) -> None:
    assert skill(read(skills_list("Python: expert")), "python").level.name == "intermediate"


def test_rating_of_intermediate_without_an_entry_is_basic(read: Read) -> None:
    assert skill(read(skills_list("Proficient in Python")), "python").level.name == "basic"


def test_rating_of_a_narrower_skill_does_not_rate_the_broader(read: Read) -> None:
    findings = read(skills_list("pandas: expert, Python"))
    assert skill(findings, "pandas").level.name == "intermediate"
    assert skill(findings, "python").level.name == "basic"


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


# ---------------------------------------------------------------------------------------------- evidence and its kind


def test_skill_only_listed_is_basic(read: Read) -> None:
    docker = skill(read(skills_list("Docker")), "docker")
    assert (docker.level.name, docker.how.value, docker.entries, docker.months) == ("basic", "listed", 0, 0)


def test_skill_in_the_summary_is_listed(read: Read) -> None:
    docker = skill(read(summary("Analyst who runs Docker.")), "docker")
    assert (docker.level.name, docker.how.value, docker.entries) == ("basic", "listed", 0)


def test_skill_under_an_unknown_heading_is_listed(read: Read) -> None:
    docker = skill(read(summary("Analyst.") + "\n# Bread I Baked\nUsed Docker for ovens"), "docker")
    assert docker.how.value == "listed"


def test_skill_of_a_course_is_studied(read: Read) -> None:
    studied = skill(read(job("Sorted books") + "\n- Courses: linear algebra, SQL"), "sql")
    assert (studied.level.name, studied.how.value, studied.entries) == ("basic", "studied", 0)


def test_skill_of_a_certificate_is_certified(read: Read) -> None:
    findings = read(skills_list("SQL") + "\n# Certifications\nAWS Certified Cloud Practitioner, 2023")
    assert (skill(findings, "aws").level.name, skill(findings, "aws").how.value) == ("basic", "certified")


def test_certificate_and_one_entry_make_intermediate(read: Read) -> None:
    findings = read(job("Ran servers on AWS") + "\n# Certifications\nAWS Certified Cloud Practitioner, 2023")
    assert (skill(findings, "aws").level.name, skill(findings, "aws").how.value) == ("intermediate", "demonstrated")


ENTRIES = {
    "a job": ("# Experience\n## Analyst | Jan 2020 - Mar 2020\n- Ran Docker", 3),
    "an internship": ("# Experience\n## Data Intern | Jan 2020 - Mar 2020\n- Ran Docker", 3),
    "a teaching assistant": ("# Experience\n## Teaching Assistant | Jan 2020 - Mar 2020\n- Ran Docker", 3),
    "a job without dates": ("# Experience\n## Analyst, Kestrel Foods\n- Ran Docker", 0),
    "a project": ("# Projects\n## Crust Camera | Jan 2020 - Mar 2020\n- Ran Docker", 0),
    "a thesis": ("# Education\n## BSc Biology | 2016 - 2019\nThesis: Counting yeast with Docker", 0),
    "a competition": ("# Projects\n## Kaggle competition on bread prices\n- Ran Docker", 0),
    "a publication": ("# Publications\n1. M. Sandoval. Ovens run by Docker. Journal of Ovens, 2021.", 0),
    "a talk": ("# Talks\nOvens run by Docker, Bakers' Day, 2021", 0),
    "a volunteer role": ("# Volunteering\n## Coach, Wren School | Jan 2020 - Mar 2020\n- Ran Docker", 0),
    "an open-source role": ("# Experience\n## Open Source Contributor | 2019 - 2021\n- Ran Docker", 0),
}


@pytest.mark.parametrize(("section", "months"), ENTRIES.values(), ids=ENTRIES.keys())
def test_entry_demonstrates_a_skill_and_only_dated_jobs_add_months(section: str, months: int, read: Read) -> None:
    docker = skill(read(f"Mira Sandoval\n{section}\n# Interests\nSailing"), "docker")
    assert (docker.how.value, docker.entries, docker.months) == ("demonstrated", 1, months)


def test_skill_named_often_in_one_entry_is_one_entry(read: Read) -> None:
    assert skill(read(job("Wrote Python", "Taught Python", "Python, Python")), "python").entries == 1


def test_line_of_tools_below_a_job_belongs_to_it(read: Read) -> None:
    docker = skill(read(job("Sorted books").replace("# Education", "Tech: Docker, Linux\n# Education")), "docker")
    assert (docker.how.value, docker.months) == ("demonstrated", 3)


def test_months_of_two_overlapping_jobs_count_once(read: Read) -> None:
    findings = read(
        """
        Mira Sandoval
        # Experience
        ## Analyst, Kestrel Foods | Jan 2020 - Jun 2020
        - Wrote reports in Python
        ## Tutor, Wren College | Apr 2020 - Sep 2020
        - Corrected homework in Python
        # Interests
        Sailing
        """
    )
    python = skill(findings, "python")
    assert (python.entries, python.months) == (2, 9)


def test_months_of_jobs_without_the_skill_do_not_count(read: Read) -> None:
    findings = read(
        """
        Mira Sandoval
        # Experience
        ## Analyst, Kestrel Foods | Jan 2020 - Jun 2020
        - Wrote reports in Python
        ## Clerk, Lark Library | Jan 2015 - Dec 2018
        - Sorted the returned books
        # Interests
        Sailing
        """
    )
    assert skill(findings, "python").months == 6


def test_two_years_of_jobs_make_advanced(read: Read) -> None:
    findings = read(job("Wrote Python").replace("Mar 2020", "Dec 2021"))
    assert (skill(findings, "python").months, skill(findings, "python").level.name) == (24, "advanced")


def test_years_of_data_are_not_months_of_the_skill(read: Read) -> None:
    findings = read(
        "Mira Sandoval\n# Experience\n## Analyst, Kestrel Foods\nMaintained 10 years of weather records in Python\n"
        "# Education\n## BSc Biology | 2016 - 2019"
    )
    assert (skill(findings, "python").months, skill(findings, "python").level.name) == (0, "basic")


def test_skill_broken_over_two_lines_is_found(read: Read) -> None:
    assert "machine-learning" in found(read(job("Sorted orders with machine\nlearning")))


def test_prefixes_that_were_looked_up_before_do_not_hide_those_of_a_resume(taxonomy: Taxonomy) -> None:
    assert "scikit" not in taxonomy.entry_words.prefixes
    assert "scikit" in taxonomy.entry_words.with_prefixes(frozenset(["scikit"])).prefixes


def test_skill_broken_at_its_hyphen_is_found(read: Read) -> None:
    assert "scikit-learn" in found(read(job("Sorted orders with scikit-").replace("scikit-", "scikit-\nlearn")))


def test_evidence_is_the_line_that_names_the_skill(read: Read) -> None:
    (evidence,) = skill(read(job("Sorted books", "Ran Docker on two servers")), "docker").evidence
    assert evidence.quote == "• Ran Docker on two servers"
    assert (evidence.page, evidence.section, evidence.kind.value) == (1, "Experience", "demonstrated")


def test_evidence_box_is_that_of_its_line(read: Read) -> None:
    document = document_of(resume_pdf(job("Sorted books", "Ran Docker on two servers")))
    (evidence,) = skill(read(document), "docker").evidence
    (line,) = [line for line in document.pages[0].lines if "Docker" in line.text]
    assert (evidence.line, evidence.box) == (line.number, line.box)


def test_every_skill_has_evidence_and_a_reason(read: Read) -> None:
    findings = read(job("Trained nets in PyTorch and pandas") + "\n# Skills\nDocker, SQL: expert, R")
    assert all(one.evidence and one.why for one in findings.skills)


# -------------------------------------------------------------------------------------------------------- hidden text

HIDDEN: dict[str, list[Mark]] = {
    "white on white": [Text(60, 300, "Docker PyTorch", color=WHITE)],
    "tiny": [Text(60, 300, "Docker PyTorch", size=1)],
    "outside the page": [Text(700, 300, "Docker PyTorch")],
    "invisible": [Text(60, 300, "Docker PyTorch", mode=INVISIBLE)],
    "dark on dark": [Fill(40, 280, 300, 60, (0.1, 0.1, 0.3)), Text(60, 300, "Docker PyTorch", color=(0.1, 0.1, 0.3))],
}


@pytest.mark.parametrize("marks", HIDDEN.values(), ids=HIDDEN.keys())
def test_hidden_text_never_counts(marks: Sequence[Mark], read: Read) -> None:
    seen = [Text(60, 50, "Mira Sandoval"), Text(60, 80, "Skills", size=14, bold=True), Text(60, 100, "SQL, Excel")]
    findings = read(pdf_of([*seen, *marks]))
    assert found(findings) == {"sql", "excel"}
    assert left_out(findings) == {("docker", "hidden"), ("pytorch", "hidden")}


def test_hidden_text_does_not_raise_a_level(read: Read) -> None:
    seen = [Text(60, 50, "Mira Sandoval"), Text(60, 80, "Skills", size=14, bold=True), Text(60, 100, "SQL")]
    hidden = Text(60, 130, "SQL: expert, 10 years of SQL", color=WHITE)
    assert skill(read(pdf_of([*seen, hidden])), "sql") == skill(read(pdf_of(seen)), "sql")


def test_hidden_text_is_warned_of_in_the_report(analyzer: Analyzer) -> None:
    marks = [Text(60, 50, "Mira Sandoval, SQL"), Text(60, 300, "Docker", color=WHITE)]
    report = analyzer.analyze_document(document_of(pdf_of(marks)))
    assert [(one.id, one.reason) for one in report.not_counted] == [("docker", "hidden")]
    assert any("can't be seen" in warning for warning in report.document.warnings)


def test_document_with_hidden_text_alone_shows_no_skill(read: Read) -> None:
    findings = read(pdf_of([Text(60, 300, "Docker", color=WHITE)]))
    assert (found(findings), left_out(findings)) == (set(), {("docker", "hidden")})


@pytest.mark.parametrize("text", ["mira@example.org", "• •", "+31 555 0142 778"])
def test_document_without_words_shows_no_skill(text: str, read: Read) -> None:
    assert read(pdf_of([Text(60, 300, text)])) == Findings((), ())


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
