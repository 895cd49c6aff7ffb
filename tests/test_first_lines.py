"""The first lines of a report speak of paper, name the role that fits better first, and what own work goes on."""

from __future__ import annotations

import pytest
from portfolios import report_on

from gapcheck import Analyzer, GapReport
from gapcheck.outputs.terminal.screen import text_report
from gapcheck.report.advice_wording import own_work_first
from gapcheck.report.plan_model import StepPart
from gapcheck.report.wording import phase_name

TIDES = (
    "# Projects\n## Tide tables | 2026\n- Fitted a regression in scikit-learn and pandas to 30,000 readings, MAE 0.11\n"
)
SPARK = """# Experience
## Software Engineer, Tram Company | Jan 2020 - Present
- Batch pipelines in PySpark and SQL on Databricks, run by Airflow
- Streaming by Kafka into a data warehouse on AWS, with data quality checks
- Tests in pytest, Docker, Git and Terraform
"""


def lines_of(report: GapReport) -> list[str]:
    return text_report(report).splitlines()


def own_steps(report: GapReport) -> list[tuple[int, StepPart]]:
    """The steps in which own work goes on, with their numbers; what is only written before them takes none."""
    to_do = [step for step in report.plan if step.phase != "write"]
    return [(at, step) for at, step in enumerate(to_do, start=1) if step.phase == "own"]


def test_role_that_fits_better_stands_first_and_no_bar_is_drawn_beside_it(analyzer: Analyzer) -> None:
    newcomer, engineer = report_on(analyzer, TIDES), report_on(analyzer, SPARK)
    assert engineer.career.better is not None
    assert lines_of(engineer)[1].startswith("→ Data engineer") and "░" not in text_report(engineer)
    assert ("░" in text_report(newcomer)) == (newcomer.career.better is None)
    assert all(any("on paper" in line for line in lines_of(one)[:4]) for one in (newcomer, engineer))


def test_own_work_that_goes_on_is_named_before_what_is_built(analyzer: Analyzer) -> None:
    report = report_on(analyzer, TIDES)
    own = [at for at, _ in own_steps(report)]
    assert own_work_first(report) == f"first “Tide tables” (steps {own[0]}-{own[-1]})"
    assert own_work_first(report_on(analyzer, "# Interests\nKites\n\n# Skills\nPython")) == ""


WORKS = """# Experience
## Data Analyst, Tram Company | Jan 2023 - Present
- Built a regression in scikit-learn that flags late trams; I run it by hand from a notebook
- Wrote SQL for the board

"""


def test_part_that_goes_on_is_named_by_the_works_in_which_its_steps_begin(analyzer: Analyzer) -> None:
    report = report_on(analyzer, WORKS + TIDES)
    phase = next(one for one in report.schedule.phases if one.id == "own")
    steps = own_steps(report)
    assert report.plan[0].phase == "write" and steps[0][0] == 1
    begins = dict.fromkeys(step.deliverables[0].title for _, step in steps)
    assert len(begins) == 2 and phase.name == "Go on with " + " and ".join(f"“{one}”" for one in begins)
    assert phase_name(phase, 40).endswith("” and 1 more") and len(phase_name(phase, 40)) == 40
    said = own_work_first(report)
    for title in begins:
        numbers = [at for at, step in steps if step.hours and step.deliverables[0].title == title]
        span = f"{numbers[0]}-{numbers[-1]}" if len(numbers) > 1 else f"{numbers[0]}"
        whole = numbers == list(range(numbers[0], numbers[-1] + 1))
        steps_said = f"step{'s' * (len(numbers) > 1)} {span}" if whole else f"from step {numbers[0]}"
        assert f"“{title}” ({steps_said})" in said


@pytest.mark.parametrize(
    ("line", "said"),
    [("Queried PostgreSQL and MySQL for the board", "SQL ●●● implied"), ("Wrote SQL for the board", "SQL ●●●")],
)
def test_what_is_only_implied_is_said_where_it_counts_as_met(line: str, said: str, analyzer: Analyzer) -> None:
    jobs = f"- {line}\n- {line} each week\n- {line} and the crews\n"
    report = report_on(analyzer, f"# Experience\n## Data Analyst, Tram Company | Jan 2020 - Present\n{jobs}")
    printed = " ".join(text_report(report).replace("\N{NO-BREAK SPACE}", " ").split())
    assert said in printed and ("implied" in printed) == ("implied" in said)


def test_deed_of_packing_a_program_is_no_other_word(analyzer: Analyzer) -> None:
    job = "# Experience\n## Developer, Tram Company | Jan 2020 - Present\n- Containerised {0}.\n"
    told = report_on(analyzer, job.format("the loaders with Docker"))
    assert all(one.id != "containers" for one in told.not_counted)
    assert all(one.id != "containers" for one in report_on(analyzer, job.format("goods by rail")).skills)
