"""Posts of the field ask newcomers to bring a model into use: what is named now, what after which step."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from careers import MARKET, NOBODY, TAXONOMY, Nowhere, career_of, shown, worked

from gapcheck import Analyzer, GapReport
from gapcheck.career.titles import shows_core
from gapcheck.report.advice_wording import apply_for
from gapcheck.resume import Resume
from gapcheck.taxonomy import Level

PROFILE = TAXONOMY.profiles["junior-ml-engineer"]
NEW = MARKET.titles.newcomers
GROUPS = NEW.asked[PROFILE.id]
ALL = {rule.any_of[0]: rule.expected for rule in PROFILE.requirements}


def without(group: int) -> dict[str, Level]:
    """All that the profile asks but what would meet this group."""
    return {skill: level for skill, level in ALL.items() if skill not in GROUPS[group].any_of}


@pytest.mark.parametrize("group", range(len(GROUPS)))
@pytest.mark.parametrize(("months", "named"), [(0, False), (NEW.field_months, True)])
def test_title_of_the_field_waits_for_what_newcomers_are_asked(group: int, months: int, named: bool) -> None:
    levels = without(group)
    assert shows_core(PROFILE.id, levels, TAXONOMY)
    career = career_of(PROFILE, shown(levels), worked(months) if months else NOBODY)
    assert (PROFILE.id in [one.profile for one in career.titles]) == named


class Watched(Nowhere):
    """A plan that brings containers and no tests, and keeps what it is asked to wait for."""

    def __init__(self, levels: dict[str, Level]) -> None:
        super().__init__(PROFILE, shown(levels))
        self.levels = {**levels, "docker": Level.basic}
        self.suits: list[Callable[[Mapping[str, Level]], bool]] = []

    def step_reaching(
        self, goal: float, suits: Callable[[Mapping[str, Level]], bool] = lambda _: True, *, least_hours: int = 0
    ) -> int | None:
        self.suits.append(suits)
        return 1


@pytest.mark.parametrize(("months", "waits"), [(0, True), (NEW.field_months, False)])
def test_title_for_later_waits_for_all_that_the_plan_brings_of_it(months: int, waits: bool) -> None:
    levels = {skill: level for skill, level in ALL.items() if skill not in ("docker", "testing", "model-evaluation")}
    resume: Resume = worked(months) if months else NOBODY
    ahead = Watched(levels)
    career_of(PROFILE, shown(levels), resume, ahead)
    (suits,) = ahead.suits
    measured = {**levels, "model-evaluation": Level.advanced}
    assert suits(measured) != waits
    assert suits({**measured, "docker": Level.basic})  # tests are in no step of this plan: nothing waits for them


@pytest.mark.parametrize("group", range(len(GROUPS)))
def test_who_lacks_what_newcomers_are_asked_is_told_when_to_apply(group: int) -> None:
    ahead = Watched(without(group))
    career = career_of(PROFILE, shown(without(group)), ahead=ahead)
    assert career.later is not None and career.later.step == 1


LEARNER = """# Ada Quill
ada@example.com

## Projects

### Pier counter (2026)
- Trained a random forest in scikit-learn on 4,000 counts of boats, cleaned with pandas, error 12% below the baseline
"""


def report_with(analyzer: Analyzer, step: int) -> GapReport:
    report = analyzer.analyze_bytes(LEARNER.encode(), "ada.md")
    assert report.career.title_later is not None
    later = report.career.title_later.model_copy(update={"step": step})
    return report.model_copy(update={"career": report.career.model_copy(update={"title_later": later})})


def test_what_comes_after_the_last_work_is_said_to_come_after_the_plan(analyzer: Analyzer) -> None:
    plan = analyzer.analyze_bytes(LEARNER.encode(), "ada.md").plan
    last = max(at for at, step in enumerate(plan, start=1) if step.hours)
    assert "after the whole plan: " in apply_for(report_with(analyzer, last))
    assert f"after step {last - 1}: " in apply_for(report_with(analyzer, last - 1))


def test_plan_of_a_learner_names_the_post_only_after_tests_interface_and_container(analyzer: Analyzer) -> None:
    report = analyzer.analyze_bytes(LEARNER.encode(), "ada.md")
    later = report.career.title_later
    assert later is not None
    done, brought = ({step.skill for step in report.plan[:until]} for until in (later.step, None))
    asked = [one for one in GROUPS if brought & one.any_of]
    assert {"testing", "docker", "rest-apis"} <= frozenset().union(*(one.any_of for one in asked))
    assert all(done & one.any_of or one.any_of & {skill.id for skill in report.skills} for one in asked)


def test_one_title_is_not_named_in_two_ranks(analyzer: Analyzer) -> None:
    job = "### Data Analyst, Ferry Line (Jan 2019 - Present)\n- Daily SQL and pandas\n- A/B tests, linear regression\n"
    text = LEARNER.replace("## Projects", f"## Experience\n\n{job}\n## Projects")
    titles = analyzer.analyze_bytes(text.encode(), "ada.md").career.titles
    named = [one.title.lower().removesuffix(" i") for one in titles]
    assert "data scientist" in named
    assert len(named) == len(set(named))
