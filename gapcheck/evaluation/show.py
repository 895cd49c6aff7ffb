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
    yield "kind of evidence in the label, and what was said there"
    for kind, said in data["by kind of evidence"].items():
        yield f"  {kind:14}" + ", ".join(f"{name} {count}" for name, count in said.items())
    yield "levels by confidence: how many, mean of what was said, share that was right"
    for band in data["by confidence"]:
        yield f"  from {band['from']:.2f}{band['count']:6}{band['said']:8.3f}{band['right']:8.3f}"
    faulty = {
        skill: one for skill, one in data["by skill"].items() if one["level exact"] < one["labelled"] + one["wrong"]
    }
    yield f"by skill ({len(data['by skill']) - len(faulty)} of {len(data['by skill'])} without an error)"
    for skill, one in faulty.items():
        yield f"  {skill:26}" + ", ".join(f"{name} {count}" for name, count in one.items())
    yield "by document (f1, level exact, verdicts)"
    for document, one in data["by document"].items():
        parts = [f"{name}: {', '.join(one[name])}" for name in ("missed", "wrong", "levels off") if one[name]]
        figures = f"{one['f1']:.3f} {one['level exact']:.3f} {one['verdicts']:.3f}"
        yield f"  {document}  {figures}  " + (one["error"] or " · ".join(parts))


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
