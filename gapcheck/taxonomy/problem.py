"""A problem of the data, with its place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from gapcheck.taxonomy.records import Origin


class Severity(StrEnum):
    """Whether the data can be used in spite of the problem."""

    error = "error"
    warning = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something to correct, with its place."""

    severity: Severity
    origin: Origin
    message: str

    def __str__(self) -> str:
        return f"{self.origin}: {self.message}"
