"""Data of other people stay where they are: what a plan says of projects on them."""

import pytest
from pages import AS_OF, document_of, resume_pdf

from gapcheck import Analyzer
from gapcheck.portfolio.entrusted import EntrustedReader
from gapcheck.report import GapReport
from gapcheck.resume.reader import read_resume
from gapcheck.taxonomy import load_taxonomy

TAXONOMY = load_taxonomy()
READER = EntrustedReader(TAXONOMY)
FACTS = TAXONOMY.deliverables.entrusted
OURS = (
    "Fitted a logistic regression in scikit-learn to records of 900 patients, with permission of the clinic, recall 0.7"
)
OPEN = "Fitted a logistic regression in scikit-learn to 900 rows of the weather service, recall 0.7"


def project(line: str) -> str:
    return f"# Projects\n## Missed Visits | 2026\n- {line}\n- Cleaned the table with pandas\n"


@pytest.mark.parametrize(
    ("line", "entrusted"),
    [
        ("Cleaned 7,000 customer records with pandas", True),
        ("Cleaned the attendance data of 1,900 pupils with pandas", True),
        ("Predicted falls from patients' charts with scikit-learn", True),
        ("Predicted wear from readings, anonymised with pandas", True),
        ("Cleaned 7,000 customer records of a public data set with pandas", False),
        ("Cleaned 7,000 customer records (Kaggle) with pandas", False),
        ("Presented the results to 60 students", False),
        ("Distributed data parallel training, used by six students", False),
        ("A forecast in pandas that customers of a bakery read", False),
        ("Cleaned 7,000 weather records with pandas", False),
    ],
)
def test_project_on_the_records_of_people_is_known_by_its_words(line: str, entrusted: bool) -> None:
    resume = read_resume(document_of(resume_pdf(f"Ada Quill\n\n{project(line)}")), TAXONOMY, AS_OF)
    assert bool(READER.entries(resume)) == entrusted


def report_on(analyzer: Analyzer, text: str) -> GapReport:
    return analyzer.analyze_document(document_of(resume_pdf(f"Ada Quill\nada@example.com\n\n{text}")))


@pytest.mark.parametrize(("line", "entrusted"), [(OURS, True), (OPEN, False)])
def test_what_goes_online_or_to_a_cloud_takes_open_data(line: str, entrusted: bool, analyzer: Analyzer) -> None:
    report = report_on(analyzer, project(line))
    phase = next(phase for phase in report.schedule.phases if phase.id == "own")
    assert (FACTS.caution in phase.cautions) == entrusted
    mine = [
        (step.skill, line)
        for step in report.plan
        for one in step.deliverables
        for line in one.lines
        if one.title.startswith("Missed Visits")
    ]
    shared = {skill: "on open data" in line for skill, line in mine if TAXONOMY.is_shared(skill)}
    assert {"docker", "model-deployment"} <= shared.keys()
    assert set(shared.values()) == {entrusted}
    assert not any("on open data" in line for skill, line in mine if not TAXONOMY.is_shared(skill))


@pytest.mark.parametrize(("line", "entrusted"), [(OURS, True), (OPEN, False)])
def test_first_evening_takes_no_data_of_people_anywhere(line: str, entrusted: bool, analyzer: Analyzer) -> None:
    first = {step.skill: step.first for step in report_on(analyzer, project(line)).plan}
    assert ("made-up" in first["docker"]) == entrusted
    assert ("without its data" in first["git"]) == entrusted


@pytest.mark.parametrize(("line", "entrusted"), [(OURS, True), (OPEN, False)])
def test_code_is_published_without_the_data_of_people(line: str, entrusted: bool, analyzer: Analyzer) -> None:
    said = {one.id: one.suggestion or "" for one in report_on(analyzer, project(line)).portfolio.criteria}
    assert ("without its data" in said["documentation"]) == entrusted
    assert ("on open data" in said["deployed"]) == entrusted


@pytest.mark.parametrize(
    ("line", "closed"),
    [
        ("Sorted the letters of the board, under oath", True),
        ("Kept the register in pandas; all of it confidential", True),
        ("Wrote tables on patients' files in pandas", True),
        ("Read the files of the court with pandas", True),
        ("Wrote tables of customer orders in pandas", False),  # what most jobs are about
        ("Presented the tables to clients", False),
        ("Reviewed the code with two clients in Paris", False),
    ],
)
def test_job_is_closed_by_oath_secret_or_whose_files_it_holds(line: str, closed: bool) -> None:
    text = f"Ada Quill\n\n# Experience\n## Analyst, Heron House | Jan 2023 - Present\n- {line}\n"
    assert bool(READER.entries(read_resume(document_of(resume_pdf(text)), TAXONOMY, AS_OF))) == closed


@pytest.mark.parametrize("closed", [False, True])
def test_every_step_at_a_job_asks_for_leave_and_at_a_closed_one_for_open_data(closed: bool, analyzer: Analyzer) -> None:
    job = "# Experience\n## Analyst, Heron House | Jan 2023 - Present\n- Forecast of visits by linear regression in R\n"
    report = report_on(analyzer, f"{job}- Works under oath\n" if closed else job)
    caution, other = (FACTS.closed.caution, FACTS.at_work)[:: 1 if closed else -1]
    at_job = {step.phase for step in report.plan if step.hours and any(one.where == "job" for one in step.deliverables)}
    assert at_job
    for phase in report.schedule.phases:
        assert (caution in phase.cautions) == (phase.id in at_job) and other not in phase.cautions
    first = [step.first for step in report.plan if step.hours and step.deliverables[0].where == "job"]
    begins = "on open or made-up data, " if closed else "with leave, "
    assert first and all(one.startswith(begins) for one in first)
    shown = [step for step in report.plan if TAXONOMY.is_shared(step.skill) and step.kind != "write"]
    lines = [line for step in shown for one in step.deliverables if one.where == "job" for line in one.lines]
    assert not lines or any("open data" in line for line in lines) == closed


@pytest.mark.parametrize(("line", "first"), [("Works under oath", "project"), ("Works by night", "job")])
def test_what_is_shown_to_others_is_done_on_an_own_work_before_a_closed_job(
    line: str, first: str, analyzer: Analyzer
) -> None:
    job = f"# Experience\n## Clerk, Heron House | Jan 2023 - Present\n- Sorts letters with BERT, F1 0.8\n- {line}\n"
    own = "# Projects\n## Names in plays | 2026\n- Fine-tuned BERT for names of persons, F1 0.78 on 60 lines\n"
    plan = report_on(analyzer, f"{job}{own}").plan
    assert next(step for step in plan if step.skill == "error-analysis").deliverables[0].where == first


def test_step_at_a_job_stays_on_the_systems_of_its_employer(analyzer: Analyzer) -> None:
    text = "# Experience\n## ML Engineer, Heron Freight | Jan 2023 - Present\n"
    served = text + "- Trained a gradient boosting model on parcels\n- Served it with FastAPI on AWS in Docker\n"
    cautions = {said for phase in report_on(analyzer, served).schedule.phases for said in phase.cautions}
    assert FACTS.at_work in cautions and FACTS.caution not in cautions
