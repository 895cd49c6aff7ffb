"""A cloud that is only queried through its warehouse meets no requirement, in the report, the plan and a cohort."""

from __future__ import annotations

from pathlib import Path

import pytest
from pages import AS_OF
from portfolios import TAXONOMY, report_on

from gapcheck import Analyzer, GapReport
from gapcheck.cohort.reading import read_reports
from gapcheck.outputs.terminal.screen import text_report
from gapcheck.report.strengths import strengths

JOB = "# Experience\n## Data Analyst, Tram Company | Jan 2021 - Present\n- Queried {0} in SQL for the weekly report\n"


def read(analyzer: Analyzer, service: str) -> GapReport:
    return report_on(analyzer, JOB.format(service))


@pytest.mark.parametrize(
    ("service", "skill", "met"),
    [
        ("BigQuery", "gcp", False),
        ("Redshift", "aws", False),
        ("BigQuery on Google Cloud", "gcp", True),
        ("S3 files", "aws", True),
        ("Azure DevOps boards", "azure", False),
    ],
)
def test_cloud_that_is_only_queried_meets_nothing(service: str, skill: str, met: bool, analyzer: Analyzer) -> None:
    report = read(analyzer, service)
    (row,) = [one for one in report.requirements if one.id == "cloud"]
    (shown,) = [one for one in report.skills if one.id == skill]
    assert shown.level == "advanced" and shown.afar == (
        not met
    )  # the months are there, and what they show of it is little
    assert (row.status == "met") == met
    assert not any("cloud" in said.lower() for said in strengths(report)) or met
    assert met or all(win.skill != skill for win in report.quick_wins)
    assert ("stands behind" in text_report(report, details=True)) == (not met)


def test_no_project_and_no_line_on_a_warehouse_promises_a_cloud() -> None:
    assert "gcp" not in TAXONOMY.meeting(["bigquery", "pandas"]) and "sql" in TAXONOMY.meeting(["bigquery"])
    assert "gcp" in TAXONOMY.meeting(["bigquery", "cloud-run"])


def test_cohort_counts_as_the_report_does(analyzer: Analyzer, tmp_path: Path) -> None:
    lines = (read(analyzer, service).to_json() for service in ("BigQuery", "BigQuery on Google Cloud"))
    (tmp_path / "reports.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (group,) = read_reports([tmp_path / "reports.jsonl"], TAXONOMY).groups
    assert [group.levels_of(row)["gcp"] > 0 for row in (0, 1)] == [False, True]


@pytest.mark.parametrize("asked", ["A cloud platform such as AWS, Google Cloud or Azure", "Google Cloud Platform"])
def test_posting_that_names_the_cloud_is_answered_by_its_warehouse(asked: str, tmp_path: Path) -> None:
    (tmp_path / "posting.md").write_text(f"# Machine Learning Engineer\n\n## Requirements\n- Python\n- {asked}\n")
    report = report_on(Analyzer(as_of=AS_OF, job=tmp_path / "posting.md"), JOB.format("BigQuery"))
    (row,) = [one for one in report.requirements if "gcp" in one.any_of]
    (skill,) = [one for one in report.skills if one.id == "gcp"]
    assert (row.status != "missing") == (len(row.any_of) == 1) == (not skill.afar)


def test_plan_leads_to_a_cloud_that_is_run(analyzer: Analyzer) -> None:
    report = read(analyzer.wishing("mlops-engineer", as_of=AS_OF), "BigQuery")
    steps = [one for one in report.plan if "cloud" in one.closes]
    assert [(one.from_level, one.skill) for one in steps] == [("none", "gcp")]  # the cloud whose warehouse is there
