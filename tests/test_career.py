"""Where a resume leads: only what the data files hold, and only where it applies to this resume."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pages import AS_OF, document_of, resume_pdf

from gapcheck import Analyzer
from gapcheck.career.good_to_know import good_to_know
from gapcheck.career.reader import Career, CareerReader
from gapcheck.career.situation import Background, situation_of
from gapcheck.gap.compare import Gap, compare, readiness, stage_at
from gapcheck.portfolio.review import Portfolio
from gapcheck.report.career_model import CareerPart
from gapcheck.report.wording import next_stage, stage_heading, stage_said
from gapcheck.resume import Resume
from gapcheck.resume.reader import read_resume
from gapcheck.skills import Evidence, SkillEvidence
from gapcheck.skills.strength import Depth, Strength
from gapcheck.taxonomy import How, Level, Profile, TaxonomyError, load_taxonomy
from gapcheck.taxonomy.catalogue import build, read_catalogue
from gapcheck.taxonomy.check import problems
from gapcheck.taxonomy.models.market import Situation

TAXONOMY = load_taxonomy()
MARKET = TAXONOMY.market
READER = CareerReader(TAXONOMY)
PROFILES = sorted(TAXONOMY.profiles.values(), key=lambda profile: profile.id)
STAGES = {stage.id: stage for stage in TAXONOMY.roadmap.stages}
ASKED = sorted({skill for profile in PROFILES for rule in profile.requirements for skill in rule.any_of})
SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*.pdf"))
NOBODY = read_resume(document_of(resume_pdf("Ada Quill\n\n# Interests\nKites")), TAXONOMY, AS_OF)
NO_PORTFOLIO = Portfolio((), (), (), (), ())

levels_of_skills = st.dictionaries(
    st.sampled_from(ASKED), st.sampled_from([Level.basic, Level.intermediate, Level.advanced]), max_size=40
)
profiles = st.sampled_from(PROFILES)


LINES = tuple(Evidence(1, line, "a deed", "Projects", (0, 0, 9, 9), How.demonstrated, "x", 1.0) for line in (1, 2))
FAIR = Strength(Depth.fair, "two lines speak of it")


def shown(levels: dict[str, Level]) -> list[SkillEvidence]:
    return [
        SkillEvidence(skill, level, How.demonstrated, 1, 0, "a test", LINES, strength=FAIR)
        for skill, level in levels.items()
    ]


def thinly(skills: list[SkillEvidence]) -> list[SkillEvidence]:
    return [replace(one, strength=replace(FAIR, depth=Depth.thin), evidence=LINES[:1]) for one in skills]


def worked(months: int) -> Resume:
    """Of somebody with so many months in the field."""
    first = AS_OF.year * 12 + AS_OF.month - months
    dates = f"{first // 12}-{first % 12 + 1:02} - Present"
    job = (
        f"# Experience\n## Machine Learning Engineer, Kestrel Foods | {dates}\n- Looked after the models"
        if months
        else ""
    )
    return read_resume(document_of(resume_pdf(f"Ada Quill\n\n{job}\n\n# Interests\nKites")), TAXONOMY, AS_OF)


class Nowhere:
    """A plan that closes the requirements in their order, and whose levels are those that are there."""

    def __init__(self, profile: Profile, skills: list[SkillEvidence]) -> None:
        self.gaps = compare(profile, skills)
        self.levels = {one.skill: one.level for one in skills}

    def closing(self, goal: float) -> tuple[str, ...]:
        closed, taken = {gap.requirement.id: gap for gap in self.gaps}, list[str]()
        for gap in self.gaps:
            if readiness(closed.values()) >= goal:
                break
            if gap.status.is_open:
                closed[gap.requirement.id] = as_met(gap)
                taken.append(gap.requirement.id)
        return tuple(taken)

    def step_reaching(
        self, goal: float, suits: Callable[[Mapping[str, Level]], bool] = lambda _: True, *, by_work: bool = False
    ) -> int | None:
        return len(self.closing(goal)) or None


def career_of(profile: Profile, skills: list[SkillEvidence], resume: Resume = NOBODY) -> Career:
    ahead = Nowhere(profile, skills)
    return READER.career(profile, ahead.gaps, skills, NO_PORTFOLIO, resume, ahead)


def reaching(profile: str, share: float, months: int = 0, *, thin: bool = False) -> Career:
    """Where somebody leads who meets the profile's requirements in their order up to this readiness."""
    rules = TAXONOMY.profiles[profile].requirements
    levels: dict[str, Level] = {}
    for rule in rules:
        if readiness(compare(TAXONOMY.profiles[profile], shown(levels))) >= share:
            break
        levels[rule.any_of[0]] = rule.expected
    skills = shown({**levels, "machine-learning": Level.basic})
    return career_of(
        TAXONOMY.profiles[profile], thinly(skills) if thin else skills, worked(months) if months else NOBODY
    )


def career(analyzer: Analyzer, text: str) -> CareerPart:
    return analyzer.analyze_document(document_of(resume_pdf(f"Ada Quill\nada@example.com\n\n{text}"))).career


def challenges(analyzer: Analyzer, text: str) -> dict[str, str]:
    return {one.id: one.why for one in career(analyzer, text).challenges}


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


def as_met(gap: Gap) -> Gap:
    return Gap(gap.requirement, gap.requirement.expected, None, gap.status)


def test_what_is_shown_by_one_line_makes_no_senior_stage_and_no_title() -> None:
    firm, thin = (reaching("ml-engineer", 0.95, thin=thin).stage for thin in (False, True))
    assert firm.id == "mid-level" and thin.readiness < firm.readiness
    for is_thin in (False, True):
        titles = [one.profile for one in reaching("junior-ml-engineer", 0.58, thin=is_thin).titles]
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
    later = {title.profile for title in MARKET.titles.by_stage if title.stage not in reached}
    found = career.fits
    hearts = MARKET.titles.hearts
    at_heart = {profile for profile in shares if not hearts[profile].isdisjoint(levels)}
    fitting = [share for profile, share in shares.items() if profile not in later and profile in at_heart]
    assert [fit.readiness for fit in found] == pytest.approx(sorted(fitting, reverse=True)[:3])
    assert all(fit.readiness == pytest.approx(shares[fit.profile]) for fit in found)


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


# ------------------------------------------------------------------------------------------------- pay


@pytest.mark.parametrize(
    ("profile", "share", "months", "title"),
    [
        ("junior-ml-engineer", 0.6, 0, "Entry level"),
        ("junior-ml-engineer", 0.8, 30, "Junior"),
        ("junior-ml-engineer", 0.8, 23, "Entry level"),
        ("junior-ml-engineer", 0.97, 60, "Mid level"),
        ("junior-ml-engineer", 0.8, 60, "Mid level"),
        ("ml-engineer", 0.8, 0, "Machine Learning Engineer"),
        ("junior-ml-engineer", 0.2, 2, None),
        ("junior-ml-engineer", 0.2, 30, "Junior"),
        ("nlp-engineer", 0.8, 30, None),
    ],
)
def test_pay_is_given_only_for_a_profile_and_stage_that_the_data_name(
    profile: str, share: float, months: int, title: str | None
) -> None:
    found = reaching(profile, share, months).pay
    assert (found.title if found else None) == title
    assert found is None or (found.source and found.as_of <= AS_OF.replace(day=30) and found.currency == "USD")


def test_every_amount_stands_in_the_market_file() -> None:
    text = (Path(__file__).parent.parent / "skills_taxonomy" / "market.yaml").read_text(encoding="utf-8")
    for share in (0.6, 0.8, 0.97):
        for profile in PROFILES:
            found = reaching(profile.id, share, 30).pay
            if found:
                assert f"min: {found.base.min}, max: {found.base.max}" in text


# ------------------------------------------------------------------------------------------------- interviews


def test_topics_of_interviews_are_open_requirements_and_open_criteria(analyzer: Analyzer) -> None:
    for sample in SAMPLES:
        report = analyzer.analyze(sample)
        still_open = {row.id for row in report.requirements if row.status != "met"}
        criteria = {one.id for one in report.portfolio.criteria if not one.met}
        for stage in report.career.interviews:
            assert set(stage.requirements) <= still_open and set(stage.criteria) <= criteria


def test_every_open_requirement_belongs_to_a_stage_of_interviews() -> None:
    for profile in PROFILES:
        asked = {one for stage in career_of(profile, []).interviews for one in stage.requirements}
        missed = {TAXONOMY.skills[rule.any_of[0]].category for rule in profile.requirements if rule.id not in asked}
        assert missed <= {"visualization"}, profile.id


# ------------------------------------------------------------------------------------------------- challenges

DEGREE = "# Education\n## {} | 2021 - 2024\n"
JOB = (
    "# Experience\n## Data Scientist, Tram Company | Jan 2024 - Dec 2025\n- Trained and deployed a scikit-learn model\n"
)


@pytest.mark.parametrize(
    ("text", "challenge", "applies"),
    [
        (JOB, "experience-paradox", False),
        ("# Skills\nscikit-learn, machine learning\n", "experience-paradox", True),
        ("# Experience\n## Barista, Quill Cafe | 2024 - 2025\n- Made coffee\n", "experience-paradox", True),
        (DEGREE.format("BSc in Computer Science, Aldermoor University"), "other-degree", False),
        (DEGREE.format("MSc Informatics, Aldermoor University"), "other-degree", False),
        (DEGREE.format("BA in Fine Arts, Aldermoor University"), "other-degree", True),
        ("# Profile\nI hold a Master's degree in physics and like trams.\n", "other-degree", False),
        ("# Profile\nI like trams and read on physics.\n", "other-degree", True),
        (JOB, "nothing-deployed", False),
        ("# Skills\nPython\n", "nothing-deployed", True),
        ("# Skills\nPython\n", "imposter-syndrome", False),
        ("# Skills\nPython\n", "early-specialisation", False),
    ],
)
def test_challenge_applies_by_what_the_resume_says(
    text: str, challenge: str, applies: bool, analyzer: Analyzer
) -> None:
    found = challenges(analyzer, text)
    assert (challenge in found) is applies
    assert all(found.values())


def test_pressure_to_specialise_is_named_to_specialists() -> None:
    specialist = Analyzer("nlp-engineer", as_of=AS_OF, taxonomy=TAXONOMY)
    assert "early-specialisation" in challenges(specialist, "# Skills\nHugging Face\n")


# ------------------------------------------------------------------------------------------------- the data

FAULTS = {
    "unknown profile": ("titles:\n  entry_level:\n  - {title: T, profile: potter}\n", 3, "no profile potter"),
    "unknown criterion of interviews": (
        "interview:\n  stages:\n  - {id: phone-screen, criteria: [beauty]}\n", 3, "no criterion beauty",
    ),
    "unknown skill of a challenge": (
        "challenges:\n  list:\n  - {id: competition, when: {no_work_in: kilns}}\n", 3, "no skill kilns",
    ),
    "half a condition": ("challenges:\n  list:\n  - {id: competition, when: {below: 0.5}}\n", 3, "belong together"),
    "fact without a source": ("trams:\n  as_of: 2026-01-01\n", 1, "source is missing"),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_fault_is_named_with_its_file_and_line(name: str, tmp_path: Path) -> None:
    text, line, words = FAULTS[name]
    file = tmp_path / "market.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(TaxonomyError) as raised:
        load_taxonomy((tmp_path,))
    assert str(raised.value).startswith(f"{file}:{line}:") and words in str(raised.value)


def test_school_may_lay_own_pay_over_ours(tmp_path: Path) -> None:
    (tmp_path / "market.yaml").write_text(
        "salary_bands:\n  currency: EUR\n  source: [our alumni]\n  bands:\n"
        "  - {id: entry-level, base: {min: 40000, max: 50000}, total: {min: 40000, max: 52000}}\n"
    )
    laid = load_taxonomy((tmp_path,))
    profile = laid.profiles["junior-ml-engineer"]
    skills = shown({rule.any_of[0]: rule.expected for rule in profile.requirements[:20]})
    found = (
        CareerReader(laid)
        .career(profile, compare(profile, skills), skills, NO_PORTFOLIO, NOBODY, Nowhere(profile, skills))
        .pay
    )
    assert found is not None
    assert (found.base.min, found.currency, found.source) == (40000, "EUR", ("our alumni",))


# ----------------------------------------------------------------------------------------------------- good to know

STUDENT = """Ada Quill

# Education
## BSc Computer Science, Castleby University | Sep 2025 - Present
# Projects
## Crust Camera | 2026
- Counted 300 loaves with Python
"""


@pytest.mark.parametrize("situation", [one.id for one in MARKET.situations.list])
@pytest.mark.parametrize("ready", [False, True])
@pytest.mark.parametrize("has_degree", [False, True])
def test_what_is_good_to_know_fits_the_person_and_is_said_whole(situation: str, ready: bool, has_degree: bool) -> None:
    known = good_to_know(MARKET, situation, ready=ready, has_degree=has_degree)
    rules = {one.id: one for one in MARKET.good_to_know.list}
    assert 1 <= len(known) <= MARKET.good_to_know.most
    for one in known:
        rule = rules[one.id]
        assert not rule.situations or situation in rule.situations
        assert rule.ready in (None, ready) and not (rule.no_degree and has_degree)
        assert "{" not in one.text and "[" not in one.text
        assert set(one.topics) <= set(MARKET.model_dump())


def test_facts_are_said_by_their_names_and_shares_in_per_cent() -> None:
    known = {one.id: one.text for one in good_to_know(MARKET, "student", ready=False, has_degree=True)}
    assert "machine learning, data mining, pattern recognition, algorithms" in known["study"]
    assert "68%" in known["study"] and "Software engineer" in known["first-job"]
    later = {one.id: one.text for one in good_to_know(MARKET, "working-ml", ready=True, has_degree=True)}
    assert "Leading people" in later["later"] and "Location" in later["pay"]


def test_report_says_what_is_good_to_know_and_what_the_nearest_roles_ask(analyzer: Analyzer) -> None:
    report = analyzer.analyze_document(document_of(resume_pdf(STUDENT)))
    assert report.career.situation.id == "student"
    assert [one.id for one in report.career.good_to_know] == ["first-job", "study", "work"]
    for fit in report.career.profiles:
        names = {rule.name for rule in TAXONOMY.profiles[fit.id].requirements}
        assert len(fit.asks) == 2 and set(fit.asks) <= names


def test_facts_that_are_not_there_are_told(tmp_path: Path) -> None:
    wrong = {"id": "new", "about": "x", "text": "In {hiring_hubs.moon}.", "situations": ["pirate"]}
    data = {"good_to_know": {"list": [wrong]}}
    (tmp_path / "market.yaml").write_text(yaml.safe_dump(data), encoding="utf-8")
    catalogue = read_catalogue((tmp_path,))
    told = [one.message for one in problems(catalogue, build(catalogue), today=AS_OF, max_age=9999)]
    assert any("there is no fact hiring_hubs.moon" in one for one in told)
    assert any("there is no situation pirate" in one for one in told)


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
            self, goal: float, suits: Callable[[Mapping[str, Level]], bool] = lambda _: True, *, by_work: bool = False
        ) -> int | None:
            asked.extend(suits({**levels, **dict.fromkeys(core, level)}) for level in (Level.basic, Level.advanced))
            return None

    ahead = Watched(TAXONOMY.profiles["junior-ml-engineer"], shown(levels))
    profile = TAXONOMY.profiles["junior-ml-engineer"]
    READER.career(profile, ahead.gaps, shown(levels), NO_PORTFOLIO, NOBODY, ahead)
    assert asked == [False, True]


@pytest.mark.parametrize("situation", ["engineer", "newcomer"])
def test_stage_of_beginners_is_told_to_beginners_alone(situation: str, analyzer: Analyzer) -> None:
    report = analyzer.analyze_document(document_of(resume_pdf(f"Ada Quill\nada@example.com\n\n{PEOPLE[situation]}")))
    by_work = situation == "engineer"
    assert report.career.situation.by_work == by_work
    assert (stage_said(report) == report.career.situation.name) == by_work
    assert (next_stage(report, 2) is None) == by_work
    assert ("now at" in stage_heading(report)) != by_work


def test_pay_of_a_country_is_said_to_be_that_country(analyzer: Analyzer) -> None:
    pay = reaching("junior-ml-engineer", 0.8, 30).pay
    assert pay is not None and pay.region == "United States"
