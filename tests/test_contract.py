"""The published JSON: its schemas, what every report says of its making, and reports of earlier versions."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from pydantic import BaseModel
from typer.testing import CliRunner

from gapcheck import Analyzer, __version__
from gapcheck.cli.main import app
from gapcheck.cohort import Cohort, cohort_of, read_reports
from gapcheck.documents import DocumentError
from gapcheck.progress.compare import progress_between
from gapcheck.report import GapReport, error_report, published_schema
from gapcheck.report.contract import described
from gapcheck.taxonomy import Taxonomy, load_taxonomy

ROOT = Path(__file__).parent.parent
EARLIER = ROOT / "tests" / "data" / "reports_0.1" / "reports.jsonl"


@pytest.fixture(scope="module")
def report(analyzer: Analyzer) -> GapReport:
    return analyzer.analyze(ROOT / "samples" / "strong.pdf")


@pytest.fixture(scope="module")
def published(report: GapReport, taxonomy: Taxonomy, tmp_path_factory: pytest.TempPathFactory) -> dict[str, BaseModel]:
    """One of each that is published."""
    lines = tmp_path_factory.mktemp("lines") / "reports.jsonl"
    lines.write_text(report.to_json() + "\n", encoding="utf-8")
    cohort = cohort_of(read_reports([lines], taxonomy), taxonomy, hours=10, names=True)
    error = error_report("a.pdf", DocumentError("broken", "it is damaged: make it again"))
    return {"report": report, "error": error, "diff": progress_between(report, report), "cohort": cohort}


@pytest.mark.parametrize("kind", ["report", "error", "diff", "cohort"])
def test_what_pydantic_dumps_is_what_the_schema_says(kind: str, published: dict[str, BaseModel]) -> None:
    one = published[kind]
    schema = json.loads(CliRunner().invoke(app, ["schema", "--kind", kind]).stdout)
    assert schema["$id"] == f"urn:gapcheck:{kind}:1"
    dumped = json.loads(one.model_dump_json())
    jsonschema.validate(dumped, schema)
    assert list(dumped) == list(schema["properties"]) and dumped["schema"] == f"gapcheck/{kind}/1"
    assert one.model_dump(mode="json") == dumped and "schema_" not in json.dumps(schema)


def test_every_field_is_described(published: dict[str, BaseModel]) -> None:
    silent = [
        f"{title}.{name}"
        for one in published.values()
        for title, part in _parts(published_schema(type(one)))
        for name, field in part["properties"].items()
        if not field.get("description")
    ]
    assert not silent
    assert described("RequirementCountPart", "lost") != described("Progress", "lost")


def _parts(schema: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    inner = [(name, one) for name, one in schema.get("$defs", {}).items() if "properties" in one]
    return [(schema["title"], schema), *inner]


def test_report_says_what_made_it(report: GapReport, tmp_path: Path) -> None:
    made = report.gapcheck
    assert made is not None and made.version == __version__ and len(made.taxonomy) == 16
    assert made.options.as_of == report.summary.as_of and not made.options.redact
    assert Analyzer(redact=True).analyze(ROOT / "samples" / "strong.pdf").gapcheck.options.redact  # type: ignore[union-attr]
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "skills").mkdir()
    (tmp_path / "mine" / "skills" / "own.yaml").write_text(
        "category: mlops\nskills:\n  - {id: our-tool, name: OurTool, about: A tool of ours.}\n"
    )
    assert load_taxonomy((tmp_path / "mine",)).fingerprint not in ("", made.taxonomy)


def test_reports_of_the_first_version_are_compared_and_summed_up(report: GapReport, taxonomy: Taxonomy) -> None:
    earlier = GapReport.model_validate_json(EARLIER.read_text(encoding="utf-8").splitlines()[0])
    assert earlier.gapcheck is None and progress_between(earlier, report).old.readiness > 0.5
    found = read_reports([EARLIER], taxonomy)
    assert found.documents == 3 and len(found.groups) == 1
    assert isinstance(cohort_of(found, taxonomy, hours=10, names=True), Cohort)


def test_field_of_a_later_version_is_passed_over(report: GapReport) -> None:
    later = report.model_dump(mode="json") | {"horoscope": "good"}
    assert GapReport.model_validate(later) == report
