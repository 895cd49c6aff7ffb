"""Plans for people with random skills."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import strategies as st

from gapcheck.skills import SkillEvidence, Support, level_of
from gapcheck.taxonomy import How, Level, load_taxonomy

TAXONOMY = load_taxonomy()
ASKED = sorted(
    {skill for profile in TAXONOMY.profiles.values() for rule in profile.requirements for skill in rule.any_of}
)
Supports = Mapping[str, Support]


@st.composite
def supports(draw: st.DrawFn) -> Support:
    """What may speak for a skill: some entries, some of them jobs, with months where there are jobs."""
    entries = draw(st.integers(0, 4))
    jobs = draw(st.integers(0, entries))
    months = draw(st.integers(0, 30)) if jobs else 0
    return Support(
        entries, jobs, months, draw(st.booleans()), draw(st.sampled_from([None, Level.basic, Level.advanced]))
    )


shown_supports = st.dictionaries(st.sampled_from(ASKED), supports())
profiles = st.sampled_from(sorted(TAXONOMY.profiles.values(), key=lambda profile: profile.id))


def shown(found: Supports) -> list[SkillEvidence]:
    """The skills as a reader would find them."""
    return [
        SkillEvidence(
            skill,
            level_of(support, TAXONOMY.levels)[0],
            How.demonstrated if support.entries else How.listed,
            support.entries,
            support.months,
            "a test",
            (),
            support=support,
        )
        for skill, support in found.items()
    ]
