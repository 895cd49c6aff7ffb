"""A `Cohort` → Markdown for notes and wikis. Names and paths stand in code spans, all other text is escaped."""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.cohort import wording
from gapcheck.cohort.model import Cohort, GroupPart
from gapcheck.outputs.markdown import code, escaped


def cohort_markdown(cohort: Cohort) -> str:
    """The whole cohort."""
    return "\n".join(_lines(cohort)) + "\n"


def _lines(cohort: Cohort) -> Iterator[str]:
    yield f"# {escaped(wording.title(cohort))}"
    for said in wording.unread_said(cohort):
        yield f"\n{escaped(said)}"
    for group in cohort.groups:
        yield from _group(group)
    if cohort.unread:
        yield f"\n## {wording.UNREAD}\n"
        for one in cohort.unread:
            yield f"- {code(one.path)}: {escaped(one.message)}"
    yield "\n---"
    for line in wording.closing(cohort):
        yield f"\n{escaped(line)}"


def _group(group: GroupPart) -> Iterator[str]:
    yield f"\n## {escaped(wording.group_title(group))}\n"
    yield from map(escaped, wording.decision(group))
    yield f"\n{escaped(wording.quartiles(group).capitalize())}."
    yield f"\n### {escaped(wording.sessions_title(group))}\n"
    for one in group.sessions:
        line = f"**{escaped(wording.topic(one))}**, {one.hours} h: {escaped(wording.lifts(one))}"
        yield f"1. {line}. {escaped(one.practice)}"
    if said := wording.to_write(group):
        yield f"\n{escaped(said)}"
    yield "\n### What is missing most\n"
    yield "| requirement | expected | missing | below | met |\n| --- | --- | ---: | ---: | ---: |"
    for row in group.requirements:
        if row.met < group.resumes:
            yield f"| {escaped(row.name)} | {row.expected} | {row.missing} | {row.below} | {row.met} |"
    if group.change:
        yield f"\n### {escaped(wording.change_title(group.change))}\n"
        yield from map(escaped, wording.change_said(group.change))
        for moved in group.change.moved:
            yield f"- {code(moved.path)}: {escaped(wording.moved_said(moved))}"
    if group.named:
        yield "\n### Resumes, the lowest readiness first\n"
        for resume in group.named:
            gaps = escaped(", ".join(resume.gaps))
            yield f"- {code(resume.path)}: {wording.percent(resume.readiness)}, {escaped(resume.stage)}: {gaps}"
