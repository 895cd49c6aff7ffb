"""The data of an evaluation → tables of text, and what changed between two runs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def table(data: dict[str, Any]) -> str:
    """Figures with their intervals, traps, and what goes wrong most and where."""
    return "\n".join(_table(data))


def _table(data: dict[str, Any]) -> Iterator[str]:
    failed = f", not read: {', '.join(data['failed'])}" if data["failed"] else ""
    yield f"{data['documents']} documents{failed}"
    for name, one in data["figures"].items():
        yield f"{name:20}{one['value']:.3f}   95 % of resamples {one['low']:.3f} to {one['high']:.3f}"
    yield f"{'traps sprung':20}{data['traps sprung']} of {data['traps']}"
    for name in ("most missed", "most wrong", "most levels off"):
        if data[name]:
            yield f"{name}: " + ", ".join(f"{skill} ({count})" for skill, count in data[name].items())
    for document, one in data["by document"].items():
        parts = [f"{name}: {', '.join(one[name])}" for name in ("missed", "wrong", "levels off") if one[name]]
        if parts:
            yield f"  {document}  " + " · ".join(parts)


def changes(earlier: dict[str, Any], later: dict[str, Any]) -> str:
    """The differences of figures, and for each document what came and what went."""
    return "\n".join(_changes(earlier, later))


def _changes(earlier: dict[str, Any], later: dict[str, Any]) -> Iterator[str]:
    yield "since then"
    for name, one in later["figures"].items():
        before = earlier["figures"].get(name, {}).get("value", 0.0)
        yield f"{name:20}{one['value'] - before:+.3f}"
    for document, one in later["by document"].items():
        old = earlier["by document"].get(document, {})
        for name in ("missed", "wrong", "levels off"):
            came, went = set(one[name]) - set(old.get(name, [])), set(old.get(name, [])) - set(one[name])
            if came or went:
                marks = [*(f"+{each}" for each in sorted(came)), *(f"-{each}" for each in sorted(went))]
                yield f"  {document}  {name}: {', '.join(marks)}"
