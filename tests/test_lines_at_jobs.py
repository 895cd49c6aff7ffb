"""Which work takes the lines of a plan: technical jobs do, others and what is surely there do not."""

from __future__ import annotations

import pytest
from pages import AS_OF, document_of, resume_pdf
from plans import shown

from gapcheck import Analyzer, GapReport
from gapcheck.gap import compare
from gapcheck.plan import Paper, steps_for
from gapcheck.report.advice_wording import this_week
from gapcheck.resume.reader import read_resume
from gapcheck.skills import Support
from gapcheck.taxonomy import load_taxonomy

TAXONOMY = load_taxonomy()
HEAD = "# Ada Quill\nada@example.com\n\n## Experience\n\n"
TEACHER = """### Physics Teacher, Castleby School (Aug 2017 - Present)
- Taught mechanics and statistics to 120 pupils a year
- Looked after the school garden with two colleagues
- Wrote the timetable of the department
- Took forty pupils to the sea each summer
- Fitted a line to the marks in Python with pandas and scikit-learn
"""
ANALYST = """### Reporting Analyst, Ferry Line (Aug 2017 - Present)
- Counted passengers in SQL and pandas for the board
- Compared two timetables by a hypothesis test (statistics)
- Drew the figures in Matplotlib
"""
PROJECT = """
## Projects

### Tide tables (2026)
- Forecast tides by a linear regression in scikit-learn on 30,000 readings, error 9% below the old table
"""


def read(analyzer: Analyzer, text: str) -> GapReport:
    return analyzer.analyze_bytes((HEAD + text).encode(), "ada.md")


@pytest.mark.parametrize(("job", "takes"), [(TEACHER, False), (ANALYST, True)])
def test_only_a_job_of_technical_work_takes_lines(job: str, takes: bool, analyzer: Analyzer) -> None:
    plan = [step for step in read(analyzer, job + PROJECT).plan if step.kind in ("show", "learn")]
    assert any(one.where == "job" for step in plan for one in step.deliverables) == takes


ENGINEER = """### Backend Engineer, Ferry Line (Jan 2020 - Present)
- Built REST APIs in Python with FastAPI, run in Docker on AWS
- Put the delay model of the data team behind an endpoint with Docker, with tests in pytest
- Retrained that machine learning model each week and evaluated it against a baseline
"""


def test_what_is_surely_there_is_done_at_no_job_again(analyzer: Analyzer) -> None:
    report = read(analyzer, ENGINEER + PROJECT)
    (row,) = [one for one in report.requirements if one.id == "numpy"]
    (step,) = [one for one in report.plan if one.skill == "numpy"]
    assert row.sure is not None
    assert {one.where for one in step.deliverables} == {"project"}
    assert "loop by arrays" not in " ".join(this_week(report))


def test_job_takes_no_line_where_it_shows_nothing_besides(analyzer: Analyzer) -> None:
    one = "### Clerk, Ferry Line (Jan 2024 - Present)\n- {line}\n"
    steps = {}
    for line in (
        "Wrote the SQL of the weekly list",
        "Wrote the SQL of the weekly list and fitted a forecast in pandas",
    ):
        plan = read(analyzer, one.format(line=line)).plan
        steps[line] = {
            step.skill for step in plan for each in step.deliverables if each.where == "job" and step.kind != "write"
        }
    alone, with_model = steps.values()
    assert not alone and with_model


@pytest.mark.parametrize("skill", ["business-awareness"])
def test_nobody_is_asked_to_write_what_no_line_lets_suppose(skill: str, analyzer: Analyzer) -> None:
    plan = {step.skill: step for step in read(analyzer, ENGINEER + PROJECT).plan}
    assert plan[skill].kind == "show" and plan[skill].hours
    assert not any("[" in line for one in plan[skill].deliverables for line in one.lines)
    assert plan["communication"].kind == "write"  # six years of work held some


NETWORKS = """### Research Engineer, Castleby Lab (Jan 2020 - Present)
- Trained deep learning networks in PyTorch for tides
- Found better deep learning losses
"""


def test_nothing_is_asked_about_mathematics_that_is_surely_there(analyzer: Analyzer) -> None:
    report = read(analyzer, NETWORKS)
    row = next(row for row in report.requirements if row.id == "linear-algebra")
    assert row.status == "missing" and row.sure is not None and row.sure.settled
    assert "linear-algebra" not in {step.skill for step in report.plan}
    assert "linear-algebra" not in {one.id for one in report.schedule.left_open}
    assert "linear-algebra" not in {win.skill for win in report.quick_wins}


NOBODY = read_resume(document_of(resume_pdf("Ada Quill\n\n# Interests\nKites")), TAXONOMY, AS_OF)


def test_words_on_people_are_no_part_of_studies() -> None:
    profile = TAXONOMY.profiles["junior-ml-engineer"]
    for skill in ("communication", "business-awareness"):
        found = {rule.any_of[0]: Support(entries=9, jobs=9, months=90) for rule in profile.requirements}
        del found[skill]
        gaps = compare(profile, shown(found))
        assert [gap.requirement.id for gap in gaps if gap.status.is_open] == [skill]
        paper = Paper(NOBODY, shown(found), TAXONOMY)
        assert steps_for(gaps, paper, TAXONOMY, AS_OF) == ()


@pytest.mark.parametrize(("job_too", "advanced"), [("", False), ("- Rewrote the tables in Python\n", True)])
def test_years_of_a_job_are_none_of_what_is_new_to_it(job_too: str, advanced: bool, analyzer: Analyzer) -> None:
    """Who has done years of work in R and one project in Python does not come to advanced by a line at work."""
    text = (
        "# Ines Kallweit\nines@example.org\n\n## Experience\n\n### Statistician, Harbour Office (Jan 2021 - Present)\n"
        f"- Predicted the waits of ships by logistic regression in R, AUC 0.8\n{job_too}\n"
        "## Projects\n\n### Leaflet sorter (2026)\n- Sorted 900 leaflets with scikit-learn in Python, F1 0.8\n"
    )
    report = analyzer.analyze_bytes(text.encode(), "ines.md")
    planned = next((one.to_level for one in report.plan if one.skill == "python"), "")
    found = next(row.found for row in report.requirements if row.id == "python")
    assert ("advanced" in (planned, found)) == advanced
