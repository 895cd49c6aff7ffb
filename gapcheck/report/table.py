"""A `GapReport` → a table with a row for each requirement, and that table as a data frame."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import pandas

    from gapcheck.report.model import GapReport


class TableRow(NamedTuple):
    """A requirement with its verdict and the strongest line for it; None where nothing is found. `any_of` are ids of
    skills, separated by a space; `months` those of the dated jobs; `confidence` 0 to 1.
    """

    path: str
    requirement: str
    name: str
    category: str
    any_of: str
    expected: str
    found: str
    status: str
    weight: float
    skill: str | None
    how: str | None
    months: int | None
    confidence: float | None
    page: int | None
    line: int | None
    quote: str | None


def rows(report: GapReport) -> Iterator[TableRow]:
    """The rows in the order of the profile."""
    skills = {skill.id: skill for skill in report.skills}
    for one in report.requirements:
        skill = skills.get(one.skill or "")
        first = skill.evidence[0] if skill else None
        yield TableRow(
            path=report.document.path,
            requirement=one.id,
            name=one.name,
            category=one.category,
            any_of=" ".join(one.any_of),
            expected=one.expected,
            found=one.found,
            status=one.status,
            weight=one.weight,
            skill=one.skill,
            how=skill.how if skill else None,
            months=skill.months if skill else None,
            confidence=skill.confidence if skill else None,
            page=first.page if first else None,
            line=first.line if first else None,
            quote=first.quote if first else None,
        )


def frame(report: GapReport) -> pandas.DataFrame:
    """The rows as a data frame. Raises `ImportError` where pandas is not installed."""
    try:
        import pandas
    except ImportError:
        raise ImportError("a data frame needs pandas: pip install pandas") from None
    return pandas.DataFrame(rows(report), columns=TableRow._fields)
