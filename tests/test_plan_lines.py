"""The lines that a plan gives are read as what they promise."""

from __future__ import annotations

import pytest
from plans import ASKED, TAXONOMY
from skill_resumes import Read

from gapcheck import Analyzer
from gapcheck.documents import read_content

# --------------------------------------------------------------------------------------------------------------- lines

SKILLS_WITH_A_LINE = sorted({*ASKED, *TAXONOMY.deliverables.lines})


@pytest.mark.parametrize("skill", SKILLS_WITH_A_LINE)
def test_line_is_read_as_its_skill_in_every_entry(skill: str, read: Read) -> None:
    entries = list(TAXONOMY.deliverables.nouns)
    projects = "\n".join(
        f"### Work {number} (2026)\n- {TAXONOMY.line_for(skill, entry)}\n" for number, entry in enumerate(entries)
    )
    resume = f"# Ada Quill\nada@example.com\n\n## Projects\n\n{projects}"
    found = {one.skill: one.entries for one in read(read_content(resume.encode(), "resume.md")).skills}
    assert found[skill] == len(entries)
    promised = {skill, *TAXONOMY.deliverables.also.get(skill, ())}
    for one in promised.union(*(TAXONOMY.broader[each] for each in promised)):
        assert found[one] == len(entries)


def test_no_two_entries_of_a_plan_get_the_same_line() -> None:
    for skill in SKILLS_WITH_A_LINE:
        lines = [TAXONOMY.line_for(skill, entry) for entry in TAXONOMY.deliverables.nouns]
        assert len(set(lines)) == len(lines)


@pytest.mark.parametrize("idea", TAXONOMY.portfolio.ideas, ids=lambda idea: idea.id)
def test_every_project_has_words_for_its_lines(idea: object) -> None:
    assert idea.id in TAXONOMY.deliverables.nouns  # type: ignore[attr-defined]


TWO_WORKS = """# Ada Quill

## Projects
### Bread by camera (2025)
- Trained a scikit-learn classifier on 3,000 photos of loaves with Python
### Queue at the bakery (2026)
- Forecast the queue with pandas and a gradient boosting model in Python
### Page of the choir (2026)
- Built the page of the choir in HTML, CSS, JavaScript, React and Node.js
"""


def test_two_works_of_the_field_go_on_as_one_part_before_anything_new(analyzer: Analyzer) -> None:
    report = analyzer.analyze_bytes(TWO_WORKS.encode(), "ada.md")
    (part,) = [phase for phase in report.schedule.phases if phase.id == "own"]
    assert part.name == "Go on with “Queue at the bakery” and “Bread by camera”"
    assert next(phase.id for phase in report.schedule.phases if phase.hours) == "own"
    both = {"Bread by camera", "Queue at the bakery"}
    in_both = [step for step in report.plan if {one.title for one in step.deliverables} == both]
    assert any(step.phase == "own" and step.to_level == "intermediate" for step in in_both)


def test_modelling_is_no_line_for_a_page(analyzer: Analyzer) -> None:
    page = TWO_WORKS.partition("### Bread")[0] + "### Page" + TWO_WORKS.partition("### Page")[2]
    report = analyzer.analyze_bytes(page.encode(), "ada.md")
    modelling = TAXONOMY.deliverables.anywhere_too
    in_page = {step.skill for step in report.plan for one in step.deliverables if one.title == "Page of the choir"}
    assert in_page and not in_page & modelling
