"""Pay, interviews, challenges and what is good to know."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from careers import (
    MARKET,
    PROFILES,
    SAMPLES,
    TAXONOMY,
    career,
    career_of,
    reaching,
    shown,
)
from pages import AS_OF, document_of, resume_pdf

from gapcheck import Analyzer
from gapcheck.career.good_to_know import good_to_know
from gapcheck.taxonomy import TaxonomyError, load_taxonomy
from gapcheck.taxonomy.catalogue import build, read_catalogue
from gapcheck.taxonomy.check import problems


def challenges(analyzer: Analyzer, text: str) -> dict[str, str]:
    return {one.id: one.why for one in career(analyzer, text).challenges}


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
LONG_JOB = JOB.replace("2024", "2018")


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
        (f"{LONG_JOB}# Profile\nI like trams and read on physics.\n", "other-degree", False),  # years of work say more
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
    found = career_of(profile, skills, taxonomy=laid).pay
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
    assert [one.id for one in report.career.good_to_know] == ["season", "first-job", "study", "work"]
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


def test_pay_of_a_country_is_said_to_be_that_country(analyzer: Analyzer) -> None:
    pay = reaching("junior-ml-engineer", 0.8, 30).pay
    assert pay is not None and pay.region == "United States"
