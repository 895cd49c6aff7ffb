"""What to mend on the resume: each win points at a line that is there, and claims nothing that is not."""

from __future__ import annotations

from datetime import date

import pytest
from pages import document_of, resume_pdf
from skill_resumes import Read

from gapcheck import Analyzer
from gapcheck.report import GapReport, QuickWinPart
from gapcheck.taxonomy import Taxonomy

TEMPLATE = """Mira Sandoval
mira@example.org
# Experience
## Analyst, Kestrel Foods{dates}
{job}
# Projects
## Crust Camera
{project}
# Skills
{skills}
# Education
## BSc Biology, Castleby University | 2016 - 2019
"""


def resume_with(**parts: str) -> str:
    """A resume with these parts; what is not given is harmless."""
    words = {
        "dates": " | Jan 2020 - Mar 2020",
        "job": "- Kept the books of 12 shops",
        "project": "- Baked 30 loaves",
        "skills": "Excel",
    }
    return TEMPLATE.format(**{**words, **parts})


def report_on(analyzer: Analyzer, **parts: str) -> GapReport:
    """The report on a resume with these parts."""
    return analyzer.analyze_document(document_of(resume_pdf(resume_with(**parts))))


def wins(report: GapReport, kind: str) -> list[QuickWinPart]:
    return [win for win in report.quick_wins if win.kind == kind]


def test_listed_skill_that_is_never_used_is_to_be_shown_where_it_fits(analyzer: Analyzer) -> None:
    report = report_on(
        analyzer, skills="Git, Docker", project="- Served a model of 30 breads with Flask and Kubernetes"
    )
    by_skill = {win.skill: win for win in wins(report, "not-demonstrated")}
    assert "If you used it in “Crust Camera”" in by_skill["git"].text
    assert by_skill["git"].quote == "Git, Docker"


TAUGHT = "\n# Certificates\n- Machine Learning Specialization, DeepLearning.AI / Coursera, 2025\n"


@pytest.mark.parametrize(
    ("skills", "project", "said"),
    [
        (
            "Excel",
            "- Baked 30 loaves",
            "Your certificate covers NumPy, and no job or project shows it. Use it in a project",
        ),
        (
            "Excel",
            "- Baked with pandas",
            "Your certificate covers NumPy, and no job or project shows it. Use it in “Crust",
        ),
        (
            "NumPy",
            "- Baked with pandas",
            "NumPy is named, but no job or project says what it was used for. If you used it",
        ),
    ],
)
def test_what_only_a_certificate_teaches_is_not_said_to_be_named(
    skills: str, project: str, said: str, analyzer: Analyzer
) -> None:
    """The plan of a day uses nothing of it; one of months does, and no second place is told."""
    text = TEMPLATE.format(dates="", job="- Kept books", project=project, skills=skills) + TAUGHT
    document = document_of(resume_pdf(text))
    of_a_day = analyzer.wishing("junior-ml-engineer", as_of=date(2026, 11, 1), by=date(2026, 11, 2))
    by_skill = {win.skill: win.text for win in wins(of_a_day.analyze_document(document), "not-demonstrated")}
    assert by_skill["numpy"].startswith(said)
    planned = wins(analyzer.analyze_document(document), "not-demonstrated")
    assert not [win for win in planned if "Your certificate covers NumPy" in win.text]


def test_place_for_a_skill_is_none_whose_data_it_makes_no_sense_on(analyzer: Analyzer) -> None:
    photos = report_on(analyzer, skills="SQL", project="- Trained a CNN in Keras on 300 photos of loaves")
    tables = report_on(analyzer, skills="SQL", project="- Forecast sales of 300 loaves with pandas")
    (no_place,) = [win.text for win in wins(photos, "not-demonstrated") if win.skill == "sql"]
    (place,) = [win.text for win in wins(tables, "not-demonstrated") if win.skill == "sql"]
    assert "Crust Camera" not in no_place and "“Crust Camera”" in place


def test_level_that_one_entry_would_give_is_that_of_the_level_rule(analyzer: Analyzer) -> None:
    """Python rated advanced in a list is intermediate; with an entry it is advanced."""
    report = report_on(analyzer, skills="Python: expert")
    (win,) = [one for one in wins(report, "not-demonstrated") if one.skill == "python"]
    assert win.text.endswith("One entry that shows it makes the level advanced.")


def test_skill_that_is_used_needs_no_showing(analyzer: Analyzer) -> None:
    report = report_on(analyzer, skills="Git", project="- Kept 30 recipes in Git")
    assert not [win for win in wins(report, "not-demonstrated") if win.skill == "git"]


def test_skill_that_the_resume_does_not_have_is_never_suggested(analyzer: Analyzer) -> None:
    report = report_on(analyzer, skills="Excel; no experience with Docker")
    shown = {skill.id for skill in report.skills}
    assert {win.skill for win in report.quick_wins} - {None} <= shown


@pytest.mark.parametrize(("end", "named"), [("Mar 2020", True), ("Mar 2024", False)])
def test_wider_word_for_what_years_of_work_show_is_not_asked_for(end: str, named: bool, analyzer: Analyzer) -> None:
    job = "- Kept the orders in PostgreSQL\n- Tuned PostgreSQL for 12 shops\n- Moved the stock to PostgreSQL"
    report = report_on(analyzer, dates=f" | Jan 2020 - {end}", job=job)
    assert ("sql" in {win.skill for win in wins(report, "not-named")}) is named


def test_skill_that_is_only_implied_is_to_be_named(analyzer: Analyzer) -> None:
    report = report_on(analyzer, project="- Stored 30 recipes in PostgreSQL")
    (win,) = [one for one in wins(report, "not-named") if one.skill == "sql"]
    assert "implied by PostgreSQL" in win.text and "PostgreSQL" in win.quote


def test_skill_without_a_name_of_its_own_is_not_to_be_named(analyzer: Analyzer) -> None:
    by_role = analyzer.wishing("computer-vision-engineer", as_of=analyzer.as_of)
    report = report_on(by_role, project="- Trained a ResNet-50 on 10,000 loaves; accuracy of 0.91")
    assert next(one.how for one in report.skills if one.id == "image-models") == "implied"
    assert "image-models" not in {win.skill for win in wins(report, "not-named")}


def test_job_without_dates_is_to_be_dated(analyzer: Analyzer) -> None:
    report = report_on(analyzer, dates="", job="- Wrote Python for 12 shops")
    (win,) = wins(report, "no-dates")
    assert "Analyst, Kestrel Foods" in win.text
    assert not wins(report_on(analyzer, job="- Wrote Python for 12 shops"), "no-dates")


def test_model_without_a_number_is_to_be_measured(analyzer: Analyzer) -> None:
    report = report_on(analyzer, project="- Trained a random forest that tells good crust from bad")
    (win,) = wins(report, "no-number")
    assert "Crust Camera" in win.text and "random forest" in win.quote
    measured = report_on(analyzer, project="- Trained a random forest, accuracy 0.91, for good crust")
    assert not wins(measured, "no-number")


def test_name_inside_a_long_sentence_is_to_be_listed(analyzer: Analyzer) -> None:
    long = (
        "- Wrote for the two bakers of the shop a camera that looks at every loaf when it leaves the oven\n"
        "and, in the end, after many tries, in Docker, tells them which of the 30 loaves they should not sell"
    )
    (win,) = wins(report_on(analyzer, project=long), "buried")
    assert win.skill == "docker"
    assert not wins(report_on(analyzer, project=long, skills="Docker"), "buried")


def test_tool_that_work_shows_carries_a_choice_before_one_that_is_only_listed(analyzer: Analyzer) -> None:
    text = (
        "# Ines Kallweit\nines@example.org\n\n## Projects\n\n### Leaflet sorter (2026)\n"
        "- A network in Keras on 900 leaflets, F1 0.81\n\n## Skills\n- PyTorch, TensorFlow\n"
    )
    report = analyzer.analyze_bytes(text.encode(), "ines.md")
    assert next(row.skill for row in report.requirements if row.id == "deep-learning-framework") == "keras"


def test_tool_of_a_course_beside_another_of_its_kind_is_asked_of_nobody(analyzer: Analyzer) -> None:
    project = "- Fine-tuned BERT with Hugging Face on 900 leaflets, F1 0.81"
    text = TEMPLATE.format(dates="", job="- Kept books", project=project, skills="Excel") + TAUGHT
    of_a_day = analyzer.wishing("junior-ml-engineer", as_of=date(2026, 11, 1), by=date(2026, 11, 2))
    found = {win.skill for win in wins(of_a_day.analyze_document(document_of(resume_pdf(text))), "not-demonstrated")}
    assert "numpy" in found and found.isdisjoint({"tensorflow", "keras", "pytorch"})


def test_name_in_a_long_list_of_skills_is_listed_already(analyzer: Analyzer) -> None:
    long = (
        "- Excel for shops, bread plans, dough notes, oven logs, stock lists, tills, price boards, wage sheets,\n"
        "shift plans, milk orders, flour orders, egg orders, Docker, and the post of every week"
    )
    report = report_on(analyzer, skills=long)
    assert "docker" in {skill.id for skill in report.skills} and not wins(report, "buried")


@pytest.mark.parametrize("skills", ["Git", "Python, SQL, Docker, AWS, Git, Linux, pandas, NumPy, PyTorch"])
def test_wins_point_at_lines_of_the_resume_and_stay_few(skills: str, analyzer: Analyzer) -> None:
    report = report_on(analyzer, skills=skills)
    assert all(win.quote and win.page == 1 and win.line > 0 for win in report.quick_wins)
    assert len(report.quick_wins) <= 16


def test_skill_that_may_have_been_used_is_to_be_written_beside_a_deed_and_not_in_a_title(analyzer: Analyzer) -> None:
    text = TEMPLATE.replace("Crust Camera", "Bread in pandas")
    words = {"dates": "", "job": "- Kept books", "project": "- Weighed 30 loaves with pandas", "skills": "Excel"}
    report = analyzer.analyze_document(document_of(resume_pdf(text.format(**words))))
    quotes = {win.quote for win in wins(report, "likely-used") if win.skill == "numpy"}
    assert [quote.lstrip("•- ") for quote in quotes] == ["Weighed 30 loaves with pandas"]


IMPLIED = "- Trained a random forest on 10,000 records of the oven; F1 of 0.81"
EVALUATION = (
    "Used model evaluation for the oven's crusts.",
    "Model evaluation: held-out loaves against a baseline.",
    "Evaluated the model on a held-out test set.",
    "Validated the models by cross-validation.",
    "Set up the evaluation of the models.",
)


def test_win_on_what_is_only_implied_says_a_line_that_is_read(analyzer: Analyzer) -> None:
    told = [(win.skill or "", win.text) for win in wins(report_on(analyzer, project=IMPLIED), "not-named")]
    assert {skill for skill, _ in told} == {"model-evaluation", "supervised-learning"}
    for skill, text in told:
        line = text.partition("Such as “")[2].removesuffix("”")
        after = report_on(analyzer, project=f"{IMPLIED}\n- {line}")
        assert line.count("[") >= 2 and next(one.how for one in after.skills if one.id == skill) == "demonstrated"
        assert skill not in {win.skill for win in wins(after, "not-named")}


@pytest.mark.parametrize("line", EVALUATION)
def test_other_honest_words_for_what_is_implied_are_read_as_well(line: str, analyzer: Analyzer) -> None:
    after = report_on(analyzer, project=f"{IMPLIED}\n- {line}")
    assert "model-evaluation" not in {win.skill for win in wins(after, "not-named")}


def test_every_line_on_what_others_imply_is_read_as_its_skill(taxonomy: Taxonomy, read: Read) -> None:
    asked = {one for profile in taxonomy.profiles.values() for rule in profile.requirements for one in rule.any_of}
    implied = frozenset[str]().union(*taxonomy.broader.values())
    for skill in sorted(one for one in asked & implied if taxonomy.skills[one].aliases):
        found = read(resume_with(project=f"- {taxonomy.asked_for(skill)}"))
        assert any(one.skill == skill and one.how == "demonstrated" for one in found.skills), skill
