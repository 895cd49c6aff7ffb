"""Stage, profiles and titles: what they rest on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from careers import (
    MARKET,
    PROFILES,
    SAMPLES,
    TAXONOMY,
    Nowhere,
    as_met,
    career,
    career_of,
    reaching,
    shown,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from pages import AS_OF, document_of, resume_pdf

from gapcheck import Analyzer
from gapcheck.career.situation import Background, situation_of
from gapcheck.gap.compare import compare, readiness, stage_at
from gapcheck.report.wording import next_stage, stage_heading, stage_said
from gapcheck.taxonomy import Level, Profile
from gapcheck.taxonomy.models.market import Situation

STAGES = {stage.id: stage for stage in TAXONOMY.roadmap.stages}
ASKED = sorted({skill for profile in PROFILES for rule in profile.requirements for skill in rule.any_of})

levels_of_skills = st.dictionaries(
    st.sampled_from(ASKED), st.sampled_from([Level.basic, Level.intermediate, Level.advanced]), max_size=40
)
profiles = st.sampled_from(PROFILES)


# ------------------------------------------------------------------------------------------------- stage


@settings(max_examples=50)
@given(levels_of_skills, profiles)
def test_closing_the_named_requirements_leads_to_the_next_stage(levels: dict[str, Level], profile: Profile) -> None:
    gaps = compare(profile, shown(levels))
    found = career_of(profile, shown(levels))
    assert found.stage == stage_at(readiness(gaps), TAXONOMY.roadmap)
    if found.next_stage is None or found.measured_by is not profile:
        return
    by_id = {gap.requirement.id: gap for gap in gaps}
    closed = {**by_id, **{name: as_met(by_id[name]) for name in found.closing}}
    assert readiness(closed.values()) >= found.next_stage.readiness - 1e-9
    last = found.closing[-1]
    assert readiness({**closed, last: by_id[last]}.values()) < found.next_stage.readiness  # the last one is needed


def test_what_is_shown_by_one_line_makes_no_senior_stage_and_no_title() -> None:
    firm, thin = (reaching("ml-engineer", 0.95, thin=thin).stage for thin in (False, True))
    assert firm.id == "mid-level" and thin.readiness < firm.readiness
    for is_thin in (False, True):
        titles = [one.profile for one in reaching("junior-ml-engineer", 0.58, 20, thin=is_thin).titles]
        assert ("junior-ml-engineer" in titles) != is_thin


def test_one_line_on_models_in_a_job_is_no_work_in_the_field(analyzer: Analyzer) -> None:
    job = "# Experience\n## Data Analyst, Heron Bank | Jan 2022 - Present\n- Trained a logistic regression\n"
    more = "- Trained a random forest on the same loans\n"
    other = "- Wrote the monthly report for the board\n"
    assert "machine learning" not in career(analyzer, job + other).situation.why
    assert "machine learning" in career(analyzer, job + more + other).situation.why


@pytest.mark.parametrize("lines", [1, 2])
def test_title_is_an_opening_only_where_lines_show_what_the_role_is_about(lines: int, analyzer: Analyzer) -> None:
    assistant = ["- Built an assistant on a large language model\n", "- Added retrieval (RAG) to it\n"]
    models = "- Trained churn models with XGBoost\n- Trained forecasts in scikit-learn\n"
    job = "# Experience\n## Machine Learning Engineer, Kestrel Foods | Jan 2024 - Present\n"
    named = {one.title.lower() for one in career(analyzer, job + models + "".join(assistant[:lines])).titles}
    assert ("ai engineer" in named) == (lines == 2)


def test_last_stage_has_no_next() -> None:
    assert reaching("junior-ml-engineer", 1.0).next_stage is None


def test_posting_that_is_met_tells_no_stage() -> None:
    posting = Path(__file__).parent.parent / "samples" / "posting.txt"
    path = Path(__file__).parent.parent / "samples" / "strong.pdf"
    by_job = Analyzer(job=posting, as_of=AS_OF, taxonomy=TAXONOMY).analyze(path)
    by_role = Analyzer(as_of=AS_OF, taxonomy=TAXONOMY).analyze(path)
    assert by_job.career.stage == by_role.career.stage and by_job.career.measured_by == MARKET.titles.timeline
    assert by_job.summary.stage == by_role.summary.stage and by_job.career.closing == ()


# ------------------------------------------------------------------------------------------------- profiles


@settings(max_examples=30)
@given(levels_of_skills)
def test_profiles_that_fit_best_are_those_that_a_whole_comparison_finds(levels: dict[str, Level]) -> None:
    shares = {profile.id: readiness(compare(profile, shown(levels))) for profile in PROFILES}
    career = career_of(PROFILES[0], shown(levels))
    reached = {stage.id for stage in TAXONOMY.roadmap.stages if stage.readiness <= career.stage.readiness}
    later = {
        title.profile for title in MARKET.titles.by_stage if title.stage not in reached
    } | MARKET.titles.of_research
    found = career.fits
    hearts = MARKET.titles.hearts
    at_heart = {profile for profile in shares if not hearts[profile].isdisjoint(levels)}
    fitting = [share for profile, share in shares.items() if profile not in later and profile in at_heart]
    assert [fit.readiness for fit in found] == pytest.approx(sorted(fitting, reverse=True)[:3])
    assert all(fit.readiness == pytest.approx(shares[fit.profile]) for fit in found)


@pytest.mark.parametrize(
    ("title", "named"), [("Doctoral researcher", True), ("Machine learning engineer", True), ("Data clerk", False)]
)
def test_profiles_of_research_are_for_who_has_done_some_or_worked_in_the_field(
    title: str, named: bool, analyzer: Analyzer
) -> None:
    job = f"# Experience\n## {title}, Heron Institute | Jan 2020 - Present\n- Kept 20 lists\n- Sorted the letters\n"
    own = "# Projects\n## Knees | 2025\n- Trained CNNs in PyTorch on scans of knees, compared by t-tests in R\n"
    own += "## Boats | 2025\n- Trained neural networks in PyTorch on photos of the pier, statistics in R\n"
    found = career(analyzer, job + own).profiles
    assert bool({one.id for one in found} & MARKET.titles.of_research) is named


# ------------------------------------------------------------------------------------------------- titles


def test_titles_before_first_jobs_are_those_that_open_doors_from_where_one_comes() -> None:
    found = reaching("junior-ml-engineer", 0.05)
    assert found.situation.id == "newcomer"
    assert [title.title for title in found.titles] == [one.title for one in found.situation.openings]
    assert found.later is not None and found.later.title == "Junior Machine Learning Engineer"


PEOPLE = {
    "student": "# Education\n## BSc Computer Science, Castleby University | Sep 2025 - Present\n- Courses in algebra\n",
    "newcomer": "# Education\n## BSc Biology, Castleby University | 2019 - 2022\n",
    "career-changer": "# Experience\n## Nurse, Castleby Hospital | Jan 2019 - Present\n- Looked after 20 patients\n",
    "analyst": (
        "# Experience\n## Analyst, Kestrel Foods | Jan 2022 - Present\n- Wrote SQL queries for sales\n"
        "- Built the Tableau dashboard of the stock\n"
    ),
    "engineer": (
        "# Experience\n## Backend Developer, Heron Bank | Jan 2020 - Present\n- Built REST APIs in Java\n"
        "- Moved services to Kubernetes on AWS\n"
    ),
    "working-ml": (
        "# Experience\n## Machine Learning Engineer, Kestrel Foods | Jan 2024 - Present\n"
        "- Trained churn models with XGBoost\n- Deployed the model with Docker\n"
    ),
    "researcher": (
        "# Education\n## PhD in Physics, Castleby University | Jan 2022 - Present\n"
        "- Thesis: neural networks for telescopes, in PyTorch\n"
    ),
    "returner": (
        "# Experience\n## Data Scientist, Heron Bank | Jan 2018 - Dec 2023\n- Trained risk models with XGBoost\n"
        "- Wrote the queries in SQL\n"
    ),
}


@pytest.mark.parametrize("situation", PEOPLE)
def test_opening_fits_where_one_comes_from(situation: str, analyzer: Analyzer) -> None:
    found = career(analyzer, PEOPLE[situation])
    assert found.situation.id == situation and found.situation.opening and found.titles
    paid = situation not in ("student", "newcomer")
    assert not paid or not any("Intern" in one.title for one in found.titles)


MONTHS = {
    "field_months": "in_field",
    "industry_months": "in_industry",
    "technical_months": "technical",
    "analytic_months": "analytic",
    "work_months": "work",
    "away": "away",
}
SITUATIONS = MARKET.situations.list


@pytest.mark.parametrize(
    ("situation", "asked"),
    [(one, asked) for one in SITUATIONS for asked in MONTHS if getattr(one, asked)],
    ids=lambda value: value if isinstance(value, str) else value.id,
)
def test_months_that_a_situation_asks_for_are_enough_and_one_less_is_not(situation: Situation, asked: str) -> None:
    months: dict[str, Any] = {MONTHS[name]: getattr(situation, name) or 0 for name in MONTHS}
    person = Background(**months, studies=bool(situation.studies), research=bool(situation.research))
    assert situation_of(person, TAXONOMY) is situation
    less: dict[str, Any] = {MONTHS[asked]: months[MONTHS[asked]] - 1}
    assert situation_of(replace(person, **less), TAXONOMY) is not situation


@pytest.mark.parametrize("profile", ["ml-engineer", "senior-ml-engineer"])
def test_profile_is_named_from_the_stage_of_its_title_on(profile: str) -> None:
    from_stage = next(STAGES[one.stage] for one in MARKET.titles.by_stage if one.stage and one.profile == profile)
    found = [reaching(profile, share / 100) for share in range(60, 100, 4)]
    naming = [one.stage for one in found if profile in {fit.profile for fit in one.fits}]
    assert min(stage.readiness for stage in naming) == from_stage.readiness


def test_months_in_the_field_bring_a_stage_whatever_the_paper_shows(analyzer: Analyzer) -> None:
    assert career(analyzer, PEOPLE["working-ml"]).stage.id == "entry-level"
    assert career(analyzer, PEOPLE["newcomer"]).stage.id == "foundations"


def test_titles_of_profiles_are_named_only_where_enough_is_shown_or_years_stand_for_it(analyzer: Analyzer) -> None:
    enough, worked = STAGES[MARKET.titles.from_stage].readiness, MARKET.titles.worked.enough
    for sample in SAMPLES:
        found = analyzer.analyze(sample)
        shares = {one.id: one.readiness for one in found.career.profiles} | {
            found.profile.id: found.summary.readiness or 0.0
        }
        least = {found.career.profiles[0].id: worked} if found.career.situation.by_work else {}
        for one in found.career.titles:
            assert one.profile is None or shares[one.profile] >= round(least.get(one.profile, enough), 3)


def test_own_profile_comes_first_among_titles() -> None:
    assert reaching("nlp-engineer", 0.8).titles[0].title == "NLP engineer"


def test_data_scientist_is_no_title_for_experiments_alone(analyzer: Analyzer) -> None:
    head = "# Experience\n## Engineer, Kestrel Foods | Jan 2022 - Present\n- Built an assistant on GPT-4 with RAG\n"
    tests = "- Ran A/B tests of prompts\n- Analysed A/B tests by statistics in SQL\n- Fine-tuned a language model\n"
    model = "- Trained a churn classifier with XGBoost on labelled rows\n"
    named = [
        {one.title for one in career(analyzer, head + tests + more).titles if "cientist" in one.title}
        for more in ("", model)
    ]
    assert named == [set(), {"Data scientist"}]


def test_title_for_later_waits_for_its_core() -> None:
    rules = [one.any_of[0] for one in TAXONOMY.profiles["junior-ml-engineer"].requirements]
    core = frozenset({"supervised-learning", "model-evaluation"})
    levels = dict.fromkeys([one for one in rules if one not in core], Level.advanced)
    without = career_of(TAXONOMY.profiles["junior-ml-engineer"], shown(levels))
    assert "junior-ml-engineer" not in [one.profile for one in without.titles]
    both = career_of(TAXONOMY.profiles["junior-ml-engineer"], shown({**levels, **dict.fromkeys(core, Level.advanced)}))
    assert "junior-ml-engineer" in [one.profile for one in both.titles]
    asked: list[bool] = []

    class Watched(Nowhere):
        def step_reaching(
            self, goal: float, suits: Callable[[Mapping[str, Level]], bool] = lambda _: True, *, least_hours: int = 0
        ) -> int | None:
            asked.extend(suits({**levels, **dict.fromkeys(core, level)}) for level in (Level.basic, Level.advanced))
            return None

    ahead = Watched(TAXONOMY.profiles["junior-ml-engineer"], shown(levels))
    profile = TAXONOMY.profiles["junior-ml-engineer"]
    career_of(profile, shown(levels), ahead=ahead)
    assert asked == [False, True]


@pytest.mark.parametrize("situation", ["engineer", "newcomer"])
def test_stage_of_beginners_is_told_to_beginners_alone(situation: str, analyzer: Analyzer) -> None:
    report = analyzer.analyze_document(document_of(resume_pdf(f"Ada Quill\nada@example.com\n\n{PEOPLE[situation]}")))
    by_work = situation == "engineer"
    assert report.career.situation.by_work == by_work
    assert (stage_said(report) == report.career.situation.name) == by_work
    assert (next_stage(report, 2) is None) == by_work
    assert ("now at" in stage_heading(report)) != by_work
