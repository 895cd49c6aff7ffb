"""What the reports say, whole: snapshots of the samples in every view."""

from __future__ import annotations

import io
import json
import re
from functools import cache
from pathlib import Path

import pytest
from pages import AS_OF, document_of, resume_pdf
from rich.console import Console
from syrupy.assertion import SnapshotAssertion

from gapcheck import Analyzer, GapReport
from gapcheck.outputs.formats import FORMATS, View
from gapcheck.outputs.terminal.screen import print_report
from gapcheck.report.advice_wording import percent, readiness_table, this_week
from gapcheck.report.strengths import strengths
from gapcheck.report.wording import THIN_GROUND, THIN_SIGN
from gapcheck.taxonomy import Taxonomy

SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*.pdf"))
CORPUS = sorted((Path(__file__).parent.parent / "samples" / "corpus" / "resumes").glob("*.pdf"))[::10]
STRONG = next(path for path in SAMPLES if path.stem == "strong")


@cache
def report_on(path: Path, analyzer: Analyzer) -> GapReport:
    return analyzer.analyze_bytes(path.read_bytes(), path.name)


def terminal(path: Path, analyzer: Analyzer, width: int, *, details: bool) -> str:
    stream = io.StringIO()
    console = Console(file=stream, width=width, no_color=True, highlight=False)
    print_report(report_on(path, analyzer), console, details=details)
    return "\n".join(line.rstrip() for line in stream.getvalue().splitlines())


@pytest.mark.parametrize("details", [False, True], ids=["short", "details"])
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_terminal_report(sample: Path, details: bool, analyzer: Analyzer, snapshot: SnapshotAssertion) -> None:
    assert terminal(sample, analyzer, 80, details=details) == snapshot


@pytest.mark.parametrize("details", [False, True], ids=["short", "details"])
def test_terminal_report_on_a_wide_console(details: bool, analyzer: Analyzer, snapshot: SnapshotAssertion) -> None:
    assert terminal(STRONG, analyzer, 120, details=details) == snapshot


@pytest.mark.parametrize("width", [40, 80])
def test_sign_of_an_area_is_shown_however_narrow_the_terminal(width: int, analyzer: Analyzer) -> None:
    for sample in SAMPLES:
        report = report_on(sample, analyzer)
        below = {row.id for row in report.requirements if row.status == "below"}
        shown = terminal(sample, analyzer, width, details=False).split("Gaps by area")[-1].split("This week")[0]
        signs = [line[0] for line in shown.splitlines() if line.startswith(("~ ", "✗ "))]
        assert signs == ["~" if below >= {*area.requirements} else "✗" for area in report.areas[:5]]


@pytest.mark.parametrize("name", ["markdown", "csv", "ics"])
def test_report_as_a_file(name: str, analyzer: Analyzer, snapshot: SnapshotAssertion) -> None:
    content = FORMATS[name].render(report_on(STRONG, analyzer), View())
    assert (content if isinstance(content, str) else content.decode().replace("\r\n", "\n")) == snapshot


@pytest.mark.parametrize("path", SAMPLES + CORPUS, ids=lambda path: path.stem)
def test_no_line_is_wider_than_the_console(path: Path, analyzer: Analyzer) -> None:
    for width in (40, 80, 119):
        for details in (False, True):
            lines = terminal(path, analyzer, width, details=details).splitlines()
            assert max(map(len, lines)) <= width


@pytest.mark.parametrize("path", SAMPLES + CORPUS, ids=lambda path: path.stem)
def test_short_report_is_about_a_screen_and_says_what_comes_next(path: Path, analyzer: Analyzer) -> None:
    said = terminal(path, analyzer, 80, details=False)
    report = report_on(path, analyzer)
    assert len(said.splitlines()) <= 45 and len(terminal(path, analyzer, 80, details=True).splitlines()) <= 150
    assert percent(report.summary.readiness or 0) in said and "This week" in said and "--details" in said


@pytest.mark.parametrize("profile", ["senior-ml-engineer", "ml-engineer", "computer-vision-engineer"])
def test_report_on_a_long_profile_is_no_longer(profile: str, analyzer: Analyzer) -> None:
    by_profile = analyzer.wishing(profile, as_of=AS_OF)
    for path in SAMPLES:
        report, lengths = by_profile.analyze_bytes(path.read_bytes(), path.name), []
        for details in (False, True):
            stream = io.StringIO()
            print_report(report, Console(file=stream, width=80, no_color=True, highlight=False), details=details)
            lengths.append(len(stream.getvalue().splitlines()))
        assert lengths[0] <= 45 and lengths[1] <= 150, (path.stem, lengths)


@pytest.mark.parametrize("width", [80, 100, 119])
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_each_area_takes_one_line_that_counts_all_its_gaps(path: Path, width: int, analyzer: Analyzer) -> None:
    report = report_on(path, analyzer)
    areas, names = report.areas[:5], {row.id: row.name for row in report.requirements}
    shown = terminal(path, analyzer, width, details=False).split("Gaps by area")[-1].splitlines()[1 : len(areas) + 1]
    for line, area in zip(shown, areas, strict=True):
        assert area.name in line
        named = [one for one in area.requirements if names[one] in line.removeprefix(f"✗ {area.name}")]
        unnamed = int(line.split(" and ")[-1].split()[0]) if line.endswith(" more") else 0
        assert named and len(named) + unnamed == len(area.requirements)


def test_each_area_stands_once_in_the_table_of_points(analyzer: Analyzer) -> None:
    report = analyzer.wishing("senior-ml-engineer", as_of=AS_OF).analyze(STRONG)
    areas = [name for name, _, _ in readiness_table(report)]
    assert len(areas) == len(set(areas))
    points = sum(shown for _, shown, _ in readiness_table(report)) / sum(of for _, _, of in readiness_table(report))
    assert abs(points - (report.summary.readiness or 0)) < 0.001


def test_this_week_begins_with_what_the_field_asks_for(analyzer: Analyzer) -> None:
    for path in SAMPLES:
        report = report_on(path, analyzer)
        soft = {row.name for row in report.requirements if row.category == "soft-skills"}
        said = this_week(report)
        assert 3 <= len(said) <= 4 and said[-1].startswith("Apply as "), path.stem
        assert not any(name in text for name in soft for text in said), path.stem


@pytest.mark.parametrize("hours", [2, 6, 10, 20])
def test_what_is_begun_this_week_fits_the_week(hours: int, analyzer: Analyzer) -> None:
    by_hours = analyzer.wishing(as_of=AS_OF, hours_a_week=hours)
    for path in SAMPLES:
        report = by_hours.analyze(path)
        begun = [
            found for said in this_week(report) if (found := re.search(r"\((?:first )?(\d+)(?: of \d+)? h\): ", said))
        ]
        assert 0 < sum(int(one[1]) for one in begun) <= hours, path.stem
        texts = {step.first for step in report.plan}
        assert all(said.partition(" h): ")[2].removesuffix(".") in texts for said in (one.string for one in begun))
        assert not any(said.endswith("…") for said in (one.string for one in begun))
        assert not any(one.string.startswith("Build: ") for one in begun[1:])  # one thing after the other


def test_level_that_rests_on_one_line_is_thin_ground_and_no_strength(analyzer: Analyzer) -> None:
    job = "# Experience\n## Analyst, Heron Bank | Jan 2021 - Present\n- Wrote a report in SQL\n- Looked after clerks\n"
    report = analyzer.analyze_document(document_of(resume_pdf(f"Ada Quill\n\n{job}")))
    assert not [one for one in strengths(report) if one.startswith("SQL is")]
    stream = io.StringIO()
    print_report(report, Console(file=stream, width=80, no_color=True, highlight=False))
    assert f"{THIN_SIGN} {THIN_GROUND}: SQL\N{NO-BREAK SPACE}●●●" in stream.getvalue()


def test_every_new_project_says_where_to_begin(taxonomy: Taxonomy) -> None:
    first = taxonomy.deliverables.first
    stands = {"own", "own-too", "job"}
    assert set(first.projects) == set(taxonomy.deliverables.nouns) - stands - {f"{one}-shown" for one in stands}
    assert set(first.skills) | set(first.at_work) | set(first.entrusted) <= set(taxonomy.skills)
    assert taxonomy.first_work("aws") != taxonomy.first_work("aws", at_work=True)
    assert taxonomy.first_work("rag", at_work=True) == f"with leave, {taxonomy.first_work('rag')}"
    assert taxonomy.first_work("rag", "agent", at_work=True) == first.projects["agent"]
    for profile in taxonomy.profiles.values():
        for rule in profile.requirements:
            assert all(taxonomy.first_work(skill) for skill in rule.any_of)


def test_wide_console_gets_whole_reasons(analyzer: Analyzer) -> None:
    quote = "(intermediate from 6, advanced from 24)"
    assert quote in terminal(STRONG, analyzer, 160, details=True)
    assert quote not in terminal(STRONG, analyzer, 80, details=True)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_skills_levels_and_verdicts_of_the_samples(
    sample: Path, analyzer: Analyzer, snapshot: SnapshotAssertion
) -> None:
    report = json.loads(analyzer.analyze(sample).to_json())
    assert {
        "summary": report["summary"],
        "skills": {one["id"]: f"{one['level']}, {one['how']}, {one['why']}" for one in report["skills"]},
        "not counted": sorted(f"{one['id']}: {one['reason']}" for one in report["not_counted"]),
        "requirements": {
            one["id"]: f"{one['status']} ({one['found']} of {one['expected']})" for one in report["requirements"]
        },
    } == snapshot


def test_same_input_gives_the_same_report(analyzer: Analyzer) -> None:
    assert analyzer.analyze(SAMPLES[0]).to_json() == analyzer.analyze(SAMPLES[0]).to_json()
