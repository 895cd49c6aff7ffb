"""A person corrects how their resume was read: what notes change, and what they never do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from pages import AS_OF, resume_pdf
from typer.testing import CliRunner

from gapcheck import Analyzer
from gapcheck.cli.main import app
from gapcheck.documents import read_document
from gapcheck.notes import NotesError, corrected, notes_schema, read_notes
from gapcheck.outputs.html.report import html_report
from gapcheck.outputs.markdown import markdown_report
from gapcheck.outputs.terminal.screen import text_report
from gapcheck.report import GapReport
from gapcheck.report.resume_model import EntryPart
from gapcheck.resume import read_resume
from gapcheck.taxonomy import Taxonomy

ROOT = Path(__file__).parent.parent
RESUME = """
    Mira Sandoval
    # Work Experience
    ## Data Analyst, Norvik Labs | Jan 2024 - Mar 2024
    - Built forecasts of sales with pandas
    ## Junior Analyst, Halden AS | Apr 2021 - Jun 2021
    - Wrote reports in Tableau
    # Projects
    ## Tide Tables | 2020
    - Trained a model with PyTorch on public readings
    # Education
    ## BSc Biology, Delft University | 2016 - 2019
"""


@pytest.fixture
def resume(tmp_path: Path) -> Path:
    path = tmp_path / "resume.pdf"
    path.write_bytes(resume_pdf(RESUME))
    return path


class Noted:
    """Analyses the resume with notes; the pipeline is built once."""

    def __init__(self, analyzer: Analyzer, taxonomy: Taxonomy, folder: Path) -> None:
        self._analyzer, self._taxonomy, self._folder = analyzer, taxonomy, folder

    def __call__(self, notes: str = "") -> GapReport:
        file = self._folder / "my.yaml"
        file.write_text(notes, encoding="utf-8")
        analyzer = self._analyzer.wishing(as_of=AS_OF)
        analyzer.notes = read_notes(file, self._taxonomy)
        return analyzer.analyze(self._folder / "resume.pdf")


@pytest.fixture
def noted(analyzer: Analyzer, taxonomy: Taxonomy, tmp_path: Path, resume: Path) -> Noted:
    return Noted(analyzer, taxonomy, tmp_path)


def entries(report: GapReport) -> dict[str, EntryPart]:
    return {one.title.split(",")[0]: one for section in report.resume.sections for one in section.entries}


def level(report: GapReport, skill: str) -> str:
    return next((one.level for one in report.skills if one.id == skill), "none")


def test_corrected_dates_change_months_and_level(noted: Noted) -> None:
    before = noted()
    assert (before.resume.work_months, level(before, "pandas")) == (6, "basic")
    after = noted("entries: [{entry: 'Data Analyst, Norvik Labs', from: 2022-01, to: present}]")
    job = entries(after)["Data Analyst"]
    assert (job.from_, job.to, job.months, job.printed) == ("2022-01", "present", 59, "Jan 2024 - Mar 2024")
    assert (after.resume.work_months, level(after, "pandas")) == (62, "advanced")


def test_one_corrected_date_keeps_the_other(noted: Noted) -> None:
    job = entries(noted("entries: [{entry: Data Analyst, to: 2024-06}]"))["Data Analyst"]
    assert (job.from_, job.to, job.months) == ("2024-01", "2024-06", 6)


@pytest.mark.parametrize(("to", "goes_on"), [("present", True), ("2026-11", False)])
def test_job_goes_on_where_the_notes_say_present(
    taxonomy: Taxonomy, tmp_path: Path, resume: Path, to: str, goes_on: bool
) -> None:
    file = tmp_path / "my.yaml"
    file.write_text(f"entries: [{{entry: Data Analyst, to: {to}}}]", encoding="utf-8")
    read = read_resume(read_document(resume), taxonomy, AS_OF)
    changed = corrected(read, read_notes(file, taxonomy))
    job = next(entry for _, entry in changed.entries() if entry.title.startswith("Data Analyst"))
    assert job.dates is not None and job.dates.ongoing is goes_on


def test_what_begins_after_the_day_of_reading_has_no_months(noted: Noted) -> None:
    job = entries(noted("entries: [{entry: Data Analyst, from: 2027-01, to: 2027-06}]"))["Data Analyst"]
    assert job.months == 0


def test_corrected_kind_decides_whether_months_are_work(noted: Noted) -> None:
    report = noted("entries: [{entry: 'Junior Analyst, Halden AS', kind: activity}]")
    assert entries(report)["Junior Analyst"].kind == "activity"
    assert report.resume.work_months == 3


def test_entry_that_is_left_out_shows_nothing(noted: Noted) -> None:
    report = noted("entries: [{entry: Tide Tables, leave_out: true}]")
    assert "Tide Tables" not in entries(report)
    assert level(report, "pytorch") == "none" != level(noted(), "pytorch")


@pytest.mark.parametrize(
    "name", ["DATA ANALYST, NORVIK LABS", "Data Analist, Norvik Labs", "norvik labs", "1:3", "1:4"]
)
def test_entry_is_named_by_its_title_or_by_a_line_of_it(noted: Noted, name: str) -> None:
    assert entries(noted(f"entries:\n- entry: {name}\n  kind: internship"))["Data Analyst"].kind == "internship"


def test_self_declared_skill_never_counts_and_is_not_taught_from_zero(noted: Noted) -> None:
    before, after = noted(), noted("skills: {add: [statistics, SQL]}")
    assert [(one.id, one.on_paper) for one in after.self_declared] == [("statistics", False), ("sql", False)]
    assert after.summary == before.summary
    assert after.requirements == before.requirements
    assert after.skills == before.skills
    first = {step.skill: step.kind for step in before.plan}
    then = {step.skill: step.kind for step in after.plan}
    assert first["sql"] == "learn" and then["sql"] != "learn"
    assert after.schedule.hours < before.schedule.hours


def test_self_declared_skill_that_meets_a_requirement_is_to_be_written_not_learned(noted: Noted) -> None:
    missing = [row for row in noted().requirements if row.status == "missing" and row.expected == "basic"]
    skills = [row.any_of[0] for row in missing]
    report = noted(f"skills: {{add: [{', '.join(skills)}]}}")
    kinds = {step.kind for step in report.plan if step.skill in skills}
    assert "write" in kinds and "learn" not in kinds


def test_self_declared_skill_that_the_resume_shows_anyway_changes_nothing(noted: Noted) -> None:
    before, after = noted(), noted("skills: {add: [pandas]}")
    assert after.self_declared[0].on_paper and after.plan == before.plan


def test_skill_that_is_not_theirs_does_not_count_and_nor_does_what_it_implies(noted: Noted) -> None:
    report = noted("skills: {not_mine: [pytorch]}")
    assert level(report, "pytorch") == "none"
    assert ("pytorch", "disowned") in {(one.id, one.reason) for one in report.not_counted}
    carried = {line.skill for one in report.skills for line in one.evidence}
    assert "pytorch" not in carried


def test_every_output_says_that_notes_were_applied(noted: Noted) -> None:
    report = noted("entries: [{entry: Tide Tables, leave_out: true}]\nskills: {add: [sql]}")
    assert report.notes is not None and report.notes.applied == 2
    for shown in (text_report(report), text_report(report, read=True), markdown_report(report), html_report(report)):
        flat = " ".join(shown.split())
        assert "2 corrections of" in flat and "not counted: SQL" in flat


def test_without_notes_nothing_is_said_of_them(analyzer: Analyzer, resume: Path) -> None:
    report = analyzer.analyze(resume)
    assert report.notes is None and not report.self_declared and "corrections" not in text_report(report)


def test_redacted_report_takes_the_name_out_of_the_file_of_notes_too(
    analyzer: Analyzer, taxonomy: Taxonomy, tmp_path: Path, resume: Path
) -> None:
    file = tmp_path / "mira-sandoval.yaml"
    file.write_text("skills: {add: [sql]}", encoding="utf-8")
    other = analyzer.wishing(as_of=AS_OF, redact=True)
    other.notes = read_notes(file, taxonomy)
    report = other.analyze(resume)
    assert report.notes is not None and report.notes.applied == 1
    assert "sandoval" not in report.to_json().lower()


BAD = [
    ("entries:\n- entry: Tide Tables\n  form: 2020-01", 3, "did you mean from"),
    ("entries:\n- entry: Chief of Nothing\n  kind: job", 2, "no entry"),
    ("entries:\n- entry: 9:9\n  kind: job", 2, "no entry"),
    ("entries:\n- entry: analyst\n  kind: project", 2, "1:3, 1:5"),
    ("entries:\n- entry: Tide Tables\n  from: 2021-05\n  to: 2021-03", 2, "before it begins"),
    ("entries:\n- entry: Data Analyst\n  to: 2020-03", 2, "before it begins"),
    ("entries:\n- entry: Tide Tables\n  from: May 2021", 3, "YYYY-MM"),
    ("entries:\n- entry: Tide Tables\n  kind: hobby", 3, "'job'"),
    ("entries:\n- entry: Tide Tables", 2, "changes nothing"),
    ("entries:\n- entry: Tide Tables\n  leave_out: true\n  kind: job", 2, "no other correction"),
    ("entries:\n- entry: Tide Tables\n  kind: job\n- entry: 1:8\n  kind: job", 4, "same entry"),
    ("skills:\n  add:\n  - pandsa", 3, "did you mean pandas"),
    ("skills:\n  add: [sql]\n  not_mine:\n  - sql", 4, "add too"),
    ("skills:\n  not_mine:\n  - sql", 3, "does not name"),
    ("entries: [", 2, "YAML"),
    ("nothing", 1, "field: value"),
]  # fmt: skip


@pytest.mark.parametrize(("notes", "line", "words"), BAD)
def test_bad_notes_are_told_in_one_line_with_file_and_line(noted: Noted, notes: str, line: int, words: str) -> None:
    with pytest.raises(NotesError) as raised:
        noted(notes)
    message = str(raised.value)
    assert f"my.yaml:{line}: " in message and words in message and "\n" not in message


def test_template_changes_nothing_until_it_is_corrected(resume: Path, noted: Noted) -> None:
    done = CliRunner().invoke(app, ["notes", str(resume), "--as-of", "2026-11"])
    assert done.exit_code == 0
    untouched = noted(done.output)
    assert untouched.notes is not None and untouched.notes.applied == 0
    assert '# - entry: "Data Analyst, Norvik Labs"\n#   kind: job\n#   from: 2024-01\n#   to: 2024-03' in done.output
    uncommented = done.output.replace("\n# - entry", "\n- entry").replace("\n#   ", "\n  ")
    as_read = noted(uncommented)
    assert as_read.notes is not None and as_read.notes.applied == 4
    assert as_read.resume == untouched.resume and as_read.skills == untouched.skills


def test_template_takes_no_file_that_is_there(resume: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_text("entries:", encoding="utf-8")
    done = CliRunner().invoke(app, ["notes", str(resume), "-o", str(mine)])
    assert done.exit_code == 2 and mine.read_text(encoding="utf-8") == "entries:"


@pytest.mark.parametrize("notes", ["skills: {add: [nonsense-of-a-skill]}", "entries: [{entry: 9:9, kind: job}]"])
def test_bad_notes_end_the_command_as_wrong_usage(resume: Path, tmp_path: Path, notes: str) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_text(notes, encoding="utf-8")
    done = CliRunner().invoke(app, [str(resume), "--notes", str(mine), "--as-of", "2026-11"])
    assert done.exit_code == 2
    assert len(done.stderr.splitlines()) == 1 and f"{mine}:1: " in done.stderr


def test_notes_are_on_one_resume(tmp_path: Path, resume: Path) -> None:
    done = CliRunner().invoke(app, [str(resume), str(resume), "--notes", str(tmp_path / "mine.yaml")])
    assert done.exit_code == 2 and "one resume" in done.stderr


def test_schema_of_notes_describes_notes() -> None:
    import jsonschema

    done = CliRunner().invoke(app, ["schema", "--kind", "notes"])
    assert json.loads(done.output) == notes_schema()
    notes = yaml.safe_load("entries: [{entry: A, from: 2020-01, to: present}]\nskills: {add: [sql]}")
    jsonschema.validate(notes, notes_schema())
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"entries": [{"entry": "A", "from": "May 2021"}]}, notes_schema())


def test_the_file_that_the_docs_show_can_be_applied(analyzer: Analyzer, taxonomy: Taxonomy, tmp_path: Path) -> None:
    page = (ROOT / "docs" / "notes.md").read_text(encoding="utf-8")
    file = tmp_path / "my.yaml"
    file.write_text(page.split("```yaml\n")[1].split("```")[0], encoding="utf-8")
    other = analyzer.wishing(as_of=AS_OF)
    other.notes = read_notes(file, taxonomy)
    report = other.analyze(ROOT / "samples" / "strong.pdf")
    assert report.notes is not None and report.notes.applied == 5
    assert entries(report)["Clinical Note Search"].kind == "job"
