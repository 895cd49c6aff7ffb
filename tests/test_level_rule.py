"""The level rule: support in, a level and the reason out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gapcheck.skills import Support, Way, level_of, ways_to
from gapcheck.taxonomy import Level, Taxonomy, load_taxonomy

BASIC, INTERMEDIATE, ADVANCED = Level.basic, Level.intermediate, Level.advanced

CASES = {
    # advanced, if any
    "24 months of dated jobs": (Support(entries=1, jobs=1, months=24), ADVANCED),
    "three entries, one of them a job": (Support(entries=3, jobs=1), ADVANCED),
    "three entries, one of them a short job": (Support(entries=3, jobs=1, months=2), ADVANCED),
    "rated advanced and shown in one entry": (Support(entries=1, rating=ADVANCED), ADVANCED),
    # just short of advanced
    "23 months of dated jobs": (Support(entries=1, jobs=1, months=23), INTERMEDIATE),
    "three entries, none of them a job": (Support(entries=3), INTERMEDIATE),
    "nine entries, none of them a job": (Support(entries=9), INTERMEDIATE),
    "two jobs without dates": (Support(entries=2, jobs=2), INTERMEDIATE),
    # intermediate, if any
    "two entries": (Support(entries=2), INTERMEDIATE),
    "6 months of dated jobs": (Support(entries=1, jobs=1, months=6), INTERMEDIATE),
    "one entry and a certificate": (Support(entries=1, certified=True), INTERMEDIATE),
    "one entry and a rating of intermediate": (Support(entries=1, rating=INTERMEDIATE), INTERMEDIATE),
    "rated advanced, no entry": (Support(rating=ADVANCED), INTERMEDIATE),
    "rated advanced and certified, no entry": (Support(certified=True, rating=ADVANCED), INTERMEDIATE),
    # just short of intermediate
    "5 months of dated jobs": (Support(entries=1, jobs=1, months=5), BASIC),
    "one entry and a rating of basic": (Support(entries=1, rating=BASIC), BASIC),
    "rated intermediate, no entry": (Support(rating=INTERMEDIATE), BASIC),
    "rated intermediate and certified, no entry": (Support(certified=True, rating=INTERMEDIATE), BASIC),
    # basic: anything else that supports it
    "listed or studied": (Support(), BASIC),
    "one project": (Support(entries=1), BASIC),
    "one job without dates": (Support(entries=1, jobs=1), BASIC),
    "certificate only": (Support(certified=True), BASIC),
    "rated basic, no entry": (Support(rating=BASIC), BASIC),
}


@st.composite
def supports(draw: st.DrawFn) -> Support:
    """Any support that a resume can give: no more jobs than entries, and no months without a job."""
    jobs = draw(st.integers(0, 5))
    return Support(
        entries=jobs + draw(st.integers(0, 5)),
        jobs=jobs,
        months=draw(st.integers(0, 60)) if jobs else 0,
        certified=draw(st.booleans()),
        rating=draw(st.sampled_from([None, BASIC, INTERMEDIATE, ADVANCED])),
    )


@st.composite
def more_than(draw: st.DrawFn, support: Support) -> Support:
    """The same support with some of everything added."""
    jobs = draw(st.integers(0, 3))
    rating = max(support.rating or Level.none, draw(st.sampled_from(list(Level))))
    return support._replace(
        entries=support.entries + jobs + draw(st.integers(0, 3)),
        jobs=support.jobs + jobs,
        months=support.months + (draw(st.integers(0, 36)) if support.jobs + jobs else 0),
        certified=support.certified or draw(st.booleans()),
        rating=rating if rating is not Level.none else None,
    )


@pytest.mark.parametrize(("support", "level"), CASES.values(), ids=CASES.keys())
def test_level_follows_the_protocol(support: Support, level: Level, taxonomy: Taxonomy) -> None:
    assert level_of(support, taxonomy.levels)[0] is level


@given(st.data())
def test_more_support_never_lowers_the_level(data: st.DataObject) -> None:
    rule = load_taxonomy().levels
    support = data.draw(supports())
    assert level_of(data.draw(more_than(support)), rule)[0] >= level_of(support, rule)[0]


@given(supports())
def test_whatever_supports_a_skill_makes_it_at_least_basic(support: Support) -> None:
    assert level_of(support, load_taxonomy().levels)[0] >= Level.basic


@given(supports())
def test_every_level_has_a_reason(support: Support) -> None:
    assert level_of(support, load_taxonomy().levels)[1].strip()


@given(supports())
def test_higher_level_has_another_reason(support: Support) -> None:
    rule = load_taxonomy().levels
    level, why = level_of(support, rule)
    other, other_why = level_of(support._replace(certified=True), rule)
    assert other is level or other_why != why


def test_reason_states_the_months_that_decided(taxonomy: Taxonomy) -> None:
    assert "31 months" in level_of(Support(entries=1, jobs=1, months=31), taxonomy.levels)[1]


def test_reason_states_the_entries_that_decided(taxonomy: Taxonomy) -> None:
    assert "4 entries" in level_of(Support(entries=4, jobs=1), taxonomy.levels)[1]


def test_thresholds_come_from_the_data(taxonomy: Taxonomy) -> None:
    stricter = taxonomy.levels.advanced.model_copy(update={"months": 36})
    rule = taxonomy.levels.model_copy(update={"advanced": stricter})
    assert level_of(Support(entries=1, jobs=1, months=30), rule)[0] is INTERMEDIATE


@pytest.mark.parametrize(
    ("share", "level"),
    [(1.0, ADVANCED), (0.8, ADVANCED), (0.79, INTERMEDIATE), (0.5, INTERMEDIATE), (0.49, BASIC), (0.0, BASIC)],
)
def test_share_of_a_scale_is_a_rating(share: float, level: Level, taxonomy: Taxonomy) -> None:
    assert taxonomy.levels.rating_of_share(share) is level


@pytest.mark.parametrize(
    ("support", "target", "ways"),
    [
        (Support(), Level.intermediate, {Way(entries=2), Way(months=6)}),
        (Support(entries=1), Level.intermediate, {Way(entries=1), Way(months=6), Way(certified=True)}),
        (Support(certified=True), Level.intermediate, {Way(entries=1), Way(months=6)}),
        (Support(rating=Level.intermediate), Level.intermediate, {Way(entries=1), Way(months=6)}),
        (Support(entries=2), Level.advanced, {Way(entries=1, jobs=1), Way(months=24)}),
        (Support(entries=1, jobs=1, months=23), Level.advanced, {Way(entries=2), Way(months=1)}),
        (Support(entries=3), Level.advanced, {Way(entries=1, jobs=1), Way(months=24)}),
        (Support(rating=Level.advanced), Level.advanced, {Way(entries=1), Way(months=24)}),
        (Support(entries=3, jobs=1), Level.advanced, set()),
    ],
)
def test_cheapest_ways_to_a_level(support: Support, target: Level, ways: set[Way]) -> None:
    assert set(ways_to(target, support, load_taxonomy().levels)) == ways


@given(supports(), st.sampled_from([Level.basic, Level.intermediate, Level.advanced]))
def test_every_way_leads_to_its_level_and_none_falls_short_by_less(support: Support, target: Level) -> None:
    rule = load_taxonomy().levels
    for way in ways_to(target, support, rule):
        jobs = max(way.jobs, 1 if way.months else 0)
        more = support._replace(
            entries=support.entries + way.entries,
            jobs=support.jobs + jobs,
            months=support.months + way.months,
            certified=support.certified or way.certified,
        )
        assert level_of(more, rule)[0] >= target


def test_months_that_one_doubtful_line_shows_are_said_to_be_that(taxonomy: Taxonomy) -> None:
    rule = taxonomy.levels
    enough = Support(entries=1, jobs=1, months=rule.advanced.months)
    assert level_of(enough, rule)[0] is Level.advanced
    level, why = level_of(enough._replace(loose=True), rule)
    assert level is Level.intermediate and "one line alone" in why and "advanced" not in why
