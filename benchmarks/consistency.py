"""Do reports contradict themselves, or tell everybody the same? Random invented resumes, from nearly nothing to very
much, against every profile.

    python benchmarks/consistency.py [--people 300] [--profiles junior-ml-engineer,ai-engineer]

Exit code 1 if a check fails anywhere, or if one first step is that of more than 35 % of the people of a profile, or one
project suggested next that of more than 45 %.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date

from gapcheck import Analyzer, GapReport
from gapcheck.taxonomy import Level, Taxonomy

AS_OF = date(2026, 11, 1)
MOST_ALIKE = {"first step": 0.35, "next project": 0.45}  # few projects fit a narrow role
_SEED = 20
_DEEDS = (
    "Kept the {n} timetables of the ferries in order with {skills}.",
    "Brought {skills} into the yearly count of {n} lighthouses.",
    "Rebuilt the ticket office's tool with {skills}; it serves {n} harbours.",
    "Looked after {skills} for the {n} people of the pilot station.",
)


def resume(rng: random.Random, taxonomy: Taxonomy) -> str:
    """A resume of somebody who does not exist."""
    asked = sorted(
        {skill for profile in taxonomy.profiles.values() for rule in profile.requirements for skill in rule.any_of}
    )
    reach = rng.random()
    own = rng.sample(asked, int(3 + 35 * reach))
    rows = ["# Noor Castellane", "noor@example.com", "", "## Experience"]
    month = 2026 * 12 + 9
    for number in range(rng.choice([0, 0, 1, 1, 2, 3]) if reach > 0.15 else 0):
        first = month - rng.choice([3, 7, 13, 19, 31])
        role = rng.choice(("Engineer", "Analyst", "Programmer"))
        rows += ["", f"### {role}, Ferry Line {number + 1} ({_dates(first, month)})"]
        rows += list(_deeds(rng, own, taxonomy))
        month = first - 1
    rows += ["", "## Projects"]
    for number in range(rng.randint(0, 4)):
        rows += ["", f"### Harbour work {number + 1} ({2022 + number})", *_deeds(rng, own, taxonomy)]
    rows += ["", "## Skills", "- " + ", ".join(map(taxonomy.word_for, rng.sample(own, len(own) // 2)))]
    if rng.random() < 0.5:
        able = [one for one in taxonomy.certifications if one.status == "active"]
        rows += ["", "## Certifications", *(f"- {one.name}, {one.issuer}, 2025" for one in rng.sample(able, 1))]
    return "\n".join([*rows, "", "## Education", "### BSc Physics, Port University (2016 – 2019)", ""])


def _dates(first: int, last: int) -> str:
    return " – ".join(f"{month // 12}-{month % 12 + 1:02}" for month in (first, last))


def _deeds(rng: random.Random, own: list[str], taxonomy: Taxonomy) -> Iterator[str]:
    for _ in range(rng.randint(1, 4)):
        names = [taxonomy.word_for(skill) for skill in rng.sample(own, min(len(own), rng.randint(1, 4)))]
        said = " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
        yield "- " + rng.choice(_DEEDS).format(skills=said, n=rng.randint(2, 90))


def faults(report: GapReport, taxonomy: Taxonomy) -> Iterator[tuple[str, bool]]:
    """Each check that the report gives occasion for, and whether it failed."""
    shown = {one.id: one for one in report.skills}
    rows = {one.id: one for one in report.requirements}
    open_rows = {id for id, row in rows.items() if row.status != "met"}
    for step in report.plan:
        start = Level[step.from_level]
        known = {one.url: one for one in taxonomy.resources_of(step.skill)}
        yield "a step closes what is met", not set(step.closes) <= open_rows
        yield "a step starts from another level than is found", start != Level[_level(report, step.skill)]
        if start >= Level.intermediate:
            yield (
                "a resource for beginners from intermediate on",
                any(known[one.url].to_level <= start for one in step.resources),
            )
        # What makes a work hold is not done for a level.
        if (
            step.kind != "deepen"
            and step.skill in shown
            and "months" in shown[step.skill].why
            and start >= Level.intermediate
        ):
            yield "hours where months alone are lacking", step.hours > 0 and shown[step.skill].entries < 2
        if step.kind == "learn":
            yield "nowhere to learn it", not step.resources and taxonomy.skills[step.skill].category != "soft-skills"
    plan = report.schedule
    yield (
        "hours do not add up",
        not (plan.hours == sum(one.hours for one in report.plan) == sum(one.hours for one in plan.phases)),
    )
    shares = [report.summary.readiness or 0.0, *(phase.readiness for phase in plan.phases)]
    yield "readiness falls along the plan", sorted(shares) != shares
    closed = {one for step in report.plan for one in step.closes}
    settled = {id for id, row in rows.items() if row.sure and row.sure.settled}
    left = {one.id for one in plan.left_open}
    yield "an open requirement is neither closed nor left", (closed | left | settled) & open_rows != open_rows
    yield "a step for what is settled", not closed.isdisjoint(settled)
    needs = {one.id: one.needs.experience_months for one in taxonomy.certifications}
    for one in report.certifications:
        months = max((shown[skill].months for skill in one.shows if skill in shown), default=0)
        yield "a certificate whose experience is lacking", needs[one.id] > max(months, report.portfolio.work_months)
        yield "a certificate that closes nothing", not one.closes
    for idea in report.portfolio.ideas:
        yield "a project of mostly new skills", 2 * len(idea.new_skills) > len(idea.skills)
        yield "a project that moves nothing", not idea.moves


def _level(report: GapReport, skill: str) -> str:
    """The level that counts: of a skill known from afar, as a cloud is by its warehouse, none does."""
    return next((one.level for one in report.skills if one.id == skill and not one.afar), "none")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0] if __doc__ else None)
    parser.add_argument("--people", type=int, default=300)
    parser.add_argument("--profiles", help="ids, with commas between; all where none is given")
    options = parser.parse_args()
    analyzer, rng = Analyzer(as_of=AS_OF), random.Random(_SEED)
    papers = [resume(rng, analyzer.taxonomy) for _ in range(options.people)]
    tally: defaultdict[str, Counter[bool]] = defaultdict(Counter)
    firsts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    projects: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for profile in options.profiles.split(",") if options.profiles else analyzer.taxonomy.profiles:
        by_profile = analyzer.wishing(profile, as_of=AS_OF)
        for number, paper in enumerate(papers):
            report = by_profile.analyze_bytes(paper.encode(), f"{number}.md")
            firsts[profile].update(analyzer.taxonomy.skills[step.skill].name for step in report.plan[:1])
            projects[profile].update(idea.title for idea in report.portfolio.ideas[:1])
            for check, failed in faults(report, analyzer.taxonomy):
                tally[check][failed] += 1
                if failed and tally[check][True] == 1:
                    print(f"{profile}, person {number}: {check}", file=sys.stderr)
    print("| check | faults | of |\n| --- | ---: | ---: |")
    for check, seen in sorted(tally.items()):
        print(f"| {check} | {seen[True]} | {seen.total():,} |")
    told = (("first step", firsts), ("next project", projects))
    alike = [_table(what, found) <= MOST_ALIKE[what] for what, found in told]
    return int(any(seen[True] for seen in tally.values()) or not all(alike))


def _table(what: str, found: dict[str, Counter[str]]) -> float:
    """Prints for each profile what most people are told, and gives the highest of their shares."""
    print(f"\n| profile | most frequent {what} | of the people |\n| --- | --- | ---: |")
    shares = []
    for profile, seen in found.items():
        name, count = seen.most_common(1)[0]
        shares.append(count / seen.total())
        print(f"| {profile} | {name} | {shares[-1]:.0%} |")
    return max(shares)


if __name__ == "__main__":
    sys.exit(main())
