"""Skills → those that can meet a requirement: without what is only known by a service that is queried, as a cloud is by
its warehouse.
"""

from __future__ import annotations

from collections.abc import Iterable

from gapcheck.skills import SkillEvidence
from gapcheck.taxonomy import Taxonomy


def is_afar(one: SkillEvidence, taxonomy: Taxonomy) -> bool:
    """Whether every line that shows a skill is on a service that is only queried."""
    rule = taxonomy.gaps.afar
    return one.skill in rule.skills and all(line.skill in rule.by for line in one.evidence)


def without_afar(skills: Iterable[SkillEvidence], taxonomy: Taxonomy) -> tuple[SkillEvidence, ...]:
    """The skills that can meet a requirement."""
    return tuple(one for one in skills if not is_afar(one, taxonomy))
