"""A `Progress` → what a person reads in the terminal. Colour is never the only sign."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import set_cell_size
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from gapcheck.outputs.terminal.pieces import heading
from gapcheck.progress.model import LevelChangePart, Progress, RequirementChangePart, SidePart, StepProgressPart
from gapcheck.report.certificates_model import CertificatePart
from gapcheck.report.wording import percent, quoted, short, whole_percent

_SIGN = {"met": ("✓", "green"), "below": ("~", "yellow"), "missing": ("✗", "red")}
_MANY = 12
_NAME = 32
_LEVELS = 26


def print_progress(progress: Progress, console: Console) -> None:
    """Prints what changed, or that nothing did."""
    if progress.is_empty:
        console.print(Group(*_nothing(progress)))
        return
    console.print(
        Group(
            *_summary(progress),
            *_requirements("Requirements closed", progress.closed),
            *_requirements("Requirements no longer met", progress.opened),
            *_requirements("Requirements moved, not met yet", progress.moved),
            *_skills("Skills at a higher level", progress.gained, "new"),
            *_skills("Skills that came", progress.came, "new"),
            *_skills("Skills at a lower level", progress.lost, "gone"),
            *_skills("Skills that went", progress.went, "gone"),
            *_steps(progress),
            *_certificates("Certifications that came", progress.certificates_came),
            *_certificates("Certifications that went", progress.certificates_went),
            *_footer(progress),
        )
    )


def _nothing(progress: Progress) -> list[RenderableType]:
    still = f"{percent(progress.new.readiness)} of {progress.new.profile.name}"
    rows: list[RenderableType] = [
        Text(f"Nothing changed: {still}, with the same skills, levels, verdicts and certifications.")
    ]
    if progress.steps_open:
        rows.append(Text(f"Steps of the plan still open: {len(progress.steps_open)}."))
    return rows


def _summary(progress: Progress) -> list[RenderableType]:
    old, new = progress.old, progress.new
    rows: list[RenderableType] = []
    if old.profile.id == new.profile.id:
        shares = f"{percent(old.readiness)} → {percent(new.readiness)}"
        rows.append(Text(f"{shares} of {new.profile.name} ({_points(old, new)})", style="bold"))
    else:
        for when, side in (("before", old), ("now", new)):
            rows.append(Text(f"{when}: {percent(side.readiness)} of {side.profile.name}", style="bold"))
    counts = Text.assemble(
        (f"✓ {_moved(old.met, new.met)} met", "green"), "   ",
        (f"~ {_moved(old.below, new.below)} below", "yellow"), "   ",
        (f"✗ {_moved(old.missing, new.missing)} missing", "red"),
    )  # fmt: skip
    return [*rows, counts, Text(f"stage: {_moved(old.stage, new.stage)}")]


def _points(old: SidePart, new: SidePart) -> str:
    """By how many points readiness moved: the difference of the two that are shown."""
    points = whole_percent(new.readiness) - whole_percent(old.readiness)
    if points:
        return f"{points:+d} {'point' if abs(points) == 1 else 'points'}"
    return "as before" if old.readiness == new.readiness else "by less than a point"


def _moved(old: object, new: object) -> str:
    return f"{old} → {new}" if old != new else f"{new}"


def _requirements(title: str, changes: Sequence[RequirementChangePart]) -> list[RenderableType]:
    if not changes:
        return []
    return [heading(f"{title}: {len(changes)}"), *(_requirement(one) for one in changes)]


def _requirement(change: RequirementChangePart) -> RenderableType:
    """One row: the two verdicts as signs, the two levels, and what is expected."""
    old, new = change.old, change.new
    (before, _), (after, style) = _SIGN[old.status], _SIGN[new.status]
    row = Text.assemble((f"{before}→{after} ", style), set_cell_size(short(change.name, _NAME - 5), _NAME - 4))
    row.append(set_cell_size(_moved(_shown(old.found), _shown(new.found)), _LEVELS))
    return row.append(f"expected {_moved(old.expected, new.expected)}")


def _shown(level: str) -> str:
    return level if level != "none" else "not shown"


def _skills(title: str, changes: Sequence[LevelChangePart], lines: str) -> list[RenderableType]:
    """The skills with the rule's line and the strongest line that is new, or gone; of many, the last by name alone."""
    if not changes:
        return []
    rows: list[RenderableType] = [heading(f"{title}: {len(changes)}")]
    for one in changes[:_MANY]:
        levels = f"{_start(one.from_level)} → {_shown(one.to_level)}"
        rows.append(Text(set_cell_size(short(one.name, _NAME - 1), _NAME) + levels))
        if one.why:
            rows.append(_below(one.why))
        rows.append(_below(f"{lines}: {quoted(one.evidence)}" if one.evidence else f"no line of it is {lines}"))
    if len(changes) > _MANY:
        names = ", ".join(one.name for one in changes[_MANY:])
        rows.append(Text(f"and {len(changes) - _MANY} more (their lines are in --format json): {names}"))
    return rows


def _start(level: str) -> str:
    return level if level != "none" else "new"


def _below(text: str) -> RenderableType:
    return Padding(Text(text, style="dim"), (0, 0, 0, 6))


def _steps(progress: Progress) -> list[RenderableType]:
    done, still_open = progress.steps_done, progress.steps_open
    if not done and not still_open:
        return []
    hours = sum(step.hours for step in still_open)
    title = f"The old plan: {len(done)} of {len(done) + len(still_open)} steps done"
    rows: list[RenderableType] = [heading(f"{title}, about {hours} hours in the others" if still_open else title)]
    rows += [_step("✓", "green", step) for step in done]
    return rows + [_step("○", "dim", step) for step in still_open]


def _step(sign: str, style: str, step: StepProgressPart) -> RenderableType:
    if step.by_other:
        now = "met by another skill"
    else:
        now = f"now {_shown(step.now)}" if step.now not in (step.from_level, step.to_level) else ""
    name = set_cell_size(short(f"{step.kind} {step.name}", _NAME - 3), _NAME - 2)
    row = Text.assemble((f"{sign} ", style), name)
    return row.append(f"{set_cell_size(f'{_start(step.from_level)} → {step.to_level}', _LEVELS)}{now}".rstrip())


def _certificates(title: str, certificates: Sequence[CertificatePart]) -> list[RenderableType]:
    if not certificates:
        return []
    rows: list[RenderableType] = [heading(f"{title}: {len(certificates)}")]
    return rows + [Text(f"{one.name}: page {one.page}, line {one.line}; {one.status}") for one in certificates]


def _footer(progress: Progress) -> list[RenderableType]:
    text = (
        "These are differences between two papers, not between two abilities. "
        f"Old: {_reading(progress.old)}. New: {_reading(progress.new)}."
    )
    return [Padding(Text(text, style="dim"), (1, 0, 0, 0))]


def _reading(side: SidePart) -> str:
    return f"profile {side.profile.id} {side.profile.version}, read as of {side.as_of:%Y-%m}"
