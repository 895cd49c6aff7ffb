"""Do the promises of reports come true? Each is followed as an honest person would: what it says is done, written on
the resume as it is printed, and read again.

    python benchmarks/promises.py [--profiles junior-ml-engineer,ai-engineer] [benchmarks/people/*.md]

The people are invented. Exit code 1 if a promise is not kept.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from gapcheck import Analyzer, GapReport
from gapcheck.report.plan_model import StepPart
from gapcheck.taxonomy import Level

PEOPLE = Path(__file__).parent / "people"
AS_OF = date(2026, 11, 1)
PROFILES = ("junior-ml-engineer", "data-scientist-1", "ai-engineer")
_ROUNDED = 0.0006  # readiness is printed to a thousandth


@dataclass(frozen=True)
class Paper:
    """A resume in Markdown (`##` sections, `###` entries) or as JSON Resume that can be written on."""

    name: str
    content: str

    def with_line(self, title: str, line: str) -> Paper:
        """A line more in the entry of this title; a new project where there is none."""
        if self.name.endswith(".json"):
            return self._with_highlight(title, line)
        rows = self.content.rstrip("\n").split("\n")
        at = next((i for i, row in enumerate(rows) if row.startswith(f"### {title}")), None)
        if at is None:
            section = next(
                (i for i, row in enumerate(rows) if row.startswith("## ") and "project" in row.lower()), None
            )
            entry = [f"### {title} (2026)", f"- {line}", ""]
            new = (
                [*rows, "", "## Projects", *entry]
                if section is None
                else [*rows[: section + 1], *entry, *rows[section + 1 :]]
            )
            return replace(self, content="\n".join(new) + "\n")
        end = next((i for i in range(at + 1, len(rows)) if not rows[i].startswith("- ")), len(rows))
        return replace(self, content="\n".join([*rows[:end], f"- {line}", *rows[end:]]) + "\n")

    def _with_highlight(self, title: str, line: str) -> Paper:
        data = json.loads(self.content)
        named = [one for one in data.get("work", []) if one.get("position") == title]
        named += [one for one in data.get("projects", []) if one.get("name") == title]
        if named:
            named[0].setdefault("highlights", []).append(line)
        else:
            data.setdefault("projects", []).append({"name": title, "startDate": "2026-10", "highlights": [line]})
        return replace(self, content=json.dumps(data))

    def with_certificate(self, name: str, issuer: str) -> Paper:
        """The resume with a certificate earned this autumn."""
        if self.name.endswith(".json"):
            data = json.loads(self.content)
            data.setdefault("certificates", []).append({"name": name, "issuer": issuer, "date": "2026-10"})
            return replace(self, content=json.dumps(data))
        heading = "## Certifications\n"
        kept = self.content if heading in self.content else f"{self.content}\n{heading}"
        return replace(self, content=kept.replace(heading, f"{heading}- {name}, {issuer}, Oct 2026\n", 1))

    def after(self, steps: Iterable[StepPart]) -> Paper:
        """The resume once the lines of these steps are written, each once."""
        paper = self
        for step in steps:
            for one in step.deliverables:
                for line in one.lines:
                    if line not in paper.content:
                        paper = paper.with_line(one.title, line)
        return paper


Verdict = tuple[str, bool, str]
"""The kind of a promise, whether it was kept, and what it said."""


def verdicts(analyzer: Analyzer, paper: Paper) -> Iterator[Verdict]:
    """Each promise of the report on a resume, followed."""

    def read(other: Paper, by: Analyzer = analyzer) -> GapReport:
        return by.analyze_bytes(other.content.encode(), other.name)

    report = read(paper)
    for step in report.plan:
        later = analyzer.wishing(report.profile.id, as_of=step.ends) if step.kind == "time" else analyzer
        after = read(paper.after([step]), later)
        reached = Level[level_of(after, step.skill)] >= Level[step.to_level]
        met = set(step.closes) <= met_by(after)
        yield f"step to {step.kind}", reached and met, f"{step.skill} to {step.to_level}"
    order = [phase.id for phase in report.schedule.phases]
    for number, phase in enumerate(report.schedule.phases):
        done = [step for step in report.plan if order.index(step.phase) <= number]
        came = readiness_of(read(paper.after(done)))
        yield "readiness after a part of the plan", came >= phase.readiness - _ROUNDED, f"{phase.name}: {came:.3f}"
    for one in report.certifications:
        after = read(paper.with_certificate(one.name, one.issuer))
        yield "certificate closes", set(one.closes) <= met_by(after), one.name
        yield "certificate shows", all(level_of(after, skill) != "none" for skill in one.shows), one.name
    for idea in report.portfolio.ideas:
        names = ", ".join(name_of(analyzer, skill) for skill in idea.skills)
        after = read(paper.with_line(idea.title, f"{idea.build} Skills: {names}."))
        yield "next project", readiness_of(after) >= idea.readiness - _ROUNDED, idea.title
    career = report.career
    if career.next_stage and career.closing:
        done = [step for step in report.plan if set(step.closes) & set(career.closing)]
        came = readiness_of(read(paper.after(done)))
        yield "next stage", came >= career.next_stage.readiness - _ROUNDED, career.next_stage.name


def readiness_of(report: GapReport) -> float:
    return report.summary.readiness or 0.0


def level_of(report: GapReport, skill: str) -> str:
    return next((one.level for one in report.skills if one.id == skill), "none")


def met_by(report: GapReport) -> set[str]:
    return {row.id for row in report.requirements if row.status == "met"}


def name_of(analyzer: Analyzer, skill: str) -> str:
    return analyzer.taxonomy.word_for(skill)


def read_paper(path: Path) -> Paper:
    """The resume in a file; a JSON Resume keeps its ending."""
    return Paper(re.sub(r"^.*\.resume\.json$", "resume.json", path.name), path.read_text(encoding="utf-8"))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0] if __doc__ else None)
    parser.add_argument("resumes", nargs="*", type=Path)
    parser.add_argument("--profiles", default=",".join(PROFILES))
    options = parser.parse_args()
    analyzer = Analyzer(as_of=AS_OF)
    tally: defaultdict[str, Counter[bool]] = defaultdict(Counter)
    for path in options.resumes or sorted(PEOPLE.iterdir()):
        for profile in options.profiles.split(","):
            for kind, kept, said in verdicts(analyzer.wishing(profile, as_of=AS_OF), read_paper(path)):
                tally[kind][kept] += 1
                if not kept:
                    print(f"not kept: {path.name}, {profile}: {kind}: {said}", file=sys.stderr)
    print("| promise | made | kept |\n| --- | ---: | ---: |")
    for kind, row in sorted(tally.items()):
        print(f"| {kind} | {row.total()} | {row[True]} |")
    made, kept_all = sum(row.total() for row in tally.values()), sum(row[True] for row in tally.values())
    print(f"| all | {made} | {kept_all} |")
    return int(made != kept_all)


if __name__ == "__main__":
    sys.exit(main())
