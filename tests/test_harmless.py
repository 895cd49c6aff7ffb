"""Ways to look odd by which reading health is fitted are harmless: the months of work are still read."""

from __future__ import annotations

import random
import sys
from datetime import date
from pathlib import Path

import pytest
from pages import typed

from gapcheck.resume.health_signs import signs_of
from gapcheck.resume.reader import read_resume
from gapcheck.taxonomy import Taxonomy

sys.path.append(str(Path(__file__).parents[1] / "benchmarks" / "layouts"))
from forgetful import PAGES, STEPS
from harmless import HARMLESS, harmless

AS_OF = date(2026, 11, 1)
JOBS = (
    ("Data analyst, Kestrel Foods", "Jan 2022 - Mar 2024", 27),
    ("Nurse, Tallow Clinic", "Feb 2020 - Dec 2021", 23),
    ("Clerk, Halm Ltd", "Mar 2018 - Jan 2020", 23),
    ("Baker, Rye Works", "Apr 2016 - Feb 2018", 23),
)
TEXT = "Mira Sandoval\n# Experience\n{}# Education\n## BSc Statistics, Delft University | 2012 - 2015\n- Read\n"


@pytest.mark.parametrize("way", HARMLESS)
def test_way_to_look_odd_is_read_with_the_months_it_leaves(way: str, taxonomy: Taxonomy) -> None:
    jobs = "".join(
        f"## {title} | {when}\n- Kept tables and saved 3 hours\n- Wrote the guide\n" for title, when, _ in JOBS
    )
    resume = read_resume(typed(TEXT.format(jobs)), taxonomy, AS_OF)
    assert resume.work_months == sum(months for *_, months in JOBS)
    made = harmless(resume, way, random.Random(way))
    assert made is not None and made[0] != resume.document
    assert read_resume(made[0], taxonomy, AS_OF).work_months == made[1]


def test_who_has_not_worked_yet_ends_a_degree_now(taxonomy: Taxonomy) -> None:
    text = TEXT.format("## Baker, Rye Works | Apr 2016 - Feb 2018\n- Baked\n") + "# Certificates\nExcel, May 2024\n"
    made = harmless(read_resume(typed(text), taxonomy, AS_OF), "no work", random.Random(1))
    assert made is not None
    resume = read_resume(made[0], taxonomy, AS_OF)
    assert [entry.printed for _, entry in resume.entries() if entry.printed] == ["2023 - 2026", "May 2024"]
    assert "work-untold" not in {one.code for one in signs_of(resume, taxonomy)}


@pytest.mark.parametrize("way", [*STEPS, *PAGES])
def test_step_that_a_forgetful_reader_lacks_is_there(way: str) -> None:
    module, name, _ = {**STEPS, **PAGES}[way]
    assert callable(getattr(module, name))
