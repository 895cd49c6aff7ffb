"""The shapes of the data files: what a skill, a profile, a rule or a certification consists of, checked strictly."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from pydantic import BaseModel

from gapcheck.taxonomy.models.advice import AdviceTexts, PortfolioRules
from gapcheck.taxonomy.models.market import Market
from gapcheck.taxonomy.models.postings import PostingWords
from gapcheck.taxonomy.models.profiles import Certification, Certifications, Profile, Roadmap
from gapcheck.taxonomy.models.reading import (
    Context,
    EntryWords,
    HeadingKind,
    Headings,
    Languages,
    LevelRule,
    PrivacyWords,
)
from gapcheck.taxonomy.models.skills import Skill, SkillFile
from gapcheck.taxonomy.models.vocabulary import _Strict


class Taxonomy(_Strict):
    """Everything gapcheck knows, loaded once."""

    skills: dict[str, Skill]
    categories: dict[str, str]
    profiles: dict[str, Profile]
    certifications: tuple[Certification, ...]
    roadmap: Roadmap
    headings: tuple[HeadingKind, ...]
    entry_words: EntryWords
    context: Context
    languages: Languages
    levels: LevelRule
    postings: PostingWords
    advice: AdviceTexts
    portfolio: PortfolioRules
    market: Market
    privacy: PrivacyWords

    @cached_property
    def broader(self) -> dict[str, frozenset[str]]:
        """For each skill all that it implies, through any number of steps."""
        return {skill: frozenset(self._reach(skill)) for skill in self.skills}

    @cached_property
    def single_words(self) -> frozenset[str]:
        """Names of skills that are one plain word, in lower case."""
        return frozenset(
            alias.text.lower()
            for skill in self.skills.values()
            for alias in skill.aliases
            if alias.text.isalpha() and not alias.text.isupper() and len(alias.text) > 2 and not alias.needs_company
        )

    def _reach(self, skill: str) -> set[str]:
        reached: set[str] = set()
        ahead = list(self.skills[skill].implies)
        while ahead:
            here = ahead.pop()
            if here not in reached:
                reached.add(here)
                ahead += self.skills[here].implies
        return reached - {skill}

    def practice_for(self, skill: str) -> str:
        """A piece of work that would demonstrate the skill: its own, else that of its category."""
        one = self.skills[skill]
        texts = self.advice.practice
        if skill in self.advice.practice_of:
            return self.advice.practice_of[skill]
        return texts.get(one.category, texts["other"]).format(skill=one.name)


FILE_KINDS: dict[str, type[BaseModel]] = {
    "skills": SkillFile,
    "profile": Profile,
    "certifications": Certifications,
    "roadmap": Roadmap,
    "headings": Headings,
    "entries": EntryWords,
    "context": Context,
    "languages": Languages,
    "levels": LevelRule,
    "postings": PostingWords,
    "advice": AdviceTexts,
    "portfolio": PortfolioRules,
    "market": Market,
    "privacy": PrivacyWords,
}
"""The kinds of data files, with the model that each must fit."""


def file_schema(kind: str) -> dict[str, Any]:
    """JSON Schema of one kind of file, for editors."""
    return FILE_KINDS[kind].model_json_schema(by_alias=True)
