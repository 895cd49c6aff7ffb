"""What a plan begins with: the best of a person's own recent works, the job that goes on, and what was surely used."""

from __future__ import annotations

import pytest

from gapcheck import Analyzer, GapReport
from gapcheck.report.advice_wording import this_week
from gapcheck.report.strengths import strengths

STALL = """### Stall rents (2026)
- Predicted stall rents from footfall with gradient boosting (scikit-learn, pandas); error of 9% against 14% before
"""
LEAFLETS = """### Leaflet sorter (2026)
- Sorted leaflets with a random forest (scikit-learn, pandas, NumPy, XGBoost); F1 of 0.8 on held-out streets
"""
LETTERS = "### Letter reader (2026)\n- Trained a convolutional network in PyTorch on pictures of 12 stamps\n"
SERVED = "- Served as a Streamlit page with Docker\n"


def read(
    analyzer: Analyzer, *, jobs: str = "", projects: str = "", skills: str = "Python", more: str = ""
) -> GapReport:
    text = f"# Ines Kallweit\nines@example.org\n\n## Experience\n\n{jobs}\n\n## Projects\n\n{projects}\n\n"
    text += f"{more}\n\n## Skills\n- {skills}\n"
    return analyzer.analyze_bytes(text.encode(), "ines.md")


def works(report: GapReport) -> str:
    """The name of the part that goes on with works of the person's own."""
    return next((phase.name for phase in report.schedule.phases if phase.id == "own"), "")


def test_work_that_can_be_tried_is_gone_on_with_before_one_that_shows_more(analyzer: Analyzer) -> None:
    both = read(analyzer, projects=f"{STALL}{LEAFLETS}")
    assert works(both).startswith("Go on with “Leaflet sorter”")
    served = read(analyzer, projects=f"{STALL}{SERVED}{LEAFLETS}")
    assert works(served).startswith("Go on with “Stall rents”")


@pytest.mark.parametrize(
    ("whose", "first"),
    [("(group of three, 2026)", "Stall rents"), ("(2026, in pairs)", "Stall rents"), ("(2026)", "Leaflet sorter")],
)
def test_work_of_a_group_gives_way_to_one_of_the_person_alone(whose: str, first: str, analyzer: Analyzer) -> None:
    more = "- Cleaned 900 leaflets, and served the model with FastAPI\n"
    report = read(analyzer, projects=f"{STALL}{LEAFLETS.replace('(2026)', whose)}{more}")
    assert works(report).startswith(f"Go on with “{first}")
    closest = next(one.suggestion for one in report.portfolio.criteria if one.id == "end-to-end")
    assert closest is not None and first in closest


@pytest.mark.parametrize(("part", "goes_on"), [("", False), ("- My part: the features and the forecast\n", True)])
def test_own_part_of_a_capstone_of_several_is_gone_on_with(part: str, goes_on: bool, analyzer: Analyzer) -> None:
    title = "### Berth waits (capstone, team of four, 2025)"
    body = "- Predicted waits from 40,000 arrivals with a random forest in scikit-learn, MAE 11 min against 15\n"
    report = read(analyzer, projects=f"{title}\n{body}{part}")
    assert ("Berth waits" in works(report)) == goes_on


CLERK = """### {title}, Quay Office (Jan 2021 - Present)
- {deed}
- Wrote the yearly report for the harbour board
"""


@pytest.mark.parametrize(
    ("deed", "goes_on"),
    [
        ("Built SQL views and pandas tables of berths", True),  # data to build a model on
        ("Predicted arrivals with gradient boosting on SQL tables", True),
        ("Rang up captains and kept the key cupboard", False),
    ],
)
def test_job_on_data_that_goes_on_is_gone_on_with(deed: str, goes_on: bool, analyzer: Analyzer) -> None:
    report = read(analyzer, jobs=CLERK.format(title="Berth planner", deed=deed), projects=STALL)
    written = {one.title for step in report.plan for one in step.deliverables}
    assert "“Stall rents”" in works(report) and any("Berth planner" in title for title in written) == goes_on


@pytest.mark.parametrize(
    ("year", "deed", "goes_on"),
    [
        (2026, "Built SQL views and pandas tables of berths", True),
        (2021, "Built SQL views and pandas tables of berths", False),
        (2021, "Sent the berths of the day by a Java program", True),  # technical, and no place for a model
    ],
)
def test_project_of_years_ago_gives_way_to_a_job_on_data_of_today(
    year: int, deed: str, goes_on: bool, analyzer: Analyzer
) -> None:
    job = CLERK.format(title="Berth planner", deed=deed)
    report = read(analyzer, jobs=job, projects=STALL.replace("2026", str(year)))
    assert ("Stall rents" in works(report)) == goes_on
    alone = read(analyzer, projects=STALL.replace("2026", str(year)))
    assert "Stall rents" in works(alone)  # where there is nothing newer, the old one is what there is


def test_capstone_without_a_date_is_as_old_as_the_studies_above_it(analyzer: Analyzer) -> None:
    job = CLERK.format(title="Berth planner", deed="Built SQL views and pandas tables of berths")
    capstone = "## Education\n\n### BSc Geodesy, Port University (2015 - 2018)\nCapstone: tide heights with XGBoost\n"
    assert "Capstone" not in works(read(analyzer, jobs=job, more=capstone))
    assert "Berth planner" in works(read(analyzer, jobs=job, more=capstone))


def lines_at(report: GapReport, title: str) -> set[str]:
    """The skills for which the plan has a line in the entry of this title, and which take hours."""
    return {step.skill for step in report.plan if step.hours for one in step.deliverables if title in one.title}


def test_office_gets_no_cloud_and_no_container_that_it_does_without(analyzer: Analyzer) -> None:
    serving = {"docker", "aws", "model-deployment", "ci-cd", "testing", "rest-apis", "fastapi"}
    deed = "Predicted arrivals with logistic regression on SQL tables"
    office = read(analyzer, jobs=CLERK.format(title="Berth planner", deed=deed))
    assert works(office) == "Go on with “Berth planner, Quay Office”"
    assert not serving & lines_at(office, "Berth planner") and "scikit-learn" in lines_at(office, "Berth planner")
    shop = CLERK.format(title="Berth planner", deed=f"{deed}\n- Packaged it with Docker and watched it in Grafana")
    assert serving & lines_at(read(analyzer, jobs=shop), "Berth planner")


def test_nobody_learns_networks_or_sql_on_the_data_of_a_job_without_them(analyzer: Analyzer) -> None:
    report = read(analyzer, jobs=CLERK.format(title="Berth planner", deed="Predicted arrivals in pandas by regression"))
    assert not {"neural-networks", "sql", "git"} & lines_at(report, "Berth planner")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Code: https://github.com/ines-example/stalls", "write"),
        ("gitlab.com/ines-example/stalls", "write"),
        ("Code on a stick", "learn"),
    ],
)
def test_who_gives_a_repository_is_not_told_to_put_the_work_under_version_control(
    line: str, kind: str, analyzer: Analyzer
) -> None:
    report = read(analyzer, projects=f"{STALL}- {line}\n")
    step = next(step for step in report.plan if step.skill == "git")
    own = [one for one in step.deliverables if one.title.startswith("Stall rents")]
    asked = [text for one in own for text in one.lines if text.startswith("Kept the code of [what] in Git")]
    assert bool(asked) == (kind == "write")
    assert step.kind == kind or (kind == "write" and step.kind == "show")  # shown once more where the level asks for it


def test_network_that_was_trained_on_labels_is_supervised_learning_to_be_written(analyzer: Analyzer) -> None:
    step = next(one for one in read(analyzer, projects=LETTERS).plan if one.skill == "supervised-learning")
    asked = [line for one in step.deliverables if one.title.startswith("Letter reader") for line in one.lines]
    assert asked == [analyzer.taxonomy.asked_for("supervised-learning")]
    assert step.hours - step.set_up_hours <= analyzer.taxonomy.deliverables.line_hours  # of a second entry alone


def test_no_two_entries_are_asked_for_the_same_line(analyzer: Analyzer) -> None:
    code = "- Code: https://github.com/ines-example/{}\n"
    report = read(analyzer, projects=STALL + code.format("a") + LEAFLETS + code.format("b"))
    lines = [line for step in report.plan for one in step.deliverables for line in one.lines]
    assert len(lines) == len(set(lines)) and sum("Kept the code of [what] in Git" in line for line in lines) == 2


def test_scikit_learn_is_no_part_of_a_work_on_pictures(analyzer: Analyzer) -> None:
    report = read(analyzer, projects=LETTERS, skills="Python, scikit-learn")
    assert "scikit-learn" not in lines_at(report, "Letter reader")


# ----------------------------------------------------------------------------------------------------- the first screen


def test_hours_that_set_a_project_up_are_told_apart(analyzer: Analyzer) -> None:
    report = read(analyzer, skills="Python, SQL")
    first = next(step for step in report.plan if step.set_up_hours)
    assert first.sets_up and first.set_up_hours == analyzer.taxonomy.deliverables.project_hours <= first.hours
    assert f"first 5 of {first.set_up_hours} h" in this_week(report)[0]


def test_what_an_interviewer_takes_apart_comes_first_in_the_week(analyzer: Analyzer) -> None:
    moles = "### Mole checker (2026)\n- Trained a network in Keras on skin lesions, 94% accuracy on the test images\n"
    assert this_week(read(analyzer, projects=moles + STALL))[0].startswith("Worth checking in “Mole checker”")


def test_week_of_who_is_tested_in_sql_begins_with_it(analyzer: Analyzer) -> None:
    job = "### Baker, Corner Oven (Jan 2018 - Dec 2023)\n- Baked bread and trained four apprentices\n"
    week = this_week(read(analyzer, jobs=job, projects=STALL, skills="Python, SQL (basic)"))
    assert week[0].startswith("SQL in “Stall rents”")


def test_strengths_name_the_best_work_before_what_rests_on_one_line(analyzer: Analyzer) -> None:
    job = CLERK.format(title="Berth planner", deed="Tested tide gauges by statistics, with hypothesis tests each month")
    said = strengths(read(analyzer, jobs=job, projects=STALL + SERVED))
    assert any(one.startswith("“Stall rents” shows training, evaluation") for one in said)
    assert not any("thin" in one for one in said) or len(said) <= 2
