"""Skills and a profile → those that meet none of its requirements, being known by a service that is only queried, as a
cloud is by its warehouse.
"""

from __future__ import annotations

from collections.abc import Iterable

from gapcheck.skills import SkillEvidence
from gapcheck.taxonomy import Profile, Taxonomy


def known_from_afar(skills: Iterable[SkillEvidence], profile: Profile, taxonomy: Taxonomy) -> frozenset[str]:
    """The skills of which every line that shows one is on a service that is only queried; none that the profile asks
    for by its name.
    """
    rule = taxonomy.gaps.afar
    named = {one.any_of[0] for one in profile.requirements if len(one.any_of) == 1}
    return frozenset(
        one.skill
        for one in skills
        if one.skill in rule.skills - named and all(line.skill in rule.by for line in one.evidence)
    )
