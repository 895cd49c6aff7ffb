"""The next project: what it promises, and to whom it is proposed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from portfolios import ASKED, PROFILES, RULES, TAXONOMY, report_on

from gapcheck import Analyzer
from gapcheck.gap.compare import compare, readiness
from gapcheck.portfolio.ideas import IdeaReader
from gapcheck.report.idea_wording import idea_data
from gapcheck.report.model import GapReport
from gapcheck.skills import SkillEvidence, Support, level_of
from gapcheck.taxonomy import How, Level, Profile
from gapcheck.taxonomy.models.advice import PortfolioRules

READER = IdeaReader(TAXONOMY)


# ------------------------------------------------------------------------------------------------- the next project


def written(idea: str) -> str:
    """The project as a resume would describe it: every skill by a name that needs no company."""
    (one,) = [each for each in RULES.ideas if each.id == idea]
    names = [
        next(
            alias.text for alias in TAXONOMY.skills[skill].aliases if not alias.is_conditional and "~" not in alias.text
        )
        if any(not alias.is_conditional for alias in TAXONOMY.skills[skill].aliases)
        else TAXONOMY.skills[skill].name
        for skill in one.skills
    ]
    return "\n".join(f"- Used {name} for it" for name in names)


BASE = (
    "# Experience\n## Analyst, Tram Company | Jan 2024 - Sep 2024\n- Wrote SQL reports in Python with pandas\n\n"
    "# Projects\n## Tram Delays | 2025\n- Trained a random forest in scikit-learn; F1 of 0.81\n"
)


@pytest.mark.parametrize("idea", [idea.id for idea in RULES.ideas])
def test_idea_added_to_the_resume_reaches_what_was_promised(idea: str, analyzer: Analyzer) -> None:
    before = report_on(analyzer, BASE)
    reader = IdeaReader(TAXONOMY.model_copy(update={"portfolio": only(idea)}))
    skills = evidence_of(before)
    (value,) = reader.ranked(compare(analyzer.profile, skills), skills, sure=sorted(only(idea).ideas[0].builds_on)[:1])
    after = report_on(analyzer, f"{BASE}\n## The new one | 2026\n{written(idea)}\n")
    found = {row.id: Level[row.found] for row in after.requirements}
    assert {
        move.requirement: found[move.requirement] for move in value.moves if found[move.requirement] < move.reached
    } == {}
    assert (after.summary.readiness or 0.0) >= round(value.readiness, 3)


def only(idea: str) -> PortfolioRules:
    return RULES.model_copy(update={"ideas": tuple(one for one in RULES.ideas if one.id == idea)})


def evidence_of(report: GapReport) -> list[SkillEvidence]:
    return [
        SkillEvidence(
            one.id, Level[one.level], How(one.how), one.entries, one.months, one.why, (),
            support=Support(entries=one.entries, jobs=int(one.months > 0), months=one.months),
        )
        for one in report.skills
    ]  # fmt: skip


supports = st.builds(
    Support,
    entries=st.integers(0, 4),
    jobs=st.integers(0, 2),
    months=st.integers(0, 30),
    certified=st.booleans(),
    rating=st.sampled_from([None, Level.basic, Level.intermediate, Level.advanced]),
)


def shown(supported: dict[str, Support]) -> list[SkillEvidence]:
    return [
        SkillEvidence(skill, *_level(support), support.entries, support.months, "a test", (), support=support)
        for skill, support in supported.items()
    ]


def _level(support: Support) -> tuple[Level, How]:
    return level_of(support, TAXONOMY.levels)[0], How.demonstrated


@settings(max_examples=40)
@given(st.dictionaries(st.sampled_from(ASKED), supports), st.sampled_from(PROFILES))
def test_no_idea_claims_more_than_the_level_rule_gives(supported: dict[str, Support], profile: Profile) -> None:
    skills = shown(supported)
    gaps = compare(profile, skills)
    values = READER.ranked(gaps, skills)
    for value in values:
        assert len(value.new_skills) * 2 <= len(value.skills)
        after = dict(supported)
        for skill in TAXONOMY.meeting(value.skills):
            support = after.get(skill, Support())
            after[skill] = support._replace(entries=support.entries + 1)
        now = {gap.requirement.id: gap for gap in compare(profile, shown(after))}
        assert all(now[move.requirement].found == move.reached > move.found for move in value.moves)
        assert set(value.closes) == {
            gap.requirement.id for gap in gaps if gap.status.is_open and not now[gap.requirement.id].status.is_open
        }
        assert value.readiness == pytest.approx(readiness(now.values()))


@pytest.mark.parametrize("profile", [profile.id for profile in PROFILES])
def test_every_profile_has_a_project_that_moves_it(profile: str) -> None:
    known = shown({skill: Support(entries=1) for skill in ("python", "pandas", "sql", "git")})
    assert READER.ranked(compare(TAXONOMY.profiles[profile], known), known)


def test_project_that_is_there_already_is_not_suggested() -> None:
    known = shown({skill: Support(entries=1) for skill in ("python", "pandas", "sql", "git")})
    gaps = compare(PROFILES[0], known)
    first = READER.ranked(gaps, known)[0]
    assert first.idea not in [value.idea for value in READER.ranked(gaps, known, [first.skills])]


def places(kind: str, situation: str = "") -> dict[str, int]:
    """The place of each idea, of all, for somebody whose works have this kind of data."""
    signs = {"": [], "texts": ["huggingface"], "images": ["opencv"], "tables": ["seaborn", "pandas"]}
    skills = {one: Support(entries=1) for one in ("python", "git", "sql", "docker", *signs["texts"], *signs["images"])}
    gaps = compare(TAXONOMY.profiles["junior-ml-engineer"], shown(skills))
    works = [signs[kind]] if kind else []
    reader = IdeaReader(TAXONOMY.model_copy(update={"deliverables": TAXONOMY.deliverables.model_copy(
        update={"own_data": 9.0, "own_way": 9.0})}))  # fmt: skip
    return {
        one.idea.id: at
        for at, one in enumerate(reader.ranked(gaps, shown(skills), works, suits=reader.suits(works, situation)))
    }


@pytest.mark.parametrize("kind", ["texts", "images", "tables"])
def test_project_on_the_kind_of_data_that_the_person_knows_comes_first(kind: str) -> None:
    first = next(one for one in RULES.ideas if one.id == next(iter(places(kind))))
    assert first.on == kind


@pytest.mark.parametrize("situation", [one.id for one in TAXONOMY.market.situations.list])
def test_project_that_goes_on_from_where_one_comes_is_preferred(situation: str) -> None:
    fitting = {one.id for one in RULES.ideas if situation in one.fits}
    assert fitting and next(iter(places("", situation))) in fitting


@pytest.mark.parametrize(
    ("job", "field"),
    [
        (
            "## Teacher of Mathematics, Tollbridge High School | Jan 2020 - Dec 2025\n"
            "- Taught 120 pupils a year up to the exam",
            "education",
        ),
        (
            "## Front Office Manager, Hotel Heron | Jan 2020 - Dec 2025\n- Looked after the guests",
            "hotels and restaurants",
        ),
        ("## Planner, Heron | Jan 2020 - Dec 2025\n- Planned the routes of 40 parcel vans", None),
        ("## Dispatcher, Heron Logistics | Jan 2020 - Dec 2025\n- Planned parcel routes by shipment", "logistics"),
        ("## Programmer, Heron | Jan 2020 - Dec 2025\n- Wrote the compiler", None),
        ("## Programmer, Heron (hotels) | Jan 2020 - Dec 2025\n- Wrote the compiler", "hotels and restaurants"),
        ("## Planner, Heron (retail) | Jan 2020 - Dec 2025\n- Planned the warehouse and its stock", "retail"),
        ("## Programmer, Heron Hotel and Restaurant Ltd | Jan 2020 - Dec 2025\n- Wrote the compiler", None),
    ],
)
def test_own_field_is_told_by_words_of_the_jobs(job: str, field: str | None, analyzer: Analyzer) -> None:
    ideas = report_on(analyzer, f"# Experience\n{job}\n\n{BASE.partition(chr(10) * 2)[2]}").portfolio.ideas
    named = {
        one.field for one in ideas if one.id not in ("model-as-product", "data-pipeline", "paper-again", "recommender")
    }
    assert named == {field}
    for idea in ideas:
        assert (idea.field is None) == (idea.field_data is None)
        assert idea.data in idea_data(idea) and (idea.field or "Data: ") in idea_data(idea)


PRESENT = "## Programmer, Heron | {since} - Present\n- Wrote positions of vessels and port calls into tables\n"
FORMER = "## Programmer, Quay | Jan 2018 - Dec 2021\n- Wrote the rules for fraud by card, and for each merchant\n"


@pytest.mark.parametrize(("since", "field"), [("Jan 2022", "shipping"), ("Aug 2026", "payments")])
def test_own_field_is_that_of_the_present_post_once_it_has_gone_on(since: str, field: str, analyzer: Analyzer) -> None:
    text = f"# Experience\n{PRESENT.format(since=since)}\n{FORMER}\n{BASE.partition(chr(10) * 2)[2]}"
    assert {one.field for one in report_on(analyzer, text).portfolio.ideas} - {None} == {field}


def test_own_field_is_that_of_earlier_posts_where_the_present_one_tells_none(analyzer: Analyzer) -> None:
    present = "## Programmer, Heron | Jan 2022 - Present\n- Wrote the compiler\n"
    text = f"# Experience\n{present}\n{FORMER}\n{BASE.partition(chr(10) * 2)[2]}"
    assert {one.field for one in report_on(analyzer, text).portfolio.ideas} - {None} == {"payments"}


def test_project_that_is_more_of_what_one_leaves_suits_less() -> None:
    usual, found = READER.suits([], ""), READER.suits([], "researcher")
    left = {one.id for one in RULES.ideas if "researcher" in one.leaves}
    assert left and {one for one in usual if found[one] < usual[one]} == left


def test_fields_name_kinds_of_data_that_projects_have() -> None:
    kinds = {one.on for one in RULES.ideas} - {None}
    assert kinds <= set(TAXONOMY.deliverables.data)
    assert all(set(field.data) == kinds for field in RULES.fields)
    situations = {one.id for one in TAXONOMY.market.situations.list}
    assert all(one.fits <= situations for one in RULES.ideas)


def test_resume_that_meets_all_gets_no_project() -> None:
    full = Support(entries=5, jobs=3, months=60)
    skills = shown(dict.fromkeys(ASKED, full))
    assert READER.ranked(compare(PROFILES[0], skills), skills) == ()


def test_own_field_is_told_by_the_summary_too(analyzer: Analyzer) -> None:
    job = "# Experience\n## Planner, Heron | Jan 2020 - Dec 2025\n- Planned the shop's week in SQL and pandas\n\n"
    fields = [
        {one.field for one in report_on(analyzer, f"# Summary\n{said}\n\n{job}").portfolio.ideas}
        for said in ("Five years in e-commerce", "Five years in offices", "Would like to move into e-commerce")
    ]
    assert ["retail" in one for one in fields] == [True, False, False]


def test_project_on_data_of_one_field_is_not_said_to_be_on_another() -> None:
    books = next(one for one in RULES.ideas if not one.any_field)
    reader = IdeaReader(TAXONOMY.model_copy(update={"portfolio": only(books.id)}))
    known = shown(dict.fromkeys([one for one in books.skills if one not in books.core], Support(entries=1)))
    gaps = compare(TAXONOMY.profiles["junior-ml-engineer"], known)
    for field in RULES.fields:
        assert [one.field for one in reader.ranked(gaps, known, field=field)] == [None]


@pytest.mark.parametrize(
    ("work", "can_go_on", "more"),
    [("supervised-learning", False, True), ("supervised-learning", True, False), ("excel", False, False)],
    ids=["a model left behind", "a model that goes on", "no model"],
)
def test_project_that_makes_more_of_a_model_suits_where_no_work_with_one_goes_on(
    work: str, can_go_on: bool, more: bool
) -> None:
    usual = READER.suits([], "")
    found = READER.suits([{work}], "", can_go_on=can_go_on)
    going_on = {one.id for one in TAXONOMY.portfolio.ideas if one.goes_on}
    assert going_on and {one for one in going_on if found[one] > usual[one]} == (going_on if more else set())


def test_project_on_data_that_are_not_the_persons_suits_less() -> None:
    usual, found = READER.suits([], ""), READER.suits([{"seaborn", "pandas"}], "", field=RULES.fields[0])
    facts = TAXONOMY.deliverables
    for one in RULES.ideas:
        data = 1 if one.on is None else facts.own_data if one.on == "tables" else facts.other_data
        expected = data * (1 if one.any_field else facts.other_trade)
        assert found[one.id] == pytest.approx(usual[one.id] * expected), one.id
