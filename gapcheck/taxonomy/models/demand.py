"""How often postings ask for each skill and what that weighs in a profile, as checked models."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pydantic import Field

from gapcheck.taxonomy.models.vocabulary import _Strict


def percent(share: float) -> str:
    """A share in words of a table: some postings in a thousand are not none."""
    said = f"{share:.0%}"
    return "under 1%" if share and said == "0%" else said


class Demand(_Strict):
    """The share of postings that ask for a skill, in the mean of some groups: of how many postings in all, what it is
    in which group, and when they were read.
    """

    share: float = Field(ge=0, le=1)
    postings: int = Field(gt=0)
    among: str
    as_of: date


class DemandGroup(_Strict):
    """A set of postings that were read for the same kind of job. A `fallback` speaks where no other group tells."""

    id: str
    name: str
    postings: int = Field(gt=0)
    as_of: date
    source: str
    fallback: bool = False


class DemandPoints(_Strict):
    """The weight that a share of postings gives: that of the highest `at_least` it reaches."""

    at_least: float = Field(ge=0, le=1)
    weight: float = Field(gt=0)


class GuideWeights(_Strict):
    """What the guides add to the weight that demand gives, where their table lists a skill; and what a skill that they
    list, or only name, weighs where no demand is known.
    """

    added: float = Field(ge=0)
    listed: float = Field(gt=0)
    named: float = Field(gt=0)


class DemandTable(_Strict):
    """How often postings ask for each skill, in groups of postings, and what that weighs.

    The weight of a requirement is what the demand gives, and a little more where the guides list the skill.
    """

    source: tuple[str, ...]
    as_of: date
    demand_weights: tuple[DemandPoints, ...] = Field(min_length=1)
    guide_weights: GuideWeights
    groups: tuple[DemandGroup, ...]
    shares: dict[str, dict[str, float]]

    def demand_for(self, skills: Sequence[str], groups: Sequence[str]) -> Demand | None:
        """The demand for any of these skills: in each group the share of the most asked one, in the mean of the groups;
        None where no group tells.
        """
        told = [
            (group, max(shares))
            for group in self.groups
            if group.id in groups
            and (shares := [self.shares[one][group.id] for one in skills if group.id in self.shares.get(one, {})])
        ]
        told = [(group, share) for group, share in told if not group.fallback] or told
        if not told:
            return None
        among = ", ".join(f"{percent(share)} of {group.postings} {group.name}" for group, share in told)
        return Demand(
            share=round(sum(share for _, share in told) / len(told), 3),
            postings=sum(group.postings for group, _ in told),
            among=f"mean of {among}" if len(told) > 1 else among,
            as_of=min(group.as_of for group, _ in told),
        )

    def weight(self, demand: Demand | None, guide: str | None) -> float | None:
        """The weight that demand and guides give together; None where neither speaks.

        The level that a guide asks for says how deep a skill goes, not how much it matters, so any level adds the same,
        and none lifts a weight above that of the highest demand. A guide that names a skill without a level says
        little: it speaks where no demand does.
        """
        is_listed = guide is not None and guide != "named"
        if demand is None:
            return self.guide_weights.listed if is_listed else self.guide_weights.named if guide else None
        reached = [one for one in self.demand_weights if demand.share >= one.at_least]
        asked = max(reached, key=lambda one: one.at_least).weight
        most = max(one.weight for one in self.demand_weights)
        return min(asked + self.guide_weights.added, most) if is_listed else asked
