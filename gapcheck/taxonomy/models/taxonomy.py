"""The shapes of the data files: what a skill, a profile, a rule or a certification consists of, checked strictly."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cached_property
from typing import Any

from pydantic import BaseModel, Field

from gapcheck.taxonomy.models.advice import AdviceTexts, PortfolioRules, ProjectIdea
from gapcheck.taxonomy.models.context import Context
from gapcheck.taxonomy.models.deliverables import Deliverables, Room
from gapcheck.taxonomy.models.demand import Demand, DemandTable
from gapcheck.taxonomy.models.gaps import GapLayout
from gapcheck.taxonomy.models.health import HealthWords
from gapcheck.taxonomy.models.languages import LanguageFile, UnreadLanguages
from gapcheck.taxonomy.models.learning import Learning, Practice, PracticeTexts
from gapcheck.taxonomy.models.levels import LevelRule
from gapcheck.taxonomy.models.market import Market
from gapcheck.taxonomy.models.postings import PostingWords
from gapcheck.taxonomy.models.privacy import PrivacyWords
from gapcheck.taxonomy.models.profiles import Certification, Certifications, Profile, RequirementRule, Roadmap
from gapcheck.taxonomy.models.quiz import Quiz
from gapcheck.taxonomy.models.reading import EntryWords, Headings
from gapcheck.taxonomy.models.skills import Resource, Skill, SkillFile
from gapcheck.taxonomy.models.vocabulary import Level, _Strict


class Taxonomy(_Strict):
    """Everything gapcheck knows, loaded once."""

    skills: dict[str, Skill]
    categories: dict[str, str]
    profiles: dict[str, Profile]
    certifications: tuple[Certification, ...]
    roadmap: Roadmap
    headings: Headings
    entry_words: EntryWords
    context: Context
    languages: dict[str, LanguageFile]
    unread_languages: UnreadLanguages
    health: HealthWords
    levels: LevelRule
    postings: PostingWords
    advice: AdviceTexts
    deliverables: Deliverables
    gaps: GapLayout
    learning: Learning
    demand: DemandTable
    portfolio: PortfolioRules
    market: Market
    privacy: PrivacyWords
    fingerprint: str = Field(default="", exclude=True)
    """A hash of the files that it was read from; empty where it was made otherwise."""

    @cached_property
    def broader(self) -> dict[str, frozenset[str]]:
        """For each skill all that it implies, through any number of steps."""
        return {skill: frozenset(self._reach(skill)) for skill in self.skills}

    @cached_property
    def list_names(self) -> frozenset[str]:
        """Names of skills by which a list is known to be one of skills: in small letters, and as they are written where
        only that tells them from other words. Those of soft skills are left out.
        """
        named = (one for skill in self.skills.values() if skill.category != "soft-skills" for one in skill.aliases)
        return frozenset(
            one.text if one.needs_company else one.text.lower()
            for one in named
            if not (one.with_ or one.only_in) and (one.case or not one.needs_company)
        )

    @cached_property
    def telling_words(self) -> dict[str, frozenset[str]]:
        """For each language the words that tell a text in it; words of English headings tell of none."""
        english = {word for kind in self.headings.kinds for phrase in kind.phrases for word in phrase.lower().split()}
        return {code: one.language.small_words | (one.telling_words - english) for code, one in self.languages.items()}

    @cached_property
    def plain_words(self) -> frozenset[str]:
        """The words by which an English resume shows itself: small ones, and those of its headings and months."""
        usual = self.languages["en"]
        months = (name for names in usual.dates.months for name in names)
        return usual.language.small_words.union(months, *(kind.words for kind in self.headings.kinds))

    @cached_property
    def neighbours(self) -> dict[str, frozenset[str]]:
        """For each skill those that it builds on, and those that build on it."""
        found = {skill: set(one.prerequisites) for skill, one in self.skills.items()}
        for skill, one in self.skills.items():
            for before in one.prerequisites:
                found[before].add(skill)
        return {skill: frozenset(near) for skill, near in found.items()}

    @cached_property
    def carried(self) -> dict[str, frozenset[str]]:
        """For each idea of a project all skills that it shows, with what they imply."""
        return {idea.id: self.with_broader(idea.skills) for idea in self.portfolio.ideas}

    @cached_property
    def data_of(self) -> dict[str, frozenset[str]]:
        """For each idea of a project the kinds of its data."""
        return {idea: self.deliverables.kinds_of_data(carried) for idea, carried in self.carried.items()}

    @cached_property
    def fit_any_project(self) -> frozenset[str]:
        """Skills that any project can show."""
        facts = self.deliverables
        general = (skill.id for skill in self.skills.values() if skill.category in facts.anywhere)
        return facts.anywhere_too.union(general)

    def fits_project(self, skill: str, project: str) -> bool:
        """Whether a project can show a skill: any can, this one names it, or names another tool for the same."""
        key = skill, project
        if key not in self._fitting:
            self._fitting[key] = self._fits(skill, project)
        return self._fitting[key]

    @cached_property
    def _fitting(self) -> dict[tuple[str, str], bool]:
        """The answers that were given: plans of other people ask the same."""
        return {}

    def _fits(self, skill: str, project: str) -> bool:
        carried = self.carried[project]
        if skill in carried:
            return True
        if not self.deliverables.fits_data(skill, self.data_of[project]):
            return False
        if skill in self.fit_any_project:
            return True
        if skill in self.deliverables.second_models:
            facts = self.deliverables
            return not facts.models.isdisjoint(carried) and not facts.running.isdisjoint(carried)
        category = self.skills[skill].category
        return category in self.deliverables.tools and any(self.skills[one].category == category for one in carried)

    def could_be_used_in(self, skill: str, shown: Collection[str]) -> bool:
        """Whether a skill may have been used in an entry that shows these: what is done in code only where some is."""
        code = self.deliverables.code
        is_code = self.skills[skill].category in code.categories or skill in code.skills
        if not is_code or skill in code.instead:
            return True
        others = {self.skills[one].category for one in shown if one not in code.instead}
        by_methods = code.instead.isdisjoint(shown) and not code.methods.isdisjoint(others)
        return by_methods or not code.categories.isdisjoint(others)

    @cached_property
    def certified(self) -> dict[str, frozenset[str]]:
        """For each certification all skills that it names, with what they imply."""
        return {one.id: self.with_broader(one.names) for one in self.certifications}

    def with_broader(self, skills: Iterable[str]) -> frozenset[str]:
        """Skills and all that they imply."""
        named = frozenset(skills)
        return named.union(*(self.broader[skill] for skill in named))

    def meeting(self, skills: Iterable[str]) -> frozenset[str]:
        """Skills and what they imply, as far as that can meet a requirement: what is known from afar does not."""
        named, afar = frozenset(skills), self.gaps.afar
        near = named - afar.by
        return named | self.with_broader(near) | (self.with_broader(named) - afar.skills)

    @cached_property
    def meets(self) -> dict[str, frozenset[str]]:
        """For each skill itself and what it implies, as far as that can meet a requirement."""
        return {skill: self.meeting([skill]) for skill in self.skills}

    @cached_property
    def taught(self) -> dict[str, frozenset[str]]:
        """For each certification what it teaches, as far as that can meet a requirement."""
        return {one.id: self.meeting(one.skills) for one in self.certifications}

    @cached_property
    def before(self) -> dict[str, frozenset[str]]:
        """For each skill what it builds on, through any number of steps."""
        return {skill: frozenset(self._built_on(skill)) for skill in self.skills}

    def shown_by_line(self, skill: str) -> frozenset[str]:
        """All that a line on a skill shows so that it can meet a requirement."""
        if skill not in self._shown_by_line:
            self._shown_by_line[skill] = self.meeting((skill, *self.deliverables.also.get(skill, ())))
        return self._shown_by_line[skill]

    @cached_property
    def _shown_by_line(self) -> dict[str, frozenset[str]]:
        """The answers that were given: plans of other people ask the same."""
        return {}

    @cached_property
    def of_field(self) -> frozenset[str]:
        """Skills that tell that a work belongs to the field: the subjects of portfolios, and all of its categories."""
        field = self.market.situations.field
        inside = (skill.id for skill in self.skills.values() if skill.category in field)
        return frozenset(self.portfolio.subjects).union(inside)

    @cached_property
    def single_words(self) -> frozenset[str]:
        """Names of skills that are one plain word, in lower case."""
        return frozenset(
            alias.text.lower()
            for skill in self.skills.values()
            for alias in skill.aliases
            if alias.text.isalpha() and not alias.text.isupper() and len(alias.text) > 2 and not alias.needs_company
        )

    def _built_on(self, skill: str) -> set[str]:
        found: set[str] = set()
        ahead = [skill]
        while ahead:
            for before in self.skills[ahead.pop()].prerequisites:
                if before not in found:
                    found.add(before)
                    ahead.append(before)
        return found

    def _reach(self, skill: str) -> set[str]:
        reached: set[str] = set()
        ahead = list(self.skills[skill].implies)
        while ahead:
            here = ahead.pop()
            if here not in reached:
                reached.add(here)
                ahead += self.skills[here].implies
        return reached - {skill}

    def demand_for(self, profile: Profile, rule: RequirementRule) -> Demand | None:
        """The share of postings that ask for what a requirement of this profile expects; None where none is known."""
        return self.demand.demand_for(rule.any_of, profile.demand)

    def urgency_of(self, profile: Profile, rule: RequirementRule) -> float:
        """How much a gap in a requirement matters now: its weight, and no more than postings ask for it."""
        asked = self.demand.weight(self.demand_for(profile, rule), None)
        return rule.weight if asked is None else min(asked, rule.weight)

    def idea(self, idea: str | None) -> ProjectIdea | None:
        """The project with this id."""
        return next((one for one in self.portfolio.ideas if one.id == idea), None)

    def resources_of(self, skill: str) -> tuple[Resource, ...]:
        """All resources for a skill."""
        return self.learning.resources.get(skill, ())

    def resources_between(self, skill: str, found: Level, expected: Level) -> tuple[Resource, ...]:
        """What helps on the way from one level of a skill to another, the fittest first: what starts nearest to where
        one stands, then what is free and what is sure. Nothing that ends where one stands already.
        """
        ways = self.resources_of(skill)
        fitting = [one for one in ways if one.from_level <= found < one.to_level]
        later = [one for one in ways if found < one.from_level < expected]

        def rank(one: Resource) -> tuple[int, bool, bool]:
            return found - one.from_level, not one.is_free, one.sure != "high"

        return (*sorted(fitting, key=rank), *sorted(later, key=lambda one: one.from_level))

    def practice_at(self, skill: str, level: Level = Level.intermediate) -> Practice:
        """A piece of work that would bring the skill to this level: its own, else that of its category."""
        one = self.skills[skill]
        own = self.learning.practice.skills.get(skill)
        if own is not None and (found := own.to(level)):
            return found
        categories = self.learning.practice.categories
        general = categories.get(one.category, categories["other"])
        return Practice(do=general.do.format(skill=one.name), line=general.line.format(skill=one.name))

    def practice_for(self, skill: str, level: Level = Level.intermediate) -> str:
        """A piece of work that would bring the skill to this level, in words."""
        return self.practice_at(skill, level).do

    def word_for(self, skill: str) -> str:
        """A word that names the skill wherever it stands: its name, or the first alias that needs no company."""
        one = self.skills[skill]
        plain = [alias.text for alias in one.aliases if not alias.is_conditional and not set(alias.text) & set("~#|.")]
        names = (one.name.lower(), one.name.lower().removesuffix("s"))  # an alias in the singular reads the plural too
        by_name = any(alias.text.lower().rstrip("~") in names and not alias.needs_company for alias in one.aliases)
        return one.name if by_name else next(iter(plain), one.name)

    def asked_for(self, skill: str, entry: int = 0) -> str:
        """The line about a skill that was used already, with places for what only its user knows; `entry` is the number
        of the entry among those that get one.
        """
        asked = self.deliverables.asked
        before = ("", *self.deliverables.again)[entry]
        return before + asked.get(skill, asked["other"]).format(skill=self.word_for(skill))

    def is_shared(self, skill: str) -> bool:
        """Whether work on a skill brings what stands to others, or to machines of others."""
        shared = self.deliverables.entrusted.shared
        return skill in shared.skills or self.skills[skill].category in shared.categories

    def first_work(
        self,
        skill: str,
        project: str = "",
        *,
        at_work: bool = False,
        entrusted: bool = False,
        room: Room | None = None,
    ) -> str:
        """Where to begin: on the new project with this id that the step sets up, else on the skill in what stands."""
        first = self.deliverables.first
        if project in first.projects:
            return first.projects[project]
        with_care = first.entrusted if entrusted else first.at_work if at_work else {}
        by_skill = {**first.skills, **with_care, **(room.first if room else {})}
        practice = self.practice_for(skill, Level.basic).rstrip(".")
        if skill in by_skill:
            deed = by_skill[skill]
        elif len(practice) > first.longest:
            deed = first.other.format(skill=self.skills[skill].name)
        else:
            deed = practice[:1].lower() + practice[1:]
        if not at_work:
            return deed
        return (first.on_open_data if entrusted else first.with_leave).format(deed=deed)

    def line_for(self, skill: str, entry: str) -> str:
        """The line that reports the deed for a skill in an entry: a project by its id, or `studies`, `own`, `job`."""
        key = skill, entry
        if key not in self._lines:
            self._lines[key] = self._line_for(skill, entry)
        return self._lines[key]

    @cached_property
    def _lines(self) -> dict[tuple[str, str], str]:
        """The lines that were asked for: plans of other people have the same."""
        return {}

    def _line_for(self, skill: str, entry: str) -> str:
        nouns, own = self.deliverables.nouns[entry], self.deliverables.lines.get(skill)
        if own is None and skill in self.learning.practice.skills:
            line = self.practice_at(skill, Level.basic).line
            return f"For {nouns.work}: {line[0].lower()}{line[1:]}"
        line = own or self.deliverables.other
        said = line.format(skill=self.word_for(skill), work=nouns.work, data=nouns.data)
        return said[0].upper() + said[1:]


FILE_KINDS: dict[str, type[BaseModel]] = {
    "skills": SkillFile,
    "profile": Profile,
    "certifications": Certifications,
    "roadmap": Roadmap,
    "headings": Headings,
    "entries": EntryWords,
    "context": Context,
    "language": LanguageFile,
    "unread_languages": UnreadLanguages,
    "health": HealthWords,
    "levels": LevelRule,
    "postings": PostingWords,
    "advice": AdviceTexts,
    "deliverables": Deliverables,
    "gaps": GapLayout,
    "practice": PracticeTexts,
    "demand": DemandTable,
    "portfolio": PortfolioRules,
    "market": Market,
    "privacy": PrivacyWords,
    "quiz": Quiz,
}
"""The kinds of data files, with the model that each must fit."""


def file_schema(kind: str) -> dict[str, Any]:
    """JSON Schema of one kind of file, for editors."""
    return FILE_KINDS[kind].model_json_schema(by_alias=True)
