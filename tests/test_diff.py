"""Progress between two reports on one invented person: what it says, and what bad input gets."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import AS_OF, resume_pdf
from typer.testing import CliRunner

from gapcheck import Analyzer, GapReport
from gapcheck.cli.main import app
from gapcheck.progress.compare import progress_between
from gapcheck.progress.model import LevelChangePart, Progress, RequirementChangePart

ROOT = Path(__file__).parent.parent
COMMAND = Path(sys.executable).with_name("gapcheck")

RESUME = """
    Nera Holloway
    Ghent, nera@example.org
    # Experience
    ## Data Analyst, Quillbrook Mills, Ghent | {dates}
    - Wrote SQL queries for the sales reports
    {experience}
    # Skills
    {skills}
    # Certifications
    {certificates}
"""
OLD = RESUME.format(
    dates="Jan 2025 - Apr 2025",
    experience="- Kept the stock lists in Excel",
    skills="Python, pandas, Docker",
    certificates="First aid",
)
NEW = RESUME.format(
    dates="Jan 2025 - Mar 2026",
    experience="- Built a churn model in Python with scikit-learn and PyTorch",
    skills="pandas, Matplotlib",
    certificates="AWS Certified Machine Learning Engineer - Associate",
)
LINES = (
    "- Built a churn model in Python with scikit-learn",
    "- Trained a convolutional network in PyTorch on 5,000 leaves",
    "- Deployed the model with Docker on AWS",
    "- Presented results to the board every month",
)

Read = Callable[..., GapReport]


class Answer:
    """What the command wrote, and the exit code that was expected."""

    def __init__(self, *arguments: object, expect: int = 0) -> None:
        run = CliRunner().invoke(app, ["diff", *map(str, arguments)])
        assert run.exit_code == expect, run.output
        self.stdout, self.stderr = run.stdout, run.stderr
        self.lines = [line.rstrip() for line in run.stdout.splitlines()]


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory, analyzer: Analyzer) -> Read:
    """A resume in the notation of `resume_pdf` → its report; the same text is read once."""
    path = tmp_path_factory.mktemp("resumes") / "resume.pdf"
    known: dict[str, GapReport] = {}

    def report(text: str) -> GapReport:
        if text not in known:
            path.write_bytes(resume_pdf(text))
            known[text] = analyzer.analyze(path)
        return known[text]

    return report


@pytest.fixture(scope="module")
def progress(read: Read) -> Progress:
    return progress_between(read(OLD), read(NEW))


@pytest.fixture
def old(read: Read, tmp_path: Path) -> Path:
    return stored(read(OLD), tmp_path / "old.json")


@pytest.fixture
def new(read: Read, tmp_path: Path) -> Path:
    return stored(read(NEW), tmp_path / "new.json")


def stored(report: GapReport, path: Path) -> Path:
    path.write_text(report.to_json(indent=2), encoding="utf-8")
    return path


def other_profile(report: GapReport, *, kept: int) -> GapReport:
    """The report as another profile with only the first `kept` requirements would give it."""
    profile = report.profile.model_copy(update={"id": "weaver", "name": "Weaver"})
    return report.model_copy(update={"profile": profile, "requirements": report.requirements[:kept]})


def levels(changes: tuple[LevelChangePart, ...]) -> dict[str, tuple[str, str]]:
    return {one.id: (one.from_level, one.to_level) for one in changes}


def verdicts(changes: tuple[RequirementChangePart, ...]) -> dict[str, tuple[str, str]]:
    return {one.id: (one.old.status, one.new.status) for one in changes}


def test_gain_quotes_the_strongest_line_that_is_new(progress: Progress) -> None:
    gained = {one.id: one for one in progress.gained}
    assert levels(progress.gained)["python"] == ("basic", "intermediate")
    evidence = gained["python"].evidence
    assert evidence is not None and "churn model in Python" in evidence.quote


def test_gain_by_months_alone_quotes_no_line(read: Read) -> None:
    longer = OLD.replace("Apr 2025", "Mar 2026")
    (sql,) = (one for one in progress_between(read(OLD), read(longer)).gained if one.id == "sql")
    assert sql.evidence is None and sql.why == "15 months of jobs show it (intermediate from 6, advanced from 24)"


def test_skills_come_and_go(progress: Progress) -> None:
    assert levels(progress.came)["pytorch"][0] == "none"
    assert levels(progress.went)["docker"] == ("basic", "none")
    assert all(one.why is None for one in progress.went)


def test_requirements_close_open_and_move(progress: Progress) -> None:
    assert verdicts(progress.closed)["scikit-learn"] == ("missing", "met")
    assert verdicts(progress.opened) == {"docker": ("met", "missing")}
    assert verdicts(progress.moved)["plotting"] == ("missing", "below")
    assert verdicts(progress.moved)["python"] == ("below", "below")


def test_readiness_and_certifications_of_both(read: Read, progress: Progress) -> None:
    assert progress.old.readiness == (read(OLD).summary.readiness or 0.0) < (progress.new.readiness or 0.0)
    assert [one.id for one in progress.certificates_came] == ["aws-mla-c01"]
    assert progress.certificates_went == ()


def test_step_is_done_where_the_level_is_reached(read: Read, progress: Progress) -> None:
    done = {step.skill for step in progress.steps_done}
    still_open = {step.skill: step.now for step in progress.steps_open}
    assert {"scikit-learn", "python"} <= done and still_open["matplotlib"] == "basic"
    assert len(done) + len(still_open) == len(read(OLD).plan)


@given(first=st.frozensets(st.sampled_from(LINES)), second=st.frozensets(st.sampled_from(LINES)))
def test_progress_back_is_progress_forth_mirrored(read: Read, first: frozenset[str], second: frozenset[str]) -> None:
    def report(lines: frozenset[str]) -> GapReport:
        experience = "\n".join(line for line in LINES if line in lines)
        return read(RESUME.format(dates="Jan 2025 - Mar 2026", experience=experience, skills="Python", certificates=""))

    forth = progress_between(report(first), report(second))
    back = progress_between(report(second), report(first))
    assert forth.is_empty == (first == second)
    for gains, losses in ((forth.gained, back.lost), (forth.came, back.went)):
        assert {id: (to, start) for id, (start, to) in levels(gains).items()} == levels(losses)
        assert {one.id: one.evidence for one in gains} == {one.id: one.evidence for one in losses}
    assert {id: (to, start) for id, (start, to) in verdicts(forth.closed).items()} == verdicts(back.opened)
    assert {id: (to, start) for id, (start, to) in verdicts(forth.moved).items()} == verdicts(back.moved)


def test_what_changed_is_written_to_a_file(old: Path, new: Path, tmp_path: Path) -> None:
    answer = Answer(old, new, "-o", tmp_path / "changes.txt")
    assert answer.stdout == "" and "wrote " in answer.stderr
    assert "Requirements closed" in (tmp_path / "changes.txt").read_text(encoding="utf-8")
    Answer(old, new, "-o", tmp_path / "changes.json")
    assert json.loads((tmp_path / "changes.json").read_text(encoding="utf-8"))["schema"] == "gapcheck/diff/1"
    assert "nothing is written as .pdf" in Answer(old, new, "-o", tmp_path / "changes.pdf", expect=2).stderr


def test_terminal_names_every_change(old: Path, new: Path) -> None:
    answer = Answer(old, new)
    for expected in (
        "✗→✓ scikit-learn                not shown → intermediate  expected intermediate",
        "✓→✗ Containers                  basic → not shown         expected basic",
        "✗→~ Plotting                    not shown → basic         expected intermediate",
        "~→~ Python                      basic → intermediate      expected advanced",
        "✓ learn scikit-learn            new → intermediate",
        "○ learn Matplotlib              new → intermediate        now basic",
    ):
        assert expected in answer.lines
    assert "new: page 1, line 6: “• Built a churn model in Python" in answer.stdout
    assert "AWS Certified Machine Learning Engineer" in answer.stdout
    assert answer.stderr == "" and all(len(line) <= 80 for line in answer.lines)


def test_json_holds_the_same_progress(old: Path, new: Path, progress: Progress) -> None:
    found = json.loads(Answer(old, new, "--format", "json").stdout)
    assert found["schema"] == "gapcheck/diff/1"
    assert found["gained"][0]["from"] == progress.gained[0].from_level
    assert Progress.model_validate(found) == progress


def test_same_report_twice_says_that_nothing_changed(old: Path) -> None:
    answer = Answer(old, old)
    assert answer.stdout.startswith("Nothing changed") and answer.stderr == ""


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        (0.164, 0.246, "16% → 24% of Junior machine-learning engineer (+8 points)"),
        (0.237, 0.229, "23% → 22% of Junior machine-learning engineer (-1 point)"),
        (0.241, 0.249, "24% → 24% of Junior machine-learning engineer (by less than a point)"),
    ],
)
def test_points_are_the_difference_of_the_shares_shown(
    before: float, now: float, said: str, read: Read, tmp_path: Path
) -> None:
    files = []
    for name, text, share in (("old", OLD, before), ("new", NEW, now)):
        report = read(text)
        summary = report.summary.model_copy(update={"readiness": share})
        files.append(stored(report.model_copy(update={"summary": summary}), tmp_path / f"{name}.json"))
    assert said in Answer(*files).lines


def test_installed_command_answers(old: Path, new: Path) -> None:
    run = subprocess.run([str(COMMAND), "diff", str(old), str(new)], capture_output=True, check=True, cwd=ROOT)
    assert "Requirements closed" in run.stdout.decode("utf-8") and not run.stderr


def test_other_profile_is_refused_unless_allowed(read: Read, old: Path, tmp_path: Path) -> None:
    weaver = stored(other_profile(read(NEW), kept=3), tmp_path / "weaver.json")
    (line,) = Answer(old, weaver, expect=2).stderr.splitlines()
    assert "junior-ml-engineer" in line and "weaver" in line and "--allow-other-profile" in line
    answer = Answer(old, weaver, "--allow-other-profile", "--format", "json")
    assert [one["id"] for one in json.loads(answer.stdout)["moved"]] == ["python", "sql"]
    assert f"{len(read(NEW).requirements) - 3} requirements" in answer.stderr and "weaver" in answer.stderr
    assert "of Weaver" in Answer(old, weaver, "--allow-other-profile").stdout


def test_another_version_and_day_are_warned_of(read: Read, old: Path, tmp_path: Path) -> None:
    report = read(NEW)
    later = report.model_copy(
        update={
            "profile": report.profile.model_copy(update={"version": "2099.1"}),
            "summary": report.summary.model_copy(update={"as_of": date(2099, 1, 1)}),
        }
    )
    new = stored(later, tmp_path / "new.json")
    version, day = Answer(old, new).stderr.splitlines()
    assert report.profile.version in version and "2099.1" in version
    assert str(AS_OF) in day and "2099-01-01" in day
    assert "other way round" in Answer(new, old).stderr


ERROR = '{"schema": "gapcheck/error/1", "document": {"path": "a.pdf"}, "error": {"code": "broken", "message": "no"}}'


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "can't be read"),
        ("Python, SQL", "is not JSON"),
        ("", "is not JSON"),
        ("{}", "no report"),
        ("3", "no report"),
        ("[{}]", "a list"),
        (ERROR, "gapcheck/error/1"),
        ('{"schema": "gapcheck/report/2"}', "gapcheck/report/2"),
        ('{"schema": "gapcheck/evaluation/1"}', "gapcheck/evaluation/1"),
        ('{"schema": "gapcheck/report/1"}', "document: Field required"),
        (f"{ERROR}\n{ERROR}\n\n", "holds 2 reports, one a line"),
    ],
)
def test_bad_input_costs_one_line_with_cause_and_remedy(
    content: str | None, said: str, old: Path, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.json"
    if content is not None:
        bad.write_text(content, encoding="utf-8")
    for files in ((bad, old), (old, bad)):
        answer = Answer(*files, expect=2)
        (line,) = answer.stderr.splitlines()
        assert answer.stdout == "" and line.startswith(f"gapcheck: {bad}: ") and said in line
        assert "write it with" in line or "a file of its own" in line
