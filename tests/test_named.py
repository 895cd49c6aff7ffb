"""Skills that are named: whose name and whose years, what a course taught, and how lists and tables say a level."""

from __future__ import annotations

import json

import docx
import pytest
from resume_files import docx_bytes
from skill_resumes import findings_on

from gapcheck import Analyzer
from gapcheck.skills import SkillEvidence
from gapcheck.skills.reader import Findings

TITLE = "Ward Clerk, Ostby Clinic    Mar 2019 - Feb 2024"
EDUCATION = "EDUCATION\nBA History, University of Eastham, 2012 - 2015\n"


def resume_of(body: str, education: str = EDUCATION) -> bytes:
    return f"Mira Vale\nmira@example.org\n\n{body}\n\n{education}".encode()


def read(analyzer: Analyzer, body: str, education: str = EDUCATION) -> Findings:
    return findings_on(resume_of(body, education), "resume.txt", analyzer.taxonomy)


def job(line: str, title: str = TITLE) -> str:
    return f"EXPERIENCE\n{title}\n- {line}"


def by_id(found: Findings) -> dict[str, SkillEvidence]:
    return {one.skill: one for one in found.skills}


# ---------------------------------------------------------------------------------------- a course inside a job


@pytest.mark.parametrize(
    "line",
    [
        "Attended a one-week seminar on Tableau",
        "Took part in the clinic's three-week evening class in Tableau",
        "Training received: Tableau (3 days), first aid",
        "Enrolled by the clinic in a ten-week bootcamp on Tableau",
        "Completed in-house workshops: SQL, Tableau",
        "Attended first aid and Tableau training",
        "Completed a Tableau course",
        "Went through a two-day Tableau workshop",
        "Was sent on a Tableau course by the ward",
        "Received a half-day introduction to Tableau",
        "Given a briefing on Tableau by the vendor",
        "Annual e-learning: Tableau, fire safety",
    ],
)
def test_what_a_course_inside_a_job_taught_is_studied(line: str, analyzer: Analyzer) -> None:
    tableau = by_id(read(analyzer, job(line)))["tableau"]
    assert (tableau.level.name, tableau.how, tableau.months) == ("basic", "studied", 0)


@pytest.mark.parametrize(
    "line",
    [
        "Taught Tableau to 200 nurses in ten classes",
        "Gave the doctors an introduction to Tableau",
        "Gave a two-day course on Tableau to the doctors",
        "Training: ran Tableau courses for 40 clerks",
        "Took over the training of 12 clerks in Tableau",
        "Completed the trainee programme, then built the boards in Tableau",
        "Developed a six-week course on Tableau",
        "Joined the workshop in 2019 and wrote macros in Tableau",
        "Finished the migration programme in Tableau on time",
    ],
)
def test_course_that_somebody_gives_or_that_is_over_is_use(line: str, analyzer: Analyzer) -> None:
    assert by_id(read(analyzer, job(line)))["tableau"].months == 60


# -------------------------------------------------------------------------------------------------- whose years


@pytest.mark.parametrize(
    "line",
    [
        "Shadowed a consultant with over eleven years of Tableau",
        "Sat beside an architect who brings 20 years of Tableau",
        "Placed engineers with 6+ years of Tableau",
        "Was taught by a 12-year Tableau veteran",
        "Worked for a studio whose analysts bring 40 years of Tableau to the table",
        "Supported a vendor that has sold Tableau for 15 years",
        "The tender required at least ten years of Tableau",
        "Screened letters for posts asking for 5+ years of Tableau",
    ],
)
def test_years_of_somebody_else_show_nothing(line: str, analyzer: Analyzer) -> None:
    assert "tableau" not in by_id(read(analyzer, job(line)))


@pytest.mark.parametrize(
    "summary",
    [
        "I have worked with Tableau for nine years and like to teach it.",
        "Used Tableau for more than 5 years.",
        "I am a consultant with ten years of Tableau.",
        "Certified data analyst with 7 years of Tableau.",
        "Self-taught clerk, worked with Tableau for the past four years.",
        "Five years of full-time Tableau in two clinics.",
        "Eight years of daily Tableau.",
        "I bring the required four years of Tableau.",
        "I keep the boards that I have drawn in Tableau for six years.",
        "Clerk beside Tableau, which I have used for four years.",
    ],
)
def test_own_years_rate_before_and_behind_the_skill(summary: str, analyzer: Analyzer) -> None:
    found = read(analyzer, f"SUMMARY\n{summary}\n\n{job('Sorted the files')}")
    assert by_id(found)["tableau"].level.name == "intermediate"


@pytest.mark.parametrize(
    "line", ["Wrote exercises on Tableau for 80 first-year students", "Taught Tableau to 80 first-years, on Mondays"]
)
def test_students_of_a_year_are_no_years(line: str, analyzer: Analyzer) -> None:
    assert by_id(read(analyzer, job(line, TITLE.replace("Feb 2024", "May 2019"))))["tableau"].level.name == "basic"


@pytest.mark.parametrize(
    "line",
    [
        "The mill has kept its books in Tableau for 20 years",
        "Rewrote the handbook of our stock board, drawn in Tableau for 12 years",
        "Retired boards that were drawn in Tableau 15 years ago",
        "Drew boards in Tableau, which they have used for 12 years",
        "Drew boards in Tableau, which I had not seen in 12 years",
    ],
)
def test_years_of_a_firm_behind_a_skill_do_not_rate(line: str, analyzer: Analyzer) -> None:
    found = read(analyzer, job(line, title="Ward Clerk, Ostby Clinic    Mar 2019 - Jun 2019"))
    assert by_id(found)["tableau"].level.name == "basic"


# ---------------------------------------------------------------------------------------------- names of people


@pytest.mark.parametrize(
    "line",
    [
        "Reported to Nora Spark, head of sales",
        "Supervised by Ines Spark",
        "Line manager: Peter Spark",
        "Did the rota with Dora Spark (director)",
        "Assistant to the director, Nils Spark",
    ],
)
def test_superior_who_is_called_like_a_tool_is_none(line: str, analyzer: Analyzer) -> None:
    assert "spark" not in by_id(read(analyzer, job(line)))


@pytest.mark.parametrize(
    "line", ["Managed Azure Databricks, Kafka and Spark", "Streamed orders with Cloudera Spark, manager of the jobs"]
)
def test_tool_behind_the_name_of_its_maker_is_no_person(line: str, analyzer: Analyzer) -> None:
    assert "spark" in by_id(read(analyzer, job(line)))


def test_name_of_a_referee_is_one_in_the_text_too(analyzer: Analyzer) -> None:
    body = job("Moved the rota with Tom Scala to paper") + "\n\nREFERENCES\nTom Scala, Ostby Clinic, tom@example.org"
    assert "scala" not in by_id(read(analyzer, body))


# ----------------------------------------------------------------------------- tools by what stands beside them


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Account Manager, Snowflake, Helsinki    Jan 2022 - Dec 2023", "Sized Snowflake warehouses for 20 customers"),
        ("Snowflake Developer, Ostby Stores    Jan 2022 - Dec 2023", "Boards of the daily takings"),
    ],
)
def test_tool_before_its_product_or_a_post_is_the_tool(title: str, line: str, analyzer: Analyzer) -> None:
    assert by_id(read(analyzer, job(line, title)))["snowflake"].months == 24


def test_name_between_others_behind_at_is_of_an_employer(analyzer: Analyzer) -> None:
    title = "Teaching Aide at Little Pandas Preschool    Jan 2022 - Dec 2023"
    assert "pandas" not in by_id(read(analyzer, job("Prepared crafts", title)))
    assert "pandas" in by_id(read(analyzer, job("Prepared crafts in pandas", title)))


def test_sentence_behind_a_name_is_no_part_of_it(analyzer: Analyzer) -> None:
    title = "Integration Engineer, Hel Ferries    Feb 2022 - Jul 2024"
    text = f"EXPERIENCE\n{title}\nStreamed events through Kafka {{}} the handbook"
    assert "kafka" in by_id(read(analyzer, text.format("Wrote")))
    assert "kafka" not in by_id(read(analyzer, text.format("Wharf")))


def test_line_of_tools_names_tools(analyzer: Analyzer) -> None:
    assert by_id(read(analyzer, job("Sorted the files") + "\nTech: Kafka"))["kafka"].how == "demonstrated"


def test_master_of_laws_is_no_language_model(analyzer: Analyzer) -> None:
    laws = "EDUCATION\nLLM in Tax Law, University of Eastham    2015 - 2016\nEastham Law School, LLM, 2014\n"
    model = "EDUCATION\nLLM Engineering bootcamp, Eastham College    2024\n"
    assert "large-language-models" not in by_id(read(analyzer, job("Sorted the files"), laws))
    assert "large-language-models" in by_id(read(analyzer, job("Sorted the files"), model))
    assert "large-language-models" not in by_id(read(analyzer, job("Completed an LLM in maritime law part-time")))


@pytest.mark.parametrize(
    ("line", "skills"),
    [
        ("Kept the site of the clinic on a LAMP server", {"linux", "mysql", "php"}),
        ("Moved the shop to a LEMP stack", {"linux", "mysql"}),
        ("Built the rota with the PERN stack", {"postgresql", "react", "nodejs"}),
        ("Ran the site of the club on XAMPP", {"mysql", "php"}),
        ("Built the rota in MEVN", {"mongodb", "vue", "nodejs"}),
    ],
)
def test_name_of_a_stack_names_its_parts(line: str, skills: set[str], analyzer: Analyzer) -> None:
    assert skills <= by_id(read(analyzer, job(line))).keys()


@pytest.mark.parametrize("line", ["Tested each UV LAMP by hand", "Cut the MEAN TIME TO REPAIR of the lamp line"])
def test_lamp_and_mean_are_no_stacks(line: str, analyzer: Analyzer) -> None:
    assert {"linux", "mongodb"}.isdisjoint(by_id(read(analyzer, job(line))))


@pytest.mark.parametrize(
    ("row", "is_shown"),
    [("Excel, route optimization", False), ("Excel, optimization", True), ("Excel, statistics and optimization", True)],
)
def test_word_before_optimization_tells_of_another_one(row: str, is_shown: bool, analyzer: Analyzer) -> None:
    found = by_id(read(analyzer, f"{job('Sorted the files')}\n\nSKILLS\n{row}"))
    assert ("optimization" in found) is is_shown


# --------------------------------------------------------------------------------- other languages than English


def test_name_in_a_line_of_another_language_is_not_judged_by_english_neighbours(analyzer: Analyzer) -> None:
    text = (
        "Jana Brehm\njana@example.org\n\nBERUFSERFAHRUNG\nPraktikantin, Hafenlabor Leer    Jan. 2023 - Juni 2023\n"
        "- Messreihen in R ausgewertet\n- Proben im Labor beschriftet und für den Versand gepackt\n\n"
        "AUSBILDUNG\nBachelor Physik, Hochschule Leer, 2019 - 2022\n\n"
        "KENNTNISSE\nDeutsch und Englisch in Wort und Schrift\n"
    )
    assert by_id(findings_on(text.encode(), "lebenslauf.txt", analyzer.taxonomy))["r"].months == 6


def test_number_before_go_is_a_size_in_french(analyzer: Analyzer) -> None:
    text = (
        "Solène Brun\nsolene@example.org\n\n"
        "EXPÉRIENCE PROFESSIONNELLE\nTechnicienne, Granit Ouest    janvier 2020 - mars 2023\n"
        "- Archivage des journaux du réseau, soit 800 Go par jour, avec Docker\n\n"
        "FORMATION\nLicence informatique, Université de la Baie, 2016 - 2019\n"
    )
    found = by_id(findings_on(text.encode(), "cv.txt", analyzer.taxonomy))
    assert "docker" in found and "go" not in found


# --------------------------------------------------------------------------------------------- lists and tables


@pytest.mark.parametrize(
    "lines",
    [
        ["Excel, Machine", "Learning, Docker"],
        ["Letters, Deep", "Learning, Machine", "Learning"],
        ["Machine", "Learning, Excel"],
    ],
)
def test_name_broken_by_a_lines_end_is_one_name(lines: list[str], analyzer: Analyzer) -> None:
    found = by_id(read(analyzer, job("Sorted the files") + "\n\nSKILLS\n" + "\n".join(lines)))
    assert found["machine-learning"].how == "listed"


def test_two_names_on_two_lines_stay_two(analyzer: Analyzer) -> None:
    found = by_id(read(analyzer, job("Sorted the files") + "\n\nSKILLS\nGit, Azure\nDevOps, Docker"))
    assert {"azure", "devops"} <= found.keys()


def table(*rows: list[str]) -> bytes:
    document = docx.Document()
    document.add_heading("Mira Vale", 0)
    document.add_heading("Skills", 1)
    made = document.add_table(rows=len(rows), cols=len(rows[0]))
    for cells, texts in zip(made.rows, rows, strict=True):
        for cell, text in zip(cells.cells, texts, strict=True):
            cell.text = text
    document.add_heading("Experience", 1)
    document.add_paragraph("Clerk, Ostby Clinic, May 2023 - July 2023")
    document.add_paragraph("Boards in Tableau", style="List Bullet")
    return docx_bytes(document)


@pytest.mark.parametrize(
    "rows",
    [
        (["Expert", "Basic", "Hoping to learn"], ["Tableau\nSQL", "R\nHadoop", "Rust"]),
        (["Expert", "Basic", "Hoping to learn"], ["Tableau", "R", "Rust"], ["SQL", "Git", "Rust"]),
        (["Tool", "Level", "Tool", "Level"], ["Tableau", "Expert", "R", "Basic"], ["SQL", "Expert", "Rust", "None"]),
        (["Tool", "Years", "Level"], ["Tableau", "6 years", "Expert"], ["SQL", "4 years", "Expert"],
         ["R", "1 year", "Basic"], ["Rust", "-", "Would love to learn"]),
    ],
)  # fmt: skip
def test_table_rates_each_skill_by_its_row_or_column(rows: tuple[list[str], ...], analyzer: Analyzer) -> None:
    found = by_id(findings_on(table(*rows), "resume.docx", analyzer.taxonomy))
    levels = {name: found[name].level.name for name in ("tableau", "sql", "r")}
    assert levels == {"tableau": "advanced", "sql": "intermediate", "r": "basic"} and "rust" not in found


# -------------------------------------------------------------------------------------------------- JSON Resume


@pytest.mark.parametrize(
    "tools",
    [
        {"tools": "Excel, MySQL"},
        {"techStack": ["Excel", "MySQL"]},
        {"keywords": "MySQL"},
        {"technologies": [{"name": "Excel"}, {"name": "MySQL"}]},
        {"stack": {"backend": ["PHP"], "data": "MySQL"}},
    ],
)
def test_tools_of_a_json_entry_are_used_there_however_they_are_kept(
    tools: dict[str, object], analyzer: Analyzer
) -> None:
    work = {"name": "Ostby Books", "position": "Clerk", "startDate": "2019-09", "endDate": "2021-02", **tools}
    resume = {"basics": {"name": "Mira Vale", "email": "mira@example.org"}, "work": [work]}
    mysql = by_id(findings_on(json.dumps(resume).encode(), "resume.json", analyzer.taxonomy))["mysql"]
    assert (mysql.how, mysql.months) == ("demonstrated", 18)


def test_text_under_any_other_key_of_a_json_entry_is_not_read(analyzer: Analyzer) -> None:
    work = {
        "name": "Ostby Books",
        "position": "Clerk",
        "startDate": "2019-09",
        "icon": "docker",
        "highlights": ["Sold books"],
    }
    resume = {"basics": {"name": "Mira Vale", "email": "mira@example.org"}, "work": [work]}
    assert "docker" not in by_id(findings_on(json.dumps(resume).encode(), "resume.json", analyzer.taxonomy))


# ------------------------------------------------------------------------------ certificates, courses under way


@pytest.mark.parametrize(
    ("line", "is_held"),
    [
        (
            "Certified Kubernetes Administrator, passed at the second attempt, June 2025 (renewal planned for 2027)",
            True,
        ),
        ("Certified Kubernetes Administrator, May 2025, recertification scheduled for May 2028", True),
        ("Certified Kubernetes Administrator, failed at first, passed in May 2024", True),
        ("Certified Kubernetes Administrator (failed in 2025)", False),
        ("Certified Kubernetes Administrator - exam booked, still to be passed", False),
        ("Certified Kubernetes Administrator, as planned with the clinic, earned in May 2025", True),
        ("Certified Kubernetes Administrator, planned for the spring, not passed yet", False),
        ("Preparing for: Certified Kubernetes Administrator", False),
        ("Certified Kubernetes Administrator - on hold", False),
        ("Planned: Certified Kubernetes Administrator, first mock exam passed", False),
    ],
)
def test_certificate_that_is_renewed_or_passed_after_all_is_held(line: str, is_held: bool, analyzer: Analyzer) -> None:
    content = resume_of(f"{job('Sorted the files')}\n\nCERTIFICATIONS\n- {line}")
    found = analyzer.analyze_bytes(content, "resume.txt")
    assert ("cncf-cka" in {one.id for one in found.certificates}) is is_held


@pytest.mark.parametrize("join", [" & ", "/", " and "])
def test_two_subjects_of_a_course_under_way_are_judged_alike(join: str, analyzer: Analyzer) -> None:
    subjects = f"Statistics{join}Probability (in progress)"
    education = f"EDUCATION\nBA History, University of Eastham, 2024 - present\n- Courses: Latin, {subjects}, Greek\n"
    assert {"statistics", "probability"}.isdisjoint(by_id(read(analyzer, job("Sorted the files"), education)))


@pytest.mark.parametrize(
    "row",
    ["Excel, Rust (hoping to learn next year)", "Excel, Rust - would like to learn", "Excel, Rust (no experience yet)"],
)
def test_remark_behind_a_skill_of_a_list_takes_back_that_one(row: str, analyzer: Analyzer) -> None:
    found = by_id(read(analyzer, f"{job('Sorted the files')}\n\nSKILLS\n{row}"))
    assert "excel" in found and "rust" not in found


def test_label_behind_a_semicolon_rates_what_follows(analyzer: Analyzer) -> None:
    found = by_id(read(analyzer, f"{job('Sorted the files')}\n\nSKILLS\nBasic: Excel, Git; Advanced: SQL, Rust"))
    assert [found[name].level.name for name in ("excel", "git", "sql", "rust")] == [
        "basic",
        "basic",
        *["intermediate"] * 2,
    ]
