"""Reports as JSON lines → `requirements.parquet`: a row for each requirement on each resume."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import Any, BinaryIO

REQUIREMENTS = "requirements.parquet"
_REPORTS_A_GROUP = 2000  # those held in memory at a time


def write_requirements(lines: Iterable[str], file: BinaryIO) -> None:
    """Writes the table, a row group at a time. Lines that are errors have no rows."""
    import pyarrow as pa
    from pyarrow import parquet

    word = pa.dictionary(pa.int32(), pa.string())
    columns = {
        "path": pa.string(), "sha256": pa.string(), "profile": word, "as_of": pa.date32(),
        "readiness": pa.float64(), "stage": word, "requirement": word, "category": word, "expected": word,
        "found": word, "status": word, "skill": word, "weight": pa.float64(),
    }  # fmt: skip
    schema = pa.schema(columns)
    coming = iter(lines)
    with parquet.ParquetWriter(file, schema) as table:
        while group := list(islice(coming, _REPORTS_A_GROUP)):
            rows = [row for line in group for row in _rows(json.loads(line))]
            table.write_table(pa.Table.from_pylist(rows, schema=schema))


def _rows(report: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The rows of a report; none for an error."""
    for requirement in report.get("requirements", ()):
        yield {
            "path": report["document"]["path"],
            "sha256": report["document"]["sha256"],
            "profile": report["profile"]["id"],
            "as_of": date.fromisoformat(report["summary"]["as_of"]),
            "readiness": report["summary"]["readiness"],
            "stage": report["summary"]["stage"],
            "requirement": requirement["id"],
            **{name: requirement[name] for name in ("category", "expected", "found", "status", "skill", "weight")},
        }
