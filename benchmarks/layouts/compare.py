"""Hold gapcheck's reading against resumes whose structure is known.

    python compare.py OUT [--by-style]

OUT is what make.py wrote. Months are right within one; jobs by their months, education by its number of degrees. `said so` is
the share of documents with wrong months (off by more than two) that carry a finding, `quiet` the share of right ones without.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from gapcheck import Analyzer, DocumentError, GapReport

AS_OF = date(2026, 11, 1)


@dataclass(frozen=True)
class Result:
    """One document: how far its months are off, what else is right, and whether the report doubts itself."""

    style: str
    off: int
    jobs: bool
    education: bool
    doubted: bool


def results(folder: Path, analyzer: Analyzer) -> Iterator[Result]:
    """All documents of a folder that make.py wrote."""
    for path in sorted((folder / "labels").glob("*.json")):
        label = json.loads(path.read_text(encoding="utf-8"))
        style = json.loads((folder / "about" / path.name).read_text(encoding="utf-8"))["style"]
        (resume,) = (folder / "resumes").glob(f"{path.stem}.*")
        try:
            yield _result(style, label, analyzer.analyze(resume))
        except DocumentError:
            yield Result(style, 10**6, jobs=False, education=False, doubted=True)


def _result(style: str, label: dict[str, Any], report: GapReport) -> Result:
    entries = [entry for section in report.resume.sections for entry in section.entries]
    months = [label["work_months"], *label.get("alt_months", [])]
    return Result(
        style,
        off=min(abs(report.resume.work_months - one) for one in months),
        jobs=sum(entry.kind in ("job", "internship") for entry in entries) == len(label["jobs"]),
        education=len(report.resume.degrees) == len(label["education"]),
        doubted=report.health.verdict != "fine",
    )


def line(name: str, found: list[Result]) -> str:
    """The figures of some documents."""
    bad = [one for one in found if one.off > 2]
    right = [one for one in found if one.off <= 1]
    figures = Counter(
        months=len(right), jobs=sum(one.jobs for one in found), education=sum(one.education for one in found)
    )
    shares = "  ".join(f"{figure} {count / len(found):.2f}" for figure, count in figures.items())
    said = f"said so {sum(one.doubted for one in bad)}/{len(bad)}"
    quiet = f"quiet {sum(not one.doubted for one in right)}/{len(right)}"
    return f"{name:24} {len(found):4}  {shares}  {said}  {quiet}"


def main() -> None:
    """Read the arguments, print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--by-style", action="store_true")
    args = parser.parse_args()
    found = list(results(args.folder, Analyzer(as_of=AS_OF)))
    if args.by_style:
        styles = defaultdict(list)
        for one in found:
            styles[one.style].append(one)
        for name in sorted(styles):
            print(line(name, styles[name]))
    print(line("all", found))


if __name__ == "__main__":
    main()
