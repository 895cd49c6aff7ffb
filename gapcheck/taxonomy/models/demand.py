"""How often postings ask for each skill and what that weighs in a profile, as checked models."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pydantic import Field

from gapcheck.taxonomy.models.vocabulary import _Strict


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


class DemandTable(_Strict):
    """How often postings ask for each skill, in groups of postings, and what that weighs.

    The weight of a requirement is the mean of what the demand gives and of what the guides give (`guide_weights`), or
    the one that there is.
    """

    source: tuple[str, ...]
    as_of: date
    demand_weights: tuple[DemandPoints, ...] = Field(min_length=1)
    guide_weights: dict[str, float]
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
        return Demand(
            share=round(sum(share for _, share in told) / len(told), 3),
            postings=sum(group.postings for group, _ in told),
            among=", ".join(f"{share:.0%} of {group.postings} {group.name}" for group, share in told),
            as_of=min(group.as_of for group, _ in told),
        )

    def weight(self, demand: Demand | None, guide: str | None) -> float | None:
        """The weight that demand and guides give together; None where neither speaks.

        A guide that names a skill without a level says little of how much it matters: it speaks where no demand does.
        """
        points = []
        if demand is not None:
            reached = [one for one in self.demand_weights if demand.share >= one.at_least]
            points.append(max(reached, key=lambda one: one.at_least).weight)
        if guide in self.guide_weights and (guide != "named" or not points):
            points.append(self.guide_weights[guide])
        return sum(points) / len(points) if points else None
