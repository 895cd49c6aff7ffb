"""Which certifications are advised, and what their names show."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from plans import TAXONOMY, Supports, profiles, shown, shown_supports

from gapcheck import Analyzer
from gapcheck.gap import compare
from gapcheck.plan import Milestone, Step, StepKind, begun_for, certifications_for
from gapcheck.skills import Support
from gapcheck.taxonomy import Level, Profile, Taxonomy

# --------------------------------------------------------------------------------------------------------- certificates


@given(shown_supports, profiles)
def test_certification_is_advised_only_where_it_closes_something(found: Supports, profile: Profile) -> None:
    gaps = compare(profile, shown(found))
    advice = certifications_for(gaps, shown(found), (), TAXONOMY)
    open_ones = {gap.requirement.id for gap in gaps if gap.status.is_open}
    assert sum(not one.is_for_later for one in advice) <= 2
    for one in advice:
        assert one.certification.status == "active" and one.closes and set(one.closes) <= open_ones


def test_certification_on_the_resume_is_not_recommended_again(taxonomy: Taxonomy) -> None:
    gaps = compare(taxonomy.profiles["junior-ml-engineer"], [])
    first = certifications_for(gaps, [], (), taxonomy)[0].certification
    assert first not in [one.certification for one in certifications_for(gaps, [], [first], taxonomy)]


def test_certification_that_asks_for_experience_is_for_later_without_it(taxonomy: Taxonomy) -> None:
    gaps = compare(taxonomy.profiles["junior-ml-engineer"], [])
    by_id = {one.certification.id: one for one in certifications_for(gaps, [], (), taxonomy)}
    experienced = {name for name, one in by_id.items() if one.certification.needs.experience_months}
    assert experienced and all(by_id[name].is_for_later for name in experienced)


@pytest.mark.parametrize("lacking", ["", "supervised-learning", "machine-learning", "aws"])
def test_exam_is_advised_only_where_work_shows_what_it_builds_on(lacking: str, taxonomy: Taxonomy) -> None:
    asked = {"aws": 2, "machine-learning": 2, "python": 2, "supervised-learning": 1}
    found = {skill: Support(entries=count, months=14, jobs=1) for skill, count in asked.items() if skill != lacking}
    gaps = compare(taxonomy.profiles["junior-ml-engineer"], shown(found))
    advised = {one.certification.id for one in certifications_for(gaps, shown(found), (), taxonomy)}
    assert ("aws-mla-c01" in advised) == (not lacking)


@pytest.mark.parametrize(("less", "advised"), [(40, False), (1, False), (0, True)])
def test_certification_is_advised_only_where_the_plan_does_not_close_the_same_in_fewer_hours(
    less: int, advised: bool, taxonomy: Taxonomy
) -> None:
    """Two steps close all of it, together in so many hours less than it takes."""
    found = {skill: Support(entries=2, months=14, jobs=1) for skill in ("aws", "machine-learning", "python")}
    skills = shown({**found, "supervised-learning": Support(entries=1)})
    gaps = compare(taxonomy.profiles["junior-ml-engineer"], skills)
    one = next(a for a in certifications_for(gaps, skills, (), taxonomy) if a.certification.id == "aws-mla-c01")
    assert one.certification.hours is not None and len(one.closes) > 1
    hours = one.certification.hours.min - less

    def step(closes: tuple[str, ...], hours: int) -> Step:
        name = Milestone("own", "Go on with it")
        return Step(StepKind.learn, "docker", Level.none, Level.basic, hours, name, (), closes=closes)

    def ids(steps: list[Step]) -> set[str]:
        return {advice.certification.id for advice in certifications_for(gaps, skills, (), taxonomy, steps)}

    both = [step(one.closes[:1], hours // 2), step(one.closes[1:], hours - hours // 2)]
    assert ("aws-mla-c01" in ids(both)) == advised
    assert "aws-mla-c01" in ids(both[:1])  # what the plan leaves open is no reason against it


def test_certification_is_not_advised_for_what_only_its_issuer_is_called(taxonomy: Taxonomy) -> None:
    """An exam on artificial intelligence whose vendor is known for a database."""
    (one,) = [one for one in taxonomy.certifications if one.id == "oracle-ai-foundations"]
    assert "sql" in taxonomy.certified[one.id] - taxonomy.with_broader(one.skills)
    for profile in taxonomy.profiles.values():
        advice = certifications_for(compare(profile, []), [], (), taxonomy)
        assert not [a for a in advice if a.certification is one and "sql" in (*a.closes, *a.counts)]


@settings(max_examples=60)
@given(shown_supports, profiles)
def test_course_that_is_begun_closes_only_what_is_open(found: Supports, profile: Profile) -> None:
    gaps = compare(profile, shown(found))
    open_ones = {gap.requirement.id for gap in gaps if gap.status.is_open}
    for done in begun_for(gaps, shown(found), TAXONOMY.certifications, TAXONOMY):
        has_ended = done.certification.status == "retired"
        assert bool(done.closes) is not has_ended and set(done.closes) <= open_ones


def test_what_follows_a_certificate_that_has_ended_comes_first(taxonomy: Taxonomy) -> None:
    found = {"aws": 2, "machine-learning": 2, "python": 2, "supervised-learning": 1}
    skills = shown({skill: Support(entries=count, months=14, jobs=1) for skill, count in found.items()})
    gaps = compare(taxonomy.profiles["junior-ml-engineer"], skills)
    first, second = (one.certification.id for one in certifications_for(gaps, skills, (), taxonomy)[:2])
    ended = next(one for one in taxonomy.certifications if one.status == "retired")
    for wanted in (first, second):
        held = ended.model_copy(update={"replaced_by": wanted})
        advice = certifications_for(gaps, skills, [held], taxonomy)
        assert advice[0].certification.id == wanted and advice[0].follows == held


def test_certificate_that_names_a_skill_lifts_it_beside_an_entry(taxonomy: Taxonomy) -> None:
    profile, names = taxonomy.profiles["junior-ml-engineer"], {"tensorflow": Support(entries=1)}
    with_entry = certifications_for(compare(profile, shown(names)), shown(names), (), taxonomy)
    without = certifications_for(compare(profile, []), [], (), taxonomy)
    assert not any("deep-learning-framework" in one.closes for one in without)
    assert all(
        "deep-learning-framework" not in one.closes or "tensorflow" in one.certification.names for one in with_entry
    )


@pytest.mark.parametrize(
    "one",
    [one for one in TAXONOMY.certifications if one.status == "active" and one.fit in ("recommend", "optional")],
    ids=lambda one: one.id,
)
def test_names_of_a_certification_are_what_the_reader_reads(one: object, analyzer: Analyzer) -> None:
    line = f"- {one.name}, {one.issuer}, Oct 2026"  # type: ignore[attr-defined]
    report = analyzer.analyze_bytes(
        f"# Ada Quill\nada@example.com\n\n## Certifications\n{line}\n".encode(), "resume.md"
    )
    read = {skill.id for skill in report.skills if "names it" in skill.why}
    assert set(one.names) <= read  # type: ignore[attr-defined]
    assert set(one.skills) <= {skill.id for skill in report.skills if skill.level == "basic"}  # type: ignore[attr-defined]


def test_certification_for_what_the_plan_keeps_waiting_alone_is_not_advised(taxonomy: Taxonomy) -> None:
    gaps = compare(taxonomy.profiles["junior-ml-engineer"], [])
    first = certifications_for(gaps, [], (), taxonomy)[0]
    rest = certifications_for(gaps, [], (), taxonomy, waiting=first.closes)
    assert first.certification not in [one.certification for one in rest]
    part = certifications_for(gaps, [], (), taxonomy, waiting=first.closes[1:])
    assert first.certification in [one.certification for one in part]


def test_certificate_of_another_issuer_takes_no_smaller_one_away(taxonomy: Taxonomy) -> None:
    gaps = compare(taxonomy.profiles["ai-engineer"], [])
    larger = next(one for one in taxonomy.certifications if one.id == "databricks-genai-associate")
    advised = [one.certification for one in certifications_for(gaps, [], [larger], taxonomy)]
    course = next(one for one in advised if one.id == "dtc-llm-zoomcamp")
    assert set(course.skills) <= set(larger.skills) and course.issuer != larger.issuer
