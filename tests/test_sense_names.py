"""Whom and what a name means: tools, people, employers, titles and certificates."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from senses import EDUCATION, NAME, job, levels, levels_in, report

from gapcheck import Analyzer
from gapcheck.skills.pipeline.described_model import MODEL_FILE, DescribedModel, People, load_described_model
from gapcheck.skills.pipeline.weight_rows import WeightRows
from gapcheck.skills.reader import SkillReader
from gapcheck.training.described import VoiceLine, example, lines_in

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize(
    ("title", "skill"),
    [
        ("Accountant, Hugging Face    Jan 2020 - Dec 2022", "huggingface"),
        ("Cook at Databricks    Jan 2020 - Dec 2022", "databricks"),
        ("Sales Manager, Snowflake, Amsterdam    Jan 2020 - Dec 2022", "snowflake"),
        ("Accountant, Tableau Software    Jan 2014 - Dec 2014", "tableau"),
        ("Bookkeeper, Meridian Redux    Jan 2020 - Jun 2022", "redux"),
        ("Recruiter, GitHub    Jan 2020 - Jun 2022", "git"),
    ],
)
def test_employer_is_no_skill(title: str, skill: str, analyzer: Analyzer) -> None:
    assert skill not in levels_in(analyzer, job("Kept the books", title=title))


@pytest.mark.parametrize(
    ("line", "skill", "is_named"),
    [
        ("Passed in June: Statistics, Software Engineering and Compilers", "statistics", True),
        ("Passed in June: Statistics, Inc. and Compilers", "statistics", False),
        ("Carried the crates for Docker", "docker", True),
        ("Carried the crates for Docker, Inc.", "docker", False),
    ],
)
def test_legal_form_behind_a_comma_makes_a_firm_unless_a_name_goes_on(
    line: str, skill: str, is_named: bool, analyzer: Analyzer
) -> None:
    assert (skill in levels_in(analyzer, job(line))) is is_named


def test_tool_in_the_title_of_a_role_is_a_skill(analyzer: Analyzer) -> None:
    found = report(analyzer, job("Kept the orders", title="MongoDB Engineer, Orrin Foods    Jan 2020 - Dec 2022"))
    assert levels(found)["mongodb"] == "advanced"


@pytest.mark.parametrize(
    ("line", "counts"),
    [("Kept the nightly loads of 30 shops alive", True), ("Tuned the ducts of three clinics", False)],
)
def test_what_was_done_tells_what_the_title_of_a_post_means(line: str, counts: bool, analyzer: Analyzer) -> None:
    found = report(analyzer, job(line, title="Airflow Engineer, Orrin Works    Jan 2020 - Dec 2022"))
    assert ("airflow" in levels(found)) is counts


TOOL_NAMES = ["Jenkins", "Looker", "Flask", "Keras", "Cassandra", "Spark", "Julia", "Tableau", "Presto", "Airflow"]


@pytest.mark.parametrize("name", TOOL_NAMES)
def test_names_of_people_that_are_tools_change_no_level(name: str, analyzer: Analyzer) -> None:
    def text(surname: str) -> str:
        return (
            f"Robin {surname}\nrobin@example.org\n\nEXPERIENCE\nAnalyst, Orrin Foods    Jan 2020 - Jun 2022\n"
            f"- Reports in Excel\n\nPUBLICATIONS\n{surname} RA, Vale T, Holm B. Lungs of sea birds. Bird Journal 2024\n"
            + EDUCATION
        )

    plain = analyzer.analyze_bytes(text("Vandor").encode(), "resume.txt")
    assert levels(analyzer.analyze_bytes(text(name).encode(), "resume.txt")) == levels(plain)


@pytest.mark.parametrize(
    ("line", "held"),
    [
        ("AWS Certified Cloud Practitioner, 2025", True),
        ("AWS Certified Cloud Practitioner (CLF-C02)", True),
        ("AWS Certified Cloud Practitioner, expected 2027", False),
        ("AWS Certified Cloud Practitioner - planned", False),
        ("AWS Certified Cloud Practitioner, scheduled January 2027", False),
        ("AWS Certified Cloud Practitioner (not passed)", False),
        ("AWS Certified Cloud Practitioner, will sit it after my finals", False),
        ("AWS Certified Cloud Practitioner, withdrew", False),
        ("AWS Certified Cloud Practitioner, valid until 2028", True),
    ],
)
def test_only_a_certificate_that_was_earned_is_held(line: str, held: bool, analyzer: Analyzer) -> None:
    found = report(analyzer, f"SKILLS\nExcel\n\nCERTIFICATIONS\n{line}\n")
    assert ("aws-clf-c02" in {one.id for one in found.certificates}) is held
    assert any(one.id == "aws" and one.how == "certified" for one in found.skills) is held


def test_certificates_in_a_row_of_skills_are_certificates(analyzer: Analyzer) -> None:
    row = "Certifications: AWS Certified Cloud Practitioner, Machine Learning Specialization (Coursera)"
    found = report(analyzer, f"SKILLS\nLanguages: Python, SQL\n{row}\n")
    assert {one.id for one in found.certificates} == {"aws-clf-c02", "dlai-ml-specialization"}


def test_what_only_the_catalogue_says_of_a_certificate_lifts_no_level(analyzer: Analyzer) -> None:
    course = "CERTIFICATIONS\nMachine Learning Specialization, Coursera, 2025\n\n"
    found = report(analyzer, course + job("Wrote reports in Python", title="Clerk, Orrin Foods    Jan 2020 - Mar 2020"))
    assert levels(found)["python"] == "basic"


def test_strength_tells_a_level_shown_once_from_one_shown_often(analyzer: Analyzer) -> None:
    once = report(analyzer, job("Wrote the reports in Python"))
    thin = next(one for one in once.skills if one.id == "python")
    assert (thin.level, thin.strength, thin.last_shown) == ("advanced", "thin", "2022-06")
    often = job("Wrote the reports in Python", "Scraped prices in Python", "Moved 40 sheets to Python")
    deep = report(analyzer, often + "\nPROJECTS\nSeed map\n- Drew the map in Python\n")
    assert next(one for one in deep.skills if one.id == "python").strength == "deep"


def test_tools_of_a_line_are_those_it_names_and_not_what_it_shows_besides(analyzer: Analyzer) -> None:
    told = "Trained a demand forecasting model with XGBoost and pandas, evaluated by RMSE on held-out weeks"
    again = "Trained a classifier of returns with XGBoost and pandas, by cross-validation, and deployed the model"
    found = report(analyzer, job(told, again))
    strength = {one.id: one.strength for one in found.skills}
    assert strength["xgboost"] == strength["supervised-learning"] == "fair"


def test_requirement_that_is_met_but_thin_says_so(analyzer: Analyzer) -> None:
    found = report(analyzer, job("Wrote the reports in Python"))
    met = {one.id: (one.status, one.strength) for one in found.requirements if one.skill == "python"}
    assert ("met", "thin") in met.values()
    assert all((one.strength is None) == (one.status == "missing") for one in found.requirements)


def test_one_loose_line_alone_carries_no_months_to_advanced() -> None:
    from gapcheck.skills.level import Support, level_of
    from gapcheck.taxonomy import load_taxonomy

    rule = load_taxonomy().levels
    assert level_of(Support(entries=1, jobs=1, months=40), rule)[0].name == "advanced"
    assert level_of(Support(entries=1, jobs=1, months=40, loose=True), rule)[0].name == "intermediate"


def test_model_of_described_skills_is_small_and_better_than_phrases_alone() -> None:
    file = ROOT / "skills_taxonomy" / MODEL_FILE
    data = json.loads(file.read_text(encoding="utf-8"))
    assert file.stat().st_size < 1_000_000
    for part in (0, 1):  # precision and recall
        assert data["cross-validation"]["with the model"][part] > data["cross-validation"]["phrases alone"][part]
    assert all(row["near misses"] >= 20 for row in data["skills"].values())


def test_stored_model_knows_the_lines_it_was_taught(skill_reader: SkillReader) -> None:
    lines = lines_in(ROOT / "skills_taxonomy" / "described_examples", skill_reader.taxonomy.skills)
    model = load_described_model()
    sample: list[VoiceLine] = lines[::40]
    right = total = 0
    for line in sample:
        shown = model.probabilities(example(line, skill_reader, model.words).features)
        for skill, column in model.skills.items():
            total += 1
            right += (shown[column] >= 0.5) == (skill in line.shows)
    assert right / total > 0.97


def test_as_of_decides_what_lies_ahead() -> None:
    text = NAME + "CERTIFICATIONS\nAWS Certified Cloud Practitioner, 2027\n" + EDUCATION
    later = Analyzer(as_of=date(2027, 12, 1)).analyze_bytes(text.encode(), "resume.txt")
    assert [one.id for one in later.certificates] == ["aws-clf-c02"]


def test_certificate_of_one_firm_is_none_of_another(analyzer: Analyzer) -> None:
    found = report(analyzer, "CERTIFICATIONS\nDatabricks Certified Data Engineer Associate, 2024\n")
    assert [one.id for one in found.certificates] == ["databricks-de-associate"]
    assert "aws" not in levels(found)


@pytest.mark.parametrize(
    "authors",
    [
        "Huenchumil, I., Julia, R., Ray, T.",
        "AMARAL, W. T.; PANDA, J.; RUBY, C.",
        "Ruby-Amaral W., Huenchumil-Julia I. & Ray T.:",
    ],
    ids=["plain", "capitals", "hyphens"],
)
def test_authors_and_their_initials_are_no_tools(authors: str, analyzer: Analyzer) -> None:
    found = report(analyzer, f"PUBLICATIONS\n{authors} Dust on sensors, a study. 2025\n")
    assert not {"julia", "r", "ray", "ruby", "c", "pandas"} & set(levels(found))


def test_tool_in_brackets_below_a_title_is_no_employer(analyzer: Analyzer) -> None:
    body = "EXPERIENCE\nAnalyst    Jan 2020 - Jun 2022\nOrrin Foods\nPlots of the harvest of waves (Matplotlib)\n"
    assert "matplotlib" in levels_in(analyzer, body)


@pytest.mark.parametrize(
    ("line", "skill", "own"),
    [
        ("Our programmers are moving to Python", "python", False),
        ("Analysts draw their own charts in Tableau", "tableau", False),
        ("The data scientists fit the models in PyTorch", "pytorch", False),
        ("Data scientists log their runs in MLflow; I start the nightly job", "mlflow", False),
        ("Data scientists log their runs in MLflow; I start the nightly job", "data-science", False),
        ("Cut the tables for the wage model of the data science team", "data-science", False),
        ("Drew the pages; a class mate deployed them on Heroku", "heroku", False),
        ("A student at the institute builds a classifier in Keras", "keras", False),
        ("New software in 2024: the supplier moved the old jobs to SQL", "sql", False),
        ("The data scientists fit the models; I keep the PostgreSQL tables", "postgresql", True),
        ("Built dashboards in Tableau for the analysts", "tableau", True),
        ("Trained the engineers of the depot in Docker", "docker", True),
        ("People analytics in Python for the board", "python", True),
        ("Department dashboards in Power BI", "power-bi", True),
        ("Kubernetes was the affair of the host; I never touched it", "kubernetes", False),
    ],
)
def test_what_somebody_else_does_is_not_the_writers(line: str, skill: str, own: bool, analyzer: Analyzer) -> None:
    assert (skill in levels_in(analyzer, job(line))) == own


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Resolution of R and S enantiomers on a moving bed", "r"),
        ('Art for the level "Snowflake" of the winter update', "snowflake"),
        ("Baked the bread of Julia's Table in the old port", "julia"),
    ],
)
def test_letters_titles_and_owners_are_no_tools(line: str, skill: str, analyzer: Analyzer) -> None:
    assert skill not in levels_in(analyzer, job(line))


def test_what_begins_after_the_day_of_reading_is_only_planned(analyzer: Analyzer) -> None:
    body = "SUMMARY\nAnalyst in SQL. I joined an evening bootcamp from January {} on (Python).\n"
    read = [levels_in(analyzer, body.format(year)) for year in (2024, 2031)]
    assert {"sql", "python"} <= read[0].keys()
    assert "sql" in read[1] and "python" not in read[1]


def test_close_case_is_decided_alike_in_whatever_order_its_words_are_weighed() -> None:
    nobody = People(frozenset(), frozenset())
    rows = {"one": "110", "two": "220", "three": "-330"}  # 1.1 + 2.2 - 3.3: nothing, but not for a computer
    model = DescribedModel({"teamwork": 0}, {}, WeightRows(rows, 1), np.array([0]), nobody)
    assert model.probabilities(rows)[0] == 0.5


def test_rows_of_a_model_are_the_same_however_many_are_read() -> None:
    rows = WeightRows({f"word {number}": f"{number} -{number}" for number in range(2000)}, 2)
    assert rows.sum_of([]).tolist() == [0, 0]
    assert rows.sum_of(["word 7", "word 1999", "unknown"]).tolist() == [2006, -2006]
    assert rows.sum_of([f"word {number}" for number in range(2000)]).tolist() == [1999000, -1999000]
    assert rows.row("word 7").tolist() == [7, -7] and "unknown" not in rows


def test_of_two_conditions_on_the_same_words_the_first_given_counts(analyzer: Analyzer) -> None:
    line = "Developed automation scripts for testing and deployment"  # beside scripts, or in a list of skills
    assert "testing" in levels_in(analyzer, job(line))


def test_word_is_no_company_for_itself(analyzer: Analyzer) -> None:
    """`agents` counts beside `agentic`, of which it is another form."""
    assert "ai-agents" not in levels_in(analyzer, job("Led a team of 11 front desk agents across two shifts"))
    assert "ai-agents" in levels_in(analyzer, job("Built agents with an orchestration layer and LangChain"))


def test_course_of_several_is_no_certificate_yet(analyzer: Analyzer) -> None:
    body = "CERTIFICATIONS\nMachine Learning Specialization (Coursera), course 1 of 3 finished\n"
    assert not report(analyzer, body).certificates


def test_skill_is_called_by_its_name_where_that_needs_no_company(skill_reader: SkillReader) -> None:
    assert skill_reader.taxonomy.word_for("pandas") == "pandas"
