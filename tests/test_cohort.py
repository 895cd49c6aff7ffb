"""Many reports together: the figures, the sessions that are suggested, what stays private, and what bad input gets."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from statistics import fmean, median
from typing import Any

import jsonschema
import pytest
from syrupy.assertion import SnapshotAssertion
from typer.testing import CliRunner

from gapcheck import Analyzer, GapReport
from gapcheck.batch.store import Store
from gapcheck.cli.main import app
from gapcheck.documents import read_document
from gapcheck.taxonomy import Level, Taxonomy

SAMPLES = Path(__file__).parent.parent / "samples"
RESUMES = [*sorted(SAMPLES.glob("*.pdf")), *sorted((SAMPLES / "corpus" / "resumes").glob("*.pdf"))]
ERROR = '{"schema":"gapcheck/error/1","document":{"path":"torn.pdf"},"error":{"code":"damaged","message":"no PDF"}}'


class Answer:
    """What the command wrote, and the exit code that was expected."""

    def __init__(self, *arguments: object, expect: int = 0) -> None:
        run = CliRunner().invoke(app, ["cohort", *map(str, arguments)], env={"COLUMNS": "80"})
        assert run.exit_code == expect, run.output
        self.stdout, self.stderr = run.stdout, run.stderr

    @property
    def data(self) -> Any:
        return json.loads(self.stdout)


@pytest.fixture(scope="module")
def reports(analyzer: Analyzer) -> list[GapReport]:
    """The reports on all samples."""
    return [analyzer.analyze(path) for path in RESUMES]


def written(folder: Path, *lines: GapReport | str) -> Path:
    """The folder, with these lines as the reports of a run."""
    folder.mkdir(exist_ok=True)
    text = "".join(f"{line if isinstance(line, str) else line.to_json()}\n" for line in lines)
    (folder / "reports.jsonl").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def out(reports: list[GapReport], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of a run over all samples."""
    return written(tmp_path_factory.mktemp("cohort") / "out", *reports)


@pytest.fixture(scope="module")
def found(out: Path) -> Any:
    """The figures on all samples, as published."""
    return Answer(out, "--format", "json").data


def renamed(report: GapReport, path: str) -> GapReport:
    """The report as one on another file."""
    return report.model_copy(update={"document": report.document.model_copy(update={"path": path})})


# What the figures say


def test_figures_are_those_of_the_reports(found: Any, reports: list[GapReport]) -> None:
    group = found["groups"][0]
    shares = [report.summary.readiness or 0.0 for report in reports]
    assert found["documents"] == group["resumes"] == len(reports)
    assert group["readiness"]["mean"] == pytest.approx(fmean(shares), abs=0.001)
    assert group["readiness"]["median"] == pytest.approx(median(shares), abs=0.001)
    assert sum(bar["resumes"] for bar in group["readiness"]["histogram"]) == len(reports)
    assert {stage["name"]: stage["resumes"] for stage in group["stages"] if stage["resumes"]} == {
        stage: [report.summary.stage for report in reports].count(stage)
        for stage in {report.summary.stage for report in reports}
    }
    for one in group["requirements"]:
        verdicts = [row for report in reports for row in report.requirements if row.id == one["id"]]
        for status in ("met", "below", "missing"):
            assert one[status] == sum(row.status == status for row in verdicts)
        assert one["one_more"] == sum(Level[row.expected] - Level[row.found] == 1 for row in verdicts)
    for skill in group["skills"]:
        levels = [one.level for report in reports for one in report.skills if one.id == skill["id"]]
        assert [skill[level] for level in ("basic", "intermediate", "advanced")] == [
            levels.count(level) for level in ("basic", "intermediate", "advanced")
        ]


def test_what_requirements_cost_is_what_the_mean_lacks(found: Any) -> None:
    group = found["groups"][0]
    assert sum(one["lost"] for one in group["requirements"]) == pytest.approx(1 - group["readiness"]["mean"], abs=0.003)
    costs = [one["lost"] for one in group["requirements"]]
    assert costs == sorted(costs, reverse=True)


def test_json_keeps_to_its_published_schema(found: Any) -> None:
    jsonschema.validate(found, json.loads(CliRunner().invoke(app, ["schema", "--kind", "cohort"]).stdout))


def test_table_has_the_figures_of_the_json(out: Path, found: Any) -> None:
    rows = list(csv.DictReader(io.StringIO(Answer(out, "-f", "csv").stdout)))
    group = found["groups"][0]
    value = {(row["part"], row["id"], row["figure"]): row["value"] for row in rows}
    assert {row["profile"] for row in rows} == {group["profile"]["id"]}
    for one in group["requirements"]:
        assert value["requirement", one["id"], "missing"] == str(one["missing"])
    assert float(value["readiness", "", "median"]) == group["readiness"]["median"]


# The sessions, as published


def test_sessions_published_reach_the_readiness_that_they_say(found: Any) -> None:
    group = found["groups"][0]
    assert group["sessions"] and group["to_write"]
    reached = group["readiness"]["mean"]
    for one in group["sessions"]:
        reached += one["gain"] / group["resumes"]
        assert one["readiness"] == pytest.approx(reached, abs=0.002)
        assert one["resumes"] + one["opens"] >= found["fewest"]


def test_soft_skills_are_to_be_written_not_taught(found: Any, taxonomy: Taxonomy) -> None:
    group = found["groups"][0]
    assert {taxonomy.skills[one["skill"]].category for one in group["to_write"]} == {"soft-skills"}
    assert "soft-skills" not in {taxonomy.skills[one["skill"]].category for one in group["sessions"]}


# What stays private


FORMATS = ("text", "json", "csv", "html")


@pytest.mark.parametrize("format", FORMATS)
def test_no_path_name_or_line_of_a_resume_is_told(
    format: str, out: Path, reports: list[GapReport], analyzer: Analyzer
) -> None:
    answer = Answer(out, "--since", out, "-f", format)
    text = " ".join((answer.stdout + answer.stderr).split())
    private = {report.document.path for report in reports} | {path.name for path in RESUMES}
    private |= {report.document.sha256 for report in reports}
    private |= {line.quote for report in reports for skill in report.skills for line in skill.evidence}
    private |= {project.title for report in reports for project in report.portfolio.entries}
    private |= {read_document(path).pages[0].lines[0].text for path in RESUMES[:8]}
    told = {one for one in private if len(one) > 5 and one in text}
    assert told <= set(analyzer.taxonomy.categories.values()) | {one.name for one in analyzer.taxonomy.skills.values()}


@pytest.mark.parametrize("format", FORMATS)
def test_names_are_told_when_they_are_asked_for(format: str, tmp_path: Path, reports: list[GapReport]) -> None:
    told = Answer(written(tmp_path / "out", *reports[:3]), "--names", "-f", format).stdout.replace("\n", "")
    assert all(path.name in told for path in RESUMES[:3])


@pytest.mark.parametrize("format", ["text", "json", "csv"])
def test_names_that_want_to_drive_a_terminal_or_a_spreadsheet_do_not(
    format: str, tmp_path: Path, reports: list[GapReport]
) -> None:
    run = written(tmp_path / "out", renamed(reports[0], "=cmd|' /C calc'!A0\x1b[2J.pdf"))
    file = tmp_path / "figures"
    told = Answer(run, "--names", "-f", format).stdout
    Answer(run, "--names", "-f", format, "-o", file)
    for text in (told, file.read_text(encoding="utf-8")):
        assert "\x1b" not in text and "calc" in text and ",=cmd" not in text
    assert file.stat().st_mode & 0o077 == 0


def test_of_few_resumes_nothing_is_told_without_names(tmp_path: Path, reports: list[GapReport]) -> None:
    few = written(tmp_path / "few", *reports[:4])
    answer = Answer(few, expect=2)
    assert not answer.stdout and answer.stderr.count("\n") == 1 and "--names" in answer.stderr
    assert Answer(few, "--names", "-f", "json").data["groups"][0]["resumes"] == 4


# Two profiles, two runs


def test_profiles_are_shown_apart(tmp_path: Path, out: Path, reports: list[GapReport]) -> None:
    profile = reports[0].profile.model_copy(update={"id": "our-bootcamp", "name": "<b>Our & theirs</b>"})
    other = written(tmp_path / "other", *(one.model_copy(update={"profile": profile}) for one in reports[:6]))
    answer = Answer(out, other, "-f", "json")
    assert [(group["profile"]["id"], group["resumes"]) for group in answer.data["groups"]] == [
        ("junior-ml-engineer", len(reports)), ("our-bootcamp", 6),
    ]  # fmt: skip
    assert "can't be added up" in answer.stderr
    page = Answer(out, other, "-f", "html").stdout
    assert "<b>Our" not in page and "&lt;b&gt;Our &amp; theirs" in page


def test_one_profile_in_two_folders_is_one_group(tmp_path: Path, reports: list[GapReport]) -> None:
    first, second = written(tmp_path / "a", *reports[:5]), written(tmp_path / "b", *reports[5:9])
    assert [group["resumes"] for group in Answer(first, second / "reports.jsonl", "-f", "json").data["groups"]] == [9]


def test_same_run_shows_no_change(out: Path, reports: list[GapReport]) -> None:
    change = Answer(out, "--since", out, "-f", "json").data["groups"][0]["change"]
    assert (change["matched"], change["same"], change["came"], change["went"]) == (len(reports), len(reports), 0, 0)
    assert change["requirements"] == []


def test_change_counts_those_in_both_runs_by_file_name(tmp_path: Path, reports: list[GapReport]) -> None:
    beginner, strong = (one for one in reports if one.document.path.endswith(("/beginner.pdf", "/strong.pdf")))
    same = [renamed(one, f"spring/{number}.pdf") for number, one in enumerate(reports[6:12])]
    old = written(tmp_path / "old", *same, renamed(beginner, "spring/nera.pdf"), renamed(strong, "spring/gone.pdf"))
    later = [renamed(one, f"autumn/{number}.pdf") for number, one in enumerate(reports[6:12])]
    new = written(tmp_path / "new", *later, renamed(strong, "autumn/nera.pdf"))
    answer = Answer(new, "--since", old, "-f", "json")
    change = answer.data["groups"][0]["change"]
    assert {name: change[name] for name in ("matched", "came", "went", "higher", "same", "lower")} == {
        "matched": 7, "came": 0, "went": 1, "higher": 1, "same": 6, "lower": 0,
    }  # fmt: skip
    gain = (strong.summary.readiness or 0.0) - (beginner.summary.readiness or 0.0)
    assert change["new_readiness"] - change["old_readiness"] == pytest.approx(gain / 7, abs=0.002)
    met = {row.id for row in strong.requirements if row.status == "met"}
    met -= {row.id for row in beginner.requirements if row.status == "met"}
    assert {one["id"] for one in change["requirements"] if one["closed"]} == met


def test_files_of_one_name_are_told_apart_by_their_folders(tmp_path: Path, reports: list[GapReport]) -> None:
    named = [renamed(one, f"{number}/cv.pdf") for number, one in enumerate(reports[:6])]
    folder = written(tmp_path / "cvs", *named)
    change = Answer(folder, "--since", folder, "-f", "json").data["groups"][0]["change"]
    assert (change["matched"], change["same"]) == (6, 6)


def test_runs_of_other_people_are_not_compared(tmp_path: Path, out: Path, reports: list[GapReport]) -> None:
    others = written(tmp_path / "others", *(renamed(one, f"{number}.pdf") for number, one in enumerate(reports)))
    answer = Answer(others, "--since", out, "-f", "json")
    assert answer.data["groups"][0]["change"] is None and "nothing to compare" in answer.stderr


# What can be wrong with the input


def _older(reports: list[GapReport]) -> str:
    data = json.loads(reports[0].to_json())
    del data["summary"]["stage"]
    return json.dumps(data)


Lines = Callable[[list[GapReport]], list[GapReport | str]]
BAD: dict[str, tuple[Lines, int, str]] = {
    "empty": (lambda reports: [], 2, "holds no report"),
    "only errors": (lambda reports: [ERROR, ERROR], 1, "none of the 2 documents could be analysed (damaged 2)"),
    "no JSON": (lambda reports: ["resume,readiness", "a.pdf,0.4"], 2, "line 1 is no report of gapcheck"),
    "other JSON": (lambda reports: [reports[0], '{"a": 1}'], 2, "line 2 is no report of gapcheck"),
    "list": (lambda reports: ["[1, 2]"], 2, "line 1 is no report of gapcheck"),
    "other version": (lambda reports: ['{"schema": "gapcheck/report/9"}'], 2, "line 1 is gapcheck/report/9"),
    "older build": (lambda reports: [_older(reports)], 2, "line 1 is a report of another gapcheck"),
    "torn line": (lambda reports: [reports[0], reports[1].to_json()[:900]], 2, "line 2 is no report of gapcheck"),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_reports_cost_one_line(case: str, tmp_path: Path, reports: list[GapReport]) -> None:
    lines, code, said = BAD[case]
    answer = Answer(written(tmp_path / "out", *lines(reports)), expect=code)
    assert said in answer.stderr and answer.stderr.count("\n") == 1 and not answer.stdout


def test_what_is_no_run_costs_one_line(tmp_path: Path) -> None:
    for source, said in ((tmp_path, "no output folder"), (tmp_path / "gone", "there is no folder or file")):
        answer = Answer(source, expect=2)
        assert said in answer.stderr and answer.stderr.count("\n") == 1
    foreign = tmp_path / "resume.pdf"
    foreign.write_bytes(b"%PDF-1.7\n\xff\xfe")
    assert "line 1 is no report" in Answer(foreign, expect=2).stderr


def test_errors_are_counted_beside_the_reports(tmp_path: Path, reports: list[GapReport]) -> None:
    folder = written(tmp_path / "out", *reports[:6], ERROR)
    data = Answer(folder, "-f", "json").data
    assert (data["documents"], data["errors"]) == (7, [{"code": "damaged", "documents": 1}])
    assert "1 of 7 documents could not be analysed: damaged 1." in Answer(folder).stdout


def test_run_that_goes_on_is_read_as_it_last_wrote_and_said_so(tmp_path: Path, reports: list[GapReport]) -> None:
    folder = tmp_path / "out"
    with Store(folder):
        assert "has written no reports yet" in Answer(folder, expect=2).stderr
        written(folder, *reports[:6])
        answer = Answer(folder, "-f", "json")
        assert answer.data["documents"] == 6 and "has not ended" in answer.stderr
    assert not Answer(folder, "-f", "json").stderr


def test_skills_that_the_taxonomy_lacks_are_told_and_cost_no_session(tmp_path: Path, reports: list[GapReport]) -> None:
    lines = [one.to_json().replace('"any_of":["ci-cd"]', '"any_of":["our-own-tool"]') for one in reports[:6]]
    answer = Answer(written(tmp_path / "out", *lines), "-f", "json")
    assert "no session can be planned for our-own-tool" in answer.stderr
    assert "docker" not in [one["skill"] for one in answer.data["groups"][0]["sessions"]]


# How it looks


def test_format_follows_the_suffix_of_the_file(out: Path, tmp_path: Path) -> None:
    begins = {"a.json": "{", "a.csv": "profile,part", "a.html": "<!doctype html>", "a.txt": f"{len(RESUMES)} resumes"}
    for name, start in begins.items():
        Answer(out, "-o", tmp_path / name)
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)
    assert "can't be written" in Answer(out, "-o", tmp_path / "gone" / "a.json", expect=2).stderr


def test_text_for_people(out: Path, snapshot: SnapshotAssertion) -> None:
    text = Answer(out, "--since", out).stdout
    assert max(map(len, text.splitlines())) <= 80
    assert "\n".join(line.rstrip() for line in text.splitlines()) == snapshot


def test_page_for_people(out: Path, snapshot: SnapshotAssertion) -> None:
    page = Answer(out, "-f", "html").stdout
    assert "http:" not in page and "https:" not in page and "style=" not in page
    body = page[page.index("<header") : page.index("</footer>")]
    assert "\n".join(line for line in body.splitlines() if line.strip()) == snapshot


def test_docs_show_what_is_printed(out: Path) -> None:
    page = (SAMPLES.parent / "docs" / "cohort.md").read_text(encoding="utf-8")
    shown = page.split("<!-- cohort of the samples -->\n```text\n")[1].split("```")[0]
    printed = [line.rstrip() for line in Answer(out).stdout.splitlines()]
    for part in shown.strip("\n").split("\n  …\n"):
        lines = part.splitlines()
        assert any(printed[at : at + len(lines)] == lines for at in range(len(printed))), part
