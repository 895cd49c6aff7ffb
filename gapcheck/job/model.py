"""What was read from a posting, and the profile that it makes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from gapcheck.job.facts import Facts
from gapcheck.taxonomy import Level, Need, Profile, RequirementRule, Taxonomy

_LONGEST_SLUG = 60
_CATEGORIES = {Need.must: "must-have", Need.nice: "nice-to-have"}


@dataclass(frozen=True, slots=True)
class Asked:
    """One requirement: any of these skills, as a must or nice to have, at a level; `why` names what gave the level.

    `quote` is the text that it was read from, beginning on line `line` of page `page` (1 where there are no pages).
    """

    any_of: tuple[str, ...]
    need: Need
    level: Level
    why: str
    quote: str
    page: int
    line: int

    @property
    def id(self) -> str:
        """The skills in one word."""
        return "-or-".join(self.any_of)


@dataclass(frozen=True, slots=True)
class Unknown:
    """A word that the posting asks for or welcomes and that no skill is named by, with its line."""

    text: str
    page: int
    line: int


@dataclass(frozen=True, slots=True)
class Job:
    """A job posting as it was read."""

    path: str
    title: str
    seniority: str | None
    requirements: tuple[Asked, ...]
    unknown: tuple[Unknown, ...]
    facts: Facts

    def profile(self, taxonomy: Taxonomy, as_of: date) -> Profile:
        """The posting as a profile to compare resumes with: must-haves first, each part in the posting's order."""
        weights = {Need.must: taxonomy.postings.weights.must, Need.nice: taxonomy.postings.weights.nice}
        return Profile(
            id=f"job:{slug(self.title)}",
            name=self.title,
            version="1",
            about=f"Read from a job posting{f' for a {self.seniority} role' if self.seniority else ''}",
            source=(self.path,),
            as_of=as_of,
            requirements=tuple(
                RequirementRule(
                    id=one.id,
                    name=" or ".join(taxonomy.skills[skill].name for skill in one.any_of),
                    category=_CATEGORIES[one.need],
                    any_of=one.any_of,
                    expected=one.level,
                    weight=weights[one.need],
                    source="job posting",
                    reason=one.why,
                )
                for one in sorted(self.requirements, key=lambda one: one.need is not Need.must)
            ),
        )


def slug(text: str) -> str:
    """Small letters, digits and hyphens.

    >>> slug("Senior ML Engineer, LLM Products (m/f/d)")
    'senior-ml-engineer-llm-products-m-f-d'
    """
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:_LONGEST_SLUG].rstrip("-") or "posting"
